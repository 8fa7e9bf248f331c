#include "backup/backupplan.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace countersign {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pauseAfterFailure = 1h;
constexpr int daysOfWeek = 7;

QDateTime localTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), zone);
}

/// The last moment not after `now` that the rhythm names.
Instant lastDue(const BackupSettings &settings, Instant now, const QTimeZone &zone)
{
    const QDateTime here = localTime(now, zone);
    QDate day = here.date();
    if (settings.rhythm == BackupRhythm::weekly)
        day = day.addDays(-((day.dayOfWeek() - settings.weekday + daysOfWeek) % daysOfWeek));
    const int step = settings.rhythm == BackupRhythm::weekly ? daysOfWeek : 1;
    if (day == here.date() && settings.at > here.time()) day = day.addDays(-step);
    return fromMilliseconds(QDateTime(day, settings.at, zone).toMSecsSinceEpoch());
}

} // namespace

std::optional<Instant> nextBackup(const BackupSettings &settings, std::optional<Instant> lastMade,
                                  std::optional<Instant> lastFailure, Instant now, const QTimeZone &zone)
{
    if (settings.rhythm == BackupRhythm::off) return std::nullopt;
    const Instant due = lastDue(settings, now, zone);
    Instant next = due;
    if (lastMade && *lastMade >= due && *lastMade <= now) {
        const int step = settings.rhythm == BackupRhythm::weekly ? daysOfWeek : 1;
        const QDate day = localTime(due, zone).date().addDays(step);
        return fromMilliseconds(QDateTime(day, settings.at, zone).toMSecsSinceEpoch());
    }
    if (lastFailure && *lastFailure <= now) next = std::max<Instant>(next, *lastFailure + pauseAfterFailure);
    return next;
}

QString backupName(const QString &profile, Instant now, const QTimeZone &zone, bool byRhythm)
{
    const QString moment = localTime(now, zone).toString(byRhythm ? u"yyyy-MM-dd-HHmmss"_s : u"yyyy-MM-dd-HHmm"_s);
    return u"countersign-"_s + profile + (byRhythm ? u"-auto-"_s : u"-"_s) + moment + u".zip"_s;
}

QStringList backupsTooMany(QStringList files, const QString &profile, int keep)
{
    const QRegularExpression ours(u"^countersign-"_s + QRegularExpression::escape(profile) +
                                  u"-auto-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.zip$"_s);
    files.removeIf([&](const QString &name) { return !ours.match(name).hasMatch(); });
    files.sort(); // the name tells the moment
    return files.first(std::max<qsizetype>(0, files.size() - keep));
}

} // namespace countersign
