#include "ui/models/datewords.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

Instant at(QDate day, QTime time)
{
    return fromMilliseconds(QDateTime(day, time, QTimeZone("Europe/Moscow")).toMSecsSinceEpoch());
}

} // namespace

class DateWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void aDayIsWrittenAsTheLanguageDoes_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("thisYear");
        QTest::newRow("Russian") << u"ru_RU"_s << u"09.11.2026"_s << u"09.11"_s;
        QTest::newRow("British") << u"en_GB"_s << u"09/11/2026"_s << u"09/11"_s;
        QTest::newRow("American: never two digits of a year") << u"en_US"_s << u"11/9/2026"_s << u"11/9"_s;
        QTest::newRow("German") << u"de_DE"_s << u"09.11.2026"_s << u"09.11"_s;
        QTest::newRow("Swedish: the year first") << u"sv_SE"_s << u"2026-11-09"_s << u"11-09"_s;
        QTest::newRow("no language") << u"C"_s << u"9 Nov 2026"_s << u"9 Nov"_s;
    }
    void aDayIsWrittenAsTheLanguageDoes()
    {
        QFETCH(QString, locale);
        QLocale::setDefault(QLocale(locale));
        const QDate day(2026, 11, 9);
        QTEST(dayWords(day), "day");
        QTEST(shortMoment(at(day, {11, 41}), at({2026, 12, 1}, {9, 0})), "thisYear");
    }

    void aMomentIsAsShortAsItsDayAllows()
    {
        QLocale::setDefault(QLocale(u"ru_RU"_s));
        const Instant then = at({2026, 11, 9}, {7, 5, 3});
        QCOMPARE(shortMoment(then, at({2026, 11, 9}, {23, 59})), u"07:05"_s);
        QCOMPARE(exactMoment(then, at({2026, 11, 9}, {23, 59})), u"07:05:03"_s);
        QCOMPARE(exactMoment(then, at({2026, 11, 10}, {0, 0})), u"09.11.2026 07:05:03"_s);
        QCOMPARE(shortMoment(then, at({2027, 1, 1}, {0, 0})), u"09.11.2026"_s);
        QCOMPARE(wholeMoment(then), u"09.11.2026 07:05"_s);
    }

    void theDayIsTheBanksWhereverTheComputerStands_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("seven hours ahead") << "Asia/Vladivostok"_ba;
        QTest::newRow("an hour behind") << "Europe/Kaliningrad"_ba;
        QTest::newRow("Greenwich") << "UTC"_ba;
    }
    void theDayIsTheBanksWhereverTheComputerStands()
    {
        QFETCH(QByteArray, zone);
        const QByteArray own = qgetenv("TZ");
        qputenv("TZ", zone);
        QLocale::setDefault(QLocale(u"ru_RU"_s));
        const Instant lateThatDay = at({2026, 11, 9}, {23, 30});
        const Instant justAfter = at({2026, 11, 10}, {0, 10});
        QCOMPARE(wholeMoment(lateThatDay), u"09.11.2026 23:30"_s);
        QCOMPARE(wholeMoment(justAfter), u"10.11.2026 00:10"_s);
        QCOMPARE(shortMoment(lateThatDay, justAfter), u"09.11"_s);
        QCOMPARE(inZone(wholeMoment(justAfter)), u"10.11.2026 00:10 (Moscow time)"_s);
        if (own.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", own);
    }
};

QTEST_GUILESS_MAIN(DateWordsTest)
#include "tst_datewords.moc"
