#pragma once

#include "payouts/payoutdesk.h"

namespace countersign::test {

/// The acts of somebody who has read the account from the paper and knows every earlier payout.
[[nodiscard]] inline SendingActs fullActs(const RecipientCheck &check)
{
    SendingActs acts{.recipient = check.who, .typedDigits = check.who.account.right(retypedDigits), .knownEarlier = {}};
    for (const Duplicate &duplicate : check.duplicates)
        acts.knownEarlier.append(duplicate.earlier.id);
    return acts;
}

/// The same for a first payout to somebody, without a look into the store.
[[nodiscard]] inline SendingActs firstActs(const PayoutDraft &draft)
{
    const RecipientIdentity who = identityOf(draft);
    return {.recipient = who, .typedDigits = who.account.right(retypedDigits), .knownEarlier = {}};
}

} // namespace countersign::test
