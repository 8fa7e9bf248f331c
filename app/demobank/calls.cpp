#include "demobank/calls.h"

#include "demobank/keys.h"

#include <algorithm>
#include <array>

namespace countersign::demobank {

namespace {

struct Method
{
    std::string_view path;
    std::string_view name;
};

constexpr std::array<Method, 8> methods{{{"session/create/rko", "create"},
                                         {"session/start/payout/rko", "start"},
                                         {"session/init/payout/rko", "init"},
                                         {"session/confirm", "confirm"},
                                         {"session/cancel", "cancel"},
                                         {"session/status", "status"},
                                         {"report/account_balance", "balance"},
                                         {"report/account_statement", "statement"}}};

std::unexpected<Refusal> wrongState()
{
    return std::unexpected(Refusal{409, "session_wrong_state", "Cannot perform a transaction in this status"});
}

std::unexpected<Refusal> invalid(const std::string &field, const std::string &why)
{
    return std::unexpected(invalidField(field, why));
}

/// Opening balance, turnovers and movements of one account on one day.
struct DayReport
{
    std::int64_t opening = 0;
    std::int64_t debet = 0;
    std::int64_t credit = 0;
    Json transactions = Json::array();
};

DayReport reportOf(const BankState &state, const CustomerAccount &account, const std::string &day, bool isSigned)
{
    DayReport report;
    report.opening = account.openingBalance;
    for (const Booking &booking : state.bookings()) {
        const std::string date = bankingDay(booking.at);
        if (booking.account != account.account || date > day) continue;
        if (date < day) {
            report.opening += booking.amount;
            continue;
        }
        const std::int64_t size = booking.amount < 0 ? -booking.amount : booking.amount;
        (booking.amount < 0 ? report.debet : report.credit) += size;
        Json transaction = {{"amount", isSigned ? booking.amount : size},
                            {"currency", "RUB"},
                            {"payment_date", date},
                            {"bank_system_id", booking.bankSystemId}};
        if (isSigned) transaction["base_amount"] = booking.amount;
        report.transactions.push_back(transaction);
    }
    return report;
}

} // namespace

std::optional<Call> callFromTarget(const std::string &target)
{
    const std::string path = target.substr(0, target.find('?'));
    Call call;
    if (path.starts_with("/api/v2/"))
        call.names = Names::V2;
    else if (!path.starts_with("/api/v1/"))
        return std::nullopt;
    const auto method = std::ranges::find(methods, path.substr(8), &Method::path);
    if (method == methods.end()) return std::nullopt;
    call.name = method->name;
    return call;
}

std::expected<std::string, Refusal> Calls::carryOut(const Call &call)
{
    if (call.name == "create") return create(call);
    if (call.name == "start") return start(call);
    if (call.name == "init") return init(call);
    if (call.name == "confirm") return confirm(call);
    if (call.name == "cancel") return cancel(call);
    if (call.name == "status") return status(call);
    if (call.name == "balance") return balance(call);
    return statement(call);
}

Subject Calls::subjectOf(const Call &call)
{
    Subject subject;
    if (const Session *session = m_state.session(textOf(call.body, "session_id")))
        subject = session->subject();
    else
        subject.session = textOf(call.body, "session_id");
    if (call.name == "start" || call.name == "init") {
        if (const auto order = readOrder(call.body, call.names, m_state.settings().tokens)) {
            subject.account = order->account;
            subject.amount = order->amount;
            subject.purpose = order->description;
        }
    }
    return subject;
}

Calls::Answer Calls::create(const Call &call)
{
    Session session;
    session.id = m_state.newId("ps_");
    session.createdAt = m_state.now();
    session.metadata = member(call.body, "metadata");
    Session &added = m_state.addSession(std::move(session));
    m_state.recordChange(added, "session_created");
    return answer(added, call.names);
}

Calls::Answer Calls::start(const Call &call)
{
    const auto session = sessionOf(call);
    if (!session) return std::unexpected(session.error());
    const auto order = acceptedOrder(call);
    if (!order) return std::unexpected(order.error());
    if ((*session)->status != SessionStatus::Created) {
        const Subject subject{(*session)->id, order->account, order->amount, order->description};
        const bool accepted = m_state.rules().effect("accept_second_start", subject, {}) == true &&
                              (*session)->status == SessionStatus::InProgress;
        if (!accepted) return wrongState();
    }
    if (!order->metadata.is_null()) (*session)->metadata = order->metadata;
    beginPayouts(**session, *order);
    return answer(**session, call.names);
}

Calls::Answer Calls::init(const Call &call)
{
    const auto order = acceptedOrder(call);
    if (!order) return std::unexpected(order.error());
    Session session;
    session.id = m_state.newId("ps_");
    session.createdAt = m_state.now();
    session.metadata = order->metadata;
    Session &added = m_state.addSession(std::move(session));
    m_state.recordChange(added, "session_created");
    beginPayouts(added, *order);
    return answer(added, call.names);
}

Calls::Answer Calls::confirm(const Call &call)
{
    const auto session = sessionOf(call);
    if (!session) return std::unexpected(session.error());
    if (!(*session)->waits()) return wrongState();
    auto fields = decisionFields(call, **session, true);
    if (!fields) return std::unexpected(fields.error());
    const std::string digest = textOf(*fields, "received_sha256");
    m_process.confirm(**session, digest, std::move(*fields));
    return answer(**session, call.names);
}

Calls::Answer Calls::cancel(const Call &call)
{
    const auto session = sessionOf(call);
    if (!session) return std::unexpected(session.error());
    if (!(*session)->waits() && (*session)->status != SessionStatus::Created) return wrongState();
    auto fields = decisionFields(call, **session, false);
    if (!fields) return std::unexpected(fields.error());
    const std::string digest = textOf(*fields, "received_sha256");
    m_process.cancel(**session, digest, std::move(*fields));
    return answer(**session, call.names);
}

Calls::Answer Calls::status(const Call &call)
{
    const auto session = sessionOf(call);
    if (!session) return std::unexpected(session.error());
    return answer(**session, call.names);
}

Calls::Answer Calls::balance(const Call &call)
{
    const auto account = accountOf(call);
    if (!account) return std::unexpected(account.error());
    const std::string number = (*account)->account;
    return toBankText({{"status", "ok"},
                       {"account_number", number},
                       {"account_currency", "RUB"},
                       {"balance", {{"current_balance", m_state.balance(number)}}}});
}

Calls::Answer Calls::statement(const Call &call)
{
    const auto account = accountOf(call);
    if (!account) return std::unexpected(account.error());
    const std::string from = textOf(call.body, "date_from");
    const std::string to = textOf(call.body, "date_to");
    if (!isDate(from)) return invalid("date_from", "must be a date YYYY-MM-DD");
    if (!isDate(to)) return invalid("date_to", "must be a date YYYY-MM-DD");
    if (from != to) return invalid("date_to", "must be equal to date_from");
    const bool flat = m_state.settings().flatStatement;
    const DayReport report = reportOf(m_state, **account, from, flat);
    const Json turnover = {{"debet", report.debet}, {"credit", report.credit}};
    const Json balances = {{"opening", report.opening}, {"closing", report.opening + report.credit - report.debet}};
    Json inner = {{"date_from", from}, {"date_to", to}, {"account_number", (*account)->account}};
    if (flat)
        return toBankText({{"status", "ok"},
                           {"name", "account_statement"},
                           {"account_statement", inner},
                           {"total_turnover", turnover},
                           {"total_balance", balances},
                           {"transactions", report.transactions}});
    inner["total_turnover"] = turnover;
    inner["total_balance"] = balances;
    inner["transactions"] = report.transactions;
    return toBankText({{"status", "ok"}, {"method", {{"name", "account_statement"}, {"account_statement", inner}}}});
}

std::expected<Session *, Refusal> Calls::sessionOf(const Call &call)
{
    const Json &id = member(call.body, "session_id");
    if (id.is_null()) return invalid("session_id", "this value should not be blank");
    if (!id.is_string()) return invalid("session_id", "must be a string");
    Session *session = m_state.session(id.get<std::string>());
    if (!session) return invalid("session_id", "this session was not found");
    return session;
}

std::expected<Order, Refusal> Calls::acceptedOrder(const Call &call)
{
    auto order = readOrder(call.body, call.names, m_state.settings().tokens);
    if (!order) return order;
    if (!m_state.customerAccount(order->sender))
        return std::unexpected(
            Refusal{403, "authorization_error", "The project has no right to pay from this account"});
    const Subject subject{textOf(call.body, "session_id"), order->account, order->amount, order->description};
    Json refusal = m_state.rules().effect("refuse_start", subject, {});
    for (const Rule *rule : m_state.rules().toBind(subject)) {
        if (!rule->effects.contains("refuse_start")) continue;
        refusal = rule->effects["refuse_start"];
        m_state.useRule(rule->id);
        break;
    }
    if (!refusal.is_object()) return order;
    const std::string code = textOf(refusal, "code", "invalid_request");
    const Json &http = member(refusal, "http");
    return std::unexpected(Refusal{http.is_number_integer() ? http.get<int>() : 400, code,
                                   textOf(refusal, "description", descriptionOf(code))});
}

void Calls::beginPayouts(Session &session, const Order &order)
{
    const Subject subject{session.id, order.account, order.amount, order.description};
    Json bound = Json::object();
    std::vector<std::string> used;
    for (const Rule *rule : m_state.rules().toBind(subject)) {
        bound.update(rule->effects);
        used.push_back(rule->id);
    }
    for (const std::string &id : used)
        m_state.useRule(id);
    m_process.begin(session, order, bound);
    if (m_state.effect("two_payouts", session) == true) m_process.begin(session, order, bound);
}

std::expected<Json, Refusal> Calls::decisionFields(const Call &call, const Session &session, bool confirm)
{
    const auto slice = memberBytes(call.rawBody, "confirm_information");
    const std::string &offered = session.offered;
    if (!slice) {
        if (confirm && !offered.empty()) return invalid("confirm_information", "this value should not be blank");
    } else {
        const Json received = member(call.body, "confirm_information");
        if (!received.is_object()) return invalid("confirm_information", "must be an object");
        if (offered.empty()) return invalid("confirm_information", "none was sent for this session");
        if (!sameContent(received, Json::parse(offered)))
            return invalid("confirm_information", "differs from what was sent");
    }
    return Json{{"received_sha256", slice ? sha256Hex(*slice) : std::string()},
                {"offered_sha256", offered.empty() ? std::string() : sha256Hex(offered)},
                {"same_bytes", slice && *slice == offered},
                {"body_sha256", sha256Hex(call.rawBody)}};
}

std::expected<const CustomerAccount *, Refusal> Calls::accountOf(const Call &call)
{
    const Json &number = member(call.body, "account_number");
    if (!number.is_string() || !isDigits(number.get<std::string>(), 20))
        return invalid("account_number", "must have 20 digits");
    const std::string text = number.get<std::string>();
    // bank131-api.md 5.9
    constexpr std::array<std::string_view, 5> prefixes{"40702", "40703", "40802", "40807", "40701"};
    if (std::ranges::none_of(prefixes, [&](std::string_view prefix) { return text.starts_with(prefix); }))
        return invalid("account_number", "must begin with 40702, 40703, 40802, 40807 or 40701");
    const CustomerAccount *account = m_state.customerAccount(text);
    if (!account)
        return std::unexpected(Refusal{403, "authorization_error", "The project has no right to this account"});
    return account;
}

std::string Calls::answer(const Session &session, Names names) const
{
    const Json body = {{"status", "ok"}, {"session", m_state.messages(session).session(session, names, false)}};
    const std::string mode = textOf({{"mode", m_state.effect("confirm_information", session)}}, "mode",
                                    m_state.settings().confirmInformation);
    const bool informs = session.waits() && (mode == "status" || mode == "webhook_and_status");
    return Messages::withConfirmInformation(body, informs ? session.offered : std::string());
}

} // namespace countersign::demobank
