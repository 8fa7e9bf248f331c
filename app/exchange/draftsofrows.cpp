#include "exchange/draftsofrows.h"

#include "domain/rowwarnings.h"
#include "exchange/rowcheck.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr qsizetype draftsBetweenReports = 256;

/// The fields that the file filled.
QList<Field> filledFields(const ImportRow &row)
{
    const PayoutDraft &draft = row.draft;
    const QList<std::pair<Field, const QString &>> texts{{Field::senderAccount, draft.senderAccount},
                                                         {Field::recipientName, draft.recipientName},
                                                         {Field::inn, draft.inn},
                                                         {Field::kpp, draft.kpp},
                                                         {Field::bik, draft.bik},
                                                         {Field::account, draft.account},
                                                         {Field::amount, draft.amount},
                                                         {Field::purpose, draft.purpose}};
    QList<Field> filled;
    for (const auto &[field, text] : texts) {
        const bool byPerson = field == Field::senderAccount && row.senderChosen;
        if (!text.isEmpty() && !byPerson) filled.append(field);
    }
    if (draft.urgent) filled.append(Field::urgency);
    return filled;
}

/// What the form does not see again by itself. What was imported or stands twice is an act of its own at sending; a
/// code that the bank's call has no place for is kept with the draft.
bool goesWithDraft(const ImportFinding &finding)
{
    const auto *kind = std::get_if<ImportFindingKind>(&finding.kind);
    if (kind == nullptr || finding.severity != Severity::warn) return false;
    constexpr std::array others{ImportFindingKind::rowImportedBefore, ImportFindingKind::rowRepeated,
                                ImportFindingKind::documentIncomeCode, ImportFindingKind::documentPriority};
    return std::ranges::find(others, *kind) == others.end();
}

QList<RowWarning> warningsOf(const ImportRow &row)
{
    QList<RowWarning> warnings;
    for (const ImportFinding &finding : row.findings) {
        if (goesWithDraft(finding)) warnings.append({findingName(finding), finding.arguments});
    }
    return warnings;
}

ImportedDraft draftOf(const ImportRow &row, const FileFingerprint &file)
{
    ImportedDraft made{
        .draft = row.draft, .identity = row.identity, .shownNumber = row.earlier ? row.earlier->number : 0};
    made.draft.source.file = ImportedFrom{.fileName = QFileInfo(file.path).fileName(),
                                          .fileSha256 = file.sha256,
                                          .row = row.line,
                                          .documentNumber = row.facts.number,
                                          .documentDate = isoDateOf(row.facts.date),
                                          .incomeCode = row.facts.incomeCode,
                                          .priority = row.facts.priority,
                                          .uin = row.facts.uin};
    noteOrigin(made.draft.source, filledFields(row), Origin::imported);
    noteRowWarnings(made.draft.source, warningsOf(row));
    return made;
}

} // namespace

Result<PreparedImport> draftsOfRows(const ImportSheet &sheet, const QList<qsizetype> &rows, ReadingProgress &progress)
{
    if (sheet.fileRefused()) return fail(ErrorCode::notValid);
    PreparedImport prepared{.file = sheet.facts().file, .rows = {}};
    prepared.rows.reserve(rows.size());
    for (const qsizetype index : rows) {
        const qsizetype done = prepared.rows.size();
        if (done % draftsBetweenReports == 0 && !progress.reached(static_cast<int>(done * 1000 / rows.size()))) {
            return fail(ErrorCode::cancelled);
        }
        const ImportRow row = sheet.row(index);
        if (row.refused || !row.amount) return fail(ErrorCode::notValid, QString::number(row.line));
        prepared.rows.append(draftOf(row, prepared.file));
    }
    return prepared;
}

} // namespace countersign
