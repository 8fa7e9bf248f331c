#include "support/flowworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Either side dies and comes back in the middle of a payout.
class RestartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBankKilledBeforeTheDecisionIsPaidByAfterItsReturn()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        const auto sheet = world.openReview(id);
        VERIFY_OK(sheet);
        world.killBank();
        VERIFY_OK(world.confirm(*sheet));
        QTRY_COMPARE(world.desk().overview().bankReachable, std::optional(false));
        world.restartBank();
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
    }

    void aBankThatWasNeverReachedIsSaidToBeOutOfReach()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review, FlowWorld::Pace::asItIs);
        world.closeDesk();
        world.killBank();
        world.webhooks = false;
        world.openDesk();
        VERIFY_OK(finished(world.desk().askNow(id)));
        QTRY_COMPARE(world.desk().overview().bankReachable, std::optional(false));
    }

    void aBankKilledWhileItOwesTheAnswerToAConfirm()
    {
        FlowWorld world(m_key);
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        world.bank().addRule(R"({"match":{},"call":"confirm","delivery":"silence"})");
        VERIFY_OK(world.reviewAndConfirm(id));
        QTRY_COMPARE_WITH_TIMEOUT(world.bank().ledger("confirm_taken"_L1).size(), 1, 30'000);
        world.killBank();
        QTRY_VERIFY_WITH_TIMEOUT(world.history(id).contains(u"callUnknown"_s), 30'000);
        world.pass(30s);
        COMPARE_STATE_OF(world, id, confirmUnknown);
        QVERIFY(!world.cancel(id).has_value());
        world.restartBank();
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
        QCOMPARE(world.bank().callsSeen("confirm"_L1), 1);
    }

    void aBankKilledWhileItChecks()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.open();
        world.bank().addRule(R"({"match":{},"check_seconds":1.5})");
        const PayoutId id = world.send();
        REACH(world, id, waitBank, FlowWorld::Pace::asItIs);
        world.killBank();
        world.restartBank();
        REACH(world, id, review);
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
    }

    void aDeskThatIsClosedAndOpenedAgainGoesOn_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("callOnItsWay");
        QTest::addRow("while create is on its way")
            << QByteArray(R"({"match":{},"times":1,"call":"create","delivery":"silence"})") << QByteArray("create");
        QTest::addRow("while start is on its way")
            << QByteArray(R"({"match":{},"times":1,"call":"start","delivery":"silence"})") << QByteArray("start");
        QTest::addRow("while confirm is on its way")
            << QByteArray(R"({"match":{},"times":1,"call":"confirm","delivery":"silence"})") << QByteArray("confirm");
        QTest::addRow("between the calls") << QByteArray() << QByteArray();
    }
    void aDeskThatIsClosedAndOpenedAgainGoesOn()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, callOnItsWay);
        FlowWorld world(m_key);
        world.open();
        if (!rule.isEmpty()) world.bank().addRule(rule.constData());
        const auto reopenWhileOnItsWay = [&](const char *call) {
            if (callOnItsWay != call) return true;
            if (!QTest::qWaitFor([&] { return world.bank().callsSeen(QLatin1String(call)) == 1; }, 30'000))
                return false;
            world.closeDesk();
            world.openDesk();
            return true;
        };
        const PayoutId id = world.send();
        QVERIFY(reopenWhileOnItsWay("create"));
        QVERIFY(reopenWhileOnItsWay("start"));
        REACH(world, id, review);
        if (callOnItsWay.isEmpty()) {
            world.closeDesk();
            world.openDesk();
            COMPARE_STATE_OF(world, id, review);
        }
        VERIFY_OK(world.reviewAndConfirm(id));
        QVERIFY(reopenWhileOnItsWay("confirm"));
        REACH(world, id, paid);
        if (callOnItsWay.isEmpty()) {
            world.closeDesk();
            world.openDesk();
            COMPARE_STATE_OF(world, id, paid);
        }
        QCOMPARE(disagreementOverPaid(world, id), QString());
        QCOMPARE(world.bank().callsSeen("start"_L1), 1);
        QCOMPARE(world.bank().callsSeen("confirm"_L1), 1);
        QVERIFY(!world.desk().overview().freeze.frozen);
    }

    void anApprovalThatCouldNotBeSentYetOutlivesTheDesk()
    {
        FlowWorld world(m_key);
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        const auto sheet = world.openReview(id);
        VERIFY_OK(sheet);
        world.killBank();
        world.pass(2min); // the last status reading is too old for the gate (G12)
        VERIFY_OK(world.confirm(*sheet));
        COMPARE_STATE_OF(world, id, approved);
        world.closeDesk();
        world.openDesk();
        COMPARE_STATE_OF(world, id, approved);
        world.restartBank();
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
    }

    void aSecondDeskOnTheSameStoreIsRefused()
    {
        FlowWorld world(m_key);
        world.open();
        SystemIds ids;
        const SystemClock clock;
        const auto second = Workplace::open(world.profile, world.paths(), clock, ids);
        VERIFY_OK(second);
        const auto opened = finished((*second)->storeOpened());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::storeLocked);
        const auto saved = finished((*second)->desk().saveDraft({}, FlowWorld::draft()));
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error().code, ErrorCode::storeUnavailable);
    }

private:
    const TestKey m_key;
};

QTEST_GUILESS_MAIN(RestartsTest)
#include "tst_restarts.moc"
