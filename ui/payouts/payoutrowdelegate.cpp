#include "ui/payouts/payoutrowdelegate.h"

#include "ui/models/payoutlistmodel.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int margin = 10;
constexpr int lineGap = 1;

QFont nameFont()
{
    QFont font = textFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor gradeInk(StatusGrade grade, const Colours &colours)
{
    switch (grade) {
    case StatusGrade::quiet:
        return colours.muted;
    case StatusGrade::accent:
        return colours.accentInk;
    case StatusGrade::good:
        return colours.goodInk;
    case StatusGrade::warn:
        return colours.warnInk;
    case StatusGrade::danger:
        return colours.dangerInk;
    }
    return colours.text;
}

int statusIndent(const QString &sign)
{
    return QFontMetrics(textFont()).horizontalAdvance(sign + u' ');
}

/// A standing in as many lines as there is room for; what does not fit ends in "…".
QStringList statusLines(const QString &words, int width, int most)
{
    QTextLayout layout(words, textFont());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        const bool last = lines.size() == most - 1;
        lines += last ? QFontMetrics(textFont()).elidedText(words.sliced(line.textStart()), Qt::ElideRight, width)
                      : words.sliced(line.textStart(), line.textLength());
        if (last) break;
    }
    layout.endLayout();
    return lines;
}

int statusLinesIn(int height)
{
    return std::max(1, height / QFontMetrics(textFont()).height());
}

/// The rows of one paint, with what they share.
class RowPainter
{
public:
    RowPainter(QPainter &painter, QRect cell, const QModelIndex &index, const Colours &colours)
        : m_painter(painter), m_cell(cell), m_area(cell.adjusted(margin, 0, -margin, 0)), m_index(index),
          m_colours(colours)
    {
    }

    void paintText() const
    {
        switch (static_cast<PayoutListModel::Column>(m_index.column())) {
        case PayoutListModel::gutterColumn:
            return paintGutter();
        case PayoutListModel::recipientColumn:
            return paintRecipient();
        case PayoutListModel::amountColumn:
            return paintAmount();
        case PayoutListModel::purposeColumn:
            return paintPurpose();
        case PayoutListModel::statusColumn:
            return paintStatus();
        case PayoutListModel::columns:
            return;
        }
    }

private:
    [[nodiscard]] QString text(int role = Qt::DisplayRole) const { return m_index.data(role).toString(); }
    [[nodiscard]] QColor gradeColour() const
    {
        const auto grade = static_cast<StatusGrade>(m_index.data(PayoutListModel::gradeRole).toInt());
        return gradeInk(grade, m_colours);
    }
    void line(const QRect &area, const QFont &font, const QColor &ink, const QString &words, int flags) const
    {
        m_painter.setFont(font);
        m_painter.setPen(ink);
        m_painter.drawText(area, flags | Qt::TextSingleLine, words);
    }
    void paintGutter() const { line(m_cell, amountFont(), gradeColour(), text(), Qt::AlignCenter); }
    void paintRecipient() const
    {
        const QFontMetrics name(nameFont());
        const QFontMetrics account(accountFont());
        const int height = name.height() + lineGap + account.height();
        QRect area = m_area;
        area.setTop(m_cell.top() + (m_cell.height() - height) / 2);
        line(area, nameFont(), m_colours.text, name.elidedText(text(), Qt::ElideRight, area.width()),
             Qt::AlignLeft | Qt::AlignTop);
        area.setTop(area.top() + name.height() + lineGap);
        line(area, accountFont(), m_colours.muted, text(PayoutListModel::accountRole), Qt::AlignLeft | Qt::AlignTop);
    }
    void paintAmount() const { line(m_area, amountFont(), m_colours.text, text(), Qt::AlignRight | Qt::AlignVCenter); }
    void paintPurpose() const
    {
        const QString shown = QFontMetrics(textFont()).elidedText(text(), Qt::ElideRight, m_area.width());
        line(m_area, textFont(), m_colours.muted, shown, Qt::AlignLeft | Qt::AlignVCenter);
    }
    void paintStatus() const
    {
        const QFontMetrics metrics(textFont());
        const QString sign = text(PayoutListModel::signRole);
        const int indent = statusIndent(sign);
        const QStringList lines = statusLines(text(), m_area.width() - indent, statusLinesIn(m_cell.height()));
        QRect area = m_area;
        area.setTop(m_cell.top() + (m_cell.height() - metrics.height() * static_cast<int>(lines.size())) / 2);
        line(area, textFont(), gradeColour(), sign, Qt::AlignLeft | Qt::AlignTop);
        area.setLeft(area.left() + indent);
        for (const QString &words : lines) {
            line(area, textFont(), gradeColour(), words, Qt::AlignLeft | Qt::AlignTop);
            area.setTop(area.top() + metrics.height());
        }
    }

