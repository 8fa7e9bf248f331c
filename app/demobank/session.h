#pragma once

#include "demobank/moment.h"
#include "demobank/order.h"
#include "demobank/rules.h"

#include <optional>
#include <string>
#include <vector>

namespace countersign::demobank {

enum class SessionStatus { Created, InProgress, Accepted, Cancelled, Error };
enum class PayoutStatus { InProgress, Pending, Succeeded, Failed };

/// What the bank will do by itself with a payout when its time has come.
enum class Step { Check, ChangeAnswer, GiveUpWaiting, Cancel, Execute, Recover, Return };

struct PlannedStep
{
    Step step = Step::Check;
    Moment at;
};

struct Refund
{
    std::string id;
    Moment at;
    std::int64_t amount = 0;
};

struct Payout
{
    std::string id;
    PayoutStatus status = PayoutStatus::InProgress;
    Moment createdAt;
    std::optional<Moment> finishedAt;
    Order order;
    Json boundEffects = Json::object(); ///< effects of limited rules, taken at the start
    Json error;                         ///< null, or an object as in bank131-api.md 6.9
    std::vector<Refund> refunds;
    bool moneyMoved = false;
    std::vector<PlannedStep> plan;
};

struct Session
{
    std::string id;
    SessionStatus status = SessionStatus::Created;
    Moment createdAt;
    Moment updatedAt;
    std::optional<Moment> finishedAt;
    Json metadata;
    Json error;
    std::vector<Payout> payouts;
    bool answerChanged = false; ///< the second version of confirm_information is in force
    bool cancelling = false;
    std::string offered;     ///< the bytes of confirm_information last made known, empty before
    std::string decisionSha; ///< SHA-256 of confirm_information as received with the decision taken

    /// True while the bank waits for confirm or cancel.
    [[nodiscard]] bool waits() const;
    [[nodiscard]] bool isFinal() const;
    [[nodiscard]] Subject subject() const;
};

[[nodiscard]] std::string toText(SessionStatus status);
[[nodiscard]] std::string toText(PayoutStatus status);

/// The whole state for the ledger, and back; both sides of a restart.
[[nodiscard]] Json toLedger(const Session &session);
[[nodiscard]] Session sessionFromLedger(const Json &json);

} // namespace countersign::demobank
