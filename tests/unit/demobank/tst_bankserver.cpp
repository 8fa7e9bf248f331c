#include "demobank/bankserver.h"
#include "unit/demobank/bench.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>
#include <thread>

using namespace countersign::demobank;

namespace {

/// A practice bank on a real socket, in a thread of its own.
class Served
{
public:
    explicit Served(bool tls, const std::string &webhookUrl = {})
    {
        const std::filesystem::path folder = m_folder.path().toStdString();
        BankSettings settings;
        settings.project = "practice";
        settings.webhookUrl = webhookUrl;
        settings.checkTime = std::chrono::milliseconds{20};
        if (tls) m_tls = openTlsFiles(folder);
        m_ledger = std::make_unique<FileLedger>(folder / "ledger.jsonl");
        const auto now = std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
        m_bank = std::make_unique<PracticeBank>(settings, *m_ledger, rsaKeys(m_own, m_partner), now);
        m_server = std::make_unique<BankServer>(*m_bank, ListenAddress{}, m_tls);
        m_thread = std::jthread([this] { m_server->run(); });
    }

    ~Served() { stop(); }

    void stop()
    {
        if (!m_thread.joinable()) return;
        m_server->stop();
        m_thread.join();
    }

    QUrl url() const { return QUrl(QString::fromStdString(m_server->url())); }

    /// While it runs: the call stands in the ledger's file, which is written before a call is answered.
    bool hasSeen(const QByteArray &call) const
    {
        QFile file(m_folder.filePath(QStringLiteral("ledger.jsonl")));
        if (!file.open(QIODevice::ReadOnly)) return false;
        const QByteArrayList lines = file.readAll().split('\n');
        return std::ranges::any_of(lines, [&call](const QByteArray &line) { // a rule names the call as well
            return line.contains(R"("event":"request_seen")") && line.contains("\"call\":\"" + call + '"');
        });
    }

    /// Only after stop().
    std::size_t requestsSeen(const std::string &call) const
    {
        std::size_t count = 0;
        m_ledger->read([&](const Json &entry) {
            if (textOf(entry, "event") == "request_seen" && textOf(entry, "call") == call) ++count;
        });
        return count;
    }

    std::unique_ptr<QSslSocket> connectClient() const
    {
        auto socket = std::make_unique<QSslSocket>();
        const auto port = static_cast<quint16>(url().port());
        if (m_tls) {
            QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
            configuration.setCaCertificates(
                QSslCertificate::fromPath(QString::fromStdString(m_tls->certificate.string())));
            socket->setSslConfiguration(configuration);
            socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        } else
            socket->connectToHost(QStringLiteral("127.0.0.1"), port);
        return socket;
    }

    QByteArray head(const QByteArray &method, const std::string &body) const
    {
        return "POST /api/v1/" + method + " HTTP/1.1\r\nHost: bank\r\nx-PARTNER-project: practice\r\nX-Partner-SIGN: " +
               QByteArray::fromStdString(m_partner.sign(body)) + "\r\nCONTENT-TYPE: application/json\r\n";
    }

    QByteArray counted(const QByteArray &method, const std::string &body) const
    {
        return head(method, body) + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
               QByteArray::fromStdString(body);
    }

    QByteArray control(const std::string &command) const
    {
        return "POST /practice/control HTTP/1.1\r\nHost: bank\r\nContent-Length: " +
               QByteArray::number(command.size()) + "\r\n\r\n" + QByteArray::fromStdString(command);
    }

    const RsaKey &own() const { return m_own; }

private:
    QTemporaryDir m_folder;
    RsaKey m_own = bankKey();
    RsaKey m_partner = partnerKey();
    std::optional<TlsFiles> m_tls;
    std::unique_ptr<FileLedger> m_ledger;
    std::unique_ptr<PracticeBank> m_bank;
    std::unique_ptr<BankServer> m_server;
    std::jthread m_thread;
};

int count(const QByteArray &text, const QByteArray &part)
{
    return static_cast<int>(text.count(part));
}

} // namespace

