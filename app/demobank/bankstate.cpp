#include "demobank/bankstate.h"

#include <charconv>

namespace countersign::demobank {

namespace {

std::uint64_t numberIn(const std::string &id)
{
    std::uint64_t number = 0;
    const std::size_t begin = id.find('_') + 1;
    std::from_chars(id.data() + begin, id.data() + id.size(), number);
    return number;
}

Moment momentOf(const Json &entry, std::string_view name)
{
    return momentFromText(textOf(entry, name)).value_or(Moment{});
}

} // namespace

BankState::BankState(BankSettings settings, Ledger &ledger, Moment now)
    : m_settings(std::move(settings)), m_ledger(ledger), m_outbox(m_settings.webhookGiveUp), m_now(now)
{
    for (const Json &rule : m_settings.rules)
        m_rules.add(rule, "script-" + std::to_string(++m_ruleNumber));
    bool fresh = true;
    m_ledger.read([&](const Json &entry) {
        fresh = false;
        rebuild(entry);
    });
    m_now = std::max(m_now, now + m_offset);
    for (const auto &[id, session] : m_sessions)
        for (const Payout &payout : session.payouts)
            for (const PlannedStep &planned : payout.plan)
                m_agenda.insert({planned.at, id, payout.id, planned.step});
    if (fresh) {
        // Two banks never give out the same number: it begins with the time of the first start.
        const auto seconds = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
        m_lastNumber = static_cast<std::uint64_t>(std::max<std::int64_t>(seconds - 1'700'000'000, 0));
        record("bank_opened", {{"project", m_settings.project}, {"first_number", m_lastNumber}});
        m_ledger.commit();
        m_ledger.sync();
    }
}

void BankState::rebuild(const Json &entry)
{
    const std::string event = textOf(entry, "event");
    m_now = std::max(m_now, momentOf(entry, "at"));
    if (entry.contains("state")) {
        Session session = sessionFromLedger(entry["state"]);
        m_lastNumber = std::max(m_lastNumber, numberIn(session.id));
        for (const Payout &payout : session.payouts) {
            m_lastNumber = std::max(m_lastNumber, numberIn(payout.id));
            for (const Refund &refund : payout.refunds)
                m_lastNumber = std::max(m_lastNumber, numberIn(refund.id));
        }
        m_sessions[session.id] = std::move(session);
    }
    if (event == "bank_opened") m_lastNumber = entry.at("first_number");
    if (event == "clock_moved") m_offset += microseconds{entry.at("microseconds").get<std::int64_t>()};
    if (event == "rule_added") {
        ++m_ruleNumber;
        m_rules.add(entry.at("rule"), textOf(entry, "rule_id"));
    }
    if (event == "rules_cleared") m_rules.clear();
    if (event == "rule_used") m_rules.use(textOf(entry, "rule"));
    if (event == "request_seen") {
        ++m_requests[textOf(entry, "call")];
        if (entry.contains("idempotency_key") && entry.at("done") == true)
            m_keys.insert(textOf(entry, "idempotency_key"));
    }
    rebuildMoney(event, entry);
    rebuildOutbox(event, entry);
}

void BankState::rebuildMoney(const std::string &event, const Json &entry)
{
    const Moment at = momentOf(entry, "at");
    if (event == "transfer") {
        const std::int64_t amount = entry.at("amount");
        m_transfers.push_back({at, textOf(entry, "session"), textOf(entry, "payout"), textOf(entry, "sender"),
                               textOf(entry, "account"), textOf(entry, "bik"), amount,
                               textOf(entry, "decision_sha256")});
        book({at, textOf(entry, "sender"), -amount, textOf(entry, "bank_system_id")});
    }
    if (event == "fee")
        book({at, textOf(entry, "sender"), -entry.at("amount").get<std::int64_t>(), textOf(entry, "bank_system_id")});
    if (event == "returned")
        book({at, textOf(entry, "sender"), entry.at("amount").get<std::int64_t>(), textOf(entry, "bank_system_id")});
}

void BankState::rebuildOutbox(const std::string &event, const Json &entry)
{
    if (event == "webhook_queued") {
        Outgoing webhook;
        webhook.id = entry.at("webhook");
        webhook.session = textOf(entry, "session");
        webhook.type = textOf(entry, "type");
        webhook.body = textOf(entry, "body");
        webhook.signature = signatureKindFromText(textOf(entry, "signature")).value_or(SignatureKind::Good);
        webhook.firstDue = momentOf(entry, "due");
        webhook.keptBack = entry.at("kept_back") == true;
        m_outbox.add(std::move(webhook));
    }
    if (event == "webhook_answered") {
        // Taking it first ends its waiting; answered() plans the next attempt where there is one.
        const std::uint64_t id = entry.at("webhook");
        m_outbox.restoreAttempt(id, entry.at("attempt"));
        m_outbox.answered(id, entry.at("http"), momentOf(entry, "at"));
    }
    if (event == "webhooks_released") m_outbox.releaseKeptBack(textOf(entry, "session"), momentOf(entry, "due"));
    if (event == "webhook_again") m_outbox.again(entry.at("webhook"), momentOf(entry, "at"));
}

void BankState::moveClock(microseconds by)
{
    m_offset += by;
    record("clock_moved", {{"microseconds", by.count()}});
}

std::string BankState::newId(const std::string &prefix)
{
    return prefix + std::to_string(++m_lastNumber);
}

Session *BankState::session(const std::string &id)
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : &found->second;
}

Session &BankState::addSession(Session session)
{
    const std::string id = session.id;
    return m_sessions[id] = std::move(session);
}

void BankState::recordChange(Session &session, const std::string &event, Json fields)
{
    session.updatedAt = std::max(m_now, session.updatedAt + microseconds{1});
    Json entry = {{"session", session.id}};
    entry.update(fields);
    entry["state"] = toLedger(session);
    record(event, entry);
}

void BankState::plan(Session &session, Payout &payout, Step step, Moment at)
{
    payout.plan.push_back({step, at});
    m_agenda.insert({at, session.id, payout.id, step});
}

std::optional<Appointment> BankState::nextAppointment()
{
    while (!m_agenda.empty()) {
        const Appointment next = *m_agenda.begin();
        for (const Payout &payout : m_sessions.at(next.session).payouts)
            if (payout.id == next.payout)
                for (const PlannedStep &planned : payout.plan)
                    if (planned.step == next.step && planned.at == next.at) return next;
        m_agenda.erase(m_agenda.begin());
    }
    return std::nullopt;
}

void BankState::book(Booking booking)
{
    m_lastNumber = std::max(m_lastNumber, numberIn(booking.bankSystemId));
    m_balances[booking.account] += booking.amount;
    m_bookings.push_back(std::move(booking));
}

std::int64_t BankState::balance(const std::string &account) const
{
    const CustomerAccount *customer = customerAccount(account);
    const auto moved = m_balances.find(account);
    return (customer ? customer->openingBalance : 0) + (moved == m_balances.end() ? 0 : moved->second);
}

const CustomerAccount *BankState::customerAccount(const std::string &account) const
{
    const auto found = std::ranges::find(m_settings.accounts, account, &CustomerAccount::account);
    return found == m_settings.accounts.end() ? nullptr : &*found;
}

const Rule &BankState::addRule(const Json &text)
{
    const Rule &rule = m_rules.add(text, "rule-" + std::to_string(++m_ruleNumber));
    record("rule_added", {{"rule_id", rule.id}, {"rule", text}});
    return rule;
}

void BankState::clearRules()
{
    m_rules.clear();
    record("rules_cleared", Json::object());
}

void BankState::useRule(const std::string &id)
{
    m_rules.use(id);
    record("rule_used", {{"rule", id}});
}

Json BankState::effect(const std::string &name, const Session &session) const
{
    return m_rules.effect(name, session.subject(),
                          session.payouts.empty() ? Json() : session.payouts.front().boundEffects);
}

Messages BankState::messages(const Session &session) const
{
    return {m_settings, [this, &session](const std::string &name) { return effect(name, session); }};
}

} // namespace countersign::demobank
