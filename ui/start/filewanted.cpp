#include "ui/start/filewanted.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFileOpenEvent>

namespace countersign::ui {

FileWanted::FileWanted(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool FileWanted::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen) return QObject::eventFilter(watched, event);
    const QString path = static_cast<QFileOpenEvent *>(event)->file();
    if (!path.isEmpty()) Q_EMIT wanted(QFileInfo(path).absoluteFilePath());
    return true;
}

} // namespace countersign::ui
