#include "ui/models/foldermodel.h"

#include "ui/models/payoutwords.h"
#include "core/futures.h"

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct Row
{
    std::optional<Folder> folder; ///< none: a heading
    const char *heading = nullptr;
};

constexpr std::array<Row, 14> rows{{
    {std::nullopt, QT_TRANSLATE_NOOP("countersign::ui::FolderModel", "To do")},
    {Folder::toReview},
    {Folder::needsAttention},
    {Folder::drafts},
    {std::nullopt, QT_TRANSLATE_NOOP("countersign::ui::FolderModel", "In progress")},
    {Folder::checking},
    {Folder::beingPaid},
    {std::nullopt, QT_TRANSLATE_NOOP("countersign::ui::FolderModel", "Finished")},
    {Folder::paid},
    {Folder::failed},
    {Folder::cancelled},
    {Folder::returned},
    {std::nullopt, QT_TRANSLATE_NOOP("countersign::ui::FolderModel", "Ledger")},
    {Folder::all},
}};

} // namespace

FolderModel::FolderModel(PayoutDesk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk)
{
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(40);
    connect(&m_refreshTimer, &QTimer::timeout, this, &FolderModel::refresh);
    const auto refreshSoon = [this] {
        if (!m_refreshTimer.isActive()) m_refreshTimer.start();
    };
    connect(&desk, &PayoutDesk::listChanged, this, refreshSoon);
    connect(&desk, &PayoutDesk::payoutChanged, this, refreshSoon);
    connect(&desk, &PayoutDesk::overviewChanged, this, refreshSoon);
}

void FolderModel::refresh()
{
    watch(m_desk.counts(), this, [this](const Result<QList<qint64>> &counts) {
        if (counts) take(*counts);
    });
}

void FolderModel::take(const QList<qint64> &counts)
{
    m_counts = counts;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT countsRead();
}

qint64 FolderModel::generalAlarms() const
{
    return m_desk.overview().generalAlarms.size();
}

qint64 FolderModel::count(Folder folder) const
{
    const qint64 payouts = m_counts.value(static_cast<int>(folder), 0);
    return folder == Folder::needsAttention ? payouts + generalAlarms() : payouts;
}

int FolderModel::rowOf(Folder folder) const
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].folder == folder) return static_cast<int>(i);
    }
    return -1;
}

int FolderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows.size());
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row &row = rows[static_cast<size_t>(index.row())];
    const bool counted = row.folder && !m_counts.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return row.folder ? folderName(*row.folder) : tr(row.heading);
    case Qt::AccessibleTextRole:
        //: folder and how many payouts are in it, for screen readers
        return counted ? tr("%1, %2").arg(folderName(*row.folder)).arg(count(*row.folder))
                       : data(index, Qt::DisplayRole);
    case folderRole:
        return row.folder ? QVariant(static_cast<int>(*row.folder)) : QVariant();
    case countRole:
        return counted ? QVariant(count(*row.folder)) : QVariant();
    case headingRole:
        return !row.folder.has_value();
    default:
        return {};
    }
}

Qt::ItemFlags FolderModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && !rows[static_cast<size_t>(index.row())].folder) return Qt::ItemNeverHasChildren;
    return QAbstractListModel::flags(index);
}

} // namespace countersign::ui
