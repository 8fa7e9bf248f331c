#include "bank131/bank131protocol.h"
#include "bank131/httpexchange.h"
#include "bank131/oneshottransport.h"
#include "integration/transport/badserver.h"
#include "integration/transport/testcertificate.h"

#include <QTest>

#include <optional>

using namespace countersign;
using namespace std::chrono_literals;
using countersign::testing::BadServer;
using countersign::testing::Manners;
using countersign::testing::TestCertificate;
using Failure = TransportReply::Failure;

namespace {

const QByteArray okBody = R"({"status":"ok","session":{"id":"ps_1","status":"in_progress"}})";
const QByteArray refusalBody = R"({"status":"error","error":{"code":"invalid_request","description":"d"}})";

/// Long enough for a request to arrive on a busy machine.
constexpr milliseconds shortPatience = 1500ms;

QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

OutgoingCall callOf(CallKind kind = CallKind::confirm)
{
    return {kind,
            QStringLiteral("/api/v1/session/confirm"),
            QByteArrayLiteral("{\"session_id\":\"ps_1\"}"),
            QByteArrayLiteral("c2lnbmF0dXJl"),
            {}};
}

} // namespace

class OneShotTransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCallIsOneRequestWhateverTheServerDoes_data();
    void aCallIsOneRequestWhateverTheServerDoes();
    void redirectsReachNobody_data();
    void redirectsReachNobody();
    void completeAnswersAreHandedOver_data();
    void completeAnswersAreHandedOver();
    void sendsTheDocumentedHeadersAndTheExactBody();
    void sendsLargeBodiesWholeAndOnce();
    void movingCallsNeverMeetAKeptConnection();
    void aKeptConnectionThatEndsIsNotRepeatedOver();
    void whatCannotConnectIsProvenNotSent_data();
    void whatCannotConnectIsProvenNotSent();
    void untrustedCertificatesEndBeforeTheFirstByte_data();
    void untrustedCertificatesEndBeforeTheFirstByte();
    void aServerWithAKeyThatIsNotPinnedGetsNoByte_data();
    void aServerWithAKeyThatIsNotPinnedGetsNoByte();
    void aPinnedServerIsTalkedTo();
    void thePayersIdentifierIsSentWhenThereIsOne();
    void aServerThatNeverShakesHandsIsProvenNotSent();
    void unfitSettingsSendNothing_data();
    void unfitSettingsSendNothing();
    void doneComesOnceAndNeverFromInsideTransmit();
    void destroyingTheTransportEndsItsCalls();

private:
    [[nodiscard]] TransportOptions optionsFor(const QUrl &url) const;
    /// One call from beginning to end.
    [[nodiscard]] TransportReply run(const TransportOptions &options, const OutgoingCall &call = callOf()) const;
    [[nodiscard]] std::unique_ptr<BadServer> server(bool tls) const;

    const TestCertificate m_certificate{QStringLiteral("IP:127.0.0.1")};
    const Bank131Protocol m_protocol;
};

void OneShotTransportTest::initTestCase()
{
    QVERIFY2(m_certificate.isMade(), "the openssl command is needed");
    for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
        qunsetenv(name);
    }
}

TransportOptions OneShotTransportTest::optionsFor(const QUrl &url) const
{
    TransportOptions options;
    options.baseUrl = url;
    options.projectId = QStringLiteral("test_project");
    options.connectTimeout = 10s;
    options.totalTimeout = 10s;
    options.extraCertificates = {m_certificate.certificate()};
    return options;
}

std::unique_ptr<BadServer> OneShotTransportTest::server(bool tls) const
{
    const QSslConfiguration configuration = m_certificate.serverConfiguration();
    return std::make_unique<BadServer>(tls ? &configuration : nullptr);
}

