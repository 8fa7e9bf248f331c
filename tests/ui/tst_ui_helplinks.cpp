#include "batchscenes.h"
#include "setupkit.h"
#include "support/fakedirectorydesk.h"
#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/samplepayouts.h"
#include "ui/banks/directorywindow.h"
#include "ui/batch/groupconfirmwindow.h"
#include "ui/batch/senddraftswindow.h"
#include "ui/help/helpopener.h"
#include "ui/payouts/detailspane.h"
#include "ui/printing/orderprinting.h"
#include "ui/recipients/recipientswindow.h"
#include "ui/settings/profilechooser.h"
#include "ui/shell/freezebar.h"
#include "ui/shell/windows.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QStatusBar>
#include <QTableWidget>

using namespace countersign;
using namespace countersign::ui;

namespace {

QPushButton *visibleLink(const QWidget &place)
{
    for (QPushButton *link : place.findChildren<QPushButton *>(u"helpLink"_s))
        if (link->isVisible()) return link;
    return nullptr;
}

/// The main window and the windows that belong to it, over a desk that a test lets fail.
struct Program
{
    FakePayoutDesk desk;
    FakeRecipientBook book;
    FakeTemplateBook templates;
    samples::StillClock clock;
    std::unique_ptr<MainWindow> main;
    std::unique_ptr<Windows> windows;

    Program()
    {
        samples::fill(desk);
        main = std::make_unique<MainWindow>(desk, clock, samples::sampleOffers, WindowFacts{});
        windows = std::make_unique<Windows>(desk, book, templates, clock, *main);
        main->show();
    }
    template <class T = QWidget>
    [[nodiscard]] T *part(const char *name) const
    {
        return main->findChild<T *>(QString::fromLatin1(name));
    }
};

} // namespace

/// Wherever an error is told, a button leads to the page of the help that explains it.
class TestUiHelpLinks : public QObject
{
    Q_OBJECT

    HelpOpener m_opener;

    /// Presses the button that is shown in that place, and says which page came.
    std::optional<HelpTopic> pageBehind(const QWidget &place)
    {
        m_opener.close();
        QPushButton *link = nullptr;
        if (!QTest::qWaitFor([&] { return (link = visibleLink(place)) != nullptr; })) return std::nullopt;
        QTest::mouseClick(link, Qt::LeftButton);
        return m_opener.window() ? std::optional(m_opener.window()->topic()) : std::nullopt;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }
    void cleanup() { m_opener.close(); }

    void draftsThatAreNotSent()
    {
        Shown<SendDraftsWindow> drafts;
        drafts.desk.rows = {row(1, PayoutState::draft), row(2, PayoutState::draft)};
        drafts.desk.actAnswers[u"sendForChecking"_s] = fail(ErrorCode::frozen);
        drafts.window = new SendDraftsWindow(drafts.desk, EnvironmentKind::practice);
        drafts.window->show();
        QTRY_VERIFY(drafts.button("batchSend")->isEnabled());
        QVERIFY(!visibleLink(*drafts.window));
        drafts.click("batchSend");
        QCOMPARE(pageBehind(*drafts.window), HelpTopic::unknown);
        takePictures(*drafts.window, u"drafts-not-sent"_s);
        drafts.desk.actAnswers.clear();
        drafts.click("batchPause"); // goes on
        QTRY_VERIFY(!visibleLink(*drafts.window));
    }

    void aDraftThatIsLeftOut()
    {
        Shown<SendDraftsWindow> drafts;
        drafts.desk.rows = {row(1, PayoutState::draft)};
        drafts.desk.actAnswers[u"sendForChecking"_s] = fail(ErrorCode::recipientNotAcknowledged);
        drafts.window = new SendDraftsWindow(drafts.desk, EnvironmentKind::practice);
        drafts.window->show();
        QTRY_VERIFY(drafts.button("batchSend")->isEnabled());
        drafts.click("batchSend");
        QCOMPARE(pageBehind(*drafts.window), HelpTopic::recipients);
    }

    void whatCouldNotBeReadAgainIsToldUntilItIs()
    {
        Shown<SendDraftsWindow> drafts;
        drafts.desk.rows = {row(1, PayoutState::draft), row(2, PayoutState::draft)};
        drafts.window = new SendDraftsWindow(drafts.desk, EnvironmentKind::practice);
        drafts.window->show();
        QTRY_VERIFY(drafts.button("batchSend")->isEnabled());
        drafts.desk.pageError = Error{ErrorCode::auditBroken, {}};
        Q_EMIT drafts.desk.payoutChanged({u"p1"_s});
        QTRY_VERIFY(visibleLink(*drafts.window));
        const QString told = drafts.label("batchProgress");
        drafts.tick(0);
        QCOMPARE(drafts.label("batchProgress"), told);
        QCOMPARE(pageBehind(*drafts.window), HelpTopic::unknown);
        drafts.desk.pageError.reset();
        Q_EMIT drafts.desk.payoutChanged({u"p1"_s});
        QTRY_VERIFY(!visibleLink(*drafts.window));
    }

    void listsThatCannotBeRead()
    {
        FakePayoutDesk desk;
        desk.pageError = Error{ErrorCode::auditBroken, {}};
        const ManualClock clock;
        const std::unique_ptr<QWidget> windows[] = {
            std::make_unique<SendDraftsWindow>(desk, EnvironmentKind::practice),
            std::make_unique<GroupConfirmWindow>(desk, clock, EnvironmentKind::practice)};
        for (const auto &window : windows) {
            window->setAttribute(Qt::WA_DeleteOnClose, false);
            window->show();
            QCOMPARE(pageBehind(*window), HelpTopic::unknown);
        }
    }

