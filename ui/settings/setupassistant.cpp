#include "ui/settings/setupassistant.h"

#include "config/profilevalidation.h"
#include "ui/help/helppage.h"
#include "ui/settings/advancedpage.h"
#include "ui/settings/bankpage.h"
#include "ui/settings/companypage.h"
#include "ui/settings/keypage.h"
#include "ui/settings/kindpage.h"
#include "ui/settings/limitspage.h"
#include "ui/settings/pageset.h"
#include "ui/settings/summarypage.h"
#include "ui/settings/webhookpage.h"
#include "ui/widgets/environmentstripe.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

/// The first control of the page that can take the keyboard.
void focusFirst(QWidget *content)
{
    QWidget *candidate = content->nextInFocusChain();
    while (candidate != content && content->isAncestorOf(candidate)) {
        const bool takesKeys = candidate->focusPolicy() & Qt::TabFocus;
        if (takesKeys && candidate->isEnabled() && candidate->isVisibleTo(content)) return candidate->setFocus();
        candidate = candidate->nextInFocusChain();
    }
}

} // namespace

SetupAssistant::SetupAssistant(SetupDesk &desk, const QString &unfinished, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_layout(new QVBoxLayout(this)),
      m_stripe(new EnvironmentStripe(Environment::practice, this)), m_stack(new QStackedWidget(this))
{
    setHelpTopic(*this, HelpTopic::connecting);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Set up a profile"));
    setMinimumSize(880, 480); // the widest page in either language
    resize(960, 680);
    makePages(unfinished);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_stripe);
    m_middle = middle();
    m_footer = footer();
    m_layout->addWidget(m_middle, 1);
    m_layout->addWidget(closeQuestion());
    m_layout->addWidget(m_footer);
    showKind();
    goToWhereItWasLeft();
}

/// To what is missing first, else to what is open without holding the profile up; the pages before it are done.
void SetupAssistant::goToWhereItWasLeft()
{
    QList<PlacedPoint> open = m_set->allHoldingPoints();
    if (open.isEmpty()) open = m_set->allOpenPoints();
    if (!m_hasFolder || open.isEmpty()) return goTo(0);
    for (qsizetype i = 0; i < open.first().page; ++i)
        m_set->mark(m_set->pages().at(i));
    goToPoint(open.first());
}

void SetupAssistant::makePages(const QString &unfinished)
{
    Profile start = newProfile({}, Environment::practice);
    QStringList taken = m_desk.profiles();
    if (const auto stored = m_desk.loadProfile(unfinished); !unfinished.isEmpty() && stored) {
        start = *stored;
        taken.removeAll(unfinished);
        m_hasFolder = true;
    }
    m_set = new PageSet(start, this);
    m_kind = new KindPage(taken, m_stack);
    m_summary = new SummaryPage(m_desk, m_stack);
    auto *key = new KeyPage(
        m_desk, [this] { return prepareFolder(); }, m_stack);
    QList<SetupPage *> pages{m_kind,
                             new CompanyPage(m_stack),
                             key,
                             new BankPage(m_desk, m_stack),
                             new LimitsPage(m_stack),
                             new WebhookPage(m_stack)};
    if (AdvancedPage::isUsedBy(start)) pages.append(new AdvancedPage(m_stack));
    pages.append(m_summary);
    for (SetupPage *page : pages) {
        m_set->add(page);
        m_stack->addWidget(page);
    }
    if (m_hasFolder) m_kind->fix();
    connect(m_set, &PageSet::changed, this, &SetupAssistant::touched);
    connect(m_set, &PageSet::learned, this, &SetupAssistant::showSteps);
    connect(key, &SetupPage::changed, this, [this] {
        if (const auto saved = save(); !saved) say(saved.error());
    });
    connect(m_kind, &KindPage::bringWanted, this, [this] {
        Q_EMIT bringWanted();
        accept();
    });
    connect(m_kind, &KindPage::kindChosen, this, [this](Environment kind) {
        for (SetupPage *page : m_set->pages())
            page->kindChanged(kind);
        showKind();
    });
    connect(m_summary, &SummaryPage::pointChosen, this, &SetupAssistant::goToPoint);
}

QWidget *SetupAssistant::middle()
{
    auto *area = new QWidget(this);
    auto *steps = new QWidget(area);
    steps->setProperty("ground", u"side"_s);
    steps->setAttribute(Qt::WA_StyledBackground);
    steps->setFixedWidth(212);
    auto *list = new QVBoxLayout(steps);
    list->setContentsMargins(18, 18, 12, 18);
    list->setSpacing(9);
    for (const SetupPage *page : m_set->pages()) {
        QLabel *step = plainLabel(page->title(), Tone::normal, steps);
        step->setObjectName(u"step"_s);
        step->setTextInteractionFlags(Qt::NoTextInteraction);
        m_steps.append(step);
        list->addWidget(step);
    }
    list->addStretch();
    m_problem = new Note(area);
    m_problem->setObjectName(u"assistantProblem"_s);
    m_problem->hide();
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addWidget(m_problem);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(steps);
    row->addLayout(right, 1);
    return area;
}

