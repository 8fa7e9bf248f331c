#include "storage/sqlitetransaction.h"

#include "core/logcategories.h"
#include "core/try.h"
#include "domain/auditchain.h"
#include "storage/importrows.h"
#include "storage/recipientrows.h"
#include "storage/templaterows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign {

using namespace Qt::StringLiterals;

SqliteTransaction::SqliteTransaction(Connection &connection, const Clock &clock)
    : m_connection(connection), m_clock(clock)
{
}

SqliteTransaction::~SqliteTransaction()
{
    if (m_ended) return;
    // SQLite has already rolled back by itself after some failures; saying so again is harmless.
    [[maybe_unused]] const auto rolledBack = m_connection.execute("rollback"_L1);
}

Result<> SqliteTransaction::commit()
{
    if (m_ended) return fail(ErrorCode::internalFault, u"committed twice"_s);
    if (m_failure) return std::unexpected(*m_failure);
    const auto committed = m_connection.execute("commit"_L1);
    if (!committed) return broken(committed.error());
    m_ended = true;
    return {};
}

std::unexpected<Error> SqliteTransaction::broken(const Error &error)
{
    if (!m_failure) {
        qCWarning(logStorage) << "a write failed:" << errorCodeName(error.code) << error.detail;
        m_failure = error;
        if (error.code != ErrorCode::storeConflict) m_failure->code = codeOfFailedWrite(error);
    }
    return std::unexpected(*m_failure);
}

Result<int> SqliteTransaction::change(QLatin1String statement, const QVariantList &values)
{
    if (m_failure) return std::unexpected(*m_failure);
    const auto changed = m_connection.execute(statement, values);
    if (!changed) return broken(changed.error());
    return changed;
}

Result<> SqliteTransaction::insert(QLatin1String statement, const QVariantList &values)
{
    const auto inserted = change(statement, values);
    if (!inserted) return std::unexpected(inserted.error());
    return {};
}

Result<> SqliteTransaction::changeOne(QLatin1String statement, const QVariantList &values)
{
    const auto changed = change(statement, values);
    if (!changed) return std::unexpected(changed.error());
    if (*changed == 0) return fail(ErrorCode::notFound, statement);
    return {};
}

Result<qint64> SqliteTransaction::insertNumbered(QLatin1String statement, const QVariantList &values)
{
    if (m_failure) return std::unexpected(*m_failure);
    const auto number = m_connection.insertNumbered(statement, values);
    if (!number) return broken(number.error());
    return *number;
}

// payouts and instructions

Result<> SqliteTransaction::insertPayout(PayoutRecord &payout)
{
    const auto number = m_connection.one("nextPayoutNumber"_L1, {}, readNumber);
    if (!number) return broken(number.error());
    PayoutRecord numbered = payout;
    numbered.number = *number;
    if (const auto done = insert("insertPayout"_L1, insertValues(numbered)); !done) return done;
    payout.number = *number;
    return {};
}

/// Most of what an update costs hangs on columns that seldom change: what the payout says has its search and recipients,
/// and a state that is set anew has its checks and folders gone through, also when it is the same one.
Result<> SqliteTransaction::updatePayout(const PayoutRecord &payout)
{
    const auto stored = m_connection.first("payout"_L1, {textValue(payout.id.text)}, readPayout);
    if (!stored) return broken(stored.error());
    const QVariantList which{textValue(payout.id.text)};
    if (!*stored || !saysTheSame(**stored, payout)) return changeOne("updatePayout"_L1, changingValues(payout) + which);
    const PayoutRecord &was = **stored;
    if (was.attempt != payout.attempt || was.stateBeforeError != payout.stateBeforeError)
        return changeOne("updatePayoutState"_L1, stateValues(payout) + which);
    if (was.state != payout.state)
        return changeOne("movePayout"_L1, QVariantList{stateWord(payout.state)} + noteValues(payout) + which);
    return changeOne("notePayout"_L1, noteValues(payout) + which);
}

