#pragma once

#include "core/error.h"
#include "domain/money.h"
#include "domain/requisites.h"

#include <functional>

namespace countersign {

/// Read-only reports (bank131-api.md 5.9); may be repeated. Engine thread; `done` is called there, exactly once, never
/// from inside the call.
class BankReports {
public:
    virtual ~BankReports() = default;

    /// The account's balance as the bank tells it: information, never a guarantee; whether waiting payouts and fees are
    /// deducted is not stated. networkFailed, refusedByBank (detail: its code), malformedJson, duplicateKey,
    /// missingMember, unexpectedValue, settingsInvalid, and what signing can answer (signerLocked).
    virtual void balance(const AccountNumber &account, std::function<void(Result<Money>)> done) = 0;
};

} // namespace countersign
