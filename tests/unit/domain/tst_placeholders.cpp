#include "domain/placeholders.h"

#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

/// What is known only when a draft is made: dates, the amount, the VAT in it. Everything else stays as it was written.
class TestPlaceholders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isFilledIn_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("expected");
        const QDate november(2026, 11, 22);
        const QDate january(2027, 1, 31);
        QTest::addRow("nothing to fill in") << u"По счёту 7"_s << november << u"По счёту 7"_s;
        QTest::addRow("empty") << QString() << november << QString();
        QTest::addRow("day") << u"Акт от [дата]."_s << november << u"Акт от 22.11.2026."_s;
        QTest::addRow("month") << u"За [месяц]"_s << november << u"За ноябрь 2026"_s;
        QTest::addRow("month before") << u"За [прошлый месяц]"_s << november << u"За октябрь 2026"_s;
        QTest::addRow("month before January is last year's") << u"[прошлый месяц]"_s << january << u"декабрь 2026"_s;
        QTest::addRow("month after the 31st") << u"[следующий месяц]"_s << january << u"февраль 2027"_s;
        QTest::addRow("month after December") << u"[следующий месяц]"_s << QDate(2026, 12, 31) << u"январь 2027"_s;
        QTest::addRow("year") << u"Взнос за [год] год"_s << november << u"Взнос за 2026 год"_s;
        QTest::addRow("amount") << u"Сумма [сумма]"_s << november << u"Сумма 3500-00"_s;
        QTest::addRow("usual VAT") << u"Товар. [НДС]"_s << november << u"Товар. В том числе НДС 22% - 631-15 руб."_s;
        QTest::addRow("VAT of last year")
            << u"[НДС]"_s << QDate(2025, 12, 31) << u"В том числе НДС 20% - 583-33 руб."_s;
        QTest::addRow("VAT at a rate") << u"[НДС 10%]"_s << november << u"В том числе НДС 10% - 318-18 руб."_s;
        QTest::addRow("VAT at a rate, apart") << u"[ндс 10 %]"_s << november << u"В том числе НДС 10% - 318-18 руб."_s;
        QTest::addRow("capitals") << u"[МЕСЯЦ]"_s << november << u"ноябрь 2026"_s;
        QTest::addRow("spaces") << u"[ прошлый  месяц ]"_s << november << u"октябрь 2026"_s;
        QTest::addRow("twice") << u"[год]-[год]"_s << november << u"2026-2026"_s;
        QTest::addRow("a currency code stays") << u"{VO20100}За [месяц]"_s << november << u"{VO20100}За ноябрь 2026"_s;
        QTest::addRow("one bracket only") << u"[дата и [год]"_s << november << u"[дата и 2026"_s;
    }

    void isFilledIn()
    {
        QFETCH(QString, purpose);
        QFETCH(QDate, today);
        QFETCH(QString, expected);
        const FilledPurpose filled = filledPurpose(purpose, today, Money::fromKopecks(350'000));
        QCOMPARE(filled.text, expected);
        QVERIFY(filled.unknown.isEmpty());
        QVERIFY(!filled.needsAmount);
    }

    void whatIsNoneOfOursStaysAndIsNamed()
    {
        const FilledPurpose filled =
            filledPurpose(u"За [меясц] [год], [], [НДС 0%]"_s, QDate(2026, 11, 22), Money::fromKopecks(100));
        QCOMPARE(filled.text, u"За [меясц] 2026, [], [НДС 0%]"_s);
        QCOMPARE(filled.unknown, (QStringList{u"[меясц]"_s, u"[]"_s, u"[НДС 0%]"_s}));
    }

    void withoutAnAmountOnlyDatesAreFilledIn()
    {
        const FilledPurpose filled = filledPurpose(u"[год]: [сумма]. [НДС]"_s, QDate(2026, 11, 22), std::nullopt);
        QVERIFY(filled.needsAmount);
        QCOMPARE(filled.text, u"2026: [сумма]. [НДС]"_s);
    }

    void everyWordIsReadAsItIsWritten()
    {
        for (const Placeholder placeholder : allPlaceholders) {
            const QString word = placeholderText(placeholder);
            const FilledPurpose filled = filledPurpose(word, QDate(2026, 11, 22), Money::fromKopecks(100));
            QVERIFY2(filled.unknown.isEmpty() && filled.text != word, qPrintable(word));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
