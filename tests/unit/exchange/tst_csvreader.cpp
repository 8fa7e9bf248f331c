#include "exchange/csvreader.h"
#include "unit/exchange/importkit.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

ParsedFile read(const QByteArray &bytes, const ImportChoices &choices = {})
{
    UnwatchedReading unwatched;
    return *readCsv(bytes, choices, unwatched);
}

QStringList cellsOf(const CellTable &table, qsizetype row)
{
    QStringList cells;
    for (int column = 0; column < table.cellCount(row); ++column)
        cells.append(table.text(row, column));
    return cells;
}

} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QStringList>("cells");
        QTest::addRow("plain") << QByteArray("a;b;c") << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::addRow("quoted separator") << QByteArray("\"a;b\";c") << QStringList{u"a;b"_s, u"c"_s};
        QTest::addRow("doubled quotes") << QByteArray("\"ООО \"\"Вектор\"\"\";1")
                                        << QStringList{u"ООО \"Вектор\""_s, u"1"_s};
        QTest::addRow("quotes inside an unquoted cell")
            << QByteArray("ООО \"Вектор\";1") << QStringList{u"ООО \"Вектор\""_s, u"1"_s};
        QTest::addRow("line break in a cell") << QByteArray("\"a\r\nb\";c") << QStringList{u"a\r\nb"_s, u"c"_s};
        QTest::addRow("empty cells") << QByteArray(";;") << QStringList{u""_s, u""_s, u""_s};
        QTest::addRow("empty quotes") << QByteArray("\"\";a") << QStringList{u""_s, u"a"_s};
        QTest::addRow("spaces stay") << QByteArray(" a ;b") << QStringList{u" a "_s, u"b"_s};
    }

    void cellsAreRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(QStringList, cells);
        const ParsedFile file = read("h;h;h\n" + line + "\nx;y;z\n", {.separator = u';'});
        QCOMPARE(file.table.rowCount(), line == ";;" ? 2 : 3);
        if (line != ";;") QCOMPARE(cellsOf(file.table, 1), cells);
    }

    void anyLineEndEndsARow_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addRow("CRLF") << QByteArray("\r\n");
        QTest::addRow("LF") << QByteArray("\n");
        QTest::addRow("CR") << QByteArray("\r");
        QTest::addRow("empty lines between") << QByteArray("\r\n\r\n\n");
    }

    void anyLineEndEndsARow()
    {
        QFETCH(QByteArray, end);
        const ParsedFile file = read("a;b" + end + "c;d" + end + "e;f");
        QCOMPARE(file.table.rowCount(), 3);
        QCOMPARE(cellsOf(file.table, 2), (QStringList{u"e"_s, u"f"_s}));
    }

    void theLineIsWhereTheRowBegins()
    {
        const ParsedFile file = read("a;b\r\n\"x\r\ny\";c\r\n\r\nd;e\n");
        QCOMPARE(file.table.line(0), 1);
        QCOMPARE(file.table.line(1), 2);
        QCOMPARE(file.table.line(2), 5);
    }

    void theSeparatorIsRecognised_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QChar>("separator");
        QTest::addRow("semicolons and decimal commas")
            << QByteArray("имя;счет;сумма\nА;1;3500,00\nБ;2;12,50\n") << QChar(u';');
        QTest::addRow("commas") << QByteArray("name,account,amount\nA,1,3500.00\nB,2,12.50\n") << QChar(u',');
        QTest::addRow("tabs") << QByteArray("name\taccount\tamount\nA, Ltd\t1\t3,5\n") << QChar(u'\t');
        QTest::addRow("bars") << QByteArray("name|account|amount\nA|1|2\n") << QChar(u'|');
        QTest::addRow("commas in quotes") << QByteArray("\"a,b,c,d\";x\n\"a,b,c,d\";y\n") << QChar(u';');
        QTest::addRow("said by the first line") << QByteArray("sep=,\na;b;c,d\na;b;c,d\n") << QChar(u',');
    }

    void theSeparatorIsRecognised()
    {
        QFETCH(QByteArray, text);
        QFETCH(QChar, separator);
        QCOMPARE(read(text).facts.separator, std::optional(separator));
    }

    void theLineThatSaysTheSeparatorIsNoRow() { QCOMPARE(read("sep=;\r\na;b\r\n").table.rowCount(), 1); }

    void aChosenSeparatorHolds()
    {
        const ParsedFile file = read("a;b,c\n", {.separator = u','});
        QCOMPARE(cellsOf(file.table, 0), (QStringList{u"a;b"_s, u"c"_s}));
    }

    void aChosenEncodingHolds()
    {
        const ParsedFile file = read(inCodePage("имя;1\n", TextEncoding::cp866), {.encoding = TextEncoding::cp866});
        QCOMPARE(file.table.text(0, 0), u"имя"_s);
    }

    void textBehindAClosingQuoteIsMarked()
    {
        const ParsedFile file = read("a;b\n\"ООО \"Вектор\"\";1\nc;d\n", {.separator = u';'});
        QVERIFY(file.table.hasMark(1, RowMark::brokenQuotes));
        QVERIFY(!file.table.hasMark(2, RowMark::brokenQuotes));
        QCOMPARE(cellsOf(file.table, 2), (QStringList{u"c"_s, u"d"_s}));
    }

    void anUnclosedQuoteIsSaidWithItsLine()
    {
        const ParsedFile file = read("a;b\nc;\"d\ne;f\ng;h\n", {.separator = u';'});
        QCOMPARE(namesOf(file.findings), QStringList{u"fileQuoteUnclosed"_s});
        QCOMPARE(file.findings.first().arguments, QStringList{u"2"_s});
        QVERIFY(file.table.hasMark(1, RowMark::brokenQuotes));
    }

    void moreColumnsThanAnyTableHasAreMarked()
    {
        const ParsedFile file = read(QByteArray("x;").repeated(300) + "\n");
        QVERIFY(file.table.hasMark(0, RowMark::tooWide));
        QCOMPARE(file.table.cellCount(0), 256);
    }

    void aCellThatIsTooLongIsCutBetweenLetters()
    {
        const ParsedFile file = read("a;" + QByteArray("ж").repeated(3000) + "\n", {.separator = u';'});
        QVERIFY(file.table.hasMark(0, 1, CellMark::cut));
        QCOMPARE(file.table.text(0, 1), QString(2048, u'ж'));
    }

    void rowsBeyondTheLimitAreSaid()
    {
        const ParsedFile file = read("a;b\n" + QByteArray("1;2\n").repeated(mostImportRows + 200));
        QCOMPARE(namesOf(file.findings), QStringList{u"fileTooManyRows"_s});
    }

    void readingStopsWhenItIsCancelled()
    {
        class Impatient final : public ReadingProgress
        {
        public:
            bool reached(int permille) override { return permille < 200; }
        } impatient;
        const auto file = readCsv(QByteArray("a;b\n").repeated(90'000), {}, impatient);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "tst_csvreader.moc"
