#pragma once

#include <QByteArray>
#include <QFlags>
#include <QList>
#include <QString>

namespace countersign {

inline constexpr qsizetype mostImportRows = 100'000; ///< threat-model.md F4; a header line is not counted
inline constexpr qsizetype mostImportColumns = 256;
inline constexpr qsizetype longestCell = 4096; ///< bytes of UTF-8 (threat-model.md F4)
/// Bytes of UTF-8 of a whole table: no file of 64 MiB has as much, unless a workbook names one long text in every cell.
inline constexpr qsizetype mostImportText = 256 * 1024 * 1024;

/// What the file says about a cell beside its text.
enum class CellMark : quint16 {
    number = 1,     ///< a spreadsheet keeps it as a number, so leading zeros and digits after the 15th are lost
    date = 2,       ///< the spreadsheet shows it as a date; the text is dd.mm.yyyy
    formula = 4,    ///< the text is a formula's last result
    error = 8,      ///< the spreadsheet shows an error ("#N/A")
    cut = 16,       ///< the cell was longer than longestCell; what is here is its beginning
    badBytes = 32,  ///< some bytes are no text of the file's encoding
    repeated = 64,  ///< the 1C document names the key more than once, with different values
    reshaped = 128, ///< the spreadsheet shows another number or text than it keeps, or nothing
};
Q_DECLARE_FLAGS(CellMarks, CellMark)
Q_DECLARE_OPERATORS_FOR_FLAGS(CellMarks)

/// What the file says about a row.
enum class RowMark : quint16 {
    brokenQuotes = 1,     ///< text after a closing quote, or a quote that is never closed
    hidden = 2,           ///< the spreadsheet hides this row
    unfinished = 4,       ///< the 1C document is not closed by КонецДокумента
    strayLine = 8,        ///< the 1C document holds a line that is neither key and value nor a purpose going on
    tooWide = 16,         ///< has more than mostImportColumns cells; the rest is not here
    doubtfulPurpose = 32, ///< a line of the 1C document may be the purpose going on, or something else
};

/// Cells of a file as text, whatever the format. A row of CSV and XLSX is a row; a row of 1C is a document, its columns
/// are the keys in the order in which the file first names them. Built once, then only read: any thread.
///
/// Kept as UTF-8 in one piece: a hundred thousand rows as QStrings would not fit into the memory that a desk has.
class CellTable
{
public:
    explicit CellTable(qsizetype mostText = mostImportText) : m_mostText(mostText) {}

    [[nodiscard]] qsizetype rowCount() const { return m_rows.size(); }
    /// Of the longest row.
    [[nodiscard]] int columnCount() const { return m_columnCount; }
    /// Of this row.
    [[nodiscard]] int cellCount(qsizetype row) const { return m_rows[row].cells; }

    /// Empty for a cell that the row does not have.
    [[nodiscard]] QString text(qsizetype row, int column) const;
    [[nodiscard]] QByteArrayView utf8(qsizetype row, int column) const;
    [[nodiscard]] bool hasMark(qsizetype row, int column, CellMark mark) const;
    [[nodiscard]] bool hasMark(qsizetype row, RowMark mark) const;
    /// From 1: the line of a text file where the row begins, the row's number in a spreadsheet.
    [[nodiscard]] int line(qsizetype row) const { return m_rows[row].line; }

    // building, row by row
    /// Sets a cell of the row being built; what is longer than longestCell is cut and marked. `column` is below
    /// mostImportColumns: more is the caller's to refuse. What no longer fits is left out: see isOverfull().
    void setCell(int column, QByteArrayView utf8, CellMarks marks = {});
    void markCell(int column, CellMark mark);
    /// What the row being built has there so far.
    [[nodiscard]] QByteArrayView openCell(int column) const;
    [[nodiscard]] CellMarks openMarks(int column) const;
    void markRow(RowMark mark) { m_rowMarks |= static_cast<quint16>(mark); }
    void endRow(int line);
    /// No cell of the row being built has a text.
    [[nodiscard]] bool openRowIsEmpty() const;
    /// Forgets the row being built.
    void dropRow();
    /// The cells have more text than a table may have; the caller refuses the file.
    [[nodiscard]] bool isOverfull() const { return m_overfull; }
    /// Drops what was reserved and is not needed.
    void finish();

private:
    struct Cell
    {
        quint32 offset = 0;
        quint16 length = 0;
        quint16 marks = 0;
    };
    struct Row
    {
        quint32 first = 0; ///< of the row's cells
        qint32 line = 0;
        quint16 cells = 0;
        quint16 marks = 0;
    };
    [[nodiscard]] const Cell *cell(qsizetype row, int column) const;
    [[nodiscard]] quint32 stored(int column, QByteArrayView utf8);

    // Lists that grow in place: while a long file is read, nothing of it is there twice.
    QByteArray m_text;
    QList<Cell> m_cells;
    QList<Row> m_rows;
    QList<Cell> m_open; ///< of the row being built
    qsizetype m_mostText;
    bool m_overfull = false;
    quint16 m_rowMarks = 0;
    int m_columnCount = 0;
};

} // namespace countersign
