#include "exchange/zipcheck.h"

#include <QSet>

#include <zip.h>

namespace countersign {

namespace {

constexpr zip_int64_t mostParts = 10'000;

} // namespace

std::unexpected<Error> notUnderstood(const QString &why)
{
    return fail(ErrorCode::fileNotUnderstood, why);
}

Result<> checkParts(zip *archive)
{
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count > mostParts) return notUnderstood(QStringLiteral("too many parts"));
    QSet<QByteArray> names;
    for (zip_int64_t i = 0; i < count; ++i) {
        const char *name = zip_get_name(archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        const QByteArray key = QByteArray(name == nullptr ? "" : name).toLower();
        if (names.contains(key)) return notUnderstood(QStringLiteral("a part twice"));
        names.insert(key);
    }
    return {};
}

} // namespace countersign
