#pragma once

#include "faults/checker/traces.h"

namespace countersign::faults {

/// Reads a store by SQL of its own; what can't be read is told in `problem`.
[[nodiscard]] StoreRows readStore(const QString &path);

} // namespace countersign::faults
