#pragma once

#include "core/clock.h"
#include "storage/connection.h"

namespace countersign {

/// "CSGN": marks a SQLite file as a Countersign store.
inline constexpr int storeApplicationId = 0x4353474E;

/// What a file says about itself.
struct StoreIdentity
{
    bool isEmpty = false; ///< a new file: nothing in it yet
    int version = 0;      ///< the last migration it has seen
};

/// Without changing anything: is it ours, and not newer than `knownVersion`? storeForeign, storeNewer, storeDamaged.
[[nodiscard]] Result<StoreIdentity> identify(Connection &connection, int knownVersion);

/// SQLite's own check of the file. storeDamaged with its finding.
[[nodiscard]] Result<> quickCheck(Connection &connection);

/// Takes the file from `fromVersion` through the given steps; each in a transaction of its own, recorded, repeatable
/// when it was cut off. storeWriteFailed.
[[nodiscard]] Result<> migrate(Connection &connection, int fromVersion, const QList<Migration> &steps,
                               const Clock &clock);

} // namespace countersign
