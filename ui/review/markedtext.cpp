#include "ui/review/markedtext.h"

#include "ui/models/visibletext.h"
#include "ui/widgets/digitgaps.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace countersign::ui {

namespace {

bool isAccount(const QString &text)
{
    return text.size() == 20 && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QFont fontOf(MarkedText::Look look)
{
    return look == MarkedText::Look::account ? accountFont(112) : textFont();
}

} // namespace

MarkedText::MarkedText(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MarkedText::setContent(const QString &text, Look look, const QList<Span> &marked)
{
    m_look = look;
    const VisibleText visible = visibleTextWithOrigin(text);
    m_shown = visible.text;
    m_marks.clear();
    for (const Span &span : marked) {
        const auto first = std::lower_bound(visible.origin.cbegin(), visible.origin.cend(), span.start);
        const auto last = std::lower_bound(first, visible.origin.cend(), span.start + span.length);
        if (first != last) m_marks.append({first - visible.origin.cbegin(), last - first});
    }
    setAccessibleName(m_shown);
    updateGeometry();
    update();
}

void MarkedText::prepare(QTextLayout &layout) const
{
    QFont font = fontOf(m_look);
    layout.setFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    const QFontMetricsF metrics(font);
    if (m_look == Look::account && isAccount(m_shown))
        formats = gapFormats(gapsOfFour(m_shown.size()), metrics.averageCharWidth() * 0.9);
    for (const Span &span : m_marks) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setForeground(coloursOf(this).dangerStrong);
        formats.append({int(span.start), int(span.length), format});
    }
    layout.setFormats(formats);
}

int MarkedText::baseline()
{
    return margin + std::max(QFontMetrics(fontOf(Look::account)).ascent(), QFontMetrics(fontOf(Look::text)).ascent());
}

qreal MarkedText::layOut(QTextLayout &layout, qreal width) const
{
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max<qreal>(width, 1));
        if (y == 0) y = std::max<qreal>(std::floor(baseline() - margin - line.ascent()), 0);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    return y;
}

int MarkedText::heightForWidth(int width) const
{
    QTextLayout layout(m_shown);
    prepare(layout);
    const qreal height = layOut(layout, width - 2 * margin);
    return int(std::ceil(std::max(height, QFontMetricsF(fontOf(m_look)).height()))) + 2 * margin;
}

QSize MarkedText::sizeHint() const
{
    QTextLayout layout(m_shown);
    prepare(layout);
    (void)layOut(layout, 100000);
    const int width = int(std::ceil(layout.lineCount() > 0 ? layout.lineAt(0).naturalTextWidth() : 0)) + 2 * margin + 1;
    return {width, heightForWidth(width)};
}

QSize MarkedText::minimumSizeHint() const
{
    const QFontMetrics metrics(fontOf(m_look));
    return {metrics.averageCharWidth() * 8, metrics.height() + 2 * margin};
}

void MarkedText::paintEvent(QPaintEvent *)
{
    QTextLayout layout(m_shown);
    prepare(layout);
    (void)layOut(layout, width() - 2 * margin);
    const Colours &colours = coloursOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const Span &span : m_marks) {
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const int from = std::max(int(span.start), line.textStart());
            const int to = std::min(int(span.start + span.length), line.textStart() + line.textLength());
            if (from >= to) continue;
            const qreal left = line.cursorToX(from);
            const QRectF box(left + margin - 1, line.y() + margin, line.cursorToX(to) - left + 1, line.height());
            painter.fillRect(box, colours.dangerMark);
            painter.setPen(QPen(colours.dangerLine, 1));
            painter.drawRect(box.toRect().adjusted(0, 0, -1, -1));
            painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), colours.dangerInk);
        }
    }
    painter.setPen(m_look == Look::muted ? colours.muted : colours.text);
    layout.draw(&painter, {margin, margin});
}

void MarkedText::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace countersign::ui
