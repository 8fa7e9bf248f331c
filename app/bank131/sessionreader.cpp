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

/// One step down to what is compared. What is given and is no object is noted: it says something, and not "nothing".
const JsonValue *comparedPart(const JsonValue *value, QByteArrayView name, PayoutEcho &echo)
{
    const JsonValue *found = under(value, name);
    if (!found || found->isObject()) return found;
    echo.unreadable.append(QString::fromLatin1(name));
    return nullptr;
}

/// A member that is compared, read by `read`; noted when it is given and can't be read.
template <class T>
std::optional<T> compared(const JsonValue *value, QByteArrayView name, std::optional<T> (JsonValue::*read)() const,
                          PayoutEcho &echo)
{
    const JsonValue *found = under(value, name);
    if (!found) return std::nullopt;
    std::optional<T> content = (found->*read)();
    if (!content) echo.unreadable.append(QString::fromLatin1(name));
    return content;
}

std::optional<QString> comparedText(const JsonValue *value, QByteArrayView name, PayoutEcho &echo)
{
    return compared(value, name, &JsonValue::text, echo);
}

void readRecipient(const JsonValue &payout, PayoutEcho &echo)
{
    const QByteArrayView name = payout.given("payout_details") ? "payout_details" : "payment_method";
    const JsonValue *account = comparedPart(comparedPart(&payout, name, echo), "bank_account", echo);
    const JsonValue *ru = comparedPart(account, "ru", echo);
    echo.bik = comparedText(ru, under(ru, "bik") ? "bik" : "bic", echo).value_or(QString());
    echo.account = comparedText(ru, "account", echo).value_or(QString());
    echo.fullName = comparedText(ru, "full_name", echo).value_or(QString());
    echo.inn = comparedText(ru, "inn", echo);
    echo.kpp = comparedText(ru, "kpp", echo);
    echo.description = comparedText(ru, "description", echo).value_or(QString());
    echo.isFast = compared(ru, "is_fast", &JsonValue::boolean, echo);
}

void readAmount(const JsonValue &payout, PayoutEcho &echo)
{
    const JsonValue *details = comparedPart(&payout, "amount_details", echo);
    echo.amountKopecks = compared(details, "amount", &JsonValue::integer, echo);
    echo.currency = comparedText(details, "currency", echo).value_or(QString());
}

/// In another currency it says nothing about roubles.
std::optional<qint64> refundedKopecks(const JsonValue &refund)
{
    const JsonValue *details = under(&refund, "amount_details");
    const bool roubles =
        !under(details, "currency") ||
        textAt(details, "currency").value_or(QString()).compare(QLatin1String("rub"), Qt::CaseInsensitive) == 0;
    return roubles ? amountAt(&refund) : std::nullopt;
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
        const std::optional<qint64> amount = refundedKopecks(refund);
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
    readAmount(payout, echo);
    const JsonValue *sender = comparedPart(comparedPart(&payout, "participant_details", echo), "sender", echo);
    echo.senderAccount = comparedText(sender, "account", echo).value_or(QString());
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
