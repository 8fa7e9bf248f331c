#include "ui/batch/batchtable.h"

#include "ui/batch/batchmodel.h"
#include "ui/payouts/payoutrowdelegate.h"
#include "ui/widgets/plaincopies.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int tickWidth = 48;
constexpr int cellGap = 20; ///< around a cell's text, both sides

/// Cuts a long name at its end instead of letting it take the account's line.
class RecipientDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const qsizetype end = option->text.lastIndexOf(QChar::LineSeparator);
        if (end < 0) return;
        const QString name = option->text.first(end);
        option->text.replace(
            0, end, option->fontMetrics.elidedText(name, Qt::ElideRight, option->rect.width() - tickWidth - cellGap));
    }
};
} // namespace

BatchTable::BatchTable(BatchModel &model, Rows rows, QWidget *parent) : QTableView(parent), m_model(model), m_rows(rows)
{
    setModel(&model);
    setObjectName(u"batchTable"_s);
    new PlainCopies(*this);
    if (rows == Rows::twoLines) setItemDelegateForColumn(BatchModel::recipientColumn, new RecipientDelegate(this));
    setAccessibleName(tr("Payouts of this batch"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(PayoutRowDelegate::rowHeight());
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(10);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_seen.clear();
        layOutRows();
        look();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &BatchTable::look);
}

bool BatchTable::allSeen() const
{
    return m_seen.size() == m_model.rowCount();
}

void BatchTable::look()
{
    if (!isVisible() || window()->isMinimized()) return;
    const QRect screen = viewport()->rect();
    const int first = std::max(rowAt(0), 0);
    for (int row = first; row < m_model.rowCount(); ++row) {
        const int top = rowViewportPosition(row);
        if (top > screen.bottom()) break;
        if (top < 0 || top + rowHeight(row) - 1 > screen.bottom() || m_seen.contains(row)) continue;
        m_seen.insert(row);
        Q_EMIT rowSeen(row);
    }
}

void BatchTable::layOutColumns()
{
    const int account = tickWidth + PayoutRowDelegate::accountWidth() + cellGap;
    const int amount = PayoutRowDelegate::amountWidth() + cellGap;
    const int rest = std::max(viewport()->width() - account - amount, 20);
    const int longNames = rest * 18 / 100;
    const int purpose = rest * 42 / 100; // why a draft can't go with others takes two lines of its column
    setColumnWidth(BatchModel::recipientColumn, account + longNames);
    setColumnWidth(BatchModel::amountColumn, amount);
    setColumnWidth(BatchModel::purposeColumn, purpose);
    setColumnWidth(BatchModel::standingColumn, rest - longNames - purpose);
}

/// Of the column whose text needs most lines.
int BatchTable::heightOf(int row) const
{
    int height = PayoutRowDelegate::rowHeight();
    for (int column = 0; column < BatchModel::columns; ++column) {
        const int room = columnWidth(column) - cellGap - (column == BatchModel::recipientColumn ? tickWidth : cellGap);
        const QString text = m_model.index(row, column).data().toString();
        const QRect bounds = fontMetrics().boundingRect(QRect(0, 0, std::max(room, 1), 10'000), Qt::TextWordWrap, text);
        height = std::max(height, bounds.height() + cellGap / 2);
    }
    return height;
}

void BatchTable::layOutRows()
{
    if (m_rows == Rows::twoLines) return;
    for (int row = 0; row < m_model.rowCount(); ++row)
        setRowHeight(row, heightOf(row));
}

void BatchTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    layOutRows();
    look();
}

} // namespace countersign::ui
