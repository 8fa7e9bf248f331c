#include "storefixture.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// What was written stays, also when somebody has the file open beside us with other tools (short of changing the
/// schema): one row of every kind is in the store, and none of them lets itself be changed or removed.
class TestAppendOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refuses_data();
    void refuses();
    void refusesUnknownWords_data();
    void refusesUnknownWords();
    void keepsTypes();

private:
    void fill(StoreTransaction &transaction);

    StoreFixture m_fixture;
};

void TestAppendOnly::initTestCase()
{
    m_fixture.open();
    m_fixture.addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    auto transaction = m_fixture.begin();
    fill(*transaction);
    VERIFY_GOOD(transaction->commit());
}

void TestAppendOnly::fill(StoreTransaction &transaction)
{
    VERIFY_GOOD(transaction.insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::create)));
    SendRecord send;
    send.intent.text = u"i1"_s;
    VERIFY_GOOD(transaction.insertSend(send));
    send.endedAt = fromMilliseconds(1);
    send.sendClass = SendClass::ok;
    VERIFY_GOOD(transaction.completeSend(send));
    InboxRecord message;
    message.body = "x";
    message.bodySha256 = sha256Hex("x");
    VERIFY_GOOD(transaction.insertInbox(message));
    VERIFY_GOOD(transaction.insertInbox(message));
    ObservationRecord observation;
    VERIFY_GOOD(transaction.insertObservation(observation));
    ConfirmInfoRecord info;
    info.bytesSha256 = info.canonSha256 = sha256Hex("x");
    VERIFY_GOOD(transaction.insertConfirmInfo(info));
    VERIFY_GOOD(transaction.insertView({.viewSha256 = sha256Hex("v"), .payout = {u"p1"_s}, .attempt = {u"a1"_s}}));
    VERIFY_GOOD(transaction.insertDecision(sampleDecision(u"d1"_s, u"a1"_s, u"p1"_s)));
    VERIFY_GOOD(transaction.voidDecisions({u"a1"_s}, u"r"_s));
    AlarmRecord alarm;
    VERIFY_GOOD(transaction.insertAlarm(alarm));
    VERIFY_GOOD(transaction.closeAlarms({}));
    VERIFY_GOOD(transaction.insertFreeze({.frozen = true}));
    VERIFY_GOOD(transaction.takeLease(u"sender"_s, u"h"_s, {}));
    VERIFY_GOOD(transaction.appendAudit(u"x"_s, {}));
    VERIFY_GOOD(transaction.insertRecipientAct({.payout = {u"p1"_s}}));
    VERIFY_GOOD(transaction.insertDuplicateAct({.payout = {u"p1"_s}, .earlier = {u"p0"_s}}));
    VERIFY_GOOD(transaction.putRecipient({.id = {u"r1"_s}}, u"u"_s));
    VERIFY_GOOD(transaction.insertImport({.id = {u"f1"_s}, .fileSha256 = sha256Hex("x"), .count = 1}));
    VERIFY_GOOD(transaction.insertImportedRow({.import = {u"f1"_s}, .identity = sha256Hex("x"), .payout = {u"p1"_s}}));
}

void TestAppendOnly::refuses_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *table : {"schema_migration",
                              "payout",
                              "instruction",
                              "attempt",
                              "intent",
                              "send",
                              "inbox",
                              "inbox_repeat",
                              "observation",
                              "confirm_info",
                              "view",
                              "decision",
                              "alarm",
                              "freeze",
                              "lease",
                              "audit",
                              "recipient_act",
                              "duplicate_act",
                              "recipient",
                              "recipient_change",
                              "file_import",
                              "imported_row"}) {
        QTest::addRow("DELETE %s", table) << u"DELETE FROM %1"_s.arg(QLatin1String(table));
    }
    for (const char *change : {"schema_migration SET version = 9",
                               "payout SET number = 9",
                               "payout SET id = 'x'",
                               "payout SET retry_of = id",
                               "instruction SET content = x'00'",
                               "instruction SET maker = 'x'",
                               "instruction SET source = x'00'",
                               "recipient_act SET account = 'x'",
                               "duplicate_act SET earlier = 'x'",
                               "recipient SET account = 'x'",
                               "recipient SET account = 'x', version = 3",
                               "recipient_change SET account = 'x'",
                               "file_import SET total_kopecks = 9",
                               "imported_row SET payout = 'x'",
                               "attempt SET payout = 'x'",
                               "attempt SET number = 9",
                               "attempt SET version = 2",
                               "intent SET body = x'00'",
                               "intent SET kind = 'start'",
                               "intent SET attempt = 'x'",
                               "send SET started_at = 9",
                               "send SET class = 'notSent'",
                               "send SET response = x'00'",
                               "send SET fence = 9",
                               "inbox SET body = x'00'",
                               "inbox SET signature = x'00'",
                               "inbox SET received_at = 9",
                               "inbox_repeat SET peer = 'x'",
                               "observation SET kind = 'paid'",
                               "confirm_info SET bytes = x'00'",
                               "view SET bytes = x'00'",
                               "decision SET user = 'x'",
                               "decision SET confirm_info_sha256 = 'x'",
                               "decision SET voided = 0",
                               "alarm SET detail = 'x'",
                               "alarm SET open = 1",
                               "freeze SET frozen = 0",
                               "lease SET fence = 0",
                               "audit SET body = '{}'"}) {
        QTest::addRow("UPDATE %s", change) << u"UPDATE %1"_s.arg(QLatin1String(change));
    }
}

void TestAppendOnly::refuses()
{
    QFETCH(QString, sql);
    const QString table = sql.section(u' ', 1, 1) == u"FROM" ? sql.section(u' ', 2, 2) : sql.section(u' ', 1, 1);
    QVERIFY2(m_fixture.value(u"SELECT count(*) FROM "_s + table).toInt() > 0, "a row to be changed is there");
    QVERIFY2(!m_fixture.tamper(sql), "the schema refuses");
}

void TestAppendOnly::refusesUnknownWords_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *change : {"payout SET state = 'bezahlt'", "payout SET state_before_error = 'x'",
                               "payout SET amount_kopecks = -1", "attempt SET standing = 'x'", "attempt SET rank = 6",
                               "intent SET status = 'done'", "inbox SET processed = 2"}) {
        QTest::addRow("%s", change) << u"UPDATE %1"_s.arg(QLatin1String(change));
    }
}

void TestAppendOnly::refusesUnknownWords()
{
    QFETCH(QString, sql);
    QVERIFY(!m_fixture.tamper(sql));
}

void TestAppendOnly::keepsTypes()
{
    QVERIFY(!m_fixture.tamper(u"UPDATE payout SET amount_kopecks = 'twelve'"_s));
    QVERIFY(!m_fixture.tamper(u"UPDATE payout SET amount_kopecks = 12.5"_s));
    QVERIFY(!m_fixture.tamper(u"UPDATE payout SET draft = 'text'"_s));
    QVERIFY(m_fixture.tamper(u"UPDATE payout SET amount_kopecks = 12"_s));
}

QTEST_GUILESS_MAIN(TestAppendOnly)
#include "tst_appendonly.moc"
