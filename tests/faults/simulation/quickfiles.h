#pragma once

namespace countersign::faults {

/// From now on SQLite takes no locks in this process, neither among threads nor on the files of a store: it is the only
/// one that has them, and has one thread. Before SQLite is used.
void takeNoLocks();

} // namespace countersign::faults
