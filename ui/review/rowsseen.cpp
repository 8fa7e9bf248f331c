#include "ui/review/rowsseen.h"

namespace countersign::ui {

namespace {

/// The part of the widget, in its own coordinates, that its parents leave to be seen.
QRect unclippedPart(const QWidget *widget)
{
    QRect part = widget->rect();
    QPoint origin;
    for (const QWidget *at = widget; !at->isWindow() && at->parentWidget(); at = at->parentWidget()) {
        origin += at->pos();
        part &= at->parentWidget()->rect().translated(-origin);
    }
    return part;
}

} // namespace

void RowsSeen::watch(const QList<QWidget *> &rows)
{
    m_unseen.clear();
    for (QWidget *row : rows)
        m_unseen.insert(row, {});
}

void RowsSeen::look()
{
    const bool before = all();
    for (auto row = m_unseen.begin(); row != m_unseen.end();) {
        const QWidget *widget = row.key();
        if (!widget->isVisible() || widget->window()->isMinimized() || widget->height() == 0) {
            ++row;
            continue;
        }
        if (row->size != widget->size()) *row = {widget->size(), {}};
        row->seen += unclippedPart(widget);
        const bool whole = QRegion(widget->rect()).subtracted(row->seen).isEmpty();
        row = whole ? m_unseen.erase(row) : std::next(row);
    }
    if (!before && all()) Q_EMIT allSeen();
}

} // namespace countersign::ui
