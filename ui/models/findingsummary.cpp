#include "ui/models/findingwords.h"

#include <QCoreApplication>

namespace countersign::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::FindingSummary)
};

} // namespace

QString findingSummary(const Finding &finding)
{
    switch (finding.kind) {
    case FindingKind::senderMissing:
        return Words::tr("Account to pay from is missing");
    case FindingKind::senderWrongCharacter:
    case FindingKind::senderWrongLength:
    case FindingKind::senderNotOurs:
        return Words::tr("Account to pay from can't be used");

    case FindingKind::nameMissing:
        return Words::tr("Recipient is missing");
    case FindingKind::nameTooLong:
        return Words::tr("Recipient's name is too long");
    case FindingKind::nameControlCharacter:
    case FindingKind::nameInvisibleCharacter:
        return Words::tr("Recipient's name holds an unseen character");
    case FindingKind::nameForeignCharacter:
        return Words::tr("Recipient's name holds an unusual character");
    case FindingKind::nameMixedScripts:
        return Words::tr("Recipient's name mixes two alphabets");
    case FindingKind::nameWithoutIp:
        return Words::tr("Recipient's name is without ИП");
    case FindingKind::nameOfCompanyOnPersonAccount:
        return Words::tr("A company's name, a person's account");
    case FindingKind::nameWithoutLegalForm:
        return Words::tr("Recipient's name is without a legal form");

    case FindingKind::innMissing:
        return Words::tr("INN is missing");
    case FindingKind::innWrongCharacter:
    case FindingKind::innWrongLength:
    case FindingKind::innIsOgrn:
    case FindingKind::innWrongFormat:
        return Words::tr("INN is not complete or not right");
    case FindingKind::innOfPersonNeeded:
        return Words::tr("INN is an organisation's");
    case FindingKind::innOfOrganisationNeeded:
        return Words::tr("INN is a person's");
    case FindingKind::innCheckDigit:
    case FindingKind::innGood:
        return Words::tr("INN check digits");

    case FindingKind::kppMissing:
        return Words::tr("KPP is missing");
    case FindingKind::kppWrongCharacter:
    case FindingKind::kppWrongLength:
    case FindingKind::kppWrongFormat:
        return Words::tr("KPP is not complete or not right");
    case FindingKind::kppNotForPerson:
        return Words::tr("KPP must be empty");

    case FindingKind::bikMissing:
        return Words::tr("BIK is missing");
    case FindingKind::bikWrongCharacter:
    case FindingKind::bikWrongLength:
        return Words::tr("BIK is not complete or not right");
    case FindingKind::bikUnknown:
        return Words::tr("BIK is not in the directory");
    case FindingKind::bankTakesNoPayouts:
        return Words::tr("Bank takes no payouts");
    case FindingKind::bankLicenceWithdrawn:
        return Words::tr("Bank has no licence");
    case FindingKind::bankInLiquidation:
        return Words::tr("Bank is being liquidated");
    case FindingKind::bankMoratorium:
        return Words::tr("Bank is under a moratorium");
    case FindingKind::bankAccountClosing:
        return Words::tr("Bank's account is closing");
    case FindingKind::bankAccountLimited:
        return Words::tr("Bank's account is limited");
    case FindingKind::bankUrgentLimited:
        return Words::tr("Bank is limited in urgent transfers");
    case FindingKind::bankIndirectLimited:
        return Words::tr("Limits for those who take part through the bank");
    case FindingKind::bankBranchEnding:
        return Words::tr("Branch becomes an internal unit of its bank");
    case FindingKind::bikGood:
        return Words::tr("BIK is open and takes payments");
    case FindingKind::directoryMissing:
        return Words::tr("No BIK directory to look in");
    case FindingKind::directoryOld:
        return Words::tr("BIK directory is old");

    case FindingKind::accountMissing:
        return Words::tr("Recipient's account is missing");
    case FindingKind::accountWrongCharacter:
    case FindingKind::accountWrongLength:
        return Words::tr("Recipient's account is not complete or not right");
    case FindingKind::accountNotRouble:
        return Words::tr("Recipient's account is not in roubles");
    case FindingKind::accountPrefixNotPayable:
        return Words::tr("Account type receives no payouts");
    case FindingKind::accountOfNonResident:
        return Words::tr("Account of a non-resident");
    case FindingKind::accountIsSender:
        return Words::tr("Recipient's account is the one to pay from");
    case FindingKind::accountDepositHint:
        return Words::tr("Account is a deposit");
    case FindingKind::accountPrefixGood:
        return Words::tr("Account type may receive payouts");
    case FindingKind::accountKeyMismatch:
    case FindingKind::accountKeyGood:
        return Words::tr("Account control digit");

    case FindingKind::amountMissing:
        return Words::tr("Amount is missing");
    case FindingKind::amountUnreadable:
    case FindingKind::amountTooPrecise:
    case FindingKind::amountTooLarge:
    case FindingKind::amountZero:
        return Words::tr("Amount is not right");
    case FindingKind::amountOverLimit:
        return Words::tr("Amount is above the limit");
    case FindingKind::amountOverBalance:
        return Words::tr("Amount is above the account's balance");
    case FindingKind::amountWithinLimit:
        return Words::tr("Within the limit for one payout (%1\u00A0₽)")
            .arg(Money::fromKopecks(finding.arguments.value(0).toLongLong()).grouped());

    case FindingKind::purposeMissing:
        return Words::tr("Purpose is missing");
    case FindingKind::purposeTooLong:
        return Words::tr("Purpose is too long");
    case FindingKind::purposeForbiddenCharacter:
    case FindingKind::purposeForeignCharacter:
    case FindingKind::purposeInvisibleCharacter:
        return Words::tr("Purpose holds a character to take out");
    case FindingKind::purposeMixedScripts:
        return Words::tr("Purpose mixes two alphabets");
    case FindingKind::purposeNormalised:
        return Words::tr("Purpose is sent with other characters");
    case FindingKind::purposeWithoutVat:
        return Words::tr("Purpose says nothing about VAT");
    case FindingKind::purposeVoCodeMalformed:
        return Words::tr("Currency code is not well-formed");
    case FindingKind::purposeVoCodeNeeded:
        return Words::tr("Currency code may be needed");
    case FindingKind::purposeVoCodeUnneeded:
        return Words::tr("Currency code is not needed");
    case FindingKind::purposeVatDiffers:
        return Words::tr("VAT in the purpose differs");
    case FindingKind::purposeVatRateNotInForce:
        return Words::tr("VAT rate is not in force");
    case FindingKind::purposeGood:
        return Words::tr("Purpose length and characters");
    }
    return {};
}

} // namespace countersign::ui
