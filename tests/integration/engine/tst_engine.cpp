#include "support/engineworld.h"

using namespace countersign;
using namespace countersign::test;

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanPayoutIsPaidOnce_data()
    {
        QTest::addColumn<bool>("webhooks");
        QTest::addColumn<bool>("polling");
        QTest::addRow("by polling only") << false << true;
        QTest::addRow("by both") << true << true;
    }
    void aCleanPayoutIsPaidOnce()
    {
        QFETCH(bool, webhooks);
        QFETCH(bool, polling);
        EngineWorld world;
        world.webhooks = webhooks;
        world.polling = polling;
        world.boot();
        const PayoutId id = world.submitToReview();
        QCOMPARE(world.reached(CallKind::confirm), 0);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
        QVERIFY(!world.frozen());
        QCOMPARE(world.alarms(), QStringList());
    }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
