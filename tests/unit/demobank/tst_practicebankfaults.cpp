#include "unit/demobank/bench.h"

#include <stdexcept>

using namespace countersign::demobank;
using namespace std::chrono_literals;

/// Behaving badly on request: what each rule does, and that nothing else changes.
class PracticeBankFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedExampleReplacesTheRecipient();
    void replacementCanStandInOnePlaceOnly();
    void confirmInformationIsShownWhereOrdered_data();
    void confirmInformationIsShownWhereOrdered();
    void nothingCanBeInventedWhenNothingWasOffered();
    void answerChangesBetweenTwoDeliveries();
    void onlyTheSpacingChanges();
    void unknownMembersComeWithTheAnswer();
    void startIsRefusedWithTheOrderedCode();
    void payoutFailsWithTheOrderedCode_data();
    void payoutFailsWithTheOrderedCode();
    void unclearSessionSucceedsLater();
    void confirmTimeCanBeShort();
    void bankPausesTwoDays();
    void paidMoneyComesBack();
    void returnCanBeOrderedLater();
    void payoutIsExecutedWithoutConfirm();
    void executionWithoutConfirmCanComeAfterTheQuestion();
    void oneStartMakesTwoPayouts();
    void secondStartIsAccepted();
    void deliveryIsSpoilt_data();
    void deliveryIsSpoilt();
    void workIsDoneAfterTheClientGaveUp();
    void limitedRuleIsUsedUp();
    void limitedRuleSurvivesARestart();
    void ruleMatchesOnlyItsPayout();
    void scriptIsRead();
    void badScriptIsRefused_data();
    void badScriptIsRefused();
    void badCommandIsRefused_data();
    void badCommandIsRefused();
    void clockSurvivesARestart();
};

void PracticeBankFaultsTest::publishedExampleReplacesTheRecipient()
{
    Bench bench;
    bench.rule({{"case", "published-example"}, {"match", {{"account", "40817810400003869535"}}}});
    const std::string session = bench.waiting();
    const Json recipient = parseStrict(bench.offered(session))->at("account_details").at("recipient");
    const Json published = parseStrict(example("seed-webhook-ready-to-confirm.json"))
                               ->at("confirm_information")["account_details"]["recipient"];
    QVERIFY(sameContent(recipient, published));
    const Json echo = bench.payout(session)["payment_method"]["bank_account"]["ru"];
    QCOMPARE(textOf(echo, "account"), std::string("40702810500000000001"));
    QCOMPARE(textOf(echo, "full_name"), std::string("Vector LLC"));
    QCOMPARE(bench.confirm(session).status, 200);
    bench.pass(3s);
    QCOMPARE(bench.bank().state().transfers().front().account, std::string("40702810500000000001"));
}

void PracticeBankFaultsTest::replacementCanStandInOnePlaceOnly()
{
    Bench bench;
    bench.rule({{"case", "correspondent-account-replaced"}});
    const std::string session = bench.waiting();
    QVERIFY(bench.offered(session).find("30101810822000000974") != std::string::npos);
    bench.rule({{"replace_recipient", {{"account_number", "40702810500000000001"}}}, {"replace_in", "payout"}});
    const std::string other = bench.waiting();
    QVERIFY(bench.offered(other).find("40702810500000000001") == std::string::npos);
    QCOMPARE(textOf(bench.payout(other)["payment_method"]["bank_account"]["ru"], "account"),
             std::string("40702810500000000001"));
}

void PracticeBankFaultsTest::confirmInformationIsShownWhereOrdered_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<bool>("inStatus");
    QTest::addColumn<bool>("inWebhook");
    QTest::addRow("webhook only") << QByteArray("webhook") << false << true;
    QTest::addRow("both") << QByteArray("webhook_and_status") << true << true;
    QTest::addRow("status only") << QByteArray("status") << true << false;
    QTest::addRow("never") << QByteArray("never") << false << false;
}

