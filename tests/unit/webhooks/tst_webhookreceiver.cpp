#include "receiverdesk.h"

#include <QProcess>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestWebhookReceiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsInTheRawBytes();
    void saysNothingAboutItself();
    void answersByTheVerdict_data();
    void answersByTheVerdict();
    void answersOnlyAfterTheVerdict();
    void answersManyRequestsOnOneConnection();
    void answersRequestsThatWereSentTogetherInOrder();
    void joinsChunks();
    void takesABodyInSmallPieces();
    void takesABodyOfTheLargestSize();
    void answersAnExpectingClient();
    void servesAnOldClientAndCloses();
    void endsASlowHandshake();
    void keepsItsCaps();
    void keepsTheCapOfOnePeer();
    void servesAmongManyIdleConnections();
    void limitsTheBytesThatWait();
    void limitsTheRate();
    void givesUpOnAVerdictThatDoesNotCome();
    void listensToAllowedPeersOnly_data();
    void listensToAllowedPeersOnly();
    void saysWhyItCannotListen();
    void endsWhileVerdictsAreAwaited();
    void takesVerdictsFromOtherThreadsWhileItEnds();
    void servesTls();
};

void TestWebhookReceiver::handsInTheRawBytes()
{
    Desk desk;
    QVERIFY(desk.address && desk.address->port != 0);
    QCOMPARE(desk.address->url, QStringLiteral("http://127.0.0.1:%1/webhook").arg(desk.address->port));
    const QByteArray body("\xff\xfe{ \"a\" : 1.00 ,\r\n\r\n\"a\":2}\0\n", 28);
    QCOMPARE(Client(desk).send(post(body)).status(), 200);
    QCOMPARE(desk.inbox.count(), 1);
    const IncomingMessage message = desk.inbox.messages().value(0);
    QCOMPARE(message.body, body);
    QCOMPARE(message.signature, QByteArray("c2ln"));
    QVERIFY(message.source == ObservationSource::webhook);
    QCOMPARE(message.peer, QStringLiteral("127.0.0.1"));
}

