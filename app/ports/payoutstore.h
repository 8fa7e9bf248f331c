#pragma once

#include "ports/imports.h"
#include "ports/recipients.h"
#include "ports/records.h"
#include "ports/sendjournal.h"
#include "ports/templates.h"

#include <QJsonObject>

#include <memory>

namespace countersign {

/// The disk did not take what was written: nothing more is sent until the next start.
[[nodiscard]] inline bool isFailedWrite(ErrorCode code)
{
    return code == ErrorCode::storeWriteFailed || code == ErrorCode::diskFull;
}

/// The store itself did not do what it was asked; that says nothing of what is in it.
[[nodiscard]] inline bool isStoreFailure(ErrorCode code)
{
    return isFailedWrite(code) || code == ErrorCode::storeConflict;
}

/// One write transaction. Everything is rolled back unless `commit` succeeded. Reads see the transaction's own writes.
/// A constraint of the schema (L1-L3, unique bytes) answers storeConflict and leaves the transaction usable only for
/// rolling back; any other failure is diskFull or storeWriteFailed. Engine thread; short-lived; at most one at a time.
class StoreTransaction : public RecipientHistory,
                         public RecipientWriter,
                         public ImportHistory,
                         public ImportWriter,
                         public TemplateWriter
{
public:
    ~StoreTransaction() override = default;

    // payouts and instructions
    /// Assigns `number`.
    [[nodiscard]] virtual Result<> insertPayout(PayoutRecord &payout) = 0;
    [[nodiscard]] virtual Result<> updatePayout(const PayoutRecord &payout) = 0;
    /// Only a draft that was never submitted.
    [[nodiscard]] virtual Result<> deleteDraft(const PayoutId &id) = 0;
    [[nodiscard]] virtual Result<PayoutRecord> payout(const PayoutId &id) = 0;
    [[nodiscard]] virtual Result<> insertInstruction(const InstructionRecord &instruction) = 0;
    [[nodiscard]] virtual Result<InstructionRecord> instruction(const PayoutId &id, int version) = 0;
    /// Payouts in one of these states, oldest change first: what the engine has to look after.
    /// `since`: only those whose state began then or later.
    [[nodiscard]] virtual Result<QList<PayoutRecord>> payoutsInStates(const QList<PayoutState> &states,
                                                                      Instant since = {}) = 0;
    /// Payouts that pay this one again (L12), oldest first.
    [[nodiscard]] virtual Result<QList<PayoutRecord>> retriesOf(const PayoutId &id) = 0;
    /// Sum of the amounts approved (decision not voided) or confirmed since `from`, for the daily limit; without that
    /// payout's own.
    [[nodiscard]] virtual Result<qint64> approvedKopecksSince(Instant from, const PayoutId &except) = 0;
    /// An entry of the address book.
    [[nodiscard]] virtual Result<RecipientRecord> recipient(const RecipientId &id) = 0;
    /// As RecipientReader::recipientsOfAccount.
    [[nodiscard]] virtual Result<QList<RecipientRecord>> recipientsOfAccount(const QString &account) = 0;

    // attempts
    [[nodiscard]] virtual Result<> insertAttempt(const AttemptRecord &attempt) = 0;
    [[nodiscard]] virtual Result<> updateAttempt(const AttemptRecord &attempt) = 0;
    [[nodiscard]] virtual Result<AttemptRecord> attempt(const AttemptId &id) = 0;
    [[nodiscard]] virtual Result<std::optional<AttemptRecord>> attemptOfSession(const QString &sessionId) = 0;
    [[nodiscard]] virtual Result<QList<AttemptRecord>> attempts(const PayoutId &id) = 0;

    // intents and sends
    [[nodiscard]] virtual Result<> insertIntent(const IntentRecord &intent) = 0;
    [[nodiscard]] virtual Result<> setIntentStatus(const IntentId &id, IntentStatus status, Instant notBefore) = 0;
    [[nodiscard]] virtual Result<IntentRecord> intent(const IntentId &id) = 0;
    [[nodiscard]] virtual Result<QList<IntentRecord>> intents(const AttemptId &attempt) = 0;
    /// status ready, oldest first; notBefore has come, or is more than a minute away: no pause is longer than that, so
    /// the clock was set back.
    [[nodiscard]] virtual Result<QList<IntentRecord>> readyIntents(Instant now) = 0;
    [[nodiscard]] virtual Result<QList<IntentRecord>> inflightIntents() = 0;
    /// Sessions of given-up attempts that were told to end, or that may hold something, or that only the journal knew,
    /// and of which no final word is known.
    [[nodiscard]] virtual Result<QStringList> sessionsBeingGivenUp() = 0;
    /// A person lifted the freeze over this entry of the journal; unknownOf knows it from now on.
    [[nodiscard]] virtual Result<> insertSeenEntry(const JournalEntry &entry, Instant seenAt) = 0;
    /// Whether there is one that was seen at that moment or later, or the store came from a backup then (K15).
    [[nodiscard]] virtual Result<bool> lostCommitsSince(Instant from) = 0;
    /// Whether the store came from a backup and no freeze was lifted since.
    [[nodiscard]] virtual Result<bool> isFrozenByReturn() = 0;
    /// Sessions of calls that were transmitted, or written down from the journal, at that moment or later, and of which
    /// no status reading is younger.
    [[nodiscard]] virtual Result<QStringList> sessionsUnreadSince(Instant from) = 0;
    [[nodiscard]] virtual Result<> insertSend(const SendRecord &send) = 0;
    [[nodiscard]] virtual Result<> completeSend(const SendRecord &send) = 0;
    [[nodiscard]] virtual Result<QList<SendRecord>> sends(const IntentId &id) = 0;

    // inbox
    /// True: stored as new, `id` assigned. False: these bytes are known; the repeat (time, peer) is recorded.
    [[nodiscard]] virtual Result<bool> insertInbox(InboxRecord &message) = 0;
    /// Unprocessed and not in quarantine, in id order.
    [[nodiscard]] virtual Result<QList<InboxRecord>> unprocessedInbox(int limit) = 0;
    /// In quarantine as "unknownSession".
    [[nodiscard]] virtual Result<QList<InboxRecord>> unmatchedInbox() = 0;
    [[nodiscard]] virtual Result<> setInboxProcessed(qint64 id, bool quarantined, const QString &note) = 0;

    // what the bank said
    /// Assigns `id`.
    [[nodiscard]] virtual Result<> insertObservation(ObservationRecord &observation) = 0;
    /// Newest first.
    [[nodiscard]] virtual Result<QList<ObservationRecord>> observations(const QString &sessionId, int limit) = 0;
    /// Whether the bank ever said that of the session, however long ago.
    [[nodiscard]] virtual Result<bool> wasObserved(const QString &sessionId, ObservationKind kind) = 0;
    /// Assigns `id`.
    [[nodiscard]] virtual Result<> insertConfirmInfo(ConfirmInfoRecord &info) = 0;
    [[nodiscard]] virtual Result<std::optional<ConfirmInfoRecord>> latestConfirmInfo(const QString &sessionId) = 0;
    [[nodiscard]] virtual Result<ConfirmInfoRecord> confirmInfo(qint64 id) = 0;

    // what people did
    /// The same view twice is one row (no error).
    [[nodiscard]] virtual Result<> insertView(const ViewRecord &view) = 0;
    [[nodiscard]] virtual Result<std::optional<ViewRecord>> view(const QByteArray &viewSha256) = 0;
    [[nodiscard]] virtual Result<> insertDecision(const DecisionRecord &decision) = 0;
    /// All of an attempt, newest first, voided ones included.
    [[nodiscard]] virtual Result<QList<DecisionRecord>> decisions(const AttemptId &attempt) = 0;
    /// Voids every decision of the attempt that is not yet void.
    [[nodiscard]] virtual Result<> voidDecisions(const AttemptId &attempt, const QString &reason) = 0;

    // alarms, freeze, lease
    [[nodiscard]] virtual Result<> insertAlarm(AlarmRecord &alarm) = 0;
    [[nodiscard]] virtual Result<QList<AlarmRecord>> openAlarms() = 0;
    [[nodiscard]] virtual Result<QList<AlarmRecord>> openAlarmsOf(const PayoutId &payout) = 0; ///< empty id: of none
    [[nodiscard]] virtual Result<QList<AlarmRecord>> openAlarmsOfSession(const QString &sessionId) = 0;
    [[nodiscard]] virtual Result<> closeAlarms(const PayoutId &payout) = 0; ///< empty id: those that concern no payout
    [[nodiscard]] virtual Result<> insertFreeze(const FreezeRecord &freeze) = 0;
    [[nodiscard]] virtual Result<FreezeRecord> freeze() = 0;
    /// Takes or renews the lease; the new fence is larger than any before when the holder changed.
    [[nodiscard]] virtual Result<qint64> takeLease(const QString &name, const QString &holder, Instant until) = 0;
    [[nodiscard]] virtual Result<qint64> currentFence(const QString &name) = 0;

    // audit (L13): `body` gets "at" added; the chain is continued inside this transaction
    [[nodiscard]] virtual Result<> appendAudit(const QString &what, QJsonObject details) = 0;
    /// Hash of the newest entry, 64 hex digits (zeros when there is none).
    [[nodiscard]] virtual Result<QByteArray> auditHead() = 0;

    [[nodiscard]] virtual Result<> commit() = 0;
};

/// The one writer of a profile's store. Engine thread.
class PayoutStore
{
public:
    virtual ~PayoutStore() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<StoreTransaction>> begin() = 0;
    /// Reads the chain from its start; auditBroken with the sequence number of the first bad entry. `fromSequence`
    /// lets a caller continue where it has already verified.
    [[nodiscard]] virtual Result<qint64> verifyAudit(qint64 fromSequence) = 0;
    /// For the journal check at start, outside a transaction. Of these entries, in their order: those of whose intent
    /// there is neither a record nor an entry that a person has seen.
    [[nodiscard]] virtual Result<QList<JournalEntry>> unknownOf(const QList<JournalEntry> &entries) = 0;
    /// Those whose intent is there and not over, but without a record of this transmission.
    [[nodiscard]] virtual Result<QList<JournalEntry>> unsentOf(const QList<JournalEntry> &entries) = 0;
};

} // namespace countersign
