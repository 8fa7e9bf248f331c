#include "payouts/pollplan.h"

#include "domain/workingdays.h"

#include <QTimeZone>
#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const Instant monday = fromMilliseconds(1'772'434'800'000); // 2026-03-02 10:00 in Moscow

} // namespace

class PollPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intervals_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<qint64>("inState");
        QTest::addColumn<int>("readings");
        QTest::addColumn<qint64>("expected"); // seconds; below 0: not polled
        const auto row = [](const char *name, PayoutState state, std::chrono::seconds inState, int readings,
                            std::chrono::seconds expected) {
            QTest::addRow("%s", name) << state << qint64{inState.count()} << readings << qint64{expected.count()};
        };
        using enum PayoutState;
        for (const PayoutState state : {startUnknown, confirmUnknown, cancelUnknown, closing}) {
            row("unknown, first", state, 0s, 0, 2s);
            row("unknown, second", state, 2s, 1, 5s);
            row("unknown, third", state, 7s, 2, 15s);
            row("unknown, fourth", state, 22s, 3, 30s);
            row("unknown, fifth", state, 52s, 4, 60s);
            row("unknown, then each minute", state, 29min, 30, 1min);
            row("unknown, after half an hour", state, 30min, 31, 10min);
        }
        for (const PayoutState state : {waitBank, executing}) {
            row("moving, first minute", state, 59s, 9, 5s);
            row("moving, first half hour", state, 1min, 9, 30s);
            row("moving, up to the half hour", state, 1799s, 9, 30s);
            row("moving, first day", state, 30min, 9, 5min);
            row("moving, later", state, 24h, 9, 1h);
        }
        row("review", review, 1h, 3, 5min);
        row("mismatch", mismatch, 1h, 3, 5min);
        row("approved, at once", approved, 0s, 0, 0s);
        row("approved, within G12's minute", approved, 1min, 1, 30s);
        row("confirming, while a repeat waits to leave", confirming, 2h, 9, 1min);
        row("bank error, at first", bankError, 599s, 3, 30s);
        row("bank error, then hourly", bankError, 10min, 30, 1h);
        row("paid, daily", paid, 1h, 0, 24h);
        row("paid, until the tenth day", paid, 240h, 9, 24h);
        row("paid, up to the eighth business day", paid, 253h, 9, 24h);
        row("paid, closed", paid, 288h, 9, -1s);
        row("failed, first reading", failed, 0s, 0, 5s);
        row("failed, second reading", failed, 5s, 1, 601s);
        row("failed, then no more", failed, 11min, 2, -1s);
        for (const PayoutState state : {draft, queued, creating, open, starting})
            row("not polled", state, 0s, 0, -1s);
    }

    void intervals()
    {
        QFETCH(PayoutState, state);
        QFETCH(qint64, inState);
        QFETCH(int, readings);
        QFETCH(qint64, expected);
        const auto interval = pollInterval(state, monday, monday + std::chrono::seconds{inState}, readings);
        QCOMPARE(interval.has_value(), expected >= 0);
        if (interval) QCOMPARE(qint64{interval->count()}, expected * 1000);
    }

    void aReturnHasItsSevenBusinessDaysAndOneMore_data()
    {
        QTest::addColumn<QDateTime>("paidAt");
        QTest::addColumn<QDate>("lastDay");
        const auto row = [](const char *name, QDate day, QTime time, QDate lastDay) {
            QTest::addRow("%s", name) << QDateTime(day, time, QTimeZone::utc()) << lastDay;
        };
        row("an ordinary Monday", {2026, 3, 2}, {7, 0}, {2026, 3, 13});
        row("before the holidays of May", {2026, 4, 30}, {9, 0}, {2026, 5, 14});
        row("before the New Year holidays", {2025, 12, 31}, {9, 0}, {2026, 1, 21});
        row("late in the evening it is tomorrow in Moscow", {2025, 12, 30}, {21, 30}, {2026, 1, 21});
    }

    void aReturnHasItsSevenBusinessDaysAndOneMore()
    {
        QFETCH(QDateTime, paidAt);
        QFETCH(QDate, lastDay);
        const Instant paid = fromMilliseconds(paidAt.toMSecsSinceEpoch());
        QCOMPARE(bankDay(paidWatchEnd(paid) - 1s), lastDay);
        QVERIFY(paidWatchEnd(paid) >= paid + 240h);
        QVERIFY(paidWatchEnd(paid) <= paid + longestPaidWatch);
    }
};

QTEST_GUILESS_MAIN(PollPlanTest)
#include "tst_pollplan.moc"
