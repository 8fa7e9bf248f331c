#pragma once

#include <QStyledItemDelegate>

namespace countersign::ui {

/// Paints a payout's row. Amounts and accounts are never cut; names and purposes are, with a tool tip; the status takes
/// the lines that the row is high enough for, and is cut with a tool tip only beyond them. Everything is drawn as plain
/// text.
class PayoutRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Widths that columns need so that nothing is cut that must not be.
    [[nodiscard]] static int rowHeight();
    [[nodiscard]] static int accountWidth();
    [[nodiscard]] static int amountWidth();
    /// Of a column in which each of these stands whole in so many lines.
    [[nodiscard]] static int statusWidth(const QStringList &standings, int lines);
    /// Of a row with so many lines of status.
    [[nodiscard]] static int rowHeight(int statusLines);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    [[nodiscard]] static bool isCut(const QModelIndex &index, const QRect &cell);
};

} // namespace countersign::ui
