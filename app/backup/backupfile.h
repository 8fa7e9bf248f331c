#pragma once

#include "backup/backupmanifest.h"
#include "exchange/zipfile.h"

namespace countersign {

/// A backup on the disk, open for reading.
class BackupFile
{
public:
    /// Reads the manifest. fileUnreadable, fileNotUnderstood, backupDamaged, storeNewer.
    [[nodiscard]] static Result<BackupFile> open(const QString &path);

    [[nodiscard]] const BackupManifest &manifest() const { return m_manifest; }
    /// Every part is there as it was written, and none besides. backupDamaged, cancelled.
    [[nodiscard]] Result<> check(ReadingProgress &progress) const;
    /// A part into a new file that its owner alone may read, synced. backupDamaged, fileUnwritable.
    [[nodiscard]] Result<> unpack(const QString &part, const QString &path) const;
    /// A small part. backupDamaged.
    [[nodiscard]] Result<QByteArray> bytes(const QString &part) const;

private:
    BackupFile(ZipFile zip, BackupManifest manifest) : m_zip(std::move(zip)), m_manifest(std::move(manifest)) {}
    [[nodiscard]] Result<> readPart(const BackupPart &part, const std::function<Result<>(QByteArrayView)> &take) const;

    ZipFile m_zip;
    BackupManifest m_manifest;
};

} // namespace countersign
