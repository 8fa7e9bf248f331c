#pragma once

#include "core/error.h"

namespace countersign::ui {

/// What went wrong and what to do about it, as whole sentences. The technical detail is not part of it.
[[nodiscard]] QString errorSentence(const Error &error);

/// What a guard of the confirm gate found ("G4" …), as a sentence; an unknown guard names itself.
[[nodiscard]] QString guardSentence(const QString &guard);

} // namespace countersign::ui
