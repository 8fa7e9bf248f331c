#include "ui/batch/batchmodel.h"

#include "domain/requisites.h"
#include "ui/models/payoutwords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/labels.h"

#include <numeric>

namespace countersign::ui {

void BatchModel::setRows(QList<BatchRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_places.clear();
    for (int row = 0; row < m_rows.size(); ++row)
        m_places.insert(m_rows[row].id, row);
    endResetModel();
    Q_EMIT choiceChanged();
}

std::optional<int> BatchModel::rowOf(const PayoutId &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? std::nullopt : std::optional(*place);
}

void BatchModel::settle(const PayoutId &id, const QString &standing)
{
    const auto row = rowOf(id);
    if (!row) return;
    m_rows[*row].standing = standing;
    m_rows[*row].chosen = false;
    m_rows[*row].open = false;
    m_rows[*row].settled = true;
    Q_EMIT dataChanged(index(*row, 0), index(*row, columns - 1));
    Q_EMIT choiceChanged();
}

void BatchModel::setAllChosen(bool chosen)
{
    if (m_locked || m_rows.isEmpty()) return;
    for (BatchRow &row : m_rows)
        row.chosen = chosen && row.open;
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, 0), {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
}

void BatchModel::setLocked(bool locked)
{
    m_locked = locked;
    if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, 0));
}

QList<BatchRow> BatchModel::chosen() const
{
    QList<BatchRow> chosen;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(chosen),
                 [](const BatchRow &row) { return row.chosen; });
    return chosen;
}

qint64 BatchModel::chosenKopecks() const
{
    return std::accumulate(m_rows.begin(), m_rows.end(), qint64{0}, [](qint64 sum, const BatchRow &row) {
        return row.chosen ? sum + row.amountKopecks.value_or(0) : sum;
    });
}

int BatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString BatchModel::taxNumbersOf(const BatchRow &row)
{
    if (row.inn.isEmpty()) return {};
    return QLatin1Char('\n') +
           (row.kpp.isEmpty() ? tr("INN %1").arg(row.inn) : tr("INN %1 · KPP %2").arg(row.inn, row.kpp));
}

QVariant BatchModel::textOf(const BatchRow &row, int column) const
{
    switch (column) {
    case recipientColumn:
        return visibleText(row.name) + QLatin1Char('\n') + groupedDigits(row.account) + taxNumbersOf(row);
    case amountColumn:
        return amountWords(row.amountKopecks);
    case purposeColumn:
        return visibleText(row.purpose);
    case standingColumn:
        return row.standing;
    default:
        return {};
    }
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const BatchRow &row = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::ToolTipRole: // what a column may cut, in full
        return plainTip(textOf(row, column).toString());
    case Qt::CheckStateRole:
        if (column != recipientColumn) return {};
        return row.chosen ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column == amountColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == recipientColumn
                   ? tr("%1, account %2, %3", "name, account, amount")
                         .arg(visibleText(row.name), groupedDigits(row.account), amountWords(row.amountKopecks))
                   : textOf(row, column);
    default:
        return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == amountColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case recipientColumn:
        return tr("Recipient and account");
    case amountColumn:
        return tr("Amount");
    case purposeColumn:
        return tr("Purpose");
    case standingColumn:
        return tr("Status");
    default:
        return {};
    }
}

Qt::ItemFlags BatchModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (index.isValid() && index.column() == recipientColumn && m_rows[index.row()].open && !m_locked)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool BatchModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable)) return false;
    m_rows[index.row()].chosen = value.value<Qt::CheckState>() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

} // namespace countersign::ui
