#pragma once

#include "domain/validation.h"

namespace countersign::ui {

/// What a finding means and what to do about it, as one or two whole sentences; stands at its field in the form.
/// Arguments from outside (a bank's name, a typed character) are inserted as they are: show it as plain text.
[[nodiscard]] QString findingSentence(const Finding &finding);

/// The same in a few words, for the column "Before sending".
[[nodiscard]] QString findingSummary(const Finding &finding);

/// A line among the findings of what is no field's content.
struct Remark
{
    Severity severity = Severity::warn;
    QString text; ///< in a few words
};

/// The sign that goes before both, so that nothing rests on colour: ✕ ! · ✓
[[nodiscard]] QString severitySign(Severity severity);
/// What the sign means, for those who hear the window: "Must be corrected".
[[nodiscard]] QString severityName(Severity severity);

/// The finding says that something is still empty: no reproach to a field that nobody has touched yet.
[[nodiscard]] bool isOnlyMissing(FindingKind kind);

/// What the recipient's account tells about its owner: "Sole proprietor: INN is required, KPP is not".
[[nodiscard]] QString kindSentence(RecipientKind kind);

} // namespace countersign::ui
