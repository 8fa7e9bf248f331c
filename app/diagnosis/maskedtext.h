#pragma once

#include <QString>

namespace countersign {

/// A line as it may be logged and reported (threat-model.md E1): words of Latin letters, numbers of up to four digits
/// and the beginnings of digests stay, everything else becomes "***": names in Cyrillic, accounts, INN, amounts, paths,
/// Base64, addresses. One line, at most 400 characters.
[[nodiscard]] QString maskedText(const QString &line);

} // namespace countersign
