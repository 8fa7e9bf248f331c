#pragma once

#include "domain/money.h"

namespace countersign {

/// Field 6 of a payment order: "Три тысячи пятьсот рублей 00 копеек" (ru-payments.md 7.1). Capital first letter,
/// kopecks always in digits. Amounts below zero or of a quadrillion roubles and more give an empty text.
[[nodiscard]] QString amountInRussianWords(Money amount);

/// "three thousand five hundred roubles 00 kopecks", for people who read the window in English. Small first letter.
[[nodiscard]] QString amountInEnglishWords(Money amount);

} // namespace countersign
