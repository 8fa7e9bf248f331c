#include "formkit.h"
#include "pictures.h"
#include "ui/models/findingwords.h"
#include "ui/widgets/note.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTimer>

using namespace countersign;
using namespace countersign::ui;

namespace {

PayoutDraft fullDraft()
{
    return {.senderAccount = ours,
            .recipientName = QStringLiteral("ИП Смирнов Олег Петрович"),
            .inn = QStringLiteral("772345678905"),
            .kpp = {},
            .bik = QStringLiteral("044525974"),
            .account = QStringLiteral("40802810900000012346"),
            .amount = QStringLiteral("52300,00"),
            .purpose = QStringLiteral("Delivery services under act 44 of 14.11.2026. VAT exempt")};
}

} // namespace

class TestUiPayoutForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void anEmptyFormReproachesNobody()
    {
        Form form;
        for (const Field field :
             {Field::recipientName, Field::inn, Field::bik, Field::account, Field::amount, Field::purpose})
            QCOMPARE(form.notes(field), QString());
        QVERIFY(!form.button("send")->isEnabled());
        QVERIFY(form.before()->headline().contains(QStringLiteral("to fill in")));
    }

    void aFieldThatWasEmptiedIsAskedFor()
    {
        Form form;
        form.type("bik", QStringLiteral("0"));
        QTest::keyClick(form.field<QWidget>("bik"), Qt::Key_Backspace);
        QVERIFY(form.notes(Field::bik).contains(QStringLiteral("Enter the BIK")));
    }

    void theBalanceStandsBesideTheAccount()
    {
        Form form;
        auto *sender = form.field<QComboBox>("sender");
        QTRY_VERIFY(sender->currentText().contains(QStringLiteral("12\u00A0340\u00A0500,00")));
        QCOMPARE(sender->currentData().toString(), ours);
    }

    void theBankOfTheBikIsNamed()
    {
        Form form;
        form.type("bik", QStringLiteral("044525974"));
        QVERIFY(form.notes(Field::bik).contains(QStringLiteral("АО «ТБанк», Москва")));
        QVERIFY(form.notes(Field::bik).contains(groupedDigits(u"30101810145250000974")));
    }

    void theAmountIsSaidInWordsAndNeverRounded()
    {
        Form form;
        form.type("amount", QStringLiteral("52300.5"));
        QVERIFY(
            form.notes(Field::amount).contains(QStringLiteral("fifty-two thousand three hundred roubles 50 kopecks")));
        form.type("amount", QStringLiteral("09"));
        QCOMPARE(form.field("amount")->text(), QStringLiteral("52300,50"));
        QVERIFY(form.notes(Field::amount).contains(QStringLiteral("Nothing is rounded")));
    }

    void amountsAreTakenAsAccountantsWriteThem_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("taken");
        QTest::addRow("comma") << QStringLiteral("25000,50") << QStringLiteral("25000,50");
        QTest::addRow("dash") << QStringLiteral("25 000-50") << QStringLiteral("25000,50");
        QTest::addRow("long dash") << QStringLiteral("25 000–50") << QStringLiteral("25000,50");
        QTest::addRow("equals") << QStringLiteral("25 000=00") << QStringLiteral("25000,00");
        QTest::addRow("equals, nothing after it") << QStringLiteral("25 000=") << QStringLiteral("25000,00");
        QTest::addRow("point") << QStringLiteral("25 000.50") << QStringLiteral("25000,50");
        QTest::addRow("one decimal") << QStringLiteral("25000,5") << QStringLiteral("25000,50");
        QTest::addRow("no-break spaces") << QStringLiteral("25\u00A0000,50") << QStringLiteral("25000,50");
        QTest::addRow("narrow and thin spaces")
            << QStringLiteral("1\u202F025\u2009000") << QStringLiteral("1025000,00");
        QTest::addRow("rouble sign") << QStringLiteral("25 000,50 ₽") << QStringLiteral("25000,50");
        QTest::addRow("with руб.") << QStringLiteral("25 000,50 руб.") << QStringLiteral("25000,50");
        QTest::addRow("with руб. and коп.") << QStringLiteral("25 000 руб. 50 коп.") << QStringLiteral("25000,50");
        QTest::addRow("with a line break") << QStringLiteral(" 25 000,50\n") << QStringLiteral("25000,50");
    }
    void amountsAreTakenAsAccountantsWriteThem()
    {
        QFETCH(QString, written);
        QFETCH(QString, taken);
        Form form;
        form.paste("amount", written);
        form.field<QWidget>("purpose")->setFocus();
        QCOMPARE(form.field("amount")->text(), taken);
        QVERIFY2(!form.notes(Field::amount).contains(QStringLiteral("Not taken")),
                 qPrintable(form.notes(Field::amount)));
    }

    void whatIsNoAmountIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("written");
        for (const QString &written :
             {QStringLiteral("-50"), QStringLiteral("−50"), QStringLiteral("25,000.50"), QStringLiteral("1-2-3"),
              QStringLiteral("25000,505"), QStringLiteral("2,5e4"), QStringLiteral("25 000 USD"),
              QStringLiteral("=25000"), QStringLiteral("двести"), QStringLiteral("₽")})
            QTest::addRow("%s", qPrintable(written)) << written;
    }
    void whatIsNoAmountIsRefusedInWords()
    {
        QFETCH(QString, written);
        Form form;
        form.paste("amount", written);
        QCOMPARE(form.field("amount")->text(), QString());
        QVERIFY2(form.notes(Field::amount).startsWith(QStringLiteral("Not taken")),
                 qPrintable(form.notes(Field::amount)));
    }

    void aRefusalStaysUntilTheFieldIsEdited()
    {
        Form form;
        form.type("amount", QStringLiteral("100"));
        form.paste("amount", QStringLiteral("9.999.999"));
        QCOMPARE(form.field("amount")->text(), QStringLiteral("100"));
        form.field<QWidget>("purpose")->setFocus(); // completes the kopecks, which is no edit
        QTRY_COMPARE(form.field("amount")->text(), QStringLiteral("100,00"));
        QVERIFY(form.notes(Field::amount).contains(QStringLiteral("Not taken")));
        QVERIFY(form.notes(Field::amount).contains(QStringLiteral("holds what it held before")));
        QVERIFY(form.before()->text().contains(QStringLiteral("Last input not taken: Amount")));
        form.field("amount")->selectAll();
        form.type("amount", QStringLiteral("7"));
        QVERIFY(!form.notes(Field::amount).contains(QStringLiteral("Not taken")));
        QVERIFY(!form.before()->text().contains(QStringLiteral("not taken")));
    }

    void theWindowMayGoWhileAnAmountIsBeingTyped()
    {
        Form form;
        form.type("amount", QStringLiteral("100"));
        delete form.window;
        QVERIFY(form.desk.savedDrafts.isEmpty());
    }

    void moreThanTheBalanceIsWarnedOfAndMayBeSent()
    {
        Form poor(std::nullopt, 5'230'000);
        poor.fillIn(); // exactly the balance
        QTRY_VERIFY(poor.field<QComboBox>("sender")->currentText().contains(QStringLiteral("52")));
        QVERIFY(!poor.before()->text().contains(QStringLiteral("balance")));
        poor.field("amount")->setText(QStringLiteral("52300,01"));
        QVERIFY2(poor.notes(Field::amount).contains(QStringLiteral("52\u00A0300,00\u00A0₽")),
                 qPrintable(poor.notes(Field::amount)));
        QVERIFY(poor.before()->text().contains(QStringLiteral("Amount is above the account's balance")));
        QVERIFY(poor.button("send")->isEnabled());
    }

    void anAccountIsPastedWithSpacesAndCopiedPlain()
    {
        Form form;
        auto *account = form.field("account");
        form.paste("account", QStringLiteral(" 4081 7810\u00A04000 0386 9535\n"));
        QCOMPARE(account->text(), QStringLiteral("40817810400003869535"));
        QCOMPARE(account->displayText(), account->text());
        account->selectAll();
        QTest::keySequence(account, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("40817810400003869535"));
    }

    void typedDigitsStayInOrder()
    {
        Form form;
        form.type("account", QStringLiteral("40817810400003869535"));
        QCOMPARE(form.field("account")->text(), QStringLiteral("40817810400003869535"));
        QCOMPARE(form.field("account")->cursorPosition(), 20);
        form.field("account")->setCursorPosition(4);
        QTest::keyClick(form.field("account"), Qt::Key_Backspace);
        QTest::keyClick(form.field("account"), Qt::Key_1);
        QCOMPARE(form.field("account")->text(), QStringLiteral("40817810400003869535"));
        QCOMPARE(form.field("account")->cursorPosition(), 4);
    }

    void overLongInputIsRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("text");
        QTest::addRow("account") << QByteArray("account") << int(Field::account) << QStringLiteral("4").repeated(21);
        QTest::addRow("bik") << QByteArray("bik") << int(Field::bik) << QStringLiteral("0445259741");
        QTest::addRow("inn") << QByteArray("inn") << int(Field::inn) << QStringLiteral("7").repeated(13);
        QTest::addRow("kpp") << QByteArray("kpp") << int(Field::inn) << QStringLiteral("7").repeated(10);
        QTest::addRow("name") << QByteArray("recipient") << int(Field::recipientName)
                              << QStringLiteral("x").repeated(161);
        QTest::addRow("amount") << QByteArray("amount") << int(Field::amount) << QStringLiteral("1").repeated(13);
        QTest::addRow("letters") << QByteArray("account") << int(Field::account)
                                 << QStringLiteral("4081781O400003869535");
        QTest::addRow("rubbish") << QByteArray("account") << int(Field::account)
                                 << QStringLiteral("<html>\u202E\u0000💥 DROP TABLE");
        QTest::addRow("megabyte") << QByteArray("account") << int(Field::account)
                                  << QStringLiteral("1").repeated(1'000'000);
        QTest::addRow("long purpose") << QByteArray("purpose") << int(Field::purpose)
                                      << QStringLiteral("x").repeated(211);
        QTest::addRow("commas") << QByteArray("amount") << int(Field::amount) << QStringLiteral("1,234,567.00");
    }
    void overLongInputIsRefusedAsAWhole()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, field);
        QFETCH(QString, text);
        Form form;
        form.paste(name.constData(), text);
        const auto *line = form.field<QLineEdit>(name.constData());
        const auto *area = form.field<QPlainTextEdit>(name.constData());
        QCOMPARE(line ? line->text() : area->toPlainText(), QString());
        QVERIFY(form.notes(Field(field)).startsWith(QStringLiteral("Not taken")));
    }

    void atTheLimitOneMoreCharacterIsRefusedWithAReason()
    {
        Form form;
        form.paste("purpose", QStringLiteral("x").repeated(210));
        QCOMPARE(form.field<QLabel>("counter")->text(), QStringLiteral("210 of 210"));
        QTest::keyClick(form.field<QWidget>("purpose"), Qt::Key_Y);
        QCOMPARE(form.field<QPlainTextEdit>("purpose")->toPlainText().size(), 210);
        QVERIFY(form.notes(Field::purpose).contains(QStringLiteral("room for 210")));
    }

    void theNormalisedPurposeIsShown()
    {
        Form form;
        form.paste("purpose", QStringLiteral("Оплата — по “счёту” 5. НДС не облагается"));
        QVERIFY2(form.notes(Field::purpose).contains(QStringLiteral("Оплата - по \"счёту\" 5. НДС не облагается")),
                 qPrintable(form.notes(Field::purpose)));
    }

    void warningsSayWhatToDoAndDoNotStop()
    {
        Form form(fullDraft());
        QTRY_VERIFY(form.fields()->isEnabled());
        QVERIFY(form.notes(Field::account).contains(QStringLiteral("control digit does not fit")));
        QVERIFY(form.before()->headline().contains(QStringLiteral("to look at")));
        QVERIFY(form.button("send")->isEnabled());
    }

    void everyFindingHasASentenceAndASummary()
    {
        for (int kind = 0; kind <= int(FindingKind::purposeGood); ++kind) {
            const Finding finding{
                Field::whole, Severity::warn, FindingKind(kind), {QStringLiteral("100"), QStringLiteral("7")}};
            QVERIFY2(!findingSummary(finding).isEmpty(), qPrintable(QString::number(kind)));
            if (finding.kind == FindingKind::purposeGood) continue; // the counter says it
            const QString sentence = findingSentence(finding);
            QVERIFY2(!sentence.isEmpty(), qPrintable(QString::number(kind)));
            QVERIFY2(!sentence.contains(u'!') && !sentence.contains(QStringLiteral("%2")), qPrintable(sentence));
        }
    }

    void fortyEntersSendNothing()
    {
        Form form;
        form.fillIn();
        QVERIFY(form.button("send")->isEnabled());
        form.field<QWidget>("recipient")->setFocus();
        for (int i = 0; i < 40; ++i) {
            QWidget *target = form.window->focusWidget();
            if (qobject_cast<QPushButton *>(target)) target = form.window; // a button of its own is another matter
            QTest::keyClick(target ? target : form.window.data(), Qt::Key_Return);
        }
        QVERIFY(!form.desk.acts.contains(QStringLiteral("sendForChecking saved")));
        QVERIFY(form.window->isVisible());
        for (const QPushButton *each : form.window->findChildren<QPushButton *>())
            QVERIFY2(!each->autoDefault() && !each->isDefault(), qPrintable(each->text()));
    }

    void enterMovesOn()
    {
        Form form;
        form.field<QWidget>("recipient")->setFocus();
        QTest::keyClick(form.field<QWidget>("recipient"), Qt::Key_Return);
        QCOMPARE(form.window->focusWidget(), form.field<QWidget>("inn"));
        form.field<QWidget>("purpose")->setFocus();
        QTest::keyClick(form.field<QWidget>("purpose"), Qt::Key_Return);
        QCOMPARE(form.window->focusWidget(), form.field<QWidget>("urgent"));
        QCOMPARE(form.field<QPlainTextEdit>("purpose")->toPlainText(), QString());
    }

    void ctrlEnterSavesThenSends()
    {
        Form form;
        form.fillIn();
        QTest::keyClick(form.field<QWidget>("purpose"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(form.sent, 1);
        const auto saved = form.desk.acts.lastIndexOf(QStringLiteral("saveDraft"));
        const auto asked = form.desk.acts.indexOf(QStringLiteral("sendForChecking saved"));
        QVERIFY2(saved >= 0 && asked > saved, qPrintable(form.desk.acts.join(u',')));
        QCOMPARE(form.desk.acts.count(QStringLiteral("sendForChecking saved")), 1);
        const PayoutDraft draft = form.desk.savedDrafts.last();
        QCOMPARE(draft.account, QStringLiteral("40702810500000000001"));
        QCOMPARE(draft.amount, QStringLiteral("52300,00"));
        QTRY_VERIFY(!form.window);
    }

    void ctrlEnterLeadsToWhatIsMissing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("word");
        for (const auto &[field, word] :
             {std::pair("recipient", "Recipient is missing"), std::pair("bik", "BIK is missing"),
              std::pair("account", "account is missing"), std::pair("amount", "Amount is missing")})
            QTest::addRow("%s", field) << QString::fromLatin1(field) << QString::fromLatin1(word);
    }

    void ctrlEnterLeadsToWhatIsMissing()
    {
        QFETCH(QString, field);
        QFETCH(QString, word);
        Form form;
        form.fillIn();
        const QByteArray name = field.toLatin1();
        form.field(name.constData())->clear();
        QTest::keyClick(form.field<QWidget>("purpose"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(form.window->focusWidget(), form.field<QWidget>(name.constData()));
        const auto *note = form.window->findChild<Note *>(QStringLiteral("problem"));
        QVERIFY(note->isVisible());
        QVERIFY2(note->headline().contains(word), qPrintable(note->headline()));
        QVERIFY(note->text().endsWith(u'.'));
        QVERIFY(!form.desk.acts.contains(QStringLiteral("sendForChecking saved")));
    }

    void theLastFieldToFillInIsNamed()
    {
        Form form;
        form.fillIn();
        PayoutDraft draft = form.fields()->draft();
        draft.amount.clear();
        Form almost(draft);
        QTRY_COMPARE(almost.before()->headline(), QStringLiteral("1 field to fill in"));
        QVERIFY(almost.window->findChild<Note *>(QStringLiteral("sum"))->text().contains(QStringLiteral("Amount")));
    }

    /// What is said while somebody types must not push the next field away from under the hand.
    void noFieldMovesWhileItIsFilledIn()
    {
        Form form;
        const auto places = [&form] {
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents(); // layouts settle
            QList<int> tops;
            for (const char *name : {"recipient", "inn", "bik", "account", "amount", "purpose", "urgent"})
                tops += form.field<QWidget>(name)->mapTo(form.window, QPoint()).y();
            return tops;
        };
        const auto typeAndLook = [&](const char *name, const QString &text) {
            form.field<QWidget>(name)->setFocus();
            const QList<int> before = places();
            for (const QChar c : text) {
                QTest::keyClicks(form.field<QWidget>(name), QString(c));
                QVERIFY2(places() == before, name);
            }
            const auto asked = form.desk.checkedRecipients.size();
            QTRY_VERIFY(form.desk.checkedRecipients.size() > asked); // who that is, is said before the next field
        };
        typeAndLook("recipient", QStringLiteral("OOO Vektor"));
        typeAndLook("inn", QStringLiteral("7707083893"));
        typeAndLook("kpp", QStringLiteral("773601001"));
        typeAndLook("bik", QStringLiteral("044525974"));
        typeAndLook("account", QStringLiteral("40702810500000000001"));
        typeAndLook("amount", QStringLiteral("52300,50"));
        typeAndLook("purpose", QStringLiteral("Act 44. VAT exempt"));
    }

    void sendingTwiceIsImpossible()
    {
        Form form;
        form.fillIn();
        form.desk.holdAnswers = true;
        for (int i = 0; i < 5; ++i)
            QTest::mouseClick(form.button("send"), Qt::LeftButton);
        for (int i = 0; i < 5; ++i) {
            form.desk.release();
            QCoreApplication::processEvents();
        }
        QCOMPARE(form.desk.acts.count(QStringLiteral("sendForChecking saved")), 1);
    }

    void blockedMeansNotSent()
    {
        Form form;
        form.fillIn();
        form.field("bik")->setText(QStringLiteral("0445"));
        QVERIFY(!form.button("send")->isEnabled());
        QTest::keyClick(form.window, Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY(!form.desk.acts.contains(QStringLiteral("sendForChecking saved")));
    }

    void refusalsAreSentencesAndNothingIsLost_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("frozen") << ErrorCode::frozen;
        QTest::addRow("locked") << ErrorCode::signerLocked;
        QTest::addRow("not valid") << ErrorCode::notValid;
        QTest::addRow("state") << ErrorCode::wrongState;
        QTest::addRow("store") << ErrorCode::storeWriteFailed;
    }
    void refusalsAreSentencesAndNothingIsLost()
    {
        QFETCH(ErrorCode, code);
        Form form;
        form.fillIn();
        form.desk.actAnswers.insert(QStringLiteral("sendForChecking"), fail(code));
        QTest::mouseClick(form.button("send"), Qt::LeftButton);
        const auto *problem = form.field<QWidget>("problem");
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->accessibleDescription().endsWith(u'.'));
        QCOMPARE(form.field("account")->text(), QStringLiteral("40702810500000000001"));
        QVERIFY(form.button("send")->isEnabled());
        QCOMPARE(form.sent, 0);
    }

    void whatIsTypedIsKeptWithoutAsking()
    {
        Form form;
        form.type("recipient", QStringLiteral("Vektor"));
        QVERIFY(form.desk.savedDrafts.isEmpty());
        QTRY_COMPARE(form.desk.savedDrafts.size(), 1);
        QCOMPARE(form.desk.savedDrafts.front().recipientName, QStringLiteral("Vektor"));
        QTRY_COMPARE(form.window->payout().text, QStringLiteral("saved"));
        form.type("recipient", QStringLiteral("!"));
        QTRY_COMPARE(form.desk.savedDrafts.size(), 2);
        QCOMPARE(form.desk.acts.last(), QStringLiteral("saveDraft saved"));
    }

    void typingOnDoesNotPutTheKeepingOff()
    {
        Form form;
        QTimer typist;
        typist.callOnTimeout([&form] { form.type("purpose", QStringLiteral("a")); });
        typist.start(PayoutForm::keepAfterMs / 10);
        QTRY_VERIFY_WITH_TIMEOUT(!form.desk.savedDrafts.isEmpty(), 5 * PayoutForm::keepAfterMs);
    }

    void ctrlSKeepsTheDraftNow()
    {
        Form form;
        form.type("recipient", QStringLiteral("Vektor"));
        QTest::keyClick(form.field<QWidget>("recipient"), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(form.desk.savedDrafts.size(), 1);
        QTRY_COMPARE(form.window->payout().text, QStringLiteral("saved"));
        QTest::keyClick(form.window, Qt::Key_Escape);
        QTRY_VERIFY(!form.window); // nothing is unsaved, so nothing is asked
    }

    void escAsksInsideTheWindowWhenSomethingIsUnsaved()
    {
        Form form;
        form.type("recipient", QStringLiteral("Vektor"));
        form.field<QWidget>("account")->setFocus();
        QTest::keyClick(form.field<QWidget>("account"), Qt::Key_Escape);
        QVERIFY(form.window->isVisible());
        QVERIFY(form.button("discard")->isVisible());
        QTest::mouseClick(form.button("stay"), Qt::LeftButton);
        QVERIFY(form.button("send")->isVisible());
        QVERIFY(form.field<QWidget>("account")->hasFocus()); // where it was
        QTest::keyClick(form.window, Qt::Key_Escape);
        QTest::mouseClick(form.button("saveAndClose"), Qt::LeftButton);
        QTRY_VERIFY(!form.window);
        QCOMPARE(form.desk.savedDrafts.last().recipientName, QStringLiteral("Vektor"));
    }

    void closingWithoutChangesTakesBackWhatWasKept()
    {
        Form form;
        form.type("recipient", QStringLiteral("Vektor"));
        QTRY_COMPARE(form.window->payout().text, QStringLiteral("saved"));
        QTest::keyClick(form.window, Qt::Key_Escape);
        QTest::mouseClick(form.button("discard"), Qt::LeftButton);
        QTRY_VERIFY(!form.window);
        QCOMPARE(form.desk.acts.last(), QStringLiteral("discardDraft saved"));
    }

    void aDraftIsOpenedAsItWas()
    {
        Form form(fullDraft());
        QTRY_VERIFY(form.fields()->isEnabled());
        QCOMPARE(form.fields()->draft(), fullDraft());
        QTest::keyClick(form.window, Qt::Key_Escape);
        QTRY_VERIFY(!form.window);
        QVERIFY(form.desk.savedDrafts.isEmpty());
    }

    void everyFieldHasANameAndABuddy()
    {
        Form form;
        for (const char *name :
             {"sender", "recipient", "inn", "kpp", "bik", "account", "amount", "purpose", "urgent", "retyped"})
            QVERIFY2(!form.field<QWidget>(name)->accessibleName().isEmpty(), name);
        int buddies = 0;
        for (const QLabel *label : form.window->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            if (label->buddy()) ++buddies;
        }
        QCOMPARE(buddies, 10); // the sentence beside the urgent tick is one of them
    }

    void pictures()
    {
        Form empty;
        takePictures(*empty.window, QStringLiteral("form-empty"));
        Form warned(fullDraft());
        QTRY_VERIFY(warned.fields()->isEnabled());
        QCoreApplication::processEvents();
        takePictures(*warned.window, QStringLiteral("form-warnings"));
        PayoutDraft wrong = fullDraft();
        wrong.inn = QStringLiteral("77234567890");
        wrong.kpp = QStringLiteral("773601001");
        wrong.account = QStringLiteral("40702840900000012346");
        wrong.amount = QStringLiteral("2000000,00");
        wrong.purpose = QStringLiteral("Оплата срочно! — “по счёту”");
        Form errors(wrong);
        QTRY_VERIFY(errors.fields()->isEnabled());
        QCoreApplication::processEvents();
        takePictures(*errors.window, QStringLiteral("form-errors"));
    }

    void aFreezeIsSaidWhereSomebodyWantsToSend()
    {
        Form form;
        form.fillIn();
        QTRY_VERIFY(form.button("send")->isEnabled());
        const QString before = form.before()->headline();
        form.desk.overviewAnswer.freeze = {.frozen = true,
                                           .cause = QStringLiteral("person"),
                                           .user = QStringLiteral("Anna"),
                                           .reason = QStringLiteral("the bank called"),
                                           .since = fromMilliseconds(1'795'336'896'000)}; // 2026-11-22 11:41:36 Moscow
        Q_EMIT form.desk.overviewChanged();
        const auto *note = form.field<Note>("frozenNote");
        QVERIFY(note->isVisible());
        QVERIFY2(note->headline().contains(QStringLiteral("11:41 (Moscow time)")), qPrintable(note->headline()));
        QVERIFY(!form.button("send")->isEnabled());
        QVERIFY2(!form.before()->headline().contains(QStringLiteral("Ready")), qPrintable(form.before()->headline()));
        takePictures(*form.window, QStringLiteral("form-frozen"));
        QTest::keyClick(form.window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(form.field<Note>("problem")->text().contains(QStringLiteral("the bank called")));
        QCOMPARE(form.sent, 0);
        form.desk.overviewAnswer.freeze = {};
        Q_EMIT form.desk.overviewChanged();
        QVERIFY(!note->isVisible());
        QCOMPARE(form.before()->headline(), before);
        QVERIFY(form.button("send")->isEnabled());
    }
};

QTEST_MAIN(TestUiPayoutForm)
#include "tst_ui_payoutform.moc"
