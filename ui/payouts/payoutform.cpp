#include "ui/payouts/payoutform.h"

#include "core/futures.h"
#include "ui/help/helppage.h"
#include "ui/models/alarmwords.h"
#include "ui/models/findingwords.h"
#include "ui/models/visibletext.h"
#include "ui/payouts/beforesending.h"
#include "ui/payouts/payoutfields.h"
#include "ui/payouts/recipientpanel.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString titleOf(qint64 number, const DraftSource &source)
{
    if (source.copy) return PayoutForm::tr("Draft %1, copied from No. %2").arg(number).arg(source.copy->number);
    if (source.pattern)
        return PayoutForm::tr("Draft %1, from the template “%2”").arg(number).arg(visibleText(source.pattern->name));
    return PayoutForm::tr("Draft %1").arg(number);
}

/// Nothing but the account that a new form begins with.
bool isBlank(const PayoutDraft &draft)
{
    return draft == PayoutDraft{.senderAccount = draft.senderAccount};
}

} // namespace

PayoutForm::PayoutForm(PayoutDesk &desk, RecipientBook &book, const QList<AccountNumber> &accounts,
                       EnvironmentKind environment, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_book(book), m_fields(new PayoutFields(accounts))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New payout"));
    setHelpTopic(*this, HelpTopic::firstSteps);
    setMinimumSize(840, 480);
    resize(900, 660);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(body(), 1);
    layout->addWidget(footer());

    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepAfterMs);
    connect(&m_keepTimer, &QTimer::timeout, this, [this] { keep(Then::nothing); });
    m_whoTimer.setSingleShot(true);
    m_whoTimer.setInterval(askAfterMs);
    connect(&m_whoTimer, &QTimer::timeout, this, &PayoutForm::askWhoThatIs);
    connect(&m_before->recipient(), &RecipientPanel::changed, this, &PayoutForm::showStanding);
    connect(m_before, &BeforeSending::bookWanted, this, &PayoutForm::addToBook);
    connect(m_before, &BeforeSending::templateWanted, this, [this] { Q_EMIT templateWanted(m_fields->draft()); });
    connect(m_fields, &PayoutFields::changed, this, &PayoutForm::draftChanged);
    connect(m_fields, &PayoutFields::fieldLeft, this, &PayoutForm::check);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this), &QShortcut::activated, m_save,
            &QPushButton::click);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
                &PayoutForm::sendOrSayWhyNot);
    }
    connect(&m_desk, &PayoutDesk::overviewChanged, this, &PayoutForm::showStanding);
    m_fields->offerFrom(book);
    m_fields->offerBanks([&desk](const QString &text, qsizetype limit) { return desk.banks(text, limit); });
    m_saved = m_kept = m_fields->draft();
    askForBalances(accounts);
    check();
    m_fields->focusFirst();
}

PayoutForm::~PayoutForm()
{
    // A field that is left because the window goes may still complete what it holds; nobody is there to hear it.
    disconnect(m_fields, nullptr, this, nullptr);
}

void PayoutForm::openOwnDraft(const PayoutId &id)
{
    openDraft(id);
    m_isOurs = true;
}

void PayoutForm::openDraft(const PayoutId &id)
{
    m_id = id;
    m_isOurs = false;
    m_fields->setEnabled(false);
    watch(m_desk.dossier(id), this, [this](const Result<PayoutDossier> &dossier) {
        if (!dossier) return showProblem(tr("The draft can't be opened."), dossier.error());
        const Result<PayoutDraft> draft = draftFromCanonicalBytes(dossier->payout.draft);
        if (!draft) return showProblem(tr("The draft can't be opened."), draft.error());
        setWindowTitle(titleOf(dossier->payout.number, draft->source));
        m_fields->setDraft(*draft);
        m_fields->setEnabled(true);
        m_saved = m_kept = m_fields->draft();
        check();
        askWhoThatIs();
        m_fields->focusFirst();
    });
}

