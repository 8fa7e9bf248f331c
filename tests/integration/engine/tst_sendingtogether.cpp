#include "support/engineworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Many payouts at once: their calls are on the way together, and each payout's own stay in order.
class SendingTogetherTest : public QObject
{
    Q_OBJECT

private:
    static QList<PayoutId> submitMany(EngineWorld &world, int count)
    {
        QList<PayoutId> ids;
        for (int i = 0; i < count; ++i)
            ids.append(world.submit(EngineWorld::draft(u"%1,00"_s.arg(1000 + i))));
        return ids;
    }

    static int inflight(EngineWorld &world) { return static_cast<int>(world.begin()->inflightIntents()->size()); }

private Q_SLOTS:
    void callsOfDifferentPayoutsAreOnTheirWayTogether()
    {
        EngineWorld world;
        world.settings.callsAtOnce = 5;
        world.boot();
        const QList<PayoutId> ids = submitMany(world, 12);
        QCOMPARE(inflight(world), 5);
        QCOMPARE(world.transmitted(CallKind::create).size(), 5);
        for (const PayoutId &id : std::as_const(ids))
            RUN_UNTIL(world, id, review);
        for (const PayoutId &id : std::as_const(ids)) {
            QCOMPARE(world.attempts(id).size(), 1);
            for (const auto kind : {CallKind::create, CallKind::start})
                QCOMPARE(world.intents(id, kind).size(), 1);
        }
        QCOMPARE(world.transmitted(CallKind::create).size(), 12);
        QCOMPARE(world.transmitted(CallKind::start).size(), 12);
    }

    void neverTwoCallsOfOnePayoutAtOnce()
    {
        EngineWorld world;
        world.boot();
        const QList<PayoutId> ids = submitMany(world, 10);
        for (int i = 0; i < 3000; ++i) {
            world.run(1ms);
            QHash<QString, int> perPayout;
            const auto underWay = world.begin()->inflightIntents().value();
            for (const IntentRecord &intent : underWay)
                QVERIFY(++perPayout[intent.payout.text] == 1);
        }
        for (const PayoutId &id : ids)
            RUN_UNTIL(world, id, review);
    }

    void aBatchIsPaidOnceEach()
    {
        EngineWorld world;
        world.boot();
        const QList<PayoutId> ids = submitMany(world, 20);
        for (const PayoutId &id : ids)
            RUN_UNTIL(world, id, review);
        QList<ReviewSheet> sheets;
        for (const PayoutId &id : ids)
            sheets.append(world.engine().openReview(id).value());
        world.run(4s);
        for (const ReviewSheet &sheet : std::as_const(sheets))
            VERIFY_DONE(world.approveWith(sheet.payout, sheet));
        for (const PayoutId &id : ids)
            RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{20});
        QCOMPARE(world.reached(CallKind::confirm), 20);
        QCOMPARE(world.alarms(), QStringList());
    }

    void oneLostAnswerDoesNotHoldTheOthers()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::create, Fault::none);
        world.spoil(CallKind::create, Fault::none);
        world.spoil(CallKind::start, Fault::workedLate); // 30 seconds without an answer
        const QList<PayoutId> ids = submitMany(world, 4);
        world.run(10s);
        int started = 0;
        for (const PayoutId &id : ids)
            started += world.state(id) == PayoutState::review || world.state(id) == PayoutState::waitBank ? 1 : 0;
        QCOMPARE(started, 3);
        world.run(5min);
        for (const PayoutId &id : ids)
            QCOMPARE(world.attempts(id).size(), 1);
    }

    void anUnreachableBankIsTriedWithOneCallAtATime()
    {
        EngineWorld world;
        world.boot();
        for (int i = 0; i < 12; ++i)
            world.spoil(CallKind::create, Fault::notSent);
        (void)submitMany(world, 20);
        world.run(30s);
        QVERIFY2(world.transmitted(CallKind::create).size() <= 16,
                 qPrintable(QString::number(world.transmitted(CallKind::create).size())));
        world.run(20min);
        QCOMPARE(world.reached(CallKind::create), 20);
    }

    void aFreezeStopsWhatIsBeingSigned()
    {
        EngineWorld world;
        world.boot();
        const PayoutId toConfirm = world.submitToReview();
        const auto sheet = world.engine().openReview(toConfirm);
        world.run(4s);
        world.signingTime = 50ms;
        VERIFY_DONE(world.approveWith(toConfirm, *sheet));
        while (world.state(toConfirm) != PayoutState::confirming)
            world.run(1ms);
        VERIFY_DONE(world.engine().freeze(u"wait"_s));
        world.run(1min);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
        COMPARE_STATE(world, toConfirm, review);
        QCOMPARE(world.intents(toConfirm, CallKind::confirm).first().status, IntentStatus::voided);
        VERIFY_DONE(world.engine().liftFreeze(u"go on"_s));
        VERIFY_DONE(world.approve(toConfirm));
        RUN_UNTIL(world, toConfirm, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aKeyThatIsLockedMeanwhileSendsNothing()
    {
        EngineWorld world;
        world.boot();
        world.signingTime = 50ms;
        const PayoutId id = world.submit();
        COMPARE_STATE(world, id, creating);
        world.signer.locked = true;
        world.run(1min);
        COMPARE_STATE(world, id, queued);
        QCOMPARE(world.transmitted(CallKind::create).size(), 0);
        world.signer.locked = false;
        RUN_UNTIL(world, id, review);
        QCOMPARE(world.attempts(id).size(), 1);
    }

    void aDeathWithManyCallsInFlightLosesAndDoublesNothing()
    {
        EngineWorld world;
        world.boot();
        const QList<PayoutId> ids = submitMany(world, 8);
        for (const PayoutId &id : ids)
            RUN_UNTIL(world, id, review);
        QList<ReviewSheet> sheets;
        for (const PayoutId &id : ids)
            sheets.append(world.engine().openReview(id).value());
        world.run(4s);
        for (const ReviewSheet &sheet : std::as_const(sheets))
            VERIFY_DONE(world.approveWith(sheet.payout, sheet));
        while (inflight(world) < 4)
            world.run(1ms);
        world.crash();
        world.run(10s);
        world.restart();
        for (const PayoutId &id : ids)
            world.attend(id);
        QCOMPARE(world.transfers().size(), size_t{8});
        for (const PayoutId &id : ids)
            COMPARE_STATE(world, id, paid);
    }
};

QTEST_GUILESS_MAIN(SendingTogetherTest)
#include "tst_sendingtogether.moc"
