#include "unit/demobank/bench.h"

using namespace countersign::demobank;
using namespace std::chrono_literals;

/// The flow of a payout as the API page tells it, the refusals, the books and a restart; all with the clock of the
/// test.
class PracticeBankTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void payoutGoesFromStartToPaid();
    void receivedBytesAreComparedWithTheOfferedOnes();
    void confirmWithOtherContentIsRefused_data();
    void confirmWithOtherContentIsRefused();
    void moneyDoesNotMoveWithoutConfirm();
    void cancelEndsThePayout();
    void cancelOfAnEmptySessionIsAtOnce();
    void undecidedPayoutTimesOut();
    void wrongStateIsRefused();
    void senderIsChecked();
    void malformedCallIsRefused_data();
    void malformedCallIsRefused();
    void foreignAccountIsRefused();
    void repeatedIdempotencyKeyIsRefused();
    void refusedCallLeavesItsKeyFree();
    void emptyBalanceFailsThePayout();
    void joinedStartWorksInBothVersions();
    void balanceAndStatementAgree();
    void statementCoversOneDay();
    void restartForgetsNothing();
    void restartInTheMiddleGoesOn();
    void timesAlwaysMoveForward();
};

void PracticeBankTest::payoutGoesFromStartToPaid()
{
    Bench bench;
    const std::string session = bench.create();
    QCOMPARE(textOf(bench.status(session), "status"), std::string("created"));
    const HttpReply reply = bench.call("session/start/payout/rko", Bench::startBody(session));
    QCOMPARE(reply.status, 200);
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("in_progress"));
    QVERIFY(member(bench.status(session), "next_action").is_null());
    bench.pass(1499ms);
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("in_progress"));
    bench.pass(1ms);
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("pending"));
    QCOMPARE(textOf(bench.status(session), "next_action"), std::string("confirm"));

    const Json parties = parseStrict(bench.offered(session))->at("account_details");
    QCOMPARE(textOf(parties["sender"], "name"), std::string("ABC LLC"));
    QCOMPARE(textOf(parties["sender"], "correspondent_account_number"), std::string("30101810822029205131"));
    QCOMPARE(textOf(parties["recipient"], "account_number"), std::string("40817810400003869535"));
    QCOMPARE(textOf(parties["recipient"], "bank_name"), std::string("АО \"ТБанк\""));
    QVERIFY(!parties["recipient"].contains("inn"));

    QCOMPARE(bench.confirm(session).status, 200);
    QVERIFY(member(bench.status(session), "next_action").is_null());
    QVERIFY(bench.offered(session).empty());
    QVERIFY(bench.bank().state().transfers().empty());
    bench.pass(2s);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("accepted"));
    QCOMPARE(textOf(bench.payout(session), "status"), std::string("succeeded"));
    QCOMPARE(bench.bank().state().transfers().size(), 1U);
    QCOMPARE(bench.bank().state().transfers().front().account, std::string("40817810400003869535"));
    QCOMPARE(bench.balance(), 1234050000 - 350000);
}

void PracticeBankTest::receivedBytesAreComparedWithTheOfferedOnes()
{
    Bench bench;
    const std::string first = bench.waiting();
    const std::string bytes = bench.offered(first);
    QCOMPARE(bench.offered(first), bytes);
    QCOMPARE(bench.decide("confirm", first, bytes).status, 200);
    QVERIFY(bench.ledger("confirm_taken").back()["same_bytes"] == Json(true));
    QVERIFY(bench.ledger("confirm_taken").back()["received_sha256"] == Json(sha256Hex(bytes)));

    const std::string second = bench.waiting();
    QCOMPARE(bench.decide("confirm", second, parseStrict(bench.offered(second))->dump(1)).status, 200);
    QVERIFY(bench.ledger("confirm_taken").back()["same_bytes"] == Json(false));
}

void PracticeBankTest::confirmWithOtherContentIsRefused_data()
{
    QTest::addColumn<QByteArray>("information");
    QTest::addRow("none") << QByteArray();
    QTest::addRow("empty object") << QByteArray("{}");
    QTest::addRow("null") << QByteArray("null");
    QTest::addRow("text") << QByteArray("\"x\"");
    QTest::addRow("other account") << QByteArray("replaced");
}

