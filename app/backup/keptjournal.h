#pragma once

#include "core/error.h"

#include <QString>

namespace countersign {

/// The send journal of this computer stays when a store comes back, and learns from the backup's journal what it does
/// not know: every send that either of them names is held against the store at the next start (K15). A journal of this
/// computer that is damaged is moved to `asideFolder`, and what can be read of it goes on in a new one.
/// `backupFolder` holds the backup's. storeDamaged (the backup's is), fileUnwritable, journalWriteFailed.
[[nodiscard]] Result<> keepJournal(const QString &journalFolder, const QString &backupFolder,
                                   const QString &asideFolder);

} // namespace countersign
