#include "unit/exchange/importkit.h"
#include "unit/exchange/workbookkit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtEndian>
#include <QtTest>

#include <ctime>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// A hostile file is refused or read within this; the limit of threat-model.md F4 is 2 s, the rest is for slow
/// machines.
constexpr qint64 patience = 20'000;

/// Reads the file whatever it is, asks for every row, and tells whether anything of it would be paid.
bool anythingIsPaid(const QByteArray &bytes)
{
    const std::clock_t start = std::clock();
    const auto sheet = sheetOf(bytes, fromOwnAccount());
    bool paid = false;
    for (qsizetype row = 0; sheet && row < std::min<qsizetype>(sheet->rowCount(), 1000); ++row) {
        const ImportRow full = sheet->row(row);
        if (full.refused != sheet->overview(row).refused()) qFatal("row and overview disagree");
        paid = paid || (!full.refused && !sheet->fileRefused());
    }
    if ((std::clock() - start) / CLOCKS_PER_SEC > patience) qFatal("this file takes too long");
    return paid;
}

QByteArray workbookOf(const QByteArray &sheet)
{
    Parts parts = WorkbookParts{}.parts();
    parts.last().second = sheet;
    return zipOf(parts);
}

/// The declared sizes of all parts, in both directories of the zip, replaced.
QByteArray declaring(QByteArray bytes, quint32 size)
{
    QByteArray little(4, '\0');
    qToLittleEndian(size, little.data());
    for (const auto &[signature, offset] : {std::pair{QByteArray("PK\x03\x04"), 22}, {QByteArray("PK\x01\x02"), 24}}) {
        for (qsizetype at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 4))
            bytes.replace(at + offset, 4, little);
    }
    return bytes;
}

} // namespace

class HostileFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatIsCutAnywhereIsNeverPaidInFull()
    {
        const QByteArray whole = sample(u"a_payments_to_bank_win1251.txt"_s);
        QVERIFY(anythingIsPaid(whole));
        for (qsizetype size = 0; size < whole.size() - 15; size += 131)
            QVERIFY2(!anythingIsPaid(whole.first(size)), qPrintable(QString::number(size)));
    }

    void aWorkbookThatIsCutAnywhereIsRefused()
    {
        const QByteArray whole = WorkbookParts{.rows = headerRow() + payoutRow()}.bytes();
        QVERIFY(anythingIsPaid(whole));
        for (qsizetype size = 0; size < whole.size(); size += 13)
            QVERIFY2(!anythingIsPaid(whole.first(size)), qPrintable(QString::number(size)));
    }

    void xmlWithADocumentTypeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QByteArray laughs = "<!DOCTYPE x [<!ENTITY l0 \"lol\">";
        for (int i = 1; i < 10; ++i) {
            const QByteArray before = "&l" + QByteArray::number(i - 1) + ";";
            laughs += "<!ENTITY l" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
        }
        const QByteArray sheet =
            "<worksheet><sheetData><row><c t=\"str\"><v>&l9;</v></c></row></sheetData></worksheet>";
        QTest::addRow("a billion laughs") << xmlHead + laughs + "]>" + sheet;
        QTest::addRow("recursive") << xmlHead + "<!DOCTYPE x [<!ENTITY l9 \"&l9;\">]>" + sheet;
        QTest::addRow("quadratic") << xmlHead + "<!DOCTYPE x [<!ENTITY l9 \"" + QByteArray(100'000, 'a') + "\">]>" +
                                          sheet;
        QTest::addRow("a file of the system")
            << xmlHead + "<!DOCTYPE x [<!ENTITY l9 SYSTEM \"file:///etc/passwd\">]>" + sheet;
        QTest::addRow("an outer document type") << xmlHead + "<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\">" + sheet;
        QTest::addRow("parameter entities without end")
            << xmlHead + "<!DOCTYPE x [<!ENTITY % a \"%b;\"><!ENTITY % b \"%a;\">%a;]>" + sheet;
        QTest::addRow("behind a long comment")
            << xmlHead + "<!--" + QByteArray(70'000, '-').replace("--", "- ") + "-->" + laughs + "]>" + sheet;
        const QString wide = QString::fromUtf8("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + laughs + "]>" + sheet);
        QTest::addRow("in UTF-16") << QByteArray("\xFF\xFE") +
                                          QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
    }

    void xmlWithADocumentTypeIsRefused()
    {
        QFETCH(QByteArray, xml);
        const QString refusal = refusalOf(workbookOf(xml));
        QVERIFY2(refusal == u"fileNotUnderstood: document type" || refusal == u"fileNotUnderstood: not UTF-8",
                 qPrintable(refusal));
    }

    void bombsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray spaces(64 * 1024 * 1024, ' ');
        QTest::addRow("64 MiB of spaces") << workbookOf(xmlHead + "<worksheet>" + spaces + "</worksheet>");
        Parts strings = WorkbookParts{.rows = headerRow()}.parts();
        for (auto &[name, xml] : strings) {
            if (name == "xl/sharedStrings.xml") xml = xmlHead + "<sst><si><t>" + spaces + "</t></si></sst>";
        }
        QTest::addRow("shared strings") << zipOf(strings);
        const QByteArray good = WorkbookParts{.rows = headerRow() + payoutRow()}.bytes();
        QTest::addRow("1 GB declared") << declaring(good, 1'000'000'000);
        QTest::addRow("4 GB declared") << declaring(good, 0xFFFFFFFE);
        QTest::addRow("10 bytes declared") << declaring(good, 10);
        const QByteArray bomb = workbookOf(xmlHead + "<worksheet>" + spaces + "</worksheet>");
        QTest::addRow("64 MiB that say they are 1 MiB") << declaring(bomb, 1024 * 1024);
        QTest::addRow("shared strings that say they are 1 MiB") << declaring(zipOf(strings), 1024 * 1024);
        QTest::addRow("nested deep") << workbookOf(xmlHead + QByteArray("<a>").repeated(100'000));
        Parts many = WorkbookParts{}.parts();
        for (int i = 0; i < 10'001; ++i)
            many.append({"x" + QByteArray::number(i), ""});
        QTest::addRow("more parts than any workbook has") << zipOf(many);
    }

    void bombsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const QString refusal = refusalOf(bytes);
        QVERIFY2(refusal.startsWith(u"fileNotUnderstood"), qPrintable(refusal));
    }

    void oneLongTextInEveryCellIsRefused()
    {
        QByteArray row = "<row>";
        for (int column = 0; column < 200; ++column)
            row += "<c t=\"s\"><v>" + QByteArray::number(column % 2) + "</v></c>";
        const QByteArray strings = "<si><t>" + QByteArray(longestCell, 'a') + "</t></si><si><t>" +
                                   QByteArray(longestCell, 'b') + "</t></si>";
        // Each row begins with the other text, so that no cell is that of the row above.
        const QByteArray turned = "<row><c t=\"s\"><v>1</v></c>" + row.mid(5).chopped(21);
        const QByteArray rows = (row + "</row>" + turned + "</row>").repeated(200);
        const QString refusal = refusalOf(WorkbookParts{.rows = rows, .strings = strings}.bytes());
        QCOMPARE(refusal, u"fileTooLarge: %1"_s.arg(mostImportText));
    }

    void aTableNeverHasAnotherCellsText()
    {
        CellTable table(100);
        table.setCell(0, QByteArray(60, 'a'));
        table.setCell(1, QByteArray(40, 'b'));
        QVERIFY(!table.isOverfull());
        table.setCell(2, "c");
        QVERIFY(table.isOverfull());
        table.endRow(1);
        QCOMPARE(table.text(0, 2), QString());
        QCOMPARE(table.text(0, 1), QString(40, u'b'));
    }

    void aPartTwiceIsRefused()
    {
        // libzip itself would not write this: the name of another part is overwritten, in small letters once.
        WorkbookParts parts{.rows = headerRow() + payoutRow()};
        parts.more = {{"xl/worksheets/sheet2.xml", xmlHead + "<worksheet/>"}};
        QByteArray bytes = parts.bytes();
        bytes.replace("xl/worksheets/sheet2.xml", "xl/worksheets/SHEET1.xml");
        QCOMPARE(refusalOf(bytes), u"fileNotUnderstood: a part twice"_s);
    }

    void namesThatClimbOutReachNothing()
    {
        WorkbookParts parts{.rows = headerRow() + payoutRow()};
        parts.more = {{"../../../../tmp/countersign-slip", "x"}, {"/etc/countersign-slip", "x"}};
        QVERIFY(sheetOf(parts.bytes(), fromOwnAccount()));
        QVERIFY(!QFile::exists(u"/tmp/countersign-slip"_s));

        Parts climbing = WorkbookParts{.rows = headerRow()}.parts();
        climbing[2].second.replace("worksheets/sheet1.xml", "../../../etc/passwd");
        QVERIFY(refusalOf(zipOf(climbing)).startsWith(u"fileNotUnderstood"));
    }

    void otherKindsOfFilesAreNotTakenForTables_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("PDF") << QByteArray("%PDF-1.7\n1;2;3\n");
        QTest::addRow("HTML") << QByteArray("<html><table>");
        QTest::addRow("XML") << QByteArray("<?xml version=\"1.0\"?><a/>");
        QTest::addRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        QTest::addRow("RTF") << QByteArray("{\\rtf1");
        QTest::addRow("gzip") << QByteArray("\x1F\x8B\x08");
    }

    void otherKindsOfFilesAreNotTakenForTables()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(refusalOf(bytes).startsWith(u"fileNotUnderstood"));
    }

    void bytesOfNoMeaningAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("zeros") << QByteArray(100'000, '\0');
        QTest::addRow("quotes") << QByteArray(100'000, '"');
        QTest::addRow("separators") << QByteArray(1'000'000, ';');
        QTest::addRow("separators, then a text") << csvHeader + QByteArray(1'000'000, ';') + "x\r\n";
        QTest::addRow("line ends") << QByteArray(1'000'000, '\n');
        QTest::addRow("one long line") << QByteArray(5'000'000, 'a');
        QTest::addRow("one long quoted cell") << "\"" + QByteArray(5'000'000, 'a') + "\"";
        QTest::addRow("doubled quotes without end") << QByteArray("\"\"").repeated(500'000);
        QTest::addRow("only a mark") << QByteArray("\xFF\xFE");
        QTest::addRow("half a letter in UTF-16") << QByteArray("\xFF\xFE\x41");
        QTest::addRow("surrogates without their other half") << QByteArray("\xFF\xFE\x00\xD8\x00\xD8", 6);
        QTest::addRow("keys without end") << exchangeFile("СекцияДокумент=x\r\n" + [] {
            QByteArray keys;
            for (int i = 0; i < 1000; ++i)
                keys += "Ключ" + QByteArray::number(i) + "=1\r\n";
            return keys;
        }());
        QTest::addRow("purpose without end") << exchangeFile("СекцияДокумент=x\r\nНазначениеПлатежа=x\r\n" +
                                                             QByteArray("и так далее\r\n").repeated(5'000));
        QTest::addRow("sections without end") << exchangeFile(QByteArray("СекцияДокумент=x\r\n").repeated(2'000));
        QTest::addRow("ends without beginnings")
            << exchangeFile(QByteArray("КонецДокумента\r\nКонецРасчСчет\r\n").repeated(5'000));
        QTest::addRow("NULs in a document") << exchangeFile(document().replace("Вектор", QByteArray("Век\0тор", 13)));
    }

    void bytesOfNoMeaningAreRead()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!anythingIsPaid(bytes));
    }

    void encodingsMixedInOneFileAreNotPaid()
    {
        const QByteArray mixed = csvHeader + csvRow + inCodePage(csvRow, TextEncoding::windows1251);
        for (const QByteArray &bytes : {mixed, "\xEF\xBB\xBF" + mixed}) {
            const auto sheet = sheetOf(bytes, fromOwnAccount());
            QVERIFY(!sheet->overview(0).refused());
            QVERIFY(refusals(*sheet, 1).contains(u"cellBadBytes"_s));
        }
        const QByteArray windows = inCodePage(csvHeader + csvRow, TextEncoding::windows1251);
        for (const QByteArray &row : {csvRow, inCodePage(csvRow, TextEncoding::cp866)}) {
            const auto sheet = sheetOf(windows + row, fromOwnAccount());
            QVERIFY(sheet && sheet->rowCount() == 2);
            const bool seen = refusals(*sheet, 0).isEmpty() != refusals(*sheet, 1).isEmpty();
            QVERIFY2(seen, qPrintable(encodingName(*sheet->facts().encoding)));
        }
    }

    void aWrongEncodingChosenIsNotPaid()
    {
        ImportChoices choices = fromOwnAccount();
        choices.encoding = TextEncoding::cp866;
        const auto sheet = sheetOf(inCodePage(csvHeader + csvRow, TextEncoding::windows1251), choices);
        QVERIFY(sheet->fileRefused());
    }

    void rowsAreReadAnyhowChanged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("1C") << sample(u"c_statement_edge_cases_win1251.txt"_s);
        QTest::addRow("1C in UTF-8") << sample(u"a_payments_to_bank_utf8.txt"_s);
        QTest::addRow("CSV") << csvHeader + csvRow.repeated(5);
        QTest::addRow("workbook") << WorkbookParts{.rows = headerRow() + payoutRow()}.bytes();
        QTest::addRow("workbook, stored") << zipOf(WorkbookParts{.rows = headerRow() + payoutRow()}.parts(), false);
    }

    void rowsAreReadAnyhowChanged()
    {
        QFETCH(QByteArray, bytes);
        QRandomGenerator random(131);
        for (int round = 0; round < 100; ++round) {
            QByteArray changed = bytes;
            for (int change = random.bounded(1, 12); change > 0; --change) {
                const auto at = static_cast<qsizetype>(random.bounded(static_cast<int>(changed.size())));
                switch (random.bounded(4)) {
                case 0:
                    changed[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    changed.remove(at, random.bounded(1, 40));
                    break;
                case 2:
                    changed.insert(at, changed.mid(random.bounded(static_cast<int>(changed.size())), 40));
                    break;
                case 3:
                    changed.insert(at, QByteArray("\0\r\n\";=<&\xFF\xD0", 10).mid(random.bounded(10), 1));
                    break;
                }
                if (changed.isEmpty()) changed = "x";
            }
            static_cast<void>(anythingIsPaid(changed));
        }
    }

    void naughtyNamesNeverStopTheReading()
    {
        QFile file(QStringLiteral(COUNTERSIGN_SHARED "/vectors/naughty-strings/blns.json"));
        if (!file.open(QIODevice::ReadOnly)) QSKIP("The naughty strings are not beside the clone.");
        QByteArray rows;
        QByteArray documents;
        const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
        for (const auto &string : strings) {
            const QByteArray text = string.toString().toUtf8();
            rows += QByteArray(csvRow).replace("ООО Вектор", "\"" + QByteArray(text).replace("\"", "\"\"") + "\"");
            documents += document("Получатель=" + text + "\r\n", text.left(20));
        }
        const auto table = sheetOf(csvHeader + rows, fromOwnAccount());
        QCOMPARE(table->rowCount(), strings.size());
        for (qsizetype row = 0; row < strings.size(); ++row)
            QCOMPARE(table->row(row).draft.recipientName, strings[row].toString().trimmed());
        const auto exchange = sheetOf(exchangeFile(documents));
        QVERIFY(exchange->rowCount() >= strings.size());
    }
};

QTEST_GUILESS_MAIN(HostileFilesTest)
#include "tst_hostilefiles.moc"
