#pragma once

#include "core/error.h"

struct zip;

namespace countersign {

/// fileNotUnderstood, with the reason for the log.
[[nodiscard]] std::unexpected<Error> notUnderstood(const QString &why);

/// What no honest zip file has, whoever reads it: more than 10,000 parts, or two of one name. Office programs take names
/// that differ only in the case of letters for the same, so that one reader would see a part and the next another.
[[nodiscard]] Result<> checkParts(zip *archive);

} // namespace countersign
