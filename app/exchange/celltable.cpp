#include "exchange/celltable.h"

#include <algorithm>

namespace countersign {

namespace {

/// The longest beginning of at most longestCell bytes that ends between two characters.
QByteArrayView beginningOf(QByteArrayView utf8)
{
    qsizetype length = longestCell;
    while (length > 0 && (static_cast<unsigned char>(utf8[length]) & 0xC0) == 0x80)
        --length;
    return utf8.first(length);
}

} // namespace

const CellTable::Cell *CellTable::cell(qsizetype row, int column) const
{
    if (row < 0 || row >= m_rows.size()) return nullptr;
    const Row &place = m_rows[row];
    return column < 0 || column >= place.cells ? nullptr : &m_cells[place.first + static_cast<quint32>(column)];
}

QByteArrayView CellTable::utf8(qsizetype row, int column) const
{
    const Cell *found = cell(row, column);
    return found == nullptr ? QByteArrayView() : QByteArrayView(m_text.constData() + found->offset, found->length);
}

QString CellTable::text(qsizetype row, int column) const
{
    return QString::fromUtf8(utf8(row, column));
}

bool CellTable::hasMark(qsizetype row, int column, CellMark mark) const
{
    const Cell *found = cell(row, column);
    return found != nullptr && CellMarks::fromInt(found->marks).testFlag(mark);
}

bool CellTable::hasMark(qsizetype row, RowMark mark) const
{
    return (m_rows[row].marks & static_cast<quint16>(mark)) != 0;
}

quint32 CellTable::stored(int column, QByteArrayView utf8)
{
    // Payer, bank and date are mostly those of the row above: kept once.
    if (!m_rows.isEmpty()) {
        const Cell *above = cell(m_rows.size() - 1, column);
        if (above != nullptr && QByteArrayView(m_text.constData() + above->offset, above->length) == utf8) {
            return above->offset;
        }
    }
    const auto offset = static_cast<quint32>(m_text.size());
    m_text.append(utf8.data(), utf8.size());
    return offset;
}

void CellTable::setCell(int column, QByteArrayView utf8, CellMarks marks)
{
    if (utf8.size() > longestCell) {
        utf8 = beginningOf(utf8);
        marks |= CellMark::cut;
    }
    if (utf8.size() > m_mostText - m_text.size()) {
        m_overfull = true;
        return;
    }
    if (m_open.size() <= column) m_open.resize(column + 1);
    m_open[column] = {utf8.isEmpty() ? 0 : stored(column, utf8), static_cast<quint16>(utf8.size()),
                      static_cast<quint16>(marks.toInt())};
}

void CellTable::markCell(int column, CellMark mark)
{
    if (m_open.size() <= column) m_open.resize(column + 1);
    m_open[column].marks |= static_cast<quint16>(mark);
}

QByteArrayView CellTable::openCell(int column) const
{
    if (column < 0 || column >= m_open.size()) return {};
    return {m_text.constData() + m_open[column].offset, m_open[column].length};
}

bool CellTable::openRowIsEmpty() const
{
    return std::ranges::all_of(m_open, [](const Cell &cell) { return cell.length == 0 && cell.marks == 0; });
}

CellMarks CellTable::openMarks(int column) const
{
    return column < 0 || column >= m_open.size() ? CellMarks() : CellMarks::fromInt(m_open[column].marks);
}

void CellTable::dropRow()
{
    m_open.resize(0);
    m_rowMarks = 0;
}

void CellTable::endRow(int line)
{
    const auto cells = static_cast<int>(m_open.size());
    m_rows.append({static_cast<quint32>(m_cells.size()), line, static_cast<quint16>(cells), m_rowMarks});
    m_cells.append(m_open);
    m_columnCount = std::max(m_columnCount, cells);
    dropRow();
}

void CellTable::finish()
{
    m_text.squeeze();
    m_cells.squeeze();
    m_rows.squeeze();
}

} // namespace countersign
