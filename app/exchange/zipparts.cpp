#include "exchange/zipparts.h"

#include "core/try.h"
#include "exchange/zipcheck.h"

#include <zip.h>

#include <limits>

namespace countersign {

namespace {

/// Real sheets shrink to a tenth or a thirtieth; what shrinks more, and is large, was made to hurt.
constexpr qint64 bombRatio = 200;
constexpr qint64 bombSize = 16 * 1024 * 1024;
constexpr zip_uint64_t largestPacked = 1ULL << 40; // far above any file that is read
/// A cell holds 32,767 characters, of seven bytes at most where each is escaped. What goes on longer without a tag was
/// made to be kept in memory.
constexpr qint64 longestRun = 1024 * 1024;
constexpr char doctype[] = "<!DOCTYPE";
constexpr qsizetype doctypeLength = sizeof doctype - 1;

QString reasonOf(zip_error_t &error)
{
    const QString text = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    return text;
}

bool isBomb(qint64 unpacked, qint64 packed)
{
    return unpacked > bombSize && unpacked / bombRatio > packed;
}

} // namespace

ZipPart::ZipPart(zip_file *file, const Sizes &sizes) : m_file(file), m_sizes(sizes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ZipPart::~ZipPart()
{
    zip_fclose(m_file);
}

qint64 ZipPart::failed(const QString &why)
{
    m_error = why;
    return -1;
}

bool ZipPart::holdsLongRun(QByteArrayView piece)
{
    for (qsizetype from = 0; from < piece.size();) {
        const qsizetype tag = piece.indexOf('<', from);
        m_run += (tag < 0 ? piece.size() : tag) - from;
        if (m_run > longestRun) return true;
        if (tag < 0) return false;
        m_run = 0;
        from = tag + 1;
    }
    return false;
}

qint64 ZipPart::readData(char *target, qint64 size)
{
    if (!m_error.isEmpty()) return -1;
    if (size <= 0) return 0;
    const zip_int64_t got = zip_fread(m_file, target, static_cast<zip_uint64_t>(size));
    if (got < 0) return failed(QStringLiteral("damaged"));
    m_unpacked += got;
    if (m_goesOn && !m_goesOn(m_unpacked)) {
        m_stopped = true;
        return failed(QStringLiteral("stopped"));
    }
    if (m_unpacked > m_sizes.limit) return failed(QStringLiteral("too large when unpacked"));
    if (isBomb(m_unpacked, m_sizes.packed)) return failed(QStringLiteral("packed like a bomb"));
    if (m_unpacked > m_sizes.declared) return failed(QStringLiteral("larger than it says"));
    if (got == 0) return -1; // the end
    // In UTF-16 the search below would find nothing; no program writes these parts so.
    if (QByteArrayView(target, got).contains('\0')) return failed(QStringLiteral("not UTF-8"));
    if (holdsLongRun({target, got})) return failed(QStringLiteral("a text longer than any cell"));
    m_tail.append(target, got);
    if (m_tail.contains(doctype)) return failed(QStringLiteral("document type"));
    m_tail = m_tail.last(std::min(m_tail.size(), doctypeLength - 1));
    return got;
}

Result<std::unique_ptr<ZipParts>> ZipParts::open(QByteArrayView bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    if (source == nullptr) return notUnderstood(reasonOf(error));
    zip *archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) {
        zip_source_free(source);
        return notUnderstood(reasonOf(error));
    }
    std::unique_ptr<ZipParts> parts(new ZipParts(archive));
    COUNTERSIGN_TRY(checkParts(archive));
    return parts;
}

ZipParts::~ZipParts()
{
    zip_discard(m_archive);
}

QStringList ZipParts::names() const
{
    QStringList names;
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const QString name = QString::fromUtf8(zip_get_name(m_archive, static_cast<zip_uint64_t>(i), 0));
        if (!name.endsWith(u'/')) names.append(name);
    }
    return names;
}

bool ZipParts::contains(const QString &name) const
{
    return zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Result<std::unique_ptr<ZipPart>> ZipParts::part(const QString &name, qint64 limit) const
{
    const zip_int64_t at = zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_NOCASE);
    if (at < 0) return notUnderstood(QStringLiteral("no %1").arg(name));
    const auto index = static_cast<zip_uint64_t>(at);
    zip_stat_t stat;
    if (zip_stat_index(m_archive, index, 0, &stat) != 0) return notUnderstood(QStringLiteral("damaged"));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return notUnderstood(QStringLiteral("encrypted"));
    }
    const auto size = static_cast<qint64>(std::min<zip_uint64_t>(stat.size, std::numeric_limits<qint64>::max()));
    const auto packed = static_cast<qint64>(std::min<zip_uint64_t>(stat.comp_size, largestPacked));
    if (size > limit) return notUnderstood(QStringLiteral("too large when unpacked"));
    if (isBomb(size, packed)) return notUnderstood(QStringLiteral("packed like a bomb"));
    zip_file *file = zip_fopen_index(m_archive, index, 0);
    if (file == nullptr) return notUnderstood(QString::fromUtf8(zip_strerror(m_archive)));
    return std::unique_ptr<ZipPart>(new ZipPart(file, {.declared = size, .packed = packed, .limit = limit}));
}

} // namespace countersign
