#pragma once

#include "domain/duplicates.h"
#include "domain/recipientstanding.h"

namespace countersign {

// Whom payouts went to, what people acknowledged before sending, and the address book, as the use cases see them.

/// A payout to a new or changed recipient was acknowledged, for exactly this recipient. Append-only.
struct RecipientActRecord
{
    PayoutId payout;
    int version = 1; ///< of the instruction
    StandingKind standing = StandingKind::neverPaid;
    RecipientIdentity who;
    PayoutId carriedFrom; ///< paid again (L12): the payout whose act stands for this one too; empty: an act of its own
    QString user;
    Instant at{};
    friend bool operator==(const RecipientActRecord &, const RecipientActRecord &) = default;
};

/// What the store knows of a recipient and of payouts made before. By index: quick however long the history is.
class RecipientHistory
{
public:
    virtual ~RecipientHistory() = default;
    /// All that share the account; the newest 50 each that share the INN or look like the name.
    [[nodiscard]] virtual Result<QList<PaidRecipient>> paidRecipients(const RecipientIdentity &who) = 0;
    /// What the address book holds with that account at that bank, that INN or a name that looks the same (at most 50
    /// of each), and the account itself as left when an entry once had it and none of its entries has it now.
    [[nodiscard]] virtual Result<QList<BookEntry>> bookEntries(const RecipientIdentity &who) = 0;
    /// Payouts that share account and amount, the document's number or the imported row; at most 1,000 of each, newest
    /// first.
    [[nodiscard]] virtual Result<QList<EarlierPayout>> earlierPayouts(const DuplicateQuestion &asked) = 0;
    /// The act of the newest version of that payout that needed one.
    [[nodiscard]] virtual Result<std::optional<RecipientActRecord>> lastRecipientAct(const PayoutId &id) = 0;
};

/// How a recipient stands by all that the store knows: for everybody who asks, from the form to the gate.
[[nodiscard]] Result<RecipientStanding> standingIn(RecipientHistory &history, const RecipientIdentity &who);

/// A payout that looks like an earlier one was acknowledged. Append-only; one for each earlier payout.
struct DuplicateActRecord
{
    PayoutId payout;
    int version = 1;
    PayoutId earlier;
    qint64 earlierNumber = 0;
    QString user;
    Instant at{};
    friend bool operator==(const DuplicateActRecord &, const DuplicateActRecord &) = default;
};

/// What an entry of the address book says.
struct RecipientDetails
{
    QString name;
    QString inn; ///< INN, KPP and note may be empty
    QString kpp;
    QString bik;
    QString account;
    QString note;
    friend bool operator==(const RecipientDetails &, const RecipientDetails &) = default;
};

/// An entry of the address book. Changes; each change is a new version and stays in the history.
struct RecipientRecord
{
    RecipientId id;
    int version = 1;
    bool retired = false; ///< no longer offered; its history stays
    RecipientDetails details;
    Instant changedAt{};
    friend bool operator==(const RecipientRecord &, const RecipientRecord &) = default;
};

/// One version of an entry: what it said from then on, and who said so. Append-only.
struct RecipientChange
{
    RecipientId recipient;
    int version = 1;
    Instant at{};
    QString user;
    bool retired = false;
    RecipientDetails details;
    friend bool operator==(const RecipientChange &, const RecipientChange &) = default;
};

struct RecipientQuery
{
    QString search;       ///< words; each must occur in name, INN, account, BIK or note, whatever the letter case
    bool retired = false; ///< the retired ones instead of the others
    int offset = 0;
    int limit = 200;
    friend bool operator==(const RecipientQuery &, const RecipientQuery &) = default;
};

struct RecipientPage
{
    RecipientQuery query;
    qint64 total = 0;
    QList<RecipientRecord> rows; ///< by name
};

/// Reads the address book.
class RecipientReader
{
public:
    virtual ~RecipientReader() = default;
    [[nodiscard]] virtual Result<RecipientPage> recipients(const RecipientQuery &query) = 0;
    [[nodiscard]] virtual Result<RecipientRecord> recipient(const RecipientId &id) = 0;
    /// Oldest first.
    [[nodiscard]] virtual Result<QList<RecipientChange>> recipientHistory(const RecipientId &id) = 0;
    /// Entries that are not retired and hold this account, whatever else they say.
    [[nodiscard]] virtual Result<QList<RecipientRecord>> recipientsOfAccount(const QString &account) = 0;
};

/// Writes the address book and the acts; part of a store's transaction.
class RecipientWriter
{
public:
    virtual ~RecipientWriter() = default;
    [[nodiscard]] virtual Result<> insertRecipientAct(const RecipientActRecord &act) = 0;
    [[nodiscard]] virtual Result<std::optional<RecipientActRecord>> recipientAct(const PayoutId &id, int version) = 0;
    [[nodiscard]] virtual Result<> insertDuplicateAct(const DuplicateActRecord &act) = 0;
    [[nodiscard]] virtual Result<QList<DuplicateActRecord>> duplicateActs(const PayoutId &id, int version) = 0;
    /// The entry with its first version, or with its next one; the change is recorded. storeConflict when the version
    /// is not the next.
    [[nodiscard]] virtual Result<> putRecipient(const RecipientRecord &entry, const QString &user) = 0;
};

} // namespace countersign
