#pragma once

#include "core/clock.h"
#include "ports/payoutstore.h"
#include "storage/connection.h"
#include "storage/durablefile.h"

namespace countersign {

/// A profile's store in one SQLite file (payout-lifecycle.md section 3). Holds an exclusive lock beside the file
/// ("<path>.lock") for its whole life; the lock ends with the process, however that ends.
class SqliteStore final : public PayoutStore
{
public:
    /// Opens, creating folder and file, and brings the schema up to date; quick, whatever is in the file, unless it
    /// comes from an older version. Until `check` has passed, lists can be read but `begin` refuses. `clock` and
    /// `fault` (may be null) must outlive the store. The thread that opens it keeps it. storeLocked, storeUnavailable,
    /// storeForeign, storeNewer, storeDamaged, storeWriteFailed.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> openUnchecked(const QString &path, const Clock &clock,
                                                                            WriteFault *fault = nullptr);
    /// Reads the whole file, which takes as long as it is large (quick_check, section 3). storeDamaged.
    [[nodiscard]] Result<> check();
    /// Both.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const QString &path, const Clock &clock,
                                                                   WriteFault *fault = nullptr);

    /// storeUnavailable before `check`.
    [[nodiscard]] Result<std::unique_ptr<StoreTransaction>> begin() override;
    [[nodiscard]] Result<qint64> verifyAudit(qint64 fromSequence) override;
    [[nodiscard]] Result<QList<JournalEntry>> unknownOf(const QList<JournalEntry> &entries) override;
    [[nodiscard]] Result<QList<JournalEntry>> unsentOf(const QList<JournalEntry> &entries) override;

private:
    [[nodiscard]] Result<QList<JournalEntry>> chosenOf(const QList<JournalEntry> &entries, QLatin1String statement);

    SqliteStore(const QString &path, const Clock &clock, NativeFile lock, WriteFault *fault);

    const Clock &m_clock;
    bool m_checked = false;
    NativeFile m_lock; // declared before the connection: released after it has closed
    Connection m_connection;
};

} // namespace countersign
