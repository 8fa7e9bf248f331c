#pragma once

#include "ports/payoutstore.h"
#include "storage/connection.h"

namespace countersign {

/// A transaction of SqliteStore: BEGIN IMMEDIATE when it is made (by the store), ROLLBACK when it goes without
/// `commit`. After a failed write every further write and `commit` answer with that first failure.
class SqliteTransaction final : public StoreTransaction
{
public:
    /// The transaction has begun on `connection`; both must outlive this object.
    SqliteTransaction(Connection &connection, const Clock &clock);
    ~SqliteTransaction() override;
    SqliteTransaction(const SqliteTransaction &) = delete;
    SqliteTransaction &operator=(const SqliteTransaction &) = delete;

    [[nodiscard]] Result<> insertPayout(PayoutRecord &payout) override;
    [[nodiscard]] Result<> updatePayout(const PayoutRecord &payout) override;
    [[nodiscard]] Result<> deleteDraft(const PayoutId &id) override;
    [[nodiscard]] Result<PayoutRecord> payout(const PayoutId &id) override;
    [[nodiscard]] Result<> insertInstruction(const InstructionRecord &instruction) override;
    [[nodiscard]] Result<InstructionRecord> instruction(const PayoutId &id, int version) override;
    [[nodiscard]] Result<QList<PayoutRecord>> payoutsInStates(const QList<PayoutState> &states, Instant since) override;
    [[nodiscard]] Result<QList<PayoutRecord>> retriesOf(const PayoutId &id) override;
    [[nodiscard]] Result<qint64> approvedKopecksSince(Instant from, const PayoutId &except) override;
    [[nodiscard]] Result<> insertAttempt(const AttemptRecord &attempt) override;
    [[nodiscard]] Result<> updateAttempt(const AttemptRecord &attempt) override;
    [[nodiscard]] Result<AttemptRecord> attempt(const AttemptId &id) override;
    [[nodiscard]] Result<std::optional<AttemptRecord>> attemptOfSession(const QString &sessionId) override;
    [[nodiscard]] Result<QList<AttemptRecord>> attempts(const PayoutId &id) override;
    [[nodiscard]] Result<> insertIntent(const IntentRecord &intent) override;
    [[nodiscard]] Result<> setIntentStatus(const IntentId &id, IntentStatus status, Instant notBefore) override;
    [[nodiscard]] Result<IntentRecord> intent(const IntentId &id) override;
    [[nodiscard]] Result<QList<IntentRecord>> intents(const AttemptId &attempt) override;
    [[nodiscard]] Result<QList<IntentRecord>> readyIntents(Instant now) override;
    [[nodiscard]] Result<QList<IntentRecord>> inflightIntents() override;
    [[nodiscard]] Result<QStringList> sessionsBeingGivenUp() override;
    [[nodiscard]] Result<> insertSeenEntry(const JournalEntry &entry, Instant seenAt) override;
    [[nodiscard]] Result<bool> lostCommitsSince(Instant from) override;
    [[nodiscard]] Result<bool> isFrozenByReturn() override;
    [[nodiscard]] Result<QStringList> sessionsUnreadSince(Instant from) override;
    [[nodiscard]] Result<> insertSend(const SendRecord &send) override;
    [[nodiscard]] Result<> completeSend(const SendRecord &send) override;
    [[nodiscard]] Result<QList<SendRecord>> sends(const IntentId &id) override;
    [[nodiscard]] Result<bool> insertInbox(InboxRecord &message) override;
    [[nodiscard]] Result<QList<InboxRecord>> unprocessedInbox(int limit) override;
    [[nodiscard]] Result<QList<InboxRecord>> unmatchedInbox() override;
    [[nodiscard]] Result<> setInboxProcessed(qint64 id, bool quarantined, const QString &note) override;
    [[nodiscard]] Result<> insertObservation(ObservationRecord &observation) override;
    [[nodiscard]] Result<QList<ObservationRecord>> observations(const QString &sessionId, int limit) override;
    [[nodiscard]] Result<bool> wasObserved(const QString &sessionId, ObservationKind kind) override;
    [[nodiscard]] Result<> insertConfirmInfo(ConfirmInfoRecord &info) override;
    [[nodiscard]] Result<std::optional<ConfirmInfoRecord>> latestConfirmInfo(const QString &sessionId) override;
    [[nodiscard]] Result<ConfirmInfoRecord> confirmInfo(qint64 id) override;
    [[nodiscard]] Result<> insertView(const ViewRecord &view) override;
    [[nodiscard]] Result<std::optional<ViewRecord>> view(const QByteArray &viewSha256) override;
    [[nodiscard]] Result<> insertDecision(const DecisionRecord &decision) override;
    [[nodiscard]] Result<QList<DecisionRecord>> decisions(const AttemptId &attempt) override;
    [[nodiscard]] Result<> voidDecisions(const AttemptId &attempt, const QString &reason) override;
    [[nodiscard]] Result<> insertAlarm(AlarmRecord &alarm) override;
    [[nodiscard]] Result<QList<AlarmRecord>> openAlarms() override;
    [[nodiscard]] Result<QList<AlarmRecord>> openAlarmsOf(const PayoutId &payout) override;
    [[nodiscard]] Result<QList<AlarmRecord>> openAlarmsOfSession(const QString &sessionId) override;
    [[nodiscard]] Result<> closeAlarms(const PayoutId &payout) override;
    [[nodiscard]] Result<> insertFreeze(const FreezeRecord &freeze) override;
    [[nodiscard]] Result<FreezeRecord> freeze() override;
    [[nodiscard]] Result<qint64> takeLease(const QString &name, const QString &holder, Instant until) override;
    [[nodiscard]] Result<qint64> currentFence(const QString &name) override;
    [[nodiscard]] Result<QList<PaidRecipient>> paidRecipients(const RecipientIdentity &who) override;
    [[nodiscard]] Result<QList<BookEntry>> bookEntries(const RecipientIdentity &who) override;
    [[nodiscard]] Result<QList<EarlierPayout>> earlierPayouts(const DuplicateQuestion &asked) override;
    [[nodiscard]] Result<std::optional<RecipientActRecord>> lastRecipientAct(const PayoutId &id) override;
    [[nodiscard]] Result<> insertRecipientAct(const RecipientActRecord &act) override;
    [[nodiscard]] Result<std::optional<RecipientActRecord>> recipientAct(const PayoutId &id, int version) override;
    [[nodiscard]] Result<> insertDuplicateAct(const DuplicateActRecord &act) override;
    [[nodiscard]] Result<QList<DuplicateActRecord>> duplicateActs(const PayoutId &id, int version) override;
    [[nodiscard]] Result<RecipientRecord> recipient(const RecipientId &id) override;
    [[nodiscard]] Result<QList<RecipientRecord>> recipientsOfAccount(const QString &account) override;
    [[nodiscard]] Result<> putRecipient(const RecipientRecord &entry, const QString &user) override;
    [[nodiscard]] Result<TemplateRecord> paymentTemplate(const TemplateId &id) override;
    [[nodiscard]] Result<std::optional<TemplateRecord>> templateOfName(const QString &name) override;
    [[nodiscard]] Result<> putTemplate(const TemplateRecord &record) override;
    [[nodiscard]] Result<> deleteTemplate(const TemplateId &id) override;
    [[nodiscard]] Result<std::optional<ImportRecord>> importOfFile(const QByteArray &sha256) override;
    [[nodiscard]] Result<QHash<QByteArray, EarlierImport>>
    importsOfDocuments(const QList<QByteArray> &identities) override;
    [[nodiscard]] Result<> insertImport(const ImportRecord &record) override;
    [[nodiscard]] Result<> insertImportedRow(const ImportedRowRecord &row) override;
    [[nodiscard]] Result<> appendAudit(const QString &what, QJsonObject details) override;
    [[nodiscard]] Result<QByteArray> auditHead() override;
    [[nodiscard]] Result<> commit() override;

private:
    /// Runs a statement that changes something, unless an earlier one has failed; the number of rows changed.
    [[nodiscard]] Result<int> change(QLatin1String statement, const QVariantList &values);
    /// As `change`, for inserts whose rows are not counted.
    [[nodiscard]] Result<> insert(QLatin1String statement, const QVariantList &values);
    /// As `change`; notFound when no row was changed.
    [[nodiscard]] Result<> changeOne(QLatin1String statement, const QVariantList &values);
    /// As `change`, for an insert of one row that gets its number here: that number.
    [[nodiscard]] Result<qint64> insertNumbered(QLatin1String statement, const QVariantList &values);
    /// The first column of each row.
    [[nodiscard]] Result<QStringList> texts(QLatin1String statement, const QVariantList &values);
    [[nodiscard]] std::unexpected<Error> broken(const Error &error);

    Connection &m_connection;
    const Clock &m_clock;
    bool m_ended = false;
    std::optional<Error> m_failure; ///< the first write that failed
};

} // namespace countersign
