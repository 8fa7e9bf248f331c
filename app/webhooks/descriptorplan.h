#pragma once

#include <cstdint>

namespace countersign {

/// How many connections may be open so that a flood of them never takes the descriptors which the store, the journal
/// and the calls to the bank need (threat-model.md W4).
struct DescriptorPlan
{
    std::uint64_t softLimit = 0; ///< what the process should ask the system for
    int connections = 0;

    friend bool operator==(const DescriptorPlan &, const DescriptorPlan &) = default;
};

/// `softLimit` is what the process may open now, `hardLimit` what it may ask for. 256 stay with the rest of the
/// program; half of them all where there are fewer than 512.
[[nodiscard]] DescriptorPlan planDescriptors(int wantedConnections, std::uint64_t softLimit, std::uint64_t hardLimit);

/// Raises this process's own limit as far as the plan says and the system allows; returns the connections that may be
/// open. Systems without such a limit give all that are wanted.
[[nodiscard]] int makeRoomForConnections(int wantedConnections);

} // namespace countersign
