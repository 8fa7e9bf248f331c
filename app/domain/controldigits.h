#pragma once

#include "domain/bankdirectory.h"

namespace countersign {

/// Result of a check digit: never more than a warning by itself (ru-payments.md 0.3).
enum class CheckResult {
    right,
    wrong,
    notChecked, ///< the text has no check digit (treasury accounts), or is not well-formed
};

/// The key at position 9 of an account kept with the bank of `bik` (procedure 515 of 1997, ru-payments.md 1.3). The
/// directory gives the unit that keeps the accounts of Bank of Russia clients; without it the own BIK serves.
[[nodiscard]] CheckResult checkAccountKey(QStringView account, QStringView bik,
                                          const BankDirectory *directory = nullptr);
/// The digit that would be right at position 9; without a value where nothing is checked.
[[nodiscard]] std::optional<QChar> rightAccountKey(QStringView account, QStringView bik,
                                                   const BankDirectory *directory = nullptr);

/// A bank's correspondent account: the key with the settlement unit's digits, and its last three digits being those
/// of the BIK (ru-payments.md 1.6). Accounts that do not begin with 301 are wrong here.
[[nodiscard]] CheckResult checkCorrespondentAccount(QStringView account, QStringView bik,
                                                    const BankDirectory *directory = nullptr);

/// The last digit (10) or the last two digits (12) of an INN (ru-payments.md 2.2).
[[nodiscard]] CheckResult checkInn(QStringView inn);
/// The digits that would be right at the end; empty when not 10 or 12 digits.
[[nodiscard]] QString rightInnDigits(QStringView inn);

/// The last digit of an OGRN (13 digits, of organisations) or OGRNIP (15, of sole proprietors) (ru-payments.md 2.4).
[[nodiscard]] CheckResult checkOgrn(QStringView ogrn);

} // namespace countersign
