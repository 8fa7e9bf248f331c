#include "ui/widgets/choicebox.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace countersign::ui {

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    constexpr qreal halfWidth = 4;
    const Colours &colours = coloursOf(this);
    const QPointF tip(width() - 15.5, height() / 2.0 + 2.5);
    QPainterPath arrow(tip);
    arrow.lineTo(tip + QPointF(-halfWidth, -halfWidth - 1));
    arrow.lineTo(tip + QPointF(halfWidth, -halfWidth - 1));
    arrow.closeSubpath();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(arrow, isEnabled() ? colours.text : colours.faint);
}

} // namespace countersign::ui
