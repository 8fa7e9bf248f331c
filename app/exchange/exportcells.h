#pragma once

#include "domain/exportedpayout.h"

namespace countersign {

/// A payout's cells, one for each ExportColumn, as texts.
[[nodiscard]] QStringList exportCells(const ExportedPayout &payout, const ExportWords &words, QChar decimalSign);
/// "3500.15": without grouping.
[[nodiscard]] QString plainAmount(qint64 kopecks, QChar decimalSign);
/// "20.11.2026", the day in Moscow.
[[nodiscard]] QString exportDate(Instant moment);

} // namespace countersign
