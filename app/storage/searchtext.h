#pragma once

#include "ports/records.h"

namespace countersign {

/// How texts are compared when searching: letter case, composed and decomposed letters, ё and е, and all kinds of white
/// space are the same; й stays й.
[[nodiscard]] QString foldForSearch(const QString &text);

/// What a payout is found by: name, account, purpose, amount ("1234.56" and "1234,56") and number, folded, one a line.
[[nodiscard]] QString searchText(const PayoutRecord &payout);

/// The words of a search, folded; at most 16, the rest is not looked at.
[[nodiscard]] QStringList searchWords(const QString &search);

} // namespace countersign
