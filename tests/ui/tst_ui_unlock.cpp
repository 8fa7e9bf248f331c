#include "config/profilevalidation.h"
#include "ui/settings/profilechooser.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/unlockprompt.h"
#include "ui/setupkit.h"
#include "ui/widgets/environmentstripe.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

struct Prompt : SetupKit<UnlockPrompt>
{
    FakeKeyLock lock;
    explicit Prompt(const Profile &profile = wholeProfile(Environment::live)) { open(new UnlockPrompt(lock, profile)); }
    ~Prompt() { delete window; }
};

struct Settings : SetupKit<SettingsDialog>
{
    explicit Settings(const Profile &profile = wholeProfile(Environment::live))
    {
        desk.bankKeys.insert(u"/bank/public.pem"_s, FakeSetupDesk::details(u"d4"_s));
        open(new SettingsDialog(desk, profile));
    }
    void tab(int place) const { window->template findChild<QTabWidget *>()->setCurrentIndex(place); }
};

} // namespace

class TestUiUnlock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    // the prompt

    void thePromptShowsWhoseKeyItIs()
    {
        const Prompt prompt;
        QCOMPARE(prompt.window->findChild<EnvironmentStripe *>()->kind(), Environment::live);
        QVERIFY(prompt.says(u"whole"_s));
        QVERIFY(prompt.says(u"ООО «Вектор»"_s));
        QVERIFY(prompt.says(u"keys/signing.pem"_s));
        QVERIFY(!prompt.window->isModal());
        prompt.picture(u"unlock"_s);
    }

    void theRightPasswordUnlocks()
    {
        Prompt prompt;
        QSignalSpy unlocked(prompt.window, &UnlockPrompt::unlocked);
        QSignalSpy skipped(prompt.window, &UnlockPrompt::skipped);
        prompt.lock.holdAnswers = true;
        prompt.type("unlockPassword", u"right"_s);
        QTest::keyClick(prompt.find("unlockPassword"), Qt::Key_Return);
        QCOMPARE(prompt.find<QLineEdit>("unlockPassword")->text(), QString());
        QVERIFY(prompt.says(u"Opening the key…"_s));
        QVERIFY(!prompt.canClick("unlock"));
        prompt.lock.release();
        QTRY_COMPARE(unlocked.size(), 1);
        QCOMPARE(skipped.size(), 0);
        QCOMPARE(prompt.lock.tries, 1);
    }

    void aWrongPasswordIsSaidAndAskedAgain()
    {
        const Prompt prompt;
        QSignalSpy unlocked(prompt.window, &UnlockPrompt::unlocked);
        prompt.type("unlockPassword", u"wrong"_s);
        prompt.click("unlock");
        QTRY_VERIFY(prompt.says(u"This password does not open the key. Enter it again."_s));
        QVERIFY(prompt.find("unlockPassword")->hasFocus());
        QTest::keySequence(prompt.find("unlockPassword"), QKeySequence::Undo);
        QCOMPARE(prompt.find<QLineEdit>("unlockPassword")->text(), QString());
        prompt.picture(u"unlock-wrong"_s);
        QCOMPARE(unlocked.size(), 0);
        prompt.type("unlockPassword", u"right"_s);
        prompt.click("unlock");
        QTRY_COMPARE(unlocked.size(), 1);
    }

    void aDamagedKeyIsSaid()
    {
        Prompt prompt;
        prompt.lock.failure = ErrorCode::keyFileDamaged;
        prompt.type("unlockPassword", u"wrong"_s);
        prompt.click("unlock");
        QTRY_VERIFY(prompt.says(u"The key file is damaged. Take the backup copy."_s));
    }

    void anEmptyPasswordIsNotTried()
    {
        const Prompt prompt;
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(prompt.find("unlockPassword"), Qt::Key_Return);
        QCOMPARE(prompt.lock.tries, 0);
        QVERIFY(prompt.says(u"Enter the key's password first."_s));
        QVERIFY(prompt.window->isVisible());
    }

    void lookingOnlyIsPossible_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addRow("by button") << false;
        QTest::addRow("by Esc") << true;
    }
    void lookingOnlyIsPossible()
    {
        QFETCH(bool, byKey);
        const Prompt prompt;
        QSignalSpy skipped(prompt.window, &UnlockPrompt::skipped);
        QVERIFY(prompt.says(u"nothing can be sent"_s));
        prompt.type("unlockPassword", u"half a pass"_s);
        if (byKey)
            QTest::keyClick(prompt.window, Qt::Key_Escape);
        else
            prompt.click("unlockSkip");
        QCOMPARE(skipped.size(), 1);
        QCOMPARE(prompt.lock.tries, 0);
    }

    void hostileNamesStayText()
    {
        Profile profile = wholeProfile(Environment::practice);
        profile.companyName = u"<a href='x'>y</a>\u202E"_s;
        const Prompt prompt(profile);
        QVERIFY(prompt.says(u"<a href='x'>y</a>⟨U+202E⟩"_s));
        for (const QLabel *label : prompt.window->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    // the chooser

    void profilesAreListedWithTheirKind()
    {
        FakeSetupDesk desk;
        for (const Environment kind : {Environment::practice, Environment::live}) {
            Profile profile = wholeProfile(kind);
            profile.name = kind == Environment::live ? u"main"_s : u"try"_s;
            desk.stored.insert(profile.name, profile);
        }
        desk.stored.insert(u"half"_s, newProfile(u"half"_s, Environment::demo));
        desk.stored.insert(u"torn"_s, {});
        desk.damaged.insert(u"torn"_s);
        SetupKit<ProfileChooser> kit;
        kit.open(new ProfileChooser(desk));
        auto *list = kit.find<QListWidget>("profiles");
        QCOMPARE(list->count(), 4);
        QVERIFY(list->item(0)->text().contains(u"half  —  DEMO"_s));
        QVERIFY(list->item(0)->text().contains(u"Setting up is not finished."_s));
        QVERIFY(list->item(1)->text().contains(u"main  —  LIVE: real money is paid"_s));
        QVERIFY(list->item(2)->text().contains(u"torn  —  can't be opened"_s));
        kit.picture(u"chooser"_s);

        QSignalSpy chosen(kit.window, &ProfileChooser::chosen);
        QSignalSpy goOn(kit.window, &ProfileChooser::continueSetup);
        list->setCurrentRow(2);
        QVERIFY(!kit.canClick("openProfile"));
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"main"_s);
        QCOMPARE(goOn.size(), 0);
    }

    void anUnfinishedProfileIsGoneOnWith()
    {
        FakeSetupDesk desk;
        desk.stored.insert(u"half"_s, newProfile(u"half"_s, Environment::demo));
        SetupKit<ProfileChooser> kit;
        kit.open(new ProfileChooser(desk));
        QSignalSpy goOn(kit.window, &ProfileChooser::continueSetup);
        kit.click("openProfile");
        QCOMPARE(goOn.size(), 1);
        QCOMPARE(goOn.first().first().toString(), u"half"_s);
    }

    void anotherProfileCanBeSetUp()
    {
        FakeSetupDesk desk;
        SetupKit<ProfileChooser> kit;
        kit.open(new ProfileChooser(desk));
        QSignalSpy wanted(kit.window, &ProfileChooser::newProfile);
        QVERIFY(!kit.canClick("openProfile"));
        kit.click("newProfile");
        QCOMPARE(wanted.size(), 1);
    }

    // the settings

    void settingsOpenAndCloseUnchanged()
    {
        const Settings settings;
        QCOMPARE(settings.window->profile(), wholeProfile(Environment::live));
        QTRY_VERIFY(settings.window->findChild<QLabel *>(u"bankFingerprint"_s)->text().contains(u"D4D4 D4D4"_s));
        settings.picture(u"settings-company"_s);
        settings.tab(3);
        settings.picture(u"settings-limits"_s);
        QTest::keyClick(settings.window, Qt::Key_Escape);
        QVERIFY(!settings.window || !settings.window->isVisible());
    }

    void savedSettingsWaitForTheNextStart()
    {
        const Settings settings;
        QSignalSpy saved(settings.window, &SettingsDialog::saved);
        settings.tab(3);
        settings.type("limitPerDay", u"750000"_s);
        settings.click("saveSettings");
        QCOMPARE(saved.size(), 1);
        QVERIFY(settings.says(u"They take effect when Countersign is started next"_s));
        QCOMPARE(settings.desk.stored.value(u"whole"_s).limits.perDay, Money::fromKopecks(75'000'000));
        QCOMPARE(settings.desk.stored.value(u"whole"_s).environment, Environment::live);
        settings.picture(u"settings-saved"_s);
    }

    void wrongSettingsAreNotSaved()
    {
        const Settings settings;
        settings.tab(3);
        settings.type("limitPerDay", {});
        settings.tab(0);
        settings.click("saveSettings");
        QVERIFY(settings.desk.stored.isEmpty());
        QCOMPARE(settings.window->findChild<QTabWidget *>()->currentIndex(), 3);
        QVERIFY(settings.find("limitPerDay")->hasFocus());
        QVERIFY(settings.says(u"Enter a limit for one day: a live profile needs one."_s));
        QVERIFY(settings.window->findChild<QTabWidget *>()->tabText(3).startsWith(u"! "_s));
    }

    void changesAreNotLostInSilence()
    {
        const Settings settings;
        settings.type("companyName", u"Another"_s);
        QTest::keyClick(settings.window, Qt::Key_Escape);
        QVERIFY(settings.window->isVisible());
        QVERIFY(settings.says(u"The changes are not saved."_s));
        settings.click("closeWithoutSaving");
        QVERIFY(!settings.window || !settings.window->isVisible());
        QVERIFY(settings.desk.stored.isEmpty());
    }

    void anotherBankKeyWaitsForItsComparison()
    {
        Settings settings;
        settings.desk.bankKeys.insert(u"/bank/new.pem"_s, FakeSetupDesk::details(u"e5"_s));
        settings.tab(2);
        settings.type("bankKeyFile", u"/bank/new.pem"_s);
        settings.click("addBankKey");
        QTRY_COMPARE(settings.window->profile().bankPublicKeyFiles.size(), 2);
        settings.click("saveSettings");
        QVERIFY(settings.desk.stored.isEmpty());
        QVERIFY(settings.says(u"Compare the fingerprint"_s));
        settings.picture(u"settings-bank-key"_s);
    }

    void ourOwnPublicKeyIsNotTheBanksEither()
    {
        Profile profile = wholeProfile(Environment::demo);
        profile.keyFingerprint = FakeSetupDesk::details(u"a1"_s).fingerprint;
        Settings settings(profile);
        settings.desk.bankKeys.insert(u"/own/public.pem"_s, FakeSetupDesk::details(u"a1"_s));
        settings.tab(2);
        settings.type("bankKeyFile", u"/own/public.pem"_s);
        settings.click("addBankKey");
        QTRY_VERIFY(settings.says(u"This is your own public key"_s));
        QCOMPARE(settings.window->profile().bankPublicKeyFiles.size(), 1);
    }

    void theAnswersOfTheBankAreShownLater()
    {
        const Settings settings(wholeProfile(Environment::live));
        settings.tab(2);
        QTRY_VERIFY(settings.find<QCheckBox>("compared")->isChecked());
        QCOMPARE(settings.find<QComboBox>("automaticConfirmation")->currentText(),
                 u"It is off: the bank waits for our confirmation"_s);
    }

    void whatIsRarelySetHasItsPlace()
    {
        const Settings settings;
        settings.tab(4);
        settings.click("receiveWebhooks");
        settings.find<QPlainTextEdit>("webhookPeers")->setPlainText(u"192.0.2.7\n\n 192.0.2.128/25 "_s);
        settings.picture(u"settings-webhooks"_s);
        settings.tab(6);
        const QString pins = QString(64, u'A') + u'\n' + QStringList(32, u"0b"_s).join(u':');
        settings.find<QPlainTextEdit>("serverKeyPins")->setPlainText(pins);
        settings.type("submerchant", u"payer-7"_s);
        settings.find<QSpinBox>("callsAtOnce")->setValue(3);
        settings.find<QSpinBox>("webhookConnections")->setValue(100);
        settings.find<QSpinBox>("webhookConnectionsPerPeer")->setValue(10);
        settings.find<QSpinBox>("webhookRequests")->setValue(50);
        settings.picture(u"settings-advanced"_s);
        settings.click("saveSettings");
        const Profile saved = settings.desk.stored.value(u"whole"_s);
        QCOMPARE(validateProfile(saved), QList<ProfileFinding>());
        QCOMPARE(saved.serverKeyPins, pins.split(u'\n'));
        QCOMPARE(saved.submerchant, u"payer-7"_s);
        QCOMPARE(saved.callsAtOnce, 3);
        QCOMPARE(saved.webhook.allowedPeers, (QStringList{u"192.0.2.7"_s, u"192.0.2.128/25"_s}));
        QCOMPARE(saved.webhook.connections, 100);
        QCOMPARE(saved.webhook.connectionsPerPeer, 10);
        QCOMPARE(saved.webhook.requestsPerSecond, 50);
    }

    void aListIsNotFilledWithWhatIsNone()
    {
        const Settings settings;
        settings.tab(6);
        auto *pins = settings.find<QPlainTextEdit>("serverKeyPins");
        pins->setFocus();
        QGuiApplication::clipboard()->setText(QString(100'000, u'a'));
        QTest::keySequence(pins, QKeySequence::Paste);
        QCOMPARE(pins->toPlainText(), QString());
        QVERIFY(settings.says(u"This is too long for such a list."_s));
    }

    void onePinAloneIsNotSaved()
    {
        const Settings settings;
        settings.tab(6);
        settings.find<QPlainTextEdit>("serverKeyPins")->setPlainText(QString(64, u'a'));
        settings.tab(0);
        settings.click("saveSettings");
        QVERIFY(settings.desk.stored.isEmpty());
        QCOMPARE(settings.window->findChild<QTabWidget *>()->currentIndex(), 6);
        QVERIFY(settings.find("serverKeyPins")->hasFocus());
        QVERIFY(settings.says(u"Enter a second fingerprint as well"_s));
        settings.find<QPlainTextEdit>("serverKeyPins")->setPlainText(u"sha256/abc=\n"_s + QString(64, u'b'));
        QVERIFY(settings.says(u"A fingerprint of a server's key has 64 digits"_s));
    }

    void fortyEntersSaveNothing()
    {
        const Settings settings;
        settings.type("companyName", u"Another"_s);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(settings.window->isVisible());
        QVERIFY(settings.desk.stored.isEmpty());
    }
};

QTEST_MAIN(TestUiUnlock)
#include "tst_ui_unlock.moc"
