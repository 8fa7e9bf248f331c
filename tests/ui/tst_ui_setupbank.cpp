#include "ui/assistantkit.h"
#include "ui/settings/profilewords.h"

#include <QCheckBox>

using namespace countersign;
using namespace countersign::ui;

/// What the assistant does about the bank: its address, its key, what is to be asked of it, and whether it answers.
class TestUiSetupBank : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void aBankKeyThatIsChosenButNotAddedIsAskedFor()
    {
        const Assistant assistant;
        assistant.click("kind-demo");
        assistant.click("next");
        assistant.company();
        assistant.key();
        assistant.type("projectId", u"vector-rko"_s);
        assistant.type("bankKeyFile", u"/bank/public.pem"_s);
        assistant.click("next");
        QCOMPARE(assistant.page(), 3);
        QVERIFY(assistant.says(u"A key is chosen but not in the list. Add it, or empty the field."_s));
        QVERIFY(assistant.find("bankKeyFile")->hasFocus());
        assistant.type("bankKeyFile", {});
        assistant.click("next");
        QCOMPARE(assistant.page(), 4);
    }

    void ourOwnPublicKeyIsNotTheBanks()
    {
        Assistant assistant;
        assistant.desk.bankKeys.insert(u"/own/public.pem"_s, assistant.desk.createAnswer);
        assistant.click("kind-demo");
        assistant.click("next");
        assistant.company();
        assistant.key();
        assistant.type("bankKeyFile", u"/own/public.pem"_s);
        assistant.click("addBankKey");
        QTRY_VERIFY(assistant.says(u"This is your own public key, the one that you send to the bank."_s));
        QVERIFY(assistant.window->profile().bankPublicKeyFiles.isEmpty());
        assistant.picture(u"setup-4-own-key"_s);
    }

    void aKeyOfOursThatIsInTheBanksListAlreadyHoldsTheProfileUp()
    {
        FakeSetupDesk desk;
        Profile profile = wholeProfile(Environment::demo);
        profile.keyFingerprint = FakeSetupDesk::details(u"d4"_s).fingerprint;
        desk.stored.insert(u"whole"_s, profile);
        desk.bankKeys.insert(u"/bank/public.pem"_s, FakeSetupDesk::details(u"d4"_s));
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk, u"whole"_s));
        kit.turnTo(4);
        QVERIFY(kit.says(u"One of the bank's keys is your own public key."_s));
        QCOMPARE(kit.window->findChild<QStackedWidget *>()->currentIndex(), 3);
        delete kit.window;
    }

    void theLastPageShowsTheBanksKeyAndWhatIsStillToBeAskedOfTheBank()
    {
        FakeSetupDesk desk;
        Profile profile = wholeProfile(Environment::demo);
        profile.comparedBankKeys.clear();
        profile.automaticConfirmation = AutomaticConfirmation::unknown;
        desk.stored.insert(u"whole"_s, profile);
        desk.bankKeys.insert(u"/bank/public.pem"_s, FakeSetupDesk::details(u"d4"_s));
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk, u"whole"_s));
        kit.turnTo(6);
        const QString half = QStringList(8, u"D4D4"_s).join(u' ');
        QTRY_COMPARE(kit.find<QLabel>("bankKeyFact")->text(), half + u'\n' + half);
        QVERIFY(kit.words("summary").contains(u"not compared with the bank yet"_s));
        QCOMPARE(kit.find<QLabel>("automaticFact")->text(), u"Not asked yet"_s);
        QVERIFY(kit.says(u"Everything is filled in. Still open with the bank: 2."_s));
        QVERIFY(kit.canClick("save"));
        kit.picture(u"setup-7-to-ask"_s);

        QStringList points;
        for (const auto *point : kit.window->findChildren<QPushButton *>(u"openPoint"_s))
            points.append(point->text());
        QVERIFY(points.value(0).startsWith(u"Compare the fingerprint of the bank's public key"_s));
        QVERIFY(points.value(1).startsWith(u"Ask your manager at the bank whether automatic confirmation is off"_s));
        kit.click("openPoint");
        QVERIFY(kit.find("compared")->hasFocus());
        kit.click("compared");
        for (int i = 0; i < 3; ++i)
            kit.click("next");
        QVERIFY(kit.says(u"Still open with the bank: 1."_s));
        QTRY_VERIFY(kit.words("summary").contains(u"\ncompared with the bank by phone"_s));
        kit.click("save");
        QCOMPARE(desk.stored.value(u"whole"_s).comparedBankKeys,
                 QStringList(FakeSetupDesk::details(u"d4"_s).fingerprint));
    }

    void aComparisonIsKeptForThatKeyOnly()
    {
        FakeSetupDesk desk;
        desk.stored.insert(u"whole"_s, wholeProfile(Environment::live)); // compared: d4
        desk.bankKeys.insert(u"/bank/public.pem"_s, FakeSetupDesk::details(u"e5"_s));
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk, u"whole"_s));
        kit.turnTo(4);
        QCOMPARE(kit.window->findChild<QStackedWidget *>()->currentIndex(), 3);
        QVERIFY(!kit.find<QCheckBox>("compared")->isChecked());
        kit.click("compared");
        QCOMPARE(kit.window->profile().comparedBankKeys.last(), FakeSetupDesk::details(u"e5"_s).fingerprint);
        delete kit.window;
    }

    void anAddressThatIsNoneIsNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("no address at all") << u"::::"_s << u"Enter only the beginning of the address"_s;
        QTest::addRow("with a path") << u"http://127.0.0.1/api"_s << u"Enter only the beginning of the address"_s;
        QTest::addRow("elsewhere") << u"https://bank.example"_s << u"The practice bank runs on this computer"_s;
        QTest::addRow("the live bank") << u"https://proxy.bank131.ru"_s << u"The practice bank runs on this computer"_s;
    }
    void anAddressThatIsNoneIsNamed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        const Assistant assistant;
        assistant.click("next");
        assistant.company();
        assistant.key();
        assistant.type("bankUrl", typed);
        assistant.type("projectId", u"p"_s);
        assistant.click("next");
        QCOMPARE(assistant.page(), 3);
        QVERIFY2(assistant.says(sentence), qPrintable(assistant.words()));
    }

    void theBanksKeyIsCheckedWhenItIsAdded_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("private") << ErrorCode::keyIsPrivate << u"This is a private key. Choose the public key"_s;
        QTest::addRow("damaged") << ErrorCode::keyFileDamaged << u"This key file is damaged."_s;
        QTest::addRow("something else") << ErrorCode::notAKeyFile << u"This file holds no public key"_s;
        QTest::addRow("short") << ErrorCode::keyTooShort << u"it is shorter than 2048 bits"_s;
        QTest::addRow("weak") << ErrorCode::keyWeak << u"it is not safe to use"_s;
        QTest::addRow("another kind") << ErrorCode::keyTypeWrong << u"it is not an RSA key"_s;
        QTest::addRow("not there") << ErrorCode::keyFileUnreadable << u"The key file can't be opened."_s;
    }
    void theBanksKeyIsCheckedWhenItIsAdded()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, sentence);
        Assistant assistant;
        assistant.desk.bankKeys.insert(u"/x.pem"_s, fail(code));
        assistant.click("next");
        assistant.company();
        assistant.key();
        assistant.type("bankKeyFile", u"/x.pem"_s);
        assistant.click("addBankKey");
        QTRY_VERIFY2(assistant.says(sentence), qPrintable(assistant.words()));
        QVERIFY(assistant.window->profile().bankPublicKeyFiles.isEmpty());
    }

    void theTestOfTheConnectionTellsEachStepAndItsRemedy()
    {
        using enum ConnectionFinding::Step;
        using enum ConnectionFinding::Outcome;
        FakeSetupDesk desk;
        desk.stored.insert(u"whole"_s, wholeProfile(Environment::demo));
        desk.testAnswer = QList<ConnectionFinding>{{nameLookup, works, u"203.0.113.7"_s},
                                                   {connection, works, {}},
                                                   {tls, fails, u"<b>self-signed</b>\u202E"_s},
                                                   {project, notTried, {}},
                                                   {signature, notTried, {}}};
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk, u"whole"_s));
        kit.turnTo(6);
        kit.click("testConnection");
        QVERIFY(kit.says(u"Enter the key's password: the question is signed with the key."_s));
        QVERIFY(!desk.tested);
        desk.holdAnswers = true;
        kit.type("testPassword", u"secret"_s);
        kit.click("testConnection");
        QCOMPARE(kit.find<QLineEdit>("testPassword")->text(), QString());
        QVERIFY(kit.says(u"Asking the bank…"_s));
        QVERIFY(!kit.canClick("testConnection"));
        desk.release();
        QTRY_VERIFY(kit.find("testLines")->isVisible());
        const QString lines = kit.words("testLines");
        QVERIFY(lines.contains(u"Certificate (TLS)\nfails\nThe certificate can't be trusted"_s));
        QVERIFY(lines.contains(u"Technical detail: <b>self-signed</b>⟨U+202E⟩"_s));
        QCOMPARE(lines.count(u"works"_s), 2);
        QCOMPARE(lines.count(u"not tried"_s), 2);
        QCOMPARE(desk.tested->name, u"whole"_s);
        QCOMPARE(desk.passwords, QStringList(u"secret"_s));
        kit.picture(u"setup-7-test"_s);
        QVERIFY(kit.canClick("save"));
        delete kit.window;
    }

    void everyFailingStepHasItsOwnRemedy()
    {
        QStringList remedies;
        for (int step = 0; step < 5; ++step) {
            const auto finding =
                ConnectionFinding{static_cast<ConnectionFinding::Step>(step), ConnectionFinding::Outcome::fails, {}};
            remedies.append(stepRemedy(finding));
            QVERIFY(remedies.last().endsWith(u'.'));
            QCOMPARE(stepRemedy({finding.step, ConnectionFinding::Outcome::works, {}}), QString());
        }
        QCOMPARE(remedies.removeDuplicates(), 0);
    }
};

QTEST_MAIN(TestUiSetupBank)
#include "tst_ui_setupbank.moc"
