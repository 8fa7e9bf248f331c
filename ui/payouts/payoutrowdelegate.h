#pragma once

#include <QStyledItemDelegate>

namespace countersign::ui {

/// Paints a payout's two-line row. Amounts and accounts are never cut; names and purposes are, with a tool tip; the
/// status takes a second line when it needs one. Everything is drawn as plain text.
class PayoutRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Widths that columns need so that nothing is cut that must not be.
    [[nodiscard]] static int rowHeight();
    [[nodiscard]] static int accountWidth();
    [[nodiscard]] static int amountWidth();

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace countersign::ui
