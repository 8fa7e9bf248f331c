#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace countersign {

using std::chrono::milliseconds;

/// A moment in UTC with millisecond resolution; what the store keeps (milliseconds since 1970).
using Instant = std::chrono::sys_time<milliseconds>;

/// Where time comes from. Injected everywhere, so that days can pass in a test.
/// Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    /// Wall-clock time; may jump both ways. For showing and storing.
    [[nodiscard]] virtual Instant now() const = 0;
    /// Never goes back; starts anywhere. For measuring how long something took.
    [[nodiscard]] virtual milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] milliseconds monotonic() const override;
};

/// "2026-11-22T11:41:36.382Z"
[[nodiscard]] QString toIsoText(Instant instant);
[[nodiscard]] qint64 toMilliseconds(Instant instant);
[[nodiscard]] Instant fromMilliseconds(qint64 sinceEpoch);

/// Reads RFC 3339 with 0-9 fraction digits and any offset (bank131-api.md 2.4); microseconds since 1970.
[[nodiscard]] std::optional<qint64> parseRfc3339Micros(QStringView text);

} // namespace countersign
