#pragma once

#include "core/clock.h"
#include "domain/payoutstate.h"

#include <optional>

namespace countersign {

/// How long to wait between two readings of session/status (payout-lifecycle.md sections 6 and 11). `since`: when the
/// payout came into its state; `readings`: status readings since then. Nothing: this state is not polled.
[[nodiscard]] std::optional<milliseconds> pollInterval(PayoutState state, Instant since, Instant now, int readings);

/// Until when a paid payout is watched for a return: ten days, and never less than the seven business days in which
/// the money may come back (F6) and the one after.
[[nodiscard]] Instant paidWatchEnd(Instant paidAt);
/// No watch is longer, whatever holidays there are.
inline constexpr std::chrono::days longestPaidWatch{30};

} // namespace countersign
