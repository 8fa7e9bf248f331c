#include "receiverdesk.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

/// What the receiver must not take: other paths, requests that two programs could read in two ways (threat-model.md
/// W4), requests that do not end.
class TestWebhookRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsOnePathOnly_data();
    void knowsOnePathOnly();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void endsSlowRequests_data();
    void endsSlowRequests();
};

void TestWebhookRefusals::knowsOnePathOnly_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
         {"GET /webhook", "HEAD /webhook", "PUT /webhook", "DELETE /webhook", "OPTIONS *", "TRACE /webhook",
          "CONNECT desk:443", "post /webhook", "POST /", "POST /webhook/", "POST //webhook", "POST /webhook?a=b",
          "POST /Webhook", "POST /%77ebhook", "POST /./webhook", "POST /x/../webhook", "POST http://desk/webhook",
          "POST /webhook#a", "POST /webhook.json"})
        QTest::addRow("%s", line) << QByteArray(line);
}

void TestWebhookRefusals::knowsOnePathOnly()
{
    QFETCH(QByteArray, line);
    Desk desk;
    Client client(desk);
    client.send(line + " HTTP/1.1\r\nHost: desk\r\nX-PARTNER-SIGN: c2ln\r\nContent-Length: 2\r\n\r\n{}");
    QCOMPARE(client.everything(),
             QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    QCOMPARE(desk.inbox.count(), 0);
}

void TestWebhookRefusals::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status = 400) {
        QTest::addRow("%s", name) << request << status;
    };
    // Each of these carries a second request, which must not be found behind the first.
    const QByteArray second = "0\r\n\r\n" + post("smuggled");
    const auto field = [&](const char *name, const QByteArray &fields, int status = 400) {
        row(name, start + fields + "\r\n" + second, status);
    };
    field("length and chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
    field("chunked and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n");
    field("two lengths", "Content-Length: 5\r\nContent-Length: 0\r\n");
    field("the same length twice", "Content-Length: 5\r\nContent-Length: 5\r\n");
    field("two lengths in different case", "Content-Length: 5\r\ncontent-length: 5\r\n");
    field("lengths in a list", "Content-Length: 5, 5\r\n");
    field("negative length", "Content-Length: -5\r\n");
    field("length with a plus", "Content-Length: +5\r\n");
    field("hexadecimal length", "Content-Length: 0x5\r\n");
    field("fractional length", "Content-Length: 5.0\r\n");
    field("length with an exponent", "Content-Length: 5e0\r\n");
    field("length in two words", "Content-Length: 5 5\r\n");
    field("quoted length", "Content-Length: \"5\"\r\n");
    field("empty length", "Content-Length:\r\n");
    field("length over 64 bits", "Content-Length: 18446744073709551621\r\n");
    field("length of words", "Content-Length: five\r\n");
    field("space before the colon", "Content-Length : 5\r\n");
    field("tab before the colon", "Transfer-Encoding\t: chunked\r\nContent-Length: 5\r\n");
    field("space before a name", "Accept: */*\r\n Content-Length: 5\r\nContent-Length: 0\r\n");
    field("folded line", "Content-Length: 5\r\nX-Note: a\r\n b\r\n");
    field("folded encoding", "Transfer-Encoding:\r\n chunked\r\n");
    field("folded first line", " X-Note: a\r\nContent-Length: 5\r\n");
    field("encoding twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
    field("two encodings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n");
    field("encodings in a list", "Transfer-Encoding: gzip, chunked\r\n");
    field("chunked is not last", "Transfer-Encoding: chunked, identity\r\n");
    field("chunked twice", "Transfer-Encoding: chunked, chunked\r\n");
    field("encoding identity", "Transfer-Encoding: identity\r\n");
    field("encoding xchunked", "Transfer-Encoding: xchunked\r\n");
    field("quoted chunked", "Transfer-Encoding: \"chunked\"\r\n");
    field("chunked with a parameter", "Transfer-Encoding: chunked;a=b\r\n");
    field("vertical tab before chunked", "Transfer-Encoding: \vchunked\r\n");
    field("empty encoding", "Transfer-Encoding:\r\n");
    field("no framing", "", 411);
    field("two hosts", "Host: desk\r\nContent-Length: 5\r\n");
    field("two signatures", "X-PARTNER-SIGN: c2ln\r\nContent-Length: 5\r\n");
    field("two signatures in different case", "x-partner-sign: other\r\nContent-Length: 5\r\n");
    field("zero byte in a value", QByteArray("X-Note: a\0b\r\nContent-Length: 5\r\n", 32));
    field("zero byte in a name", QByteArray("X-N\0te: a\r\nContent-Length: 5\r\n", 30));
    field("line feed in a value", "X-Note: a\nContent-Length: 5\r\n");
    field("return in a value", "X-Note: a\rContent-Length: 5\r\n");
    field("line feed ends a line", "Content-Length: 5\n");
    field("name with a bracket", "Content(Length: 5\r\n");
    field("name beyond ASCII", "Content-L\xc3\xa9ngth: 5\r\n");
    field("no colon", "Content-Length 5\r\n");
    field("empty name", ": 5\r\nContent-Length: 5\r\n");
    field("unknown expectation", "Expect: 200-ok\r\nContent-Length: 5\r\n", 417);
    field("body over the limit", "Content-Length: 1048577\r\n", 413);

    row("no host", "POST /webhook HTTP/1.1\r\nX-PARTNER-SIGN: c2ln\r\nContent-Length: 5\r\n\r\n" + second);
    row("no signature", "POST /webhook HTTP/1.1\r\nHost: desk\r\nContent-Length: 5\r\n\r\n" + second, 401);
    row("empty signature",
        "POST /webhook HTTP/1.1\r\nHost: desk\r\nX-PARTNER-SIGN: \r\nContent-Length: 5\r\n\r\n" + second, 401);
    row("line feeds only", "POST /webhook HTTP/1.1\nHost: desk\nX-PARTNER-SIGN: c2ln\nContent-Length: 5\n\n" + second);
    row("empty line first", "\r\n" + post("hello"));
    row("space first", " " + post("hello"));
    row("two spaces in the first line", post("hello").replace("POST /", "POST  /"));
    row("tab in the first line", post("hello").replace("POST /", "POST\t/"));
    row("another version", post("hello").replace("HTTP/1.1", "HTTP/1.2"));
    row("version 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("version 0.9", "POST /webhook\r\n\r\n");
    row("chunked from an old client", chunked(second).replace("HTTP/1.1", "HTTP/1.0"));
    row("hello of TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    row("head over the limit", start + "X-Note: " + QByteArray(17'000, 'x') + "\r\n\r\n", 431);
    row("many fields", start + QByteArray("A: b\r\n").repeated(200) + "Content-Length: 5\r\n\r\nhello");
    row("endless first line", "POST /" + QByteArray(20'000, 'x'), 431);

    row("chunk size of words", chunked("five\r\nhello\r\n" + second));
    row("empty chunk size", chunked("\r\nhello\r\n" + second));
    row("negative chunk size", chunked("-5\r\nhello\r\n" + second));
    row("chunk size with a plus", chunked("+5\r\nhello\r\n" + second));
    row("chunk size with 0x", chunked("0x5\r\nhello\r\n" + second));
    row("space before the chunk size", chunked(" 5\r\nhello\r\n" + second));
    row("space behind the chunk size", chunked("5 \r\nhello\r\n" + second));
    row("chunk size over 64 bits", chunked("10000000000000005\r\nhello\r\n" + second));
    row("chunk size ends in a line feed", chunked("5\nhello\r\n" + second));
    row("chunk ends in a line feed", chunked("5\r\nhello\n" + second));
    row("chunk longer than its size", chunked("4\r\nhello\r\n" + second));
    row("chunk shorter than its size", chunked("6\r\nhello\r\n" + second));
    row("chunk extension", chunked("5;a=b\r\nhello\r\n" + second));
    row("extension of the last chunk", chunked("5\r\nhello\r\n0;a=b\r\n\r\n" + post("smuggled")));
    row("fields behind the last chunk", chunked("5\r\nhello\r\n0\r\nX-PARTNER-SIGN: other\r\n\r\n" + post("smuggled")));
    row("length behind the last chunk", chunked("5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n" + post("smuggled")));
    row("endless extension", chunked("5;" + QByteArray(100'000, 'a')));
    row("chunks over the limit", chunked("80000\r\n" + QByteArray(0x80000, 'x') + "\r\n80001\r\n"), 413);
    row("chunk over the limit", chunked("ffffffff\r\nhello"), 413);
}

void TestWebhookRefusals::refusesBadRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    Desk desk;
    Client client(desk);
    const QByteArray answers = client.send(request).everything();
    QCOMPARE(answers.count("HTTP/1.1 "), 1);
    QCOMPARE(answers.mid(9, 3).toInt(), status);
    QVERIFY(answers.contains("\r\nConnection: close\r\n"));
    QVERIFY(client.hasEnded());
    QCOMPARE(desk.inbox.count(), 0);
}

void TestWebhookRefusals::endsSlowRequests_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("half a line") << QByteArray("POST /web");
    QTest::addRow("half a head") << start;
    QTest::addRow("half a body") << post("hello").chopped(2);
    QTest::addRow("half a chunk size") << chunked("5");
    QTest::addRow("half a chunk") << chunked("5\r\nhel");
    QTest::addRow("no last chunk") << chunked("5\r\nhello\r\n");
    QTest::addRow("half a last chunk") << chunked("5\r\nhello\r\n0\r\n");
}

void TestWebhookRefusals::endsSlowRequests()
{
    QFETCH(QByteArray, begin);
    Desk desk({.requestTime = 100ms});
    Client client(desk);
    QCOMPARE(client.send(begin).everything(), QByteArray());
    QVERIFY(client.hasEnded());
    QCOMPARE(desk.inbox.count(), 0);
}

QTEST_GUILESS_MAIN(TestWebhookRefusals)
#include "tst_webhookrefusals.moc"
