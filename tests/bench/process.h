#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QTimer>

namespace countersign::bench {

/// "VmRSS" or "VmHWM" of this process in KiB.
[[nodiscard]] qint64 memoryOf(const QByteArray &name);
/// From here on VmHWM is the largest since now.
void forgetPeak();

/// Listens to a thread: the longest time between two rounds of its event loop.
class Pulse
{
public:
    Pulse();
    [[nodiscard]] qint64 longest() const { return m_longest; } ///< milliseconds

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace countersign::bench
