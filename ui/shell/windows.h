#pragma once

#include "payouts/payoutdesk.h"
#include "payouts/recipientbook.h"
#include "payouts/templatebook.h"
#include "ui/batch/senddraftswindow.h"
#include "ui/shell/mainwindow.h"

#include <QHash>
#include <QPointer>

#include <functional>

namespace countersign::ui {

class PayoutForm;
class RecipientsWindow;
class GroupConfirmWindow;
class ReviewDialog;
class TemplatesWindow;

/// Opens the windows that the main window asks for and keeps one per payout: a second request raises the first. The
/// reviews go one after another: after a decision the next payout that waits is offered.
class Windows final : public QObject
{
    Q_OBJECT
public:
    /// Desk, books, clock and window outlive it.
    Windows(PayoutDesk &desk, RecipientBook &book, TemplateBook &templates, const Clock &clock, MainWindow &window,
            QObject *parent = nullptr);

    PayoutForm *openForm(const PayoutId &id);
    /// An empty id: the payout that has waited longest.
    void openReview(const PayoutId &id);
    /// A new draft that is like this payout, and its form.
    void copyAsDraft(const PayoutId &id);
    /// In which order and how quickly drafts leave together, as it was chosen the last time.
    void setBatchHabit(const BatchHabit &habit) { m_batchHabit = habit; }
    /// The address book.
    void openRecipients();
    /// The payout's recipient becomes an entry of the address book; the book opens when something is wrong with it.
    void addToBook(const PayoutId &id);
    TemplatesWindow *openTemplates();
    /// A new template, yet to be named, with what this payout asks for.
    void saveAsTemplate(const PayoutId &id);

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
    /// Whether a draft stays when its form is closed as it was opened.
    enum class Made { toStay, forTheForm };
    PayoutForm *openForm(const PayoutId &id, Made made);
    /// Stores a new draft and opens its form.
    void openAsDraft(const PayoutDraft &draft, Made made);
    /// Does it with what the payout asks for; says why not when that can't be read.
    void withAsked(const PayoutId &id, const std::function<void(const PayoutDraft &, qint64 number)> &then);

    PayoutDesk &m_desk;
    RecipientBook &m_book;
    TemplateBook &m_templateBook;
    const Clock &m_clock;
    MainWindow &m_window;
    QList<QPointer<PayoutForm>> m_forms; ///< also closed ones, as null, until another is opened
    QHash<PayoutId, QPointer<ReviewDialog>> m_reviews;
    QPointer<RecipientsWindow> m_recipients;
    QPointer<TemplatesWindow> m_templates;
    QPointer<SendDraftsWindow> m_sendDrafts;
    BatchHabit m_batchHabit;
    QPointer<GroupConfirmWindow> m_groupConfirm;
};

} // namespace countersign::ui
