#include "domain/workingdays.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

struct Holiday
{
    int month;
    int day;
};

constexpr std::array<Holiday, 6> holidays{{{2, 23}, {3, 8}, {5, 1}, {5, 9}, {6, 12}, {11, 4}}};
constexpr int lastNewYearHoliday = 8; // 1-8 January

/// A day that the government has moved by decree, in either direction.
struct MovedDay
{
    int year;
    int month;
    int day;
    bool working;
};

/// By year (ru-payments.md 8). 2026: 3 and 4 January, a weekend, are taken on 9 January and 31 December. No decree for
/// 2027 is known.
constexpr std::array<MovedDay, 2> movedDays{{{2026, 1, 9, false}, {2026, 12, 31, false}}};

bool isHoliday(QDate day)
{
    return std::ranges::any_of(
        holidays, [day](Holiday holiday) { return holiday.month == day.month() && holiday.day == day.day(); });
}

/// The day after a weekend with a holiday; the holidays lie so far apart that it is a Monday and none itself.
bool restsForTheWeekend(QDate day)
{
    return day.dayOfWeek() == Qt::Monday && (isHoliday(day.addDays(-1)) || isHoliday(day.addDays(-2)));
}

QTimeZone moscow()
{
    return QTimeZone(QByteArrayLiteral("Europe/Moscow"));
}

} // namespace

QDateTime bankTime(Instant moment)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(moment), moscow());
}

QDate bankDay(Instant moment)
{
    return bankTime(moment).date();
}

Instant startOfBankDay(QDate day)
{
    return fromMilliseconds(day.startOfDay(moscow()).toMSecsSinceEpoch());
}

bool isWorkingDay(QDate day)
{
    const auto moved = std::ranges::find_if(
        movedDays, [day](const MovedDay &each) { return QDate(each.year, each.month, each.day) == day; });
    if (moved != movedDays.end()) return moved->working;
    if (day.dayOfWeek() >= Qt::Saturday) return false;
    if (day.month() == 1 && day.day() <= lastNewYearHoliday) return false;
    return !isHoliday(day) && !restsForTheWeekend(day);
}

int workingDaysBetween(QDate from, QDate to)
{
    int count = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1)) {
        if (isWorkingDay(day)) ++count;
    }
    return count;
}

} // namespace countersign
