#include "support/engineworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// F4: the computer's clock jumps, and the engine goes on reading and sending at its pace, neither stopping nor
/// spinning.
class EngineClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClockSetBackDoesNotStopTheReading()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, waitBank);
        world.setClockError(-26h);
        RUN_UNTIL(world, id, review);
        const int before = world.reached(CallKind::status);
        world.setClockError(-52h);
        world.run(20min);
        QVERIFY(world.reached(CallKind::status) >= before + 3);
    }

    void aClockSetBackDoesNotStopTheSending_data()
    {
        QTest::addColumn<bool>("orderedBefore");
        QTest::addRow("a cancel ordered before the jump") << true;
        QTest::addRow("a cancel ordered after it") << false;
    }

    void aClockSetBackDoesNotStopTheSending()
    {
        QFETCH(bool, orderedBefore);
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.spoil(CallKind::cancel, Fault::notSent);
        VERIFY_DONE(world.cancel(id));
        world.run(100ms);
        COMPARE_STATE(world, id, review); // and the next call waits its second
        if (orderedBefore) VERIFY_DONE(world.cancel(id));
        world.setClockError(-26h);
        if (!orderedBefore) VERIFY_DONE(world.cancel(id));
        RUN_UNTIL(world, id, cancelled);
    }

    /// Found by seed 1372: readings from before the call, under a clock that was ahead, settled what came of it (L5).
    void aClockSetBackDoesNotMakeOldReadingsNew_data()
    {
        QTest::addColumn<milliseconds>("ahead");
        QTest::addColumn<milliseconds>("afterwards");
        QTest::addRow("ahead, and set right") << milliseconds{49h} << milliseconds{0};
        QTest::addRow("right, and set back") << milliseconds{0} << milliseconds{-26h};
        QTest::addRow("never touched") << milliseconds{0} << milliseconds{0};
    }

    void aClockSetBackDoesNotMakeOldReadingsNew()
    {
        QFETCH(milliseconds, ahead);
        QFETCH(milliseconds, afterwards);
        EngineWorld world;
        world.boot();
        world.setClockError(ahead);
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, startUnknown);
        world.run(20min);
        world.spoil(CallKind::cancel, Fault::answerLost);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        COMPARE_STATE(world, id, closing);
        world.crash(); // the bank has the cancel
        world.setClockError(afterwards);
        world.polling = false;
        world.restart();
        QVERIFY(!world.order(id, PersonOrder::sendCancelAgain));
        world.run(1h);
        QVERIFY(!world.order(id, PersonOrder::sendCancelAgain));
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 1);
    }

    void waitingDoesNotSpin_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::addColumn<QString>("broken");
        QTest::addRow("for the bank") << false << QString();
        QTest::addRow("for the key") << true << QString();
        QTest::addRow("for a restart after a failed write") << false << u"commit"_s;
    }

    void waitingDoesNotSpin()
    {
        QFETCH(bool, locked);
        QFETCH(QString, broken);
        EngineWorld world;
        world.boot();
        const PayoutId first = world.submitToReview();
        const PayoutId second = world.submit();
        world.spoil(CallKind::status, Fault::workedLate); // the answer takes its 30 seconds
        world.spoil(CallKind::create, Fault::notSent);
        world.run(1s);
        QVERIFY(world.engine().askNow(first).has_value());
        QVERIFY(world.engine().askNow(second).has_value() || world.state(second) == PayoutState::queued);
        world.signer.locked = locked;
        world.writeFault.armed = broken;
        const int before = world.ticks();
        world.run(20s);
        QVERIFY2(world.ticks() - before < 100, qPrintable(QString::number(world.ticks() - before)));
    }
};

QTEST_GUILESS_MAIN(EngineClockTest)
#include "tst_engineclock.moc"
