#pragma once

#include "exchange/importsheet.h"

namespace countersign {

/// What a row says, before it is checked as a payout.
struct RowContent
{
    PayoutDraft draft;
    DocumentFacts facts;
    bool senderChosen = false;     ///< the row names no account to pay from, the person did
    QList<ImportFinding> findings; ///< of what only this kind of file can have wrong
};

/// Knows where in a row of its kind of file the fields of a payout stand. Immutable: any thread.
class RowReader
{
public:
    virtual ~RowReader() = default;
    [[nodiscard]] virtual RowContent read(const CellTable &table, qsizetype row) const = 0;
    /// The column that this row's field was taken from; -1: from none.
    [[nodiscard]] virtual int columnOf(const CellTable &table, qsizetype row, ImportField field) const = 0;
    /// The same document twice is an error where documents have numbers; equal rows of a table may both be meant.
    [[nodiscard]] virtual bool repetitionBlocks(const RowContent &row) const = 0;
};

} // namespace countersign
