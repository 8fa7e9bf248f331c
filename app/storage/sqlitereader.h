#pragma once

#include "domain/exportedpayout.h"
#include "ports/payoutreader.h"
#include "storage/connection.h"

namespace countersign {

/// Reads a store that SqliteStore has opened, over a read-only connection of its own that is opened by the first call,
/// in that call's thread. Each answer is one consistent picture. storeUnavailable, storeDamaged.
///
/// Rows stand in the order of their numbers and stay there when they change: newest first, under "To review" the one
/// first that waits longest. Where a page lies is read from counts per block, so that one far down costs what the first
/// one costs.
///
/// A search answers its newest 2,000 finds and counts no further. With a word of one or two letters in it, it looks
/// at the newest 5,000 payouts of the folder only.
class SqliteReader final : public PayoutReader
{
public:
    explicit SqliteReader(const QString &path);

    [[nodiscard]] Result<ListPage> page(const ListQuery &query) override;
    [[nodiscard]] Result<QList<qint64>> counts() override;
    [[nodiscard]] Result<PayoutDossier> dossier(const PayoutId &id) override;
    [[nodiscard]] Result<FreezeRecord> freeze() override;
    [[nodiscard]] Result<QList<AlarmRecord>> generalAlarms() override;
    [[nodiscard]] Result<QList<PaidRecipient>> paidRecipients(const RecipientIdentity &who) override;
    [[nodiscard]] Result<QList<BookEntry>> bookEntries(const RecipientIdentity &who) override;
    [[nodiscard]] Result<QList<EarlierPayout>> earlierPayouts(const DuplicateQuestion &asked) override;
    [[nodiscard]] Result<std::optional<RecipientActRecord>> lastRecipientAct(const PayoutId &id) override;
    /// All payouts of the query's folder and search as they are at one moment, in the list's order, page by page:
    /// `take` gets each page and how many there are in all. Its error ends the reading and is answered.
    [[nodiscard]] Result<> eachPage(const ListQuery &query,
                                    const std::function<Result<>(const QList<ExportedPayout> &, qint64 total)> &take);
    [[nodiscard]] Result<RecipientPage> recipients(const RecipientQuery &query) override;
    [[nodiscard]] Result<RecipientRecord> recipient(const RecipientId &id) override;
    [[nodiscard]] Result<QList<RecipientChange>> recipientHistory(const RecipientId &id) override;
    [[nodiscard]] Result<QList<RecipientRecord>> recipientsOfAccount(const QString &account) override;
    [[nodiscard]] Result<QList<TemplateRecord>> templates() override;
    /// SHA-256 of the newest directories of banks that the audit record says were taken, newest first; as hexadecimal
    /// digits.
    [[nodiscard]] Result<QList<QByteArray>> directoriesTaken(int newest);

private:
    [[nodiscard]] Result<ListPage> readPage(const ListQuery &query);
    [[nodiscard]] Result<> markRecipient(ListRow &row);
    [[nodiscard]] Result<QList<qint64>> listed(const ListQuery &query, qint64 total);
    [[nodiscard]] Result<QList<qint64>> found(const ListQuery &query, const QStringList &words, qint64 folderTotal);
    [[nodiscard]] Result<QList<qint64>> foundByReading(Folder folder, const QStringList &words);
    [[nodiscard]] Result<QList<qint64>> foundByIndex(Folder folder, const QStringList &indexed,
                                                     const QStringList &compared);
    [[nodiscard]] Result<qint64>
    readEachPage(const ListQuery &query, const std::function<Result<>(const QList<ExportedPayout> &, qint64)> &take);
    [[nodiscard]] Result<PayoutDossier> readDossier(const PayoutId &id);
    [[nodiscard]] Result<> readAttemptInto(PayoutDossier &dossier);
    [[nodiscard]] Result<> readActsInto(PayoutDossier &dossier);

    Connection m_connection;
};

} // namespace countersign
