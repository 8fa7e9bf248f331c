#pragma once

#include "exchange/importsheet.h"

#include <QFuture>
#include <QThreadPool>

namespace countersign {

using ImportResult = Result<std::shared_ptr<const ImportSheet>>;

/// Reads and checks a file; the format shows in its first bytes. Blocks; any thread.
/// Errors: those of readImportSource; fileNotUnderstood (detail: what is wrong with it: neither of the three formats, a
/// damaged or encrypted workbook, a document type in its XML, a bomb), cancelled.
[[nodiscard]] ImportResult readImport(const QString &path, const ImportChoices &choices, const ImportRules &rules,
                                      ReadingProgress &progress);
/// The same for bytes that are already there.
[[nodiscard]] ImportResult readImport(ImportSource source, const ImportChoices &choices, const ImportRules &rules,
                                      ReadingProgress &progress);

/// The same on a thread of the pool. Progress is the future's (0 to 1000); QFuture::cancel() stops it soon.
[[nodiscard]] QFuture<ImportResult> startImport(QThreadPool &pool, const QString &path, const ImportChoices &choices,
                                                const ImportRules &rules);

} // namespace countersign
