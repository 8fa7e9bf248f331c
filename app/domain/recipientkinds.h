#pragma once

#include "domain/payoutcontent.h"

namespace countersign {

/// What an account number tells about its owner (ru-payments.md 2.5). Unknown prefixes: no value.
[[nodiscard]] std::optional<RecipientKind> recipientKindOf(const AccountNumber &account);

/// Whether the bank pays to an account of this kind (bank131-api.md 10.1).
enum class Payability {
    payable,
    nonResident, ///< 40820: on the bank's list for collateral accounts only
    otherKind,   ///< the bank refuses it
    notRouble,   ///< digits 6-8 are not 810
};
[[nodiscard]] Payability payabilityOf(const AccountNumber &account);

/// 423…: a deposit of an individual.
[[nodiscard]] bool isDeposit(const AccountNumber &account);
/// 40803, 40807, 40820, 425…, 426…: roubles to or from it are a currency operation (ru-payments.md 3.3).
[[nodiscard]] bool isOfNonResident(const AccountNumber &account);

} // namespace countersign