Result<> SqliteTransaction::deleteDraft(const PayoutId &id)
{
    return changeOne("deleteDraft"_L1, {textValue(id.text)});
}

Result<PayoutRecord> SqliteTransaction::payout(const PayoutId &id)
{
    return m_connection.one("payout"_L1, {textValue(id.text)}, readPayout);
}

Result<> SqliteTransaction::insertInstruction(const InstructionRecord &instruction)
{
    return insert("insertInstruction"_L1, insertValues(instruction));
}

Result<InstructionRecord> SqliteTransaction::instruction(const PayoutId &id, int version)
{
    return m_connection.one("instruction"_L1, {textValue(id.text), version}, readInstruction);
}

Result<QList<PayoutRecord>> SqliteTransaction::payoutsInStates(const QList<PayoutState> &states, Instant since)
{
    QJsonArray words;
    for (const PayoutState state : states)
        words.append(stateWord(state));
    const QString list = QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
    return m_connection.select("payoutsInStates"_L1, {list, toMilliseconds(since)}, readPayout);
}

Result<QList<PayoutRecord>> SqliteTransaction::retriesOf(const PayoutId &id)
{
    return m_connection.select("retriesOf"_L1, {textValue(id.text), textValue(id.text)}, readPayout);
}

Result<qint64> SqliteTransaction::approvedKopecksSince(Instant from, const PayoutId &except)
{
    const qint64 since = toMilliseconds(from);
    return m_connection.one("approvedKopecksSince"_L1, {textValue(except.text), since, since, since}, readNumber);
}

// attempts

Result<> SqliteTransaction::insertAttempt(const AttemptRecord &attempt)
{
    return insert("insertAttempt"_L1, insertValues(attempt));
}

Result<> SqliteTransaction::updateAttempt(const AttemptRecord &attempt)
{
    return changeOne("updateAttempt"_L1, changingValues(attempt) + QVariantList{textValue(attempt.id.text)});
}

Result<AttemptRecord> SqliteTransaction::attempt(const AttemptId &id)
{
    return m_connection.one("attempt"_L1, {textValue(id.text)}, readAttempt);
}

Result<std::optional<AttemptRecord>> SqliteTransaction::attemptOfSession(const QString &sessionId)
{
    return m_connection.first("attemptOfSession"_L1, {textValue(sessionId)}, readAttempt);
}

Result<QList<AttemptRecord>> SqliteTransaction::attempts(const PayoutId &id)
{
    return m_connection.select("attempts"_L1, {textValue(id.text)}, readAttempt);
}

// intents and sends

Result<> SqliteTransaction::insertIntent(const IntentRecord &intent)
{
    return insert("insertIntent"_L1, insertValues(intent));
}

Result<> SqliteTransaction::setIntentStatus(const IntentId &id, IntentStatus status, Instant notBefore)
{
    return changeOne("setIntentStatus"_L1, {intentStatusWord(status), toMilliseconds(notBefore), textValue(id.text)});
}

Result<IntentRecord> SqliteTransaction::intent(const IntentId &id)
{
    return m_connection.one("intent"_L1, {textValue(id.text)}, readIntent);
}

Result<QList<IntentRecord>> SqliteTransaction::intents(const AttemptId &attempt)
{
    return m_connection.select("intents"_L1, {textValue(attempt.text)}, readIntent);
}

Result<QList<IntentRecord>> SqliteTransaction::readyIntents(Instant now)
{
    return m_connection.select("readyIntents"_L1, {toMilliseconds(now), toMilliseconds(now)}, readIntent);
}

Result<QList<IntentRecord>> SqliteTransaction::inflightIntents()
{
    return m_connection.select("inflightIntents"_L1, {}, readIntent);
}

Result<QStringList> SqliteTransaction::sessionsBeingGivenUp()
{
    return texts("sessionsBeingGivenUp"_L1, {});
}

Result<QStringList> SqliteTransaction::sessionsUnreadSince(Instant from)
{
    return texts("sessionsUnreadSince"_L1, {toMilliseconds(from)});
}

