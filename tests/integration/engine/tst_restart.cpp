#include "domain/auditchain.h"
#include "support/engineworld.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Section 10: the process dies anywhere, and nothing is paid twice or forgotten.
class RestartTest : public QObject
{
    Q_OBJECT

private:
    /// As earlier versions wrote it: no line names its payout.
    static void makeJournalOld(const EngineWorld &world)
    {
        QFile file(world.journalPath());
        if (!file.open(QIODevice::ReadWrite)) qFatal("no journal");
        QByteArray checksum = auditChainStart();
        QByteArray old;
        for (const QByteArray &line : file.readAll().chopped(1).split('\n')) {
            QJsonArray fields = QJsonDocument::fromJson(line.chopped(65)).array();
            while (fields.size() > 6)
                fields.removeLast();
            const QByteArray payload = QJsonDocument(fields).toJson(QJsonDocument::Compact);
            checksum = auditHash(checksum, payload);
            old += payload + ' ' + checksum + '\n';
        }
        file.resize(0);
        file.write(old);
    }

    /// Its first session is being asked about when the copy is made; the lost store pays in a second one.
    static PayoutId payInASessionThatIsLost(EngineWorld &world)
    {
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        if (!world.runUntil(id, PayoutState::startUnknown)) qFatal("not unknown");
        world.run(15min);
        world.keepCopy();
        const auto ordered = world.order(id, PersonOrder::closeAndTryAgain);
        if (!ordered) qFatal("not ordered");
        world.attend(id);
        if (world.state(id) != PayoutState::paid) qFatal("not paid");
        world.loseCommitsSinceTheCopy();
        return id;
    }

    /// Ordered, and nothing of it has left.
    static PayoutId queueAndFreeze(EngineWorld &world)
    {
        const auto id = world.engine().saveDraft({}, EngineWorld::draft());
        if (!id || !world.engine().sendForChecking(*id, world.actsFor(*id))) qFatal("not ordered");
        if (!world.engine().freeze(u"lunch"_s)) qFatal("not frozen");
        return *id;
    }

private Q_SLOTS:
    void aDeathAtAnyMomentPaysOnce_data()
    {
        QTest::addColumn<int>("deathAt");
        QTest::addColumn<bool>("webhooks");
        for (const bool webhooks : {false, true}) {
            for (int at = 0; at <= 120; at += 10)
                QTest::addRow("%d ms%s", at, webhooks ? " with webhooks" : "") << at << webhooks;
            for (int at = 1000; at <= 7000; at += 1500)
                QTest::addRow("%d ms%s", at, webhooks ? " with webhooks" : "") << at << webhooks;
        }
    }

    void aDeathAtAnyMomentPaysOnce()
    {
        QFETCH(int, deathAt);
        QFETCH(bool, webhooks);
        EngineWorld world;
        world.webhooks = webhooks;
        world.boot();
        const PayoutId id = world.submit();
        world.run(milliseconds{deathAt});
        world.crash();
        world.run(5s);
        world.restart();
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        world.run(1h, 1min);
        QCOMPARE(world.transfers().size(), size_t{1});
        QVERIFY(!world.frozen());
    }

    void aDeathAfterTheDecisionPaysOnce_data()
    {
        QTest::addColumn<int>("deathAt");
        for (int at = 0; at <= 100; at += 10)
            QTest::addRow("%d ms", at) << at;
    }

    void aDeathAfterTheDecisionPaysOnce()
    {
        QFETCH(int, deathAt);
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        world.run(milliseconds{deathAt});
        world.crash();
        world.run(1min);
        world.restart();
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void deathsInARowPayOnce()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submit();
        for (int i = 0; i < 400 && !isFinal(world.state(id)); ++i) {
            world.run(milliseconds{37 + i * 11});
            if (world.state(id) == PayoutState::review) (void)world.approve(id);
            if (world.state(id) == PayoutState::startUnknown) (void)world.order(id, PersonOrder::closeAndTryAgain);
            if (world.state(id) == PayoutState::confirmUnknown) (void)world.order(id, PersonOrder::sendConfirmAgain);
            world.crash();
            world.run(milliseconds{i * 13});
            world.restart();
        }
        world.attend(id);
        QCOMPARE(world.transfers().size(), size_t{1});
        COMPARE_STATE(world, id, paid);
    }