QWidget *PayoutForm::body()
{
    auto *content = new QWidget(this);
    content->setProperty("ground", u"base"_s);
    auto *scroll = new QScrollArea(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_fields->setProperty("ground", u"base"_s);
    m_fields->setAttribute(Qt::WA_StyledBackground);
    scroll->setWidget(m_fields);
    scroll->setMaximumWidth(readableWidth());
    auto *sideScroll = new QScrollArea(content);
    sideScroll->setWidgetResizable(true);
    sideScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    sideScroll->setFocusPolicy(Qt::NoFocus);
    m_before = new BeforeSending;
    m_before->setProperty("ground", u"base"_s);
    m_before->setAttribute(Qt::WA_StyledBackground);
    sideScroll->setWidget(m_before);
    sideScroll->setFixedWidth(QFontMetrics(textFont()).averageCharWidth() * 40);
    auto *line = horizontalRule(content);
    line->setMinimumHeight(0);
    line->setMaximumHeight(QWIDGETSIZE_MAX);
    line->setFixedWidth(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(scroll, 1);
    columns->addWidget(line);
    columns->addWidget(sideScroll);
    columns->addStretch(); // on a large screen
    m_problem = new Note(content);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(columns, 1);
    layout->addWidget(m_problem);
    return content;
}

QWidget *PayoutForm::footer()
{
    m_footer = new QStackedWidget(this);
    m_footer->setProperty("ground", u"window"_s);
    m_footer->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_footer->addWidget(actionPage());
    m_footer->addWidget(unsavedPage());
    return m_footer;
}

QWidget *PayoutForm::actionPage()
{
    auto *page = new QWidget(m_footer);
    m_save = new HintButton(tr("Save draft"), tr("Ctrl+S"), page);
    m_save->setObjectName(u"save"_s);
    m_close = new HintButton(tr("Close"), tr("Esc"), page);
    m_close->setObjectName(u"close"_s);
    m_send = new HintButton(tr("Send to the bank for checking"), tr("Ctrl+Enter"), page);
    m_send->setObjectName(u"send"_s);
    setButtonRole(m_send, ButtonRole::primary);
    m_standing = plainLabel({}, Tone::small, page);
    m_standing->setObjectName(u"standing"_s);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(20, 11, 20, 11);
    layout->addWidget(m_save);
    layout->addWidget(m_standing, 1);
    layout->addWidget(m_close);
    layout->addWidget(m_send);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_fields->compareWithClipboard();
        m_saved = m_fields->draft();
        m_isOurs = false;
        keep(Then::nothing);
    });
    connect(m_close, &QPushButton::clicked, this, &PayoutForm::reject);
    connect(m_send, &QPushButton::clicked, this, &PayoutForm::send);
    return page;
}

QWidget *PayoutForm::unsavedPage()
{
    auto *page = new QWidget(m_footer);
    QLabel *question = plainLabel(tr("Keep this draft?"), Tone::strong, page);
    auto *saveAndClose = new HintButton(tr("Keep the draft and close"), {}, page);
    saveAndClose->setObjectName(u"saveAndClose"_s);
    auto *discard = new HintButton(tr("Undo my changes"), {}, page);
    discard->setObjectName(u"discard"_s);
    setButtonRole(discard, ButtonRole::danger);
    auto *stay = new HintButton(tr("Go on editing"), {}, page);
    stay->setObjectName(u"stay"_s);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(20, 11, 20, 11);
    layout->addWidget(question, 1);
    layout->addWidget(discard);
    layout->addWidget(stay);
    layout->addWidget(saveAndClose);
    connect(saveAndClose, &QPushButton::clicked, this, [this] { keep(Then::close); });
    connect(discard, &QPushButton::clicked, this, &PayoutForm::discardAndClose);
    connect(stay, &QPushButton::clicked, this, &PayoutForm::goOnEditing);
    return page;
}

void PayoutForm::askForBalances(const QList<AccountNumber> &accounts)
{
    for (const AccountNumber &account : accounts) {
        watch(m_desk.balance(account), this, [this](const Result<Balance> &balance) {
            if (!balance) return;
            m_fields->setBalance(balance->account, balance->amount);
            check();
        });
    }
}

