#include "pictures.h"
#include "support/fakeexportdesk.h"
#include "support/samplepayouts.h"
#include "ui/export/exportopener.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/note.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    FakeExportDesk desk;
    samples::StillClock clock;
    QPointer<ExportWindow> window;

    explicit Shown(const ListQuery &query = {.folder = Folder::paid, .search = u"vector"_s},
                   EnvironmentKind environment = EnvironmentKind::live)
    {
        window = new ExportWindow(desk, clock, query, environment);
        window->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window);
    }
    ~Shown() { delete window; }
    template <class T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    void choose(ExportFormat format) const
    {
        auto *box = find<QComboBox>("format");
        box->setCurrentIndex(box->findData(static_cast<int>(format)));
    }
    [[nodiscard]] Note *note() const { return find<Note>("note"); }
};

} // namespace

/// Writing the list into a file: what the person chooses is what is asked of the desk, and what became of it is said.
class TestUiExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void theMainWindowExportsWhatItShows()
    {
        FakePayoutDesk payouts;
        samples::fill(payouts);
        FakeExportDesk desk;
        samples::StillClock clock;
        MainWindow main(payouts, clock, samples::sampleOffers, WindowFacts{});
        const ExportOpener opener(desk, clock, main);
        main.show();
        main.showFolder(Folder::failed);
        auto *action = main.findChild<QAction *>(u"exportAction"_s);
        QVERIFY(main.findChild<QTableView *>(u"payoutTable"_s)->actions().contains(action));
        action->trigger();
        auto *window = main.findChild<ExportWindow *>();
        QVERIFY(window && window->isVisible());
        window->writeTo(u"/somewhere/out.xlsx"_s);
        QCOMPARE(desk.orders.first().query.folder, Folder::failed);
        action->trigger(); // while it is written
        QCOMPARE(main.findChild<ExportWindow *>(), window);
    }

    void whatIsOnlyPractisedIsNotOfferedAsPaidInTheBooks()
    {
        const Shown shown({.folder = Folder::paid}, EnvironmentKind::practice);
        shown.choose(ExportFormat::clientBank);
        const auto labels = shown.window->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"No real money has moved"_s);
        }));
        QTest::mouseClick(shown.find<QPushButton>("write"), Qt::LeftButton);
        auto *chooser = shown.window->findChild<QFileDialog *>();
        QCOMPARE(QFileInfo(chooser->selectedFiles().value(0)).fileName(), u"practice-kl_to_1c.txt"_s);
    }

    void everyFormAsksForItsOwn_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<QString>("name");
        QTest::addRow("workbook") << ExportFormat::workbook << u"payouts-2026-11-22.xlsx"_s;
        QTest::addRow("csv") << ExportFormat::csv << u"payouts-2026-11-22.csv"_s;
        QTest::addRow("1C") << ExportFormat::clientBank << u"kl_to_1c.txt"_s;
    }
    void everyFormAsksForItsOwn()
    {
        QFETCH(ExportFormat, format);
        QFETCH(QString, name);
        const Shown shown;
        shown.choose(format);
        QCOMPARE(shown.find<QComboBox>("separator")->isVisible(), format == ExportFormat::csv);
        QTest::mouseClick(shown.find<QPushButton>("write"), Qt::LeftButton);
        auto *chooser = shown.window->findChild<QFileDialog *>();
        QVERIFY(chooser);
        QCOMPARE(QFileInfo(chooser->selectedFiles().value(0)).fileName(), name);
        Q_EMIT chooser->fileSelected(u"/somewhere/"_s + name);
        const ExportOrder &order = shown.desk.orders.first();
        QCOMPARE(order.format, format);
        QCOMPARE(order.query.folder, Folder::paid);
        QCOMPARE(order.query.search, u"vector"_s);
        QCOMPARE(order.words.headers.size(), exportColumnCount);
        QCOMPARE(order.words.state(PayoutState::paid), u"Paid"_s); // its day has a column of its own
        QCOMPARE(order.words.state(PayoutState::returned), u"Returned"_s);
        QCOMPARE(order.words.state(PayoutState::failed), u"Failed"_s);
    }

    void theSeparatorIsTheChosenOne()
    {
        const Shown shown;
        shown.choose(ExportFormat::csv);
        shown.find<QComboBox>("separator")->setCurrentIndex(2);
        shown.window->writeTo(u"/somewhere/out.csv"_s);
        QCOMPARE(shown.desk.orders.first().words.separator, u'\t');
    }

    void howFarItIsCanBeSeen()
    {
        Shown shown;
        shown.window->writeTo(u"/somewhere/out.xlsx"_s);
        QVERIFY(shown.find<QProgressBar>("progress")->isVisible());
        QVERIFY(!shown.find<QPushButton>("write")->isEnabled());
        shown.desk.progress(400);
        QTRY_COMPARE(shown.find<QProgressBar>("progress")->value(), 400);
        shown.desk.answer(ExportDone{.written = 12'345});
        QTRY_VERIFY(shown.note()->isVisible());
        QVERIFY(shown.note()->headline().contains(u"345"_s));
        QVERIFY(shown.note()->text().contains(u"out.xlsx"_s));
        takePictures(*shown.window, u"export-done"_s);
    }

    void escStopsTheWritingAndTheNextOneCloses()
    {
        Shown shown;
        shown.window->writeTo(u"/somewhere/out.xlsx"_s);
        QTest::keyClick(shown.window, Qt::Key_Escape);
        QVERIFY(shown.desk.writing->isCanceled());
        QVERIFY(shown.window->isVisible());
        QVERIFY(shown.note()->headline().contains(u"Stopped"_s));
        shown.desk.writing->finish();
        QTest::keyClick(shown.window, Qt::Key_Escape);
        QTRY_VERIFY(!shown.window || !shown.window->isVisible());
    }

    void aWindowThatGoesStopsTheWriting()
    {
        Shown shown;
        shown.window->writeTo(u"/somewhere/out.xlsx"_s);
        delete shown.window;
        QVERIFY(shown.desk.writing->isCanceled());
        shown.desk.writing->finish();
    }

    void aDiskThatIsFullIsSaidInWords()
    {
        Shown shown;
        shown.window->writeTo(u"/somewhere/out.xlsx"_s);
        shown.desk.answer(fail(ErrorCode::fileUnwritable, u"No space left on device"_s));
        QTRY_VERIFY(shown.note()->isVisible());
        QCOMPARE(shown.note()->headline(), u"The file was not written."_s);
        QVERIFY(shown.note()->text().contains(u"Nothing half-written"_s));
    }

    void whatWasLeftOutIsCounted()
    {
        Shown shown;
        shown.choose(ExportFormat::clientBank);
        shown.window->writeTo(u"/somewhere/kl_to_1c.txt"_s);
        shown.desk.answer(ExportDone{.written = 3, .leftOut = 9});
        QTRY_VERIFY(shown.note()->isVisible());
        QVERIFY(shown.note()->text().startsWith(u"Left out because they are not paid, or came back: 9."_s));
        QVERIFY(!shown.note()->text().contains(u"executed"_s));
        takePictures(*shown.window, u"export-1c"_s);
        shown.window->writeTo(u"/somewhere/kl_to_1c.txt"_s);
        shown.desk.answer(ExportDone{.written = 0, .leftOut = 9});
        QTRY_COMPARE(shown.note()->headline(), u"Nothing was written."_s);
    }
};

QTEST_MAIN(TestUiExport)
#include "tst_ui_export.moc"
