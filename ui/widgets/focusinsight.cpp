#include "ui/widgets/focusinsight.h"

#include <QApplication>
#include <QScrollArea>

namespace countersign::ui {

FocusInSight::FocusInSight(QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [](QWidget *, QWidget *now) { show(now); });
}

void FocusInSight::show(QWidget *focused)
{
    // What a mouse pressed is seen, and must not move away from under it before it is released.
    if (!focused || QGuiApplication::mouseButtons() != Qt::NoButton) return;
    for (QWidget *around = focused->parentWidget(); around; around = around->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(around);
        if (area && area->widget() && area->widget()->isAncestorOf(focused)) area->ensureWidgetVisible(focused);
    }
}

} // namespace countersign::ui
