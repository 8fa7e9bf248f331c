#pragma once

#include "ports/inboxport.h"
#include "ports/transport.h"
#include "storage/writefault.h"

#include <QSet>

namespace countersign::faults {

/// Ends this process by SIGKILL at one of the points K1 to K14 of payout-lifecycle.md section 10, or at the n-th
/// operation on store and journal. It sees what happens through interfaces that the program has anyway: the hook for
/// failing writes, the transport and the inbox. Engine thread.
class CrashPoint final : public WriteFault
{
public:
    /// "K5@2": the second time that K5 is reached; "operation@40": before the 40th operation; empty: never.
    explicit CrashPoint(const QString &when);

    /// Follows the transactions; never lets a write fail.
    [[nodiscard]] bool strikes(QLatin1String operation) override;
    void reached(QLatin1String point);

private:
    void committing();
    void beginning();

    QString m_point;
    int m_left = 0;
    QSet<QByteArray> m_current;   ///< what the transaction under way has written
    QSet<QByteArray> m_committed; ///< what the last one had
};

/// K3: the journal has its entry, and not a byte has left.
class CrashingLane final : public Transport
{
public:
    CrashingLane(Transport &lane, CrashPoint &crash) : m_lane(lane), m_crash(crash) {}
    void transmit(OutgoingCall call, Done done) override;

private:
    Transport &m_lane;
    CrashPoint &m_crash;
};

} // namespace countersign::faults
