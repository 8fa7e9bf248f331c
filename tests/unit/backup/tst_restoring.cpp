#include "backupkit.h"

#include "storage/migrations.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

Result<Restored> restore(BackedProfile &desk, WriteFault *fault = nullptr)
{
    const auto backup = BackupFile::open(desk.backupPath());
    if (!backup) return std::unexpected(backup.error());
    return restoreStore(*backup, desk.profile, desk.paths(), desk.clock, fault);
}

void addSteps()
{
    QTest::addColumn<QByteArray>("step");
    for (const char *step : {"unpack", "open", "freeze", "journal", "setAside", "putInPlace"})
        QTest::addRow("%s", step) << QByteArray(step);
}

} // namespace

/// A store comes back frozen, whole, and beside the one that was there; or nothing has changed.
class TestRestoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStoreComesBackFrozenAndTheOtherIsSetAside()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        desk.addPayout(u"later"_s, PayoutState::paid);
        const auto done = restore(desk);
        VERIFY_GOOD(done);
        QCOMPARE(desk.facts().payouts, 2);
        QVERIFY(desk.freeze().frozen);
        QCOMPARE(desk.freeze().cause, u"restored"_s);
        QCOMPARE(inspectStore(done->setAside + u"/store/countersign.sqlite"_s)->payouts, 3);
        desk.open();
        VERIFY_GOOD(desk.store->verifyAudit(0)); // the freeze stands in the record
        QCOMPARE(desk.facts().auditEntries, 4);
    }

    void whatWaitedToBeSentIsADraftAgain()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        VERIFY_GOOD(restore(desk));
        QCOMPARE(stateWord(desk.stateOf(u"waits"_s)), stateWord(PayoutState::draft));
        QCOMPARE(stateWord(desk.stateOf(u"paid"_s)), stateWord(PayoutState::paid));
    }

    void aFreezeOfTheBackupIsFollowedByOneThatSaysWhatToDo()
    {
        BackedProfile desk;
        desk.open();
        auto transaction = std::move(*desk.store->begin());
        VERIFY_GOOD(transaction->insertFreeze({.frozen = true, .cause = u"person"_s, .since = desk.clock.now()}));
        VERIFY_GOOD(transaction->commit());
        transaction.reset();
        desk.close();
        VERIFY_GOOD(desk.writeBackup());
        VERIFY_GOOD(restore(desk));
        QCOMPARE(desk.freeze().cause, u"restored"_s);
    }

    void settingsAndKeyOfThisComputerStay()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        writeFile(desk.paths().resolved(desk.profile.keyFile), "a newer key");
        desk.profile.operatorName = u"Somebody else"_s;
        VERIFY_GOOD(desk.profiles.save(desk.profile));
        VERIFY_GOOD(restore(desk));
        QCOMPARE(contentOf(desk.paths().resolved(desk.profile.keyFile)), QByteArray("a newer key"));
        QCOMPARE(desk.profiles.load(u"main"_s)->operatorName, u"Somebody else"_s);
    }

    void theJournalOfThisComputerStays()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        desk.addToJournal(u"i2"_s);
        VERIFY_GOOD(restore(desk));
        QCOMPARE(desk.journalIntents(), (QStringList{u"i1"_s, u"i2"_s}));
    }

    void itLearnsWhatOnlyTheBackupsKnows()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        QVERIFY(QFile::remove(FileSendJournal::fileIn(desk.paths().journalFolder)));
        desk.addToJournal(u"i9"_s);
        VERIFY_GOOD(restore(desk));
        QCOMPARE(desk.journalIntents(), (QStringList{u"i9"_s, u"i1"_s}));
    }

    void aDamagedJournalIsSetAsideAndWhatCanBeReadOfItGoesOn()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        desk.addToJournal(u"i2"_s);
        desk.addToJournal(u"i3"_s);
        const QString journal = FileSendJournal::fileIn(desk.paths().journalFolder);
        QByteArray bytes = contentOf(journal);
        bytes.replace("\"ps_i2\"", "\"ps_x2\"");
        writeFile(journal, bytes);
        QCOMPARE(desk.journalIntents(), QStringList{u"(damaged)"_s});
        const auto done = restore(desk);
        VERIFY_GOOD(done);
        QCOMPARE(desk.journalIntents(), (QStringList{u"i1"_s, u"i2"_s, u"i3"_s}));
        QCOMPARE(contentOf(FileSendJournal::fileIn(done->setAside)), bytes);
    }

    void aBackupOfSomethingElseIsRefused_data()
    {
        QTest::addColumn<std::function<void(Profile &)>>("change");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *detail, std::function<void(Profile &)> change) {
            QTest::addRow("%s", detail) << std::move(change) << QString::fromLatin1(detail);
        };
        row("profile", [](Profile &profile) { profile.name = u"second"_s; });
        row("environment", [](Profile &profile) { profile.environment = Environment::live; });
        row("project", [](Profile &profile) { profile.projectId = u"project-8"_s; });
    }
    void aBackupOfSomethingElseIsRefused()
    {
        QFETCH(std::function<void(Profile &)>, change);
        QFETCH(QString, detail);
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        const QByteArray before = contentOf(desk.paths().storeFile);
        Profile other = desk.profile;
        change(other);
        const auto backup = BackupFile::open(desk.backupPath());
        const auto done = restoreStore(*backup, other, desk.paths(), desk.clock);
        QCOMPARE(faultOf(done), u"backupForeign: "_s + detail);
        QCOMPARE(contentOf(desk.paths().storeFile), before);
    }

    void aProfileThatIsOpenIsLeftAlone()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        desk.open();
        COMPARE_CODE(restore(desk), storeLocked);
        desk.close();
        VERIFY_GOOD(restore(desk));
    }

    void anOlderStoreIsBroughtUpToDate()
    {
        BackedProfile desk;
        makeStoreOfVersion(desk, 4);
        VERIFY_GOOD(desk.writeBackup());
        QCOMPARE(BackupFile::open(desk.backupPath())->manifest().contents.storeVersion, 4);
        VERIFY_GOOD(restore(desk));
        QCOMPARE(desk.facts().version, newestMigration());
    }

    void aNewerStoreIsRefused()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        const QString store = desk.folder.filePath(u"newer.sqlite"_s);
        QVERIFY(QFile::copy(desk.paths().storeFile, store));
        {
            Connection connection(store, Connection::Mode::write);
            VERIFY_GOOD(connection.executeText(u"PRAGMA user_version = 900"_s));
        }
        swapStore(desk, store);
        const QByteArray before = contentOf(desk.paths().storeFile);
        COMPARE_CODE(restore(desk), storeNewer);
        QCOMPARE(contentOf(desk.paths().storeFile), before);
    }

    void anotherStoreThanTheOneThatWasCountedIsRefused()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        desk.addPayout(u"later"_s, PayoutState::paid);
        swapStore(desk, desk.paths().storeFile);
        COMPARE_CODE(restore(desk), backupDamaged);
    }

    void aLostStoreComesBack()
    {
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        QVERIFY(QDir(QFileInfo(desk.paths().storeFile).path()).removeRecursively());
        const auto done = restore(desk);
        VERIFY_GOOD(done);
        QVERIFY(done->setAside.isEmpty());
        QCOMPARE(desk.facts().payouts, 2);
    }

    void aFailureLeavesTheOldStoreOrCanBeFinished_data() { addSteps(); }
    void aFailureLeavesTheOldStoreOrCanBeFinished()
    {
        QFETCH(QByteArray, step);
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        desk.addPayout(u"later"_s, PayoutState::paid);
        FailNth fault(QLatin1String(step), 1);
        COMPARE_CODE(restore(desk, &fault), fileUnwritable);
        oldOrNew(desk, step == "putInPlace");
    }

    void aKillLeavesTheOldStoreOrTheNewOneWhole_data() { addSteps(); }
    void aKillLeavesTheOldStoreOrTheNewOneWhole()
    {
        QFETCH(QByteArray, step);
        BackedProfile desk;
        VERIFY_GOOD(desk.writeBackup());
        desk.addPayout(u"later"_s, PayoutState::paid);
        QVERIFY(killedAt(QLatin1String(step), [&](WriteFault &fault) { (void)restore(desk, &fault); }));
        oldOrNew(desk, step == "putInPlace");
    }

