#include "ui/start/verdict.h"

#include "domain/money.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace countersign::ui {

Verdict readVerdict(const QString &ledgerFile, const QString &sessionId)
{
    Verdict verdict;
    QFile file(ledgerFile);
    if (!file.open(QIODevice::ReadOnly)) return verdict;
    while (!file.atEnd()) {
        const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
        if (entry.value(QLatin1String("event")) != QLatin1String("transfer")) continue;
        const QString session = entry.value(QLatin1String("session")).toString();
        if (session == sessionId) ++verdict.transfersOfSession;
        verdict.lines += QStringLiteral("The bank's ledger: paid %1 RUB to %2 in session %3\n")
                             .arg(Money::fromKopecks(entry.value(QLatin1String("amount")).toInteger()).grouped(),
                                  entry.value(QLatin1String("account")).toString(), session);
    }
    verdict.lines += QStringLiteral("Transfers for the payout of the tour: %1\n").arg(verdict.transfersOfSession);
    return verdict;
}

} // namespace countersign::ui
