#include "support/engineworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Section 7: messages of the bank, in any order, number and age.
class MessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheBankDidNotSignIsNotStored()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        QByteArray paid = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 1);
        paid.replace("\"pending\"", "\"succeeded\"").replace("in_progress", "accepted");
        for (const QByteArray &signature :
             {QByteArray(), QByteArray("AAAA"), EngineWorld::bankSignature(paid + ' '), quickSignature("desk", paid)}) {
            QCOMPARE(world.deliver(paid, signature), InboxVerdict::badSignature);
        }
        QVERIFY(world.begin()->unprocessedInbox(10)->isEmpty());
        COMPARE_STATE(world, id, review);
        QVERIFY(!world.frozen());
    }

    void aRepeatIsAnsweredAndChangesNothing()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        const QByteArray ready = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 1);
        QCOMPARE(world.deliver(ready, EngineWorld::bankSignature(ready)), InboxVerdict::stored);
        const PayoutRecord before = world.payout(id);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(world.deliver(ready, EngineWorld::bankSignature(ready)), InboxVerdict::repeated);
        QCOMPARE(world.payout(id).state, before.state);
        QVERIFY(world.payout(id).changedAt == before.changedAt);
    }

    void everyOrderAndNumberOfWebhooksPaysOnce_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addRow("ten copies") << QByteArray(R"({"webhooks":{"copies":10}})");
        QTest::addRow("none") << QByteArray(R"({"webhooks":{"copies":0}})");
        QTest::addRow("reversed") << QByteArray(R"({"webhooks":{"order":"reversed"}})");
        QTest::addRow("an hour late") << QByteArray(R"({"webhooks":{"delay_seconds":3600}})");
        QTest::addRow("replayed for days") << QByteArray(R"({"webhooks":{"replay_days":[1,3,9]}})");
        QTest::addRow("new names") << QByteArray(R"({"webhooks":{"names":"v2"}})");
        QTest::addRow("with forged ones") << QByteArray(R"({"webhooks":{"forge":"damaged"}})");
    }

    void everyOrderAndNumberOfWebhooksPaysOnce()
    {
        QFETCH(QByteArray, rule);
        EngineWorld world;
        world.webhooks = true;
        world.boot();
        world.rule(rule.constData());
        const PayoutId id = world.payCleanly();
        world.runDays(1);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
        QCOMPARE(world.reached(CallKind::confirm), 1);
        QVERIFY(!world.frozen());
        QCOMPARE(world.alarms(), QStringList());
    }

    void anOldAnswerThatWasUnderWayForLongDoesNotComeBack()
    {
        EngineWorld world;
        world.webhooks = true;
        world.boot();
        world.rule(R"({"change_confirm_information":{"after_seconds":60,"recipient":{"bank_name":"OTHER BANK"}}})");
        world.holdWebhooks();
        const PayoutId id = world.submitToReview(); // the first answer, by status
        world.run(10min);                           // the second, by status
        const QString session = world.attempts(id).first().sessionId;
        const auto current = [&] { return world.begin()->latestConfirmInfo(session).value()->bytesSha256; };
        const QByteArray second = current();
        const QByteArray late = world.webhookBodies().first();
        QCOMPARE(world.deliver(late, EngineWorld::bankSignature(late)), InboxVerdict::stored);
        QCOMPARE(current(), second);
        world.releaseWebhooks();
        world.run(1s);
        QCOMPARE(current(), second);
        COMPARE_STATE(world, id, review);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(QByteArray::fromStdString(world.transfers().front().decisionSha), second);
    }

    void anUnknownSessionIsKeptAndAlarmsAfterFiveMinutes()
    {
        EngineWorld world;
        world.boot();
        const QByteArray ready = EngineWorld::readyMessage(u"ps_of_somebody_else"_s, 1);
        QCOMPARE(world.deliver(ready, EngineWorld::bankSignature(ready)), InboxVerdict::stored);
        world.run(4min);
        QCOMPARE(world.alarms(), QStringList());
        QCOMPARE(world.begin()->unmatchedInbox()->size(), 1);
        world.run(3min);
        QCOMPARE(world.alarms(), QStringList{u"unmatched"_s});
        world.run(1h);
        QCOMPARE(world.alarms(), QStringList{u"unmatched"_s});
        QCOMPARE(world.reached(CallKind::confirm), 0);
        QCOMPARE(world.reached(CallKind::cancel), 0);
    }

    void aWebhookBeforeTheAnswerOfCreateIsMatchedLater()
    {
        EngineWorld world;
        world.boot();
        const QByteArray early = EngineWorld::readyMessage(u"ps_1"_s, 0);
        QCOMPARE(world.deliver(early, EngineWorld::bankSignature(early)), InboxVerdict::stored);
        const PayoutId id = world.payCleanly();
        COMPARE_STATE(world, id, paid);
    }

    void anUnreadableSignedMessageIsQuarantinedAndAlarms()
    {
        EngineWorld world;
        world.boot();
        for (const QByteArray &body : {QByteArray("not json"), QByteArray(R"({"type":"x","type":"y"})")})
            QCOMPARE(world.deliver(body, EngineWorld::bankSignature(body)), InboxVerdict::stored);
        QCOMPARE(world.alarms(), (QStringList{u"unreadable"_s, u"unreadable"_s}));
        QVERIFY(world.begin()->unprocessedInbox(10)->isEmpty());
        (void)world.payCleanly(); // what follows is not held up
    }

    void moreMessagesThanOneBatchAreAllProcessed()
    {
        EngineWorld world;
        world.boot();
        QList<Inbox::Delivery> deliveries;
        for (int i = 0; i < 250; ++i) {
            const QByteArray body = EngineWorld::readyMessage(u"ps_other_%1"_s.arg(i), 1);
            deliveries.append({{.body = body, .signature = EngineWorld::bankSignature(body)}, [](InboxVerdict) {}});
        }
        world.engine().accept(deliveries);
        world.run(1min);
        QVERIFY(world.begin()->unprocessedInbox(1)->isEmpty());
        QCOMPARE(world.begin()->unmatchedInbox()->size(), 250);
    }

    void aSignedMessageIsNeverCalledBadlySignedByABrokenStore()
    {
        EngineWorld world;
        world.boot();
        const QByteArray ready = EngineWorld::readyMessage(u"ps_x"_s, 1);
        world.writeFault.armed = u"commit"_s;
        QCOMPARE(world.deliver(ready, EngineWorld::bankSignature(ready)), InboxVerdict::notStored);
        QCOMPARE(world.deliver(ready, EngineWorld::bankSignature(ready)), InboxVerdict::notStored); // it stays stopped
        QCOMPARE(world.deliver(ready, "AAAA"), InboxVerdict::badSignature);
    }

    void aMessageStoredBeforeADeathIsProcessedAfterIt()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.payCleanly();
        QByteArray returned = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 1);
        returned.replace("\"status\":\"pending\"",
                         "\"status\":\"succeeded\",\"refunds\":[{\"id\":\"r\",\"status\":\"accepted\"}]");
        returned.replace("in_progress", "accepted");
        world.engine().accept({{{.body = returned, .signature = EngineWorld::bankSignature(returned)},
                                [](InboxVerdict verdict) { QCOMPARE(verdict, InboxVerdict::stored); }}});
        world.crash(); // K9
        world.restart();
        COMPARE_STATE(world, id, returned);
    }

    void anAnswerThatComesAfterTenMinutesIsReviewedAsAnyOther_data()
    {
        QTest::addColumn<bool>("cancelTried");
        QTest::addRow("waited for") << false;
        QTest::addRow("after a cancel that did not leave") << true;
    }

    void anAnswerThatComesAfterTenMinutesIsReviewedAsAnyOther()
    {
        QFETCH(bool, cancelTried);
        EngineWorld world;
        world.webhooks = true;
        world.boot();
        world.rule(R"({"confirm_information":"webhook","webhooks":{"delay_seconds":2400}})");
        const PayoutId id = world.submit();
        world.run(15min);
        COMPARE_STATE(world, id, hold);
        QCOMPARE(world.payout(id).reasonCode, u"confirmInfoMissing"_s);
        if (cancelTried) {
            world.spoil(CallKind::cancel, Fault::notSent);
            VERIFY_DONE(world.order(id, PersonOrder::cancelAtBank));
            RUN_UNTIL(world, id, hold);
            QCOMPARE(world.payout(id).reasonCode, u"confirmInfoMissing"_s);
        }
        QVERIFY(!world.order(id, PersonOrder::acceptObservation)); // there is nothing to review yet
        world.run(40min);
        COMPARE_STATE(world, id, hold);
        VERIFY_DONE(world.order(id, PersonOrder::acceptObservation));
        COMPARE_STATE(world, id, review);
        world.attend(id);
        COMPARE_STATE(world, id, paid);
    }
};

QTEST_GUILESS_MAIN(MessagesTest)
#include "tst_messages.moc"
