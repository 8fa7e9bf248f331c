#pragma once

#include <QProxyStyle>

namespace countersign::ui {

/// Fusion with the parts that a style sheet can't draw without picture files: check boxes with a tick on the accent's
/// ground, and the focus around them. As an event filter of the application it keeps the program's font in menus,
/// headers and the like: when the desktop's theme changes (on Windows also while a program starts), Qt gives them the
/// desktop's.
class LookStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    LookStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace countersign::ui
