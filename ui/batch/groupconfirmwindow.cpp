#include "ui/batch/groupconfirmwindow.h"

#include "core/futures.h"
#include "domain/requisites.h"
#include "ui/batch/batchtable.h"
#include "ui/help/helplink.h"
#include "ui/help/helppage.h"
#include "ui/models/comparisonwords.h"
#include "ui/models/errorwords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/visibletext.h"
#include "ui/review/deliberatebutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr milliseconds listLookEvery{100};
constexpr int atOnce = 4; ///< readings and decisions under way

/// The same in every field, nothing to tick, no mark, not urgent, and the desk would take the confirm.
bool goesWithOthers(const ReviewSheet &sheet)
{
    return !sheet.asked.urgent && effectOf(sheet) == Effect::clean && sheet.comparison.sameEverywhere() &&
           sheet.confirmPossible && !sheet.gestureNeeded && sheet.requiredTicks.isEmpty() && !sheet.recipientAct &&
           !sheet.standingSince && !sheet.retypingNeeded && sheet.duplicateActs.isEmpty() &&
           sheet.repeatsSince.isEmpty();
}

BatchRow rowOf(const ListRow &row, const ReviewSheet &sheet)
{
    const PayoutContent &asked = sheet.asked;
    return {.id = row.id,
            .number = row.number,
            .name = asked.recipientName,
            .account = asked.account.text(),
            .bik = asked.bik.text(),
            .inn = asked.inn ? asked.inn->text() : QString(),
            .kpp = asked.kpp ? asked.kpp->text() : QString(),
            .purpose = asked.purpose,
            .amountKopecks = asked.amount.kopecks(),
            .senderAccount = asked.senderAccount.text(),
            .standing = GroupConfirmWindow::tr("= same as asked\nBIK %1\nfrom account …%2")
                            .arg(asked.bik.text(), asked.senderAccount.text().last(4)),
            .chosen = true,
            .open = true};
}

} // namespace

GroupConfirmWindow::GroupConfirmWindow(PayoutDesk &desk, const Clock &clock, EnvironmentKind environment,
                                       QWidget *parent)
    : QDialog(parent), m_desk(desk), m_clock(clock)
{
    setHelpTopic(*this, HelpTopic::several);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Confirm several payouts"));
    setMinimumSize(900, 480);
    resize(1024, 660);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(head());
    m_table = new BatchTable(m_model, BatchTable::Rows::inFull, this);
    layout->addWidget(m_table, 1);
    layout->addWidget(horizontalRule(this));
    layout->addWidget(footer());

    connect(&m_model, &BatchModel::choiceChanged, this, &GroupConfirmWindow::showStanding);
    connect(m_table, &BatchTable::rowSeen, this, [this](int row) {
        m_toOpen.push_back(m_model.rows()[row].id);
        openNext();
    });
    connect(&m_desk, &PayoutDesk::payoutChanged, this, [this](const PayoutId &id) {
        if (m_phase == Phase::looking && m_looked.contains(id)) lookWhetherChanged(id);
    });
    m_lookTimer.setInterval(listLookEvery);
    connect(&m_lookTimer, &QTimer::timeout, this, &GroupConfirmWindow::look);
    showStanding();
    read();
}

QWidget *GroupConfirmWindow::head()
{
    auto *area = new QWidget(this);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(20, 12, 20, 10);
    m_total = plainLabel({}, Tone::strong, area);
    m_total->setObjectName(u"groupTotal"_s);
    m_total->setFont(amountFont(160));
    m_effect = new Note(area);
    m_effect->setObjectName(u"groupEffect"_s);
    m_leftOutLine = plainLabel({}, Tone::muted, area);
    m_leftOutLine->setObjectName(u"groupLeftOut"_s);
    m_fromLine = plainLabel({}, Tone::normal, area);
    m_fromLine->setObjectName(u"groupFrom"_s);
    layout->addWidget(m_total);
    layout->addWidget(m_fromLine);
    layout->addWidget(m_effect);
    layout->addWidget(m_leftOutLine);
    return area;
}

QWidget *GroupConfirmWindow::footer()
{
    auto *area = new QWidget(this);
    m_standing = plainLabel({}, Tone::muted, area);
    m_standing->setObjectName(u"groupStanding"_s);
    m_help = new HelpLink(area);
    m_later = new HintButton(tr("Decide later"), tr("Esc"), area);
    m_later->setObjectName(u"groupLater"_s);
    m_later->setAutoDefault(false);
    m_confirm = new DeliberateButton(tr("Confirm"), m_clock, area);
    m_confirm->setObjectName(u"groupConfirm"_s);
    m_confirm->setAutoDefault(false);
    setButtonRole(m_confirm, ButtonRole::primary);
    auto *layout = new QHBoxLayout(area);
    layout->setContentsMargins(20, 11, 20, 11);
    layout->addWidget(m_standing, 1);
    layout->addWidget(m_help);
    layout->addWidget(m_later);
    layout->addWidget(m_confirm);
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &GroupConfirmWindow::confirm);
    return area;
}

