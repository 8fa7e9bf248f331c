#pragma once

#include "payouts/parts.h"
#include "payouts/work.h"

namespace countersign {

// A store from which commits were lost (K15) learns from the send journal what it tells of them. Before anything is
// sent, and with a freeze.

/// When lost commits were found, as far as these open alarms tell: until the freeze is lifted, in whatever run.
[[nodiscard]] std::optional<Instant> lostCommitsFound(const QList<AlarmRecord> &open);

/// The payout's version, the latest first, that holds the content with that digest.
[[nodiscard]] Result<std::optional<int>> versionOf(Work &work, const PayoutRecord &payout,
                                                   const QByteArray &contentSha256);

/// Transmissions of intents that the store has: they stand as in flight again, so that their outcome counts as unknown
/// and the bank is asked before anything is repeated (L5, L6).
[[nodiscard]] Result<> writeBackSends(Work &work, const QList<JournalEntry> &unsent);

/// Their intents stand as in flight, and the payout waits for their end as it did in the lost store. Of calls that
/// exclude each other the journal's last one stands; a confirm stands whatever came after it, and neither it nor the
/// cancel is sent again then. `journal` all of it, `unknown` what of it the store does not know.
///
/// Sessions that were started for a payout which the store has, with a content which it has, be it as a draft, become
/// attempts of it. The latest is the one in which the payout goes on, as it did in the lost store; an earlier one, or
/// one beside a session that may pay, is given up (L2). A payout of which the store has only another content gets an
/// alarm of its own, and goes on hold when it could be sent; one that the store does not have at all is brought back.
[[nodiscard]] Result<> writeBackCalls(Work &work, const EngineParts &parts, const QList<JournalEntry> &journal,
                                      const QList<JournalEntry> &unknown);

} // namespace countersign
