#include "demobank/rules.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace countersign::demobank {

namespace {

constexpr std::array<std::string_view, 10> callMembers{"call",        "delivery",   "bytes",   "delay_ms",
                                                       "http_before", "http_after", "garbage", "work_after_seconds",
                                                       "code",        "description"};
constexpr std::array<std::string_view, 20> payoutMembers{"refuse_start",
                                                         "replace_recipient",
                                                         "replace_sender",
                                                         "replace_payout",
                                                         "replace_in",
                                                         "confirm_information",
                                                         "change_confirm_information",
                                                         "add_members",
                                                         "fail",
                                                         "error_then_success",
                                                         "check_seconds",
                                                         "execute_seconds",
                                                         "confirm_seconds",
                                                         "return",
                                                         "execute_without_confirm",
                                                         "two_payouts",
                                                         "accept_second_start",
                                                         "webhooks",

                                                         "hide_next_action",
                                                         "session_metadata"};
constexpr std::array<std::string_view, 5> matchMembers{"account", "amount", "purpose", "purpose_contains", "session"};
constexpr std::array<std::string_view, 9> callNames{"create", "start",   "init",      "confirm", "cancel",
                                                    "status", "balance", "statement", "any"};
constexpr std::array<std::string_view, 6> deliveries{"normal",      "silence", "close_before",
                                                     "close_after", "reset",   "cut"};

template <std::size_t Size>
bool isOneOf(std::string_view name, const std::array<std::string_view, Size> &names)
{
    return std::ranges::find(names, name) != names.end();
}

[[noreturn]] void refuse(const std::string &what)
{
    throw std::invalid_argument("The rule is not valid: " + what + ".");
}

void checkCalls(const Json &calls)
{
    if (calls.is_string() && isOneOf(calls.get<std::string>(), callNames)) return;
    if (!calls.is_array() || calls.empty()) refuse("\"call\" must be the name of a call or a list of names");
    for (const Json &call : calls)
        if (!call.is_string() || !isOneOf(call.get<std::string>(), callNames)) refuse("an unknown call");
}

void checkCallEffects(const Json &effects)
{
    for (const auto &[name, value] : effects.items())
        if (!isOneOf(name, callMembers)) refuse("\"" + name + "\" does not belong to a rule for calls");
    checkCalls(effects.at("call"));
    if (effects.contains("delivery") && !isOneOf(textOf(effects, "delivery"), deliveries))
        refuse("unknown \"delivery\"");
    for (const auto *name : {"bytes", "delay_ms", "http_before", "http_after"})
        if (effects.contains(name) && !effects[name].is_number_unsigned())
            refuse(std::string("\"") + name + "\" must be a whole number");
    if (effects.contains("work_after_seconds") && !effects["work_after_seconds"].is_number())
        refuse("\"work_after_seconds\" must be a number");
}

void checkWebhooks(const Json &webhooks)
{
    if (const Json &copies = member(webhooks, "copies"); !copies.is_null() && !copies.is_number_unsigned())
        refuse("\"copies\" must be a whole number");
    const Json &days = member(webhooks, "replay_days");
    const auto isDay = [](const Json &day) { return day.is_number_unsigned() && day <= 3650; };
    if (!days.is_null() && !(days.is_array() && std::ranges::all_of(days, isDay)))
        refuse("\"replay_days\" must be a list of days");
}

void checkPayoutEffects(const Json &effects)
{
    constexpr std::array<std::string_view, 10> objects{"change_confirm_information",
                                                       "error_then_success",
                                                       "return",

                                                       "refuse_start",
                                                       "replace_recipient",
                                                       "replace_sender",
                                                       "replace_payout",
                                                       "add_members",
                                                       "fail",
                                                       "webhooks"};
    if (effects.empty()) refuse("it has no effect");
    for (const auto &[name, value] : effects.items()) {
        if (!isOneOf(name, payoutMembers)) refuse("\"" + name + "\" is no known effect");
        if (isOneOf(name, objects) && !value.is_object()) refuse("\"" + name + "\" must be an object");
        if (name == "webhooks") checkWebhooks(value);
        if (name.ends_with("_seconds") && !value.is_number()) refuse("\"" + name + "\" must be a number of seconds");
    }
}

} // namespace

bool Rule::matches(const Subject &subject) const
{
    for (const auto &[name, value] : match.items()) {
        if (name == "account" && value != subject.account) return false;
        if (name == "amount" && value != subject.amount) return false;
        if (name == "session" && value != subject.session) return false;
        if (name == "purpose" && value != subject.purpose) return false;
        if (name == "purpose_contains" && subject.purpose.find(value.get<std::string>()) == std::string::npos)
            return false;
    }
    return true;
}

