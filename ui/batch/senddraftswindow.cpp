#include "ui/batch/senddraftswindow.h"

#include "core/futures.h"
#include "ui/batch/batchtable.h"
#include "ui/help/helplink.h"
#include "ui/help/helppage.h"
#include "ui/models/errorwords.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

enum Order { oldestFirst, smallestFirst, largestFirst };
constexpr int pageSize = 1000;

/// Why a draft can't go with others; empty: it can.
QString hindrance(const ListRow &draft)
{
    if (!draft.amountKopecks) return SendDraftsWindow::tr("Not finished: there is no amount. Open it first.");
    if (draft.newRecipient)
        return SendDraftsWindow::tr("New or changed recipient: open it and check the account first.");
    if (draft.repeats.isEmpty()) return {};
    return SendDraftsWindow::tr("Looks like No. %1: open it and say that it is another payout.")
        .arg(draft.repeats.first());
}

BatchRow rowOf(const ListRow &draft)
{
    const QString hindered = hindrance(draft);
    return {.id = draft.id,
            .number = draft.number,
            .name = draft.recipientName,
            .account = draft.recipientAccount,
            .bik = {},
            .purpose = draft.purpose,
            .amountKopecks = draft.amountKopecks,
            .senderAccount = QString(draft.senderAccount).remove(u' '),
            .standing = hindered.isEmpty() ? SendDraftsWindow::tr("Draft") : hindered,
            .chosen = hindered.isEmpty(),
            .open = hindered.isEmpty(),
            .draftSha256 = sha256Hex(draft.draft)};
}

QString refusal(const Error &error)
{
    return error.code == ErrorCode::staleView
               ? SendDraftsWindow::tr("Still a draft. It was changed after it was listed here.")
               : SendDraftsWindow::tr("Still a draft. %1").arg(errorSentence(error));
}

bool goesBefore(const ListRow &a, const ListRow &b, int order)
{
    if (order == smallestFirst && a.amountKopecks != b.amountKopecks) return a.amountKopecks < b.amountKopecks;
    if (order == largestFirst && a.amountKopecks != b.amountKopecks) return a.amountKopecks > b.amountKopecks;
    return a.number < b.number;
}

} // namespace

SendDraftsWindow::SendDraftsWindow(PayoutDesk &desk, EnvironmentKind environment, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_sending(desk)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send drafts for checking"));
    setHelpTopic(*this, HelpTopic::several);
    setMinimumSize(760, 480);
    resize(1024, 660);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(head());
    layout->addWidget(choices());
    m_table = new BatchTable(m_model, BatchTable::Rows::twoLines, this);
    layout->addWidget(m_table, 1);
    layout->addWidget(horizontalRule(this));
    layout->addWidget(footer());

    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &at) { openDraft(at.row()); });
    connect(&m_model, &BatchModel::choiceChanged, this, &SendDraftsWindow::showStanding);
    connect(&m_sending, &BatchSending::changed, this, &SendDraftsWindow::showStanding);
    connect(&m_sending, &BatchSending::sentOne, this,
            [this](const PayoutId &id) { m_model.settle(id, tr("Sent for checking")); });
    connect(&m_sending, &BatchSending::refusedOne, this, [this](const PayoutId &id, const Error &error) {
        m_lastRefusal = error;
        m_model.settle(id, refusal(error));
        if (error.code == ErrorCode::staleView) m_outdated = true;
    });
    connect(&m_sending, &BatchSending::changed, this, &SendDraftsWindow::readAgainWhenIdle);
    connect(&m_desk, &PayoutDesk::payoutChanged, this, &SendDraftsWindow::noteChange);
    showStanding();
    read();
}

QWidget *SendDraftsWindow::head()
{
    auto *area = new QWidget(this);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(20, 12, 20, 4);
    m_total = plainLabel({}, Tone::strong, area);
    m_total->setObjectName(u"batchTotal"_s);
    m_total->setFont(amountFont(140));
    m_balanceLine = plainLabel({}, Tone::muted, area);
    m_balanceLine->setObjectName(u"batchBalance"_s);
    layout->addWidget(m_total);
    layout->addWidget(m_balanceLine);
    layout->addWidget(plainLabel(tr("The bank checks each of them and answers what it is going to pay. Nothing is paid "
                                    "before you have reviewed and confirmed it."),
                                 Tone::muted, area));
    return area;
}