void PracticeBankFaultsTest::confirmInformationIsShownWhereOrdered()
{
    QFETCH(QByteArray, place);
    QFETCH(bool, inStatus);
    QFETCH(bool, inWebhook);
    Bench bench;
    bench.rule({{"confirm_information", place.toStdString()}});
    const std::string session = bench.waiting();
    QCOMPARE(!bench.offered(session).empty(), inStatus);
    const auto webhooks = bench.bank().takeDueWebhooks();
    QCOMPARE(webhooks.size(), 1U);
    QCOMPARE(memberBytes(webhooks.front().body, "confirm_information").has_value(), inWebhook);
    QCOMPARE(textOf(bench.status(session), "next_action"), std::string("confirm"));
}

void PracticeBankFaultsTest::nothingCanBeInventedWhenNothingWasOffered()
{
    Bench bench;
    bench.rule({{"confirm_information", "never"}});
    const std::string session = bench.waiting();
    QCOMPARE(bench.decide("confirm", session, R"({"account_details":{}})").status, 400);
    QCOMPARE(bench.decide("cancel", session, {}).status, 200);
}

void PracticeBankFaultsTest::answerChangesBetweenTwoDeliveries()
{
    Bench bench;
    bench.rule({{"change_confirm_information",
                 {{"after_seconds", 5}, {"recipient", {{"account_number", "40817810400003869536"}}}}}});
    const std::string session = bench.waiting();
    const std::string first = bench.offered(session);
    bench.pass(6s);
    const std::string second = bench.offered(session);
    QVERIFY(second != first);
    QVERIFY(second.find("40817810400003869536") != std::string::npos);
    const auto webhooks = bench.bank().takeDueWebhooks();
    QCOMPARE(webhooks.size(), 2U);
    QCOMPARE(memberBytes(webhooks[0].body, "confirm_information").value(), first);
    QCOMPARE(memberBytes(webhooks[1].body, "confirm_information").value(), second);
    QCOMPARE(bench.decide("confirm", session, first).status, 400);
    QCOMPARE(bench.decide("confirm", session, second).status, 200);
    bench.pass(3s);
    QCOMPARE(bench.bank().state().transfers().size(), 1U);
}

void PracticeBankFaultsTest::onlyTheSpacingChanges()
{
    Bench bench;
    bench.rule({{"change_confirm_information", {{"after_seconds", 5}, {"spacing", true}}}});
    const std::string session = bench.waiting();
    const std::string first = bench.offered(session);
    bench.pass(6s);
    const std::string second = bench.offered(session);
    QVERIFY(second != first);
    QVERIFY(sameContent(*parseStrict(first), *parseStrict(second)));
    QCOMPARE(bench.decide("confirm", session, first).status, 200);
}

void PracticeBankFaultsTest::unknownMembersComeWithTheAnswer()
{
    Bench bench;
    bench.rule({{"case", "unknown-members"}});
    const std::string session = bench.waiting();
    const Json information = *parseStrict(bench.offered(session));
    QVERIFY(information.contains("practice_unknown"));
    QVERIFY(information["account_details"]["recipient"].contains("practice_unknown"));
    QVERIFY(bench.payout(session).contains("practice_unknown"));
    QVERIFY(bench.status(session).contains("practice_unknown"));
    QCOMPARE(bench.confirm(session).status, 200);
}

void PracticeBankFaultsTest::startIsRefusedWithTheOrderedCode()
{
    Bench bench;
    bench.rule({{"refuse_start", {{"code", "routing_internal_error"}, {"http", 422}}}, {"times", 1}});
    const std::string session = bench.create();
    const HttpReply reply = bench.call("session/start/payout/rko", Bench::startBody(session));
    QCOMPARE(reply.status, 422);
    QCOMPARE(Bench::errorCode(reply), std::string("routing_internal_error"));
    QCOMPARE(textOf(bench.status(session), "status"), std::string("created"));
    QCOMPARE(bench.call("session/start/payout/rko", Bench::startBody(session)).status, 200);
}

void PracticeBankFaultsTest::payoutFailsWithTheOrderedCode_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("sessionStatus");
    for (const char *place : {"check", "execution"})
        for (const char *status : {"cancelled", "error", "accepted"})
            QTest::addRow("at %s, session %s", place, status) << QByteArray(place) << QByteArray(status);
}

