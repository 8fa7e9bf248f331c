#pragma once

#include "domain/transition.h"

// The words in which the rows of the table are written; only the transition_*.cpp files see them.
namespace countersign::table {

inline constexpr int mostCreatesPerHour = 3;

inline Transition to(PayoutState state)
{
    return {.to = state};
}

/// In the table, and nothing changes but what is stored.
inline Transition stay(PayoutState state)
{
    return {.to = state};
}

inline Transition unlisted(PayoutState state)
{
    return {.to = state, .listed = false, .alarm = TableAlarm::unexpected};
}

inline Transition refusal(PayoutState state)
{
    return {.to = state, .refused = true};
}

inline Transition calling(PayoutState state, NextCall call)
{
    return {.to = state, .call = call};
}

inline Transition asking(PayoutState state)
{
    return {.to = state, .askStatus = true};
}

inline Transition voiding(PayoutState state)
{
    return {.to = state, .voidIntent = true};
}

inline Transition fencing(PayoutState state)
{
    return {.to = state, .standing = AttemptStanding::fenced};
}

inline Transition orphaned(PayoutState state)
{
    return {.to = state,
            .standing = AttemptStanding::orphan,
            .telling = state == PayoutState::hold ? Telling::needsAttention : Telling::none};
}

inline Transition held(bool voidIntent)
{
    return {.to = PayoutState::hold, .voidIntent = voidIntent, .telling = Telling::needsAttention};
}

/// start was definitely refused: the session is given up.
inline Transition fencedHold()
{
    Transition result = held(true);
    result.standing = AttemptStanding::fenced;
    return result;
}

/// confirm or cancel was definitely refused: the intent is void, and status tells what is true.
inline Transition askingHold()
{
    Transition result = held(true);
    result.askStatus = true;
    return result;
}

inline Transition told(PayoutState state, Telling telling)
{
    return {.to = state, .telling = telling};
}

/// The bank ended it without paying.
inline Transition ended(PayoutState state)
{
    return {.to = state, .voidDecisions = true, .telling = Telling::failed};
}

inline Transition erring()
{
    return {.to = PayoutState::bankError, .telling = Telling::needsAttention};
}

inline Transition alarming(PayoutState state, TableAlarm alarm)
{
    return {.to = state, .alarm = alarm, .freeze = true, .telling = Telling::needsAttention};
}

/// Paid before there was anything to confirm.
inline Transition paidUnconfirmed(PayoutState state)
{
    return alarming(state, TableAlarm::unconfirmed);
}

/// Confirmed or paid by somebody else than us.
inline Transition byOthers(PayoutState state)
{
    Transition result = alarming(state, TableAlarm::foreign);
    result.voidDecisions = true;
    return result;
}

inline Transition twoPayouts()
{
    return alarming(PayoutState::hold, TableAlarm::doubleSession);
}

inline Transition contradicted()
{
    return alarming(PayoutState::hold, TableAlarm::contradiction);
}

inline PayoutState reviewOrMismatch(const EventFacts &facts)
{
    return facts.hardFieldsEqual ? PayoutState::review : PayoutState::mismatch;
}

/// First answer of the bank. Without confirm_information there is nothing to review: keep asking.
inline Transition ready(const EventFacts &facts)
{
    if (!facts.hasAnswer) return asking(PayoutState::waitBank);
    return told(reviewOrMismatch(facts), Telling::readyToReview);
}

inline Transition changedAnswer(const EventFacts &facts)
{
    Transition result = told(reviewOrMismatch(facts), Telling::readyToReview);
    result.voidDecisions = true;
    return result;
}

inline Transition backToReview(const EventFacts &facts)
{
    return {.to = reviewOrMismatch(facts), .voidDecisions = true};
}

inline Transition cancelInstead()
{
    Transition result = calling(PayoutState::cancelling, NextCall::cancel);
    result.voidDecisions = true;
    return result;
}

inline Transition notCancelled(const EventFacts &facts)
{
    if (facts.heldTwo || !facts.hasAnswer) {
        return {.to = PayoutState::hold,
                .voidIntent = true,
                .voidDecisions = true,
                .telling = Telling::needsAttention};
    }
    return {.to = reviewOrMismatch(facts), .voidIntent = true, .voidDecisions = true};
}

inline Transition cancelledDespiteConfirm()
{
    Transition result = ended(PayoutState::cancelled);
    result.telling = Telling::needsAttention;
    result.alarm = TableAlarm::unexpected;
    return result;
}

Transition fromDraft(Event event, const EventFacts &facts);
Transition fromQueued(Event event, const EventFacts &facts);
Transition fromCreating(Event event, const EventFacts &facts);
Transition fromOpen(Event event, const EventFacts &facts);
Transition fromStarting(Event event, const EventFacts &facts);
Transition fromStartUnknown(Event event, const EventFacts &facts);
Transition fromWaitBank(Event event, const EventFacts &facts);
Transition fromClosing(Event event, const EventFacts &facts);
Transition fromReview(Event event, const EventFacts &facts);
Transition fromMismatch(Event event, const EventFacts &facts);
Transition fromApproved(Event event, const EventFacts &facts);
Transition fromConfirming(Event event, const EventFacts &facts);
Transition fromConfirmUnknown(Event event, const EventFacts &facts);
Transition fromCancelling(Event event, const EventFacts &facts);
Transition fromCancelUnknown(Event event, const EventFacts &facts);
Transition fromExecuting(Event event, const EventFacts &facts);
Transition fromPaid(Event event, const EventFacts &facts);
Transition fromFailed(Event event, const EventFacts &facts);
Transition fromCancelled(Event event, const EventFacts &facts);
Transition fromReturned(Event event, const EventFacts &facts);
Transition fromBankError(Event event, const EventFacts &facts);
Transition fromHold(Event event, const EventFacts &facts);

} // namespace countersign::table
