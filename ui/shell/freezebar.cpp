#include "ui/shell/freezebar.h"

#include "ui/help/helppage.h"
#include "ui/models/alarmwords.h"
#include "ui/models/errorwords.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/note.h"
#include "ui/widgets/reasonpanel.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString stopHeadline(ErrorCode stoppedBy)
{
    switch (stoppedBy) {
    case ErrorCode::diskFull:
        return FreezeBar::tr("Nothing is sent: the disk is full.");
    case ErrorCode::storeWriteFailed:
        return FreezeBar::tr("Nothing is sent: the data could not be written.");
    case ErrorCode::journalWriteFailed:
        return FreezeBar::tr("Nothing is sent: the send journal could not be written.");
    default:
        return FreezeBar::tr("Nothing is sent: the records could not be checked.");
    }
}

/// A disk that fails may fail for good: what is on it is to be brought away before it is asked once more.
QString stopAdvice(ErrorCode stoppedBy)
{
    switch (stoppedBy) {
    case ErrorCode::diskFull:
        return FreezeBar::tr("Free space on the disk and restart the program.");
    case ErrorCode::storeWriteFailed:
    case ErrorCode::journalWriteFailed:
        return FreezeBar::tr(
            "Check that the disk is connected and sound, save a backup to another one, then restart the program.");
    default:
        return errorSentence({stoppedBy, {}});
    }
}

} // namespace

FreezeBar::FreezeBar(QWidget *parent)
    : QWidget(parent), m_note(new Note(this)), m_lift(new HintButton(tr("Lift the freeze…"), {}, this)),
      m_panel(new ReasonPanel(ReasonPanel::Place::window, this)), m_refusal(new Note(this))
{
    setHelpTopic(*this, HelpTopic::unknown);
    setObjectName(u"freezeBar"_s);
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_note->setObjectName(u"frozenNote"_s);
    m_lift->setAutoDefault(true);
    m_lift->setObjectName(u"liftFreezeButton"_s);
    m_lift->setAccessibleName(tr("Lift the freeze"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    auto *row = new QHBoxLayout;
    row->addWidget(m_note, 1);
    row->addWidget(m_lift, 0, Qt::AlignVCenter);
    column->addLayout(row);
    column->addWidget(m_panel);
    column->addWidget(m_refusal);

    connect(m_lift, &HintButton::clicked, this, &FreezeBar::askLift);
    connect(m_panel, &ReasonPanel::withdrawn, this, &FreezeBar::updateVisible);
    connect(m_panel, &ReasonPanel::given, this, [this](const QString &reason) {
        m_refusal->hide();
        updateVisible();
        if (m_lifting) {
            Q_EMIT liftWanted(reason);
        } else {
            Q_EMIT freezeWanted(reason);
        }
    });
    m_refusal->hide();
    updateVisible();
}

void FreezeBar::setState(const FreezeRecord &freeze, std::optional<ErrorCode> stoppedBy)
{
    if (freeze.frozen != m_frozen) {
        m_panel->hide();
        m_refusal->hide();
    }
    m_frozen = freeze.frozen;
    m_stopped = stoppedBy.has_value();
    if (stoppedBy) {
        m_note->setContent(Note::Grade::danger, u"✕"_s, stopHeadline(*stoppedBy),
                           tr("What is shown is what was stored.") + u' ' + stopAdvice(*stoppedBy));
    } else if (m_frozen) {
        m_note->setContent(Note::Grade::danger, u"‖"_s, freezeHeadline(freeze),
                           freezeSentence(freeze) + u' ' +
                               tr("Nothing is sent for checking or confirmed; cancelling and asking the bank go on."));
    }
    m_note->offerHelp(HelpTopic::unknown);
    updateVisible();
}

void FreezeBar::askFreeze()
{
    if (m_frozen) return;
    m_lifting = false;
    m_panel->ask(
        tr("Freezing stops what could move money: nothing is sent for checking and nothing is confirmed, until "
           "the freeze is lifted. Cancelling and asking the bank go on. What the bank has already been told "
           "to pay, it pays."),
        tr("Freeze sending"), Reason::optional, true);
    updateVisible();
}

void FreezeBar::askLift()
{
    if (!m_frozen) return;
    m_lifting = true;
    m_panel->ask(tr("Lifting lets sending go on. Say why that is safe; the reason is kept in the record."),
                 tr("Lift the freeze"), Reason::required, false);
    updateVisible();
}

void FreezeBar::showRefusal(const Error &error)
{
    m_refusal->setProblem(tr("This was not done."), error);
    m_refusal->show();
    updateVisible();
}

void FreezeBar::updateVisible()
{
    const bool note = m_frozen || m_stopped;
    m_note->setVisible(note);
    m_lift->setVisible(m_frozen && !m_stopped && m_panel->isHidden());
    setVisible(note || !m_panel->isHidden() || !m_refusal->isHidden());
}

} // namespace countersign::ui
