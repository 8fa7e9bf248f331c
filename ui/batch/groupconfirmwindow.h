#pragma once

#include "core/clock.h"
#include "payouts/payoutdesk.h"
#include "ui/batch/batchmodel.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>
#include <QHash>
#include <QTimer>

#include <deque>

class QLabel;

namespace countersign::ui {

class BatchTable;
class DeliberateButton;
class HelpLink;
class HintButton;
class Note;

/// Confirms several payouts together: only those whose answer from the bank is the same as the request in every field
/// and asks for no act (threat-model.md I3). Each has a view and a decision of its own, as in the review; the view is
/// stored when its row comes on the screen, and what is not listed counts as seen by nobody. Nothing can be confirmed
/// before the whole list with its total was on the screen, for three seconds at least. What has a difference, a
/// warning, a new recipient, or looks like an earlier payout is counted and left to the review. A payout that changes
/// meanwhile drops out. A window of its own, never modal; deletes itself when it is closed.
class GroupConfirmWindow final : public QDialog
{
    Q_OBJECT
public:
    static constexpr milliseconds shortestLook{3000}; ///< G9
    static constexpr int mostPayouts = 500;

    /// Desk and clock must outlive the window.
    GroupConfirmWindow(PayoutDesk &desk, const Clock &clock, EnvironmentKind environment, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A decision of the group was taken.
    void decided(const countersign::PayoutId &payout);

private:
    /// What a decision is bound to.
    struct Looked
    {
        QByteArray viewSha256;
        QByteArray answerSha256;
        std::optional<Instant> openedAt = {}; ///< when its view was stored; before, its row was not on the screen
    };
    enum class Phase { reading, looking, confirming, done };

    [[nodiscard]] QWidget *head();
    [[nodiscard]] QWidget *footer();
    void read();
    void readNext();
    void take(const ListRow &row, const Result<ReviewSheet> &sheet);
    void showRows();
    void openNext();
    void takeView(const PayoutId &id, const Result<ReviewSheet> &sheet);
    void lookWhetherChanged(const PayoutId &id);
    void look();
    void showStanding();
    [[nodiscard]] QString whyNotYet() const;
    [[nodiscard]] QString fromWords() const;
    [[nodiscard]] QString outcomeWords() const;
    void confirm();
    void confirmNext();

    PayoutDesk &m_desk;
    const Clock &m_clock;
    BatchModel m_model;
    QHash<PayoutId, Looked> m_looked; ///< of the rows
    std::deque<ListRow> m_toRead;
    std::deque<PayoutId> m_toOpen; ///< their rows are on the screen
    std::deque<PayoutId> m_toConfirm;
    QList<BatchRow> m_clean;
    Phase m_phase = Phase::reading;
    int m_underWay = 0;
    int m_rereading = 0;
    int m_leftOut = 0;
    int m_confirmed = 0;
    int m_refused = 0;
    std::optional<Error> m_problem; ///< the last: why there is no list, or why one was not confirmed
    milliseconds m_lastOpenedAt{}; ///< monotonic; the last view that was stored
    QTimer m_lookTimer;

    BatchTable *m_table = nullptr;
    QLabel *m_total = nullptr;
    QLabel *m_fromLine = nullptr;
    HintButton *m_later = nullptr;
    QLabel *m_leftOutLine = nullptr;
    Note *m_effect = nullptr;
    QLabel *m_standing = nullptr;
    HelpLink *m_help = nullptr;
    DeliberateButton *m_confirm = nullptr;
};

} // namespace countersign::ui
