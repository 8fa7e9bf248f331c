#pragma once

#include "exchange/parsedfile.h"

namespace countersign {

/// The line with which a file of the 1C exchange format begins.
inline constexpr char clientBankHeader[] = "1CClientBankExchange";
/// Whether these are the first bytes of such a file, in any encoding.
[[nodiscard]] bool isClientBankExchange(QByteArrayView bytes);

/// Reads the 1C exchange format (ru-payments.md section 4) line by line: documents become rows, their keys columns. The
/// first column is the key СекцияДокумент with the document's kind. Keys that nobody knows are kept; what the grammar
/// does not allow is marked at the document or said of the file. A header's empty Получатель is no document's.
/// Errors: fileNotUnderstood (more different keys than any program writes), fileTooLarge, cancelled.
[[nodiscard]] Result<ParsedFile> readClientBankExchange(QByteArrayView bytes, const ImportChoices &choices,
                                                        ReadingProgress &progress);

} // namespace countersign
