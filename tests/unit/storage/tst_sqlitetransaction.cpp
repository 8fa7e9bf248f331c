#include "storefixture.h"

#include <QJsonDocument>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Every record comes back as it went in; what is not committed was never there.
class TestSqliteTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void payoutsComeBackWithANumber();
    void aChangedPayoutComesBackChanged();
    void whatChangesAloneComesBackChanged();
    void numbersAreNeverGivenTwice();
    void onlyAnUnsubmittedDraftCanBeDeleted();
    void findsPayoutsByState();
    void sumsWhatWasApproved();
    void instructionsComeBack();
    void attemptsComeBack();
    void intentsComeBack();
    void intentsAreFoundByTheirStatus();
    void sendsComeBackCompleted();
    void aSendEndsOnce();
    void inboxKeepsTheFirstOfEqualBodies();
    void inboxGivesUnprocessedInOrderOfArrival();
    void observationsComeBackNewestFirst();
    void answersComeBackByteForByte();
    void theSameViewTwiceIsOneRow();
    void decisionsComeBackAndAreVoidedOnce();
    void alarmsOpenAndClose();
    void theNewestFreezeIsInForce();
    void theFenceGrowsWithEveryHolder();
    void auditContinuesTheChain();
    void missingRecordsAreNotFound();
    void nothingStaysWithoutCommit();
    void afterAConflictNothingCanBeCommitted();
    void aFailedWriteLeavesNothing_data();
    void aFailedWriteLeavesNothing();

private:
    template <class Record>
    static void compare(const Record &actual, const Record &expected)
    {
        QCOMPARE(insertValues(actual), insertValues(expected));
    }

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<StoreTransaction> m_transaction; ///< begun; p1 with a1 is in the store
};

void TestSqliteTransaction::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    m_fixture->open();
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    m_transaction = m_fixture->begin();
    QVERIFY(m_transaction);
}

void TestSqliteTransaction::cleanup()
{
    m_transaction.reset();
    m_fixture.reset();
}

void TestSqliteTransaction::payoutsComeBackWithANumber()
{
    PayoutRecord stored = samplePayout(u"p2"_s, PayoutState::hold);
    stored.retryOf.text = u"p1"_s;
    VERIFY_GOOD(m_transaction->insertPayout(stored));
    QCOMPARE(stored.number, 2);
    const auto read = m_transaction->payout({u"p2"_s});
    VERIFY_GOOD(read);
    compare(*read, stored);
    PayoutRecord bare;
    bare.id.text = u"p3"_s;
    VERIFY_GOOD(m_transaction->insertPayout(bare));
    const auto readBare = m_transaction->payout(bare.id);
    VERIFY_GOOD(readBare);
    compare(*readBare, bare);
    QVERIFY(!readBare->amountKopecks);
    QVERIFY(!readBare->stateBeforeError);
}

void TestSqliteTransaction::aChangedPayoutComesBackChanged()
{
    PayoutRecord payout = *m_transaction->payout({u"p1"_s});
    payout.state = PayoutState::bankError;
    payout.stateBeforeError = PayoutState::executing;
    payout.version = 2;
    payout.draft = "{}";
    payout.attempt.text = u"a1"_s;
    payout.changedAt = fromMilliseconds(77);
    payout.stateSince = fromMilliseconds(78);
    payout.recipientName = u"n"_s;
    payout.recipientAccount = u"a"_s;
    payout.senderAccount = u"s"_s;
    payout.purpose = u"p"_s;
    payout.amountKopecks = std::nullopt;
    payout.reasonCode = u"c"_s;
    payout.reasonText = u"t"_s;
    VERIFY_GOOD(m_transaction->updatePayout(payout));
    compare(*m_transaction->payout({u"p1"_s}), payout);
}

