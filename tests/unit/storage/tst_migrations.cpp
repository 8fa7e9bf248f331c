#include "storefixture.h"

#include "storage/migrations.h"
#include "storage/sqlitereader.h"

#include <QFile>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

QString readText(Row &row)
{
    return row.text();
}

} // namespace

/// A store that grew step by step is the store that was made at once; a step that is cut off is not there.
class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreNumberedWithoutAGap();
    void freshAndUpgradedSchemasAreEqual();
    void everyStepIsRecorded();
    void anUpgradeKeepsABackupAndItsRecords();
    void anUpgradeListsWhatWasThere();
    void aFailedStepLeavesTheOldStore_data();
    void aFailedStepLeavesTheOldStore();
    void aFailedFirstStartCanBeRepeated();
    void aTextOfTwoStatementsIsRefused();

private:
    /// A store as an older version left it.
    static void makeOldStore(StoreFixture &fixture, int version);
    [[nodiscard]] static QString schemaOf(const StoreFixture &fixture);
};

void TestMigrations::makeOldStore(StoreFixture &fixture, int version)
{
    Connection writer(fixture.path(), Connection::Mode::write);
    VERIFY_GOOD(writer.open());
    VERIFY_GOOD(migrate(writer, 0, embeddedMigrations().mid(0, version), fixture.clock));
}

QString TestMigrations::schemaOf(const StoreFixture &fixture)
{
    return fixture
        .value(u"SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
               "ORDER BY type, name)"_s)
        .toString();
}

void TestMigrations::stepsAreNumberedWithoutAGap()
{
    const QList<Migration> steps = embeddedMigrations();
    QVERIFY(steps.size() >= 3);
    for (int i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps.at(i).version, i + 1);
        QVERIFY(!steps.at(i).statements.isEmpty());
    }
}

/// The second would be left out without a word.
void TestMigrations::aTextOfTwoStatementsIsRefused()
{
    StoreFixture fixture;
    makeOldStore(fixture, 2);
    Connection writer(fixture.path(), Connection::Mode::write);
    for (const QString &text : {u"CREATE TABLE one (a); CREATE TABLE two (a)"_s, u"CREATE TABLE one (a);\nDROP"_s, u" "_s})
        QVERIFY2(!writer.executeText(text), qPrintable(text));
    QVERIFY(!schemaOf(fixture).contains(u"TABLE one"));
    VERIFY_GOOD(writer.executeText(u"CREATE TABLE one (a);\n"_s));
}

void TestMigrations::freshAndUpgradedSchemasAreEqual()
{
    StoreFixture fresh;
    fresh.open();
    const QString expected = schemaOf(fresh);
    QVERIFY(expected.contains(u"intent_one_confirm"));
    for (int version = 1; version < embeddedMigrations().size(); ++version) {
        StoreFixture upgraded;
        makeOldStore(upgraded, version);
        QVERIFY(schemaOf(upgraded) != expected);
        upgraded.open();
        QCOMPARE(schemaOf(upgraded), expected);
    }
}

void TestMigrations::everyStepIsRecorded()
{
    StoreFixture fixture;
    fixture.open();
    fixture.open();
    QCOMPARE(fixture.value(u"SELECT group_concat(name) FROM schema_migration"_s).toString(),
             u"0001_records,0002_append_only,0003_lists,0004_stable_lists,0005_recipients,"
             "0006_seen_entries,0007_imports,0008_told_from,0009_preparing,0010_left_accounts,0011_folders_by_word"_s);
    QCOMPARE(fixture.value(u"SELECT DISTINCT applied_at FROM schema_migration"_s).toLongLong(), 1'700'000'000'000);
}

void TestMigrations::anUpgradeKeepsABackupAndItsRecords()
{
    StoreFixture fixture;
    makeOldStore(fixture, 2);
    QVERIFY(fixture.tamper(u"INSERT INTO freeze (frozen, cause, user, reason, since) VALUES (1, 'c', 'u', 'r', 5)"_s));
    fixture.open();
    QCOMPARE(fixture.begin()->freeze()->cause, u"c"_s);
    const QString backup = fixture.path() + u".version2"_s;
    QVERIFY(QFile::exists(backup));
    Connection copy(backup, Connection::Mode::inspect);
    const auto identity = identify(copy, 5);
    VERIFY_GOOD(identity);
    QCOMPARE(identity->version, 2);
    QCOMPARE(copy.one("freeze"_L1, {}, readFreeze)->cause, u"c"_s);
}

void TestMigrations::anUpgradeListsWhatWasThere()
{
    StoreFixture fixture;
    makeOldStore(fixture, 3);
    QVERIFY(fixture.tamper(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) "
        "INSERT INTO payout (number, id, state, version, maker, created_at, changed_at, state_since, recipient_name, "
        "recipient_account, sender_account, purpose, amount_kopecks, reason_code, reason_text, search, draft, "
        "open_alarms) SELECT i, 'p' || i, iif(i % 3 = 0, 'failed', 'paid'), 1, 'm', i, 9999 - i, i, 'n', 'a', 's', "
        "'p', i, '', '', 'word', x'', i = 700 FROM n"_s));
    fixture.open();
    SqliteReader reader(fixture.path());
    QCOMPARE(*reader.counts(), (QList<qint64>{0, 1, 0, 0, 0, 1000, 500, 0, 0, 1500}));
    QCOMPARE(reader.page({.folder = Folder::needsAttention})->rows.first().number, 700);
    QCOMPARE(reader.page({.offset = 1000, .limit = 1})->rows.first().number, 500);
    QCOMPARE(reader.page({.folder = Folder::failed, .offset = 499, .limit = 1})->rows.first().number, 3);
    QCOMPARE(reader.page({.folder = Folder::paid, .search = u"word"_s})->total, 1000);
}

void TestMigrations::aFailedStepLeavesTheOldStore_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("nth");
    QTest::addRow("in the middle of the statements") << u"migration"_s << 4;
    QTest::addRow("at the record of the step") << u"insertSchemaMigration"_s << 1;
    QTest::addRow("at commit") << u"commit"_s << 1;
    QTest::addRow("at the backup") << u"backupInto"_s << 1;
}

void TestMigrations::aFailedStepLeavesTheOldStore()
{
    QFETCH(QString, operation);
    QFETCH(int, nth);
    StoreFixture fixture;
    makeOldStore(fixture, 2);
    const QString before = schemaOf(fixture);
    const QByteArray name = operation.toLatin1();
    FailNth fault(QLatin1String(name), nth);
    COMPARE_CODE(SqliteStore::open(fixture.path(), fixture.clock, &fault), storeWriteFailed);
    QCOMPARE(schemaOf(fixture), before);
    QCOMPARE(fixture.value(u"PRAGMA user_version"_s).toInt(), 2);
    fixture.open();
    QCOMPARE(fixture.value(u"PRAGMA user_version"_s).toInt(), embeddedMigrations().size());
}

void TestMigrations::aFailedFirstStartCanBeRepeated()
{
    StoreFixture fixture;
    FailNth fault("commit"_L1, 1);
    COMPARE_CODE(SqliteStore::open(fixture.path(), fixture.clock, &fault), storeWriteFailed);
    Connection inspection(fixture.path(), Connection::Mode::inspect);
    QCOMPARE(identify(inspection, 5)->isEmpty, true);
    QCOMPARE(inspection.one("readJournalMode"_L1, {}, readText).value_or(QString()), u"wal"_s);
    fixture.open();
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
