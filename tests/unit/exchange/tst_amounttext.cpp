#include "domain/money.h"
#include "exchange/amounttext.h"

#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

class AmountTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsOfManyMakersAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("kopecks"); // -1: refused
        QTest::addRow("comma") << u"3500,00"_s << 350'000LL;
        QTest::addRow("point") << u"3500.5"_s << 350'050LL;
        QTest::addRow("whole") << u"3500"_s << 350'000LL;
        QTest::addRow("spaces") << u"1 234 567,89"_s << 123'456'789LL;
        QTest::addRow("no-break spaces") << u"1\u00A0234,50"_s << 123'450LL;
        QTest::addRow("points group") << u"1.234.567,89"_s << 123'456'789LL;
        QTest::addRow("commas group") << u"1,234,567.89"_s << 123'456'789LL;
        QTest::addRow("unit") << u"3500,00 руб."_s << 350'000LL;
        QTest::addRow("short unit") << u"3500 р."_s << 350'000LL;
        QTest::addRow("code") << u"3500.00 RUB"_s << 350'000LL;
        QTest::addRow("one comma before three digits") << u"1,234"_s << -1LL;
        QTest::addRow("one point before three digits") << u"1.234"_s << -1LL;
        QTest::addRow("three decimals") << u"12.345"_s << -1LL;
        QTest::addRow("groups of two") << u"12,34,567.89"_s << -1LL;
        QTest::addRow("signs the wrong way round") << u"1.234,567.89"_s << -1LL;
        QTest::addRow("negative") << u"-3500,00"_s << -1LL;
        QTest::addRow("in brackets") << u"(3500,00)"_s << -1LL;
        QTest::addRow("dollars") << u"$3500"_s << -1LL;
        QTest::addRow("exponent") << u"3.5E+3"_s << -1LL;
        QTest::addRow("other digits") << u"٣٥٠٠"_s << -1LL;
        QTest::addRow("empty") << u""_s << -1LL;
    }

    void amountsOfManyMakersAreRead()
    {
        QFETCH(QString, text);
        QFETCH(qint64, kopecks);
        const auto plain = plainAmount(text, {});
        const auto amount = plain ? Money::parse(*plain) : Result<Money>(fail(ErrorCode::wrongFormat));
        QCOMPARE(amount ? amount->kopecks() : -1, kopecks);
    }

    void aChosenSignDecidesWhatIsNotSure()
    {
        QCOMPARE(plainAmount(u"1,234"_s, u'.'), std::optional(u"1234"_s));
        QCOMPARE(plainAmount(u"1.234"_s, u','), std::optional(u"1234"_s));
        QCOMPARE(plainAmount(u"1.234,5"_s, u','), std::optional(u"1234,5"_s));
    }

    void aCellAgainstTheChosenSignIsNotRead()
    {
        QCOMPARE(plainAmount(u"3500.50"_s, u','), std::nullopt);
        QCOMPARE(plainAmount(u"12,50"_s, u'.'), std::nullopt);
        QCOMPARE(plainAmount(u"12.34,5"_s, u','), std::nullopt);
    }

    void aWorkbooksNumberIsWhatTheSpreadsheetShows_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("shown");
        QTest::addRow("plain") << u"1234.56"_s << u"1234.56"_s;
        QTest::addRow("whole") << u"3500"_s << u"3500"_s;
        QTest::addRow("binary above") << u"1234.5600000000001"_s << u"1234.56"_s;
        QTest::addRow("binary below") << u"1234.5599999999999"_s << u"1234.56"_s;
        QTest::addRow("0.1 + 0.2") << u"0.30000000000000004"_s << u"0.3"_s;
        QTest::addRow("carry through all") << u"99.99999999999999"_s << u"100"_s;
        QTest::addRow("real decimals stay") << u"12.345"_s << u"12.345"_s;
        QTest::addRow("more than the spreadsheet has") << u"1234567890123456.78"_s << u"1234567890123456.78"_s;
        QTest::addRow("zeros go") << u"5.50"_s << u"5.5"_s;
        QTest::addRow("no number") << u"five"_s << u"five"_s;
    }

    void aWorkbooksNumberIsWhatTheSpreadsheetShows()
    {
        QFETCH(QString, digits);
        QFETCH(QString, shown);
        QCOMPARE(spreadsheetNumber(digits), shown);
    }

    void exponentsAreSeen()
    {
        for (const QString &text : {u"4.07028E+19"_s, u"4,07028E+19"_s, u"4E19"_s, u" 7.70101E+11 "_s, u"4,07Е+19"_s})
            QVERIFY2(isExponent(text), qPrintable(text));
        for (const QString &text : {u"40702810300200000013"_s, u"E+19"_s, u"4.07"_s, u""_s})
            QVERIFY2(!isExponent(text), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(AmountTextTest)
#include "tst_amounttext.moc"