/// The practice bank over real sockets, with a client that writes its bytes itself.
class BankServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAreAnswered_data();
    void callsAreAnswered();
    void badFramingIsRefused_data();
    void badFramingIsRefused();
    void spoiltDeliveryIsObeyed_data();
    void spoiltDeliveryIsObeyed();
    void webhookIsPostedSignedAndRepeated();
    void onlyLoopbackIsListenedOn_data();
    void onlyLoopbackIsListenedOn();
};

void BankServerTest::callsAreAnswered_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addRow("HTTP") << false;
    QTest::addRow("HTTPS") << true;
}

void BankServerTest::callsAreAnswered()
{
    QFETCH(bool, tls);
    Served served(tls);
    QCOMPARE(served.url().scheme(), tls ? QStringLiteral("https") : QStringLiteral("http"));
    const auto socket = served.connectClient();
    if (tls) QTRY_VERIFY(socket->isEncrypted());
    QByteArray received;
    connect(socket.get(), &QSslSocket::readyRead, this, [&] { received += socket->readAll(); });
    socket->write(served.counted("session/create/rko", "{}"));
    QTRY_COMPARE(count(received, "\"created\""), 1);
    // The same connection again, with a body in chunks.
    socket->write(served.head("session/create/rko", R"({"metadata":"x"})") + "Transfer-Encoding: chunked\r\n\r\n" +
                  "5\r\n{\"met\r\n" + "b\r\nadata\":\"x\"}\r\n0\r\n\r\n");
    QTRY_COMPARE(count(received, "\"created\""), 2);
    QVERIFY(received.startsWith("HTTP/1.1 200 OK\r\n"));
    socket->write(served.counted("session/create/rko", "[]"));
    QTRY_COMPARE(count(received, "HTTP/1.1 400 "), 1);
    served.stop();
    QCOMPARE(served.requestsSeen("create"), 3U);
}

void BankServerTest::badFramingIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray start = "POST /api/v1/session/create/rko HTTP/1.1\r\nHost: bank\r\n";
    QTest::addRow("length and chunks") << start + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}";
    QTest::addRow("two lengths") << start + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x";
    QTest::addRow("length below 0") << start + "Content-Length: -2\r\n\r\n{}";
    QTest::addRow("body beyond 1 MiB") << start + "Content-Length: 1048577\r\n\r\n";
    QTest::addRow("header beyond 16 KiB") << start + "X: " + QByteArray(20000, 'x') + "\r\n\r\n";
    QTest::addRow("no HTTP") << QByteArray("hello\r\n\r\n");
}

void BankServerTest::badFramingIsRefused()
{
    QFETCH(QByteArray, bytes);
    Served served(false);
    const auto socket = served.connectClient();
    QByteArray received;
    connect(socket.get(), &QSslSocket::readyRead, this, [&] { received += socket->readAll(); });
    socket->write(bytes);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(received.isEmpty() || received.startsWith("HTTP/1.1 4"));
    served.stop();
    QCOMPARE(served.requestsSeen("create"), 0U);
}

void BankServerTest::spoiltDeliveryIsObeyed_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("effects");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("closes");
    for (const bool tls : {false, true}) {
        const char *transport = tls ? "HTTPS" : "HTTP";
        QTest::addRow("cut off, %s", transport) << tls << QByteArray(R"("delivery":"cut","bytes":30)") << 30 << true;
        QTest::addRow("closed, %s", transport) << tls << QByteArray(R"("delivery":"close_after")") << 0 << true;
        QTest::addRow("not done, %s", transport) << tls << QByteArray(R"("delivery":"close_before")") << 0 << true;
        QTest::addRow("reset, %s", transport) << tls << QByteArray(R"("delivery":"reset")") << 0 << true;
        QTest::addRow("silence, %s", transport) << tls << QByteArray(R"("delivery":"silence")") << 0 << false;
    }
}

