#pragma once

#include "exchange/columnmapping.h"

namespace countersign {

/// Small letters, е for ё, letters and digits only with single spaces between words: "Р/с  получателя" and "р.с.
/// Получателя" are one name.
[[nodiscard]] QString normalisedColumnName(const QString &header);
/// The field that a header names, in Russian, in English, or by the key of the 1C format.
[[nodiscard]] std::optional<ImportField> fieldNamed(const QString &header);

} // namespace countersign
