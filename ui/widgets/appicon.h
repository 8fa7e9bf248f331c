#pragma once

#include <QIcon>

namespace countersign::ui {

/// The program's sign, drawn at every size that is asked for: two equal lines, asked and answered, and a tick.
[[nodiscard]] QIcon applicationIcon();

} // namespace countersign::ui
