#pragma once

#include "core/error.h"
#include "storage/preparedstatement.h"
#include "storage/rows.h"
#include "storage/statements.h"
#include "storage/writefault.h"

#include <QVariant>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace countersign {

/// A full disk stays diskFull; whatever else kept something from being written is storeWriteFailed.
[[nodiscard]] inline ErrorCode codeOfFailedWrite(const Error &error)
{
    return error.code == ErrorCode::diskFull ? ErrorCode::diskFull : ErrorCode::storeWriteFailed;
}

/// One SQLite connection with its prepared statements, for one thread at a time.
class Connection
{
public:
    enum class Mode {
        inspect, ///< nothing of the file is changed, no setting made: for files that may not be ours
        write,   ///< WAL, synchronous=FULL, fullfsync, foreign keys (payout-lifecycle.md section 3)
        read,    ///< read-only; never waits for the writer
    };

    /// `fault` may be null; not owned.
    Connection(QString path, Mode mode, WriteFault *fault = nullptr);
    ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// storeUnavailable; storeForeign when the file is not SQLite's; storeDamaged.
    [[nodiscard]] Result<> open();
    /// As `open`, but without the mode's settings as yet, so that a file that may not be ours stays as it is. `open`
    /// makes them up for.
    [[nodiscard]] Result<> openAsItIs();

    /// The file has been checked as a whole: what SQLite can't do from now on is storeWriteFailed, be it a damaged page
    /// or a file that can't be opened any more. Only a full disk stays diskFull, a refusing constraint storeConflict.
    void setChecked() { m_checked = true; }

    /// Runs a named statement that changes something; the number of rows changed. storeConflict when a constraint
    /// refused it, otherwise diskFull or storeWriteFailed.
    [[nodiscard]] Result<int> execute(QLatin1String name, const QVariantList &values = {});
    /// As `execute`, for an insert of one row that gets its number here: that number.
    [[nodiscard]] Result<qint64> insertNumbered(QLatin1String name, const QVariantList &values);
    /// Runs text that has no name: a migration's statement.
    [[nodiscard]] Result<> executeText(const QString &sql);

    /// Runs a named statement and reads all of its rows. storeDamaged when a row holds what it can't; in mode `read`
    /// every other failure is storeUnavailable.
    template <class T>
    [[nodiscard]] Result<QList<T>> select(QLatin1String name, const QVariantList &values, T (*read)(Row &))
    {
        const auto statement = bound(name, values);
        if (!statement) return std::unexpected(statement.error());
        const PreparedStatement::Use use(**statement);
        QList<T> rows;
        bool good = true;
        int came = (*statement)->step();
        for (; came == SQLITE_ROW; came = (*statement)->step()) {
            Row row(**statement);
            rows.append(read(row));
            good = good && row.isGood();
        }
        if (came != SQLITE_DONE) return failureOf(came);
        if (!good) return fail(ErrorCode::storeDamaged, name);
        return rows;
    }

    template <class T>
    [[nodiscard]] Result<std::optional<T>> first(QLatin1String name, const QVariantList &values, T (*read)(Row &))
    {
        auto rows = select<T>(name, values, read);
        if (!rows) return std::unexpected(rows.error());
        return rows->isEmpty() ? std::optional<T>() : std::optional<T>(std::move(rows->first()));
    }

    /// The first row, or notFound.
    template <class T>
    [[nodiscard]] Result<T> one(QLatin1String name, const QVariantList &values, T (*read)(Row &))
    {
        auto row = first<T>(name, values, read);
        if (!row) return std::unexpected(row.error());
        if (!*row) return fail(ErrorCode::notFound, name);
        return std::move(**row);
    }

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };

    [[nodiscard]] Result<> applySettings();
    [[nodiscard]] Result<> make(QLatin1String setting);
    void close();
    [[nodiscard]] Result<PreparedStatement *> prepared(QLatin1String name);
    /// Opens what is not open.
    [[nodiscard]] Result<PreparedStatement *> bound(QLatin1String name, const QVariantList &values);
    /// Runs to the end a statement whose rows, if it has any, nobody wants.
    [[nodiscard]] Result<> finish(PreparedStatement &statement) const;
    [[nodiscard]] Error errorOf(int sqliteCode, const QString &detail) const;
    [[nodiscard]] std::unexpected<Error> failureOf(int sqliteCode) const;
    /// Whether a test wants this statement to fail, and how.
    [[nodiscard]] std::optional<Error> injected(QLatin1String name) const;

    QString m_path;
    Mode m_mode;
    WriteFault *m_fault;
    bool m_checked = false;
    bool m_set = false; ///< the mode's settings have been made
    Statements m_statements;
    std::unique_ptr<sqlite3, Close> m_database;
    std::unordered_map<std::string, std::unique_ptr<PreparedStatement>> m_prepared;
};

} // namespace countersign
