#pragma once

#include "faults/simulation/runner.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QMap>
#include <QProcess>

#include <memory>
#include <vector>

namespace countersign::faults {

/// Shares a range among several processes of this program and adds up what they print. A process that dies is itself a
/// violation, named `programEnded`, and its seeds go on in a new one.
class Workers final : public QObject
{
    Q_OBJECT
public:
    Workers(const Range &range, quint64 jobs, bool hashes, bool counts);
    /// Until all are done; the program's exit code.
    [[nodiscard]] int run();

private:
    struct Worker
    {
        QProcess process;
        Range left;
    };
    void start(Worker &worker);
    void read(Worker &worker);
    void take(Worker &worker, const QByteArray &line);
    void printSum() const;
    void ended(Worker &worker);

    quint64 m_schedules = 0;
    quint64 m_violations = 0;
    quint64 m_running = 0;
    bool m_hashes;
    bool m_counts;
    QMap<QByteArray, qint64> m_happened;
    std::vector<std::unique_ptr<Worker>> m_workers;
};

} // namespace countersign::faults
