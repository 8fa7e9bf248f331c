#include "exchange/mappingbook.h"

#include "core/try.h"
#include "core/writtenjson.h"
#include "exchange/rowswriter.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace countersign {

namespace {

constexpr qint64 largestBook = 4 * 1024 * 1024;

/// Of a file that is not there: an empty book.
Result<QJsonObject> bookIn(const QString &path)
{
    QFile file(path);
    if (!file.exists()) return QJsonObject();
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::fileUnreadable, file.errorString());
    const QJsonDocument document = readWrittenJson(file.read(largestBook));
    if (!document.isObject()) return fail(ErrorCode::settingsInvalid, path);
    return document.object();
}

QByteArray jsonOf(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

MappingBook::MappingBook(QString file) : m_file(std::move(file)) {}

std::optional<ColumnMapping> MappingBook::find(const QByteArray &headerSignature) const
{
    const auto book = bookIn(m_file);
    const QString key = QString::fromLatin1(headerSignature);
    if (!book || key.isEmpty() || !book->contains(key)) return std::nullopt;
    auto mapping = ColumnMapping::fromJson(jsonOf(book->value(key)));
    return mapping ? std::optional(*std::move(mapping)) : std::nullopt;
}

Result<> MappingBook::keep(const QByteArray &headerSignature, const ColumnMapping &mapping)
{
    if (headerSignature.isEmpty()) return fail(ErrorCode::emptyValue);
    COUNTERSIGN_TRY_INTO(book, bookIn(m_file));
    book[QString::fromLatin1(headerSignature)] = readWrittenJson(mapping.toJson()).object();
    return writeWhole(m_file, QJsonDocument(book).toJson());
}

} // namespace countersign