void TestSqliteTransaction::whatChangesAloneComesBackChanged()
{
    using Change = void (*)(PayoutRecord &);
    static constexpr Change changes[] = {
        [](PayoutRecord &payout) { payout.state = PayoutState::hold; },
        [](PayoutRecord &payout) { payout.stateBeforeError = PayoutState::review; },
        [](PayoutRecord &payout) { payout.version = 9; },
        [](PayoutRecord &payout) { payout.maker = u"another"_s; },
        [](PayoutRecord &payout) { payout.draft = "[]"; },
        [](PayoutRecord &payout) { payout.changedAt = fromMilliseconds(5); },
        [](PayoutRecord &payout) { payout.stateSince = fromMilliseconds(6); },
        [](PayoutRecord &payout) { payout.recipientName = u"another"_s; },
        [](PayoutRecord &payout) { payout.recipientAccount = u"another"_s; },
        [](PayoutRecord &payout) { payout.senderAccount = u"another"_s; },
        [](PayoutRecord &payout) { payout.purpose = u"another"_s; },
        [](PayoutRecord &payout) { payout.amountKopecks = 7; },
        [](PayoutRecord &payout) { payout.recipientInn = u"another"_s; },
        [](PayoutRecord &payout) { payout.recipientBik = u"another"_s; },
        [](PayoutRecord &payout) { payout.documentKey = u"another"_s; },
        [](PayoutRecord &payout) { payout.importKey = u"another"_s; },
        [](PayoutRecord &payout) { payout.reasonCode = u"another"_s; },
        [](PayoutRecord &payout) { payout.reasonText = u"another"_s; },
    };
    for (const Change change : changes) {
        PayoutRecord payout = *m_transaction->payout({u"p1"_s});
        change(payout);
        VERIFY_GOOD(m_transaction->updatePayout(payout));
        compare(*m_transaction->payout({u"p1"_s}), payout);
    }
}

void TestSqliteTransaction::numbersAreNeverGivenTwice()
{
    PayoutRecord second = samplePayout(u"p2"_s);
    VERIFY_GOOD(m_transaction->insertPayout(second));
    VERIFY_GOOD(m_transaction->deleteDraft(second.id));
    PayoutRecord third = samplePayout(u"p3"_s);
    VERIFY_GOOD(m_transaction->insertPayout(third));
    QCOMPARE(third.number, 3);
}

void TestSqliteTransaction::onlyAnUnsubmittedDraftCanBeDeleted()
{
    COMPARE_CODE(m_transaction->deleteDraft({u"p1"_s}), notFound);
    PayoutRecord withdrawn = *m_transaction->payout({u"p1"_s});
    withdrawn.state = PayoutState::draft;
    VERIFY_GOOD(m_transaction->updatePayout(withdrawn));
    COMPARE_CODE(m_transaction->deleteDraft({u"p1"_s}), notFound);
    PayoutRecord draft = samplePayout(u"p2"_s);
    VERIFY_GOOD(m_transaction->insertPayout(draft));
    VERIFY_GOOD(m_transaction->deleteDraft(draft.id));
    COMPARE_CODE(m_transaction->payout(draft.id), notFound);
}

void TestSqliteTransaction::findsPayoutsByState()
{
    PayoutRecord older = samplePayout(u"p2"_s, PayoutState::paid);
    older.changedAt = fromMilliseconds(1);
    PayoutRecord other = samplePayout(u"p3"_s, PayoutState::failed);
    VERIFY_GOOD(m_transaction->insertPayout(older));
    VERIFY_GOOD(m_transaction->insertPayout(other));
    const auto found = m_transaction->payoutsInStates({PayoutState::queued, PayoutState::paid});
    VERIFY_GOOD(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).id.text, u"p2"_s);
    QCOMPARE(found->at(1).id.text, u"p1"_s);
    QVERIFY(m_transaction->payoutsInStates({})->isEmpty());
}

