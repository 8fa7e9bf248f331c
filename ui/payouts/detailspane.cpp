#include "ui/payouts/detailspane.h"

#include "ui/help/helppage.h"
#include "ui/models/datewords.h"
#include "ui/models/recipientwords.h"
#include "ui/models/visibletext.h"
#include "ui/payouts/historyview.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/longwords.h"
#include "ui/widgets/note.h"
#include "ui/widgets/reasonpanel.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int widestButtonRow = 290;

Note::Grade noteGrade(StatusGrade grade)
{
    switch (grade) {
    case StatusGrade::quiet:
    case StatusGrade::accent:
        return Note::Grade::info;
    case StatusGrade::good:
        return Note::Grade::good;
    case StatusGrade::warn:
        return Note::Grade::warn;
    case StatusGrade::danger:
        return Note::Grade::danger;
    }
    return Note::Grade::info;
}

bool isDangerous(Offer offer)
{
    return offer == Offer::cancelPayout || offer == Offer::cancelAtBank || offer == Offer::discardDraft;
}

Reason reasonFor(Offer offer)
{
    if (offer == Offer::discardDraft) return Reason::none;
    return offer == Offer::acceptObservation || offer == Offer::putOnHold ? Reason::required : Reason::optional;
}

/// The object name of an offer's button.
QString offerName(Offer offer)
{
    return u"offer%1"_s.arg(static_cast<int>(offer));
}

/// What was asked, or what has been typed so far.
PayoutDraft contentOf(const PayoutDossier &dossier)
{
    if (dossier.instruction && dossier.payout.state != PayoutState::draft) {
        if (const auto content = contentFromCanonicalBytes(dossier.instruction->content)) {
            PayoutDraft frozen = draftOf(*content);
            frozen.source = draftSourceFromCanonicalBytes(dossier.instruction->source);
            return frozen;
        }
    }
    return draftFromCanonicalBytes(dossier.payout.draft).value_or(PayoutDraft{});
}

