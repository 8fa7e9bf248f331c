#include "bank131/sessionreader.h"

#include "core/clock.h"

namespace countersign {

namespace {

/// One step down; nullptr stays nullptr, so paths can be written as chains.
const JsonValue *under(const JsonValue *value, QByteArrayView name)
{
    return value ? value->given(name) : nullptr;
}

const JsonValue *firstOf(const JsonValue *value, QByteArrayView preferred, QByteArrayView other)
{
    const JsonValue *found = under(value, preferred);
    return found ? found : under(value, other);
}

std::optional<QString> textAt(const JsonValue *value, QByteArrayView name)
{
    const JsonValue *found = under(value, name);
    return found ? found->text() : std::nullopt;
}

/// A text that may be absent (empty) but not of another type.
Result<QString> decidingText(const JsonValue &parent, QByteArrayView name, QLatin1String path)
{
    const JsonValue *found = parent.given(name);
    if (!found) return QString();
    std::optional<QString> text = found->text();
    if (!text) return fail(ErrorCode::unexpectedValue, path);
    return *std::move(text);
}

std::optional<qint64> amountAt(const JsonValue *value)
{
    const JsonValue *amount = under(under(value, "amount_details"), "amount");
    return amount ? amount->integer() : std::nullopt;
}

void readRecipient(const JsonValue &payout, PayoutEcho &echo)
{
    const JsonValue *method = firstOf(&payout, "payout_details", "payment_method");
    const JsonValue *ru = under(under(method, "bank_account"), "ru");
    echo.bik = textAt(ru, under(ru, "bik") ? "bik" : "bic").value_or(QString());
    echo.account = textAt(ru, "account").value_or(QString());
    echo.fullName = textAt(ru, "full_name").value_or(QString());
    echo.inn = textAt(ru, "inn");
    echo.kpp = textAt(ru, "kpp");
    echo.description = textAt(ru, "description").value_or(QString());
    if (const JsonValue *fast = under(ru, "is_fast")) echo.isFast = fast->boolean();
}

/// Accepted refunds count; the returned amount is their sum, and absent when one of them can't be read.
void readRefunds(const JsonValue &payout, PayoutEcho &echo)
{
    const JsonValue *refunds = payout.given("refunds");
    if (!refunds || refunds->kind != JsonValue::Kind::array) return;
    std::optional<qint64> sum = 0;
    for (const JsonValue &refund : refunds->children) {
        if (textAt(&refund, "status") != u"accepted") continue;
        echo.returned = true;
        const std::optional<qint64> amount = amountAt(&refund);
        qint64 next = 0;
        const bool fits = sum && amount && !qAddOverflow(*sum, *amount, &next);
        sum = fits ? std::optional(next) : std::nullopt;
    }
    if (echo.returned) echo.returnedKopecks = sum;
}

Result<PayoutEcho> readPayout(const JsonValue &payout)
{
    if (!payout.isObject()) return fail(ErrorCode::unexpectedValue, QStringLiteral("session.payments[]"));
    auto id = decidingText(payout, "id", QLatin1String("session.payments[].id"));
    if (!id) return std::unexpected(id.error());
    auto status = decidingText(payout, "status", QLatin1String("session.payments[].status"));
    if (!status) return std::unexpected(status.error());
    PayoutEcho echo;
    echo.id = *std::move(id);
    echo.status = *std::move(status);
    readRecipient(payout, echo);
    echo.amountKopecks = amountAt(&payout);
    echo.currency = textAt(under(&payout, "amount_details"), "currency").value_or(QString());
    const JsonValue *sender = under(under(&payout, "participant_details"), "sender");
    echo.senderAccount = textAt(sender, "account").value_or(QString());
    readRefunds(payout, echo);
    echo.error = readError(payout.given("error"));
    return echo;
}

Result<QList<PayoutEcho>> readPayouts(const JsonValue &session)
{
    QList<PayoutEcho> payouts;
    const JsonValue *list = firstOf(&session, "payout_list", "payments");
    if (!list) return payouts;
    if (list->kind != JsonValue::Kind::array) {
        return fail(ErrorCode::unexpectedValue, QStringLiteral("session.payments"));
    }
    for (const JsonValue &payout : list->children) {
        auto echo = readPayout(payout);
        if (!echo) return std::unexpected(echo.error());
        payouts.append(*std::move(echo));
    }
    return payouts;
}

Result<QString> readSessionId(const JsonValue &session)
{
    auto id = decidingText(session, "id", QLatin1String("session.id"));
    if (id && id->isEmpty()) return fail(ErrorCode::missingMember, QStringLiteral("session.id"));
    return id;
}

} // namespace

std::optional<BankError> readError(const JsonValue *value)
{
    const std::optional<QString> code = textAt(value, "code");
    if (!code) return std::nullopt;
    BankError error{*code, textAt(value, "description").value_or(QString()), {}};
    const JsonValue *reasons = value->given("reject_reasons");
    if (!reasons || reasons->kind != JsonValue::Kind::array) return error;
    for (const JsonValue &reason : reasons->children) {
        if (const auto alias = textAt(&reason, "rule_alias")) error.rejectReasons.append(*alias);
    }
    return error;
}

Result<SessionReading> readSession(const JsonValue &message)
{
    if (!message.isObject()) return fail(ErrorCode::unexpectedValue);
    const JsonValue *session = message.given("session");
    if (!session) return fail(ErrorCode::missingMember, QStringLiteral("session"));
    if (!session->isObject()) return fail(ErrorCode::unexpectedValue, QStringLiteral("session"));
    auto id = readSessionId(*session);
    if (!id) return std::unexpected(id.error());
    auto status = decidingText(*session, "status", QLatin1String("session.status"));
    if (!status) return std::unexpected(status.error());
    auto nextAction = decidingText(*session, "next_action", QLatin1String("session.next_action"));
    if (!nextAction) return std::unexpected(nextAction.error());
    auto payouts = readPayouts(*session);
    if (!payouts) return std::unexpected(payouts.error());

    SessionReading reading;
    reading.messageType = textAt(&message, "type").value_or(QString());
    reading.sessionId = *std::move(id);
    reading.status = *std::move(status);
    reading.nextAction = *std::move(nextAction);
    if (const auto updated = textAt(session, "updated_at")) reading.updatedAtMicros = parseRfc3339Micros(*updated);
    reading.payouts = *std::move(payouts);
    reading.error = readError(message.given("error"));
    if (!reading.error) reading.error = readError(session->given("error"));
    if (const JsonValue *slice = message.given("confirm_information")) {
        reading.confirmInformation = slice->raw.toByteArray();
    }
    return reading;
}

} // namespace countersign
