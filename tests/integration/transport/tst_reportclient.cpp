#include "bank131/reportclient.h"
#include "integration/transport/badserver.h"
#include "integration/transport/fakesigner.h"
#include "unit/bank131/examples.h"

#include <QTest>

using namespace countersign;
using countersign::testing::BadServer;
using countersign::testing::example;
using countersign::testing::FakeSigner;
using countersign::testing::Manners;

namespace {

const QString accountText = QStringLiteral("40702810100009900417");

QByteArray http(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class ReportClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsABalance_data();
    void readsABalance();
    void refusesWhatIsNoBalance_data();
    void refusesWhatIsNoBalance();
    void asksWithASignedBody();
    void aLockedSignerAsksNothing();
    void aBrokenConnectionIsSaid();

private:
    const AccountNumber m_account = *AccountNumber::parse(accountText);
};

void ReportClientTest::readsABalance_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("kopecks");
    QTest::addRow("documented") << example(QStringLiteral("12-account-balance.response.json")) << qint64(184330075);
    QTest::addRow("without account") << QByteArray(R"({"status":"ok","balance":{"current_balance":0}})") << qint64(0);
    QTest::addRow("overdrawn") << QByteArray(R"({"status":"ok","balance":{"current_balance":-5.0}})") << qint64(-5);
}

void ReportClientTest::readsABalance()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, kopecks);
    TransportReply reply;
    reply.httpStatus = 200;
    reply.body = body;
    QCOMPARE(readBalance(m_account, reply), Result<Money>(Money::fromKopecks(kopecks)));
}

void ReportClientTest::refusesWhatIsNoBalance_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addRow("refused") << 400 << example(QStringLiteral("11-error.authorization.response.json"))
                             << ErrorCode::refusedByBank;
    QTest::addRow("error with 200") << 200 << example(QStringLiteral("11-error.internal.response.json"))
                                    << ErrorCode::refusedByBank;
    QTest::addRow("proxy page") << 502 << QByteArray("<html>") << ErrorCode::networkFailed;
    QTest::addRow("500 and ok") << 500 << example(QStringLiteral("12-account-balance.response.json"))
                                << ErrorCode::networkFailed;
    QTest::addRow("nothing") << 200 << QByteArray() << ErrorCode::malformedJson;
    QTest::addRow("no status") << 200 << QByteArray(R"({"balance":{"current_balance":1}})")
                               << ErrorCode::unexpectedValue;
    QTest::addRow("another account") << 200 << QByteArray(R"({"status":"ok","account_number":"40702810100009900418",
                                            "balance":{"current_balance":1}})")
                                     << ErrorCode::unexpectedValue;
    QTest::addRow("no balance") << 200 << QByteArray(R"({"status":"ok"})") << ErrorCode::missingMember;
    QTest::addRow("fraction") << 200 << QByteArray(R"({"status":"ok","balance":{"current_balance":1.5}})")
                              << ErrorCode::unexpectedValue;
}

void ReportClientTest::refusesWhatIsNoBalance()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    TransportReply reply;
    reply.httpStatus = status;
    reply.body = body;
    const Result<Money> money = readBalance(m_account, reply);
    QVERIFY(!money);
    QCOMPARE(money.error().code, code);
}

void ReportClientTest::asksWithASignedBody()
{
    BadServer bank;
    bank.answerBytes = http("200 OK", example(QStringLiteral("12-account-balance.response.json")));
    const FakeSigner signer;
    TransportOptions options;
    options.baseUrl = bank.url();
    options.projectId = QStringLiteral("p");
    ReportClient client(options, signer);
    QList<Result<Money>> ends;
    client.balance(m_account, [&ends](const Result<Money> &money) { ends.append(money); });
    QCOMPARE(ends.size(), 0);
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(ends.first(), Result<Money>(Money::fromKopecks(184330075)));
    const QByteArray body = R"({"account_number":"40702810100009900417"})";
    QVERIFY(bank.received().startsWith("POST /api/v1/report/account_balance "));
    QVERIFY(bank.received().endsWith("\r\n\r\n" + body));
    QVERIFY(bank.received().contains("X-PARTNER-SIGN: " + *signer.sign(body) + "\r\n"));
}

void ReportClientTest::aLockedSignerAsksNothing()
{
    BadServer bank;
    FakeSigner signer;
    signer.locked = true;
    TransportOptions options;
    options.baseUrl = bank.url();
    ReportClient client(options, signer);
    QList<Result<Money>> ends;
    client.balance(m_account, [&ends](const Result<Money> &money) { ends.append(money); });
    QCOMPARE(ends.size(), 0);
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(ends.first().error().code, ErrorCode::signerLocked);
    QCOMPARE(bank.connections(), 0);
}

void ReportClientTest::aBrokenConnectionIsSaid()
{
    BadServer bank;
    bank.manners = Manners::close;
    const FakeSigner signer;
    TransportOptions options;
    options.baseUrl = bank.url();
    ReportClient client(options, signer);
    QList<Result<Money>> ends;
    client.balance(m_account, [&ends](const Result<Money> &money) { ends.append(money); });
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(ends.first().error().code, ErrorCode::networkFailed);
    QCOMPARE(bank.requests(), 1);
}

QTEST_GUILESS_MAIN(ReportClientTest)
#include "tst_reportclient.moc"