Result<QStringList> SqliteTransaction::texts(QLatin1String statement, const QVariantList &values)
{
    const auto found = m_connection.select<QString>(statement, values, [](Row &row) { return row.text(); });
    if (!found) return std::unexpected(found.error());
    return QStringList(*found);
}

Result<> SqliteTransaction::insertSeenEntry(const JournalEntry &entry, Instant seenAt)
{
    return insert("insertSeenEntry"_L1, {textValue(entry.intent.text), callWord(entry.kind),
                                         optionalText(entry.sessionId), toMilliseconds(seenAt)});
}

Result<bool> SqliteTransaction::lostCommitsSince(Instant from)
{
    const qint64 since = toMilliseconds(from);
    COUNTERSIGN_TRY_INTO(found, m_connection.one("lostCommitsSince"_L1, {since, since}, readNumber));
    return found != 0;
}

Result<bool> SqliteTransaction::isFrozenByReturn()
{
    COUNTERSIGN_TRY_INTO(found, m_connection.one("frozenByReturn"_L1, {}, readNumber));
    return found != 0;
}

Result<> SqliteTransaction::insertSend(const SendRecord &send)
{
    return insert("insertSend"_L1, insertValues(send));
}

Result<> SqliteTransaction::completeSend(const SendRecord &send)
{
    return changeOne("completeSend"_L1, changingValues(send) + QVariantList{textValue(send.intent.text), send.number});
}

Result<QList<SendRecord>> SqliteTransaction::sends(const IntentId &id)
{
    return m_connection.select("sends"_L1, {textValue(id.text)}, readSend);
}

// inbox

Result<bool> SqliteTransaction::insertInbox(InboxRecord &message)
{
    const auto known = m_connection.first("inboxIdOfBody"_L1, {QString::fromLatin1(message.bodySha256)}, readNumber);
    if (!known) return broken(known.error());
    if (*known) {
        const auto recorded =
            insert("insertInboxRepeat"_L1, {**known, toMilliseconds(message.receivedAt), textValue(message.peer)});
        if (!recorded) return std::unexpected(recorded.error());
        message.id = **known;
        return false;
    }
    const auto id = insertNumbered("insertInbox"_L1, insertValues(message));
    if (!id) return std::unexpected(id.error());
    message.id = *id;
    return true;
}

Result<QList<InboxRecord>> SqliteTransaction::unprocessedInbox(int limit)
{
    return m_connection.select("unprocessedInbox"_L1, {limit}, readInbox);
}

Result<QList<InboxRecord>> SqliteTransaction::unmatchedInbox()
{
    return m_connection.select("unmatchedInbox"_L1, {}, readInbox);
}

Result<> SqliteTransaction::setInboxProcessed(qint64 id, bool quarantined, const QString &note)
{
    return changeOne("setInboxProcessed"_L1, {quarantined, textValue(note), id});
}

// what the bank said

Result<> SqliteTransaction::insertObservation(ObservationRecord &observation)
{
    const auto id = insertNumbered("insertObservation"_L1, insertValues(observation));
    if (!id) return std::unexpected(id.error());
    observation.id = *id;
    return {};
}

Result<QList<ObservationRecord>> SqliteTransaction::observations(const QString &sessionId, int limit)
{
    return m_connection.select("observations"_L1, {textValue(sessionId), limit}, readObservation);
}

Result<bool> SqliteTransaction::wasObserved(const QString &sessionId, ObservationKind kind)
{
    const QVariantList values{textValue(sessionId), observationWord(kind)};
    COUNTERSIGN_TRY_INTO(found, m_connection.one("wasObserved"_L1, values, readNumber));
    return found != 0;
}

Result<> SqliteTransaction::insertConfirmInfo(ConfirmInfoRecord &info)
{
    const auto id = insertNumbered("insertConfirmInfo"_L1, insertValues(info));
    if (!id) return std::unexpected(id.error());
    info.id = *id;
    return {};
}

