#include "exchange/rowswriter.h"
#include "unit/exchange/importkit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Beginnings that make a spreadsheet calculate.
QStringList payloads()
{
    QStringList made;
    for (const QChar first : {u'=', u'+', u'-', u'@', u'\t', u'\r'}) {
        for (const QString &rest : {u"1+1"_s, u"cmd|' /C calc'!A0"_s, u"HYPERLINK(\"http://example.org\";\"x\")"_s,
                                    u"SUM(A1:A9)"_s, u"\"a\";b"_s, u""_s, u"WEBSERVICE(\"x\")"_s, u"ООО"_s})
            made << first + rest << QString(first) + first + rest << first + u' ' + rest << first + u"\n"_s + rest;
    }
    return made;
}

} // namespace

class RowsWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvIsWhatSpreadsheetsRead()
    {
        QCOMPARE(csvOf({{u"a"_s, u"b;c"_s, u"d\"e"_s, u"f\ng"_s, u""_s}}), "\xEF\xBB\xBF"
                                                                           "a;\"b;c\";\"d\"\"e\";\"f\ng\";\r\n");
    }

    void noCellBeginsAFormula()
    {
        QVERIFY(payloads().size() > 150);
        for (const QString &payload : payloads()) {
            const QString cell = QString::fromUtf8(csvOf({{payload}})).section(u"\r\n"_s, 0, -2);
            QVERIFY2(cell.startsWith(u'\'') || cell.startsWith(u"\"'"), qPrintable(cell));
        }
    }

    void whatWasGuardedComesBack()
    {
        QList<QStringList> rows{{u"Счет"_s, u"Сумма"_s, u"Получатель"_s}};
        for (const QString &payload : payloads())
            rows.append({u"1"_s, u"1"_s, payload});
        const auto sheet = sheetOf(csvOf(rows));
        QCOMPARE(sheet->rowCount(), rows.size() - 1);
        for (qsizetype row = 1; row < rows.size(); ++row)
            QCOMPARE(sheet->row(row - 1).draft.recipientName, rows[row].last().trimmed());
        QCOMPARE(withoutFormulaGuard(u"'s-Gravenhage"_s), u"'s-Gravenhage"_s);
    }

    void aWorkbookKeepsEveryCharacterAsText()
    {
        const QString odd = u"=1+1 \u0001 <&>\" _x0041_ ₽ 😀"_s;
        const auto bytes = xlsxOf(
            u"Выплаты"_s, {{u"Счет"_s, u"Сумма"_s, u"Получатель"_s}, {u"40702810500000000001"_s, u"3500,00"_s, odd}});
        QVERIFY(bytes.has_value());
        const auto sheet = sheetOf(*bytes);
        QVERIFY(sheet);
        QCOMPARE(sheet->table().text(1, 0), u"40702810500000000001"_s);
        QVERIFY(!sheet->table().hasMark(1, 0, CellMark::number));
        QCOMPARE(sheet->table().text(1, 2), odd);
        QVERIFY(!sheet->table().hasMark(1, 2, CellMark::formula));
    }

    void aNameThatNoSheetCanHaveIsRefused()
    {
        const auto bytes = xlsxOf(u"a/b"_s, {{u"x"_s}});
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::fileUnwritable);
    }

    void badRowsAreSavedWithTheirReasonsAndCanComeAgain()
    {
        const QByteArray bad = QByteArray(csvRow).replace("044525974", "44525974");
        const auto sheet = sheetOf(csvHeader + csvRow + bad, fromOwnAccount());
        const auto reasons = [](const ImportRow &row) { return namesOf(row.findings, Severity::block).join(u' '); };
        const auto rows = rowsToCorrect(*sheet, {1}, u"Причина"_s, reasons);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].last(), u"Причина"_s);
        QCOMPARE(rows[1].last(), u"leadingZeroLost"_s);

        QByteArray corrected = csvOf(rows);
        const auto again = sheetOf(corrected.replace(";44525974;", ";044525974;"), fromOwnAccount());
        QCOMPARE(again->rowCount(), 1);
        QCOMPARE(refusals(*again, 0), QStringList());
        QCOMPARE(again->row(0).draft, sheet->row(0).draft);
    }

    void naughtyStringsSurviveBothFormats()
    {
        QFile file(QStringLiteral(COUNTERSIGN_SHARED "/vectors/naughty-strings/blns.json"));
        if (!file.open(QIODevice::ReadOnly)) QSKIP("The naughty strings are not beside the clone.");
        const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(strings.size() > 400);
        QList<QStringList> rows{{u"Счет"_s, u"Сумма"_s, u"Получатель"_s}};
        for (const auto &string : strings)
            rows.append({u"1"_s, u"1"_s, string.toString()});
        const auto workbook = xlsxOf(u"x"_s, rows);
        for (const QByteArray &bytes : {csvOf(rows), workbook.value_or(QByteArray())}) {
            const auto sheet = sheetOf(bytes);
            QVERIFY(sheet);
            QCOMPARE(sheet->rowCount(), rows.size() - 1);
            for (qsizetype row = 1; row < rows.size(); ++row) {
                QString expected = rows[row].last();
                // XML has no way to hold this one.
                if (sheet->facts().format == FileFormat::xlsx) expected.replace(QChar(0xFFFE), QChar(0xFFFD));
                QCOMPARE(sheet->row(row - 1).draft.recipientName, expected.trimmed());
            }
        }
    }
};

QTEST_GUILESS_MAIN(RowsWriterTest)
#include "tst_rowswriter.moc"
