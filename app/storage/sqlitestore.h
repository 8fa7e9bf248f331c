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
    /// Opens, creating folder and file; checks the file and brings its schema up to date. `clock` and `fault` (may be
    /// null) must outlive the store. Any thread may open; the thread that first uses the result keeps it.
    /// storeLocked, storeUnavailable, storeForeign, storeNewer, storeDamaged, storeWriteFailed.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const QString &path, const Clock &clock,
                                                                   WriteFault *fault = nullptr);

    [[nodiscard]] Result<std::unique_ptr<StoreTransaction>> begin() override;
    [[nodiscard]] Result<qint64> verifyAudit(qint64 fromSequence) override;
    [[nodiscard]] Result<bool> knowsIntent(const IntentId &id) override;

private:
    SqliteStore(const QString &path, const Clock &clock, NativeFile lock, WriteFault *fault);

    const Clock &m_clock;
    NativeFile m_lock; // declared before the connection: released after it has closed
    Connection m_connection;
};

} // namespace countersign
