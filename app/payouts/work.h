#pragma once

#include "payouts/payoutdesk.h"
#include "ports/payoutstore.h"

#include <QSet>

#include <functional>

namespace countersign {

/// One transaction together with what is to be told after its commit, and only then.
struct Work
{
    StoreTransaction &tx;
    Instant now;
    QSet<PayoutId> changed;
    QSet<QString> strays;      ///< sessions to be read although no live attempt leads to them
    QSet<PayoutId> askSoon;    ///< session/status is to be read next
    QList<IntentId> lostCalls; ///< written back from the journal (K15): their answers will never come
    QList<Notice> notices;
    bool overviewChanged = false;
    bool callsReady = false; ///< an intent has become ready to leave
};

/// Runs one unit of work: all of it or nothing. Engine thread.
class Worker
{
public:
    virtual ~Worker() = default;
    /// After a failed write nothing more is sent until restart (lifecycle section 3); reading goes on.
    [[nodiscard]] virtual Result<> run(const std::function<Result<>(Work &)> &work) = 0;
    /// Something waits for the next tick.
    virtual void wake() = 0;
};

} // namespace countersign