void PayoutForm::check()
{
    const PayoutDraft draft = m_fields->draft();
    ValidationReport report = m_desk.check(draft);
    if (const auto balance = m_fields->balance()) holdAgainstBalance(report, draft, *balance);
    const auto blocks = [](const Finding &finding) { return finding.severity == Severity::block; };
    const auto first = std::ranges::find_if(report.findings, blocks);
    m_blocking = first == report.findings.end() ? std::nullopt : std::optional(*first);
    m_fields->showReport(report);
    m_before->showReport(
        report, [this](Field field) { return m_fields->isTouched(field); }, m_fields->remarks());
    showStanding();
}

void PayoutForm::draftChanged()
{
    m_problem->hide();
    m_before->recipient().holdFor(m_fields->draft());
    check();
    if (!m_keepTimer.isActive()) m_keepTimer.start(); // not put off by typing on: at most this long is lost in a crash
    m_whoTimer.start();
}

void PayoutForm::askWhoThatIs()
{
    m_whoTimer.stop();
    const PayoutDraft draft = m_fields->draft();
    m_askedAbout = draft;
    watch(m_desk.checkRecipient(m_id, draft), this, [this, draft](const Result<RecipientCheck> &check) {
        if (check && draft == m_askedAbout) showWhoThatIs(*check);
    });
}

void PayoutForm::showWhoThatIs(const RecipientCheck &check)
{
    m_before->showRecipient(check);
    m_fields->showRecipient(recipientSentence(check.standing));
    showStanding();
}

void PayoutForm::addToBook()
{
    watch(m_book.save({}, 0, recipientOf(m_fields->draft())), this, [this](const Result<RecipientRecord> &saved) {
        if (saved) return m_before->showInBook();
        if (saved.error().code == ErrorCode::storeConflict) return askWhoThatIs(); // who has it was entered meanwhile
        showProblem(tr("The recipient was not added to the address book."), saved.error());
    });
}

bool PayoutForm::isUnsaved() const
{
    return m_fields->isEnabled() && m_fields->draft() != m_saved;
}

void PayoutForm::keep(Then then)
{
    m_keepTimer.stop();
    if (then != Then::nothing) m_then = then;
    if (m_keeping) return; // kept() sees that the content has gone on
    m_keeping = true;
    const PayoutDraft draft = m_fields->draft();
    watch(m_desk.saveDraft(m_id, draft), this, [this, draft](const Result<PayoutId> &id) { kept(id, draft); });
    showStanding();
}

/// What is sent is what is seen, whatever another window has made of the draft.
SendingActs PayoutForm::actsFor(const PayoutDraft &draft) const
{
    SendingActs acts = m_before->recipient().acts();
    acts.draftSha256 = sha256Hex(canonicalBytes(draft));
    return acts;
}

void PayoutForm::kept(const Result<PayoutId> &id, const PayoutDraft &draft)
{
    m_keeping = false;
    const Then then = std::exchange(m_then, Then::nothing);
    if (!id) {
        m_sending = false;
        m_footer->setCurrentIndex(0);
        showProblem(tr("The draft could not be saved. What you have typed is still here."), id.error());
        return;
    }
    m_id = *id;
    m_kept = draft;
    Q_EMIT draftSaved(m_id);
    const bool wentOn = m_fields->draft() != draft;
    if (wentOn && then != Then::nothing) return keep(then);
    if (wentOn && !m_keepTimer.isActive()) m_keepTimer.start();
    switch (then) {
    case Then::nothing:
        break;
    case Then::close:
        return leave();
    case Then::send:
        watch(m_desk.sendForChecking(m_id, actsFor(draft)), this, [this](const Result<> &result) {
            m_sending = false;
            m_fields->setEnabled(true);
            if (!result) {
                askWhoThatIs(); // somebody may have been paid meanwhile, or the same payout made
                return showProblem(tr("The payout was not sent."), result.error());
            }
            Q_EMIT sent(m_id);
            leave();
        });
        break;
    }
    showStanding();
}

void PayoutForm::send()
{
    const QString seen = m_fields->pasteRemark();
    m_fields->compareWithClipboard();
    check();
    if (m_blocking || m_sending || !m_fields->isEnabled()) return;
    if (const QString remark = m_fields->pasteRemark(); remark != seen && !remark.isEmpty())
        return showNote(tr("Look at the account before it is sent."), remark, HelpTopic::recipients);
    if (!m_before->recipient().missing().isEmpty()) return m_before->recipient().focusFirstMissing();
    if (!isUnsaved()) m_isOurs = false; // a copy that is to be sent as it is
    m_sending = true;
    m_fields->setEnabled(false); // what is sent is what is seen
    m_problem->hide();
    keep(Then::send);
}

