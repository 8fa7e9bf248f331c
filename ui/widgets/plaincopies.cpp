#include "ui/widgets/plaincopies.h"

#include "ui/widgets/digitgaps.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace countersign::ui {

PlainCopies::PlainCopies(QAbstractItemView &view) : QObject(&view), m_view(view)
{
    view.installEventFilter(this);
}

bool PlainCopies::eventFilter(QObject *watched, QEvent *event)
{
    const bool isCopy =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy);
    if (!isCopy || !m_view.currentIndex().isValid()) return QObject::eventFilter(watched, event);
    QGuiApplication::clipboard()->setText(withoutDigitGroups(m_view.currentIndex().data().toString()));
    return true;
}

} // namespace countersign::ui
