#include "exchange/importsource.h"

#include "core/try.h"
#include "domain/payoutcontent.h"

#include <QFile>
#include <QFileInfo>

namespace countersign {

namespace {

constexpr qint64 readPiece = 1024 * 1024;
constexpr int readingShare = 100; ///< permille

/// What the file system tells about a file now.
struct Stamp
{
    qint64 size;
    QDateTime changed;
    friend bool operator==(const Stamp &, const Stamp &) = default;
};

Stamp stampOf(const QString &path)
{
    const QFileInfo info(path);
    return {info.size(), info.lastModified().toUTC()};
}

Result<QByteArray> wholeOf(QFile &file, ReadingProgress &progress)
{
    // One byte more than allowed is enough to know that it is too large, also for files without a size.
    QByteArray bytes;
    bytes.reserve(std::min(file.size(), largestImportFile) + 1);
    while (bytes.size() <= largestImportFile) {
        const QByteArray piece = file.read(std::min(readPiece, largestImportFile + 1 - bytes.size()));
        if (file.error() != QFileDevice::NoError) return fail(ErrorCode::fileUnreadable, file.errorString());
        if (piece.isEmpty()) return bytes;
        bytes += piece;
        const qint64 size = std::max<qint64>(file.size(), bytes.size());
        if (!progress.reached(static_cast<int>(bytes.size() * readingShare / size))) return fail(ErrorCode::cancelled);
    }
    return fail(ErrorCode::fileTooLarge, QString::number(largestImportFile));
}

} // namespace

Result<ImportSource> readImportSource(const QString &path, ReadingProgress &progress)
{
    // A device or a pipe never ends, or gives other bytes each time.
    if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        return fail(ErrorCode::fileUnreadable, QStringLiteral("not a file"));
    }
    const Stamp before = stampOf(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::fileUnreadable, file.errorString());
    COUNTERSIGN_TRY_INTO(bytes, wholeOf(file, progress));
    if (stampOf(path) != before || bytes.size() != before.size) return fail(ErrorCode::fileChanged);

    const QByteArray digest = sha256Hex(bytes);
    return ImportSource{std::move(bytes), {path, before.size, before.changed, digest}};
}

Result<> checkUnchanged(const FileFingerprint &fingerprint)
{
    UnwatchedReading unwatched;
    COUNTERSIGN_TRY_INTO(now, readImportSource(fingerprint.path, unwatched));
    if (now.fingerprint.sha256 != fingerprint.sha256) return fail(ErrorCode::fileChanged);
    return {};
}

} // namespace countersign
