#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace countersign::faults {

/// One call as it left the process, seen from outside (a simulated network or a proxy).
struct WireCall
{
    QString kind; ///< create, start, confirm, cancel, status
    QString session;
    QByteArray bodySha256; ///< 64 hexadecimal digits
    bool left = true;      ///< false: its first byte never did, and whoever sent it was told so
};

/// What is left behind when a run is over: files, and what the bank wrote down. Nobody writes to them any more.
struct Evidence
{
    QString store;          ///< the desk's SQLite file
    QStringList lostStores; ///< stores that were replaced by an older copy: what they held was durable once
    QString journal;        ///< the file "sends.journal"; may be missing when nothing was ever sent
    QByteArray ledger;      ///< the practice bank's ledger, one JSON object a line
    QList<WireCall> wire;   ///< every call in the order of leaving; empty: nobody watched, the ledger has to do
    bool settled = false;   ///< nothing has gone wrong for 24 hours: every payout must have found its end
};

/// One broken invariant.
struct Violation
{
    QString rule; ///< a name of ruleNames()
    QString what; ///< which payout, session or file, and what was found
    friend bool operator==(const Violation &, const Violation &) = default;
};

/// Reads the evidence with an own reader and judges it by every invariant; nothing of the program takes part, so a
/// mistake there is not repeated here. Empty: all hold. Evidence that can't be read breaks `filesWhole`.
[[nodiscard]] QList<Violation> findViolations(const Evidence &evidence);

/// Every invariant by name, with one sentence that says it.
[[nodiscard]] QList<std::pair<QString, QString>> ruleNames();

} // namespace countersign::faults
