#include "ui/models/findingwords.h"

#include "ui/models/datewords.h"
#include <QCoreApplication>
#include <QDate>

namespace countersign::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::FindingWords)
};

QString day(const QString &isoDate)
{
    return dayWords(QDate::fromString(isoDate, Qt::ISODate));
}

/// A limit in kopecks, for people.
QString roubles(const QString &kopecks)
{
    return Money::fromKopecks(kopecks.toLongLong()).grouped() + QStringLiteral("\u00A0₽");
}

QString bankLine(const QStringList &arguments)
{
    QStringList parts = arguments.mid(0, 2);
    parts.removeAll(QString());
    return Words::tr("%1 · corr. account %2").arg(parts.join(QStringLiteral(", ")), groupedDigits(arguments.value(2)));
}

/// `successor` may be empty: the directory need not name one.
QString branchEndingText(const QString &bank, const QString &successor)
{
    const QString what =
        Words::tr("%1 is becoming an internal unit of its bank, and this BIK will end. Ask the recipient for the "
                  "new bank details.")
            .arg(bank);
    return successor.isEmpty() ? what
                               : what + u' ' + Words::tr("The directory names BIK %1 in its place.").arg(successor);
}

} // namespace

QString findingSentence(const Finding &finding)
{
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.kind) {
    case FindingKind::senderMissing:
        return Words::tr("Choose the account to pay from.");
    case FindingKind::senderWrongCharacter:
        return Words::tr("The account to pay from holds “%1”. An account has digits only.").arg(first);
    case FindingKind::senderWrongLength:
        return Words::tr("The account to pay from has %1 digits. An account has 20.").arg(first);
    case FindingKind::senderNotOurs:
        return Words::tr("%1 is not an account of this profile. Choose one from the list.").arg(groupedDigits(first));

    case FindingKind::nameMissing:
        return Words::tr("Enter who is paid, as the contract or invoice has it.");
    case FindingKind::nameTooLong:
        return Words::tr("The name has %1 characters and may have %2. Shorten it.").arg(first, second);
    case FindingKind::nameControlCharacter:
        return Words::tr("The name holds a control character (%1). Type the name anew.").arg(first);
    case FindingKind::nameInvisibleCharacter:
        return Words::tr("The name holds a character that can't be seen (%1). Type the name anew.").arg(first);
    case FindingKind::nameForeignCharacter:
        return Words::tr("“%1” may be lost on the way between banks. Write the name without it.").arg(first);
    case FindingKind::nameMixedScripts:
        return Words::tr("“%1” mixes Latin and Cyrillic letters. Type this word anew in one alphabet.").arg(first);
    case FindingKind::nameWithoutIp:
        return Words::tr("This is an account of a sole proprietor: the name should begin with “ИП ”.");
    case FindingKind::nameOfCompanyOnPersonAccount:
        return Words::tr("The name is a company's (%1), but the account is a person's. Compare both with the invoice.")
            .arg(first);
    case FindingKind::nameWithoutLegalForm:
        return Words::tr("The account is an organisation's. Its name usually has a legal form, such as ООО or АО.");

    case FindingKind::innMissing:
        return Words::tr("Enter the INN; this kind of recipient needs one.");
    case FindingKind::innWrongCharacter:
        return Words::tr("The INN holds “%1”. An INN has digits only.").arg(first);
    case FindingKind::innWrongLength:
        return Words::tr("An INN has 10 digits (organisation) or 12 (person); this one has %1.").arg(first);
    case FindingKind::innIsOgrn:
        return Words::tr("This is a registration number (OGRN) of %1 digits. Enter the INN.").arg(first);
    case FindingKind::innWrongFormat:
        return Words::tr("An INN never begins with 00. Compare it with the invoice.");
    case FindingKind::innOfPersonNeeded:
        return Words::tr("The account is a person's, whose INN has 12 digits. Typed: %1.").arg(first);
    case FindingKind::innOfOrganisationNeeded:
        return Words::tr("The account is an organisation's, whose INN has 10 digits. Typed: %1.").arg(first);
    case FindingKind::innCheckDigit:
        return Words::tr("The check digits of the INN do not fit; %1 would. A digit may be mistyped: compare the INN "
                         "with the invoice.")
            .arg(first);
    case FindingKind::innGood:
        return Words::tr("No typing error found in the INN.");

    case FindingKind::kppMissing:
        return Words::tr("Enter the KPP; an organisation has one.");
    case FindingKind::kppWrongCharacter:
        return Words::tr("The KPP holds “%1”. It has digits, and at places 5 and 6 also capital Latin letters.")
            .arg(first);
    case FindingKind::kppWrongLength:
        return Words::tr("A KPP has 9 characters; this one has %1.").arg(first);
    case FindingKind::kppWrongFormat:
        return Words::tr("A KPP never begins with 00. Compare it with the invoice.");
    case FindingKind::kppNotForPerson:
        return Words::tr("A person has no KPP. Leave this field empty.");

    case FindingKind::bikMissing:
        return Words::tr("Enter the BIK of the recipient's bank.");
    case FindingKind::bikWrongCharacter:
        return Words::tr("The BIK holds “%1”. A BIK has digits only.").arg(first);
    case FindingKind::bikWrongLength:
        return Words::tr("A BIK has 9 digits; this one has %1.").arg(first);
    case FindingKind::bikUnknown:
        return Words::tr("No bank has this BIK in the directory of %1. Compare it with the invoice.").arg(day(first));
    case FindingKind::bankTakesNoPayouts:
        return Words::tr("%1 does not take payouts under this BIK. Ask the recipient for the bank's details.")
            .arg(first);
    case FindingKind::bankLicenceWithdrawn:
        return Words::tr("The licence of %1 was withdrawn. Ask the recipient for an account with another bank.")
            .arg(first);
    case FindingKind::bankInLiquidation:
        return Words::tr("%1 is being liquidated. Ask the recipient for an account with another bank.").arg(first);
    case FindingKind::bankMoratorium:
        return Words::tr(
                   "%1 is under a moratorium on paying its creditors, so the recipient may not get the money. Ask "
                   "for an account with another bank.")
            .arg(first);
    case FindingKind::bankAccountClosing:
        return Words::tr("The correspondent account of %1 is being closed. The payout may come back; ask the recipient "
                         "for other bank details.")
            .arg(first);
    case FindingKind::bankAccountLimited:
        return Words::tr("The Bank of Russia keeps the correspondent account of %1 in limited mode. The payout may be "
                         "held up or come back.")
            .arg(first);
    case FindingKind::bankUrgentLimited:
        return Words::tr("The Bank of Russia limits urgent transfers of %1. Send this payout as not urgent, or ask the "
                         "bank.")
            .arg(first);
    case FindingKind::bankIndirectLimited:
        return Words::tr("The Bank of Russia limits those who take part through %1. An ordinary account there is not "
                         "concerned.")
            .arg(first);
    case FindingKind::bankBranchEnding:
        return branchEndingText(first, finding.arguments.value(1));
    case FindingKind::bikGood:
        return bankLine(finding.arguments);
    case FindingKind::directoryMissing:
        return Words::tr("There is no BIK directory here, so the bank's name can't be shown.");
    case FindingKind::directoryOld:
        return Words::tr("The BIK directory is of %1. Update it (Tools menu), banks change from day to day.")
            .arg(day(first));

    case FindingKind::accountMissing:
        return Words::tr("Enter the recipient's account.");
    case FindingKind::accountWrongCharacter:
        return Words::tr("The account holds “%1”. An account has digits only.").arg(first);
    case FindingKind::accountWrongLength:
        return Words::tr("An account has 20 digits; this one has %1.").arg(first);
    case FindingKind::accountNotRouble:
        return Words::tr("This is not a rouble account: digits 6 to 8 are %1 and not 810. Ask the recipient for a "
                         "rouble account.")
            .arg(first);
    case FindingKind::accountPrefixNotPayable:
        return Words::tr("The bank pays nothing to accounts that begin with %1. Ask the recipient for another account.")
            .arg(first);
    case FindingKind::accountOfNonResident:
        return Words::tr(
            "This is an account of a non-resident person. The bank may refuse it; ask your manager there.");
    case FindingKind::accountIsSender:
        return Words::tr("This is the account to pay from. Enter the recipient's account.");
    case FindingKind::accountDepositHint:
        return Words::tr("This is a deposit. Many deposits take money from their owner only.");
    case FindingKind::accountPrefixGood:
        return Words::tr("This kind of account may receive payouts.");
    case FindingKind::accountKeyMismatch:
        return Words::tr("The control digit does not fit this BIK (place 9 should be %1). A digit of the account or of "
                         "the BIK may be mistyped: compare both with the invoice.")
            .arg(first);
    case FindingKind::accountKeyGood:
        return Words::tr("No typing error found in the account.");

    case FindingKind::amountMissing:
        return Words::tr("Enter the amount.");
    case FindingKind::amountUnreadable:
        return Words::tr("This can't be read as an amount. Write it like 3500,00.");
    case FindingKind::amountTooPrecise:
        return Words::tr("Kopecks have two digits. Nothing is rounded here.");
    case FindingKind::amountTooLarge:
        return Words::tr("The amount is larger than a payout can be.");
    case FindingKind::amountZero:
        return Words::tr("The amount must be more than nothing.");
    case FindingKind::amountOverLimit:
        return Words::tr("The amount is above the limit for one payout, %1. Ask whoever keeps the settings.")
            .arg(roubles(first));
    case FindingKind::amountOverBalance:
        return Words::tr("The account holds %1 by the bank's last word, less than this amount. The bank may refuse the "
                         "payout.")
            .arg(roubles(first));
    case FindingKind::amountWithinLimit:
        return Words::tr("Within the limit for one payout, %1.").arg(roubles(first));

    case FindingKind::purposeMissing:
        return Words::tr("Enter what is paid for: the contract or invoice, its date, and whether VAT is included.");
    case FindingKind::purposeTooLong:
        return Words::tr("The purpose has %1 characters and may have %2. Shorten it.").arg(first, second);
    case FindingKind::purposeForbiddenCharacter:
        return Words::tr("The bank refuses “%1” in a purpose. Take it out.").arg(first);
    case FindingKind::purposeForeignCharacter:
        return Words::tr("“%1” can't travel between banks. Take it out.").arg(first);
    case FindingKind::purposeInvisibleCharacter:
        return Words::tr("The purpose holds a character that can't be seen (%1). Type the text anew.").arg(first);
    case FindingKind::purposeMixedScripts:
        return Words::tr("“%1” mixes Latin and Cyrillic letters. Type this word anew in one alphabet.").arg(first);
    case FindingKind::purposeNormalised:
        return Words::tr("Some characters are replaced. This will be sent:");
    case FindingKind::purposeWithoutVat:
        return Words::tr("The purpose does not say whether VAT is included. Banks may ask for it.");
    case FindingKind::purposeVoCodeMalformed:
        return Words::tr("The currency code should look like {VO70060}: Latin VO, five digits, no spaces.");
    case FindingKind::purposeVoCodeNeeded:
        return Words::tr("A non-resident takes part: the purpose should begin with a currency code like {VO70060}.");
    case FindingKind::purposeVoCodeUnneeded:
        return Words::tr("The currency code at the beginning is for payouts with non-residents only.");
    case FindingKind::purposeVatDiffers:
        return Words::tr("At %1 % the amount holds VAT of %2; the purpose says something else.")
            .arg(first, roubles(finding.arguments.value(1)));
    case FindingKind::purposeVatRateNotInForce:
        return Words::tr("VAT of %1 % is not in force now. It can be right for an earlier delivery.").arg(first);
    case FindingKind::purposeGood:
        return {};
    }
    return {};
}

