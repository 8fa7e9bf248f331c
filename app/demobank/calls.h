#pragma once

#include "demobank/http.h"
#include "demobank/process.h"

#include <expected>
#include <optional>
#include <string>

namespace countersign::demobank {

/// One call of the API after its sender and signature were accepted.
struct Call
{
    std::string name; ///< create, start, init, confirm, cancel, status, balance or statement
    Names names = Names::V1;
    Json body;
    std::string rawBody;
};

/// Splits "/api/v1/session/create/rko" into version and call; nothing for an unknown address.
[[nodiscard]] std::optional<Call> callFromTarget(const std::string &target);

/// The methods of the API (bank131-api.md section 5). Each either does its work and answers with a body, or refuses and
/// changes nothing.
class Calls
{
public:
    Calls(BankState &state, PayoutProcess &process) : m_state(state), m_process(process) {}

    [[nodiscard]] std::expected<std::string, Refusal> carryOut(const Call &call);
    /// What rules for calls are matched against.
    [[nodiscard]] Subject subjectOf(const Call &call);

private:
    using Answer = std::expected<std::string, Refusal>;

    [[nodiscard]] Answer create(const Call &call);
    [[nodiscard]] Answer start(const Call &call);
    [[nodiscard]] Answer init(const Call &call);
    [[nodiscard]] Answer confirm(const Call &call);
    [[nodiscard]] Answer cancel(const Call &call);
    [[nodiscard]] Answer status(const Call &call);
    [[nodiscard]] Answer balance(const Call &call);
    [[nodiscard]] Answer statement(const Call &call);

    [[nodiscard]] std::expected<Session *, Refusal> sessionOf(const Call &call);
    [[nodiscard]] std::expected<Order, Refusal> acceptedOrder(const Call &call);
    [[nodiscard]] std::expected<Json, Refusal> decisionFields(const Call &call, const Session &session, bool confirm);
    [[nodiscard]] std::expected<const CustomerAccount *, Refusal> accountOf(const Call &call);
    void beginPayouts(Session &session, const Order &order);
    [[nodiscard]] std::string answer(const Session &session, Names names) const;

    BankState &m_state;
    PayoutProcess &m_process;
};

} // namespace countersign::demobank
