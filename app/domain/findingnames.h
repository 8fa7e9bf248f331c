#pragma once

#include "domain/validation.h"

namespace countersign {

/// The kind's own name, for scripts and tests: "accountKeyMismatch". Names once printed are not changed.
[[nodiscard]] QString findingKindName(FindingKind kind);
/// "block", "warn", "hint", "good"
[[nodiscard]] QString severityWord(Severity severity);

} // namespace countersign
