#include "diagnosis/runninglog.h"

#include "diagnosis/maskedtext.h"

#include <QLoggingCategory>
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

RunningLog::RunningLog(const QString &folder, const Clock &clock, const QByteArray &program)
    : m_file(folder), m_clock(clock), m_program(program)
{
    append(QtInfoMsg, m_program + " starts");
    QLoggingCategory::setFilterRules(QStringLiteral("countersign.*.info=true"));
    const QWriteLocker locked(&lock);
    running = this;
    before = qInstallMessageHandler(&RunningLog::take);
}

RunningLog::~RunningLog()
{
    const QWriteLocker locked(&lock);
    qInstallMessageHandler(before);
    running = nullptr;
    QLoggingCategory::setFilterRules({});
    append(QtInfoMsg, m_program + " ends");
}

void RunningLog::append(QtMsgType type, const QByteArray &masked)
{
    m_file.append(toIsoText(m_clock.now()).toLatin1() + ' ' + letterOf(type) + ' ' + masked);
}

void RunningLog::take(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QReadLocker locked(&lock);
    if (running != nullptr && type != QtDebugMsg) {
        const QString category = QString::fromUtf8(context.category != nullptr ? context.category : "default");
        running->append(type, maskedText(category + QLatin1Char(' ') + message).toUtf8());
    }
    // Masked there, too: what a desktop's program writes to its error output is kept in the system's own log.
    if (before != nullptr && type != QtInfoMsg) before(type, context, maskedText(message));
}

} // namespace countersign
