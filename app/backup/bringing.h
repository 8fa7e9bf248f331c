#pragma once

#include "backup/restoring.h"

namespace countersign {

/// Whether the backup's profile can be brought to this computer. profileTaken; backupForeign ("practice": its bank
/// stayed where it was).
[[nodiscard]] Result<> checkBringable(const BackupContents &contents, const ProfileStore &profiles);

/// Makes the whole profile of a backup on a computer that does not have it: settings, key, directory of banks, the
/// store frozen (freezeRestored), the send journal. It appears whole or not at all. Its webhook receiver and its own
/// backups are off, and its drop folder is not watched: they belonged to the other computer. `fault` as for
/// restoreStore, and "appear". The errors of BackupFile and checkBringable; backupDamaged, fileUnwritable.
[[nodiscard]] Result<Restored> bringProfile(const BackupFile &backup, const ProfileStore &profiles, const Clock &clock,
                                            WriteFault *fault = nullptr);

} // namespace countersign