void PracticeBankFaultsTest::payoutFailsWithTheOrderedCode()
{
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, sessionStatus);
    Bench bench;
    const Json codes = parseStrict(example("error-codes.json")).value();
    QVERIFY(codes.size() > 20);
    for (const Json &entry : codes) {
        const std::string code = textOf(entry, "code");
        bench.rule({{"fail", {{"code", code}, {"at", place.toStdString()}, {"session", sessionStatus.toStdString()}}},
                    {"times", 1}});
        const std::string session = bench.waiting();
        if (place == "execution") {
            QCOMPARE(bench.confirm(session).status, 200);
            bench.pass(3s);
        }
        QCOMPARE(textOf(bench.payout(session), "status"), std::string("failed"));
        QCOMPARE(textOf(member(bench.payout(session), "error"), "code"), code);
        QCOMPARE(textOf(bench.status(session), "status"), sessionStatus.toStdString());
    }
    QVERIFY(bench.bank().state().transfers().empty());
}

void PracticeBankFaultsTest::unclearSessionSucceedsLater()
{
    Bench bench;
    bench.rule({{"error_then_success", {{"after_seconds", 600}, {"payout", "failed"}}}});
    const std::string session = bench.paid();
    QCOMPARE(textOf(bench.status(session), "status"), std::string("error"));
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("failed"));
    QVERIFY(bench.bank().state().transfers().empty());
    bench.pass(600s);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("accepted"));
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("succeeded"));
    QCOMPARE(bench.bank().state().transfers().size(), 1U);
}

void PracticeBankFaultsTest::confirmTimeCanBeShort()
{
    Bench bench;
    bench.rule({{"confirm_seconds", 5}});
    const std::string session = bench.waiting();
    bench.pass(5s);
    QCOMPARE(textOf(member(bench.payout(session), "error"), "code"), std::string("confirm_timeout"));
}

void PracticeBankFaultsTest::bankPausesTwoDays()
{
    Bench bench;
    bench.rule({{"case", "two-days-pause"}});
    const std::string session = bench.paid();
    bench.pass(47h);
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("in_progress"));
    bench.pass(1h);
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("succeeded"));
}

void PracticeBankFaultsTest::paidMoneyComesBack()
{
    Bench bench;
    bench.rule({{"case", "returned"}});
    const std::string session = bench.paid();
    bench.pass(24h * 9);
    QVERIFY(!bench.payout(session).contains("refunds"));
    bench.pass(24h);
    QVERIFY(bench.payout(session)["refunds"][0]["amount_details"]["amount"] == Json(350000));
    QCOMPARE(textOf(bench.status(session), "status"), std::string("accepted"));
    QCOMPARE(bench.balance(), 1234050000);
    bench.reopen();
    QCOMPARE(bench.balance(), 1234050000);
    QCOMPARE(bench.ledger("returned").size(), 1U);
}

void PracticeBankFaultsTest::returnCanBeOrderedLater()
{
    Bench bench;
    const std::string waiting = bench.waiting();
    QCOMPARE(bench.control({{"command", "return_payout"}, {"session", waiting}}).status, 400);
    const std::string session = bench.paid();
    QCOMPARE(bench.control({{"command", "return_payout"}, {"session", session}, {"after_seconds", 60}}).status, 200);
    bench.pass(60s);
    QCOMPARE(bench.payout(session)["refunds"].size(), 1U);
}

void PracticeBankFaultsTest::payoutIsExecutedWithoutConfirm()
{
    Bench bench;
    bench.rule({{"case", "paid-without-confirm"}});
    const std::string session = bench.started();
    bench.pass(2s);
    QVERIFY(member(bench.status(session), "next_action").is_null());
    bench.pass(2s);
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("succeeded"));
    QCOMPARE(bench.bank().state().transfers().front().decisionSha, std::string());
    QVERIFY(bench.ledger("confirm_taken").empty());
}

