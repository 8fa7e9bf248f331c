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
/// checking follows), or a share of that.
class ParsingProgress
{
public:
    ParsingProgress(ReadingProgress &progress, qsizetype size, int from = 100, int to = 500)
        : m_progress(progress), m_size(size), m_from(from), m_to(to)
    {
    }
    /// False: stop. Asks at every 64 KiB only.
    [[nodiscard]] bool at(qsizetype position)
    {
        if (position < m_next) return true;
        m_next = position + 64 * 1024;
        const qsizetype done = position * (m_to - m_from) / std::max<qsizetype>(m_size, 1);
        return m_progress.reached(m_from + static_cast<int>(done));
    }

private:
    ReadingProgress &m_progress;
    qsizetype m_size;
    int m_from;
    int m_to;
    qsizetype m_next = 0;
};

} // namespace countersign
