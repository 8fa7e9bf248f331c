#include "domain/transition_parts.h"

namespace countersign {

Transition transition(PayoutState state, Event event, const EventFacts &facts)
{
    switch (state) {
    case PayoutState::draft:
        return table::fromDraft(event, facts);
    case PayoutState::queued:
        return table::fromQueued(event, facts);
    case PayoutState::creating:
        return table::fromCreating(event, facts);
    case PayoutState::open:
        return table::fromOpen(event, facts);
    case PayoutState::starting:
        return table::fromStarting(event, facts);
    case PayoutState::startUnknown:
        return table::fromStartUnknown(event, facts);
    case PayoutState::waitBank:
        return table::fromWaitBank(event, facts);
    case PayoutState::review:
        return table::fromReview(event, facts);
    case PayoutState::mismatch:
        return table::fromMismatch(event, facts);
    case PayoutState::approved:
        return table::fromApproved(event, facts);
    case PayoutState::confirming:
        return table::fromConfirming(event, facts);
    case PayoutState::confirmUnknown:
        return table::fromConfirmUnknown(event, facts);
    case PayoutState::executing:
        return table::fromExecuting(event, facts);
    case PayoutState::cancelling:
        return table::fromCancelling(event, facts);
    case PayoutState::cancelUnknown:
        return table::fromCancelUnknown(event, facts);
    case PayoutState::closing:
        return table::fromClosing(event, facts);
    case PayoutState::paid:
        return table::fromPaid(event, facts);
    case PayoutState::failed:
        return table::fromFailed(event, facts);
    case PayoutState::cancelled:
        return table::fromCancelled(event, facts);
    case PayoutState::returned:
        return table::fromReturned(event, facts);
    case PayoutState::bankError:
        return table::fromBankError(event, facts);
    case PayoutState::hold:
        return table::fromHold(event, facts);
    }
    return table::unlisted(state);
}

Transition transitionOfClosedAttempt(AttemptStanding standing, PayoutState state, Event event)
{
    if (event == Event::seenPaid || event == Event::seenReturned) {
        return table::alarming(PayoutState::hold, TableAlarm::doublePay);
    }
    if (event == Event::seenMultiple) return table::twoPayouts();
    if (event == Event::seenReady && standing == AttemptStanding::fenced) {
        Transition result = table::calling(state, NextCall::cancel);
        result.alarm = TableAlarm::fenced;
        result.telling = Telling::needsAttention;
        return result;
    }
    return table::stay(state);
}

namespace {

/// Where the end of that call is awaited; confirm and cancel exclude each other, so the later one counts (L3).
Transition awaiting(PayoutState state, NextCall call)
{
    if (call == NextCall::confirm) return table::to(PayoutState::confirming);
    if (call == NextCall::cancel) return table::to(PayoutState::cancelling);
    return state == PayoutState::open ? table::to(PayoutState::starting) : table::stay(state);
}

} // namespace

Transition transitionOfLostCall(PayoutState state, NextCall call)
{
    switch (state) {
    case PayoutState::open:
    case PayoutState::starting:
    case PayoutState::startUnknown:
    case PayoutState::waitBank:
    case PayoutState::review:
    case PayoutState::mismatch:
    case PayoutState::approved:
    case PayoutState::confirming:
    case PayoutState::cancelling:
        return awaiting(state, call);
    case PayoutState::confirmUnknown:
        return call == NextCall::cancel ? awaiting(state, call) : table::stay(state);
    case PayoutState::cancelUnknown:
    case PayoutState::closing:
        return call == NextCall::confirm ? awaiting(state, call) : table::stay(state);
    case PayoutState::draft:
    case PayoutState::queued:
    case PayoutState::creating:
    case PayoutState::executing:
    case PayoutState::paid:
    case PayoutState::failed:
    case PayoutState::cancelled:
    case PayoutState::returned:
    case PayoutState::bankError:
    case PayoutState::hold:
        return table::stay(state);
    }
    return table::unlisted(state);
}

Transition transitionOfFoundSession(PayoutState state)
{
    switch (state) {
    case PayoutState::draft:
    case PayoutState::queued:
    case PayoutState::creating:
    case PayoutState::open:
    case PayoutState::closing:
    case PayoutState::cancelling:
    case PayoutState::cancelUnknown:
    case PayoutState::hold:
        return table::to(PayoutState::starting);
    case PayoutState::starting:
    case PayoutState::startUnknown:
    case PayoutState::waitBank:
    case PayoutState::review:
    case PayoutState::mismatch:
    case PayoutState::approved:
    case PayoutState::confirming:
    case PayoutState::confirmUnknown:
    case PayoutState::executing:
    case PayoutState::paid:
    case PayoutState::failed:
    case PayoutState::cancelled:
    case PayoutState::returned:
    case PayoutState::bankError:
        return table::stay(state);
    }
    return table::unlisted(state);
}

Transition transitionOfLostSession(PayoutState state)
{
    if (state == PayoutState::draft || state == PayoutState::queued) return table::held(false);
    if (state != PayoutState::open) return table::stay(state);
    Transition result = table::held(false);
    result.standing = AttemptStanding::fenced;
    return result;
}

} // namespace countersign
