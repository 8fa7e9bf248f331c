#pragma once

#include "core/error.h"
#include "exchange/readingprogress.h"

#include <QByteArray>
#include <QDateTime>

namespace countersign {

/// Bytes of one import file. A hundred thousand documents of the 1C exchange format have about 150 MB in UTF-8; an
/// order file that is larger is no order file.
inline constexpr qint64 largestImportFile = 160 * 1024 * 1024;

/// What tells one file, as it was read, from every other.
struct FileFingerprint
{
    QString path;
    qint64 size = 0;
    QDateTime changed; ///< as the file system tells, UTC
    QByteArray sha256; ///< 64 hexadecimal digits, of exactly the bytes that were parsed

    friend bool operator==(const FileFingerprint &, const FileFingerprint &) = default;
};

struct ImportSource
{
    QByteArray bytes;
    FileFingerprint fingerprint;
};

/// Reads the file once; everything later works on these bytes (threat-model.md F2). Reports 0 to 100 permille.
/// Errors: fileUnreadable, fileTooLarge, fileChanged (size or time differ between before and after), cancelled.
[[nodiscard]] Result<ImportSource> readImportSource(const QString &path, ReadingProgress &progress);

/// Reads the file again and compares it with what was read: to be asked right before drafts are made of it.
/// Errors: fileChanged, fileUnreadable.
[[nodiscard]] Result<> checkUnchanged(const FileFingerprint &fingerprint);

} // namespace countersign
