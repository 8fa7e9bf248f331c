#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <zip.h>

namespace countersign::test {

using Parts = QList<QPair<QByteArray, QByteArray>>;

/// A zip of these parts, in memory; `packed` false stores them as they are.
inline QByteArray zipOf(const Parts &parts, bool packed = true)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto &[name, bytes] : parts) {
        zip_source_t *source =
            zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const zip_int64_t index = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (!packed) zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    QByteArray bytes(zip_source_tell(target), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), static_cast<zip_uint64_t>(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

inline const QByteArray xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

/// The parts of a workbook with one sheet; a test replaces what it is about.
struct WorkbookParts
{
    QByteArray rows;
    QByteArray strings;
    QByteArray styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/><numFmt numFmtId=\"165\" "
        "formatCode=\"#,##0,\"/>"
        "<numFmt numFmtId=\"166\" formatCode=\";;;\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"4\"/><xf "
        "numFmtId=\"9\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs>";
    QByteArray sheets = "<sheet name=\"Выплаты\" sheetId=\"1\" r:id=\"r1\"/>";
    QByteArray properties;
    QByteArray beforeRows; ///< within the sheet
    QByteArray afterRows;
    Parts more;

    [[nodiscard]] Parts parts() const
    {
        const QByteArray main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const QByteArray type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        const QByteArray relations = xmlHead + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                                               "relationships\">";
        return Parts{
                   {"_rels/.rels", relations + "<Relationship Id=\"r1\" Type=\"" + type +
                                       "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                   {"xl/workbook.xml",
                    xmlHead + "<workbook" + main +
                        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" +
                        properties + "<sheets>" + sheets + "</sheets></workbook>"},
                   {"xl/_rels/workbook.xml.rels",
                    relations + "<Relationship Id=\"r1\" Type=\"" + type +
                        "worksheet\" Target=\"worksheets/sheet1.xml\"/>" + "<Relationship Id=\"r2\" Type=\"" + type +
                        "worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>" + "<Relationship Id=\"r3\" Type=\"" +
                        type + "styles\" Target=\"styles.xml\"/>" + "<Relationship Id=\"r4\" Type=\"" + type +
                        "sharedStrings\" Target=\"sharedStrings.xml\"/>" + "</Relationships>"},
                   {"xl/styles.xml", xmlHead + "<styleSheet" + main + ">" + styles + "</styleSheet>"},
                   {"xl/sharedStrings.xml", xmlHead + "<sst" + main + ">" + strings + "</sst>"},
                   {"xl/worksheets/sheet1.xml", xmlHead + "<worksheet" + main + ">" + beforeRows + "<sheetData>" +
                                                    rows + "</sheetData>" + afterRows + "</worksheet>"},
               } +
               more;
    }
    [[nodiscard]] QByteArray bytes() const { return zipOf(parts()); }
};

/// A text cell at this place.
inline QByteArray textCell(const QByteArray &place, const QByteArray &text)
{
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline QByteArray numberCell(const QByteArray &place, const QByteArray &digits, const QByteArray &style = "0")
{
    return "<c r=\"" + place + "\" s=\"" + style + "\"><v>" + digits + "</v></c>";
}

/// The usual header in row 1.
inline QByteArray headerRow()
{
    return "<row r=\"1\">" + textCell("A1", "Получатель") + textCell("B1", "ИНН") + textCell("C1", "КПП") +
           textCell("D1", "БИК") + textCell("E1", "Счет") + textCell("F1", "Сумма") + textCell("G1", "Назначение") +
           "</row>";
}

/// A good payout in row 2; BIK, account and amount as the test wants them.
inline QByteArray payoutRow(const QByteArray &bik = textCell("D2", "044525974"),
                            const QByteArray &account = textCell("E2", "40702810500000000001"),
                            const QByteArray &amount = numberCell("F2", "3500.5"), const QByteArray &attributes = {})
{
    return "<row r=\"2\"" + attributes + ">" + textCell("A2", "ООО Вектор") + textCell("B2", "7701000019") +
           textCell("C2", "770101001") + bik + account + amount + textCell("G2", "Оплата по счету 77. Без НДС") +
           "</row>";
}

} // namespace countersign::test
