#include "demobank/moment.h"

#include <array>
#include <cstdio>

namespace countersign::demobank {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;

std::string dateText(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date{day};
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    int value = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<std::chrono::sys_days> dateFromText(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days{date};
}

} // namespace

std::string toText(Moment moment)
{
    const auto day = floor<days>(moment);
    const std::chrono::hh_mm_ss<microseconds> time{moment - day};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%06dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return dateText(day) + text.data();
}

std::optional<Moment> momentFromText(std::string_view text)
{
    if (text.size() != 27 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
        text[26] != 'Z')
        return std::nullopt;
    const auto day = dateFromText(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    const auto micro = digits(text, 20, 6);
    if (!day || !hour || !minute || !second || !micro || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return Moment{*day} + hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second} +
           microseconds{*micro};
}

std::string bankingDay(Moment moment)
{
    return dateText(floor<days>(moment + hours{3}));
}

bool isDate(std::string_view text)
{
    return dateFromText(text).has_value();
}

Moment addWorkingDays(Moment moment, int count)
{
    while (count > 0) {
        moment += days{1};
        const std::chrono::weekday weekday{floor<days>(moment + hours{3})};
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) --count;
    }
    return moment;
}

} // namespace countersign::demobank
