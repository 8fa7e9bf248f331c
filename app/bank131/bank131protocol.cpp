#include "bank131/bank131protocol.h"

#include "bank131/bodywriter.h"
#include "bank131/canonicaljson.h"
#include "bank131/confirminformationreader.h"
#include "bank131/jsonscanner.h"
#include "bank131/sessionreader.h"

#include <algorithm>
#include <array>

namespace countersign {

namespace {

/// The codes that mean "nothing was done" for certain (payout-lifecycle.md section 4).
constexpr std::array<QLatin1String, 4> definiteRefusals{
    QLatin1String("identification_error"), QLatin1String("authentication_error"), QLatin1String("authorization_error"),
    QLatin1String("invalid_request")};

bool isDefiniteRefusal(const BankError &error)
{
    return std::ranges::find(definiteRefusals, error.code) != definiteRefusals.end();
}

/// Nothing of the signed body left this process, and the stack says why. An answer, a redirect or a body beyond the cap
/// would contradict the counters: then nothing is proven.
bool isProvenNotSent(const TransportReply &reply)
{
    if (reply.httpStatus != 0 || reply.bodyBytesPulled != 0 || reply.requestSent) return false;
    using enum TransportReply::Failure;
    switch (reply.failure) {
    case nameLookup:
    case connect:
    case tls:
    case timeout:
    case connectionLost:
    case other:
        return true;
    case none:
    case resendRefused:
    case tooLarge:
    case redirect:
        break;
    }
    return false;
}

bool isAnswered(const TransportReply &reply)
{
    return reply.failure == TransportReply::Failure::none;
}

bool isSuccess(int httpStatus)
{
    return httpStatus >= 200 && httpStatus <= 299;
}

/// 429 says nothing about what became of the call.
bool isRefusal(int httpStatus)
{
    return httpStatus >= 400 && httpStatus <= 499 && httpStatus != 429;
}

bool saysOk(const JsonValue &message)
{
    const JsonValue *status = message.given("status");
    return status && status->text() == u"ok" && !message.given("error");
}

bool isOurSession(CallKind kind, const QString &sessionId, const SessionReading &reading)
{
    return kind == CallKind::create ? !reading.sessionId.isEmpty() : reading.sessionId == sessionId;
}

SendClass classOfAnswer(CallKind kind, const QString &sessionId, const JsonValue &message, const CallOutcome &outcome)
{
    const int http = outcome.reply.httpStatus;
    if (isSuccess(http) && saysOk(message) && outcome.reading && isOurSession(kind, sessionId, *outcome.reading)) {
        return SendClass::ok;
    }
    const std::optional<BankError> refusal = readError(message.given("error"));
    const JsonValue *status = message.given("status");
    const bool saysError = !status || status->text() == u"error";
    if (isRefusal(http) && saysError && refusal && isDefiniteRefusal(*refusal)) return SendClass::refused;
    return SendClass::unknown;
}

} // namespace

QString Bank131Protocol::path(CallKind kind) const
{
    switch (kind) {
    case CallKind::create:
        return QStringLiteral("/api/v1/session/create/rko");
    case CallKind::start:
        return QStringLiteral("/api/v1/session/start/payout/rko");
    case CallKind::confirm:
        return QStringLiteral("/api/v1/session/confirm");
    case CallKind::cancel:
        return QStringLiteral("/api/v1/session/cancel");
    case CallKind::status:
        break;
    }
    return QStringLiteral("/api/v1/session/status");
}

QByteArray Bank131Protocol::createBody(const QJsonObject &metadata) const
{
    return writeCreateBody(metadata);
}

QByteArray Bank131Protocol::startBody(const QString &sessionId, const PayoutContent &content,
                                      const QJsonObject &metadata) const
{
    return writeStartBody(sessionId, content, metadata);
}

QByteArray Bank131Protocol::decisionBody(const QString &sessionId, QByteArrayView slice) const
{
    return writeSessionBody(sessionId, slice);
}

QByteArray Bank131Protocol::statusBody(const QString &sessionId) const
{
    return writeSessionBody(sessionId, {});
}

Result<std::optional<QByteArray>> Bank131Protocol::slice(QByteArrayView body) const
{
    const auto message = scanJson(body);
    if (!message) return std::unexpected(message.error());
    const JsonValue *member = message->given("confirm_information");
    if (!member) return std::nullopt;
    return member->raw.toByteArray();
}

Result<SessionReading> Bank131Protocol::readWebhook(QByteArrayView body) const
{
    const auto message = scanJson(body);
    if (!message) return std::unexpected(message.error());
    return readSession(*message);
}

Result<ConfirmInformation> Bank131Protocol::readConfirmInformation(QByteArrayView slice) const
{
    const auto object = scanJson(slice);
    if (!object) return std::unexpected(object.error());
    if (!object->isObject()) return fail(ErrorCode::unexpectedValue, QStringLiteral("confirm_information"));
    return countersign::readConfirmInformation(*object);
}

Result<QByteArray> Bank131Protocol::canonicalForm(QByteArrayView slice) const
{
    const auto value = scanJson(slice);
    if (!value) return std::unexpected(value.error());
    return canonicalJson(*value);
}

CallOutcome Bank131Protocol::classify(CallKind kind, const QString &sessionId, TransportReply reply) const
{
    CallOutcome outcome;
    outcome.reply = std::move(reply);
    if (isProvenNotSent(outcome.reply)) {
        outcome.sendClass = SendClass::notSent;
        return outcome;
    }
    const auto message = scanJson(outcome.reply.body);
    if (!isAnswered(outcome.reply) || !message || !message->isObject()) return outcome;
    if (auto reading = readSession(*message)) outcome.reading = *std::move(reading);
    outcome.sendClass = classOfAnswer(kind, sessionId, *message, outcome);
    outcome.error = readError(message->given("error"));
    if (outcome.sendClass != SendClass::ok) {
        outcome.reading.reset();
    } else if (!outcome.error) {
        outcome.error = outcome.reading->error;
    }
    return outcome;
}

} // namespace countersign