void PracticeBankFaultsTest::executionWithoutConfirmCanComeAfterTheQuestion()
{
    Bench bench;
    bench.rule({{"execute_without_confirm", {{"when", "ready"}, {"after_seconds", 30}}}});
    const std::string session = bench.waiting();
    QCOMPARE(textOf(bench.status(session), "next_action"), std::string("confirm"));
    bench.pass(30s);
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("succeeded"));
    const std::string byCommand = bench.waiting();
    bench.control({{"command", "clear_rules"}});
    QCOMPARE(bench.control({{"command", "execute_without_confirm"}, {"session", byCommand}}).status, 200);
    bench.pass(2s);
    QCOMPARE(textOf(bench.payout(byCommand), "status"), std::string("succeeded"));
}

void PracticeBankFaultsTest::oneStartMakesTwoPayouts()
{
    Bench bench;
    bench.rule({{"case", "two-payouts"}});
    const std::string session = bench.waiting();
    QCOMPARE(bench.status(session)["payments"].size(), 2U);
    QCOMPARE(bench.confirm(session).status, 200);
    bench.pass(3s);
    QCOMPARE(bench.bank().state().transfers().size(), 2U);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("accepted"));
}

void PracticeBankFaultsTest::secondStartIsAccepted()
{
    Bench bench;
    bench.rule({{"accept_second_start", true}});
    const std::string session = bench.started();
    QCOMPARE(bench.call("session/start/payout/rko", Bench::startBody(session)).status, 200);
    bench.pass(2s);
    QCOMPARE(bench.confirm(session).status, 200);
    bench.pass(3s);
    QCOMPARE(bench.bank().state().transfers().size(), 2U);
    QCOMPARE(bench.bank().state().transfers().front().session, bench.bank().state().transfers().back().session);
}

void PracticeBankFaultsTest::deliveryIsSpoilt_data()
{
    QTest::addColumn<QByteArray>("effects");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("http");
    QTest::addColumn<bool>("done");
    const auto row = [](const char *name, const char *effects, DeliveryKind kind, int http, bool done) {
        QTest::addRow("%s", name) << QByteArray(effects) << static_cast<int>(kind) << http << done;
    };
    row("late", R"({"delay_ms":9000})", DeliveryKind::Normal, 200, true);
    row("never", R"({"delivery":"silence"})", DeliveryKind::Silence, 200, true);
    row("closed before the work", R"({"delivery":"close_before"})", DeliveryKind::CloseBefore, 200, false);
    row("closed after the work", R"({"delivery":"close_after"})", DeliveryKind::CloseAfter, 200, true);
    row("reset", R"({"delivery":"reset"})", DeliveryKind::Reset, 200, true);
    row("cut off", R"({"delivery":"cut","bytes":40})", DeliveryKind::CutOff, 200, true);
    row("500 after the work", R"({"http_after":500})", DeliveryKind::Normal, 500, true);
    row("503 before the work", R"({"http_before":503})", DeliveryKind::Normal, 503, false);
    row("no JSON", R"({"garbage":true})", DeliveryKind::Normal, 200, true);
}

void PracticeBankFaultsTest::deliveryIsSpoilt()
{
    QFETCH(QByteArray, effects);
    QFETCH(int, kind);
    QFETCH(int, http);
    QFETCH(bool, done);
    Bench bench;
    const std::string session = bench.waiting();
    const std::string information = bench.offered(session);
    Json rule = *parseStrict(effects.toStdString());
    rule["call"] = "confirm";
    rule["times"] = 1;
    bench.rule(rule);
    const HttpReply reply = bench.decide("confirm", session, information);
    QCOMPARE(static_cast<int>(reply.delivery.kind), kind);
    QCOMPARE(reply.status, http);
    QCOMPARE(reply.delivery.delay.count(), rule.value("delay_ms", 0));
    QCOMPARE(reply.delivery.bytes, rule.value("bytes", std::size_t{0}));
    bench.pass(3s);
    QCOMPARE(bench.bank().state().transfers().size(), done ? 1U : 0U);
    QCOMPARE(bench.decide("confirm", session, information).status, done ? 409 : 200);
}

