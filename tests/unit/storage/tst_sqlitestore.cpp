#include "storefixture.h"

#include "storage/sqlitereader.h"
#include "storage/statements.h"

#include <QFile>
#include <QRegularExpression>
#include <QThread>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

JournalEntry entry(const QString &intent, int number = 1)
{
    return {.intent = {intent}, .kind = CallKind::cancel, .sessionId = {}, .bodySha256 = {}, .sendNumber = number};
}

/// "i1/2" each.
QStringList placesOf(const Result<QList<JournalEntry>> &entries)
{
    QStringList places;
    for (const JournalEntry &entry : entries.value())
        places.append(u"%1/%2"_s.arg(entry.intent.text).arg(entry.sendNumber));
    return places;
}

} // namespace

/// Opening a store: whose file it is, who else has it, and whether its audit chain holds (payout-lifecycle.md section
/// 3).
class TestSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<StoreFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void makesFolderAndFile();
    void setsWhatTheLifecycleAsksFor();
    void findsEverythingAgainAfterClosing();
    void refusesASecondOpener();
    void takesOverALockFileThatNobodyHolds();
    void refusesAForeignFile_data();
    void refusesAForeignFile();
    void refusesANewerStore();
    void refusesADamagedFile_data();
    void refusesADamagedFile();
    void opensQuicklyAndWritesNothingBeforeItsCheck();
    void saysWhenTheFolderCannotBeMade();
    void knowsWhichIntentsExist();
    void knowsWhichTransmissionsAreMissing_data();
    void knowsWhichTransmissionsAreMissing();
    void anEntryThatAPersonHasSeenIsKnown();
    void retriesAreFoundWithoutReadingEveryPayout();
    void canBeUsedInAThreadOfItsOwn();
    void verifiesAnUntouchedChain();
    void continuesVerifyingWhereItStopped();
    void findsTamperingWithTheChain_data();
    void findsTamperingWithTheChain();
    void findsATailCutOffByItsAnchor();

private:
    void writeFile(const QByteArray &bytes);
    [[nodiscard]] QByteArray fileBytes() const;
    void appendAudits(int count);

    std::unique_ptr<StoreFixture> m_fixture;
};

