#include "webhooks/descriptorplan.h"

#include <QtGlobal>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace countersign {

namespace {

constexpr std::uint64_t keptForTheRest = 256;

} // namespace

DescriptorPlan planDescriptors(int wantedConnections, std::uint64_t softLimit, std::uint64_t hardLimit)
{
    const auto wanted = static_cast<std::uint64_t>(std::max(wantedConnections, 0));
    const std::uint64_t soft = std::max(softLimit, std::min(hardLimit, wanted + keptForTheRest));
    const std::uint64_t room = soft - std::min(keptForTheRest, soft / 2);
    return {.softLimit = soft, .connections = static_cast<int>(std::min(wanted, room))};
}

int makeRoomForConnections(int wantedConnections)
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wantedConnections;
    const DescriptorPlan plan = planDescriptors(wantedConnections, limit.rlim_cur, limit.rlim_max);
    rlimit raised = limit;
    raised.rlim_cur = static_cast<rlim_t>(plan.softLimit);
    if (plan.softLimit == limit.rlim_cur || ::setrlimit(RLIMIT_NOFILE, &raised) == 0) return plan.connections;
    return planDescriptors(wantedConnections, limit.rlim_cur, limit.rlim_cur).connections;
#else
    return wantedConnections;
#endif
}

} // namespace countersign
