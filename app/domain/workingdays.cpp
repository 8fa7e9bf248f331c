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
    if (day.dayOfWeek() >= Qt::Saturday) return false;
    if (day.month() == 1 && day.day() <= lastNewYearHoliday) return false;
    return std::ranges::none_of(
        holidays, [day](Holiday holiday) { return holiday.month == day.month() && holiday.day == day.day(); });
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
