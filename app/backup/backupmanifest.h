#pragma once

#include "config/backupdesk.h"

namespace countersign {

/// One part of a backup as it was written.
struct BackupPart
{
    QString name; ///< within the zip file
    qint64 bytes = 0;
    QByteArray sha256; ///< 64 hexadecimal digits

    friend bool operator==(const BackupPart &, const BackupPart &) = default;
};

/// The part "manifest.json": what the backup is, and every other part of it with its digest.
struct BackupManifest
{
    BackupContents contents;
    QList<BackupPart> parts;

    [[nodiscard]] const BackupPart *part(const QString &name) const;
    friend bool operator==(const BackupManifest &, const BackupManifest &) = default;
};

namespace backupparts {
inline const QString manifest = QStringLiteral("manifest.json");
inline const QString store = QStringLiteral("store.sqlite");
inline const QString journal = QStringLiteral("sends.journal");
inline const QString settings = QStringLiteral("profile.json");
} // namespace backupparts

[[nodiscard]] QByteArray toJson(const BackupManifest &manifest);
/// Strict. backupDamaged; storeNewer when a newer program's backups look otherwise.
[[nodiscard]] Result<BackupManifest> manifestFromJson(const QByteArray &json);

} // namespace countersign
