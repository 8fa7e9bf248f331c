#include "onereview.h"
#include "ui/widgets/focusinsight.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTabWidget>

using namespace countersign;
using namespace countersign::ui;

/// Where on its screen the review shows what has to be seen.
class TestUiReviewScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    /// Tab leads from the buttons into the rows: what Space would tick there is on the screen.
    void aTickThatTheKeyboardReachesIsOnTheScreen()
    {
        const FocusInSight inSight;
        Review review(publishedCase().sheet(), {780, 500});
        QVERIFY(review.scroll()->verticalScrollBar()->maximum() > 0);
        review.child<QPushButton>("later")->setFocus();
        QCheckBox *first = nullptr;
        for (int i = 0; i < 5 && !first; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            first = qobject_cast<QCheckBox *>(QApplication::focusWidget());
        }
        QVERIFY(first);
        QCOMPARE(first->visibleRegion().boundingRect(), first->rect());
    }

    void theColumnsStandSideBySideOnALargeScreen()
    {
        const Review review(cleanCase().sheet(), {3840, 2160});
        const ReviewRow *account = review.table()->rowOf(ReviewField::recipientAccount);
        QCOMPARE(account->width(), review.table()->width());
        QVERIFY2(account->width() <= readableWidth(), qPrintable(QString::number(account->width())));
    }

    void theHistoryStandsTogetherAtTheTop()
    {
        Review review(cleanCase().sheet());
        auto *tabs = review.window->findChild<QTabWidget *>();
        tabs->setCurrentIndex(tabs->count() - 1);
        const auto *history = review.child<QWidget>("history");
        QTRY_VERIFY(history->isVisible());
        QVERIFY2(history->height() <= history->sizeHint().height(), qPrintable(QString::number(history->height())));
        QVERIFY(review.says(QStringLiteral("oscow time"))); // as a heading it is in capitals for the eye only
    }
};

QTEST_MAIN(TestUiReviewScreen)
#include "tst_ui_reviewscreen.moc"
