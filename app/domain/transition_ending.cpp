#include "domain/transition_parts.h"

namespace countersign::table {

Transition fromExecuting(Event event, const EventFacts &)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenPaid:
        return told(paid, Telling::paid);
    case seenReturned:
        return told(returned, Telling::returned);
    case seenFailed:
        return ended(failed);
    case seenCancelled:
        return ended(cancelled);
    case seenWork:
    case seenWorkAfterReady:
    case seenReady:
    case seenGone:
        return stay(executing);
    case seenError:
        return erring();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent:
    case callRefused: case callUnknown: case seenNone: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(executing);
}

Transition fromPaid(Event event, const EventFacts &)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenPaid:
    case seenGone:
        return stay(paid);
    case seenReturned:
        return told(returned, Telling::returned);
    case seenFailed:
    case seenCancelled:
        return contradicted();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent:
    case callRefused: case callUnknown: case seenNone: case seenWork: case seenWorkAfterReady: case seenReady:
    case seenError: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(paid);
}

Transition fromFailed(Event event, const EventFacts &)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenFailed:
    case seenGone:
        return stay(failed);
    case seenPaid:
    case seenCancelled:
    case seenReturned:
        return contradicted();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent:
    case callRefused: case callUnknown: case seenNone: case seenWork: case seenWorkAfterReady: case seenReady:
    case seenError: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(failed);
}

Transition fromCancelled(Event event, const EventFacts &)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenCancelled:
    case seenGone:
        return stay(cancelled);
    case seenPaid:
    case seenFailed:
    case seenReturned:
        return contradicted();
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent:
    case callRefused: case callUnknown: case seenNone: case seenWork: case seenWorkAfterReady: case seenReady:
    case seenError: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(cancelled);
}

Transition fromReturned(Event event, const EventFacts &)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenReturned:
    case seenGone:
        return stay(returned);
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent:
    case callRefused: case callUnknown: case seenNone: case seenWork: case seenWorkAfterReady: case seenReady:
    case seenPaid: case seenFailed: case seenCancelled: case seenError: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(returned);
}

// Session `error` is not final (F3): whatever comes next counts as it would from the remembered state.
Transition fromBankError(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case seenError:
        return stay(bankError);
    case seenGone:
        return stay(bankError);
    case seenNone:
    case seenWork:
    case seenWorkAfterReady:
    case seenReady:
    case seenPaid:
    case seenFailed:
    case seenCancelled:
    case seenReturned:
    case seenMultiple:
        return transition(facts.before.value_or(hold), event, facts);
    // clang-format off
    case submit: case withdraw: case approve: case cancelDecided: case closeOrdered: case resendOrdered:
    case resolve: case pick: case proceed: case gatePassed: case gateFailed: case callOk: case callNotSent:
    case callRefused: case callUnknown: case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(bankError);
}

// Observations are stored and wait for the person, who may take over only what the latest one says.
Transition fromHold(Event event, const EventFacts &facts)
{
    using enum Event;
    using enum PayoutState;
    switch (event) {
    case resolve:
        return facts.resolveTo ? to(*facts.resolveTo) : refusal(hold);
    case cancelDecided:
        return calling(cancelling, NextCall::cancel);
    case seenNone:
    case seenWork:
    case seenWorkAfterReady:
    case seenReady:
    case seenPaid:
    case seenFailed:
    case seenCancelled:
    case seenReturned:
    case seenError:
    case seenGone:
        return stay(hold);
    case seenMultiple:
        return twoPayouts();
    // clang-format off
    case submit: case withdraw: case approve: case closeOrdered: case resendOrdered: case pick: case proceed:
    case gatePassed: case gateFailed: case callOk: case callNotSent: case callRefused: case callUnknown:
    case waitedForAnswer:
        break;
        // clang-format on
    }
    return unlisted(hold);
}
} // namespace countersign::table
