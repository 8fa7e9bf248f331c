#pragma once

#include "domain/rowwarnings.h"
#include "exchange/importfinding.h"

namespace countersign::ui {

/// What a finding of an imported file means and what to do about it, as one or two whole sentences. Arguments from the
/// file are inserted as they are: show it as plain text.
[[nodiscard]] QString importFindingSentence(const ImportFinding &finding);

/// What the import warned of at the row that a draft was made of; likewise.
[[nodiscard]] QString rowWarningSentence(const RowWarning &warning);

/// How a field is called beside its column: "Recipient's account".
[[nodiscard]] QString importFieldWords(ImportField field);

} // namespace countersign::ui
