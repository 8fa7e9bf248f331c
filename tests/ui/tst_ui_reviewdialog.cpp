#include "onereview.h"
#include "pictures.h"
#include "reviewsheets.h"
#include "ui/models/comparisonwords.h"
#include "ui/review/markedtext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace countersign;
using namespace countersign::ui;
using namespace std::chrono_literals;

namespace {

QList<ReviewCase> everyCase()
{
    return {cleanCase(), publishedCase(), addedKppCase(), normalisedNameCase(), unknownMembersCase(2)};
}

} // namespace

class TestUiReviewDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }
    void cleanup() { QCOMPARE(QApplication::topLevelWidgets().count() < 20, true); }

    void cleanPayoutTakesOneGlanceAndOneClick()
    {
        Review review(cleanCase().sheet());
        QCOMPARE(review.child<QLabel>("amount")->text(), QStringLiteral("148\u00A0000,00\u00A0₽"));
        QVERIFY(review.window->findChildren<QCheckBox *>(QRegularExpression(QStringLiteral("^tick:"))).isEmpty());
        QVERIFY(!review.child<QLineEdit>("gesture"));
        QVERIFY(!review.confirm()->isEnabled());
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        QCOMPARE(review.confirm()->text(), QStringLiteral("Confirm payout of 148\u00A0000,00\u00A0₽"));
        QTest::mouseClick(review.confirm(), Qt::LeftButton);
        QTRY_COMPARE(review.decided, 1);
        QCOMPARE(review.decidedKind, DecisionKind::approve);
        QCOMPARE(review.desk.decisions.size(), 1);
        QCOMPARE(review.desk.decisions.front().viewSha256, QByteArray("view"));
        QTRY_VERIFY(!review.window);
    }

    void cleanPayoutFitsASmallScreen()
    {
        Review review(cleanCase().sheet(), {1024, 700});
        takePictures(*review.window, QStringLiteral("review-1024x700"));
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled()); // nothing had to be scrolled
    }

    void confirmWaitsThreeSeconds()
    {
        Review review(cleanCase().sheet());
        QTRY_VERIFY(review.standing().contains(QStringLiteral("moment")));
        review.clock.advance(2900ms);
        review.letItLook();
        QVERIFY(!review.confirm()->isEnabled());
        review.clock.advance(100ms);
        QTRY_VERIFY(review.confirm()->isEnabled());
    }

    void publishedExampleIsShownAsReplacedRecipient()
    {
        Review review(publishedCase().sheet());
        const QWidget *effect = review.child<QWidget>("effect");
        QCOMPARE(effect->accessibleName(), QStringLiteral("2 fields of the recipient differ from your request."));
        const ReviewRow *account = review.table()->rowOf(ReviewField::recipientAccount);
        QCOMPARE(account->content().look, ReviewTableRow::Look::differs);
        QCOMPARE(account->answered().shownText(), QStringLiteral("40702810500000000001"));
        QVERIFY(!account->answered().shownMarks().isEmpty());
        QVERIFY(account->verdict().startsWith(QStringLiteral("≠ differs")));
        const ReviewRow *bank = review.table()->rowOf(ReviewField::recipientBank);
        QCOMPARE(bank->content().look, ReviewTableRow::Look::look);
        QCOMPARE(bank->verdict(), QStringLiteral("! not the bank of this BIK"));
        QVERIFY(review.table()
                    ->rowOf(ReviewField::recipientInn)
                    ->verdict()
                    .contains(QStringLiteral("INN check digit is wrong")));
    }

    void publishedExampleNeedsTicksDigitsAndReason()
    {
        Review review(publishedCase().sheet());
        review.lookAround();
        QTRY_VERIFY(review.standing().contains(QStringLiteral("Tick each of these lines")));
        review.doAllActs({});
        QTRY_VERIFY(review.standing().contains(QStringLiteral("last 4 digits")));
        QVERIFY(!review.confirm()->isEnabled());
        auto *gesture = review.child<QLineEdit>("gesture");
        gesture->setFocus();
        QTest::keyClicks(gesture, QStringLiteral("9535")); // the account that was asked for
        QVERIFY(!review.confirm()->isEnabled());
        gesture->selectAll();
        QTest::keyClicks(gesture, QStringLiteral("0001"));
        QTRY_VERIFY(review.confirm()->isEnabled());
        review.child<QLineEdit>("reason")->clear();
        QVERIFY(!review.confirm()->isEnabled());
        review.child<QLineEdit>("reason")->setText(QStringLiteral("demo stand"));
        QTest::mouseClick(review.confirm(), Qt::LeftButton);
        QTRY_COMPARE(review.decided, 1);
        const ReviewAct act = review.desk.decisions.front();
        QCOMPARE(act.typedDigits, QStringLiteral("0001"));
        QCOMPARE(act.reason, QStringLiteral("demo stand"));
        QCOMPARE(act.ticks, publishedCase().sheet().requiredTicks);
    }

    void theLastDigitsAreTypedAndNeverPasted()
    {
        Review review(publishedCase().sheet());
        review.lookAround();
        auto *gesture = review.child<QLineEdit>("gesture");
        QVERIFY(gesture);
        gesture->setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral("0001"));
        QTest::keyClick(gesture, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(gesture->text(), QString());
        QTRY_VERIFY(review.says(QStringLiteral("can't be pasted")));
        QTest::keyClick(gesture, Qt::Key_Insert, Qt::ShiftModifier);
        QCOMPARE(gesture->text(), QString());
        gesture->paste(); // as a menu, a mouse or another program does
        QCOMPARE(gesture->text(), QString());
        QTest::keyClicks(gesture, QStringLiteral("0001"));
        QCOMPARE(gesture->text(), QStringLiteral("0001"));
    }

    void aReasonThatReadsOtherwiseThanItIsStoredIsRefused()
    {
        Review review(publishedCase().sheet());
        review.lookAround();
        auto *reason = review.child<QLineEdit>("reason");
        QVERIFY(reason);
        reason->setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral("paid \u202Etwice"));
        QTest::keyClick(reason, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(reason->text(), QString());
        QTRY_VERIFY(review.says(QStringLiteral("U+202E")));
    }

    void everyTickIsNeeded()
    {
        const ReviewSheet sheet = publishedCase().sheet();
        Review review(sheet);
        review.lookAround();
        review.doAllActs(QStringLiteral("0001"));
        QTRY_VERIFY(review.confirm()->isEnabled());
        for (const QString &word : sheet.requiredTicks) {
            auto *box = review.window->findChild<QCheckBox *>(QStringLiteral("tick:") + word);
            QVERIFY2(box, qPrintable(word));
            box->setChecked(false);
            QVERIFY2(!review.confirm()->isEnabled(), qPrintable(word));
            box->setChecked(true);
            QVERIFY(review.confirm()->isEnabled());
        }
    }

    void everyGradeHasItsSignAndWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("verdict");
        QTest::addRow("same") << QStringLiteral("clean") << int(ReviewField::recipientAccount)
                              << QStringLiteral("= same");
        QTest::addRow("normalised") << QStringLiteral("normalised") << int(ReviewField::recipientName)
                                    << QStringLiteral("= same but for spelling");
        QTest::addRow("added") << QStringLiteral("added") << int(ReviewField::recipientKpp)
                               << QStringLiteral("+ KPP added by the bank");
        QTest::addRow("changed") << QStringLiteral("published") << int(ReviewField::recipientName)
                                 << QStringLiteral("≠ differs");
        QTest::addRow("unknown") << QStringLiteral("unknown") << int(ReviewField::unknownMember)
                                 << QStringLiteral("+ not known to this program");
    }
    void everyGradeHasItsSignAndWords()
    {
        QFETCH(QString, name);
        QFETCH(int, field);
        QFETCH(QString, verdict);
        const QHash<QString, ReviewCase> cases{{QStringLiteral("clean"), cleanCase()},
                                               {QStringLiteral("normalised"), normalisedNameCase()},
                                               {QStringLiteral("added"), addedKppCase()},
                                               {QStringLiteral("published"), publishedCase()},
                                               {QStringLiteral("unknown"), unknownMembersCase(1)}};
        Review review(cases.value(name).sheet());
        const ReviewRow *row = review.table()->rowOf(ReviewField(field));
        QVERIFY(row);
        QCOMPARE(row->verdict(), verdict);
    }

    void everyFieldOfTheAnswerIsShown()
    {
        for (const ReviewCase &each : everyCase()) {
            const ReviewSheet sheet = each.sheet();
            Review review(sheet);
            QString all;
            for (const ReviewRow *row : review.table()->rows())
                all += row->answered().shownText() + u'\n';
            for (const QLabel *label : review.window->findChildren<QLabel *>())
                all += label->text() + u'\n';
            all.remove(QChar(0x00A0)).remove(u' ');
            for (const ComparedField &field : sheet.comparison.fields) {
                QString answered = field.answered;
                if (field.field == ReviewField::urgency || field.field == ReviewField::currency ||
                    field.field == ReviewField::payoutCount)
                    continue; // in words
                answered.remove(QChar(0x00A0)).remove(u' ');
                QVERIFY2(all.contains(answered), qPrintable(field.path));
            }
        }
    }

    void escMeansDecideLater()
    {
        Review review(cleanCase().sheet());
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        QTest::keyClick(review.window, Qt::Key_Escape);
        QTRY_VERIFY(!review.window);
        QCOMPARE(review.decided, 0);
        QVERIFY(review.desk.decisions.isEmpty());
    }

    void stormOfKeysDecidesNothing()
    {
        Review review(cleanCase().sheet());
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        const Qt::Key keys[] = {Qt::Key_Return, Qt::Key_Space, Qt::Key_Tab, Qt::Key_Enter, Qt::Key_Return};
        for (int i = 0; i < 10'000; ++i) {
            QWidget *target = review.window->focusWidget();
            if (target == review.child<QPushButton>("later") || target == review.child<QPushButton>("cancel") ||
                target == review.child<QPushButton>("cancelNow")) {
                QTest::keyClick(target, Qt::Key_Tab); // pressing these is not what this test is about
                continue;
            }
            QTest::keyClick(target ? target : review.window.data(), keys[i % std::size(keys)]);
        }
        QCOMPARE(review.decided, 0);
        QVERIFY(review.desk.decisions.isEmpty());
        QVERIFY(review.window);
    }

    void enterElsewhereThanOnConfirmDoesNothing()
    {
        Review review(publishedCase().sheet());
        review.lookAround();
        review.doAllActs(QStringLiteral("0001"));
        QTRY_VERIFY(review.confirm()->isEnabled());
        auto *gesture = review.child<QLineEdit>("gesture");
        gesture->setFocus();
        for (int i = 0; i < 50; ++i) {
            review.clock.advance(1s);
            QTest::keyClick(gesture, Qt::Key_Return);
            gesture->setFocus();
            QTest::keyClick(review.window, Qt::Key_Return);
        }
        QVERIFY(review.desk.decisions.isEmpty());
        QVERIFY(!review.confirm()->isDefault());
        for (const QPushButton *button : review.window->findChildren<QPushButton *>())
            QVERIFY2(!button->autoDefault() && !button->isDefault(), qPrintable(button->text()));
    }

    void keyboardAloneConfirmsWithADeliberateKey()
    {
        Review review(cleanCase().sheet());
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        review.confirm()->setFocus();
        QTest::keyClick(review.confirm(), Qt::Key_Return); // the focus has only just come
        QVERIFY(review.desk.decisions.isEmpty());
        review.clock.advance(1s);
        QTest::keyClick(review.window->windowHandle(), Qt::Key_Return);
        QTRY_COMPARE(review.decided, 1);
    }

    void windowTooSmallIsNotArmedUntilScrolled()
    {
        Review review(publishedCase().sheet(), {780, 500});
        review.doAllActs(QStringLiteral("0001"));
        review.letItLook();
        review.clock.advance(10s);
        review.letItLook();
        QVERIFY(!review.confirm()->isEnabled());
        QVERIFY(review.standing().contains(QStringLiteral("Scroll to see all fields")));
        QScrollBar *bar = review.scroll()->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum()); // the middle has still not been seen
        review.letItLook();
        QVERIFY(!review.confirm()->isEnabled());
        for (int at = 0; at <= bar->maximum(); at += 20)
            bar->setValue(at);
        QTRY_VERIFY(review.confirm()->isEnabled());
    }

    void theWindowGrowsToItsRowsOnceAndStaysOnTheScreen()
    {
        FakePayoutDesk desk;
        ManualClock clock;
        desk.sheets.insert(payout, publishedCase().sheet());
        ReviewDialog window(desk, clock, payout, EnvironmentKind::practice);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(780, 500);
        window.show();
        QTRY_VERIFY(window.height() > 500);
        QVERIFY(window.screen()->availableGeometry().contains(window.frameGeometry()));
        window.resize(780, 520);
        const QPointer<ComparisonTable> first = window.findChild<ComparisonTable *>();
        window.findChild<QPushButton *>(QStringLiteral("lookAgain"))->click();
        QTRY_VERIFY(!first);
        QCoreApplication::processEvents();
        QCOMPARE(window.height(), 520); // what is being read does not move
    }

    void anotherTabDoesNotCountAsLooking()
    {
        Review review(cleanCase().sheet(), {780, 500});
        review.window->findChild<QTabWidget *>()->setCurrentIndex(1);
        QScrollBar *bar = review.scroll()->verticalScrollBar();
        for (int at = 0; at <= bar->maximum(); at += 20)
            bar->setValue(at);
        review.clock.advance(10s);
        review.letItLook();
        QVERIFY(!review.confirm()->isEnabled());
    }

    void newAnswerWhileOpenTakesConfirmBack()
    {
        Review review(cleanCase().sheet());
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        const ReviewSheet changed = publishedCase().sheet();
        review.desk.sheets.insert(payout, changed);
        review.desk.dossiers[payout].confirmInfo = changed.info;
        Q_EMIT review.desk.payoutChanged(payout);
        QVERIFY(!review.confirm()->isEnabled()); // at once, before the answer was read
        auto *again = review.child<QPushButton>("lookAgain");
        QTRY_VERIFY(again->isVisible());
        QCOMPARE(review.child<QWidget>("problem")->accessibleName(),
                 QStringLiteral("The bank's answer changed while you were looking."));
        review.clock.advance(10s);
        review.letItLook();
        QVERIFY(!review.confirm()->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(review.child<QLabel>("amount")->text(), QStringLiteral("3\u00A0500,00\u00A0₽"));
        QVERIFY(!review.confirm()->isEnabled());
        QVERIFY(!again->isVisible());
        review.lookAround();
        review.doAllActs(QStringLiteral("0001"));
        QTRY_VERIFY(review.confirm()->isEnabled());
    }

    void sameAnswerAgainDisturbsNobody()
    {
        Review review(cleanCase().sheet());
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        for (int i = 0; i < 50; ++i)
            Q_EMIT review.desk.payoutChanged(payout);
        QTRY_VERIFY(review.confirm()->isEnabled());
        QVERIFY(!review.child<QPushButton>("lookAgain")->isVisible());
    }

    void payoutThatIsOverCannotBeConfirmed()
    {
        Review review(cleanCase().sheet());
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        review.desk.dossiers[payout].payout.state = PayoutState::cancelled;
        Q_EMIT review.desk.payoutChanged(payout);
        QTRY_VERIFY(review.child<QPushButton>("lookAgain")->isVisible());
        QVERIFY(!review.confirm()->isEnabled());
        QVERIFY(!review.child<QPushButton>("cancel")->isEnabled());
    }

    void cancelAsksInsideTheWindow()
    {
        Review review(cleanCase().sheet());
        QTest::mouseClick(review.child<QPushButton>("cancel"), Qt::LeftButton);
        auto *now = review.child<QPushButton>("cancelNow");
        QTRY_VERIFY(now->isVisible());
        QCOMPARE(review.window->focusWidget(), review.child<QWidget>("back"));
        QTest::keyClick(review.window, Qt::Key_Escape);
        QVERIFY(!now->isVisible());
        QVERIFY(review.desk.decisions.isEmpty());
        QTest::mouseClick(review.child<QPushButton>("cancel"), Qt::LeftButton);
        QTest::mouseClick(now, Qt::LeftButton);
        QTRY_COMPARE(review.decided, 1);
        QCOMPARE(review.decidedKind, DecisionKind::cancel);
        QVERIFY(review.desk.decisions.front().ticks.isEmpty());
    }

    void whereConfirmIsImpossibleItIsAbsentWithAReason()
    {
        ReviewSheet sheet = publishedCase().sheet();
        sheet.confirmPossible = false;
        sheet.refusedBy = QStringLiteral("G4");
        Review review(sheet);
        review.clock.advance(10s);
        review.letItLook();
        QVERIFY(!review.confirm()->isVisible());
        QVERIFY(!review.standing().isEmpty());
        QVERIFY(!review.standing().contains(QStringLiteral("G4")));
        QVERIFY(review.child<QPushButton>("cancel")->isEnabled());
    }

    void moreUnknownPartsThanAPersonCanReadAreNotOffered()
    {
        Review review(unknownMembersCase(51).sheet());
        QVERIFY(!review.confirm()->isVisible());
        QVERIFY(review.table()->rows().size() < 51 + 20);
    }

    void refusalsAreSentences_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        for (int guard = 1; guard <= 14; ++guard)
            QTest::addRow("G%d", guard) << ErrorCode::gateRefused << QStringLiteral("G%1").arg(guard);
        QTest::addRow("wrong state") << ErrorCode::wrongState << QStringLiteral("executing");
        QTest::addRow("reason") << ErrorCode::reasonNeeded << QString();
        QTest::addRow("stale") << ErrorCode::staleView << QString();
        QTest::addRow("frozen") << ErrorCode::frozen << QString();
        QTest::addRow("locked") << ErrorCode::signerLocked << QString();
        QTest::addRow("store") << ErrorCode::storeWriteFailed << QStringLiteral("disk I/O error");
    }
    void refusalsAreSentences()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        Review review(cleanCase().sheet());
        review.desk.actAnswers.insert(QStringLiteral("decide"), fail(code, detail));
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        QTest::mouseClick(review.confirm(), Qt::LeftButton);
        const auto *problem = review.child<QWidget>("problem");
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->accessibleDescription().endsWith(u'.'));
        QVERIFY(!detail.isEmpty() ? !problem->accessibleDescription().contains(detail) : true);
        QCOMPARE(review.decided, 0);
        QVERIFY(review.window);
        if (code == ErrorCode::reasonNeeded) QVERIFY(review.child<QLineEdit>("reason")->isVisible());
        if (code == ErrorCode::staleView) // it need not be the bank's answer
            QCOMPARE(problem->accessibleName(), QStringLiteral("What this review shows has changed while you were looking."));
    }

    void nothingCanBeDecidedTwice()
    {
        Review review(cleanCase().sheet());
        review.lookAround();
        QTRY_VERIFY(review.confirm()->isEnabled());
        review.desk.holdAnswers = true;
        for (int i = 0; i < 5; ++i)
            QTest::mouseClick(review.confirm(), Qt::LeftButton);
        QCOMPARE(review.desk.decisions.size(), 1);
        QTest::keyClick(review.window, Qt::Key_Escape);
        QVERIFY(review.window->isVisible());
        review.desk.release();
        QTRY_COMPARE(review.decided, 1);
    }

    void hostileTextsStayPlain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addRow("markup") << QStringLiteral("<b>x</b><a href=\"https://evil\">pay</a>")
                                << QStringLiteral("<b>x</b><a href=\"https://evil\">pay</a>");
        QTest::addRow("image") << QStringLiteral("<img src=\"file:///etc/passwd\">")
                               << QStringLiteral("<img src=\"file:///etc/passwd\">");
        QTest::addRow("bidi") << QStringLiteral("ООО \u202Eротке") << QStringLiteral("ООО ⟨U+202E⟩ротке");
        QTest::addRow("zero width") << QStringLiteral("Век\u200Bтор") << QStringLiteral("Век⟨U+200B⟩тор");
        QTest::addRow("mnemonic") << QStringLiteral("A && B &C") << QStringLiteral("A && B &C");
        QTest::addRow("arguments") << QStringLiteral("%1 %2 %99") << QStringLiteral("%1 %2 %99");
        QTest::addRow("line") << QStringLiteral("a\u2028b") << QStringLiteral("a⟨U+2028⟩b");
    }
    void hostileTextsStayPlain()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        ReviewCase hostile = cleanCase();
        hostile.name = text;
        hostile.extra = QStringLiteral(",%1:%2").arg(ReviewCase::quoted(text), ReviewCase::quoted(text));
        Review review(hostile.sheet());
        QCOMPARE(review.table()->rowOf(ReviewField::recipientName)->answered().shownText(), shown);
        for (const QLabel *label : review.window->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->openExternalLinks());
            QVERIFY2(!label->text().contains(QChar(0x202E)), qPrintable(label->text()));
        }
        const auto *received = review.child<QPlainTextEdit>("received");
        QVERIFY(received->isReadOnly());
        QVERIFY(!received->toPlainText().contains(QChar(0x202E)));
    }

    void longNamesAreNeverCut()
    {
        ReviewCase longName = cleanCase();
        longName.name = QStringLiteral("Ж").repeated(600);
        Review review(longName.sheet(), {760, 900});
        const MarkedText &name = review.table()->rowOf(ReviewField::recipientName)->answered();
        QCOMPARE(name.shownText().size(), 600);
        QVERIFY(name.height() >= name.heightForWidth(name.width()));
    }

    void everyControlHasAName()
    {
        Review review(publishedCase().sheet());
        for (const QWidget *widget : review.window->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            if (widget->inherits("QLabel") || widget->inherits("QTabBar") || widget->inherits("QTabWidget") ||
                widget->inherits("QScrollArea"))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }

    void theReviewSaysHowFarTheAnswerIsTrusted()
    {
        ReviewSheet sheet = cleanCase().sheet();
        sheet.signedByBank = false;
        Review review(sheet);
        bool said = false;
        for (const QLabel *label : review.window->findChildren<QLabel *>())
            said = said || label->text().contains(QStringLiteral("read over TLS, not signed"));
        QVERIFY(said);
    }

    void aReviewThatCannotBeOpenedSaysWhy()
    {
        FakePayoutDesk desk;
        ManualClock clock;
        QPointer<ReviewDialog> window = new ReviewDialog(desk, clock, payout, EnvironmentKind::practice);
        window->show();
        const auto *problem = window->findChild<QWidget *>(QStringLiteral("problem"));
        QTRY_VERIFY(problem->isVisible());
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!window);
    }

    void pictures()
    {
        const std::pair<const char *, ReviewCase> cases[] = {
            {"published", publishedCase()},          {"clean", cleanCase()},
            {"added-kpp", addedKppCase()},           {"normalised", normalisedNameCase()},
            {"kind-conflicts", kindConflictsCase()}, {"unknown", unknownMembersCase(2)}};
        for (const auto &[name, each] : cases) {
            Review review(each.sheet(),
                          QString::fromLatin1(name) == u"published" ? QSize(1040, 850) : QSize(1024, 700));
            review.letItLook();
            takePictures(*review.window, QStringLiteral("review-") + QLatin1String(name));
            review.scroll()->verticalScrollBar()->setValue(review.scroll()->verticalScrollBar()->maximum());
            takePictures(*review.window, QStringLiteral("review-below-") + QLatin1String(name));
        }
    }

    void theColumnsKeepTheirHeadingsWhileTheRowsScroll()
    {
        Review review(publishedCase().sheet(), {760, 480});
        QScrollBar *bar = review.scroll()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        const auto labels = review.window->findChildren<QLabel *>();
        const auto found = std::find_if(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->text().compare(QStringLiteral("The bank will pay"), Qt::CaseInsensitive) == 0;
        });
        QVERIFY(found != labels.cend());
        const QLabel *heading = *found;
        const auto place = [&review](const QWidget *widget) { return widget->mapTo(review.window, QPoint()); };
        const QPoint before = place(heading);
        bar->setValue(bar->maximum());
        QCOMPARE(place(heading), before);
        QVERIFY(!heading->visibleRegion().isEmpty());
        // Over its column, although the scroll bar takes room beside the rows.
        QCOMPARE(before.x(), place(&review.table()->rows().first()->answered()).x());
        takePictures(*review.window, QStringLiteral("review-scrolled"));
    }
};

QTEST_MAIN(TestUiReviewDialog)
#include "tst_ui_reviewdialog.moc"
