#include "faults/model/model.h"

#include "faults/model/steps.h"

#include <algorithm>
#include <map>

namespace countersign::faults::model {

namespace {

struct Reached
{
    State state;
    std::size_t from;
    const char *what;
};

std::vector<std::string> wayTo(const std::vector<Reached> &reached, std::size_t last)
{
    std::vector<std::string> steps;
    for (std::size_t at = last; at != 0; at = reached[at].from)
        steps.emplace_back(reached[at].what);
    std::ranges::reverse(steps);
    return steps;
}

} // namespace

Finding search(const RulesOn &rules, const Bank &bank)
{
    std::vector<Reached> reached{{State{}, 0, ""}};
    std::map<State, std::size_t> known{{State{}, 0}};
    bool paidOnce = false;
    for (std::size_t at = 0; at < reached.size(); ++at) {
        const State state = reached[at].state;
        paidOnce = paidOnce || state.paid() == 1;
        if (state.paid() >= 2) return {paidOnce, true, reached.size(), wayTo(reached, at)};
        const Follow follow = [&](const State &next, const char *what) {
            if (known.emplace(next, reached.size()).second) reached.push_back({next, at, what});
        };
        stepsOfTheDesk(state, rules, follow);
        stepsOfTheBank(state, bank, follow);
        losses(state, follow);
    }
    return {paidOnce, false, reached.size(), {}};
}

} // namespace countersign::faults::model
