#include "ui/review/comparisontable.h"

#include "ui/review/markedtext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace countersign::ui {

namespace {

/// A group's heading on its own ground, over the whole width.
class GroupHeading final : public QWidget
{
public:
    GroupHeading(const QString &text, QWidget *parent) : QWidget(parent)
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(10, 2, 10, 2);
        layout->addWidget(sectionLabel(text, this));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(this);
        QPainter painter(this);
        painter.fillRect(rect(), colours.sectionTint);
        painter.fillRect(0, height() - 1, width(), 1, colours.line);
    }
};

} // namespace

ComparisonTable::ComparisonTable(const Comparison &comparison, const QList<ReviewTableRow> &before, QWidget *parent)
    : QWidget(parent)
{
    const QString headings[] = {tr("Recipient"), tr("Sender"), tr("Payment")};
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    int group = -1;
    const QList<ReviewTableRow> all = before + reviewRows(comparison);
    for (const ReviewTableRow &row : all) {
        if (static_cast<int>(row.group) != group) {
            group = static_cast<int>(row.group);
            layout->addWidget(new GroupHeading(headings[group], this));
        }
        m_rows += new ReviewRow(row, this);
        layout->addWidget(m_rows.back());
    }
}

QWidget *ComparisonTable::columnHeads()
{
    auto *heads = new QWidget;
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(10, 6, 0, 6);
    layout->setSpacing(0);
    layout->addSpacing(ReviewRow::headWidth());
    for (const QString &text : {tr("You asked for"), tr("The bank will pay")}) {
        QLabel *label = sectionLabel(text, heads);
        label->setContentsMargins(MarkedText::margin, 0, 0, 0);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        layout->addSpacing(10);
        layout->addWidget(label, 1);
    }
    layout->addSpacing(ReviewRow::verdictWidth() + 10);
    auto *column = new QVBoxLayout(heads);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(layout);
    column->addWidget(horizontalRule(heads));
    return heads;
}

ReviewRow *ComparisonTable::rowOf(ReviewField field) const
{
    for (ReviewRow *row : m_rows) {
        if (row->content().fields.contains(field)) return row;
    }
    return nullptr;
}

} // namespace countersign::ui
