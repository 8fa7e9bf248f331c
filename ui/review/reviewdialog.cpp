#include "ui/review/reviewdialog.h"

#include "core/futures.h"
#include "domain/workingdays.h"
#include "ui/help/helppage.h"
#include "ui/models/comparisonwords.h"
#include "ui/models/datewords.h"
#include "ui/models/directorywords.h"
#include "ui/models/errorwords.h"
#include "ui/models/moneywords.h"
#include "ui/models/recipientwords.h"
#include "ui/models/reviewrows.h"
#include "ui/models/visibletext.h"
#include "ui/payouts/historyview.h"
#include "ui/review/comparisontable.h"
#include "ui/review/deliberatebutton.h"
#include "ui/review/headedscroll.h"
#include "ui/review/receivedview.h"
#include "ui/review/reviewacts.h"
#include "ui/review/rowsseen.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr milliseconds lookEvery{100};

Note::Grade gradeOf(Effect effect)
{
    switch (effect) {
    case Effect::clean:
        return Note::Grade::good;
    case Effect::partly:
        return Note::Grade::info;
    case Effect::look:
        return Note::Grade::warn;
    case Effect::differs:
        return Note::Grade::danger;
    }
    return Note::Grade::danger;
}

qsizetype unknownMembers(const Comparison &comparison)
{
    return std::count_if(comparison.fields.cbegin(), comparison.fields.cend(),
                         [](const ComparedField &field) { return field.field == ReviewField::unknownMember; });
}

} // namespace

ReviewDialog::ReviewDialog(PayoutDesk &desk, const Clock &clock, PayoutId payout, EnvironmentKind environment,
                           QWidget *parent)
    : QDialog(parent), m_desk(desk), m_clock(clock), m_payout(std::move(payout)), m_rowsSeen(new RowsSeen(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(*this, HelpTopic::review);
    setMinimumSize(760, 480);
    resize(1024, 700);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(headArea(), 1);
    layout->addWidget(footer());
    showTitle();
    connect(&m_desk, &PayoutDesk::payoutChanged, this, [this](const PayoutId &id) {
        if (id == m_payout) lookWhetherChanged();
    });
    connect(&m_lookTimer, &QTimer::timeout, this, &ReviewDialog::look);
    m_lookTimer.setParent(this);
    m_lookTimer.setObjectName(u"look"_s);
    m_lookTimer.setInterval(lookEvery);
    openSheet();
}

ReviewDialog::~ReviewDialog() = default;

void ReviewDialog::setPlace(int place, int count)
{
    m_place = place;
    m_count = count;
    showTitle();
}

void ReviewDialog::showTitle()
{
    if (m_count > 1)
        setWindowTitle(tr("Review payout — %1 of %2").arg(m_place).arg(m_count));
    else if (m_sheet)
        setWindowTitle(tr("Review payout %1").arg(m_sheet->number));
    else
        setWindowTitle(tr("Review payout"));
}

QWidget *ReviewDialog::headArea()
{
    auto *area = new QWidget(this);
    area->setProperty("ground", u"base"_s);
    m_amountHead = plainLabel({}, Tone::small, area);
    m_amount = plainLabel({}, Tone::strong, area);
    m_amount->setObjectName(u"amount"_s);
    m_amount->setFont(amountFont(210));
    m_amount->setWordWrap(false);
    m_words = plainLabel({}, Tone::muted, area);
    m_origin = plainLabel({}, Tone::small, area);
    m_origin->setObjectName(u"origin"_s);
    m_origin->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_origin->setWordWrap(false);
    m_effect = new Note(area);
    m_effect->setObjectName(u"effect"_s);
    m_effect->hide();
    m_tabs = new QTabWidget(area);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Views of the bank's answer"));
    m_tabs->tabBar()->setDrawBase(false);
    m_scroll = new HeadedScroll(ComparisonTable::columnHeads(), m_tabs);
    m_scroll->setObjectName(u"sideBySide"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMaximumWidth(readableWidth()); // what is compared stands side by side on a large screen as well
    m_scroll->setAccessibleName(tr("What you asked for beside what the bank will pay"));
    m_tabs->addTab(m_scroll, tr("Side by side"));
    m_problem = new Note(area);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    m_lookAgain = new HintButton(tr("Look again"), {}, area);
    m_lookAgain->setObjectName(u"lookAgain"_s);
    m_lookAgain->hide();
    connect(m_lookAgain, &QPushButton::clicked, this, &ReviewDialog::openSheet);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_rowsSeen->look(); });

    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(20, 12, 20, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_amountHead, 0, 0, 1, 2);
    grid->addWidget(m_amount, 1, 0);
    grid->addWidget(m_words, 1, 1);
    grid->addWidget(m_origin, 0, 2, 2, 1);
    grid->setRowMinimumHeight(2, 8);
    grid->addWidget(m_effect, 3, 0, 1, 3);
    grid->setRowMinimumHeight(4, 4);
    grid->addWidget(m_tabs, 5, 0, 1, 3);
    grid->addWidget(m_problem, 6, 0, 1, 3);
    grid->addWidget(m_lookAgain, 7, 0, 1, 3, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(5, 1);
    return area;
}

QWidget *ReviewDialog::footer()
{
    m_footer = new QStackedWidget(this);
    m_footer->setProperty("ground", u"window"_s);
    m_footer->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_footer->addWidget(decisionPage());
    m_footer->addWidget(cancelPage());
    return m_footer;
}

QWidget *ReviewDialog::decisionPage()
{
    auto *page = new QWidget(m_footer);
    m_cancel = new HintButton(tr("Cancel payout…"), {}, page);
    m_cancel->setObjectName(u"cancel"_s);
    setButtonRole(m_cancel, ButtonRole::danger);
    m_later = new HintButton(tr("Decide later"), tr("Esc"), page);
    m_later->setObjectName(u"later"_s);
    m_confirm = new DeliberateButton(tr("Confirm payout"), m_clock, page);
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setEnabled(false);
    setButtonRole(m_confirm, ButtonRole::primary);
    m_standing = plainLabel({}, Tone::muted, page);
    m_standing->setObjectName(u"standing"_s);
    m_standing->setTextInteractionFlags(Qt::NoTextInteraction);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(20, 11, 20, 11);
    layout->addWidget(m_cancel);
    layout->addWidget(m_standing, 1);
    layout->addWidget(m_later);
    layout->addWidget(m_confirm);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_footer->setCurrentIndex(1);
        m_footer->currentWidget()->findChild<QPushButton *>(u"back"_s)->setFocus();
    });
    connect(m_later, &QPushButton::clicked, this, &ReviewDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, [this] { decide(DecisionKind::approve); });
    return page;
}