void TestSqliteStore::writeFile(const QByteArray &bytes)
{
    QFile file(m_fixture->path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestSqliteStore::fileBytes() const
{
    QFile file(m_fixture->path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSqliteStore::appendAudits(int count)
{
    auto transaction = m_fixture->begin();
    for (int i = 1; i <= count; ++i)
        VERIFY_GOOD(transaction->appendAudit(u"step"_s, {{u"n"_s, i}}));
    VERIFY_GOOD(transaction->commit());
}

void TestSqliteStore::makesFolderAndFile()
{
    const QString path = m_fixture->folder.filePath(u"new/folder/store.sqlite"_s);
    VERIFY_GOOD(SqliteStore::open(path, m_fixture->clock));
    QVERIFY(QFile::exists(path));
}

void TestSqliteStore::setsWhatTheLifecycleAsksFor()
{
    m_fixture->open();
    QCOMPARE(m_fixture->value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QCOMPARE(m_fixture->value(u"PRAGMA application_id"_s).toInt(), 0x4353474E);
    QCOMPARE(m_fixture->value(u"PRAGMA user_version"_s).toInt(), static_cast<int>(embeddedMigrations().size()));
    Connection writer(m_fixture->path(), Connection::Mode::write);
    QCOMPARE(writer.one("readSynchronous"_L1, {}, readNumber).value_or(0), 2);
    QCOMPARE(writer.one("readForeignKeys"_L1, {}, readNumber).value_or(0), 1);
    QCOMPARE(writer.one("readFullFsync"_L1, {}, readNumber).value_or(0), 1);
}

void TestSqliteStore::findsEverythingAgainAfterClosing()
{
    m_fixture->open();
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    m_fixture->open();
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->payout({u"p1"_s}));
    VERIFY_GOOD(transaction->attempt({u"a1"_s}));
}

void TestSqliteStore::refusesASecondOpener()
{
    m_fixture->open();
    COMPARE_CODE(SqliteStore::open(m_fixture->path(), m_fixture->clock), storeLocked);
    m_fixture->store.reset();
    VERIFY_GOOD(SqliteStore::open(m_fixture->path(), m_fixture->clock));
}

void TestSqliteStore::takesOverALockFileThatNobodyHolds()
{
    QFile left(m_fixture->path() + u".lock"_s);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    VERIFY_GOOD(SqliteStore::open(m_fixture->path(), m_fixture->clock));
}

void TestSqliteStore::refusesAForeignFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sql");
    QTest::addRow("a letter") << QByteArray("Dear bank,\n").repeated(100) << QString();
    QTest::addRow("zeros") << QByteArray(8192, '\0') << QString();
    QTest::addRow("another program's tables") << QByteArray() << u"CREATE TABLE song (title TEXT)"_s;
    QTest::addRow("another program's mark") << QByteArray() << u"PRAGMA application_id = 7"_s;
    QTest::addRow("a version without a mark") << QByteArray() << u"PRAGMA user_version = 1"_s;
}

void TestSqliteStore::refusesAForeignFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sql);
    if (sql.isEmpty())
        writeFile(bytes);
    else
        QVERIFY(m_fixture->tamper(sql));
    const QByteArray before = fileBytes();
    COMPARE_CODE(SqliteStore::open(m_fixture->path(), m_fixture->clock), storeForeign);
    QCOMPARE(fileBytes(), before);
}

void TestSqliteStore::refusesANewerStore()
{
    m_fixture->open();
    m_fixture->store.reset();
    QVERIFY(m_fixture->tamper(u"PRAGMA user_version = 999"_s));
    const QByteArray before = fileBytes();
    COMPARE_CODE(SqliteStore::open(m_fixture->path(), m_fixture->clock), storeNewer);
    QCOMPARE(fileBytes(), before);
}

void TestSqliteStore::refusesADamagedFile_data()
{
    QTest::addColumn<bool>("cut");
    QTest::addRow("the second half is missing") << true;
    QTest::addRow("a page in the middle is overwritten") << false;
}

void TestSqliteStore::refusesADamagedFile()
{
    QFETCH(bool, cut);
    m_fixture->open();
    appendAudits(200);
    m_fixture->store.reset();
    QByteArray bytes = fileBytes();
    if (cut)
        bytes.truncate(bytes.size() / 2);
    else
        bytes.replace(bytes.size() / 2, 16'384, QByteArray(16'384, '\x5a'));
    writeFile(bytes);
    COMPARE_CODE(SqliteStore::open(m_fixture->path(), m_fixture->clock), storeDamaged);
}

void TestSqliteStore::opensQuicklyAndWritesNothingBeforeItsCheck()
{
    m_fixture->open();
    appendAudits(1'000); // most of the file, so that what is damaged is not the schema
    m_fixture->store.reset();
    const QByteArray whole = fileBytes();
    QByteArray damaged = whole;
    damaged.replace(damaged.size() * 3 / 4, 16'384, QByteArray(16'384, '\x5a'));
    writeFile(damaged);
    {
        const auto store = SqliteStore::openUnchecked(m_fixture->path(), m_fixture->clock);
        VERIFY_GOOD(store);
        COMPARE_CODE((*store)->begin(), storeUnavailable);
        COMPARE_CODE((*store)->check(), storeDamaged);
        COMPARE_CODE((*store)->begin(), storeUnavailable);
    }
    writeFile(whole);
    const auto store = SqliteStore::openUnchecked(m_fixture->path(), m_fixture->clock);
    VERIFY_GOOD(store);
    COMPARE_CODE((*store)->begin(), storeUnavailable);
    VERIFY_GOOD((*store)->check());
    VERIFY_GOOD((*store)->begin());
}

