#include "signing/keyfile.h"
#include "storage/rows.h"
#include "support/flowworld.h"
#include "unit/directory/directorykit.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Time stands still for the engine's thread until it is let go on.
class HeldClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        if (QThread::currentThread()->objectName() == u"engine" && !m_released) {
            m_released = true;
            m_waitedInVain = !m_go.tryAcquire(1, 10'000);
        }
        return SystemClock().now();
    }
    [[nodiscard]] milliseconds monotonic() const override { return SystemClock().monotonic(); }
    void release() const { m_go.release(); }
    [[nodiscard]] bool waitedInVain() const { return m_waitedInVain; }

private:
    mutable QSemaphore m_go;
    mutable std::atomic<bool> m_released = false;
    mutable std::atomic<bool> m_waitedInVain = false;
};

} // namespace

class WorkplaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_profile = newProfile(u"place"_s, Environment::practice);
        m_profile.operatorName = u"Анна Петрова"_s;
        m_profile.accounts = {{u"40702810300200000013"_s, u"049205131"_s, QString()}};
        m_profile.projectId = u"practice"_s;
        m_profile.bankUrl = QUrl(u"http://127.0.0.1:9"_s);
        m_profile.keyFile = m_key.privateFile();
        m_profile.bankPublicKeyFiles = {m_key.publicFile()};
    }

    void theListCanBeReadWhileTheEngineStillChecksItsRecords()
    {
        VERIFY_OK(SqliteStore::open(paths().storeFile, SystemClock()));
        HeldClock clock;
        auto place = Workplace::open(m_profile, paths(), clock, m_ids);
        VERIFY_OK(place);
        const auto page = (*place)->desk().page({});
        VERIFY_OK(finished(page));
        QVERIFY2(!clock.waitedInVain(), "opening waited for the engine");
        clock.release();
    }

    void aBankKeyThatNobodyComparedIsNotBelievedWhereRealMoneyMoves()
    {
        const SystemClock clock;
        m_profile.environment = Environment::live;
        const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::bankKeyNotCompared);
        m_profile.comparedBankKeys = {openPublicKey(m_key.publicFile()).value().fingerprint()};
        VERIFY_OK(Workplace::open(m_profile, paths(), clock, m_ids));
    }

    void callsAtOnceAreThoseOfTheProfile()
    {
        m_profile.callsAtOnce = 3;
        QCOMPARE(engineSettings(m_profile).value().callsAtOnce, 3);
    }

    void theReceiverAnswersItsPeersOnly_data()
    {
        QTest::addColumn<QStringList>("peers");
        QTest::addColumn<bool>("answers");
        QTest::addRow("everybody") << QStringList() << true;
        QTest::addRow("this computer") << QStringList{u"127.0.0.0/8"_s} << true;
        QTest::addRow("somebody else") << QStringList{u"192.0.2.7"_s} << false;
    }
    void theReceiverAnswersItsPeersOnly()
    {
        QFETCH(QStringList, peers);
        QFETCH(bool, answers);
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        m_profile.webhook.enabled = true;
        m_profile.webhook.port = probe.serverPort();
        m_profile.webhook.allowedPeers = peers;
        probe.close();
        const SystemClock clock;
        const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
        VERIFY_OK(place);
        VERIFY_OK(finished((*place)->engineStarted()));
        QTcpSocket bank;
        bank.connectToHost(QHostAddress::LocalHost, m_profile.webhook.port);
        QVERIFY(bank.waitForConnected(10'000));
        bank.write("POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nX-PARTNER-SIGN: AAAA\r\n"
                   "Connection: close\r\n\r\n{}");
        QTRY_COMPARE(bank.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(bank.readAll().startsWith("HTTP/1.1 401"), answers);
    }

    void aCommandGivenBeforeTheEngineIsReadyIsCarriedOut()
    {
        HeldClock clock;
        auto place = Workplace::open(m_profile, paths(), clock, m_ids);
        VERIFY_OK(place);
        const auto saved = (*place)->desk().saveDraft({}, FlowWorld::draft());
        clock.release();
        VERIFY_OK(finished(saved));
    }

    void aDamagedStoreIsShownAndTakesNoCommand()
    {
        const SystemClock clock;
        {
            const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
            VERIFY_OK(place);
            for (int i = 0; i < 50; ++i)
                VERIFY_OK(finished((*place)->desk().saveDraft({}, FlowWorld::draft())));
        }
        QFile file(paths().storeFile);
        QVERIFY(file.open(QIODevice::ReadWrite));
        // The drafts came last; opening reads only what stands before them.
        QVERIFY(file.seek(file.size() - 16'384));
        QCOMPARE(file.write(QByteArray(16'384, '\x5a')), 16'384);
        file.close();
        const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
        VERIFY_OK(place);
        VERIFY_OK(finished((*place)->storeOpened()));
        const auto checked = finished((*place)->engineStarted());
        QVERIFY(!checked.has_value());
        QCOMPARE(errorCodeName(checked.error().code), errorCodeName(ErrorCode::storeDamaged));
        const auto saved = finished((*place)->desk().saveDraft({}, FlowWorld::draft()));
        QVERIFY(!saved.has_value());
        QCOMPARE(errorCodeName(saved.error().code), errorCodeName(ErrorCode::storeUnavailable));
    }

    void aPlaceThatIsLeftAtOnceEndsCleanly()
    {
        const SystemClock clock;
        for (int i = 0; i < 5; ++i)
            VERIFY_OK(Workplace::open(m_profile, paths(), clock, m_ids));
    }

    void whatIsWrongWithAProfileIsSaid_data()
    {
        QTest::addColumn<std::function<void(Profile &)>>("spoil");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, std::function<void(Profile &)> spoil, ErrorCode code) {
            QTest::addRow("%s", name) << std::move(spoil) << code;
        };
        row(
            "an account that is none", [](Profile &profile) { profile.accounts[0].number = u"12"_s; },
            ErrorCode::settingsInvalid);
        row(
            "no key of the bank", [](Profile &profile) { profile.bankPublicKeyFiles = {u"nowhere.pem"_s}; },
            ErrorCode::keyFileUnreadable);
        row(
            "no certificate", [](Profile &profile) { profile.extraCertificateFile = u"nowhere.pem"_s; },
            ErrorCode::fileUnreadable);
    }
    void whatIsWrongWithAProfileIsSaid()
    {
        QFETCH(std::function<void(Profile &)>, spoil);
        QFETCH(ErrorCode, code);
        spoil(m_profile);
        const SystemClock clock;
        const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
        QVERIFY(!place.has_value());
        QCOMPARE(errorCodeName(place.error().code), errorCodeName(code));
    }

    void withoutItsDirectoryNothingIsSent()
    {
        m_profile.directoryFile = u"nowhere.xml"_s;
        const SystemClock clock;
        const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
        VERIFY_OK(place);
        const auto started = finished((*place)->engineStarted());
        QVERIFY(!started.has_value());
        QCOMPARE(errorCodeName(started.error().code), errorCodeName(ErrorCode::fileUnreadable));
        const auto saved = finished((*place)->desk().saveDraft({}, FlowWorld::draft()));
        QVERIFY(!saved.has_value());
        QCOMPARE(errorCodeName(saved.error().code), errorCodeName(ErrorCode::storeUnavailable));
    }

    void aDirectoryThatIsTakenIsUsedAtOnceAuditedAndThereAgainAtTheNextStart()
    {
        const SystemClock clock;
        const QString file = m_folder->filePath(u"bik.xml"_s);
        QFile xml(file);
        QVERIFY(xml.open(QIODevice::WriteOnly));
        xml.write(ed807Of(banks(40)));
        xml.close();
        {
            const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
            VERIFY_OK(place);
            DirectoryDesk &directory = (*place)->directory();
            QVERIFY((*place)->desk().banks(u"Банк 7"_s, 5).isEmpty());
            VERIFY_OK(finished((*place)->engineStarted()));
            QCoreApplication::processEvents(); // the window hears of it
            const auto offered = finished(directory.readFile(file));
            VERIFY_OK(offered);
            QCOMPARE(errorCodeName(finished(directory.take(*offered, {})).error().code),
                     errorCodeName(ErrorCode::reasonNeeded));
            VERIFY_OK(finished(directory.take(*offered, u"A sample for this test"_s)));
            QTRY_COMPARE((*place)->desk().banks(u"Банк 7"_s, 5).size(), 1);
            QCOMPARE((*place)->desk().check({}).directoryDay, friday);
        }
        QCOMPARE(auditedReasons(), QStringList{u"A sample for this test"_s});
        const auto again = Workplace::open(m_profile, paths(), clock, m_ids);
        VERIFY_OK(again);
        VERIFY_OK(finished((*again)->engineStarted()));
        QCOMPARE((*again)->desk().check({}).directoryDay, friday);
        QTRY_COMPARE((*again)->directory().inForce().origin.source, u"bik.xml"_s);
    }

    /// One that the settings name is not believed: the share that it lies on may be anybody's.
    void aDirectoryThatTheSettingsNameIsOfferedAndNotUsed()
    {
        const SystemClock clock;
        m_profile.environment = Environment::demo;
        m_profile.directoryFile = m_folder->filePath(u"named.xml"_s);
        QFile xml(m_profile.directoryFile);
        QVERIFY(xml.open(QIODevice::WriteOnly));
        xml.write(ed807Of(banks(40)));
        xml.close();
        {
            const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
            VERIFY_OK(place);
            VERIFY_OK(finished((*place)->engineStarted()));
            DirectoryDesk &directory = (*place)->directory();
            QTRY_COMPARE(directory.inForce().suggested, m_profile.directoryFile);
            QVERIFY(directory.inForce().directory == nullptr);
            QVERIFY(!(*place)->desk().check({}).directoryDay.isValid());
            const auto offered = finished(directory.readFile(m_profile.directoryFile));
            VERIFY_OK(offered);
            QCOMPARE(errorCodeName(finished(directory.take(*offered, {})).error().code),
                     errorCodeName(ErrorCode::reasonNeeded));
            VERIFY_OK(finished(directory.take(*offered, u"A sample for this test"_s)));
            QVERIFY(directory.inForce().suggested.isEmpty());
        }
        const auto again = Workplace::open(m_profile, paths(), clock, m_ids);
        VERIFY_OK(again);
        VERIFY_OK(finished((*again)->engineStarted()));
        QTRY_VERIFY((*again)->directory().inForce().directory != nullptr);
        QVERIFY((*again)->directory().inForce().suggested.isEmpty());
        QCOMPARE((*again)->desk().check({}).directoryDay, friday);
    }

    void aDirectoryThatWasExchangedOnTheDiskIsNotUsed()
    {
        const SystemClock clock;
        const QString file = m_folder->filePath(u"bik.xml"_s);
        const auto write = [](const QString &path, const QByteArray &bytes) {
            QFile xml(path);
            QVERIFY(xml.open(QIODevice::WriteOnly));
            xml.write(bytes);
        };
        write(file, ed807Of(banks(40)));
        {
            const auto place = Workplace::open(m_profile, paths(), clock, m_ids);
            VERIFY_OK(place);
            VERIFY_OK(finished((*place)->engineStarted()));
            QCoreApplication::processEvents(); // the window hears of it
            const auto offered = finished((*place)->directory().readFile(file));
            VERIFY_OK(offered);
            VERIFY_OK(finished((*place)->directory().take(*offered, u"A sample for this test"_s)));
        }
        write(paths().directoryFolder + u"/ed807.xml"_s, ed807Of(banks(41)));
        const auto again = Workplace::open(m_profile, paths(), clock, m_ids);
        VERIFY_OK(again);
        VERIFY_OK(finished((*again)->engineStarted()));
        QTRY_VERIFY((*again)->directory().inForce().problem == ShelfProblem::changed);
        QVERIFY((*again)->desk().banks(u"Банк 7"_s, 5).isEmpty());
        QVERIFY(!(*again)->desk().check({}).directoryDay.isValid());
        // Taken once more by a person, it is in force.
        const auto offered = finished((*again)->directory().readFile(file));
        VERIFY_OK(offered);
        VERIFY_OK(finished((*again)->directory().take(*offered, u"The same as before"_s)));
        QVERIFY(!(*again)->directory().inForce().problem);
        QTRY_COMPARE((*again)->desk().banks(u"Банк 7"_s, 5).size(), 1);
    }

    void onlyALiveProfileRefusesDifferences()
    {
        QVERIFY(engineSettings(m_profile)->mismatchMayBeConfirmed);
        m_profile.environment = Environment::demo;
        QVERIFY(engineSettings(m_profile)->mismatchMayBeConfirmed);
        m_profile.environment = Environment::live;
        QVERIFY(!engineSettings(m_profile)->mismatchMayBeConfirmed);
        QVERIFY(engineSettings(m_profile)->checkDigitsBlock);
    }

private:
    /// What people wrote when they took a directory.
    QStringList auditedReasons() const
    {
        Connection connection(paths().storeFile, Connection::Mode::read);
        const auto entries = connection.select("auditFrom"_L1, {0, 1000}, readAudit);
        QStringList reasons;
        for (const AuditRecord &entry : *entries) {
            const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
            if (body.value(u"what").toString() == u"directoryTaken")
                reasons += body.value(u"details").toObject().value(u"acceptance").toString();
        }
        return reasons;
    }

    ProfilePaths paths() const { return ProfileStore(m_folder->path()).paths(m_profile.name); }

    const TestKey m_key;
    SystemIds m_ids;
    std::optional<QTemporaryDir> m_folder;
    Profile m_profile;
};

QTEST_GUILESS_MAIN(WorkplaceTest)
#include "tst_workplace.moc"
