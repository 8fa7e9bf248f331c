#include "ui/backup/restorewindow.h"

#include "core/futures.h"
#include "exchange/readingprogress.h"
#include "ui/backup/backupwords.h"
#include "ui/help/helppage.h"
#include "ui/models/datewords.h"
#include "ui/models/payoutwords.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/widgets/buttonbar.h"
#include "ui/widgets/environmentstripe.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

RestoreWindow::RestoreWindow(RestoreDesk &desk, const Clock &clock, const std::optional<Profile> &profile,
                             QWidget *parent)
    : QDialog(parent), m_desk(desk), m_clock(clock), m_profile(profile)
{
    setHelpTopic(*this, HelpTopic::keys);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(brings() ? tr("Bring a profile from another computer") : tr("Restore from a backup"));
    setMinimumSize(700, 580);
    resize(760, 640);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (profile) layout->addWidget(new EnvironmentStripe(profile->environment, this));
    layout->addWidget(content(), 1);
    layout->addWidget(footer());
    connect(&m_work, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    showWorking(false);
    m_file->edit()->setFocus(Qt::OtherFocusReason);
}

RestoreWindow::~RestoreWindow()
{
    m_file->edit()->disconnect(this); // a field that loses the focus by that has nothing to be read any more
    if (m_working) m_work.future().cancel();
}

QWidget *RestoreWindow::content()
{
    auto *content = new QWidget(this);
    content->setProperty("ground", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    m_file = new FileField(FileField::Want::file, tr("Choose a backup"), content);
    m_file->edit()->setObjectName(u"backupFile"_s);
    m_file->setButtonName(u"chooseBackup"_s);
    m_progress = new QProgressBar(content);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("How far the backup has been read"));
    m_progress->setRange(0, wholePermille);
    m_progress->setTextVisible(false);
    m_lines = new QWidget(content);
    m_grid = new QGridLayout(m_lines);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(20);
    m_grid->setColumnStretch(1, 1);
    m_note = new Note(content);
    m_note->setObjectName(u"note"_s);
    m_note->hide();
    m_sure = new QCheckBox(content);
    m_sure->setObjectName(u"sure"_s);
    m_sure->setText(brings() ? tr("&Nobody pays with this profile on the other computer any more")
                             : tr("I will compare payouts &made after this backup with the bank's statement"));
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(plainLabel(windowTitle(), Tone::heading, content));
    layout->addWidget(new FieldRow(tr("&Backup"), m_file,
                                   tr("The file is read and checked; nothing is changed by that."), m_file->edit()));
    layout->addWidget(m_progress);
    layout->addWidget(m_lines);
    layout->addWidget(m_note);
    layout->addWidget(m_sure);
    layout->addStretch(1);
    keepReadable(content);
    // While a name is being typed there mostly is no such file.
    connect(m_file, &FileField::changed, this,
            [this] { examine(QFileInfo(m_file->fileName()).isFile() ? m_file->fileName() : QString()); });
    connect(m_file->edit(), &QLineEdit::editingFinished, this, [this] {
        if (m_whole.isEmpty() && !m_working) examine(m_file->fileName());
    });
    connect(m_sure, &QCheckBox::toggled, this, [this] { showWorking(m_working); });
    return content;
}

QWidget *RestoreWindow::footer()
{
    auto *bar = new ButtonBar(this);
    m_close = new HintButton(tr("Close"), tr("Esc"), bar);
    m_close->setObjectName(u"close"_s);
    m_go = new HintButton(brings() ? tr("B&ring this profile here") : tr("&Restore, and freeze sending"), {}, bar);
    m_go->setObjectName(u"restore"_s);
    setButtonRole(m_go, ButtonRole::primary);
    for (QPushButton *button : {m_close, m_go})
        bar->add(button);
    connect(m_close, &QPushButton::clicked, this, &RestoreWindow::reject);
    connect(m_go, &QPushButton::clicked, this, [this] {
        Q_EMIT wanted(m_whole);
        accept();
    });
    return bar;
}

void RestoreWindow::examine(const QString &path)
{
    if (m_working) m_work.future().cancel();
    m_whole.clear();
    m_sure->setChecked(false);
    m_note->hide();
    showWorking(!path.isEmpty());
    if (path.isEmpty()) return;
    m_progress->setValue(0);
    const auto reading = m_desk.examine(path, m_profile ? m_profile->name : QString());
    m_work.setFuture(reading);
    watch(reading, this, [this, path](const Result<BackupContents> &contents) {
        if (path != m_file->fileName() && !m_file->fileName().isEmpty()) return; // another one is being read
        if (contents) m_whole = path;
        showExamined(contents);
    });
}

void RestoreWindow::showExamined(const Result<BackupContents> &contents)
{
    showWorking(false);
    m_note->show();
    if (!contents) return m_note->setProblem(tr("This backup can't be used."), contents.error());
    showContents(*contents);
    showWhatItMeans(*contents);
    showWorking(false);
}

void RestoreWindow::showContents(const BackupContents &contents)
{
    if (brings()) { // what the file holds decides how serious this is
        delete m_stripe;
        m_stripe = new EnvironmentStripe(contents.environment, this);
        qobject_cast<QBoxLayout *>(layout())->insertWidget(0, m_stripe);
    }
    qDeleteAll(m_lines->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    int row = 0;
    for (const auto &[name, value] : backupLines(contents)) {
        QLabel *label = plainLabel(name, Tone::muted, m_lines);
        label->setWordWrap(false);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(plainLabel(value, Tone::normal, m_lines), row++, 1);
    }
}

void RestoreWindow::showWhatItMeans(const BackupContents &contents)
{
    const QString made = inZone(exactMoment(contents.made, m_clock.now()));
    if (!brings()) {
        return m_note->setContent(
            Note::Grade::warn, u"!"_s, tr("Everything after %1 is not in it.").arg(made),
            tr("The profile is closed and opened again with these data; sending is frozen then, until you lift the "
               "freeze. "
               "The data of now are set aside in the profile's folder and not deleted. The send journal, the settings "
               "and the key of this computer stay. What the journal knows beyond the backup is asked at the bank as "
               "soon "
               "as the key is unlocked."));
    }
    const QString handedOver =
        contents.handedOver
            ? tr("Sending was frozen on the other computer before the file was written.")
            : tr("The file is an ordinary backup: what the other computer has sent after %1 is not in it, and this "
                 "computer can't find out. Compare the bank's statement since then, payout by payout, before you lift "
                 "the freeze.")
                  .arg(made);
    m_note->setContent(
        Note::Grade::warn, u"!"_s, tr("Two computers with one profile can pay twice."),
        handedOver + u' ' +
            tr("The profile opens here frozen, and what waited to be sent is a draft again. You will need "
               "the password of its signing key."));
}

void RestoreWindow::showWorking(bool working)
{
    m_working = working;
    m_progress->setVisible(working);
    const bool isWhole = !working && !m_whole.isEmpty();
    m_lines->setVisible(isWhole);
    m_sure->setVisible(isWhole);
    m_go->setEnabled(isWhole && m_sure->isChecked());
}

void RestoreWindow::reject()
{
    if (!m_working) return QDialog::reject();
    m_work.future().cancel();
    showWorking(false);
    m_note->setContent(Note::Grade::info, u"i"_s, tr("Stopped. Nothing was changed."));
    m_note->show();
}

} // namespace countersign::ui