void TestSqliteStore::saysWhenTheFolderCannotBeMade()
{
    writeFile("a file where a folder is wanted");
    const QString path = m_fixture->path() + u"/below/store.sqlite"_s;
    COMPARE_CODE(SqliteStore::open(path, m_fixture->clock), storeUnavailable);
    SqliteReader reader(m_fixture->folder.filePath(u"missing.sqlite"_s));
    COMPARE_CODE(reader.counts(), storeUnavailable);
}

void TestSqliteStore::knowsWhichIntentsExist()
{
    m_fixture->open();
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::create)));
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(placesOf(m_fixture->store->unknownOf({entry(u"i2"_s), entry(u"i1"_s), entry(u"i3"_s)})),
             (QStringList{u"i2/1"_s, u"i3/1"_s}));
    QCOMPARE(placesOf(m_fixture->store->unknownOf({})), QStringList());
}

void TestSqliteStore::knowsWhichTransmissionsAreMissing_data()
{
    QTest::addColumn<CallKind>("kind");
    QTest::addColumn<IntentStatus>("status");
    QTest::addColumn<QStringList>("missing");
    QTest::addRow("ready") << CallKind::cancel << IntentStatus::ready << QStringList{u"i1/2"_s};
    QTest::addRow("in flight") << CallKind::cancel << IntentStatus::inflight << QStringList{u"i1/2"_s};
    QTest::addRow("unknown") << CallKind::cancel << IntentStatus::unknown << QStringList{u"i1/2"_s};
    QTest::addRow("a cancel that was taken may leave again")
        << CallKind::cancel << IntentStatus::answered << QStringList{u"i1/2"_s};
    QTest::addRow("a confirm that was taken never does")
        << CallKind::confirm << IntentStatus::answered << QStringList();
    QTest::addRow("void") << CallKind::cancel << IntentStatus::voided << QStringList();
}

void TestSqliteStore::knowsWhichTransmissionsAreMissing()
{
    QFETCH(CallKind, kind);
    QFETCH(IntentStatus, status);
    QFETCH(QStringList, missing);
    m_fixture->open();
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    auto transaction = m_fixture->begin();
    IntentRecord intent = sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, kind);
    intent.status = status;
    VERIFY_GOOD(transaction->insertIntent(intent));
    VERIFY_GOOD(transaction->insertSend({.intent = intent.id, .number = 1}));
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(placesOf(m_fixture->store->unsentOf({entry(u"i1"_s), entry(u"i1"_s, 2), entry(u"i9"_s)})), missing);
}

void TestSqliteStore::anEntryThatAPersonHasSeenIsKnown()
{
    m_fixture->open();
    const JournalEntry seen{.intent = {u"i9"_s}, .kind = CallKind::confirm, .sessionId = u"ps_9"_s, .bodySha256 = {}};
    for (int i = 0; i < 2; ++i) { // lifted twice is seen once
        auto transaction = m_fixture->begin();
        VERIFY_GOOD(transaction->insertSeenEntry(seen, m_fixture->clock.now()));
        VERIFY_GOOD(transaction->commit());
    }
    QCOMPARE(placesOf(m_fixture->store->unknownOf({entry(u"i9"_s), entry(u"i8"_s)})), QStringList{u"i8/1"_s});
    QVERIFY(!m_fixture->tamper(u"DELETE FROM seen_entry"_s));
}

void TestSqliteStore::retriesAreFoundWithoutReadingEveryPayout()
{
    m_fixture->open();
    // SQLite refuses the query when the index can't serve it.
    QCOMPARE(m_fixture->value(u"SELECT count(*) FROM payout INDEXED BY payout_retry_of WHERE retry_of = 'p1'"_s), 0);
}

