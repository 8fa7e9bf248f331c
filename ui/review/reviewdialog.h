#pragma once

#include "core/clock.h"
#include "payouts/payoutdesk.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace countersign::ui {

class ComparisonTable;
class DeliberateButton;
class HistoryView;
class Note;
class ReviewActs;
class RowsSeen;

/// The review of one payout (design.md section 5): what was asked beside what the bank will pay, and the three ways
/// out: confirm, cancel, decide later. A window of its own, never modal; deletes itself when it is closed.
///
/// Confirm is enabled only when the desk allows it, every row has been on the screen, the comparison has been open for
/// three seconds, and all acts are done; no key presses it from anywhere else than the button itself. A change of the
/// bank's answer while it is open takes all of that back.
class ReviewDialog final : public QDialog
{
    Q_OBJECT
public:
    static constexpr milliseconds shortestLook{3000}; ///< G9

    /// Desk and clock must outlive the window. Asks the desk for the sheet at once.
    ReviewDialog(PayoutDesk &desk, const Clock &clock, PayoutId payout, EnvironmentKind environment,
                 QWidget *parent = nullptr);
    ~ReviewDialog() override;

    [[nodiscard]] PayoutId payout() const { return m_payout; }
    /// How an answer that is not signed was read; over TLS unless said otherwise. To be called before it arrives.
    void setReadOverTls(bool overTls) { m_overTls = overTls; }
    /// "1 of 3" in the title; without it the payout's number.
    void setPlace(int place, int count);

public Q_SLOTS:
    void reject() override; ///< Esc, the window's own close: decide later

Q_SIGNALS:
    /// The desk has taken the decision; the window closes after it.
    void decided(const countersign::PayoutId &payout, countersign::DecisionKind kind);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    // building
    [[nodiscard]] QWidget *headArea();
    [[nodiscard]] QWidget *footer();
    [[nodiscard]] QWidget *decisionPage();
    [[nodiscard]] QWidget *cancelPage();
    void showSheet(const ReviewSheet &sheet);
    void showHead(const ReviewSheet &sheet);
    void showSideBySide(const ReviewSheet &sheet);
    void makeRoom();
    void showHistory();
    void showTitle();
    // life
    void openSheet();
    void lookWhetherChanged();
    void setStale(const QString &why);
    void look();
    void showStanding();
    [[nodiscard]] QString whyNotYet() const;
    [[nodiscard]] QString whyNever() const;
    void decide(DecisionKind kind);
    void showRefusal(const Error &error);
    void showProblem(const QString &headline, const QString &text, bool lookAgain);

    PayoutDesk &m_desk;
    const Clock &m_clock;
    PayoutId m_payout;
    std::optional<ReviewSheet> m_sheet;
    std::optional<milliseconds> m_shownAt; ///< monotonic; when the comparison came to the screen
    bool m_overTls = true;
    bool m_stale = false;
    bool m_rereading = false;
    bool m_deciding = false;
    bool m_hadRoom = false; ///< the window was made as high as its rows
    int m_place = 0;
    int m_count = 0;
    QTimer m_lookTimer;
    RowsSeen *m_rowsSeen;

    QLabel *m_amountHead = nullptr;
    QLabel *m_amount = nullptr;
    QLabel *m_words = nullptr;
    QLabel *m_origin = nullptr;
    Note *m_effect = nullptr;
    QTabWidget *m_tabs = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_received = nullptr;
    HistoryView *m_history = nullptr;
    ComparisonTable *m_table = nullptr;
    ReviewActs *m_acts = nullptr;
    Note *m_problem = nullptr;
    QPushButton *m_lookAgain = nullptr;
    QStackedWidget *m_footer = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_cancelNow = nullptr;
    QPushButton *m_later = nullptr;
    DeliberateButton *m_confirm = nullptr;
    QLabel *m_standing = nullptr;
};

} // namespace countersign::ui
