#pragma once

#include "directory/directorydesk.h"

namespace countersign::ui {

/// "BIK directory of 20.11.2026", and that it is old when it is; "There is no BIK directory here." for an invalid day.
/// An invalid `today` says nothing of its age.
[[nodiscard]] QString directoryDayWords(QDate day, QDate today = {});
/// "licence withdrawn, account closing": all that speaks against paying through that bank; empty when nothing does.
[[nodiscard]] QString bankLimitWords(const BankEntry &bank);
/// Why the directory that was taken last is not in use, and what to do, as whole sentences.
[[nodiscard]] QString shelfProblemWords(ShelfProblem problem);
/// Why a directory is not taken without a person's word, as a sentence.
[[nodiscard]] QString objectionSentence(DirectoryObjection objection, const OfferedDirectory &offered);
/// What is different: "correspondent accounts", "new in the directory" …
[[nodiscard]] QString differenceWords(const DirectoryDifference &difference);
/// How an entry stood before or stands now, as far as the kind of difference goes; empty for none.
[[nodiscard]] QString entryWords(DirectoryDifference::Kind kind, const std::optional<BankEntry> &entry);
/// Why no directory came, and what to do, as whole sentences.
[[nodiscard]] QString directoryProblem(const Error &error);

} // namespace countersign::ui
