#pragma once

#include "demobank/ledger.h"
#include "demobank/messages.h"
#include "demobank/outbox.h"
#include "demobank/rules.h"
#include "demobank/session.h"
#include "demobank/settings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace countersign::demobank {

/// One movement on a customer's account.
struct Booking
{
    Moment at;
    std::string account;
    std::int64_t amount = 0; ///< kopecks; below 0 for money that left
    std::string bankSystemId;
};

/// Money that really left for a recipient; what "paid once" is judged by.
struct Transfer
{
    Moment at;
    std::string session;
    std::string payout;
    std::string sender;
    std::string account;
    std::string bik;
    std::int64_t amount = 0;
    std::string decisionSha; ///< SHA-256 of confirm_information as received with the confirm; empty without one
};

/// What a step of a payout is waiting for, in order of time.
struct Appointment
{
    Moment at;
    std::string session;
    std::string payout;
    Step step = Step::Check;
    auto operator<=>(const Appointment &) const = default;
};

/// Everything the bank knows, rebuilt from the ledger at its start. Every change is recorded in the ledger in the same
/// breath; the caller commits once per request or step.
class BankState
{
public:
    BankState(BankSettings settings, Ledger &ledger, Moment now);

    // Time of the bank: the host's time plus an offset that only grows. Never goes back.
    [[nodiscard]] Moment now() const { return m_now; }
    void setNow(Moment now) { m_now = std::max(m_now, now); }
    [[nodiscard]] microseconds offset() const { return m_offset; }
    void moveClock(microseconds by);

    [[nodiscard]] std::string newId(const std::string &prefix);

    [[nodiscard]] Session *session(const std::string &id);
    [[nodiscard]] const std::map<std::string, Session> &sessions() const { return m_sessions; }
    Session &addSession(Session session);

    /// Adds an entry about a session with its new state; moves its updated_at forward.
    void recordChange(Session &session, const std::string &event, Json fields = Json::object());
    /// Adds an entry that belongs to no session.
    void record(const std::string &event, const Json &fields) { m_ledger.add(m_now, event, fields); }

    void plan(Session &session, Payout &payout, Step step, Moment at);
    [[nodiscard]] std::optional<Appointment> nextAppointment();
    void forget(const Appointment &appointment) { m_agenda.erase(appointment); }

    void book(Booking booking);
    void addTransfer(Transfer transfer) { m_transfers.push_back(std::move(transfer)); }
    [[nodiscard]] std::int64_t balance(const std::string &account) const;
    [[nodiscard]] const std::vector<Booking> &bookings() const { return m_bookings; }
    [[nodiscard]] const std::vector<Transfer> &transfers() const { return m_transfers; }
    [[nodiscard]] const CustomerAccount *customerAccount(const std::string &account) const;

    const Rule &addRule(const Json &text);
    void clearRules();
    void useRule(const std::string &id);
    [[nodiscard]] const Rules &rules() const { return m_rules; }
    [[nodiscard]] Json effect(const std::string &name, const Session &session) const;
    [[nodiscard]] Messages messages(const Session &session) const;

    [[nodiscard]] bool knowsKey(const std::string &key) const { return m_keys.contains(key); }
    void takeKey(const std::string &key) { m_keys.insert(key); }
    void countRequest(const std::string &call) { ++m_requests[call]; }
    [[nodiscard]] const std::map<std::string, std::uint64_t> &requests() const { return m_requests; }

    [[nodiscard]] BankSettings &settings() { return m_settings; }
    [[nodiscard]] const BankSettings &settings() const { return m_settings; }
    [[nodiscard]] Outbox &outbox() { return m_outbox; }
    [[nodiscard]] const Outbox &outbox() const { return m_outbox; }
    [[nodiscard]] Ledger &ledger() { return m_ledger; }

private:
    void rebuild(const Json &entry);
    void rebuildMoney(const std::string &event, const Json &entry);
    void rebuildOutbox(const std::string &event, const Json &entry);

    BankSettings m_settings;
    Ledger &m_ledger;
    Rules m_rules;
    Outbox m_outbox;
    Moment m_now;
    microseconds m_offset{0};
    std::uint64_t m_lastNumber = 0;
    std::uint64_t m_ruleNumber = 0;
    std::map<std::string, Session> m_sessions;
    std::set<Appointment> m_agenda;
    std::vector<Booking> m_bookings;
    std::map<std::string, std::int64_t> m_balances;
    std::vector<Transfer> m_transfers;
    std::set<std::string> m_keys;
    std::map<std::string, std::uint64_t> m_requests;
};

} // namespace countersign::demobank
