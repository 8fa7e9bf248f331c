#include "exchange/csvrecords.h"

namespace countersign {

bool CsvRecords::atCellEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == m_separator || m_text[m_at] == '\n' || m_text[m_at] == '\r';
}

void CsvRecords::passLineEnd()
{
    if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') ++m_at;
    ++m_at;
    ++m_line;
}

void CsvRecords::keep(QByteArrayView cell)
{
    m_blank = m_blank && cell.trimmed().isEmpty();
    if (m_cells.size() <= mostImportColumns) m_cells.append(cell);
}

bool CsvRecords::next()
{
    m_cells.clear();
    m_unquoted.clear();
    m_broken = false;
    m_blank = true;
    m_recordLine = m_line;
    if (m_at >= m_text.size()) return false;
    for (;;) {
        readCell();
        if (m_at >= m_text.size()) return true;
        if (m_text[m_at] != m_separator) break;
        ++m_at;
    }
    passLineEnd();
    return true;
}

void CsvRecords::readCell()
{
    if (m_at < m_text.size() && m_text[m_at] == '"')
        readQuoted();
    else
        readPlain();
}

void CsvRecords::readPlain()
{
    const qsizetype from = m_at;
    while (!atCellEnd())
        ++m_at;
    keep(m_text.sliced(from, m_at - from));
}

void CsvRecords::readQuoted()
{
    const int openedAt = m_line;
    qsizetype from = ++m_at;
    QByteArray joined; // what stands before doubled quotes
    bool doubled = false;
    for (;; ++m_at) {
        if (m_at >= m_text.size()) {
            m_broken = true;
            m_unclosedLine = openedAt;
            break;
        }
        if (m_text[m_at] == '\n') ++m_line;
        if (m_text[m_at] != '"') continue;
        if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '"') break;
        joined += m_text.sliced(from, m_at + 1 - from);
        doubled = true;
        from = ++m_at + 1;
    }
    const QByteArrayView rest = m_text.sliced(from, std::min(m_at, m_text.size()) - from);
    if (m_at < m_text.size()) ++m_at;
    if (!doubled) {
        keep(rest);
    } else if (m_cells.size() <= mostImportColumns) {
        m_unquoted.append(joined += rest);
        keep(m_unquoted.last());
    } else {
        m_blank = false;
    }
    if (atCellEnd()) return;
    m_broken = true; // the quote was no closing one; where the cell ends is a guess, and the row is refused for it
    while (!atCellEnd())
        ++m_at;
}

} // namespace countersign
