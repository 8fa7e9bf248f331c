#include "storage/sqlitereader.h"

#include "core/try.h"
#include "domain/purpose.h"
#include "storage/exportrows.h"
#include "storage/recipientrows.h"
#include "storage/searchtext.h"
#include "storage/templaterows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

QByteArray readDigest(Row &row)
{
    return row.digest();
}

constexpr int exportPageSize = 1'000;
constexpr qint64 findLimit = 2'000;
constexpr qint64 readingLimit = 5'000;
constexpr int observationLimit = 1'000;      // as many as the engine judges an end by
constexpr qsizetype shortestIndexedWord = 3; // trigrams
constexpr qsizetype longestIndexedWord = 8;  // each further letter costs a list as long as the store

/// As the schema writes them, in the enum's order.
constexpr std::array<QLatin1String, folderCount> folderWords{
    "toReview"_L1, "needsAttention"_L1, "drafts"_L1,    "checking"_L1, "beingPaid"_L1,
    "paid"_L1,     "failed"_L1,         "cancelled"_L1, "returned"_L1, "all"_L1};

QString folderWord(Folder folder)
{
    return folderWords[static_cast<size_t>(folder)];
}

/// What waits is listed in the order of its waiting; everything else with the newest first.
bool isOldestFirst(Folder folder)
{
    return folder == Folder::toReview;
}

/// Where to begin walking.
struct ListingBlock
{
    qint64 block = 0;
    qint64 newer = 0; ///< how many of the folder lie in newer blocks
};

ListingBlock readListingBlock(Row &row)
{
    const qint64 block = row.number();
    return {.block = block, .newer = row.number()};
}

struct FolderTotal
{
    QString folder;
    qint64 payouts = 0;
};

FolderTotal readFolderTotal(Row &row)
{
    const QString folder = row.text();
    return {.folder = folder, .payouts = row.number()};
}

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// FTS5: every word as a quoted string, quotes doubled.
QString matchExpression(const QStringList &words)
{
    QStringList quoted;
    for (QString word : words)
        quoted.append(u'"' + word.replace(u'"', u"\"\""_s) + u'"');
    return quoted.join(u" AND ");
}

/// One read transaction around `read`, so that all of it comes from the same moment.
template <class T, class Read>
Result<T> inOneMoment(Connection &connection, Read read)
{
    const auto begun = connection.execute("beginRead"_L1);
    if (!begun) return std::unexpected(begun.error());
    Result<T> result = read();
    const auto ended = connection.execute("commit"_L1);
    if (result && !ended) return std::unexpected(ended.error());
    return result;
}

} // namespace

SqliteReader::SqliteReader(const QString &path) : m_connection(path, Connection::Mode::read) {}

Result<ListPage> SqliteReader::page(const ListQuery &query)
{
    return inOneMoment<ListPage>(m_connection, [&] { return readPage(query); });
}

Result<ListPage> SqliteReader::readPage(const ListQuery &query)
{
    ListPage page{.query = query, .total = 0, .rows = {}};
    const auto folderTotal = m_connection.one("folderCount"_L1, {folderWord(query.folder)}, readNumber);
    if (!folderTotal) return std::unexpected(folderTotal.error());
    const QStringList words = searchWords(query.search);
    Result<QList<qint64>> numbers;
    if (words.isEmpty()) {
        page.total = *folderTotal;
        numbers = listed(query, page.total);
    } else {
        numbers = found(query, words, *folderTotal);
        if (numbers) {
            page.total = numbers->size();
            numbers = numbers->mid(std::max(0, query.offset), std::max(0, query.limit));
        }
    }
    if (!numbers) return std::unexpected(numbers.error());

    QJsonArray wanted;
    for (const qint64 number : *numbers)
        wanted.append(number);
    auto rows = m_connection.select("listRows"_L1, {jsonText(wanted)}, readListRow);
    if (!rows) return std::unexpected(rows.error());
    page.rows = std::move(*rows);
    for (ListRow &row : page.rows)
        COUNTERSIGN_TRY(markRecipient(row));
    return page;
}

/// What was sent keeps the mark of its act; until somebody has decided, what has happened since counts too.
Result<> SqliteReader::markRecipient(ListRow &row)
{
    const bool isDraft = row.state == PayoutState::draft;
    const bool undecided = row.state == PayoutState::review || row.state == PayoutState::mismatch;
    if (!isDraft && (!undecided || row.newRecipient)) return {};
    const RecipientIdentity who{normalisedName(row.recipientName), row.recipientInn, row.recipientBik,
                                row.recipientAccount};
    COUNTERSIGN_TRY_INTO(standing, standingIn(*this, who));
    row.newRecipient = standing.needsAct();
    return {};
}

Result<> SqliteReader::eachPage(const ListQuery &query,
                                const std::function<Result<>(const QList<ExportedPayout> &, qint64)> &take)
{
    const auto read = inOneMoment<qint64>(m_connection, [&] { return readEachPage(query, take); });
    if (!read) return std::unexpected(read.error());
    return {};
}

