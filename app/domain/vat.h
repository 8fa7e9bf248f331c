#pragma once

#include "domain/money.h"

#include <QDate>
#include <QList>

namespace countersign {

// The words about VAT that close a purpose (Tax Code art. 168(4), ru-payments.md 3.2).

/// The rates in per cent that a supply on that day may have, the usual one first; 0 % is not among them.
[[nodiscard]] QList<int> vatRatesOn(QDate day);

/// The tax inside an amount that includes it, rounded half up to a kopeck. `percent` above 0, the amount not below 0.
[[nodiscard]] Money vatInside(Money total, int percent);

/// "631-15", as payment orders write an amount that is not below 0.
[[nodiscard]] QString roublesAndKopecks(Money amount);

/// "В том числе НДС 22% - 631-15 руб."
[[nodiscard]] QString vatLine(Money total, int percent);
/// "Без НДС"
[[nodiscard]] QString withoutVatLine();

/// The purpose with that line at its end, in place of such a line that stands there already. Not longer than
/// purposeLimit after normalisation, else without a value: nothing is ever cut.
[[nodiscard]] std::optional<QString> withVatLine(const QString &purpose, const QString &line);

/// What a purpose says about the tax, as far as it can be read.
struct SaidVat
{
    int percent = 0;
    std::optional<Money> tax; ///< none: only the rate is given
    friend bool operator==(const SaidVat &, const SaidVat &) = default;
};
[[nodiscard]] std::optional<SaidVat> saidVat(QStringView purpose);

} // namespace countersign
