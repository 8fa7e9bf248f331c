#pragma once

#include "domain/comparison.h"
#include "domain/money.h"

#include <QTime>

namespace countersign {

/// What a profile fixes for the use cases; made from it once, at start.
struct EngineSettings
{
    QString operatorName;                ///< the one person of the policy "one person" (lifecycle 1a)
    QList<AccountNumber> senderAccounts; ///< allow-list of G10
    CompanyDetails company;
    bool mismatchMayBeConfirmed = false; ///< practice and demo profiles only (design.md section 4)
    bool checkDigitsBlock = false;       ///< live profiles
    bool sendIdempotencyKey = false;
    int callsAtOnce = 8; ///< create, start, confirm, cancel on their way, each of another payout
    std::optional<Money> limitPerPayout;
    std::optional<Money> limitPerDay;
    std::optional<Money> limitNewRecipient;
    QTime hoursFrom; ///< Moscow time; invalid: no limit of hours
    QTime hoursTo;
};

} // namespace countersign
