#include "bank131/connectiontester.h"
#include "bank131/httpexchange.h"
#include "integration/transport/badserver.h"
#include "integration/transport/fakesigner.h"
#include "integration/transport/testcertificate.h"
#include "unit/bank131/examples.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using countersign::testing::BadServer;
using countersign::testing::example;
using countersign::testing::FakeSigner;
using countersign::testing::Manners;
using countersign::testing::TestCertificate;
using enum StepOutcome;

namespace {

using Outcomes = QList<StepOutcome>;

QByteArray http(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray errorBody(const QByteArray &code)
{
    return R"({"status":"error","error":{"code":")" + code + R"("}})";
}

} // namespace

class ConnectionTesterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheBanksAnswer_data();
    void readsTheBanksAnswer();
    void allWorksOverHttps();
    void allWorksWithAPlainPracticeBank();
    void saysThatTheNameIsUnknown();
    void saysThatNobodyListens();
    void saysThatTheCertificateIsNotTrusted();
    void saysThatTheCertificateIsForAnotherName();
    void saysThatTheServersKeyIsNotOneOfThePins();
    void saysThatTheHandshakeNeverEnds();
    void saysThatTheKeyIsLocked();
    void asksOnlyForAStatus();

private:
    [[nodiscard]] TransportOptions optionsFor(const QUrl &url) const;
    [[nodiscard]] QList<StepResult> run(const TransportOptions &options) const;
    [[nodiscard]] Outcomes outcomes(const TransportOptions &options) const;

    const TestCertificate m_certificate{QStringLiteral("IP:127.0.0.1")};
    FakeSigner m_signer;
};

void ConnectionTesterTest::initTestCase()
{
    QVERIFY2(m_certificate.isMade(), "the openssl command is needed");
    for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
        qunsetenv(name);
    }
}

TransportOptions ConnectionTesterTest::optionsFor(const QUrl &url) const
{
    TransportOptions options;
    options.baseUrl = url;
    options.projectId = QStringLiteral("p");
    options.extraCertificates = {m_certificate.certificate()};
    return options;
}

QList<StepResult> ConnectionTesterTest::run(const TransportOptions &options) const
{
    ConnectionTester tester(options, m_signer);
    QList<QList<StepResult>> ends;
    tester.run([&ends](const QList<StepResult> &steps) { ends.append(steps); });
    [&ends] {
        QCOMPARE(ends.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, 20'000);
    }();
    return ends.value(0);
}

Outcomes ConnectionTesterTest::outcomes(const TransportOptions &options) const
{
    Outcomes found;
    const QList<StepResult> steps = run(options);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].step == static_cast<ConnectionStep>(i)) found.append(steps[i].outcome);
    }
    return found;
}

void ConnectionTesterTest::readsTheBanksAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<StepOutcome>("project");
    QTest::addColumn<StepOutcome>("signature");
    QTest::addRow("unknown project") << 401 << errorBody("identification_error") << fails << notTried;
    QTest::addRow("wrong signature") << 401 << errorBody("authentication_error") << works << fails;
    QTest::addRow("no right") << 403 << errorBody("authorization_error") << fails << works;
    QTest::addRow("unknown session") << 404 << errorBody("session_not_found") << works << works;
    QTest::addRow("bad session id") << 400 << errorBody("invalid_request") << works << works;
    QTest::addRow("without status") << 400 << example(QStringLiteral("11-error.without-status.response.json")) << works
                                    << works;
    QTest::addRow("found") << 200 << example(QStringLiteral("07-session-status.created.response.json")) << works
                           << works;
    QTest::addRow("internal") << 500 << errorBody("internal_error") << unclear << unclear;
    QTest::addRow("proxy page") << 403 << QByteArray("<html>") << unclear << unclear;
    QTest::addRow("other JSON") << 200 << QByteArray(R"({"hello":1})") << unclear << unclear;
    QTest::addRow("nothing") << 404 << QByteArray() << unclear << unclear;
}

void ConnectionTesterTest::readsTheBanksAnswer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(StepOutcome, project);
    QFETCH(StepOutcome, signature);
    TransportReply reply;
    reply.httpStatus = status;
    reply.body = body;
    const AccessReading access = readAccess(reply);
    QCOMPARE(access.project, project);
    QCOMPARE(access.signature, signature);
    reply.failure = TransportReply::Failure::connectionLost;
    QCOMPARE(readAccess(reply).project, unclear);
}

void ConnectionTesterTest::allWorksOverHttps()
{
    const QSslConfiguration configuration = m_certificate.serverConfiguration();
    BadServer bank(&configuration);
    bank.answerBytes = http("404 Not Found", errorBody("session_not_found"));
    QCOMPARE(outcomes(optionsFor(bank.url())), (Outcomes{notNeeded, works, works, works, works}));
    QCOMPARE(bank.requests(), 1);
}

