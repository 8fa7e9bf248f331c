#include "backup/bringing.h"
#include "backupkit.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// A computer that does not have the profile yet.
struct OtherComputer
{
    QTemporaryDir folder;
    StillClock clock;
    ProfileStore profiles{folder.filePath(QStringLiteral("data"))};

    Result<Restored> bring(const QString &path, WriteFault *fault = nullptr)
    {
        const auto backup = BackupFile::open(path);
        if (!backup) return std::unexpected(backup.error());
        return bringProfile(*backup, profiles, clock, fault);
    }
};

} // namespace

/// The same profile on another computer: whole, frozen, or not at all.
class TestBringing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProfileIsThereWithAllItNeeds()
    {
        BackedProfile old;
        VERIFY_GOOD(old.writeBackup());
        OtherComputer here;
        const auto done = here.bring(old.backupPath());
        VERIFY_GOOD(done);
        QCOMPARE(here.profiles.list(), QStringList{u"main"_s});
        const Profile profile = here.profiles.load(u"main"_s).value();
        const ProfilePaths paths = here.profiles.paths(u"main"_s);
        QCOMPARE(profile.projectId, old.profile.projectId);
        QCOMPARE(contentOf(paths.resolved(profile.keyFile)), QByteArray("the key, encrypted"));
        QCOMPARE(contentOf(paths.resolved(profile.bankPublicKeyFiles.first())), QByteArray("the bank's key"));
        QCOMPARE(contentOf(paths.directoryFolder + u"/ed807.zip"_s), QByteArray("banks"));
        QVERIFY(!profile.webhook.enabled);
        QCOMPARE(profile.backup, BackupSettings());
        const auto entries = FileSendJournal(paths.journalFolder).entries();
        QCOMPARE(entries->size(), 1);
    }

    void nothingLeavesIt()
    {
        BackedProfile old;
        VERIFY_GOOD(old.writeBackup());
        OtherComputer here;
        VERIFY_GOOD(here.bring(old.backupPath()));
        const auto store = SqliteStore::open(here.profiles.paths(u"main"_s).storeFile, here.clock);
        VERIFY_GOOD(store);
        const auto transaction = std::move(*(*store)->begin());
        QVERIFY(transaction->freeze()->frozen);
        QCOMPARE(transaction->freeze()->cause, u"brought"_s);
        QCOMPARE(stateWord(transaction->payout({u"waits"_s})->state), stateWord(PayoutState::draft));
    }

    void aComputerThatHasTheProfileKeepsIt()
    {
        BackedProfile old;
        VERIFY_GOOD(old.writeBackup());
        const QByteArray before = contentOf(old.paths().storeFile);
        const auto backup = BackupFile::open(old.backupPath());
        COMPARE_CODE(bringProfile(*backup, old.profiles, old.clock), profileTaken);
        QCOMPARE(contentOf(old.paths().storeFile), before);
    }

    void aPracticeProfileStaysWithItsBank()
    {
        BackedProfile old(Environment::practice);
        VERIFY_GOOD(old.writeBackup());
        OtherComputer here;
        QCOMPARE(faultOf(here.bring(old.backupPath())), u"backupForeign: practice"_s);
    }

    void cutOffItIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("step");
        for (const char *step : {"unpack", "open", "freeze", "appear"})
            QTest::addRow("%s", step) << QByteArray(step);
    }
    void cutOffItIsNotThere()
    {
        QFETCH(QByteArray, step);
        BackedProfile old;
        VERIFY_GOOD(old.writeBackup());
        OtherComputer here;
        QVERIFY(killedAt(QLatin1String(step), [&](WriteFault &fault) { (void)here.bring(old.backupPath(), &fault); }));
        QVERIFY(here.profiles.list().isEmpty());
        FailNth fault(QLatin1String(step), 1);
        COMPARE_CODE(here.bring(old.backupPath(), &fault), fileUnwritable);
        QVERIFY(here.profiles.list().isEmpty());
        VERIFY_GOOD(here.bring(old.backupPath()));
    }
};

QTEST_GUILESS_MAIN(TestBringing)
#include "tst_bringing.moc"
