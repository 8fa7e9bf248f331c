#pragma once

#include <QString>

namespace countersign {

/// Differ in nothing but letter case, quotes, runs of spaces, ё/е: no difference for a soft field
/// (payout-lifecycle.md section 8). Control and invisible characters and look-alike letters are differences.
[[nodiscard]] bool isAlike(const QString &one, const QString &other);

/// Equal for names that are alike and for names that look alike: letters of both alphabets that are drawn the same count
/// as one, spaces, quotes and invisible characters not at all. An index finds by it who may be meant; whether a name is
/// the same says isAlike().
[[nodiscard]] QString lookOf(const QString &name);

/// The same bank in another spelling: legal form, order of words and punctuation do not count, "Банк" is "Bank".
[[nodiscard]] bool isSameBankName(const QString &one, const QString &other);

} // namespace countersign
