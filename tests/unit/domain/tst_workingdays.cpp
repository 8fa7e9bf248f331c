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
        QVERIFY(isWorkingDay({2027, 1, 11}));
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
        QTest::addRow("new year") << QDate(2025, 12, 31) << QDate(2026, 1, 9) << 1;
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
