#pragma once

#include "core/error.h"
#include "domain/answer.h"
#include "domain/payoutcontent.h"

#include <QJsonObject>

namespace countersign {

/// The calls of the two-step flow. `status` is the only one that may be repeated.
enum class CallKind { create, start, confirm, cancel, status };

[[nodiscard]] QString callWord(CallKind kind);
[[nodiscard]] std::optional<CallKind> callFromWord(QStringView word);

/// How a call ended (payout-lifecycle.md section 4).
enum class SendClass { ok, refused, notSent, unknown };

[[nodiscard]] QString sendClassWord(SendClass sendClass);
[[nodiscard]] std::optional<SendClass> sendClassFromWord(QStringView word);

/// What the transport saw. Filled in whatever happened.
struct TransportReply {
    enum class Failure { none, nameLookup, connect, tls, timeout, connectionLost, resendRefused, tooLarge, redirect, other };
    Failure failure = Failure::none;
    QString failureText;          ///< the library's words, for the history's technical line
    bool requestSent = false;     ///< the stack reported the request as written
    qint64 bodyBytesPulled = 0;   ///< bytes that the one-shot body device has handed out
    int httpStatus = 0;           ///< 0: no status line was read
    QByteArray body;
};

/// A call's end together with what could be read in it.
struct CallOutcome {
    SendClass sendClass = SendClass::unknown;
    TransportReply reply;
    std::optional<SessionReading> reading; ///< set for ok
    std::optional<BankError> error;        ///< set whenever the answer carried one
};

/// Whether a `status` answer says that the bank does not know the session ("gone", section 5). No code for it is
/// documented. Taken for it, with HTTP 4xx (never 429) and an error object of the bank: a code that contains "not_found";
/// HTTP 404; `invalid_request`, because a session id is all that the body of `status` holds. Nothing but further
/// readings follows from it.
[[nodiscard]] bool saysUnknownSession(const CallOutcome &outcome);

/// The bank's words: writes request bodies, reads messages, classifies answers. Pure: no I/O, no state, thread-safe.
class BankProtocol {
public:
    virtual ~BankProtocol() = default;

    /// The path below the bank's address: "/api/v1/session/create/rko".
    [[nodiscard]] virtual QString path(CallKind kind) const = 0;

    [[nodiscard]] virtual QByteArray createBody(const QJsonObject &metadata) const = 0;
    [[nodiscard]] virtual QByteArray startBody(const QString &sessionId, const PayoutContent &content,
                                               const QJsonObject &metadata) const = 0;
    /// Confirm and cancel: the received slice goes back byte for byte, joined by concatenation (section 8).
    /// `slice` empty (cancel only): the member is left out.
    [[nodiscard]] virtual QByteArray decisionBody(const QString &sessionId, QByteArrayView slice) const = 0;
    [[nodiscard]] virtual QByteArray statusBody(const QString &sessionId) const = 0;

    /// The exact bytes of the top-level member `confirm_information` in any of our or the bank's bodies; without a
    /// value when there is none or it is null. malformedJson, duplicateKey.
    [[nodiscard]] virtual Result<std::optional<QByteArray>> slice(QByteArrayView body) const = 0;

    /// Reads a webhook body (strict: UTF-8, no duplicate keys, depth 32). malformedJson, duplicateKey, missingMember
    /// (no session id), unexpectedValue.
    [[nodiscard]] virtual Result<SessionReading> readWebhook(QByteArrayView body) const = 0;

    /// Reads confirm_information's content for showing and comparing.
    [[nodiscard]] virtual Result<ConfirmInformation> readConfirmInformation(QByteArrayView slice) const = 0;

    /// Sorted keys, no white space, numbers and strings as they are: only to tell "same content" from "changed".
    [[nodiscard]] virtual Result<QByteArray> canonicalForm(QByteArrayView slice) const = 0;

    /// The class of section 4, exactly. `sessionId` empty for create.
    [[nodiscard]] virtual CallOutcome classify(CallKind kind, const QString &sessionId, TransportReply reply) const = 0;
};

} // namespace countersign
