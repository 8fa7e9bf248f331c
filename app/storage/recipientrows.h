#pragma once

#include "ports/recipients.h"
#include "storage/connection.h"

namespace countersign {

// What readers and transactions share about recipients: each reads over its own connection.

[[nodiscard]] Result<QList<PaidRecipient>> selectPaidRecipients(Connection &connection, const RecipientIdentity &who);
[[nodiscard]] Result<QList<BookEntry>> selectBookEntries(Connection &connection, const RecipientIdentity &who);
[[nodiscard]] Result<QList<EarlierPayout>> selectEarlierPayouts(Connection &connection, const DuplicateQuestion &asked);
[[nodiscard]] Result<std::optional<RecipientActRecord>> selectRecipientAct(Connection &connection, const PayoutId &id,
                                                                           int version);
[[nodiscard]] Result<std::optional<RecipientActRecord>> selectLastRecipientAct(Connection &connection,
                                                                               const PayoutId &id);
[[nodiscard]] Result<QList<DuplicateActRecord>> selectDuplicateActs(Connection &connection, const PayoutId &id,
                                                                    int version);
[[nodiscard]] Result<RecipientPage> selectRecipients(Connection &connection, const RecipientQuery &query);
[[nodiscard]] Result<RecipientRecord> selectRecipient(Connection &connection, const RecipientId &id);
[[nodiscard]] Result<QList<RecipientRecord>> selectRecipientsOfAccount(Connection &connection, const QString &account);
[[nodiscard]] Result<QList<RecipientChange>> selectRecipientHistory(Connection &connection, const RecipientId &id);

// One list of values per insert, in the statement's order.
[[nodiscard]] QVariantList insertValues(const RecipientActRecord &act);
[[nodiscard]] QVariantList insertValues(const DuplicateActRecord &act);
[[nodiscard]] QVariantList insertValues(const RecipientRecord &entry);
/// What an update of the entry sets.
[[nodiscard]] QVariantList changingValues(const RecipientRecord &entry);
/// The entry's version as a line of its history.
[[nodiscard]] QVariantList historyValues(const RecipientRecord &entry, const QString &user);

} // namespace countersign
