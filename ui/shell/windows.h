#pragma once

#include "payouts/payoutdesk.h"
#include "payouts/recipientbook.h"
#include "ui/batch/senddraftswindow.h"
#include "ui/shell/mainwindow.h"

#include <QHash>
#include <QPointer>

namespace countersign::ui {

class PayoutForm;
class RecipientsWindow;
class GroupConfirmWindow;
class ReviewDialog;

/// Opens the windows that the main window asks for and keeps one per payout: a second request raises the first. The
/// reviews go one after another: after a decision the next payout that waits is offered.
class Windows final : public QObject
{
    Q_OBJECT
public:
    /// Desk, book, clock and window outlive it.
    Windows(PayoutDesk &desk, RecipientBook &book, const Clock &clock, MainWindow &window, QObject *parent = nullptr);

    PayoutForm *openForm(const PayoutId &id);
    /// An empty id: the payout that has waited longest.
    void openReview(const PayoutId &id);
    /// A new draft that is like this payout, and its form.
    void copyAsDraft(const PayoutId &id);
    /// In which order and how quickly drafts leave together, as it was chosen the last time.
    void setBatchHabit(const BatchHabit &habit) { m_batchHabit = habit; }
    /// The address book.
    void openRecipients();

Q_SIGNALS:
    /// To be kept for the next time.
    void batchHabitChanged(const countersign::ui::BatchHabit &habit);
    void formOpened(countersign::ui::PayoutForm *form);
    void reviewOpened(countersign::ui::ReviewDialog *dialog);

private:
    /// The next of a series: what differs first, then what has waited longest.
    void reviewNext(int place);
    void showReview(const PayoutId &id, int place, int count);

    void openSendDrafts();
    void openGroupConfirm();
    void countRecipients();
    void payTo(const RecipientRecord &entry);

    PayoutDesk &m_desk;
    RecipientBook &m_book;
    const Clock &m_clock;
    MainWindow &m_window;
    QList<QPointer<PayoutForm>> m_forms; ///< also closed ones, as null, until another is opened
    QHash<PayoutId, QPointer<ReviewDialog>> m_reviews;
    QPointer<RecipientsWindow> m_recipients;
    QPointer<SendDraftsWindow> m_sendDrafts;
    BatchHabit m_batchHabit;
    QPointer<GroupConfirmWindow> m_groupConfirm;
};

} // namespace countersign::ui
