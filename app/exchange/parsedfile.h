#pragma once

#include "exchange/importsheet.h"

namespace countersign {

/// What a reader makes of a file: its cells, what the file says about itself, and what is wrong with it as a whole.
/// `facts.file` is left to the caller.
struct ParsedFile
{
    CellTable table;
    QStringList keys; ///< 1C: the names of the table's columns
    ImportFacts facts;
    QList<ImportFinding> findings;
};

/// A finding of the file as a whole.
inline ImportFinding fileFinding(Severity severity, ImportFindingKind kind, const QStringList &arguments = {})
{
    return {.severity = severity, .kind = kind, .arguments = arguments};
}

/// Turns the position in what is being parsed into progress: from 100 permille (the file is read) to 500 (it is parsed;
/// checking follows).
class ParsingProgress
{
public:
    ParsingProgress(ReadingProgress &progress, qsizetype size) : m_progress(progress), m_size(size) {}
    /// False: stop. Asks at every 64 KiB only.
    [[nodiscard]] bool at(qsizetype position)
    {
        if (position < m_next) return true;
        m_next = position + 64 * 1024;
        return m_progress.reached(100 + static_cast<int>(position * 400 / std::max<qsizetype>(m_size, 1)));
    }

private:
    ReadingProgress &m_progress;
    qsizetype m_size;
    qsizetype m_next = 0;
};

} // namespace countersign
