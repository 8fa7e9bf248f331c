#include "ui/assistantkit.h"
#include "ui/settings/kindpage.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/environmentstripe.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTimeEdit>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

class TestUiSetupAssistant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void theFirstPageSaysWhatOneComputerCanPromise()
    {
        const Assistant assistant;
        QVERIFY(assistant.words("deskMode")
                    .contains(u"Malware with full control of that PC can wait for a correct approval"_s));
        QVERIFY(assistant.words("deskMode").contains(u"we cannot exclude it"_s));
        assistant.picture(u"setup-1-kind"_s);
    }

    void aPracticeProfileIsSetUp()
    {
        const Assistant assistant;
        QSignalSpy completed(assistant.window, &SetupAssistant::completed);
        assistant.click("next");
        assistant.company();
        assistant.key();
        assistant.type("bankUrl", u"http://127.0.0.1:8100"_s);
        assistant.type("projectId", u"vector-rko"_s);
        QVERIFY(!assistant.find("compared"));
        assistant.click("next");
        assistant.click("next");
        assistant.click("next");
        QVERIFY(assistant.says(u"Everything is filled in"_s));
        QTRY_VERIFY(assistant.says(u"ООО «Вектор»"_s));
        assistant.click("save");
        QCOMPARE(completed.size(), 1);
        QCOMPARE(completed.first().first().toString(), u"practice"_s);

        const Profile profile = assistant.desk.stored.value(u"practice"_s);
        QCOMPARE(validateProfile(profile), QList<ProfileFinding>());
        QCOMPARE(profile.environment, Environment::practice);
        QCOMPARE(profile.operatorName, u"Anna Petrova"_s);
        QCOMPARE(profile.accounts.size(), 1);
        QCOMPARE(profile.accounts.first().number, u"40702810300200000013"_s);
        QCOMPARE(profile.keyFile, u"keys/signing.pem"_s);
        QVERIFY(!profile.webhook.enabled);
    }

    void practiceNeedsNothingToBeFilledIn()
    {
        FakeSetupDesk desk;
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk));
        QSignalSpy wanted(kit.window, &SetupAssistant::practiceWanted);
        QSignalSpy completed(kit.window, &SetupAssistant::completed);
        QCOMPARE(kit.window->focusWidget(), kit.find("kind-practice"));
        QVERIFY(!kit.find("profileName")->isVisible());
        QCOMPARE(kit.find<QPushButton>("next")->text().remove(u'&'), u"Start practising"_s);
        kit.picture(u"setup-1-practice"_s);
        kit.click("kind-demo");
        QCOMPARE(kit.find<QPushButton>("next")->text().remove(u'&'), u"Next"_s);
        kit.click("kind-practice");
        kit.click("next");
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(completed.size(), 0);
        QVERIFY(desk.asked.isEmpty());
        QVERIFY(!kit.window || !kit.window->isVisible());
    }

    void tabLeadsThroughTheAccountsAsTheyStand()
    {
        const Assistant assistant;
        assistant.click("next");
        assistant.click("addAccount");
        QCOMPARE(assistant.tabsFrom("companyKpp", 9),
                 (QStringList{u"account-0"_s, u"bik-0"_s, u"title-0"_s, u"removeAccount"_s, u"account-1"_s, u"bik-1"_s,
                              u"title-1"_s, u"removeAccount"_s, u"addAccount"_s}));
    }

    void anAccountThatIsTypedInIsTakenWithoutBeingAdded()
    {
        const Assistant assistant;
        assistant.click("next");
        assistant.company();
        assistant.click("back");
        assistant.click("addAccount");
        assistant.type("title-1", u"Second"_s);
        assistant.click("next");
        QCOMPARE(assistant.page(), 1);
        QVERIFY(assistant.says(u"An account number has 20 digits."_s));
        QVERIFY(assistant.find("account-1")->hasFocus());
        assistant.type("account-1", u"40702810600200000014"_s);
        assistant.type("bik-1", u"044525974"_s);
        assistant.click("next");
        QCOMPARE(assistant.page(), 2);
        QCOMPARE(assistant.window->profile().accounts.size(), 2);
    }

    void aFieldMarkedRedStillShowsWhereTheKeyboardIs_data()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::addRow("light") << Appearance::light;
        QTest::addRow("dark") << Appearance::dark;
    }
    void aFieldMarkedRedStillShowsWhereTheKeyboardIs()
    {
        QFETCH(Appearance, appearance);
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), appearance);
        const Assistant assistant;
        assistant.click("next");
        assistant.click("next");
        QWidget *company = assistant.find("companyName");
        const auto edge = [company] { return company->grab().toImage().pixelColor(company->width() / 2, 0); };
        assistant.find("operatorName")->setFocus();
        const QColor away = edge();
        company->setFocus();
        const QColor here = edge();
        QVERIFY(away != here);
        dressUp();
    }

    void aDemoProfileIsSetUpWithAReceiver()
    {
        const Assistant assistant;
        assistant.click("kind-demo");
        QCOMPARE(assistant.window->findChild<EnvironmentStripe *>()->kind(), Environment::demo);
        assistant.type("profileName", u"stand"_s);
        assistant.click("next");
        assistant.company();
        assistant.key();
        QCOMPARE(assistant.find<QLineEdit>("bankUrl")->text(), u"https://demo.bank131.ru"_s);
        assistant.type("projectId", u"vector-rko"_s);
        assistant.bankKey();
        assistant.answerAutomatic(AutomaticConfirmation::off);
        assistant.click("idempotency");
        assistant.picture(u"setup-4-bank"_s);
        assistant.click("next");
        assistant.click("next");
        assistant.click("receiveWebhooks");
        assistant.type("webhookPort", u"8443"_s);
        assistant.click("watchFolder");
        assistant.picture(u"setup-6-webhooks"_s);
        assistant.click("next");
        assistant.click("save");
        const Profile profile = assistant.desk.stored.value(u"stand"_s);
        QCOMPARE(validateProfile(profile), QList<ProfileFinding>());
        QCOMPARE(profile.environment, Environment::demo);
        QCOMPARE(profile.automaticConfirmation, AutomaticConfirmation::off);
        QVERIFY(profile.sendIdempotencyKey);
        QVERIFY(profile.webhook.enabled);
        QCOMPARE(profile.webhook.port, 8443);
        QCOMPARE(profile.dropFolder, u"drop"_s);
        QCOMPARE(profile.bankPublicKeyFiles, QStringList(u"/bank/public.pem"_s));
    }

    void aLiveProfileNeedsTheComparisonLimitsAndHours()
    {
        const Assistant assistant;
        assistant.click("kind-live");
        QCOMPARE(assistant.window->findChild<EnvironmentStripe *>()->kind(), Environment::live);
        assistant.click("next");
        assistant.company();
        assistant.key();
        assistant.type("projectId", u"vector-rko"_s);
        assistant.bankKey();
        assistant.click("next");
        QCOMPARE(assistant.page(), 3);
        QVERIFY(assistant.says(u"Compare the fingerprint of the bank's public key with the bank by phone"_s));
        assistant.click("compared");
        assistant.click("next");
        QCOMPARE(assistant.page(), 3);
        QVERIFY(assistant.says(u"Ask your manager at the bank whether automatic confirmation is off"_s));
        QVERIFY(assistant.find("automaticConfirmation")->hasFocus());
        assistant.answerAutomatic(AutomaticConfirmation::on);
        QVERIFY(assistant.says(u"Ask the bank to switch automatic confirmation off"_s));
        assistant.answerAutomatic(AutomaticConfirmation::off);
        assistant.click("next");
        QCOMPARE(assistant.page(), 4);
        assistant.click("next");
        QCOMPARE(assistant.page(), 4);
        QVERIFY(assistant.says(u"Enter a limit for one payout: a live profile needs one."_s));
        assistant.picture(u"setup-5-limits-open"_s);
        assistant.type("limitPerPayout", u"600000"_s);
        assistant.type("limitPerDay", u"500000,50"_s);
        assistant.click("next");
        QVERIFY(assistant.says(u"One payout may not be larger than all of a day"_s));
        assistant.type("limitPerPayout", u"100000"_s);
        assistant.click("next");
        assistant.click("next");
        assistant.picture(u"setup-7-check-live"_s);
        assistant.click("save");
        const Profile profile = assistant.desk.stored.value(u"live"_s);
        QCOMPARE(validateProfile(profile), QList<ProfileFinding>());
        QCOMPARE(profile.limits.perDay, Money::fromKopecks(50'000'050));
        QCOMPARE(profile.hours, (PaymentHours{QTime(8, 0), QTime(20, 0)}));
        QCOMPARE(profile.bankUrl, QUrl(u"https://proxy.bank131.ru"_s));
    }

    void whileTheKeyIsMadeThereIsNothingToPressAndNothingIsScolded()
    {
        Assistant assistant;
        assistant.click("next");
        assistant.company();
        assistant.click("next"); // without a key: said
        assistant.type("createPassword", goodPassword);
        assistant.type("createRepeat", goodPassword);
        assistant.desk.holdAnswers = true;
        assistant.click("createKey");
        QVERIFY(assistant.says(u"Making the key"_s));
        QVERIFY(!assistant.find("next")->isEnabled());
        QVERIFY(!assistant.find("keyProblem")->isVisible());
        QTest::keyClick(assistant.window, Qt::Key_Escape);
        QVERIFY(assistant.window->isVisible());
        assistant.desk.release();
        QTRY_VERIFY(assistant.says(u"The key is ready"_s));
        QVERIFY(assistant.find("next")->isEnabled());
    }

    void aSecondPasswordThatIsAnotherIsSaidWhenItIsLeft()
    {
        const Assistant assistant;
        assistant.click("next");
        assistant.company();
        assistant.type("createPassword", goodPassword);
        assistant.type("createRepeat", goodPassword.chopped(3));
        QVERIFY(!assistant.says(u"The two passwords differ"_s)); // it may be on its way
        assistant.find("createPassword")->setFocus();
        QVERIFY(assistant.says(u"The two passwords differ"_s));
        assistant.picture(u"setup-3-password"_s);
        assistant.type("createRepeat", goodPassword);
        QVERIFY(!assistant.says(u"The two passwords differ"_s));
    }

    void aPageWithGapsIsLeftOnPurposeOnly()
    {
        const Assistant assistant;
        assistant.click("next");
        QVERIFY(!assistant.says(u"Enter the company's name."_s));
        QVERIFY(!assistant.canClick("later"));
        assistant.click("next");
        QCOMPARE(assistant.page(), 1);
        QVERIFY(assistant.says(u"Enter the company's name."_s));
        QVERIFY(assistant.says(u"Enter at least one settlement account."_s));
        QVERIFY(assistant.find("operatorName")->hasFocus());
        QCOMPARE(assistant.find("companyName")->accessibleDescription(), u"! Enter the company's name."_s);
        assistant.picture(u"setup-2-company-open"_s);
        assistant.type("companyName", u"Vektor"_s);
        QVERIFY(!assistant.says(u"Enter the company's name."_s));
        assistant.click("later");
        QCOMPARE(assistant.page(), 2);
    }

    void wrongRequisitesAreNamedAtTheirFields_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("short INN") << "companyInn"_ba << u"770708389"_s << u"An INN has 10 digits"_s;
        QTest::addRow("short account") << "account-0"_ba << u"4070281030020000001"_s
                                       << u"An account number has 20 digits."_s;
        QTest::addRow("letters in an account") << "account-0"_ba << u"4070A"_s << u"“A” is not a digit"_s;
        QTest::addRow("short BIK") << "bik-0"_ba << u"04452597"_s << u"A BIK has 9 digits."_s;
        QTest::addRow("short KPP") << "companyKpp"_ba << u"77360100"_s << u"A KPP has 9 characters"_s;
    }
    void wrongRequisitesAreNamedAtTheirFields()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        const Assistant assistant;
        assistant.click("next");
        assistant.type("companyInn", u"7707083893"_s);
        assistant.click("next");
        assistant.type(field.constData(), typed);
        QVERIFY2(assistant.says(sentence), qPrintable(assistant.words()));
        QCOMPARE(assistant.page(), 1);
    }

    void theSameAccountTwiceIsFound()
    {
        const Assistant assistant;
        assistant.click("next");
        assistant.company();
        assistant.click("back");
        assistant.click("addAccount");
        assistant.type("account-1", u"40702810300200000013"_s);
        assistant.type("bik-1", u"044525974"_s);
        assistant.click("next");
        QVERIFY(assistant.says(u"The same entry stands further up."_s));
        QVERIFY(assistant.find("account-1")->hasFocus());
        QList<QPushButton *> removers = assistant.window->findChildren<QPushButton *>(u"removeAccount"_s);
        QTest::mouseClick(removers.last(), Qt::LeftButton);
        assistant.click("next");
        QCOMPARE(assistant.page(), 2);
    }

    void theNameOfAnotherProfileIsNotTaken()
    {
        FakeSetupDesk desk;
        desk.stored.insert(u"practice"_s, wholeProfile(Environment::practice));
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk));
        kit.click("ownPracticeBank");
        QCOMPARE(kit.find<QLineEdit>("profileName")->text(), u"practice-2"_s);
        kit.type("profileName", u"practice"_s);
        kit.click("next");
        QVERIFY(kit.says(u"There is a profile of this name already."_s));
        QVERIFY(!kit.canClick("later"));
        kit.type("profileName", u"../evil"_s);
        kit.click("next");
        QVERIFY(kit.says(u"small Latin letters"_s));
        QVERIFY(kit.desk.asked.isEmpty());
        delete kit.window;
    }

    void kindAndNameStayOnceTheKeyIsMade()
    {
        const Assistant assistant;
        assistant.click("next");
        assistant.company();
        assistant.key();
        for (int i = 0; i < 3; ++i)
            assistant.click("back");
        QVERIFY(!assistant.find("profileName")->isEnabled());
        QVERIFY(!assistant.find("kind-live")->isEnabled());
        QVERIFY(assistant.says(u"Kind and name stay as they are."_s));
    }

    void openPointsOfTheLastPageLeadToTheirFields()
    {
        const Assistant assistant;
        assistant.click("next");
        assistant.company();
        for (int i = 0; i < 2; ++i) {
            assistant.click("next");
            assistant.click("later");
        }
        assistant.click("next");
        assistant.click("next");
        QCOMPARE(assistant.page(), 6);
        QVERIFY(!assistant.canClick("save"));
        assistant.picture(u"setup-7-check-open"_s);
        const auto points = assistant.window->findChildren<QPushButton *>(u"openPoint"_s);
        QCOMPARE(points.size(), 3); // key, address, project
        const auto project = std::find_if(points.cbegin(), points.cend(), [](const QPushButton *point) {
            return point->text().contains(u"project id"_s);
        });
        QTest::mouseClick(*project, Qt::LeftButton);
        QCOMPARE(assistant.page(), 3);
        QVERIFY(assistant.find("projectId")->hasFocus());
    }

    void fortyEntersFinishNothing_data()
    {
        QTest::addColumn<int>("page");
        for (int page = 0; page < 7; ++page)
            QTest::addRow("page %d", page) << page;
    }
    void fortyEntersFinishNothing()
    {
        QFETCH(int, page);
        FakeSetupDesk desk;
        desk.stored.insert(u"whole"_s, wholeProfile(Environment::practice));
        desk.bankKeys.insert(u"/bank/public.pem"_s, FakeSetupDesk::details(u"d4"_s));
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk, u"whole"_s));
        QSignalSpy completed(kit.window, &SetupAssistant::completed);
        for (int i = 0; i < page; ++i)
            kit.click("next");
        const QStringList before = desk.asked;
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : kit.window, Qt::Key_Return);
        QVERIFY(kit.window->isVisible());
        QCOMPARE(completed.size(), 0);
        QCOMPARE(desk.asked, before);
        QCOMPARE(kit.window->findChild<QStackedWidget *>()->currentIndex(), page);
        delete kit.window;
    }

    void theKeyboardAloneIsEnough()
    {
        const Assistant assistant;
        QTest::keyClick(assistant.window, Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(assistant.page(), 1);
        QTest::keyClick(assistant.window, Qt::Key_B, Qt::AltModifier);
        QTRY_COMPARE(assistant.page(), 0);
        QTest::keyClick(assistant.window, Qt::Key_Escape);
        QVERIFY(!assistant.window || !assistant.window->isVisible());
    }

    void closingAsksWhenSomethingWouldBeLost()
    {
        const Assistant assistant;
        QSignalSpy rejected(assistant.window, &QDialog::rejected);
        assistant.click("next");
        assistant.type("companyName", u"Vektor"_s);
        QTest::keyClick(assistant.window, Qt::Key_Escape);
        QVERIFY(assistant.window->isVisible());
        QVERIFY(assistant.says(u"what you entered is not saved"_s));
        assistant.picture(u"setup-close"_s);
        QVERIFY(!assistant.canClick("next"));
        QVERIFY(!assistant.find("companyName")->isEnabled());
        assistant.click("stay");
        QVERIFY(!assistant.find("closeQuestion")->isVisible());
        QVERIFY(assistant.find("companyName")->hasFocus());
        QVERIFY(assistant.canClick("next"));
        QTest::keyClick(assistant.window, Qt::Key_Escape);
        QTest::keyClick(assistant.window, Qt::Key_Escape); // stays as well
        QVERIFY(!assistant.find("closeQuestion")->isVisible());
        QVERIFY(assistant.find("companyName")->hasFocus());
        QTest::keyClick(assistant.window, Qt::Key_Escape);
        assistant.click("saveUnfinished");
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(assistant.desk.stored.value(u"practice"_s).companyName, u"Vektor"_s);
    }

    void anUnfinishedProfileIsGoneOnWith()
    {
        const Assistant assistant(u"stand"_s);
        QVERIFY(!assistant.find("profileName")->isEnabled());
        QCOMPARE(assistant.find<QLineEdit>("profileName")->text(), u"stand"_s);
        QCOMPARE(assistant.window->profile().environment, Environment::demo);
        QCOMPARE(assistant.page(), 1); // where something is missing
        assistant.company();
        QCOMPARE(assistant.page(), 2);
    }

    /// All is filled in, but a key is there that nobody has compared: one that was put in another's place, or that a
    /// test stand gave (which needs no comparing to go on, and still has it open).
    void aKeyThatWasNotComparedIsWhereItGoesOn_data()
    {
        QTest::addColumn<Environment>("kind");
        QTest::addRow("live") << Environment::live;
        QTest::addRow("test stand") << Environment::demo;
    }
    void aKeyThatWasNotComparedIsWhereItGoesOn()
    {
        QFETCH(Environment, kind);
        SetupKit<SetupAssistant> kit;
        Profile profile = wholeProfile(kind);
        profile.comparedBankKeys = {FakeSetupDesk::details(u"a1"_s).fingerprint};
        kit.desk.stored.insert(u"whole"_s, profile);
        kit.desk.bankKeys.insert(u"/bank/public.pem"_s, FakeSetupDesk::details(u"d4"_s));
        kit.open(new SetupAssistant(kit.desk, u"whole"_s));
        const auto *pages = kit.window->findChild<QStackedWidget *>();
        QTRY_VERIFY(kit.words().contains(u"D4D4 D4D4"_s));
        QCOMPARE(pages->currentIndex(), 3);
        QVERIFY(kit.find("compared")->isVisible());
        QTRY_VERIFY(kit.find("compared")->hasFocus());
    }

    void closingSaysThatWhatWasSavedIsKept()
    {
        const Assistant assistant;
        QSignalSpy rejected(assistant.window, &QDialog::rejected);
        assistant.click("next");
        assistant.company();
        assistant.key(); // saves what is there
        QTest::keyClick(assistant.window, Qt::Key_Escape);
        QVERIFY(assistant.window->isVisible());
        QVERIFY(assistant.says(u"What you entered is kept."_s));
        QVERIFY(!assistant.find("saveUnfinished")->isVisible());
        assistant.picture(u"setup-close-kept"_s);
        assistant.click("closeWithoutSaving");
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(assistant.desk.stored.value(u"practice"_s).companyInn, u"7707083893"_s);
    }

    void whatIsNoInnIsCalledSoWhenTheFieldIsLeft()
    {
        const Assistant assistant;
        assistant.click("next");
        assistant.type("companyInn", u"abc12"_s);
        QVERIFY(assistant.says(u"is not a digit"_s)); // still, although digits followed
        assistant.find("companyKpp")->setFocus();
        QVERIFY2(assistant.says(u"An INN has 10 digits"_s), qPrintable(assistant.words()));
        QVERIFY(!assistant.says(u"Enter the company's name."_s)); // nobody has been there
        assistant.picture(u"setup-2-inn"_s);
    }

    void allThatIsWrongIsSaidAtOnce()
    {
        const Assistant assistant;
        assistant.click("next");
        assistant.type("companyInn", u"12"_s);
        assistant.type("companyKpp", u"77"_s);
        assistant.type("account-0", u"407"_s);
        assistant.type("bik-0", u"04"_s);
        assistant.click("next");
        for (const QString &sentence :
             {u"Enter the company's name."_s, u"An INN has 10 digits"_s, u"A KPP has 9 characters"_s,
              u"An account number has 20 digits."_s, u"A BIK has 9 digits."_s})
            QVERIFY2(assistant.says(sentence), qPrintable(sentence));
    }

    void aProfileThatCantBeSavedIsSaid()
    {
        FakeSetupDesk desk;
        desk.stored.insert(u"whole"_s, wholeProfile(Environment::demo));
        desk.saveAnswer = fail(ErrorCode::fileUnwritable);
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk, u"whole"_s));
        QSignalSpy completed(kit.window, &SetupAssistant::completed);
        while (kit.canClick("next"))
            kit.click("next");
        kit.click("save");
        QVERIFY(kit.says(u"The file can't be written."_s));
        QCOMPARE(completed.size(), 0);
        delete kit.window;
    }

    void everyProblemOfEveryFieldIsASentence()
    {
        for (int field = 0; field <= static_cast<int>(ProfileField::hours); ++field) {
            for (int problem = 0; problem <= static_cast<int>(ProfileProblem::moreThanPerDay); ++problem) {
                const QString sentence =
                    findingSentence({static_cast<ProfileField>(field), static_cast<ProfileProblem>(problem)});
                QVERIFY(sentence.size() > 10 && sentence.endsWith(u'.') && !sentence.contains(u'!'));
            }
        }
    }

    void hostileTextStaysText()
    {
        FakeSetupDesk desk;
        Profile profile = wholeProfile(Environment::demo);
        profile.companyName = u"<img src=x><a href='http://evil'>Vektor</a>\u202E\u200B"_s;
        profile.accounts.first().title = u"<b>bold</b> & more"_s;
        profile.keyFile = u"<h1>key</h1>\u202E.pem"_s;
        desk.stored.insert(u"whole"_s, profile);
        SetupKit<SetupAssistant> kit;
        kit.open(new SetupAssistant(desk, u"whole"_s));
        while (kit.canClick("back"))
            kit.click("back");
        for (int i = 0; i < 6; ++i) {
            kit.click("next");
            for (const QLabel *label : kit.window->findChildren<QLabel *>()) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                QVERIFY(!label->openExternalLinks());
            }
        }
        QTRY_VERIFY(kit.says(u"<img src=x>"_s));
        QVERIFY(!kit.words("summary").contains(u'\u202E'));
        QVERIFY(kit.words("summary").contains(u"⟨U+202E⟩"_s));
        delete kit.window;
    }

    void everyControlHasAName()
    {
        const Assistant assistant(u"stand"_s);
        for (const QWidget *widget : assistant.window->findChildren<QWidget *>()) {
            const bool takesKeys = widget->window() == assistant.window && widget->focusPolicy() & Qt::TabFocus;
            if (!takesKeys || widget->objectName().startsWith("qt_"_L1)) continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestUiSetupAssistant)
#include "tst_ui_setupassistant.moc"
