#pragma once

#include "backup/backupfile.h"
#include "config/profilestore.h"
#include "payouts/restoredstore.h"
#include "storage/writefault.h"

namespace countersign {

/// Whether the backup is one of this profile: of its name, kind and project. backupForeign.
[[nodiscard]] Result<> checkBelongs(const BackupContents &contents, const Profile &profile);

/// Puts the backup's store in the place of the profile's, frozen (freezeRestored), and keeps this computer's send
/// journal (keepJournal). The store that was there is set aside under "set-aside/". The profile must not be open.
/// Whenever this is cut off, the old store or the new one is there, whole: finishRestoring() does the rest at the next
/// start. `fault` (may be null) is asked before each step: "unpack", "open", "freeze", "journal", "setAside",
/// "putInPlace". The errors of BackupFile; backupForeign, storeLocked, storeNewer, storeDamaged, fileUnwritable.
[[nodiscard]] Result<Restored> restoreStore(const BackupFile &backup, const Profile &profile, const ProfilePaths &paths,
                                            const Clock &clock, WriteFault *fault = nullptr);

/// Finishes what was cut off between setting the old store aside and putting the new one in its place; otherwise does
/// nothing. To be called before a profile's store is opened. fileUnwritable.
[[nodiscard]] Result<> finishRestoring(const ProfilePaths &paths);

/// Unpacks the backup's store as the only file of `folder` and freezes it; ready to be opened there.
[[nodiscard]] Result<> stageStore(const BackupFile &backup, const QString &folder, ReturnCause cause,
                                  const Clock &clock, WriteFault *fault);

/// A folder that is there and that its owner alone can look into. fileUnwritable.
[[nodiscard]] Result<> makeOwnersFolder(const QString &folder);

/// Asks the fault of a test.
[[nodiscard]] Result<> restoringStep(WriteFault *fault, QLatin1String name);

} // namespace countersign
