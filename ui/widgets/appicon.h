#pragma once

#include <QIcon>

namespace countersign::ui {

/// The program's sign (resources/icons), in every size that desktops ask for.
[[nodiscard]] QIcon applicationIcon();

} // namespace countersign::ui
