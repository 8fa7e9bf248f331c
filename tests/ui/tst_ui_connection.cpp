#include "bootstrap/filesetupdesk.h"
#include "signing/keyfile.h"
#include "support/bankprocess.h"
#include "support/flowworld.h"
#include "ui/settings/setupassistant.h"
#include "ui/setupkit.h"

#include <QStackedWidget>

using namespace countersign;
using namespace countersign::test;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

/// "Test connection" over a real practice bank: what a person reads, whatever is wrong.
class TestUiConnection : public QObject
{
    Q_OBJECT

    using Change = std::function<void(Profile &)>;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    [[nodiscard]] Profile profileOf(const BankProcess &bank) const
    {
        Profile profile = wholeProfile(Environment::practice);
        profile.bankUrl = bank.url();
        profile.projectId = u"practice"_s;
        profile.keyFile = m_key.privateFile();
        profile.bankPublicKeyFiles = {bank.publicKeyFile()};
        profile.extraCertificateFile = bank.certificateFile();
        return profile;
    }

    /// What the last page says when the test has ended.
    QString said(const Profile &profile, const QString &picture)
    {
        const ProfileStore profiles(file(u"data"_s));
        if (!profiles.save(profile)) return {};
        FileSetupDesk desk(profiles);
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk, profile.name));
        kit.turnTo(kit.window->findChild<QStackedWidget *>()->count() - 1);
        kit.type("testPassword", TestKey::password());
        kit.click("testConnection");
        [&] { QTRY_VERIFY_WITH_TIMEOUT(kit.find("testResult")->isVisible(), 30'000); }();
        kit.picture(picture);
        const QString words = kit.words("testResult") + u'\n' + kit.words("testLines");
        delete kit.window;
        return words;
    }

private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        for (const bool tls : {false, true}) {
            m_banks[tls].emplace(BankProcess::Settings{
                .folder = file(tls ? u"tls"_s : u"plain"_s), .partnerKeyFile = m_key.publicFile(), .tls = tls});
            m_banks[tls]->start();
        }
    }

    void eachTroubleIsNamedWithItsRemedy_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char *name, bool tls, const Change &change, const QString &step,
                            const QString &remedy) { QTest::addRow("%s", name) << tls << change << step << remedy; };
        row(
            "all is well", false, [](Profile &) {}, u"Signature\nworks"_s, u"The connection works."_s);
        row(
            "all is well over TLS", true, [](Profile &) {}, u"Certificate (TLS)\nworks"_s, u"The connection works."_s);
        row(
            "a name that nobody has", false,
            [](Profile &p) {
                p.environment = Environment::demo;
                p.bankUrl = QUrl(u"https://no-such-bank.invalid"_s);
            },
            u"Name lookup\nfails"_s, u"The bank's name has no address here."_s);
        row(
            "a port where nobody listens", false, [](Profile &p) { p.bankUrl.setPort(1); }, u"Connection\nfails"_s,
            u"Nothing answers at this address."_s);
        row(
            "a certificate that nobody vouches for", true, [](Profile &p) { p.extraCertificateFile.clear(); },
            u"Certificate (TLS)\nfails"_s, u"The certificate can't be trusted"_s);
        row(
            "https to a bank that speaks http", false, [](Profile &p) { p.bankUrl.setScheme(u"https"_s); },
            u"Certificate (TLS)\nfails"_s, u"This address speaks plain http"_s);
        row(
            "a server whose key is not pinned", true,
            [](Profile &p) {
                p.serverKeyPins = {QString(64, u'a'), QString(64, u'b')};
            },
            u"Certificate (TLS)\nfails"_s, u"The server shows another key than those that the settings name"_s);
        row(
            "a project that the bank does not know", false, [](Profile &p) { p.projectId = u"another"_s; },
            u"Project\nfails"_s, u"The bank does not let this project in."_s);
    }
    void eachTroubleIsNamedWithItsRemedy()
    {
        QFETCH(bool, tls);
        QFETCH(Change, change);
        QFETCH(QString, step);
        QFETCH(QString, remedy);
        Profile profile = profileOf(*m_banks[tls]);
        change(profile);
        const QString words = said(profile, u"connection-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(words.contains(step), qPrintable(words));
        QVERIFY2(words.contains(remedy), qPrintable(words));
    }

    void aKeyThatTheBankDoesNotKnowFailsAtTheSignature()
    {
        const TestKey another;
        Profile profile = profileOf(*m_banks[false]);
        profile.keyFile = another.privateFile();
        const QString words = said(profile, u"connection-key"_s);
        QVERIFY2(words.contains(u"Signature\nfails\nThe bank does not accept the signature."_s), qPrintable(words));
        QVERIFY2(words.contains(u"Project\nworks"_s), qPrintable(words));
    }

    void anotherKeyThanWasSetUpAsksNobody()
    {
        Profile profile = profileOf(*m_banks[false]);
        profile.keyFingerprint = FakeSetupDesk::details(u"a1"_s).fingerprint;
        const QString words = said(profile, u"connection-pair"_s);
        QVERIFY2(words.contains(u"The test could not be made."_s), qPrintable(words));
        QVERIFY2(words.contains(u"do not belong together"_s), qPrintable(words));
    }

private:
    QTemporaryDir m_folder;
    const TestKey m_key;
    std::optional<BankProcess> m_banks[2]; ///< the second one speaks TLS
};

QTEST_MAIN(TestUiConnection)
#include "tst_ui_connection.moc"
