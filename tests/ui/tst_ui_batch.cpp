#include "batchscenes.h"
#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/samplepayouts.h"
#include "ui/batch/senddraftswindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>

using namespace countersign;
using namespace countersign::ui;

namespace {

const QString notDeducted = u"Payouts that the bank has already been asked for are not deducted."_s;

struct Drafts : Shown<SendDraftsWindow>
{
    explicit Drafts(int count)
    {
        for (int i = 1; i <= count; ++i)
            desk.rows.append(row(i, PayoutState::draft));
        desk.rows.last().newRecipient = true;
        desk.balances[u"40702810300200000013"_s] =
            Balance{u"40702810300200000013"_s, *Money::parse(u"1000000,00"_s), clock.now()};
    }
    void open()
    {
        window = new SendDraftsWindow(desk, EnvironmentKind::practice);
        window->show();
        QTRY_COMPARE(table()->model()->rowCount(), desk.rows.size());
    }
};

} // namespace

/// Many payouts at once: what may go together goes together, and nothing else.
class TestUiBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void aLongNameLeavesTheAccountInSight()
    {
        Drafts batch(2);
        batch.desk.rows.last().newRecipient = false;
        batch.desk.rows.last().recipientName = u"Очень длинное наименование получателя, которое не помещается"_s;
        batch.open();
        batch.table()->setCurrentIndex({});
        const auto accountLine = [&batch](int row) {
            const QRect cell =
                batch.table()->visualRect(batch.table()->model()->index(row, BatchModel::recipientColumn));
            const int besideTheTick = 40;
            return batch.table()
                ->viewport()
                ->grab(cell.adjusted(besideTheTick, cell.height() / 2 + 1, 0, -2))
                .toImage();
        };
        QVERIFY(!accountLine(0).isNull());
        QCOMPARE(accountLine(1), accountLine(0));
    }

    void showsCountTotalAndWhatTheBalanceLeaves()
    {
        Drafts drafts(5);
        drafts.open();
        QTRY_COMPARE(drafts.label("batchTotal"), u"4 payouts · 592 000,10 ₽"_s); // the new recipient is not chosen
        QTRY_COMPARE(drafts.label("batchBalance"),
                     u"Balance 1 000 000,00 ₽; 407 999,90 ₽ would be left.\n"_s + notDeducted);
        drafts.tick(0);
        QCOMPARE(drafts.label("batchTotal"), u"3 payouts · 444 000,09 ₽"_s);
        drafts.click("chooseNone");
        QVERIFY(!drafts.button("batchSend")->isEnabled());
        drafts.click("chooseAll");
        QCOMPARE(drafts.button("batchSend")->text(), u"Send 4 for checking"_s);
        takePictures(*drafts.window, u"batch-drafts"_s);
    }

    void saysWhatIsMissing()
    {
        Drafts drafts(9);
        drafts.open();
        QTRY_COMPARE(drafts.label("batchBalance"),
                     u"Balance 1 000 000,00 ₽: 184 000,36 ₽ are missing for all of them.\n"_s + notDeducted);
    }

    void eachAccountIsHeldAgainstItsOwnDrafts()
    {
        const QString other = u"40702810600200000014"_s;
        Drafts drafts(7);
        for (int i = 3; i < 6; ++i)
            drafts.desk.rows[i].senderAccount = other;
        drafts.desk.balances[other] = Balance{other, *Money::parse(u"200000,00"_s), drafts.clock.now()};
        drafts.open();
        QTRY_COMPARE(drafts.label("batchBalance"),
                     u"Account …0013: balance 1 000 000,00 ₽; 555 999,94 ₽ would be left.\n"
                     u"Account …0014: balance 200 000,00 ₽, 244 000,15 ₽ are missing.\n"_s +
                         notDeducted);
        for (int row = 3; row < 6; ++row)
            drafts.tick(row);
        QCOMPARE(drafts.label("batchBalance"),
                 u"Account …0013: balance 1 000 000,00 ₽; 555 999,94 ₽ would be left.\n"_s + notDeducted);
    }

    void aBalanceThatIsNotKnownIsSaidOfItsAccount()
    {
        Drafts drafts(3);
        drafts.desk.rows[1].senderAccount = u"40702810600200000014"_s;
        drafts.open();
        QTRY_COMPARE(drafts.label("batchBalance"),
                     u"Account …0013: balance 1 000 000,00 ₽; 851 999,99 ₽ would be left.\n"
                     u"Account …0014: the balance is not known.\n"_s +
                         notDeducted);
    }

    void whereNothingCanBeSentTogetherTheWindowSaysSo()
    {
        Drafts drafts(2);
        drafts.desk.rows.first().newRecipient = true;
        drafts.open();
        QVERIFY(!drafts.button("chooseAll")->isEnabled());
        QVERIFY2(drafts.label("batchProgress").startsWith(u"None of these drafts can be sent with others"_s),
                 qPrintable(drafts.label("batchProgress")));
    }

    void whatKeepsADraftBackIsReadInFullAndTheDraftOpened()
    {
        Drafts drafts(2);
        drafts.open();
        const QModelIndex why = drafts.table()->model()->index(1, BatchModel::standingColumn);
        const QRect cell = drafts.table()->visualRect(why);
        const QRect needed = drafts.table()->fontMetrics().boundingRect(QRect(0, 0, cell.width() - 10, 1000),
                                                                        Qt::TextWordWrap, why.data().toString());
        QVERIFY2(needed.height() <= cell.height(), qPrintable(why.data().toString()));
        const QSignalSpy wanted(drafts.window, &SendDraftsWindow::draftWanted);
        drafts.table()->setFocus();
        drafts.table()->selectRow(1);
        QTest::keyClick(drafts.table(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<PayoutId>().text, u"p2"_s);
    }

    void aNewRecipientCannotBeChosenHere()
    {
        Drafts drafts(3);
        drafts.open();
        QVERIFY(drafts.standing(2).startsWith(u"New or changed recipient"));
        drafts.tick(2);
        drafts.click("chooseAll");
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.desk.acts, (QStringList{u"sendForChecking p1"_s, u"sendForChecking p2"_s}));
        QTRY_COMPARE(drafts.label("batchProgress"), u"2 of 2 sent."_s);
        QCOMPARE(drafts.standing(0), u"Sent for checking"_s);
    }

    void whatLooksLikeAnotherPayoutCannotBeChosenHere()
    {
        Drafts drafts(3);
        drafts.desk.rows.last().newRecipient = false;
        drafts.desk.rows[1].repeats = {41, 7};
        drafts.open();
        QCOMPARE(drafts.standing(1), u"Looks like No. 41: open it and say that it is another payout."_s);
        drafts.tick(1);
        drafts.click("chooseAll");
        QTRY_COMPARE(drafts.label("batchTotal"), u"2 payouts · 296 000,04 ₽"_s);
        takePictures(*drafts.window, u"batch-repeat"_s);
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.desk.acts, (QStringList{u"sendForChecking p1"_s, u"sendForChecking p3"_s}));
    }

    void sendsTheDraftsThatAreListedAndNoOthers()
    {
        Drafts drafts(3);
        for (ListRow &row : drafts.desk.rows)
            row.draft = row.id.text.toUtf8();
        drafts.open();
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.desk.sendingActs.size(), 2);
        QCOMPARE(drafts.desk.sendingActs.first().draftSha256, sha256Hex("p1"));
        QCOMPARE(drafts.desk.sendingActs.last().draftSha256, sha256Hex("p2"));
    }

    void aListThatMovesWhileItIsReadIsReadAgain_data()
    {
        QTest::addColumn<bool>("goes");
        QTest::addRow("the first one is sent meanwhile") << true;
        QTest::addRow("another one comes before it") << false;
    }

    /// More than one page of them: none is left out, and none stands there twice.
    void aListThatMovesWhileItIsReadIsReadAgain()
    {
        QFETCH(bool, goes);
        Drafts drafts(1500);
        drafts.desk.holdAnswers = true;
        drafts.window = new SendDraftsWindow(drafts.desk, EnvironmentKind::practice);
        QCOMPARE(drafts.desk.queries.size(), 1);
        if (goes)
            drafts.desk.rows.removeFirst();
        else
            drafts.desk.rows.prepend(row(1501, PayoutState::draft));
        drafts.desk.holdAnswers = false;
        drafts.desk.release();
        drafts.window->show();
        QTRY_COMPARE(drafts.table()->model()->rowCount(), drafts.desk.rows.size());
        QStringList expected;
        for (const ListRow &each : std::as_const(drafts.desk.rows))
            expected += each.recipientName;
        QStringList listed;
        for (int place = 0; place < drafts.desk.rows.size(); ++place)
            listed += drafts.table()->model()->index(place, 0).data().toString().section(u'\n', 0, 0);
        expected.sort();
        listed.sort();
        QCOMPARE(listed, expected);
    }

    void noMoreAreListedThanCanBeSaid()
    {
        Drafts drafts(SendDraftsWindow::mostDrafts + 7);
        drafts.window = new SendDraftsWindow(drafts.desk, EnvironmentKind::practice);
        drafts.window->show();
        QTRY_COMPARE(drafts.table()->model()->rowCount(), SendDraftsWindow::mostDrafts);
    }

    void aDraftThatChangesIsShownAnewAndLeftOut()
    {
        Drafts drafts(4);
        drafts.open();
        QTRY_COMPARE(drafts.label("batchTotal"), u"3 payouts · 444 000,06 ₽"_s);
        drafts.desk.rows[0].draft = "another account";
        drafts.desk.rows[0].recipientAccount = u"40702810900000000013"_s;
        Q_EMIT drafts.desk.payoutChanged({u"p1"_s});
        QTRY_COMPARE(drafts.standing(0), u"Changed meanwhile: look at it again."_s);
        QVERIFY(drafts.table()->model()->index(0, 0).data().toString().endsWith(u"0013"));
        QCOMPARE(drafts.label("batchTotal"), u"2 payouts · 296 000,05 ₽"_s);
        takePictures(*drafts.window, u"batch-changed"_s);
        drafts.find<QComboBox>("batchOrder")->setCurrentIndex(2);
        QCOMPARE(drafts.standing(3), u"Changed meanwhile: look at it again."_s);
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.desk.acts, (QStringList{u"sendForChecking p3"_s, u"sendForChecking p2"_s}));
    }

    void aDraftThatWasRefusedAsChangedIsReadAgain()
    {
        Drafts drafts(3);
        drafts.desk.actAnswers[u"sendForChecking"_s] = fail(ErrorCode::staleView);
        drafts.open();
        const auto asked = drafts.desk.queries.size();
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.standing(0), u"Still a draft. It was changed after it was listed here."_s);
        QTRY_VERIFY(drafts.desk.queries.size() > asked);
    }

    void whatIsSentOrGoneKeepsItsRowInAnotherOrder()
    {
        Drafts drafts(4);
        drafts.open();
        drafts.tick(2);
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.label("batchProgress"), u"2 of 2 sent."_s);
        drafts.desk.rows.remove(0, 2);
        drafts.desk.rows.removeLast();
        drafts.desk.rows.append(row(9, PayoutState::draft));
        Q_EMIT drafts.desk.payoutChanged({u"p4"_s});
        QTRY_COMPARE(drafts.table()->model()->rowCount(), 5);
        drafts.find<QComboBox>("batchOrder")->setCurrentIndex(2);
        QStringList said;
        for (int place = 0; place < 5; ++place)
            said += drafts.standing(place);
        QCOMPARE(said, (QStringList{u"Draft"_s, u"No longer a draft."_s, u"Draft"_s, u"Sent for checking"_s,
                                    u"Sent for checking"_s}));
        QVERIFY(!drafts.button("batchSend")->isEnabled()); // p9 came later: nobody has chosen it
        drafts.click("chooseAll");
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.desk.acts.mid(2), (QStringList{u"sendForChecking p9"_s, u"sendForChecking p3"_s}));
    }

    void orderAndPaceAreToldAndComeBack()
    {
        Drafts drafts(3);
        drafts.open();
        QCOMPARE(drafts.window->habit(), BatchHabit());
        QList<BatchHabit> told;
        connect(drafts.window, &SendDraftsWindow::habitChanged, this,
                [&told](const BatchHabit &habit) { told.append(habit); });
        auto *pace = drafts.find<QComboBox>("batchPace");
        pace->setFocus();
        QTest::keyClick(pace, Qt::Key_Down);
        auto *order = drafts.find<QComboBox>("batchOrder");
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Down);
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.last(), (BatchHabit{.order = 1, .perMinute = 60}));

        Drafts next(3);
        next.open();
        next.window->setHabit(told.last());
        QCOMPARE(next.window->habit(), told.last());
        next.window->setHabit({.order = 77, .perMinute = 13}); // of another version
        QCOMPARE(next.window->habit(), told.last());
    }

    void theWindowOfTheNextTimeBeginsSo()
    {
        Drafts drafts(3);
        FakeRecipientBook book;
        FakeTemplateBook templates;
        MainWindow main(drafts.desk, drafts.clock, samples::sampleOffers, WindowFacts{});
        Windows windows(drafts.desk, book, templates, drafts.clock, main);
        windows.setBatchHabit({.order = 2, .perMinute = 6});
        Q_EMIT main.sendDraftsRequested();
        const auto *opened = main.findChild<SendDraftsWindow *>();
        QVERIFY(opened);
        QCOMPARE(opened->habit(), (BatchHabit{.order = 2, .perMinute = 6}));
    }

    void goesInTheChosenOrderAndKeepsTheChoice()
    {
        Drafts drafts(4);
        drafts.open();
        drafts.tick(0); // p1 stays behind
        drafts.find<QComboBox>("batchOrder")->setCurrentIndex(2);
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.desk.acts, (QStringList{u"sendForChecking p3"_s, u"sendForChecking p2"_s}));
    }

    void pausesAndSaysWhyWhenSendingIsFrozen()
    {
        Drafts drafts(8);
        drafts.desk.actAnswers[u"sendForChecking"_s] = fail(ErrorCode::frozen);
        drafts.open();
        drafts.click("batchSend");
        QTRY_VERIFY(drafts.label("batchProgress").startsWith(u"Paused: 0 of 7 sent."));
        QVERIFY(drafts.label("batchProgress").contains(u"frozen"_s, Qt::CaseInsensitive));
        drafts.desk.actAnswers.clear();
        QCOMPARE(drafts.button("batchPause")->text(), u"Go on"_s);
        drafts.click("batchPause");
        QTRY_COMPARE(drafts.label("batchProgress"), u"7 of 7 sent."_s);
    }

    void enterFortyTimesSendsNothing()
    {
        Drafts drafts(5);
        drafts.open();
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(drafts.window.data(), Qt::Key_Return);
        QVERIFY(drafts.desk.acts.isEmpty());
    }
};

QTEST_MAIN(TestUiBatch)
#include "tst_ui_batch.moc"