TransportReply OneShotTransportTest::run(const TransportOptions &options, const OutgoingCall &call) const
{
    OneShotTransport transport(options);
    std::optional<TransportReply> reply;
    transport.transmit(call, [&reply](TransportReply end) { reply = std::move(end); });
    [&reply] { QTRY_VERIFY_WITH_TIMEOUT(reply, 20'000); }();
    return reply.value_or(TransportReply());
}

void OneShotTransportTest::aCallIsOneRequestWhateverTheServerDoes_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<Manners>("manners");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<milliseconds>("patience");
    for (const bool tls : {false, true}) {
        const auto row = [tls](const char *name, Manners manners, const QByteArray &answer = {},
                               milliseconds patience = 10s) {
            QTest::addRow("%s, %s", tls ? "https" : "http", name) << tls << manners << answer << patience;
        };
        using enum Manners;
        row("early close", closeEarly);
        row("early reset", resetEarly);
        row("close after the header", closeAfterHeader);
        row("close after the request", close);
        row("reset after the request", reset);
        row("cut status line", answerAndClose, "HTTP/1.1 2");
        row("cut header", answerAndClose, "HTTP/1.1 200 OK\r\nContent-Type: applica");
        row("cut refusal header", answerAndClose, "HTTP/1.1 400 Bad Request\r\nContent-Len");
        row("cut body", answerAndClose, http("200 OK", okBody).chopped(7));
        row("cut refusal", answerAndClose, http("400 Bad Request", refusalBody).chopped(7));
        row("whole JSON, more announced", answerAndClose, http("200 OK", okBody + "   ").chopped(3));
        row("whole refusal, more announced", answerAndClose, http("400 Bad Request", refusalBody + "   ").chopped(3));
        row("cut chunks", answerAndClose,
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(okBody.size(), 16) + "\r\n" +
                okBody + "\r\n");
        row("cut chunks of a refusal", answerAndClose,
            "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n" +
                QByteArray::number(refusalBody.size(), 16) + "\r\n" + refusalBody + "\r\n");
        row("not HTTP", answerAndClose, "SSH-2.0-OpenSSH\r\n");
        row("only 100 Continue", answerAndClose, "HTTP/1.1 100 Continue\r\n\r\n");
        row("silence", silence, {}, shortPatience);
        row("silence after half a header", answer, "HTTP/1.1 200 OK\r\nContent-", shortPatience);
        row("silence after half a body", answer, http("200 OK", okBody).chopped(7), shortPatience);
        row("beyond the cap", answer, http("200 OK", QByteArray(1024 * 1024 + 1, ' ')));
        row("503, try again", answerAndClose, http("503 Service Unavailable", okBody, "Retry-After: 0\r\n"));
        row("408 and close", answerAndClose, http("408 Request Timeout", {}, "Connection: close\r\n"));
        row("401 basic", answer, http("401 Unauthorized", {}, "WWW-Authenticate: Basic realm=\"x\"\r\n"));
        row("401 negotiate", answer, http("401 Unauthorized", {}, "WWW-Authenticate: Negotiate\r\n"));
        row("401 ntlm", answer, http("401 Unauthorized", {}, "WWW-Authenticate: NTLM\r\n"));
        row("407 basic", answer, http("407 Proxy Auth", {}, "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
        row("421 misdirected", answer, http("421 Misdirected Request", okBody));
    }
}

void OneShotTransportTest::aCallIsOneRequestWhateverTheServerDoes()
{
    QFETCH(bool, tls);
    QFETCH(Manners, manners);
    QFETCH(QByteArray, answer);
    QFETCH(milliseconds, patience);
    const auto bank = server(tls);
    bank->manners = manners;
    bank->answerBytes = answer;
    TransportOptions options = optionsFor(bank->url());
    options.totalTimeout = patience;
    const bool waits = patience == shortPatience;
    const QList<CallKind> kinds = waits ? QList{CallKind::start} : QList{CallKind::start, CallKind::status};
    for (const CallKind kind : kinds) {
        const int before = bank->requests();
        const TransportReply reply = run(options, callOf(kind));
        QCOMPARE(bank->requests() - before, 1);
        QCOMPARE(m_protocol.classify(kind, QStringLiteral("ps_1"), reply).sendClass, SendClass::unknown);
        QVERIFY(reply.body.size() <= options.responseCap);
    }
}

void OneShotTransportTest::redirectsReachNobody_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("status");
    for (const bool tls : {false, true}) {
        for (const int status : {300, 301, 302, 303, 305, 307, 308}) {
            QTest::addRow("%s %d", tls ? "https" : "http", status) << tls << status;
        }
    }
}

void OneShotTransportTest::redirectsReachNobody()
{
    QFETCH(bool, tls);
    QFETCH(int, status);
    const auto trap = server(tls);
    const auto bank = server(tls);
    bank->answerBytes = http(QByteArray::number(status) + " Moved", okBody,
                             "Location: " + trap->url().toEncoded() + "/api/v1/session/confirm\r\n");
    const TransportReply reply = run(optionsFor(bank->url()));
    QCOMPARE(bank->requests(), 1);
    QCOMPARE(trap->connections(), 0);
    QCOMPARE(reply.failure, Failure::redirect);
    QCOMPARE(reply.httpStatus, status);
    QCOMPARE(m_protocol.classify(CallKind::confirm, QStringLiteral("ps_1"), reply).sendClass, SendClass::unknown);
}

void OneShotTransportTest::completeAnswersAreHandedOver_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SendClass>("sendClass");
    for (const bool tls : {false, true}) {
        const auto row = [tls](const char *name, const QByteArray &answer, int status, const QByteArray &body,
                               SendClass sendClass) {
            QTest::addRow("%s, %s", tls ? "https" : "http", name) << tls << answer << status << body << sendClass;
        };
        row("ok", http("200 OK", okBody), 200, okBody, SendClass::ok);
        row("until the end of the connection", "HTTP/1.1 200 OK\r\n\r\n" + okBody, 200, okBody, SendClass::ok);
        row("chunked",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n" + okBody.first(5) + "\r\n" +
                QByteArray::number(okBody.size() - 5, 16) + "\r\n" + okBody.sliced(5) + "\r\n0\r\n\r\n",
            200, okBody, SendClass::ok);
        row("after 100 Continue", "HTTP/1.1 100 Continue\r\n\r\n" + http("200 OK", okBody), 200, okBody, SendClass::ok);
        row("byte order mark kept", http("200 OK", "\xef\xbb\xbf" + okBody), 200, "\xef\xbb\xbf" + okBody,
            SendClass::unknown);
        for (const int status : {400, 401, 403, 404, 405, 409, 410, 422}) {
            row(qPrintable(QStringLiteral("refused with %1").arg(status)),
                http(QByteArray::number(status) + " No", refusalBody), status, refusalBody, SendClass::refused);
        }
        row("429", http("429 Slow", refusalBody), 429, refusalBody, SendClass::unknown);
        for (const int status : {500, 501, 502, 503}) {
            row(qPrintable(QStringLiteral("broken with %1").arg(status)),
                http(QByteArray::number(status) + " Broken", refusalBody), status, refusalBody, SendClass::unknown);
        }
        row("exactly the cap", http("200 OK", okBody + QByteArray(1024 * 1024 - okBody.size(), ' ')), 200,
            okBody + QByteArray(1024 * 1024 - okBody.size(), ' '), SendClass::ok);
    }
}

void OneShotTransportTest::completeAnswersAreHandedOver()
{
    QFETCH(bool, tls);
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(SendClass, sendClass);
    const auto bank = server(tls);
    bank->manners = Manners::answerAndClose;
    bank->answerBytes = answer;
    const TransportReply reply = run(optionsFor(bank->url()));
    QCOMPARE(reply.failure, Failure::none);
    QCOMPARE(reply.httpStatus, status);
    QVERIFY(reply.body == body);
    QCOMPARE(reply.bodyBytesPulled, callOf().body.size());
    QCOMPARE(m_protocol.classify(CallKind::confirm, QStringLiteral("ps_1"), reply).sendClass, sendClass);
    QCOMPARE(bank->requests(), 1);
}

void OneShotTransportTest::sendsTheDocumentedHeadersAndTheExactBody()
{
    BadServer bank;
    bank.answerBytes = http("200 OK", okBody, "Set-Cookie: a=b\r\nStrict-Transport-Security: max-age=9\r\n");
    OutgoingCall call = callOf();
    call.idempotencyKey = QStringLiteral("0a1b");
    call.body = "{\"a\" : 1.10,\"b\":\"\\/ Белова\"}";
    OneShotTransport transport(optionsFor(bank.url()));
    int ends = 0;
    transport.transmit(call, [&ends](const TransportReply &) { ++ends; });
    QTRY_COMPARE(ends, 1);
    const QByteArray request = bank.received();
    QVERIFY(request.startsWith("POST /api/v1/session/confirm HTTP/1.1\r\n"));
    QVERIFY(request.endsWith("\r\n\r\n" + call.body));
    QVERIFY(request.contains("\r\nX-PARTNER-PROJECT: test_project\r\n"));
    QVERIFY(request.contains("\r\nX-PARTNER-SIGN: c2lnbmF0dXJl\r\n"));
    QVERIFY(request.contains("\r\nX-PARTNER-IDEMPOTENCY-KEY: 0a1b\r\n"));
    QVERIFY(request.contains("\r\nContent-Type: application/json\r\n"));
    QVERIFY(request.contains("\r\nAccept: application/json\r\n"));
    QVERIFY(request.contains("\r\nContent-Length: " + QByteArray::number(call.body.size()) + "\r\n"));
    QVERIFY(!request.contains("Transfer-Encoding") && !request.contains("Upgrade"));
    transport.transmit(callOf(CallKind::status), [&ends](const TransportReply &) { ++ends; });
    QTRY_COMPARE(ends, 2);
    QVERIFY(!bank.received().contains("Cookie"));
    QVERIFY(!bank.received().sliced(request.size()).contains("IDEMPOTENCY"));
}

void OneShotTransportTest::sendsLargeBodiesWholeAndOnce()
{
    const auto bank = server(true);
    bank->answerBytes = http("200 OK", okBody);
    OutgoingCall call = callOf();
    call.body = "{\"a\":\"" + QByteArray(700'000, 'x') + "\"}";
    const TransportReply reply = run(optionsFor(bank->url()), call);
    QCOMPARE(reply.failure, Failure::none);
    QVERIFY(reply.requestSent);
    QCOMPARE(reply.bodyBytesPulled, call.body.size());
    QVERIFY(bank->received().endsWith("\r\n\r\n" + call.body));
    QCOMPARE(bank->requests(), 1);
}

void OneShotTransportTest::movingCallsNeverMeetAKeptConnection()
{
    BadServer bank;
    bank.answerBytes = http("200 OK", okBody, "Connection: keep-alive\r\n");
    OneShotTransport transport(optionsFor(bank.url()));
    int ends = 0;
    const auto send = [&](CallKind kind) {
        transport.transmit(callOf(kind), [&ends](const TransportReply &) { ++ends; });
    };
    const QList<CallKind> kinds{CallKind::status, CallKind::start,  CallKind::confirm,
                                CallKind::create, CallKind::cancel, CallKind::status};
    for (const CallKind kind : kinds) {
        const int expected = ends + 1;
        send(kind);
        QTRY_COMPARE(ends, expected);
    }
    QCOMPARE(bank.requests(), 6);
    QCOMPARE(bank.connections(), 5); // the second status met the first one's connection
}

void OneShotTransportTest::aKeptConnectionThatEndsIsNotRepeatedOver()
{
    for (const bool tls : {false, true}) {
        const auto bank = server(tls);
        bank->answerBytes = http("200 OK", okBody, "Connection: keep-alive\r\n");
        bank->mannersOf = [](int request) { return request == 1 ? Manners::answer : Manners::closeEarly; };
        OneShotTransport transport(optionsFor(bank->url()));
        QList<TransportReply> replies;
        const auto keep = [&replies](TransportReply reply) { replies.append(std::move(reply)); };
        transport.transmit(callOf(CallKind::status), keep);
        QTRY_COMPARE(replies.size(), 1);
        transport.transmit(callOf(CallKind::status), keep);
        QTRY_COMPARE(replies.size(), 2);
        QCOMPARE(bank->requests(), 2);
        QCOMPARE(m_protocol.classify(CallKind::status, QStringLiteral("ps_1"), replies.last()).sendClass,
                 SendClass::unknown);
    }
}

void OneShotTransportTest::whatCannotConnectIsProvenNotSent_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QList<Failure>>("failures");
    const auto closed = [this](bool tls) { return server(tls)->url(); }; // gone when the row is run
    QTest::addRow("http, nobody listens") << closed(false) << QList{Failure::connect};
    QTest::addRow("https, nobody listens") << closed(true) << QList{Failure::connect};
    QTest::addRow("https, no such name") << QUrl(QStringLiteral("https://no-such-name.invalid"))
                                         << QList{Failure::nameLookup, Failure::timeout};
}

void OneShotTransportTest::whatCannotConnectIsProvenNotSent()
{
    QFETCH(QUrl, url);
    QFETCH(QList<Failure>, failures);
    const TransportReply reply = run(optionsFor(url));
    QVERIFY2(failures.contains(reply.failure), qPrintable(reply.failureText));
    QCOMPARE(reply.bodyBytesPulled, 0);
    QVERIFY(!reply.requestSent);
    QCOMPARE(m_protocol.classify(CallKind::confirm, QStringLiteral("ps_1"), reply).sendClass, SendClass::notSent);
}

void OneShotTransportTest::untrustedCertificatesEndBeforeTheFirstByte_data()
{
    QTest::addColumn<QString>("alternativeName");
    QTest::addColumn<bool>("enrolled");
    QTest::addRow("not enrolled") << QStringLiteral("IP:127.0.0.1") << false;
    QTest::addRow("for another name") << QStringLiteral("DNS:proxy.bank131.ru") << true;
}

void OneShotTransportTest::untrustedCertificatesEndBeforeTheFirstByte()
{
    QFETCH(QString, alternativeName);
    QFETCH(bool, enrolled);
    const TestCertificate other(alternativeName);
    QVERIFY(other.isMade());
    const QSslConfiguration configuration = other.serverConfiguration();
    BadServer bank(&configuration);
    bank.answerBytes = http("200 OK", okBody);
    TransportOptions options = optionsFor(bank.url());
    if (enrolled) options.extraCertificates.append(other.certificate());
    const TransportReply reply = run(options);
    QCOMPARE(reply.failure, Failure::tls);
    QCOMPARE(reply.bodyBytesPulled, 0);
    QCOMPARE(bank.received(), QByteArray());
    QCOMPARE(m_protocol.classify(CallKind::confirm, QStringLiteral("ps_1"), reply).sendClass, SendClass::notSent);
}

/// An intercepting proxy with a certificate that the machine trusts (threat-model.md N1).
void OneShotTransportTest::aServerWithAKeyThatIsNotPinnedGetsNoByte_data()
{
    QTest::addColumn<CallKind>("kind");
    QTest::addColumn<bool>("showsThePinnedOneAlong");
    QTest::addRow("money") << CallKind::confirm << false;
    QTest::addRow("status") << CallKind::status << false;
    QTest::addRow("the bank's own certificate sent along") << CallKind::confirm << true;
}

void OneShotTransportTest::aServerWithAKeyThatIsNotPinnedGetsNoByte()
{
    QFETCH(CallKind, kind);
    QFETCH(bool, showsThePinnedOneAlong);
    const TestCertificate banks(QStringLiteral("IP:127.0.0.1"));
    QSslConfiguration configuration = m_certificate.serverConfiguration();
    if (showsThePinnedOneAlong)
        configuration.setLocalCertificateChain({m_certificate.certificate(), banks.certificate()});
    BadServer proxy(&configuration);
    proxy.answerBytes = http("200 OK", okBody);
    TransportOptions options = optionsFor(proxy.url());
    options.serverKeyPins = {serverKeyPin(banks.certificate()), QString(64, u'0')};
    const TransportReply reply = run(options, callOf(kind));
    QCOMPARE(reply.failure, Failure::tls);
    QVERIFY(reply.failureText.contains(serverKeyPin(m_certificate.certificate())));
    QCOMPARE(reply.bodyBytesPulled, 0);
    QCOMPARE(proxy.received(), QByteArray());
    QCOMPARE(m_protocol.classify(kind, QStringLiteral("ps_1"), reply).sendClass, SendClass::notSent);
}

void OneShotTransportTest::aPinnedServerIsTalkedTo()
{
    const auto bank = server(true);
    bank->answerBytes = http("200 OK", okBody);
    TransportOptions options = optionsFor(bank->url());
    options.serverKeyPins = {QString(64, u'0'), serverKeyPin(m_certificate.certificate())};
    QCOMPARE(run(options).failure, Failure::none);
    QCOMPARE(bank->requests(), 1);
}

void OneShotTransportTest::thePayersIdentifierIsSentWhenThereIsOne()
{
    const auto bank = server(false);
    bank->answerBytes = http("200 OK", okBody);
    TransportOptions options = optionsFor(bank->url());
    QCOMPARE(run(options).failure, Failure::none);
    QVERIFY(!bank->received().toUpper().contains("SUBMERCHANT"));
    options.submerchant = QStringLiteral("payer-7");
    QCOMPARE(run(options).failure, Failure::none);
    QVERIFY(bank->received().contains("\r\nX-PARTNER-SUBMERCHANT: payer-7\r\n"));
}

void OneShotTransportTest::aServerThatNeverShakesHandsIsProvenNotSent()
{
    BadServer bank;
    bank.manners = Manners::silence;
    QUrl url = bank.url();
    url.setScheme(QStringLiteral("https"));
    TransportOptions options = optionsFor(url);
    options.connectTimeout = 300ms;
    const TransportReply reply = run(options);
    QCOMPARE(reply.failure, Failure::timeout);
    QCOMPARE(reply.bodyBytesPulled, 0);
    QCOMPARE(bank.requests(), 0);
    QCOMPARE(m_protocol.classify(CallKind::confirm, QStringLiteral("ps_1"), reply).sendClass, SendClass::notSent);
}

void OneShotTransportTest::unfitSettingsSendNothing_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("project");
    QTest::addRow("http to the world") << QStringLiteral("http://proxy.bank131.ru") << QStringLiteral("p");
    QTest::addRow("no address") << QString() << QStringLiteral("p");
    QTest::addRow("other scheme") << QStringLiteral("ftp://127.0.0.1") << QStringLiteral("p");
    QTest::addRow("line break in the project") << QStringLiteral("http://127.0.0.1:1") << QStringLiteral("p\r\nA: b");
    QTest::addRow("letters no header carries") << QStringLiteral("http://127.0.0.1:1") << QStringLiteral("проект");
}

