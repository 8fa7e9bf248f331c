#pragma once

#include <QString>

namespace countersign::ui {

/// A text for a narrow pane: words that are longer than its lines (file names, references) may end a line in their
/// middle, at a place that is not seen. Labels of plainLabel() leave these places out of what they copy.
[[nodiscard]] QString withLongWordsBreakable(const QString &text);
[[nodiscard]] QString withoutBreaks(QString text);

} // namespace countersign::ui
