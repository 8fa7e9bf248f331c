#include "pictures.h"
#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/samplepayouts.h"
#include "ui/payouts/payoutform.h"
#include "ui/shell/windows.h"
#include "ui/templates/templateswindow.h"
#include "ui/widgets/note.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    FakeTemplateBook book;
    samples::StillClock clock; // 22 November 2026
    QPointer<TemplatesWindow> window;

    Shown()
    {
        window = new TemplatesWindow(book, clock, EnvironmentKind::practice);
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
    [[nodiscard]] QTableWidget *table() const { return find<QTableWidget>("templateTable"); }
    [[nodiscard]] QLineEdit *amount() const { return find<QLineEdit>("templateAmount"); }
    [[nodiscard]] QPlainTextEdit *purpose() const { return find<QPlainTextEdit>("templatePurpose"); }
    [[nodiscard]] Note *preview() const { return find<Note>("templatePreview"); }
    [[nodiscard]] QPushButton *make() const { return find<QPushButton>("templateMake"); }
    [[nodiscard]] QString why() const { return find<QLabel>("templateWhy")->text(); }
    void click(const char *button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
};

} // namespace

/// The window of templates: what a draft of today would say, what is saved, and what a draft is made of.
class TestUiTemplates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void showsWhatADraftOfTodayWouldSay()
    {
        Shown shown;
        QCOMPARE(shown.table()->item(0, 0)->text(), u"Аренда офиса"_s);
        QCOMPARE(shown.find<QLineEdit>("templateName")->text(), u"Аренда офиса"_s); // the first is chosen
        QCOMPARE(shown.preview()->text(),
                 u"Аренда за ноябрь 2026 по договору 7 от 01.02.2026. В том числе НДС 22% - 631-15 руб."_s);
        shown.amount()->setText(u"100,00"_s);
        QVERIFY(shown.preview()->text().contains(u"18-03"_s));
        QVERIFY(shown.make()->isEnabled()); // another amount is this draft's alone
        takePictures(*shown.window, u"templates"_s);
    }

    void aDraftIsMadeByKeysAlone()
    {
        Shown shown;
        QSignalSpy wanted(shown.window, &TemplatesWindow::draftWanted);
        shown.find<QLineEdit>("templateSearch")->setText(u"аренда вектор"_s);
        QTest::keyClick(shown.find<QLineEdit>("templateSearch"), Qt::Key_Return);
        QVERIFY(wanted.isEmpty()); // Enter in the search leads to the list
        QTest::keyClick(shown.table(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const auto draft = wanted.first().first().value<PayoutDraft>();
        QVERIFY(draft.purpose.contains(u"ноябрь 2026"_s));
        QCOMPARE(draft.source.pattern->name, u"Аренда офиса"_s);
    }

    void withoutTheAmountThatThePurposeNeedsThereIsNoDraft()
    {
        Shown shown;
        shown.amount()->clear();
        QVERIFY(!shown.make()->isEnabled());
        QVERIFY2(shown.why().contains(u"amount"_s), qPrintable(shown.why()));
        QTest::keyClick(shown.table(), Qt::Key_Return);
        QVERIFY(shown.window->isVisible());
        QTRY_VERIFY(shown.amount()->hasFocus());
    }

    void whatWasRewrittenIsSavedFirst()
    {
        Shown shown;
        shown.purpose()->setPlainText(u"Иначе, [дата]"_s);
        QVERIFY(!shown.make()->isEnabled());
        QTest::keyClick(shown.purpose(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(shown.book.acts, QStringList{u"save t1 2 Аренда офиса"_s});
        QCOMPARE(shown.book.saved.purpose, u"Иначе, [дата]"_s);
        QTRY_VERIFY(shown.make()->isEnabled());
    }

    void aWordIsPutInWhereTheCursorStands()
    {
        Shown shown;
        shown.purpose()->setPlainText(u"За "_s);
        shown.purpose()->moveCursor(QTextCursor::End);
        const auto actions = shown.find<QToolButton>("templateInsert")->menu()->actions();
        QCOMPARE(actions.size(), 7);
        QVERIFY2(actions.at(1)->text().contains(u"ноябрь 2026"_s), qPrintable(actions.at(1)->text()));
        actions.at(1)->trigger();
        QCOMPARE(shown.purpose()->toPlainText(), u"За [месяц]"_s);
    }

    void aMistypedWordIsNamed()
    {
        Shown shown;
        shown.purpose()->setPlainText(u"За [меясц]"_s);
        QVERIFY2(shown.preview()->headline().contains(u"[меясц]"_s), qPrintable(shown.preview()->headline()));
        shown.purpose()->setPlainText(QString(211, u'я'));
        QVERIFY2(shown.preview()->headline().contains(u"211"_s), qPrintable(shown.preview()->headline()));
    }

    void whatIsNotSavedIsNotThrownAwayWithoutAQuestion()
    {
        Shown shown;
        auto *name = shown.find<QLineEdit>("templateName");
        const QString first = name->text();
        name->setFocus();
        name->setText(u"Аренда склада"_s);
        shown.table()->selectRow(1);
        auto *question = shown.find<QWidget>("reasonPanel");
        QVERIFY(question->isVisible());
        QCOMPARE(name->text(), u"Аренда склада"_s);
        QCOMPARE(shown.table()->selectionModel()->selectedRows().first().row(), 0);
        shown.click("reasonBack");
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(shown.window && shown.window->isVisible() && question->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(question->isHidden());
        shown.table()->selectRow(1);
        shown.click("reasonAct");
        QVERIFY(name->text() != first);
        QTest::keyClick(name, Qt::Key_Escape); // nothing is unsaved, so nothing is asked
        QTRY_VERIFY(!shown.window);
    }

    void escTakesTheQuestionAboutDeletingBack()
    {
        Shown shown;
        shown.click("templateDelete");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(shown.window && shown.window->isVisible());
        QVERIFY(shown.find<QPushButton>("templateDelete")->isVisible());
    }

    void deletingAsksOnce()
    {
        Shown shown;
        shown.click("templateDelete");
        shown.click("templateKeep");
        QVERIFY(shown.book.acts.isEmpty());
        shown.click("templateDelete");
        takePictures(*shown.window, u"templates-delete"_s);
        shown.click("templateReallyDelete");
        QTRY_COMPARE(shown.book.acts, QStringList{u"remove t1 2"_s});
    }

    void refusalsAreSentences_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("name") << ErrorCode::notValid;
        QTest::addRow("taken") << ErrorCode::storeConflict;
        QTest::addRow("unchanged") << ErrorCode::emptyValue;
        QTest::addRow("late") << ErrorCode::wrongState;
        QTest::addRow("gone") << ErrorCode::notFound;
        QTest::addRow("disk") << ErrorCode::storeWriteFailed;
    }

    void refusalsAreSentences()
    {
        QFETCH(ErrorCode, code);
        Shown shown;
        shown.book.saveAnswer = fail(code);
        shown.find<QLineEdit>("templateName")->setText(u"Иное"_s);
        shown.click("templateSave");
        auto *problem = shown.find<Note>("templateProblem");
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().endsWith(u'.'));
        QCOMPARE(shown.find<QLineEdit>("templateName")->text(), u"Иное"_s);
    }

    void withoutTemplatesItSaysHowToMakeOne()
    {
        Shown shown;
        shown.book.rows.clear();
        Q_EMIT shown.book.changed();
        QTRY_VERIFY(shown.find<QLabel>("templateNone")->isVisible());
        takePictures(*shown.window, u"templates-none"_s);
    }

    void fromTheListToATemplateAndFromATemplateToAForm()
    {
        FakePayoutDesk desk;
        FakeRecipientBook book;
        FakeTemplateBook templates;
        samples::StillClock clock;
        samples::fill(desk);
        MainWindow main(desk, clock, samples::sampleOffers, WindowFacts{});
        const Windows windows(desk, book, templates, clock, main);
        main.show();
        main.showFolder(Folder::all);
        auto *action = main.findChild<QAction *>(u"saveTemplateAction"_s);
        QTRY_VERIFY(action->isEnabled());
        PayoutDossier &stored = desk.dossiers[samples::pictureRows().first().id];
        stored.payout.state = PayoutState::draft;
        stored.payout.draft = canonicalBytes(PayoutDraft{.recipientName = u"Vector LLC"_s, .purpose = u"Rent"_s});
        main.showPayout(samples::pictureRows().first().id);
        action->trigger();
        QTRY_VERIFY(main.findChild<TemplatesWindow *>());
        auto *window = main.findChild<TemplatesWindow *>();
        QTRY_COMPARE(window->findChild<QLineEdit *>(u"templateName"_s)->text(), u"Vector LLC"_s);
        QVERIFY(!window->findChild<QPushButton *>(u"templateMake"_s)->isEnabled());
        QTest::mouseClick(window->findChild<QPushButton *>(u"templateSave"_s), Qt::LeftButton);
        QTRY_COMPARE(templates.acts, QStringList{u"save  1 Vector LLC"_s});

        desk.saveDraftAnswer = PayoutId{u"made"_s};
        QTRY_VERIFY(window->findChild<QPushButton *>(u"templateMake"_s)->isEnabled());
        PayoutDossier made = stored;
        made.payout.number = 99;
        made.payout.draft = canonicalBytes(draftFromTemplate(templates.rows.first(), QDate(2026, 11, 22), {}));
        desk.dossiers.insert({u"made"_s}, made);
        QTest::mouseClick(window->findChild<QPushButton *>(u"templateMake"_s), Qt::LeftButton);
        QTRY_VERIFY(main.findChild<PayoutForm *>());
        QCOMPARE(desk.savedDrafts.last().recipientName, u"ООО Вектор"_s);
        QTRY_COMPARE(main.findChild<PayoutForm *>()->windowTitle(), u"Draft 99, from the template “Аренда офиса”"_s);
    }

    void whatIsTypedInAFormIsSavedAsATemplate()
    {
        FakePayoutDesk desk;
        FakeRecipientBook book;
        FakeTemplateBook templates;
        const samples::StillClock clock;
        MainWindow main(desk, clock, samples::sampleOffers, WindowFacts{});
        Windows windows(desk, book, templates, clock, main);
        main.show();
        PayoutForm *form = windows.openForm({});
        auto *toTemplate = form->findChild<QPushButton *>(u"saveTemplate"_s);
        QVERIFY(!toTemplate->isEnabled()); // there is nothing to keep yet
        QTest::keyClicks(form->findChild<QLineEdit *>(u"recipient"_s), u"Vector LLC"_s);
        QVERIFY(toTemplate->isEnabled());
        QTest::mouseClick(toTemplate, Qt::LeftButton);
        QTRY_VERIFY(main.findChild<TemplatesWindow *>());
        auto *window = main.findChild<TemplatesWindow *>();
        QCOMPARE(window->findChild<QLineEdit *>(u"templateName"_s)->text(), u"Vector LLC"_s);
        QTest::mouseClick(window->findChild<QPushButton *>(u"templateSave"_s), Qt::LeftButton);
        QTRY_COMPARE(templates.acts, QStringList{u"save  1 Vector LLC"_s});
        QVERIFY(form->isVisible()); // the draft goes on
    }
};

QTEST_MAIN(TestUiTemplates)
#include "tst_ui_templates.moc"
