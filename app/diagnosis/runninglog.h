#pragma once

#include "core/clock.h"
#include "diagnosis/logfile.h"

namespace countersign {

/// Writes what is logged in this process into a log file, masked, for as long as it lives; besides, everything goes
/// where it went before. Debugging messages are not written. One at a time.
class RunningLog
{
public:
    /// `clock` outlives it.
    RunningLog(const QString &folder, const Clock &clock);
    ~RunningLog();
    RunningLog(const RunningLog &) = delete;
    RunningLog &operator=(const RunningLog &) = delete;

    [[nodiscard]] const LogFile &file() const { return m_file; }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message);

    LogFile m_file;
    const Clock &m_clock;
};

} // namespace countersign
