#include "bootstrap/practicerun.h"
#include "domain/workingdays.h"
#include "signing/keyfile.h"
#include "support/flowworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// The practice profile that the program makes by itself.
class PracticeRunTest : public QObject
{
    Q_OBJECT

    struct Start
    {
        Profile profile;
        QString password;
        QString fingerprint;
    };

    /// One start of the program, to the point where the profile can be opened.
    Start start()
    {
        PracticeRun run(ProfileStore(m_folder->path()), m_clock, m_ids, QStringLiteral(COUNTERSIGN_DEMO_BANK));
        QSignalSpy ready(&run, &PracticeRun::ready);
        QSignalSpy failed(&run, &PracticeRun::failed);
        run.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty() || !failed.isEmpty(), 60'000); }();
        if (ready.isEmpty()) return {};
        const ProfilePaths paths = ProfileStore(m_folder->path()).paths(run.profile().name);
        const auto bank = openPublicKey(paths.resolved(run.profile().bankPublicKeyFiles.value(0)));
        return {run.profile(), run.takePassword(), bank ? bank->fingerprint() : QString()};
    }

    QString keyFile() const
    {
        const ProfileStore profiles(m_folder->path());
        return profiles.paths(PracticeRun::profileName()).keysFolder + u"/practice.pem"_s;
    }

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(practice); }
    void init() { m_folder.emplace(); }

    void theSecondStartFindsKeyBankAndSettingsAgain()
    {
        const ProfileStore profiles(m_folder->path());
        QVERIFY(!PracticeRun::isOurs(profiles, u"practice"_s));
        const Start first = start();
        QVERIFY(!first.password.isEmpty());
        QVERIFY(PracticeRun::isOurs(profiles, u"practice"_s));
        QVERIFY(!PracticeRun::isOurs(profiles, u"another"_s));
        Profile changed = first.profile;
        changed.companyName = u"ООО «Тренировка»"_s;
        VERIFY_OK(profiles.save(changed));

        const Start second = start();
        QCOMPARE(second.password, first.password);
        QCOMPARE(second.profile.keyFingerprint, first.profile.keyFingerprint);
        QCOMPARE(second.fingerprint, first.fingerprint);
        QCOMPARE(second.profile.companyName, changed.companyName);
        const auto key = openPrivateKey(keyFile(), SecretBytes::fromText(second.password));
        VERIFY_OK(key);
        QCOMPARE(key->key.publicKey().fingerprint(), second.profile.keyFingerprint);
    }

    void whatIsKeptIsForItsOwnerOnly()
    {
        QVERIFY(!start().password.isEmpty());
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        for (const QString &file : {keyFile(), keyFile() + u".password"_s})
            QVERIFY2(!(QFile::permissions(file) & others), qPrintable(file));
    }

    void aKeyThatIsGoneIsMadeAnew()
    {
        const Start first = start();
        QVERIFY(QFile::remove(keyFile()));
        const Start second = start();
        QVERIFY(!second.password.isEmpty());
        QVERIFY(second.profile.keyFingerprint != first.profile.keyFingerprint);
        VERIFY_OK(openPrivateKey(keyFile(), SecretBytes::fromText(second.password)));
    }

    void whatIsLiveIsNeitherOpenedAsPracticeNorWrittenOver_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addRow("real money") << Environment::live;
        QTest::addRow("the bank's test stand") << Environment::demo;
    }
    void whatIsLiveIsNeitherOpenedAsPracticeNorWrittenOver()
    {
        QFETCH(Environment, environment);
        const ProfileStore profiles(m_folder->path());
        QVERIFY(!start().password.isEmpty()); // with all that a kept practice leaves beside the profile
        Profile mixedUp = profiles.load(u"practice"_s).value();
        mixedUp.environment = environment;
        mixedUp.companyName = u"ООО «Вектор»"_s;
        VERIFY_OK(profiles.save(mixedUp));
        QVERIFY(PracticeRun::isNameTaken(profiles));
        QVERIFY(!PracticeRun::isOurs(profiles, u"practice"_s));

        PracticeRun run(profiles, m_clock, m_ids, QStringLiteral(COUNTERSIGN_DEMO_BANK));
        QSignalSpy failed(&run, &PracticeRun::failed);
        run.start();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::notAllowed);
        const auto stored = profiles.load(u"practice"_s);
        VERIFY_OK(stored);
        QCOMPARE(stored->environment, environment);
        QCOMPARE(stored->companyName, mixedUp.companyName);
    }

    void theDirectoryIsOfTheDayOfThePractice()
    {
        const Start first = start();
        QFile file(ProfileStore(m_folder->path()).paths(u"practice"_s).resolved(first.profile.directoryFile));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray day = bankDay(m_clock.now()).toString(Qt::ISODate).toLatin1();
        QVERIFY(file.readAll().contains(" BusinessDay=\"" + day + '"'));
    }

private:
    std::optional<QTemporaryDir> m_folder;
    SystemIds m_ids;
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(PracticeRunTest)
#include "tst_practicerun.moc"