void PracticeBankFaultsTest::workIsDoneAfterTheClientGaveUp()
{
    Bench bench;
    bench.rule({{"call", "start"}, {"work_after_seconds", 120}, {"times", 1}});
    const std::string session = bench.create();
    const HttpReply reply = bench.call("session/start/payout/rko", Bench::startBody(session));
    QCOMPARE(static_cast<int>(reply.delivery.kind), static_cast<int>(DeliveryKind::Silence));
    bench.pass(119s);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("created"));
    bench.pass(1s);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("in_progress"));
    QCOMPARE(bench.ledger("request_worked_late").size(), 1U);
}

void PracticeBankFaultsTest::limitedRuleIsUsedUp()
{
    Bench bench;
    bench.rule({{"case", "account-not-found"}, {"times", 1}});
    const std::string first = bench.started();
    const std::string second = bench.waiting();
    bench.confirm(first);
    bench.confirm(second);
    bench.pass(3s);
    QCOMPARE(textOf(bench.payout(first), "status"), std::string("failed"));
    QCOMPARE(textOf(bench.payout(second), "status"), std::string("succeeded"));
}

void PracticeBankFaultsTest::limitedRuleSurvivesARestart()
{
    Bench bench;
    bench.rule({{"case", "account-not-found"}, {"times", 2}});
    const std::string first = bench.waiting();
    bench.reopen();
    bench.confirm(first);
    bench.pass(3s);
    QCOMPARE(textOf(bench.payout(first), "status"), std::string("failed"));
    QCOMPARE(textOf(bench.payout(bench.paid()), "status"), std::string("failed"));
    QCOMPARE(textOf(bench.payout(bench.paid()), "status"), std::string("succeeded"));
}

void PracticeBankFaultsTest::ruleMatchesOnlyItsPayout()
{
    Bench bench;
    bench.rule({{"case", "account-not-found"}, {"match", {{"amount", 1}}}});
    bench.rule({{"case", "account-not-found"}, {"match", {{"purpose_contains", "no such text"}}}});
    bench.rule({{"case", "account-not-found"}, {"match", {{"account", "40817810400003869536"}}}});
    QCOMPARE(textOf(bench.payout(bench.paid()), "status"), std::string("succeeded"));
    bench.rule({{"case", "account-not-found"}, {"match", {{"amount", 350000}, {"purpose_contains", "27/02"}}}});
    QCOMPARE(textOf(bench.payout(bench.paid()), "status"), std::string("failed"));
    bench.control({{"command", "clear_rules"}});
    QCOMPARE(textOf(bench.payout(bench.paid()), "status"), std::string("succeeded"));
}

void PracticeBankFaultsTest::scriptIsRead()
{
    BankSettings settings;
    applyScript(settings, R"({"accounts":[{"account":"40702810100009900417","name":"ООО","balance":5}],
        "timing":{"check_seconds":0.25,"confirm_seconds":10},"webhook_names":"v2","fee":3,"statement":"flat",
        "confirm_information":"webhook","tokens":{"t":{"bik":"044525225","account":"40817810300009900023"}},
        "rules":[{"case":"returned","match":{"amount":7}}]})");
    QCOMPARE(settings.accounts.size(), 1U);
    QCOMPARE(settings.accounts.front().openingBalance, 5);
    QCOMPARE(settings.checkTime, microseconds{250000});
    QCOMPARE(settings.confirmTime, microseconds{10s});
    QVERIFY(settings.webhookNames == Names::V2);
    QCOMPARE(settings.fee, 3);
    QVERIFY(settings.flatStatement);
    QCOMPARE(settings.tokens.size(), 1U);
    QCOMPARE(settings.rules.size(), 1U);
}

void PracticeBankFaultsTest::badScriptIsRefused_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addRow("no JSON") << QByteArray("x");
    QTest::addRow("no object") << QByteArray("[]");
    QTest::addRow("unknown member") << QByteArray(R"({"acounts":[]})");
    QTest::addRow("balance as text") << QByteArray(R"({"accounts":[{"balance":"5"}]})");
    QTest::addRow("short account") << QByteArray(R"({"accounts":[{"account":"123"}]})");
    QTest::addRow("unknown time") << QByteArray(R"({"timing":{"chek_seconds":1}})");
    QTest::addRow("time as text") << QByteArray(R"({"timing":{"check_seconds":"1"}})");
    QTest::addRow("third version") << QByteArray(R"({"webhook_names":"v3"})");
}