QString severitySign(Severity severity)
{
    switch (severity) {
    case Severity::block:
        return QStringLiteral("✕");
    case Severity::warn:
        return QStringLiteral("!");
    case Severity::hint:
        return QStringLiteral("·");
    case Severity::good:
        return QStringLiteral("✓");
    }
    return {};
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::block:
        return Words::tr("Must be corrected");
    case Severity::warn:
        return Words::tr("Warning");
    case Severity::hint:
        return Words::tr("Hint");
    case Severity::good:
        return Words::tr("Good");
    }
    return {};
}

bool isOnlyMissing(FindingKind kind)
{
    return kind == FindingKind::senderMissing || kind == FindingKind::nameMissing || kind == FindingKind::innMissing ||
           kind == FindingKind::kppMissing || kind == FindingKind::bikMissing || kind == FindingKind::accountMissing ||
           kind == FindingKind::amountMissing || kind == FindingKind::purposeMissing;
}

QString kindSentence(RecipientKind kind)
{
    switch (kind) {
    case RecipientKind::individual:
        return Words::tr("Person: INN may be left empty, there is no KPP.");
    case RecipientKind::soleProprietor:
        return Words::tr("Sole proprietor: INN is required, KPP is not.");
    case RecipientKind::legalEntity:
        return Words::tr("Organisation: INN and KPP are required.");
    }
    return {};
}

} // namespace countersign::ui
