#pragma once

#include <QStyledItemDelegate>

namespace countersign::ui {

/// Rows of an import: two lines in a cell, the cell that something is wrong with marked by a sign, a frame and bold
/// words as well as by its colour. Space or a click on the box ticks a row.
class ImportRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    [[nodiscard]] static int rowHeight();
    /// What a column needs at least; 0: what is left.
    [[nodiscard]] static int columnWidth(int column);
};

} // namespace countersign::ui