QWidget *ReviewDialog::cancelPage()
{
    auto *page = new QWidget(m_footer);
    QLabel *question =
        plainLabel(tr("Tell the bank to drop this payout? Nothing is paid. To pay after all, a new payout "
                      "is needed."),
                   Tone::normal, page);
    auto *back = new HintButton(tr("Back"), {}, page);
    back->setObjectName(u"back"_s);
    m_cancelNow = new HintButton(tr("Cancel this payout"), {}, page);
    m_cancelNow->setObjectName(u"cancelNow"_s);
    setButtonRole(m_cancelNow, ButtonRole::danger);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(20, 11, 20, 11);
    layout->addWidget(question, 1);
    layout->addWidget(back);
    layout->addWidget(m_cancelNow);
    connect(back, &QPushButton::clicked, this, [this] {
        m_footer->setCurrentIndex(0);
        m_cancel->setFocus();
    });
    connect(m_cancelNow, &QPushButton::clicked, this, [this] { decide(DecisionKind::cancel); });
    return page;
}

void ReviewDialog::openSheet()
{
    m_rereading = true;
    showStanding();
    watch(m_desk.openReview(m_payout), this, [this](const Result<ReviewSheet> &sheet) {
        m_rereading = false;
        if (!sheet) {
            m_stale = true;
            showProblem(tr("The review can't be shown."), errorSentence(sheet.error()), true);
            showStanding();
            return;
        }
        showSheet(*sheet);
    });
}

void ReviewDialog::showSheet(const ReviewSheet &sheet)
{
    m_sheet = sheet;
    m_stale = false;
    m_shownAt.reset();
    m_problem->hide();
    m_lookAgain->hide();
    m_footer->setCurrentIndex(0);
    showTitle();
    showHead(sheet);
    showSideBySide(sheet);
    // Once, before anybody reads: later the buttons must stay where they are.
    if (!std::exchange(m_hadRoom, true)) QTimer::singleShot(0, this, &ReviewDialog::makeRoom);
    delete std::exchange(m_received, new ReceivedView(sheet.info, m_tabs));
    m_tabs->insertTab(1, m_received, tr("As received (JSON)"));
    showHistory();
    m_tabs->setCurrentIndex(0);
    m_later->setFocus();
    m_lookTimer.start();
    showStanding();
}

