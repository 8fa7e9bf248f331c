#include "ui/widgets/appicon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace countersign::ui {

namespace {

QPixmap drawn(int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 64.0, size / 64.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1F5FD6));
    painter.drawRoundedRect(QRectF(3, 3, 58, 58), 13, 13);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(14, 17, 36, 6), 3, 3);
    painter.drawRoundedRect(QRectF(14, 28, 22, 6), 3, 3);
    QPainterPath tick;
    tick.moveTo(25, 43);
    tick.lineTo(32, 50);
    tick.lineTo(48, 33);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
    return pixmap;
}

} // namespace

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 32, 48, 64, 128, 256})
        icon.addPixmap(drawn(size));
    return icon;
}

} // namespace countersign::ui
