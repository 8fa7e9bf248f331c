#include "ui/widgets/lookstyle.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace countersign::ui {

namespace {

constexpr int indicatorSize = 15;

void drawCheckBox(const QStyleOption &option, QPainter &painter, const Colours &colours)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool checked = option.state.testFlag(QStyle::State_On);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = !checked ? colours.base : enabled ? colours.accent : colours.accentWeak;
    const QColor line = checked ? ground : enabled ? colours.muted : colours.fieldLine;
    painter.setBrush(ground);
    painter.setPen(QPen(line, 1));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (checked) {
        const QPointF corner = option.rect.topLeft();
        const QPointF tick[] = {corner + QPointF(3.6, 7.8), corner + QPointF(6.4, 10.6), corner + QPointF(11.4, 4.8)};
        painter.setPen(QPen(colours.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(tick, 3);
    }
    if (focused) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(checked ? colours.accentInk : colours.accent, 2));
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3);
    }
    painter.restore();
}

} // namespace

LookStyle::LookStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void LookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox)
        return drawCheckBox(*option, *painter, widget ? coloursOf(widget) : coloursOf(option->palette));
    if (element == PE_FrameFocusRect && qobject_cast<const QCheckBox *>(widget)) return; // the indicator shows it
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int LookStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight) return indicatorSize;
    if (metric == PM_CheckBoxLabelSpacing) return 8;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

bool LookStyle::eventFilter(QObject *watched, QEvent *event)
{
    // Qt has filled in the fonts of the theme before it says so; this drops those of single classes again, and tells
    // the widgets, which Qt does only once its event loop runs.
    if (event->type() == QEvent::ThemeChange && QApplication::font("QMenu") != textFont()) {
        QApplication::setFont(textFont());
        for (QWidget *widget : QApplication::allWidgets()) {
            QEvent change(QEvent::ApplicationFontChange);
            QCoreApplication::sendEvent(widget, &change);
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

} // namespace countersign::ui
