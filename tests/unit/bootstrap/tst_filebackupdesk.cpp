#include "backup/backupfile.h"
#include "bootstrap/filebackupdesk.h"
#include "storage/sqlitestore.h"
#include "support/manualclock.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Desk
{
    QTemporaryDir folder;
    ManualClock clock;
    ProfileStore profiles{folder.filePath(QStringLiteral("data"))};
    Profile profile = newProfile(QStringLiteral("main"), Environment::demo);
    std::unique_ptr<FileBackupDesk> desk;

    Desk()
    {
        profile.backup = {.rhythm = BackupRhythm::daily, .folder = folder.filePath(QStringLiteral("out")), .keep = 2};
        if (!profiles.save(profile)) qFatal("no profile");
        if (!SqliteStore::open(profiles.paths(profile.name).storeFile, clock)) qFatal("no store");
        start();
    }
    void start() { desk = std::make_unique<FileBackupDesk>(profile, profiles.paths(profile.name), clock); }
    [[nodiscard]] QStringList files() const { return QDir(profile.backup.folder).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] bool makeOne()
    {
        const QSignalSpy changed(desk.get(), &BackupDesk::standingChanged);
        desk->beginRhythm();
        return QTest::qWaitFor([&] { return !changed.isEmpty(); }, 20'000);
    }
};

} // namespace

/// Backups that nobody thinks of.
class FileBackupDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThatIsDueIsMadeAtOnceAndNotTwice()
    {
        Desk desk;
        QVERIFY(QDir().mkpath(desk.profile.backup.folder));
        QVERIFY(desk.makeOne());
        QCOMPARE(desk.files().size(), 1);
        QVERIFY(BackupFile::open(desk.profile.backup.folder + u'/' + desk.files().first()).has_value());
        QVERIFY(desk.desk->standing().lastMade.has_value());
        QVERIFY(*desk.desk->standing().next > desk.clock.now());
        desk.desk->beginRhythm();
        desk.start(); // the next start of the program knows it
        QVERIFY(*desk.desk->standing().next > desk.clock.now());
        QCOMPARE(desk.files().size(), 1);
    }

    void aFailureIsSaidUntilOneSucceeds()
    {
        Desk desk; // its folder is not there
        QVERIFY(desk.makeOne());
        QVERIFY(desk.desk->standing().problem.has_value());
        desk.start();
        QVERIFY(desk.desk->standing().problem.has_value());
        QVERIFY(QDir().mkpath(desk.profile.backup.folder));
        desk.clock.advance(61min);
        QVERIFY(desk.makeOne());
        QVERIFY(!desk.desk->standing().problem.has_value());
    }

    void theOldestGoWhenThereAreTooMany()
    {
        Desk desk;
        QVERIFY(QDir().mkpath(desk.profile.backup.folder));
        for (int day = 0; day < 4; ++day) {
            QVERIFY(desk.makeOne());
            desk.clock.advance(24h);
            desk.start();
        }
        QTRY_COMPARE(desk.files().size(), 2);
    }

    void byHandItIsMadeWhateverTheRhythm()
    {
        Desk desk;
        const auto writing = desk.desk->write(desk.folder.filePath(u"mine.zip"_s), true);
        QTRY_VERIFY(writing.isFinished());
        QVERIFY(writing.result().has_value());
        QVERIFY(writing.result()->contents.handedOver);
    }
};

QTEST_GUILESS_MAIN(FileBackupDeskTest)
#include "tst_filebackupdesk.moc"
