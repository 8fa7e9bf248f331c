#pragma once

#include "payouts/payoutdesk.h"
#include "ui/models/findingwords.h"
#include "ui/models/reviewrows.h"

namespace countersign::ui {

/// What is said of a draft's recipient: a headline ("New account"), and what to know and do. Both are empty while
/// nothing can be said.
struct RecipientSentence
{
    bool good = false;
    QString headline;
    QString text;
};
[[nodiscard]] RecipientSentence recipientSentence(const RecipientStanding &standing);
/// "Never paid before"; also where nothing is known.
[[nodiscard]] QString standingText(StandingKind kind);
/// "No. 41, 20.11.2026, paid: the same account, amount and purpose".
[[nodiscard]] QString duplicateSentence(const Duplicate &duplicate);

/// The rows of the review about what was acknowledged before sending: empty when nothing was.
[[nodiscard]] QList<ReviewTableRow> acknowledgedRows(const ReviewSheet &sheet);

/// Where the fields of a payout came from, one line for each source; empty when all of it was typed.
[[nodiscard]] QStringList sourceSentences(const DraftSource &source);

/// What the imported document says and the bank is not told, one line each, with the severity that the import gives it.
[[nodiscard]] QList<Remark> unsentRemarks(const DraftSource &source);

} // namespace countersign::ui
