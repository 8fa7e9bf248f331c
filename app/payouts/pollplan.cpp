#include "payouts/pollplan.h"

#include "domain/workingdays.h"

#include <array>

namespace countersign {

using namespace std::chrono_literals;

namespace {

milliseconds whileUnknown(milliseconds inState, int readings)
{
    static constexpr std::array<milliseconds, 5> first{2s, 5s, 15s, 30s, 60s};
    if (readings < static_cast<int>(first.size())) return first[static_cast<size_t>(readings)];
    return inState < 30min ? 1min : 10min;
}

milliseconds whileMoving(milliseconds inState)
{
    if (inState < 1min) return 5s;
    if (inState < 30min) return 30s;
    return inState < 24h ? 5min : 1h;
}

constexpr int businessDaysOfReturn = 7;

} // namespace

Instant paidWatchEnd(Instant paidAt)
{
    QDate last = bankDay(paidAt);
    for (int passed = 0; passed <= businessDaysOfReturn;) {
        last = last.addDays(1);
        if (isWorkingDay(last)) ++passed;
    }
    return std::max(paidAt + std::chrono::days{10}, startOfBankDay(last.addDays(1)));
}

std::optional<milliseconds> pollInterval(PayoutState state, Instant since, Instant now, int readings)
{
    const auto inState = std::max<milliseconds>(now - since, 0ms);
    switch (state) {
    case PayoutState::draft:
    case PayoutState::queued:
    case PayoutState::creating:
    case PayoutState::open:
    case PayoutState::starting:
        return std::nullopt;
    // Longer than a call takes: a confirm that shall leave once more may have to wait for the key or a freeze.
    case PayoutState::confirming:
        return 1min;
    // Paying again needs two equal readings ten minutes apart (L12).
    case PayoutState::failed:
    case PayoutState::cancelled:
    case PayoutState::returned:
        if (readings >= 2) return std::nullopt;
        return readings == 0 ? milliseconds{5s} : milliseconds{10min + 1s};
    case PayoutState::startUnknown:
    case PayoutState::confirmUnknown:
    case PayoutState::cancelUnknown:
    case PayoutState::closing:
    case PayoutState::cancelling:
        return whileUnknown(inState, readings);
    case PayoutState::waitBank:
    case PayoutState::executing:
        return whileMoving(inState);
    // An approved payout waits for nothing but a fresh reading (G12).
    case PayoutState::approved:
        return readings == 0 ? 0ms : 30s;
    case PayoutState::review:
    case PayoutState::mismatch:
        return 5min;
    case PayoutState::bankError:
        return inState < 10min ? 30s : 1h;
    case PayoutState::hold:
        return inState < 30min ? 1min : 10min;
    case PayoutState::paid:
        if (now > paidWatchEnd(since)) return std::nullopt;
        return 24h;
    }
    return std::nullopt;
}

} // namespace countersign