Result<std::optional<ConfirmInfoRecord>> SqliteTransaction::latestConfirmInfo(const QString &sessionId)
{
    return m_connection.first("latestConfirmInfo"_L1, {textValue(sessionId)}, readConfirmInfo);
}

Result<ConfirmInfoRecord> SqliteTransaction::confirmInfo(qint64 id)
{
    return m_connection.one("confirmInfo"_L1, {id}, readConfirmInfo);
}

// what people did

Result<> SqliteTransaction::insertView(const ViewRecord &view)
{
    return insert("insertView"_L1, insertValues(view));
}

Result<std::optional<ViewRecord>> SqliteTransaction::view(const QByteArray &viewSha256)
{
    return m_connection.first("view"_L1, {QString::fromLatin1(viewSha256)}, readView);
}

Result<> SqliteTransaction::insertDecision(const DecisionRecord &decision)
{
    return insert("insertDecision"_L1, insertValues(decision));
}

Result<QList<DecisionRecord>> SqliteTransaction::decisions(const AttemptId &attempt)
{
    return m_connection.select("decisions"_L1, {textValue(attempt.text)}, readDecision);
}

Result<> SqliteTransaction::voidDecisions(const AttemptId &attempt, const QString &reason)
{
    return insert("voidDecisions"_L1, {textValue(reason), textValue(attempt.text)});
}

// alarms, freeze, lease

Result<> SqliteTransaction::insertAlarm(AlarmRecord &alarm)
{
    const auto id = insertNumbered("insertAlarm"_L1, insertValues(alarm));
    if (!id) return std::unexpected(id.error());
    alarm.id = *id;
    return {};
}

Result<QList<AlarmRecord>> SqliteTransaction::openAlarms()
{
    return m_connection.select("openAlarms"_L1, {}, readAlarm);
}

Result<QList<AlarmRecord>> SqliteTransaction::openAlarmsOf(const PayoutId &payout)
{
    if (payout.isEmpty()) return m_connection.select("openGeneralAlarms"_L1, {}, readAlarm);
    return m_connection.select("openAlarmsOfPayout"_L1, {textValue(payout.text)}, readAlarm);
}

Result<QList<AlarmRecord>> SqliteTransaction::openAlarmsOfSession(const QString &sessionId)
{
    return m_connection.select("openAlarmsOfSession"_L1, {textValue(sessionId)}, readAlarm);
}

Result<> SqliteTransaction::closeAlarms(const PayoutId &payout)
{
    return insert("closeAlarms"_L1, {optionalText(payout.text)});
}

Result<> SqliteTransaction::insertFreeze(const FreezeRecord &freeze)
{
    return insert("insertFreeze"_L1, insertValues(freeze));
}

Result<FreezeRecord> SqliteTransaction::freeze()
{
    const auto newest = m_connection.first("freeze"_L1, {}, readFreeze);
    if (!newest) return std::unexpected(newest.error());
    return newest->value_or(FreezeRecord{});
}

Result<qint64> SqliteTransaction::takeLease(const QString &name, const QString &holder, Instant until)
{
    COUNTERSIGN_TRY(change("takeLease"_L1, {textValue(name), textValue(holder), toMilliseconds(until)}));
    return currentFence(name);
}

Result<qint64> SqliteTransaction::currentFence(const QString &name)
{
    const auto fence = m_connection.first("currentFence"_L1, {textValue(name)}, readNumber);
    if (!fence) return std::unexpected(fence.error());
    return fence->value_or(0);
}

// recipients

Result<QList<PaidRecipient>> SqliteTransaction::paidRecipients(const RecipientIdentity &who)
{
    return selectPaidRecipients(m_connection, who);
}

Result<QList<BookEntry>> SqliteTransaction::bookEntries(const RecipientIdentity &who)
{
    return selectBookEntries(m_connection, who);
}

Result<QList<EarlierPayout>> SqliteTransaction::earlierPayouts(const DuplicateQuestion &asked)
{
    return selectEarlierPayouts(m_connection, asked);
}

