#include "domain/workingdays.h"

#include <QTimeZone>
#include <QtTest>

using namespace countersign;

class WorkingDaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weekendsAndHolidaysAreOff()
    {
        QVERIFY(isWorkingDay({2026, 11, 20}));
        QVERIFY(!isWorkingDay({2026, 11, 21}));
        QVERIFY(!isWorkingDay({2026, 11, 22}));
        QVERIFY(!isWorkingDay({2026, 11, 4}));
        QVERIFY(!isWorkingDay({2026, 1, 8}));
    }

    /// ru-payments.md 8: with 3 and 4 January moved to 9 January and 31 December, and no working Saturday.
    void theYear2026IsAsDecreed()
    {
        QStringList off;
        int working = 0;
        for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1)) {
            if (isWorkingDay(day))
                ++working;
            else if (day.dayOfWeek() < Qt::Saturday)
                off += day.toString(u"dd.MM");
        }
        QCOMPARE(off.join(u' '),
                 u"01.01 02.01 05.01 06.01 07.01 08.01 09.01 23.02 09.03 01.05 11.05 12.06 04.11 31.12");
        QCOMPARE(working, 247);
    }

    void aYearWithoutADecreeGoesByTheLabourCode_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("working");
        QTest::addRow("1 May is a Saturday: the Monday after") << QDate(2027, 5, 3) << false;
        QTest::addRow("9 May is a Sunday: the Monday after") << QDate(2027, 5, 10) << false;
        QTest::addRow("12 June is a Saturday: the Monday after") << QDate(2027, 6, 14) << false;
        QTest::addRow("the day after it") << QDate(2027, 6, 15) << true;
        QTest::addRow("23 February is a Tuesday") << QDate(2027, 2, 22) << true;
        QTest::addRow("a weekend of the new year moves by decree only") << QDate(2027, 1, 11) << true;
        QTest::addRow("31 December") << QDate(2027, 12, 31) << true;
    }

    void aYearWithoutADecreeGoesByTheLabourCode()
    {
        QFETCH(QDate, day);
        QFETCH(bool, working);
        QCOMPARE(isWorkingDay(day), working);
    }

    void theBanksDayIsMoscows()
    {
        const auto utc = [](QDate day, QTime time) {
            return fromMilliseconds(QDateTime(day, time, QTimeZone::utc()).toMSecsSinceEpoch());
        };
        QCOMPARE(bankDay(utc({2026, 3, 2}, {20, 59, 59})), QDate(2026, 3, 2));
        QCOMPARE(bankDay(utc({2026, 3, 2}, {21, 0})), QDate(2026, 3, 3));
        QCOMPARE(bankTime(utc({2026, 3, 2}, {5, 30})).time(), QTime(8, 30));
        QVERIFY(startOfBankDay({2026, 3, 3}) == utc({2026, 3, 2}, {21, 0}));
    }

    void daysBetweenAreCounted_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<int>("days");
        QTest::addRow("same day") << QDate(2026, 11, 20) << QDate(2026, 11, 20) << 0;
        QTest::addRow("over a weekend") << QDate(2026, 11, 20) << QDate(2026, 11, 23) << 1;
        QTest::addRow("a week") << QDate(2026, 11, 16) << QDate(2026, 11, 23) << 5;
        QTest::addRow("new year") << QDate(2025, 12, 31) << QDate(2026, 1, 12) << 1;
        QTest::addRow("all of the new year's holidays") << QDate(2025, 12, 31) << QDate(2026, 1, 11) << 0;
        QTest::addRow("over a moved holiday") << QDate(2026, 3, 6) << QDate(2026, 3, 10) << 1;
        QTest::addRow("into the past") << QDate(2026, 11, 23) << QDate(2026, 11, 20) << 0;
    }

    void daysBetweenAreCounted()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(int, days);
        QCOMPARE(workingDaysBetween(from, to), days);
    }
};

QTEST_GUILESS_MAIN(WorkingDaysTest)
#include "tst_workingdays.moc"
