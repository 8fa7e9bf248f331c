#include "exchange/xlsxreader.h"

#include "core/try.h"
#include "exchange/xlsxworkbook.h"

#include <QDate>

namespace countersign {

namespace {

constexpr qint64 largestSheet = 512 * 1024 * 1024; ///< unpacked
constexpr qsizetype mostRecords = mostImportRows + 100;
constexpr qint64 lastDay = 2'958'465; ///< 31.12.9999, the last one that spreadsheets know

std::unexpected<Error> refuse(const QString &why)
{
    return fail(ErrorCode::fileNotUnderstood, why);
}

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

/// One sheet while its rows go by; lives for one call.
class SheetReading
{
public:
    SheetReading(const XlsxWorkbook &workbook, ParsedFile &file) : m_workbook(workbook), m_file(file) {}

    Result<> run(ZipPart &part, ReadingProgress &progress)
    {
        ParsingProgress parsing(progress, part.declaredSize());
        COUNTERSIGN_TRY(readPart(part, [&](QXmlStreamReader &xml) -> Result<> {
            if (!parsing.at(part.unpacked())) return fail(ErrorCode::cancelled);
            if (xml.name() == u"row") return beginRow(xml.attributes());
            if (xml.name() == u"c") return readCell(xml);
            return {};
        }));
        endRow();
        m_file.table.finish();
        return {};
    }

private:
    Result<> beginRow(const QXmlStreamAttributes &attributes)
    {
        endRow();
        const auto number = attributes.value(QLatin1String("r"));
        const int row = number.isEmpty() ? m_row + 1 : number.toInt();
        if (row <= m_row) return refuse(QStringLiteral("rows out of order"));
        m_row = row;
        m_column = -1;
        const auto hidden = attributes.value(QLatin1String("hidden"));
        m_hidden = hidden == u"1" || hidden == u"true";
        return {};
    }

    void endRow()
    {
        CellTable &table = m_file.table;
        if (table.openRowIsEmpty() || m_full) return table.dropRow();
        if (table.rowCount() == mostRecords) {
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
        if (!column || *column <= m_column) return refuse(QStringLiteral("cells out of order"));
        m_column = *column;
        const QString type = attributes.value(QLatin1String("t")).toString();
        const NumberShown shown =
            m_workbook.styles.value(attributes.value(QLatin1String("s")).toInt(), NumberShown::plain);
        const Content content = contentOf(xml);
        if (m_full || content.text.isEmpty()) return {};
        if (m_column >= mostImportColumns) {
            m_file.table.markRow(RowMark::tooWide);
            return {};
        }
        return setCell(type, shown, content);
    }

    struct Content
    {
        QByteArray text;
        bool formula = false;
    };

    /// Reads to the end of the cell.
    static Content contentOf(QXmlStreamReader &xml)
    {
        Content content;
        while (xml.readNextStartElement()) {
            if (xml.name() == u"v") {
                content.text = xml.readElementText(QXmlStreamReader::SkipChildElements).toUtf8();
            } else if (xml.name() == u"is") {
                content.text = readStringItem(xml).toUtf8();
            } else {
                content.formula = content.formula || xml.name() == u"f";
                xml.skipCurrentElement();
            }
        }
        return content;
    }

    Result<> setCell(const QString &type, NumberShown shown, const Content &content)
    {
        CellMarks marks = content.formula ? CellMarks(CellMark::formula) : CellMarks();
        QByteArray text = content.text;
        if (type == u"s") {
            bool ok = false;
            const qlonglong index = text.toLongLong(&ok);
            if (!ok || index < 0 || index >= m_workbook.sharedEnds.size()) {
                return refuse(QStringLiteral("a shared string that is not there"));
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
            const auto day = shown == NumberShown::day ? dayOf(text, m_workbook.from1904) : std::nullopt;
            if (day)
                setDay(text, marks, *day);
            else
                marks |= CellMark::number;
            if (shown == NumberShown::percent) text = percentOf(text);
        }
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
    bool m_hidden = false;
    bool m_full = false;
};

/// The sheet that was chosen, else the first one that a person sees.
Result<XlsxSheetPlace> chosenSheet(const XlsxWorkbook &workbook, const QString &wanted)
{
    for (const XlsxSheetPlace &sheet : workbook.sheets) {
        if (wanted.isEmpty() ? sheet.visible : sheet.name == wanted) return sheet;
    }
    return refuse(wanted.isEmpty() ? QStringLiteral("no visible sheet") : QStringLiteral("no sheet %1").arg(wanted));
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
    COUNTERSIGN_TRY_INTO(workbook, readWorkbook(*parts));
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
    COUNTERSIGN_TRY_INTO(part, parts->part(sheet.part, largestSheet));
    COUNTERSIGN_TRY(SheetReading(workbook, file).run(*part, progress));
    return file;
}

} // namespace countersign
