#pragma once

#include "demobank/process.h"

#include <string>

namespace countersign::demobank {

/// The address /practice/control, which no real bank has: JSON commands that make the bank behave badly, move its clock
/// or tell what it knows. README.md lists them.
class Control
{
public:
    Control(BankState &state, PayoutProcess &process) : m_state(state), m_process(process) {}

    /// Carries out one command. Throws std::invalid_argument, with a sentence, for one that cannot be carried out.
    [[nodiscard]] Json carryOut(const Json &command);

private:
    [[nodiscard]] Json describe() const;
    [[nodiscard]] Session &sessionOf(const Json &command);
    [[nodiscard]] Payout &payoutOf(const Json &command, Session &session);
    [[nodiscard]] Json redeliver(const Json &command);
    void returnPayout(const Json &command);

    BankState &m_state;
    PayoutProcess &m_process;
};

} // namespace countersign::demobank
