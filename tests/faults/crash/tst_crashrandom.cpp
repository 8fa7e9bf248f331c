#include "faults/crash/crashworld.h"

#include <QRandomGenerator>
#include <QTest>

using namespace countersign;
using namespace countersign::faults;
using namespace Qt::StringLiterals;

/// A desk that is killed again and again, at any time and at any operation on its store and journal.
/// COUNTERSIGN_CRASHES: how many deaths; COUNTERSIGN_CRASH_SEED: which ones.
class CrashRandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPayoutIsPaidOnceHoweverOftenItsDeskDies()
    {
        const int wanted = qEnvironmentVariable("COUNTERSIGN_CRASHES", u"100"_s).toInt();
        const quint32 seed = qEnvironmentVariable("COUNTERSIGN_CRASH_SEED", u"1"_s).toUInt();
        QRandomGenerator random(seed);
        int deaths = 0;
        int worlds = 0;
        while (deaths < wanted) {
            CrashWorld world(m_keys);
            world.payouts = 3;
            world.cancelled = 1;
            QCOMPARE(world.openStore(), CrashWorld::Ending::finished); // deaths before that: K13
            ++worlds;
            int here = 0;
            while (here < deathsInOneWorld && dies(world, random)) {
                ++here;
                QCOMPARE(world.violations(false), QString());
            }
            deaths += here;
            const auto ending = world.live();
            const QString where = u"seed %1, world %2, after %3 deaths: %4"_s.arg(
                QString::number(seed), QString::number(worlds), QString::number(here), world.lastWords());
            QVERIFY2(ending == CrashWorld::Ending::finished, qPrintable(where));
            QCOMPARE(world.violations(true), QString());
            QCOMPARE(world.bank().ledger("transfer"_L1).size(), world.payouts - world.cancelled);
        }
        std::printf("deaths: %d worlds: %d violations: 0\n", deaths, worlds);
    }

private:
    static constexpr int deathsInOneWorld = 10;

    /// False: it came to its end before.
    static bool dies(CrashWorld &world, QRandomGenerator &random)
    {
        const bool byTheClock = random.bounded(2) == 0;
        const auto ending = byTheClock ? world.liveFor(std::chrono::milliseconds{random.bounded(30, 600)})
                                       : world.live(u"operation@%1"_s.arg(random.bounded(10, 500)));
        if (ending != CrashWorld::Ending::killed && ending != CrashWorld::Ending::finished) {
            qFatal("the desk ended by itself: %s", qPrintable(world.lastWords()));
        }
        return ending == CrashWorld::Ending::killed;
    }

    const CrashKeys m_keys;
};

QTEST_GUILESS_MAIN(CrashRandomTest)
#include "tst_crashrandom.moc"
