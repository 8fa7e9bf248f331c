#pragma once

#include "core/clock.h"
#include "diagnosis/logfile.h"

namespace countersign {

/// Writes what is logged in this process into a log file, masked, for as long as it lives: what goes wrong, and of the
/// program's own categories also what goes on (each start and end, call and change of state). Warnings go where they
/// went before, too, masked as well. Debugging messages are not written. One at a time.
class RunningLog
{
public:
    /// `program`: name and version, for the first line; ours, not masked. `clock` outlives it.
    RunningLog(const QString &folder, const Clock &clock, const QByteArray &program);
    ~RunningLog();
    RunningLog(const RunningLog &) = delete;
    RunningLog &operator=(const RunningLog &) = delete;

    [[nodiscard]] const LogFile &file() const { return m_file; }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message);

    void append(QtMsgType type, const QByteArray &masked);

    LogFile m_file;
    const Clock &m_clock;
    const QByteArray m_program;
};

} // namespace countersign
