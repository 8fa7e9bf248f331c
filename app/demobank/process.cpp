#include "demobank/process.h"

#include "demobank/keys.h"

#include <algorithm>
#include <array>

namespace countersign::demobank {

namespace {

struct CodeText
{
    std::string_view code;
    std::string_view text;
};

constexpr std::array<CodeText, 14> codeTexts{
    {{"session_cancelled", "The session was cancelled"},
     {"session_cancelled_by_partner", "The session was cancelled by the partner"},
     {"confirm_timeout", "Transaction cancelled due to timeout"},
     {"account_not_found", "Account not found"},
     {"amount_less_allowed_provider", "The amount is below the permitted minimum"},
     {"provider_exceeds_amount_limit", "The amount is above the limit of the payment channel"},
     {"insufficient_wallet_balance", "The balance is not sufficient"},
     {"operation_rejected", "The operation was rejected for security reasons"},
     {"provider_internal_error", "Fault at the payment channel"},
     {"provider_issuer_unavailable", "The channel or the receiving bank is not available"},
     {"provider_timeout", "The channel did not answer in time"},
     {"wallet_internal_error", "Fault in the balance operation"},
     {"routing_internal_error", "The conditions of the payment could not be determined"},
     {"internal_error", "Internal error"}}};

Json errorOf(const std::string &code)
{
    return {{"code", code}, {"description", descriptionOf(code)}};
}

bool isOpen(const Payout &payout)
{
    return payout.status == PayoutStatus::InProgress || payout.status == PayoutStatus::Pending;
}

Payout *find(Session &session, const std::string &id)
{
    const auto found = std::ranges::find(session.payouts, id, &Payout::id);
    return found == session.payouts.end() ? nullptr : &*found;
}

} // namespace

std::string descriptionOf(const std::string &code)
{
    const auto found = std::ranges::find(codeTexts, code, &CodeText::code);
    return std::string(found == codeTexts.end() ? "The operation was not carried out" : found->text);
}

microseconds PayoutProcess::time(const Session &session, const std::string &effect, microseconds usual) const
{
    const Json seconds = m_state.effect(effect, session);
    return seconds.is_number() ? secondsOf(seconds) : usual;
}

void PayoutProcess::begin(Session &session, const Order &order, const Json &boundEffects)
{
    Payout payout;
    payout.id = m_state.newId("po_");
    payout.createdAt = m_state.now();
    payout.order = order;
    payout.boundEffects = boundEffects;
    session.payouts.push_back(std::move(payout));
    session.status = SessionStatus::InProgress;
    Payout &added = session.payouts.back();
    m_state.plan(session, added, Step::Check,
                 m_state.now() + time(session, "check_seconds", m_state.settings().checkTime));
    m_state.recordChange(session, "payout_started",
                         {{"payout", added.id},
                          {"bik", order.bik},
                          {"account", order.account},
                          {"full_name", order.fullName},
                          {"inn", order.inn},
                          {"kpp", order.kpp},
                          {"description", order.description},
                          {"is_fast", order.isFast},
                          {"sender", order.sender},
                          {"amount", order.amount},
                          {"currency", order.currency}});
}

void PayoutProcess::run(const Appointment &appointment)
{
    m_state.forget(appointment);
    Session *session = m_state.session(appointment.session);
    Payout *payout = session ? find(*session, appointment.payout) : nullptr;
    if (!payout) return;
    std::erase_if(payout->plan, [&](const PlannedStep &planned) {
        return planned.step == appointment.step && planned.at == appointment.at;
    });
    switch (appointment.step) {
    case Step::Check:
        return check(*session, *payout);
    case Step::ChangeAnswer:
        return changeAnswer(*session);
    case Step::GiveUpWaiting:
        return endWaiting(*session, "confirm_timeout", descriptionOf("confirm_timeout"));
    case Step::Cancel:
        session->cancelling = false;
        return endWaiting(*session, "session_cancelled_by_partner", descriptionOf("session_cancelled_by_partner"));
    case Step::Execute:
        return execute(*session, *payout);
    case Step::Recover:
        return settle(*session, *payout);
    case Step::Return:
        return giveBack(*session, *payout);
    }
}

void PayoutProcess::check(Session &session, Payout &payout)
{
    const Json failure = m_state.effect("fail", session);
    if (textOf(failure, "at") == "check")
        return fail(session, payout, failure, textOf(failure, "session", "cancelled"));
    if (m_state.balance(payout.order.sender) < payout.order.amount + m_state.settings().fee)
        return fail(session, payout, errorOf("insufficient_wallet_balance"), "cancelled");
    const Json unasked = m_state.effect("execute_without_confirm", session);
    if (unasked == true || textOf(unasked, "when") == "checked") return executeWithoutConfirm(session, payout);
    offer(session, payout);
    if (textOf(unasked, "when") == "ready") {
        const Json &after = member(unasked, "after_seconds");
        m_state.plan(session, payout, Step::Execute,
                     m_state.now() + (after.is_number() ? secondsOf(after) : m_state.settings().executeTime));
        m_state.recordChange(session, "execution_planned_without_confirm", {{"payout", payout.id}});
    }
}

void PayoutProcess::offer(Session &session, Payout &payout)
{
    payout.status = PayoutStatus::Pending;
    m_state.plan(session, payout, Step::GiveUpWaiting,
                 m_state.now() + time(session, "confirm_seconds", m_state.settings().confirmTime));
    const Json change = m_state.effect("change_confirm_information", session);
    if (change.is_object()) {
        const Json &after = member(change, "after_seconds");
        m_state.plan(session, payout, Step::ChangeAnswer,
                     m_state.now() + (after.is_number() ? secondsOf(after) : std::chrono::seconds{5}));
    }
    const std::string mode = textOf({{"mode", m_state.effect("confirm_information", session)}}, "mode",
                                    m_state.settings().confirmInformation);
    session.offered = mode == "never" ? std::string() : m_state.messages(session).confirmInformation(session);
    m_state.recordChange(session, "ready_to_confirm",
                         {{"payout", payout.id}, {"offered_sha256", sha256Hex(session.offered)}});
    const bool checking = std::ranges::any_of(
        session.payouts, [](const Payout &other) { return other.status == PayoutStatus::InProgress; });
    if (!checking) queueWebhook(session, "ready_to_confirm");
}

void PayoutProcess::changeAnswer(Session &session)
{
    if (!session.waits() || session.offered.empty()) return;
    session.answerChanged = true;
    session.offered = m_state.messages(session).confirmInformation(session);
    m_state.recordChange(session, "confirm_information_changed", {{"offered_sha256", sha256Hex(session.offered)}});
    queueWebhook(session, "ready_to_confirm");
}

void PayoutProcess::confirm(Session &session, const std::string &decisionSha, Json fields)
{
    session.decisionSha = decisionSha;
    Json taken = Json::array();
    for (Payout &payout : session.payouts) {
        if (payout.status != PayoutStatus::Pending) continue;
        payout.status = PayoutStatus::InProgress;
        payout.plan.clear();
        m_state.plan(session, payout, Step::Execute,
                     m_state.now() + time(session, "execute_seconds", m_state.settings().executeTime));
        taken.push_back(payout.id);
    }
    fields["payouts"] = taken;
    m_state.recordChange(session, "confirm_taken", std::move(fields));
}

void PayoutProcess::cancel(Session &session, const std::string &decisionSha, Json fields)
{
    session.decisionSha = decisionSha;
    if (session.status == SessionStatus::Created) {
        session.status = SessionStatus::Cancelled;
        session.finishedAt = m_state.now();
        session.error = errorOf("session_cancelled_by_partner");
    } else {
        session.cancelling = true;
        bool planned = false;
        for (Payout &payout : session.payouts) {
            if (payout.status != PayoutStatus::Pending) continue;
            payout.plan.clear();
            if (!planned) m_state.plan(session, payout, Step::Cancel, m_state.now() + m_state.settings().cancelTime);
            planned = true;
        }
    }
    m_state.recordChange(session, "cancel_taken", std::move(fields));
}

void PayoutProcess::endWaiting(Session &session, const std::string &code, const std::string &description)
{
    if (session.isFinal() || session.cancelling) return;
    const Json error = {{"code", code}, {"description", description}};
    bool ended = false;
    for (Payout &payout : session.payouts) {
        if (payout.status != PayoutStatus::Pending) continue;
        payout.status = PayoutStatus::Failed;
        payout.finishedAt = m_state.now();
        payout.error = error;
        payout.plan.clear();
        ended = true;
    }
    if (!ended) return;
    session.error = error;
    closeIfDone(session, SessionStatus::Cancelled);
    m_state.recordChange(session, "cancelled", {{"code", code}});
    queueWebhook(session, "payment_finished");
}

void PayoutProcess::executeWithoutConfirm(Session &session, Payout &payout)
{
    payout.status = PayoutStatus::InProgress;
    payout.plan.clear();
    m_state.plan(session, payout, Step::Execute,
                 m_state.now() + time(session, "execute_seconds", m_state.settings().executeTime));
    m_state.recordChange(session, "executing_without_confirm", {{"payout", payout.id}});
}

void PayoutProcess::execute(Session &session, Payout &payout)
{
    if (!isOpen(payout) || session.isFinal()) return;
    const Json failure = m_state.effect("fail", session);
    if (failure.is_object()) return fail(session, payout, failure, textOf(failure, "session", "cancelled"));
    const Json unclear = m_state.effect("error_then_success", session);
    if (!unclear.is_object()) return settle(session, payout);
    session.status = SessionStatus::Error;
    session.error = errorOf("internal_error");
    payout.status = textOf(unclear, "payout") == "failed" ? PayoutStatus::Failed : PayoutStatus::InProgress;
    payout.plan.clear();
    const Json &after = member(unclear, "after_seconds");
    m_state.plan(session, payout, Step::Recover,
                 m_state.now() + (after.is_number() ? secondsOf(after) : std::chrono::minutes{10}));
    m_state.recordChange(session, "became_unclear", {{"payout", payout.id}});
    queueWebhook(session, "payment_finished");
}

void PayoutProcess::settle(Session &session, Payout &payout)
{
    if (payout.moneyMoved) return;
    const Order &order = payout.order;
    if (m_state.balance(order.sender) < order.amount + m_state.settings().fee)
        return fail(session, payout, errorOf("insufficient_wallet_balance"), "cancelled");
    payout.moneyMoved = true;
    payout.status = PayoutStatus::Succeeded;
    payout.finishedAt = m_state.now();
    payout.plan.clear();
    session.error = Json();
    session.cancelling = false;
    const Json payee = m_state.messages(session).recipientParty(order);
    const Transfer transfer{
        m_state.now(),        session.id,   payout.id,          order.sender, textOf(payee, "account_number"),
        textOf(payee, "bik"), order.amount, session.decisionSha};
    const std::string number = m_state.newId("");
    m_state.addTransfer(transfer);
    m_state.book({m_state.now(), order.sender, -order.amount, number});
    const Json back = m_state.effect("return", session);
    if (back.is_object()) {
        Moment at = m_state.now();
        if (member(back, "after_working_days").is_number())
            at = addWorkingDays(at, back["after_working_days"]);
        else if (member(back, "after_days").is_number())
            at += std::chrono::days{back["after_days"].get<int>()};
        else if (member(back, "after_seconds").is_number())
            at += secondsOf(back["after_seconds"]);
        m_state.plan(session, payout, Step::Return, at);
    }
    closeIfDone(session, SessionStatus::Cancelled);
    m_state.recordChange(session, "transfer",
                         {{"payout", payout.id},
                          {"amount", order.amount},
                          {"sender", order.sender},
                          {"account", transfer.account},
                          {"bik", transfer.bik},
                          {"decision_sha256", session.decisionSha},
                          {"bank_system_id", number}});
    if (const std::int64_t fee = m_state.settings().fee; fee > 0) {
        const std::string feeNumber = m_state.newId("");
        m_state.book({m_state.now(), order.sender, -fee, feeNumber});
        m_state.record(
            "fee", {{"payout", payout.id}, {"sender", order.sender}, {"amount", fee}, {"bank_system_id", feeNumber}});
    }
    if (session.isFinal()) queueWebhook(session, "payment_finished");
}

void PayoutProcess::fail(Session &session, Payout &payout, const Json &error, const std::string &sessionStatus)
{
    payout.status = PayoutStatus::Failed;
    payout.finishedAt = m_state.now();
    payout.plan.clear();
    const std::string code = textOf(error, "code", "internal_error");
    payout.error = {{"code", code}, {"description", textOf(error, "description", descriptionOf(code))}};
    if (const Json &reasons = member(error, "reject_reasons"); reasons.is_array())
        payout.error["reject_reasons"] = reasons;
    closeIfDone(session, sessionStatus == "error"      ? SessionStatus::Error
                         : sessionStatus == "accepted" ? SessionStatus::Accepted
                                                       : SessionStatus::Cancelled);
    m_state.recordChange(session, "failed", {{"payout", payout.id}, {"code", code}});
    queueWebhook(session, "payment_finished");
}

void PayoutProcess::closeIfDone(Session &session, SessionStatus failedStatus)
{
    if (std::ranges::any_of(session.payouts, isOpen)) return;
    const bool paid = std::ranges::any_of(session.payouts, &Payout::moneyMoved);
    session.status = paid ? SessionStatus::Accepted : failedStatus;
    session.finishedAt = m_state.now();
}

void PayoutProcess::planReturn(Session &session, Payout &payout, Moment at)
{
    m_state.plan(session, payout, Step::Return, at);
    m_state.recordChange(session, "return_planned", {{"payout", payout.id}, {"due", toText(at)}});
}

void PayoutProcess::giveBack(Session &session, Payout &payout)
{
    if (!payout.moneyMoved || !payout.refunds.empty()) return;
    const Json back = m_state.effect("return", session);
    std::int64_t amount = payout.order.amount;
    if (member(back, "amount").is_number_integer()) amount = std::min(amount, back["amount"].get<std::int64_t>());
    payout.refunds.push_back({m_state.newId("rf_"), m_state.now(), amount});
    const std::string number = m_state.newId("");
    m_state.book({m_state.now(), payout.order.sender, amount, number});
    m_state.recordChange(
        session, "returned",
        {{"payout", payout.id}, {"amount", amount}, {"sender", payout.order.sender}, {"bank_system_id", number}});
    queueWebhook(session, "payment_refunded");
}

Names PayoutProcess::webhookNames(const Session &session) const
{
    const Json names = member(m_state.effect("webhooks", session), "names");
    if (names == "v1") return Names::V1;
    if (names == "v2") return Names::V2;
    return m_state.settings().webhookNames;
}

void PayoutProcess::queueWebhook(Session &session, const std::string &type)
{
    const Json effects = m_state.effect("webhooks", session);
    if (const Json &types = member(effects, "types");
        types.is_array() && std::ranges::find(types, Json(type)) == types.end())
        return;
    const Json body = {{"type", type},
                       {"session", m_state.messages(session).session(session, webhookNames(session), true)}};
    const std::string mode = textOf({{"mode", m_state.effect("confirm_information", session)}}, "mode",
                                    m_state.settings().confirmInformation);
    const bool informs = type == "ready_to_confirm" && mode != "status" && mode != "never";
    const std::string text = Messages::withConfirmInformation(body, informs ? session.offered : std::string());
    const Json &delay = member(effects, "delay_seconds");
    const Moment due = m_state.now() + (delay.is_number() ? secondsOf(delay) : microseconds{0});
    const Json &copies = member(effects, "copies");
    const int count = copies.is_number_integer() ? std::clamp(copies.get<int>(), 0, 10) : 1;
    const bool keepBack = textOf(effects, "order") == "reversed" && type == "ready_to_confirm";
    for (int i = 0; i < count; ++i)
        add(session, type, text, SignatureKind::Good, due, keepBack);
    if (const Json &days = member(effects, "replay_days"); days.is_array())
        for (const Json &day : days)
            add(session, type, text, SignatureKind::Good, due + std::chrono::days{day.get<int>()}, false);
    if (const auto kind = signatureKindFromText(textOf(effects, "forge")); kind && type == "ready_to_confirm")
        forge(session, "payment_finished", *kind);
    if (type != "ready_to_confirm" && m_state.outbox().keepsBack(session.id)) {
        const Moment later = due + std::chrono::seconds{2};
        m_state.outbox().releaseKeptBack(session.id, later);
        m_state.record("webhooks_released", {{"session", session.id}, {"due", toText(later)}});
    }
}

void PayoutProcess::forge(const Session &session, const std::string &type, SignatureKind kind)
{
    Session claimed = session;
    claimed.status = SessionStatus::Accepted;
    claimed.finishedAt = m_state.now();
    for (Payout &payout : claimed.payouts) {
        payout.status = PayoutStatus::Succeeded;
        payout.finishedAt = m_state.now();
    }
    const Json body = {{"type", type},
                       {"session", m_state.messages(session).session(claimed, webhookNames(session), true)}};
    add(session, type, toBankText(body), kind, m_state.now(), false);
}

void PayoutProcess::add(const Session &session, const std::string &type, std::string body, SignatureKind kind,
                        Moment due, bool keptBack)
{
    if (m_state.settings().webhookUrl.empty()) return;
    Outgoing webhook;
    webhook.id = m_state.outbox().nextId();
    webhook.session = session.id;
    webhook.type = type;
    webhook.body = std::move(body);
    webhook.signature = kind;
    webhook.firstDue = due;
    webhook.keptBack = keptBack;
    m_state.record("webhook_queued", {{"session", session.id},
                                      {"webhook", webhook.id},
                                      {"type", type},
                                      {"signature", toText(kind)},
                                      {"due", toText(due)},
                                      {"kept_back", keptBack},
                                      {"body_sha256", sha256Hex(webhook.body)},
                                      {"body", webhook.body}});
    m_state.outbox().add(std::move(webhook));
}

} // namespace countersign::demobank
