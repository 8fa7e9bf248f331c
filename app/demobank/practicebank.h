#pragma once

#include "demobank/calls.h"
#include "demobank/http.h"
#include "demobank/keys.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::demobank {

/// The cryptography of the bank; a simulation may put something quicker here.
struct BankKeys
{
    std::function<std::string(std::string_view body)> sign;                               ///< by the bank's key
    std::function<bool(std::string_view body, std::string_view signature)> verifyPartner; ///< the customer's signature
};

[[nodiscard]] BankKeys rsaKeys(const RsaKey &bank, const RsaKey &partner);

/// One webhook to be posted now.
struct WebhookCall
{
    std::uint64_t id = 0;
    int attempt = 1;
    std::string url;
    std::string body;
    std::optional<std::string> signature; ///< value of X-PARTNER-SIGN; nothing: leave the header out
};

/// The practice bank without sockets and threads, driven from outside: hand it requests, tell it the time, carry its
/// webhooks. An independent implementation of the bank's side of bank131-api.md, and the judge of "paid once".
/// Not thread-safe. Throws std::runtime_error when its ledger cannot be written: it must then be given up.
class PracticeBank
{
public:
    /// Rebuilds everything from the ledger, which must outlive the bank.
    PracticeBank(BankSettings settings, Ledger &ledger, BankKeys keys, Moment hostNow);
    ~PracticeBank();

    /// Lets time pass up to `hostNow` (the bank's clock is that plus what the control address added) and does
    /// everything that was due, in order. Call before handle() and whenever nextDue() has come.
    void advance(Moment hostNow);
    /// When advance() or takeDueWebhooks() next has something to do, in host time.
    [[nodiscard]] std::optional<Moment> nextDue();

    /// Does what the request asks and says what to answer and how. Everything is in the ledger before it returns; the
    /// answer may leave after makeDurable().
    [[nodiscard]] HttpReply handle(const HttpRequest &request);

    /// Webhooks to be sent now; each stays in flight until webhookAnswered().
    [[nodiscard]] std::vector<WebhookCall> takeDueWebhooks();
    /// `httpStatus` 0: no answer. Anything but 200 is repeated later.
    void webhookAnswered(std::uint64_t id, int httpStatus);

    /// What was done so far survives a power cut. The one function that may run on another thread than the rest.
    void makeDurable() { m_state.ledger().sync(); }

    [[nodiscard]] const BankState &state() const { return m_state; }

private:
    struct Deferred
    {
        Moment at;
        Call call;
        HttpRequest request;
    };

    [[nodiscard]] HttpReply answerCall(const HttpRequest &request, Call call);
    [[nodiscard]] std::optional<Refusal> checkSender(const HttpRequest &request) const;
    [[nodiscard]] HttpReply work(const HttpRequest &request, const Call &call, const Json &rule);
    [[nodiscard]] HttpReply refuse(const HttpRequest &request, const std::string &call, const Refusal &refusal);
    void seen(const HttpRequest &request, const std::string &call, const HttpReply &reply, const std::string &outcome,
              bool done, const std::string &session = {});
    void runDeferred();

    BankState m_state;
    PayoutProcess m_process;
    Calls m_calls;
    BankKeys m_keys;
    Moment m_hostNow;
    std::vector<Deferred> m_deferred;
    std::unique_ptr<RsaKey> m_foreignKey;
};

} // namespace countersign::demobank
