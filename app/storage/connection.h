#pragma once

#include "core/error.h"
#include "storage/rows.h"
#include "storage/statements.h"
#include "storage/writefault.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <optional>
#include <unordered_map>

namespace countersign {

/// One SQLite connection with its prepared statements. Opened by `open` or the first use, in the thread that uses it
/// from then on; destroyed there, or after that thread has ended.
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
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// storeUnavailable; storeForeign when the file is not SQLite's; storeDamaged.
    [[nodiscard]] Result<> open();
    /// As `open`, but without the mode's settings as yet, so that a file that may not be ours stays as it is. `open`
    /// makes them up for.
    [[nodiscard]] Result<> openAsItIs();

    /// The file has been checked as a whole: what SQLite can't do from now on is storeWriteFailed, be it a damaged page
    /// or a file that can't be opened any more. Only a refusing constraint stays storeConflict.
    void setChecked() { m_checked = true; }

    /// Runs a named statement that changes something; the number of rows changed. storeConflict when a constraint
    /// refused it, otherwise storeWriteFailed.
    [[nodiscard]] Result<int> execute(QLatin1String name, const QVariantList &values = {});
    /// As `execute`, for a statement with RETURNING: its one number.
    [[nodiscard]] Result<qint64> writeReturning(QLatin1String name, const QVariantList &values);
    /// Runs text that has no name: a migration's statement.
    [[nodiscard]] Result<> executeText(const QString &sql);

    /// Runs a named statement and reads all of its rows. storeDamaged when a row holds what it can't; in mode `read`
    /// every other failure is storeUnavailable.
    template <class T>
    [[nodiscard]] Result<QList<T>> select(QLatin1String name, const QVariantList &values, T (*read)(Row &))
    {
        const auto query = run(name, values);
        if (!query) return std::unexpected(query.error());
        QList<T> rows;
        bool good = true;
        while ((*query)->next()) {
            Row row(**query);
            rows.append(read(row));
            good = good && row.isGood();
        }
        if (const auto ended = finish(**query); !ended) return std::unexpected(ended.error());
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
    [[nodiscard]] Result<> applySettings();
    [[nodiscard]] Result<> make(QLatin1String setting);
    [[nodiscard]] Result<QSqlQuery *> prepared(QLatin1String name);
    [[nodiscard]] Result<QSqlQuery *> run(QLatin1String name, const QVariantList &values);
    [[nodiscard]] Result<> finish(QSqlQuery &query) const;
    [[nodiscard]] Error errorOf(int sqliteCode, const QString &detail) const;
    [[nodiscard]] std::unexpected<Error> failureOf(const QSqlError &error) const;
    /// Whether a test wants this statement to fail, and how.
    [[nodiscard]] std::optional<Error> injected(QLatin1String name) const;

    QString m_path;
    Mode m_mode;
    WriteFault *m_fault;
    bool m_checked = false;
    bool m_set = false; ///< the mode's settings have been made
    Statements m_statements;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<std::string, std::unique_ptr<QSqlQuery>> m_prepared;
};

} // namespace countersign
