#pragma once

#include "payouts/parts.h"
#include "payouts/work.h"

namespace countersign {

// Payouts that were made and sent in the time that is lost (K15): their row is gone, the send journal names their
// sessions. They come back under their own ids, so that what is paid again, imported again or typed again is held
// against them as against any other payout.

/// Such a payout, as far as the journal's line of its start tells: it names the payout that it pays again, whose
/// content is its own when the digest says so. Else it has neither content nor instruction until the bank tells it.
[[nodiscard]] Result<PayoutRecord> bringBackPayout(Work &work, const EngineParts &parts, const JournalEntry &start);

/// Why such a payout is on hold: nobody here knows what it was sent with.
[[nodiscard]] QString contentLost();

/// What the bank says of a session in which such a payout was sent, or one that the store has with another content. Its
/// content becomes the payout's instruction when the journal's digest confirms it, or when the session is over: then
/// nothing can be confirmed any more, and what the bank did is what there is to know. All that the journal tells of the
/// payout is written back then, and the payout goes on as it did in the lost store. Until then the list shows what the
/// bank says of one that is not there otherwise. Without effect on any other payout. `entries` all of the journal that
/// names the payout.
[[nodiscard]] Result<> takeLostContent(Work &work, const EngineParts &parts, const PayoutId &id,
                                       const SessionReading &reading, const QList<JournalEntry> &entries);

} // namespace countersign
