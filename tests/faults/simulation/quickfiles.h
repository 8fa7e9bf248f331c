#pragma once

namespace countersign::faults {

/// From now on the stores of this process are quick: SQLite takes no locks, neither among threads nor on files, since
/// this process is the only one that has them, and has one thread; and it keeps a write-ahead log in memory, since what
/// dies in the simulation is never the process (that is tests/faults/crash). Before SQLite is used.
void makeStoresQuick();

} // namespace countersign::faults
