#include "ui/import/importrowdelegate.h"

#include "domain/validation.h"
#include "ui/models/importrowsmodel.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int sideMargin = 10;
constexpr int betweenLines = 1;
constexpr int boxMargin = 3;

using Rows = ImportRowsModel;

QFont strongFont()
{
    QFont font = textFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont fontOf(int column, bool marked)
{
    if (column == Rows::amountColumn) return amountFont();
    if (column == Rows::accountColumn) return accountFont(94);
    return column == Rows::recipientColumn || marked ? strongFont() : textFont();
}

QFont wordsFont(bool marked)
{
    QFont font = smallFont();
    if (marked) font.setWeight(QFont::DemiBold);
    return font;
}

/// Broken at spaces into at most `mostLines`.
QStringList linesOf(const QString &words, const QFont &font, int width)
{
    constexpr qsizetype mostLines = 3;
    const QFontMetrics metrics(font);
    QStringList lines;
    QString rest = words;
    while (lines.size() < mostLines - 1 && metrics.horizontalAdvance(rest) > width) {
        qsizetype end = rest.size();
        while (end > 0 && metrics.horizontalAdvance(rest.first(end)) > width)
            end = end > 1 ? rest.lastIndexOf(u' ', end - 1) : 0;
        if (end <= 0) break;
        lines += rest.first(end);
        rest = rest.sliced(end).trimmed();
    }
    lines += rest;
    return lines;
}

Severity gradeOf(const QModelIndex &index, int role)
{
    return static_cast<Severity>(index.data(role).toInt());
}

/// One cell of one paint.
class CellPainter
{
public:
    CellPainter(QPainter &painter, QRect cell, const QModelIndex &index, const Colours &colours)
        : m_painter(painter), m_cell(cell), m_index(index), m_colours(colours),
          m_grade(gradeOf(index, Rows::cellGradeRole)),
          m_marked(m_grade <= Severity::warn && index.column() > Rows::lineColumn)
    {
    }

    void paint()
    {
        if (m_index.column() == Rows::tickColumn) return paintTick();
        QRect area = m_cell.adjusted(sideMargin, 0, -sideMargin, 0);
        if (m_marked && m_index.column() != Rows::findingsColumn) area = marked(area);
        const QString second = m_index.data(Rows::secondLineRole).toString();
        if (m_index.column() == Rows::findingsColumn) return paintWords(area);
        const QFont font = fontOf(m_index.column(), m_marked);
        const bool atRight = m_index.column() == Rows::amountColumn;
        const int height = QFontMetrics(font).height();
        const int both = second.isEmpty() ? height : height + betweenLines + QFontMetrics(smallFont()).height();
        area.setTop(m_cell.top() + (m_cell.height() - both) / 2);
        line(area, font, ink(), m_index.data().toString(), atRight);
        area.setTop(area.top() + height + betweenLines);
        if (!second.isEmpty()) line(area, smallFont(), m_marked ? ink() : m_colours.muted, second, atRight);
    }

private:
    [[nodiscard]] QColor ink() const
    {
        if (m_marked) return m_grade == Severity::block ? m_colours.dangerInk : m_colours.warnInk;
        const int column = m_index.column();
        const bool quiet =
            column == Rows::purposeColumn || column == Rows::lineColumn || column == Rows::findingsColumn;
        return quiet ? m_colours.muted : m_colours.text;
    }
    void line(const QRect &area, const QFont &font, const QColor &colour, const QString &words, bool atRight) const
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        const QString shown = atRight ? words : QFontMetrics(font).elidedText(words, Qt::ElideRight, area.width());
        m_painter.drawText(area, (atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop | Qt::TextSingleLine, shown);
    }
    /// Frame and sign around the cell; what is left for the text.
    [[nodiscard]] QRect marked(const QRect &area) const
    {
        m_painter.setPen(QPen(ink(), 1, Qt::DashLine));
        m_painter.drawRect(m_cell.adjusted(boxMargin, boxMargin, -boxMargin, -boxMargin - 1));
        const QString sign = m_grade == Severity::block ? u"✕"_s : u"!"_s;
        const int width = QFontMetrics(strongFont()).horizontalAdvance(sign) + 6;
        m_painter.setFont(strongFont());
        m_painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, sign);
        return area.adjusted(width, 0, 0, 0);
    }
    /// In as many lines as the row has room for; the last one holds the beginning of what is left.
    void paintWords(const QRect &area) const
    {
        const QStringList lines = linesOf(m_index.data().toString(), wordsFont(m_marked), area.width());
        const int height = QFontMetrics(wordsFont(m_marked)).height();
        QRect place = area;
        place.setTop(m_cell.top() + (m_cell.height() - static_cast<int>(lines.size()) * height) / 2);
        for (const QString &words : lines) {
            line(place, wordsFont(m_marked), ink(), words, false);
            place.setTop(place.top() + height);
        }
    }
    void paintTick() const
    {
        const QVariant state = m_index.data(Qt::CheckStateRole);
        const Severity row = gradeOf(m_index, Rows::rowGradeRole);
        if (!state.isValid()) {
            m_painter.setFont(amountFont());
            m_painter.setPen(m_colours.dangerInk);
            m_painter.drawText(m_cell, Qt::AlignCenter, m_index.data(Rows::signRole).toString());
            return;
        }
        QStyleOptionButton box;
        const int size = QApplication::style()->pixelMetric(QStyle::PM_IndicatorWidth);
        box.rect = QRect(m_cell.left() + sideMargin, m_cell.center().y() - size / 2, size, size);
        box.state = QStyle::State_Enabled | (state.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        box.palette = QApplication::palette();
        QApplication::style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &m_painter);
        m_painter.setFont(amountFont());
        m_painter.setPen(row == Severity::warn ? m_colours.warnInk : m_colours.goodInk);
        m_painter.drawText(m_cell.adjusted(sideMargin + size + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                           m_index.data(Rows::signRole).toString());
    }

    QPainter &m_painter;
    QRect m_cell;
    const QModelIndex &m_index;
    const Colours &m_colours;
    Severity m_grade;
    bool m_marked;
};

QColor groundOf(const QStyleOptionViewItem &option, const QModelIndex &index, const Colours &colours)
{
    if (option.state.testFlag(QStyle::State_Selected)) return colours.accentTint;
    const Severity grade = gradeOf(index, Rows::rowGradeRole);
    if (grade == Severity::block) return colours.dangerTint;
    return grade == Severity::warn ? colours.warnTint : colours.base;
}

} // namespace