QWidget *SendDraftsWindow::choices()
{
    auto *area = new QWidget(this);
    m_all = new HintButton(tr("Choose all"), {}, area);
    m_all->setObjectName(u"chooseAll"_s);
    m_none = new HintButton(tr("Choose none"), {}, area);
    m_none->setObjectName(u"chooseNone"_s);
    m_order = new ChoiceBox(area);
    m_order->setObjectName(u"batchOrder"_s);
    m_order->addItems({tr("Oldest first"), tr("Smallest amount first"), tr("Largest amount first")});
    m_pace = new ChoiceBox(area);
    m_pace->setObjectName(u"batchPace"_s);
    m_pace->addItem(tr("As fast as possible"), 0);
    for (const int perMinute : {60, 20, 6})
        m_pace->addItem(tr("%n a minute", "payouts sent, at most", perMinute), perMinute);
    auto *orderLabel = plainLabel(tr("&Order"), Tone::normal, area);
    orderLabel->setWordWrap(false);
    orderLabel->setBuddy(m_order);
    auto *paceLabel = plainLabel(tr("&Pace"), Tone::normal, area);
    paceLabel->setWordWrap(false);
    paceLabel->setBuddy(m_pace);
    auto *layout = new QHBoxLayout(area);
    layout->setContentsMargins(20, 4, 20, 10);
    layout->addWidget(m_all);
    layout->addWidget(m_none);
    layout->addSpacing(12);
    layout->addStretch();
    layout->addWidget(orderLabel);
    layout->addWidget(m_order);
    layout->addSpacing(12);
    layout->addWidget(paceLabel);
    layout->addWidget(m_pace);
    connect(m_all, &QPushButton::clicked, this, [this] { m_model.setAllChosen(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_model.setAllChosen(false); });
    connect(m_order, &ChoiceBox::currentIndexChanged, this, &SendDraftsWindow::showRows);
    for (ChoiceBox *box : {m_order, m_pace})
        connect(box, &ChoiceBox::activated, this, [this] { Q_EMIT habitChanged(habit()); });
    return area;
}

void SendDraftsWindow::setHabit(const BatchHabit &habit)
{
    if (habit.order >= 0 && habit.order < m_order->count()) m_order->setCurrentIndex(habit.order);
    if (const int pace = m_pace->findData(habit.perMinute); pace >= 0) m_pace->setCurrentIndex(pace);
}

BatchHabit SendDraftsWindow::habit() const
{
    return {.order = m_order->currentIndex(), .perMinute = m_pace->currentData().toInt()};
}

QWidget *SendDraftsWindow::footer()
{
    auto *area = new QWidget(this);
    m_progress = plainLabel({}, Tone::muted, area);
    m_progress->setObjectName(u"batchProgress"_s);
    m_help = new HelpLink(area);
    m_pause = new HintButton({}, {}, area);
    m_pause->setObjectName(u"batchPause"_s);
    m_stop = new HintButton(tr("Stop"), {}, area);
    m_stop->setObjectName(u"batchStop"_s);
    auto *close = new HintButton(tr("Close"), tr("Esc"), area);
    close->setObjectName(u"batchClose"_s);
    m_send = new HintButton({}, {}, area);
    m_send->setObjectName(u"batchSend"_s);
    setButtonRole(m_send, ButtonRole::primary);
    for (QPushButton *button : {m_pause, m_stop, static_cast<QPushButton *>(close), m_send})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(area);
    layout->setContentsMargins(20, 11, 20, 11);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_help);
    layout->addWidget(m_stop);
    layout->addWidget(m_pause);
    layout->addWidget(close);
    layout->addWidget(m_send);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_sending.standing() == BatchSending::Standing::paused) {
            m_sending.resume();
        } else {
            m_sending.pause();
        }
    });
    connect(m_stop, &QPushButton::clicked, &m_sending, &BatchSending::stop);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &SendDraftsWindow::send);
    return area;
}

void SendDraftsWindow::read()
{
    m_isReading = true;
    const auto read = static_cast<int>(m_reading.size());
    const int offset = std::max(0, read - 1); // the last row once more: it tells whether the list has moved
    const ListQuery next{.folder = Folder::drafts, .offset = offset, .limit = std::min(pageSize, mostDrafts - offset)};
    watch(m_desk.page(next), this, [this](const Result<ListPage> &page) {
        if (page) return take(*page);
        m_isReading = false;
        m_reading.clear();
        m_unread = page.error();
        showStanding();
    });
}

void SendDraftsWindow::take(const ListPage &page)
{
    m_unread.reset();
    m_inAll = page.total;
    const qsizetype known = m_reading.isEmpty() ? 0 : 1;
    if (known > 0 && (page.rows.isEmpty() || page.rows.first().id != m_reading.last().id)) {
        m_reading.clear(); // some went or came meanwhile: rows would be left out, or stand here twice
        return read();
    }
    const QList<ListRow> more = page.rows.mid(known);
    m_reading += more;
    if (!more.isEmpty() && m_reading.size() < std::min<qint64>(page.total, mostDrafts)) return read();
    m_isReading = false;
    merge();
    readAgainWhenIdle();
}

