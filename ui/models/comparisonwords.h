#pragma once

#include "payouts/payoutdesk.h"

namespace countersign::ui {

// The review's sentences (design.md section 5). Texts of the bank that are inserted have passed visibleText().

[[nodiscard]] QString fieldName(ReviewField field);       ///< "Corr. account", the row's head within its group
[[nodiscard]] QString fieldInSentence(ReviewField field); ///< "the recipient's name"

/// What stands under "asked" in this row comes from the BIK directory or the company profile, not from the request.
[[nodiscard]] bool isDerived(ReviewField field);
/// The row's warnings, without those that its grade says already.
[[nodiscard]] QList<FieldWarning> warningsOf(const ComparedField &field);

/// "≠ differs", "+ added by the bank"; sign and words, so that nothing rests on colour. For sameNormalised and
/// notComparable see also gradeExplanation().
[[nodiscard]] QString gradeWords(const ComparedField &field);
/// Why an unequal text counts as the same, or why nothing was compared; empty where there is nothing to explain.
[[nodiscard]] QString gradeExplanation(const ComparedField &field);
/// "BIK belongs to another bank"
[[nodiscard]] QString warningWords(FieldWarning warning);

/// What the person says by ticking it: "I know that the recipient's name differs from my request".
[[nodiscard]] QString tickSentence(const QString &tickWord, const Comparison &comparison);

/// How serious the whole answer is; decides colour and sign of the banner.
enum class Effect { clean, partly, look, differs };
[[nodiscard]] Effect effectOf(const ReviewSheet &sheet);
[[nodiscard]] QString effectSign(Effect effect);
/// The banner: `lead` says what was found, `rest` what will happen or what to do.
struct EffectSentence
{
    QString lead;
    QString rest;
};
[[nodiscard]] EffectSentence effectSentence(const ReviewSheet &sheet);

/// What the bank will do in that field, exactly as it wrote it; empty when it says nothing.
[[nodiscard]] QString answeredText(const Comparison &comparison, ReviewField field);

} // namespace countersign::ui
