#include "faults/model/steps.h"

#include <algorithm>

namespace countersign::faults::model {

namespace {

constexpr int mostSends = 2; // the third changes nothing that the second does not

void put(std::uint8_t &underWay, const RulesOn &rules)
{
    underWay = static_cast<std::uint8_t>(std::min(2, underWay + (rules.oneShotBody ? 1 : 2)));
}

State nextAttempt(const State &state)
{
    State after = state;
    after.attempt = 1;
    after.phase = Phase::open;
    after.seen = Seen::nothing;
    after.confirms = after.cancels = 0;
    return after;
}

State sendingCancel(const State &state, Phase phase)
{
    State after = state;
    after.phase = phase;
    ++after.present().cancelsUnderWay;
    ++after.cancels;
    return after;
}

void sendings(const State &state, const RulesOn &rules, const Follow &follow)
{
    State after = state;
    if (state.phase == Phase::open) {
        after.phase = Phase::starting;
        put(after.present().startsUnderWay, rules);
        follow(after, "the desk sends start");
    }
    const bool gate = state.seen == Seen::oneReady || (!rules.exactlyOnePayout && state.seen == Seen::severalReady);
    const bool again = state.phase == Phase::confirmUnknown && state.confirms < mostSends;
    if ((state.phase == Phase::review || again) && gate) {
        after.phase = Phase::confirming;
        ++after.confirms;
        put(after.present().confirmsUnderWay, rules);
        follow(after, again ? "the desk sends the same confirm again" : "a person approves, the desk sends confirm");
    }
}

/// No answer in time, or the program died; its intent is in the store.
void endings(const State &state, const RulesOn &rules, const Follow &follow)
{
    State after = state;
    if (state.phase == Phase::starting) {
        after.phase = Phase::startUnknown;
        follow(after, "the desk has no answer to start");
        if (!rules.intentBeforeSending) {
            after.phase = Phase::open;
            follow(after, "the program dies and has forgotten that it sent start");
        }
    }
    if (state.phase == Phase::confirming) {
        after.phase = Phase::confirmUnknown;
        after.seen = Seen::nothing;
        follow(after, "the desk has no answer to confirm");
    }
}

/// What a person may order, and what must never be possible.
void orders(const State &state, const RulesOn &rules, const Follow &follow)
{
    const bool first = state.attempt == 0;
    if (state.phase == Phase::startUnknown) {
        if (state.seen == Seen::none && state.cancels < mostSends) {
            follow(sendingCancel(state, Phase::closing), "a person orders to close the empty session");
        }
        if (!rules.oneStartPerSession) {
            State again = state;
            again.phase = Phase::open;
            follow(again, "the start is to be repeated in the same session");
        }
        if (!rules.closeBeforeNewAttempt && first) follow(nextAttempt(state), "a new attempt beside the old session");
    }
    if (state.phase == Phase::closing && state.cancels < mostSends) {
        follow(sendingCancel(state, Phase::closing), "the same cancel again");
    }
    if ((state.phase == Phase::review || (state.phase == Phase::ended && state.seen == Seen::severalReady)) &&
        state.cancels < mostSends) {
        follow(sendingCancel(state, Phase::cancelling), "a person cancels");
    }
    if (state.phase == Phase::confirmUnknown && !rules.oneConfirmPerPayout && first) {
        follow(nextAttempt(state), "the unknown confirm is to be repeated in a new session");
    }
}

/// A reading of the present session arrives, fresh or old.
void reads(const State &state, Seen seen, const RulesOn &rules, const Follow &follow, const char *what)
{
    State after = state;
    after.seen = seen;
    const bool first = state.attempt == 0;
    const bool beforeConfirm = state.phase == Phase::starting || state.phase == Phase::startUnknown ||
                               state.phase == Phase::waiting || state.phase == Phase::review;
    if (seen == Seen::cancelled && state.phase == Phase::closing) {
        return follow(first ? nextAttempt(state) : after, "the desk reads that the old session is cancelled");
    }
    if (seen == Seen::error && !rules.errorIsNotFinal && first && state.phase != Phase::ended) {
        follow(nextAttempt(state), "error is taken for the end, a new attempt begins");
    }
    if (seen == Seen::paid || seen == Seen::cancelled) after.phase = Phase::ended;
    if (seen == Seen::oneReady && beforeConfirm) after.phase = Phase::review;
    if (seen == Seen::severalReady && beforeConfirm) {
        after.phase = rules.exactlyOnePayout ? Phase::ended : Phase::review; // on hold: only cancel is offered
    }
    if (seen == Seen::atWork && (state.phase == Phase::confirmUnknown || state.phase == Phase::confirming)) {
        after.phase = Phase::executing;
    }
    if (after != state) follow(after, what);
}

void readings(const State &state, const RulesOn &rules, const Follow &follow)
{
    if (state.phase == Phase::open || state.phase == Phase::ended) return;
    const Session &session = state.present();
    reads(state, session.now(), rules, follow, "the desk reads the status");
    if (session.saidOneReady) reads(state, Seen::oneReady, rules, follow, "an old message arrives: ready");
    if (session.saidSeveralReady)
        reads(state, Seen::severalReady, rules, follow, "an old message arrives: two payouts");
    if (session.saidError) reads(state, Seen::error, rules, follow, "an old message arrives: error");
}

} // namespace

void stepsOfTheDesk(const State &state, const RulesOn &rules, const Follow &follow)
{
    sendings(state, rules, follow);
    endings(state, rules, follow);
    orders(state, rules, follow);
    readings(state, rules, follow);
}

} // namespace countersign::faults::model
