#include "directory/ed807package.h"

#include "core/try.h"
#include "directory/ed807reader.h"
#include "exchange/zipcheck.h"
#include "exchange/zipparts.h"

namespace countersign {

namespace {

/// XML begins so, in every encoding that the reader takes; a byte order mark may stand before it.
bool looksLikeXml(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) bytes = bytes.sliced(3);
    return bytes.trimmed().startsWith('<');
}

/// Pages with a question for people ("are you a robot") come where the file was expected.
bool looksLikePage(QByteArrayView bytes)
{
    const QByteArray start = bytes.first(std::min<qsizetype>(bytes.size(), 512)).toByteArray().trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

} // namespace

Result<QByteArray> unpackEd807(const QByteArray &bytes)
{
    if (looksLikePage(bytes)) return notUnderstood(QStringLiteral("a web page"));
    if (looksLikeXml(bytes)) return bytes;
    if (!bytes.startsWith("PK")) return notUnderstood(QStringLiteral("neither zip nor XML"));
    COUNTERSIGN_TRY_INTO(parts, ZipParts::open(bytes));
    const QStringList names = parts->names();
    if (names.size() != 1) return notUnderstood(QStringLiteral("%1 files inside").arg(names.size()));
    COUNTERSIGN_TRY_INTO(part, parts->part(names.first(), largestDirectoryFile));
    QByteArray unpacked = part->readAll();
    if (!part->partError().isEmpty()) return notUnderstood(part->partError());
    if (unpacked.size() != part->declaredSize()) return notUnderstood(QStringLiteral("damaged"));
    return unpacked;
}

} // namespace countersign
