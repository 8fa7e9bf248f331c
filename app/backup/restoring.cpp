#include "backup/restoring.h"

#include "backup/keptjournal.h"
#include "core/ownersfolder.h"
#include "core/try.h"
#include "storage/durablefile.h"
#include "storage/sqlitestore.h"
#include "storage/storecopy.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

/// Stands in a staged store's folder as its last file, so that half of one is never taken for it.
const QString readyMark = u"ready"_s;

QString storeFolder(const ProfilePaths &paths)
{
    return QFileInfo(paths.storeFile).absolutePath();
}

QString stagingFolder(const ProfilePaths &paths)
{
    return paths.folder + u"/store-coming-back"_s;
}

Result<> makeEmptyFolder(const QString &folder)
{
    if (!QDir(folder).removeRecursively()) return fail(ErrorCode::fileUnwritable, folder);
    return makeOwnersFolder(folder);
}

Result<> writeReadyMark(const QString &folder)
{
    COUNTERSIGN_TRY_INTO(mark, NativeFile::openForAppend(folder + u'/' + readyMark));
    COUNTERSIGN_TRY(mark.sync());
    return syncDirectory(folder);
}

Result<> renameFolder(const QString &from, const QString &to)
{
    if (!QDir().rename(from, to)) return fail(ErrorCode::fileUnwritable, to);
    COUNTERSIGN_TRY(syncDirectory(QFileInfo(to).absolutePath()));
    return syncDirectory(QFileInfo(from).absolutePath());
}

/// Nobody may open the old store any more. On Windows the lock goes with the folder: a file that somebody has open
/// keeps the folder from being renamed, so that a race ends in an error there.
Result<std::optional<NativeFile>> lockStore(const ProfilePaths &paths)
{
    if (!QFileInfo::exists(storeFolder(paths))) return std::nullopt;
    auto file = NativeFile::openForAppend(paths.storeFile + u".lock"_s);
    if (!file) return std::unexpected(file.error());
    COUNTERSIGN_TRY_INTO(locked, file->tryLock());
    if (!locked) return fail(ErrorCode::storeLocked, paths.storeFile);
    return std::optional(*std::move(file));
}

/// "…/set-aside/2026-11-23T00-45-00": the folder for what this restore takes out of the way.
QString asideFolder(const ProfilePaths &paths, const Clock &clock)
{
    const QString moment = toIsoText(clock.now()).first(19).replace(u':', u'-');
    QString folder = paths.folder + u"/set-aside/"_s + moment;
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = paths.folder + u"/set-aside/"_s + moment + u'-' + QString::number(number);
    return folder;
}

Result<> putInPlace(const ProfilePaths &paths)
{
    COUNTERSIGN_TRY(renameFolder(stagingFolder(paths), storeFolder(paths)));
    QFile::remove(storeFolder(paths) + u'/' + readyMark);
    return {};
}

} // namespace

Result<> makeOwnersFolder(const QString &folder)
{
    if (!QDir().mkpath(folder) || !keepForOwner(folder)) return fail(ErrorCode::fileUnwritable, folder);
    return {};
}

Result<> restoringStep(WriteFault *fault, QLatin1String name)
{
    if (fault != nullptr && fault->strikes(name)) return fail(ErrorCode::fileUnwritable, u"injected at "_s + name);
    return {};
}

Result<> checkBelongs(const BackupContents &contents, const Profile &profile)
{
    if (contents.environment != profile.environment) return fail(ErrorCode::backupForeign, u"environment"_s);
    if (contents.projectId != profile.projectId) return fail(ErrorCode::backupForeign, u"project"_s);
    if (contents.profile != profile.name) return fail(ErrorCode::backupForeign, u"profile"_s);
    return {};
}

Result<> stageStore(const BackupFile &backup, const QString &folder, ReturnCause cause, const Clock &clock,
                    WriteFault *fault)
{
    const BackupContents &contents = backup.manifest().contents;
    const QString file = folder + u"/countersign.sqlite"_s;
    COUNTERSIGN_TRY(restoringStep(fault, "unpack"_L1));
    COUNTERSIGN_TRY(backup.unpack(backupparts::store, file));
    COUNTERSIGN_TRY_INTO(facts, inspectStore(file));
    if (facts.payouts != contents.payouts || facts.auditHead != contents.auditHead)
        return fail(ErrorCode::backupDamaged, backupparts::store);
    COUNTERSIGN_TRY(restoringStep(fault, "open"_L1));
    COUNTERSIGN_TRY_INTO(store, SqliteStore::open(file, clock)); // brings its schema up to date
    COUNTERSIGN_TRY_INTO(transaction, store->begin());
    Work work{.tx = *transaction, .now = clock.now()};
    COUNTERSIGN_TRY(restoringStep(fault, "freeze"_L1));
    COUNTERSIGN_TRY(freezeRestored(work, cause,
                                   {{u"made"_s, toIsoText(contents.made)},
                                    {u"auditEntries"_s, contents.auditEntries},
                                    {u"handedOver"_s, contents.handedOver}}));
    return transaction->commit();
}

Result<Restored> restoreStore(const BackupFile &backup, const Profile &profile, const ProfilePaths &paths,
                              const Clock &clock, WriteFault *fault)
{
    COUNTERSIGN_TRY(checkBelongs(backup.manifest().contents, profile));
    COUNTERSIGN_TRY(finishRestoring(paths));
    auto lock = lockStore(paths);
    if (!lock) return std::unexpected(lock.error());
    const QString staging = stagingFolder(paths);
    COUNTERSIGN_TRY(makeEmptyFolder(staging));
    COUNTERSIGN_TRY(stageStore(backup, staging, ReturnCause::restored, clock, fault));
    const QString aside = asideFolder(paths, clock);
    COUNTERSIGN_TRY(restoringStep(fault, "journal"_L1));
    const QString backupsJournal = staging + u"/journal"_s;
    COUNTERSIGN_TRY(makeOwnersFolder(backupsJournal));
    COUNTERSIGN_TRY(backup.unpack(backupparts::journal, backupsJournal + u'/' + backupparts::journal));
    COUNTERSIGN_TRY(keepJournal(paths.journalFolder, backupsJournal, aside));
    QDir(backupsJournal).removeRecursively();
    COUNTERSIGN_TRY(writeReadyMark(staging));
    COUNTERSIGN_TRY(restoringStep(fault, "setAside"_L1));
    Restored done{.profile = profile.name, .setAside = {}};
    if (QFileInfo::exists(storeFolder(paths))) {
        COUNTERSIGN_TRY(makeOwnersFolder(aside));
#ifdef Q_OS_WIN
        lock->reset();
#endif
        COUNTERSIGN_TRY(renameFolder(storeFolder(paths), aside + u"/store"_s));
        done.setAside = aside;
    }
    COUNTERSIGN_TRY(restoringStep(fault, "putInPlace"_L1));
    COUNTERSIGN_TRY(putInPlace(paths));
    return done;
}

Result<> finishRestoring(const ProfilePaths &paths)
{
    const bool isReady = QFileInfo::exists(stagingFolder(paths) + u'/' + readyMark);
    if (!isReady || QFileInfo::exists(paths.storeFile)) return {};
    // Somebody may have made the folder meanwhile; a store is not in it.
    if (QFileInfo::exists(storeFolder(paths)) && !QDir(storeFolder(paths)).removeRecursively())
        return fail(ErrorCode::fileUnwritable, storeFolder(paths));
    return putInPlace(paths);
}

} // namespace countersign
