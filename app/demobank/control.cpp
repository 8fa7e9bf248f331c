#include "demobank/control.h"

#include <algorithm>
#include <stdexcept>

namespace countersign::demobank {

Json Control::carryOut(const Json &command)
{
    const std::string name = textOf(command, "command");
    Json answer = {{"status", "ok"}};
    if (name == "add_rule")
        answer["id"] = m_state.addRule(member(command, "rule")).id;
    else if (name == "clear_rules")
        m_state.clearRules();
    else if (name == "advance_clock") {
        const microseconds by = secondsOf(member(command, "seconds"));
        if (by.count() < 0) throw std::invalid_argument("The bank's clock cannot go back.");
        m_state.moveClock(by);
    } else if (name == "hold_webhooks")
        m_state.outbox().hold(true);
    else if (name == "release_webhooks")
        m_state.outbox().hold(false);
    else if (name == "redeliver_webhook")
        answer["webhooks"] = redeliver(command);
    else if (name == "forge_webhook") {
        const auto kind = signatureKindFromText(textOf(command, "signature", "other_key"));
        if (!kind) throw std::invalid_argument("The kind of signature is not known.");
        m_process.forge(sessionOf(command), textOf(command, "type", "payment_finished"), *kind);
    } else if (name == "return_payout")
        returnPayout(command);
    else if (name == "execute_without_confirm") {
        Session &session = sessionOf(command);
        Payout &payout = payoutOf(command, session);
        if (payout.moneyMoved || session.isFinal()) throw std::invalid_argument("The payout is already finished.");
        m_process.executeWithoutConfirm(session, payout);
    } else if (name == "set_webhook_url")
        m_state.settings().webhookUrl = textOf(command, "url");
    else if (name == "set_webhook_names")
        m_state.settings().webhookNames = textOf(command, "names") == "v2" ? Names::V2 : Names::V1;
    else if (name == "state")
        answer.update(describe());
    else
        throw std::invalid_argument("The command is not known.");
    return answer;
}

Session &Control::sessionOf(const Json &command)
{
    Session *session = m_state.session(textOf(command, "session"));
    if (!session) throw std::invalid_argument("The session is not known.");
    return *session;
}

Payout &Control::payoutOf(const Json &command, Session &session)
{
    const std::string id = textOf(command, "payout");
    for (Payout &payout : session.payouts)
        if (id.empty() || payout.id == id) return payout;
    throw std::invalid_argument("The payout is not known.");
}

Json Control::redeliver(const Json &command)
{
    Json sent = Json::array();
    const Json &id = member(command, "webhook");
    const std::string session = textOf(command, "session");
    const std::string type = textOf(command, "type");
    std::vector<std::uint64_t> chosen;
    for (const auto &[number, webhook] : m_state.outbox().all()) {
        const bool named = id.is_number_unsigned() && id.get<std::uint64_t>() == number;
        const bool meant = !session.empty() && webhook.session == session && (type.empty() || webhook.type == type);
        if (named || meant) chosen.push_back(number);
    }
    for (const std::uint64_t number : chosen) {
        m_state.record("webhook_again", {{"webhook", number}});
        m_state.outbox().again(number, m_state.now());
        sent.push_back(number);
    }
    if (sent.empty()) throw std::invalid_argument("There is no such webhook.");
    return sent;
}

void Control::returnPayout(const Json &command)
{
    Session &session = sessionOf(command);
    Payout &payout = payoutOf(command, session);
    if (!payout.moneyMoved) throw std::invalid_argument("The payout was not paid, so nothing can come back.");
    Moment at = m_state.now();
    if (member(command, "after_working_days").is_number_integer())
        at = addWorkingDays(at, command["after_working_days"].get<int>());
    else if (member(command, "after_seconds").is_number())
        at += secondsOf(command["after_seconds"]);
    m_process.planReturn(session, payout, at);
}

Json Control::describe() const
{
    Json sessions = Json::array();
    for (const auto &[id, session] : m_state.sessions()) {
        Json payouts = Json::array();
        for (const Payout &payout : session.payouts)
            payouts.push_back({{"id", payout.id},
                               {"status", toText(payout.status)},
                               {"amount", payout.order.amount},
                               {"account", payout.order.account},
                               {"paid", payout.moneyMoved},
                               {"returned", !payout.refunds.empty()}});
        sessions.push_back(
            {{"id", id}, {"status", toText(session.status)}, {"waits", session.waits()}, {"payouts", payouts}});
    }
    Json transfers = Json::array();
    for (const Transfer &transfer : m_state.transfers())
        transfers.push_back({{"session", transfer.session},
                             {"payout", transfer.payout},
                             {"account", transfer.account},
                             {"amount", transfer.amount}});
    Json balances = Json::object();
    for (const CustomerAccount &account : m_state.settings().accounts)
        balances[account.account] = m_state.balance(account.account);
    Json requests = Json::object();
    for (const auto &[call, count] : m_state.requests())
        requests[call] = count;
    Json webhooks = Json::array();
    for (const auto &[id, webhook] : m_state.outbox().all())
        webhooks.push_back({{"webhook", id},
                            {"session", webhook.session},
                            {"type", webhook.type},
                            {"attempts", webhook.attempts},
                            {"waiting", webhook.due.has_value()}});
    return {{"now", toText(m_state.now())}, {"sessions", sessions}, {"transfers", transfers},
            {"balances", balances},         {"requests", requests}, {"webhooks", webhooks}};
}

} // namespace countersign::demobank
