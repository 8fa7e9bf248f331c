#include "exchange/xlsxreader.h"

#include "core/try.h"
#include "exchange/xlsxworkbook.h"
#include "exchange/zipcheck.h"

#include <QDate>

#include <utility>

namespace countersign {

namespace {

constexpr qint64 largestReadSheet = 512 * 1024 * 1024; ///< unpacked
constexpr qsizetype mostSheetRecords = mostImportRows + 100;
constexpr int leastHeight = 3;
constexpr int leastWidth = 1;
constexpr int sheetParsed = 500;      ///< permille of the whole reading
constexpr qint64 lastDay = 2'958'465; ///< 31.12.9999, the last one that spreadsheets know

/// "BC17" is column 54; nothing for what is no place of a cell.
std::optional<int> columnOf(QStringView place)
{
    int column = 0;
    qsizetype letters = 0;
    while (letters < place.size() && letters < 4 && place[letters] >= u'A' && place[letters] <= u'Z') {
        column = column * 26 + (place[letters].unicode() - u'A' + 1);
        ++letters;
    }
    if (letters == 0 || letters > 3) return std::nullopt;
    return column - 1;
}

/// The day that a spreadsheet's count of days means; the part of a day is left out. Excel holds 1900 for a leap year.
std::optional<QDate> dayOf(QByteArrayView digits, bool from1904)
{
    bool ok = false;
    const qsizetype point = digits.indexOf('.');
    const qint64 days = (point < 0 ? digits : digits.first(point)).toByteArray().toLongLong(&ok);
    if (!ok || days < (from1904 ? 0 : 1) || days > lastDay) return std::nullopt;
    if (from1904) return QDate(1904, 1, 1).addDays(days);
    return QDate(1899, 12, days < 60 ? 31 : 30).addDays(days);
}

/// "35%" of 0.35, as the spreadsheet shows it: no amount, and nothing else that is paid by.
QByteArray percentOf(const QByteArray &number)
{
    const qsizetype point = number.contains('.') ? number.indexOf('.') : number.size();
    const QByteArray decimals = number.mid(point + 1).leftJustified(2, '0');
    QByteArray shown = number.first(point) + decimals.first(2);
    while (shown.size() > 1 && shown.startsWith('0'))
        shown.remove(0, 1);
    if (decimals.size() > 2) shown += '.' + decimals.mid(2);
    return shown + '%';
}

bool isOn(QStringView attribute)
{
    return attribute == u"1" || attribute == u"true";
}

/// A height in points or a width in letters that nobody can read anything in.
bool isNothing(QStringView size, int least)
{
    return !size.isEmpty() && size.split(u'.').first().toInt() < least;
}

/// One sheet while its rows go by; lives for one call.
class SheetReading
{
public:
    SheetReading(const XlsxWorkbook &workbook, ParsedFile &file) : m_workbook(workbook), m_file(file) {}

    Result<> run(ZipPart &part)
    {
        // From the first element on everything is read in its place: what stands elsewhere is no row of the sheet.
        COUNTERSIGN_TRY(readPart(part, [&](QXmlStreamReader &xml) { return readSheet(xml); }));
        endRow();
        m_file.table.finish();
        if (m_hiddenColumns.count(true) > 0) m_file.facts.hiddenColumns = m_hiddenColumns;
        return {};
    }

private:
    Result<> readSheet(QXmlStreamReader &xml)
    {
        if (xml.name() != u"worksheet") return notUnderstood(QStringLiteral("no worksheet"));
        const QString space = xml.namespaceUri().toString();
        bool hasRows = false;
        while (xml.readNextStartElement()) {
            const bool ours = xml.namespaceUri() == space;
            if (ours && xml.name() == u"sheetData") {
                if (std::exchange(hasRows, true)) return notUnderstood(QStringLiteral("rows twice"));
                COUNTERSIGN_TRY(readRows(xml));
            } else if (ours && xml.name() == u"cols") {
                readColumns(xml);
            } else {
                if (ours && xml.name() == u"sheetFormatPr") readDefaults(xml.attributes());
                xml.skipCurrentElement();
            }
        }
        return {};
    }

