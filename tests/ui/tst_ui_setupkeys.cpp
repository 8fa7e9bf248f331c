#include "ui/settings/keypage.h"
#include "ui/setupkit.h"

#include <QProgressBar>
#include <QRadioButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

const QString goodPassword = u"correct horse battery"_s;

/// The key page alone in a window.
struct Keys : SetupKit<QWidget>
{
    KeyPage *page = nullptr;
    Result<QString> prepared = u"demo"_s;

    explicit Keys(const QString &keyFile = {}) : Keys(withKey(keyFile)) {}
    explicit Keys(const Profile &profile)
    {
        auto *top = new QWidget;
        top->resize(820, 620);
        page = new KeyPage(
            desk, [this] { return prepared; }, top);
        auto *layout = new QVBoxLayout(top);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(page);
        page->readFrom(profile);
        open(top);
    }
    static Profile withKey(const QString &keyFile)
    {
        Profile profile = newProfile(u"demo"_s, Environment::demo);
        profile.keyFile = keyFile;
        return profile;
    }
    [[nodiscard]] QString keyFile() const
    {
        Profile profile;
        page->writeTo(profile);
        return profile.keyFile;
    }
    void openExisting(const QString &file, const QString &password) const
    {
        click("chooseOpen");
        type("existingFile", file);
        type("existingPassword", password);
        click("openKey");
    }
};

} // namespace

class TestUiSetupKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void aWeakPasswordMakesNoKey_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("bar");
        QTest::addColumn<bool>("enough");
        QTest::addRow("short") << u"Tr0ub4dor&3"_s << u"Too short: a password has at least 12 characters."_s << 1
                               << false;
        QTest::addRow("repeated") << u"aaaaaaaaaaaaaa"_s << u"Weak: repeated or running characters"_s << 2 << false;
        QTest::addRow("enough") << u"horse battery"_s << u"Good enough."_s << 3 << true;
        QTest::addRow("strong") << goodPassword << u"Strong."_s << 4 << true;
    }
    void aWeakPasswordMakesNoKey()
    {
        QFETCH(QString, password);
        QFETCH(QString, sentence);
        QFETCH(int, bar);
        QFETCH(bool, enough);
        const Keys keys;
        keys.type("createPassword", password);
        keys.type("createRepeat", password);
        QVERIFY2(keys.says(sentence), qPrintable(keys.words()));
        QCOMPARE(keys.find<QProgressBar>("createBar")->value(), bar);
        QCOMPARE(keys.canClick("createKey"), enough);
    }

    void twoDifferentPasswordsMakeNoKey()
    {
        const Keys keys;
        keys.type("createPassword", goodPassword);
        keys.type("createRepeat", u"correct horse"_s);
        QVERIFY(!keys.says(u"The two passwords differ."_s)); // still on its way
        QVERIFY(!keys.canClick("createKey"));
        keys.type("createRepeat", u"correct horsf"_s);
        QVERIFY(keys.says(u"The two passwords differ. Type the second one again."_s));
        QVERIFY(!keys.canClick("createKey"));
        keys.picture(u"keys-mismatch"_s);
    }

    void aKeyIsCreatedAndItsPublicPartSaved()
    {
        Keys keys;
        QSignalSpy changed(keys.page, &SetupPage::changed);
        keys.desk.holdAnswers = true;
        keys.type("createPassword", goodPassword);
        keys.type("createRepeat", goodPassword);
        keys.click("createKey");
        QVERIFY(keys.says(u"Making the key…"_s));
        QVERIFY(!keys.canClick("createKey"));
        QCOMPARE(keys.find<QLineEdit>("createPassword")->text(), QString());
        QCOMPARE(keys.find<QLineEdit>("createRepeat")->text(), QString());
        QCOMPARE(keys.keyFile(), QString());
        keys.desk.release();
        keys.desk.holdAnswers = false;
        QTRY_VERIFY(keys.says(u"The key is ready: RSA, 3072 bits."_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(keys.desk.asked, QStringList(u"createKey /data/demo/keys/signing.pem"_s));
        QCOMPARE(keys.desk.passwords, QStringList(goodPassword));
        QCOMPARE(keys.keyFile(), u"keys/signing.pem"_s);
        QCOMPARE(keys.find<QLabel>("keyFingerprint")->text(),
                 QStringList(8, u"A1A1"_s).join(u' ') + u'\n' + QStringList(8, u"A1A1"_s).join(u' '));
        QVERIFY(keys.says(u"send that file to the bank"_s));
        keys.picture(u"keys-made"_s);

        keys.click("savePublicKey");
        auto *dialog = keys.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
        Q_EMIT dialog->fileSelected(u"/out/<b>public</b>.pem"_s);
        dialog->close();
        QTRY_VERIFY(keys.says(u"✓ Saved: /out/<b>public</b>.pem"_s));
        QCOMPARE(keys.desk.savedPem, keys.desk.createAnswer->publicPem);
    }

    void aPublicKeyThatCantBeSavedIsSaid()
    {
        Keys keys;
        keys.desk.savePublicAnswer = fail(ErrorCode::fileUnwritable);
        keys.openExisting(u"/my/key.pem"_s, u"secret"_s);
        QTRY_VERIFY(keys.canClick("savePublicKey"));
        keys.click("savePublicKey");
        auto *dialog = keys.window->findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(u"/out/public.pem"_s);
        dialog->close();
        QTRY_VERIFY(keys.says(u"The file can't be written."_s));
        QVERIFY(!keys.find("publicKeySaved")->isVisible());
    }

    void aKeyThatCantBeMadeIsSaid()
    {
        Keys keys;
        keys.desk.createAnswer = fail(ErrorCode::passwordTooWeak);
        keys.type("createPassword", goodPassword);
        keys.type("createRepeat", goodPassword);
        keys.click("createKey");
        QTRY_VERIFY(keys.says(u"The password is too easy to guess."_s));
        QCOMPARE(keys.keyFile(), QString());
    }

    void noKeyIsMadeWithoutTheProfilesFolder()
    {
        Keys keys;
        keys.prepared = fail(ErrorCode::fileUnwritable);
        keys.type("createPassword", goodPassword);
        keys.type("createRepeat", goodPassword);
        keys.click("createKey");
        QVERIFY(keys.says(u"The file can't be written."_s));
        QVERIFY(keys.desk.asked.isEmpty());
    }

    void eachTroubleWithAKeyFileHasItsOwnSentence_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("wrong password") << ErrorCode::keyPasswordWrong << u"This password does not open the key."_s;
        QTest::addRow("no password") << ErrorCode::keyPasswordNeeded << u"The key is protected. Enter its password."_s;
        QTest::addRow("another kind") << ErrorCode::keyTypeWrong << u"The bank needs an RSA key"_s;
        QTest::addRow("too short") << ErrorCode::keyTooShort << u"The key is shorter than 2048 bits."_s;
        QTest::addRow("weak") << ErrorCode::keyWeak << u"The key is not safe to use."_s;
        QTest::addRow("public") << ErrorCode::keyIsPublic
                                << u"This is a public key. Choose the file with your private"_s;
        QTest::addRow("something else") << ErrorCode::notAKeyFile << u"This is not a key file"_s;
        QTest::addRow("damaged") << ErrorCode::keyFileDamaged << u"The key file is damaged."_s;
        QTest::addRow("mismatch") << ErrorCode::keyPairMismatch << u"do not belong together"_s;
        QTest::addRow("not there") << ErrorCode::keyFileUnreadable << u"The key file can't be opened."_s;
    }
    void eachTroubleWithAKeyFileHasItsOwnSentence()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, sentence);
        Keys keys;
        keys.desk.inspectAnswer = fail(code, u"/secret/path"_s);
        keys.openExisting(u"/my/key.pem"_s, u"secret"_s);
        QTRY_VERIFY2(keys.says(sentence), qPrintable(keys.words()));
        QVERIFY(!keys.says(u"/secret/path"_s));
        QCOMPARE(keys.keyFile(), QString());
        QCOMPARE(keys.find<QLineEdit>("existingPassword")->text(), QString());
        QVERIFY(keys.find("existingPassword")->hasFocus());
        if (code == ErrorCode::keyPasswordWrong) keys.picture(u"keys-wrong-password"_s);
    }

    void anExistingKeyIsUsedWhereItIs()
    {
        const Keys keys;
        keys.openExisting(u"/my/key.pem"_s, u"secret"_s);
        QTRY_VERIFY(keys.says(u"The key is ready"_s));
        QCOMPARE(keys.keyFile(), u"/my/key.pem"_s);
        QCOMPARE(keys.desk.passwords, QStringList(u"secret"_s));
    }

    void withoutAFileNothingIsOpened()
    {
        const Keys keys;
        keys.click("chooseOpen");
        keys.click("openKey");
        QVERIFY(keys.says(u"Choose the key's file first."_s));
        QVERIFY(keys.desk.asked.isEmpty());
    }

    void aKeyInTheClearIsTakenAsAProtectedCopyOnly_data()
    {
        QTest::addColumn<bool>("byError");
        QTest::addRow("told by the details") << false;
        QTest::addRow("told by the error") << true;
    }
    void aKeyInTheClearIsTakenAsAProtectedCopyOnly()
    {
        QFETCH(bool, byError);
        Keys keys;
        if (byError)
            keys.desk.inspectAnswer = fail(ErrorCode::keyNotEncrypted);
        else
            keys.desk.inspectAnswer->encrypted = false;
        keys.openExisting(u"/my/clear.pem"_s, {});
        QTRY_VERIFY(keys.says(u"This key file is not protected by a password."_s));
        QCOMPARE(keys.keyFile(), QString());
        QVERIFY(!keys.canClick("adoptKey"));
        keys.picture(u"keys-in-the-clear"_s);
        keys.type("adoptPassword", goodPassword);
        keys.type("adoptRepeat", goodPassword);
        keys.click("adoptKey");
        QTRY_VERIFY(keys.says(u"The key is ready"_s));
        QCOMPARE(keys.keyFile(), u"keys/signing.pem"_s);
        QCOMPARE(keys.desk.asked.last(), u"adoptKey /my/clear.pem /data/demo/keys/signing.pem"_s);
        QCOMPARE(keys.desk.passwords.last(), goodPassword);
    }

    void anotherFileAsksAnew()
    {
        Keys keys;
        keys.desk.inspectAnswer->encrypted = false;
        keys.openExisting(u"/my/clear.pem"_s, {});
        QTRY_VERIFY(keys.find("adoptPassword")->isVisible());
        keys.type("existingFile", u"/my/other.pem"_s);
        QVERIFY(!keys.find("adoptPassword")->isVisible());
    }

    void theProfilesKeyCanBeOpenedAgain()
    {
        Keys keys(u"keys/signing.pem"_s);
        QVERIFY(keys.says(u"The profile has a key."_s));
        QVERIFY(!keys.canClick("savePublicKey"));
        keys.click("openAgain");
        QCOMPARE(keys.find<QLineEdit>("existingFile")->text(), u"/data/demo/keys/signing.pem"_s);
        QVERIFY(keys.find("existingPassword")->hasFocus());
        keys.type("existingPassword", u"secret"_s);
        keys.click("openKey");
        QTRY_VERIFY(keys.canClick("savePublicKey"));
        QCOMPARE(keys.keyFile(), u"keys/signing.pem"_s);
    }

    void anotherKeyIsAskedForWhereItsFileIsEntered()
    {
        Keys keys(u"keys/signing.pem"_s);
        keys.click("otherKey");
        QCOMPARE(keys.find<QLineEdit>("existingFile")->text(), QString());
        QVERIFY(keys.find("existingFile")->hasFocus());
        keys.type("existingFile", u"/my/other.pem"_s);
        keys.type("existingPassword", u"secret"_s);
        keys.click("openKey");
        QTRY_COMPARE(keys.keyFile(), u"/my/other.pem"_s);
    }

    void theFingerprintThatWentToTheBankStaysInTheProfile()
    {
        Keys keys;
        keys.openExisting(u"/my/key.pem"_s, u"secret"_s);
        QTRY_VERIFY(keys.says(u"The key is ready"_s));
        Profile profile;
        keys.page->writeTo(profile);
        QCOMPARE(profile.keyFingerprint, keys.desk.inspectAnswer->fingerprint);

        const Keys later(profile);
        QVERIFY(later.says(u"B2B2 B2B2"_s));
        QVERIFY(!later.canClick("savePublicKey"));
        later.picture(u"keys-known"_s);
    }

    void anAnswerThatComesAfterThePageIsGoneHarmsNothing()
    {
        Keys keys;
        keys.desk.holdAnswers = true;
        keys.openExisting(u"/my/key.pem"_s, u"secret"_s);
        delete keys.window;
        keys.desk.release();
        QCoreApplication::processEvents();
        QCOMPARE(keys.desk.asked.size(), 1);
    }
};

QTEST_MAIN(TestUiSetupKeys)
#include "tst_ui_setupkeys.moc"
