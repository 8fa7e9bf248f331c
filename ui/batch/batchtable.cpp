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
constexpr int gap = 20; ///< around a cell's text, both sides

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
            0, end, option->fontMetrics.elidedText(name, Qt::ElideRight, option->rect.width() - tickWidth - gap));
    }
};
} // namespace

BatchTable::BatchTable(BatchModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    setObjectName(u"batchTable"_s);
    new PlainCopies(*this);
    setItemDelegateForColumn(BatchModel::recipientColumn, new RecipientDelegate(this));
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
        if (top >= 0 && top + rowHeight(row) - 1 <= screen.bottom()) m_seen.insert(row);
    }
}

void BatchTable::layOutColumns()
{
    const int account = tickWidth + PayoutRowDelegate::accountWidth() + gap;
    const int amount = PayoutRowDelegate::amountWidth() + gap;
    const int rest = std::max(viewport()->width() - account - amount, 20);
    setColumnWidth(BatchModel::recipientColumn, account);
    setColumnWidth(BatchModel::amountColumn, amount);
    setColumnWidth(BatchModel::purposeColumn, rest * 55 / 100);
    setColumnWidth(BatchModel::standingColumn, rest - rest * 55 / 100);
}

void BatchTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    look();
}

} // namespace countersign::ui
