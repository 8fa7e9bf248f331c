#pragma once

#include "core/clock.h"

#include <QDateTime>

namespace countersign {

/// Moscow time, by which the bank's days and hours go (ru-payments.md 8), whatever this computer's zone is.
[[nodiscard]] QDateTime bankTime(Instant moment);
[[nodiscard]] QDate bankDay(Instant moment);
/// When that day begins in Moscow.
[[nodiscard]] Instant startOfBankDay(QDate day);

/// Not a weekend, a holiday or a day off that was moved to it (ru-payments.md 8). The days that the government moves
/// are known for 2026. Other years go by the Labour Code alone: a holiday on a weekend is taken on the next Monday, but
/// those of January are not moved; such a year may be a few days out. Good enough to judge an age in days, not to
/// promise a payment.
[[nodiscard]] bool isWorkingDay(QDate day);

/// Working days after `from` up to and including `to`; 0 when `to` is not later.
[[nodiscard]] int workingDaysBetween(QDate from, QDate to);

} // namespace countersign
