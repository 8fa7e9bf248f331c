#include "domain/answeredrecipient.h"

#include "domain/likeness.h"

namespace countersign {

namespace {

/// Nothing asked or nothing answered is no contradiction.
bool areOther(const QString &asked, const QString &answered)
{
    return !asked.isEmpty() && !answered.isEmpty() && asked != answered;
}

} // namespace

std::optional<RecipientIdentity> otherRecipient(const RecipientIdentity &asked, const ConfirmInformation &answer)
{
    if (!answer.hasAccountDetails) return std::nullopt;
    const TransferParty &party = answer.recipient;
    RecipientIdentity named{.name = party.name.value_or(QString()),
                            .inn = party.inn.value_or(QString()),
                            .bik = party.bik.value_or(QString()),
                            .account = party.accountNumber.value_or(QString())};
    const bool otherName = areOther(asked.name, named.name) && !isAlike(asked.name, named.name);
    if (!otherName && !areOther(asked.account, named.account) && !areOther(asked.bik, named.bik) &&
        !areOther(asked.inn, named.inn)) {
        return std::nullopt;
    }
    return named;
}

} // namespace countersign
