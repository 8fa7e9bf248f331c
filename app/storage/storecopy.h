#pragma once

#include "core/clock.h"
#include "storage/connection.h"

namespace countersign {

/// What a store's file holds, in numbers.
struct StoreFacts
{
    int version = 0; ///< the last migration it has seen
    qint64 payouts = 0;
    qint64 auditEntries = 0;
    QByteArray auditHead; ///< hash of the newest entry; zeros when there is none
    std::optional<Instant> lastEntry;

    friend bool operator==(const StoreFacts &, const StoreFacts &) = default;
};

/// Copies the store of an open connection, as it is at one moment, into a new file: synced, checked as inspectStore
/// does, readable by its owner only, and under its name only then. A file of that name is replaced. Readers and the
/// writer go on meanwhile. storeWriteFailed, storeDamaged.
[[nodiscard]] Result<StoreFacts> copyStore(Connection &source, const QString &path);

/// Is the file a whole store that this program can read? Changes nothing of it. storeForeign, storeNewer,
/// storeDamaged, storeUnavailable.
[[nodiscard]] Result<StoreFacts> inspectStore(const QString &path);

} // namespace countersign
