#pragma once

#include <QDate>

namespace countersign {

/// Not Saturday, Sunday or one of the holidays with a fixed date (ru-payments.md 8). Days moved by decree are not known
/// here: good enough to judge an age in days, not to promise a payment.
[[nodiscard]] bool isWorkingDay(QDate day);

/// Working days after `from` up to and including `to`; 0 when `to` is not later.
[[nodiscard]] int workingDaysBetween(QDate from, QDate to);

} // namespace countersign
