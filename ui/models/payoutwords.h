#pragma once

#include "payouts/payoutdesk.h"

namespace countersign::ui {

/// Which of the semantic colours a text takes; a sign always says the same.
enum class StatusGrade { quiet, accent, good, warn, danger };

/// A payout's standing as the list shows it.
struct StatusText
{
    QString sign;   ///< one character: "≠"
    QString words;  ///< "Review: bank's answer differs"
    QString gutter; ///< the sign once more at the left edge, for rows that a person must look at; may be empty
    StatusGrade grade = StatusGrade::quiet;
    friend bool operator==(const StatusText &, const StatusText &) = default;
};

[[nodiscard]] StatusText statusText(PayoutState state, const QString &reasonCode, bool alarmed, Instant since,
                                    Instant now);
[[nodiscard]] StatusText statusText(const ListRow &row, Instant now);

/// As the list says it, without what time and alarms add: for a file, or where the moment stands beside it.
[[nodiscard]] QString stateWords(PayoutState state);

[[nodiscard]] QString folderName(Folder folder);
/// One sentence for a list without rows.
[[nodiscard]] QString emptyFolderSentence(Folder folder, bool searching);

/// What the button of an offer says.
[[nodiscard]] QString offerWords(Offer offer);
/// As on the button beneath a payout of that state.
[[nodiscard]] QString offerWords(Offer offer, PayoutState state);
/// What the act will do, for the panel that asks before it; empty for acts that are done at once.
[[nodiscard]] QString offerReasonQuestion(Offer offer);
/// closeAndTryAgain … acceptObservation as orders of a person; no value for the others.
[[nodiscard]] std::optional<PersonOrder> orderOf(Offer offer);

/// "3 500,00 ₽" with no-break spaces.
[[nodiscard]] QString amountWords(qint64 kopecks);
/// The same, or a dash for "not given yet".
[[nodiscard]] QString amountWords(const std::optional<qint64> &kopecks);

} // namespace countersign::ui
