#include "domain/money.h"

#include <QtTest>

#include <limits>

using namespace countersign;

class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("kopecks");
        QTest::addRow("whole") << QStringLiteral("3500") << 350000LL;
        QTest::addRow("comma") << QStringLiteral("3500,5") << 350050LL;
        QTest::addRow("point") << QStringLiteral("3500.05") << 350005LL;
        QTest::addRow("grouped") << QStringLiteral("3 500,00") << 350000LL;
        QTest::addRow("no-break space") << QStringLiteral("12\u00A0345\u00A0678,90") << 1234567890LL;
        QTest::addRow("thin space") << QStringLiteral("1\u2009000") << 100000LL;
        QTest::addRow("narrow no-break space") << QStringLiteral("1\u202F000") << 100000LL;
        QTest::addRow("rouble sign") << QStringLiteral(" 1 000,01 ₽ ") << 100001LL;
        QTest::addRow("zero") << QStringLiteral("0") << 0LL;
        QTest::addRow("leading zeros") << QStringLiteral("000012,34") << 1234LL;
        QTest::addRow("largest") << QStringLiteral("999999999999,99") << 99999999999999LL;
    }

    void readsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, kopecks);
        const auto money = Money::parse(typed);
        QVERIFY(money.has_value());
        QCOMPARE(money->kopecks(), kopecks);
    }

    void refusesWhatIsNoAmount_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("empty") << QString() << ErrorCode::emptyValue;
        QTest::addRow("spaces") << QStringLiteral("  ") << ErrorCode::emptyValue;
        QTest::addRow("sign only") << QStringLiteral("₽") << ErrorCode::emptyValue;
        QTest::addRow("three decimals") << QStringLiteral("1,005") << ErrorCode::wrongFormat;
        QTest::addRow("no decimals after comma") << QStringLiteral("1,") << ErrorCode::wrongFormat;
        QTest::addRow("comma first") << QStringLiteral(",50") << ErrorCode::wrongFormat;
        QTest::addRow("two commas") << QStringLiteral("1,2,3") << ErrorCode::wrongFormat;
        QTest::addRow("thousands by comma") << QStringLiteral("1,000.00") << ErrorCode::wrongFormat;
        QTest::addRow("group of two") << QStringLiteral("1 00") << ErrorCode::wrongFormat;
        QTest::addRow("group of four") << QStringLiteral("1 0000") << ErrorCode::wrongFormat;
        QTest::addRow("letter") << QStringLiteral("12O") << ErrorCode::wrongCharacter;
        QTest::addRow("minus") << QStringLiteral("-5") << ErrorCode::wrongCharacter;
        QTest::addRow("exponent") << QStringLiteral("1e6") << ErrorCode::wrongCharacter;
        QTest::addRow("Arabic digits") << QStringLiteral("٣٥") << ErrorCode::wrongCharacter;
        QTest::addRow("zero-width space") << QStringLiteral("1\u200B000") << ErrorCode::wrongCharacter;
        QTest::addRow("one too large") << QStringLiteral("1000000000000") << ErrorCode::outOfRange;
        QTest::addRow("very many digits") << QString(100, u'9') << ErrorCode::outOfRange;
    }

    void refusesWhatIsNoAmount()
    {
        QFETCH(QString, typed);
        QFETCH(ErrorCode, code);
        const auto money = Money::parse(typed);
        QVERIFY(!money.has_value());
        QCOMPARE(money.error().code, code);
    }

    void showsGroupsAndKopecks()
    {
        QCOMPARE(Money::fromKopecks(0).grouped(), QStringLiteral("0,00"));
        QCOMPARE(Money::fromKopecks(5).grouped(), QStringLiteral("0,05"));
        QCOMPARE(Money::fromKopecks(350000).grouped(), QStringLiteral("3\u00A0500,00"));
        QCOMPARE(Money::fromKopecks(99999999999999).grouped(), QStringLiteral("999\u00A0999\u00A0999\u00A0999,99"));
        QCOMPARE(Money::fromKopecks(-1250).grouped(), QStringLiteral("\u221212,50"));
        QCOMPARE(Money::fromKopecks(std::numeric_limits<qint64>::min()).grouped(),
                 QStringLiteral("\u221292\u00A0233\u00A0720\u00A0368\u00A0547\u00A0758,08"));
    }

    void whatIsShownCanBeReadAgain()
    {
        for (const qint64 kopecks : {1LL, 99LL, 100LL, 99999LL, 12345678901234LL, 99999999999999LL}) {
            const auto again = Money::parse(Money::fromKopecks(kopecks).grouped());
            QVERIFY(again.has_value());
            QCOMPARE(again->kopecks(), kopecks);
        }
    }

    void sumsAreChecked()
    {
        QCOMPARE(Money::fromKopecks(1).plus(Money::fromKopecks(2))->kopecks(), 3);
        const Money largest = Money::fromKopecks(std::numeric_limits<qint64>::max());
        QVERIFY(!largest.plus(Money::fromKopecks(1)).has_value());
        QCOMPARE(largest.plus(Money::fromKopecks(1)).error().code, ErrorCode::outOfRange);
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "tst_money.moc"