Result<qint64> SqliteReader::readEachPage(const ListQuery &query,
                                          const std::function<Result<>(const QList<ExportedPayout> &, qint64)> &take)
{
    COUNTERSIGN_TRY_INTO(folderTotal, m_connection.one("folderCount"_L1, {folderWord(query.folder)}, readNumber));
    const QStringList words = searchWords(query.search);
    QList<qint64> finds;
    if (!words.isEmpty()) {
        COUNTERSIGN_TRY_INTO(numbers, found(query, words, folderTotal));
        finds = numbers;
    }
    const qint64 total = words.isEmpty() ? folderTotal : finds.size();
    ListQuery page{.folder = query.folder, .search = {}, .offset = 0, .limit = exportPageSize};
    for (; page.offset < total; page.offset += exportPageSize) {
        COUNTERSIGN_TRY_INTO(numbers, words.isEmpty() ? listed(page, total)
                                                      : Result<QList<qint64>>(finds.mid(page.offset, exportPageSize)));
        COUNTERSIGN_TRY_INTO(payouts, selectExported(m_connection, numbers));
        COUNTERSIGN_TRY(take(payouts, total));
    }
    return total;
}

Result<QList<qint64>> SqliteReader::listed(const ListQuery &query, qint64 total)
{
    const qint64 offset = std::max(0, query.offset);
    const qint64 limit = std::max(0, query.limit);
    if (limit == 0 || offset >= total) return QList<qint64>();
    const QString folder = folderWord(query.folder);
    if (isOldestFirst(query.folder)) {
        return m_connection.select("listOldestFirst"_L1, {folder, limit, offset}, readNumber);
    }
    // Skipping costs by the row: the block that holds the first wanted row is where the walk begins.
    const auto block = m_connection.one("blockFromNewest"_L1, {folder, offset}, readListingBlock);
    if (!block) return std::unexpected(block.error());
    return m_connection.select("listNewestFirst"_L1, {folder, block->block, limit, offset - block->newer}, readNumber);
}

Result<QList<qint64>> SqliteReader::found(const ListQuery &query, const QStringList &words, qint64 folderTotal)
{
    QStringList indexed;
    QStringList compared; // what the index can't answer by itself
    bool anyShort = false;
    for (const QString &word : words) {
        // the end of an account or amount tells more than its beginning
        indexed.append(word.right(longestIndexedWord));
        if (word.size() > longestIndexedWord) compared.append(word);
        anyShort = anyShort || word.size() < shortestIndexedWord;
    }
    auto numbers = folderTotal <= readingLimit || anyShort ? foundByReading(query.folder, words)
                                                           : foundByIndex(query.folder, indexed, compared);
    if (numbers && isOldestFirst(query.folder)) std::reverse(numbers->begin(), numbers->end());
    return numbers;
}

Result<QList<qint64>> SqliteReader::foundByReading(Folder folder, const QStringList &words)
{
    auto numbers = m_connection.select("searchByReading"_L1,
                                       {folderWord(folder), readingLimit, jsonText(QJsonArray::fromStringList(words))},
                                       readNumber);
    if (numbers) *numbers = numbers->mid(0, findLimit);
    return numbers;
}

Result<QList<qint64>> SqliteReader::foundByIndex(Folder folder, const QStringList &indexed, const QStringList &compared)
{
    const QString expression = matchExpression(indexed);
    if (compared.isEmpty()) {
        return m_connection.select("searchByIndex"_L1, {folderWord(folder), expression, findLimit}, readNumber);
    }
    return m_connection.select(
        "searchByIndexAndText"_L1,
        {folderWord(folder), expression, jsonText(QJsonArray::fromStringList(compared)), findLimit}, readNumber);
}

Result<QList<qint64>> SqliteReader::counts()
{
    const auto totals = m_connection.select("folderCounts"_L1, {}, readFolderTotal);
    if (!totals) return std::unexpected(totals.error());
    QList<qint64> counts(folderCount, 0);
    for (const FolderTotal &total : *totals) {
        const auto known = std::find(folderWords.begin(), folderWords.end(), total.folder);
        if (known != folderWords.end()) counts[std::distance(folderWords.begin(), known)] = total.payouts;
    }
    return counts;
}

Result<PayoutDossier> SqliteReader::dossier(const PayoutId &id)
{
    return inOneMoment<PayoutDossier>(m_connection, [&] { return readDossier(id); });
}