    QPainter &m_painter;
    QRect m_cell;
    QRect m_area;
    const QModelIndex &m_index;
    const Colours &m_colours;
};

} // namespace

int PayoutRowDelegate::rowHeight()
{
    return QFontMetrics(nameFont()).height() + QFontMetrics(accountFont()).height() + lineGap + 10;
}

int PayoutRowDelegate::accountWidth()
{
    return QFontMetrics(accountFont()).horizontalAdvance(u"0000 0000 0000 0000 0000"_s) + 2 * margin + 2;
}

int PayoutRowDelegate::amountWidth()
{
    return QFontMetrics(amountFont()).horizontalAdvance(amountWords(qint64{9'999'999'999})) + 2 * margin + 2;
}

int PayoutRowDelegate::rowHeight(int statusLines)
{
    return std::max(rowHeight(), QFontMetrics(textFont()).height() * statusLines + 8);
}

int PayoutRowDelegate::statusWidth(const QStringList &standings, int lines)
{
    int widest = 0;
    for (const QString &words : standings) {
        const int whole = QFontMetrics(textFont()).horizontalAdvance(words);
        widest = std::max(widest, whole / lines);
        while (widest < whole && statusLines(words, widest, lines).join(QString()) != words)
            widest += 4;
    }
    return widest + statusIndent(u"≠"_s) + 2 * margin + 2;
}

void PayoutRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? colours.accentTint : colours.base);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
    if (selected && index.column() == 0) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent);
    }
    if (index.data(PayoutListModel::idRole).toString().isEmpty()) {
        painter->setPen(colours.faint);
        if (index.column() == PayoutListModel::recipientColumn) {
            painter->drawText(option.rect.adjusted(margin, 0, 0, 0), Qt::AlignVCenter, u"…"_s);
        }
    } else {
        painter->setClipRect(option.rect);
        RowPainter(*painter, option.rect, index, colours).paintText();
    }
    painter->restore();
}

QSize PayoutRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {accountWidth(), rowHeight()};
}

bool PayoutRowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    const bool whole =
        index.column() == PayoutListModel::amountColumn || index.column() == PayoutListModel::gutterColumn;
    if (event->type() != QEvent::ToolTip || whole) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    QToolTip::showText(event->globalPos(), isCut(index, option.rect) ? plainTip(index.data().toString()) : QString(),
                       view);
    return true;
}

bool PayoutRowDelegate::isCut(const QModelIndex &index, const QRect &cell)
{
    const QString text = index.data().toString();
    const int width = cell.width() - 2 * margin;
    if (index.column() != PayoutListModel::statusColumn) {
        const bool name = index.column() == PayoutListModel::recipientColumn;
        return QFontMetrics(name ? nameFont() : textFont()).horizontalAdvance(text) > width;
    }
    const int indent = statusIndent(index.data(PayoutListModel::signRole).toString());
    return statusLines(text, width - indent, statusLinesIn(cell.height())).join(QString()) != text;
}

} // namespace countersign::ui
