#pragma once

#include "payouts/lifecycle.h"
#include "payouts/parts.h"

namespace countersign {

/// The guards of payout-lifecycle.md section 9, by number.
enum class Guard { g1 = 1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13, g14 };
[[nodiscard]] QString guardName(Guard guard); ///< "G6"

/// What the gate knows; everything read from the store in the transaction that would insert the confirm intent.
/// Each member is the whole of its guard, and starts out as "no": default deny.
struct GateFacts
{
    bool stateAllows = false;       ///< G1 state is approved (review for the pre-check)
    bool bankWaits = false;         ///< G2 latest observation is ready, with exactly one payout
    bool answerIsLatest = false;    ///< G3 no newer answer with another content
    bool hardFieldsEqual = false;   ///< G4 (or: a profile that may try mismatches, with its gesture given)
    bool differencesTicked = false; ///< G5
    bool digestsEqual = false;      ///< G6 content, answer and view are byte for byte what was decided about
    bool decisionSigned = false;    ///< G7 signature valid; the one person may decide
    bool rolesDistinct = false;     ///< G8 under "one person": the decider is that person
    bool decisionFresh = false;     ///< G9 neither expired nor void, view open 3 s, one decision per view
    bool withinLimits = false;      ///< G10 limits, hours, sender account on the allow-list, recipient paid before or
                                    ///< acknowledged
    bool notFenced = false;    ///< G11 attempt live, instruction not superseded, no other session that may pay, and
                               ///< what it pays again has ended without money
    bool statusFresh = false;  ///< G12 status read less than 60 s ago
    bool notFrozen = false;    ///< G13 no freeze, journal consistent, audit chain whole to its head
    bool fenceCurrent = false; ///< G14
};

/// The first guard that refuses, in their order; none: the gate is open. Pure.
[[nodiscard]] std::optional<Guard> firstRefusal(const GateFacts &facts);

/// Guards that more time or one more reading can satisfy: the Sender waits instead of sending the payout back.
[[nodiscard]] bool passesByWaiting(Guard guard);

/// Everything about an answer that review, decision and gate need, rebuilt from stored bytes.
struct AnswerOnFile
{
    InstructionRecord instruction;
    PayoutContent asked;
    ConfirmInfoRecord info;
    Comparison comparison;
    std::optional<RecipientActRecord> recipientAct; ///< of this instruction
    QList<DuplicateActRecord> duplicateActs;        ///< likewise
    std::optional<RecipientStanding> standingSince; ///< see changedSinceSent()
    QList<Duplicate> repeatsSince;                  ///< see repeatsSinceSent()
    bool retypingNeeded = false;                    ///< the act for the recipient is missing
    QStringList requiredTicks;                      ///< of the comparison, and for these acts or that standing
};
/// notFound when there is no answer yet; malformedJson and the like when it can't be read (then: never confirm).
[[nodiscard]] Result<AnswerOnFile> answerOnFile(Work &work, const EngineParts &parts, const Case &subject);
/// The same without what has become of the recipient and of payouts that look the same: for whoever asks only how the
/// answer compares, as each reading does. Its ticks are not complete.
[[nodiscard]] Result<AnswerOnFile> comparedAnswer(Work &work, const EngineParts &parts, const Case &subject);
/// `answer`, and nothing where there is none or it can't be read. An error means that the store failed: that is no
/// difference, and must not be taken for one.
[[nodiscard]] Result<std::optional<AnswerOnFile>> whereReadable(Result<AnswerOnFile> answer);
/// Whether the hard fields of the latest answer are as asked; nothing: there is no answer. One that can't be read is a
/// difference. An error as above.
[[nodiscard]] Result<std::optional<bool>> answeredAsAsked(Work &work, const EngineParts &parts, const Case &subject);
/// The same of what `comparedAnswer` said, where the store did not fail.
[[nodiscard]] std::optional<bool> saysAsAsked(const Result<AnswerOnFile> &answer);

/// What a person is shown of exactly this answer, as bytes (viewBytes); their digest binds a decision to them.
[[nodiscard]] QByteArray viewOf(const AnswerOnFile &answer);

/// The bytes that a decision's signature covers (section 9).
[[nodiscard]] QByteArray decisionBytes(const DecisionRecord &decision);

/// What the engine alone knows for G13 and G14.
struct SenderStanding
{
    bool journalConsistent = false;
    bool auditWhole = false;
    bool fenceCurrent = false;
};

/// Collects the facts of G1-G14 for a stored decision. `needed`: the state from which the confirm leaves (G1),
/// approved; confirming for one that leaves once more.
[[nodiscard]] Result<GateFacts> gateFacts(Work &work, const EngineParts &parts, const Case &subject,
                                          const AnswerOnFile &answer, const DecisionRecord &decision,
                                          const SenderStanding &standing, PayoutState needed = PayoutState::approved);

/// G10 without the hours and the recipient's act: amounts and sender account. Also checked when drafts are submitted
/// and reviews open.
[[nodiscard]] Result<bool> withinLimits(Work &work, const EngineParts &parts, const PayoutContent &content,
                                        const PayoutId &self);

/// The session other than `self`'s in which this payout moved money as far as the bank has said, whatever else it said
/// of that session: then nothing else may pay it.
[[nodiscard]] Result<std::optional<AttemptRecord>> paidElsewhere(Work &work, const PayoutId &payout,
                                                                 const AttemptId &self);

/// Another session than `self`'s holds the payout's one confirm (L1).
[[nodiscard]] Result<bool> confirmedElsewhere(Work &work, const PayoutId &payout, const AttemptId &self);

/// Another session of this payout has paid, or may hold a start and was not reported cancelled, or is one that only the
/// journal names and may pay: nothing of this payout leaves in a newer one (L2).
[[nodiscard]] Result<bool> otherSessionMayPay(Work &work, const PayoutId &payout, const AttemptId &self);

/// A payout that pays `original` again, or one that did, and has left its draft and not ended without money; `self` is
/// not meant.
[[nodiscard]] Result<std::optional<PayoutRecord>> paidAgainBeside(Work &work, const PayoutId &original,
                                                                  const PayoutId &self);

/// What this payout pays again (L12) has not ended without money after all, or something else pays that, or this one,
/// again: a copy of the store may have brought back what another payout has paid since (K15).
[[nodiscard]] Result<bool> originalMayPay(Work &work, const PayoutRecord &payout);

/// The hours of G10, in Moscow time as all that has to do with the bank's day. A payout that was submitted outside them
/// waits.
[[nodiscard]] bool withinHours(const EngineSettings &settings, Instant now);

} // namespace countersign
