#pragma once

#include "bank131/jsonvalue.h"
#include "core/error.h"
#include "domain/answer.h"

namespace countersign {

/// Reads a webhook or an answer, v1 or v2 names, v2 first (bank131-api.md 2.3, 6). Unknown members and unknown values
/// of statuses are let through. What decides about the payout (session id and status, next_action, the list and
/// statuses of payouts) must have its type or be absent: unexpectedValue; everything else of a wrong type counts as
/// absent, which the comparison then shows. missingMember: no session id.
[[nodiscard]] Result<SessionReading> readSession(const JsonValue &message);

/// An error object; without a value when `value` is none or has no code.
[[nodiscard]] std::optional<BankError> readError(const JsonValue *value);

} // namespace countersign
