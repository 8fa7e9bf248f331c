#pragma once

#include "payouts/parts.h"
#include "payouts/work.h"

namespace countersign {

// The templates' use cases. Engine thread; each function is one transaction's work, with its audit entry (L13).

/// See TemplateBook::save; returns the template as it is stored.
[[nodiscard]] Result<TemplateRecord> saveTemplate(Work &work, const EngineParts &parts, const TemplateId &id,
                                                  int seenVersion, const QString &name, const PayoutDraft &draft);
[[nodiscard]] Result<> removeTemplate(Work &work, const EngineParts &parts, const TemplateId &id, int seenVersion);

} // namespace countersign