bool sameOffers(const QList<OfferedAct> &a, const QList<OfferedAct> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const OfferedAct &x, const OfferedAct &y) {
        return x.offer == y.offer && x.enabled == y.enabled;
    });
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent), m_content(new QWidget), m_empty(plainLabel(tr("Choose a payout to see it here."), Tone::muted)),
      m_notes(new QVBoxLayout), m_refusal(new Note), m_buttonPlace(new QVBoxLayout),
      m_reasonPanel(new ReasonPanel(ReasonPanel::Place::pane)), m_factPlace(new QVBoxLayout),
      m_footnote(plainLabel({}, Tone::small)), m_history(new HistoryView)
{
    setHelpTopic(*this, HelpTopic::states);
    setObjectName(u"details"_s);
    setAccessibleName(tr("Details of the chosen payout"));
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *scroll = m_scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_content->setProperty("ground", u"base"_s);
    scroll->setWidget(m_content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_empty->setContentsMargins(16, 18, 16, 16);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    outer->addWidget(m_empty, 1);
    outer->addWidget(scroll, 1);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(15, 14, 14, 14);
    column->setSpacing(4);
    buildHead(column);
    m_notes->setContentsMargins(0, 7, 0, 3);
    m_notes->setSpacing(7);
    column->addLayout(m_notes);
    column->addWidget(m_refusal);
    column->addLayout(m_buttonPlace);
    column->addWidget(m_reasonPanel);
    column->addWidget(m_footnote);
    column->addLayout(m_factPlace);
    column->addSpacing(10);
    column->addWidget(sectionLabel(tr("History, %1").arg(zoneWords())));
    column->addSpacing(4);
    column->addWidget(m_history);
    column->addStretch(1);
    m_refusal->setObjectName(u"refusal"_s);
    m_footnote->setObjectName(u"footnote"_s);

    connect(m_reasonPanel, &ReasonPanel::given, this, [this](const QString &reason) {
        const auto offer = std::exchange(m_asking, std::nullopt);
        if (m_buttonArea) m_buttonArea->setFocus(); // the panel that had the keyboard is gone
        if (offer) Q_EMIT actWanted(m_shown, *offer, reason);
    });
    connect(m_reasonPanel, &ReasonPanel::withdrawn, this, [this] {
        m_asking.reset();
        if (m_buttonArea) m_buttonArea->setFocus();
    });
    showNothing();
}

void DetailsPane::buildHead(QVBoxLayout *column)
{
    m_origin = plainLabel({}, Tone::small);
    m_amount = plainLabel({}, Tone::strong);
    m_amount->setFont(amountFont(165));
    m_amount->setWordWrap(false);
    m_amount->setObjectName(u"detailsAmount"_s);
    m_name = plainLabel({}, Tone::strong);
    m_name->setObjectName(u"detailsName"_s);
    for (QLabel *label : {m_origin, m_amount, m_name})
        column->addWidget(label);
}

void DetailsPane::leavePayout()
{
    m_account.clear();
    m_nextAct.reset();
    m_asking.reset();
    m_reasonPanel->hide();
    if (m_buttonArea) m_buttonArea->setEnabled(false);
    m_offers.clear();
}

void DetailsPane::showNothing()
{
    leavePayout();
    m_shown = {};
    m_content->hide();
    m_scroll->hide();
    m_empty->show();
}

void DetailsPane::showPayout(const PayoutDossier &dossier, const QList<OfferedAct> &offers, Instant now)
{
    if (dossier.payout.id != m_shown) {
        m_reasonPanel->hide();
        m_asking.reset();
        m_refusal->hide();
    }
    const bool another = dossier.payout.id != m_shown || m_content->isHidden();
    m_shown = dossier.payout.id;
    m_empty->hide();
    const Situation situation = situationOf(dossier, offers, now);
    showHead(dossier);
    const bool moved = std::exchange(m_state, dossier.payout.state) != dossier.payout.state;
    if (another || situation.notes != m_shownNotes) showNotes(situation.notes);
    // The same offer has other words in another state.
    if (another || moved || !sameOffers(offers, m_offers) || m_nextAct != situation.nextAct) {
        m_nextAct = situation.nextAct;
        showButtons(offers);
    }
    m_offers = offers;
    showFacts(dossier, situation);
    m_footnote->setText(situation.footnote);
    m_footnote->setVisible(!situation.footnote.isEmpty());
    m_history->setEntries(dossier.history, now);
    m_content->show();
    m_scroll->show();
}

void DetailsPane::showHead(const PayoutDossier &dossier)
{
    QStringList origin{tr("No. %1").arg(dossier.payout.number)};
    if (dossier.attempt && !dossier.attempt->sessionId.isEmpty()) origin << visibleText(dossier.attempt->sessionId);
    if (!dossier.payout.maker.isEmpty()) origin << tr("prepared by %1").arg(visibleText(dossier.payout.maker));
    m_origin->setText(origin.join(u" · "_s));
    m_amount->setText(amountWords(dossier.payout.amountKopecks));
    m_name->setText(dossier.payout.recipientName.isEmpty()
                        ? tr("Recipient not given yet")
                        : withLongWordsBreakable(visibleText(dossier.payout.recipientName)));
}

void DetailsPane::showNotes(const QList<SituationNote> &notes)
{
    m_shownNotes = notes;
    while (QLayoutItem *item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const SituationNote &note : notes) {
        auto *shown = new Note(m_content);
        shown->setObjectName(u"situationNote"_s);
        shown->setContent(noteGrade(note.grade), note.sign, note.headline, note.text);
        shown->offerHelp(note.help);
        m_notes->addWidget(shown);
    }
}

void DetailsPane::showButtons(const QList<OfferedAct> &offers)
{
    const QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = m_buttonArea && (focused == m_buttonArea || m_buttonArea->isAncestorOf(focused));
    delete m_buttonArea;
    m_buttonArea = new QWidget(m_content);
    auto *rows = new QVBoxLayout(m_buttonArea);
    rows->setContentsMargins(0, 5, 0, 7);
    QHBoxLayout *row = nullptr;
    int used = 0;
    for (qsizetype i = 0; i < offers.size(); ++i) {
        const OfferedAct &act = offers.at(i);
        const bool next = act.offer == m_nextAct;
        auto *button = new HintButton(offerWords(act.offer, m_state), next ? tr("Enter") : QString(), m_buttonArea);
        button->setAutoDefault(true); // Enter presses the button that has the focus
        button->setObjectName(offerName(act.offer));
        setButtonRole(button, isDangerous(act.offer) ? ButtonRole::danger
                              : next                 ? ButtonRole::primary
                                                     : ButtonRole::normal);
        button->setEnabled(act.enabled && !m_busy);
        connect(button, &HintButton::clicked, this, [this, offer = act.offer] { want(offer); });
        const int width = button->sizeHint().width();
        if (!row || used + width > widestButtonRow) {
            row = new QHBoxLayout;
            rows->addLayout(row);
            row->addStretch(1);
            used = 0;
        }
        row->insertWidget(row->count() - 1, button);
        used += width + row->spacing();
        if (act.enabled && !m_buttonArea->focusProxy()) m_buttonArea->setFocusProxy(button);
    }
    m_buttonPlace->addWidget(m_buttonArea);
    if (hadFocus) m_buttonArea->setFocus();
}

void DetailsPane::showFacts(const PayoutDossier &dossier, const Situation &situation)
{
    delete m_factArea;
    m_factArea = new QWidget(m_content);
    m_factArea->setObjectName(u"facts"_s);
    m_factGrid = new QGridLayout(m_factArea);
    m_factGrid->setContentsMargins(0, 2, 0, 2);
    m_factGrid->setHorizontalSpacing(10);
    m_factGrid->setVerticalSpacing(4);
    m_factGrid->setColumnMinimumWidth(0, 92);
    m_factGrid->setColumnStretch(1, 1);
    for (const SituationFact &fact : situation.facts)
        addFact(fact.label, fact.value);

    const PayoutDraft content = contentOf(dossier);
    m_account = content.account;
    const RecipientIdentity asked = identityOf(content);
    const RecipientIdentity named = dossier.otherRecipient.value_or(asked);
    addAccountFact(tr("Account"), content.account);
    if (named.account != asked.account) addNamedFact(groupedDigits(named.account));
    addAskedAndNamed(tr("BIK"), content.bik, named.bik == asked.bik ? QString() : named.bik);
    addAskedAndNamed(tr("INN"), content.inn, named.inn == asked.inn ? QString() : named.inn);
    addFact(tr("KPP"), content.kpp, true);
    addAccountFact(tr("From"), content.senderAccount);
    addFact(tr("Purpose"), visibleText(content.purpose));
    for (const QString &sentence : sourceSentences(content.source))
        addFact(tr("Origin"), sentence);
    if (content.urgent) addFact(tr("Speed"), tr("Urgent (BESP)"));
    if (dossier.attempt) addFact(tr("Bank's number"), dossier.attempt->bankPayoutId, true);
    m_factPlace->addWidget(m_factArea);
}

/// The groups are for the eye: what is copied are the digits alone.
void DetailsPane::addAccountFact(const QString &label, const QString &account)
{
    QLabel *shown = addFact(label, groupedDigits(account), true);
    if (!shown) return;
    shown->setTextInteractionFlags(Qt::NoTextInteraction);
    auto *copy = new QAction(tr("&Copy"), shown);
    connect(copy, &QAction::triggered, shown, [account] { QGuiApplication::clipboard()->setText(account); });
    shown->addAction(copy);
    shown->setContextMenuPolicy(Qt::ActionsContextMenu);
}

/// What the bank names where nothing was asked for must not stand under the field before.
void DetailsPane::addAskedAndNamed(const QString &label, const QString &asked, const QString &named)
{
    if (asked.isEmpty() && !named.isEmpty())
        addFact(label, tr("not given"));
    else
        addFact(label, asked, true);
    addNamedFact(named);
}

/// Under what was asked for: what the bank has in its place.
void DetailsPane::addNamedFact(const QString &value)
{
    QLabel *shown = addFact(tr("≠ the bank"), visibleText(value), true);
    if (shown) setTone(shown, Tone::danger);
}

QLabel *DetailsPane::addFact(const QString &label, const QString &value, bool digits)
{
    if (value.isEmpty()) return nullptr;
    const int row = m_factGrid->rowCount();
    QLabel *name = plainLabel(label, Tone::muted, m_factArea);
    QLabel *text = plainLabel(digits ? value : withLongWordsBreakable(value), Tone::normal, m_factArea);
    name->setTextInteractionFlags(Qt::NoTextInteraction);
    if (digits) text->setFont(accountFont());
    text->setAccessibleName(u"%1: %2"_s.arg(label, value));
    m_factGrid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_factGrid->addWidget(text, row, 1);
    return text;
}

void DetailsPane::showRefusal(const Error &error)
{
    m_refusal->setProblem(tr("This was not done."), error);
    m_refusal->show();
}

void DetailsPane::clearRefusal()
{
    m_refusal->hide();
}

void DetailsPane::setBusy(bool busy)
{
    m_busy = busy;
    if (busy) m_refusal->hide();
    for (const OfferedAct &act : std::as_const(m_offers)) {
        auto *button = m_buttonArea->findChild<HintButton *>(offerName(act.offer));
        // A button that is switched off loses the keyboard to another part of the window; want() keeps it from acting.
        if (button) button->setEnabled(act.enabled && (!busy || button->hasFocus()));
    }
}

QString DetailsPane::cancelQuestion() const
{
    return tr("The bank is told to drop the payout of %1 to %2. Nothing is paid, and this can't be taken back: to pay "
              "after all, a new payout is needed.")
        .arg(m_amount->text(), m_name->text());
}

void DetailsPane::doNextAct()
{
    const auto next = std::find_if(m_offers.cbegin(), m_offers.cend(),
                                   [this](const OfferedAct &act) { return act.offer == m_nextAct; });
    if (next != m_offers.cend() && next->enabled && !m_asking) want(next->offer);
}

void DetailsPane::want(Offer offer)
{
    if (m_busy) return;
    clearRefusal();
    const QString question = offer == Offer::cancelPayout ? cancelQuestion() : offerReasonQuestion(offer);
    if (question.isEmpty()) {
        Q_EMIT actWanted(m_shown, offer, {});
        return;
    }
    m_asking = offer;
    m_reasonPanel->ask(question, offerWords(offer).remove(u'…'), reasonFor(offer), isDangerous(offer));
}

} // namespace countersign::ui
