#pragma once

#include <QString>

namespace countersign {

/// Keeps everybody but its owner out of a folder, and out of what is made in it from then on; the system's
/// administrators stay able to come in. False when the system refuses. (threat-model.md M2: files of other users.)
[[nodiscard]] bool keepForOwner(const QString &folder);

} // namespace countersign