void PayoutForm::sendOrSayWhyNot()
{
    if (m_sending || !m_fields->isEnabled()) return;
    if (m_send->isEnabled()) return m_send->click();
    if (const FreezeRecord freeze = m_desk.overview().freeze; freeze.frozen)
        return showNote(freezeHeadline(freeze), freezeSentence(freeze), HelpTopic::unknown);
    if (!m_blocking) return m_before->recipient().focusFirstMissing();
    const Finding blocking = *m_blocking;
    m_fields->demand(blocking.field);
    showNote(tr("Not sent yet: %1").arg(findingSummary(blocking)), findingSentence(blocking), std::nullopt);
}

void PayoutForm::reject()
{
    if (m_sending) return;
    if (m_footer->currentIndex() == 1) return goOnEditing();
    if (!isUnsaved()) return m_isOurs ? discardAndClose() : leave();
    m_askedAt = focusWidget();
    m_footer->setCurrentIndex(1);
    // What was typed is kept all the time: this takes it back.
    m_footer->currentWidget()
        ->findChild<HintButton *>(u"discard"_s)
        ->setText(m_isOurs ? tr("Delete the draft") : tr("Undo my changes"));
    m_footer->currentWidget()->findChild<QPushButton *>(u"stay"_s)->setFocus();
}

void PayoutForm::goOnEditing()
{
    m_footer->setCurrentIndex(0);
    if (m_askedAt && m_fields->isAncestorOf(m_askedAt))
        m_askedAt->setFocus();
    else
        m_fields->focusFirst();
}

void PayoutForm::discardAndClose()
{
    m_keepTimer.stop();
    // What was kept meanwhile goes back to how it was; a draft of this window's own goes altogether.
    if (!m_id.isEmpty() && m_isOurs) {
        (void)m_desk.discardDraft(m_id);
        if (!isBlank(m_saved) && !isUnsaved()) Q_EMIT leftNothing();
    } else if (!m_id.isEmpty() && m_kept != m_saved) {
        (void)m_desk.saveDraft(m_id, m_saved);
    }
    leave();
}

void PayoutForm::leave()
{
    m_keepTimer.stop();
    QDialog::reject();
}

void PayoutForm::showNote(const QString &headline, const QString &sentence, std::optional<HelpTopic> help)
{
    m_problem->setContent(Note::Grade::warn, u"!"_s, headline, sentence);
    m_problem->offerHelp(help);
    m_problem->show();
}

void PayoutForm::showProblem(const QString &headline, const Error &error)
{
    m_problem->setProblem(headline, error);
    m_problem->show();
    showStanding();
}

void PayoutForm::showStanding()
{
    const QString missing = m_before->recipient().missing();
    const FreezeRecord freeze = m_desk.overview().freeze;
    m_before->showFreeze(freeze);
    m_send->setEnabled(!freeze.frozen && !m_blocking && !m_sending && m_fields->isEnabled() && missing.isEmpty());
    m_save->setEnabled(!m_sending && m_fields->isEnabled());
    m_before->offerTemplate(m_fields->isEnabled() && !isBlank(m_fields->draft()));
    m_close->setEnabled(!m_sending);
    QString standing;
    if (m_sending)
        standing = tr("Handing the payout over…");
    else if (freeze.frozen)
        standing = tr("Sending is frozen");
    else if (!m_blocking && !missing.isEmpty())
        standing = missing;
    else if (!m_id.isEmpty() && m_fields->draft() == m_kept)
        standing = tr("Draft saved");
    m_standing->setText(standing);
}

void PayoutForm::keyPressEvent(QKeyEvent *event)
{
    // A dialog would look for a default button on Enter; here Enter does nothing that its focused control does not do.
    if (event->key() == Qt::Key_Escape) reject();
    event->accept();
}

} // namespace countersign::ui
