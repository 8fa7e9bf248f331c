#pragma once

#include "bank131/jsonvalue.h"

namespace countersign {

/// A JSON string of our own: UTF-8 as it is, escapes only where RFC 8259 demands them.
[[nodiscard]] QByteArray jsonString(QStringView text);
[[nodiscard]] QByteArray jsonStringOfUtf8(QByteArrayView utf8);

/// The form that tells "same content" from "changed" (payout-lifecycle.md section 8), and nothing else: members sorted
/// by code point, no white space, strings with one spelling for each text (`\/`, `/` and `\u002f` are the same),
/// numbers exactly as written. So `1.10` and `1.1` count as changed: the safe side, since a change only asks the person
/// again.
[[nodiscard]] QByteArray canonicalJson(const JsonValue &value);

} // namespace countersign
