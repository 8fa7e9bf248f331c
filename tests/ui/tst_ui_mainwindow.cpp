#include "pictures.h"
#include "support/samplepayouts.h"
#include "ui/models/foldermodel.h"
#include "ui/models/payoutlistmodel.h"
#include "ui/payouts/detailspane.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

/// The real window before a scripted desk, worked with keys and clicks.
class TestMainWindow : public QObject
{
    Q_OBJECT

    /// One window over a desk as in the pictures.
    struct Stage
    {
        explicit Stage(
            Environment environment = Environment::practice,
            const std::function<void(FakePayoutDesk &)> &change = [](FakePayoutDesk &) {})
        {
            samples::fill(desk);
            change(desk);
            WindowFacts facts;
            facts.environment = environment;
            facts.companyName = u"ABC LLC"_s;
            facts.operatorName = u"A. Petrova"_s;
            facts.policyWords = u"one person"_s;
            facts.accounts = {AccountNumber::parse(u"40702810300200000013").value()};
            window = std::make_unique<MainWindow>(desk, clock, samples::sampleOffers, facts);
            window->show();
        }
        template <class Widget>
        Widget *find(const char *name) const
        {
            return window->findChild<Widget *>(QLatin1String(name));
        }
        QTableView *table() const { return find<QTableView>("payoutTable"); }
        bool rowsShown(int count) const { return table()->model()->rowCount() == count; }
        QString frozenHeadline() const
        {
            const auto *note = find<QWidget>("frozenNote");
            return note->isVisible() ? note->findChild<QLabel *>(u"noteHeadline"_s)->text() : QString();
        }

        FakePayoutDesk desk;
        samples::StillClock clock;
        std::unique_ptr<MainWindow> window;
    };

    static QString shownName(const Stage &stage) { return stage.find<QLabel>("detailsName")->text(); }

    /// Writes what the window shows where COUNTERSIGN_PICTURES names a folder.
    static void picture(QWidget &window, const QString &name)
    {
        const QString folder = qEnvironmentVariable("COUNTERSIGN_PICTURES");
        if (folder.isEmpty()) return;
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents(); // layouts settle
        window.grab().save(QDir(folder).filePath(name + u".png"_s));
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

    /// Built anew for another language, the window must not put another payout under the next key.
    void anotherWindowGoesOnWhereThisOneWas()
    {
        const Stage stage;
        QTRY_VERIFY(stage.table()->model()->rowCount() > 0);
        stage.window->showPayout({u"p8"_s});
        stage.window->showFolder(Folder::all);
        QTRY_VERIFY(stage.rowsShown(10));
        stage.table()->setCurrentIndex(stage.table()->model()->index(7, 0));
        const Stage next;
        next.window->showPlaceOf(*stage.window);
        QTRY_VERIFY(next.rowsShown(10));
        QTRY_COMPARE(next.table()->currentIndex().row(), 7);
        QTRY_COMPARE(shownName(next), shownName(stage));
    }

    void opensWithWhatIsToReview()
    {
        Stage stage;
        QTRY_VERIFY(stage.rowsShown(3));
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        QTRY_COMPARE(stage.find<QPushButton>("reviewButton")->text(), u"Review 3"_s);
        QTRY_COMPARE(stage.find<QLabel>("balance")->text(), u"12 340 500,00 ₽"_s.replace(u' ', QChar(0xA0)));
        QVERIFY(stage.find<QLabel>("bankStatus")->text().contains(u"Bank reachable"));
        QVERIFY(stage.find<QLabel>("personStatus")->text().contains(u"one person"));
    }

    void saysWhereTheMoneyGoes_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("word");
        QTest::addRow("practice bank") << Environment::practice << u"PRACTICE"_s;
        QTest::addRow("test stand") << Environment::demo << u"DEMO"_s;
        QTest::addRow("real money") << Environment::live << u"LIVE"_s;
    }
    void saysWhereTheMoneyGoes()
    {
        QFETCH(Environment, environment);
        QFETCH(QString, word);
        Stage stage(environment);
        const auto *stripe = stage.find<QWidget>("environmentStripe");
        QVERIFY(stripe->isVisible());
        QVERIFY(stripe->accessibleName().startsWith(word));
    }

