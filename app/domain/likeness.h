#pragma once

#include <QString>

namespace countersign {

/// Differ in nothing but letter case, quotes, runs of spaces, ё/е: no difference for a soft field
/// (payout-lifecycle.md section 8). Control and invisible characters and look-alike letters are differences.
[[nodiscard]] bool isAlike(const QString &one, const QString &other);

/// The same bank in another spelling: legal form, order of words and punctuation do not count, "Банк" is "Bank".
[[nodiscard]] bool isSameBankName(const QString &one, const QString &other);

} // namespace countersign