void TestSqliteStore::canBeUsedInAThreadOfItsOwn()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    std::unique_ptr<QThread> engine(QThread::create([this] {
        m_fixture->open();
        m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    }));
    engine->start();
    QVERIFY(engine->wait());
    m_fixture->store.reset();
    m_fixture->open();
    VERIFY_GOOD(m_fixture->begin()->payout({u"p1"_s}));
}

void TestSqliteStore::verifiesAnUntouchedChain()
{
    m_fixture->open();
    QCOMPARE(m_fixture->store->verifyAudit(0), Result<qint64>(0));
    appendAudits(2'500);
    QCOMPARE(m_fixture->store->verifyAudit(0), Result<qint64>(2'500));
}

void TestSqliteStore::continuesVerifyingWhereItStopped()
{
    m_fixture->open();
    appendAudits(3);
    QCOMPARE(m_fixture->store->verifyAudit(3), Result<qint64>(3));
    appendAudits(2);
    QCOMPARE(m_fixture->store->verifyAudit(3), Result<qint64>(5));
}

void TestSqliteStore::findsTamperingWithTheChain_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("firstBad");
    const QString unlockUpdate = u"DROP TRIGGER audit_no_update"_s;
    const QString unlockDelete = u"DROP TRIGGER audit_no_delete"_s;
    QTest::addRow("an edited body")
        << QStringList{unlockUpdate,
                       u"UPDATE audit SET body = replace(body, '\"n\":4', '\"n\":5') WHERE sequence = 4"_s}
        << u"4"_s;
    QTest::addRow("an edited hash")
        << QStringList{unlockUpdate, u"UPDATE audit SET hash = replace(hash, 'a', 'b') WHERE sequence = 6"_s} << u"6"_s;
    QTest::addRow("a removed entry") << QStringList{unlockDelete, u"DELETE FROM audit WHERE sequence = 3"_s} << u"3"_s;
    QTest::addRow("a removed entry, the rest moved up")
        << QStringList{unlockUpdate, unlockDelete, u"DELETE FROM audit WHERE sequence = 3"_s,
                       u"UPDATE audit SET sequence = sequence + 1000 WHERE sequence > 3"_s,
                       u"UPDATE audit SET sequence = sequence - 1001 WHERE sequence > 1000"_s}
        << u"3"_s;
    QTest::addRow("two entries in each other's place")
        << QStringList{unlockUpdate, u"UPDATE audit SET sequence = 1000 WHERE sequence = 5"_s,
                       u"UPDATE audit SET sequence = 5 WHERE sequence = 6"_s,
                       u"UPDATE audit SET sequence = 6 WHERE sequence = 1000"_s}
        << u"5"_s;
    QTest::addRow("the beginning cut off")
        << QStringList{unlockDelete, u"DELETE FROM audit WHERE sequence < 3"_s} << u"1"_s;
}

void TestSqliteStore::findsTamperingWithTheChain()
{
    QFETCH(QStringList, statements);
    QFETCH(QString, firstBad);
    m_fixture->open();
    appendAudits(8);
    for (const QString &statement : statements)
        QVERIFY2(m_fixture->tamper(statement), qPrintable(statement));
    const auto verified = m_fixture->store->verifyAudit(0);
    COMPARE_CODE(verified, auditBroken);
    QCOMPARE(verified.error().detail, firstBad);
}

void TestSqliteStore::findsATailCutOffByItsAnchor()
{
    m_fixture->open();
    appendAudits(8);
    QVERIFY(m_fixture->tamper(u"DROP TRIGGER audit_no_delete"_s));
    QVERIFY(m_fixture->tamper(u"DELETE FROM audit WHERE sequence > 6"_s));
    QCOMPARE(m_fixture->store->verifyAudit(0), Result<qint64>(6)); // a shorter chain is a good chain by itself
    const auto verified = m_fixture->store->verifyAudit(8);
    COMPARE_CODE(verified, auditBroken);
    QCOMPARE(verified.error().detail, u"8"_s);
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"
