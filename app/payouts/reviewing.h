#pragma once

#include "payouts/gate.h"

namespace countersign {

/// Comparing and deciding (payout-lifecycle.md sections 8 and 9). Engine thread; each function is one transaction's
/// work.

/// What the person would see, from the stored bytes; nobody has seen it, nothing is stored. wrongState, notFound (no
/// answer yet).
[[nodiscard]] Result<ReviewSheet> readReview(Work &work, const EngineParts &parts, const PayoutId &id,
                                             const SenderStanding &standing);

/// The same, stored as a view: from now on it counts as seen, so only for what is on the screen.
[[nodiscard]] Result<ReviewSheet> openReview(Work &work, const EngineParts &parts, const PayoutId &id,
                                             const SenderStanding &standing);

/// Stores a decision about exactly what was shown. Approve: staleView when the answer is no longer the one shown,
/// gateRefused with the guard, reasonNeeded for a hard difference or one that asks for a second person. Cancel: always
/// possible while the bank waits; its intent is written here and the Sender finds it.
[[nodiscard]] Result<> decide(Work &work, const EngineParts &parts, const PayoutId &id, const ReviewAct &act,
                              const SenderStanding &standing);

} // namespace countersign
