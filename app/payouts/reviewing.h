#pragma once

#include "payouts/gate.h"

namespace countersign {

/// Comparing and deciding (payout-lifecycle.md sections 8 and 9). Engine thread; each function is one transaction's
/// work.

/// Builds what the person is to see from the stored bytes, stores it as a view. wrongState, notFound (no answer yet).
[[nodiscard]] Result<ReviewSheet> openReview(Work &work, const EngineParts &parts, const PayoutId &id,
                                             const SenderStanding &standing);

/// Stores a decision about exactly what was shown. Approve: staleView when the answer is no longer the one shown,
/// gateRefused with the guard, reasonNeeded for a hard difference or one that asks for a second person. Cancel: always
/// possible while the bank waits; its intent is written here and the Sender finds it.
[[nodiscard]] Result<> decide(Work &work, const EngineParts &parts, const PayoutId &id, const ReviewAct &act,
                              const SenderStanding &standing);

} // namespace countersign
