#pragma once

#include "exchange/importsheet.h"

#include <functional>

namespace countersign {

/// Rows of texts as CSV for spreadsheets: UTF-8 with byte order mark, separated by ";", CRLF. A cell that a spreadsheet
/// would take for a formula (it begins with = + - @, tab or carriage return) gets an apostrophe in front, and all
/// cells that need it quotes (threat-model.md F5).
[[nodiscard]] QByteArray csvOf(const QList<QStringList> &rows);
/// One such row, its line end included; other separators than ";" are "," and tab.
[[nodiscard]] QString csvLine(const QStringList &cells, QChar separator = u';');
/// The reverse of the apostrophe: what a reader of our own file takes for the cell's text.
[[nodiscard]] QString withoutFormulaGuard(const QString &cell);

/// A text as it has to be handed to the workbooks' library, so that it comes back as it was.
[[nodiscard]] QByteArray workbookText(QString text);
/// The same as a workbook whose cells are all texts: no number is rounded, nothing is a formula.
/// fileUnwritable; detail: the library's words.
[[nodiscard]] Result<QByteArray> xlsxOf(const QString &sheetName, const QList<QStringList> &rows);

/// The rows given (see ImportSheet::rowCount) with their cells as the file has them and a last column of reasons, under
/// the file's own header: to be corrected and imported again. `reasons` makes the words of one row.
[[nodiscard]] QList<QStringList> rowsToCorrect(const ImportSheet &sheet, const QList<qsizetype> &rows,
                                               const QString &reasonsHeader,
                                               const std::function<QString(const ImportRow &)> &reasons);

/// Writes whole or not at all. fileUnwritable.
[[nodiscard]] Result<> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace countersign
