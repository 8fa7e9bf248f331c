#include "faults/crash/crashpoint.h"

#include <csignal>
#include <unistd.h>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    while (true)
        ::pause();
}

} // namespace

CrashPoint::CrashPoint(const QString &when)
    : m_point(when.section(u'@', 0, 0)), m_left(when.isEmpty() ? 0 : when.section(u'@', 1).toInt())
{
}

void CrashPoint::reached(QLatin1String point)
{
    if (point == m_point && --m_left == 0) die();
}

bool CrashPoint::strikes(QLatin1String operation)
{
    reached("operation"_L1);
    if (operation == "begin"_L1) {
        beginning();
    } else if (operation == "commit"_L1) {
        committing();
        m_committed = std::exchange(m_current, {});
    } else if (operation == "rollback"_L1) {
        m_current.clear();
    } else {
        if (operation == "journalAppend"_L1) reached("K2"_L1);
        if (operation == "setInboxProcessed"_L1) reached("K10"_L1);
        if (operation == "migration"_L1 || operation == "backupInto"_L1) reached("K13"_L1);
        if (m_current.contains("insertImport")) reached("K14"_L1);
        m_current.insert(QByteArray(operation.data(), operation.size()));
    }
    return false;
}

void CrashPoint::committing()
{
    if (m_current.contains("insertSend")) reached("K1"_L1);
    if (m_current.contains("completeSend")) reached("K5"_L1);
    if (m_current.contains("insertInbox")) reached("K7"_L1);
    if (m_current.contains("insertDecision")) reached("K11"_L1);
    if (m_current.contains("insertImport")) reached("K14"_L1);
    if (m_current.contains("insertSchemaMigration")) reached("K13"_L1);
}

void CrashPoint::beginning()
{
    if (m_committed.contains("completeSend")) reached("K6"_L1);
    if (m_committed.contains("insertInbox")) reached("K9"_L1);
    if (m_committed.contains("insertDecision")) reached("K12"_L1);
    if (m_committed.contains("insertImport")) reached("K14"_L1);
    m_committed.clear();
}

void CrashingLane::transmit(OutgoingCall call, Done done)
{
    m_crash.reached("K3"_L1);
    m_lane.transmit(std::move(call), std::move(done));
}

} // namespace countersign::faults
