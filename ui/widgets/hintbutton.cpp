#include "ui/widgets/hintbutton.h"

#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace countersign::ui {

namespace {
constexpr int gap = 7;
constexpr int hintPercent = 82;
constexpr int padding = 14; // as in the style sheet, with its border
} // namespace

HintButton::HintButton(const QString &text, const QString &hint, QWidget *parent)
    : QPushButton(text, parent), m_hint(hint)
{
    setAutoDefault(false);
}

void HintButton::setHint(const QString &hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

int HintButton::hintWidth() const
{
    return m_hint.isEmpty() ? 0 : QFontMetrics(accountFont(hintPercent)).horizontalAdvance(m_hint) + gap;
}

QSize HintButton::sizeHint() const
{
    const int words = QFontMetrics(font()).size(Qt::TextShowMnemonic, text()).width();
    return {words + hintWidth() + 2 * padding, QPushButton::sizeHint().height()};
}

QSize HintButton::minimumSizeHint() const
{
    return sizeHint();
}

void HintButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);

    const QFontMetrics metrics(font());
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic;
    const int textWidth = metrics.size(Qt::TextShowMnemonic, text()).width();
    const Colours &colours = coloursOf(this);
    const QString role = property("buttonRole").toString();
    QColor ink = colours.text;
    if (role == u"primary") ink = colours.onAccent;
    if (role == u"danger") ink = colours.dangerInk;
    if (role == u"quiet") ink = colours.accentInk;
    if (!isEnabled() && role != u"primary") ink = colours.faint;

    QRect area = rect();
    area.setLeft((width() - textWidth - hintWidth()) / 2);
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(area, flags, text());
    if (m_hint.isEmpty()) return;
    area.setLeft(area.left() + textWidth + gap);
    ink.setAlphaF(0.75F);
    painter.setPen(ink);
    painter.setFont(accountFont(hintPercent));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, m_hint);
}

} // namespace countersign::ui
