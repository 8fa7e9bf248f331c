#include "bootstrap/filesetupdesk.h"
#include "config/profilevalidation.h"
#include "signing/keyfile.h"
#include "ui/settings/profilewords.h"
#include "ui/settings/setupassistant.h"
#include "ui/setupkit.h"

#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

const QString goodPassword = u"correct horse battery"_s;
constexpr int keyTime = 60'000; // milliseconds; a key takes seconds, more on a busy machine

} // namespace

/// The assistant over real key files and profiles.
class TestUiSetupFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    void savePublicFile(const SetupKit<SetupAssistant> &kit, const QString &path) const
    {
        kit.click("savePublicKey");
        auto *dialog = kit.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFileInfo(path).size() > 0);
    }

    /// The same public key written in another way.
    [[nodiscard]] QString otherForm(const QString &path) const
    {
        const QString other = path + u".pkcs1"_s;
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"rsa"_s, u"-pubin"_s, u"-in"_s, path, u"-RSAPublicKey_out"_s, u"-out"_s, other});
        return openssl.waitForFinished() && openssl.exitCode() == 0 ? other : QString();
    }

    [[nodiscard]] QString banksKey() const
    {
        const QString path = file(u"bank.pem"_s);
        const auto key = PrivateKey::generate(2048);
        return key && savePublicKey(path, key->publicKey()) ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        QVERIFY(m_folder.isValid());
    }

    void aProfileIsSetUpOnTheDisk()
    {
        const ProfileStore profiles(file(u"data"_s));
        FileSetupDesk desk(profiles);
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk));
        kit.click("ownPracticeBank");
        QSignalSpy completed(kit.window, &SetupAssistant::completed);
        kit.click("next");
        kit.type("operatorName", u"Anna Petrova"_s);
        kit.type("companyName", u"ООО «Вектор»"_s);
        kit.type("companyInn", u"7707083893"_s);
        kit.type("companyKpp", u"773601001"_s);
        kit.type("account-0", u"40702810300200000013"_s);
        kit.type("bik-0", u"044525974"_s);
        kit.click("next");

        kit.type("createPassword", u"aaaaaaaaaaaaaaaaaaaa"_s);
        kit.type("createRepeat", u"aaaaaaaaaaaaaaaaaaaa"_s);
        QVERIFY(!kit.canClick("createKey"));
        kit.type("createPassword", goodPassword);
        kit.type("createRepeat", goodPassword);
        kit.click("createKey");
        QTRY_VERIFY_WITH_TIMEOUT(kit.says(u"The key is ready: RSA, 3072 bits."_s), keyTime);
        QVERIFY(QFileInfo::exists(profiles.paths(u"practice"_s).keysFolder + u"/signing.pem"_s));
        savePublicFile(kit, file(u"public.pem"_s));
        const QString fingerprint = kit.find<QLabel>("keyFingerprint")->text();
        kit.click("next");

        kit.type("bankUrl", u"http://127.0.0.1:8100"_s);
        kit.type("projectId", u"vector-rko"_s);
        kit.type("bankKeyFile", profiles.paths(u"practice"_s).keysFolder + u"/signing.pem"_s);
        kit.click("addBankKey");
        QTRY_VERIFY(kit.says(u"This is a private key. Choose the public key"_s));
        for (const QString &own : {file(u"public.pem"_s), otherForm(file(u"public.pem"_s))}) {
            kit.type("bankKeyFile", own);
            kit.click("addBankKey");
            QTRY_VERIFY2(kit.says(u"This is your own public key"_s), qPrintable(own));
        }
        kit.type("bankKeyFile", banksKey());
        kit.click("addBankKey");
        QTRY_VERIFY(kit.find<QLabel>("bankFingerprint"));
        QVERIFY(kit.find<QLabel>("bankFingerprint")->text() != fingerprint);
        for (int i = 0; i < 3; ++i)
            kit.click("next");
        kit.click("save");
        QCOMPARE(completed.size(), 1);

        const auto profile = profiles.load(u"practice"_s);
        QVERIFY(profile);
        QCOMPARE(validateProfile(*profile), QList<ProfileFinding>());
        QCOMPARE(profile->keyFile, u"keys/signing.pem"_s);
        QCOMPARE(fingerprintLines(profile->keyFingerprint), fingerprint);
    }

    void realKeyFilesAreToldApart_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("wrong password") << u"data/profiles/practice/keys/signing.pem"_s << u"wrong"_s
                                        << u"This password does not open the key."_s;
        QTest::addRow("no password") << u"data/profiles/practice/keys/signing.pem"_s << QString()
                                     << u"The key is protected. Enter its password."_s;
        QTest::addRow("public") << u"public.pem"_s << QString() << u"This is a public key."_s;
        QTest::addRow("not a key") << u"data/profiles/practice/profile.json"_s << QString()
                                   << u"This is not a key file"_s;
        QTest::addRow("damaged") << u"damaged.pem"_s << QString() << u"The key file is damaged."_s;
        QTest::addRow("not there") << u"nothing.pem"_s << QString() << u"The key file can't be opened."_s;
    }
    void realKeyFilesAreToldApart()
    {
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(QString, sentence);
        QFile damaged(file(u"damaged.pem"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("-----BEGIN PRIVATE KEY-----\nMIIE\n");
        damaged.close();
        const ProfileStore profiles(file(u"other"_s));
        FileSetupDesk desk(profiles);
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk));
        kit.click("ownPracticeBank");
        kit.click("next");
        kit.click("next");
        kit.click("later");
        kit.click("chooseOpen");
        kit.type("existingFile", file(name));
        kit.type("existingPassword", password);
        kit.click("openKey");
        QTRY_VERIFY_WITH_TIMEOUT(kit.says(sentence), keyTime);
        QVERIFY(kit.window->profile().keyFile.isEmpty());
    }
};

QTEST_MAIN(TestUiSetupFiles)
#include "tst_ui_setupfiles.moc"
