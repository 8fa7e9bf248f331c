#include "faults/simulation/moods.h"

#include <array>

namespace countersign::faults {

namespace {

constexpr std::array payoutMoods{
    R"("case":"unclear-then-paid")",
    R"("error_then_success":{"after_seconds":4000,"payout":"failed"})",
    R"("case":"two-days-pause")",
    R"("case":"returned")",
    R"("return":{"after_seconds":40})",
    R"("execute_seconds":900)",
    R"("check_seconds":1200)",
    R"("case":"paid-without-confirm")",
    R"("execute_without_confirm":{"when":"ready","after_seconds":30})",
    R"("execute_without_confirm":{"when":"ready","after_seconds":1})",
    R"("case":"account-not-found")",
    R"("case":"security-check")",
    R"("fail":{"code":"provider_timeout","at":"check"})",
    R"("fail":{"code":"provider_internal_error","session":"accepted"})",
    R"("refuse_start":{"code":"invalid_request","http":400})",
    R"("confirm_seconds":20)",
    R"("confirm_seconds":600)",
    R"("case":"two-payouts")",
    R"("case":"published-example")",
    R"("case":"account-replaced-in-answer-only")",
    R"("case":"name-spelled-differently")",
    R"("case":"correspondent-account-replaced")",
    R"("case":"unknown-members")",
    R"("replace_payout":{"amount":100})",
    R"("hide_next_action":true)",
    R"("session_metadata":true)",
    R"("accept_second_start":true)",
    R"("confirm_information":"never")",
    R"("confirm_information":"webhook")",
    R"("confirm_information":"status")",
    R"("change_confirm_information":{"after_seconds":15,"spacing":true})",
    R"("change_confirm_information":{"after_seconds":8,"recipient":{"name":"Other LLC"}})",
    R"("change_confirm_information":{"after_seconds":30,"recipient":{"account_number":"40702810500000000001"}})",
    R"("change_confirm_information":{"after_seconds":300,"recipient":{"account_number":"40702810500000000001"}})",
};

constexpr std::array webhookMoods{
    R"({"copies":0})",
    R"({"copies":5})",
    R"({"copies":3,"order":"reversed"})",
    R"({"order":"reversed"})",
    R"({"delay_seconds":45})",
    R"({"delay_seconds":7000})",
    R"({"replay_days":[1,9]})",
    R"({"replay_days":[2,3,20],"copies":2})",
    R"({"forge":"other_body"})",
    R"({"forge":"damaged"})",
    R"({"forge":"missing"})",
    R"({"names":"v2"})",
};

QByteArray rule(const QString &purpose, const QByteArray &effect)
{
    return R"({"match":{"purpose_contains":")" + purpose.toUtf8() + R"("},"times":1,)" + effect + '}';
}

} // namespace

QList<QByteArray> moodsFor(const QString &purpose, Dice &dice)
{
    QList<QByteArray> rules;
    if (dice.chance(60)) rules.append(rule(purpose, dice.pick(payoutMoods)));
    if (dice.chance(35)) rules.append(rule(purpose, QByteArray("\"webhooks\":") + dice.pick(webhookMoods)));
    return rules;
}

} // namespace countersign::faults
