#include "ui/widgets/firsttouch.h"

#include <QCoreApplication>
#include <QEvent>

namespace countersign::ui {

FirstTouch::FirstTouch(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool FirstTouch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        m_hasBeen = true;
        QCoreApplication::instance()->removeEventFilter(this);
        break;
    default:
        break;
    }
    return false;
}

} // namespace countersign::ui
