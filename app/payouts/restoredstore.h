#pragma once

#include "payouts/work.h"

namespace countersign {

/// The causes of a freeze that a store brings along when it comes back from a backup.
enum class ReturnCause {
    restored, ///< where the profile was before
    brought,  ///< on a computer that did not have the profile
};
/// "restored", "brought": as FreezeRecord::cause.
[[nodiscard]] QString returnWord(ReturnCause cause);

/// A store that comes back from a backup does not know what was sent since: nothing leaves it until a person lifts the
/// freeze, and what waited to be sent by itself is a draft again (K15; the send journal may be lost with the other
/// computer). `details` go into the audit entry.
[[nodiscard]] Result<> freezeRestored(Work &work, ReturnCause cause, const QJsonObject &details);

} // namespace countersign
