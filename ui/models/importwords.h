#pragma once

#include "exchange/importfinding.h"

namespace countersign::ui {

/// What a finding of an imported file means and what to do about it, as one or two whole sentences. Arguments from the
/// file are inserted as they are: show it as plain text.
[[nodiscard]] QString importFindingSentence(const ImportFinding &finding);

/// How a field is called beside its column: "Recipient's account".
[[nodiscard]] QString importFieldWords(ImportField field);

} // namespace countersign::ui
