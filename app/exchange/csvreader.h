#pragma once

#include "exchange/parsedfile.h"

namespace countersign {

/// Reads CSV as RFC 4180 has it and as programs write it: separated by ; , tab or |, cells in quotes or not, quotes
/// inside unquoted cells, line breaks in quoted cells, any line end, a first line "sep=;". Encoding and separator are
/// recognised where they are not chosen. What can't be read surely is marked at the row, never guessed.
/// Errors: fileTooLarge, cancelled.
[[nodiscard]] Result<ParsedFile> readCsv(QByteArrayView bytes, const ImportChoices &choices, ReadingProgress &progress);

} // namespace countersign