Result<std::optional<RecipientActRecord>> SqliteTransaction::lastRecipientAct(const PayoutId &id)
{
    return selectLastRecipientAct(m_connection, id);
}

Result<> SqliteTransaction::insertRecipientAct(const RecipientActRecord &act)
{
    return insert("insertRecipientAct"_L1, insertValues(act));
}

Result<std::optional<RecipientActRecord>> SqliteTransaction::recipientAct(const PayoutId &id, int version)
{
    return selectRecipientAct(m_connection, id, version);
}

Result<> SqliteTransaction::insertDuplicateAct(const DuplicateActRecord &act)
{
    return insert("insertDuplicateAct"_L1, insertValues(act));
}

Result<QList<DuplicateActRecord>> SqliteTransaction::duplicateActs(const PayoutId &id, int version)
{
    return selectDuplicateActs(m_connection, id, version);
}

Result<RecipientRecord> SqliteTransaction::recipient(const RecipientId &id)
{
    return selectRecipient(m_connection, id);
}

Result<QList<RecipientRecord>> SqliteTransaction::recipientsOfAccount(const QString &account)
{
    return selectRecipientsOfAccount(m_connection, account);
}

Result<> SqliteTransaction::putRecipient(const RecipientRecord &entry, const QString &user)
{
    const auto put = entry.version == 1 ? insert("insertRecipient"_L1, insertValues(entry))
                                        : changeOne("updateRecipient"_L1,
                                                    changingValues(entry) + QVariantList{textValue(entry.id.text)});
    if (!put) return put;
    return insert("insertRecipientChange"_L1, historyValues(entry, user));
}

// templates

Result<TemplateRecord> SqliteTransaction::paymentTemplate(const TemplateId &id)
{
    return selectTemplate(m_connection, id);
}

Result<std::optional<TemplateRecord>> SqliteTransaction::templateOfName(const QString &name)
{
    return selectTemplateOfName(m_connection, name);
}

Result<> SqliteTransaction::putTemplate(const TemplateRecord &record)
{
    if (record.version == 1) return insert("insertTemplate"_L1, insertValues(record));
    return changeOne("updateTemplate"_L1, changingValues(record) + QVariantList{textValue(record.id.text)});
}

Result<> SqliteTransaction::deleteTemplate(const TemplateId &id)
{
    return changeOne("deleteTemplate"_L1, {textValue(id.text)});
}

// imports

Result<std::optional<ImportRecord>> SqliteTransaction::importOfFile(const QByteArray &sha256)
{
    return selectImportOfFile(m_connection, sha256);
}

Result<QHash<QByteArray, EarlierImport>> SqliteTransaction::importsOfDocuments(const QList<QByteArray> &identities)
{
    return selectImportsOfDocuments(m_connection, identities);
}

Result<> SqliteTransaction::insertImport(const ImportRecord &record)
{
    return insert("insertImport"_L1, insertValues(record));
}

Result<> SqliteTransaction::insertImportedRow(const ImportedRowRecord &row)
{
    return insert("insertImportedRow"_L1, insertValues(row));
}

// audit

Result<> SqliteTransaction::appendAudit(const QString &what, QJsonObject details)
{
    const auto head = m_connection.first("auditHead"_L1, {}, readAudit);
    if (!head) return broken(head.error());
    const QString payout = details.take(u"payout").toString();
    AuditRecord entry;
    entry.sequence = *head ? (*head)->sequence + 1 : 1;
    entry.previousHash = *head ? (*head)->hash : auditChainStart();
    entry.body = auditBody(m_clock.now(), what, payout, details);
    entry.hash = auditHash(entry.previousHash, entry.body);
    return insert("insertAudit"_L1, insertValues(entry));
}

Result<QByteArray> SqliteTransaction::auditHead()
{
    const auto head = m_connection.first("auditHead"_L1, {}, readAudit);
    if (!head) return std::unexpected(head.error());
    return *head ? (*head)->hash : auditChainStart();
}

} // namespace countersign
