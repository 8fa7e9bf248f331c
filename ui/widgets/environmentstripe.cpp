#include "ui/widgets/environmentstripe.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int stripeMargin = 12;

QFont stripeFont()
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

void drawHatching(QPainter &painter, const QRect &area, const Colours &colours)
{
    constexpr int band = 12;
    painter.fillRect(area, colours.stripeLight);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int x = area.left() - area.height(); x < area.right() + band; x += 2 * band) {
        QPainterPath path;
        path.moveTo(x, area.bottom() + 1);
        path.lineTo(x + band, area.bottom() + 1);
        path.lineTo(x + band + area.height(), area.top());
        path.lineTo(x + area.height(), area.top());
        path.closeSubpath();
        painter.fillPath(path, colours.stripeDark);
    }
}

} // namespace

EnvironmentStripe::EnvironmentStripe(EnvironmentKind kind, QWidget *parent) : QWidget(parent), m_kind(kind)
{
    setObjectName(u"environmentStripe"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(word() + u": "_s + sentence());
}

QString EnvironmentStripe::word() const
{
    switch (m_kind) {
    case EnvironmentKind::practice:
        //: Stripe of a profile that talks to the practice bank on this computer; capitals
        return tr("PRACTICE");
    case EnvironmentKind::demo:
        //: Stripe of a profile that talks to the bank's test stand; capitals
        return tr("DEMO");
    case EnvironmentKind::live:
        //: Stripe of a profile that moves real money; capitals
        return tr("LIVE");
    }
    return {};
}

QString EnvironmentStripe::sentence() const
{
    switch (m_kind) {
    case EnvironmentKind::practice:
        return tr("practice bank on this computer — no real money moves");
    case EnvironmentKind::demo:
        return tr("the bank's test stand — no real money moves");
    case EnvironmentKind::live:
        return tr("real money is paid");
    }
    return {};
}

QString EnvironmentStripe::text() const
{
    return word() + u"  ·  "_s + sentence();
}

QSize EnvironmentStripe::sizeHint() const
{
    const QFontMetrics metrics(stripeFont());
    return {metrics.horizontalAdvance(text()) + 2 * stripeMargin, metrics.height() + 8};
}

QSize EnvironmentStripe::minimumSizeHint() const
{
    return {100, sizeHint().height()};
}

void EnvironmentStripe::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursOf(this);
    const bool live = m_kind == EnvironmentKind::live;
    if (live) {
        painter.fillRect(rect(), colours.liveGround);
    } else {
        drawHatching(painter, rect(), colours);
    }
    painter.setPen(live ? colours.liveInk : colours.stripeInk);
    painter.setFont(stripeFont());
    painter.drawText(rect().adjusted(stripeMargin, 0, -stripeMargin, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace countersign::ui
