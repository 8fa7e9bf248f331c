#pragma once

#include "payouts/parts.h"
#include "payouts/work.h"

namespace countersign {

// The address book's use cases. Engine thread; each function is one transaction's work, with its audit entry (L13).

/// See RecipientBook::save; returns the entry as it is stored.
[[nodiscard]] Result<RecipientRecord> saveRecipient(Work &work, const EngineParts &parts, const RecipientId &id,
                                                    int seenVersion, const RecipientDetails &details);
[[nodiscard]] Result<> retireRecipient(Work &work, const EngineParts &parts, const RecipientId &id, int seenVersion);

/// The entries that hold this account at this bank or this INN. Reads only.
[[nodiscard]] Result<QList<RecipientRecord>> entriesOf(RecipientReader &reader, const RecipientIdentity &who);

} // namespace countersign
