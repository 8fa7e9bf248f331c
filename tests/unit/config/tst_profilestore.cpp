#include "config/profilestore.h"

#include "support/naughtytexts.h"
#include "testprofiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions othersRights = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                  QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                  QFileDevice::WriteOther | QFileDevice::ExeOther;

bool isForItsOwnerOnly(const QString &path)
{
    return QFileInfo::exists(path) && !(QFileInfo(path).permissions() & othersRights);
}

bool overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class TestProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
        m_store = std::make_unique<ProfileStore>(m_directory->filePath(u"data"_s));
    }

    void aNewDataFolderHasNoProfiles()
    {
        QCOMPARE(m_store->list(), QStringList());
        QCOMPARE(m_store->load(u"practice"_s).error().code, ErrorCode::profileUnknown);
    }

    void whatWasSavedIsListedAndLoaded()
    {
        const Profile live = testprofiles::liveProfile();
        const Profile practice = testprofiles::practiceProfile();
        QVERIFY(m_store->save(practice));
        QVERIFY(m_store->save(live));
        QCOMPARE(m_store->list(), QStringList({u"main-account"_s, u"practice"_s}));
        QVERIFY(m_store->load(live.name).value() == live);
        QVERIFY(m_store->load(practice.name).value() == practice);
    }

    /// A text that could not be read again is not written: the profile would never open any more.
    void everyTextComesBackOrIsRefused()
    {
        Profile kept = testprofiles::liveProfile();
        QVERIFY(m_store->save(kept));
        const QStringList texts = test::naughtyTexts() << QString(4097, u'Ж');
        for (const QString &text : texts) {
            const bool control =
                std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
            const bool canBeKept = !control && text.size() <= 4096;
            Profile profile = kept;
            profile.operatorName = profile.companyName = profile.companyInn = profile.companyKpp = text;
            profile.accounts = {{text, text, text}};
            profile.projectId = profile.submerchant = profile.keyFile = profile.extraCertificateFile = text;
            profile.bankPublicKeyFiles = {text};
            profile.webhook.path = profile.webhook.certificateFile = profile.webhook.keyFile = text;
            profile.dropFolder = profile.directoryFile = profile.backup.folder = text;
            const auto saved = m_store->save(profile);
            QCOMPARE(saved.has_value(), canBeKept);
            if (!saved) QCOMPARE(saved.error().code, ErrorCode::settingsInvalid);
            if (saved) kept = profile;
            const auto read = m_store->load(profile.name);
            QVERIFY2(read.has_value() && *read == kept, qPrintable(text.left(80)));
        }
    }

    void savingAgainReplaces()
    {
        Profile profile = testprofiles::liveProfile();
        QVERIFY(m_store->save(profile));
        profile.projectId = u"other"_s;
        QVERIFY(m_store->save(profile));
        QCOMPARE(m_store->load(profile.name).value().projectId, u"other"_s);
    }

    void foldersAndFileAreForTheirOwnerOnly()
    {
        QVERIFY(m_store->save(testprofiles::liveProfile()));
        const ProfilePaths paths = m_store->paths(u"main-account"_s);
        for (const QString &path : {paths.folder, paths.settingsFile, paths.keysFolder,
                                    QFileInfo(paths.storeFile).path(), paths.journalFolder, paths.dropFolder})
            QVERIFY2(isForItsOwnerOnly(path), qPrintable(path));
    }

    void savingTakesRightsFromOthers()
    {
        QVERIFY(m_store->save(testprofiles::liveProfile()));
        const QString file = m_store->paths(u"main-account"_s).settingsFile;
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(m_store->save(testprofiles::liveProfile()));
        QVERIFY(isForItsOwnerOnly(file));
    }

    void eachThingHasItsPlace()
    {
        const ProfilePaths paths = m_store->paths(u"practice"_s);
        const QString folder = m_directory->filePath(u"data/profiles/practice"_s);
        QCOMPARE(paths.folder, folder);
        QCOMPARE(paths.settingsFile, folder + u"/profile.json"_s);
        QCOMPARE(paths.keysFolder, folder + u"/keys"_s);
        QCOMPARE(paths.storeFile, folder + u"/store/countersign.sqlite"_s);
        QCOMPARE(paths.journalFolder, folder + u"/journal"_s);
        QCOMPARE(paths.dropFolder, folder + u"/drop"_s);
        QCOMPARE(paths.resolved(u"keys/a.pem"_s), folder + u"/keys/a.pem"_s);
        QCOMPARE(paths.resolved(u"/etc/a.pem"_s), u"/etc/a.pem"_s);
        QCOMPARE(paths.resolved(QString()), QString());
    }

    void theDefaultFolderBelongsToTheProgram()
    {
        QVERIFY(QDir::isAbsolutePath(ProfileStore::defaultDataFolder()));
        QVERIFY(ProfileStore::defaultDataFolder().endsWith(u"/countersign"_s));
    }

    void namesAreSafeAsFolders_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::addColumn<ErrorCode>("code");
        const auto good = [](const char *name) {
            QTest::addRow("good: %s", name) << QString::fromUtf8(name) << true << ErrorCode::internalFault;
        };
        const auto bad = [](const char *why, const QString &name, ErrorCode code) {
            QTest::addRow("bad: %s", why) << name << false << code;
        };
        good("practice");
        good("live-2");
        good("0_a");
        good("console");
        bad("empty", QString(), ErrorCode::emptyValue);
        bad("41 characters", QString(41, u'a'), ErrorCode::wrongLength);
        bad("parent folder", u".."_s, ErrorCode::wrongCharacter);
        bad("path", u"a/b"_s, ErrorCode::wrongCharacter);
        bad("path of Windows", u"a\\b"_s, ErrorCode::wrongCharacter);
        bad("capital letter", u"Live"_s, ErrorCode::wrongCharacter);
        bad("Russian letter", u"стенд"_s, ErrorCode::wrongCharacter);
        bad("space", u"my profile"_s, ErrorCode::wrongCharacter);
        bad("dot", u"a.b"_s, ErrorCode::wrongCharacter);
        bad("line break", u"a\n"_s, ErrorCode::wrongCharacter);
        bad("like an option", u"-rf"_s, ErrorCode::wrongCharacter);
        bad("device", u"con"_s, ErrorCode::notAllowed);
        bad("numbered device", u"lpt1"_s, ErrorCode::notAllowed);
    }

    void namesAreSafeAsFolders()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QFETCH(ErrorCode, code);
        Profile profile = testprofiles::liveProfile();
        profile.name = name;
        const auto saved = m_store->save(profile);
        QCOMPARE(saved.has_value(), good);
        if (good) {
            QCOMPARE(m_store->list(), QStringList{name});
            return;
        }
        QCOMPARE(saved.error().code, code);
        QCOMPARE(m_store->load(name).error().code, ErrorCode::profileUnknown);
        QVERIFY(!QFileInfo::exists(m_store->dataFolder()));
    }

    void damagedFilesAreRefusedAndStayAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("half") << QByteArray("{\"version\": 1, \"name\": \"main-acc");
        QTest::addRow("zero bytes") << QByteArray(4096, '\0');
        QTest::addRow("something else") << QByteArray("<settings/>");
        QTest::addRow("huge") << QByteArray(5 << 20, '{');
    }

    void damagedFilesAreRefusedAndStayAsTheyAre()
    {
        QFETCH(QByteArray, content);
        QVERIFY(m_store->save(testprofiles::liveProfile()));
        const QString path = m_store->paths(u"main-account"_s).settingsFile;
        QVERIFY(overwrite(path, content));
        QCOMPARE(m_store->load(u"main-account"_s).error().code, ErrorCode::settingsInvalid);
        QCOMPARE(m_store->list(), QStringList{u"main-account"_s});
        QCOMPARE(QFileInfo(path).size(), content.size());
    }

    void aFileOfAnotherProfileIsRefused()
    {
        QVERIFY(m_store->save(testprofiles::liveProfile()));
        const QString profiles = m_directory->filePath(u"data/profiles"_s);
        QVERIFY(QDir(profiles).rename(u"main-account"_s, u"copy"_s));
        const auto loaded = m_store->load(u"copy"_s);
        QCOMPARE(loaded.error().code, ErrorCode::settingsInvalid);
        QCOMPARE(loaded.error().detail, u"name"_s);
    }

    void foldersWithoutSettingsAreNoProfiles()
    {
        QVERIFY(QDir().mkpath(m_directory->filePath(u"data/profiles/empty"_s)));
        QVERIFY(QDir().mkpath(m_directory->filePath(u"data/profiles/.hidden"_s)));
        QVERIFY(QDir().mkpath(m_directory->filePath(u"data/profiles/folder/profile.json"_s)));
        QCOMPARE(m_store->list(), QStringList());
    }

    void aFileInTheWayIsReported()
    {
        QVERIFY(overwrite(m_directory->filePath(u"data"_s), "in the way"));
        QCOMPARE(m_store->save(testprofiles::liveProfile()).error().code, ErrorCode::fileUnwritable);
    }

    void aFailedSaveLeavesTheOldSettings()
    {
        QVERIFY(m_store->save(testprofiles::liveProfile()));
        const ProfilePaths paths = m_store->paths(u"main-account"_s);
        QVERIFY(QDir(paths.journalFolder).removeRecursively());
        QVERIFY(overwrite(paths.journalFolder, "in the way"));
        Profile changed = testprofiles::liveProfile();
        changed.projectId = u"other"_s;
        QCOMPARE(m_store->save(changed).error().code, ErrorCode::fileUnwritable);
        QVERIFY(m_store->load(u"main-account"_s).value() == testprofiles::liveProfile());
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ProfileStore> m_store;
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
