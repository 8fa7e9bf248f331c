#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::demobank {

using std::chrono::microseconds;

/// The bank's time: UTC with microseconds, as its messages show it (bank131-api.md 2.4).
using Moment = std::chrono::sys_time<microseconds>;

/// "2025-02-20T08:42:35.905869Z"
[[nodiscard]] std::string toText(Moment moment);
/// Reads only what toText() writes; the ledger holds nothing else.
[[nodiscard]] std::optional<Moment> momentFromText(std::string_view text);

/// The banking day in Moscow (UTC+3, no summer time) as "2025-02-20".
[[nodiscard]] std::string bankingDay(Moment moment);
/// True for a real calendar date written "YYYY-MM-DD".
[[nodiscard]] bool isDate(std::string_view text);

/// The same time of day `days` working days (Monday to Friday, Moscow) later; holidays are not known here.
[[nodiscard]] Moment addWorkingDays(Moment moment, int days);

} // namespace countersign::demobank
