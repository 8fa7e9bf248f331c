#pragma once

#include "faults/checker/evidence.h"
#include "faults/crash/bankwire.h"
#include "faults/crash/deskend.h"
#include "support/bankprocess.h"

#include <QTemporaryDir>

namespace countersign::faults {

/// Keys of desk and bank, made once for a test program: a world begins in milliseconds then.
class CrashKeys
{
public:
    CrashKeys();
    [[nodiscard]] QString privateFile() const { return m_folder.filePath(QStringLiteral("key.pem")); }
    [[nodiscard]] QString publicFile() const { return m_folder.filePath(QStringLiteral("key.public.pem")); }
    /// Lays the bank's key into its folder.
    void giveToBank(const QString &folder) const;

private:
    QTemporaryDir m_folder;
};

/// A practice bank and a desk, each a process of its own, and what is left of them. The desk is started as often as it
/// is killed.
class CrashWorld
{
public:
    explicit CrashWorld(const CrashKeys &keys);
    ~CrashWorld();

    int payouts = 1;
    int cancelled = 0;
    bool imports = false; ///< the payouts come from a file
    bool lifts = false;

    enum class Ending { killed, finished, frozen, stuck, notOpened, other };
    /// Starts the desk and waits for its end, whatever kind that is. `crash`: for CrashPoint.
    [[nodiscard]] Ending live(const QString &crash = {});
    /// Lives until the given moment and is killed then, unless it ends before.
    [[nodiscard]] Ending liveFor(std::chrono::milliseconds time);
    /// Lives until that call is on the wire and is killed there.
    [[nodiscard]] Ending liveUntilCut(const QString &kind, BankWire::Cut cut);
    /// Only opens the store.
    [[nodiscard]] Ending openStore(const QString &crash = {});

    [[nodiscard]] test::BankProcess &bank() { return m_bank; }
    [[nodiscard]] QString store() const { return m_folder.filePath(QStringLiteral("store.sqlite")); }
    /// What the desk said before its end.
    [[nodiscard]] QString lastWords() const { return m_lastWords; }
    /// Copies the store, so that it can be put back later (K15).
    void keepCopy() const;
    void putCopyBack();

    /// Empty when every invariant holds, else one line for each that does not. `settled`: every payout must have ended.
    [[nodiscard]] QString violations(bool settled) const;

private:
    [[nodiscard]] Ending wait();
    void begin(const QString &crash, int payouts);

    QTemporaryDir m_folder; ///< in memory where the system has a place for that: a killed process loses nothing there
    const CrashKeys &m_keys;
    test::BankProcess m_bank;
    std::unique_ptr<BankWire> m_wire;
    QProcess m_desk;
    QString m_lastWords;
    QStringList m_lostStores;
};

} // namespace countersign::faults
