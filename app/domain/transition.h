#pragma once

#include "domain/payoutstate.h"

#include <optional>

namespace countersign {

/// What can happen to a payout (payout-lifecycle.md section 6).
enum class Event {
    // a person
    submit,
    withdraw,
    approve,
    cancelDecided,
    closeOrdered,  ///< "close and try again" on a settled "none"
    resendOrdered, ///< the same confirm or cancel again
    resolve,       ///< out of hold; EventFacts::resolveTo
    // the sender
    pick,
    proceed,
    gatePassed,
    gateFailed, ///< also: the decision expired or was withdrawn
    // how a call of ours ended
    callOk,
    callNotSent,
    callRefused,
    callUnknown,
    // what the bank said (section 5)
    seenNone,
    seenWork,
    seenWorkAfterReady, ///< work of rank 3
    seenReady,
    seenPaid,
    seenFailed,
    seenCancelled,
    seenReturned,
    seenError,
    seenMultiple,
    seenGone,
    // time passed
    waitedForAnswer, ///< ready for 10 minutes, and no confirm_information came
};
inline constexpr int eventCount = 27;

/// The same confirm or cancel leaves this often at most (section 6).
inline constexpr int mostSends = 3;

/// What the guards of the table ask about. Everything is read from the store by the caller.
struct EventFacts
{
    bool hasAnswer = true;              ///< seenReady, callNotSent of cancel: confirm_information is stored
    bool hardFieldsEqual = true;        ///< of the latest answer: review if true, mismatch if not
    bool answerChanged = false;         ///< seenReady: its canonical digest differs from the one before
    bool settled = false;               ///< the settle rule of section 5 holds for the latest reading
    bool decisionValid = false;         ///< resendOrdered: the decision behind the intent still stands
    int sends = 1;                      ///< resendOrdered: transmissions of the intent so far
    int createsThisHour = 1;            ///< callUnknown of create
    bool heldTwo = false;               ///< callNotSent of cancel: the session ever held two payouts (L8)
    bool sessionCancelled = false;      ///< callOk of cancel: its answer says so
    bool mismatchMayBeApproved = false; ///< practice and demo profiles (design.md section 4)
    std::optional<PayoutState> before = std::nullopt;    ///< bankError: the remembered state
    std::optional<PayoutState> resolveTo = std::nullopt; ///< resolve: what the latest observation allows
};

/// What the Sender must bring on its way in the same transaction.
enum class NextCall { none, create, start, confirm, cancel, sameConfirm, sameCancel };

/// What a person has to be told.
enum class Telling { none, readyToReview, paid, failed, returned, needsAttention };

/// Alarms that the table itself raises; all but `unexpected` and `fenced` freeze (L14).
enum class TableAlarm { none, unexpected, unconfirmed, foreign, contradiction, doubleSession, doublePay, fenced };

struct Transition
{
    PayoutState to;
    bool listed = true;   ///< false: not in the table; stored, state kept, alarm `unexpected`
    bool refused = false; ///< in the table as a refusal ("a confirm may be in flight"): nothing changes
    NextCall call = NextCall::none;
    bool askStatus = false;
    bool voidIntent = false; ///< the call is proven not sent or definitely refused (L6)
    bool voidDecisions = false;
    std::optional<AttemptStanding> standing = std::nullopt;
    TableAlarm alarm = TableAlarm::none;
    bool freeze = false;
    Telling telling = Telling::none;
    friend bool operator==(const Transition &, const Transition &) = default;
};

/// The table of section 6 as one pure function. Differences from the page, each because an event the page does not
/// list there would otherwise get stuck: a webhook may overtake the answer of confirm and cancel (CF as FU, CN as NU);
/// CN and NU stay where they are on work after ready, because the bank answers cancel with exactly that before it says
/// cancelled; a failed payout ends CL, because only a cancelled session lets a new attempt open (L2);
/// `returned` counts as paid-and-returned wherever `paid` is listed; a close call that was not sent or was refused goes
/// back to SU or to HD; a repeated confirm passes the gate again, and goes back to FU when it refuses; two payouts in a
/// given-up session alarm as in a live one; FU and NU that were sent often enough go to HD as CL does, when a person
/// says so; in OP money that has moved counts as in SU; in HD observations are stored and wait for the person.
[[nodiscard]] Transition transition(PayoutState state, Event event, const EventFacts &facts);

/// The same for an attempt that is no longer live: its session must never pay (last two rows of the table).
/// `state` is the payout's; it changes only to hold.
[[nodiscard]] Transition transitionOfClosedAttempt(AttemptStanding standing, PayoutState state, Event event);

/// The send journal tells of a call that the store has lost (K15): the payout stands where that call's end is awaited.
/// What the bank has said since, and what has ended, stays.
[[nodiscard]] Transition transitionOfLostCall(PayoutState state, NextCall call);

/// The send journal tells of a later session of the payout, started with its content (K15): the payout stands where the
/// end of that start is awaited. From hold only while no other session may pay; the caller asks.
[[nodiscard]] Transition transitionOfFoundSession(PayoutState state);

/// The send journal tells of a session that carried another content than the store knows (K15): what could be sent by
/// itself or by one press goes on hold.
[[nodiscard]] Transition transitionOfLostSession(PayoutState state);

} // namespace countersign