private:
    static void oldOrNew(BackedProfile &desk, bool isNew)
    {
        VERIFY_GOOD(finishRestoring(desk.paths()));
        QCOMPARE(desk.facts().payouts, isNew ? 2 : 3);
        QCOMPARE(desk.freeze().frozen, isNew);
        QCOMPARE(desk.journalIntents(), QStringList{u"i1"_s});
        VERIFY_GOOD(restore(desk)); // whatever was left behind is not in the way
        QCOMPARE(desk.facts().payouts, 2);
        QVERIFY(desk.freeze().frozen);
    }

    /// The backup again with another store in it, and its digest right.
    static void swapStore(const BackedProfile &desk, const QString &store)
    {
        const auto backup = BackupFile::open(desk.backupPath());
        BackupManifest manifest = backup->manifest();
        ZipWriter zip;
        for (BackupPart &part : manifest.parts) {
            if (part.name == backupparts::store) {
                part = {part.name, QFileInfo(store).size(), fileSha256(store).value()};
                zip.addFile(part.name, store);
            } else {
                zip.addBytes(part.name, backup->bytes(part.name).value());
            }
        }
        zip.addBytes(backupparts::manifest, toJson(manifest));
        QVERIFY(QFile::remove(desk.backupPath()));
        UnwatchedReading unwatched;
        VERIFY_GOOD(zip.write(desk.backupPath(), unwatched));
    }

    static void makeStoreOfVersion(const BackedProfile &desk, int version)
    {
        QVERIFY(QFile::remove(desk.paths().storeFile));
        Connection writer(desk.paths().storeFile, Connection::Mode::write);
        VERIFY_GOOD(writer.open());
        VERIFY_GOOD(migrate(writer, 0, embeddedMigrations().mid(0, version), desk.clock));
    }
};

QTEST_GUILESS_MAIN(TestRestoring)
#include "tst_restoring.moc"
