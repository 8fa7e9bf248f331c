#pragma once

#include "demobank/bankstate.h"

namespace countersign::demobank {

/// What the bank does with payouts by itself: checks them, waits for the decision, moves money, sends it back, and
/// tells the customer by webhooks (bank131-api.md 7.3 and section 8).
class PayoutProcess
{
public:
    explicit PayoutProcess(BankState &state) : m_state(state) {}

    /// Adds a payout to the session and lets its check begin.
    void begin(Session &session, const Order &order, const Json &boundEffects);
    /// Takes the decision of the customer about everything that waits in the session.
    void confirm(Session &session, const std::string &decisionSha, Json fields);
    void cancel(Session &session, const std::string &decisionSha, Json fields);
    /// Carries out one step whose time has come.
    void run(const Appointment &appointment);

    /// Sends money of a paid payout back at that time.
    void planReturn(Session &session, Payout &payout, Moment at);
    /// Executes a waiting payout as if somebody else had confirmed it.
    void executeWithoutConfirm(Session &session, Payout &payout);
    /// Queues a webhook that the bank never sent: the session shown as paid, signed as `kind` says.
    void forge(const Session &session, const std::string &type, SignatureKind kind);
    void queueWebhook(Session &session, const std::string &type);

private:
    void check(Session &session, Payout &payout);
    void offer(Session &session, Payout &payout);
    void changeAnswer(Session &session);
    void endWaiting(Session &session, const std::string &code, const std::string &description);
    void execute(Session &session, Payout &payout);
    void settle(Session &session, Payout &payout);
    void fail(Session &session, Payout &payout, const Json &error, const std::string &sessionStatus);
    void closeIfDone(Session &session, SessionStatus failedStatus);
    void giveBack(Session &session, Payout &payout);
    void add(const Session &session, const std::string &type, std::string body, SignatureKind kind, Moment due,
             bool keptBack);
    [[nodiscard]] microseconds time(const Session &session, const std::string &effect, microseconds usual) const;
    [[nodiscard]] Names webhookNames(const Session &session) const;

    BankState &m_state;
};

/// A text for people that belongs to an error code of bank131-api.md section 9.
[[nodiscard]] std::string descriptionOf(const std::string &code);

} // namespace countersign::demobank
