#include "pictures.h"
#include "reviewsheets.h"
#include "support/fakepayoutdesk.h"
#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/manualclock.h"
#include "support/samplepayouts.h"
#include "ui/batch/batchtable.h"
#include "ui/batch/groupconfirmwindow.h"
#include "ui/batch/senddraftswindow.h"
#include "ui/review/reviewdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <functional>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kopecksEach = 14'800'000;

ListRow row(int number, PayoutState state)
{
    return {.id = {u"p%1"_s.arg(number)},
            .number = number,
            .state = state,
            .recipientName = u"ООО «Вектор» %1"_s.arg(number),
            .recipientAccount = u"40702810500000000001"_s,
            .purpose = u"Оплата по счёту %1 от 03.11.2026. НДС не облагается."_s.arg(number),
            .amountKopecks = kopecksEach + number,
            .senderAccount = u"40702810300200000013"_s};
}

QString spaced(const QString &text)
{
    return QString(text).replace(QChar(0xA0), u' ');
}

template <class Window>
struct Shown
{
    FakePayoutDesk desk;
    ManualClock clock;
    QPointer<Window> window;

    ~Shown() { delete window; }
    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return window->template findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    [[nodiscard]] QString label(const char *name) const { return spaced(find<QLabel>(name)->text()); }
    [[nodiscard]] BatchTable *table() const { return find<BatchTable>("batchTable"); }
    [[nodiscard]] QString standing(int number) const
    {
        return table()->model()->index(number, BatchModel::standingColumn).data().toString();
    }
    void tick(int number) const
    {
        const QModelIndex index = table()->model()->index(number, 0);
        const bool ticked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
        table()->model()->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
};

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

struct Reviews : Shown<GroupConfirmWindow>
{
    explicit Reviews(int count)
    {
        for (int i = 1; i <= count; ++i) {
            const ListRow each = row(i, PayoutState::review);
            desk.rows.append(each);
            ReviewSheet sheet = ReviewCase().sheet();
            sheet.payout = each.id;
            sheet.viewSha256 = "view " + QByteArray::number(i);
            sheet.confirmPossible = true;
            desk.sheets.insert(each.id, sheet);
            PayoutDossier dossier;
            dossier.payout.state = PayoutState::review;
            dossier.confirmInfo = sheet.info;
            desk.dossiers.insert(each.id, dossier);
        }
    }
    ReviewSheet &sheet(int number) { return **desk.sheets.find({u"p%1"_s.arg(number)}); }
    void open(qsizetype rows)
    {
        window = new GroupConfirmWindow(desk, clock, EnvironmentKind::practice);
        window->show();
        QTRY_COMPARE(table()->model()->rowCount(), rows);
    }
    /// Scrolls through the list and lets three seconds pass.
    void lookAtAll()
    {
        QScrollBar *bar = table()->verticalScrollBar();
        for (int at = 0; at <= bar->maximum(); at += 40)
            bar->setValue(at);
        bar->setValue(bar->maximum());
        QTRY_VERIFY(table()->allSeen());
        QTRY_VERIFY(label("groupStanding").contains(u"moment"_s) || button("groupConfirm")->isEnabled());
        clock.advance(GroupConfirmWindow::shortestLook);
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
        QTRY_COMPARE(drafts.label("batchBalance"), u"Balance 1 000 000,00 ₽; 407 999,90 ₽ would be left."_s);
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
                     u"Balance 1 000 000,00 ₽: 184 000,36 ₽ are missing for all of them."_s);
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
                     u"Account …0014: balance 200 000,00 ₽, 244 000,15 ₽ are missing."_s);
        for (int row = 3; row < 6; ++row)
            drafts.tick(row);
        QCOMPARE(drafts.label("batchBalance"),
                 u"Account …0013: balance 1 000 000,00 ₽; 555 999,94 ₽ would be left."_s);
    }

    void aBalanceThatIsNotKnownIsSaidOfItsAccount()
    {
        Drafts drafts(3);
        drafts.desk.rows[1].senderAccount = u"40702810600200000014"_s;
        drafts.open();
        QTRY_COMPARE(drafts.label("batchBalance"),
                     u"Account …0013: balance 1 000 000,00 ₽; 851 999,99 ₽ would be left.\n"
                     u"Account …0014: the balance is not known."_s);
    }

    void aNewRecipientCannotBeChosenHere()
    {
        Drafts drafts(3);
        drafts.open();
        QVERIFY(drafts.standing(2).startsWith(u"New recipient"));
        drafts.tick(2);
        drafts.click("chooseAll");
        drafts.click("batchSend");
        QTRY_COMPARE(drafts.desk.acts, (QStringList{u"sendForChecking p1"_s, u"sendForChecking p2"_s}));
        QTRY_COMPARE(drafts.label("batchProgress"), u"2 of 2 sent."_s);
        QCOMPARE(drafts.standing(0), u"Sent for checking"_s);
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

    void confirmsTogetherWhatIsTheSameAfterTheWholeListWasShown()
    {
        Reviews reviews(30);
        reviews.open(30);
        QVERIFY(!reviews.button("groupConfirm")->isEnabled());
        QTRY_VERIFY(reviews.label("groupStanding").startsWith(u"Scroll"));
        reviews.lookAtAll();
        QTRY_VERIFY(reviews.button("groupConfirm")->isEnabled());
        QCOMPARE(spaced(reviews.button("groupConfirm")->text()), u"Confirm 30 payouts of 4 440 000,00 ₽ in all"_s);
        takePictures(*reviews.window, u"batch-confirm"_s);
        reviews.click("groupConfirm");
        QTRY_COMPARE(reviews.label("groupStanding"), u"30 payouts confirmed."_s);
        QCOMPARE(reviews.desk.decisions.size(), 30);
        QSet<QByteArray> views;
        for (const ReviewAct &act : std::as_const(reviews.desk.decisions)) {
            QCOMPARE(act.kind, DecisionKind::approve);
            QVERIFY(act.ticks.isEmpty() && act.typedDigits.isEmpty() && act.reason.isEmpty());
            views.insert(act.viewSha256);
        }
        QCOMPARE(views.size(), 30); // each its own
    }

    void whatIsMarkedNeverGoesWithTheOthers_data()
    {
        using Mark = std::function<void(ReviewSheet &)>;
        QTest::addColumn<Mark>("mark");
        const auto answered = [](QString ReviewCase::*member, const QString &text) {
            ReviewCase other;
            other.*member = text;
            return Mark([other](ReviewSheet &sheet) { sheet.comparison = other.sheet().comparison; });
        };
        const auto acted = [](StandingKind standing) {
            return Mark([standing](ReviewSheet &sheet) {
                sheet.recipientAct.emplace().standing = standing;
                sheet.requiredTicks = {newRecipientTick()};
            });
        };
        const auto warned = [](ReviewField field, FieldWarning warning) {
            return Mark([=](ReviewSheet &sheet) {
                for (ComparedField &row : sheet.comparison.fields) {
                    if (row.field == field) row.warnings = {warning};
                }
            });
        };
        QTest::newRow("recipient replaced") << answered(&ReviewCase::account, u"40702810700000000002"_s);
        QTest::newRow("name differs") << answered(&ReviewCase::name, u"VECTOR LIMITED"_s);
        QTest::newRow("account never paid before") << acted(StandingKind::neverPaid);
        QTest::newRow("account changed since the last payment") << acted(StandingKind::newAccount);
        QTest::newRow("recipient of the account changed") << acted(StandingKind::recipientChanged);
        QTest::newRow("looks like an earlier payout")
            << Mark([](ReviewSheet &sheet) { sheet.duplicateActs.emplace_back().earlierNumber = 3; });
        QTest::newRow("control digit") << warned(ReviewField::recipientAccount, FieldWarning::accountKey);
        QTest::newRow("check digit of the INN") << warned(ReviewField::recipientInn, FieldWarning::innCheckDigit);
        QTest::newRow("not in the directory") << warned(ReviewField::recipientBik, FieldWarning::bikNotInDirectory);
        QTest::newRow("two alphabets in a word") << warned(ReviewField::recipientName, FieldWarning::mixedScripts);
        QTest::newRow("confirm refused") << Mark([](ReviewSheet &sheet) { sheet.confirmPossible = false; });
        QTest::newRow("gesture") << Mark([](ReviewSheet &sheet) { sheet.gestureNeeded = true; });
    }

    void whatIsMarkedNeverGoesWithTheOthers()
    {
        QFETCH(std::function<void(ReviewSheet &)>, mark);
        Reviews reviews(200);
        mark(reviews.sheet(100));
        reviews.open(199);
        QTRY_VERIFY(reviews.label("groupLeftOut").startsWith(u"1 more"));
        reviews.lookAtAll();
        QTRY_VERIFY(reviews.button("groupConfirm")->isEnabled());
        reviews.click("groupConfirm");
        QTRY_COMPARE(reviews.desk.decisions.size(), 199);
        QVERIFY(!reviews.desk.acts.contains(u"decide p100"_s));
    }

    void aPayoutWhoseAnswerChangesDropsOut()
    {
        Reviews reviews(3);
        reviews.open(3);
        reviews.lookAtAll();
        QTRY_VERIFY(reviews.button("groupConfirm")->isEnabled());
        Q_EMIT reviews.desk.payoutChanged({u"p1"_s}); // read again, the same
        QTRY_VERIFY(reviews.button("groupConfirm")->isEnabled());
        QCOMPARE(reviews.label("groupTotal"), u"3 payouts · 444 000,00 ₽"_s);
        reviews.desk.dossiers[{u"p2"_s}].confirmInfo->bytesSha256 = "another";
        Q_EMIT reviews.desk.payoutChanged({u"p2"_s});
        QTRY_COMPARE(reviews.label("groupTotal"), u"2 payouts · 296 000,00 ₽"_s);
        reviews.click("groupConfirm");
        QTRY_COMPARE(reviews.desk.decisions.size(), 2);
        QVERIFY(!reviews.desk.acts.contains(u"decide p2"_s));
    }

    void oneThatIsRefusedIsSaid()
    {
        Reviews reviews(2);
        reviews.desk.actAnswers[u"decide"_s] = fail(ErrorCode::staleView);
        reviews.open(2);
        reviews.lookAtAll();
        QTRY_VERIFY(reviews.button("groupConfirm")->isEnabled());
        reviews.click("groupConfirm");
        QTRY_VERIFY(reviews.label("groupStanding").contains(u"2 were not confirmed"_s));
        QVERIFY(reviews.standing(0).startsWith(u"Not confirmed."));
    }

    void oneReviewLeadsToTheNextAndWhatDiffersComesFirst()
    {
        Reviews reviews(3);
        reviews.desk.rows[1].state = PayoutState::mismatch;
        FakeRecipientBook book;
        FakeTemplateBook templates;
        WindowFacts facts;
        facts.accounts = {AccountNumber::parse(u"40702810300200000013").value()};
        MainWindow main(reviews.desk, reviews.clock, samples::sampleOffers, facts);
        Windows windows(reviews.desk, book, templates, reviews.clock, main);
        QStringList opened;
        connect(&windows, &Windows::reviewOpened, this,
                [&](ReviewDialog *dialog) { opened.append(dialog->payout().text + u' ' + dialog->windowTitle()); });
        const auto decide = [&](const PayoutId &id) {
            ReviewDialog *dialog = nullptr;
            for (ReviewDialog *each : main.findChildren<ReviewDialog *>()) {
                if (each->payout() == id) dialog = each;
            }
            QVERIFY(dialog);
            reviews.desk.rows.removeIf([&](const ListRow &row) { return row.id == id; });
            Q_EMIT dialog->decided(id, DecisionKind::approve);
            dialog->close();
        };
        windows.openReview({});
        QTRY_COMPARE(opened.size(), 1);
        windows.openReview({}); // asked for once more: the same one
        decide({u"p2"_s});
        QTRY_COMPARE(opened.size(), 2);
        decide({u"p1"_s});
        QTRY_COMPARE(opened.size(), 3);
        QVERIFY2(opened[0].startsWith(u"p2 "), qPrintable(opened[0]));
        QVERIFY2(opened[1].startsWith(u"p1 ") && opened[1].contains(u"2 of 3"), qPrintable(opened[1]));
        QVERIFY2(opened[2].startsWith(u"p3 ") && opened[2].contains(u"3 of 3"), qPrintable(opened[2]));
    }

    void enterFortyTimesConfirmsNothing()
    {
        Reviews reviews(3);
        reviews.open(3);
        reviews.lookAtAll();
        QTRY_VERIFY(reviews.button("groupConfirm")->isEnabled());
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(reviews.window.data(), Qt::Key_Return);
        QVERIFY(reviews.desk.decisions.isEmpty());
    }
};

QTEST_MAIN(TestUiBatch)
#include "tst_ui_batch.moc"
