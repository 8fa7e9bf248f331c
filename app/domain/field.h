#pragma once

#include <QString>

#include <optional>

namespace countersign {

/// The fields of a payout, in the order of the form; `whole` is none of them in particular.
enum class Field { senderAccount, recipientName, inn, kpp, bik, account, amount, purpose, urgency, whole };

/// "recipientName": stored and digested, never shown to people.
[[nodiscard]] QString payoutFieldWord(Field field);
[[nodiscard]] std::optional<Field> payoutFieldFromWord(QStringView word);

} // namespace countersign
