#include "support/engineworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// L8, L14: what must never happen is seen, said, and stops everything but cancel and status.
class AlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPayoutPaidWithoutOurConfirmFreezes()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"paid-without-confirm"})");
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, paid);
        QVERIFY(world.frozen());
        QCOMPARE(world.alarms(), QStringList{u"unconfirmed"_s});
        QCOMPARE(world.reached(CallKind::confirm), 0);
    }

    void aPayoutConfirmedBySomebodyElseFreezes()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"execute_without_confirm":{"when":"ready","after_seconds":60}})");
        const PayoutId id = world.submitToReview();
        RUN_UNTIL(world, id, paid);
        QVERIFY(world.frozen());
        QCOMPARE(world.alarms(), QStringList{u"foreign"_s});
    }

    void frozenNothingNewLeavesButCancelAndStatusDo()
    {
        EngineWorld world;
        world.boot();
        const PayoutId toConfirm = world.submitToReview();
        const PayoutId toCancel = world.submitToReview();
        const PayoutId waiting = world.submit(); // its session is about to be opened
        VERIFY_DONE(world.engine().freeze(u"something is wrong"_s));
        const int creates = world.reached(CallKind::create);
        const auto draft = world.engine().saveDraft({}, EngineWorld::draft());
        QCOMPARE(world.engine().sendForChecking(*draft).error().code, ErrorCode::frozen);
        QCOMPARE(world.approve(toConfirm).error().detail, u"G13"_s);
        VERIFY_DONE(world.cancel(toCancel));
        const int readings = world.reached(CallKind::status);
        RUN_UNTIL(world, toCancel, cancelled);
        world.run(20min);
        QVERIFY(world.reached(CallKind::status) > readings);
        QCOMPARE(world.reached(CallKind::confirm), 0);
        QVERIFY(world.reached(CallKind::create) <= creates + 1); // the one that was on its way
        QCOMPARE(world.reached(CallKind::start), 2);
        QCOMPARE(world.engine().liftFreeze(u" "_s).error().code, ErrorCode::reasonNeeded);
        VERIFY_DONE(world.engine().liftFreeze(u"understood"_s));
        RUN_UNTIL(world, waiting, review);
        VERIFY_DONE(world.approve(toConfirm));
        RUN_UNTIL(world, toConfirm, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aFreezeAfterTheApprovalStopsTheConfirm()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.polling = false;
        world.run(2min);
        VERIFY_DONE(world.approve(id));
        COMPARE_STATE(world, id, approved);
        VERIFY_DONE(world.engine().freeze(u"wait"_s));
        world.polling = true;
        world.run(2min);
        COMPARE_STATE(world, id, review);
        QCOMPARE(world.payout(id).reasonCode, u"G13"_s);
        QCOMPARE(world.reached(CallKind::confirm), 0);
    }

    void twoPayoutsInOneSessionAreHeldAndNeverConfirmed()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"two-payouts"})");
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, hold);
        QVERIFY(world.frozen());
        QCOMPARE(world.alarms(), QStringList{u"doubleSession"_s});
        QVERIFY(!world.approve(id));
        QCOMPARE(world.reached(CallKind::confirm), 0);
    }

    /// What the bank says afterwards may be an older message that was late (L8, L11).
    void aSessionThatOnceHeldTwoPayoutsIsHeldAlsoWhenItsCancelDidNotLeave()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        const QByteArray two = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 2);
        QCOMPARE(world.deliver(two, EngineWorld::bankSignature(two)), InboxVerdict::stored);
        COMPARE_STATE(world, id, hold);
        world.spoil(CallKind::cancel, Fault::notSent);
        VERIFY_DONE(world.order(id, PersonOrder::cancelAtBank));
        RUN_UNTIL(world, id, hold);
        VERIFY_DONE(world.engine().liftFreeze(u"one payout, says the bank"_s));
        world.run(10min); // readings of one payout
        COMPARE_STATE(world, id, hold);
        QVERIFY(!world.approve(id));
        QCOMPARE(world.reached(CallKind::confirm), 0);
        VERIFY_DONE(world.order(id, PersonOrder::cancelAtBank));
        RUN_UNTIL(world, id, cancelled);
    }

    void aLiftedFreezeIsNotUndoneByTheNextReading()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"two-payouts","times":1})");
        const PayoutId held = world.submit();
        RUN_UNTIL(world, held, hold);
        VERIFY_DONE(world.engine().liftFreeze(u"one session only; the others may go on"_s));
        world.run(30min);
        QVERIFY(!world.frozen());
        const PayoutId other = world.payCleanly();
        COMPARE_STATE(world, other, paid);
        COMPARE_STATE(world, held, hold);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aGivenUpSessionThatPaysIsHeldAndNotSentAgain()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        world.run(15min);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, review);
        const QString first = world.attempts(id).first().sessionId;
        QByteArray paid = EngineWorld::readyMessage(first, 1);
        paid.replace("\"pending\"", "\"succeeded\"").replace("in_progress", "accepted");
        QCOMPARE(world.deliver(paid, EngineWorld::bankSignature(paid)), InboxVerdict::stored);
        COMPARE_STATE(world, id, hold);
        QVERIFY(world.frozen());
        QVERIFY(world.alarms().contains(u"doublePay"_s));
        VERIFY_DONE(world.engine().liftFreeze(u"understood"_s));
        world.run(10min);
        QCOMPARE(world.reached(CallKind::confirm), 0);
    }

    void aGivenUpSessionThatPaysCannotBecomeADraftAgain()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        world.run(15min);
        for (int i = 0; i < 9; ++i)
            world.spoil(CallKind::create, Fault::notSent);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, queued);
        // Before the new attempt has started anything, the old session turns out to have paid.
        const QString first = world.attempts(id).first().sessionId;
        QByteArray paid = EngineWorld::readyMessage(first, 1);
        paid.replace("\"pending\"", "\"succeeded\"").replace("in_progress", "accepted");
        QCOMPARE(world.deliver(paid, EngineWorld::bankSignature(paid)), InboxVerdict::stored);
        world.run(1s);
        COMPARE_STATE(world, id, hold);
        VERIFY_DONE(world.order(id, PersonOrder::acceptObservation)); // what the bank says is that it was paid
        COMPARE_STATE(world, id, paid);
        VERIFY_DONE(world.engine().liftFreeze(u"understood"_s));
        world.run(1h);
        QCOMPARE(world.reached(CallKind::create), 1);
    }

    /// Holds a payout whose first session was reported cancelled, then paid, while a second one waits for review.
    static void holdPaidTwice(EngineWorld &world, PayoutId &id)
    {
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        id = world.submit();
        world.run(15min);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, review);
        QByteArray paid = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 1);
        paid.replace("\"pending\"", "\"succeeded\"").replace("in_progress", "accepted");
        QCOMPARE(world.deliver(paid, EngineWorld::bankSignature(paid)), InboxVerdict::stored);
        COMPARE_STATE(world, id, hold);
        VERIFY_DONE(world.engine().liftFreeze(u"understood"_s));
    }

    void aGivenUpSessionThatPaidKeepsItsPayoutFromBeingConfirmed()
    {
        EngineWorld world;
        world.boot();
        PayoutId id;
        holdPaidTwice(world, id);
        QVERIFY(!world.order(id, PersonOrder::acceptObservation)); // "ready" is true of the second session only
        (void)world.approve(id);
        world.run(10min);
        COMPARE_STATE(world, id, hold);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
    }

    void aGivenUpSessionThatPaidIsWhatRemainsWhenTheOtherIsCancelled()
    {
        EngineWorld world;
        world.boot();
        PayoutId id;
        holdPaidTwice(world, id);
        VERIFY_DONE(world.order(id, PersonOrder::cancelAtBank));
        world.run(1min);
        COMPARE_STATE(world, id, hold); // not "cancelled, nothing was paid"
        world.run(15min);
        QVERIFY(!world.engine().payAgain(id));
        VERIFY_DONE(world.order(id, PersonOrder::acceptObservation));
        COMPARE_STATE(world, id, paid);
        QVERIFY(!world.engine().payAgain(id));
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
    }

    void twoPayoutsInAGivenUpSessionAreHeld()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        world.run(15min);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, review);
        const QByteArray two = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 2);
        QCOMPARE(world.deliver(two, EngineWorld::bankSignature(two)), InboxVerdict::stored);
        COMPARE_STATE(world, id, hold);
        QVERIFY(world.frozen());
    }

    void aPaymentThatOvertakesAConfirmThatNeverLeftIsNotOurs()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::notSent);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        COMPARE_STATE(world, id, confirming);
        QByteArray paid = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 1);
        paid.replace("\"pending\"", "\"succeeded\"").replace("in_progress", "accepted");
        QCOMPARE(world.deliver(paid, EngineWorld::bankSignature(paid)), InboxVerdict::stored);
        COMPARE_STATE(world, id, paid);
        world.run(1s);
        QVERIFY(world.frozen());
        QVERIFY(world.alarms().contains(u"foreign"_s));
    }

    void aGivenUpSessionThatBecomesReadyIsCancelled()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"refuse_start":{"code":"invalid_request","http":400},"times":1})");
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, hold);
        const QString session = world.attempts(id).first().sessionId;
        const QByteArray ready = EngineWorld::readyMessage(session, 1);
        QCOMPARE(world.deliver(ready, EngineWorld::bankSignature(ready)), InboxVerdict::stored);
        world.run(1s);
        QCOMPARE(world.alarms(), QStringList{u"fenced"_s});
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 1);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
    }

    void aPaidSessionThatClaimsToBeCancelledIsAContradiction()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.payCleanly();
        QByteArray message = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 1);
        message.replace("\"pending\"", "\"failed\"").replace("in_progress", "cancelled");
        QCOMPARE(world.deliver(message, EngineWorld::bankSignature(message)), InboxVerdict::stored);
        COMPARE_STATE(world, id, hold);
        QVERIFY(world.frozen());
        QVERIFY(world.alarms().contains(u"contradiction"_s));
        // What a person has lifted, the next readings of the same session do not freeze again.
        VERIFY_DONE(world.engine().liftFreeze(u"the bank looks into it; the others may go on"_s));
        world.run(1h);
        QVERIFY(!world.frozen());
        COMPARE_STATE(world, id, hold);
    }

    void aLongExecutionIsToldAfterHoursAndAgainAfterBankingDays()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"execute_seconds":1000000})");
        const PayoutId id = world.submitToReview(); // a Monday
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, executing);
        const auto details = [&world] {
            QStringList texts;
            const auto open = world.begin()->openAlarms().value();
            for (const AlarmRecord &alarm : open)
                texts.append(alarm.detail);
            return texts;
        };
        world.run(119min, 1min);
        QCOMPARE(details(), QStringList());
        world.run(3min, 1min);
        QCOMPARE(details(), QStringList{u"executingForHours"_s});
        world.run(48h, 5min);
        QCOMPARE(details(), QStringList{u"executingForHours"_s});
        world.run(24h, 5min); // Thursday
        QCOMPARE(details(), (QStringList{u"executingForHours"_s, u"executingForDays"_s}));
        COMPARE_STATE(world, id, executing);
    }

    void aSessionThatIsNotEmptyIsNotStarted()
    {
        EngineWorld world;
        world.settings.hoursFrom = QTime(0, 0);
        world.settings.hoursTo = QTime(23, 59, 59);
        world.boot();
        world.spoil(CallKind::start, Fault::notSent);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, open);
        const QByteArray ready = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 1);
        QCOMPARE(world.deliver(ready, EngineWorld::bankSignature(ready)), InboxVerdict::stored);
        world.run(2min);
        QCOMPARE(world.reached(CallKind::start), 0); // a second payout in one session is how money leaves twice (F2)
        QVERIFY(world.alarms().contains(u"unexpected"_s));
        VERIFY_DONE(world.engine().withdraw(id));
    }
};

QTEST_GUILESS_MAIN(AlarmsTest)
#include "tst_alarms.moc"
