#pragma once

#include "core/clock.h"

#include <QDateTime>

namespace countersign {

/// Moscow time, by which the bank's days and hours go (ru-payments.md 8), whatever this computer's zone is.
[[nodiscard]] QDateTime bankTime(Instant moment);
[[nodiscard]] QDate bankDay(Instant moment);
/// When that day begins in Moscow.
[[nodiscard]] Instant startOfBankDay(QDate day);

/// Not Saturday, Sunday or one of the holidays with a fixed date (ru-payments.md 8). Days moved by decree are not known
/// here: good enough to judge an age in days, not to promise a payment.
[[nodiscard]] bool isWorkingDay(QDate day);

/// Working days after `from` up to and including `to`; 0 when `to` is not later.
[[nodiscard]] int workingDaysBetween(QDate from, QDate to);

} // namespace countersign