void PracticeBankTest::confirmWithOtherContentIsRefused()
{
    QFETCH(QByteArray, information);
    Bench bench;
    const std::string session = bench.waiting();
    if (information == "replaced") {
        Json changed = *parseStrict(bench.offered(session));
        changed["account_details"]["recipient"]["account_number"] = "40817810400003869536";
        information = QByteArray::fromStdString(changed.dump());
    }
    const HttpReply reply = bench.decide("confirm", session, information.toStdString());
    QCOMPARE(reply.status, 400);
    QCOMPARE(Bench::errorCode(reply), std::string("invalid_request"));
    QVERIFY(Bench::errorText(reply).starts_with("confirm_information"));
    QCOMPARE(textOf(bench.status(session), "next_action"), std::string("confirm"));
    bench.pass(1h);
    QVERIFY(bench.bank().state().transfers().empty());
}

void PracticeBankTest::moneyDoesNotMoveWithoutConfirm()
{
    Bench bench;
    bench.waiting();
    bench.pass(24h * 30);
    QVERIFY(bench.bank().state().transfers().empty());
    QCOMPARE(bench.balance(), 1234050000);
}

void PracticeBankTest::cancelEndsThePayout()
{
    Bench bench;
    const std::string session = bench.waiting();
    QCOMPARE(bench.decide("cancel", session, bench.offered(session)).status, 200);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("in_progress"));
    QCOMPARE(bench.decide("confirm", session, "{}").status, 409);
    bench.pass(1s);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("cancelled"));
    QCOMPARE(textOf(member(bench.payout(session), "error"), "code"), std::string("session_cancelled_by_partner"));
    const std::string other = bench.waiting();
    QCOMPARE(bench.decide("cancel", other, {}).status, 200);
    QVERIFY(bench.bank().state().transfers().empty());
}

void PracticeBankTest::cancelOfAnEmptySessionIsAtOnce()
{
    Bench bench;
    const std::string session = bench.create();
    QCOMPARE(bench.decide("cancel", session, {}).status, 200);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("cancelled"));
    QCOMPARE(bench.call("session/start/payout/rko", Bench::startBody(session)).status, 409);
}

void PracticeBankTest::undecidedPayoutTimesOut()
{
    Bench bench;
    const std::string session = bench.waiting();
    bench.pass(239min);
    QCOMPARE(textOf(bench.status(session), "next_action"), std::string("confirm"));
    bench.pass(1min);
    QCOMPARE(textOf(bench.status(session), "status"), std::string("cancelled"));
    QCOMPARE(textOf(member(bench.payout(session), "error"), "code"), std::string("confirm_timeout"));
    QCOMPARE(bench.decide("confirm", session, "{}").status, 409);
}

void PracticeBankTest::wrongStateIsRefused()
{
    Bench bench;
    const std::string session = bench.started();
    const std::vector<HttpReply> replies{bench.call("session/start/payout/rko", Bench::startBody(session)),
                                         bench.decide("confirm", session, "{}"), bench.decide("cancel", session, {})};
    for (const HttpReply &reply : replies) {
        QCOMPARE(reply.status, 409);
        QCOMPARE(Bench::errorCode(reply), std::string("session_wrong_state"));
    }
    const std::string paid = bench.paid();
    QCOMPARE(bench.decide("confirm", paid, "{}").status, 409);
    QCOMPARE(bench.decide("cancel", paid, {}).status, 409);
    QCOMPARE(bench.call("session/start/payout/rko", Bench::startBody(paid)).status, 409);
    QCOMPARE(bench.bank().state().transfers().size(), 1U);
}

void PracticeBankTest::senderIsChecked()
{
    Bench bench;
    HttpRequest request = bench.request("session/create/rko", "{}");
    request.headers["x-partner-project"] = "other";
    HttpReply reply = bench.bank().handle(request);
    QCOMPARE(reply.status, 401);
    QCOMPARE(Bench::errorCode(reply), std::string("identification_error"));

    request = bench.request("session/create/rko", "{}");
    request.body = "{ }";
    reply = bench.bank().handle(request);
    QCOMPARE(reply.status, 401);
    QCOMPARE(Bench::errorCode(reply), std::string("authentication_error"));

    request = bench.request("session/create/rko", "{}");
    request.headers.erase("x-partner-sign");
    QCOMPARE(bench.bank().handle(request).status, 401);
    request = bench.request("session/create/rko", "{}");
    request.verb = "GET";
    QCOMPARE(bench.bank().handle(request).status, 405);
    QVERIFY(bench.bank().state().sessions().empty());
    QCOMPARE(bench.ledger("request_seen").size(), 4U);
}

