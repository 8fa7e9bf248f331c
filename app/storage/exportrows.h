#pragma once

#include "domain/exportedpayout.h"
#include "storage/connection.h"

namespace countersign {

/// Payouts by their numbers, in the order given.
[[nodiscard]] Result<QList<ExportedPayout>> selectExported(Connection &connection, const QList<qint64> &numbers);

} // namespace countersign
