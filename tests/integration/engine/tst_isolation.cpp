#include "support/engineworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// What is wrong with one payout or one message stays with it: the others go on, and a person is told.
class IsolationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDamagedInstructionDoesNotHoldTheOthers()
    {
        EngineWorld world;
        world.settings.hoursFrom = QTime(11, 0); // it is ten: they wait
        world.settings.hoursTo = QTime(20, 0);
        world.boot();
        const PayoutId damaged = world.submit();
        const PayoutId good = world.submit();
        QVERIFY(world.tamper(u"DROP TRIGGER instruction_no_update"_s));
        QVERIFY(world.tamper(u"UPDATE instruction SET content = x'7b7d' WHERE payout = '%1'"_s.arg(damaged.text)));
        world.run(61min, 10s);
        RUN_UNTIL(world, good, review);
        COMPARE_STATE(world, damaged, queued);
        QCOMPARE(world.alarms(), QStringList{u"unexpected"_s});
        QCOMPARE(world.attempts(damaged).size(), 0);
        QVERIFY(!world.frozen());
        VERIFY_DONE(world.engine().withdraw(damaged));
    }

    void anAnswerThatCannotBeStoredIsUnknownAndTheOthersGoOn()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::none);
        const PayoutId odd = world.submit();
        QVERIFY(world.tamper(u"CREATE TRIGGER odd BEFORE UPDATE ON attempt WHEN NEW.payout = '%1' AND NEW.session_id "
                             "IS NOT NULL BEGIN SELECT RAISE(ABORT, 'odd'); END"_s.arg(odd.text)));
        const PayoutId good = world.submit();
        RUN_UNTIL(world, good, review);
        QVERIFY(world.runUntil(odd, PayoutState::hold, 10min)); // three creates in an hour, then a person looks
        QCOMPARE(world.payout(odd).reasonCode, u"createdThreeTimes"_s);
        QVERIFY(world.begin()->inflightIntents()->isEmpty());
        for (const AttemptRecord &attempt : world.attempts(odd))
            QCOMPARE(attempt.standing, AttemptStanding::orphan);
        VERIFY_DONE(world.approve(good));
        RUN_UNTIL(world, good, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
        VERIFY_DONE(world.order(odd, PersonOrder::acceptObservation));
        COMPARE_STATE(world, odd, draft);
        QCOMPARE(world.payout(odd).reasonCode, QString());
    }

    void aCallOfWhichNothingCanBeStoredDoesNotHoldTheOthers()
    {
        EngineWorld world;
        world.boot();
        const PayoutId odd = world.submit();
        QVERIFY(world.tamper(u"CREATE TRIGGER odd BEFORE UPDATE ON send WHEN NEW.intent IN (SELECT id FROM intent "
                             "WHERE payout = '%1') BEGIN SELECT RAISE(ABORT, 'odd'); END"_s.arg(odd.text)));
        world.run(1min);
        COMPARE_STATE(world, odd, creating);
        QCOMPARE(world.alarms(), QStringList{u"unexpected"_s});
        world.spoil(CallKind::create, Fault::notSent); // while the bank can't be reached, one call at a time is tried
        const PayoutId good = world.submit();
        RUN_UNTIL(world, good, review);
    }

    void aMessageThatCannotBeProcessedDoesNotHoldTheOthers()
    {
        EngineWorld world;
        world.webhooks = true;
        world.polling = false;
        world.boot();
        QVERIFY(world.tamper(u"CREATE TRIGGER odd BEFORE UPDATE ON inbox WHEN NEW.note = 'unknownSession' "
                             "BEGIN SELECT RAISE(ABORT, 'odd'); END"_s));
        const QByteArray odd = EngineWorld::readyMessage(u"ps_of_nobody"_s, 1);
        QCOMPARE(world.deliver(odd, EngineWorld::bankSignature(odd)), InboxVerdict::stored);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, review);
        QVERIFY(world.alarms().contains(u"unreadable"_s));
        QVERIFY(world.begin()->unprocessedInbox(10)->isEmpty());
    }

    void aReadingThatCannotBeStoredIsTold()
    {
        EngineWorld world;
        world.boot();
        const PayoutId odd = world.submitToReview();
        const PayoutId good = world.submitToReview();
        QVERIFY(world.tamper(u"CREATE TRIGGER odd BEFORE INSERT ON observation WHEN NEW.session_id = '%1' "
                             "BEGIN SELECT RAISE(ABORT, 'odd'); END"_s.arg(world.attempts(odd).first().sessionId)));
        VERIFY_DONE(world.engine().askNow(odd));
        VERIFY_DONE(world.approve(good));
        RUN_UNTIL(world, good, paid);
        QCOMPARE(world.alarms(), QStringList{u"unreadable"_s});
    }
};

QTEST_GUILESS_MAIN(IsolationTest)
#include "tst_isolation.moc"