void ReviewDialog::showHead(const ReviewSheet &sheet)
{
    const ComparedField *amount = sheet.comparison.find(ReviewField::amount);
    const bool same = amount && amount->grade == Grade::same;
    m_amountHead->setText(same ? tr("Amount — same in your request and in the bank's answer")
                               : tr("Amount that you asked for — the bank's answer differs, see below"));
    m_amount->setText(withRouble(sheet.asked.amount));
    m_words->setText(amountInWords(sheet.asked.amount));
    const QString trust = sheet.signedByBank ? tr("bank signature ✓")
                          : m_overTls        ? tr("read over TLS, not signed")
                                             : tr("read over an unencrypted connection, not signed");
    m_origin->setText(tr("session %1 · payout %2\nanswer received %3, %4\n%5")
                          .arg(visibleText(sheet.sessionId), visibleText(sheet.bankPayoutId),
                               inZone(exactMoment(sheet.info.receivedAt, m_clock.now())), trust,
                               directoryDayWords(sheet.directoryDay, bankDay(m_clock.now()))));
    const Effect effect = effectOf(sheet);
    const EffectSentence sentence = effectSentence(sheet);
    m_effect->setContent(gradeOf(effect), effectSign(effect), sentence.lead, sentence.rest);
    m_effect->show();
    m_confirm->setText(tr("Confirm payout of %1").arg(withRouble(sheet.asked.amount)));
    m_confirm->setAccessibleName(m_confirm->text());
}

void ReviewDialog::showSideBySide(const ReviewSheet &sheet)
{
    auto *content = new QWidget;
    content->setProperty("ground", u"base"_s);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table = new ComparisonTable(sheet.comparison, acknowledgedRows(sheet), content);
    m_acts = new ReviewActs(sheet, content);
    layout->addWidget(m_table);
    layout->addWidget(m_acts);
    layout->addStretch(1); // more than the rows, which may be as high as they like
    if (!whyNever().isEmpty()) m_acts->hide();
    connect(m_acts, &ReviewActs::changed, this, &ReviewDialog::showStanding);
    m_scroll->setWidget(content);
    content->show(); // a scroll area that is on the screen does not do that by itself
    QList<QWidget *> rows;
    for (ReviewRow *row : m_table->rows())
        rows += row;
    m_rowsSeen->watch(rows);
}

/// A window as high as its rows, where the screen is: what needs no scrolling is read at one glance.
void ReviewDialog::makeRoom()
{
    const int missing = m_scroll->verticalScrollBar()->maximum();
    const QRect room = screen()->availableGeometry();
    const int frame = frameGeometry().height() - height();
    const int wanted = std::min(height() + missing, room.height() - frame);
    if (isMaximized() || isFullScreen() || wanted <= height()) return;
    const int up = std::clamp((wanted - height()) / 2, 0, std::max(0, frameGeometry().top() - room.top()));
    const int lowest = room.bottom() + 1 - frame - wanted;
    move(x(), std::max(room.top(), std::min(y() - up, lowest)));
    resize(width(), wanted);
}

void ReviewDialog::showHistory()
{
    if (!m_history) {
        auto *scroll = new QScrollArea(m_tabs);
        scroll->setObjectName(u"historyArea"_s);
        scroll->setWidgetResizable(true);
        scroll->setAccessibleName(tr("What has happened to this payout"));
        auto *page = new QWidget;
        page->setProperty("ground", u"base"_s);
        m_history = new HistoryView(page);
        auto *column = new QVBoxLayout(page);
        column->setContentsMargins(4, 12, 4, 12);
        column->setSpacing(8);
        column->addWidget(sectionLabel(tr("History, %1").arg(zoneWords()), page));
        column->addWidget(m_history);
        column->addStretch(1);
        scroll->setWidget(page);
        m_tabs->addTab(scroll, tr("History"));
    }
    watch(m_desk.dossier(m_payout), this, [this](const Result<PayoutDossier> &dossier) {
        if (dossier) m_history->setEntries(dossier->history, m_clock.now());
    });
}

void ReviewDialog::lookWhetherChanged()
{
    if (!m_sheet || m_stale || m_deciding) return;
    m_rereading = true;
    showStanding();
    watch(m_desk.dossier(m_payout), this, [this](const Result<PayoutDossier> &dossier) {
        m_rereading = false;
        if (!m_stale && !m_deciding && dossier) {
            const PayoutState state = dossier->payout.state;
            if (state != PayoutState::review && state != PayoutState::mismatch)
                setStale(tr("This payout is not waiting for a decision any more."));
            else if (!dossier->confirmInfo || dossier->confirmInfo->bytesSha256 != m_sheet->info.bytesSha256)
                setStale(tr("The bank's answer changed while you were looking."));
        } else if (!dossier) {
            setStale(tr("Whether the bank's answer is still the same can't be read."));
        }
        showStanding();
    });
}

void ReviewDialog::setStale(const QString &why)
{
    m_stale = true;
    m_footer->setCurrentIndex(0);
    showProblem(why, tr("Look again before you decide."), true);
}

void ReviewDialog::showProblem(const QString &headline, const QString &text, bool lookAgain)
{
    m_problem->setContent(Note::Grade::warn, u"!"_s, headline, text);
    m_problem->offerHelp(HelpTopic::review);
    m_problem->show();
    m_lookAgain->setVisible(lookAgain);
}