void TestWebhookReceiver::saysNothingAboutItself()
{
    Desk desk;
    QCOMPARE(Client(desk).send(post("{}")).answer(), QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    QCOMPARE(Client(desk).send("GET / HTTP/1.1\r\nHost: desk\r\n\r\n").everything(),
             QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
}

void TestWebhookReceiver::answersByTheVerdict_data()
{
    QTest::addColumn<InboxVerdict>("verdict");
    QTest::addColumn<int>("status");
    QTest::addRow("stored") << InboxVerdict::stored << 200;
    QTest::addRow("repeated") << InboxVerdict::repeated << 200;
    QTest::addRow("bad signature") << InboxVerdict::badSignature << 401;
    QTest::addRow("not stored") << InboxVerdict::notStored << 503;
}

void TestWebhookReceiver::answersByTheVerdict()
{
    QFETCH(InboxVerdict, verdict);
    Desk desk;
    desk.inbox.answerWith(verdict);
    Client client(desk);
    QTEST(client.send(post("{}")).status(), "status");
    QTEST(client.send(post("{}")).status(), "status"); // the connection stays usable
}

void TestWebhookReceiver::answersOnlyAfterTheVerdict()
{
    Desk desk;
    desk.inbox.answerWith(std::nullopt);
    Client first(desk);
    first.send(post("1"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.inbox.count(), 1, patience);
    // Another client is answered meanwhile, so that the first one's answer had its chance to come too early.
    desk.inbox.answerWith(InboxVerdict::repeated);
    QCOMPARE(Client(desk).send(post("2")).status(), 200);
    desk.inbox.answerHeld(InboxVerdict::notStored);
    QCOMPARE(first.status(), 503);
}

void TestWebhookReceiver::answersManyRequestsOnOneConnection()
{
    Desk desk;
    Client client(desk);
    for (int n = 0; n < 20; ++n)
        QCOMPARE(client.send(post(QByteArray::number(n))).status(), 200);
    QCOMPARE(desk.inbox.count(), 20);
    QCOMPARE(client.send(post("last", "Connection: close\r\n")).everything().left(12), QByteArray("HTTP/1.1 200"));
    QVERIFY(client.hasEnded());
}

void TestWebhookReceiver::answersRequestsThatWereSentTogetherInOrder()
{
    Desk desk;
    Client client(desk);
    client.send(post("1") + chunked("1\r\n2\r\n0\r\n\r\n") + post("3"));
    for (int n = 1; n <= 3; ++n) {
        QCOMPARE(client.status(), 200);
        QCOMPARE(desk.inbox.messages().value(n - 1).body, QByteArray::number(n));
    }
}

void TestWebhookReceiver::joinsChunks()
{
    Desk desk;
    QCOMPARE(Client(desk).send(chunked("3\r\n{\"a\r\n00A\r\n\":\"\r\n0\r\n\"}\r\n0\r\n\r\n")).status(), 200);
    QCOMPARE(desk.inbox.messages().value(0).body, QByteArray("{\"a\":\"\r\n0\r\n\"}"));
}

void TestWebhookReceiver::takesABodyInSmallPieces()
{
    Desk desk;
    Client client(desk);
    for (const char c : post("{\"a\":1}"))
        client.send(QByteArray(1, c));
    QCOMPARE(client.status(), 200);
    QCOMPARE(desk.inbox.messages().value(0).body, QByteArray("{\"a\":1}"));
}

void TestWebhookReceiver::takesABodyOfTheLargestSize()
{
    Desk desk;
    const QByteArray body(1024 * 1024, 'x');
    QCOMPARE(Client(desk).send(post(body)).status(), 200);
    QCOMPARE(Client(desk).send(chunked("100000\r\n" + body + "\r\n0\r\n\r\n")).status(), 200);
    QCOMPARE(desk.inbox.messages().value(0).body, body);
    QCOMPARE(desk.inbox.messages().value(1).body, body);
}

void TestWebhookReceiver::answersAnExpectingClient()
{
    Desk desk;
    Client client(desk);
    client.send(start + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(client.answer(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    QCOMPARE(client.send("{}").status(), 200);
    // Who would be refused is not asked for the body.
    QCOMPARE(Client(desk).send(start + "Expect: 100-continue\r\nContent-Length: 2000000\r\n\r\n").status(), 413);
}

void TestWebhookReceiver::servesAnOldClientAndCloses()
{
    Desk desk;
    Client client(desk);
    client.send("POST /webhook HTTP/1.0\r\nX-Partner-Sign: c2ln\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(client.everything().startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client.hasEnded());
    QCOMPARE(desk.inbox.count(), 1);
}

void TestWebhookReceiver::keepsItsCaps()
{
    Desk desk({.connections = 2});
    Client first(desk);
    Client second(desk);
    QCOMPARE(first.send(post("1")).status(), 200);
    QCOMPARE(second.send(post("2")).status(), 200);
    Client third(desk);
    QCOMPARE(third.everything(), QByteArray());
    QVERIFY(third.hasEnded());
    first.close();
    int status = 0;
    QTRY_VERIFY_WITH_TIMEOUT(status == 200 || (status = Client(desk).send(post("3")).status()) == 200, patience);
    QCOMPARE(second.send(post("4")).status(), 200);
}

void TestWebhookReceiver::keepsTheCapOfOnePeer()
{
    Desk desk({.connectionsPerPeer = 1});
    Client first(desk);
    QCOMPARE(first.send(post("1")).status(), 200);
    QCOMPARE(Client(desk).everything(), QByteArray());
    QCOMPARE(first.send(post("2")).status(), 200);
}

void TestWebhookReceiver::servesAmongManyIdleConnections()
{
    Desk desk;
    std::vector<std::unique_ptr<Client>> idle;
    for (int n = 0; n < 200; ++n) {
        idle.push_back(std::make_unique<Client>(desk));
        QVERIFY(idle.back()->isConnected());
        idle.back()->send(n % 2 == 0 ? QByteArray() : start);
    }
    Client client(desk);
    for (int n = 0; n < 20; ++n)
        QCOMPARE(client.send(post("{}")).status(), 200);
}

void TestWebhookReceiver::limitsTheBytesThatWait()
{
    Desk desk({.waitingLimit = 10});
    desk.inbox.answerWith(std::nullopt);
    Client first(desk);
    first.send(post("123456"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.inbox.count(), 1, patience);
    QCOMPARE(Client(desk).send(post("12345")).status(), 503);
    QCOMPARE(desk.inbox.count(), 1);
    desk.inbox.answerHeld(InboxVerdict::stored);
    QCOMPARE(first.status(), 200);
    desk.inbox.answerWith(InboxVerdict::stored);
    QCOMPARE(Client(desk).send(post("1234567890")).status(), 200);
}

void TestWebhookReceiver::limitsTheRate()
{
    Desk desk({.requestsPerSecond = 0});
    QCOMPARE(Client(desk).send(post("{}")).status(), 503);
    QCOMPARE(desk.inbox.count(), 0);
}

void TestWebhookReceiver::givesUpOnAVerdictThatDoesNotCome()
{
    Desk desk({.verdictTime = 50ms});
    desk.inbox.answerWith(std::nullopt);
    Client client(desk);
    QCOMPARE(client.send(post("{}")).status(), 503);
    desk.inbox.answerHeld(InboxVerdict::stored); // too late, and harmless
    desk.inbox.answerWith(InboxVerdict::repeated);
    QCOMPARE(client.send(post("{}")).status(), 200);
}

void TestWebhookReceiver::listensToAllowedPeersOnly_data()
{
    QTest::addColumn<QStringList>("peers");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const QStringList &peers, bool allowed) {
        QTest::addRow("%s", qPrintable(peers.join(u' '))) << peers << allowed;
    };
    row({}, true);
    row({QStringLiteral("127.0.0.1")}, true);
    row({QStringLiteral("127.0.0.0/8")}, true);
    row({QStringLiteral("0.0.0.0/0")}, true);
    row({QStringLiteral("::ffff:127.0.0.1")}, true);
    row({QStringLiteral("192.0.2.1"), QStringLiteral("127.0.0.0/31")}, true);
    row({QStringLiteral("127.0.0.2")}, false);
    row({QStringLiteral("127.0.0.2/31")}, false);
    row({QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::/32")}, false);
    row({QStringLiteral("::1")}, false);
}

void TestWebhookReceiver::listensToAllowedPeersOnly()
{
    QFETCH(QStringList, peers);
    QFETCH(bool, allowed);
    Desk desk({.allowedPeers = peers});
    Client client(desk);
    client.send(post("{}", "Connection: close\r\n"));
    QCOMPARE(client.everything().isEmpty(), !allowed);
    QCOMPARE(desk.inbox.count(), allowed ? 1 : 0);
}

void TestWebhookReceiver::saysWhyItCannotListen()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto failure = [](WebhookReceiver::Options options) {
        Desk desk(std::move(options));
        return desk.address ? Error{} : desk.address.error();
    };
    const Error taken = failure({.port = other.serverPort()});
    QVERIFY(taken.code == ErrorCode::listenFailed);
    QVERIFY(taken.detail.contains(QString::number(other.serverPort())));
    for (const QString &address : {QStringLiteral("192.0.2.1"), QStringLiteral("nonsense"), QString()})
        QVERIFY(failure({.listenAddress = address}).code == ErrorCode::listenFailed);
    for (const char *entry : {"nonsense", "127.0.0.1/33", "127.0.0.1/", "127.0.0.1/-1", "::1/129", "10.0.0"})
        QVERIFY(failure({.allowedPeers = {QString::fromLatin1(entry)}}) ==
                (Error{ErrorCode::settingsInvalid, QString::fromLatin1(entry)}));
    QVERIFY(failure({.path = QStringLiteral("webhook")}).code == ErrorCode::settingsInvalid);
    QVERIFY(failure({.certificateFile = QStringLiteral("/nowhere")}) ==
            (Error{ErrorCode::listenFailed, QStringLiteral("/nowhere")}));
    QVERIFY(failure({.keyFile = QStringLiteral("/nowhere")}).code == ErrorCode::listenFailed);

    Desk twice;
    QVERIFY(twice.address);
    QVERIFY(!twice.receiver->start());
    QCOMPARE(Client(twice).send(post("{}")).status(), 200);
}

void TestWebhookReceiver::endsWhileVerdictsAreAwaited()
{
    Desk desk;
    desk.inbox.answerWith(std::nullopt);
    Client waiting(desk);
    Client another(desk);
    Client reading(desk);
    Client idle(desk);
    waiting.send(post("1"));
    another.send(chunked("1\r\n2\r\n0\r\n\r\n"));
    reading.send(start);
    QTRY_COMPARE_WITH_TIMEOUT(desk.inbox.count(), 2, patience);
    desk.receiver.reset();
    for (Client *client : {&waiting, &another, &reading, &idle}) {
        QCOMPARE(client->everything(), QByteArray());
        QVERIFY(client->hasEnded());
    }
    desk.inbox.answerHeld(InboxVerdict::stored); // nobody waits any more
    QTcpServer next;
    QVERIFY(next.listen(QHostAddress::LocalHost, desk.address->port)); // the port is free again
}

void TestWebhookReceiver::takesVerdictsFromOtherThreadsWhileItEnds()
{
    for (int round = 0; round < 20; ++round) {
        Desk desk;
        desk.inbox.answerWith(std::nullopt);
        Client client(desk);
        client.send(post("1"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.inbox.count(), 1, patience);
        const std::jthread engine([&desk] { desk.inbox.answerHeld(InboxVerdict::stored); });
        desk.receiver.reset();
        const QByteArray answer = client.everything();
        QVERIFY(answer.isEmpty() || answer.startsWith("HTTP/1.1 200 OK\r\n"));
    }
}

namespace {

/// A key and a certificate of its own making for "localhost".
struct TlsFiles
{
    QTemporaryDir folder;
    QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    QString key = folder.filePath(QStringLiteral("key.pem"));

    bool make() const
    {
        return QProcess::execute(QStringLiteral("openssl"),
                                 {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                  QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                  QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                                  QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                                  QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-out"), certificate,
                                  QStringLiteral("-keyout"), key}) == 0;
    }
};

} // namespace

void TestWebhookReceiver::endsASlowHandshake()
{
    const TlsFiles files;
    QVERIFY2(files.make(), "the openssl program makes the certificate");
    Desk desk({.certificateFile = files.certificate, .keyFile = files.key, .handshakeTime = 100ms});
    QVERIFY(desk.address);
    Client silent(desk);
    QCOMPARE(silent.everything(), QByteArray());
    QVERIFY(silent.hasEnded());
}

void TestWebhookReceiver::servesTls()
{
    const TlsFiles files;
    QVERIFY2(files.make(), "the openssl program makes the certificate");
    Desk desk({.certificateFile = files.certificate, .keyFile = files.key});
    QVERIFY(desk.address);
    QVERIFY(desk.address->url.startsWith(QStringLiteral("https://127.0.0.1:")));

    QSslSocket socket;
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    trust.setCaCertificates(QSslCertificate::fromPath(files.certificate));
    socket.setSslConfiguration(trust);
    socket.setPeerVerifyName(QStringLiteral("localhost"));
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), desk.address->port);
    QVERIFY2(socket.waitForEncrypted(patience), qPrintable(socket.errorString()));
    for (int n = 1; n <= 2; ++n) {
        socket.write(post("{}"));
        QVERIFY(socket.waitForReadyRead(patience));
        QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        QCOMPARE(desk.inbox.count(), n);
    }

    // Who speaks plainly gets no answer of HTTP.
    QVERIFY(!Client(desk).send(post("{}")).everything().contains("HTTP"));
    QCOMPARE(desk.inbox.count(), 2);

    // The key of another certificate is not taken.
    const TlsFiles others;
    QVERIFY(others.make());
    const Desk mismatched({.certificateFile = files.certificate, .keyFile = others.key});
    QVERIFY(!mismatched.address && mismatched.address.error().code == ErrorCode::listenFailed);
}

QTEST_GUILESS_MAIN(TestWebhookReceiver)
#include "tst_webhookreceiver.moc"
