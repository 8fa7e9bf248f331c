#include "payouts/imports.h"

#include "core/try.h"
#include "payouts/drafting.h"

namespace countersign {

namespace {

int rowOf(const ImportedDraft &row)
{
    return row.draft.source.file ? row.draft.source.file->row : 0;
}

Result<Money> sumOf(const QList<ImportedDraft> &rows)
{
    Money sum;
    for (const ImportedDraft &row : rows) {
        const auto amount = Money::parse(row.draft.amount);
        if (!amount || *amount <= Money()) return fail(ErrorCode::notValid, QString::number(rowOf(row)));
        COUNTERSIGN_TRY_INTO(more, sum.plus(*amount));
        sum = more;
    }
    return sum;
}

/// What was imported between reading the file and this moment was shown to nobody, be it by another window or by the
/// same order that comes a second time.
Result<> refuseUnseen(Work &work, const QList<ImportedDraft> &rows)
{
    QList<QByteArray> identities;
    for (const ImportedDraft &row : rows)
        identities.append(row.identity);
    COUNTERSIGN_TRY_INTO(known, work.tx.importsOfDocuments(identities));
    for (const ImportedDraft &row : rows) {
        const qint64 number = known.value(row.identity).number;
        if (number != row.shownNumber) return fail(ErrorCode::importedBefore, QString::number(number));
    }
    return {};
}

} // namespace

Result<ImportDone> importDrafts(Work &work, const EngineParts &parts, const ImportOrder &order)
{
    if (order.rows.isEmpty()) return fail(ErrorCode::emptyValue);
    COUNTERSIGN_TRY_INTO(sum, sumOf(order.rows));
    if (sum != order.controlTotal) {
        return fail(ErrorCode::totalDiffers,
                    QStringLiteral("%1/%2").arg(order.controlTotal.kopecks()).arg(sum.kopecks()));
    }
    COUNTERSIGN_TRY(refuseUnseen(work, order.rows));

    const ImportRecord record{.id = {parts.ids.next()},
                              .fileName = order.fileName,
                              .fileSha256 = order.fileSha256,
                              .count = order.rows.size(),
                              .totalKopecks = sum.kopecks(),
                              .user = parts.settings.operatorName,
                              .at = work.now};
    COUNTERSIGN_TRY(work.tx.insertImport(record));
    COUNTERSIGN_TRY(work.tx.appendAudit(QStringLiteral("imported"),
                                        {{QStringLiteral("import"), record.id.text},
                                         {QStringLiteral("file"), record.fileName},
                                         {QStringLiteral("sha256"), QString::fromLatin1(record.fileSha256)},
                                         {QStringLiteral("count"), record.count},
                                         {QStringLiteral("kopecks"), record.totalKopecks},
                                         {QStringLiteral("user"), record.user}}));
    ImportDone done{.id = record.id, .total = sum};
    for (const ImportedDraft &row : order.rows) {
        COUNTERSIGN_TRY_INTO(payout, insertDraft(work, parts, row.draft, QStringLiteral("draftImported"),
                                                 {{QStringLiteral("import"), record.id.text},
                                                  {QStringLiteral("file"), record.fileName},
                                                  {QStringLiteral("row"), rowOf(row)}}));
        COUNTERSIGN_TRY(work.tx.insertImportedRow({.import = record.id,
                                                   .row = rowOf(row),
                                                   .identity = row.identity,
                                                   .payout = payout.id,
                                                   .number = payout.number}));
        if (done.firstNumber == 0) {
            done.firstNumber = payout.number;
            work.changed.insert(payout.id); // one is enough for the lists to be read again; nobody looks at a new one
        }
        done.lastNumber = payout.number;
    }
    return done;
}

} // namespace countersign
