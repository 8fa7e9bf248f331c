#pragma once

#include "payouts/payoutdesk.h"
#include "ui/shell/windowfacts.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace countersign::ui {

class HintButton;

/// The row below the stripe: New payout, Review, search; at the right the settlement account with its balance.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const WindowFacts &facts, QWidget *parent = nullptr);

    void setReviewCount(qint64 count);
    /// A balance that was never known shows a dash; one that can't be read now stays, with its time, and says so.
    void setBalance(const Result<Balance> &balance, Instant now);
    [[nodiscard]] QLineEdit *search() const { return m_search; }

Q_SIGNALS:
    void newPayoutClicked();
    void reviewClicked();
    /// A moment after the last keystroke.
    void searchChanged(const QString &words);

private:
    [[nodiscard]] QWidget *makeBalance(const WindowFacts &facts);

    HintButton *m_new;
    HintButton *m_review;
    QLineEdit *m_search;
    QLabel *m_balance;
    QLabel *m_balanceTime;
    std::optional<Balance> m_lastBalance;
    QTimer m_searchTimer;
};

} // namespace countersign::ui
