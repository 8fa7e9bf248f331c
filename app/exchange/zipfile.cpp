#include "exchange/zipfile.h"

#include "core/try.h"
#include "exchange/zipcheck.h"

#include <QFile>
#include <QFileInfo>

#include <zip.h>

#include <utility>

namespace countersign {

namespace {

constexpr zip_uint32_t quickest =
    1; ///< level of deflate: a store shrinks to a third by it, and a tenth more is not worth the wait
constexpr auto progressStep = 0.005;
constexpr size_t unpackedPiece = 256 * 1024;

QByteArray nativeName(const QString &path)
{
    return path.toUtf8(); // libzip's own convention on every system
}

struct Watching
{
    ReadingProgress &progress;
    bool stopped = false;
};

void tellProgress(zip *, double part, void *data)
{
    auto *watching = static_cast<Watching *>(data);
    if (!watching->progress.reached(static_cast<int>(part * wholePermille))) watching->stopped = true;
}

int askToStop(zip *, void *data)
{
    return static_cast<Watching *>(data)->stopped ? 1 : 0;
}

} // namespace

void ZipWriter::addFile(const QString &name, const QString &path)
{
    m_parts.append({name, path, {}});
}

void ZipWriter::addBytes(const QString &name, const QByteArray &bytes)
{
    m_parts.append({name, {}, bytes});
}

Result<> ZipWriter::write(const QString &path, ReadingProgress &progress) const
{
    int code = 0;
    zip *archive = zip_open(nativeName(path).constData(), ZIP_CREATE | ZIP_EXCL, &code);
    if (archive == nullptr) return fail(ErrorCode::fileUnwritable, QStringLiteral("zip error %1").arg(code));
    const auto giveUp = [&](ErrorCode why) {
        const QString reason = QString::fromUtf8(zip_strerror(archive));
        zip_discard(archive);
        QFile::remove(path);
        return fail(why, reason);
    };
    for (const Part &part : m_parts) {
        zip_source_t *source = part.path.isEmpty() ? zip_source_buffer(archive, part.bytes.constData(),
                                                                       static_cast<zip_uint64_t>(part.bytes.size()), 0)
                                                   : zip_source_file(archive, nativeName(part.path).constData(), 0, -1);
        const zip_int64_t at =
            source == nullptr ? -1 : zip_file_add(archive, part.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (at < 0) {
            zip_source_free(source);
            return giveUp(ErrorCode::fileUnwritable);
        }
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), ZIP_CM_DEFLATE, quickest);
    }
    Watching watching{progress};
    zip_register_progress_callback_with_state(archive, progressStep, tellProgress, nullptr, &watching);
    zip_register_cancel_callback_with_state(archive, askToStop, nullptr, &watching);
    if (zip_close(archive) == 0) return {};
    return giveUp(watching.stopped ? ErrorCode::cancelled : ErrorCode::fileUnwritable);
}

Result<ZipFile> ZipFile::open(const QString &path)
{
    if (!QFileInfo(path).isReadable()) return fail(ErrorCode::fileUnreadable, path);
    int code = 0;
    zip *archive = zip_open(nativeName(path).constData(), ZIP_RDONLY, &code);
    if (archive == nullptr) return notUnderstood(QStringLiteral("zip error %1").arg(code));
    ZipFile file(archive);
    COUNTERSIGN_TRY(checkParts(archive));
    return file;
}

ZipFile::ZipFile(ZipFile &&other) noexcept : m_archive(std::exchange(other.m_archive, nullptr)) {}

ZipFile &ZipFile::operator=(ZipFile &&other) noexcept
{
    std::swap(m_archive, other.m_archive);
    return *this;
}

ZipFile::~ZipFile()
{
    if (m_archive != nullptr) zip_discard(m_archive);
}

QStringList ZipFile::names() const
{
    QStringList names;
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    for (zip_int64_t i = 0; i < count; ++i)
        names.append(QString::fromUtf8(zip_get_name(m_archive, static_cast<zip_uint64_t>(i), 0)));
    return names;
}

Result<> ZipFile::read(const QString &name, qint64 limit, const std::function<Result<>(QByteArrayView)> &take) const
{
    zip_file *file = zip_fopen(m_archive, name.toUtf8().constData(), 0);
    if (file == nullptr) return notUnderstood(QStringLiteral("no %1").arg(name));
    const auto readAll = [&]() -> Result<> {
        QByteArray piece(unpackedPiece, Qt::Uninitialized);
        for (qint64 taken = 0;;) {
            const zip_int64_t got = zip_fread(file, piece.data(), unpackedPiece);
            if (got < 0) return notUnderstood(QStringLiteral("%1 is damaged").arg(name));
            if (got == 0) return {};
            taken += got;
            if (taken > limit) return notUnderstood(QStringLiteral("%1 is too large").arg(name));
            COUNTERSIGN_TRY(take(QByteArrayView(piece.constData(), got)));
        }
    };
    auto done = readAll();
    // The checksum of a part is compared at its end; an error of it may come as late as here.
    if (zip_fclose(file) != 0 && done) return notUnderstood(QStringLiteral("%1 is damaged").arg(name));
    return done;
}

Result<QByteArray> ZipFile::bytes(const QString &name, qint64 limit) const
{
    QByteArray all;
    COUNTERSIGN_TRY(read(name, limit, [&](QByteArrayView piece) -> Result<> {
        all.append(piece);
        return {};
    }));
    return all;
}

} // namespace countersign
