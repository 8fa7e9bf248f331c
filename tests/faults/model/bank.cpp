#include "faults/model/steps.h"

#include <algorithm>

namespace countersign::faults::model {

namespace {

std::uint8_t plus(std::uint8_t count, int more)
{
    return static_cast<std::uint8_t>(std::min(2, count + more));
}

/// The bank has worked; the desk hears so, or does not.
void answered(const State &after, int session, Phase waiting, Phase heard, const Follow &follow, const char *what)
{
    follow(after, what);
    if (after.attempt != session || after.phase != waiting) return;
    State told = after;
    told.phase = heard;
    follow(told, "…and its answer arrives");
}

void start(const State &state, int index, const Bank &bank, const Follow &follow)
{
    State after = state;
    Session &session = after.sessions[static_cast<std::size_t>(index)];
    --session.startsUnderWay;
    if (session.cancelled) return follow(after, "the bank refuses a start in a cancelled session");
    for (int made = 1; made <= (bank.makesTwoOfOne ? 2 : 1); ++made) {
        State begun = after;
        Session &with = begun.sessions[static_cast<std::size_t>(index)];
        with.pending = plus(with.pending, made);
        with.saidOneReady = with.saidOneReady || with.made() == 1;
        with.saidSeveralReady = with.saidSeveralReady || with.made() > 1;
        answered(begun, index, Phase::starting, Phase::waiting, follow, "the bank works on a start");
    }
}

void confirm(const State &state, int index, const Follow &follow)
{
    State after = state;
    Session &session = after.sessions[static_cast<std::size_t>(index)];
    --session.confirmsUnderWay;
    if (session.pending == 0) return follow(after, "the bank has nothing to confirm");
    session.executing = plus(session.executing, session.pending);
    session.pending = 0;
    answered(after, index, Phase::confirming, Phase::executing, follow, "the bank works on a confirm");
}

void cancel(const State &state, int index, const Follow &follow)
{
    State after = state;
    Session &session = after.sessions[static_cast<std::size_t>(index)];
    --session.cancelsUnderWay;
    if (session.executing + session.paid > 0) return follow(after, "the bank can't cancel any more");
    session.pending = 0;
    session.cancelled = true;
    follow(after, "the bank cancels the session");
}

} // namespace

void stepsOfTheBank(const State &state, const Bank &bank, const Follow &follow)
{
    for (int index = 0; index < 2; ++index) {
        const Session &session = state.sessions[static_cast<std::size_t>(index)];
        if (session.startsUnderWay > 0) start(state, index, bank, follow);
        if (session.confirmsUnderWay > 0) confirm(state, index, follow);
        if (session.cancelsUnderWay > 0) cancel(state, index, follow);
        State after = state;
        Session &changed = after.sessions[static_cast<std::size_t>(index)];
        if (bank.confirmsByItself && session.pending > 0) {
            changed.executing = plus(changed.executing, changed.pending);
            changed.pending = 0;
            follow(after, "the bank confirms by itself");
            continue;
        }
        if (session.executing == 0) continue;
        if (!session.saysError) {
            changed.saysError = changed.saidError = true;
            follow(after, "the bank says error while it works");
        }
        changed.saysError = false;
        --changed.executing;
        changed.paid = plus(changed.paid, 1);
        follow(after, "MONEY LEAVES");
    }
}

void losses(const State &state, const Follow &follow)
{
    for (std::size_t index = 0; index < 2; ++index) {
        for (const auto call : {&Session::startsUnderWay, &Session::confirmsUnderWay, &Session::cancelsUnderWay}) {
            if (state.sessions[index].*call == 0) continue;
            State after = state;
            --(after.sessions[index].*call);
            follow(after, "a call is lost");
        }
    }
}

} // namespace countersign::faults::model
