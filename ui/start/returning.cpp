#include "ui/start/returning.h"

#include "core/futures.h"
#include "ui/backup/restorewindow.h"
#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QMessageBox>

namespace countersign::ui {

Returning::Returning(const ProfileStore &profiles, const Clock &clock, QObject *parent)
    : QObject(parent), m_desk(profiles, clock), m_clock(clock)
{
}

void Returning::askToRestore(const Profile &profile, QWidget *over)
{
    m_untilDone.emplace();
    auto *window = new RestoreWindow(m_desk, m_clock, profile, over);
    // Later: the window itself is among those that are closed.
    connect(
        window, &RestoreWindow::wanted, this, [this, profile](const QString &path) { restore(path, profile); },
        Qt::QueuedConnection);
    connect(window, &QDialog::rejected, this, [this] {
        Q_EMIT withdrawn();
        m_untilDone.reset();
    });
    window->open(); // nothing else of the profile is touched meanwhile
}

void Returning::askToBring(QWidget *over)
{
    m_untilDone.emplace();
    auto *window = new RestoreWindow(m_desk, m_clock, std::nullopt, over);
    connect(window, &RestoreWindow::wanted, this, &Returning::bring, Qt::QueuedConnection);
    connect(window, &QDialog::rejected, this, [this] {
        Q_EMIT withdrawn();
        m_untilDone.reset();
    });
    window->open();
}

void Returning::restore(const QString &path, const Profile &profile)
{
    Q_EMIT closingWanted();
    m_notice =
        std::make_unique<StartNotice>(profile.environment, tr("The data come back from the backup and are checked."));
    m_notice->show();
    watch(m_desk.restore(path, profile.name), this, [this, profile](const Result<Restored> &done) {
        const auto open = [this, profile] {
            Q_EMIT restored(profile.name);
            m_untilDone.reset();
        };
        if (!done) return tell(tr("Nothing was restored."), errorSentence(done.error()), open);
        if (done->setAside.isEmpty()) return tell(tr("The data are restored."), tr("Sending is frozen."), open);
        tell(tr("The data are restored."),
             tr("Sending is frozen. The data from before were set aside, in %1.").arg(visibleText(done->setAside)),
             open);
    });
}

void Returning::bring(const QString &path)
{
    watch(m_desk.bring(path), this, [this](const Result<Restored> &done) {
        if (!done) {
            return tell(tr("The profile was not brought here."), errorSentence(done.error()), [this] {
                Q_EMIT withdrawn();
                m_untilDone.reset();
            });
        }
        m_notice.reset();
        Q_EMIT brought(done->profile);
        m_untilDone.reset();
    });
}

void Returning::tell(const QString &headline, const QString &sentence, const std::function<void()> &then)
{
    auto *message = new QMessageBox(QMessageBox::Information, headline, headline, QMessageBox::Ok);
    message->setInformativeText(sentence);
    message->setTextFormat(Qt::PlainText);
    // A message box is as wide as its headline, and a path would be broken into pieces.
    if (auto *grid = qobject_cast<QGridLayout *>(message->layout()))
        grid->addItem(new QSpacerItem(QFontMetrics(textFont()).averageCharWidth() * 64, 0), grid->rowCount(), 0, 1,
                      grid->columnCount());
    message->setAttribute(Qt::WA_DeleteOnClose);
    connect(message, &QDialog::finished, this, then);
    message->open();
    m_notice.reset();
}

} // namespace countersign::ui