QWidget *SetupAssistant::footer()
{
    auto *bar = new QWidget(this);
    bar->setProperty("ground", u"window"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    const auto button = [bar](const QString &text, const QString &name, const QString &hint = {}) {
        auto *made = new HintButton(text, hint, bar);
        made->setObjectName(name);
        return made;
    };
    auto *close = button(tr("Close"), u"closeAssistant"_s, u"Esc"_s);
    m_later = button(tr("Fill in &later"), u"later"_s);
    m_back = button(tr("&Back"), u"back"_s);
    m_next = button(tr("&Next"), u"next"_s);
    m_save = button(tr("&Save the profile"), u"save"_s);
    setButtonRole(m_next, ButtonRole::primary);
    setButtonRole(m_save, ButtonRole::primary);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 12, 20, 12);
    row->addWidget(close);
    row->addStretch();
    for (HintButton *one : {m_later, m_back, m_next, m_save})
        row->addWidget(one);
    connect(close, &QPushButton::clicked, this, &SetupAssistant::reject);
    connect(m_back, &QPushButton::clicked, this, &SetupAssistant::back);
    connect(m_next, &QPushButton::clicked, this, &SetupAssistant::next);
    connect(m_later, &QPushButton::clicked, this, [this] { goTo(m_stack->currentIndex() + 1); });
    connect(m_save, &QPushButton::clicked, this, &SetupAssistant::saveAndFinish);
    return bar;
}

QWidget *SetupAssistant::closeQuestion()
{
    m_question = new QWidget(this);
    m_question->setObjectName(u"closeQuestion"_s);
    m_question->setProperty("ground", u"window"_s);
    m_question->setAttribute(Qt::WA_StyledBackground);
    m_questionNote = new Note(m_question);
    auto *stay = new HintButton(tr("Sta&y here"), {}, m_question);
    stay->setObjectName(u"stay"_s);
    m_drop = new HintButton(tr("&Close"), {}, m_question);
    m_drop->setObjectName(u"closeWithoutSaving"_s);
    m_saveUnfinished = new HintButton(tr("Save &unfinished and close"), {}, m_question);
    m_saveUnfinished->setObjectName(u"saveUnfinished"_s);
    auto *row = new QHBoxLayout(m_question);
    row->setContentsMargins(20, 10, 20, 4);
    row->addWidget(m_questionNote, 1);
    for (HintButton *button : {stay, m_drop, m_saveUnfinished})
        row->addWidget(button);
    connect(stay, &QPushButton::clicked, this, [this] { leaveQuestion(); });
    connect(m_drop, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    connect(m_saveUnfinished, &QPushButton::clicked, this, &SetupAssistant::saveUnfinished);
    m_question->hide();
    return m_question;
}

Profile SetupAssistant::profile() const
{
    return m_set->profile();
}

SetupPage *SetupAssistant::current() const
{
    return m_set->pages().at(m_stack->currentIndex());
}

void SetupAssistant::goTo(qsizetype place)
{
    m_stack->setCurrentIndex(static_cast<int>(place));
    m_problem->hide();
    const bool last = current() == m_summary;
    if (last) m_set->markAll();
    current()->entered(m_set->profile());
    current()->verticalScrollBar()->setValue(0);
    m_next->setVisible(!last);
    m_save->setVisible(last);
    showSteps();
    focusFirst(current()->widget());
}

void SetupAssistant::next()
{
    if (current() == m_kind && m_kind->isReadyMade()) {
        Q_EMIT practiceWanted();
        return accept();
    }
    const QList<OpenPoint> points = m_set->holdingPoints(current());
    m_set->mark(current());
    if (points.isEmpty()) return goTo(m_stack->currentIndex() + 1);
    showSteps();
    current()->focusOn(points.first());
}

void SetupAssistant::back()
{
    goTo(m_stack->currentIndex() - 1);
}

void SetupAssistant::goToPoint(const PlacedPoint &placed)
{
    goTo(placed.page);
    current()->focusOn(placed.point);
}

void SetupAssistant::showSteps()
{
    const QList<PlacedPoint> open = m_set->allHoldingPoints();
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        SetupPage *page = m_set->pages().at(i);
        const bool here = i == m_stack->currentIndex();
        const bool lacks = std::any_of(open.cbegin(), open.cend(), [i](const PlacedPoint &p) { return p.page == i; });
        QString sign;
        if (m_set->isMarked(page) && page != m_summary) sign = lacks ? u" !"_s : u" ✓"_s;
        QLabel *step = m_steps.at(i);
        step->setText((here ? u"▸ "_s : u"    "_s) + page->title() + sign);
        step->setAccessibleName(here ? tr("%1, this page").arg(page->title()) : page->title());
        setTone(step, here ? Tone::strong : m_set->isMarked(page) && lacks ? Tone::warn : Tone::muted);
    }
    const bool lacksHere = std::any_of(open.cbegin(), open.cend(),
                                       [this](const PlacedPoint &p) { return p.page == m_stack->currentIndex(); });
    m_later->setVisible(lacksHere && m_set->isMarked(current()) && current() != m_kind && current() != m_summary);
    const bool readyMade = m_kind->isReadyMade();
    for (qsizetype i = 1; i < m_steps.size(); ++i)
        m_steps.at(i)->setVisible(!readyMade);
    m_next->setText(readyMade ? tr("Star&t practising") : tr("&Next"));
    m_summary->setOpenPoints(m_set->allOpenPoints());
    m_save->setEnabled(open.isEmpty());
    const bool busy = isBusy();
    m_next->setEnabled(!busy);
    m_later->setEnabled(!busy);
    m_back->setEnabled(!busy && m_stack->currentIndex() > 0);
}

