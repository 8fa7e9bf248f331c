#include "ui/models/foldermodel.h"

#include "core/futures.h"
#include "ui/models/payoutwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct Row
{
    std::optional<Folder> folder; ///< none: a heading, or the address book
    const char *heading = nullptr;
    [[nodiscard]] bool isRecipients() const { return !folder && !heading; }
};

constexpr std::array<Row, 15> rows{{
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
    {std::nullopt}, // the address book
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

void FolderModel::setRecipientCount(qint64 count)
{
    m_recipients = count;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int FolderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows.size());
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row &row = rows[static_cast<size_t>(index.row())];
    if (row.isRecipients()) return recipientsData(role);
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

QVariant FolderModel::recipientsData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return tr("Recipients");
    case Qt::AccessibleTextRole:
        return m_recipients ? tr("%1, %2").arg(tr("Recipients")).arg(*m_recipients) : tr("Recipients");
    case countRole:
        return m_recipients ? QVariant(*m_recipients) : QVariant();
    case recipientsRole:
        return true;
    case headingRole:
        return false;
    default:
        return {};
    }
}

Qt::ItemFlags FolderModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && rows[static_cast<size_t>(index.row())].heading) return Qt::ItemNeverHasChildren;
    return QAbstractListModel::flags(index);
}

} // namespace countersign::ui
