#pragma once

#include "exchange/celltable.h"

#include <QByteArray>
#include <QList>

namespace countersign {

/// Splits CSV into records and cells, byte by byte: quotes, separators and line ends are the same bytes in UTF-8 and in
/// the code pages. The text must outlive it.
class CsvRecords
{
public:
    CsvRecords(QByteArrayView text, char separator) : m_text(text), m_separator(separator) {}

    /// Reads the next record; false at the end. Views of the former record are no longer valid then.
    [[nodiscard]] bool next();
    /// Not more than one above mostImportColumns, however many the record has.
    [[nodiscard]] const QList<QByteArrayView> &cells() const { return m_cells; }
    /// Text stands after a closing quote, or the quote is never closed.
    [[nodiscard]] bool quotesAreBroken() const { return m_broken; }
    /// No cell has a text, of those that cells() leaves out neither.
    [[nodiscard]] bool isBlank() const { return m_blank; }
    /// Where the record begins, from 1.
    [[nodiscard]] int line() const { return m_recordLine; }
    [[nodiscard]] qsizetype position() const { return m_at; }
    /// Of the opening quote that has no end; 0: there is none.
    [[nodiscard]] int unclosedQuoteLine() const { return m_unclosedLine; }

private:
    void readCell();
    void readQuoted();
    void readPlain();
    void keep(QByteArrayView cell);
    [[nodiscard]] bool atCellEnd() const;
    void passLineEnd();

    QByteArrayView m_text;
    char m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_recordLine = 1;
    int m_unclosedLine = 0;
    bool m_broken = false;
    bool m_blank = true;
    QList<QByteArrayView> m_cells;
    QList<QByteArray> m_unquoted; ///< cells that are not a piece of the text, because of doubled quotes
};

} // namespace countersign
