#include "batchscenes.h"
#include "reviewsheets.h"
#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/samplepayouts.h"
#include "ui/batch/groupconfirmwindow.h"
#include "ui/review/reviewdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QScrollBar>

#include <functional>

using namespace countersign;
using namespace countersign::ui;

namespace {

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

/// Many answers at once: what is the same may be confirmed together once it was seen, and nothing else.
class TestUiGroupConfirm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

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

    /// The record says that a person has seen all of it.
    void whatIsConfirmedTogetherIsShownInFull()
    {
        Reviews reviews(3);
        const QString longPurpose = u"Оплата по договору поставки и монтажа оборудования "_s.repeated(4).trimmed();
        const QString longName = u"Общество с ограниченной ответственностью «Северо-Западная строительная компания»"_s;
        const AccountNumber other = *AccountNumber::parse(u"40702810600200000014"_s);
        reviews.sheet(2).asked.purpose = longPurpose;
        reviews.sheet(2).asked.recipientName = longName;
        reviews.sheet(3).asked.senderAccount = other;
        reviews.open(3);
        reviews.window->resize(reviews.window->minimumSize());
        QCoreApplication::processEvents();
        const QStringList from = reviews.label("groupFrom").split(u'\n');
        QCOMPARE(from.size(), 2);
        QVERIFY2(from[1].startsWith(u"From account 4070 2810 6002 0000 0014: 1 payouts, 148 000,00 ₽"_s),
                 qPrintable(from[1]));
        QVERIFY(reviews.standing(2).endsWith(u"from account …0014"_s));
        const QString recipient = reviews.table()->model()->index(1, BatchModel::recipientColumn).data().toString();
        QVERIFY2(recipient.startsWith(longName) && recipient.contains(u"INN 7707083893 · KPP 773601001"_s),
                 qPrintable(recipient));
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < BatchModel::columns; ++column) {
                const QModelIndex cell = reviews.table()->model()->index(row, column);
                const int tick = column == BatchModel::recipientColumn ? 28 : 0;
                const QRect room(0, 0, reviews.table()->columnWidth(column) - 20 - tick, 10'000);
                const QRect text =
                    reviews.table()->fontMetrics().boundingRect(room, Qt::TextWordWrap, cell.data().toString());
                QVERIFY2(text.width() <= room.width(), qPrintable(cell.data().toString()));
                QVERIFY2(text.height() <= reviews.table()->rowHeight(row), qPrintable(cell.data().toString()));
            }
        }
        takePictures(*reviews.window, u"batch-confirm-full"_s);
    }

    /// The record would say that a person has seen what never was on the screen.
    void onlyRowsThatWereOnTheScreenCountAsSeen()
    {
        Reviews reviews(40);
        reviews.sheet(2).duplicateActs.emplace_back().earlierNumber = 1;
        reviews.open(39);
        QTRY_VERIFY(reviews.desk.acts.contains(u"openReview p1"_s));
        QVERIFY(!reviews.desk.acts.contains(u"openReview p40"_s));
        reviews.lookAtAll();
        QTRY_VERIFY(reviews.desk.acts.contains(u"openReview p40"_s));
        QVERIFY(!reviews.desk.acts.contains(u"openReview p2"_s));
        QCOMPARE(reviews.desk.acts.size(), 39); // each once
    }

    void whatIsNotTheSameWhenItComesOnTheScreenDropsOut()
    {
        Reviews reviews(40);
        reviews.open(40);
        reviews.sheet(40).viewSha256 = "another view";
        reviews.lookAtAll();
        QTRY_COMPARE(reviews.standing(39), u"Something changed: review it by itself."_s);
        QTRY_VERIFY(reviews.button("groupConfirm")->isEnabled());
        reviews.click("groupConfirm");
        QTRY_COMPARE(reviews.desk.decisions.size(), 39);
        QVERIFY(!reviews.desk.acts.contains(u"decide p40"_s));
    }

    void theLastRowsAreLookedAtForThreeSecondsToo()
    {
        Reviews reviews(40);
        reviews.open(40);
        reviews.clock.advance(GroupConfirmWindow::shortestLook);
        QScrollBar *bar = reviews.table()->verticalScrollBar();
        for (int at = 0; at <= bar->maximum(); at += 40)
            bar->setValue(at);
        bar->setValue(bar->maximum());
        QTRY_VERIFY(reviews.label("groupStanding").contains(u"moment"_s));
        QVERIFY(!reviews.button("groupConfirm")->isEnabled());
        reviews.clock.advance(GroupConfirmWindow::shortestLook);
        QTRY_VERIFY(reviews.button("groupConfirm")->isEnabled());
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
        QTest::newRow("account left since it was sent")
            << Mark([](ReviewSheet &sheet) { sheet.standingSince.emplace().kind = StandingKind::newAccount; });
        QTest::newRow("urgent") << Mark([](ReviewSheet &sheet) { sheet.asked.urgent = true; });
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

QTEST_MAIN(TestUiGroupConfirm)
#include "tst_ui_groupconfirm.moc"
