#include "ui/backup/backupwindow.h"

#include "core/futures.h"
#include "exchange/readingprogress.h"
#include "ui/backup/backupwords.h"
#include "ui/help/helppage.h"
#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"
#include "ui/settings/filefield.h"
#include "ui/widgets/buttonbar.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

BackupWindow::BackupWindow(BackupDesk &desk, PayoutDesk &payouts, const Clock &clock, BackupPurpose purpose,
                           EnvironmentKind environment, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_payouts(payouts), m_clock(clock), m_purpose(purpose), m_environment(environment)
{
    setHelpTopic(*this, HelpTopic::keys);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(purpose == BackupPurpose::keep ? tr("Back up") : tr("Hand over to another computer"));
    setMinimumSize(660, 500);
    resize(720, 540);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(content(), 1);
    layout->addWidget(footer());
    connect(&m_work, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(&desk, &BackupDesk::standingChanged, this, &BackupWindow::showStanding);
    showStanding();
    showWorking(false);
}

BackupWindow::~BackupWindow()
{
    if (m_working) m_work.future().cancel();
}

QString BackupWindow::introduction() const
{
    const QString holds = tr(
        "In the file: all payouts, decisions and the record of what happened; the send journal; the settings; the "
        "signing key as it lies here, encrypted; the bank's public keys; the directory of banks. Not in it: the key's "
        "password, and the certificate of the webhook receiver. Payouts can be read in the file: keep it where only "
        "you can get at it.");
    if (m_purpose == BackupPurpose::keep) return holds;
    return tr("Two computers that pay with the same profile do not know of each other's payouts and can pay one twice. "
              "Therefore sending is frozen here first, and then the file is written. On the other computer choose "
              "“Bring a profile from another computer…”. What is on its way at the bank goes on, and the other "
              "computer asks about it.") +
           u"\n\n"_s + holds;
}

QWidget *BackupWindow::content()
{
    auto *content = new QWidget(this);
    content->setProperty("ground", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    const bool keeps = m_purpose == BackupPurpose::keep;
    m_standing = plainLabel({}, Tone::muted, content);
    m_sure = new QCheckBox(tr("From now on this profile pays on the &other computer only"), content);
    m_sure->setObjectName(u"sure"_s);
    m_sure->setVisible(!keeps);
    m_progress = new QProgressBar(content);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("How far the work is"));
    m_progress->setRange(0, wholePermille);
    m_progress->setTextVisible(false);
    m_note = new Note(content);
    m_note->setObjectName(u"note"_s);
    m_note->hide();
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(
        plainLabel(keeps ? tr("Write a backup of this profile") : tr("Move this profile to another computer"),
                   Tone::heading, content));
    layout->addWidget(plainLabel(introduction(), Tone::normal, content));
    layout->addWidget(m_standing);
    layout->addWidget(m_sure);
    layout->addWidget(m_progress);
    layout->addWidget(m_note);
    layout->addStretch(1);
    keepReadable(content);
    connect(m_sure, &QCheckBox::toggled, this, [this] { showWorking(m_working); });
    return content;
}

QWidget *BackupWindow::footer()
{
    auto *bar = new ButtonBar(this);
    m_stop = new HintButton(tr("Stop"), tr("Esc"), bar);
    m_stop->setObjectName(u"stop"_s);
    m_close = new HintButton(tr("Close"), tr("Esc"), bar);
    m_close->setObjectName(u"close"_s);
    m_write = new HintButton(m_purpose == BackupPurpose::keep ? tr("Choose a name and back up…")
                                                              : tr("Freeze sending and write the file…"),
                             {}, bar);
    m_write->setObjectName(u"write"_s);
    setButtonRole(m_write, ButtonRole::primary);
    for (QPushButton *button : {m_stop, m_close, m_write})
        bar->add(button);
    connect(m_stop, &QPushButton::clicked, this, &BackupWindow::reject);
    connect(m_close, &QPushButton::clicked, this, &BackupWindow::reject);
    connect(m_write, &QPushButton::clicked, this, &BackupWindow::choosePath);
    return bar;
}

void BackupWindow::showStanding()
{
    m_standing->setText(standingSentence(m_desk.standing(), m_environment, m_clock.now()));
}

void BackupWindow::choosePath()
{
    QFileDialog *chooser = openSaveChooser(this, windowTitle(), m_desk.proposedName());
    connect(chooser, &QFileDialog::fileSelected, this, &BackupWindow::writeTo);
}

void BackupWindow::writeTo(const QString &path)
{
    if (m_working || path.isEmpty()) return;
    m_note->hide();
    m_progress->setValue(0);
    showWorking(true);
    if (m_purpose == BackupPurpose::keep) return startWriting(path);
    watch(m_payouts.freeze(tr("Handed over to another computer. Lift this only if it does not use the profile.")), this,
          [this, path](const Result<> &frozen) {
              if (frozen) return startWriting(path);
              showDone(std::unexpected(frozen.error()));
          });
}

void BackupWindow::startWriting(const QString &path)
{
    if (!m_working) return; // stopped while it was being frozen
    const auto writing = m_desk.write(path, m_purpose == BackupPurpose::handOver);
    m_work.setFuture(writing);
    watch(writing, this, [this](const Result<BackupMade> &made) { showDone(made); });
}

void BackupWindow::showWorking(bool working)
{
    m_working = working;
    m_progress->setVisible(working);
    m_stop->setVisible(working);
    m_close->setVisible(!working);
    m_sure->setEnabled(!working);
    m_write->setEnabled(!working && (m_purpose == BackupPurpose::keep || m_sure->isChecked()));
    if (working) m_stop->setFocus(Qt::OtherFocusReason);
}

void BackupWindow::showDone(const Result<BackupMade> &made)
{
    if (!m_working) return; // stopped
    showWorking(false);
    m_close->setFocus(Qt::OtherFocusReason);
    m_note->show();
    if (!made) {
        m_note->setContent(Note::Grade::danger, u"✕"_s, tr("No backup was made."),
                           backupProblem(made.error()) + u' ' + tr("What was under that name is as before."));
        return m_note->offerHelp(helpTopicOf(made.error().code));
    }
    QString text = tr("%1\n%2, payouts: %3. It was read back and is whole. SHA-256: %4")
                       .arg(visibleText(made->path), sizeWords(made->bytes), QLocale().toString(made->contents.payouts),
                            QString::fromLatin1(made->sha256));
    if (!made->contents.missing.isEmpty()) {
        text += u'\n' + tr("These files of the settings could not be read and are not in it: %1.")
                            .arg(visibleText(made->contents.missing.join(u", "_s)));
    }
    if (m_purpose == BackupPurpose::handOver) {
        text +=
            u'\n' + tr("Sending stays frozen here. Do not lift the freeze while the other computer has the profile.");
    }
    m_note->setContent(made->contents.missing.isEmpty() ? Note::Grade::good : Note::Grade::warn,
                       made->contents.missing.isEmpty() ? u"✓"_s : u"!"_s, tr("The backup is written."), text);
}

void BackupWindow::reject()
{
    if (!m_working) return QDialog::reject();
    m_work.future().cancel();
    showWorking(false);
    m_note->setContent(Note::Grade::info, u"i"_s, tr("Stopped. No backup was made."));
    m_note->show();
    m_write->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign::ui
