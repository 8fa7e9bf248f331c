#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "domain/observation.h"
#include "domain/payoutcontent.h"
#include "domain/payoutstate.h"
#include "ports/bankprotocol.h"

namespace countersign {

// The records of payout-lifecycle.md section 3, as the use cases see them. Append-only unless marked "changes".

/// A payout's head: what the list shows and where it stands. Changes.
struct PayoutRecord {
    PayoutId id;
    qint64 number = 0; ///< counts up within the store; what people say aloud. Given by the store.
    PayoutState state = PayoutState::draft;
    std::optional<PayoutState> stateBeforeError; ///< remembered while bankError or hold
    int version = 0;      ///< of the frozen instruction; 0 while never submitted
    QByteArray draft;     ///< canonicalBytes(PayoutDraft): what the form shows
    QString maker;
    AttemptId attempt;    ///< the latest attempt, if any
    PayoutId retryOf;     ///< L12
    Instant createdAt{};
    Instant changedAt{};
    Instant stateSince{};
    // for the list; taken from the draft or instruction
    QString recipientName;
    QString recipientAccount;
    QString senderAccount;
    QString purpose;
    std::optional<qint64> amountKopecks;
    // for finding who was paid before and what was made before; likewise
    QString recipientInn;
    QString recipientBik;
    QString documentKey; ///< see domain/draftsource.h
    QString importKey;
    // what needs saying beside the state
    QString reasonCode; ///< bank's error code, guard ("G6") or our word ("confirmInfoMissing"); plain text
    QString reasonText; ///< the bank's own text; plain text from outside
};

/// Frozen when it was submitted.
struct InstructionRecord {
    PayoutId payout;
    int version = 1;
    QByteArray content;       ///< canonicalBytes(PayoutContent)
    QByteArray contentSha256;
    QString maker;
    Instant frozenAt{};
    QByteArray source = {}; ///< where its fields came from: compact JSON of a DraftSource
};

/// One bank session for a payout. Changes.
struct AttemptRecord {
    AttemptId id;
    PayoutId payout;
    int version = 1;     ///< of the instruction that it carries
    int number = 1;
    QString sessionId;   ///< empty until create has answered
    QString bankPayoutId;
    AttemptStanding standing = AttemptStanding::live;
    int rank = -1;       ///< highest rank observed; -1: none (L11)
    std::optional<qint64> readyAtMicros; ///< the bank's updated_at of the recorded `ready`
    Instant openedAt{};
};

enum class IntentStatus { ready, inflight, answered, unknown, voided };

/// The will to make one call; the Sender finds it here. Changes (status only).
struct IntentRecord {
    IntentId id;
    AttemptId attempt;
    PayoutId payout;
    CallKind kind = CallKind::create;
    QByteArray body;
    QByteArray bodySha256;
    QString idempotencyKey;
    IntentStatus status = IntentStatus::ready;
    Instant notBefore{}; ///< back-off after NOT_SENT
    Instant createdAt{};
};

/// One transmission of an intent. Written before it, completed after it.
struct SendRecord {
    IntentId intent;
    int number = 1;
    qint64 fence = 0;
    Instant startedAt{};
    std::optional<Instant> endedAt;
    std::optional<SendClass> sendClass;
    qint64 bodyBytesPulled = 0;
    int httpStatus = 0;
    QString failureText;
    QByteArray response;
    QByteArray responseSha256;
    qint64 toldFrom = 0; ///< the first observation that was made after it, or after its end; given by the store
};

/// A stored message from the bank. Changes (processed only).
struct InboxRecord {
    qint64 id = 0; ///< order of arrival
    QByteArray body;
    QByteArray bodySha256; ///< unique
    QByteArray signature;
    QString keyFingerprint;
    ObservationSource source = ObservationSource::webhook;
    QString peer;
    Instant receivedAt{};
    bool processed = false;
    bool quarantined = false; ///< signed but unreadable, or of an unknown session
    QString note;             ///< why it is in quarantine: error code name or "unknownSession"
};

struct ObservationRecord {
    qint64 id = 0;
    QString sessionId;
    ObservationKind kind = ObservationKind::none;
    std::optional<int> rank;
    ObservationSource source = ObservationSource::status;
    QString sourceId; ///< inbox id, or "intent/n", or the status call's own number
    QString sessionStatus;
    QString nextAction;
    int payoutCount = 0;
    QString bankPayoutId;
    QString payoutStatus;
    std::optional<qint64> updatedAtMicros;
    QString errorCode;
    QString errorText;
    QByteArray rawSha256;
    Instant observedAt{};
};

/// One answer of the bank, byte for byte.
struct ConfirmInfoRecord {
    qint64 id = 0;
    QString sessionId;
    QByteArray bytes;       ///< the slice
    QByteArray bytesSha256;
    QByteArray canonSha256;
    QByteArray message;     ///< the whole message that brought it: the session's echo is read from here
    ObservationSource source = ObservationSource::status;
    QString sourceId;
    QString keyFingerprint; ///< of the bank's signature; empty when trust rests on TLS (status)
    Instant receivedAt{};
};

/// What a person was shown.
struct ViewRecord {
    QByteArray viewSha256;
    PayoutId payout;
    AttemptId attempt;
    qint64 confirmInfoId = 0;
    QByteArray bytes; ///< canonical labelled values
    QString user;
    Instant openedAt{};
};

enum class DecisionKind { approve, cancel };

/// Changes (voided only).
struct DecisionRecord {
    DecisionId id;
    PayoutId payout;
    AttemptId attempt;
    DecisionKind kind = DecisionKind::approve;
    QByteArray contentSha256;
    QByteArray confirmInfoSha256; ///< of the slice; empty for a cancel without an answer
    QByteArray viewSha256;
    QString sessionId;
    QStringList ticks;   ///< words of the differences that the person acknowledged
    QString user;
    QString role;
    QString reason;      ///< written reason where one was asked for
    QString authMethod;  ///< "password of the signing key, this run"
    QByteArray signature; ///< by the user's own key; under "one person" by the signing key
    Instant openedAt{};  ///< when the view was opened
    Instant decidedAt{};
    Instant expiresAt{};
    QString nonce;
    bool voided = false;
    QString voidReason;
};

/// What must be known beside a payout's state; freezes when critical (L14).
enum class AlarmKind {
    contradiction, ///< two final results for one payout
    unconfirmed,   ///< paid without our confirm, before any answer
    foreign,       ///< somebody else confirmed or paid
    doubleSession, ///< two payouts in one session
    fenced,        ///< a session that was given up became ready
    doublePay,     ///< a session that was given up has paid
    unexpected,    ///< an event that the table does not list
    unmatched,     ///< a signed message about a session that is not ours
    unreadable,    ///< a signed message that can't be read
    journalAhead,  ///< the journal knows more than the store (K15)
    auditBroken,   ///< the audit chain does not verify
    storeFailed,   ///< a write failed; sending stopped
};
inline constexpr int alarmKindCount = 12;
[[nodiscard]] QString alarmWord(AlarmKind kind);
[[nodiscard]] std::optional<AlarmKind> alarmFromWord(QStringView word);

struct AlarmRecord {
    qint64 id = 0;
    AlarmKind kind = AlarmKind::unexpected;
    PayoutId payout; ///< empty when it concerns none
    QString sessionId;
    QString detail;  ///< technical
    Instant raisedAt{};
    bool open = true; ///< changes
};

/// The freeze of L14; append-only, the newest row is in force.
struct FreezeRecord {
    bool frozen = false;
    QString cause;  ///< alarm word, or "person"
    QString user;
    QString reason;
    Instant since{};
};

struct AuditRecord {
    qint64 sequence = 0;
    QByteArray previousHash; ///< 64 hex digits; zeros for the first
    QByteArray body;         ///< compact JSON: at, what, payout, details
    QByteArray hash;         ///< SHA-256(previousHash ‖ body), hex
};

} // namespace countersign
