#include "exchange/importreading.h"

#include "core/try.h"
#include "exchange/checkedsheet.h"
#include "exchange/clientbankreader.h"
#include "exchange/csvreader.h"
#include "exchange/xlsxreader.h"

namespace countersign {

namespace {

/// Formats that people choose by mistake; read as CSV they would be rows of nonsense.
bool isKnownOtherwise(QByteArrayView bytes)
{
    return bytes.startsWith("%PDF") || bytes.startsWith("{\\rtf") || bytes.startsWith("<?xml") ||
           bytes.startsWith("<!DOCTYPE") || bytes.startsWith("<html") || bytes.startsWith("\x89PNG") ||
           bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("\x1F\x8B") || bytes.startsWith("Rar!");
}

Result<ParsedFile> parsed(QByteArrayView bytes, const ImportChoices &choices, ReadingProgress &progress)
{
    if (isClientBankExchange(bytes)) return readClientBankExchange(bytes, choices, progress);
    if (isZip(bytes)) return readXlsx(bytes, choices, progress);
    if (isCompoundFile(bytes)) return fail(ErrorCode::fileNotUnderstood, QStringLiteral("encrypted or old workbook"));
    if (isKnownOtherwise(bytes)) return fail(ErrorCode::fileNotUnderstood, QStringLiteral("another kind of file"));
    return readCsv(bytes, choices, progress);
}

} // namespace

ImportResult readImport(ImportSource source, const ImportChoices &choices, const ImportRules &rules,
                        ReadingProgress &progress)
{
    COUNTERSIGN_TRY_INTO(file, parsed(source.bytes, choices, progress));
    source.bytes = {}; // the cells are copies; a long file is not kept twice
    file.facts.file = source.fingerprint;
    COUNTERSIGN_TRY_INTO(sheet, CheckedSheet::check(std::move(file), choices, rules, progress));
    return std::shared_ptr<const ImportSheet>(std::move(sheet));
}

ImportResult readImport(const QString &path, const ImportChoices &choices, const ImportRules &rules,
                        ReadingProgress &progress)
{
    COUNTERSIGN_TRY_INTO(source, readImportSource(path, progress));
    return readImport(std::move(source), choices, rules, progress);
}

} // namespace countersign
