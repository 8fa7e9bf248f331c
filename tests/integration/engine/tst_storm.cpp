#include "support/engineworld.h"

#include <random>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Everything goes wrong at once, by seeds that repeat exactly. The bank's ledger is the judge: paid at most once, and
/// what the desk says in the end is what the bank did.
class StormTest : public QObject
{
    Q_OBJECT

private:
    using Random = std::mt19937;
    static bool chance(Random &random, unsigned percent) { return random() % 100 < percent; }

    static void spoilCalls(EngineWorld &world, Random &random)
    {
        static constexpr std::array faults{Fault::notSent,    Fault::closedBeforeWork, Fault::answerLost,
                                           Fault::workedLate, Fault::errorAfterWork,   Fault::cut};
        for (const auto kind : {CallKind::create, CallKind::start, CallKind::confirm, CallKind::cancel}) {
            for (int i = 0; i < 3; ++i)
                world.spoil(kind, chance(random, 45) ? faults[random() % faults.size()] : Fault::none);
        }
        for (int i = 0; i < 40; ++i)
            world.spoil(CallKind::status, chance(random, 25) ? faults[random() % faults.size()] : Fault::none);
    }

    static void spoilBank(EngineWorld &world, Random &random)
    {
        if (chance(random, 30)) world.rule(R"({"case":"unclear-then-paid","times":1})");
        if (chance(random, 20)) world.rule(R"({"change_confirm_information":{"after_seconds":20,"spacing":true}})");
        if (chance(random, 20)) world.rule(R"({"execute_seconds":900})");
        if (chance(random, 20)) world.rule(R"({"webhooks":{"copies":3,"order":"reversed"}})");
        if (chance(random, 20)) world.rule(R"({"webhooks":{"delay_seconds":700}})");
        if (chance(random, 15)) world.rule(R"({"case":"account-not-found","times":1})");
        if (chance(random, 15)) world.rule(R"({"refuse_start":{"code":"invalid_request","http":400},"times":1})");
        if (chance(random, 30)) world.rule(R"({"accept_second_start":true})");
    }

    static void act(EngineWorld &world, const PayoutId &id, Random &random)
    {
        switch (world.state(id)) {
        case PayoutState::draft:
            (void)world.engine().sendForChecking(id);
            break;
        case PayoutState::review:
            if (chance(random, 15)) {
                (void)world.cancel(id);
            } else {
                (void)world.approve(id);
            }
            break;
        case PayoutState::hold:
            (void)world.order(id, PersonOrder::acceptObservation);
            break;
        default:
            for (const auto order :
                 {PersonOrder::closeAndTryAgain, PersonOrder::sendConfirmAgain, PersonOrder::sendCancelAgain})
                (void)world.order(id, order);
        }
    }

private Q_SLOTS:
    void paidAtMostOnceAndTheDeskKnows_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 16; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void paidAtMostOnceAndTheDeskKnows()
    {
        QFETCH(int, seed);
        Random random(static_cast<unsigned>(seed));
        EngineWorld world;
        world.webhooks = chance(random, 50);
        world.boot();
        spoilCalls(world, random);
        spoilBank(world, random);
        const PayoutId id = world.submit();
        for (int i = 0; i < 900 && !isFinal(world.state(id)); ++i) {
            world.run(milliseconds{random() % 30'000}, 5ms);
            if (i < 60 && chance(random, 12)) {
                world.crash();
                world.run(milliseconds{random() % 20'000}, 5ms);
                world.restart();
            }
            act(world, id, random);
            QVERIFY(world.transfers().size() <= 1);
        }
        world.run(2h, 1min);
        QVERIFY2(isFinal(world.state(id)), qPrintable(world.stateText(id)));
        QCOMPARE(world.state(id) == PayoutState::paid, world.transfers().size() == 1);
        QCOMPARE(world.alarms().filter(u"double"_s), QStringList());
        QVERIFY(!world.frozen());
    }
};

QTEST_GUILESS_MAIN(StormTest)
#include "tst_storm.moc"
