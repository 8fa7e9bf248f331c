#include "domain/requisites.h"
#include "pictures.h"
#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/samplepayouts.h"
#include "ui/banks/bankcompleter.h"
#include "ui/recipients/recipientswindow.h"
#include "ui/shell/windows.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    FakeRecipientBook book;
    QPointer<RecipientsWindow> window;

    Shown()
    {
        window = new RecipientsWindow(book, EnvironmentKind::practice);
        window->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window);
        [[maybe_unused]] const bool filled = QTest::qWaitFor([this] { return table()->rowCount() == 2; });
    }
    ~Shown() { delete window; }
    template <class T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableWidget *table() const { return find<QTableWidget>("bookTable"); }
    [[nodiscard]] QString shownAt(int row, int column) const
    {
        const auto *delegate = qobject_cast<QStyledItemDelegate *>(table()->itemDelegateForColumn(column));
        return delegate->displayText(table()->item(row, column)->text(), {});
    }
    void click(const char *button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
};

} // namespace

/// The window of the address book: what it shows, what it asks for, and that it sends nothing by itself.
class TestUiRecipients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void showsEntriesAndTheirHistory()
    {
        Shown shown;
        QCOMPARE(shown.table()->item(0, 0)->text(), u"ООО Вектор"_s);
        QCOMPARE(shown.table()->item(0, 2)->text(), u"40702810400009900256"_s);
        QCOMPARE(shown.shownAt(0, 2), groupedDigits(u"40702810400009900256"_s));
        shown.table()->selectRow(0);
        QTRY_VERIFY(shown.find<QLabel>("bookHistory")->text().contains(u"Олег Смирнов"_s));
        const QString history = shown.find<QLabel>("bookHistory")->text();
        QVERIFY2(history.contains(u"account from “40702810700009900257” to “40702810400009900256”"_s),
                 qPrintable(history));
        QCOMPARE(shown.find<QLineEdit>("bookAccount")->text(), u"40702810400009900256"_s);
        takePictures(*shown.window, u"recipients"_s);
    }

    void requisitesThatCannotBeAreWarnedOfAsInTheForm()
    {
        Shown shown;
        shown.click("bookNew");
        const auto *warnings = shown.find<QLabel>("bookWarnings");
        QVERIFY(!warnings->isVisible()); // nothing was typed, nothing is wrong
        shown.find<QLineEdit>("bookInn")->setText(u"770100001"_s);
        QVERIFY(!warnings->isVisible()); // not finished
        shown.find<QLineEdit>("bookInn")->setText(u"7701000018"_s);
        QVERIFY(warnings->isVisible());
        QVERIFY2(warnings->text().contains(u"INN"_s), qPrintable(warnings->text()));
        shown.find<QLineEdit>("bookBik")->setText(u"044525974"_s);
        shown.find<QLineEdit>("bookAccount")->setText(u"40702810500000000002"_s);
        QCOMPARE(warnings->text().count(u"! "_s), 2);
        takePictures(*shown.window, u"recipients-warned"_s);
        shown.click("bookSave"); // kept all the same
        QCOMPARE(shown.book.acts, QStringList{u"save  0"_s});
    }

    void whatWasSavedIsSaidAndNotHiddenByASearch()
    {
        Shown shown;
        shown.find<QLineEdit>("bookSearch")->setText(u"somebody else"_s);
        shown.click("bookNew");
        shown.click("bookSave");
        QTRY_VERIFY(shown.find<QWidget>("bookProblem")->isVisible());
        QCOMPARE(shown.find<QWidget>("bookProblem")->accessibleName(), u"The entry was saved."_s);
        QCOMPARE(shown.find<QLineEdit>("bookSearch")->text(), QString());
    }

    void whatIsCopiedAreTheDigitsAlone()
    {
        Shown shown;
        shown.table()->setCurrentCell(0, 2);
        QTest::keySequence(shown.table(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"40702810400009900256"_s);
    }

    void searchesWhenTypingRests()
    {
        Shown shown;
        const auto asked = shown.book.queries.size();
        QTest::keyClicks(shown.find<QLineEdit>("bookSearch"), u"vektor"_s);
        QTRY_COMPARE(shown.book.queries.size(), asked + 1);
        QCOMPARE(shown.book.queries.last().search, u"vektor"_s);
    }

    void savesTheVersionThatWasSeen()
    {
        Shown shown;
        shown.table()->selectRow(0);
        shown.find<QLineEdit>("bookNote")->setText(u"Аренда"_s);
        shown.click("bookSave");
        QTRY_COMPARE(shown.book.acts, QStringList{u"save r1 2"_s});
        QCOMPARE(shown.book.saved.note, u"Аренда"_s);
        QCOMPARE(shown.book.saved.account, u"40702810400009900256"_s);
        QTRY_VERIFY(shown.find<QWidget>("bookProblem")->isVisible()); // it says that it was saved
        shown.click("bookNew");
        QCOMPARE(shown.find<QLineEdit>("bookAccount")->text(), QString());
        shown.click("bookSave");
        QTRY_COMPARE(shown.book.acts.last(), u"save  0"_s);
    }

    void refusalsAreSentences_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        QTest::addRow("account") << ErrorCode::notValid << u"account"_s;
        QTest::addRow("INN") << ErrorCode::notValid << u"inn"_s;
        QTest::addRow("taken") << ErrorCode::storeConflict << QString();
        QTest::addRow("unchanged") << ErrorCode::emptyValue << QString();
        QTest::addRow("late") << ErrorCode::wrongState << QString();
        QTest::addRow("disk") << ErrorCode::storeWriteFailed << QString();
    }

    void refusalsAreSentences()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        Shown shown;
        shown.table()->selectRow(0);
        shown.book.saveAnswer = fail(code, detail);
        shown.find<QLineEdit>("bookNote")->setText(u"x"_s);
        shown.click("bookSave");
        auto *problem = shown.find<QWidget>("bookProblem");
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->accessibleDescription().endsWith(u'.'));
        QCOMPARE(shown.find<QLineEdit>("bookNote")->text(), u"x"_s);
    }

    void everyWrongFieldIsNamedAtOnce()
    {
        Shown shown;
        shown.table()->selectRow(0);
        shown.book.saveAnswer = fail(ErrorCode::notValid, u"inn,bik,account"_s);
        shown.find<QLineEdit>("bookNote")->setText(u"x"_s);
        shown.click("bookSave");
        auto *problem = shown.find<QWidget>("bookProblem");
        QTRY_VERIFY(problem->isVisible());
        for (const QString &word : {u"INN"_s, u"BIK"_s, u"account"_s})
            QVERIFY2(problem->accessibleDescription().contains(word), qPrintable(problem->accessibleDescription()));
        QVERIFY(shown.find<QLineEdit>("bookInn")->hasFocus()); // the first of them
        const auto gradeOf = [&](const char *field) {
            return shown.find<QLineEdit>(field)->property("grade").toString();
        };
        for (const char *field : {"bookInn", "bookBik", "bookAccount"})
            QCOMPARE(gradeOf(field), u"danger"_s);
        QCOMPARE(gradeOf("bookName"), QString());
        takePictures(*shown.window, u"recipients-wrong"_s);
        shown.find<QLineEdit>("bookInn")->setText(u"7707083893"_s);
        QCOMPARE(gradeOf("bookBik"), QString()); // judged again when it is saved
    }

    void whatIsNotSavedIsNotThrownAwayWithoutAQuestion()
    {
        Shown shown;
        auto *name = shown.find<QLineEdit>("bookName");
        name->setFocus();
        QTest::keyClicks(name, u"Vega"_s);
        auto *question = shown.find<QWidget>("reasonPanel");
        for (int i = 0; i < 3; ++i) { // Esc asks, Esc goes back to what was entered
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY(question->isVisible());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY(question->isHidden());
            QVERIFY(shown.window->isVisible());
            QCOMPARE(name->text(), u"Vega"_s);
        }
        shown.window->close();
        QVERIFY(question->isVisible());
        shown.click("reasonAct");
        QTRY_VERIFY(!shown.window);
    }

    void anotherEntryIsShownOnlyAfterTheQuestion()
    {
        Shown shown;
        shown.table()->selectRow(0);
        auto *name = shown.find<QLineEdit>("bookName");
        const QString first = name->text();
        QTest::keyClicks(name, u" x"_s);
        shown.table()->selectRow(1);
        QCOMPARE(name->text(), QString(first + u" x"_s));
        QCOMPARE(shown.table()->selectionModel()->selectedRows().first().row(), 0);
        shown.click("reasonAct");
        QVERIFY(name->text() != first);
        QCOMPARE(name->text(), shown.table()->item(1, 0)->text());
        QCOMPARE(shown.table()->selectionModel()->selectedRows().first().row(), 1);
    }

    /// The payout would go to the account that was saved, while the window shows the one that was typed.
    void nobodyIsPaidByWhatIsNotSaved()
    {
        Shown shown;
        shown.table()->selectRow(0);
        const QSignalSpy paid(shown.window, &RecipientsWindow::payWanted);
        shown.find<QLineEdit>("bookAccount")->setText(u"40817810400003869535"_s);
        shown.click("bookPay");
        QCOMPARE(paid.count(), 0);
        shown.click("reasonBack");
        QCOMPARE(paid.count(), 0);
        QCOMPARE(shown.find<QLineEdit>("bookAccount")->text().remove(u' '), u"40817810400003869535"_s);
    }

    void aSearchThatFindsNobodySaysSo()
    {
        Shown shown;
        shown.book.rows = {};
        shown.book.total = 0;
        shown.find<QLineEdit>("bookSearch")->setText(u"nobody at all"_s);
        QTRY_COMPARE(shown.table()->rowCount(), 0);
        const auto labels = shown.window->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text() == u"No recipient holds these words."_s; }));
    }

    void theBankIsFoundByItsNameAndNamed()
    {
        Shown shown;
        const BankEntry bank{*Bik::parse(u"044525974"), u"АО \"ТБанк\""_s, u"Москва"_s, u"20"_s, {}, {}, {}};
        shown.window->offerBanks([bank](const QString &text, qsizetype) {
            const bool fits = text.contains(u"тбанк"_s) || bank.bik.text().startsWith(text);
            return fits ? QList{bank} : QList<BankEntry>();
        });
        shown.click("bookNew");
        auto *name = shown.find<QLineEdit>("bookBankName");
        QGuiApplication::clipboard()->setText(u"тбанк"_s);
        name->setFocus();
        QTest::keySequence(name, QKeySequence::Paste);
        auto *offers = shown.window->findChild<BankCompleter *>()->popup();
        QVERIFY(offers->isVisible());
        QTest::keyClick(offers, Qt::Key_Down);
        QTest::keyClick(offers, Qt::Key_Return);
        QCOMPARE(shown.find<QLineEdit>("bookBik")->text(), u"044525974"_s);
        QCOMPARE(shown.find<QLabel>("bookBank")->text(), u"АО \"ТБанк\""_s);
        shown.find<QLineEdit>("bookBik")->setText(u"044525000"_s);
        QVERIFY(shown.find<QLabel>("bookBank")->text().startsWith(u"No bank"_s));
    }

    void aPayoutsRecipientIsAddedByOneAct()
    {
        FakePayoutDesk desk;
        FakeRecipientBook book;
        FakeTemplateBook templates;
        samples::StillClock clock;
        samples::fill(desk);
        MainWindow main(desk, clock, samples::sampleOffers, WindowFacts{});
        Windows windows(desk, book, templates, clock, main);
        PayoutDossier &stored = desk.dossiers[{u"p1"_s}];
        stored.payout.state = PayoutState::draft;
        stored.payout.draft = canonicalBytes(PayoutDraft{.recipientName = u"Vector LLC"_s, .inn = u"0"_s});
        windows.addToBook({u"p1"_s});
        QTRY_COMPARE(book.acts, QStringList{u"save  0"_s});
        QCOMPARE(book.saved.name, u"Vector LLC"_s);
        QCOMPARE(book.saved.inn, QString());
        QVERIFY(!main.findChild<RecipientsWindow *>());
        book.saveAnswer = fail(ErrorCode::notValid, u"account"_s);
        windows.addToBook({u"p1"_s});
        QTRY_VERIFY(main.findChild<RecipientsWindow *>()); // to be corrected there
        QCOMPARE(main.findChild<QLineEdit *>(u"bookName"_s)->text(), u"Vector LLC"_s);
    }

    void retiresAndPays()
    {
        Shown shown;
        QVERIFY(!shown.find<QPushButton>("bookPay")->isEnabled());
        shown.table()->selectRow(1);
        QSignalSpy pay(shown.window, &RecipientsWindow::payWanted);
        shown.click("bookPay");
        QCOMPARE(pay.size(), 1);
        shown.click("bookRetire");
        QTRY_COMPARE(shown.book.acts, QStringList{u"retire r2 2"_s});
    }

    void enterSavesNothing()
    {
        Shown shown;
        shown.table()->selectRow(0);
        for (const char *name : {"bookName", "bookInn", "bookKpp", "bookBik", "bookAccount", "bookNote", "bookSearch"})
            QTest::keyClick(shown.find<QLineEdit>(name), Qt::Key_Return);
        QVERIFY(shown.book.acts.isEmpty());
        QVERIFY(shown.window->isVisible());
    }
};

QTEST_MAIN(TestUiRecipients)
#include "tst_ui_recipients.moc"
