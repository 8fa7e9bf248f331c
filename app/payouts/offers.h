#pragma once

#include "domain/transition.h"
#include "ports/payoutreader.h"

namespace countersign {

/// Acts that payout-lifecycle.md section 6 leaves to a person alone.
enum class PersonOrder {
    closeAndTryAgain,  ///< SU, "none" settled: cancel the empty session, then a new attempt
    sendConfirmAgain,  ///< FU, "ready" settled, decision valid, at most 3 sends: the same bytes again
    sendCancelAgain,   ///< NU or CL, "ready"/"none" settled, at most 3 sends: the same cancel again
    cancelAtBank,      ///< WB, HD with an open session: cancel, nothing is paid
    putOnHold,         ///< FU, NU or CL after 3 sends: wait for the bank's word by telephone or paper; reason needed
    acceptObservation, ///< HD: take over what the bank's latest reading says; reason needed
};

/// What can be done with a payout, in the order in which buttons should stand; the first is the next action.
enum class Offer {
    editDraft,
    sendForChecking,
    discardDraft,
    withdraw,
    review,
    cancelPayout, ///< a decision "cancel": nothing is paid
    askNow,
    closeAndTryAgain,
    sendConfirmAgain,
    sendCancelAgain,
    cancelAtBank,
    putOnHold,
    acceptObservation,
    payAgain,
};

struct OfferedAct
{
    Offer offer;
    bool enabled = true;
    std::optional<Instant> availableFrom; ///< when known: disabled until then (the settle rule)
};

/// The settle rule of section 5: at least 3 status readings with the same result, over at least 10 minutes, the first
/// at least 60 s after the last byte could have been sent. What was read before does not count, whatever a clock that
/// was set back makes of its time (L5, L11).
struct Settling
{
    int readings = 0;                    ///< equal readings in a row so far, newest backwards
    std::optional<ObservationKind> kind; ///< what they say
    bool settled = false;
    std::optional<Instant> settlesAt; ///< the earliest moment, when the readings go on like this
};
[[nodiscard]] Settling settlingOf(const QList<ObservationRecord> &newestFirst, const QList<SendRecord> &sends,
                                  Instant now);

/// NU, CL, FN: the bank goes on as if there had been no cancel, and the same one may leave once more.
[[nodiscard]] bool leavesCancelUndone(const Settling &settling);

/// The money has left, be it that it came back.
[[nodiscard]] bool movedMoney(std::optional<PayoutState> state);

/// The newest reading that counts: a lower rank than the attempt's recorded one is stored and ignored (L11). Null:
/// none.
[[nodiscard]] const ObservationRecord *latestThatCounts(const QList<ObservationRecord> &newestFirst, int rank);

/// The bank waits for a confirm and has not said what it is going to do.
[[nodiscard]] QString confirmInfoMissing();
/// Why a payout of which only a part came back is not paid again: the rest has stayed where it was sent.
[[nodiscard]] QString returnedInPart();
/// The same where the bank does not say how much came back.
[[nodiscard]] QString returnAmountUnknown();
/// One of these two is its reason. Only a return of the whole amount takes it away.
[[nodiscard]] bool keepsMoney(const PayoutRecord &payout);

/// It ended without money, or the money came back, and the bank has not said otherwise of its session: nothing else
/// may be paid again.
[[nodiscard]] bool endedWithoutMoney(const PayoutRecord &payout, const QList<ObservationRecord> &newestFirst);
/// L12: failed, cancelled or returned, and two status readings at least 10 minutes apart say the same.
[[nodiscard]] bool payAgainAllowed(const PayoutRecord &payout, const QList<ObservationRecord> &newestFirst);
/// The earliest moment at which payAgainAllowed can become true; nothing when it is, or never will be by waiting.
[[nodiscard]] std::optional<Instant> payAgainFrom(const PayoutRecord &payout,
                                                  const QList<ObservationRecord> &newestFirst);

/// False for a transmission that is proven never to have left: it neither settles nor counts towards mostSends.
[[nodiscard]] bool mayHaveArrived(const SendRecord &send);

/// When the last byte of a call could have left: the end of its last transmission, or its start plus the total
/// time-out when no end is known.
[[nodiscard]] Instant lastByteCouldHaveLeft(const QList<SendRecord> &sends);

/// L1: among these is a confirm that is not void.
[[nodiscard]] bool confirmStands(const QList<IntentRecord> &intents);

/// Among these is an approval in force, of the answer that is the bank's latest: without it a confirm is not repeated.
[[nodiscard]] bool approvalStands(const QList<DecisionRecord> &decisions,
                                  const std::optional<ConfirmInfoRecord> &latest, Instant now);

/// HD: the bank waits for a word about the present session, and neither confirm nor cancel stands (L3). `intents` all
/// of the attempt's.
[[nodiscard]] bool cancelOfferedInHold(const std::optional<AttemptRecord> &attempt, const QList<IntentRecord> &intents,
                                       const QList<ObservationRecord> &newestFirst);

/// K15: the journal names a session of the payout whose content nobody knows (alarm journalAhead), and the bank has not
/// said that it was cancelled or failed, or has said at any time that money moved. Then nothing of the payout leaves,
/// and nothing ends it but its payment (L2).
[[nodiscard]] bool lostSessionMayPay(const QList<AlarmRecord> &alarms, const PayoutId &payout);

/// What "take over what the bank says" would lead to (HD); nothing: not possible. `hardFieldsEqual`: of the latest
/// answer; nothing: none is stored, and there is nothing to review.
[[nodiscard]] std::optional<PayoutState> resolvableTo(const PayoutRecord &payout,
                                                      const std::optional<AttemptRecord> &attempt,
                                                      const QList<IntentRecord> &intents,
                                                      const QList<ObservationRecord> &newestFirst,
                                                      std::optional<bool> hardFieldsEqual);

/// Pure; the same rules that the engine applies again when an act arrives.
[[nodiscard]] QList<OfferedAct> offersFor(const PayoutDossier &dossier, Instant now);

} // namespace countersign
