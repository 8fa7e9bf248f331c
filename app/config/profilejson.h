#pragma once

#include "config/profile.h"

#include <QByteArray>

namespace countersign {

/// The settings file's own version. Another number is not read: an older program must not guess what a newer one meant.
inline constexpr int profileFileVersion = 1;

/// JSON in UTF-8, indented for people; the same profile always gives the same bytes.
[[nodiscard]] QByteArray toJson(const Profile &profile);

/// Strict: every member there (limits, hours and what is rarely set may be missing), of its type, and no other.
/// Errors: settingsInvalid; detail: the member's path, or what the parser says.
[[nodiscard]] Result<Profile> profileFromJson(const QByteArray &json);

} // namespace countersign
