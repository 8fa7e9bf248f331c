#pragma once

#include "core/clock.h"
#include "domain/payoutcontent.h"

namespace countersign {

// How the recipient of a payout stands to those who were paid before (threat-model.md F1, I4, M3). A name never vouches
// for an account: thieves replace the account and leave the name.

/// Who would be paid, without decoration: spaces are gone from the numbers.
struct RecipientIdentity
{
    QString name;
    QString inn; ///< empty: none
    QString bik;
    QString account;
    friend bool operator==(const RecipientIdentity &, const RecipientIdentity &) = default;
};
[[nodiscard]] RecipientIdentity identityOf(const PayoutDraft &draft);
[[nodiscard]] RecipientIdentity identityOf(const PayoutContent &content);

/// A recipient that was paid, and how often; one for each different spelling. What came back is not paid.
struct PaidRecipient
{
    RecipientIdentity who;
    qint64 payments = 0;
    Instant lastPaidAt{};
    friend bool operator==(const PaidRecipient &, const PaidRecipient &) = default;
};

/// What the address book says of an account. It never vouches for one: it can only speak against it.
struct BookEntry
{
    RecipientIdentity who;
    Instant since{};   ///< when the entry was changed last
    bool left = false; ///< an entry held this account once and no longer does: it moved on, or was retired
    friend bool operator==(const BookEntry &, const BookEntry &) = default;
};

enum class StandingKind {
    incomplete,       ///< account or BIK is not a whole number yet: nothing to compare
    paidBefore,       ///< this account at this bank, under this INN and name, when both were last paid
    newAccount,       ///< INN or name was paid before, but never to this account at this bank, or elsewhere since then
    recipientChanged, ///< the account was paid before, but last under another INN or name
    neverPaid,
    bookDisagrees, ///< otherwise paidBefore or neverPaid, but the address book has another account for this INN or
                   ///< name, or has struck this account off
};
/// "newAccount": stored, never shown to people.
[[nodiscard]] QString standingKindWord(StandingKind kind);
[[nodiscard]] std::optional<StandingKind> standingKindFromWord(QStringView word);

struct RecipientStanding
{
    StandingKind kind = StandingKind::incomplete;
    qint64 payments = 0;               ///< to this account at this bank, under whatever name
    std::optional<Instant> lastPaidAt; ///< the last of them
    QString lastName;                  ///< recipientChanged: under which it was last paid
    QString lastInn;                   ///< recipientChanged: likewise
    QList<PaidRecipient> earlier;      ///< newAccount: where the same INN or name was paid, newest first, at most 5;
                                       ///< for an account that was paid (`payments`): only where it was paid since
    QString lookAlikeOf;               ///< a name that was paid and that this one only looks like; empty: none
    QList<RecipientIdentity> inBook;   ///< where the address book has this INN or name, at most 5; empty when it has
                                       ///< this account for it too
    bool leftInBook = false;           ///< the address book had this account and no entry of it has it now
    Instant bookSince{};               ///< inBook, leftInBook: the latest change of it
    friend bool operator==(const RecipientStanding &, const RecipientStanding &) = default;

    /// Sending needs an act of its own: the account is to be read from the paper once more.
    [[nodiscard]] bool needsAct() const;
    /// This account was the recipient's, and another one has been paid since.
    [[nodiscard]] bool wasLeftSince() const { return kind == StandingKind::newAccount && payments > 0; }
    /// Whatever was paid.
    [[nodiscard]] bool bookSpeaksAgainst() const { return leftInBook || !inBook.isEmpty(); }
    /// Another account was paid, or the book changed, after that moment: an act of that time does not cover it.
    [[nodiscard]] bool changedAfter(Instant moment) const;
};

/// Pure; any thread. `paid`: at least all who share the account, and the newest who share the INN or look like the
/// name; `book`: the entries that hold the account, the INN or a name that looks the same, and whether the account was
/// left.
[[nodiscard]] RecipientStanding standingOf(const RecipientIdentity &who, const QList<PaidRecipient> &paid,
                                           const QList<BookEntry> &book = {});
/// Paid at least once with exactly these requisites: account, BIK, INN and name.
[[nodiscard]] bool wasPaidSo(const RecipientIdentity &who, const QList<PaidRecipient> &paid);

/// How many last digits of the account are typed again from the paper (threat-model.md M3).
inline constexpr int retypedDigits = 6;

} // namespace countersign
