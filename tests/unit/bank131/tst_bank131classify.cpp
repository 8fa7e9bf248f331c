#include "bank131/bank131protocol.h"
#include "unit/bank131/examples.h"

#include <QTest>

using namespace countersign;
using countersign::testing::example;
using Failure = TransportReply::Failure;

namespace {

const QString session = QStringLiteral("ps_7700131");

/// An answer that was read to its end.
TransportReply answered(int httpStatus, const QByteArray &body)
{
    TransportReply reply;
    reply.requestSent = true;
    reply.bodyBytesPulled = 100;
    reply.httpStatus = httpStatus;
    reply.body = body;
    return reply;
}

/// A call that ended before a status line.
TransportReply ended(Failure failure, qint64 pulled, bool requestSent)
{
    TransportReply reply;
    reply.failure = failure;
    reply.bodyBytesPulled = pulled;
    reply.requestSent = requestSent;
    return reply;
}

QByteArray okBody()
{
    return R"({"status":"ok","session":{"id":"ps_7700131","status":"in_progress"}})";
}

QByteArray errorBody(const QByteArray &code)
{
    return R"({"status":"error","error":{"code":")" + code + R"(","description":"d"}})";
}

} // namespace

class Bank131ClassifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineOfTheTable_data();
    void everyLineOfTheTable();
    void createTakesAnyNewSession();
    void okCarriesTheReadingAndNothingElseDoes();
    void errorsAreReadWhereverTheAnswerHasOne();
    void theTransportsFactsStayInTheOutcome();
    void anUnknownSessionIsToldFromOtherRefusals_data();
    void anUnknownSessionIsToldFromOtherRefusals();

private:
    const Bank131Protocol m_protocol;
};

