#include "pictures.h"
#include "support/samplepayouts.h"
#include "ui/models/foldermodel.h"
#include "ui/models/payoutlistmodel.h"
#include "ui/models/payoutwords.h"
#include "ui/payouts/payoutlistpage.h"
#include "ui/payouts/payoutrowdelegate.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

/// The list before a scripted desk: paging, changes while it is shown, hostile texts.
class TestPayoutList : public QObject
{
    Q_OBJECT

    static ListRow generated(qint64 i)
    {
        ListRow row = samples::row(static_cast<int>(i), PayoutState::paid, u"Recipient %1"_s.arg(i),
                                   u"40702810500000000001"_s, 100 + i, u"Invoice %1"_s.arg(i));
        return row;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

    void theModelKeepsTheRulesOfModels()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        samples::fill(desk);
        PayoutListModel model(desk, clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FolderModel folders(desk);
        QAbstractItemModelTester folderTester(&folders, QAbstractItemModelTester::FailureReportingMode::QtTest);
        folders.refresh();
        model.setQuery(Folder::all, {});
        QTRY_COMPARE(model.rowCount(), 10);
        desk.rows.removeFirst();
        Q_EMIT desk.listChanged();
        QTRY_COMPARE(model.rowCount(), 9);
        desk.rows.append(generated(77));
        desk.rows.append(generated(78));
        Q_EMIT desk.listChanged();
        QTRY_COMPARE(model.rowCount(), 11);
        model.setQuery(Folder::paid, {});
        QTRY_COMPARE(model.rowCount(), 3);
    }

    void aHundredThousandRowsAreNotLoaded()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        desk.generatedTotal = 100'000;
        desk.generateRow = generated;
        PayoutListPage page(desk, clock);
        page.resize(900, 600);
        page.show();
        page.showFolder(Folder::all, {});
        QTRY_COMPARE(page.model().rowCount(), 100'000);
        QVERIFY2(desk.queries.size() <= 3, qPrintable(QString::number(desk.queries.size())));
        auto *bar = page.table()->verticalScrollBar();
        for (int step = 1; step <= 60; ++step) {
            bar->setValue(static_cast<int>(qint64{bar->maximum()} * step / 60));
            QCoreApplication::processEvents();
        }
        const QModelIndex last = page.model().index(99'999, PayoutListModel::recipientColumn);
        QTRY_COMPARE(last.data().toString(), u"Recipient 99999"_s);
        QVERIFY(page.model().fetchedPages() <= PayoutListModel::keptPages);
        QVERIFY(desk.queries.size() < 200);
    }

    void onlyWhatIsVisibleIsReadAgain()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        desk.generatedTotal = 100'000;
        desk.generateRow = generated;
        PayoutListPage page(desk, clock);
        page.resize(900, 600);
        page.show();
        page.showFolder(Folder::all, {});
        QTRY_COMPARE(page.model().rowCount(), 100'000);
        desk.queries.clear();
        for (int i = 0; i < 500; ++i)
            Q_EMIT desk.payoutChanged(PayoutId{u"p%1"_s.arg(i)});
        QTRY_VERIFY(!desk.queries.isEmpty());
        QCoreApplication::processEvents();
        QVERIFY2(desk.queries.size() <= 2, qPrintable(QString::number(desk.queries.size())));
    }

    void movingRowsDoNotScrollAPersonBack()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        qint64 newcomers = 0;
        desk.generatedTotal = 1000;
        desk.generateRow = [&](qint64 i) { return generated(i - newcomers); };
        PayoutListPage page(desk, clock);
        page.resize(900, 600);
        page.show();
        page.showFolder(Folder::all, {});
        QTRY_COMPARE(page.chosen().text, u"p0"_s);
        auto *bar = page.table()->verticalScrollBar();
        const int where = 40 * PayoutRowDelegate::rowHeight();
        bar->setValue(where);
        newcomers = 1;
        desk.generatedTotal = 1001;
        Q_EMIT desk.listChanged();
        QTRY_COMPARE(page.model().rowCount(), 1001);
        QTRY_COMPARE(page.table()->currentIndex().row(), 1);
        QCOMPARE(bar->value(), where);
        page.choose(PayoutId{u"p3"_s});
        QVERIFY(bar->value() < where);
    }

    void aClickChoosesTheRowThatCameToThePlaceOfTheChosenOne()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        samples::fill(desk);
        PayoutListPage page(desk, clock);
        page.resize(900, 600);
        page.show();
        page.showFolder(Folder::toReview, {});
        QTRY_COMPARE(page.chosen().text, u"p1"_s);
        QTest::keyClick(page.table(), Qt::Key_Shift);
        desk.rows.removeFirst();
        Q_EMIT desk.listChanged();
        QTRY_COMPARE(page.model().rowCount(), 2);
        QVERIFY(!page.table()->selectionModel()->hasSelection());
        const QModelIndex first = page.model().index(0, PayoutListModel::recipientColumn);
        QTest::mouseClick(page.table()->viewport(), Qt::LeftButton, {}, page.table()->visualRect(first).center());
        QVERIFY(page.table()->selectionModel()->isRowSelected(0));
        QCOMPARE(page.chosen().text, u"p2"_s);
    }

