#include "backupkit.h"

#include <csignal>
#include <sys/resource.h>
#include <utime.h>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Files may not grow beyond this: as on a full disk.
class SmallFiles
{
public:
    explicit SmallFiles(rlim_t most)
    {
        m_before = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        rlimit small = m_limit;
        small.rlim_cur = most;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    SmallFiles(const SmallFiles &) = delete;

private:
    rlimit m_limit{};
    void (*m_before)(int) = nullptr;
};

class StopAt final : public ReadingProgress
{
public:
    explicit StopAt(int permille) : m_permille(permille) {}
    [[nodiscard]] bool reached(int permille) override { return permille < m_permille; }

private:
    int m_permille;
};

Result<> examine(const QString &path)
{
    UnwatchedReading unwatched;
    const auto file = BackupFile::open(path);
    return file ? file->check(unwatched) : Result<>(std::unexpected(file.error()));
}

void addSteps()
{
    QTest::addColumn<QByteArray>("step");
    for (const char *step : {"copyStore", "copyJournal", "writeZip", "checkZip", "rename"})
        QTest::addRow("%s", step) << QByteArray(step);
}

} // namespace

/// A backup is there whole and readable, or what was there before is.
class TestBackupWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackupHoldsTheProfileAsItIs()
    {
        BackedProfile desk;
        const auto made = desk.writeBackup();
        VERIFY_GOOD(made);
        VERIFY_GOOD(examine(desk.backupPath()));
        QCOMPARE(made->path, desk.backupPath());
        QCOMPARE(made->bytes, QFileInfo(desk.backupPath()).size());
        QCOMPARE(made->sha256, fileSha256(desk.backupPath()).value());
        QCOMPARE(made->contents.payouts, 2);
        QCOMPARE(made->contents.auditEntries, 2);
        QCOMPARE(made->contents.journalEntries, 1);
        QCOMPARE(made->contents.lastEntry, std::optional(desk.clock.now()));
        QVERIFY(made->contents.missing.isEmpty());
        const auto file = BackupFile::open(desk.backupPath());
        QStringList names;
        for (const BackupPart &part : file->manifest().parts)
            names += part.name;
        names.sort();
        QCOMPARE(names, (QStringList{u"columns.json"_s, u"directory/ed807.zip"_s, u"keys/_____key.pem"_s,
                                     u"keys/signing.pem"_s, u"profile.json"_s, u"sends.journal"_s, u"store.sqlite"_s}));
        QCOMPARE(file->bytes(u"keys/signing.pem"_s).value(), QByteArray("the key, encrypted"));
        QVERIFY(file->manifest().contents == made->contents);
        QCOMPARE(filesBelow(desk.folder.filePath(u"out"_s)), QStringList{u"backup.zip"_s});
    }

    void itsOwnerAloneMayReadIt()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(desk.backupPath()) & others));
    }

    void whatIsNotStoredYetIsNotInItAndHoldsNothingUp()
    {
        BackedProfile desk;
        desk.open();
        auto transaction = std::move(*desk.store->begin());
        PayoutRecord payout = samplePayout(u"unfinished"_s);
        VERIFY_GOOD(transaction->insertPayout(payout));
        const auto made = desk.writeBackup();
        VERIFY_GOOD(made);
        QCOMPARE(made->contents.payouts, 2);
        VERIFY_GOOD(transaction->commit());
        transaction.reset();
        QCOMPARE(desk.writeBackup()->contents.payouts, 3);
    }

    void aFileThatTheSettingsNameAndThatIsNotThereIsSaid()
    {
        BackedProfile desk;
        desk.profile.extraCertificateFile = u"/nowhere/ca.pem"_s;
        const auto made = desk.writeBackup();
        VERIFY_GOOD(made);
        QCOMPARE(made->contents.missing, QStringList{u"ca.pem"_s});
    }

    void aDamagedStoreIsNoBackup()
    {
        BackedProfile desk;
        QByteArray bytes = contentOf(desk.paths().storeFile);
        bytes.replace(8192, bytes.size() - 8192, QByteArray(bytes.size() - 8192, '\x5a'));
        writeFile(desk.paths().storeFile, bytes);
        QVERIFY(!desk.writeBackup());
        QVERIFY(filesBelow(desk.folder.filePath(u"out"_s)).isEmpty());
    }

    void aFailureLeavesWhatWasThere_data() { addSteps(); }
    void aFailureLeavesWhatWasThere()
    {
        QFETCH(QByteArray, step);
        BackedProfile desk;
        writeFile(desk.backupPath(), "the one before");
        FailNth fault(QLatin1String(step), 1);
        COMPARE_CODE(desk.writeBackup(&fault), fileUnwritable);
        QCOMPARE(contentOf(desk.backupPath()), QByteArray("the one before"));
        QCOMPARE(filesBelow(desk.folder.filePath(u"out"_s)), QStringList{u"backup.zip"_s});
        VERIFY_GOOD(desk.writeBackup());
        VERIFY_GOOD(examine(desk.backupPath()));
    }

    void aKillLeavesWhatWasThereAndItsLeftoversGo_data() { addSteps(); }
    void aKillLeavesWhatWasThereAndItsLeftoversGo()
    {
        QFETCH(QByteArray, step);
        BackedProfile desk;
        writeFile(desk.backupPath(), "the one before");
        QVERIFY(killedAt(QLatin1String(step), [&](WriteFault &fault) { (void)desk.writeBackup(&fault); }));
        QCOMPARE(contentOf(desk.backupPath()), QByteArray("the one before"));
        const QDir out(desk.folder.filePath(u"out"_s));
        const QStringList left = out.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(left.size(), 1);
        const utimbuf longAgo{1'600'000'000, 1'600'000'000};
        QCOMPARE(utime(qPrintable(out.filePath(left.first())), &longAgo), 0);
        VERIFY_GOOD(desk.writeBackup());
        QCOMPARE(filesBelow(out.path()), QStringList{u"backup.zip"_s});
        QVERIFY(out.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }

    void aFullDiskLeavesWhatWasThere_data()
    {
        QTest::addColumn<int>("most");
        for (const int most : {0, 100, 5'000, 40'000, 100'000})
            QTest::addRow("%d bytes", most) << most;
    }
    void aFullDiskLeavesWhatWasThere()
    {
        QFETCH(int, most);
        BackedProfile desk;
        writeFile(desk.backupPath(), "the one before");
        std::optional<SmallFiles> full(static_cast<rlim_t>(most));
        const auto made = desk.writeBackup();
        full.reset();
        QVERIFY2(!made, "the limit was not met");
        QCOMPARE(contentOf(desk.backupPath()), QByteArray("the one before"));
        QCOMPARE(filesBelow(desk.folder.filePath(u"out"_s)), QStringList{u"backup.zip"_s});
    }

    void aPersonCanStopIt_data()
    {
        QTest::addColumn<int>("permille");
        for (const int permille : {1, 400, 800, 1000})
            QTest::addRow("%d", permille) << permille;
    }
    void aPersonCanStopIt()
    {
        QFETCH(int, permille);
        BackedProfile desk;
        StopAt stop(permille);
        const auto made = countersign::writeBackup(
            {.profile = desk.profile, .paths = desk.paths(), .path = desk.backupPath()}, desk.clock, stop);
        COMPARE_CODE(made, cancelled);
        QVERIFY(filesBelow(desk.folder.filePath(u"out"_s)).isEmpty());
    }

    void noFolderIsSaid()
    {
        BackedProfile desk;
        QVERIFY(QDir(desk.folder.filePath(u"out"_s)).removeRecursively());
        COMPARE_CODE(desk.writeBackup(), fileUnwritable);
    }

    void everyChangedByteIsFound()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        const QByteArray whole = contentOf(desk.backupPath());
        const QString spoiled = desk.folder.filePath(u"spoiled.zip"_s);
        int found = 0;
        int places = 0;
        for (qsizetype place = 0; place < whole.size(); place += 211) {
            QByteArray bytes = whole;
            bytes[place] = static_cast<char>(bytes.at(place) ^ 0x20);
            writeFile(spoiled, bytes);
            ++places;
            if (!examine(spoiled))
                ++found;
            else
                QVERIFY2(contentsAreEqual(spoiled, desk.backupPath()), QByteArray::number(place));
        }
        QVERIFY2(found * 4 > places * 3, QByteArray::number(found) + " of " + QByteArray::number(places));
    }

    void aFileThatIsCutOffIsFound()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        const QByteArray whole = contentOf(desk.backupPath());
        const QString spoiled = desk.folder.filePath(u"spoiled.zip"_s);
        for (const qsizetype length : {qsizetype{0}, qsizetype{1}, whole.size() / 2, whole.size() - 1}) {
            writeFile(spoiled, whole.first(length));
            QVERIFY(!examine(spoiled));
        }
    }

    void whatIsNoBackupIsSaid()
    {
        BackedProfile desk;
        const QString path = desk.folder.filePath(u"other.zip"_s);
        COMPARE_CODE(examine(path), fileUnreadable);
        writeFile(path, "a letter");
        COMPARE_CODE(examine(path), fileNotUnderstood);
        QFile::remove(path);
        ZipWriter zip;
        zip.addBytes(u"letter.txt"_s, "hello");
        VERIFY_GOOD(zip.write(path, desk.unwatched));
        COMPARE_CODE(examine(path), fileNotUnderstood);
    }

private:
    /// Dates and the like of a zip file may change without harm: what is in it is the same.
    static bool contentsAreEqual(const QString &left, const QString &right)
    {
        const auto a = BackupFile::open(left);
        const auto b = BackupFile::open(right);
        return a && b && a->manifest() == b->manifest();
    }
};

QTEST_GUILESS_MAIN(TestBackupWriter)
#include "tst_backupwriter.moc"
