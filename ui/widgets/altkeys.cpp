#include "ui/widgets/altkeys.h"

#include <QAbstractSpinBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace countersign::ui {

namespace {

bool isTextField(QObject *watched)
{
    return qobject_cast<QLineEdit *>(watched) || qobject_cast<QPlainTextEdit *>(watched) ||
           qobject_cast<QTextEdit *>(watched) || qobject_cast<QAbstractSpinBox *>(watched);
}

/// Windows tells AltGr as Ctrl and Alt; on a Mac the key named Option types.
bool isHeldWithAlt(const QKeyEvent &event)
{
#ifdef Q_OS_MACOS
    Q_UNUSED(event)
    return false;
#else
    return event.modifiers().testFlag(Qt::AltModifier) && !event.modifiers().testFlag(Qt::ControlModifier);
#endif
}

} // namespace

AltKeys::AltKeys(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool AltKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isTextField(watched)) return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    return isHeldWithAlt(key) && !key.text().isEmpty() && key.text().front().isPrint();
}

} // namespace countersign::ui