    void aDraftSaysWhatItLooksLike()
    {
        ListRow row;
        row.repeats = {41, 7};
        QCOMPARE(statusText(row, {}).words, u"Draft · looks like No. 41"_s);
        row.newRecipient = true;
        QCOMPARE(statusText(row, {}).words, u"Draft · new recipient"_s);
    }

    void aRowSaysForGoodThatTheBankNamedAnotherRecipient_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<QString>("words");
        QTest::addRow("review") << PayoutState::review << u"Review: another recipient"_s;
        QTest::addRow("mismatch") << PayoutState::mismatch << u"Review: another recipient"_s;
        QTest::addRow("being paid") << PayoutState::executing << u"Being paid · another recipient"_s;
        QTest::addRow("paid") << PayoutState::paid << u" · another recipient"_s;
        QTest::addRow("returned") << PayoutState::returned << u" · another recipient"_s;
    }
    void aRowSaysForGoodThatTheBankNamedAnotherRecipient()
    {
        QFETCH(PayoutState, state);
        QFETCH(QString, words);
        samples::StillClock clock;
        ListRow row =
            samples::row(1, state, u"Ivanov Ivan Ivanovich"_s, u"40817810400003869535"_s, 1, u"x"_s, u"differences"_s);
        QVERIFY(!statusText(row, clock.now()).words.contains(u"another"_s));
        row.otherRecipient = true;
        const StatusText text = statusText(row, clock.now());
        QVERIFY2(text.words.endsWith(words), qPrintable(text.words));
        QCOMPARE(text.grade, StatusGrade::danger);
        QCOMPARE(text.gutter, u"≠"_s);
    }

    void oldRowsStayUntilNewOnesArrive()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        samples::fill(desk);
        PayoutListModel model(desk, clock);
        model.setQuery(Folder::all, {});
        QTRY_COMPARE(model.rowCount(), 10);
        desk.holdAnswers = true;
        model.setQuery(Folder::toReview, {});
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 10);
        model.setQuery(Folder::paid, {}); // the answer to the question before comes too late
        desk.release();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowAt(0)->state, PayoutState::paid);
    }

    void aFailedReadingIsSaidInWords()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        desk.pageError = Error{ErrorCode::storeDamaged, u"x"_s};
        PayoutListPage page(desk, clock);
        page.show();
        page.showFolder(Folder::all, {});
        auto *problem = page.findChild<Note *>(u"listProblem"_s);
        QTRY_VERIFY(problem->text().contains(u"damaged"));
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->findChild<QLabel *>(u"noteText"_s)->textFormat(), Qt::PlainText);
    }

    /// At its narrowest the list shows every standing whole, with its marks.
    void noStandingIsCutAtTheSmallestSize()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        samples::fill(desk);
        for (ListRow &row : desk.rows)
            row.newRecipient = true;
        PayoutListPage page(desk, clock);
        page.resize(page.minimumSizeHint().width(), 700);
        page.show();
        page.showFolder(Folder::all, {});
        QTRY_COMPARE(page.model().rowCount(), 10);
        const QTableView *table = page.table();
        QVERIFY(!table->isColumnHidden(PayoutListModel::statusColumn));
        const int width = table->columnWidth(PayoutListModel::statusColumn);
        const int end = table->columnViewportPosition(PayoutListModel::statusColumn) + width;
        QVERIFY2(end <= table->viewport()->width(), qPrintable(QString::number(end)));
        for (int row = 0; row < page.model().rowCount(); ++row) {
            const QString words = page.model().index(row, PayoutListModel::statusColumn).data().toString();
            QVERIFY2(words.contains(u"new recipient"_s) || isFinal(page.model().rowAt(row)->state), qPrintable(words));
            QVERIFY2(PayoutRowDelegate::statusWidth({words}, 3) <= width, qPrintable(words));
        }
        QVERIFY(table->rowHeight(0) >= 3 * QFontMetrics(textFont()).height());
        takePictures(page, u"list-narrowest"_s);
    }

    void generalAlarmsAreNotContradictedByTheEmptyList()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        PayoutListPage page(desk, clock);
        page.show();
        page.showFolder(Folder::needsAttention, {});
        auto *message = page.findChild<QLabel *>(u"listMessage"_s);
        QTRY_VERIFY(message->text().startsWith(u"Nothing needs your attention."_s));
        AlarmRecord ahead;
        ahead.kind = AlarmKind::journalAhead;
        desk.overviewAnswer.generalAlarms.append(ahead);
        Q_EMIT desk.overviewChanged();
        QTRY_VERIFY(!message->text().contains(u"Nothing needs"_s));
        QVERIFY(message->text().startsWith(u"There is no payout here"_s));
    }

    void emptyFoldersSaySo()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        PayoutListPage page(desk, clock);
        page.show();
        page.showFolder(Folder::toReview, {});
        auto *message = page.findChild<QLabel *>(u"listMessage"_s);
        QTRY_VERIFY(message->text().startsWith(u"Nothing waits for your review. This folder holds"_s));
    }

    void hostileTextsAreGivenOutAsTheyAre()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        const QString hostile = u"<img src=x><b>Bank</b>\n\u202E & ООО «Вектор» %1"_s;
        desk.rows = {samples::row(1, PayoutState::review, hostile, u"<i>1</i>"_s, 1, hostile)};
        PayoutListPage page(desk, clock);
        page.resize(900, 400);
        page.show();
        page.showFolder(Folder::all, {});
        QTRY_COMPARE(page.model().rowCount(), 1);
        QCOMPARE(page.model().index(0, PayoutListModel::recipientColumn).data().toString(), hostile);
        QVERIFY(!page.grab().isNull());
    }

    void amountsAndAccountsAreNeverCut_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {520, 640, 760, 1200})
            QTest::addRow("%d pixels", width) << width;
    }
    void amountsAndAccountsAreNeverCut()
    {
        QFETCH(int, width);
        FakePayoutDesk desk;
        samples::StillClock clock;
        samples::fill(desk);
        PayoutListPage page(desk, clock);
        page.resize(width, 600);
        page.show();
        page.showFolder(Folder::all, {});
        QTRY_COMPARE(page.model().rowCount(), 10);
        QVERIFY(page.table()->columnWidth(PayoutListModel::recipientColumn) >= PayoutRowDelegate::accountWidth());
        QVERIFY(page.table()->columnWidth(PayoutListModel::amountColumn) >= PayoutRowDelegate::amountWidth());
        const QFontMetrics metrics(textFont());
        for (int row = 0; row < page.model().rowCount(); ++row) {
            const QModelIndex status = page.model().index(row, PayoutListModel::statusColumn);
            const int room = page.table()->columnWidth(PayoutListModel::statusColumn) - 44;
            const QRect needed =
                metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, status.data().toString());
            QVERIFY2(needed.height() <= PayoutRowDelegate::rowHeight() && needed.width() <= room,
                     qPrintable(status.data().toString()));
        }
    }
};

QTEST_MAIN(TestPayoutList)
#include "tst_ui_payoutlist.moc"