/// What has become of a draft stays, and so does what was chosen; a draft that is another one now is shown anew.
BatchRow SendDraftsWindow::mergedRow(const ListRow &draft) const
{
    BatchRow row = rowOf(draft);
    const bool first = m_model.rowCount() == 0;
    row.chosen = row.chosen && first; // what comes later is chosen by a person
    const auto place = m_model.rowOf(draft.id);
    if (!place) return row;
    const BatchRow &known = m_model.rows()[*place];
    const bool same = known.draftSha256 == row.draftSha256;
    if (same && (known.settled || (known.open && row.open))) return known;
    if (row.open && !same) row.standing = tr("Changed meanwhile: look at it again.");
    return row;
}

/// Of the rows on the screen none disappears.
void SendDraftsWindow::settleWhatIsGone()
{
    QSet<PayoutId> there;
    for (const ListRow &row : std::as_const(m_reading))
        there.insert(row.id);
    for (const ListRow &listed : std::as_const(m_drafts)) {
        if (there.contains(listed.id)) continue;
        m_reading.append(listed);
        const auto place = m_model.rowOf(listed.id);
        if (place && !m_model.rows()[*place].settled) m_model.settle(listed.id, tr("No longer a draft."));
    }
}

void SendDraftsWindow::merge()
{
    settleWhatIsGone();
    m_drafts = std::exchange(m_reading, {});
    showRows();
}

void SendDraftsWindow::noteChange(const PayoutId &id)
{
    const auto place = m_model.rowOf(id);
    if (!place || m_model.rows()[*place].settled) return;
    m_outdated = true;
    readAgainWhenIdle();
}

void SendDraftsWindow::readAgainWhenIdle()
{
    using Standing = BatchSending::Standing;
    const bool busy = m_sending.standing() == Standing::sending || m_sending.standing() == Standing::paused;
    if (busy || m_isReading || !m_outdated) return;
    m_outdated = false;
    read();
}

void SendDraftsWindow::showRows()
{
    std::stable_sort(m_drafts.begin(), m_drafts.end(),
                     [this](const ListRow &a, const ListRow &b) { return goesBefore(a, b, m_order->currentIndex()); });
    QList<BatchRow> rows;
    for (const ListRow &draft : std::as_const(m_drafts))
        rows.append(mergedRow(draft));
    m_model.setRows(std::move(rows));
    askForBalances();
}

void SendDraftsWindow::askForBalances()
{
    for (const BatchRow &row : m_model.rows()) {
        const QString &text = row.senderAccount;
        if (m_balances.contains(text)) continue;
        m_balances.insert(text, std::nullopt);
        const auto account = AccountNumber::parse(text);
        if (!account) continue;
        watch(m_desk.balance(*account), this, [this, text](const Result<Balance> &balance) {
            if (balance) m_balances[text] = balance->amount.kopecks();
            showStanding();
        });
    }
}

QString SendDraftsWindow::totalWords() const
{
    const auto count = static_cast<int>(m_model.chosen().size());
    return tr("%n payouts", "chosen to be sent", count) + u" · "_s + amountWords(m_model.chosenKopecks());
}

QString SendDraftsWindow::balanceWords(const QString &account, qint64 needed) const
{
    const bool onlyOne = m_balances.size() == 1;
    const std::optional<qint64> known = m_balances.value(account);
    if (!known) {
        return onlyOne ? tr("The balance is not known.")
                       : tr("Account …%1: the balance is not known.").arg(account.right(4));
    }
    const QString balance = amountWords(*known);
    const qint64 left = *known - needed;
    const QString rest = amountWords(std::abs(left));
    if (onlyOne) {
        return left < 0 ? tr("Balance %1: %2 are missing for all of them.").arg(balance, rest)
                        : tr("Balance %1; %2 would be left.").arg(balance, rest);
    }
    return left < 0 ? tr("Account …%1: balance %2, %3 are missing.").arg(account.right(4), balance, rest)
                    : tr("Account …%1: balance %2; %3 would be left.").arg(account.right(4), balance, rest);
}

