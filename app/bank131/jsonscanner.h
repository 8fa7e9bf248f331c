#pragma once

#include "bank131/jsonvalue.h"
#include "core/error.h"

namespace countersign {

/// How many arrays and objects may stand inside each other (payout-lifecycle.md section 7).
inline constexpr int jsonMaxDepth = 32;

/// Reads one strict JSON text (RFC 8259): valid UTF-8 without a byte order mark, nothing after the value, at most
/// `jsonMaxDepth` levels, no lone surrogates, and no name twice in one object at any level, compared after unescaping.
/// malformedJson with the byte offset, duplicateKey with the name. The value points into `text`. Pure.
[[nodiscard]] Result<JsonValue> scanJson(QByteArrayView text);

} // namespace countersign
