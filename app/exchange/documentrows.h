#pragma once

#include "exchange/rowreader.h"

namespace countersign {

/// Documents of the 1C exchange format as payouts, by the rules of ru-payments.md 4.4 and 4.6.
class DocumentRows final : public RowReader
{
public:
    /// `keys` are the names of the table's columns; `statement`: a bank wrote the file, of what has happened.
    DocumentRows(const QStringList &keys, bool statement);

    [[nodiscard]] RowContent read(const CellTable &table, qsizetype row) const override;
    [[nodiscard]] int columnOf(const CellTable &table, qsizetype row, ImportField field) const override;
    [[nodiscard]] bool repetitionBlocks(const RowContent &) const override { return true; }

private:
    struct Document;
    QHash<QString, int> m_columns;
    bool m_statement;
    QList<int> m_unknown; ///< columns whose keys the format does not have
    QList<int> m_unused;  ///< columns whose keys orders have no use for
};

} // namespace countersign
