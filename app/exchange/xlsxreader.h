#pragma once

#include "exchange/parsedfile.h"

namespace countersign {

/// Whether these are the first bytes of a zip file, as workbooks are.
[[nodiscard]] bool isZip(QByteArrayView bytes);
/// Whether these are the first bytes of an old or encrypted Office file.
[[nodiscard]] bool isCompoundFile(QByteArrayView bytes);

/// Reads one sheet of a workbook (ECMA-376): shared and inline strings, numbers as the digits that stand in the file,
/// dates by their style as dd.mm.yyyy, results of formulas and errors with their mark. Rows without text are passed.
/// Errors: fileNotUnderstood (detail: damaged, encrypted, a bomb, a document type, a sheet that is not there, rows or
/// cells out of order), fileTooLarge (its cells have more text than any file to import), cancelled.
[[nodiscard]] Result<ParsedFile> readXlsx(QByteArrayView bytes, const ImportChoices &choices,
                                          ReadingProgress &progress);

} // namespace countersign
