#pragma once

#include "domain/answer.h"
#include "domain/recipientstanding.h"

namespace countersign {

/// Whom the bank's answer names when that is not who was asked for: another account, BIK or INN, or a name that is not
/// alike (isAlike()). Without a value when it is the same one; what the answer leaves out names nobody else, and stays
/// empty in what is returned. Nothing else of the answer is judged here; that is compare().
[[nodiscard]] std::optional<RecipientIdentity> otherRecipient(const RecipientIdentity &asked,
                                                              const ConfirmInformation &answer);

} // namespace countersign
