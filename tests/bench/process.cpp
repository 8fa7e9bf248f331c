#include "bench/process.h"

#include <QFile>

#include <algorithm>

namespace countersign::bench {

using namespace Qt::StringLiterals;

qint64 memoryOf(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf(name + ":");
    return at < 0 ? 0 : text.mid(at + name.size() + 1, 20).simplified().split(' ').first().toLongLong();
}

void forgetPeak()
{
    QFile references(u"/proc/self/clear_refs"_s);
    if (references.open(QIODevice::WriteOnly)) references.write("5");
}

Pulse::Pulse()
{
    m_timer.setInterval(2);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                     [this] { m_longest = std::max(m_longest, m_since.restart()); });
    m_since.start();
    m_timer.start();
}

} // namespace countersign::bench
