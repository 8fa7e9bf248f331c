#pragma once

#include <cstdlib>
#include <cstring>

namespace countersign::test {

/// Whether this run has that rule of payout-lifecycle.md switched off ("L5", "G4"). Only the sources that mutate.py
/// writes know of it; the program's own sources do not.
inline bool isOff(const char *rule)
{
    const char *off = std::getenv("COUNTERSIGN_RULE_OFF"); // NOLINT(concurrency-mt-unsafe): nobody sets it meanwhile
    return off != nullptr && std::strcmp(off, rule) == 0;
}

} // namespace countersign::test
