#include "ui/backup/backupbar.h"

#include "ui/backup/backupwords.h"
#include "ui/help/helppage.h"
#include "ui/models/datewords.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/note.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

BackupBar::BackupBar(BackupDesk &desk, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_clock(clock), m_note(new Note(this))
{
    setHelpTopic(*this, HelpTopic::keys);
    setObjectName(u"backupBar"_s);
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_note->setObjectName(u"backupNote"_s);
    auto *now = new HintButton(tr("Back up now…"), {}, this);
    now->setObjectName(u"backUpNow"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(m_note, 1);
    row->addWidget(now, 0, Qt::AlignVCenter);
    connect(now, &QPushButton::clicked, this, &BackupBar::backupWanted);
    connect(&desk, &BackupDesk::standingChanged, this, &BackupBar::showStanding);
    showStanding();
}

void BackupBar::showStanding()
{
    const BackupStanding standing = m_desk.standing();
    setVisible(standing.problem.has_value());
    if (!standing.problem) return;
    const QString last =
        standing.lastMade ? tr("The last backup is of %1.").arg(inZone(exactMoment(*standing.lastMade, m_clock.now())))
                          : tr("There is no backup yet.");
    m_note->setContent(Note::Grade::warn, u"!"_s, tr("The backup that was due could not be made."),
                       backupProblem(*standing.problem) + u' ' + last + u' ' + tr("It is tried again each hour."));
}

} // namespace countersign::ui