void ReviewDialog::look()
{
    if (!m_sheet || m_stale) return;
    const bool onScreen = isVisible() && !isMinimized() && m_scroll->isVisible();
    if (onScreen) m_rowsSeen->look();
    if (onScreen && !m_shownAt) m_shownAt = m_clock.monotonic();
    showStanding();
}

QString ReviewDialog::whyNever() const
{
    if (unknownMembers(m_sheet->comparison) > unknownMembersShown)
        return tr("The answer holds more unknown parts than a person can look at. It can only be cancelled.");
    if (m_sheet->confirmPossible) return {};
    return m_sheet->refusedBy.isEmpty() ? tr("This answer can't be confirmed, only cancelled.")
                                        : guardSentence(m_sheet->refusedBy);
}

QString ReviewDialog::whyNotYet() const
{
    if (!m_rowsSeen->all() && m_tabs->currentWidget() != m_scroll)
        return tr("Go back to “Side by side” and see all fields; then the payout can be confirmed.");
    if (!m_rowsSeen->all()) return tr("Scroll to see all fields; then the payout can be confirmed.");
    const QString missing = m_acts->missing();
    if (!missing.isEmpty()) return missing;
    if (!m_shownAt || m_clock.monotonic() - *m_shownAt < shortestLook) return tr("Take a moment to look.");
    return {};
}

void ReviewDialog::showStanding()
{
    const bool readable = m_sheet && !m_stale && !m_deciding && !m_rereading;
    const QString never = m_sheet ? whyNever() : QString();
    const QString notYet = readable && never.isEmpty() ? whyNotYet() : QString();
    m_confirm->setVisible(never.isEmpty());
    m_confirm->setEnabled(readable && never.isEmpty() && notYet.isEmpty());
    m_cancel->setEnabled(readable);
    m_cancelNow->setEnabled(readable);
    m_later->setEnabled(!m_deciding);
    QString standing;
    if (m_deciding)
        standing = tr("Your decision is being stored…");
    else if (m_rereading)
        standing = tr("Reading the bank's answer…");
    else if (!never.isEmpty())
        standing = never;
    else if (!notYet.isEmpty())
        standing = notYet;
    else if (readable)
        standing = tr("Cancelling pays nothing: the bank is told to drop it.");
    m_standing->setText(standing);
}

void ReviewDialog::decide(DecisionKind kind)
{
    if (!m_sheet || m_stale || m_deciding || m_rereading) return;
    if (kind == DecisionKind::approve && (!whyNever().isEmpty() || !whyNotYet().isEmpty())) return;
    ReviewAct act;
    act.kind = kind;
    act.viewSha256 = m_sheet->viewSha256;
    act.openedAt = m_sheet->openedAt;
    act.reason = m_acts->reason();
    if (kind == DecisionKind::approve) {
        act.ticks = m_acts->ticks();
        act.typedDigits = m_acts->typedDigits();
        act.retypedDigits = m_acts->retypedDigits();
    }
    m_deciding = true;
    m_problem->hide();
    showStanding();
    watch(m_desk.decide(m_payout, act), this, [this, kind](const Result<> &result) {
        m_deciding = false;
        if (!result) {
            showRefusal(result.error());
            return;
        }
        Q_EMIT decided(m_payout, kind);
        accept();
    });
}

void ReviewDialog::showRefusal(const Error &error)
{
    m_footer->setCurrentIndex(0);
    if (error.code == ErrorCode::staleView) {
        //: The bank's answer, the address book, or another payout that looks the same now.
        setStale(tr("What this review shows has changed while you were looking."));
    } else if (error.code == ErrorCode::gateRefused) {
        showProblem(tr("The payout was not confirmed."), guardSentence(error.detail), true);
    } else {
        if (error.code == ErrorCode::reasonNeeded) m_acts->demandReason();
        showProblem(tr("The decision was not taken."), errorSentence(error), false);
    }
    showStanding();
}

void ReviewDialog::reject()
{
    if (m_deciding) return;
    if (m_footer->currentIndex() == 1) {
        m_footer->setCurrentIndex(0);
        m_later->setFocus();
        return;
    }
    QDialog::reject();
}

void ReviewDialog::keyPressEvent(QKeyEvent *event)
{
    // A dialog would look for a default button on Enter; here Enter does nothing that its focused control does not do.
    if (event->key() == Qt::Key_Escape) reject();
    // Whatever has the keyboard: the pages are those of the rows that have to be read.
    if (m_scroll && event->key() == Qt::Key_PageDown)
        m_scroll->verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd);
    if (m_scroll && event->key() == Qt::Key_PageUp)
        m_scroll->verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub);
    event->accept();
}

} // namespace countersign::ui
