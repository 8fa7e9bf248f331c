#pragma once

#include <QList>
#include <QString>

namespace countersign::ui {

/// Text from outside, made safe to show among our own words: characters that can't be seen or that turn the direction
/// of what follows (control, zero-width, bidi, line separators) become "⟨U+202E⟩"; everything else stays
/// (threat-model.md U2, U5).
[[nodiscard]] QString visibleText(QStringView fromOutside);

/// The same, with the way back: `origin[i]` is the place in `fromOutside` that character i of `text` came from.
struct VisibleText
{
    QString text;
    QList<qsizetype> origin;
};
[[nodiscard]] VisibleText visibleTextWithOrigin(QStringView fromOutside);

} // namespace countersign::ui