void OneShotTransportTest::unfitSettingsSendNothing()
{
    QFETCH(QString, url);
    QFETCH(QString, project);
    TransportOptions options = optionsFor(QUrl(url));
    options.projectId = project;
    const TransportReply reply = run(options);
    QCOMPARE(reply.failure, Failure::other);
    QVERIFY(reply.failureText.startsWith(u"settingsInvalid"));
    QCOMPARE(m_protocol.classify(CallKind::confirm, QStringLiteral("ps_1"), reply).sendClass, SendClass::notSent);
}

void OneShotTransportTest::doneComesOnceAndNeverFromInsideTransmit()
{
    BadServer bank;
    bank.manners = Manners::silence;
    TransportOptions options = optionsFor(bank.url());
    options.totalTimeout = 50ms;
    options.connectTimeout = 60ms;
    OneShotTransport transport(options);
    TransportOptions unfit = options;
    unfit.baseUrl = QUrl();
    OneShotTransport refusing(unfit);
    int silent = 0;
    int refused = 0;
    transport.transmit(callOf(), [&silent](const TransportReply &) { ++silent; });
    refusing.transmit(callOf(), [&refused](const TransportReply &) { ++refused; });
    QCOMPARE(silent + refused, 0);
    QTRY_COMPARE(silent, 1);
    QTRY_COMPARE(refused, 1);
    int later = 0;
    transport.transmit(callOf(), [&later](const TransportReply &) { ++later; });
    QTRY_COMPARE(later, 1); // the first call's timers have passed by now
    QCOMPARE(silent, 1);
}

void OneShotTransportTest::destroyingTheTransportEndsItsCalls()
{
    BadServer bank;
    bank.manners = Manners::silence;
    int ends = 0;
    {
        OneShotTransport transport(optionsFor(bank.url()));
        transport.transmit(callOf(CallKind::confirm), [&ends](const TransportReply &) { ++ends; });
        transport.transmit(callOf(CallKind::status), [&ends](const TransportReply &) { ++ends; });
        QTRY_COMPARE(bank.requests(), 2);
    }
    QCOMPARE(ends, 0);
}

QTEST_GUILESS_MAIN(OneShotTransportTest)
#include "tst_oneshottransport.moc"
