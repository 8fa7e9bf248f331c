#pragma once

#include <array>
#include <compare>
#include <cstdint>

namespace countersign::faults::model {

/// Where the desk stands with its present attempt.
enum class Phase : std::uint8_t {
    open,
    starting,
    startUnknown,
    waiting,
    review,
    confirming,
    confirmUnknown,
    executing,
    closing,
    cancelling,
    ended,
};

/// What the desk read last of its present session.
enum class Seen : std::uint8_t { nothing, none, oneReady, severalReady, atWork, error, paid, cancelled };

/// One session: what is on its way to the bank, and what the bank has. Counts up to 2, which is enough for a second
/// payment.
struct Session
{
    std::uint8_t startsUnderWay = 0;
    std::uint8_t confirmsUnderWay = 0;
    std::uint8_t cancelsUnderWay = 0;
    std::uint8_t pending = 0;   ///< payouts that wait for a confirm
    std::uint8_t executing = 0; ///< confirmed, money not yet gone
    std::uint8_t paid = 0;
    bool cancelled = false;
    bool saysError = false;
    // what the bank has said at some time: such a message may still arrive
    bool saidOneReady = false;
    bool saidSeveralReady = false;
    bool saidError = false;
    auto operator<=>(const Session &) const = default;

    [[nodiscard]] int made() const { return pending + executing + paid; }
    /// What a status call reads now.
    [[nodiscard]] Seen now() const
    {
        if (saysError) return Seen::error;
        if (paid > 0) return Seen::paid;
        if (cancelled) return Seen::cancelled;
        if (made() == 0) return Seen::none;
        if (executing > 0) return Seen::atWork;
        return pending == 1 ? Seen::oneReady : Seen::severalReady;
    }
};

struct State
{
    Phase phase = Phase::open;
    Seen seen = Seen::nothing;
    std::uint8_t attempt = 0;  ///< 0 or 1
    std::uint8_t confirms = 0; ///< transmissions of the present confirm, 3 at most
    std::uint8_t cancels = 0;
    std::array<Session, 2> sessions;
    auto operator<=>(const State &) const = default;

    [[nodiscard]] Session &present() { return sessions[attempt]; }
    [[nodiscard]] const Session &present() const { return sessions[attempt]; }
    [[nodiscard]] int paid() const { return sessions[0].paid + sessions[1].paid; }
};

} // namespace countersign::faults::model
