#include "storage/sqlitestore.h"
#include "support/flowworld.h"
#include "support/rawhttp.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray published(const QString &name)
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no such example: %s", qPrintable(name));
    return file.readAll();
}

QStringList publishedWebhooks()
{
    const QDir folder(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples"));
    return folder.entryList({u"*webhook*.json"_s}, QDir::Files, QDir::Name);
}

QJsonObject jsonOf(const RawReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

/// The published bodies name a session of their own; the bank gives another.
QByteArray withSession(QByteArray body, const QByteArray &session)
{
    const auto from = body.indexOf("ps_");
    if (from < 0) qFatal("no session in the body");
    return body.replace(from, body.indexOf('"', from) - from, session);
}

bool warnsOf(const Overview &overview, AlarmKind kind)
{
    return std::any_of(overview.generalAlarms.begin(), overview.generalAlarms.end(),
                       [kind](const AlarmRecord &alarm) { return alarm.kind == kind; });
}

} // namespace

/// The bank's published messages, as they stand, through the real doors of both sides.
class PublishedBodiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPublishedWebhookIsKeptByteForByteEvenIfItsSessionIsNotOurs()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.profile.bankPublicKeyFiles = {m_bankKey.publicFile()}; // the practice bank's own key comes beside it
        world.open();
        const QUrl receiver(world.desk().overview().webhookAddress);

        const QStringList names = publishedWebhooks();
        QVERIFY(names.size() >= 15);
        QList<QByteArray> bodies;
        for (const QString &name : names) {
            const QByteArray body = published(name);
            QCOMPARE(rawPost(receiver, {}, body).status, 401);
            QCOMPARE(rawPost(receiver, {"X-PARTNER-SIGN: " + m_key.signature(body)}, body).status, 401);
            const QByteArray signature = "X-PARTNER-SIGN: " + m_bankKey.signature(body);
            QCOMPARE(rawPost(receiver, {signature}, body + ' ').status, 401);
            QCOMPARE(rawPost(receiver, {signature}, body).status, 200);
            QCOMPARE(rawPost(receiver, {signature}, body).status, 200);
            if (!bodies.contains(body)) bodies.append(body);
        }
        world.pass(6min);
        QTRY_VERIFY(warnsOf(world.desk().overview(), AlarmKind::unmatched));
        QVERIFY(!world.desk().overview().freeze.frozen);
        QCOMPARE(world.bank().callsSeen("confirm"_L1), 0);

        world.closeDesk();
        const SystemClock clock;
        auto store = SqliteStore::open(world.paths().storeFile, clock);
        VERIFY_OK(store);
        auto transaction = (*store)->begin();
        VERIFY_OK(transaction);
        const auto unmatched = (*transaction)->unmatchedInbox();
        VERIFY_OK(unmatched);
        QList<QByteArray> kept;
        for (const InboxRecord &message : *unmatched) {
            QCOMPARE(message.note, u"unknownSession"_s);
            kept.append(message.body);
        }
        QCOMPARE(kept, bodies);
    }

    void aStrangerCanPayWithThePublishedBodies_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("confirm");
        const auto row = [](const char *kind, bool tls) {
            QTest::addRow("%s over %s", kind, tls ? "HTTPS" : "HTTP")
                << tls << u"02-session-start-payout-rko.%1.request.json"_s.arg(QLatin1String(kind))
                << u"05-session-confirm.%1.request.json"_s.arg(QLatin1String(kind));
        };
        row("individual", false);
        row("legal-entity", true);
        row("sole-proprietor", false);
    }
    void aStrangerCanPayWithThePublishedBodies()
    {
        QFETCH(bool, tls);
        QFETCH(QString, start);
        QFETCH(QString, confirm);
        BankOfThePublishedCustomer bank(m_key, tls);
        const QByteArray session = bank.openSession();
        const QByteArray order = withSession(published(start), session);
        QCOMPARE(bank.post("session/start/payout/rko", order).status, 200);
        QVERIFY(bank.waitsForConfirm(session));
        const RawReply taken = bank.post("session/confirm", withSession(published(confirm), session));
        QVERIFY2(taken.status == 200, taken.body.constData());
        QTRY_COMPARE_WITH_TIMEOUT(bank.process().ledger("transfer"_L1).size(), 1, 20'000);

        const QJsonObject transfer = bank.process().ledger("transfer"_L1).first();
        const QJsonObject asked = QJsonDocument::fromJson(order).object();
        const QJsonObject account = asked["payment_method"_L1]["bank_account"_L1]["ru"_L1].toObject();
        QCOMPARE(transfer["account"_L1], account["account"_L1]);
        QCOMPARE(transfer["bik"_L1], account["bik"_L1]);
        QCOMPARE(transfer["amount"_L1], asked["amount_details"_L1]["amount"_L1]);
        const auto status = bank.post("session/status", "{\"session_id\":\"" + session + "\"}");
        QCOMPARE(jsonOf(status)["session"_L1]["status"_L1].toString(), u"accepted"_s);
    }

    void theBankTakesEveryPublishedOrder_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *kind : {"individual", "legal-entity", "non-resident", "sole-proprietor", "token", "urgent"})
            QTest::addRow("%s", kind) << u"02-session-start-payout-rko.%1.request.json"_s.arg(QLatin1String(kind));
    }
    void theBankTakesEveryPublishedOrder()
    {
        QFETCH(QString, name);
        BankOfThePublishedCustomer bank(m_key, false);
        const QByteArray session = bank.openSession();
        const RawReply reply = bank.post("session/start/payout/rko", withSession(published(name), session));
        QVERIFY2(reply.status == 200, reply.body.constData());
        QVERIFY(bank.waitsForConfirm(session));
        const RawReply cancelled =
            bank.post("session/cancel",
                      withSession(published(u"06-session-cancel.without-confirm-information.request.json"_s), session));
        QVERIFY2(cancelled.status == 200, cancelled.body.constData());
        QTRY_COMPARE_WITH_TIMEOUT(bank.process().ledger("cancelled"_L1).size(), 1, 20'000);
        QVERIFY(bank.process().ledger("transfer"_L1).isEmpty());
    }

    void theBankTellsBalanceAndStatement()
    {
        BankOfThePublishedCustomer bank(m_key, false);
        const RawReply balance = bank.post("report/account_balance", published(u"12-account-balance.request.json"_s));
        QVERIFY2(balance.status == 200, balance.body.constData());
        const RawReply statement =
            bank.post("report/account_statement", published(u"13-account-statement.request.json"_s));
        QVERIFY2(statement.status == 200, statement.body.constData());
    }

    void theBankRefusesAStrangerWithoutTheKey()
    {
        BankOfThePublishedCustomer bank(m_key, false);
        const QByteArray body = published(u"01-session-create-rko.request.json"_s);
        const RawReply reply = bank.postSigned("session/create/rko", body, m_bankKey.signature(body));
        QCOMPARE(reply.status, 401);
        QCOMPARE(jsonOf(reply)["error"_L1]["code"_L1].toString(), u"authentication_error"_s);
        QVERIFY(bank.process().ledger("session_created"_L1).isEmpty());
    }

private:
    /// The practice bank with the customer of the published examples, and a client that knows nothing of ours.
    class BankOfThePublishedCustomer
    {
    public:
        BankOfThePublishedCustomer(const TestKey &key, bool tls)
            : m_key(key), m_process({.folder = m_folder.filePath(u"bank"_s),
                                     .partnerKeyFile = key.publicFile(),
                                     .tls = tls,
                                     .script = script(),
                                     .options = {u"--check-seconds"_s, u"0.1"_s, u"--execute-seconds"_s, u"0.1"_s}})
        {
            m_process.start();
        }

        BankProcess &process() { return m_process; }

        RawReply post(const char *method, const QByteArray &body)
        {
            return postSigned(method, body, m_key.signature(body));
        }
        RawReply postSigned(const char *method, const QByteArray &body, const QByteArray &signature)
        {
            QUrl address = m_process.url();
            address.setPath(u"/api/v1/"_s + QLatin1String(method));
            return rawPost(
                address,
                {"x-partner-project: practice", "X-Partner-Sign: " + signature, "Content-Type: application/json"}, body,
                m_process.certificateFile());
        }
        QByteArray openSession()
        {
            const RawReply reply = post("session/create/rko", published(u"01-session-create-rko.request.json"_s));
            return jsonOf(reply)["session"_L1]["id"_L1].toString().toUtf8();
        }
        bool waitsForConfirm(const QByteArray &session)
        {
            const QByteArray body = withSession(published(u"07-session-status.request.json"_s), session);
            return QTest::qWaitFor(
                [&] {
                    const QJsonObject told = jsonOf(post("session/status", body))["session"_L1].toObject();
                    return told["next_action"_L1].toString() == u"confirm";
                },
                20'000);
        }

    private:
        static QJsonObject script()
        {
            return {{u"accounts"_s, QJsonArray{QJsonObject{{u"account"_s, u"40702810100009900417"_s},
                                                           {u"name"_s, u"ООО \"Северный Клевер\""_s},
                                                           {u"inn"_s, u"1660990148"_s},
                                                           {u"kpp"_s, u"166001001"_s},
                                                           {u"balance"_s, 1'000'000'000}}}},
                    {u"tokens"_s, QJsonObject{{u"5f1c0a7be2d94c3688a1b6f07d2e9c41a3b85d6e7f90214c5a6b7c8d9e0f1a2b"_s,
                                               QJsonObject{{u"bik"_s, u"044525225"_s},
                                                           {u"account"_s, u"40817810300009900023"_s}}}}}};
        }

        const TestKey &m_key;
        QTemporaryDir m_folder;
        BankProcess m_process;
    };

    const TestKey m_key;
    const TestKey m_bankKey;
};

QTEST_GUILESS_MAIN(PublishedBodiesTest)
#include "tst_publishedbodies.moc"
