#pragma once

#include "exchange/columnmapping.h"

#include <QByteArray>
#include <QList>

namespace countersign::test {

/// One thing that is wrong with one field, and what is to be said of it. Each reader gets all of them, so that a field
/// is judged alike wherever it came from.
struct FieldDamage
{
    ImportField field;
    const char *name;
    QByteArray value;                 ///< UTF-8; the rest of the payment is good
    const char *finding;              ///< the name of one finding that must be there
    bool refused = true;              ///< else the row is taken, with that finding shown
    bool anywhere = true;             ///< false: the value is in UTF-8 only
    const char *inExchange = nullptr; ///< the finding in the 1C format, where no spreadsheet has been at work
};

inline QList<FieldDamage> fieldDamages()
{
    using enum ImportField;
    return {
        {recipientName, "no name", "", "nameMissing"},
        {recipientName, "161 letters", QByteArray("Ж").repeated(161), "nameTooLong"},
        {recipientName, "600 letters", QByteArray("Я").repeated(600), "nameTooLong"},
        {recipientName, "zero-width space", "ООО Век\u200Bтор", "nameInvisibleCharacter", true, false},
        {recipientName, "text that turns round", "ООО \u202EротвеВ", "nameInvisibleCharacter", true, false},
        {recipientName, "zero-width joiner", "ООО Век\u200Dтор", "nameInvisibleCharacter", true, false},
        {recipientName, "soft hyphen", "ООО Век\u00ADтор", "nameInvisibleCharacter", true, false},
        {recipientName, "a Latin letter inside", "ООО Вeктор", "nameMixedScripts", false},
        {recipientName, "a letter that banks lose", "ООО Вектор ü", "nameForeignCharacter", false, false},
        {inn, "no INN", "", "innMissing"},
        {inn, "9 digits", "770100001", "leadingZeroLost", true, true, "innWrongLength"},
        {inn, "11 digits", "77010000199", "leadingZeroLost", true, true, "innWrongLength"},
        {inn, "13 digits", "7701000019123", "innWrongLength"},
        {inn, "a letter", "77O1000019", "innWrongCharacter"},
        {inn, "a minus", "77-1000019", "innWrongCharacter"},
        {inn, "a person's", "500100732259", "innOfOrganisationNeeded"},
        {inn, "begins with 00", "0001000019", "innWrongFormat"},
        {inn, "wrong check digit", "7701000018", "innCheckDigit", false},
        {kpp, "no KPP", "", "kppMissing"},
        {kpp, "8 characters", "77010100", "leadingZeroLost", true, true, "kppWrongLength"},
        {kpp, "10 characters", "7701010011", "kppWrongLength"},
        {kpp, "Cyrillic letters", "7701АБ001", "kppWrongCharacter"},
        {kpp, "begins with 00", "000101001", "kppWrongFormat"},
        {kpp, "a point", "77010.001", "kppWrongCharacter"},
        {bik, "no BIK", "", "bikMissing"},
        {bik, "7 digits", "0445259", "bikWrongLength"},
        {bik, "10 digits", "0445259740", "bikWrongLength"},
        {bik, "a letter", "04452597O", "bikWrongCharacter"},
        {bik, "two of them", "044525974 044525593", "bikWrongLength"},
        {bik, "a slash", "04452/974", "bikWrongCharacter"},
        {bik, "the leading zero lost", "44525974", "leadingZeroLost", true, true, "bikWrongLength"},
        {account, "no account", "", "accountMissing"},
        {account, "19 digits", "4070281050000000000", "numberRounded", true, true, "accountWrongLength"},
        {account, "21 digits", "407028105000000000011", "accountWrongLength"},
        {account, "4 digits", "4070", "accountWrongLength"},
        {account, "a letter O", "4O702810500000000001", "accountWrongCharacter"},
        {account, "Cyrillic letters", "4О702810500000000001", "accountWrongCharacter"},
        {account, "dollars", "40702840500000000001", "accountNotRouble"},
        {account, "of the treasury", "40101810500000000001", "accountPrefixNotPayable"},
        {account, "a bank's own", "30101810145250000974", "accountPrefixNotPayable"},
        {account, "of a deposit of a company", "42102810500000000001", "accountPrefixNotPayable"},
        {account, "wrong key", "40702810600000000001", "accountKeyMismatch", false},
        {account, "rounded by a spreadsheet", "4.07028105E+19", "numberExponent", true, true, "accountWrongCharacter"},
        {account, "with a comma and exponent", "4,07028105E+19", "numberExponent", true, true, "accountWrongCharacter"},
        {amount, "no amount", "", "amountMissing"},
        {amount, "zero", "0", "amountZero"},
        {amount, "zero with kopecks", "0.00", "amountZero"},
        {amount, "three decimals", "3500.123", "amountTooPrecise"},
        {amount, "words", "три тысячи", "amountUnreadable"},
        {amount, "two points", "3500..00", "amountUnreadable"},
        {amount, "a letter O", "35OO.00", "amountUnreadable"},
        {amount, "too large", "99999999999999.00", "amountTooLarge"},
        {amount, "dollars", "$3500", "amountUnreadable"},
        {amount, "below zero", "-3500.00", "amountUnreadable"},
        {purpose, "no purpose", "", "purposeMissing"},
        {purpose, "211 letters", QByteArray("Ж").repeated(211), "purposeTooLong"},
        {purpose, "a thousand letters", QByteArray("Я").repeated(1000), "purposeTooLong"},
        {purpose, "a question mark", "Оплата? Без НДС", "purposeForbiddenCharacter"},
        {purpose, "an exclamation mark", "Оплата! Без НДС", "purposeForbiddenCharacter"},
        {purpose, "zero-width space", "Опла\u200Bта. Без НДС", "purposeInvisibleCharacter", true, false},
        {purpose, "text that turns round", "Опла\u202Eта. Без НДС", "purposeInvisibleCharacter", true, false},
        {purpose, "a letter that banks lose", "Оплата Ω. Без НДС", "purposeForeignCharacter", true, false},
        {purpose, "emoji", "Оплата 😀. Без НДС", "purposeForeignCharacter", true, false},
        {purpose, "no words about VAT", "Оплата по счету 77", "purposeWithoutVat", false},
        {purpose, "a code that is none", "{VO7006}Оплата. Без НДС", "purposeVoCodeMalformed", false},
        {purpose, "a Latin letter inside", "Оплата по счeту 77. Без НДС", "purposeMixedScripts", false},
    };
}

} // namespace countersign::test
