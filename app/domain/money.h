#pragma once

#include "core/error.h"

#include <compare>

namespace countersign {

/// An amount in roubles as a 64-bit count of kopecks. May be negative (balances); a payout's amount is checked to be
/// positive where it is made. Arithmetic is checked; there is no way to or from floating point.
class Money {
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money fromKopecks(qint64 kopecks) { return Money(kopecks); }

    /// Reads what a person types or pastes: "3 500,00", "3500.5", "3500", with plain, no-break or thin spaces as
    /// grouping and an optional rouble sign. More than two decimals is wrongFormat, never rounded; beyond
    /// 999 999 999 999,99 is outOfRange.
    [[nodiscard]] static Result<Money> parse(QStringView typed);

    [[nodiscard]] constexpr qint64 kopecks() const { return m_kopecks; }
    /// Without a value when the sum leaves 64 bits.
    [[nodiscard]] Result<Money> plus(Money other) const;

    /// "3 500,00" with no-break spaces; the rouble sign is added by who shows it.
    [[nodiscard]] QString grouped() const;

    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(qint64 kopecks) : m_kopecks(kopecks) {}
    qint64 m_kopecks = 0;
};

} // namespace countersign
