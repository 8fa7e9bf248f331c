#pragma once

#include "core/clock.h"
#include "domain/payoutstate.h"

#include <optional>

namespace countersign {

/// How long to wait between two readings of session/status (payout-lifecycle.md sections 6 and 11). `inState`: how
/// long the payout has been in its state; `readings`: status readings since then. Nothing: this state is not polled.
[[nodiscard]] std::optional<milliseconds> pollInterval(PayoutState state, milliseconds inState, int readings);

/// How long a paid payout is watched for a return.
inline constexpr std::chrono::days paidWatch{10};

} // namespace countersign
