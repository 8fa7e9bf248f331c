#pragma once

#include <QString>

namespace countersign {

/// As what a spreadsheet shows a number.
enum class NumberShown {
    plain,
    day,
    percent,
    reshaped, ///< divided by thousands, with digits of the format's own, as a time, or not at all
};

/// What a number format shows of a number above zero: the built-in ones by their number, others by their letters.
[[nodiscard]] NumberShown shownBy(int id, const QString &code);
/// Whether a number format shows a text otherwise than it is kept: nothing of it, or with digits of the format's own.
[[nodiscard]] bool reshapesText(const QString &code);

} // namespace countersign