    void theListOfPayoutsSaysThatItCouldNotBeRead()
    {
        Program program;
        QTRY_VERIFY(program.part<QTableView>("payoutTable")->model()->rowCount() > 0);
        program.desk.pageError = Error{ErrorCode::auditBroken, {}};
        Q_EMIT program.desk.listChanged();
        const auto *problem = program.part("listProblem");
        QTRY_VERIFY(problem->isVisible());
        Q_EMIT program.desk.overviewChanged(); // says nothing of an empty folder instead
        QVERIFY(problem->isVisible());
        QVERIFY(!program.part("listMessage")->isVisible());
        takePictures(*program.main, u"list-unread"_s);
        QCOMPARE(pageBehind(*problem), HelpTopic::unknown);
        program.desk.pageError.reset();
        Q_EMIT program.desk.listChanged();
        QTRY_VERIFY(!problem->isVisible());
    }

    void anActThatIsRefused()
    {
        Program program;
        auto *details = program.part<DetailsPane>("details");
        details->showRefusal({ErrorCode::gateRefused, {}});
        QCOMPARE(pageBehind(*details), HelpTopic::review);
        auto *freeze = program.part<FreezeBar>("freezeBar");
        freeze->showRefusal({ErrorCode::storeWriteFailed, {}});
        QCOMPARE(pageBehind(*freeze), HelpTopic::unknown);
    }

    void theBottomLine()
    {
        Program program;
        auto *line = program.main->statusBar();
        program.desk.saveDraftAnswer = fail(ErrorCode::storeWriteFailed);
        const ListRow row = samples::pictureRows().first();
        program.desk.dossiers.insert(row.id, samples::dossierOf(row));
        program.windows->copyAsDraft(row.id);
        QCOMPARE(pageBehind(*line), HelpTopic::unknown);
        takePictures(*program.main, u"bottom-line"_s);
        program.main->tell(u"The account number was copied."_s);
        QVERIFY(!visibleLink(*line));
        program.windows->copyAsDraft({u"none such"_s});
        QTRY_VERIFY(program.part<QLabel>("statusMessage")->text() != u"The account number was copied."_s);
        QVERIFY(!visibleLink(*line)); // its sentence says all there is
    }

    void aReviewThatCannotBeLookedForIsNotCalledNone()
    {
        Program program;
        program.desk.pageError = Error{ErrorCode::auditBroken, {}};
        program.windows->openReview({});
        QCOMPARE(pageBehind(*program.main->statusBar()), HelpTopic::unknown);
        QVERIFY(!program.part<QLabel>("statusMessage")->text().contains(u"Nothing waits"_s));
    }

    void aPaymentOrderThatCannotBeMade()
    {
        Program program;
        OrderPrinting printing(program.desk, program.clock, *program.main);
        program.desk.dossierError = Error{ErrorCode::auditBroken, {}};
        printing.writePdf({u"p1"_s}, u"order.pdf"_s);
        QTRY_VERIFY(program.main->findChild<QMessageBox *>());
        const QPointer<QMessageBox> message = program.main->findChild<QMessageBox *>();
        QCOMPARE(pageBehind(*message), HelpTopic::unknown);
        QVERIFY(message && message->isVisible()); // while the page is read
        takePictures(*message, u"payment-order-refused"_s);
    }

    void anEntryThatIsNotSaved()
    {
        FakeRecipientBook book;
        RecipientsWindow window(book, EnvironmentKind::practice);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        auto *table = window.findChild<QTableWidget *>(u"bookTable"_s);
        QTRY_VERIFY(table->rowCount() > 0);
        table->selectRow(0);
        book.saveAnswer = fail(ErrorCode::storeWriteFailed);
        window.findChild<QLineEdit *>(u"bookNote"_s)->setText(u"x"_s);
        QTest::mouseClick(window.findChild<QPushButton *>(u"bookSave"_s), Qt::LeftButton);
        QCOMPARE(pageBehind(window), HelpTopic::unknown);
    }

    void aDirectoryThatIsNotTaken()
    {
        FakeDirectoryDesk desk;
        desk.takeAnswer = fail(ErrorCode::networkFailed);
        DirectoryWindow window(desk, Environment::practice);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        QTest::mouseClick(window.findChild<QPushButton *>(u"fetch"_s), Qt::LeftButton);
        QCOMPARE(pageBehind(window), HelpTopic::banks);
    }

    void aProfileThatCannotBeOpened()
    {
        FakeSetupDesk desk;
        desk.stored.insert(u"half"_s, newProfile(u"half"_s, Environment::demo));
        desk.stored.insert(u"torn"_s, {});
        desk.damaged.insert(u"torn"_s);
        SetupKit<ProfileChooser> kit;
        kit.open(new ProfileChooser(desk));
        QVERIFY(!visibleLink(*kit.window));
        kit.find<QListWidget>("profiles")->setCurrentRow(1);
        QCOMPARE(pageBehind(*kit.window), HelpTopic::connecting);
        takePictures(*kit.window, u"chooser-unreadable"_s);
    }
};

QTEST_MAIN(TestUiHelpLinks)
#include "tst_ui_helplinks.moc"
