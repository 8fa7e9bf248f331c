#pragma once

#include "payouts/gate.h"

namespace countersign {

/// Preparing payouts: drafts, submitting, withdrawing, paying again. Engine thread; each function is one transaction's
/// work.
[[nodiscard]] ValidationRules validationRules(const EngineSettings &settings, const BankDirectory *directory,
                                              Instant now);

/// What the list shows, from a draft as far as it can be read.
void describe(PayoutRecord &payout, const PayoutDraft &draft);

/// A payout that was not there before. `what` and `details` are its first entry in the audit record. Whoever makes it
/// tells that it is there.
[[nodiscard]] Result<PayoutRecord> insertDraft(Work &work, const EngineParts &parts, const PayoutDraft &draft,
                                               const QString &what, QJsonObject details, const PayoutId &retryOf = {});
[[nodiscard]] Result<PayoutId> saveDraft(Work &work, const EngineParts &parts, PayoutId id, const PayoutDraft &draft);
/// The next version of the payout's instruction; `payout` gets its number and is stored by the caller.
[[nodiscard]] Result<> freezeInstruction(Work &work, PayoutRecord &payout, const PayoutContent &content,
                                         const DraftSource &source, const QString &maker);
/// K15: the payout was sent with what that instruction of it says, and says it again; one that is not the latest is
/// frozen anew.
[[nodiscard]] Result<> goBackTo(Work &work, PayoutRecord &payout, int version);
[[nodiscard]] Result<> discardDraft(Work &work, const PayoutId &id);
/// D → Q: validated again, frozen with its digest and the acts that it needed. notValid, recipientNotAcknowledged,
/// duplicateNotAcknowledged, frozen, signerLocked, gateRefused (G10), paidAgainBefore (K15), wrongState.
[[nodiscard]] Result<> submit(Work &work, const EngineParts &parts, const PayoutId &id, const SendingActs &acts);
[[nodiscard]] Result<> withdraw(Work &work, const PayoutId &id);
/// Everything that would be started by itself becomes a draft again: after lost commits (K15) nobody knows which of it
/// was paid in a session that only the journal names. An open session that holds something stays.
[[nodiscard]] Result<> withdrawAllWaiting(Work &work);
/// L12: a new payout that names the old one; allowed once two status readings 10 minutes apart agree. While the one
/// that was made before is a draft it is that one; once it was sent: paidAgainBefore.
[[nodiscard]] Result<PayoutId> payAgain(Work &work, const EngineParts &parts, const PayoutId &id);

} // namespace countersign