    void aCallInFlightAtTheDeathIsUnknown_data()
    {
        QTest::addColumn<CallKind>("kind");
        QTest::addColumn<QString>("expected");
        QTest::addRow("create") << CallKind::create << stateWord(PayoutState::queued);
        QTest::addRow("start") << CallKind::start << stateWord(PayoutState::startUnknown);
        QTest::addRow("confirm") << CallKind::confirm << stateWord(PayoutState::confirmUnknown);
        QTest::addRow("cancel") << CallKind::cancel << stateWord(PayoutState::cancelUnknown);
    }

    void aCallInFlightAtTheDeathIsUnknown()
    {
        QFETCH(CallKind, kind);
        QFETCH(QString, expected);
        EngineWorld world;
        world.boot();
        world.spoil(kind, Fault::neverAnswered);
        const PayoutId id = world.submit();
        if (kind == CallKind::confirm || kind == CallKind::cancel) {
            RUN_UNTIL(world, id, review);
            VERIFY_DONE(kind == CallKind::confirm ? world.approve(id) : world.cancel(id));
        }
        world.run(1s);
        QCOMPARE(world.intents(id, kind).last().status, IntentStatus::inflight);
        world.crash();
        world.polling = false; // nothing is learnt from the bank yet
        world.spoil(CallKind::create, Fault::notSent);
        world.restart();
        QCOMPARE(world.intents(id, kind).first().status, IntentStatus::unknown);
        QCOMPARE(world.stateText(id) == stateWord(PayoutState::creating) ? stateWord(PayoutState::queued)
                                                                         : world.stateText(id),
                 expected);
        QCOMPARE(world.transmitted(kind).size() - (kind == CallKind::create ? 1 : 0), 1);
        world.polling = true;
        world.attend(id);
        QCOMPARE(world.transfers().size(), size_t{kind == CallKind::cancel ? 0U : 1U});
    }

