#pragma once

#include "config/profilestore.h"

namespace countersign::bench {

/// Fills a new store and its send journal with that many payouts of two years, as the desk itself would have left
/// them: nearly all paid, each with instruction, attempt, three calls and its lines in the audit chain. `withHistory`
/// false leaves out everything but the payouts, for lists of a million.
void fillStore(const ProfilePaths &paths, int payouts, bool withHistory);

} // namespace countersign::bench