    void paymentsAreImportedByKeyOrByDroppingAFile()
    {
        Stage stage;
        QSignalSpy wanted(stage.window.get(), &MainWindow::importRequested);
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTest::keyClick(stage.window.get(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.takeFirst().first().toString(), QString());
        for (const auto &[url, taken] : {std::pair(QUrl::fromLocalFile(u"/tmp/1c_to_kl.txt"_s), true),
                                         std::pair(QUrl(u"https://example.org/1c_to_kl.txt"_s), false)}) {
            QMimeData data;
            data.setUrls({url});
            QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            enter.ignore();
            QCoreApplication::sendEvent(stage.window.get(), &enter);
            QCOMPARE(enter.isAccepted(), taken);
            if (!taken) continue;
            QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(stage.window.get(), &drop);
            QCOMPARE(wanted.takeFirst().first().toString(), u"/tmp/1c_to_kl.txt"_s);
        }
        QVERIFY(wanted.isEmpty());
    }

    void whatComesIntoAnEmptyFolderIsChosen()
    {
        Stage stage(Environment::practice, [](FakePayoutDesk &desk) {
            desk.rows.clear();
            desk.countsAnswer = QList<qint64>(folderCount, 0);
        });
        QTRY_VERIFY(stage.find<QLabel>("listMessage")->isVisible());
        stage.desk.rows = samples::pictureRows().mid(0, 1);
        Q_EMIT stage.desk.listChanged();
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
    }

    void beginsWithTheFirstFolderThatHoldsWork()
    {
        Stage stage(Environment::practice, [](FakePayoutDesk &desk) {
            desk.rows = {samples::pictureRows().at(5)};
            desk.countsAnswer = {0, 1, 0, 0, 0, 0, 0, 0, 0, 1};
        });
        QTRY_COMPARE(shownName(stage), u"Orion LLC"_s);
    }

    void theAddressBookIsAtTheLeftWithItsCount()
    {
        Stage stage;
        auto *side = stage.find<QListView>("navigation");
        const QModelIndex last = side->model()->index(side->model()->rowCount() - 1, 0);
        QCOMPARE(last.data().toString(), u"Recipients"_s);
        QVERIFY(!last.data(FolderModel::countRole).isValid());
        stage.window->setRecipientCount(318);
        QCOMPARE(last.data(FolderModel::countRole).toLongLong(), 318);
        QCOMPARE(last.data(Qt::AccessibleTextRole).toString(), u"Recipients, 318"_s);
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        const QModelIndexList chosen = side->selectionModel()->selectedIndexes();
        QSignalSpy wanted(stage.window.get(), &MainWindow::recipientsRequested);
        QTest::mouseClick(side->viewport(), Qt::LeftButton, {}, side->visualRect(last).center());
        QVERIFY(!wanted.isEmpty());
        QCOMPARE(side->selectionModel()->selectedIndexes(), chosen); // its window is another one: the folder stays
        QCOMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
    }

    void enterDoesTheNextAct()
    {
        Stage stage;
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        QSignalSpy review(stage.window.get(), &MainWindow::reviewRequested);
        QTest::keyClick(stage.table(), Qt::Key_Return);
        QCOMPARE(review.size(), 1);
        QCOMPARE(review.first().first().value<PayoutId>().text, u"p1"_s);
    }

    void arrowsChooseAndTheDetailsFollow()
    {
        Stage stage;
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        QTest::keyClick(stage.table(), Qt::Key_Down);
        QTRY_COMPARE(shownName(stage), u"Vector LLC"_s);
    }

    void keysAskForFormAndReview()
    {
        Stage stage;
        QTRY_VERIFY(stage.rowsShown(3));
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QSignalSpy form(stage.window.get(), &MainWindow::newPayoutRequested);
        QSignalSpy review(stage.window.get(), &MainWindow::reviewRequested);
        QTRY_VERIFY(stage.find<QPushButton>("reviewButton")->isEnabled());
        QTest::keyClick(stage.window.get(), Qt::Key_N, Qt::ControlModifier);
        QTest::keyClick(stage.window.get(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(form.size(), 1);
        QCOMPARE(review.size(), 1);
    }

    void searchNarrowsTheFolderAndEscLeavesIt()
    {
        Stage stage;
        QTRY_VERIFY(stage.rowsShown(3));
        auto *search = stage.find<QLineEdit>("search");
        search->setFocus();
        QTest::keyClicks(search, u"vector"_s);
        QTRY_VERIFY(stage.rowsShown(1));
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(stage.rowsShown(3));
        QVERIFY(search->text().isEmpty());
    }

    void untilSomebodyTouchesTheWindowTheFirstRowIsShown()
    {
        Stage stage;
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        stage.desk.rows[0].state = PayoutState::cancelled;
        Q_EMIT stage.desk.listChanged();
        QTRY_COMPARE(shownName(stage), u"Vector LLC"_s);
        QTRY_VERIFY(stage.table()->selectionModel()->isRowSelected(0));
        QTest::keyClick(stage.table(), Qt::Key_Shift);
        stage.desk.rows[1].state = PayoutState::cancelled;
        Q_EMIT stage.desk.listChanged();
        QTRY_VERIFY(stage.rowsShown(1));
        QCOMPARE(shownName(stage), u"Vector LLC"_s);
    }

    void aSearchThatFindsNothingHereSaysWhatItFindsElsewhere()
    {
        Stage stage;
        QTRY_VERIFY(stage.rowsShown(3));
        auto *search = stage.find<QLineEdit>("search");
        QTest::keyClicks(search, u"Kuznetsov"_s);
        auto *all = stage.find<QPushButton>("showAllFound");
        QTRY_VERIFY(all->isVisible());
        QCOMPARE(all->text(), u"Show 1 found in all payouts"_s);
        picture(*stage.window, u"found-elsewhere"_s);
        all->click();
        QTRY_VERIFY(stage.rowsShown(1));
        QCOMPARE(search->text(), u"Kuznetsov"_s);
        QVERIFY(!all->isVisible());
        search->setText(u"nobody of that name"_s);
        QTRY_VERIFY(stage.rowsShown(0));
        QVERIFY(!all->isVisible());
    }

    void theChosenPayoutIsKeptByItsId()
    {
        Stage stage;
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        QTest::keyClick(stage.table(), Qt::Key_Down);
        QTRY_COMPARE(shownName(stage), u"Vector LLC"_s);
        stage.desk.rows.prepend(samples::row(20, PayoutState::review, u"Newcomer"_s, u"40702810500000000001"_s, 1, {}));
        Q_EMIT stage.desk.listChanged();
        QTRY_VERIFY(stage.rowsShown(4));
        QTRY_COMPARE(stage.table()->currentIndex().row(), 2);
        QCOMPARE(shownName(stage), u"Vector LLC"_s);
    }

    void theDetailsFollowAPayoutOutOfItsFolder()
    {
        Stage stage;
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        QTest::keyClick(stage.table(), Qt::Key_Shift);
        stage.desk.rows[0].state = PayoutState::cancelling;
        Q_EMIT stage.desk.payoutChanged(PayoutId{u"p1"_s});
        QTRY_VERIFY(stage.rowsShown(2));
        QCOMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        QVERIFY(!stage.table()->selectionModel()->hasSelection());
    }

    void freezingIsOneActWithARefusableQuestion()
    {
        Stage stage;
        auto *action = stage.find<QAction>("freezeAction");
        action->trigger();
        auto *act = stage.find<QWidget>("freezeBar")->findChild<QPushButton *>(u"reasonAct"_s);
        auto *reason = stage.find<QWidget>("freezeBar")->findChild<QPlainTextEdit *>(u"reasonEdit"_s);
        QVERIFY(act->isVisible());
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(!act->isVisible());
        QVERIFY(stage.desk.acts.isEmpty());
        action->trigger();
        QTest::keyClicks(reason, u"strange message"_s);
        QTest::mouseClick(act, Qt::LeftButton);
        QTRY_COMPARE(stage.desk.acts, QStringList{u"freeze strange message"_s});
    }

    void aFreezeIsSeenAndLiftedOnlyWithAReason()
    {
        Stage stage;
        QVERIFY(stage.frozenHeadline().isEmpty());
        stage.desk.overviewAnswer.freeze = {true, u"person"_s, u"A. Petrova"_s, u"<b>strange</b>"_s,
                                            samples::pictureTime()};
        Q_EMIT stage.desk.overviewChanged();
        QTRY_VERIFY(stage.frozenHeadline().contains(u"frozen"));
        QTest::mouseClick(stage.find<QPushButton>("liftFreezeButton"), Qt::LeftButton);
        auto *act = stage.find<QWidget>("freezeBar")->findChild<QPushButton *>(u"reasonAct"_s);
        auto *reason = stage.find<QWidget>("freezeBar")->findChild<QPlainTextEdit *>(u"reasonEdit"_s);
        QVERIFY(act->isVisible());
        QVERIFY(!act->isEnabled());
        QTest::keyClicks(reason, u"   "_s);
        QVERIFY(!act->isEnabled());
        QTest::keyClicks(reason, u"bank asked"_s);
        picture(*stage.window, u"frozen"_s);
        stage.desk.actAnswers.insert(u"liftFreeze"_s, fail(ErrorCode::storeWriteFailed));
        QTest::mouseClick(act, Qt::LeftButton);
        QTRY_COMPARE(stage.desk.acts, QStringList{u"liftFreeze bank asked"_s});
        QVERIFY(stage.frozenHeadline().contains(u"frozen")); // until the desk says otherwise
        stage.desk.overviewAnswer.freeze = {};
        Q_EMIT stage.desk.overviewChanged();
        QTRY_VERIFY(stage.frozenHeadline().isEmpty());
    }

    void aRefusalGoesWithTheFreezeThatCausedIt()
    {
        Stage stage;
        stage.desk.overviewAnswer.freeze = {true, u"person"_s, u"A. Petrova"_s, u"x"_s, samples::pictureTime()};
        Q_EMIT stage.desk.overviewChanged();
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        stage.find<DetailsPane>("details")->showRefusal({ErrorCode::frozen, {}});
        QVERIFY(stage.find<QWidget>("refusal")->isVisible());
        stage.desk.overviewAnswer.freeze = {};
        Q_EMIT stage.desk.overviewChanged();
        QVERIFY(!stage.find<QWidget>("refusal")->isVisible());
    }

    void aBalanceOnceKnownStaysWithItsTimeAndIsReadAgainWhenTheBankIsBack()
    {
        Stage stage;
        const QString known = u"12 340 500,00 ₽"_s.replace(u' ', QChar(0xA0));
        QTRY_COMPARE(stage.find<QLabel>("balance")->text(), known);
        const auto balances = std::exchange(stage.desk.balances, {});
        stage.desk.overviewAnswer.bankReachable = false;
        Q_EMIT stage.desk.overviewChanged();
        Q_EMIT stage.desk.noticeRaised({Notice::Kind::paid, PayoutId{u"p7"_s}, u"Kuznetsov Pavel"_s, 800'000});
        QTRY_VERIFY(stage.find<QLabel>("balanceTime")->text().contains(u"not known since"_s));
        QCOMPARE(stage.find<QLabel>("balance")->text(), known);
        stage.desk.balances = balances;
        stage.desk.overviewAnswer.bankReachable = true;
        Q_EMIT stage.desk.overviewChanged();
        QTRY_VERIFY(!stage.find<QLabel>("balanceTime")->text().contains(u"not known"_s));
    }

    void newsStandBesideTheOtherTexts()
    {
        FakePayoutDesk desk;
        samples::fill(desk);
        samples::StillClock clock;
        MainWindow window(desk, clock, samples::sampleOffers, WindowFacts{});
        Q_EMIT desk.noticeRaised({Notice::Kind::paid, PayoutId{u"p7"_s}, u"Kuznetsov Pavel"_s, 800'000});
        window.show();
        const auto *news = window.findChild<QLabel *>(u"statusMessage"_s);
        QVERIFY(news->isVisible() && news->text().contains(u"Kuznetsov"_s));
        for (const char *name : {"bankStatus", "webhookStatus", "keyStatus", "personStatus"}) {
            const auto *fact = window.findChild<QLabel *>(QLatin1String(name));
            QVERIFY2(fact->isVisible() && !fact->visibleRegion().isEmpty(), name);
            const QRect there(fact->mapTo(&window, QPoint()), fact->size());
            QVERIFY2(!there.intersects(QRect(news->mapTo(&window, QPoint()), news->size())), name);
        }
        takePictures(window, u"main-news"_s);
    }

    void refusedMessagesAreSeen()
    {
        Stage stage;
        const auto *line = stage.find<QLabel>("webhookStatus");
        QVERIFY(!line->text().contains(u"signature"_s));
        stage.desk.overviewAnswer.refusedMessages = 3;
        Q_EMIT stage.desk.overviewChanged();
        QTRY_VERIFY(line->text().contains(u"wrong signature"_s));
        QVERIFY(line->text().contains(u"3"_s));
    }

    void keysMeantForTheFormDoNotGoOnWithWhatItSent()
    {
        Stage stage;
        QSignalSpy reviews(stage.window.get(), &MainWindow::reviewRequested);
        QTRY_VERIFY(stage.rowsShown(3));
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        stage.window->showPayout(PayoutId{u"p2"_s});
        QTRY_COMPARE(shownName(stage), u"Vector LLC"_s);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(stage.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(reviews.count(), 0);
    }

    void aFailureIsSaidWithWhatHelpsAndCantBeLifted_data()
    {
        QTest::addColumn<ErrorCode>("cause");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("helps");
        const QString disk = u"Check that the disk is connected and sound, save a backup"_s;
        QTest::addRow("disk full") << ErrorCode::diskFull << u"the disk is full"_s << u"Free space on the disk"_s;
        QTest::addRow("disk") << ErrorCode::storeWriteFailed << u"the data could not be written"_s << disk;
        QTest::addRow("journal") << ErrorCode::journalWriteFailed << u"the send journal could not be written"_s << disk;
        QTest::addRow("records") << ErrorCode::storeDamaged << u"the records could not be checked"_s
                                 << u"Restore a backup"_s;
    }

    void aFailureIsSaidWithWhatHelpsAndCantBeLifted()
    {
        QFETCH(ErrorCode, cause);
        QFETCH(QString, said);
        QFETCH(QString, helps);
        Stage stage;
        stage.desk.overviewAnswer.freeze = {.frozen = true, .cause = u"person"_s};
        stage.desk.overviewAnswer.stoppedBy = cause;
        Q_EMIT stage.desk.overviewChanged();
        QTRY_VERIFY2(stage.frozenHeadline().contains(said), qPrintable(stage.frozenHeadline()));
        const QString text = stage.find<QWidget>("frozenNote")->findChild<QLabel *>(u"noteText"_s)->text();
        QVERIFY2(text.contains(helps), qPrintable(text));
        QCOMPARE(text.contains(u"Free space"), cause == ErrorCode::diskFull);
        QVERIFY(!stage.find<QPushButton>("liftFreezeButton")->isVisible());
        picture(*stage.window, u"main-stopped-%1"_s.arg(errorCodeName(cause)));
    }

    void enterInAnEmptyFolderDoesNothing()
    {
        Stage stage;
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        stage.desk.rows.removeIf([](const ListRow &row) { return row.state == PayoutState::draft; });
        stage.window->showFolder(Folder::drafts);
        QTRY_VERIFY(stage.rowsShown(0));
        QSignalSpy review(stage.window.get(), &MainWindow::reviewRequested);
        QTRY_VERIFY(!stage.find<QLabel>("detailsName")->isVisible());
        QTest::keyClick(stage.table(), Qt::Key_Return);
        QVERIFY(review.isEmpty());
    }

    void alarmsOfTheWholeProgramStandUnderNeedsAttention()
    {
        Stage stage;
        stage.desk.overviewAnswer.generalAlarms = {{1, AlarmKind::unmatched, {}, u"ps_1"_s, {}, {}, true}};
        Q_EMIT stage.desk.overviewChanged();
        QVERIFY(!stage.find<QWidget>("generalAlarm"));
        stage.window->showFolder(Folder::needsAttention);
        QTRY_VERIFY(stage.find<QWidget>("generalAlarm"));
        QTRY_VERIFY(stage.rowsShown(1));
    }

    void aNoticeIsToldWithoutTakingTheFocus()
    {
        Stage stage;
        QTRY_VERIFY(stage.rowsShown(3));
        QWidget *focus = stage.window->focusWidget();
        Notice notice;
        notice.kind = Notice::Kind::paid;
        notice.payout = PayoutId{u"p7"_s};
        notice.recipientName = u"Kuznetsov"_s;
        notice.amountKopecks = 800'000;
        Q_EMIT stage.desk.noticeRaised(notice);
        QVERIFY(stage.find<QLabel>("statusMessage")->text().contains(u"Kuznetsov"_s));
        QCOMPARE(stage.window->focusWidget(), focus);
    }

    void theCopiedAccountHasNoSpaces()
    {
        Stage stage;
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTest::keyClick(stage.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"40817810400003869535"_s);
    }

    void menusHoldAllFoldersAndLooks()
    {
        Stage stage;
        QSignalSpy looks(stage.window.get(), &MainWindow::appearanceChosen);
        QStringList entries;
        for (const QMenu *menu : stage.window->menuBar()->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                entries << action->text();
                if (action->text() == u"&Dark") action->trigger();
            }
        }
        QVERIFY(entries.contains(u"Needs attention"_s));
        QVERIFY(entries.contains(u"All payouts"_s));
        QCOMPARE(looks.size(), 1);
        QCOMPARE(looks.first().first().value<Appearance>(), Appearance::dark);
    }

    void bearsItsSignInEverySize()
    {
        Stage stage;
        const QIcon icon = stage.window->windowIcon();
        for (const int size : {16, 32, 256, 512}) {
            const QImage picture = icon.pixmap(size).toImage();
            QCOMPARE(picture.size(), QSize(size, size));
            QCOMPARE(picture.pixelColor(size / 2, size / 5), QColor(0x1F5FD6)); // above the lines: the ground
        }
    }

    void fitsASmallScreen()
    {
        Stage stage;
        stage.window->resize(1024, 700);
        QTRY_VERIFY(stage.rowsShown(3));
        stage.window->showFolder(Folder::all);
        QTRY_VERIFY(stage.rowsShown(10));
        QCOMPARE(stage.window->size(), QSize(1024, 700));
        const auto *table = stage.table();
        int used = 0;
        for (int column = 0; column < PayoutListModel::columns; ++column)
            used += table->columnWidth(column);
        QVERIFY2(used <= table->viewport()->width(),
                 qPrintable(u"%1 of %2"_s.arg(used).arg(table->viewport()->width())));
        picture(*stage.window, u"main-1024"_s);
    }

    void looksAsInThePictures()
    {
        Stage stage;
        stage.window->showFolder(Folder::all);
        QTRY_VERIFY(stage.rowsShown(10));
        stage.window->showPayout(PayoutId{u"p1"_s});
        QTRY_COMPARE(shownName(stage), u"Ivanov Ivan Ivanovich"_s);
        QVERIFY(!stage.window->grab().isNull());
        picture(*stage.window, u"main-light"_s);
        applyTheme(*qApp, Appearance::dark);
        stage.window->showPayout(PayoutId{u"p6"_s});
        QTRY_COMPARE(shownName(stage), u"Orion LLC"_s);
        QVERIFY(coloursOf(stage.window.get()).dark);
        picture(*stage.window, u"unknown-dark"_s);
        applyTheme(*qApp, Appearance::light);
        QVERIFY(!coloursOf(stage.window.get()).dark);
        picture(*stage.window, u"unknown-light"_s);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_ui_mainwindow.moc"
