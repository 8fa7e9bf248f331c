#include "ui/models/payoutlistmodel.h"

#include "core/futures.h"
#include "ui/models/datewords.h"
#include "ui/models/payoutwords.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int refreshDelay = 40; // milliseconds
}

PayoutListModel::PayoutListModel(PayoutDesk &desk, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_desk(desk), m_clock(clock)
{
    m_fetchTimer.setSingleShot(true);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshDelay);
    connect(&m_fetchTimer, &QTimer::timeout, this, &PayoutListModel::fetchWanted);
    connect(&m_refreshTimer, &QTimer::timeout, this, &PayoutListModel::refresh);
    const auto refreshSoon = [this] {
        if (!m_refreshTimer.isActive()) m_refreshTimer.start();
    };
    connect(&desk, &PayoutDesk::listChanged, this, refreshSoon);
    connect(&desk, &PayoutDesk::payoutChanged, this, refreshSoon);
}

void PayoutListModel::setQuery(Folder folder, const QString &search)
{
    m_folder = folder;
    m_search = search;
    ++m_generation;
    m_replacing = true;
    m_inFlight.clear();
    m_wanted.clear();
    fetch(0);
}

void PayoutListModel::setVisibleRows(int first, int last)
{
    m_firstVisible = std::max(first, 0);
    m_lastVisible = std::max(last, m_firstVisible);
}

void PayoutListModel::refresh()
{
    ++m_changes;
    if (m_replacing) return; // the page on its way is newer than the change, or is asked for again when it is not
    for (int page = m_firstVisible / pageSize; page <= m_lastVisible / pageSize; ++page)
        want(page);
}

const ListRow *PayoutListModel::rowAt(int row) const
{
    const auto page = m_pages.constFind(row / pageSize);
    if (row < 0 || page == m_pages.constEnd() || row % pageSize >= page->rows.size()) return nullptr;
    return &page->rows.at(row % pageSize);
}

PayoutId PayoutListModel::idAt(int row) const
{
    const ListRow *found = rowAt(row);
    return found ? found->id : PayoutId{};
}

std::optional<int> PayoutListModel::rowOf(const PayoutId &id) const
{
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        for (qsizetype i = 0; i < page->rows.size(); ++i) {
            const int row = page.key() * pageSize + static_cast<int>(i);
            if (page->rows.at(i).id == id && row < m_total) return row;
        }
    }
    return std::nullopt;
}

int PayoutListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_total;
}

int PayoutListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PayoutListModel::textOf(const ListRow &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case gutterColumn:
        return statusText(row, m_clock.now()).gutter;
    case recipientColumn:
        return row.recipientName;
    case amountColumn:
        return amountWords(row.amountKopecks);
    case purposeColumn:
        return row.purpose;
    case statusColumn:
        return statusText(row, m_clock.now()).words;
    case columns:
        return {};
    }
    return {};
}

QVariant PayoutListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int page = index.row() / pageSize;
    const auto kept = m_pages.constFind(page);
    if (kept == m_pages.constEnd() || kept->asked < m_changes) want(page);
    const ListRow *row = rowAt(index.row());
    if (!row) return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == recipientColumn ? QString(row->recipientName + u", "_s + row->recipientAccount)
                                                 : textOf(*row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == amountColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case accountRole:
        return groupedDigits(row->recipientAccount);
    case signRole:
        return statusText(*row, m_clock.now()).sign;
    case gradeRole:
        return static_cast<int>(statusText(*row, m_clock.now()).grade);
    case idRole:
        return row->id.text;
    default:
        return {};
    }
}

QVariant PayoutListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == amountColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == statusColumn) return zoneWords();
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case recipientColumn:
        return tr("Recipient");
    case amountColumn:
        return tr("Amount");
    case purposeColumn:
        return tr("Purpose");
    case statusColumn:
        return tr("Status");
    case gutterColumn:
    case columns:
        return {};
    }
    return {};
}

void PayoutListModel::want(int page) const
{
    if (m_inFlight.contains(page)) return;
    m_wanted.insert(page);
    if (!m_fetchTimer.isActive()) m_fetchTimer.start(0);
}

void PayoutListModel::fetchWanted()
{
    if (m_replacing) return;
    const QSet<int> pages = std::exchange(m_wanted, {});
    for (const int page : pages) {
        // What has been scrolled past meanwhile is not worth a reading.
        const bool near = page >= m_firstVisible / pageSize - 1 && page <= m_lastVisible / pageSize + 1;
        if (near && !m_inFlight.contains(page)) fetch(page);
    }
}

void PayoutListModel::fetch(int page)
{
    m_inFlight.insert(page);
    watch(m_desk.page({m_folder, m_search, page * pageSize, pageSize}), this,
          [this, page, generation = m_generation, asked = m_changes](const Result<ListPage> &result) {
              take(page, generation, asked, result);
          });
}

void PayoutListModel::take(int page, quint64 generation, quint64 asked, const Result<ListPage> &result)
{
    if (generation != m_generation) return;
    m_inFlight.remove(page);
    if (!result) {
        m_replacing = false;
        Q_EMIT failed(result.error());
        return;
    }
    if (m_replacing) {
        replaceAll(*result);
    } else {
        setTotal(static_cast<int>(std::min<qint64>(result->total, std::numeric_limits<int>::max())));
        m_pages.insert(page, {result->rows, asked});
        const int first = page * pageSize;
        const int last = std::min(first + pageSize, m_total) - 1;
        if (first <= last) Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
    }
    m_pages[page].asked = asked;
    if (asked < m_changes) want(page);
    dropFarPages();
    Q_EMIT pageArrived();
}

void PayoutListModel::replaceAll(const ListPage &page)
{
    beginResetModel();
    m_replacing = false;
    m_pages.clear();
    m_pages.insert(0, {page.rows, m_changes});
    m_total = static_cast<int>(std::min<qint64>(page.total, std::numeric_limits<int>::max()));
    m_firstVisible = 0;
    m_lastVisible = 0;
    endResetModel();
}

void PayoutListModel::setTotal(int total)
{
    if (total > m_total) {
        beginInsertRows({}, m_total, total - 1);
        m_total = total;
        endInsertRows();
    } else if (total < m_total) {
        beginRemoveRows({}, total, m_total - 1);
        m_total = total;
        endRemoveRows();
    }
}

void PayoutListModel::dropFarPages()
{
    while (m_pages.size() > keptPages) {
        const int middle = (m_firstVisible + m_lastVisible) / 2 / pageSize;
        int farthest = m_pages.cbegin().key();
        for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
            if (std::abs(page.key() - middle) > std::abs(farthest - middle)) farthest = page.key();
        }
        m_pages.remove(farthest);
    }
}

} // namespace countersign::ui
