#include "payouts/offers.h"
#include "support/flowworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Calls whose answers never come: no call is repeated, and the money moves once.
class UnansweredCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallThatTheBankWorkedButDidNotAnswerIsNeverRepeated_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<bool>("tls");
        QTest::addRow("start over HTTP") << QByteArray("start") << false;
        QTest::addRow("confirm over HTTPS") << QByteArray("confirm") << true;
    }
    void aCallThatTheBankWorkedButDidNotAnswerIsNeverRepeated()
    {
        QFETCH(QByteArray, call);
        QFETCH(bool, tls);
        FlowWorld world(m_key);
        world.tls = tls;
        world.open();
        int payouts = 0;
        for (const QByteArray effect : {"'delivery':'close_after'", "'delivery':'reset'", "'delivery':'cut','bytes':70",
                                        "'http_after':500", "'garbage':true"}) {
            const QByteArray rule = "{'match':{},'times':1,'call':'" + call + "'," + effect + '}';
            world.bank().addRule(QByteArray(rule).replace('\'', '"').constData());
            const PayoutId id = world.send(FlowWorld::draft(u"%1000,00"_s.arg(++payouts)));
            QVERIFY2(world.reach(id, PayoutState::review), effect.constData());
            VERIFY_OK(world.reviewAndConfirm(id));
            QVERIFY2(world.reach(id, PayoutState::paid), effect.constData());
            QCOMPARE(disagreementOverPaid(world, id), QString());
            QVERIFY2(world.history(id).contains(u"callUnknown"_s), effect.constData());
        }
        for (const char *each : {"create", "start", "confirm"})
            QCOMPARE(world.bank().callsSeen(QLatin1String(each)), payouts);
        QCOMPARE(world.bank().ledger("transfer"_L1).size(), payouts);
    }

    void aSessionThatMayHaveBeenOpenedIsLeftEmpty()
    {
        FlowWorld world(m_key);
        world.open();
        world.bank().addRule(R"({"match":{},"times":1,"call":"create","delivery":"close_after"})");
        const PayoutId id = world.send();
        REACH(world, id, review);
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
        QCOMPARE(world.bank().ledger("session_created"_L1).size(), 2);
        QCOMPARE(world.bank().ledger("payout_started"_L1).size(), 1);
    }

    void aConfirmThatNeverArrivedIsSentAgainOnlyByAPersonAndOnlyAfterItSettled()
    {
        FlowWorld world(m_key);
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        world.bank().addRule(R"({"match":{},"times":1,"call":"confirm","delivery":"close_before"})");
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, confirmUnknown);
        QVERIFY(!finished(world.desk().order(id, PersonOrder::sendConfirmAgain, u"too early"_s)).has_value());
        const auto offered = [&] {
            const auto offers = offersFor(world.dossier(id), world.workplace().clock().now());
            return std::any_of(offers.begin(), offers.end(), [](const OfferedAct &act) {
                return act.offer == Offer::sendConfirmAgain && act.enabled;
            });
        };
        world.bank().addRule(R"({"match":{},"times":2,"call":"status","delivery":"close_before"})");
        for (int minute = 0; minute < 20 && !offered(); ++minute)
            QVERIFY(world.readAgain(id));
        QVERIFY(offered());
        COMPARE_STATE_OF(world, id, confirmUnknown);
        VERIFY_OK(finished(world.desk().order(id, PersonOrder::sendConfirmAgain, u"the bank says it waits"_s)));
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
        QCOMPARE(world.bank().callsSeen("confirm"_L1), 2); // the first of them was closed before any work
    }

private:
    const TestKey m_key;
};

QTEST_GUILESS_MAIN(UnansweredCallsTest)
#include "tst_unansweredcalls.moc"
