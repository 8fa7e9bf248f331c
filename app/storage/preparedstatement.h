#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <memory>

#include <sqlite3.h>

namespace countersign {

/// One statement of SQLite, prepared once and run often. Every code that is given back is SQLite's.
class PreparedStatement
{
public:
    /// While one lives, the statement is in use: afterwards it holds no lock and no value any more.
    class Use
    {
    public:
        explicit Use(PreparedStatement &statement) : m_statement(statement) {}
        ~Use() { m_statement.rest(); }
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;

    private:
        PreparedStatement &m_statement;
    };

    /// SQLITE_OK, or why `text` can't be prepared: SQLITE_MISUSE when it is not exactly one statement.
    [[nodiscard]] int prepare(sqlite3 *database, const QString &text);
    /// As many values as the statement has places: whole numbers, truth values, texts, bytes or NULL, as which a null
    /// text and null bytes count, too. They are copied. SQLITE_OK, SQLITE_RANGE or SQLITE_MISMATCH.
    [[nodiscard]] int bind(const QVariantList &values);
    /// SQLITE_ROW, SQLITE_DONE or a failure.
    [[nodiscard]] int step() { return sqlite3_step(m_statement.get()); }

    // the columns of the row that `step` came to
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 number(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };

    [[nodiscard]] int bindOne(int place, const QVariant &value);
    void rest();

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace countersign
