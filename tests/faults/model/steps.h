#pragma once

#include "faults/model/model.h"
#include "faults/model/state.h"

#include <functional>

namespace countersign::faults::model {

/// Told each state that can follow, with what happened.
using Follow = std::function<void(const State &, const char *what)>;

void stepsOfTheDesk(const State &state, const RulesOn &rules, const Follow &follow);
void stepsOfTheBank(const State &state, const Bank &bank, const Follow &follow);
/// What gets lost on its way.
void losses(const State &state, const Follow &follow);

} // namespace countersign::faults::model
