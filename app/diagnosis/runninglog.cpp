#include "diagnosis/runninglog.h"

#include "diagnosis/maskedtext.h"

#include <QReadWriteLock>

namespace countersign {

namespace {

// Qt's message handler is a plain function: this is the one way to reach an object from it.
QReadWriteLock lock;
RunningLog *running = nullptr;
QtMessageHandler before = nullptr;

char letterOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 'D';
    case QtInfoMsg:
        return 'I';
    case QtWarningMsg:
        return 'W';
    case QtCriticalMsg:
        return 'E';
    case QtFatalMsg:
        return 'F';
    }
    return '?';
}

} // namespace

RunningLog::RunningLog(const QString &folder, const Clock &clock) : m_file(folder), m_clock(clock)
{
    const QWriteLocker locked(&lock);
    running = this;
    before = qInstallMessageHandler(&RunningLog::take);
}

RunningLog::~RunningLog()
{
    const QWriteLocker locked(&lock);
    qInstallMessageHandler(before);
    running = nullptr;
}

void RunningLog::take(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QReadLocker locked(&lock);
    if (running != nullptr && type != QtDebugMsg) {
        const QString category = QString::fromUtf8(context.category != nullptr ? context.category : "default");
        running->m_file.append(toIsoText(running->m_clock.now()).toLatin1() + ' ' + letterOf(type) + ' ' +
                               maskedText(category + QLatin1Char(' ') + message).toUtf8());
    }
    if (before != nullptr) before(type, context, message);
}

} // namespace countersign
