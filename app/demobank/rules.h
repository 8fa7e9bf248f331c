#pragma once

#include "demobank/json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace countersign::demobank {

/// What a rule is matched against; empty where the call has no payout (yet).
struct Subject
{
    std::string session;
    std::string account;
    std::int64_t amount = 0;
    std::string purpose;
};

/// One order to behave badly, from the script or the control address. Members and effects: README.md, "Rules".
struct Rule
{
    std::string id;
    Json match = Json::object();
    Json effects = Json::object();
    std::int64_t times = -1; ///< how often it may still be used; below 0 without limit

    [[nodiscard]] bool isForCalls() const { return effects.contains("call"); }
    [[nodiscard]] bool matches(const Subject &subject) const;
};

/// The rules in force. Later rules win over earlier ones.
class Rules
{
public:
    /// Throws std::invalid_argument, with a sentence that names the member, for anything that is not a rule.
    const Rule &add(const Json &text, std::string id);
    void clear() { m_rules.clear(); }
    /// Counts one use of a limited rule.
    void use(const std::string &id);

    /// The rule that spoils this call, if any. `call` is create, start, init, confirm, cancel, status, balance or
    /// statement.
    [[nodiscard]] const Rule *forCall(const std::string &call, const Subject &subject) const;
    /// Limited rules that a new payout takes for itself; they then hold for its whole life.
    [[nodiscard]] std::vector<const Rule *> toBind(const Subject &subject) const;
    /// The value of `effect` for a payout: from the effects bound at its start, else from an unlimited rule; null when
    /// there is none.
    [[nodiscard]] Json effect(const std::string &effect, const Subject &subject, const Json &bound) const;

    [[nodiscard]] const std::vector<Rule> &all() const { return m_rules; }

private:
    std::vector<Rule> m_rules;
};

/// The effects of a built-in case, for example "published-example"; null for an unknown name.
[[nodiscard]] Json builtInCase(const std::string &name);

} // namespace countersign::demobank