/// Each account by itself: what one of them has does not help the drafts of another.
void SendDraftsWindow::showBalances()
{
    QMap<QString, qint64> needed;
    for (const BatchRow &row : m_model.chosen())
        needed[row.senderAccount] += row.amountKopecks.value_or(0);
    QStringList lines;
    bool missing = false;
    for (auto each = m_balances.cbegin(); each != m_balances.cend(); ++each) {
        if (!needed.isEmpty() && !needed.contains(each.key())) continue;
        lines += balanceWords(each.key(), needed.value(each.key()));
        missing = missing || (each.value() && *each.value() < needed.value(each.key()));
    }
    // Whether the balance knows of payouts that are under way is the bank's secret: nothing is promised of them.
    if (lines.isEmpty())
        lines += tr("The balance is not known.");
    else
        lines += tr("Payouts that the bank has already been asked for are not deducted.");
    m_balanceLine->setText(lines.join(u'\n'));
    setTone(m_balanceLine, missing ? Tone::warn : Tone::muted);
}

QString SendDraftsWindow::standingWords() const
{
    QStringList parts;
    if (m_inAll > m_drafts.size()) parts += tr("These are the newest %n drafts.", "", mostDrafts);
    const QList<BatchRow> &rows = m_model.rows();
    const auto hindered = std::count_if(rows.begin(), rows.end(), [](const BatchRow &row) { return !row.open; });
    if (hindered > 0) {
        parts += hindered == rows.size()
                     ? tr("None of these drafts can be sent with others; the list says why.")
                     : tr("Drafts that can't be sent with others: %1. The list says why.").arg(hindered);
        parts += tr("Enter or a double click opens a draft.");
    }
    return parts.join(u' ');
}

void SendDraftsWindow::openDraft(int row)
{
    using Standing = BatchSending::Standing;
    const bool busy = m_sending.standing() == Standing::sending || m_sending.standing() == Standing::paused;
    if (busy || row < 0 || row >= m_model.rows().size() || m_model.rows()[row].settled) return;
    Q_EMIT draftWanted(m_model.rows()[row].id);
}

QString SendDraftsWindow::progressWords() const
{
    QStringList parts;
    switch (m_sending.standing()) {
    case BatchSending::Standing::idle:
        return m_unread ? errorSentence(*m_unread) : standingWords();
    case BatchSending::Standing::sending:
    case BatchSending::Standing::ended:
        parts += tr("%1 of %2 sent.").arg(m_sending.sent()).arg(m_chosenAtStart);
        break;
    case BatchSending::Standing::paused:
        parts += tr("Paused: %1 of %2 sent.").arg(m_sending.sent()).arg(m_chosenAtStart);
        break;
    }
    if (m_sending.refused() > 0) parts += tr("%n are still drafts, see the list.", "", m_sending.refused());
    if (const auto &why = m_sending.obstacle() ? m_sending.obstacle() : m_unread) parts += errorSentence(*why);
    return parts.join(u' ');
}

std::optional<HelpTopic> SendDraftsWindow::helpWithProgress() const
{
    const std::optional<Error> &why = m_sending.obstacle() ? m_sending.obstacle() : m_unread ? m_unread : m_lastRefusal;
    return why ? helpTopicOf(why->code) : std::nullopt;
}

void SendDraftsWindow::showStanding()
{
    using Standing = BatchSending::Standing;
    const Standing standing = m_sending.standing();
    const bool choosing = standing == Standing::idle || standing == Standing::ended;
    const bool any = !m_model.chosen().isEmpty();
    m_model.setLocked(!choosing);
    m_total->setText(totalWords());
    showBalances();
    m_progress->setText(progressWords());
    m_help->offer(helpWithProgress());
    for (ChoiceBox *widget : {m_order, m_pace})
        widget->setEnabled(choosing && m_model.rowCount() > 0);
    const QList<BatchRow> &rows = m_model.rows();
    const bool choosable = std::any_of(rows.begin(), rows.end(), [](const BatchRow &row) { return row.open; });
    for (QPushButton *button : {m_all, m_none})
        button->setEnabled(choosing && choosable);
    m_pause->setVisible(!choosing);
    m_pause->setText(standing == Standing::paused ? tr("Go on") : tr("Pause"));
    m_stop->setVisible(!choosing);
    m_send->setVisible(choosing);
    m_send->setEnabled(choosing && any);
    m_send->setText(any ? tr("Send %n for checking", "payouts", static_cast<int>(m_model.chosen().size()))
                        : tr("Send for checking"));
}

void SendDraftsWindow::send()
{
    QList<ListedDraft> drafts;
    const QList<BatchRow> chosen = m_model.chosen();
    for (const BatchRow &row : chosen)
        drafts.append({row.id, row.draftSha256});
    m_chosenAtStart = static_cast<int>(drafts.size());
    m_lastRefusal.reset();
    m_sending.start(drafts, m_pace->currentData().toInt());
}

} // namespace countersign::ui
