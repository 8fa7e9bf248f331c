#include "exchange/exportcells.h"

#include "domain/workingdays.h"

namespace countersign {

namespace {

const QString dateFormat = QStringLiteral("dd.MM.yyyy");

QString documentDay(const QString &isoDate)
{
    const QDate day = QDate::fromString(isoDate, Qt::ISODate);
    return day.isValid() ? day.toString(dateFormat) : QString();
}

} // namespace

QString plainAmount(qint64 kopecks, QChar decimalSign)
{
    return QStringLiteral("%1%2%3").arg(kopecks / 100).arg(decimalSign).arg(kopecks % 100, 2, 10, QLatin1Char('0'));
}

QString exportDate(Instant moment)
{
    return bankDay(moment).toString(dateFormat);
}

QStringList exportCells(const ExportedPayout &payout, const ExportWords &words, QChar decimalSign)
{
    return {QString::number(payout.number),
            words.state(payout.state),
            exportDate(payout.stateSince),
            payout.recipientName,
            payout.inn,
            payout.kpp,
            payout.bik,
            payout.account,
            payout.amountKopecks ? plainAmount(*payout.amountKopecks, decimalSign) : QString(),
            payout.purpose,
            payout.senderAccount,
            payout.documentNumber,
            documentDay(payout.documentDate),
            payout.sessionId,
            payout.bankPayoutId};
}

} // namespace countersign
