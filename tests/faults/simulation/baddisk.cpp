#include "faults/simulation/baddisk.h"

#include "support/engineworld.h"

namespace countersign::faults {

bool BadDisk::strikes(QLatin1String operation)
{
    // Taking a transaction back happens while one unwinds; SQLite does it by itself when a process ends.
    if (operation == QLatin1String("rollback")) return false;
    if (m_resting || m_plan == Plan::none || m_plan == Plan::failed) return false;
    if (m_plan == Plan::dead) return true;
    // Most transactions only read, and would leave little for the writes.
    const bool isFull = m_plan == Plan::full && m_left <= 0;
    if (operation == QLatin1String("begin") && !isFull && ++m_beginnings % 4 != 0) return false;
    if (m_onlyJournal && !operation.startsWith(QLatin1String("journal"))) return false;
    if (--m_left > 0) return false;
    ++m_struck[(m_plan == Plan::die ? QLatin1String("death at ") : QLatin1String("failed ")) + operation];
    if (m_plan == Plan::die) {
        m_plan = Plan::dead;
        m_diedAt = operation;
        throw test::ProcessDied();
    }
    if (m_plan == Plan::failOnce) m_plan = Plan::failed;
    return true;
}

} // namespace countersign::faults
