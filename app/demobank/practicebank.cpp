#include "demobank/practicebank.h"

#include "demobank/control.h"

#include <algorithm>
#include <stdexcept>

namespace countersign::demobank {

namespace {

HttpReply errorReply(int http, const std::string &code, const std::string &description)
{
    HttpReply reply;
    reply.status = http;
    reply.body = toBankText({{"status", "error"}, {"error", {{"code", code}, {"description", description}}}});
    return reply;
}

Delivery deliveryOf(const Json &rule)
{
    Delivery delivery;
    const std::string kind = textOf(rule, "delivery", "normal");
    if (kind == "silence") delivery.kind = DeliveryKind::Silence;
    if (kind == "close_before") delivery.kind = DeliveryKind::CloseBefore;
    if (kind == "close_after") delivery.kind = DeliveryKind::CloseAfter;
    if (kind == "reset") delivery.kind = DeliveryKind::Reset;
    if (kind == "cut") delivery.kind = DeliveryKind::CutOff;
    if (const Json &bytes = member(rule, "bytes"); bytes.is_number_unsigned()) delivery.bytes = bytes;
    if (const Json &delay = member(rule, "delay_ms"); delay.is_number_unsigned())
        delivery.delay = std::chrono::milliseconds{delay.get<std::int64_t>()};
    return delivery;
}

std::string wordFor(DeliveryKind kind)
{
    switch (kind) {
    case DeliveryKind::Normal:
        return "normal";
    case DeliveryKind::Silence:
        return "silence";
    case DeliveryKind::CloseBefore:
        return "close_before";
    case DeliveryKind::CloseAfter:
        return "close_after";
    case DeliveryKind::Reset:
        return "reset";
    case DeliveryKind::CutOff:
        return "cut";
    }
    return {};
}

} // namespace

BankKeys rsaKeys(const RsaKey &bank, const RsaKey &partner)
{
    return {[bank](std::string_view body) { return bank.sign(body); },
            [partner](std::string_view body, std::string_view signature) { return partner.verify(body, signature); }};
}

PracticeBank::PracticeBank(BankSettings settings, Ledger &ledger, BankKeys keys, Moment hostNow)
    : m_state(std::move(settings), ledger, hostNow), m_process(m_state), m_calls(m_state, m_process),
      m_keys(std::move(keys)), m_hostNow(hostNow)
{
}

PracticeBank::~PracticeBank() = default;

void PracticeBank::advance(Moment hostNow)
{
    m_hostNow = std::max(m_hostNow, hostNow);
    const Moment until = m_hostNow + m_state.offset();
    while (true) {
        const auto appointment = m_state.nextAppointment();
        const auto deferred = std::ranges::min_element(m_deferred, {}, &Deferred::at);
        const bool requestFirst = deferred != m_deferred.end() && (!appointment || deferred->at <= appointment->at);
        if (requestFirst && deferred->at <= until) {
            m_state.setNow(deferred->at);
            runDeferred();
        } else if (!requestFirst && appointment && appointment->at <= until) {
            m_state.setNow(appointment->at);
            m_process.run(*appointment);
        } else
            break;
    }
    m_state.setNow(until);
    m_state.ledger().commit();
}

void PracticeBank::runDeferred()
{
    const auto first = std::ranges::min_element(m_deferred, {}, &Deferred::at);
    const Deferred deferred = std::move(*first);
    m_deferred.erase(first);
    const auto result = m_calls.carryOut(deferred.call);
    m_state.record("request_worked_late", {{"call", deferred.call.name},
                                           {"body_sha256", sha256Hex(deferred.request.body)},
                                           {"outcome", result ? std::string("ok") : result.error().code}});
}

std::optional<Moment> PracticeBank::nextDue()
{
    std::optional<Moment> due;
    const auto take = [&due](Moment at) { due = due ? std::min(*due, at) : at; };
    if (const auto appointment = m_state.nextAppointment()) take(appointment->at);
    if (const auto webhook = m_state.outbox().nextDue()) take(*webhook);
    for (const Deferred &deferred : m_deferred)
        take(deferred.at);
    if (due) *due -= m_state.offset();
    return due;
}

HttpReply PracticeBank::handle(const HttpRequest &request)
{
    const std::string path = request.target.substr(0, request.target.find('?'));
    if (path == "/practice/control") {
        HttpReply reply;
        std::string reason;
        const auto command = parseStrict(request.body, &reason);
        try {
            if (!command) throw std::invalid_argument(reason);
            reply.body = Control(m_state, m_process).carryOut(*command).dump();
        } catch (const std::invalid_argument &refusal) {
            reply = errorReply(400, "invalid_command", refusal.what());
        } catch (const Json::exception &refusal) {
            reply = errorReply(400, "invalid_command", refusal.what());
        }
        advance(m_hostNow);
        return reply;
    }
    auto call = callFromTarget(request.target);
    HttpReply reply = call ? answerCall(request, std::move(*call))
                           : refuse(request, "unknown", {404, "invalid_request", "This method is not known"});
    m_state.ledger().commit();
    return reply;
}

std::optional<Refusal> PracticeBank::checkSender(const HttpRequest &request) const
{
    if (request.header("x-partner-project") != m_state.settings().project)
        return Refusal{401, "identification_error", "Partner identification error"};
    if (!m_keys.verifyPartner(request.body, request.header("x-partner-sign")))
        return Refusal{401, "authentication_error", "Authentication error"};
    return std::nullopt;
}

HttpReply PracticeBank::answerCall(const HttpRequest &request, Call call)
{
    if (request.verb != "POST") return refuse(request, call.name, {405, "invalid_request", "This method needs POST"});
    if (const auto refusal = checkSender(request)) return refuse(request, call.name, *refusal);
    if (!request.header("content-type").starts_with("application/json"))
        return refuse(request, call.name, invalidField("Content-Type", "must be application/json"));
    std::string reason;
    const auto body = parseStrict(request.body, &reason);
    if (!body) return refuse(request, call.name, invalidField("body", reason));
    if (!body->is_object()) return refuse(request, call.name, invalidField("body", "must be an object"));
    call.body = *body;
    call.rawBody = request.body;
    Json effects = Json::object();
    if (const Rule *rule = m_state.rules().forCall(call.name, m_calls.subjectOf(call))) {
        effects = rule->effects;
        if (rule->times > 0) m_state.useRule(rule->id);
    }
    return work(request, call, effects);
}

HttpReply PracticeBank::work(const HttpRequest &request, const Call &call, const Json &rule)
{
    const std::string session = textOf(call.body, "session_id");
    HttpReply reply;
    reply.delivery = deliveryOf(rule);
    if (reply.delivery.kind == DeliveryKind::CloseBefore) {
        seen(request, call.name, reply, "closed_before_work", false, session);
        return reply;
    }
    if (const Json &http = member(rule, "http_before"); http.is_number_unsigned()) {
        const std::string code = textOf(rule, "code", "internal_error");
        reply.body = errorReply(http, code, textOf(rule, "description", descriptionOf(code))).body;
        reply.status = http;
        seen(request, call.name, reply, code, false, session);
        return reply;
    }
    if (const std::string key = request.header("x-partner-idempotency-key"); !key.empty() && m_state.knowsKey(key)) {
        reply = refuse(request, call.name, {400, "idempotency_key_already_exists", "already in progress or processed"});
        reply.delivery = deliveryOf(rule);
        return reply;
    }
    if (const Json &later = member(rule, "work_after_seconds"); later.is_number()) {
        m_deferred.push_back({m_state.now() + secondsOf(later), call, request});
        if (!rule.contains("delivery")) reply.delivery.kind = DeliveryKind::Silence;
        seen(request, call.name, reply, "work_deferred", true, session);
        return reply;
    }
    const auto result = m_calls.carryOut(call);
    if (result)
        reply.body = *result;
    else {
        reply.status = result.error().http;
        reply.body = errorReply(reply.status, result.error().code, result.error().description).body;
    }
    if (const Json &http = member(rule, "http_after"); http.is_number_unsigned()) {
        reply.status = http;
        reply.body = errorReply(reply.status, "internal_error", descriptionOf("internal_error")).body;
    }
    if (rule.contains("garbage")) reply.body = "<html><body>Service is temporarily unavailable</body></html>";
    seen(request, call.name, reply, result ? std::string("ok") : result.error().code, result.has_value(), session);
    return reply;
}

HttpReply PracticeBank::refuse(const HttpRequest &request, const std::string &call, const Refusal &refusal)
{
    HttpReply reply = errorReply(refusal.http, refusal.code, refusal.description);
    seen(request, call, reply, refusal.code, false);
    return reply;
}

void PracticeBank::seen(const HttpRequest &request, const std::string &call, const HttpReply &reply,
                        const std::string &outcome, bool done, const std::string &session)
{
    Json fields = {{"call", call},
                   {"request", request.verb + ' ' + request.target.substr(0, 200)},
                   {"body_sha256", sha256Hex(request.body)},
                   {"outcome", outcome},
                   {"done", done},
                   {"http", reply.status},
                   {"delivery", wordFor(reply.delivery.kind)}};
    if (!session.empty()) fields["session_id"] = session.substr(0, 200);
    if (const std::string key = request.header("x-partner-idempotency-key"); !key.empty()) {
        fields["idempotency_key"] = key;
        if (done) m_state.takeKey(key);
    }
    m_state.countRequest(call);
    m_state.record("request_seen", fields);
}

std::vector<WebhookCall> PracticeBank::takeDueWebhooks()
{
    std::vector<WebhookCall> calls;
    for (const Outgoing &webhook : m_state.outbox().takeDue(m_state.now())) {
        WebhookCall call{webhook.id, webhook.attempts, m_state.settings().webhookUrl, webhook.body, std::nullopt};
        switch (webhook.signature) {
        case SignatureKind::Good:
            call.signature = m_keys.sign(webhook.body);
            break;
        case SignatureKind::OtherKey:
            if (!m_foreignKey) m_foreignKey = std::make_unique<RsaKey>(RsaKey::generate());
            call.signature = m_foreignKey->sign(webhook.body);
            break;
        case SignatureKind::OtherBody:
            call.signature = m_keys.sign(webhook.body + ' ');
            break;
        case SignatureKind::Damaged:
            call.signature = m_keys.sign(webhook.body);
            call.signature->front() = call.signature->front() == 'A' ? 'B' : 'A';
            break;
        case SignatureKind::Missing:
            break;
        }
        calls.push_back(std::move(call));
    }
    return calls;
}

void PracticeBank::webhookAnswered(std::uint64_t id, int httpStatus)
{
    const auto found = m_state.outbox().all().find(id);
    if (found == m_state.outbox().all().end()) return;
    m_state.record("webhook_answered", {{"webhook", id}, {"attempt", found->second.attempts}, {"http", httpStatus}});
    m_state.outbox().answered(id, httpStatus, m_state.now());
    m_state.ledger().commit();
}

} // namespace countersign::demobank