    void readDefaults(const QXmlStreamAttributes &attributes)
    {
        m_rowsHidden = isNothing(attributes.value(QLatin1String("defaultRowHeight")), leastHeight);
        if (isNothing(attributes.value(QLatin1String("defaultColWidth")), leastWidth)) m_hiddenColumns.fill(true);
    }

    void readColumns(QXmlStreamReader &xml)
    {
        while (xml.readNextStartElement()) {
            const auto attributes = xml.attributes();
            const int first = std::max(attributes.value(QLatin1String("min")).toInt() - 1, 0);
            const int end = std::min<int>(attributes.value(QLatin1String("max")).toInt(), mostImportColumns);
            const bool hidden = isOn(attributes.value(QLatin1String("hidden"))) ||
                                isNothing(attributes.value(QLatin1String("width")), leastWidth);
            if (xml.name() == u"col" && first < end) m_hiddenColumns.fill(hidden, first, end);
            xml.skipCurrentElement();
        }
    }

    Result<> readRows(QXmlStreamReader &xml)
    {
        while (xml.readNextStartElement()) {
            if (xml.name() != u"row") {
                xml.skipCurrentElement();
                continue;
            }
            COUNTERSIGN_TRY(beginRow(xml.attributes()));
            COUNTERSIGN_TRY(readCells(xml));
        }
        return {};
    }

    Result<> readCells(QXmlStreamReader &xml)
    {
        while (xml.readNextStartElement()) {
            if (xml.name() == u"c")
                COUNTERSIGN_TRY(readCell(xml));
            else
                xml.skipCurrentElement();
        }
        return {};
    }

    Result<> beginRow(const QXmlStreamAttributes &attributes)
    {
        endRow();
        const auto number = attributes.value(QLatin1String("r"));
        const int row = number.isEmpty() ? m_row + 1 : number.toInt();
        if (row <= m_row) return notUnderstood(QStringLiteral("rows out of order"));
        m_row = row;
        m_column = -1;
        const auto height = attributes.value(QLatin1String("ht"));
        m_hidden = isOn(attributes.value(QLatin1String("hidden"))) ||
                   (height.isEmpty() ? m_rowsHidden : isNothing(height, leastHeight));
        return {};
    }

    void endRow()
    {
        CellTable &table = m_file.table;
        if (table.openRowIsEmpty() || m_full) return table.dropRow();
        if (table.rowCount() == mostSheetRecords) {
            m_full = true;
            m_file.findings.append(
                fileFinding(Severity::block, ImportFindingKind::fileTooManyRows, {QString::number(mostImportRows)}));
            return table.dropRow();
        }
        if (m_hidden) table.markRow(RowMark::hidden);
        table.endRow(m_row);
    }

    Result<> readCell(QXmlStreamReader &xml)
    {
        const auto attributes = xml.attributes();
        const auto place = attributes.value(QLatin1String("r"));
        const auto column = place.isEmpty() ? std::optional(m_column + 1) : columnOf(place);
        if (!column || *column <= m_column) return notUnderstood(QStringLiteral("cells out of order"));
        m_column = *column;
        const QString type = attributes.value(QLatin1String("t")).toString();
        const CellStyle style = m_workbook.styles.value(attributes.value(QLatin1String("s")).toInt(), CellStyle());
        COUNTERSIGN_TRY_INTO(content, contentOf(xml));
        if (m_full || content.text.isEmpty()) return {};
        if (m_column >= mostImportColumns) {
            m_file.table.markRow(RowMark::tooWide);
            return {};
        }
        return setCell(type, style, content);
    }

    struct Content
    {
        QByteArray text;
        bool formula = false;
    };

    /// Reads to the end of the cell.
    static Result<Content> contentOf(QXmlStreamReader &xml)
    {
        Content content;
        bool hasText = false;
        while (xml.readNextStartElement()) {
            const bool inlined = xml.name() == u"is";
            if (inlined || xml.name() == u"v") {
                // Which of two a spreadsheet shows, nobody can know.
                if (std::exchange(hasText, true)) return notUnderstood(QStringLiteral("a cell with two values"));
                content.text = (inlined ? readStringItem(xml) : readShortText(xml)).toUtf8();
            } else {
                content.formula = content.formula || xml.name() == u"f";
                xml.skipCurrentElement();
            }
        }
        return content;
    }

