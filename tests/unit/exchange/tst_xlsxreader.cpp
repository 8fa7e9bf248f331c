#include "exchange/xlsxreader.h"
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

/// Stops the reading after it was asked so many times.
class Countdown final : public ReadingProgress
{
public:
    int left = 1'000'000;
    int asked = 0;
    int reachedBefore = 0;
    [[nodiscard]] bool reached(int permille) override
    {
        if (permille < reachedBefore) qFatal("the progress falls");
        reachedBefore = permille;
        ++asked;
        return left-- > 0;
    }
};

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

    void formatsThatShowAnotherNumberAreKnown()
    {
        for (const QString &code : {u"#,##0,"_s,
                                    u"0.0,,"_s,
                                    u"0,"_s,
                                    u"#,##0, "_s,
                                    u"0,.00"_s,
                                    u"0,\"к\""_s,
                                    u";;;"_s,
                                    u";;"_s,
                                    u"\"\""_s,
                                    u"\"3500\""_s,
                                    u"0\"000\""_s,
                                    u"\\10"_s,
                                    u"*10"_s,
                                    u"[$1-419]0"_s,
                                    u"0.00E+00"_s,
                                    u"# ?/?"_s,
                                    u"h:mm"_s,
                                    u"[h]:mm"_s,
                                    u"mmm"_s,
                                    u"0%%"_s,
                                    u"[>=1000]#,##0,;0"_s,
                                    u"[<1000]0;#,##0,"_s,
                                    u"[Red]#,##0,"_s,
                                    u"10"_s})
            QVERIFY2(shownBy(164, code) == NumberShown::reshaped, qPrintable(code));
        for (const int id : {11, 12, 13, 18, 20, 21, 45, 46, 47, 48})
            QVERIFY2(shownBy(id, {}) == NumberShown::reshaped, qPrintable(QString::number(id)));
        for (const QString &code : {u"#,##0"_s, u"#,##0.00"_s, u"0;;"_s, u"General"_s, u"@"_s, u"#,##0.00\\ \"₽\""_s,
                                    u"# ##0.00"_s, u"_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-"_s,
                                    u"#,##0.00[$руб.-419]"_s, u"000000000"_s, u"[>=1000]#,##0;0"_s, u"#,##0.00р."_s})
            QVERIFY2(shownBy(164, code) == NumberShown::plain, qPrintable(code));
        for (const int id : {0, 1, 2, 3, 4, 37, 38, 39, 40, 44, 49})
            QVERIFY2(shownBy(id, {}) == NumberShown::plain, qPrintable(QString::number(id)));
    }

    void formatsThatShowAnotherTextAreKnown()
    {
        for (const QString &code :
             {u";;;"_s, u"0;0;0;\"40702810500000000001\""_s, u"\"407\"@"_s, u"0;;;1@"_s, u"@\\0"_s})
            QVERIFY2(reshapesText(code), qPrintable(code));
        for (const QString &code : {u""_s, u"@"_s, u"General"_s, u"0;;"_s, u"0;0;0;@"_s, u"#,##0.00"_s, u"\"№ \"@"_s})
            QVERIFY2(!reshapesText(code), qPrintable(code));
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
        QTest::addRow("an amount in thousands")
            << payoutRow(bik, account, numberCell("F2", "3500000", "5")) << u"cellReshaped"_s;
        QTest::addRow("an amount that is not shown")
            << payoutRow(bik, account, numberCell("F2", "3500", "6")) << u"cellReshaped"_s;
        QTest::addRow("an account that is not shown")
            << payoutRow(bik, QByteArray(account).replace("t=", "s=\"6\" t=")) << u"cellReshaped"_s;
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

    void rowsOfNoHeightAreHidden_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("defaults");
        QTest::addColumn<bool>("hidden");
        const auto defaults = [](const QByteArray &what) { return "<sheetFormatPr " + what + "/>"; };
        QTest::addRow("no height") << QByteArray(" ht=\"0\"") << QByteArray() << true;
        QTest::addRow("half a point") << QByteArray(" ht=\"0.5\" customHeight=\"1\"") << QByteArray() << true;
        QTest::addRow("as all rows") << QByteArray() << defaults("defaultRowHeight=\"0\"") << true;
        QTest::addRow("higher than the others")
            << QByteArray(" ht=\"15\"") << defaults("defaultRowHeight=\"0\"") << false;
        QTest::addRow("usual") << QByteArray(" ht=\"14.4\"") << defaults("defaultRowHeight=\"15\"") << false;
    }

    void rowsOfNoHeightAreHidden()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QByteArray, defaults);
        QFETCH(bool, hidden);
        const auto sheet = workbook(
            {.rows = headerRow() + payoutRow(textCell("D2", "044525974"), textCell("E2", "40702810500000000001"),
                                             numberCell("F2", "1"), attributes),
             .beforeRows = defaults});
        QCOMPARE(warnings(*sheet, 0).contains(u"rowHidden"_s), hidden);
    }

    void hiddenColumnsThatAreReadAreSaid_data()
    {
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<QStringList>("fields");
        const QStringList account{importFieldName(ImportField::account)};
        QTest::addRow("hidden") << QByteArray("<cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols>") << account;
        QTest::addRow("of no width") << QByteArray("<cols><col min=\"5\" max=\"5\" width=\"0\"/></cols>") << account;
        QTest::addRow("a hair wide") << QByteArray("<cols><col min=\"5\" max=\"5\" width=\"0.4\"/></cols>") << account;
        QTest::addRow("all but those said to be wide")
            << QByteArray("<sheetFormatPr defaultColWidth=\"0\"/><cols><col min=\"1\" max=\"4\" width=\"9\"/>"
                          "<col min=\"6\" max=\"300\" width=\"9\"/></cols>")
            << account;
        QTest::addRow("two") << QByteArray("<cols><col min=\"5\" max=\"6\" hidden=\"true\"/></cols>")
                             << QStringList{account.first(), importFieldName(ImportField::amount)};
        QTest::addRow("one that is not read")
            << QByteArray("<cols><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols>") << QStringList();
        QTest::addRow("shown") << QByteArray("<cols><col min=\"1\" max=\"7\" width=\"12.5\"/></cols>") << QStringList();
        QTest::addRow("no columns at all")
            << QByteArray("<cols><col min=\"0\" max=\"-1\" hidden=\"1\"/></cols>") << QStringList();
    }

    void hiddenColumnsThatAreReadAreSaid()
    {
        QFETCH(QByteArray, columns);
        QFETCH(QStringList, fields);
        const auto sheet = workbook({.rows = headerRow() + payoutRow(), .beforeRows = columns});
        QVERIFY(sheet);
        QStringList said;
        for (const ImportFinding &finding : sheet->fileFindings()) {
            if (findingName(finding) == u"fileColumnsHidden") said += finding.arguments;
        }
        QCOMPARE(QSet<QString>(said.begin(), said.end()), QSet<QString>(fields.begin(), fields.end()));
    }

    void rowsThatNoSpreadsheetShowsAreNotRead()
    {
        const QByteArray row = payoutRow().replace("r=\"2\"", "r=\"3\"").replace("2\" t=", "3\" t=");
        for (const QByteArray &outside : {QByteArray("<extLst><ext>" + row + "</ext></extLst>"), row,
                                          QByteArray("<extLst><ext><sheetData>" + row + "</sheetData></ext></extLst>"),
                                          QByteArray("<x:sheetData xmlns:x=\"urn:x\">" + row + "</x:sheetData>")}) {
            const auto sheet = workbook({.rows = headerRow() + payoutRow(), .afterRows = outside});
            QVERIFY2(sheet, outside.constData());
            QCOMPARE(sheet->rowCount(), 1);
        }
    }

    void longStringsAreCutWhileTheyAreRead()
    {
        for (const QByteArray &text :
             {"<t>" + QByteArray(longestCell + 1, 'a') + "</t>", "<t>" + QByteArray(200'000, 'a') + "</t>",
              QByteArray("<r><t>abcdefgh</t></r>").repeated(100'000),
              "<t>" + QByteArray("_x0041_").repeated(longestCell + 1) + "</t>"}) {
            const auto sheet = workbook(
                {.rows = headerRow() + payoutRow(textCell("D2", "044525974"), "<c r=\"E2\" t=\"s\"><v>0</v></c>"),
                 .strings = "<si>" + text + "</si>"});
            QVERIFY(sheet);
            QVERIFY(refusals(*sheet, 0).contains(u"cellCut"_s));
        }
    }

    void aTextLongerThanAnyCellIsRefused()
    {
        const QByteArray text(1024 * 1024 + 1, 'a');
        const auto refused = [](const WorkbookParts &parts) { return refusalOf(parts.bytes(), fromOwnAccount()); };
        const QString why = u"fileNotUnderstood: a text longer than any cell"_s;
        QCOMPARE(refused({.rows = headerRow(), .strings = "<si><t>" + text + "</t></si>"}), why);
        QCOMPARE(refused({.rows = headerRow(), .strings = "<si x=\"" + text + "\"/>"}), why);
        QCOMPARE(refused({.rows = "<row r=\"1\"><c r=\"A1\"><v>" + text + "</v></c></row>"}), why);
        QCOMPARE(refused({.rows = headerRow(), .styles = "<x>" + text + "</x>"}), why);
    }

    void stopIsAskedInEveryPart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray much = QByteArray("<b>x</b>").repeated(20'000);
        const auto add = [](const char *name, const WorkbookParts &parts) {
            QTest::addRow("%s", name) << parts.bytes();
        };
        add("list of sheets", {.rows = headerRow(), .properties = much});
        add("styles", {.rows = headerRow(), .styles = much});
        add("strings", {.rows = headerRow(), .strings = QByteArray("<si><t>x</t></si>").repeated(20'000)});
        add("one string",
            {.rows = headerRow(), .strings = "<si>" + QByteArray("<r><t>x</t></r>").repeated(20'000) + "</si>"});
        add("the sheet", {.rows = headerRow() + payoutRow(), .afterRows = much});
        add("one cell", {.rows = "<row r=\"1\"><c r=\"A1\">" + much + "</c></row>"});
    }

    void stopIsAskedInEveryPart()
    {
        QFETCH(QByteArray, bytes);
        Countdown whole;
        QVERIFY(readXlsx(bytes, {}, whole));
        // Wherever it is stopped, it stops there.
        for (int asked = 0; asked < whole.asked; ++asked) {
            Countdown countdown;
            countdown.left = asked;
            const auto file = readXlsx(bytes, {}, countdown);
            QVERIFY(!file);
            QCOMPARE(file.error().code, ErrorCode::cancelled);
            QCOMPARE(countdown.asked, asked + 1);
        }
        QVERIFY(whole.asked >= 8); // five parts, and more than once in the long one
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
        QTest::addRow("a cell with two values") << rows("<row r=\"1\"><c r=\"A1\"><v>3500</v><v>9500</v></c></row>");
        QTest::addRow("a cell with a value and a text")
            << rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>0</v><is><t>a</t></is></c></row>");
        QTest::addRow("rows twice")
            << WorkbookParts{.rows = headerRow(), .afterRows = "<sheetData>" + payoutRow() + "</sheetData>"}.bytes();
        QTest::addRow("no worksheet") << [&] {
            Parts parts = WorkbookParts{}.parts();
            parts.last().second = xmlHead + "<chartsheet><sheetData>" + headerRow() + "</sheetData></chartsheet>";
            return zipOf(parts);
        }();
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