void TestSqliteTransaction::sumsWhatWasApproved()
{
    QCOMPARE(m_transaction->approvedKopecksSince({}, {}), Result<qint64>(0));
    VERIFY_GOOD(m_transaction->insertDecision(sampleDecision(u"d1"_s, u"a1"_s, u"p1"_s)));
    VERIFY_GOOD(m_transaction->insertDecision(sampleDecision(u"d2"_s, u"a1"_s, u"p1"_s)));
    QCOMPARE(m_transaction->approvedKopecksSince(fromMilliseconds(9'000), {}), Result<qint64>(123'456));
    QCOMPARE(m_transaction->approvedKopecksSince(fromMilliseconds(9'001), {}), Result<qint64>(0));
    QCOMPARE(m_transaction->approvedKopecksSince(fromMilliseconds(9'000), {u"p1"_s}), Result<qint64>(0));
    VERIFY_GOOD(m_transaction->voidDecisions({u"a1"_s}, u"withdrawn"_s));
    QCOMPARE(m_transaction->approvedKopecksSince({}, {}), Result<qint64>(0));
    DecisionRecord cancel = sampleDecision(u"d3"_s, u"a1"_s, u"p1"_s);
    cancel.kind = DecisionKind::cancel;
    VERIFY_GOOD(m_transaction->insertDecision(cancel));
    QCOMPARE(m_transaction->approvedKopecksSince({}, {}), Result<qint64>(0));
}

void TestSqliteTransaction::instructionsComeBack()
{
    InstructionRecord second = sampleInstruction(u"p1"_s);
    second.version = 2;
    VERIFY_GOOD(m_transaction->insertInstruction(second));
    compare(*m_transaction->instruction({u"p1"_s}, 1), sampleInstruction(u"p1"_s));
    compare(*m_transaction->instruction({u"p1"_s}, 2), second);
}

void TestSqliteTransaction::attemptsComeBack()
{
    AttemptRecord attempt = sampleAttempt(u"a1"_s, u"p1"_s);
    compare(*m_transaction->attempt(attempt.id), attempt);
    attempt.sessionId = u"ps_1"_s;
    attempt.bankPayoutId = u"po_1"_s;
    attempt.standing = AttemptStanding::orphan;
    attempt.rank = 4;
    attempt.readyAtMicros = 1'234'567;
    VERIFY_GOOD(m_transaction->updateAttempt(attempt));
    compare(*m_transaction->attempt(attempt.id), attempt);
    const auto bySession = m_transaction->attemptOfSession(u"ps_1"_s);
    VERIFY_GOOD(bySession);
    QVERIFY(bySession->has_value());
    compare(**bySession, attempt);
    QVERIFY(!m_transaction->attemptOfSession(u"ps_2"_s)->has_value());
    QVERIFY(!m_transaction->attemptOfSession({})->has_value());
    VERIFY_GOOD(m_transaction->insertAttempt(sampleAttempt(u"a2"_s, u"p1"_s, 2)));
    const auto all = m_transaction->attempts({u"p1"_s});
    VERIFY_GOOD(all);
    QCOMPARE(all->size(), 2);
    compare(all->last(), sampleAttempt(u"a2"_s, u"p1"_s, 2));
}

void TestSqliteTransaction::intentsComeBack()
{
    for (const CallKind kind : {CallKind::create, CallKind::start, CallKind::confirm}) {
        const IntentRecord stored = sampleIntent(callWord(kind), u"a1"_s, u"p1"_s, kind);
        VERIFY_GOOD(m_transaction->insertIntent(stored));
        compare(*m_transaction->intent(stored.id), stored);
    }
    QCOMPARE(m_transaction->intents({u"a1"_s})->size(), 3);
    VERIFY_GOOD(m_transaction->setIntentStatus({u"start"_s}, IntentStatus::unknown, fromMilliseconds(9)));
    const auto changed = m_transaction->intent({u"start"_s});
    VERIFY_GOOD(changed);
    QCOMPARE(changed->status, IntentStatus::unknown);
    QCOMPARE(changed->notBefore, fromMilliseconds(9));
}

void TestSqliteTransaction::intentsAreFoundByTheirStatus()
{
    IntentRecord create = sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::create);
    create.createdAt = fromMilliseconds(200);
    IntentRecord start = sampleIntent(u"i2"_s, u"a1"_s, u"p1"_s, CallKind::start);
    start.createdAt = fromMilliseconds(100);
    VERIFY_GOOD(m_transaction->insertIntent(create));
    VERIFY_GOOD(m_transaction->insertIntent(start));
    QVERIFY(m_transaction->readyIntents(fromMilliseconds(3'999))->isEmpty());
    const auto ready = m_transaction->readyIntents(fromMilliseconds(4'000));
    VERIFY_GOOD(ready);
    QCOMPARE(ready->size(), 2);
    QCOMPARE(ready->first().id.text, u"i2"_s);
    QVERIFY(m_transaction->inflightIntents()->isEmpty());
    VERIFY_GOOD(m_transaction->setIntentStatus({u"i2"_s}, IntentStatus::inflight, {}));
    QCOMPARE(m_transaction->inflightIntents()->size(), 1);
    QCOMPARE(m_transaction->readyIntents(fromMilliseconds(4'000))->size(), 1);
}

void TestSqliteTransaction::sendsComeBackCompleted()
{
    VERIFY_GOOD(m_transaction->insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::create)));
    SendRecord send;
    send.intent.text = u"i1"_s;
    send.number = 2;
    send.fence = 7;
    send.startedAt = fromMilliseconds(11);
    VERIFY_GOOD(m_transaction->insertSend(send));
    compare(m_transaction->sends({u"i1"_s})->first(), send);
    send.endedAt = fromMilliseconds(12);
    send.sendClass = SendClass::refused;
    send.bodyBytesPulled = 13;
    send.httpStatus = 400;
    send.failureText = u"closed"_s;
    send.response = QByteArray::fromHex("00ff");
    send.responseSha256 = sha256Hex(send.response);
    VERIFY_GOOD(m_transaction->completeSend(send));
    compare(m_transaction->sends({u"i1"_s})->first(), send);
}

void TestSqliteTransaction::aSendEndsOnce()
{
    VERIFY_GOOD(m_transaction->insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::create)));
    SendRecord send;
    send.intent.text = u"i1"_s;
    VERIFY_GOOD(m_transaction->insertSend(send));
    send.endedAt = fromMilliseconds(12);
    send.sendClass = SendClass::unknown;
    VERIFY_GOOD(m_transaction->completeSend(send));
    send.sendClass = SendClass::notSent;
    COMPARE_CODE(m_transaction->completeSend(send), storeConflict);
}

void TestSqliteTransaction::inboxKeepsTheFirstOfEqualBodies()
{
    InboxRecord message;
    message.body = "{\"type\":\"x\"}";
    message.bodySha256 = sha256Hex(message.body);
    message.signature = "c2ln";
    message.keyFingerprint = u"a1:9f"_s;
    message.source = ObservationSource::dropFolder;
    message.peer = u"first"_s;
    message.receivedAt = fromMilliseconds(5);
    QCOMPARE(m_transaction->insertInbox(message), Result<bool>(true));
    QVERIFY(message.id > 0);
    compare(m_transaction->unprocessedInbox(10)->first(), message);
    InboxRecord repeat = message;
    repeat.id = 0;
    repeat.peer = u"second"_s;
    repeat.receivedAt = fromMilliseconds(6);
    QCOMPARE(m_transaction->insertInbox(repeat), Result<bool>(false));
    QCOMPARE(repeat.id, message.id);
    QCOMPARE(m_transaction->unprocessedInbox(10)->size(), 1);
    VERIFY_GOOD(m_transaction->commit());
    QCOMPARE(m_fixture->value(u"SELECT peer || received_at FROM inbox_repeat"_s).toString(), u"second6"_s);
}

void TestSqliteTransaction::inboxGivesUnprocessedInOrderOfArrival()
{
    QList<qint64> ids;
    for (const QByteArray &body : {QByteArray("1"), QByteArray("2"), QByteArray("3"), QByteArray("4")}) {
        InboxRecord message;
        message.body = body;
        message.bodySha256 = sha256Hex(body);
        VERIFY_GOOD(m_transaction->insertInbox(message));
        ids.append(message.id);
    }
    VERIFY_GOOD(m_transaction->setInboxProcessed(ids.at(0), false, {}));
    VERIFY_GOOD(m_transaction->setInboxProcessed(ids.at(1), true, u"unknownSession"_s));
    VERIFY_GOOD(m_transaction->setInboxProcessed(ids.at(2), true, u"malformedJson"_s));
    const auto left = m_transaction->unprocessedInbox(10);
    QCOMPARE(left->size(), 1);
    QCOMPARE(left->first().id, ids.at(3));
    QVERIFY(m_transaction->unprocessedInbox(0)->isEmpty());
    const auto unmatched = m_transaction->unmatchedInbox();
    QCOMPARE(unmatched->size(), 1);
    QCOMPARE(unmatched->first().id, ids.at(1));
    VERIFY_GOOD(m_transaction->setInboxProcessed(ids.at(1), false, {}));
    QVERIFY(m_transaction->unmatchedInbox()->isEmpty());
}

void TestSqliteTransaction::observationsComeBackNewestFirst()
{
    ObservationRecord first;
    first.sessionId = u"ps_1"_s;
    VERIFY_GOOD(m_transaction->insertObservation(first));
    ObservationRecord second{.sessionId = u"ps_1"_s,
                             .kind = ObservationKind::ready,
                             .rank = 2,
                             .source = ObservationSource::webhook,
                             .sourceId = u"17"_s,
                             .sessionStatus = u"in_progress"_s,
                             .nextAction = u"confirm"_s,
                             .payoutCount = 1,
                             .bankPayoutId = u"po_1"_s,
                             .payoutStatus = u"pending"_s,
                             .updatedAtMicros = 123'456'789,
                             .errorCode = u"code"_s,
                             .errorText = u"text"_s,
                             .rawSha256 = sha256Hex("raw"),
                             .observedAt = fromMilliseconds(31)};
    VERIFY_GOOD(m_transaction->insertObservation(second));
    const auto read = m_transaction->observations(u"ps_1"_s, 10);
    VERIFY_GOOD(read);
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->first().id, second.id);
    compare(read->first(), second);
    compare(read->last(), first);
    QCOMPARE(m_transaction->observations(u"ps_1"_s, 1)->size(), 1);
    QVERIFY(m_transaction->observations(u"ps_2"_s, 10)->isEmpty());
}

void TestSqliteTransaction::answersComeBackByteForByte()
{
    ConfirmInfoRecord info{.sessionId = u"ps_1"_s,
                           .bytes = QByteArray("{ \"a\" : 1.10,\n\"b\":\"\\/\" }\0\xff", 27),
                           .bytesSha256 = sha256Hex("bytes"),
                           .canonSha256 = sha256Hex("canon"),
                           .message = "{\"whole\":1}",
                           .source = ObservationSource::callAnswer,
                           .sourceId = u"i1/1"_s,
                           .keyFingerprint = u"a1:9f"_s,
                           .receivedAt = fromMilliseconds(41)};
    VERIFY_GOOD(m_transaction->insertConfirmInfo(info));
    compare(*m_transaction->confirmInfo(info.id), info);
    ConfirmInfoRecord later = info;
    later.bytes = "{}";
    VERIFY_GOOD(m_transaction->insertConfirmInfo(later));
    QCOMPARE((*m_transaction->latestConfirmInfo(u"ps_1"_s))->id, later.id);
    QVERIFY(!m_transaction->latestConfirmInfo(u"ps_2"_s)->has_value());
}

void TestSqliteTransaction::theSameViewTwiceIsOneRow()
{
    ViewRecord view{.viewSha256 = sha256Hex("view"),
                    .payout = {u"p1"_s},
                    .attempt = {u"a1"_s},
                    .confirmInfoId = 0,
                    .bytes = "view",
                    .user = u"Иванова"_s,
                    .openedAt = fromMilliseconds(51)};
    VERIFY_GOOD(m_transaction->insertView(view));
    ViewRecord again = view;
    again.openedAt = fromMilliseconds(52);
    VERIFY_GOOD(m_transaction->insertView(again));
    const auto read = m_transaction->view(view.viewSha256);
    VERIFY_GOOD(read);
    QVERIFY(read->has_value());
    compare(**read, view);
    QVERIFY(!m_transaction->view(sha256Hex("other"))->has_value());
}

void TestSqliteTransaction::decisionsComeBackAndAreVoidedOnce()
{
    const DecisionRecord first = sampleDecision(u"d1"_s, u"a1"_s, u"p1"_s);
    DecisionRecord second = sampleDecision(u"d2"_s, u"a1"_s, u"p1"_s);
    second.kind = DecisionKind::cancel;
    second.ticks.clear();
    VERIFY_GOOD(m_transaction->insertDecision(first));
    VERIFY_GOOD(m_transaction->insertDecision(second));
    const auto read = m_transaction->decisions({u"a1"_s});
    QCOMPARE(read->size(), 2);
    compare(read->first(), second);
    compare(read->last(), first);
    VERIFY_GOOD(m_transaction->voidDecisions({u"a1"_s}, u"changed"_s));
    VERIFY_GOOD(m_transaction->voidDecisions({u"a1"_s}, u"later"_s));
    const auto voided = m_transaction->decisions({u"a1"_s});
    QVERIFY(voided->first().voided && voided->last().voided);
    QCOMPARE(voided->first().voidReason, u"changed"_s);
}

void TestSqliteTransaction::alarmsOpenAndClose()
{
    for (int kind = 0; kind < alarmKindCount; ++kind) {
        AlarmRecord alarm{.kind = static_cast<AlarmKind>(kind),
                          .payout = {kind % 2 ? u"p1"_s : QString()},
                          .sessionId = u"ps_1"_s,
                          .detail = u"detail"_s,
                          .raisedAt = fromMilliseconds(kind)};
        VERIFY_GOOD(m_transaction->insertAlarm(alarm));
        compare(m_transaction->openAlarms()->last(), alarm);
        QCOMPARE(m_transaction->openAlarms()->last().id, alarm.id);
    }
    VERIFY_GOOD(m_transaction->closeAlarms({u"p1"_s}));
    QCOMPARE(m_transaction->openAlarms()->size(), alarmKindCount / 2);
    VERIFY_GOOD(m_transaction->closeAlarms({}));
    QVERIFY(m_transaction->openAlarms()->isEmpty());
}

void TestSqliteTransaction::theNewestFreezeIsInForce()
{
    QCOMPARE(m_transaction->freeze()->frozen, false);
    const FreezeRecord freeze{
        .frozen = true, .cause = u"foreign"_s, .user = u"u"_s, .reason = u"r"_s, .since = fromMilliseconds(61)};
    VERIFY_GOOD(m_transaction->insertFreeze(freeze));
    compare(*m_transaction->freeze(), freeze);
    VERIFY_GOOD(m_transaction->insertFreeze({.frozen = false, .cause = u"person"_s}));
    QCOMPARE(m_transaction->freeze()->frozen, false);
}

void TestSqliteTransaction::theFenceGrowsWithEveryHolder()
{
    QCOMPARE(m_transaction->currentFence(u"sender"_s), Result<qint64>(0));
    QCOMPARE(m_transaction->takeLease(u"sender"_s, u"a"_s, fromMilliseconds(1)), Result<qint64>(1));
    QCOMPARE(m_transaction->takeLease(u"sender"_s, u"a"_s, fromMilliseconds(2)), Result<qint64>(1));
    QCOMPARE(m_transaction->takeLease(u"sender"_s, u"b"_s, fromMilliseconds(3)), Result<qint64>(2));
    QCOMPARE(m_transaction->takeLease(u"sender"_s, u"a"_s, fromMilliseconds(4)), Result<qint64>(3));
    QCOMPARE(m_transaction->currentFence(u"sender"_s), Result<qint64>(3));
    QCOMPARE(m_transaction->currentFence(u"other"_s), Result<qint64>(0));
}

void TestSqliteTransaction::auditContinuesTheChain()
{
    QCOMPARE(m_transaction->auditHead(), Result<QByteArray>(QByteArray(64, '0')));
    VERIFY_GOOD(m_transaction->appendAudit(u"opened"_s, {{u"payout"_s, u"p1"_s}, {u"n"_s, 1}}));
    const auto head = m_transaction->auditHead();
    VERIFY_GOOD(head);
    QCOMPARE(head->size(), 64);
    VERIFY_GOOD(m_transaction->appendAudit(u"closed"_s, {}));
    VERIFY_GOOD(m_transaction->commit());
    const auto body = m_fixture->value(u"SELECT body FROM audit WHERE sequence = 1"_s).toString();
    QCOMPARE(body, u"{\"at\":\"2023-11-14T22:13:20.000Z\",\"details\":{\"n\":1},\"payout\":\"p1\","
                   "\"what\":\"opened\"}"_s);
    QCOMPARE(m_fixture->value(u"SELECT previous_hash FROM audit WHERE sequence = 2"_s).toByteArray(), *head);
}

void TestSqliteTransaction::missingRecordsAreNotFound()
{
    COMPARE_CODE(m_transaction->payout({u"no"_s}), notFound);
    COMPARE_CODE(m_transaction->updatePayout(samplePayout(u"no"_s)), notFound);
    COMPARE_CODE(m_transaction->instruction({u"p1"_s}, 9), notFound);
    COMPARE_CODE(m_transaction->attempt({u"no"_s}), notFound);
    COMPARE_CODE(m_transaction->updateAttempt(sampleAttempt(u"no"_s, u"p1"_s)), notFound);
    COMPARE_CODE(m_transaction->intent({u"no"_s}), notFound);
    COMPARE_CODE(m_transaction->setIntentStatus({u"no"_s}, IntentStatus::ready, {}), notFound);
    COMPARE_CODE(m_transaction->completeSend({.intent = {u"no"_s}}), notFound);
    COMPARE_CODE(m_transaction->setInboxProcessed(99, false, {}), notFound);
    COMPARE_CODE(m_transaction->confirmInfo(99), notFound);
    VERIFY_GOOD(m_transaction->commit());
}

void TestSqliteTransaction::nothingStaysWithoutCommit()
{
    PayoutRecord payout = samplePayout(u"p2"_s);
    VERIFY_GOOD(m_transaction->insertPayout(payout));
    VERIFY_GOOD(m_transaction->appendAudit(u"x"_s, {}));
    m_transaction.reset();
    m_transaction = m_fixture->begin();
    COMPARE_CODE(m_transaction->payout({u"p2"_s}), notFound);
    QCOMPARE(m_transaction->auditHead(), Result<QByteArray>(QByteArray(64, '0')));
}

void TestSqliteTransaction::afterAConflictNothingCanBeCommitted()
{
    PayoutRecord payout = samplePayout(u"p2"_s);
    VERIFY_GOOD(m_transaction->insertPayout(payout));
    COMPARE_CODE(m_transaction->insertPayout(payout), storeConflict);
    COMPARE_CODE(m_transaction->appendAudit(u"x"_s, {}), storeConflict);
    COMPARE_CODE(m_transaction->commit(), storeConflict);
    m_transaction.reset();
    m_transaction = m_fixture->begin();
    COMPARE_CODE(m_transaction->payout({u"p2"_s}), notFound);
}

void TestSqliteTransaction::aFailedWriteLeavesNothing_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *operation : {"insertPayout", "insertInstruction", "insertAttempt", "insertIntent", "insertAlarm",
                                  "insertAudit", "commit"}) {
        QTest::addRow("%s", operation) << QString::fromLatin1(operation);
    }
}

void TestSqliteTransaction::aFailedWriteLeavesNothing()
{
    QFETCH(QString, operation);
    m_transaction.reset();
    m_fixture->store.reset();
    const QByteArray name = operation.toLatin1();
    // opening an up-to-date store commits nothing: the first strike is ours
    FailNth fault(QLatin1String(name), 1);
    m_fixture->open(&fault);
    m_transaction = m_fixture->begin();
    const auto writeAll = [this]() -> Result<> {
        PayoutRecord payout = samplePayout(u"p2"_s, PayoutState::queued);
        if (const auto done = m_transaction->insertPayout(payout); !done) return done;
        if (const auto done = m_transaction->insertInstruction(sampleInstruction(u"p2"_s)); !done) return done;
        if (const auto done = m_transaction->insertAttempt(sampleAttempt(u"a2"_s, u"p2"_s)); !done) return done;
        const IntentRecord intent = sampleIntent(u"i1"_s, u"a2"_s, u"p2"_s, CallKind::create);
        if (const auto done = m_transaction->insertIntent(intent); !done) return done;
        AlarmRecord alarm;
        if (const auto done = m_transaction->insertAlarm(alarm); !done) return done;
        if (const auto done = m_transaction->appendAudit(u"x"_s, {}); !done) return done;
        return m_transaction->commit();
    };
    COMPARE_CODE(writeAll(), storeWriteFailed);
    m_transaction.reset();
    m_transaction = m_fixture->begin();
    QVERIFY(m_transaction);
    COMPARE_CODE(m_transaction->payout({u"p2"_s}), notFound);
    VERIFY_GOOD(writeAll());
}

QTEST_GUILESS_MAIN(TestSqliteTransaction)
#include "tst_sqlitetransaction.moc"
