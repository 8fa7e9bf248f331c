#pragma once

#include "exchange/importsheet.h"

namespace countersign {

/// Rows of a file on their way to become drafts.
struct PreparedImport
{
    FileFingerprint file;
    QList<ImportedDraft> rows;
};

/// The given rows (see ImportSheet::rowCount) as drafts; file and row are the source of every field that the row fills.
/// A row that was imported before counts as wanted all the same: who asks for it was shown so. Blocks, about 0.1 ms for
/// each row. notValid when the file or one of the rows is refused (detail: its line), cancelled.
[[nodiscard]] Result<PreparedImport> draftsOfRows(const ImportSheet &sheet, const QList<qsizetype> &rows,
                                                  ReadingProgress &progress);

} // namespace countersign
