#include "core/clock.h"

#include <QtTest>

#include <limits>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {
// 2026-11-22T11:41:36Z
constexpr qint64 wholeSecond = 1795347696LL * 1000000;
constexpr qint64 unreadable = std::numeric_limits<qint64>::min();
} // namespace

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryTimestampThatTheBankMaySend_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros");
        QTest::addRow("whole seconds, Z") << u"2026-11-22T11:41:36Z"_s << wholeSecond;
        QTest::addRow("one fraction digit") << u"2026-11-22T11:41:36.3Z"_s << wholeSecond + 300000;
        QTest::addRow("milliseconds") << u"2026-11-22T11:41:36.382Z"_s << wholeSecond + 382000;
        QTest::addRow("microseconds") << u"2026-11-22T11:41:36.382917Z"_s << wholeSecond + 382917;
        QTest::addRow("leading zeros of the fraction count") << u"2026-11-22T11:41:36.000007Z"_s << wholeSecond + 7;
        QTest::addRow("nanoseconds are cut, not rounded")
            << u"2026-11-22T11:41:36.382917999Z"_s << wholeSecond + 382917;
        QTest::addRow("offset east of Greenwich") << u"2026-11-22T14:41:36+03:00"_s << wholeSecond;
        QTest::addRow("offset west, over midnight") << u"2026-11-21T23:41:36.25-12:00"_s << wholeSecond + 250000;
        QTest::addRow("half-hour offset") << u"2026-11-22T17:11:36+05:30"_s << wholeSecond;
        QTest::addRow("zero offset") << u"2026-11-22T11:41:36.5+00:00"_s << wholeSecond + 500000;
        QTest::addRow("the epoch") << u"1970-01-01T00:00:00Z"_s << qint64{0};
        QTest::addRow("small z") << u"2026-11-22T11:41:36z"_s << wholeSecond;
        QTest::addRow("leap day") << u"2024-02-29T00:00:00Z"_s << 1709164800LL * 1000000;
    }
    void readsEveryTimestampThatTheBankMaySend()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, micros);
        QCOMPARE(parseRfc3339Micros(text).value_or(unreadable), micros);
    }

    void doesNotGuessWhatIsNotATimestamp_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("empty") << QString();
        QTest::addRow("a date alone") << u"2026-11-22"_s;
        QTest::addRow("no offset") << u"2026-11-22T11:41:36"_s;
        QTest::addRow("fraction without an offset") << u"2026-11-22T11:41:36.382"_s;
        QTest::addRow("dot without digits") << u"2026-11-22T11:41:36.Z"_s;
        QTest::addRow("ten fraction digits") << u"2026-11-22T11:41:36.1234567890Z"_s;
        QTest::addRow("comma for the dot") << u"2026-11-22T11:41:36,382Z"_s;
        QTest::addRow("offset without minutes") << u"2026-11-22T14:41:36+03"_s;
        QTest::addRow("month 13") << u"2026-13-22T11:41:36Z"_s;
        QTest::addRow("30 February") << u"2026-02-30T11:41:36Z"_s;
        QTest::addRow("29 February of a common year") << u"2026-02-29T11:41:36Z"_s;
        QTest::addRow("minute 60") << u"2026-11-22T11:60:36Z"_s;
        QTest::addRow("hour 25") << u"2026-11-22T25:41:36Z"_s;
        QTest::addRow("text after Z") << u"2026-11-22T11:41:36Z and more"_s;
        QTest::addRow("text before") << u" 2026-11-22T11:41:36Z"_s;
        QTest::addRow("seconds since 1970") << u"1795347696"_s;
        QTest::addRow("Arabic-Indic digits") << u"٢٠٢٦-١١-٢٢T١١:٤١:٣٦Z"_s;
        QTest::addRow("Arabic-Indic fraction") << u"2026-11-22T11:41:36.٣Z"_s;
        QTest::addRow("words") << u"the day before yesterday"_s;
        QTest::addRow("very long") << QString(100000, u'9');
    }
    void doesNotGuessWhatIsNotATimestamp()
    {
        QFETCH(const QString, text);
        QVERIFY(!parseRfc3339Micros(text).has_value());
    }

    void writesAnInstantInUtcWithMilliseconds()
    {
        QCOMPARE(toIsoText(fromMilliseconds(1795347696382)), u"2026-11-22T11:41:36.382Z"_s);
        QCOMPARE(toIsoText(fromMilliseconds(0)), u"1970-01-01T00:00:00.000Z"_s);
    }

    void readsBackWhatItWrote()
    {
        const Instant instant = fromMilliseconds(1795347696007);
        QCOMPARE(parseRfc3339Micros(toIsoText(instant)).value_or(unreadable), toMilliseconds(instant) * 1000);
    }

    void keepsMillisecondsUnchanged()
    {
        for (const qint64 value : {qint64{0}, qint64{-1}, qint64{1795347696382}})
            QCOMPARE(toMilliseconds(fromMilliseconds(value)), value);
    }

    void systemClockAgreesWithQtAndNeverRunsBackwards()
    {
        const SystemClock clock;
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const qint64 now = toMilliseconds(clock.now());
        const qint64 after = QDateTime::currentMSecsSinceEpoch();
        QVERIFY2(before <= now && now <= after, qPrintable(toIsoText(clock.now())));
        const milliseconds first = clock.monotonic();
        QVERIFY(clock.monotonic() >= first);
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