    Result<> setCell(const QString &type, const CellStyle &style, const Content &content)
    {
        CellMarks marks = content.formula ? CellMarks(CellMark::formula) : CellMarks();
        QByteArray text = content.text;
        if (type == u"s") {
            bool ok = false;
            const qlonglong index = text.toLongLong(&ok);
            if (!ok || index < 0 || index >= m_workbook.sharedEnds.size()) {
                return notUnderstood(QStringLiteral("a shared string that is not there"));
            }
            text = m_workbook.sharedString(index).toByteArray();
        } else if (type == u"str") {
            text = unescapedText(QString::fromUtf8(text)).toUtf8();
        } else if (type == u"b") {
            text = text.trimmed() == "1" ? "TRUE" : "FALSE"; // no number, though the file writes it as one
        } else if (type == u"e") {
            marks |= CellMark::error;
        } else if (type == u"d") {
            const QDate day = QDate::fromString(QString::fromUtf8(text.left(10)), Qt::ISODate);
            if (day.isValid()) setDay(text, marks, day);
        } else if (type.isEmpty() || type == u"n") {
            text = text.trimmed();
            const auto day = style.number == NumberShown::day ? dayOf(text, m_workbook.from1904) : std::nullopt;
            if (day)
                setDay(text, marks, *day);
            else
                marks |= CellMark::number;
            if (style.number == NumberShown::percent) text = percentOf(text);
            if (style.number == NumberShown::reshaped) marks |= CellMark::reshaped;
        }
        const bool isText = type == u"s" || type == u"str" || type == u"inlineStr";
        if (isText && style.reshapesText) marks |= CellMark::reshaped;
        m_file.table.setCell(m_column, text, marks);
        if (m_file.table.isOverfull()) return fail(ErrorCode::fileTooLarge, QString::number(mostImportText));
        return {};
    }

    static void setDay(QByteArray &text, CellMarks &marks, const QDate &day)
    {
        text = day.toString(QStringLiteral("dd.MM.yyyy")).toUtf8();
        marks |= CellMark::date;
    }

    const XlsxWorkbook &m_workbook;
    ParsedFile &m_file;
    int m_row = 0;
    int m_column = -1;
    bool m_hidden = false;     ///< the row being read
    bool m_rowsHidden = false; ///< those that do not say their height
    QBitArray m_hiddenColumns = QBitArray(mostImportColumns);
    bool m_full = false;
};

/// The sheet that was chosen, else the first one that a person sees.
Result<XlsxSheetPlace> chosenSheet(const XlsxWorkbook &workbook, const QString &wanted)
{
    for (const XlsxSheetPlace &sheet : workbook.sheets) {
        if (wanted.isEmpty() ? sheet.visible : sheet.name == wanted) return sheet;
    }
    return notUnderstood(wanted.isEmpty() ? QStringLiteral("no visible sheet")
                                          : QStringLiteral("no sheet %1").arg(wanted));
}

} // namespace

bool isZip(QByteArrayView bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

bool isCompoundFile(QByteArrayView bytes)
{
    return bytes.startsWith("\xD0\xCF\x11\xE0");
}

Result<ParsedFile> readXlsx(QByteArrayView bytes, const ImportChoices &choices, ReadingProgress &progress)
{
    COUNTERSIGN_TRY_INTO(parts, ZipParts::open(bytes));
    COUNTERSIGN_TRY_INTO(workbook, readWorkbook(*parts, progress));
    COUNTERSIGN_TRY_INTO(sheet, chosenSheet(workbook, choices.sheet));

    ParsedFile file;
    file.facts.format = FileFormat::xlsx;
    file.facts.sheet = sheet.name;
    QStringList others;
    for (const XlsxSheetPlace &each : workbook.sheets) {
        file.facts.sheets.append(each.name);
        if (each.part != sheet.part) others.append(each.name);
    }
    if (!others.isEmpty()) {
        file.findings.append(
            fileFinding(Severity::hint, ImportFindingKind::fileSheetsMore, {others.join(QStringLiteral(", "))}));
    }
    COUNTERSIGN_TRY_INTO(part, openPart(*parts, sheet.part, largestReadSheet, {progress, stringsRead, sheetParsed}));
    COUNTERSIGN_TRY(SheetReading(workbook, file).run(*part));
    return file;
}

} // namespace countersign
