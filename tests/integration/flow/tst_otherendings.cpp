#include "support/flowworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// What else a bank may say: nothing is paid that nobody confirmed, and every ending is seen.
class OtherEndingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void webhooksInAnyNumberAndOrderChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addRow("ten times") << QByteArray(R"({"match":{},"webhooks":{"copies":10}})");
        QTest::addRow("never") << QByteArray(R"({"match":{},"webhooks":{"copies":0}})");
        QTest::addRow("in reverse") << QByteArray(R"({"match":{},"webhooks":{"order":"reversed","copies":3}})");
        QTest::addRow("forged with another key") << QByteArray(R"({"match":{},"webhooks":{"forge":"other_key"}})");
        QTest::addRow("forged with another body") << QByteArray(R"({"match":{},"webhooks":{"forge":"other_body"}})");
        QTest::addRow("without a signature") << QByteArray(R"({"match":{},"webhooks":{"forge":"missing"}})");
    }
    void webhooksInAnyNumberAndOrderChangeNothing()
    {
        QFETCH(QByteArray, rule);
        FlowWorld world(m_key);
        world.webhooks = true;
        world.open();
        world.bank().addRule(rule.constData());
        const PayoutId id = world.send();
        REACH(world, id, review);
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
        QVERIFY(!world.desk().overview().freeze.frozen);
        QVERIFY(world.dossier(id).alarms.isEmpty());
    }

    void thePublishedExampleIsAMismatchAndCanBeCancelled()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.open();
        world.bank().addRule(R"({"match":{},"case":"published-example"})");
        const PayoutId id = world.send();
        REACH(world, id, mismatch);
        const auto sheet = world.openReview(id);
        VERIFY_OK(sheet);
        QVERIFY(sheet->comparison.hasHardDifference());
        QVERIFY(sheet->comparison.find(ReviewField::recipientAccount)->isHardDifference());
        QVERIFY(sheet->gestureNeeded);
        QVERIFY(isListedWithAnotherRecipient(world, id));
        VERIFY_OK(world.cancel(id));
        REACH(world, id, cancelled);
        QVERIFY(isListedWithAnotherRecipient(world, id));
        QCOMPARE(world.dossier(id).otherRecipient->account,
                 sheet->comparison.find(ReviewField::recipientAccount)->answered);
        QVERIFY(world.bank().ledger("transfer"_L1).isEmpty());
        QCOMPARE(world.bank().ledger("cancel_taken"_L1).size(), 1);
        QVERIFY(world.bank().ledger("cancel_taken"_L1).first().value("same_bytes"_L1).toBool());
        QCOMPARE(world.bank().callsSeen("confirm"_L1), 0);
    }

    void aCleanPayoutIsCancelledByThePerson()
    {
        FlowWorld world(m_key);
        world.tls = true;
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        VERIFY_OK(world.cancel(id));
        REACH(world, id, cancelled);
        QVERIFY(world.bank().ledger("transfer"_L1).isEmpty());
        QCOMPARE(world.bank().callsSeen("cancel"_L1), 1);
    }

    void aReturnedPayoutIsSeen()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.open();
        world.bank().addRule(R"({"match":{},"return":{"after_seconds":0.5}})");
        const PayoutId id = world.send();
        REACH(world, id, review);
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, returned);
        QCOMPARE(world.bank().ledger("transfer"_L1).size(), 1);
        QCOMPARE(world.bank().ledger("returned"_L1).size(), 1);
    }

    void theBankPaysWithoutUsAndTheDeskFreezes()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.open();
        world.bank().addRule(R"({"match":{},"case":"paid-without-confirm"})");
        const PayoutId id = world.send();
        REACH(world, id, paid);
        QTRY_VERIFY(world.desk().overview().freeze.frozen);
        QVERIFY(!world.dossier(id).alarms.isEmpty());
        QVERIFY(!world.dossier(id).otherRecipient);
        const auto next = world.trySend(FlowWorld::draft());
        QVERIFY(!next.has_value());
        QCOMPARE(next.error().code, ErrorCode::frozen);
    }

private:
    static bool isListedWithAnotherRecipient(FlowWorld &world, const PayoutId &id)
    {
        const auto page = finished(world.desk().page({}));
        return page && page->rows.size() == 1 && page->rows.first().id == id && page->rows.first().otherRecipient;
    }

    const TestKey m_key;
};

QTEST_GUILESS_MAIN(OtherEndingsTest)
#include "tst_otherendings.moc"
