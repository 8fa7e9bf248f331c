#pragma once

#include "domain/answer.h"
#include "domain/bankdirectory.h"
#include "domain/payoutcontent.h"
#include "domain/textdiff.h"

#include <QJsonObject>

namespace countersign {

// What was asked beside what the bank answered (payout-lifecycle.md section 8, bank131-api.md 8.3).

/// The rows of the review, in the order in which they stand in a Comparison.
enum class ReviewField {
    amount,
    currency,
    recipientAccount,
    recipientName,
    recipientBik,
    recipientBank,
    recipientCorrAccount,
    recipientInn,
    recipientKpp,
    senderAccount,
    senderName,
    senderInn,
    senderKpp,
    senderBank,
    senderBik,
    senderCorrAccount,
    purpose,
    urgency,
    payoutCount,
    sessionId,
    unknownMember, ///< one row for each member that we have no word for
};

enum class Grade {
    same,           ///< equal, character by character (currency: any letter case)
    sameNormalised, ///< equal but for letter case, quotes, spaces, ё/е; soft fields only
    added,          ///< not asked for; the bank says more than we did
    changed,        ///< the bank says something else, or nothing where it must say something
    notComparable,  ///< nothing to hold it against (no directory, no company details, optional and not given)
};

enum class Weight {
    hard,        ///< a difference can't be confirmed on a live profile
    soft,        ///< a difference needs its tick
    information, ///< shown only
};

enum class FieldWarning {
    missingInAnswer,           ///< the bank's account_details (or echo, for what only it holds) lacks the value
    echoDisagrees,             ///< the session's echo says something else than account_details, or leaves
                               ///< account or BIK out: hard
    echoMissing,               ///< the echo lacks the INN that account_details names; needs a tick
    bikNotInDirectory,         ///< the answered BIK is unknown
    bikOfAnotherBank,          ///< the directory knows this BIK under another name
    corrAccountNotInDirectory, ///< contradicts the directory: needs a second person, or a written reason
    corrAccountKey,            ///< control digit or the last three digits do not fit the BIK
    accountKey,                ///< control digit does not fit the answered BIK
    innCheckDigit,
    mixedScripts,         ///< Latin and Cyrillic letters within one word
    invisibleCharacters,  ///< zero-width, bidi or control characters
    bankLicenceWithdrawn, ///< of the recipient's bank, by the directory; likewise those below (ru-payments.md 5.4)
    bankInLiquidation,
    bankMoratorium,
    bankAccountClosing,
    bankAccountLimited,
    bankUrgentLimited,  ///< of urgent payouts only
    bankTakesNoPayouts, ///< none of the above, and no bank or branch with a correspondent account
    // The answered texts against the kind of the account (ru-payments.md 2.5, 3.3), see kindconflicts.h.
    nameOfCompanyOnPersonAccount,
    nameWithoutLegalForm,
    nameWithoutIp,
    innOfOtherKind, ///< ten digits where a person has twelve, or the reverse
    kppOfPerson,    ///< individuals and sole proprietors have none
    accountOfNonResident,
    voCodeMalformed,
    voCodeNeeded,
    voCodeUnneeded,
};

struct ComparedField
{
    ReviewField field = ReviewField::unknownMember;
    QString path;  ///< where the answered value stands: "account_details.recipient.bik", "payout.amount_details.amount"
    QString asked; ///< what we asked; for derived rows what directory or profile say. Empty: nothing
    QString answered; ///< the bank's exact text (amount: Money::grouped()). Empty with missingInAnswer: not given
    QString echoed;   ///< the echo's text; set only with echoDisagrees
    Grade grade = Grade::notComparable;
    Weight weight = Weight::information;
    QList<Span> changed; ///< which characters of `answered` differ; empty when it only lacks some
    QList<FieldWarning> warnings;
    QString tickWord; ///< "recipientName", "unknownMember:account_details.x"; empty: no tick needed

    [[nodiscard]] bool has(FieldWarning warning) const { return warnings.contains(warning); }
    [[nodiscard]] bool isHardDifference() const { return weight == Weight::hard && grade == Grade::changed; }
    friend bool operator==(const ComparedField &, const ComparedField &) = default;
};

struct Comparison
{
    QList<ComparedField> fields;

    /// The first row of that field, or null. Every field but unknownMember occurs exactly once.
    [[nodiscard]] const ComparedField *find(ReviewField field) const;
    /// To state Mismatch: confirm is refused (on practice and demo profiles: only with the special gesture).
    [[nodiscard]] bool hasHardDifference() const;
    /// Nothing changed and nothing to tick; values that the bank added or that can't be compared may be there.
    [[nodiscard]] bool sameEverywhere() const;
    /// The correspondent account contradicts the directory (section 8): second approver, or a written reason.
    [[nodiscard]] bool needsSecondPerson() const;
    /// The tick words of all differences, hard ones too, in the order of the rows.
    [[nodiscard]] QStringList requiredTicks() const;
    /// Fields in which the bank's message contradicts itself.
    [[nodiscard]] QList<ReviewField> echoContradictions() const;
};

/// The company's own details out of the profile; empty texts are not compared.
struct CompanyDetails
{
    QString name;
    QString inn;
    QString kpp;
    QString bik; ///< of the bank that keeps the settlement account
};

/// Pure; any thread. `message` is the one that carried `info`, read with its echo. `directory` may be null.
/// For hard fields nothing absent is ever taken as "same". A warning is no difference, but it needs its tick: check
/// digits, what the directory says, what the eye can't see, what does not fit the account's kind (ru-payments.md 0.2).
[[nodiscard]] Comparison compare(const PayoutContent &asked, const QString &sessionId, const SessionReading &message,
                                 const ConfirmInformation &info, const CompanyDetails &own,
                                 const BankDirectory *directory);

/// "recipientAccount": stored, digested, and the tick word of that field. Never shown to people.
[[nodiscard]] QString fieldWord(ReviewField field);

/// The exact labelled values that a person is shown, as compact JSON in one fixed order; its digest is the view_sha256
/// of a decision. The two digests bind it to the frozen instruction and to the bank's slice. `acts`: what was
/// acknowledged before sending and is shown again; left out when empty.
[[nodiscard]] QByteArray viewBytes(const Comparison &comparison, const QByteArray &contentSha256,
                                   const QByteArray &confirmInfoSha256, const QJsonObject &acts = {});

} // namespace countersign
