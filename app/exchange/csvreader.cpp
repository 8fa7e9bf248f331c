#include "exchange/csvreader.h"

#include "core/try.h"
#include "exchange/csvrecords.h"

#include <map>

namespace countersign {

namespace {

constexpr qsizetype recordsToProbe = 50;
constexpr qsizetype bytesToProbe = 256 * 1024;
/// Lines above the table and a total below it are no rows to pay; the sheet counts those that are.
constexpr qsizetype mostRecords = mostImportRows + 100;

/// "sep=;" is Excel's own way to say it; the rest of the line must be empty.
std::optional<char> declaredSeparator(QByteArrayView text)
{
    if (text.size() < 5 || qstrnicmp(text.data(), 4, "sep=", 4) != 0) return std::nullopt;
    const bool alone = text.size() == 5 || text[5] == '\r' || text[5] == '\n';
    return alone ? std::optional(text[4]) : std::nullopt;
}

/// How well a separator fits: records that have the most usual number of cells, times that number.
qsizetype fitOf(QByteArrayView probe, char separator)
{
    CsvRecords records(probe, separator);
    std::map<qsizetype, qsizetype> recordsBySize;
    for (qsizetype seen = 0; seen < recordsToProbe && records.next(); ++seen)
        ++recordsBySize[records.cells().size()];
    qsizetype best = 0;
    for (const auto &[cells, count] : recordsBySize) {
        if (cells > 1) best = std::max(best, count * cells);
    }
    return best;
}

char likelySeparator(QByteArrayView text)
{
    const QByteArrayView probe = text.first(std::min(text.size(), bytesToProbe));
    char best = ';';
    qsizetype bestFit = 0;
    for (const char candidate : {';', '\t', ',', '|'}) {
        if (const qsizetype fit = fitOf(probe, candidate); fit > bestFit) {
            best = candidate;
            bestFit = fit;
        }
    }
    return best;
}

void addRecord(CellTable &table, const CsvRecords &records, Utf8Maker &toUtf8)
{
    int column = 0;
    for (const QByteArrayView cell : records.cells()) {
        if (column >= mostImportColumns) {
            table.markRow(RowMark::tooWide);
            break;
        }
        const auto made = toUtf8(cell);
        table.setCell(column++, made.utf8, made.badBytes ? CellMarks(CellMark::badBytes) : CellMarks());
    }
    if (records.quotesAreBroken()) table.markRow(RowMark::brokenQuotes);
    table.endRow(records.line());
}

} // namespace

Result<ParsedFile> readCsv(QByteArrayView bytes, const ImportChoices &choices, ReadingProgress &progress)
{
    ParsedFile file;
    const DetectedEncoding detected = detectEncoding(bytes);
    const TextEncoding encoding = choices.encoding.value_or(detected.encoding);
    file.facts.format = FileFormat::csv;
    file.facts.encoding = encoding;
    file.facts.byteOrderMark = detected.markSize > 0;

    QByteArray converted;
    QByteArrayView text = bytes.sliced(detected.markSize);
    if (isUtf16(encoding)) text = converted = withoutUtf16(text, encoding);

    const auto declared = declaredSeparator(text);
    const char separator = choices.separator ? choices.separator->toLatin1() : declared.value_or(likelySeparator(text));
    file.facts.separator = QLatin1Char(separator);

    CsvRecords records(text, separator);
    Utf8Maker toUtf8(encoding);
    ParsingProgress parsing(progress, text.size());
    if (declared) static_cast<void>(records.next());
    while (records.next()) {
        if (!parsing.at(records.position())) return fail(ErrorCode::cancelled);
        if (records.isBlank()) continue;
        if (file.table.rowCount() == mostRecords) {
            file.findings.append(
                fileFinding(Severity::block, ImportFindingKind::fileTooManyRows, {QString::number(mostImportRows)}));
            break;
        }
        addRecord(file.table, records, toUtf8);
        if (file.table.isOverfull()) return fail(ErrorCode::fileTooLarge, QString::number(mostImportText));
    }
    if (const int line = records.unclosedQuoteLine(); line > 0) {
        file.findings.append(
            fileFinding(Severity::block, ImportFindingKind::fileQuoteUnclosed, {QString::number(line)}));
    }
    file.table.finish();
    return file;
}

} // namespace countersign