    void anOlderStoreThanTheJournalFreezes()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.keepCopy();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        world.loseCommitsSinceTheCopy();
        world.restart();
        QVERIFY(world.frozen());
        QVERIFY(world.alarms().contains(u"journalAhead"_s));
        QCOMPARE(world.engine().saveDraft({}, EngineWorld::draft()).has_value(), true);
        world.run(1h);
        QCOMPARE(world.transfers().size(), size_t{1});
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }

    void whatWaitedInAnOlderStoreIsNotSentByLiftingTheFreeze()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::create, Fault::notSent);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, queued);
        world.keepCopy();
        RUN_UNTIL(world, id, review);
        world.run(5s);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        const auto created = world.transmitted(CallKind::create).size();
        world.loseCommitsSinceTheCopy();
        makeJournalOld(world);
        world.restart();
        QVERIFY(world.frozen());
        world.run(1min);
        VERIFY_DONE(world.engine().liftFreeze(u"the backup was restored"_s));
        world.run(1h);
        QCOMPARE(world.stateText(id), stateWord(PayoutState::draft));
        QCOMPARE(world.transmitted(CallKind::create).size(), created);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aFreezeOverLostCommitsIsLiftedOnlyAfterTheBankWasAsked()
    {
        EngineWorld world;
        world.boot();
        (void)world.payCleanly();
        world.loseTheStore();
        world.signer.locked = true;
        world.restart();
        QVERIFY(world.frozen());
        const auto lifted = [&world] { return world.engine().liftFreeze(u"the backup was restored"_s); };
        QCOMPARE(lifted(), Result<>(fail(ErrorCode::journalUnread, u"locked"_s)));
        world.run(1h);
        QCOMPARE(lifted(), Result<>(fail(ErrorCode::journalUnread, u"locked"_s)));
        world.polling = false;
        world.signer.locked = false;
        world.run(1h);
        QCOMPARE(lifted(), Result<>(fail(ErrorCode::journalUnread, u"bank"_s)));
        QVERIFY(world.frozen());
        world.polling = true;
        world.run(15min);
        VERIFY_DONE(lifted());
        QVERIFY(!world.frozen());
    }

    /// Its first session ended cancelled, and the next one, which the restored store does not know, has paid.
    void aSessionThatWasBeingClosedOpensNoOtherAfterLostCommits()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, startUnknown);
        world.run(15min);
        world.spoil(CallKind::cancel, Fault::neverAnswered);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        world.run(30ms); // the bank has it
        COMPARE_STATE(world, id, closing);
        world.keepCopy();
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        const QByteArray first = world.attempts(id).first().sessionId.toUtf8();
        const auto created = world.transmitted(CallKind::create).size();
        world.loseCommitsSinceTheCopy();
        makeJournalOld(world);

        // The lost session is read, the first one not yet.
        world.meddling.call = [first](const OutgoingCall &call) {
            return call.body.contains(first) ? Fault::errorBeforeWork : Fault::none;
        };
        world.restart();
        world.run(1h);
        COMPARE_STATE(world, id, closing);
        VERIFY_DONE(world.engine().liftFreeze(u"the backup was restored"_s));
        world.meddling.call = {};
        world.run(2h);
        COMPARE_STATE(world, id, draft);
        QCOMPARE(world.transmitted(CallKind::create).size(), created);
        QCOMPARE(world.transfers().size(), size_t{1});

        // Sent again by a person, it goes its usual way.
        VERIFY_DONE(world.engine().sendForChecking(id, world.actsFor(id)));
        RUN_UNTIL(world, id, review);
    }

    /// Found by seeds 142, 163 and 180: the payout read cancelled by its first session, and the lost one had paid.
    void aSessionThatTheLostStoreOpenedBelongsToItsPayout()
    {
        EngineWorld world;
        const PayoutId id = payInASessionThatIsLost(world);
        world.restart();
        QVERIFY(world.frozen());
        COMPARE_STATE(world, id, confirmUnknown);
        world.run(10min);
        COMPARE_STATE(world, id, paid);
        QVERIFY(!world.alarms().contains(u"doublePay"_s));
        const auto attempts = world.attempts(id);
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts.last().sessionId.toStdString(), world.transfers().front().session);
        VERIFY_DONE(world.engine().liftFreeze(u"the backup was restored"_s));
        world.run(1h);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    /// The journal shows no content that this store has: the payout was corrected and sent in the time that is lost.
    /// The session is the payout's when the bank has told its content, and with that.
    void aLostSessionWithAnotherContentIsNotTakenForThePayouts()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = queueAndFreeze(world);
        world.keepCopy();
        VERIFY_DONE(world.engine().withdraw(id));
        const auto corrected = world.engine().saveDraft(id, EngineWorld::draft(u"260000,00"_s));
        VERIFY_DONE(corrected);
        VERIFY_DONE(world.engine().liftFreeze(u"lunch is over"_s));
        VERIFY_DONE(world.engine().sendForChecking(id, world.actsFor(id)));
        RUN_UNTIL(world, id, review);
        world.loseCommitsSinceTheCopy();
        world.polling = false;
        world.restart();
        QVERIFY(world.frozen());
        world.run(10min);
        QCOMPARE(world.attempts(id).size(), 0);
        QCOMPARE(world.begin()->openAlarmsOf(id)->size(), 1); // sent again, it may be paid twice
        world.crash();
        world.polling = true;
        world.restart();
        world.run(10min);
        COMPARE_STATE(world, id, review);
        QCOMPARE(world.payout(id).amountKopecks, std::optional<qint64>(26'000'000)); // as the bank tells it
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 0);
        VERIFY_DONE(world.engine().liftFreeze(u"the backup was restored"_s));
        COMPARE_STATE(world, id, review);
    }

    /// The bank may not have worked on the lost start yet: until the session is cancelled it may still pay (L2).
    void beforeTheBankHasSaidThatALostSessionIsOverNoOtherIsStarted()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = queueAndFreeze(world);
        auto tx = world.begin();
        VERIFY_DONE(tx->insertAttempt({.id = {u"lost"_s},
                                       .payout = id,
                                       .version = 1,
                                       .number = 1,
                                       .sessionId = u"ps_lost"_s,
                                       .standing = AttemptStanding::fenced,
                                       .openedAt = {}}));
        VERIFY_DONE(tx->commit());
        tx.reset();
        VERIFY_DONE(world.engine().liftFreeze(u"lunch is over"_s));
        world.run(1h);
        QCOMPARE(world.transmitted(CallKind::start).size(), 0);
        QCOMPARE(world.transfers().size(), size_t{0});
    }

    /// Found by seed 65: the older copy held the same cancel as not sent yet, and sent it without asking first.
    void aCancelThatTheLostStoreSentIsAskedAboutFirst()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(
            world.engine().decide(id, {.kind = DecisionKind::cancel, .openedAt = world.now(), .reason = u"wrong"_s}));
        world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        world.keepCopy();
        RUN_UNTIL(world, id, cancelUnknown);
        world.loseCommitsSinceTheCopy();
        const qsizetype before = world.transmissions().size();
        world.restart();
        QVERIFY(world.frozen());
        world.run(20min);
        COMPARE_STATE(world, id, cancelUnknown);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 1);
        QCOMPARE(callWord(world.transmissions().at(before).kind), callWord(CallKind::status));
        VERIFY_DONE(world.order(id, PersonOrder::sendCancelAgain));
        RUN_UNTIL(world, id, cancelled);
        QCOMPARE(world.sends(world.intents(id, CallKind::cancel).first().id).size(), 2);
    }

    void aTamperedAuditChainFreezes()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.crash();
        QVERIFY(world.tamper(u"DROP TRIGGER audit_no_update"_s));
        QVERIFY(world.tamper(u"UPDATE audit SET body = replace(body, 'submitted', 'Submitted') WHERE sequence = "
                             "(SELECT max(sequence) FROM audit WHERE body LIKE '%submitted%')"_s));
        world.restart();
        QVERIFY(world.frozen());
        QVERIFY(world.alarms().contains(u"auditBroken"_s));
        QCOMPARE(world.approve(id).error().detail, u"G13"_s);
        world.run(1h);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
    }

    void aFailedWriteStopsSendingButNotTheProgram_data()
    {
        QTest::addColumn<QString>("operation");
        for (const auto *operation : {"commit", "insertSend", "insertIntent", "insertAudit"})
            QTest::addRow("%s", operation) << QString::fromLatin1(operation);
    }

    void aFailedWriteStopsSendingButNotTheProgram()
    {
        QFETCH(QString, operation);
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.engine().openReview(id));
        const auto sheet = world.engine().openReview(id);
        world.run(4s);
        VERIFY_DONE(world.engine().decide(
            id, {.viewSha256 = sheet->viewSha256, .openedAt = sheet->openedAt, .ticks = sheet->requiredTicks}));
        world.writeFault.armed = operation;
        world.run(1min);
        world.writeFault.armed.clear();
        world.run(1min);
        QCOMPARE(world.told().stoppedBy, std::optional(ErrorCode::storeWriteFailed));
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
        world.crash();
        world.restart();
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aFailedJournalLetsNothingLeave()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        const auto sheet = world.engine().openReview(id);
        world.run(4s);
        world.writeFault.armed = u"journalSync"_s;
        VERIFY_DONE(world.approveWith(id, *sheet));
        world.run(1min);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
        QCOMPARE(world.told().stoppedBy, std::optional(ErrorCode::journalWriteFailed));
        world.writeFault.armed.clear();
        world.run(1min);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0); // a failed fsync is never retried
        world.crash();
        world.restart();
        COMPARE_STATE(world, id, confirmUnknown); // K2: unknown by rule
        world.attend(id);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aCommitThatFailsAfterTheAnswerIsUnknownAtRestart()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        while (world.state(id) != PayoutState::confirming)
            world.run(1ms);
        world.writeFault.armed = u"commit"_s;
        world.run(1s);
        world.writeFault.armed.clear();
        world.crash();
        world.restart();
        QVERIFY(world.intents(id, CallKind::confirm).first().status == IntentStatus::unknown);
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }
};

QTEST_GUILESS_MAIN(RestartTest)
#include "tst_restart.moc"
