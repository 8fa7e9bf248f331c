#include "config/profile.h"

namespace countersign {

namespace {

/// bank131-api.md 2.1; the practice bank tells its address when it starts.
QUrl knownAddress(Environment environment)
{
    switch (environment) {
    case Environment::practice:
        return {};
    case Environment::demo:
        return QUrl(QStringLiteral("https://demo.bank131.ru"));
    case Environment::live:
        return QUrl(QStringLiteral("https://proxy.bank131.ru"));
    }
    return {};
}

} // namespace

Profile newProfile(const QString &name, Environment environment)
{
    Profile profile;
    profile.name = name;
    profile.environment = environment;
    profile.bankUrl = knownAddress(environment);
    if (environment == Environment::live) profile.hours = PaymentHours{QTime(8, 0), QTime(20, 0)};
    return profile;
}

} // namespace countersign
