#include "demobank/session.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace countersign::demobank {

namespace {

constexpr std::array<std::string_view, 5> sessionWords{"created", "in_progress", "accepted", "cancelled", "error"};
constexpr std::array<std::string_view, 4> payoutWords{"in_progress", "pending", "succeeded", "failed"};
constexpr std::array<std::string_view, 7> stepWords{"check",   "change_answer", "give_up_waiting", "cancel",
                                                    "execute", "recover",       "return"};

template <typename Enum, std::size_t Size>
Enum fromWord(const Json &word, const std::array<std::string_view, Size> &words)
{
    const auto found = std::ranges::find(words, word.get<std::string>());
    if (found == words.end()) throw std::runtime_error("The ledger of the practice bank holds an unknown word.");
    return static_cast<Enum>(found - words.begin());
}

Moment moment(const Json &text)
{
    const auto read = momentFromText(text.get<std::string>());
    if (!read) throw std::runtime_error("The ledger of the practice bank holds an unreadable time.");
    return *read;
}

Json optionalText(const std::optional<Moment> &at)
{
    return at ? Json(toText(*at)) : Json();
}

std::optional<Moment> optionalMoment(const Json &text)
{
    return text.is_null() ? std::nullopt : std::optional(moment(text));
}

Json orderToLedger(const Order &order)
{
    return {{"bik", order.bik},
            {"account", order.account},
            {"token", order.token},
            {"full_name", order.fullName},
            {"inn", order.inn},
            {"kpp", order.kpp},
            {"description", order.description},
            {"is_fast", order.isFast},
            {"sender", order.sender},
            {"amount", order.amount},
            {"currency", order.currency},
            {"metadata", order.metadata}};
}

Order orderFromLedger(const Json &json)
{
    return {textOf(json, "bik"),    textOf(json, "account"), textOf(json, "token"),       textOf(json, "full_name"),
            textOf(json, "inn"),    textOf(json, "kpp"),     textOf(json, "description"), json.at("is_fast"),
            textOf(json, "sender"), json.at("amount"),       textOf(json, "currency"),    json.at("metadata")};
}

Json payoutToLedger(const Payout &payout)
{
    Json refunds = Json::array();
    for (const Refund &refund : payout.refunds)
        refunds.push_back({{"id", refund.id}, {"at", toText(refund.at)}, {"amount", refund.amount}});
    Json plan = Json::array();
    for (const PlannedStep &planned : payout.plan)
        plan.push_back({{"step", stepWords.at(static_cast<std::size_t>(planned.step))}, {"at", toText(planned.at)}});
    return {{"id", payout.id},
            {"status", toText(payout.status)},
            {"created_at", toText(payout.createdAt)},
            {"finished_at", optionalText(payout.finishedAt)},
            {"order", orderToLedger(payout.order)},
            {"bound_effects", payout.boundEffects},
            {"error", payout.error},
            {"refunds", refunds},
            {"money_moved", payout.moneyMoved},
            {"plan", plan}};
}

Payout payoutFromLedger(const Json &json)
{
    Payout payout;
    payout.id = textOf(json, "id");
    payout.status = fromWord<PayoutStatus>(json.at("status"), payoutWords);
    payout.createdAt = moment(json.at("created_at"));
    payout.finishedAt = optionalMoment(json.at("finished_at"));
    payout.order = orderFromLedger(json.at("order"));
    payout.boundEffects = json.at("bound_effects");
    payout.error = json.at("error");
    for (const Json &refund : json.at("refunds"))
        payout.refunds.push_back({textOf(refund, "id"), moment(refund.at("at")), refund.at("amount")});
    payout.moneyMoved = json.at("money_moved");
    for (const Json &planned : json.at("plan"))
        payout.plan.push_back({fromWord<Step>(planned.at("step"), stepWords), moment(planned.at("at"))});
    return payout;
}

} // namespace

bool Session::waits() const
{
    return status == SessionStatus::InProgress && !cancelling &&
           std::ranges::any_of(payouts, [](const Payout &p) { return p.status == PayoutStatus::Pending; });
}

bool Session::isFinal() const
{
    return status == SessionStatus::Accepted || status == SessionStatus::Cancelled;
}

Subject Session::subject() const
{
    if (payouts.empty()) return {id, {}, 0, {}};
    const Order &order = payouts.front().order;
    return {id, order.account, order.amount, order.description};
}

std::string toText(SessionStatus status)
{
    return std::string(sessionWords.at(static_cast<std::size_t>(status)));
}

std::string toText(PayoutStatus status)
{
    return std::string(payoutWords.at(static_cast<std::size_t>(status)));
}

Json toLedger(const Session &session)
{
    Json payouts = Json::array();
    for (const Payout &payout : session.payouts)
        payouts.push_back(payoutToLedger(payout));
    return {{"id", session.id},
            {"status", toText(session.status)},
            {"created_at", toText(session.createdAt)},
            {"updated_at", toText(session.updatedAt)},
            {"finished_at", optionalText(session.finishedAt)},
            {"metadata", session.metadata},
            {"error", session.error},
            {"answer_changed", session.answerChanged},
            {"cancelling", session.cancelling},
            {"offered", session.offered},
            {"decision_sha256", session.decisionSha},
            {"payouts", payouts}};
}

Session sessionFromLedger(const Json &json)
{
    Session session;
    session.id = textOf(json, "id");
    session.status = fromWord<SessionStatus>(json.at("status"), sessionWords);
    session.createdAt = moment(json.at("created_at"));
    session.updatedAt = moment(json.at("updated_at"));
    session.finishedAt = optionalMoment(json.at("finished_at"));
    session.metadata = json.at("metadata");
    session.error = json.at("error");
    session.answerChanged = json.at("answer_changed");
    session.cancelling = json.at("cancelling");
    session.offered = textOf(json, "offered");
    session.decisionSha = textOf(json, "decision_sha256");
    for (const Json &payout : json.at("payouts"))
        session.payouts.push_back(payoutFromLedger(payout));
    return session;
}

} // namespace countersign::demobank
