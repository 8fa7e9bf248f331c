#include "bootstrap/filerestoredesk.h"

#include "backup/bringing.h"
#include "core/try.h"
#include "exchange/importreading.h"
#include "storage/statements.h"

namespace countersign {

namespace {

Result<> checkFits(const BackupContents &contents, const QString &profile, const ProfileStore &profiles)
{
    if (profile.isEmpty()) return checkBringable(contents, profiles);
    COUNTERSIGN_TRY_INTO(settings, profiles.load(profile));
    return checkBelongs(contents, settings);
}

} // namespace

FileRestoreDesk::FileRestoreDesk(ProfileStore profiles, const Clock &clock)
    : m_profiles(std::move(profiles)), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

FileRestoreDesk::~FileRestoreDesk()
{
    m_pool.waitForDone();
}

QFuture<Result<BackupContents>> FileRestoreDesk::examine(QString path, QString profile)
{
    return startReading<Result<BackupContents>>(
        m_pool, [this, path, profile](ReadingProgress &progress) -> Result<BackupContents> {
            COUNTERSIGN_TRY_INTO(backup, BackupFile::open(path));
            const BackupContents &contents = backup.manifest().contents;
            COUNTERSIGN_TRY(checkFits(contents, profile, m_profiles));
            if (contents.storeVersion > newestMigration())
                return fail(ErrorCode::storeNewer, QString::number(contents.storeVersion));
            COUNTERSIGN_TRY(backup.check(progress));
            return contents;
        });
}

QFuture<Result<Restored>> FileRestoreDesk::restore(QString path, QString profile)
{
    return startReading<Result<Restored>>(m_pool, [this, path, profile](ReadingProgress &) -> Result<Restored> {
        COUNTERSIGN_TRY_INTO(settings, m_profiles.load(profile));
        COUNTERSIGN_TRY_INTO(backup, BackupFile::open(path));
        return restoreStore(backup, settings, m_profiles.paths(profile), m_clock);
    });
}

QFuture<Result<Restored>> FileRestoreDesk::bring(QString path)
{
    return startReading<Result<Restored>>(m_pool, [this, path](ReadingProgress &) -> Result<Restored> {
        COUNTERSIGN_TRY_INTO(backup, BackupFile::open(path));
        return bringProfile(backup, m_profiles, m_clock);
    });
}

} // namespace countersign
