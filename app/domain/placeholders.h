#pragma once

#include "domain/money.h"

#include <QDate>
#include <QStringList>

#include <array>
#include <optional>

namespace countersign {

// Words in square brackets that stand in a template's purpose for what is known only when a draft is made of it. They
// are Russian, as purposes are. Braces are taken: they begin a purpose with a currency code.

enum class Placeholder { today, month, previousMonth, nextMonth, year, amount, vat };
inline constexpr std::array allPlaceholders{Placeholder::today,     Placeholder::month, Placeholder::previousMonth,
                                            Placeholder::nextMonth, Placeholder::year,  Placeholder::amount,
                                            Placeholder::vat};

/// "[дата]", as it is written into a purpose. Letter case does not matter when it is read, nor do spaces inside.
[[nodiscard]] QString placeholderText(Placeholder placeholder);

struct FilledPurpose
{
    QString text;             ///< what could not be filled in stands there as before
    QStringList unknown;      ///< in brackets, but none of ours: "[меясц]"
    bool needsAmount = false; ///< a placeholder could not be filled in without an amount
};

/// 22.11.2026 for [дата], "ноябрь 2026" for [месяц], "3500-00" for [сумма], the whole VAT line for [НДС] at that day's
/// usual rate and for [НДС 10%] at that one. Pure.
[[nodiscard]] FilledPurpose filledPurpose(const QString &purpose, QDate today, std::optional<Money> amount);

} // namespace countersign
