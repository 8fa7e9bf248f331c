#include "storage/exportrows.h"

#include "core/try.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 microsPerMilli = 1000;

/// A draft that waits may have an older instruction; what it says itself counts then. Bytes that can't be read leave
/// what the list shows.
void readFields(ExportedPayout &payout, const QByteArray &draftBytes, const QByteArray &content)
{
    const auto frozen = contentFromCanonicalBytes(content);
    const auto draft = payout.state != PayoutState::draft && frozen ? Result<PayoutDraft>(draftOf(*frozen))
                                                                    : draftFromCanonicalBytes(draftBytes);
    if (!draft) return;
    payout.inn = draft->inn.simplified();
    payout.kpp = draft->kpp.simplified();
}

ExportedPayout readExported(Row &row)
{
    ExportedPayout payout;
    payout.number = row.number();
    payout.state = row.word(stateFromWord);
    payout.stateSince = row.instant();
    payout.createdAt = row.instant();
    payout.senderAccount = row.text();
    payout.recipientName = row.text();
    payout.bik = row.text();
    payout.account = row.text();
    payout.amountKopecks = row.optionalNumber();
    payout.purpose = row.text();
    const QByteArray draft = row.bytes();
    readFields(payout, draft, row.bytes());
    const DraftSource source = draftSourceFromCanonicalBytes(row.bytes());
    if (source.file) {
        payout.documentNumber = source.file->documentNumber.trimmed();
        payout.documentDate = source.file->documentDate.trimmed();
        payout.incomeCode = source.file->incomeCode;
        payout.priority = source.file->priority;
        payout.uin = source.file->uin;
    }
    payout.sessionId = row.text();
    payout.bankPayoutId = row.text();
    const auto paidAtMicros = row.optionalNumber();
    if (payout.state == PayoutState::paid)
        payout.executedAt = paidAtMicros ? fromMilliseconds(*paidAtMicros / microsPerMilli) : payout.stateSince;
    return payout;
}

} // namespace

Result<QList<ExportedPayout>> selectExported(Connection &connection, const QList<qint64> &numbers)
{
    QJsonArray wanted;
    for (const qint64 number : numbers)
        wanted.append(number);
    const QString json = QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact));
    return connection.select("exportRows"_L1, {json}, readExported);
}

} // namespace countersign
