#pragma once

#include "storage/writefault.h"

#include <QMap>
#include <QString>

namespace countersign::faults {

/// A disk that breaks, or a program that ends, at the n-th write from now on. Every write of store and journal counts:
/// each statement, each commit, each line of the journal and its sync; of the beginnings of transactions every fourth.
class BadDisk final : public WriteFault
{
public:
    [[nodiscard]] bool strikes(QLatin1String operation) override;

    /// The process dies (ProcessDied) instead of the n-th write.
    void dieAt(int write) { arm(Plan::die, write); }
    /// The process dies instead of the n-th write of the journal: seldom met by counting all of them.
    void dieAtJournal(int write)
    {
        arm(Plan::die, write);
        m_onlyJournal = true;
    }
    /// The n-th write fails, as with an I/O error, and the ones after it work again.
    void failOnceAt(int write) { arm(Plan::failOnce, write); }
    /// The n-th write and all that follow fail, as on a full disk.
    void fullFrom(int write) { arm(Plan::full, write); }
    /// A new process on a disk that works; what was planned is forgotten.
    void repair() { m_plan = Plan::none; }
    /// Something is planned or has happened since the repair.
    [[nodiscard]] bool isArmed() const { return m_plan != Plan::none; }
    /// The write at which the process died last; empty: it has not.
    [[nodiscard]] QString diedAt() const { return m_diedAt; }
    void forgetDeath() { m_diedAt.clear(); }
    /// How often it struck at what.
    [[nodiscard]] const QMap<QString, int> &struck() const { return m_struck; }

    /// While one lives, the writes are the rig's own reading: they neither count nor fail.
    class Rest
    {
    public:
        explicit Rest(BadDisk &disk) : m_disk(disk), m_before(disk.m_resting) { disk.m_resting = true; }
        ~Rest() { m_disk.m_resting = m_before; }
        Rest(const Rest &) = delete;
        Rest &operator=(const Rest &) = delete;

    private:
        BadDisk &m_disk;
        bool m_before;
    };

private:
    enum class Plan { none, die, dead, failOnce, failed, full };
    void arm(Plan plan, int write)
    {
        m_plan = plan;
        m_left = write;
        m_onlyJournal = false;
    }

    Plan m_plan = Plan::none;
    int m_left = 0;
    bool m_onlyJournal = false;
    unsigned m_beginnings = 0;
    bool m_resting = false;
    QString m_diedAt;
    QMap<QString, int> m_struck;
};

} // namespace countersign::faults
