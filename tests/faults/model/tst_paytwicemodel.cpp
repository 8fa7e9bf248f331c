#include "faults/model/model.h"

#include <QTest>

using namespace countersign::faults::model;

/// Two attempts, every loss, delay, crash and order: never paid twice with the rules on, and with each of them off the
/// shortest way to a second payment is found and printed (payout-lifecycle.md section 12).
class PayTwiceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverTwiceWithTheRulesOn_data()
    {
        QTest::addColumn<bool>("confirmsByItself");
        QTest::addColumn<bool>("makesTwoOfOne");
        QTest::newRow("a bank that waits for our confirm") << false << false;
        QTest::newRow("a bank that confirms by itself") << true << false;
        QTest::newRow("a bank that makes two payouts of one start") << false << true;
    }

    void neverTwiceWithTheRulesOn()
    {
        QFETCH(bool, confirmsByItself);
        QFETCH(bool, makesTwoOfOne);
        const Finding finding = search({}, {confirmsByItself, makesTwoOfOne});
        for (const std::string &step : finding.steps)
            qInfo("  %s", step.c_str());
        QVERIFY(!finding.paidTwice);
        QVERIFY(finding.paidOnce); // the search has really got somewhere
        qInfo("%zu states", finding.states);
    }

    void twiceWithARuleOff_data()
    {
        using Rule = bool RulesOn::*;
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<bool>("confirmsByItself");
        QTest::addColumn<bool>("makesTwoOfOne");
        QTest::addColumn<bool>("paidTwice");
        const auto row = [](const char *name, Rule rule, Bank bank, bool paidTwice) {
            QTest::newRow(name) << rule << bank.confirmsByItself << bank.makesTwoOfOne << paidTwice;
        };
        row("no one-shot body", &RulesOn::oneShotBody, {}, true);
        row("start repeated in the same session", &RulesOn::oneStartPerSession, {}, true);
        row("new attempt beside the old session, the bank confirms by itself", &RulesOn::closeBeforeNewAttempt,
            {.confirmsByItself = true}, true);
        row("new attempt beside the old session, the bank waits", &RulesOn::closeBeforeNewAttempt, {}, false);
        row("unknown confirm repeated in a new session", &RulesOn::oneConfirmPerPayout, {}, true);
        row("two payouts in the session", &RulesOn::exactlyOnePayout, {.makesTwoOfOne = true}, true);
        row("two payouts are not looked for, the bank makes one", &RulesOn::exactlyOnePayout, {}, false);
        row("sent before it was stored", &RulesOn::intentBeforeSending, {}, true);
        row("error taken for the end", &RulesOn::errorIsNotFinal, {}, true);
    }

    void twiceWithARuleOff()
    {
        QFETCH(bool RulesOn::*, rule);
        QFETCH(bool, confirmsByItself);
        QFETCH(bool, makesTwoOfOne);
        QFETCH(bool, paidTwice);
        RulesOn rules;
        rules.*rule = false;
        const Finding finding = search(rules, {confirmsByItself, makesTwoOfOne});
        for (const std::string &step : finding.steps)
            qInfo("  %s", step.c_str());
        QCOMPARE(finding.paidTwice, paidTwice);
    }
};

QTEST_GUILESS_MAIN(PayTwiceModelTest)
#include "tst_paytwicemodel.moc"
