#pragma once

#include "core/clock.h"

#include <QDate>

namespace countersign::ui {

// Days as the window's language writes them, always with four digits of the year; the time of day in 24 hours
// everywhere, as banks write it. Days and times are the bank's (Moscow, ru-payments.md 8) wherever this computer
// stands, so that the list, the details, an exported file and a printed order name one day for one payment. What shows
// moments says once whose they are: in a heading or tooltip by zoneWords(), in a sentence by inZone().

/// "20.11.2026" in Russian, "20/11/2026" in British English.
[[nodiscard]] QString dayWords(QDate day);
/// "11:41" on the day of `now`, "20.11" in its year, "20.11.2025" else.
[[nodiscard]] QString shortMoment(Instant at, Instant now);
/// "11:41:36" on the day of `now`, "20.11.2026 11:41:36" else.
[[nodiscard]] QString exactMoment(Instant at, Instant now);

/// "20.11.2026 11:41".
[[nodiscard]] QString wholeMoment(Instant at);

/// "Moscow time"
[[nodiscard]] QString zoneWords();
/// "20.11.2026 11:41 (Moscow time)"
[[nodiscard]] QString inZone(const QString &moment);

} // namespace countersign::ui