void GroupConfirmWindow::read()
{
    watch(m_desk.page({.folder = Folder::toReview, .limit = mostPayouts}), this, [this](const Result<ListPage> &page) {
        if (!page) {
            m_problem = page.error();
            return showStanding();
        }
        m_leftOut = static_cast<int>(page->total - page->rows.size());
        m_toRead.assign(page->rows.begin(), page->rows.end());
        readNext();
    });
}

void GroupConfirmWindow::readNext()
{
    while (m_underWay < atOnce && !m_toRead.empty()) {
        const ListRow row = m_toRead.front();
        m_toRead.pop_front();
        ++m_underWay;
        watch(m_desk.readReview(row.id), this, [this, row](const Result<ReviewSheet> &sheet) {
            --m_underWay;
            take(row, sheet);
            readNext();
        });
    }
    if (m_underWay == 0 && m_toRead.empty() && m_phase == Phase::reading) showRows();
}

void GroupConfirmWindow::take(const ListRow &row, const Result<ReviewSheet> &sheet)
{
    if (!sheet || !goesWithOthers(*sheet)) {
        ++m_leftOut;
        return;
    }
    m_looked.insert(row.id, {.viewSha256 = sheet->viewSha256, .answerSha256 = sheet->info.bytesSha256});
    m_clean.append(rowOf(row, *sheet));
}

void GroupConfirmWindow::showRows()
{
    m_phase = Phase::looking;
    std::sort(m_clean.begin(), m_clean.end(), [](const BatchRow &a, const BatchRow &b) { return a.number < b.number; });
    m_model.setRows(m_clean);
    m_lookTimer.start();
    look();
}

void GroupConfirmWindow::openNext()
{
    while (m_underWay < atOnce && !m_toOpen.empty()) {
        const PayoutId id = m_toOpen.front();
        m_toOpen.pop_front();
        ++m_underWay;
        watch(m_desk.openReview(id), this, [this, id](const Result<ReviewSheet> &sheet) {
            --m_underWay;
            takeView(id, sheet);
            openNext();
        });
    }
    showStanding();
}

/// What is stored as seen must be what the row was made of.
void GroupConfirmWindow::takeView(const PayoutId &id, const Result<ReviewSheet> &sheet)
{
    Looked &looked = m_looked[id];
    if (!sheet || !goesWithOthers(*sheet) || sheet->viewSha256 != looked.viewSha256) {
        return m_model.settle(id, tr("Something changed: review it by itself."));
    }
    looked.openedAt = sheet->openedAt;
    m_lastOpenedAt = m_clock.monotonic();
}

/// A reading that says the same again changes nothing; while that is not known, nothing is confirmed.
void GroupConfirmWindow::lookWhetherChanged(const PayoutId &id)
{
    ++m_rereading;
    showStanding();
    watch(m_desk.dossier(id), this, [this, id](const Result<PayoutDossier> &dossier) {
        --m_rereading;
        const bool same = dossier && dossier->payout.state == PayoutState::review && dossier->confirmInfo &&
                          dossier->confirmInfo->bytesSha256 == m_looked.value(id).answerSha256;
        if (!same && m_phase == Phase::looking) m_model.settle(id, tr("Something changed: review it by itself."));
        showStanding();
    });
}

void GroupConfirmWindow::look()
{
    if (m_phase != Phase::looking) return;
    m_table->look();
    showStanding();
}

QString GroupConfirmWindow::whyNotYet() const
{
    if (m_rereading > 0) return tr("Reading the bank's answers…");
    if (m_model.chosen().isEmpty()) return tr("No payout is chosen.");
    if (!m_table->allSeen()) return tr("Scroll to see the whole list; then it can be confirmed.");
    if (m_underWay > 0 || !m_toOpen.empty()) return tr("Reading the bank's answers…");
    if (m_clock.monotonic() - m_lastOpenedAt < shortestLook) return tr("Take a moment to look.");
    return {};
}

QString GroupConfirmWindow::outcomeWords() const
{
    const QString confirmed = tr("%n payouts confirmed.", "", m_confirmed);
    if (m_refused == 0) return confirmed;
    return confirmed + u' ' + tr("%n were not confirmed, see the list.", "", m_refused);
}