void PracticeBankTest::malformedCallIsRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("http");
    QTest::addRow("no JSON") << QByteArray("session/create/rko") << QByteArray("x") << 400;
    QTest::addRow("no object") << QByteArray("session/create/rko") << QByteArray("[]") << 400;
    QTest::addRow("duplicate name") << QByteArray("session/status")
                                    << QByteArray(R"({"session_id":"a","session_id":"a"})") << 400;
    QTest::addRow("no session") << QByteArray("session/status") << QByteArray("{}") << 400;
    QTest::addRow("session as a number") << QByteArray("session/status") << QByteArray(R"({"session_id":1})") << 400;
    QTest::addRow("unknown session") << QByteArray("session/status") << QByteArray(R"({"session_id":"ps_0"})") << 400;
    QTest::addRow("unknown method") << QByteArray("session/capture") << QByteArray("{}") << 404;
    QTest::addRow("balance of a card") << QByteArray("report/account_balance")
                                       << QByteArray(R"({"account_number":"4081781040000386953"})") << 400;
    QTest::addRow("statement of two days")
        << QByteArray("report/account_statement")
        << QByteArray(R"({"account_number":"40702810300200000013","date_from":"2026-11-20","date_to":"2026-11-21"})")
        << 400;
    QTest::addRow("statement of no day")
        << QByteArray("report/account_statement")
        << QByteArray(R"({"account_number":"40702810300200000013","date_from":"2026-02-30","date_to":"2026-02-30"})")
        << 400;
}

void PracticeBankTest::malformedCallIsRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(int, http);
    Bench bench;
    const HttpReply reply = bench.raw(method.toStdString(), body.toStdString());
    QCOMPARE(reply.status, http);
    QCOMPARE(Bench::errorCode(reply), std::string("invalid_request"));
    QCOMPARE(textOf(Bench::json(reply), "status"), std::string("error"));
}

void PracticeBankTest::foreignAccountIsRefused()
{
    Bench bench;
    const std::string session = bench.create();
    Json body = Bench::startBody(session);
    body["participant_details"]["sender"]["account"] = "40702810100009900417";
    const HttpReply reply = bench.call("session/start/payout/rko", body);
    QCOMPARE(reply.status, 403);
    QCOMPARE(Bench::errorCode(reply), std::string("authorization_error"));
    QCOMPARE(bench.call("report/account_balance", {{"account_number", "40702810100009900417"}}).status, 403);
}

void PracticeBankTest::repeatedIdempotencyKeyIsRefused()
{
    Bench bench;
    HttpRequest request = bench.request("session/create/rko", "{}");
    request.headers["x-partner-idempotency-key"] = "k1";
    QCOMPARE(bench.bank().handle(request).status, 200);
    bench.reopen();
    const HttpReply reply = bench.bank().handle(request);
    QCOMPARE(reply.status, 400);
    QCOMPARE(Bench::errorCode(reply), std::string("idempotency_key_already_exists"));
    QCOMPARE(bench.bank().state().sessions().size(), 1U);
}

void PracticeBankTest::refusedCallLeavesItsKeyFree()
{
    Bench bench;
    HttpRequest request = bench.request("session/status", R"({"session_id":"ps_0"})");
    request.headers["x-partner-idempotency-key"] = "k1";
    QCOMPARE(Bench::errorCode(bench.bank().handle(request)), std::string("invalid_request"));
    QCOMPARE(Bench::errorCode(bench.bank().handle(request)), std::string("invalid_request"));
}

void PracticeBankTest::emptyBalanceFailsThePayout()
{
    Bench bench;
    bench.settings().accounts.front().openingBalance = 349999;
    bench.reopen();
    const std::string session = bench.waiting();
    QCOMPARE(textOf(member(bench.payout(session), "error"), "code"), std::string("insufficient_wallet_balance"));
    QCOMPARE(bench.balance(), 349999);
}

