#pragma once

#include <QString>

#include <optional>

namespace countersign::ui {

/// An error code of the bank in words (bank131-api.md section 9). The code itself and the bank's own text are always
/// shown beside them.
struct BankErrorWords
{
    QString shortWords; ///< "account not found", for the list
    QString meaning;    ///< one sentence
    QString advice;     ///< what to do, one or two sentences
};

/// The codes that payouts from a settlement account can meet, and our own reason words; no value for any other.
[[nodiscard]] std::optional<BankErrorWords> bankErrorWords(const QString &code);

} // namespace countersign::ui