Result<PayoutDossier> SqliteReader::readDossier(const PayoutId &id)
{
    const QVariantList byPayout{textValue(id.text)};
    PayoutDossier dossier;
    auto payout = m_connection.one("payout"_L1, byPayout, readPayout);
    if (!payout) return std::unexpected(payout.error());
    dossier.payout = std::move(*payout);
    auto instruction = m_connection.first("latestInstruction"_L1, byPayout, readInstruction);
    if (!instruction) return std::unexpected(instruction.error());
    dossier.instruction = std::move(*instruction);
    if (const auto done = readActsInto(dossier); !done) return std::unexpected(done.error());
    if (const auto done = readAttemptInto(dossier); !done) return std::unexpected(done.error());
    auto decisions = m_connection.select("decisionsOfPayout"_L1, byPayout, readDecision);
    if (!decisions) return std::unexpected(decisions.error());
    dossier.decisions = std::move(*decisions);
    auto alarms = m_connection.select("openAlarmsOfPayout"_L1, byPayout, readAlarm);
    if (!alarms) return std::unexpected(alarms.error());
    dossier.alarms = std::move(*alarms);
    auto history = m_connection.select("historyOfPayout"_L1, byPayout, readHistory);
    if (!history) return std::unexpected(history.error());
    dossier.history = std::move(*history);
    return dossier;
}

Result<> SqliteReader::readActsInto(PayoutDossier &dossier)
{
    if (!dossier.instruction) return {};
    auto act = selectRecipientAct(m_connection, dossier.payout.id, dossier.instruction->version);
    if (!act) return std::unexpected(act.error());
    dossier.recipientAct = std::move(*act);
    auto duplicates = selectDuplicateActs(m_connection, dossier.payout.id, dossier.instruction->version);
    if (!duplicates) return std::unexpected(duplicates.error());
    dossier.duplicateActs = std::move(*duplicates);
    return {};
}

Result<> SqliteReader::readAttemptInto(PayoutDossier &dossier)
{
    if (dossier.payout.attempt.isEmpty()) return {};
    const QVariantList byAttempt{textValue(dossier.payout.attempt.text)};
    auto attempt = m_connection.one("attempt"_L1, byAttempt, readAttempt);
    if (!attempt) return std::unexpected(attempt.error());
    dossier.attempt = std::move(*attempt);
    auto intents = m_connection.select("intents"_L1, byAttempt, readIntent);
    if (!intents) return std::unexpected(intents.error());
    dossier.intents = std::move(*intents);
    auto sends = m_connection.select("sendsOfAttempt"_L1, byAttempt, readSend);
    if (!sends) return std::unexpected(sends.error());
    dossier.sends = std::move(*sends);
    const QString &sessionId = dossier.attempt->sessionId;
    auto observations =
        m_connection.select("observations"_L1, {textValue(sessionId), observationLimit}, readObservation);
    if (!observations) return std::unexpected(observations.error());
    dossier.observations = std::move(*observations);
    auto info = m_connection.first("latestConfirmInfo"_L1, {textValue(sessionId)}, readConfirmInfo);
    if (!info) return std::unexpected(info.error());
    dossier.confirmInfo = std::move(*info);
    return {};
}

Result<FreezeRecord> SqliteReader::freeze()
{
    const auto newest = m_connection.first("freeze"_L1, {}, readFreeze);
    if (!newest) return std::unexpected(newest.error());
    return newest->value_or(FreezeRecord{});
}

Result<QList<AlarmRecord>> SqliteReader::generalAlarms()
{
    return m_connection.select("openGeneralAlarms"_L1, {}, readAlarm);
}

Result<QList<PaidRecipient>> SqliteReader::paidRecipients(const RecipientIdentity &who)
{
    return selectPaidRecipients(m_connection, who);
}

Result<QList<BookEntry>> SqliteReader::bookEntries(const RecipientIdentity &who)
{
    return selectBookEntries(m_connection, who);
}

Result<QList<EarlierPayout>> SqliteReader::earlierPayouts(const DuplicateQuestion &asked)
{
    return selectEarlierPayouts(m_connection, asked);
}

Result<std::optional<RecipientActRecord>> SqliteReader::lastRecipientAct(const PayoutId &id)
{
    return selectLastRecipientAct(m_connection, id);
}

Result<RecipientPage> SqliteReader::recipients(const RecipientQuery &query)
{
    return inOneMoment<RecipientPage>(m_connection, [&] { return selectRecipients(m_connection, query); });
}

Result<RecipientRecord> SqliteReader::recipient(const RecipientId &id)
{
    return selectRecipient(m_connection, id);
}

Result<QList<RecipientChange>> SqliteReader::recipientHistory(const RecipientId &id)
{
    return selectRecipientHistory(m_connection, id);
}

Result<QList<RecipientRecord>> SqliteReader::recipientsOfAccount(const QString &account)
{
    return selectRecipientsOfAccount(m_connection, account);
}

Result<QList<TemplateRecord>> SqliteReader::templates()
{
    return selectTemplates(m_connection);
}

Result<QList<QByteArray>> SqliteReader::directoriesTaken(int newest)
{
    return m_connection.select("directoriesTaken"_L1, {newest}, readDigest);
}

} // namespace countersign
