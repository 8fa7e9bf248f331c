#include "ui/models/importcellsmodel.h"

#include "ui/models/importwords.h"
#include "ui/models/visibletext.h"

#include <QFont>

#include <algorithm>

namespace countersign::ui {

void ImportCellsModel::setSheet(std::shared_ptr<const ImportSheet> sheet, const ColumnMapping &mapping)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    m_mapping = mapping;
    endResetModel();
}

void ImportCellsModel::setMapping(const ColumnMapping &mapping)
{
    m_mapping = mapping;
    if (columnCount() > 0) Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int ImportCellsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_sheet) return 0;
    return static_cast<int>(std::min<qsizetype>(m_sheet->table().rowCount(), shownRows));
}

int ImportCellsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_sheet ? 0 : m_sheet->table().columnCount();
}

QVariant ImportCellsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole) return visibleText(m_sheet->table().text(index.row(), index.column()));
    if (role == Qt::FontRole && index.row() == m_sheet->facts().headerRow) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant ImportCellsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || !m_sheet) return {};
    if (orientation == Qt::Vertical) return m_sheet->table().line(section);
    const auto field = m_mapping.fieldOf(section);
    return field ? importFieldWords(*field) : tr("not used");
}

} // namespace countersign::ui
