#include "backup/backupplan.h"

#include <QDateTime>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone moscow("Europe/Moscow");

Instant at(const QString &text, const QTimeZone &zone = moscow)
{
    QDateTime moment = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    moment.setTimeZone(zone);
    return fromMilliseconds(moment.toMSecsSinceEpoch());
}

std::optional<Instant> maybe(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(at(text));
}

QString shown(std::optional<Instant> instant)
{
    return instant ? QDateTime::fromMSecsSinceEpoch(toMilliseconds(*instant), moscow).toString(u"yyyy-MM-dd HH:mm"_s)
                   : u"never"_s;
}

} // namespace

/// Nobody thinks of backups: they are due at their time, and what was missed is made up for.
class TestBackupPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextOneIsDue_data()
    {
        QTest::addColumn<BackupRhythm>("rhythm");
        QTest::addColumn<QString>("lastMade");
        QTest::addColumn<QString>("lastFailure");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("next");
        using enum BackupRhythm;
        // 2026-11-23 is a Monday; backups at 18:00, weekly ones on Fridays
        QTest::addRow("off") << off << u""_s << u""_s << u"2026-11-23 12:00"_s << u"never"_s;
        QTest::addRow("never made: at once")
            << daily << u""_s << u""_s << u"2026-11-23 12:00"_s << u"2026-11-22 18:00"_s;
        QTest::addRow("made yesterday evening")
            << daily << u"2026-11-22 18:01"_s << u""_s << u"2026-11-23 12:00"_s << u"2026-11-23 18:00"_s;
        QTest::addRow("the minute has come")
            << daily << u"2026-11-22 18:01"_s << u""_s << u"2026-11-23 18:00"_s << u"2026-11-23 18:00"_s;
        QTest::addRow("missed over a holiday")
            << daily << u"2026-11-10 18:00"_s << u""_s << u"2026-11-23 09:00"_s << u"2026-11-22 18:00"_s;
        QTest::addRow("weekly, made on Friday")
            << weekly << u"2026-11-20 18:05"_s << u""_s << u"2026-11-23 12:00"_s << u"2026-11-27 18:00"_s;
        QTest::addRow("weekly, missed") << weekly << u"2026-11-19 18:05"_s << u""_s << u"2026-11-23 12:00"_s
                                        << u"2026-11-20 18:00"_s;
        QTest::addRow("on Friday before its hour")
            << weekly << u"2026-11-20 18:05"_s << u""_s << u"2026-11-27 17:59"_s << u"2026-11-27 18:00"_s;
        QTest::addRow("made by hand after it was due")
            << daily << u"2026-11-22 20:00"_s << u""_s << u"2026-11-22 21:00"_s << u"2026-11-23 18:00"_s;
        QTest::addRow("after a failure in an hour") << daily << u"2026-11-21 18:00"_s << u"2026-11-22 18:00"_s
                                                    << u"2026-11-22 18:01"_s << u"2026-11-22 19:00"_s;
        QTest::addRow("an old failure delays nothing") << daily << u"2026-11-20 18:00"_s << u"2026-11-20 19:00"_s
                                                       << u"2026-11-22 18:01"_s << u"2026-11-22 18:00"_s;
        QTest::addRow("the clock was set back: made in the future")
            << daily << u"2027-11-22 18:00"_s << u""_s << u"2026-11-23 12:00"_s << u"2026-11-22 18:00"_s;
        QTest::addRow("likewise a failure in the future")
            << daily << u""_s << u"2027-11-22 18:00"_s << u"2026-11-23 12:00"_s << u"2026-11-22 18:00"_s;
    }
    void theNextOneIsDue()
    {
        QFETCH(BackupRhythm, rhythm);
        QFETCH(QString, lastMade);
        QFETCH(QString, lastFailure);
        QFETCH(QString, now);
        QFETCH(QString, next);
        const BackupSettings settings{.rhythm = rhythm, .folder = u"/b"_s};
        QCOMPARE(shown(nextBackup(settings, maybe(lastMade), maybe(lastFailure), at(now), moscow)), next);
    }

    void anHourThatSummerTimeTakesAwayIsMadeUpForOnce()
    {
        const QTimeZone berlin("Europe/Berlin"); // 2027-03-28: no 02:30
        const BackupSettings settings{.rhythm = BackupRhythm::daily, .folder = u"/b"_s, .at = {2, 30}};
        const Instant now = at(u"2027-03-28 09:00"_s, berlin);
        const auto due = nextBackup(settings, at(u"2027-03-27 02:31"_s, berlin), {}, now, berlin);
        QVERIFY(due && *due <= now);
        const auto next = nextBackup(settings, now, {}, now, berlin);
        QVERIFY(next);
        QCOMPARE(toMilliseconds(*next), toMilliseconds(at(u"2027-03-29 02:30"_s, berlin)));
    }

    void theNameTellsProfileAndMoment()
    {
        QCOMPARE(backupName(u"main"_s, at(u"2026-11-23 18:00"_s), moscow, true),
                 u"countersign-main-auto-2026-11-23-180000.zip"_s);
        QCOMPARE(backupName(u"main"_s, at(u"2026-11-23 18:00"_s), moscow, false),
                 u"countersign-main-2026-11-23-1800.zip"_s);
    }

    void onlyOurOwnOldOnesAreTooMany()
    {
        QStringList files{u"countersign-main-2020-01-01-1800.zip"_s, u"countersign-main2-auto-2020-01-01-180000.zip"_s,
                          u"countersign-main-auto-2020-01-01-180000.zip.txt"_s, u"letter.doc"_s};
        for (int day = 10; day < 20; ++day)
            files.prepend(u"countersign-main-auto-2026-11-%1-180000.zip"_s.arg(day));
        QCOMPARE(backupsTooMany(files, u"main"_s, 8), (QStringList{u"countersign-main-auto-2026-11-10-180000.zip"_s,
                                                                   u"countersign-main-auto-2026-11-11-180000.zip"_s}));
        QVERIFY(backupsTooMany(files, u"main"_s, 10).isEmpty());
        QVERIFY(backupsTooMany(files, u"main"_s, 99).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBackupPlan)
#include "tst_backupplan.moc"
