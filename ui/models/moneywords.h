#pragma once

#include "domain/money.h"

namespace countersign::ui {

/// "3 500,00 ₽", with no-break spaces.
[[nodiscard]] QString withRouble(Money amount);
/// In the window's language: "three thousand five hundred roubles 00 kopecks".
[[nodiscard]] QString amountInWords(Money amount);

} // namespace countersign::ui
