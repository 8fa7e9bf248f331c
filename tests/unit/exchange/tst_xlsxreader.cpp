#include "exchange/xlsxworkbook.h"
#include "unit/exchange/importkit.h"
#include "unit/exchange/workbookkit.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const ImportSheet> workbook(const WorkbookParts &parts, ImportChoices choices = fromOwnAccount())
{
    return sheetOf(parts.bytes(), choices);
}

/// The text of cell A1 of a workbook with this one cell.
QString readCell(const QByteArray &cell, const QByteArray &strings = {}, const QByteArray &properties = {})
{
    const auto sheet =
        workbook({.rows = "<row r=\"1\">" + cell + "</row>", .strings = strings, .properties = properties});
    return sheet ? sheet->table().text(0, 0) : u"not read"_s;
}

} // namespace

class XlsxReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowBecomesAPayout()
    {
        const auto sheet = workbook({.rows = headerRow() + payoutRow()});
        QVERIFY(sheet);
        QCOMPARE(sheet->rowCount(), 1);
        const ImportRow row = sheet->row(0);
        QCOMPARE(namesOf(row.findings, Severity::block), QStringList());
        QCOMPARE(row.draft.recipientName, u"ООО Вектор"_s);
        QCOMPARE(row.draft.account, u"40702810500000000001"_s);
        QCOMPARE(row.amount, std::optional(Money::fromKopecks(350'050)));
        QCOMPARE(row.line, 2);
        QCOMPARE(sheet->facts().sheet, u"Выплаты"_s);
        QCOMPARE(sheet->facts().format, FileFormat::xlsx);
    }

    void cellsOfAllKindsAreRead()
    {
        QCOMPARE(readCell("<c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c>"), u"a"_s);
        QCOMPARE(readCell("<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>a</t></r><r><t> b</t></r></is></c>"),
                 u"a b"_s);
        QCOMPARE(
            readCell("<c r=\"A1\" t=\"s\"><v>1</v></c>", "<si><t>x</t></si><si><r><t>y</t></r><r><t>z</t></r></si>"),
            u"yz"_s);
        QCOMPARE(readCell("<c r=\"A1\" t=\"s\"><v>0</v></c>",
                          "<si><t>日本</t><rPh sb=\"0\" eb=\"1\"><t>にほん</t></rPh></si>"),
                 u"日本"_s);
        QCOMPARE(readCell("<c r=\"A1\" t=\"s\"><v>0</v></c>", "<si><t>a_x000D_b_x0041_</t></si>"), u"a\rbA"_s);
        QCOMPARE(readCell("<c r=\"A1\"><v>0.30000000000000004</v></c>"), u"0.30000000000000004"_s);
        QCOMPARE(readCell("<c r=\"A1\" t=\"str\"><f>A2</f><v>made</v></c>"), u"made"_s);
        QCOMPARE(readCell("<c r=\"A1\" t=\"b\"><v>1</v></c>"), u"TRUE"_s);
        QCOMPARE(readCell("<c r=\"A1\" t=\"b\"><v>0</v></c>"), u"FALSE"_s);
    }

    void datesAreReadByTheirStyle()
    {
        QCOMPARE(readCell(numberCell("A1", "46346", "1")), u"20.11.2026"_s);
        QCOMPARE(readCell(numberCell("A1", "46346.75", "2")), u"20.11.2026"_s);
        QCOMPARE(readCell(numberCell("A1", "46346", "0")), u"46346"_s);
        QCOMPARE(readCell(numberCell("A1", "46346", "3")), u"46346"_s);
        QCOMPARE(readCell(numberCell("A1", "1", "1")), u"01.01.1900"_s);
        QCOMPARE(readCell(numberCell("A1", "44884", "1"), {}, "<workbookPr date1904=\"1\"/>"), u"20.11.2026"_s);
        QCOMPARE(readCell(numberCell("A1", "99999999", "1")), u"99999999"_s);
        QCOMPARE(readCell("<c r=\"A1\" t=\"d\"><v>2026-11-20T00:00:00</v></c>"), u"20.11.2026"_s);
    }

    void percentsAreReadAsTheyAreShown()
    {
        const auto shown = [](const QByteArray &number) { return readCell(numberCell("A1", number, "4")); };
        QCOMPARE(shown("0.35"), u"35%"_s);
        QCOMPARE(shown("3500"), u"350000%"_s);
        QCOMPARE(shown("0.00125"), u"0.125%"_s);
        QCOMPARE(shown("1.5"), u"150%"_s);
        QCOMPARE(shown("0"), u"0%"_s);
    }

    void formatsOfDatesAreKnown()
    {
        for (const QString &code : {u"dd/mm/yyyy"_s, u"[$-419]d mmm yy;@"_s, u"ДД.ММ.ГГГГ"_s, u"yyyy\\-mm\\-dd"_s})
            QVERIFY2(shownBy(164, code) == NumberShown::day, qPrintable(code));
        for (const QString &code : {u"0.00"_s, u"#,##0.00\"дней\""_s, u"[Red]0"_s, u"0\\d"_s, u""_s})
            QVERIFY2(shownBy(164, code) == NumberShown::plain, qPrintable(code));
        for (const QString &code : {u"0%"_s, u"0.00 %"_s, u"#,##0%;[Red]-0%"_s})
            QVERIFY2(shownBy(164, code) == NumberShown::percent, qPrintable(code));
        QVERIFY(shownBy(164, u"0\"%\""_s) == NumberShown::plain);
    }

    void whatASpreadsheetLostIsRefused_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("finding");
        const QByteArray bik = textCell("D2", "044525974");
        const QByteArray account = textCell("E2", "40702810500000000001");
        QTest::addRow("account as a number")
            << payoutRow(bik, numberCell("E2", "40702810500000000000")) << u"numberRounded"_s;
        QTest::addRow("account as a number that still looks whole")
            << payoutRow(bik, numberCell("E2", "40702810500000000001")) << u"numberRounded"_s;
        QTest::addRow("account with exponent")
            << payoutRow(bik, numberCell("E2", "4.0702810500000002E+19")) << u"numberExponent"_s;
        QTest::addRow("account rounded, then text")
            << payoutRow(bik,
                         textCell("E2", "40702810500000000000").replace("40702810500000000000", "40702810500000100000"))
            << u"numberRounded"_s;
        QTest::addRow("BIK as a number") << payoutRow(numberCell("D2", "44525974"), account) << u"leadingZeroLost"_s;
        QTest::addRow("amount with exponent")
            << payoutRow(bik, account, numberCell("F2", "1E+20")) << u"numberExponent"_s;
        QTest::addRow("amount with thousandths")
            << payoutRow(bik, account, numberCell("F2", "12.345")) << u"amountTooPrecise"_s;
        QTest::addRow("TRUE for an amount")
            << payoutRow(bik, account, "<c r=\"F2\" t=\"b\"><v>1</v></c>") << u"amountUnreadable"_s;
        QTest::addRow("percents for an amount")
            << payoutRow(bik, account, numberCell("F2", "35", "4")) << u"amountUnreadable"_s;
        QTest::addRow("an error") << payoutRow(bik, account, "<c r=\"F2\" t=\"e\"><v>#N/A</v></c>")
                                  << u"cellFormulaError"_s;
    }

    void whatASpreadsheetLostIsRefused()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, finding);
        const auto sheet = workbook({.rows = headerRow() + row});
        QVERIFY(sheet);
        QCOMPARE(refusals(*sheet, 0), QStringList{finding});
    }

    void amountsAreWhatTheSpreadsheetShows()
    {
        const auto sheet = workbook(
            {.rows = headerRow() + payoutRow(textCell("D2", "044525974"), textCell("E2", "40702810500000000001"),
                                             numberCell("F2", "1234.5600000000001"))});
        QCOMPARE(sheet->row(0).amount, std::optional(Money::fromKopecks(123'456)));
    }

    void resultsOfFormulasAndHiddenRowsAreWarnedOf()
    {
        const auto formula = workbook(
            {.rows = headerRow() + payoutRow(textCell("D2", "044525974"),
                                             "<c r=\"E2\" t=\"str\"><f>A1</f><v>40702810500000000001</v></c>")});
        QCOMPARE(warnings(*formula, 0), QStringList{u"cellFormula"_s});
        const auto hidden = workbook(
            {.rows = headerRow() + payoutRow(textCell("D2", "044525974"), textCell("E2", "40702810500000000001"),
                                             numberCell("F2", "1"), " hidden=\"1\"")});
        QCOMPARE(warnings(*hidden, 0), QStringList{u"rowHidden"_s});
    }

    void theFirstVisibleSheetIsReadAndOthersAreSaid()
    {
        WorkbookParts parts{.rows = "<row r=\"1\">" + textCell("A1", "secret") + "</row>",
                            .sheets = "<sheet name=\"Скрытый\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/>"
                                      "<sheet name=\"Видимый\" sheetId=\"2\" r:id=\"r2\"/>"};
        parts.more = {{"xl/worksheets/sheet2.xml",
                       xmlHead + "<worksheet><sheetData><row><c "
                                 "t=\"inlineStr\"><is><t>open</t></is></c></row></sheetData></worksheet>"}};
        const auto sheet = workbook(parts);
        QCOMPARE(sheet->facts().sheet, u"Видимый"_s);
        QCOMPARE(sheet->table().text(0, 0), u"open"_s);
        QVERIFY(namesOf(sheet->fileFindings()).contains(u"fileSheetsMore"_s));
        QCOMPARE(workbook(parts, {.sheet = u"Скрытый"_s})->table().text(0, 0), u"secret"_s);
        QVERIFY(refusalOf(parts.bytes(), {.sheet = u"Третий"_s}).startsWith(u"fileNotUnderstood"));
    }

    void placesMayBeLeftOut()
    {
        const auto sheet = workbook({.rows = "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>2</v></c></row><row "
                                             "r=\"9\"><c r=\"C9\"><v>3</v></c></row>"});
        QCOMPARE(sheet->table().text(0, 1), u"2"_s);
        QCOMPARE(sheet->table().text(1, 2), u"3"_s);
        QCOMPARE(sheet->table().line(1), 9);
    }

    void damagedWorkbooksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = WorkbookParts{.rows = headerRow() + payoutRow()}.bytes();
        const auto rows = [](const QByteArray &inside) { return WorkbookParts{.rows = inside}.bytes(); };
        const auto without = [](const QByteArray &name) {
            Parts parts = WorkbookParts{.rows = headerRow()}.parts();
            parts.removeIf([&](const auto &part) { return part.first == name; });
            return zipOf(parts);
        };
        QTest::addRow("cut") << good.first(good.size() / 2);
        QTest::addRow("cut by one byte") << good.chopped(1);
        QTest::addRow("only the signature") << QByteArray("PK\x03\x04");
        QTest::addRow("an empty zip") << QByteArray("PK\x05\x06") + QByteArray(18, '\0');
        QTest::addRow("another zip") << zipOf({{"a.txt", "a"}});
        QTest::addRow("no list of sheets") << without("xl/workbook.xml");
        QTest::addRow("no sheet") << without("xl/worksheets/sheet1.xml");
        QTest::addRow("no styles") << without("xl/styles.xml");
        QTest::addRow("no shared strings") << without("xl/sharedStrings.xml");
        QTest::addRow("a string that is not there") << rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>");
        QTest::addRow("a negative string") << rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>");
        QTest::addRow("rows out of order") << rows("<row r=\"2\"/><row r=\"1\"/>");
        QTest::addRow("a row twice") << rows("<row r=\"2\"/><row r=\"2\"/>");
        QTest::addRow("a row that is no number") << rows("<row r=\"x\"/>");
        QTest::addRow("a cell twice") << rows("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>");
        QTest::addRow("cells out of order") << rows("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>");
        QTest::addRow("a place that is none") << rows("<row r=\"1\"><c r=\"11\"/></row>");
        QTest::addRow("an element that is not closed") << rows("<row r=\"1\"><c>");
        QTest::addRow("an unknown entity") << rows("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&lol;</v></c></row>");
    }

    void damagedWorkbooksAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const QString refusal = refusalOf(bytes);
        QVERIFY2(refusal.startsWith(u"fileNotUnderstood"), qPrintable(refusal));
    }
};

QTEST_GUILESS_MAIN(XlsxReaderTest)
#include "tst_xlsxreader.moc"
