#pragma once

#include "reviewsheets.h"
#include "support/fakepayoutdesk.h"
#include "support/manualclock.h"
#include "ui/review/comparisontable.h"
#include "ui/review/reviewdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace countersign::ui {

using namespace std::chrono_literals;

inline const PayoutId payout{QStringLiteral("p1")};

/// One review on the screen, with a desk and a clock that the test owns.
struct Review
{
    FakePayoutDesk desk;
    ManualClock clock;
    QPointer<ReviewDialog> window;
    DecisionKind decidedKind = DecisionKind::cancel;
    int decided = 0;

    explicit Review(const ReviewSheet &sheet, QSize size = {1040, 1400})
    {
        desk.sheets.insert(payout, sheet);
        PayoutDossier dossier;
        dossier.payout.id = payout;
        dossier.payout.state = sheet.comparison.hasHardDifference() ? PayoutState::mismatch : PayoutState::review;
        dossier.confirmInfo = sheet.info;
        desk.dossiers.insert(payout, dossier);
        window = new ReviewDialog(desk, clock, payout, EnvironmentKind::practice);
        QObject::connect(window, &ReviewDialog::decided, window, [this](const PayoutId &, DecisionKind kind) {
            ++decided;
            decidedKind = kind;
        });
        window->setMaximumHeight(size.height()); // as if the screen were no higher
        window->resize(size);
        window->show();
        [[maybe_unused]] const bool shown =
            QTest::qWaitFor([this] { return window->findChild<ComparisonTable *>() != nullptr; });
    }
    ~Review() { delete window; }

    template <class T>
    T *child(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton *confirm() const { return child<QPushButton>("confirm"); }
    [[nodiscard]] QString standing() const { return child<QLabel>("standing")->text(); }
    [[nodiscard]] ComparisonTable *table() const { return window->findChild<ComparisonTable *>(); }
    [[nodiscard]] QScrollArea *scroll() const { return child<QScrollArea>("sideBySide"); }
    /// Until the review has looked at its screen twice more, so that what it was going to change has changed.
    void letItLook() const
    {
        QSignalSpy looks(child<QTimer>("look"), &QTimer::timeout);
        QTRY_VERIFY(looks.count() >= 2);
    }
    /// Until the review has seen its rows on the screen.
    void lookAround()
    {
        QTRY_VERIFY(!standing().contains(QStringLiteral("Scroll")));
        clock.advance(3s);
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    void doAllActs(const QString &digits)
    {
        for (QCheckBox *box : window->findChildren<QCheckBox *>()) {
            if (box->objectName().startsWith(QStringLiteral("tick:"))) box->setChecked(true);
        }
        if (auto *gesture = child<QLineEdit>("gesture")) gesture->setText(digits);
        if (auto *reason = child<QLineEdit>("reason"))
            reason->setText(QStringLiteral("the bank's test stand answers so"));
    }
};

} // namespace countersign::ui