void Bank131ClassifyTest::everyLineOfTheTable_data()
{
    QTest::addColumn<TransportReply>("reply");
    QTest::addColumn<SendClass>("expected");
    const auto row = [](const char *name, const TransportReply &reply, SendClass expected) {
        QTest::addRow("%s", name) << reply << expected;
    };
    const auto cut = [](Failure failure, TransportReply reply) {
        reply.failure = failure;
        return reply;
    };
    using enum SendClass;

    row("200 and ours", answered(200, okBody()), ok);
    row("201 and ours", answered(201, okBody()), ok);
    row("299 and ours", answered(299, okBody()), ok);
    row("published answer", answered(200, example(QStringLiteral("02-session-start-payout-rko.response.json"))), ok);

    row("identification_error", answered(400, errorBody("identification_error")), refused);
    row("authentication_error", answered(401, errorBody("authentication_error")), refused);
    row("authorization_error", answered(403, errorBody("authorization_error")), refused);
    row("invalid_request", answered(400, errorBody("invalid_request")), refused);
    row("invalid_request with 499", answered(499, errorBody("invalid_request")), refused);
    row("without status", answered(400, example(QStringLiteral("11-error.without-status.response.json"))), refused);

    row("unknown host", ended(Failure::nameLookup, 0, false), notSent);
    row("connection refused", ended(Failure::connect, 0, false), notSent);
    row("TLS refused", ended(Failure::tls, 0, false), notSent);
    row("connect timeout", ended(Failure::timeout, 0, false), notSent);
    row("lost before the first byte", ended(Failure::connectionLost, 0, false), notSent);

    row("one body byte pulled", ended(Failure::connect, 1, false), unknown);
    row("request sent", ended(Failure::connect, 0, true), unknown);
    row("timeout after the body", ended(Failure::timeout, 100, true), unknown);
    row("reset", ended(Failure::connectionLost, 100, true), unknown);
    row("resend refused", ended(Failure::resendRefused, 100, true), unknown);
    row("resend refused with no counters", ended(Failure::resendRefused, 0, false), unknown);
    row("no failure and no answer", ended(Failure::none, 0, false), unknown);
    row("answer with no counters",
        cut(Failure::connect,
            [] {
                TransportReply reply;
                reply.httpStatus = 400;
                return reply;
            }()),
        unknown);
    for (const int status : {301, 302, 303, 307, 308}) {
        row(qPrintable(QStringLiteral("redirect %1").arg(status)), cut(Failure::redirect, answered(status, okBody())),
            unknown);
        row(qPrintable(QStringLiteral("bare %1").arg(status)), answered(status, okBody()), unknown);
    }
    row("100 and ours", answered(100, okBody()), unknown);
    row("429 with a definite code", answered(429, errorBody("invalid_request")), unknown);
    for (const int status : {500, 502, 503, 504}) {
        row(qPrintable(QStringLiteral("%1 with a definite code").arg(status)),
            answered(status, errorBody("invalid_request")), unknown);
        row(qPrintable(QStringLiteral("%1 and ours").arg(status)), answered(status, okBody()), unknown);
    }
    row("internal_error", answered(400, errorBody("internal_error")), unknown);
    row("session_wrong_state", answered(400, errorBody("session_wrong_state")), unknown);
    row("idempotency key", answered(400, errorBody("idempotency_key_already_exists")), unknown);
    row("unknown code", answered(400, errorBody("brand_new_code")), unknown);
    row("code in other letter case", answered(400, errorBody("Invalid_Request")), unknown);
    row("definite code with 200", answered(200, errorBody("invalid_request")), unknown);
    row("4xx that says ok", answered(400, okBody()), unknown);
    row("4xx with ok and a code", answered(400, R"({"status":"ok","error":{"code":"invalid_request"}})"), unknown);
    row("4xx of a proxy", answered(400, "<html>Bad Request</html>"), unknown);
    row("4xx and nothing", answered(404, {}), unknown);
    row("code only inside the session", answered(400, R"({"session":{"id":"ps_7700131","error":
        {"code":"invalid_request"}}})"),
        unknown);
    row("code not text", answered(400, R"({"error":{"code":1}})"), unknown);
    row("other session", answered(200, R"({"status":"ok","session":{"id":"ps_7700132"}})"), unknown);
    row("no session", answered(200, R"({"status":"ok"})"), unknown);
    row("session unreadable", answered(200, R"({"status":"ok","session":{"id":"ps_7700131","payments":{}}})"), unknown);
    row("no status", answered(200, R"({"session":{"id":"ps_7700131"}})"), unknown);
    row("status in other letter case", answered(200, R"({"status":"OK","session":{"id":"ps_7700131"}})"), unknown);
    row("status not text", answered(200, R"({"status":true,"session":{"id":"ps_7700131"}})"), unknown);
    row("ok and an error", answered(200, R"({"status":"ok","error":{"code":"x"},"session":{"id":"ps_7700131"}})"),
        unknown);
    row("nothing", answered(200, {}), unknown);
    row("array", answered(200, "[" + okBody() + "]"), unknown);
    row("name twice", answered(200, R"({"status":"error","status":"ok","session":{"id":"ps_7700131"}})"), unknown);
    row("cut answer", cut(Failure::connectionLost, answered(200, okBody().chopped(5))), unknown);
    row("whole JSON of a cut answer", cut(Failure::connectionLost, answered(200, okBody())), unknown);
    row("refusal of a cut answer", cut(Failure::timeout, answered(400, errorBody("invalid_request"))), unknown);
    row("too large", cut(Failure::tooLarge, answered(200, okBody())), unknown);
}

void Bank131ClassifyTest::everyLineOfTheTable()
{
    QFETCH(TransportReply, reply);
    QFETCH(SendClass, expected);
    for (const CallKind kind : {CallKind::start, CallKind::confirm, CallKind::cancel, CallKind::status}) {
        QCOMPARE(m_protocol.classify(kind, session, reply).sendClass, expected);
    }
}

void Bank131ClassifyTest::createTakesAnyNewSession()
{
    const auto outcome = m_protocol.classify(
        CallKind::create, {}, answered(200, example(QStringLiteral("01-session-create-rko.response.json"))));
    QCOMPARE(outcome.sendClass, SendClass::ok);
    QCOMPARE(outcome.reading->sessionId, session);
    const auto nameless =
        m_protocol.classify(CallKind::create, {}, answered(200, R"({"status":"ok","session":{"status":"created"}})"));
    QCOMPARE(nameless.sendClass, SendClass::unknown);
}