const Rule &Rules::add(const Json &text, std::string id)
{
    if (!text.is_object()) refuse("it must be an object");
    Rule rule;
    rule.id = std::move(id);
    for (const auto &[name, value] : text.items()) {
        if (name == "match")
            rule.match = value;
        else if (name == "times") {
            if (!value.is_number_unsigned()) refuse("\"times\" must be a whole number");
            rule.times = value.get<std::int64_t>();
        } else if (name == "case") {
            const Json known = builtInCase(value.is_string() ? value.get<std::string>() : std::string());
            if (known.is_null()) refuse("there is no such case");
            for (const auto &[effect, content] : known.items())
                rule.effects[effect] = content;
        } else if (name != "note")
            rule.effects[name] = value;
    }
    if (!rule.match.is_object()) refuse("\"match\" must be an object");
    for (const auto &[name, value] : rule.match.items()) {
        if (!isOneOf(name, matchMembers)) refuse("\"" + name + "\" cannot be matched");
        if (name == "amount" ? !value.is_number_integer() : !value.is_string())
            refuse("\"" + name + "\" in \"match\" has the wrong type");
    }
    if (rule.isForCalls())
        checkCallEffects(rule.effects);
    else
        checkPayoutEffects(rule.effects);
    m_rules.push_back(std::move(rule));
    return m_rules.back();
}

void Rules::use(const std::string &id)
{
    const auto rule = std::ranges::find(m_rules, id, &Rule::id);
    if (rule != m_rules.end() && rule->times > 0) --rule->times;
}

const Rule *Rules::forCall(const std::string &call, const Subject &subject) const
{
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        if (!rule->isForCalls() || rule->times == 0 || !rule->matches(subject)) continue;
        const Json &calls = rule->effects.at("call");
        const auto covers = [&call](const Json &name) { return name == call || name == "any"; };
        if (calls.is_array() ? std::ranges::any_of(calls, covers) : covers(calls)) return &*rule;
    }
    return nullptr;
}

std::vector<const Rule *> Rules::toBind(const Subject &subject) const
{
    std::vector<const Rule *> found;
    for (const Rule &rule : m_rules)
        if (!rule.isForCalls() && rule.times > 0 && rule.matches(subject)) found.push_back(&rule);
    return found;
}

Json Rules::effect(const std::string &effect, const Subject &subject, const Json &bound) const
{
    if (bound.is_object() && bound.contains(effect)) return bound[effect];
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule)
        if (!rule->isForCalls() && rule->times < 0 && rule->effects.contains(effect) && rule->matches(subject))
            return rule->effects[effect];
    return {};
}

Json builtInCase(const std::string &name)
{
    // The differences between request and answer in the bank's own published example (bank131-api.md section 13).
    if (name == "published-example")
        return {{"replace_recipient",
                 {{"account_number", "40702810500000000001"},
                  {"name", "Vector LLC"},
                  {"inn", "1111111111"},
                  {"kpp", "156605101"},
                  {"bank_name", "Bank 131"},
                  {"correspondent_account_number", "30101810822029205974"}}}};
    if (name == "correspondent-account-replaced")
        return {{"replace_recipient", {{"correspondent_account_number", "30101810822000000974"}}},
                {"replace_in", "confirm_information"}};
    if (name == "account-replaced-in-answer-only")
        return {{"replace_recipient", {{"account_number", "40702810500000000001"}}},
                {"replace_in", "confirm_information"}};
    if (name == "name-spelled-differently") return {{"replace_recipient", {{"name", "VECTOR LIMITED"}}}};
    if (name == "unknown-members")
        return {{"add_members",
                 {{"confirm_information", {{"practice_unknown", {{"level", 1}, {"ratio", 1.10}}}}},
                  {"recipient", {{"practice_unknown", nullptr}}},
                  {"payout", {{"practice_unknown", "x"}}},
                  {"session", {{"practice_unknown", Json::array({1, 2})}}}}}};
    if (name == "account-not-found") return {{"fail", {{"code", "account_not_found"}}}};
    if (name == "security-check")
        return {{"fail",
                 {{"code", "operation_rejected"},
                  {"reject_reasons", Json::array({{{"rule_alias", "daily_limit"},
                                                   {"list_alias", "recipients_blocked"},
                                                   {"expiration_date", "2026-12-01T00:00:00+03:00"}}})}}}};
    if (name == "unclear-then-paid") return {{"error_then_success", {{"after_seconds", 600}}}};
    if (name == "two-days-pause") return {{"execute_seconds", 172800}};
    if (name == "returned") return {{"return", {{"after_working_days", 6}}}};
    if (name == "paid-without-confirm") return {{"execute_without_confirm", {{"when", "checked"}}}};
    if (name == "two-payouts") return {{"two_payouts", true}};
    if (name == "nobody-decided") return {{"confirm_seconds", 5}};
    return {};
}

} // namespace countersign::demobank
