#pragma once

#include "bank131/transportoptions.h"
#include "config/profilestore.h"
#include "core/error.h"

namespace countersign {

/// How a profile reaches its bank. fileUnreadable when its extra certificate can't be read, settingsInvalid for a
/// pin that is none.
[[nodiscard]] Result<TransportOptions> transportSettings(const Profile &profile, const ProfilePaths &paths);

} // namespace countersign
