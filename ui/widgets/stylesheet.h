#pragma once

#include <QString>

namespace countersign::ui {

struct Colours;

/// The one style sheet of the program, filled with the given colours. It styles what Fusion's palette can't: button
/// roles (property `buttonRole`), label tones (`tone`), grounds (`ground`), grades of notes (`grade`).
[[nodiscard]] QString styleSheetFor(const Colours &colours);

} // namespace countersign::ui
