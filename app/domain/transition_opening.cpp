#include "domain/transition_parts.h"

namespace countersign::table {

Transition fromDraft(Event event, const EventFacts &)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case submit:
        return to(queued);
    // clang-format off
    case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered: case resolve:
    case pick: case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused:
    case callUnknown: case seenNone: case seenWork: case seenWorkAfterReady: case seenReady: case seenPaid:
    case seenFailed: case seenCancelled: case seenReturned: case seenError: case seenMultiple: case seenGone:
    case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(draft);
}

Transition fromQueued(Event event, const EventFacts &)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case pick:
        return calling(creating, NextCall::create);
    case withdraw:
        return to(draft);
    // clang-format off
    case submit: case approve: case cancelDecided: case closeOrdered: case resendOrdered: case resolve:
    case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused:
    case callUnknown: case seenNone: case seenWork: case seenWorkAfterReady: case seenReady: case seenPaid:
    case seenFailed: case seenCancelled: case seenReturned: case seenError: case seenMultiple: case seenGone:
    case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(queued);
}

// An empty session moves no money: an unknown create is left behind as an orphan and a new attempt may open.
Transition fromCreating(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case callOk:
        return to(open);
    case callNotSent:
        return voiding(queued);
    case callRefused:
        return held(true);
    case callUnknown:
        return facts.createsThisHour >= mostCreatesPerHour ? orphaned(hold) : orphaned(queued);
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case seenNone: case seenWork:
    case seenWorkAfterReady: case seenReady: case seenPaid: case seenFailed: case seenCancelled:
    case seenReturned: case seenError: case seenGone: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(creating);
}

Transition fromOpen(Event event, const EventFacts &)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case proceed:
        return calling(starting, NextCall::start);
    case withdraw:
        return fencing(draft);
    case seenNone:
        return stay(open);
    case seenPaid:
        return paidUnconfirmed(paid);
    case seenReturned:
        return paidUnconfirmed(returned);
    case seenCancelled:
        return ended(cancelled);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case approve: case cancelDecided: case closeOrdered: case resendOrdered: case resolve:
    case pick: case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused:
    case callUnknown: case seenWork: case seenWorkAfterReady: case seenReady: case seenFailed: case seenGone:
    case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(open);
}

// A webhook may overtake the answer: then the observation counts as it would in startUnknown.
Transition fromStarting(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case callOk:
        return to(waitBank);
    case callNotSent:
        return voiding(open);
    case callRefused:
        return fencedHold();
    case callUnknown:
        return asking(startUnknown);
    case seenNone:
        return stay(starting);
    case seenWork:
    case seenWorkAfterReady:
    case seenReady:
    case seenPaid:
    case seenFailed:
    case seenCancelled:
    case seenReturned:
    case seenError:
    case seenMultiple:
        return fromStartUnknown(event, facts);
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case seenGone:
    case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(starting);
}

Transition fromStartUnknown(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenWork:
    case seenWorkAfterReady:
        return to(waitBank);
    case seenReady:
        return ready(facts);
    case seenNone:
    case seenGone:
        return stay(startUnknown);
    case closeOrdered:
        return facts.settled ? calling(closing, NextCall::cancel) : refusal(startUnknown);
    case seenPaid:
        return paidUnconfirmed(paid);
    case seenReturned:
        return paidUnconfirmed(returned);
    case seenCancelled:
        return ended(cancelled);
    case seenFailed:
        return ended(failed);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case resendOrdered: case resolve: case pick:
    case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused:
    case callUnknown: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(startUnknown);
}

Transition fromWaitBank(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenReady:
        return ready(facts);
    case seenWork:
    case seenWorkAfterReady:
    case seenGone:
        return stay(waitBank);
    case waitedForAnswer:
        return held(false);
    case seenPaid:
        return paidUnconfirmed(paid);
    case seenReturned:
        return paidUnconfirmed(returned);
    case seenCancelled:
        return ended(cancelled);
    case seenFailed:
        return ended(failed);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent:
    case callRefused: case callUnknown: case seenNone:
        break;
        // clang-format on
    }
    return unlisted(waitBank);
}

// The empty session of an unknown start is being cancelled; only the bank's word lets a new attempt open (L2).
Transition fromClosing(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case callOk:
        return facts.sessionCancelled ? fencing(queued) : stay(closing);
    case callNotSent:
        return voiding(startUnknown);
    case callRefused:
        return askingHold();
    case callUnknown:
        return asking(closing);
    case seenCancelled:
        return fencing(queued);
    case seenNone:
    case seenReady:
    case seenGone:
        return stay(closing);
    case resendOrdered:
        return facts.sends >= mostSends ? held(false)
               : facts.settled          ? calling(closing, NextCall::sameCancel)
                                        : refusal(closing);
    case seenWork:
    case seenWorkAfterReady:
        return byOthers(executing);
    case seenPaid:
        return byOthers(paid);
    case seenReturned:
        return byOthers(returned);
    case seenFailed:
        return ended(failed); // not empty after all, and not reported cancelled: no new attempt by itself (L2)
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resolve: case pick:
    case proceed: case gatePassed: case gateFailed: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(closing);
}
} // namespace countersign::table
