#include "bootstrap/filebackupdesk.h"

#include "backup/backupplan.h"
#include "backup/backupwriter.h"
#include "core/futures.h"
#include "core/logcategories.h"
#include "exchange/importreading.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace countersign {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr milliseconds lookInterval = 30s;

QString standingFile(const ProfilePaths &paths)
{
    return paths.folder + u"/backups.json"_s;
}

std::optional<Instant> momentIn(const QJsonObject &object, const QString &key)
{
    const qint64 at = object.value(key).toInteger();
    return at > 0 ? std::optional(fromMilliseconds(at)) : std::nullopt;
}

/// Ends soon when the desk is left.
class LeavingProgress final : public ReadingProgress
{
public:
    LeavingProgress(ReadingProgress &progress, const std::atomic<bool> &leaving)
        : m_progress(progress), m_leaving(leaving)
    {
    }
    [[nodiscard]] bool reached(int permille) override { return !m_leaving && m_progress.reached(permille); }

private:
    ReadingProgress &m_progress;
    const std::atomic<bool> &m_leaving;
};

} // namespace

FileBackupDesk::FileBackupDesk(const Profile &profile, const ProfilePaths &paths, const Clock &clock, QObject *parent)
    : BackupDesk(parent), m_profile(profile), m_paths(paths), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    readStanding();
    m_look.setInterval(lookInterval);
    connect(&m_look, &QTimer::timeout, this, &FileBackupDesk::makeIfDue);
}

FileBackupDesk::~FileBackupDesk()
{
    m_leaving = true;
    m_pool.waitForDone();
}

void FileBackupDesk::beginRhythm()
{
    if (m_profile.backup.rhythm == BackupRhythm::off) return;
    m_look.start();
    makeIfDue();
}

QFuture<Result<BackupMade>> FileBackupDesk::write(QString path, bool handedOver)
{
    const BackupOrder order{.profile = m_profile, .paths = m_paths, .path = std::move(path), .handedOver = handedOver};
    const auto writing = startReading<Result<BackupMade>>(m_pool, [this, order](ReadingProgress &progress) {
        LeavingProgress leaving(progress, m_leaving);
        return writeBackup(order, m_clock, leaving);
    });
    watch(writing, this, [this](const Result<BackupMade> &made) {
        if (made) noteMade(*made);
    });
    return writing;
}

std::optional<Instant> FileBackupDesk::nextDue() const
{
    return nextBackup(m_profile.backup, m_standing.lastMade, m_standing.problemSince, m_clock.now(),
                      QTimeZone::systemTimeZone());
}

BackupStanding FileBackupDesk::standing() const
{
    BackupStanding standing = m_standing;
    standing.next = nextDue();
    return standing;
}

QString FileBackupDesk::proposedName() const
{
    return backupName(m_profile.name, m_clock.now(), QTimeZone::systemTimeZone(), false);
}

void FileBackupDesk::makeIfDue()
{
    const auto due = nextDue();
    if (m_making || !due || *due > m_clock.now()) return;
    m_making = true;
    const QString name = backupName(m_profile.name, m_clock.now(), QTimeZone::systemTimeZone(), true);
    const auto writing = write(QDir(m_profile.backup.folder).filePath(name), false);
    watch(writing, this, [this](const Result<BackupMade> &made) { takeRhythmic(made); });
}

void FileBackupDesk::takeRhythmic(const Result<BackupMade> &made)
{
    m_making = false;
    if (made) return removeTooMany();
    qCWarning(logStorage) << "no backup:" << errorCodeName(made.error().code);
    m_standing.problem = made.error();
    m_standing.problemSince = m_clock.now();
    keepStanding();
    Q_EMIT standingChanged();
}

void FileBackupDesk::noteMade(const BackupMade &made)
{
    m_standing = {.lastMade = made.contents.made, .lastPath = made.path};
    keepStanding();
    Q_EMIT standingChanged();
}

void FileBackupDesk::removeTooMany() const
{
    QDir folder(m_profile.backup.folder);
    const QStringList old = backupsTooMany(folder.entryList(QDir::Files), m_profile.name, m_profile.backup.keep);
    for (const QString &name : old)
        folder.remove(name);
}

void FileBackupDesk::readStanding()
{
    QFile file(standingFile(m_paths));
    if (!file.open(QIODevice::ReadOnly)) return;
    const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
    m_standing.lastMade = momentIn(kept, u"last_made"_s);
    m_standing.lastPath = kept.value(u"last_path").toString();
    // The next try says what is wrong now; until then it is only known that the last one failed.
    m_standing.problemSince = momentIn(kept, u"problem_since"_s);
    if (m_standing.problemSince) m_standing.problem = Error{ErrorCode::fileUnwritable, {}};
}

void FileBackupDesk::keepStanding() const
{
    QJsonObject kept;
    if (m_standing.lastMade) kept.insert(u"last_made"_s, toMilliseconds(*m_standing.lastMade));
    kept.insert(u"last_path"_s, m_standing.lastPath);
    if (m_standing.problemSince) kept.insert(u"problem_since"_s, toMilliseconds(*m_standing.problemSince));
    QSaveFile file(standingFile(m_paths));
    const bool good = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(kept).toJson()) > 0 && file.commit();
    if (!good) qCWarning(logStorage) << "how the backups stand can't be kept";
}

} // namespace countersign