int ImportRowDelegate::rowHeight()
{
    const int twoLines = QFontMetrics(strongFont()).height() + QFontMetrics(accountFont()).height() + betweenLines;
    return std::max(twoLines, 3 * QFontMetrics(smallFont()).height()) + 10;
}

int ImportRowDelegate::columnWidth(int column)
{
    const int sides = 2 * sideMargin + 2;
    const int sign = QFontMetrics(strongFont()).horizontalAdvance(u"✕"_s) + 6;
    switch (column) {
    case Rows::tickColumn:
        return QApplication::style()->pixelMetric(QStyle::PM_IndicatorWidth) + sign + sides;
    case Rows::lineColumn:
        return QFontMetrics(textFont()).horizontalAdvance(u"№ 000000"_s) + sides;
    case Rows::accountColumn:
        return QFontMetrics(accountFont(94)).horizontalAdvance(u"0000 0000 0000 0000 0000"_s) + sign + sides;
    case Rows::amountColumn:
        return QFontMetrics(amountFont()).horizontalAdvance(amountWords(qint64{9'999'999'999})) + sign + sides;
    default:
        return 0;
    }
}

void ImportRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect, groundOf(option, index, colours));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
    if (option.state.testFlag(QStyle::State_Selected) && index.column() == 0) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent);
    }
    CellPainter(*painter, option.rect, index, colours).paint();
    painter->restore();
}

QSize ImportRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {columnWidth(index.column()), rowHeight()};
}

bool ImportRowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip) return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString tip = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), plainTip(tip), view);
    return true;
}

} // namespace countersign::ui