void PracticeBankFaultsTest::badScriptIsRefused()
{
    QFETCH(QByteArray, script);
    BankSettings settings;
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, applyScript(settings, script.toStdString()));
}

void PracticeBankFaultsTest::badCommandIsRefused_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addRow("no JSON") << QByteArray("x");
    QTest::addRow("no object") << QByteArray("[]");
    QTest::addRow("unknown command") << QByteArray(R"({"command":"pay_me"})");
    QTest::addRow("clock back") << QByteArray(R"({"command":"advance_clock","seconds":-1})");
    QTest::addRow("clock as text") << QByteArray(R"({"command":"advance_clock","seconds":"1"})");
    QTest::addRow("no rule") << QByteArray(R"({"command":"add_rule"})");
    QTest::addRow("rule without effect") << QByteArray(R"({"command":"add_rule","rule":{"match":{"amount":1}}})");
    QTest::addRow("unknown effect") << QByteArray(R"({"command":"add_rule","rule":{"be_bad":true}})");
    QTest::addRow("unknown case") << QByteArray(R"({"command":"add_rule","rule":{"case":"x"}})");
    QTest::addRow("unknown match") << QByteArray(
        R"({"command":"add_rule","rule":{"case":"returned","match":{"x":1}}})");
    QTest::addRow("amount as text") << QByteArray(
        R"({"command":"add_rule","rule":{"case":"returned","match":{"amount":"1"}}})");
    QTest::addRow("unknown call") << QByteArray(R"({"command":"add_rule","rule":{"call":"pay","delivery":"silence"}})");
    QTest::addRow("unknown delivery") << QByteArray(
        R"({"command":"add_rule","rule":{"call":"start","delivery":"slow"}})");
    QTest::addRow("mixed rule") << QByteArray(
        R"({"command":"add_rule","rule":{"call":"start","delivery":"silence","two_payouts":true}})");
    QTest::addRow("replay on no day") << QByteArray(
        R"({"command":"add_rule","rule":{"webhooks":{"replay_days":["x"]}}})");
    QTest::addRow("return as text") << QByteArray(R"({"command":"add_rule","rule":{"return":"soon"}})");
    QTest::addRow("unknown session") << QByteArray(R"({"command":"forge_webhook","session":"ps_0"})");
    QTest::addRow("unknown webhook") << QByteArray(R"({"command":"redeliver_webhook","webhook":77})");
}

void PracticeBankFaultsTest::badCommandIsRefused()
{
    QFETCH(QByteArray, command);
    Bench bench;
    const HttpReply reply = bench.bank().handle({"POST", "/practice/control", {}, command.toStdString()});
    QCOMPARE(reply.status, 400);
    QCOMPARE(Bench::errorCode(reply), std::string("invalid_command"));
    QVERIFY(!Bench::errorText(reply).empty());
    QVERIFY(bench.bank().state().rules().all().empty());
}

void PracticeBankFaultsTest::clockSurvivesARestart()
{
    Bench bench;
    const std::string session = bench.waiting();
    QCOMPARE(bench.control({{"command", "advance_clock"}, {"seconds", 86400.5}}).status, 200);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("cancelled"));
    const Moment later = bench.bank().state().now();
    bench.reopen();
    QVERIFY(bench.bank().state().now() >= later);
    QCOMPARE(bench.bank().state().offset(), microseconds{86400500ms});
    const Json state = Bench::json(bench.control({{"command", "state"}}));
    QVERIFY(state["sessions"][0]["status"] == Json("cancelled"));
    QVERIFY(state["balances"]["40702810300200000013"] == Json(1234050000));
    QVERIFY(state["requests"]["start"] == Json(1));
}

QTEST_GUILESS_MAIN(PracticeBankFaultsTest)
#include "tst_practicebankfaults.moc"