void BankServerTest::spoiltDeliveryIsObeyed()
{
    QFETCH(bool, tls);
    QFETCH(QByteArray, effects);
    QFETCH(int, bytes);
    QFETCH(bool, closes);
    Served served(tls);
    const auto controller = served.connectClient();
    controller->write(
        served.control(R"({"command":"add_rule","rule":{"call":"create",)" + effects.toStdString() + "}}"));
    QTRY_VERIFY(controller->bytesAvailable() > 0);
    QVERIFY(controller->readAll().startsWith("HTTP/1.1 200"));
    const auto socket = served.connectClient();
    QByteArray received;
    connect(socket.get(), &QSslSocket::readyRead, this, [&] { received += socket->readAll(); });
    socket->write(served.counted("session/create/rko", "{}"));
    if (closes)
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    else {
        QTRY_VERIFY(served.hasSeen("create"));
        controller->write(served.counted("session/status", "{}"));
        QTRY_VERIFY(controller->bytesAvailable() > 0);
        QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    }
    QCOMPARE(received.size(), bytes);
    served.stop();
    QCOMPARE(served.requestsSeen("create"), 1U);
}

void BankServerTest::webhookIsPostedSignedAndRepeated()
{
    QTcpServer receiver;
    QVERIFY(receiver.listen(QHostAddress::LocalHost));
    QList<QByteArray> requests;
    connect(&receiver, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = receiver.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&requests, socket, text = QByteArray()]() mutable {
            text += socket->readAll();
            if (!text.endsWith("}")) return;
            socket->write(requests.isEmpty() ? "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"
                                             : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            requests.append(text);
        });
    });
    Served served(false, "http://127.0.0.1:" + std::to_string(receiver.serverPort()) + "/hook");
    const auto socket = served.connectClient();
    QByteArray received;
    connect(socket.get(), &QSslSocket::readyRead, this, [&] { received += socket->readAll(); });
    Json body = Bench::startBody({});
    body.erase("session_id");
    socket->write(served.counted("session/init/payout/rko", body.dump()));
    QTRY_COMPARE(requests.size(), 2);
    QCOMPARE(requests.at(0), requests.at(1));
    const QByteArray text = requests.at(0);
    QVERIFY(text.startsWith("POST /hook HTTP/1.1\r\n"));
    const qsizetype sign = text.indexOf("X-PARTNER-SIGN: ") + 16;
    const QByteArray signature = text.mid(sign, text.indexOf("\r\n", sign) - sign);
    QVERIFY(served.own().verify(text.mid(text.indexOf("\r\n\r\n") + 4).toStdString(), signature.toStdString()));
}

void BankServerTest::onlyLoopbackIsListenedOn_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("accepted");
    QTest::addRow("loopback") << QStringLiteral("127.0.0.1:0") << true;
    QTest::addRow("name of loopback") << QStringLiteral("localhost:8443") << true;
    QTest::addRow("loopback of version 6") << QStringLiteral("[::1]:0") << true;
    QTest::addRow("everything") << QStringLiteral("0.0.0.0:0") << false;
    QTest::addRow("other machine") << QStringLiteral("192.0.2.1:80") << false;
    QTest::addRow("no port") << QStringLiteral("127.0.0.1") << false;
    QTest::addRow("port too large") << QStringLiteral("127.0.0.1:70000") << false;
    QTest::addRow("port with letters") << QStringLiteral("127.0.0.1:80x") << false;
}

void BankServerTest::onlyLoopbackIsListenedOn()
{
    QFETCH(QString, address);
    QFETCH(bool, accepted);
    if (accepted)
        QVERIFY(!listenAddressFromText(address.toStdString()).host.empty());
    else
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)listenAddressFromText(address.toStdString()));
}

QTEST_GUILESS_MAIN(BankServerTest)
#include "tst_bankserver.moc"
