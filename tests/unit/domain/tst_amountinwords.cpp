#include "domain/amountinwords.h"
#include "vectors.h"

#include <QtTest>

#include <limits>

using namespace countersign;

class AmountInWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void russianFollowsTheTable()
    {
        const QJsonArray table = vectors().value(QLatin1String("amount_in_words")).toArray();
        QVERIFY(table.size() >= 33);
        for (const auto &row : table) {
            const Money amount = Money::fromKopecks(row[QLatin1String("kopecks")].toInteger());
            QCOMPARE(amountInRussianWords(amount), row[QLatin1String("field6")].toString());
        }
    }

    void russianNumeralsAgree_data()
    {
        QTest::addColumn<qint64>("kopecks");
        QTest::addColumn<QString>("words");
        QTest::addRow("nothing") << 0LL << QStringLiteral("Ноль рублей 00 копеек");
        QTest::addRow("3 500") << 350000LL << QStringLiteral("Три тысячи пятьсот рублей 00 копеек");
        QTest::addRow("feminine thousand") << 4200200LL << QStringLiteral("Сорок две тысячи два рубля 00 копеек");
        QTest::addRow("masculine million") << 200000000LL << QStringLiteral("Два миллиона рублей 00 копеек");
        QTest::addRow("111") << 11100LL << QStringLiteral("Сто одиннадцать рублей 00 копеек");
        QTest::addRow("112 thousand") << 11200000LL << QStringLiteral("Сто двенадцать тысяч рублей 00 копеек");
        QTest::addRow("trillion") << 100000000000000LL << QStringLiteral("Один триллион рублей 00 копеек");
    }

    void russianNumeralsAgree()
    {
        QFETCH(qint64, kopecks);
        QFETCH(QString, words);
        QCOMPARE(amountInRussianWords(Money::fromKopecks(kopecks)), words);
    }

    void englishReadsAsInTheForm_data()
    {
        QTest::addColumn<qint64>("kopecks");
        QTest::addColumn<QString>("words");
        QTest::addRow("nothing") << 0LL << QStringLiteral("zero roubles 00 kopecks");
        QTest::addRow("one kopeck") << 1LL << QStringLiteral("zero roubles 01 kopeck");
        QTest::addRow("one rouble") << 100LL << QStringLiteral("one rouble 00 kopecks");
        QTest::addRow("21 kopecks") << 121LL << QStringLiteral("one rouble 21 kopecks");
        QTest::addRow("3 500") << 350000LL << QStringLiteral("three thousand five hundred roubles 00 kopecks");
        QTest::addRow("52 300") << 5230000LL << QStringLiteral("fifty-two thousand three hundred roubles 00 kopecks");
        QTest::addRow("101") << 10100LL << QStringLiteral("one hundred one roubles 00 kopecks");
        QTest::addRow("1 000 001") << 100000100LL << QStringLiteral("one million one roubles 00 kopecks");
        QTest::addRow("20 015") << 2001517LL << QStringLiteral("twenty thousand fifteen roubles 17 kopecks");
        QTest::addRow("billions") << 200000200002LL << QStringLiteral("two billion two thousand roubles 02 kopecks");
    }

    void englishReadsAsInTheForm()
    {
        QFETCH(qint64, kopecks);
        QFETCH(QString, words);
        QCOMPARE(amountInEnglishWords(Money::fromKopecks(kopecks)), words);
    }

    void whatCanNotBeSaidIsEmpty()
    {
        for (const qint64 kopecks :
             {-1LL, 100'000'000'000'000'000LL, static_cast<long long>(INT64_MAX), static_cast<long long>(INT64_MIN)}) {
            QVERIFY(amountInRussianWords(Money::fromKopecks(kopecks)).isEmpty());
            QVERIFY(amountInEnglishWords(Money::fromKopecks(kopecks)).isEmpty());
        }
        QVERIFY(amountInRussianWords(Money::fromKopecks(99'999'999'999'999'999)).startsWith(u"Девятьсот"));
    }
};

QTEST_GUILESS_MAIN(AmountInWordsTest)
#include "tst_amountinwords.moc"
