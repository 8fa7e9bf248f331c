#include "ui/shell/windows.h"

#include "core/futures.h"
#include "payouts/draftcopies.h"
#include "ui/batch/groupconfirmwindow.h"
#include "ui/batch/senddraftswindow.h"
#include "ui/models/visibletext.h"
#include "ui/payouts/payoutform.h"
#include "ui/recipients/recipientswindow.h"
#include "ui/review/reviewdialog.h"
#include "ui/templates/templateswindow.h"

namespace countersign::ui {

namespace {

/// How many payouts are looked through to number a review "1 of 37".
constexpr int numbered = 1000;

/// What needs the most thought first.
bool isReviewedBefore(const ListRow &a, const ListRow &b)
{
    const auto isClean = [](const ListRow &row) {
        return row.state != PayoutState::mismatch && row.reasonCode.isEmpty() && !row.newRecipient;
    };
    if (isClean(a) != isClean(b)) return isClean(b);
    return a.stateSince < b.stateSince;
}

void bringUp(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

Windows::Windows(PayoutDesk &desk, RecipientBook &book, TemplateBook &templates, const Clock &clock, MainWindow &window,
                 QObject *parent)
    : QObject(parent), m_desk(desk), m_book(book), m_templateBook(templates), m_clock(clock), m_window(window)
{
    connect(&window, &MainWindow::newPayoutRequested, this, [this] { openForm({}); });
    connect(&window, &MainWindow::editDraftRequested, this, [this](const PayoutId &id) { openForm(id); });
    connect(&window, &MainWindow::copyRequested, this, &Windows::copyAsDraft);
    connect(&window, &MainWindow::reviewRequested, this, &Windows::openReview);
    connect(&window, &MainWindow::sendDraftsRequested, this, &Windows::openSendDrafts);
    connect(&window, &MainWindow::groupConfirmRequested, this, &Windows::openGroupConfirm);
    connect(&window, &MainWindow::recipientsRequested, this, &Windows::openRecipients);
    connect(&window, &MainWindow::addToBookRequested, this, &Windows::addToBook);
    connect(&window, &MainWindow::templatesRequested, this, &Windows::openTemplates);
    connect(&window, &MainWindow::templateOfRequested, this, &Windows::saveAsTemplate);
    connect(&book, &RecipientBook::changed, this, &Windows::countRecipients);
    countRecipients();
}

void Windows::countRecipients()
{
    watch(m_book.recipients({.limit = 1}), this, [this](const Result<RecipientPage> &page) {
        if (page) m_window.setRecipientCount(page->total);
    });
}

PayoutForm *Windows::openForm(const PayoutId &id)
{
    return openForm(id, Made::toStay);
}

PayoutForm *Windows::openForm(const PayoutId &id, Made made)
{
    // A new payout's form has its draft's id only once it was saved, so the forms are asked, not their keys.
    for (const QPointer<PayoutForm> &open : std::as_const(m_forms)) {
        if (id.isEmpty() || !open || open->payout() != id) continue;
        bringUp(open);
        return open;
    }
    auto *form = new PayoutForm(m_desk, m_book, m_window.facts().accounts, m_window.facts().environment, &m_window);
    if (made == Made::forTheForm)
        form->openOwnDraft(id);
    else if (!id.isEmpty())
        form->openDraft(id);
    m_forms.removeAll(nullptr);
    m_forms.append(form);
    connect(form, &PayoutForm::sent, this, [this](const PayoutId &sent) { m_window.showPayout(sent); });
    connect(form, &PayoutForm::templateWanted, this,
            [this](const PayoutDraft &typed) { openTemplates()->beginNew(typed); });
    connect(form, &PayoutForm::leftNothing, this,
            [this] { m_window.tell(tr("Nothing was changed in the new draft, so it was not kept.")); });
    bringUp(form);
    Q_EMIT formOpened(form);
    return form;
}

void Windows::withAsked(const PayoutId &id, const std::function<void(const PayoutDraft &, qint64)> &then)
{
    watch(m_desk.dossier(id), this, [this, then](const Result<PayoutDossier> &dossier) {
        const auto asked = dossier ? askedOf(*dossier) : Result<PayoutDraft>(std::unexpected(dossier.error()));
        if (!asked) return m_window.tellProblem(asked.error());
        then(*asked, dossier->payout.number);
    });
}

void Windows::copyAsDraft(const PayoutId &id)
{
    withAsked(id, [this, id](const PayoutDraft &asked, qint64 number) {
        openAsDraft(copyOf(asked, {id, number}), Made::forTheForm);
    });
}

void Windows::openAsDraft(const PayoutDraft &draft, Made made)
{
    watch(m_desk.saveDraft({}, draft), this, [this, made](const Result<PayoutId> &id) {
        if (!id) return m_window.tellProblem(id.error());
        openForm(*id, made);
    });
}

TemplatesWindow *Windows::openTemplates()
{
    if (!m_templates) {
        m_templates = new TemplatesWindow(m_templateBook, m_clock, m_window.facts().environment, &m_window);
        connect(m_templates, &TemplatesWindow::draftWanted, this,
                [this](const PayoutDraft &draft) { openAsDraft(draft, Made::toStay); });
    }
    bringUp(m_templates);
    return m_templates;
}

void Windows::saveAsTemplate(const PayoutId &id)
{
    withAsked(id, [this](const PayoutDraft &asked, qint64) { openTemplates()->beginNew(asked); });
}

void Windows::openReview(const PayoutId &id)
{
    if (id.isEmpty()) return reviewNext(1);
    if (const auto open = m_reviews.value(id)) return bringUp(open);
    watch(m_desk.page({.folder = Folder::toReview, .limit = numbered}), this, [this, id](const Result<ListPage> &page) {
        int place = 0;
        for (qsizetype i = 0; page && i < page->rows.size(); ++i) {
            if (page->rows[i].id == id) place = static_cast<int>(i) + 1;
        }
        showReview(id, place, page ? static_cast<int>(page->total) : 0);
    });
}

void Windows::reviewNext(int place)
{
    watch(m_desk.page({.folder = Folder::toReview, .limit = numbered}), this,
          [this, place](const Result<ListPage> &page) {
              if (!page) return m_window.tellProblem(page.error());
              if (page->rows.isEmpty()) return m_window.tell(tr("Nothing waits for review."));
              const auto next = std::min_element(page->rows.begin(), page->rows.end(), isReviewedBefore);
              if (const auto open = m_reviews.value(next->id)) return bringUp(open); // leads on already
              showReview(next->id, place, static_cast<int>(page->total) + place - 1);
              const auto dialog = m_reviews.value(next->id);
              connect(dialog, &ReviewDialog::decided, this, [this, place] { reviewNext(place + 1); });
          });
}

void Windows::showReview(const PayoutId &id, int place, int count)
{
    if (const auto open = m_reviews.value(id)) return bringUp(open);
    auto *dialog = new ReviewDialog(m_desk, m_clock, id, m_window.facts().environment, &m_window);
    dialog->setReadOverTls(m_window.facts().bankReadOverTls);
    if (place > 0 && count > 1) dialog->setPlace(place, count);
    m_reviews.insert(id, dialog);
    connect(dialog, &ReviewDialog::decided, this, [this](const PayoutId &decided) { m_window.showPayout(decided); });
    bringUp(dialog);
    Q_EMIT reviewOpened(dialog);
}

void Windows::openRecipients()
{
    if (!m_recipients) {
        m_recipients = new RecipientsWindow(m_book, m_window.facts().environment, &m_window);
        connect(m_recipients, &RecipientsWindow::payWanted, this, &Windows::payTo);
        m_recipients->offerBanks([this](const QString &text, qsizetype limit) { return m_desk.banks(text, limit); });
    }
    bringUp(m_recipients);
}

void Windows::addToBook(const PayoutId &id)
{
    withAsked(id, [this](const PayoutDraft &asked, qint64) {
        const RecipientDetails details = recipientOf(asked);
        watch(m_book.save({}, 0, details), this, [this, details](const Result<RecipientRecord> &saved) {
            if (saved) return m_window.tell(tr("%1 is in the address book now.").arg(visibleText(details.name)));
            if (saved.error().code == ErrorCode::storeConflict)
                return m_window.tell(tr("This account is in the address book already."));
            openRecipients(); // something is to be corrected first
            m_recipients->beginWith(details);
        });
    });
}

void Windows::openSendDrafts()
{
    if (!m_sendDrafts) {
        m_sendDrafts = new SendDraftsWindow(m_desk, m_window.facts().environment, &m_window);
        m_sendDrafts->setHabit(m_batchHabit);
        connect(m_sendDrafts, &SendDraftsWindow::draftWanted, this, [this](const PayoutId &id) { openForm(id); });
        connect(m_sendDrafts, &SendDraftsWindow::habitChanged, this, [this](const BatchHabit &habit) {
            m_batchHabit = habit;
            Q_EMIT batchHabitChanged(habit);
        });
    }
    bringUp(m_sendDrafts);
}

void Windows::openGroupConfirm()
{
    if (!m_groupConfirm)
        m_groupConfirm = new GroupConfirmWindow(m_desk, m_clock, m_window.facts().environment, &m_window);
    bringUp(m_groupConfirm);
}

void Windows::payTo(const RecipientRecord &entry)
{
    PayoutDraft draft;
    if (!m_window.facts().accounts.isEmpty()) draft.senderAccount = m_window.facts().accounts.first().text();
    openAsDraft(withRecipient(draft, entry), Made::forTheForm);
}

} // namespace countersign::ui
