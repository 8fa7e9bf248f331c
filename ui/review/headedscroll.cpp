#include "ui/review/headedscroll.h"

#include <QEvent>

namespace countersign::ui {

HeadedScroll::HeadedScroll(QWidget *heading, QWidget *parent) : QScrollArea(parent), m_heading(heading)
{
    m_heading->setParent(this);
    m_heading->installEventFilter(this); // another font or scale makes it higher
    viewport()->installEventFilter(this);
    placeHeading();
}

void HeadedScroll::placeHeading()
{
    // Its labels can wrap: the height is that for the width.
    const int height = m_heading->hasHeightForWidth() ? m_heading->heightForWidth(viewport()->width())
                                                      : m_heading->sizeHint().height();
    setViewportMargins(0, height, 0, 0);
    const QRect rows = viewport()->geometry();
    m_heading->setGeometry(rows.left(), rows.top() - height, rows.width(), height);
}

void HeadedScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeHeading();
}

bool HeadedScroll::eventFilter(QObject *watched, QEvent *event)
{
    const bool rowsMoved = watched == viewport() && event->type() == QEvent::Resize;
    const bool headingGrew = watched == m_heading && event->type() == QEvent::LayoutRequest;
    if (rowsMoved || headingGrew) placeHeading();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace countersign::ui
