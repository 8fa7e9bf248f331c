#pragma once

#include "exchange/rowreader.h"

namespace countersign {

/// Checks one row as a payout: what the file's kind can have wrong, the marks of its cells, the rules of validate(),
/// and the correspondent account against the directory. Holds for all rows of one file; pure after construction.
class RowCheck
{
public:
    /// Both outlive it.
    RowCheck(const RowReader &reader, const ImportRules &rules);

    /// Without what only the other rows or earlier imports tell. Findings of the directory as a whole are left out:
    /// they are the file's, see directoryFindings().
    [[nodiscard]] ImportRow check(const CellTable &table, qsizetype row) const;
    /// That there is no directory, or an old one.
    [[nodiscard]] QList<ImportFinding> directoryFindings() const;

private:
    struct Checking;
    const RowReader &m_reader;
    ValidationRules m_rules;
    bool m_sendersKnown;
};

/// "2026-02-01" of 1.2.2026, 01.02.2026 and 2026-02-01, with or without a time behind; empty for what is no date.
[[nodiscard]] QString isoDateOf(const QString &text);

/// Puts the worst findings first and tells whether one blocks.
void arrangeFindings(ImportRow &row);

} // namespace countersign
