#pragma once

#include <string>
#include <vector>

namespace countersign::faults::model {

/// The rules of payout-lifecycle.md that keep a payout from being paid twice; each can be switched off.
struct RulesOn
{
    bool oneShotBody = true;           ///< section 4: one call is one request on the wire
    bool oneStartPerSession = true;    ///< L2, first half
    bool closeBeforeNewAttempt = true; ///< L2, second half: the bank must have said "cancelled"
    bool oneConfirmPerPayout = true;   ///< L1, over all attempts
    bool exactlyOnePayout = true;      ///< L8, G2
    bool intentBeforeSending = true;   ///< L4: after a crash the call is known and counts as unknown
    bool errorIsNotFinal = true;       ///< F3
};

/// How the bank is. In any case its confirm takes every pending payout of the session, and it accepts a second start.
struct Bank
{
    bool confirmsByItself = false; ///< F1
    bool makesTwoOfOne = false;    ///< one start may make two payouts
};

/// What the search found.
struct Finding
{
    bool paidOnce = false; ///< the search has seen money move at all
    bool paidTwice = false;
    std::size_t states = 0;
    std::vector<std::string> steps; ///< the shortest way to the second payment
};

/// Looks at every state that can be reached with two attempts, whatever is lost, delayed, crashes or overtakes what.
/// A call that is under way may arrive at any later time; a message of the bank may be as old as it likes.
[[nodiscard]] Finding search(const RulesOn &rules, const Bank &bank);

} // namespace countersign::faults::model
