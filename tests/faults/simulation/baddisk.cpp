#include "faults/simulation/baddisk.h"

#include "support/engineworld.h"

namespace countersign::faults {

bool BadDisk::strikes(QLatin1String operation)
{
    // Taking a transaction back happens while one unwinds; SQLite does it by itself when a process ends.
    if (operation == QLatin1String("rollback")) return false;
    if (m_resting || m_plan == Plan::none || m_plan == Plan::failed) return false;
    if (m_plan == Plan::dead) return true;
    if (--m_left > 0) return false;
    if (m_plan == Plan::die) {
        m_plan = Plan::dead;
        m_diedAt = operation;
        throw test::ProcessDied();
    }
    if (m_plan == Plan::failOnce) m_plan = Plan::failed;
    return true;
}

} // namespace countersign::faults
