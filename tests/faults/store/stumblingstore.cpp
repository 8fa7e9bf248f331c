#include "faults/store/stumblingstore.h"

namespace countersign::faults {

namespace {

class StumblingTransaction final : public StoreTransaction
{
public:
    StumblingTransaction(std::unique_ptr<StoreTransaction> transaction, const Stumble &stumble)
        : m_transaction(std::move(transaction)), m_stumble(stumble)
    {
    }

    Result<> insertPayout(PayoutRecord &payout) override { return ask(&StoreTransaction::insertPayout, payout); }
    Result<> updatePayout(const PayoutRecord &payout) override { return ask(&StoreTransaction::updatePayout, payout); }
    Result<> deleteDraft(const PayoutId &id) override { return ask(&StoreTransaction::deleteDraft, id); }
    Result<PayoutRecord> payout(const PayoutId &id) override { return ask(&StoreTransaction::payout, id); }
    Result<> insertInstruction(const InstructionRecord &instruction) override
    {
        return ask(&StoreTransaction::insertInstruction, instruction);
    }
    Result<InstructionRecord> instruction(const PayoutId &id, int version) override
    {
        return ask(&StoreTransaction::instruction, id, version);
    }
    Result<QList<PayoutRecord>> payoutsInStates(const QList<PayoutState> &states, Instant since) override
    {
        return ask(&StoreTransaction::payoutsInStates, states, since);
    }
    Result<QList<PayoutRecord>> retriesOf(const PayoutId &id) override { return ask(&StoreTransaction::retriesOf, id); }
    Result<qint64> approvedKopecksSince(Instant from, const PayoutId &except) override
    {
        return ask(&StoreTransaction::approvedKopecksSince, from, except);
    }
    Result<RecipientRecord> recipient(const RecipientId &id) override { return ask(&StoreTransaction::recipient, id); }
    Result<QList<RecipientRecord>> recipientsOfAccount(const QString &account) override
    {
        return ask(&StoreTransaction::recipientsOfAccount, account);
    }
    Result<> insertAttempt(const AttemptRecord &attempt) override
    {
        return ask(&StoreTransaction::insertAttempt, attempt);
    }
    Result<> updateAttempt(const AttemptRecord &attempt) override
    {
        return ask(&StoreTransaction::updateAttempt, attempt);
    }
    Result<AttemptRecord> attempt(const AttemptId &id) override { return ask(&StoreTransaction::attempt, id); }
    Result<std::optional<AttemptRecord>> attemptOfSession(const QString &sessionId) override
    {
        return ask(&StoreTransaction::attemptOfSession, sessionId);
    }
    Result<QList<AttemptRecord>> attempts(const PayoutId &id) override { return ask(&StoreTransaction::attempts, id); }
    Result<> insertIntent(const IntentRecord &intent) override { return ask(&StoreTransaction::insertIntent, intent); }
    Result<> setIntentStatus(const IntentId &id, IntentStatus status, Instant notBefore) override
    {
        return ask(&StoreTransaction::setIntentStatus, id, status, notBefore);
    }
    Result<IntentRecord> intent(const IntentId &id) override { return ask(&StoreTransaction::intent, id); }
    Result<QList<IntentRecord>> intents(const AttemptId &attempt) override
    {
        return ask(&StoreTransaction::intents, attempt);
    }
    Result<QList<IntentRecord>> readyIntents(Instant now) override { return ask(&StoreTransaction::readyIntents, now); }
    Result<QList<IntentRecord>> inflightIntents() override { return ask(&StoreTransaction::inflightIntents); }
    Result<QStringList> sessionsBeingGivenUp() override { return ask(&StoreTransaction::sessionsBeingGivenUp); }
    Result<> insertSeenEntry(const JournalEntry &entry, Instant seenAt) override
    {
        return ask(&StoreTransaction::insertSeenEntry, entry, seenAt);
    }
    Result<bool> lostCommitsSince(Instant from) override { return ask(&StoreTransaction::lostCommitsSince, from); }
    Result<bool> isFrozenByReturn() override { return ask(&StoreTransaction::isFrozenByReturn); }
    Result<QStringList> sessionsUnreadSince(Instant from) override
    {
        return ask(&StoreTransaction::sessionsUnreadSince, from);
    }
    Result<> insertSend(const SendRecord &send) override { return ask(&StoreTransaction::insertSend, send); }
    Result<> completeSend(const SendRecord &send) override { return ask(&StoreTransaction::completeSend, send); }
    Result<QList<SendRecord>> sends(const IntentId &id) override { return ask(&StoreTransaction::sends, id); }
    Result<bool> insertInbox(InboxRecord &message) override { return ask(&StoreTransaction::insertInbox, message); }
    Result<QList<InboxRecord>> unprocessedInbox(int limit) override
    {
        return ask(&StoreTransaction::unprocessedInbox, limit);
    }
    Result<QList<InboxRecord>> unmatchedInbox() override { return ask(&StoreTransaction::unmatchedInbox); }
    Result<> setInboxProcessed(qint64 id, bool quarantined, const QString &note) override
    {
        return ask(&StoreTransaction::setInboxProcessed, id, quarantined, note);
    }
    Result<> insertObservation(ObservationRecord &observation) override
    {
        return ask(&StoreTransaction::insertObservation, observation);
    }
    Result<QList<ObservationRecord>> observations(const QString &sessionId, int limit) override
    {
        return ask(&StoreTransaction::observations, sessionId, limit);
    }
    Result<bool> wasObserved(const QString &sessionId, ObservationKind kind) override
    {
        return ask(&StoreTransaction::wasObserved, sessionId, kind);
    }
    Result<> insertConfirmInfo(ConfirmInfoRecord &info) override
    {
        return ask(&StoreTransaction::insertConfirmInfo, info);
    }
    Result<std::optional<ConfirmInfoRecord>> latestConfirmInfo(const QString &sessionId) override
    {
        return ask(&StoreTransaction::latestConfirmInfo, sessionId);
    }
    Result<ConfirmInfoRecord> confirmInfo(qint64 id) override { return ask(&StoreTransaction::confirmInfo, id); }
    Result<> insertView(const ViewRecord &view) override { return ask(&StoreTransaction::insertView, view); }
    Result<std::optional<ViewRecord>> view(const QByteArray &viewSha256) override
    {
        return ask(&StoreTransaction::view, viewSha256);
    }
    Result<> insertDecision(const DecisionRecord &decision) override
    {
        return ask(&StoreTransaction::insertDecision, decision);
    }
    Result<QList<DecisionRecord>> decisions(const AttemptId &attempt) override
    {
        return ask(&StoreTransaction::decisions, attempt);
    }
    Result<> voidDecisions(const AttemptId &attempt, const QString &reason) override
    {
        return ask(&StoreTransaction::voidDecisions, attempt, reason);
    }
    Result<> insertAlarm(AlarmRecord &alarm) override { return ask(&StoreTransaction::insertAlarm, alarm); }
    Result<QList<AlarmRecord>> openAlarms() override { return ask(&StoreTransaction::openAlarms); }
    Result<QList<AlarmRecord>> openAlarmsOf(const PayoutId &payout) override
    {
        return ask(&StoreTransaction::openAlarmsOf, payout);
    }
    Result<QList<AlarmRecord>> openAlarmsOfSession(const QString &sessionId) override
    {
        return ask(&StoreTransaction::openAlarmsOfSession, sessionId);
    }
    Result<> closeAlarms(const PayoutId &payout) override { return ask(&StoreTransaction::closeAlarms, payout); }
    Result<> insertFreeze(const FreezeRecord &freeze) override { return ask(&StoreTransaction::insertFreeze, freeze); }
    Result<FreezeRecord> freeze() override { return ask(&StoreTransaction::freeze); }
    Result<qint64> takeLease(const QString &name, const QString &holder, Instant until) override
    {
        return ask(&StoreTransaction::takeLease, name, holder, until);
    }
    Result<qint64> currentFence(const QString &name) override { return ask(&StoreTransaction::currentFence, name); }
    Result<> appendAudit(const QString &what, QJsonObject details) override
    {
        return ask(&StoreTransaction::appendAudit, what, details);
    }
    Result<QByteArray> auditHead() override { return ask(&StoreTransaction::auditHead); }
    Result<> commit() override { return ask(&StoreTransaction::commit); }
    Result<QList<PaidRecipient>> paidRecipients(const RecipientIdentity &who) override
    {
        return ask(&RecipientHistory::paidRecipients, who);
    }
    Result<QList<BookEntry>> bookEntries(const RecipientIdentity &who) override
    {
        return ask(&RecipientHistory::bookEntries, who);
    }
    Result<QList<EarlierPayout>> earlierPayouts(const DuplicateQuestion &asked) override
    {
        return ask(&RecipientHistory::earlierPayouts, asked);
    }
    Result<std::optional<RecipientActRecord>> lastRecipientAct(const PayoutId &id) override
    {
        return ask(&RecipientHistory::lastRecipientAct, id);
    }
    Result<> insertRecipientAct(const RecipientActRecord &act) override
    {
        return ask(&RecipientWriter::insertRecipientAct, act);
    }
    Result<std::optional<RecipientActRecord>> recipientAct(const PayoutId &id, int version) override
    {
        return ask(&RecipientWriter::recipientAct, id, version);
    }
    Result<> insertDuplicateAct(const DuplicateActRecord &act) override
    {
        return ask(&RecipientWriter::insertDuplicateAct, act);
    }
    Result<QList<DuplicateActRecord>> duplicateActs(const PayoutId &id, int version) override
    {
        return ask(&RecipientWriter::duplicateActs, id, version);
    }
    Result<> putRecipient(const RecipientRecord &entry, const QString &user) override
    {
        return ask(&RecipientWriter::putRecipient, entry, user);
    }
    Result<std::optional<ImportRecord>> importOfFile(const QByteArray &sha256) override
    {
        return ask(&ImportHistory::importOfFile, sha256);
    }
    Result<QHash<QByteArray, EarlierImport>> importsOfDocuments(const QList<QByteArray> &identities) override
    {
        return ask(&ImportHistory::importsOfDocuments, identities);
    }
    Result<> insertImport(const ImportRecord &record) override { return ask(&ImportWriter::insertImport, record); }
    Result<> insertImportedRow(const ImportedRowRecord &row) override
    {
        return ask(&ImportWriter::insertImportedRow, row);
    }
    Result<TemplateRecord> paymentTemplate(const TemplateId &id) override
    {
        return ask(&TemplateWriter::paymentTemplate, id);
    }
    Result<std::optional<TemplateRecord>> templateOfName(const QString &name) override
    {
        return ask(&TemplateWriter::templateOfName, name);
    }
    Result<> putTemplate(const TemplateRecord &record) override { return ask(&TemplateWriter::putTemplate, record); }
    Result<> deleteTemplate(const TemplateId &id) override { return ask(&TemplateWriter::deleteTemplate, id); }

private:
    template <class Port, class Answer, class... Asked, class... Given>
    Answer ask(Answer (Port::*question)(Asked...), Given &...given)
    {
        if (auto error = m_stumble()) return std::unexpected(*std::move(error));
        return (static_cast<Port &>(*m_transaction).*question)(given...);
    }

    std::unique_ptr<StoreTransaction> m_transaction;
    const Stumble &m_stumble;
};

} // namespace

Result<std::unique_ptr<StoreTransaction>> StumblingStore::begin()
{
    if (auto error = m_stumble()) return std::unexpected(*std::move(error));
    auto begun = m_store.begin();
    if (!begun) return begun;
    return std::make_unique<StumblingTransaction>(*std::move(begun), m_stumble);
}

Result<qint64> StumblingStore::verifyAudit(qint64 fromSequence)
{
    if (auto error = m_stumble()) return std::unexpected(*std::move(error));
    return m_store.verifyAudit(fromSequence);
}

Result<QList<JournalEntry>> StumblingStore::unknownOf(const QList<JournalEntry> &entries)
{
    if (auto error = m_stumble()) return std::unexpected(*std::move(error));
    return m_store.unknownOf(entries);
}

Result<QList<JournalEntry>> StumblingStore::unsentOf(const QList<JournalEntry> &entries)
{
    if (auto error = m_stumble()) return std::unexpected(*std::move(error));
    return m_store.unsentOf(entries);
}

} // namespace countersign::faults
