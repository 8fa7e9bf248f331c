#pragma once

#include "exchange/importsheet.h"

#include <QAbstractTableModel>

namespace countersign::ui {

/// The first lines of a table as they stand in the file, with what each column is taken for above it. Texts from
/// outside; what can't be seen in them is made visible.
class ImportCellsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int shownRows = 30;

    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(std::shared_ptr<const ImportSheet> sheet, const ColumnMapping &mapping);
    void setMapping(const ColumnMapping &mapping);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const ImportSheet> m_sheet;
    ColumnMapping m_mapping;
};

} // namespace countersign::ui
