#include "backup/backupfile.h"

#include "core/try.h"
#include "exchange/readingprogress.h"
#include "storage/durablefile.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace countersign {

namespace {

constexpr qint64 manifestLimit = 1024 * 1024;

std::unexpected<Error> damaged(const QString &detail)
{
    return fail(ErrorCode::backupDamaged, detail);
}

} // namespace

Result<BackupFile> BackupFile::open(const QString &path)
{
    COUNTERSIGN_TRY_INTO(zip, ZipFile::open(path));
    const QStringList names = zip.names();
    if (!names.contains(backupparts::manifest)) return fail(ErrorCode::fileNotUnderstood, backupparts::manifest);
    const auto json = zip.bytes(backupparts::manifest, manifestLimit);
    if (!json) return damaged(json.error().detail);
    COUNTERSIGN_TRY_INTO(manifest, manifestFromJson(*json));
    for (const QString &name : names) {
        if (name != backupparts::manifest && !manifest.part(name)) return damaged(name);
    }
    return BackupFile(std::move(zip), std::move(manifest));
}

Result<> BackupFile::readPart(const BackupPart &part, const std::function<Result<>(QByteArrayView)> &take) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 bytes = 0;
    const auto read = m_zip.read(part.name, part.bytes, [&](QByteArrayView piece) -> Result<> {
        hash.addData(piece.toByteArray());
        bytes += piece.size();
        return take(piece);
    });
    if (!read && read.error().code == ErrorCode::fileNotUnderstood) return damaged(read.error().detail);
    if (!read) return read;
    if (bytes != part.bytes || hash.result().toHex() != part.sha256) return damaged(part.name);
    return {};
}

Result<> BackupFile::check(ReadingProgress &progress) const
{
    qint64 total = 0;
    for (const BackupPart &part : m_manifest.parts)
        total += part.bytes;
    qint64 checked = 0;
    const auto count = [&](QByteArrayView piece) -> Result<> {
        checked += piece.size();
        const auto permille = static_cast<int>(wholePermille * checked / std::max<qint64>(1, total));
        if (!progress.reached(std::min(permille, wholePermille))) return fail(ErrorCode::cancelled);
        return {};
    };
    for (const BackupPart &part : m_manifest.parts)
        COUNTERSIGN_TRY(readPart(part, count));
    return {};
}

Result<> BackupFile::unpack(const QString &name, const QString &path) const
{
    const BackupPart *part = m_manifest.part(name);
    if (part == nullptr) return damaged(name);
    const auto write = [&]() -> Result<> {
        auto file = NativeFile::openForAppend(path); // readable by its owner only
        if (!file) return std::unexpected(file.error());
        COUNTERSIGN_TRY(readPart(*part, [&](QByteArrayView piece) { return file->write(piece); }));
        return file->sync();
    };
    QFile::remove(path);
    auto done = write();
    if (!done) QFile::remove(path);
    return done;
}

Result<QByteArray> BackupFile::bytes(const QString &name) const
{
    const BackupPart *part = m_manifest.part(name);
    if (part == nullptr || part->bytes > manifestLimit) return damaged(name);
    QByteArray all;
    COUNTERSIGN_TRY(readPart(*part, [&](QByteArrayView piece) -> Result<> {
        all.append(piece);
        return {};
    }));
    return all;
}

} // namespace countersign
