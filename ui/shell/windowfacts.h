#pragma once

#include "config/profile.h"
#include "domain/requisites.h"

#include <QHash>

namespace countersign::ui {

/// What the window shows of its profile and that does not change while it is open.
struct WindowFacts
{
    Environment environment = Environment::practice;
    QString companyName;
    QString companyInn = {}; ///< INN, KPP and the accounts' banks: for printed orders
    QString companyKpp = {};
    QHash<QString, QString> bikOfAccount = {};
    QString operatorName;
    QString policyWords;           ///< the policy in force in words, "one person" (payout-lifecycle.md section 1a)
    QList<AccountNumber> accounts; ///< the profile's settlement accounts; the first one's balance is shown
    QString profileName;
    bool bankReadOverTls = true; ///< false: http, as with the practice bank on this computer
};

} // namespace countersign::ui