/// From which of our accounts how much goes; a payout from another one than the rest says so in its row.
QString GroupConfirmWindow::fromWords() const
{
    QMap<QString, std::pair<int, qint64>> each;
    for (const BatchRow &row : m_model.chosen()) {
        auto &[count, kopecks] = each[row.senderAccount];
        ++count;
        kopecks += row.amountKopecks.value_or(0);
    }
    if (each.size() == 1) return tr("From account %1").arg(groupedDigits(each.firstKey()));
    QStringList lines;
    for (auto it = each.cbegin(); it != each.cend(); ++it)
        lines +=
            tr("From account %1: %n payouts, %2", "", it->first).arg(groupedDigits(it.key()), amountWords(it->second));
    return lines.join(u'\n');
}

void GroupConfirmWindow::showStanding()
{
    const auto count = static_cast<int>(m_model.chosen().size());
    const QString total = amountWords(m_model.chosenKopecks());
    const bool none = m_phase != Phase::reading && m_model.rowCount() == 0;
    m_total->setText(tr("%n payouts", "chosen to be confirmed", count) + u" · "_s + total);
    m_fromLine->setText(fromWords());
    m_fromLine->setVisible(!none && count > 0);
    m_leftOutLine->setText(
        none
            ? tr("%n payouts wait for a review of their own: something differs, is new or needs a look.", "", m_leftOut)
            : tr("%n more wait for a review of their own: something differs, is new or needs a look.", "", m_leftOut));
    m_leftOutLine->setVisible(m_leftOut > 0);
    m_total->setVisible(!none);
    m_later->setText(none || m_phase == Phase::done ? tr("Close") : tr("Decide later"));
    m_effect->setVisible(m_phase != Phase::reading);
    if (none) {
        m_effect->setContent(Note::Grade::info, u"i"_s, tr("There is nothing that could be confirmed together."));
    } else {
        m_effect->setContent(Note::Grade::good, u"="_s,
                             tr("In each of these the bank's answer is the same as your request in every field."),
                             tr("Untick what you want to look at by itself."));
    }
    const bool looking = m_phase == Phase::looking;
    const QString notYet = looking ? whyNotYet() : QString();
    m_confirm->setEnabled(looking && notYet.isEmpty());
    m_confirm->setVisible(m_phase != Phase::done && !none);
    m_confirm->setText(tr("Confirm %n payouts of %1 in all", "", count).arg(total));
    m_confirm->setAccessibleName(m_confirm->text());
    m_help->offer(m_problem ? helpTopicOf(m_problem->code) : std::nullopt);
    switch (m_phase) {
    case Phase::reading:
        return m_standing->setText(m_problem ? errorSentence(*m_problem) : tr("Reading the bank's answers…"));
    case Phase::looking:
        return m_standing->setText(none ? QString() : notYet);
    case Phase::confirming:
        return m_standing->setText(tr("Your decisions are being stored…"));
    case Phase::done:
        return m_standing->setText(outcomeWords());
    }
}

void GroupConfirmWindow::confirm()
{
    if (m_phase != Phase::looking || !whyNotYet().isEmpty()) return;
    m_phase = Phase::confirming;
    m_lookTimer.stop();
    m_model.setLocked(true);
    const QList<BatchRow> chosen = m_model.chosen();
    for (const BatchRow &row : chosen)
        m_toConfirm.push_back(row.id);
    confirmNext();
    showStanding();
}

void GroupConfirmWindow::confirmNext()
{
    while (m_underWay < atOnce && !m_toConfirm.empty()) {
        const PayoutId id = m_toConfirm.front();
        m_toConfirm.pop_front();
        const Looked looked = m_looked.value(id);
        ++m_underWay;
        const ReviewAct act{.kind = DecisionKind::approve,
                            .viewSha256 = looked.viewSha256,
                            .openedAt = looked.openedAt.value_or(m_clock.now()), // unseen: too fresh for the gate
                            .ticks = {},
                            .typedDigits = {},
                            .reason = {}};
        watch(m_desk.decide(id, act), this, [this, id](const Result<> &done) {
            --m_underWay;
            ++(done ? m_confirmed : m_refused);
            if (!done) m_problem = done.error();
            m_model.settle(id, done ? tr("Confirmed") : tr("Not confirmed. %1").arg(errorSentence(done.error())));
            if (done) Q_EMIT decided(id);
            confirmNext();
        });
    }
    if (m_underWay > 0 || !m_toConfirm.empty()) return;
    m_phase = Phase::done;
    showStanding();
}

} // namespace countersign::ui
