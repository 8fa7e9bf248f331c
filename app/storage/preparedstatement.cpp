#include "storage/preparedstatement.h"

namespace countersign {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

int bindText(sqlite3_stmt *statement, int place, const QString &text)
{
    if (text.isNull()) return sqlite3_bind_null(statement, place);
    const QByteArray utf8 = text.toUtf8();
    return sqlite3_bind_text64(statement, place, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                               SQLITE_TRANSIENT, SQLITE_UTF8);
}

int bindBytes(sqlite3_stmt *statement, int place, const QByteArray &bytes)
{
    if (bytes.isNull()) return sqlite3_bind_null(statement, place);
    return sqlite3_bind_blob64(statement, place, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                               SQLITE_TRANSIENT);
}

} // namespace

int PreparedStatement::prepare(sqlite3 *database, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v3(database, utf8.constData(), static_cast<int>(utf8.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    m_statement.reset(statement);
    if (code != SQLITE_OK) return code;
    const bool isOne = statement && QByteArrayView(rest, utf8.constEnd()).trimmed().isEmpty();
    return isOne ? SQLITE_OK : SQLITE_MISUSE;
}

int PreparedStatement::bind(const QVariantList &values)
{
    if (values.size() != sqlite3_bind_parameter_count(m_statement.get())) return SQLITE_RANGE;
    int place = 0;
    for (const QVariant &value : values) {
        if (const int code = bindOne(++place, value); code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

int PreparedStatement::bindOne(int place, const QVariant &value)
{
    sqlite3_stmt *const statement = m_statement.get();
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return sqlite3_bind_null(statement, place);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(statement, place, value.toLongLong());
    case QMetaType::QString:
        return bindText(statement, place, value.toString());
    case QMetaType::QByteArray:
        return bindBytes(statement, place, value.toByteArray());
    default:
        return SQLITE_MISMATCH;
    }
}

void PreparedStatement::rest()
{
    sqlite3_reset(m_statement.get()); // what it answers has been said by the last step
    sqlite3_clear_bindings(m_statement.get());
}

bool PreparedStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

QString PreparedStatement::text(int column) const
{
    const unsigned char *const text = sqlite3_column_text(m_statement.get(), column);
    if (!text) return {};
    const QByteArrayView utf8(text, sqlite3_column_bytes(m_statement.get(), column));
    // Qt drops a byte order mark at the beginning: it gets a letter before it.
    if (utf8.startsWith(byteOrderMark)) return QString::fromUtf8('-' + utf8.toByteArray()).sliced(1);
    return QString::fromUtf8(utf8);
}

QByteArray PreparedStatement::bytes(int column) const
{
    const void *const bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column)};
}

} // namespace countersign
