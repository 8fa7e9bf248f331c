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

} // namespace countersign
