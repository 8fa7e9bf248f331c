#pragma once

#include "payouts/gate.h"

namespace countersign {

/// Acts that section 6 leaves to a person; each is checked again here by the rules that offered it. Engine thread.
/// wrongState while not offered, reasonNeeded for acceptObservation without a reason.
[[nodiscard]] Result<> carryOut(Work &work, const EngineParts &parts, const PayoutId &id, PersonOrder order,
                                const QString &reason);

/// wrongState unless cancelling is offered for a payout on hold (offers.h).
[[nodiscard]] Result<> checkCancelInHold(Work &work, const Case &subject);

/// CN: what the bank goes on saying of the session denies that it took the cancel. Once that is settled the payout
/// stands as if the outcome were unknown, so that the same cancel can be sent again.
[[nodiscard]] Result<> doubtTakenCancel(Work &work, Case &subject);

/// L14: one action. Alarms of the program stay visible until the freeze is lifted.
[[nodiscard]] Result<> freezeByPerson(Work &work, const EngineParts &parts, const QString &reason);
/// Under "one person" a written reason stands for the second person. reasonNeeded.
[[nodiscard]] Result<> liftFreeze(Work &work, const EngineParts &parts, const QString &reason);

} // namespace countersign
