#include "exchange/rowswriter.h"

#include "core/try.h"

#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <memory>

namespace countersign {

namespace {

bool looksLikeFormula(const QString &cell)
{
    return !cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front());
}

QString csvCell(QString cell)
{
    if (looksLikeFormula(cell)) cell.prepend(u'\'');
    const bool quoted = std::ranges::any_of(cell, [](QChar c) { return QStringView(u";,\"\t\r\n").contains(c); });
    if (!quoted && cell.trimmed() == cell) return cell;
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

std::unexpected<Error> unwritable(lxw_error error)
{
    return fail(ErrorCode::fileUnwritable, QString::fromUtf8(lxw_strerror(error)));
}

Result<> writeWorkbook(const QByteArray &file, const QByteArray &folder, const QByteArray &sheetName,
                       const QList<QStringList> &rows)
{
    QByteArray workFolder = folder;
    lxw_workbook_options options{};
    options.tmpdir = workFolder.data();
    lxw_workbook *workbook = workbook_new_opt(file.constData(), &options);
    if (workbook == nullptr) return unwritable(LXW_ERROR_MEMORY_MALLOC_FAILED);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, sheetName.constData());
    lxw_error error = sheet == nullptr ? LXW_ERROR_INVALID_SHEETNAME_CHARACTER : LXW_NO_ERROR;
    for (qsizetype row = 0; row < rows.size() && error == LXW_NO_ERROR; ++row) {
        for (qsizetype column = 0; column < rows[row].size() && error == LXW_NO_ERROR; ++column) {
            error = worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                           workbookText(rows[row][column]).constData(), nullptr);
        }
    }
    const lxw_error closed = workbook_close(workbook); // frees it, whatever happened before
    if (error == LXW_NO_ERROR) error = closed;
    if (error != LXW_NO_ERROR) return unwritable(error);
    return {};
}

} // namespace

/// What XML can't hold at all is shown as �; other control characters the library writes in their own way, "_x0041_".
/// A text that looks so already is written so that it comes back as it was.
QByteArray workbookText(QString text)
{
    static const QRegularExpression escape(QStringLiteral("_(x[0-9A-Fa-f]{4}_)"));
    text.replace(escape, QStringLiteral("_x005F_\\1"));
    for (QChar &c : text) {
        if (c.isNull() || c.unicode() >= 0xFFFE) c = QChar::ReplacementCharacter;
    }
    return text.toUtf8();
}

QString csvLine(const QStringList &cells, QChar separator)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return written.join(separator) + QStringLiteral("\r\n");
}

QByteArray csvOf(const QList<QStringList> &rows)
{
    QString text(QChar::ByteOrderMark);
    for (const QStringList &row : rows)
        text += csvLine(row);
    return text.toUtf8();
}

QString withoutFormulaGuard(const QString &cell)
{
    return cell.startsWith(u'\'') && looksLikeFormula(cell.mid(1)) ? cell.mid(1) : cell;
}

Result<QByteArray> xlsxOf(const QString &sheetName, const QList<QStringList> &rows)
{
    const QTemporaryDir folder; // for its owner only, and gone afterwards
    if (!folder.isValid()) return fail(ErrorCode::fileUnwritable, folder.errorString());
    const QString path = folder.filePath(QStringLiteral("rows.xlsx"));
    COUNTERSIGN_TRY(writeWorkbook(QFile::encodeName(path), QFile::encodeName(folder.path()), sheetName.toUtf8(), rows));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::fileUnwritable, file.errorString());
    return file.readAll();
}

QList<QStringList> rowsToCorrect(const ImportSheet &sheet, const QList<qsizetype> &rows, const QString &reasonsHeader,
                                 const std::function<QString(const ImportRow &)> &reasons)
{
    const CellTable &table = sheet.table();
    QList<QStringList> written{sheet.columnNames() << reasonsHeader};
    const qsizetype columns = written.first().size() - 1;
    for (const qsizetype row : rows) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells.append(table.text(sheet.tableRow(row), column));
        written.append(cells << reasons(sheet.row(row)));
    }
    return written;
}

Result<> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::fileUnwritable, file.errorString());
    }
    return {};
}

} // namespace countersign
