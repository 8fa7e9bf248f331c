#pragma once

#include "core/error.h"
#include "domain/money.h"
#include "domain/requisites.h"

#include <functional>

namespace countersign {

/// Read-only reports (bank131-api.md 5.9). Engine thread; `done` is called there, exactly once, never from inside the
/// call. networkFailed, refusedByBank (detail: its code), unexpectedValue, signerLocked.
class BankReports {
public:
    virtual ~BankReports() = default;
    virtual void balance(const AccountNumber &account, std::function<void(Result<Money>)> done) = 0;
};

} // namespace countersign