void ConnectionTesterTest::allWorksWithAPlainPracticeBank()
{
    BadServer bank;
    bank.answerBytes = http("400 Bad Request", errorBody("invalid_request"));
    QUrl url = bank.url();
    QCOMPARE(outcomes(optionsFor(url)), (Outcomes{notNeeded, works, notNeeded, works, works}));
    url.setHost(QStringLiteral("localhost"));
    QCOMPARE(outcomes(optionsFor(url)), (Outcomes{works, works, notNeeded, works, works}));
}

void ConnectionTesterTest::saysThatTheNameIsUnknown()
{
    const QList<StepResult> steps = run(optionsFor(QUrl(QStringLiteral("https://no-such-name.invalid"))));
    QCOMPARE(steps[0].outcome, fails);
    QVERIFY(!steps[0].detail.isEmpty());
    for (qsizetype i = 1; i < connectionStepCount; ++i)
        QCOMPARE(steps[i].outcome, notTried);
}

void ConnectionTesterTest::saysThatNobodyListens()
{
    const QUrl url = BadServer().url();
    QCOMPARE(outcomes(optionsFor(url)), (Outcomes{notNeeded, fails, notTried, notTried, notTried}));
}

void ConnectionTesterTest::saysThatTheCertificateIsNotTrusted()
{
    const QSslConfiguration configuration = m_certificate.serverConfiguration();
    BadServer bank(&configuration);
    const TestCertificate other(QStringLiteral("IP:127.0.0.1"));
    TransportOptions options = optionsFor(bank.url());
    options.extraCertificates = {other.certificate()};
    QCOMPARE(outcomes(options), (Outcomes{notNeeded, works, fails, notTried, notTried}));
    QCOMPARE(bank.received(), QByteArray());
}

void ConnectionTesterTest::saysThatTheCertificateIsForAnotherName()
{
    const TestCertificate other(QStringLiteral("DNS:proxy.bank131.ru"));
    const QSslConfiguration configuration = other.serverConfiguration();
    BadServer bank(&configuration);
    TransportOptions options = optionsFor(bank.url());
    options.extraCertificates = {other.certificate()};
    QCOMPARE(outcomes(options), (Outcomes{notNeeded, works, fails, notTried, notTried}));
}

void ConnectionTesterTest::saysThatTheServersKeyIsNotOneOfThePins()
{
    const QSslConfiguration configuration = m_certificate.serverConfiguration();
    BadServer bank(&configuration);
    bank.answerBytes = http("404 Not Found", errorBody("session_not_found"));
    TransportOptions options = optionsFor(bank.url());
    options.serverKeyPins = {QString(64, u'0'), QString(64, u'1')};
    const QList<StepResult> steps = run(options);
    QCOMPARE(steps[2].outcome, fails);
    QCOMPARE(steps[2].detail, QStringLiteral("server key ") + serverKeyPin(m_certificate.certificate()));
    QCOMPARE(steps[3].outcome, notTried);
    QCOMPARE(bank.received(), QByteArray());
    options.serverKeyPins[1] = serverKeyPin(m_certificate.certificate());
    QCOMPARE(outcomes(options), (Outcomes{notNeeded, works, works, works, works}));
}

void ConnectionTesterTest::saysThatTheHandshakeNeverEnds()
{
    BadServer bank;
    bank.manners = Manners::silence;
    QUrl url = bank.url();
    url.setScheme(QStringLiteral("https"));
    TransportOptions options = optionsFor(url);
    options.connectTimeout = 1s;
    QCOMPARE(outcomes(options), (Outcomes{notNeeded, works, fails, notTried, notTried}));
}

void ConnectionTesterTest::saysThatTheKeyIsLocked()
{
    BadServer bank;
    m_signer.locked = true;
    const QList<StepResult> steps = run(optionsFor(bank.url()));
    m_signer.locked = false;
    QCOMPARE(steps[3].outcome, notTried);
    QCOMPARE(steps[4].outcome, fails);
    QCOMPARE(steps[4].detail, QStringLiteral("signerLocked"));
    QCOMPARE(bank.requests(), 0);
}

void ConnectionTesterTest::asksOnlyForAStatus()
{
    BadServer bank;
    bank.answerBytes = http("404 Not Found", errorBody("session_not_found"));
    QCOMPARE(run(optionsFor(bank.url())).size(), connectionStepCount);
    QVERIFY(bank.received().startsWith("POST /api/v1/session/status HTTP/1.1\r\n"));
    QVERIFY(bank.received().endsWith("\r\n\r\n{\"session_id\":\"ps_connection-test\"}"));
    QCOMPARE(bank.requests(), 1);
}

QTEST_GUILESS_MAIN(ConnectionTesterTest)
#include "tst_connectiontester.moc"
