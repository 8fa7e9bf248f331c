#include "webhooks/descriptorplan.h"

#include <QtTest>

#include <limits>

using namespace countersign;

class TestDescriptorPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsDescriptorsForTheRest_data();
    void keepsDescriptorsForTheRest();
    void makesRoomInThisProcess();
};

void TestDescriptorPlan::keepsDescriptorsForTheRest_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<quint64>("soft");
    QTest::addColumn<quint64>("hard");
    QTest::addColumn<quint64>("asked");
    QTest::addColumn<int>("connections");
    constexpr quint64 unlimited = std::numeric_limits<quint64>::max();
    QTest::addRow("usual desktop") << 1300 << quint64(1024) << quint64(524'288) << quint64(1556) << 1300;
    QTest::addRow("limit that cannot be raised") << 1300 << quint64(1024) << quint64(1024) << quint64(1024) << 768;
    QTest::addRow("limit that can be raised a little")
        << 1300 << quint64(1024) << quint64(1200) << quint64(1200) << 944;
    QTest::addRow("already enough") << 100 << quint64(1024) << quint64(4096) << quint64(1024) << 100;
    QTest::addRow("no limit") << 1300 << unlimited << unlimited << unlimited << 1300;
    QTest::addRow("very few") << 1300 << quint64(64) << quint64(64) << quint64(64) << 32;
    QTest::addRow("none") << 1300 << quint64(0) << quint64(0) << quint64(0) << 0;
    QTest::addRow("nonsense wanted") << -1 << quint64(1024) << quint64(1024) << quint64(1024) << 0;
}

void TestDescriptorPlan::keepsDescriptorsForTheRest()
{
    QFETCH(int, wanted);
    QFETCH(quint64, soft);
    QFETCH(quint64, hard);
    const DescriptorPlan plan = planDescriptors(wanted, soft, hard);
    QTEST(quint64(plan.softLimit), "asked");
    QTEST(plan.connections, "connections");
}

void TestDescriptorPlan::makesRoomInThisProcess()
{
    QCOMPARE(makeRoomForConnections(1), 1);
    const int room = makeRoomForConnections(1300);
    QVERIFY(room > 0 && room <= 1300);
    QCOMPARE(makeRoomForConnections(1300), room);
}

QTEST_GUILESS_MAIN(TestDescriptorPlan)
#include "tst_descriptorplan.moc"