void Bank131ClassifyTest::okCarriesTheReadingAndNothingElseDoes()
{
    const auto good = m_protocol.classify(CallKind::status, session, answered(200, okBody()));
    QVERIFY(good.reading);
    QCOMPARE(good.reading->status, QStringLiteral("in_progress"));
    const auto foreign = m_protocol.classify(CallKind::status, QStringLiteral("ps_1"), answered(200, okBody()));
    QVERIFY(!foreign.reading);
    QVERIFY(!m_protocol.classify(CallKind::status, session, answered(500, okBody())).reading);
}

void Bank131ClassifyTest::errorsAreReadWhereverTheAnswerHasOne()
{
    const auto code = [this](const TransportReply &reply) {
        const auto outcome = m_protocol.classify(CallKind::status, session, reply);
        return outcome.error ? outcome.error->code : QStringLiteral("none");
    };
    QCOMPARE(code(answered(400, errorBody("invalid_request"))), QStringLiteral("invalid_request"));
    QCOMPARE(code(answered(500, errorBody("internal_error"))), QStringLiteral("internal_error"));
    QCOMPARE(code(answered(404, errorBody("session_not_found"))), QStringLiteral("session_not_found"));
    QCOMPARE(code(answered(200, R"({"status":"ok","session":{"id":"ps_7700131","error":{"code":"e"}}})")),
             QStringLiteral("e"));
    QCOMPARE(code(answered(200, okBody())), QStringLiteral("none"));
    QCOMPARE(code(answered(502, "<html>")), QStringLiteral("none"));
}

void Bank131ClassifyTest::theTransportsFactsStayInTheOutcome()
{
    TransportReply reply = ended(Failure::timeout, 17, true);
    reply.failureText = QStringLiteral("Operation timed out");
    const auto outcome = m_protocol.classify(CallKind::confirm, session, reply);
    QCOMPARE(outcome.reply.failure, Failure::timeout);
    QCOMPARE(outcome.reply.bodyBytesPulled, 17);
    QCOMPARE(outcome.reply.failureText, reply.failureText);
}

void Bank131ClassifyTest::anUnknownSessionIsToldFromOtherRefusals_data()
{
    QTest::addColumn<TransportReply>("reply");
    QTest::addColumn<bool>("gone");
    QTest::addRow("session_not_found, 404") << answered(404, errorBody("session_not_found")) << true;
    QTest::addRow("session_not_found, 400") << answered(400, errorBody("session_not_found")) << true;
    QTest::addRow("not_found") << answered(404, errorBody("not_found")) << true;
    QTest::addRow("404 of a proxy") << answered(404, "<html>not_found</html>") << false;
    QTest::addRow("5xx") << answered(500, errorBody("session_not_found")) << false;
    QTest::addRow("429") << answered(429, errorBody("session_not_found")) << false;
    QTest::addRow("other code with 404") << answered(404, errorBody("brand_new_code")) << true;
    QTest::addRow("session id refused") << answered(400, errorBody("invalid_request")) << true;
    QTest::addRow("other code") << answered(400, errorBody("session_wrong_state")) << false;
    QTest::addRow("wrong signature") << answered(401, errorBody("authentication_error")) << false;
    QTest::addRow("known") << answered(200, okBody()) << false;
    QTest::addRow("inside a known session")
        << answered(400, R"({"session":{"id":"ps_7700131","error":{"code":"account_not_found"}}})") << false;
}

void Bank131ClassifyTest::anUnknownSessionIsToldFromOtherRefusals()
{
    QFETCH(TransportReply, reply);
    QFETCH(bool, gone);
    const CallOutcome outcome = m_protocol.classify(CallKind::status, session, reply);
    QCOMPARE(saysUnknownSession(outcome), gone);
}

QTEST_GUILESS_MAIN(Bank131ClassifyTest)
#include "tst_bank131classify.moc"
