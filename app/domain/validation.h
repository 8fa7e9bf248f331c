#pragma once

#include "domain/bankdirectory.h"
#include "domain/field.h"
#include "domain/payoutcontent.h"

namespace countersign {

enum class Severity {
    block, ///< nothing can be sent
    warn,  ///< a person must look, and may go on
    hint,  ///< good to know
    good,  ///< this was checked and is right: a tick in "Before sending"
};

/// One kind per sentence; the sentence itself is made by the window. In brackets: the arguments, in order.
enum class FindingKind {
    // from
    senderMissing,        ///< block
    senderWrongCharacter, ///< block [character]
    senderWrongLength,    ///< block [digits typed]
    senderNotOurs,        ///< block [account]: not an account of this profile
    // recipient
    nameMissing,                  ///< block
    nameTooLong,                  ///< block [characters, limit]
    nameControlCharacter,         ///< block [U+XXXX]
    nameInvisibleCharacter,       ///< block [U+XXXX]: zero-width, bidi and the like
    nameForeignCharacter,         ///< warn [character]: outside windows-1251, may be lost between banks
    nameMixedScripts,             ///< warn [word]: Latin and Cyrillic letters in one word
    nameWithoutIp,                ///< warn: a sole proprietor's name starts with "ИП "
    nameOfCompanyOnPersonAccount, ///< warn [legal form]
    nameWithoutLegalForm,         ///< warn: account of an organisation, name of two or three plain words
    // INN
    innMissing,              ///< block: this kind of recipient needs it
    innWrongCharacter,       ///< block [character]
    innWrongLength,          ///< block [digits typed]
    innIsOgrn,               ///< block [digits typed]: a registration number stands where the INN belongs
    innWrongFormat,          ///< block: starts with 00
    innOfPersonNeeded,       ///< block [digits typed]: a sole proprietor or individual has 12 digits
    innOfOrganisationNeeded, ///< block [digits typed]: an organisation has 10 digits
    innCheckDigit,           ///< warn, or block by rule [right check digits]
    innGood,                 ///< good
    // KPP
    kppMissing,        ///< block: an organisation needs it
    kppWrongCharacter, ///< block [character]
    kppWrongLength,    ///< block [characters typed]
    kppWrongFormat,    ///< block: starts with 00
    kppNotForPerson,   ///< block: individuals and sole proprietors have none
    // BIK
    bikMissing,           ///< block
    bikWrongCharacter,    ///< block [character]
    bikWrongLength,       ///< block [digits typed]
    bikUnknown,           ///< warn [directory's day as ISO date]: not in the directory
    bankTakesNoPayouts,   ///< warn [bank]: no bank or branch, or without a correspondent account
    bankLicenceWithdrawn, ///< warn [bank]
    bankInLiquidation,    ///< warn [bank]
    bankMoratorium,       ///< warn [bank]
    bankAccountClosing,   ///< warn [bank]
    bankAccountLimited,   ///< warn [bank]
    bankUrgentLimited,    ///< warn [bank]: said of urgent payouts only
    bankIndirectLimited,  ///< hint [bank]
    bankBranchEnding,     ///< hint [bank, successor's BIK or empty]: the branch becomes an internal unit
    bikGood,              ///< good [bank, town, correspondent account]
    directoryMissing,     ///< hint: there is no directory to look in
    directoryOld,         ///< warn [directory's day as ISO date]: older than three business days
    // account
    accountMissing,          ///< block
    accountWrongCharacter,   ///< block [character]
    accountWrongLength,      ///< block [digits typed]
    accountNotRouble,        ///< block [digits 6-8]
    accountPrefixNotPayable, ///< block [prefix]: the bank pays to accounts of other kinds only
    accountOfNonResident,    ///< warn: 40820, listed by the bank for collateral accounts only
    accountIsSender,         ///< block: paying an account from itself
    accountDepositHint,      ///< hint: many deposits take money from their owner's own account only
    accountPrefixGood,       ///< good: the account's kind may receive payouts
    accountKeyMismatch,      ///< warn, or block by rule [right key digit]
    accountKeyGood,          ///< good
    // amount
    amountMissing,     ///< block
    amountUnreadable,  ///< block
    amountTooPrecise,  ///< block: more than two decimals
    amountTooLarge,    ///< block: more than the form can hold
    amountZero,        ///< block: not above zero
    amountOverLimit,   ///< block [limit in kopecks]
    amountOverBalance, ///< warn [balance in kopecks]: by holdAgainstBalance() only
    amountWithinLimit, ///< good [limit in kopecks]
    // purpose
    purposeMissing,            ///< block
    purposeTooLong,            ///< block [characters, limit]
    purposeForbiddenCharacter, ///< block [character]: the bank refuses ? and !
    purposeForeignCharacter,   ///< block [character]: outside windows-1251
    purposeInvisibleCharacter, ///< block [U+XXXX]: control, zero-width, bidi
    purposeMixedScripts,       ///< warn [word]
    purposeNormalised,         ///< hint: other characters will be sent than were typed; see ValidationReport::purpose
    purposeWithoutVat,         ///< hint: no words about VAT
    purposeVoCodeMalformed,    ///< warn: looks like a {VO…} code but is none
    purposeVoCodeNeeded,       ///< warn: a non-resident takes part
    purposeVoCodeUnneeded,     ///< warn: both sides are residents
    purposeVatDiffers,         ///< warn [rate, right tax in kopecks]: not the tax that the amount holds
    purposeVatRateNotInForce,  ///< warn [rate]: may be right for an earlier delivery
    purposeGood,               ///< good [characters, limit]
};

struct Finding
{
    Field field = Field::whole;
    Severity severity = Severity::block;
    FindingKind kind = FindingKind::senderMissing;
    QStringList arguments;
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// What the profile and the day bring. `directory` must outlive the call.
struct ValidationRules
{
    const BankDirectory *directory = nullptr;
    QList<AccountNumber> senderAccounts; ///< the profile's accounts; a payout may start from no other
    std::optional<Money> limit;          ///< per payout
    QDate today;                         ///< in Moscow; invalid: the directory's age is not judged
    bool checkDigitsBlock = false;       ///< live profiles, unless switched off (bank131-api.md 10.3)
};

struct ValidationReport
{
    QList<Finding> findings;              ///< in the order of the form
    std::optional<PayoutContent> content; ///< set exactly when nothing blocks
    std::optional<RecipientKind> kind;    ///< as far as the account's prefix tells
    std::optional<BankEntry> bank;        ///< of the BIK, when the directory has it
    QDate directoryDay;                   ///< of the directory that was looked in; invalid: none
    QList<int> vatRates;                  ///< in per cent, that hold on the rules' day; the usual one first
    QString recipientName;                ///< as it will be sent
    QString purpose;                      ///< as it will be sent

    [[nodiscard]] bool blocked() const;
    [[nodiscard]] qsizetype count(Severity severity) const;
    [[nodiscard]] bool has(FindingKind wanted) const;
};

/// Checks everything that can be known without the bank, while typing and again before freezing. Pure; any thread.
/// Rules: ru-payments.md sections 1-3, bank131-api.md section 10.
[[nodiscard]] ValidationReport validate(const PayoutDraft &draft, const ValidationRules &rules);

/// Adds a warning where the amount is more than the bank last said there is. Never blocks: a balance is information,
/// and money may arrive before the payout is confirmed.
void holdAgainstBalance(ValidationReport &report, const PayoutDraft &draft, Money balance);

} // namespace countersign
