#include "core/try.h"
#include "exchange/exportcells.h"
#include "exchange/payoutfile.h"
#include "exchange/rowswriter.h"
#include "exchange/zipparts.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace countersign {

namespace {

constexpr qint64 largestSheet = 4LL * 1024 * 1024 * 1024; // bytes, unpacked; a row takes about a thousand
constexpr qint64 sheetPiece = 1024 * 1024;
constexpr char rowEnd[] = "</row>";
constexpr char sheetEnd[] = "</worksheet>";

std::unexpected<Error> workbookUnwritable(const QString &why)
{
    return fail(ErrorCode::fileUnwritable, why);
}

std::unexpected<Error> workbookUnwritable(lxw_error error)
{
    return workbookUnwritable(QString::fromUtf8(lxw_strerror(error)));
}

/// How many rows the first sheet has, down to its last byte.
Result<qint64> rowsWithin(QByteArrayView workbook)
{
    COUNTERSIGN_TRY_INTO(parts, ZipParts::open(workbook));
    COUNTERSIGN_TRY_INTO(sheet, parts->part(QStringLiteral("xl/worksheets/sheet1.xml"), largestSheet));
    qint64 rows = 0;
    QByteArray tail;
    for (QByteArray piece = sheet->read(sheetPiece); !piece.isEmpty(); piece = sheet->read(sheetPiece)) {
        const qsizetype seen = tail.count(rowEnd);
        tail += piece;
        rows += tail.count(rowEnd) - seen;
        tail = tail.last(std::min<qsizetype>(tail.size(), sizeof sheetEnd));
    }
    if (!sheet->partError().isEmpty()) return workbookUnwritable(sheet->partError());
    if (!tail.trimmed().endsWith(sheetEnd)) return workbookUnwritable(QStringLiteral("the sheet has no end"));
    return rows;
}

/// Rows go to a file of the library's as they come, in a folder for its owner only that goes away with this object.
class WorkbookFile final : public PayoutFile
{
public:
    WorkbookFile(QIODevice &target, const ExportWords &words) : m_target(target), m_words(words) {}
    ~WorkbookFile() override
    {
        if (m_workbook != nullptr) workbook_close(m_workbook);
    }

    Result<bool> add(const ExportedPayout &payout) override
    {
        COUNTERSIGN_TRY(begin());
        const QStringList cells = exportCells(payout, m_words, u'.');
        for (int column = 0; column < exportColumnCount; ++column) {
            const bool isNumber = column == static_cast<int>(ExportColumn::amount) && payout.amountKopecks;
            COUNTERSIGN_TRY(isNumber ? putAmount(column, *payout.amountKopecks) : putText(column, cells[column]));
        }
        ++m_row;
        return true;
    }

    Result<> finish() override
    {
        COUNTERSIGN_TRY(begin());
        const lxw_error closed = workbook_close(std::exchange(m_workbook, nullptr)); // frees it, whatever happens
        if (closed != LXW_NO_ERROR) return workbookUnwritable(closed);
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly)) return workbookUnwritable(file.errorString());
        const QByteArray bytes = file.readAll();
        COUNTERSIGN_TRY_INTO(rows, rowsWithin(bytes));
        if (rows != m_row) return workbookUnwritable(QStringLiteral("%1 of %2 rows").arg(rows).arg(m_row));
        if (m_target.write(bytes) != bytes.size()) return workbookUnwritable(m_target.errorString());
        return {};
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("payouts.xlsx")); }

    Result<> begin()
    {
        if (m_workbook != nullptr) return {};
        if (!m_folder.isValid()) return workbookUnwritable(m_folder.errorString());
        m_workFolder = QFile::encodeName(m_folder.path());
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_workFolder.data();
        m_workbook = workbook_new_opt(QFile::encodeName(path()).constData(), &options);
        if (m_workbook == nullptr) return workbookUnwritable(LXW_ERROR_MEMORY_MALLOC_FAILED);
        m_sheet = workbook_add_worksheet(m_workbook, m_words.sheetName.left(31).toUtf8().constData());
        if (m_sheet == nullptr) return workbookUnwritable(LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
        m_amountFormat = workbook_add_format(m_workbook);
        format_set_num_format(m_amountFormat, "0.00");
        for (int column = 0; column < exportColumnCount; ++column)
            COUNTERSIGN_TRY(putText(column, m_words.headers.value(column)));
        ++m_row;
        return {};
    }

    Result<> putText(int column, const QString &text)
    {
        const lxw_error error =
            worksheet_write_string(m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(column),
                                   workbookText(text).constData(), nullptr);
        if (error != LXW_NO_ERROR) return workbookUnwritable(error);
        return {};
    }

    /// A workbook has no other numbers than binary ones. An amount has at most 14 digits (see Money::parse), so that
    /// the nearest of them is shown, and read, as exactly this one.
    Result<> putAmount(int column, qint64 kopecks)
    {
        const double nearest = static_cast<double>(kopecks) / 100;
        const lxw_error error = worksheet_write_number(m_sheet, static_cast<lxw_row_t>(m_row),
                                                       static_cast<lxw_col_t>(column), nearest, m_amountFormat);
        if (error != LXW_NO_ERROR) return workbookUnwritable(error);
        return {};
    }

    QIODevice &m_target;
    const ExportWords m_words;
    const QTemporaryDir m_folder;
    QByteArray m_workFolder; ///< the library keeps its address
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_amountFormat = nullptr;
    qint64 m_row = 0;
};

} // namespace

std::unique_ptr<PayoutFile> workbookFile(QIODevice &target, const ExportWords &words)
{
    return std::make_unique<WorkbookFile>(target, words);
}

} // namespace countersign
