#pragma once

#include "exchange/rowreader.h"

namespace countersign {

/// Rows of CSV and workbooks as payouts, by a mapping of columns. What a spreadsheet has lost (digits after the 15th,
/// leading zeros) can't be repaired: such a cell is refused with its reason (ru-payments.md 0.1).
class TableRows final : public RowReader
{
public:
    /// What all rows share.
    struct Shape
    {
        FileFormat format = FileFormat::csv;
        ColumnMapping mapping;
        int columns = 0;                  ///< of the header; 0: there is none
        std::optional<QChar> decimalSign; ///< as a person chose it
        QString senderAccount;            ///< of rows that name none
    };
    explicit TableRows(Shape shape) : m_shape(std::move(shape)) {}

    [[nodiscard]] RowContent read(const CellTable &table, qsizetype row) const override;
    [[nodiscard]] int columnOf(const CellTable &table, qsizetype row, ImportField field) const override;
    [[nodiscard]] bool repetitionBlocks(const RowContent &row) const override { return !row.facts.number.isEmpty(); }

private:
    struct Row;
    Shape m_shape;
};

} // namespace countersign
