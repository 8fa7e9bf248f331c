#pragma once

#include "config/backupdesk.h"
#include "config/profilestore.h"

#include <QThreadPool>

namespace countersign {

/// Backups brought back, on a thread of its own. Waits for what runs when it is destroyed: a store that is being put in
/// place is put in place.
class FileRestoreDesk final : public RestoreDesk
{
public:
    /// `clock` outlives the desk.
    FileRestoreDesk(ProfileStore profiles, const Clock &clock);
    ~FileRestoreDesk() override;

    QFuture<Result<BackupContents>> examine(QString path, QString profile) override;
    QFuture<Result<Restored>> restore(QString path, QString profile) override;
    QFuture<Result<Restored>> bring(QString path) override;

private:
    const ProfileStore m_profiles;
    const Clock &m_clock;
    QThreadPool m_pool; ///< last: its thread uses the rest
};

} // namespace countersign
