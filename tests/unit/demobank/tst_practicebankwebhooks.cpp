#include "unit/demobank/bench.h"

#include <algorithm>

using namespace countersign::demobank;
using namespace std::chrono_literals;

/// What the bank tells by itself, how often, in which order and with which signature.
class PracticeBankWebhooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void webhooksLookLikeThePublishedOnes();
    void unansweredWebhookIsRepeatedAtGrowingIntervals();
    void bankCanGiveUp();
    void undeliveredWebhookSurvivesARestart();
    void noAddressMeansNoWebhooks();
    void secondVersionUsesItsNames();
    void webhooksAreCopiedAsOften_data();
    void webhooksAreCopiedAsOften();
    void webhooksComeInReverse();
    void oldWebhooksAreReplayed();
    void forgedWebhookDoesNotVerify_data();
    void forgedWebhookDoesNotVerify();
    void webhooksCanBeHeldAndSentAgain();
    void returnIsTold();

private:
    static std::string type(const WebhookCall &webhook) { return textOf(*parseStrict(webhook.body), "type"); }
    static void answerAll(Bench &bench, int http)
    {
        for (const WebhookCall &webhook : bench.bank().takeDueWebhooks())
            bench.bank().webhookAnswered(webhook.id, http);
    }
};

void PracticeBankWebhooksTest::webhooksLookLikeThePublishedOnes()
{
    Bench bench;
    const std::string session = bench.waiting();
    auto webhooks = bench.bank().takeDueWebhooks();
    QCOMPARE(webhooks.size(), 1U);
    QCOMPARE(webhooks.front().url, std::string("http://customer/webhooks"));
    QVERIFY(bench.own().verify(webhooks.front().body, webhooks.front().signature.value()));
    const Json ready = *parseStrict(webhooks.front().body);
    const Json published = *parseStrict(example("04-webhook-ready-to-confirm.individual.json"));
    const auto names = [](const Json &object) {
        std::vector<std::string> all;
        for (const auto &[name, value] : object.items())
            all.push_back(name);
        return all;
    };
    QCOMPARE(names(ready), names(published));
    QCOMPARE(names(ready["session"]), names(published["session"]));
    QCOMPARE(names(ready["session"]["payments"][0]), names(published["session"]["payments"][0]));
    QCOMPARE(names(ready["confirm_information"]["account_details"]["recipient"]),
             names(published["confirm_information"]["account_details"]["recipient"]));
    QVERIFY(ready["session"]["payments"][0]["amount_details"]["currency"] == Json("RUB"));
    bench.confirm(session);
    bench.pass(3s);
    webhooks = bench.bank().takeDueWebhooks();
    QCOMPARE(webhooks.size(), 1U);
    QCOMPARE(type(webhooks.front()), std::string("payment_finished"));
}

void PracticeBankWebhooksTest::unansweredWebhookIsRepeatedAtGrowingIntervals()
{
    Bench bench;
    bench.waiting();
    for (const auto pause : {1s, 2s, 5s, 10s, 30s}) {
        const auto webhooks = bench.bank().takeDueWebhooks();
        QCOMPARE(webhooks.size(), 1U);
        QVERIFY(bench.bank().takeDueWebhooks().empty());
        bench.bank().webhookAnswered(webhooks.front().id, pause == 2s ? 0 : 500);
        bench.pass(pause - 1ms);
        QVERIFY(bench.bank().takeDueWebhooks().empty());
        bench.pass(1ms);
    }
    answerAll(bench, 200);
    bench.pass(1h);
    QVERIFY(bench.bank().takeDueWebhooks().empty());
    QCOMPARE(bench.ledger("webhook_answered").size(), 6U);
}

void PracticeBankWebhooksTest::bankCanGiveUp()
{
    Bench bench;
    bench.settings().webhookGiveUp = 30min;
    bench.reopen();
    bench.waiting();
    for (int i = 0; i < 20; ++i) {
        answerAll(bench, 503);
        bench.pass(15min);
    }
    QVERIFY(bench.bank().takeDueWebhooks().empty());
}

void PracticeBankWebhooksTest::undeliveredWebhookSurvivesARestart()
{
    Bench bench;
    bench.waiting();
    answerAll(bench, 500);
    bench.reopen();
    QVERIFY(bench.bank().takeDueWebhooks().empty());
    bench.pass(1s);
    const auto webhooks = bench.bank().takeDueWebhooks();
    QCOMPARE(webhooks.size(), 1U);
    QCOMPARE(webhooks.front().attempt, 2);
    bench.reopen();
    QCOMPARE(bench.bank().takeDueWebhooks().size(), 1U);
    bench.bank().webhookAnswered(webhooks.front().id, 200);
    bench.reopen();
    bench.pass(1h);
    QVERIFY(bench.bank().takeDueWebhooks().empty());
}

void PracticeBankWebhooksTest::noAddressMeansNoWebhooks()
{
    Bench bench;
    bench.settings().webhookUrl.clear();
    bench.reopen();
    bench.paid();
    QVERIFY(bench.bank().takeDueWebhooks().empty());
    QVERIFY(bench.ledger("webhook_queued").empty());
}

