#pragma once

#include "payouts/payoutdesk.h"
#include "payouts/work.h"

namespace countersign {

struct EngineParts;

/// How a draft's recipient stands to who was paid before, and which earlier payouts it looks like. `self` and `retryOf`
/// may be empty. Quick: the store finds all of it by index.
[[nodiscard]] Result<RecipientCheck> checkRecipient(RecipientHistory &history, const PayoutDraft &draft,
                                                    const PayoutId &self, const PayoutId &retryOf, Instant now);

/// Which earlier payouts it looks like; part of the check above.
[[nodiscard]] Result<QList<Duplicate>> repeatsOf(RecipientHistory &history, const PayoutDraft &draft,
                                                 const PayoutId &self, const PayoutId &retryOf, Instant now);

/// The acts that go with an instruction, ready to be stored after it.
struct DueActs
{
    std::optional<RecipientActRecord> recipient;
    QList<DuplicateActRecord> duplicates;
};

/// What sending needs, looked up anew in the sending transaction. recipientNotAcknowledged unless the account was typed
/// again for exactly this recipient, duplicateNotAcknowledged (detail: the earlier payouts' numbers) unless exactly
/// these earlier payouts are named.
[[nodiscard]] Result<DueActs> dueActs(Work &work, const EngineParts &parts, const PayoutRecord &payout,
                                      const PayoutDraft &draft, const SendingActs &given);
/// Stores and audits them for the instruction of that version.
[[nodiscard]] Result<> storeActs(Work &work, const DueActs &acts, int version);

/// Part of G10: whether the recipient of an instruction needed an act, and it was given.
enum class Acknowledgement {
    given,   ///< in the store for exactly this instruction, or nothing was and is to be acknowledged but by a tick
    missing, ///< nobody gave it, or it is lost (K15): the account is typed again in the review
    forAnotherOne, ///< what the store holds was given for another recipient
};
/// The instruction was frozen at that moment.
[[nodiscard]] Result<Acknowledgement> recipientAcknowledged(Work &work, const PayoutContent &content,
                                                            const std::optional<RecipientActRecord> &act,
                                                            Instant frozenAt);

/// Payouts that this instruction looks like now, drafts aside, and that no act of its sending names: made or changed
/// since, or brought back (K15).
[[nodiscard]] Result<QList<Duplicate>> repeatsSinceSent(Work &work, const PayoutRecord &payout,
                                                        const PayoutContent &content, const DraftSource &source,
                                                        const QList<DuplicateActRecord> &acts);

/// How the recipient stands now, when that needs an act and none was given for it: there was no act, or another account
/// was paid or the address book changed after it.
[[nodiscard]] Result<std::optional<RecipientStanding>> changedSinceSent(Work &work, const PayoutContent &content,
                                                                        const std::optional<RecipientActRecord> &act);

} // namespace countersign