void PracticeBankTest::joinedStartWorksInBothVersions()
{
    Bench bench;
    Json body = Bench::startBody({});
    body.erase("session_id");
    QVERIFY(Bench::json(bench.call("session/init/payout/rko", body))["session"].contains("payments"));
    body["payout_details"] = body["payment_method"];
    body.erase("payment_method");
    const HttpReply reply = bench.bank().handle(bench.request("session/init/payout/rko", body.dump(), "v2"));
    QCOMPARE(reply.status, 200);
    const Json payouts = Bench::json(reply)["session"]["payout_list"];
    QCOMPARE(payouts.size(), 1U);
    QVERIFY(payouts[0].contains("payout_details"));
}

void PracticeBankTest::balanceAndStatementAgree()
{
    Bench bench;
    bench.settings().fee = 3500;
    bench.reopen();
    bench.paid();
    bench.paid();
    const Json balance =
        Bench::json(bench.call("report/account_balance", {{"account_number", "40702810300200000013"}}));
    QVERIFY(balance["balance"]["current_balance"] == Json(1234050000 - 2 * 353500));
    const Json statement =
        Bench::json(bench.call("report/account_statement", {{"account_number", "40702810300200000013"},
                                                            {"date_from", "2026-11-20"},
                                                            {"date_to", "2026-11-20"}}))["method"]["account_statement"];
    QVERIFY(statement["total_turnover"]["debet"] == Json(2 * 353500));
    QVERIFY(statement["total_balance"]["closing"] == balance["balance"]["current_balance"]);
    QCOMPARE(statement["transactions"].size(), 4U);
}

void PracticeBankTest::statementCoversOneDay()
{
    Bench bench;
    bench.paid();
    bench.pass(24h);
    bench.paid();
    const Json statement =
        Bench::json(bench.call("report/account_statement", {{"account_number", "40702810300200000013"},
                                                            {"date_from", "2026-11-21"},
                                                            {"date_to", "2026-11-21"}}))["method"]["account_statement"];
    QVERIFY(statement["total_balance"]["opening"] == Json(1234050000 - 350000));
    QCOMPARE(statement["transactions"].size(), 1U);
}

void PracticeBankTest::restartForgetsNothing()
{
    Bench bench;
    const std::string paid = bench.paid();
    const std::string waiting = bench.waiting();
    const std::string empty = bench.create();
    const std::string before = bench.statusReply(waiting).body;
    bench.reopen();
    QCOMPARE(bench.statusReply(waiting).body, before);
    QCOMPARE(textOf(bench.status(paid), "status"), std::string("accepted"));
    QCOMPARE(textOf(bench.status(empty), "status"), std::string("created"));
    QCOMPARE(bench.balance(), 1234050000 - 350000);
    QCOMPARE(bench.bank().state().transfers().size(), 1U);
    QVERIFY(bench.create() != empty);
    QCOMPARE(bench.confirm(waiting).status, 200);
    bench.pass(3s);
    QCOMPARE(bench.bank().state().transfers().size(), 2U);
}

void PracticeBankTest::restartInTheMiddleGoesOn()
{
    Bench bench;
    const std::string session = bench.started();
    bench.reopen();
    bench.pass(2s);
    QCOMPARE(textOf(bench.status(session), "next_action"), std::string("confirm"));
    QCOMPARE(bench.confirm(session).status, 200);
    bench.reopen();
    bench.pass(2s);
    QCOMPARE(bench.bank().state().transfers().size(), 1U);
    bench.reopen();
    bench.pass(1h);
    QCOMPARE(bench.bank().state().transfers().size(), 1U);
}

void PracticeBankTest::timesAlwaysMoveForward()
{
    Bench bench;
    const std::string session = bench.create();
    const std::string created = textOf(bench.status(session), "updated_at");
    QCOMPARE(bench.call("session/start/payout/rko", Bench::startBody(session)).status, 200);
    QVERIFY(textOf(bench.status(session), "updated_at") > created);
    bench.bank().advance(Moment{});
    QVERIFY(textOf(bench.status(session), "updated_at") > created);
}

QTEST_GUILESS_MAIN(PracticeBankTest)
#include "tst_practicebank.moc"
