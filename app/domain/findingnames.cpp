#include "domain/findingnames.h"

#include "core/storedwords.h"

namespace countersign {

namespace {

constexpr std::array kindNames{QLatin1String("senderMissing"),
                               QLatin1String("senderWrongCharacter"),
                               QLatin1String("senderWrongLength"),
                               QLatin1String("senderNotOurs"),
                               QLatin1String("nameMissing"),
                               QLatin1String("nameTooLong"),
                               QLatin1String("nameControlCharacter"),
                               QLatin1String("nameInvisibleCharacter"),
                               QLatin1String("nameForeignCharacter"),
                               QLatin1String("nameMixedScripts"),
                               QLatin1String("nameWithoutIp"),
                               QLatin1String("nameOfCompanyOnPersonAccount"),
                               QLatin1String("nameWithoutLegalForm"),
                               QLatin1String("innMissing"),
                               QLatin1String("innWrongCharacter"),
                               QLatin1String("innWrongLength"),
                               QLatin1String("innIsOgrn"),
                               QLatin1String("innWrongFormat"),
                               QLatin1String("innOfPersonNeeded"),
                               QLatin1String("innOfOrganisationNeeded"),
                               QLatin1String("innCheckDigit"),
                               QLatin1String("innGood"),
                               QLatin1String("kppMissing"),
                               QLatin1String("kppWrongCharacter"),
                               QLatin1String("kppWrongLength"),
                               QLatin1String("kppWrongFormat"),
                               QLatin1String("kppNotForPerson"),
                               QLatin1String("bikMissing"),
                               QLatin1String("bikWrongCharacter"),
                               QLatin1String("bikWrongLength"),
                               QLatin1String("bikUnknown"),
                               QLatin1String("bankTakesNoPayouts"),
                               QLatin1String("bankLicenceWithdrawn"),
                               QLatin1String("bankInLiquidation"),
                               QLatin1String("bankMoratorium"),
                               QLatin1String("bankAccountClosing"),
                               QLatin1String("bankAccountLimited"),
                               QLatin1String("bankUrgentLimited"),
                               QLatin1String("bankIndirectLimited"),
                               QLatin1String("bankBranchEnding"),
                               QLatin1String("bikGood"),
                               QLatin1String("directoryMissing"),
                               QLatin1String("directoryOld"),
                               QLatin1String("accountMissing"),
                               QLatin1String("accountWrongCharacter"),
                               QLatin1String("accountWrongLength"),
                               QLatin1String("accountNotRouble"),
                               QLatin1String("accountPrefixNotPayable"),
                               QLatin1String("accountOfNonResident"),
                               QLatin1String("accountIsSender"),
                               QLatin1String("accountDepositHint"),
                               QLatin1String("accountPrefixGood"),
                               QLatin1String("accountKeyMismatch"),
                               QLatin1String("accountKeyGood"),
                               QLatin1String("amountMissing"),
                               QLatin1String("amountUnreadable"),
                               QLatin1String("amountTooPrecise"),
                               QLatin1String("amountTooLarge"),
                               QLatin1String("amountZero"),
                               QLatin1String("amountOverLimit"),
                               QLatin1String("amountOverBalance"),
                               QLatin1String("amountWithinLimit"),
                               QLatin1String("purposeMissing"),
                               QLatin1String("purposeTooLong"),
                               QLatin1String("purposeForbiddenCharacter"),
                               QLatin1String("purposeForeignCharacter"),
                               QLatin1String("purposeInvisibleCharacter"),
                               QLatin1String("purposeMixedScripts"),
                               QLatin1String("purposeNormalised"),
                               QLatin1String("purposeWithoutVat"),
                               QLatin1String("purposeVoCodeMalformed"),
                               QLatin1String("purposeVoCodeNeeded"),
                               QLatin1String("purposeVoCodeUnneeded"),
                               QLatin1String("purposeVatDiffers"),
                               QLatin1String("purposeVatRateNotInForce"),
                               QLatin1String("purposeGood")};
static_assert(kindNames.size() == static_cast<size_t>(FindingKind::purposeGood) + 1);

constexpr StoredWords<FindingKind, kindNames.size()> findingKinds(kindNames);
constexpr StoredWords<Severity, 4> severities({QLatin1String("block"), QLatin1String("warn"), QLatin1String("hint"),
                                               QLatin1String("good")});

} // namespace

QString findingKindName(FindingKind kind)
{
    return findingKinds.of(kind);
}

QString severityWord(Severity severity)
{
    return severities.of(severity);
}

} // namespace countersign