void SetupAssistant::showKind()
{
    auto *stripe = new EnvironmentStripe(m_set->profile().environment, this);
    delete m_layout->replaceWidget(m_stripe, stripe);
    delete m_stripe;
    m_stripe = stripe;
}

void SetupAssistant::touched()
{
    m_unsaved = true;
    showSteps();
}

Result<> SetupAssistant::save()
{
    if (!m_set->holdingPoints(m_kind).isEmpty()) return fail(ErrorCode::notAllowed, u"name"_s);
    const auto saved = m_desk.saveProfile(m_set->profile());
    if (!saved) return saved;
    m_kind->fix();
    m_hasFolder = true;
    m_unsaved = false;
    m_keptHere = true;
    return {};
}

Result<QString> SetupAssistant::prepareFolder()
{
    if (const auto saved = save(); !saved) return std::unexpected(saved.error());
    return m_set->profile().name;
}

void SetupAssistant::saveAndFinish()
{
    if (!m_set->allHoldingPoints().isEmpty()) return;
    if (const auto saved = save(); !saved) return say(saved.error());
    Q_EMIT completed(m_set->profile().name);
    accept();
}

void SetupAssistant::saveUnfinished()
{
    if (const auto saved = save(); !saved) return say(saved.error());
    QDialog::reject();
}

void SetupAssistant::say(const Error &error)
{
    leaveQuestion();
    m_problem->setProblem(tr("The profile could not be saved."), error);
    m_problem->show();
}

bool SetupAssistant::isBusy() const
{
    const QList<SetupPage *> pages = m_set->pages();
    return std::any_of(pages.cbegin(), pages.cend(), [](const SetupPage *page) { return page->isBusy(); });
}

void SetupAssistant::reject()
{
    if (isBusy()) return; // the page says with what; it takes seconds
    if (!m_unsaved && !m_keptHere) return QDialog::reject();
    if (m_unsaved) {
        m_questionNote->setContent(Note::Grade::warn, u"!"_s,
                                   tr("The profile is not finished, and what you entered is not saved."),
                                   tr("Saved unfinished, it can be gone on with later."));
    } else {
        m_questionNote->setContent(Note::Grade::info, u"i"_s,
                                   tr("The profile is not finished. What you entered is kept."),
                                   tr("It can be gone on with later, at the page where it was left."));
    }
    m_drop->setText(m_unsaved ? tr("Close &without saving") : tr("&Close"));
    setButtonRole(m_drop, m_unsaved ? ButtonRole::danger : ButtonRole::normal);
    m_drop->updateGeometry();
    m_saveUnfinished->setVisible(m_unsaved);
    m_saveUnfinished->setEnabled(m_set->holdingPoints(m_kind).isEmpty());
    if (!m_question->isVisible()) m_askedAt = focusWidget();
    // What is asked is answered first: the page's letters and fields wait.
    m_middle->setEnabled(false);
    m_footer->setEnabled(false);
    m_question->show();
    m_question->findChild<HintButton *>(u"stay"_s)->setFocus();
}

void SetupAssistant::keyPressEvent(QKeyEvent *event)
{
    // Esc asked, and takes the question back.
    if (event->key() == Qt::Key_Escape && m_question->isVisible()) return leaveQuestion();
    QDialog::keyPressEvent(event);
}

void SetupAssistant::leaveQuestion()
{
    m_middle->setEnabled(true);
    m_footer->setEnabled(true);
    const bool asked = m_question->isVisible();
    m_question->hide();
    if (asked && m_askedAt) m_askedAt->setFocus();
}

} // namespace countersign::ui
