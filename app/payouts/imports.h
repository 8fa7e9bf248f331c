#pragma once

#include "domain/importorder.h"
#include "payouts/parts.h"
#include "payouts/work.h"

namespace countersign {

/// Makes drafts of the rows of a file, with their provenance and one entry in the audit record: all of it in the
/// caller's transaction, so that a file is imported whole or not at all (payout-lifecycle.md K14). Engine thread.
/// emptyValue (no rows), notValid (a row without an amount above zero; detail: its row), totalDiffers, importedBefore.
[[nodiscard]] Result<ImportDone> importDrafts(Work &work, const EngineParts &parts, const ImportOrder &order);

} // namespace countersign
