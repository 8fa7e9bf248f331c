#pragma once

#include "domain/recipientstanding.h"
#include "exchange/importsheet.h"

#include <QIODevice>

namespace countersign::ui {

/// Writes what the import shows of a file as one JSON object: the file with its SHA-256, format, encoding and
/// separator; findings of the file; columns; totals in kopecks; the rows with their fields, findings and places.
/// Findings that say that all is well are left out. `standings`: of the rows' recipients, as far as they are known.
/// False when the device takes no more.
[[nodiscard]] bool writeImportReport(const ImportSheet &sheet, const QList<StandingKind> &standings, QIODevice &device);

} // namespace countersign::ui
