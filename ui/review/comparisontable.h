#pragma once

#include "ui/review/reviewrow.h"

namespace countersign::ui {

/// The tab "Side by side": rows under RECIPIENT, SENDER and PAYMENT with their four columns.
class ComparisonTable final : public QWidget
{
    Q_OBJECT
public:
    /// `before`: rows that are no comparison and stand above it.
    ComparisonTable(const Comparison &comparison, const QList<ReviewTableRow> &before, QWidget *parent = nullptr);
    /// What stands over the columns; made apart, so that it can stay while the rows scroll.
    [[nodiscard]] static QWidget *columnHeads();
    [[nodiscard]] const QList<ReviewRow *> &rows() const { return m_rows; }
    /// The row that holds the field, or null.
    [[nodiscard]] ReviewRow *rowOf(ReviewField field) const;

private:
    QList<ReviewRow *> m_rows;
};

} // namespace countersign::ui
