#include "webhooks/requesthead.h"

#include <QtTest>

using namespace countersign;

class TestRequestHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheBankSends();
    void readsOldClientsAndClosingOnes();
    void findsTheEndOfAHead_data();
    void findsTheEndOfAHead();
    void refusesWhatCanBeReadInTwoWays_data();
    void refusesWhatCanBeReadInTwoWays();
};

void TestRequestHead::readsWhatTheBankSends()
{
    const auto head = readRequestHead("POST /webhook HTTP/1.1\r\nhost: desk\r\nContent-type: application/json\r\n"
                                      "x-partner-sign: \t YWJj= \r\ncontent-length: 0017\r\n\r\n");
    QVERIFY(head);
    QCOMPARE(head->method, std::string("POST"));
    QCOMPARE(head->target, std::string("/webhook"));
    QCOMPARE(head->signature, std::string("YWJj="));
    QVERIFY(head->contentLength == 17u);
    QVERIFY(!head->chunked);
    QVERIFY(head->keepAlive);
    QVERIFY(!head->expectContinue);
    QCOMPARE(head->fieldCount, std::size_t(4));
}

void TestRequestHead::readsOldClientsAndClosingOnes()
{
    const auto old = readRequestHead("POST / HTTP/1.0\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(old && !old->keepAlive && !old->expectContinue);
    const auto closing =
        readRequestHead("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nConnection: x, Close\r\n\r\n");
    QVERIFY(closing && !closing->keepAlive);
    const auto chunked = readRequestHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n");
    QVERIFY(chunked && chunked->chunked && !chunked->contentLength);
}

void TestRequestHead::findsTheEndOfAHead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("size");
    const auto row = [](const char *name, const QByteArray &bytes, HeadEnd::Kind kind, int size) {
        QTest::addRow("%s", name) << bytes << static_cast<int>(kind) << size;
    };
    row("nothing", "", HeadEnd::Kind::incomplete, 0);
    row("one line", "GET / HTTP/1.1\r\n", HeadEnd::Kind::incomplete, 0);
    row("return at the end", "GET / HTTP/1.1\r", HeadEnd::Kind::incomplete, 0);
    row("whole", "A\r\n\r\nrest", HeadEnd::Kind::complete, 5);
    row("anything behind the end", QByteArray("A\r\n\r\n\0\n", 7), HeadEnd::Kind::complete, 5);
    row("line feed alone", "A\nB", HeadEnd::Kind::broken, 0);
    row("return alone", "A\rB", HeadEnd::Kind::broken, 0);
    row("two returns", "A\r\r\n", HeadEnd::Kind::broken, 0);
    row("empty line of a line feed", "A\r\n\n", HeadEnd::Kind::broken, 0);
    row("zero byte", QByteArray("A\0B", 3), HeadEnd::Kind::broken, 0);
    row("TLS hello", QByteArray("\x16\x03\x01\x02", 4), HeadEnd::Kind::broken, 0);
    row("delete", "A\x7f", HeadEnd::Kind::broken, 0);
}

void TestRequestHead::findsTheEndOfAHead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, size);
    const HeadEnd end = findHeadEnd({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QTEST(static_cast<int>(end.kind), "kind");
    QCOMPARE(end.size, static_cast<std::size_t>(size));
}

void TestRequestHead::refusesWhatCanBeReadInTwoWays_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const QByteArray good = "POST / HTTP/1.1";
    const auto line = [](const char *text, int status = 400) {
        QTest::addRow("line %s", text) << QByteArray(text) << QByteArray("Host: a\r\nContent-Length: 1\r\n") << status;
    };
    const auto fields = [&good](const char *name, const QByteArray &text, int status = 400) {
        QTest::addRow("%s", name) << good << text << status;
    };
    line("");
    line("POST");
    line("POST /");
    line("POST  / HTTP/1.1");
    line("POST / HTTP/1.1 ");
    line("POST / x HTTP/1.1");
    line(" POST / HTTP/1.1");
    line("P(ST / HTTP/1.1");
    line("POST /\xd0\xb0 HTTP/1.1");
    line("POST / HTTP/1.2");
    line("POST / HTTP/2.0");
    line("POST / http/1.1");
    line("POST / HTTP/01.1");
    fields("no host", "Content-Length: 1\r\n");
    fields("two hosts", "Host: a\r\nHost: a\r\nContent-Length: 1\r\n");
    fields("no framing", "Host: a\r\n", 411);
    fields("another expectation", "Host: a\r\nContent-Length: 1\r\nExpect: miracles\r\n", 417);
    fields("no colon", "Host: a\r\nContent-Length\r\n");
    fields("empty name", "Host: a\r\n: 1\r\nContent-Length: 1\r\n");
    fields("length over 64 bits", "Host: a\r\nContent-Length: 18446744073709551617\r\n");
    fields("length with a digit of another script", "Host: a\r\nContent-Length: \xd9\xa1\r\n");
    fields("101 fields", "Host: a\r\nContent-Length: 1\r\n" + QByteArray("A: b\r\n").repeated(99));
}

void TestRequestHead::refusesWhatCanBeReadInTwoWays()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, fields);
    const QByteArray block = line + "\r\n" + fields + "\r\n";
    const auto head = readRequestHead({block.constData(), static_cast<std::size_t>(block.size())});
    QVERIFY(!head);
    QTEST(head.error(), "status");
}

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_requesthead.moc"
