#include "domain/transition_parts.h"

namespace countersign::table {

Transition fromReview(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case approve:
        return to(approved);
    case cancelDecided:
        return calling(cancelling, NextCall::cancel);
    case seenReady:
        return facts.answerChanged ? changedAnswer(facts) : stay(review);
    case seenWork:
    case seenGone:
        return stay(review);
    case seenWorkAfterReady:
        return byOthers(executing);
    case seenPaid:
        return byOthers(paid);
    case seenReturned:
        return byOthers(returned);
    case seenCancelled:
        return ended(cancelled);
    case seenFailed:
        return ended(failed);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case closeOrdered: case resendOrdered: case resolve: case pick: case proceed:
    case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused: case callUnknown:
    case seenNone: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(review);
}

// A hard difference cannot be confirmed on a live profile; practice and demo may try it (design.md section 4).
Transition fromMismatch(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case approve:
        return facts.mismatchMayBeApproved ? to(approved) : refusal(mismatch);
    case cancelDecided:
        return calling(cancelling, NextCall::cancel);
    case seenReady:
        return facts.answerChanged ? changedAnswer(facts) : stay(mismatch);
    case seenWork:
    case seenGone:
        return stay(mismatch);
    case seenWorkAfterReady:
        return byOthers(executing);
    case seenPaid:
        return byOthers(paid);
    case seenReturned:
        return byOthers(returned);
    case seenCancelled:
        return ended(cancelled);
    case seenFailed:
        return ended(failed);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case closeOrdered: case resendOrdered: case resolve: case pick: case proceed:
    case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused: case callUnknown:
    case seenNone: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(mismatch);
}

Transition fromApproved(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case gatePassed:
        return calling(confirming, NextCall::confirm);
    case gateFailed:
        return backToReview(facts);
    case cancelDecided:
        return cancelInstead();
    case seenReady:
        return facts.answerChanged ? changedAnswer(facts) : stay(approved);
    case seenWork:
    case seenGone:
        return stay(approved);
    case seenWorkAfterReady:
        return byOthers(executing);
    case seenPaid:
        return byOthers(paid);
    case seenReturned:
        return byOthers(returned);
    case seenCancelled:
        return ended(cancelled);
    case seenFailed:
        return ended(failed);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case closeOrdered: case resendOrdered: case resolve: case pick:
    case proceed: case callOk: case callNotSent: case callRefused: case callUnknown: case seenNone:
    case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(approved);
}

// A webhook may overtake the answer: then the observation counts as it would in confirmUnknown.
Transition fromConfirming(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case callOk:
        return to(executing);
    case callNotSent:
        return voiding(approved);
    case callRefused:
        return askingHold();
    case callUnknown:
    case gateFailed: // of a repeat: its first transmission may be in flight still
        return asking(confirmUnknown);
    case cancelDecided:
        return refusal(confirming);
    case seenReady:
    case seenWork:
    case seenGone:
        return stay(confirming);
    case seenWorkAfterReady:
    case seenPaid:
    case seenFailed:
    case seenCancelled:
    case seenReturned:
    case seenError:
    case seenMultiple:
        return fromConfirmUnknown(event, facts);
    // clang-format off
    case submit: case withdraw: case approve: case closeOrdered: case resendOrdered: case resolve: case pick:
    case proceed: case gatePassed: case seenNone: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(confirming);
}

// Nothing is repeated by itself, and no cancel is offered: a confirm may be in flight (L3, L5).
Transition fromConfirmUnknown(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenWork:
    case seenReady:
    case seenGone:
        return stay(confirmUnknown);
    case seenWorkAfterReady:
        return to(executing);
    case seenPaid:
        return told(paid, Telling::paid);
    case seenReturned:
        return told(returned, Telling::returned);
    case seenFailed:
        return ended(failed);
    case seenCancelled:
        return cancelledDespiteConfirm();
    case resendOrdered:
        return facts.sends >= mostSends               ? held(false)
               : facts.settled && facts.decisionValid ? calling(confirming, NextCall::sameConfirm)
                                                      : refusal(confirmUnknown);
    case cancelDecided:
        return refusal(confirmUnknown);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case closeOrdered: case resolve: case pick: case proceed:
    case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused: case callUnknown:
    case seenNone: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(confirmUnknown);
}

// The bank answers cancel with "in progress, nothing to do" before it says cancelled: work after ready is ours here.
Transition fromCancelling(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case callOk:
        return facts.sessionCancelled ? ended(cancelled) : asking(cancelling);
    case callNotSent:
        return notCancelled(facts);
    case callRefused:
        return askingHold();
    case callUnknown:
        return asking(cancelUnknown);
    case seenReady:
    case seenWork:
    case seenWorkAfterReady:
    case seenNone:
    case seenGone:
        return stay(cancelling);
    case seenPaid:
    case seenFailed:
    case seenCancelled:
    case seenReturned:
    case seenError:
    case seenMultiple:
        return fromCancelUnknown(event, facts);
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(cancelling);
}

Transition fromCancelUnknown(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenNone:
    case seenReady:
    case seenWork:
    case seenWorkAfterReady: // our own cancel at work looks so; money that moved is seen as paid
    case seenGone:
        return stay(cancelUnknown);
    case resendOrdered:
        return facts.sends >= mostSends ? held(false)
               : facts.settled          ? calling(cancelling, NextCall::sameCancel)
                                        : refusal(cancelUnknown);
    case seenPaid:
        return byOthers(paid);
    case seenReturned:
        return byOthers(returned);
    case seenCancelled:
        return ended(cancelled);
    case seenFailed:
        return ended(failed);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resolve: case pick:
    case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused:
    case callUnknown: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(cancelUnknown);
}
} // namespace countersign::table