void PracticeBankWebhooksTest::secondVersionUsesItsNames()
{
    Bench bench;
    bench.settings().webhookNames = Names::V2;
    bench.reopen();
    bench.waiting();
    const Json session = parseStrict(bench.bank().takeDueWebhooks().at(0).body)->at("session");
    QVERIFY(session.at("payout_list").at(0).contains("payout_details"));
    QVERIFY(!session.contains("payments"));
}

void PracticeBankWebhooksTest::webhooksAreCopiedAsOften_data()
{
    QTest::addColumn<int>("copies");
    for (const int copies : {0, 1, 2, 10})
        QTest::addRow("%d", copies) << copies;
}

void PracticeBankWebhooksTest::webhooksAreCopiedAsOften()
{
    QFETCH(int, copies);
    Bench bench;
    bench.rule({{"webhooks", {{"copies", copies}}}});
    bench.waiting();
    const auto webhooks = bench.bank().takeDueWebhooks();
    QCOMPARE(webhooks.size(), static_cast<std::size_t>(copies));
    for (const WebhookCall &webhook : webhooks)
        QCOMPARE(webhook.body, webhooks.front().body);
}

void PracticeBankWebhooksTest::webhooksComeInReverse()
{
    Bench bench;
    bench.rule({{"webhooks", {{"order", "reversed"}}}});
    const std::string session = bench.waiting();
    QVERIFY(bench.bank().takeDueWebhooks().empty());
    bench.confirm(session);
    bench.pass(2s);
    bench.reopen();
    const auto first = bench.bank().takeDueWebhooks();
    QCOMPARE(first.size(), 1U);
    QCOMPARE(type(first.front()), std::string("payment_finished"));
    bench.pass(2s);
    const auto second = bench.bank().takeDueWebhooks();
    QCOMPARE(second.size(), 1U);
    QCOMPARE(type(second.front()), std::string("ready_to_confirm"));
}

void PracticeBankWebhooksTest::oldWebhooksAreReplayed()
{
    Bench bench;
    bench.rule({{"webhooks", {{"replay_days", Json::array({30, 90})}}}});
    bench.waiting();
    answerAll(bench, 200);
    for (const int days : {30, 60}) {
        bench.pass(24h * days);
        const auto webhooks = bench.bank().takeDueWebhooks();
        const auto old = std::ranges::find(webhooks, std::string("ready_to_confirm"), type);
        QVERIFY(old != webhooks.end());
        QVERIFY(bench.own().verify(old->body, old->signature.value()));
        for (const WebhookCall &webhook : webhooks)
            bench.bank().webhookAnswered(webhook.id, 200);
    }
}

void PracticeBankWebhooksTest::forgedWebhookDoesNotVerify_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"other_key", "other_body", "damaged", "missing"})
        QTest::addRow("%s", kind) << QByteArray(kind);
}

void PracticeBankWebhooksTest::forgedWebhookDoesNotVerify()
{
    QFETCH(QByteArray, kind);
    Bench bench;
    bench.rule({{"webhooks", {{"forge", kind.toStdString()}}}});
    const std::string session = bench.waiting();
    const auto webhooks = bench.bank().takeDueWebhooks();
    QCOMPARE(webhooks.size(), 2U);
    const WebhookCall &forged = webhooks.back();
    QCOMPARE(type(forged), std::string("payment_finished"));
    QCOMPARE(textOf(parseStrict(forged.body)->at("session"), "status"), std::string("accepted"));
    QVERIFY(!bench.own().verify(forged.body, forged.signature.value_or("")));
    QCOMPARE(forged.signature.has_value(), kind != "missing");
    QCOMPARE(textOf(bench.status(session), "next_action"), std::string("confirm"));
    QCOMPARE(bench.control({{"command", "forge_webhook"}, {"session", session}}).status, 200);
    QCOMPARE(bench.bank().takeDueWebhooks().size(), 1U);
}

void PracticeBankWebhooksTest::webhooksCanBeHeldAndSentAgain()
{
    Bench bench;
    bench.control({{"command", "hold_webhooks"}});
    const std::string session = bench.waiting();
    QVERIFY(bench.bank().takeDueWebhooks().empty());
    bench.control({{"command", "release_webhooks"}});
    answerAll(bench, 200);
    QVERIFY(bench.bank().takeDueWebhooks().empty());
    const HttpReply reply = bench.control({{"command", "redeliver_webhook"}, {"session", session}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(bench.bank().takeDueWebhooks().size(), 1U);
}

void PracticeBankWebhooksTest::returnIsTold()
{
    Bench bench;
    bench.rule({{"return", {{"after_seconds", 60}}}});
    bench.paid();
    answerAll(bench, 200);
    bench.pass(60s);
    const auto webhooks = bench.bank().takeDueWebhooks();
    QCOMPARE(webhooks.size(), 1U);
    const Json body = *parseStrict(webhooks.front().body);
    QCOMPARE(textOf(body, "type"), std::string("payment_refunded"));
    QVERIFY(body["session"]["payments"][0]["refunds"][0]["status"] == Json("accepted"));
}

QTEST_GUILESS_MAIN(PracticeBankWebhooksTest)
#include "tst_practicebankwebhooks.moc"
