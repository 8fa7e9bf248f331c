#include "ui/settings/backuppage.h"

#include "ui/help/helppage.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/widgets/choicebox.h"

#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

BackupPage::BackupPage(QWidget *parent)
    : SetupPage(tr("Backups"),
                tr("Backups that Countersign makes by itself while it is open. One that was missed is made at the next "
                   "start, and one that fails is said in the window. The folder is best on another disk."),
                parent),
      m_rhythm(new ChoiceBox(content())), m_weekday(new ChoiceBox(content())), m_at(new QTimeEdit(content())),
      m_folder(new FileField(FileField::Want::folder, tr("Folder for the backups"), content())),
      m_keep(new QSpinBox(content()))
{
    setHelpTopic(*this, HelpTopic::keys);
    m_rhythm->setObjectName(u"backupRhythm"_s);
    m_rhythm->addItems({tr("Only by hand"), tr("Every day"), tr("Every week")});
    m_weekday->setObjectName(u"backupWeekday"_s);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        m_weekday->addItem(QLocale().standaloneDayName(day), day);
    m_at->setObjectName(u"backupTime"_s);
    m_at->setDisplayFormat(u"HH:mm"_s);
    m_at->setMaximumWidth(120);
    m_folder->edit()->setObjectName(u"backupFolder"_s);
    m_keep->setObjectName(u"backupKeep"_s);
    m_keep->setRange(1, mostKeptBackups);
    m_keep->setMaximumWidth(120);
    m_at->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys do the same
    m_keep->setButtonSymbols(QAbstractSpinBox::NoButtons);
    addRow(tr("&Make backups"), m_rhythm);
    m_weekdayRow = addRow(tr("&Day"), m_weekday);
    m_atRow = addRow(tr("&Time"), m_at, tr("By this computer's clock."));
    m_folderRow = addField(ProfileField::backupFolder, tr("&Folder"), m_folder, {}, m_folder->edit());
    m_keepRow = addRow(tr("&Keep"), m_keep,
                       tr("So many of these backups stay; the oldest is removed then. Those made by hand are never "
                          "removed."));
    column()->addStretch();
    showRhythm();
    connect(m_rhythm, &QComboBox::currentIndexChanged, this, [this] {
        showRhythm();
        Q_EMIT changed();
    });
    connect(m_weekday, &QComboBox::currentIndexChanged, this, &SetupPage::changed);
    connect(m_at, &QTimeEdit::timeChanged, this, &SetupPage::changed);
    connect(m_folder, &FileField::changed, this, &SetupPage::changed);
    connect(m_keep, &QSpinBox::valueChanged, this, &SetupPage::changed);
}

BackupRhythm BackupPage::rhythm() const
{
    return static_cast<BackupRhythm>(m_rhythm->currentIndex());
}

void BackupPage::showRhythm()
{
    m_weekdayRow->setVisible(rhythm() == BackupRhythm::weekly);
    for (FieldRow *row : {m_atRow, m_folderRow, m_keepRow})
        row->setVisible(rhythm() != BackupRhythm::off);
}

void BackupPage::readFrom(const Profile &profile)
{
    m_rhythm->setCurrentIndex(static_cast<int>(profile.backup.rhythm));
    m_weekday->setCurrentIndex(profile.backup.weekday - Qt::Monday);
    m_at->setTime(profile.backup.at);
    m_folder->setFileName(profile.backup.folder);
    m_keep->setValue(profile.backup.keep);
}

void BackupPage::writeTo(Profile &profile) const
{
    profile.backup = {.rhythm = rhythm(),
                      .folder = m_folder->fileName(),
                      .at = m_at->time(),
                      .weekday = m_weekday->currentIndex() + Qt::Monday,
                      .keep = m_keep->value()};
}

} // namespace countersign::ui
