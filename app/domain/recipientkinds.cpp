#include "domain/recipientkinds.h"

#include <algorithm>
#include <array>
#include <span>

namespace countersign {

namespace {

using Prefixes = std::span<const QLatin1String>;

constexpr std::array personPrefixes{QLatin1String("40817"), QLatin1String("40820"), QLatin1String("423"),
                                    QLatin1String("426")};
constexpr std::array proprietorPrefixes{QLatin1String("40802"), QLatin1String("40803")};
constexpr std::array organisationPrefixes{QLatin1String("405"),   QLatin1String("406"),   QLatin1String("40701"),
                                          QLatin1String("40702"), QLatin1String("40703"), QLatin1String("40706"),
                                          QLatin1String("40807"), QLatin1String("420"),   QLatin1String("421"),
                                          QLatin1String("422"),   QLatin1String("425"),   QLatin1String("03")};
constexpr std::array payablePrefixes{QLatin1String("40817"), QLatin1String("42301"), QLatin1String("42302"),
                                     QLatin1String("42303"), QLatin1String("42304"), QLatin1String("42305"),
                                     QLatin1String("42306"), QLatin1String("42307"), QLatin1String("40802"),
                                     QLatin1String("40702"), QLatin1String("40701"), QLatin1String("40502")};
constexpr std::array nonResidentPrefixes{QLatin1String("40803"), QLatin1String("40807"), QLatin1String("40820"),
                                         QLatin1String("425"), QLatin1String("426")};

bool startsWithAny(const AccountNumber &account, Prefixes prefixes)
{
    return std::ranges::any_of(prefixes, [&](QLatin1String prefix) { return account.text().startsWith(prefix); });
}

} // namespace

std::optional<RecipientKind> recipientKindOf(const AccountNumber &account)
{
    if (startsWithAny(account, personPrefixes)) return RecipientKind::individual;
    if (startsWithAny(account, proprietorPrefixes)) return RecipientKind::soleProprietor;
    if (startsWithAny(account, organisationPrefixes)) return RecipientKind::legalEntity;
    return std::nullopt;
}

Payability payabilityOf(const AccountNumber &account)
{
    const bool nonResident = account.text().startsWith(u"40820");
    if (!nonResident && !startsWithAny(account, payablePrefixes)) return Payability::otherKind;
    if (QStringView(account.text()).mid(5, 3) != u"810") return Payability::notRouble;
    return nonResident ? Payability::nonResident : Payability::payable;
}

bool isDeposit(const AccountNumber &account)
{
    return account.text().startsWith(u"423");
}

bool isOfNonResident(const AccountNumber &account)
{
    return startsWithAny(account, nonResidentPrefixes);
}

} // namespace countersign
