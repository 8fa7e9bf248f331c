#pragma once

#include "config/backupdesk.h"
#include "config/profilestore.h"
#include "exchange/readingprogress.h"
#include "storage/writefault.h"

namespace countersign {

struct BackupOrder
{
    Profile profile;
    ProfilePaths paths;
    QString path; ///< of the file to be made; one of that name is replaced
    bool handedOver = false;
};

/// Writes a backup while the profile is used: the store as it is at one moment, the send journal as it is after that
/// (what it knows and the store does not is asked about when both come back), the settings, the files that they name,
/// the directory of banks. The signing key goes along as it lies here, encrypted; its password is nowhere. The webhook
/// receiver's certificate and key stay: they belong to this computer.
///
/// The file is read back and compared before it gets its name; until then what was under that name stays. Any thread.
/// `fault` (may be null) is asked before each step: "copyStore", "copyJournal", "writeZip", "checkZip", "rename".
[[nodiscard]] Result<BackupMade> writeBackup(const BackupOrder &order, const Clock &clock, ReadingProgress &progress,
                                             WriteFault *fault = nullptr);

/// The digest of a file's bytes, 64 hexadecimal digits. fileUnreadable.
[[nodiscard]] Result<QByteArray> fileSha256(const QString &path);

} // namespace countersign
