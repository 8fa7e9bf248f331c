#include "storage/recipientrows.h"

#include "domain/draftsource.h"
#include "domain/likeness.h"
#include "storage/searchtext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

PaidRecipient readPaidRecipient(Row &row)
{
    PaidRecipient paid;
    paid.who.name = row.text();
    paid.who.inn = row.text();
    paid.who.bik = row.text();
    paid.who.account = row.text();
    paid.payments = row.number();
    paid.lastPaidAt = row.instant();
    return paid;
}

BookEntry readBookEntry(Row &row)
{
    BookEntry entry;
    entry.who.name = row.text();
    entry.who.inn = row.text();
    entry.who.bik = row.text();
    entry.who.account = row.text();
    entry.since = row.instant();
    entry.left = row.boolean();
    return entry;
}

EarlierPayout readEarlierPayout(Row &row)
{
    EarlierPayout payout;
    row.read(payout.id);
    payout.number = row.number();
    payout.state = row.word(stateFromWord);
    payout.createdAt = row.instant();
    payout.stateSince = row.instant();
    payout.recipientName = row.text();
    payout.recipientAccount = row.text();
    payout.senderAccount = row.text();
    payout.purpose = row.text();
    payout.amountKopecks = row.optionalNumber();
    payout.documentKey = row.text();
    payout.importKey = row.text();
    return payout;
}

RecipientActRecord readRecipientAct(Row &row)
{
    RecipientActRecord act;
    row.read(act.payout);
    act.version = row.integer();
    act.standing = row.word(standingKindFromWord);
    act.who.account = row.text();
    act.who.bik = row.text();
    act.who.inn = row.text();
    act.who.name = row.text();
    row.read(act.carriedFrom);
    act.user = row.text();
    act.at = row.instant();
    return act;
}

DuplicateActRecord readDuplicateAct(Row &row)
{
    DuplicateActRecord act;
    row.read(act.payout);
    act.version = row.integer();
    row.read(act.earlier);
    act.earlierNumber = row.number();
    act.user = row.text();
    act.at = row.instant();
    return act;
}

RecipientDetails readDetails(Row &row)
{
    RecipientDetails details;
    details.name = row.text();
    details.inn = row.text();
    details.kpp = row.text();
    details.bik = row.text();
    details.account = row.text();
    details.note = row.text();
    return details;
}

RecipientRecord readRecipient(Row &row)
{
    RecipientRecord entry;
    row.read(entry.id);
    entry.version = row.integer();
    entry.retired = row.boolean();
    entry.details = readDetails(row);
    entry.changedAt = row.instant();
    return entry;
}

RecipientChange readRecipientChange(Row &row)
{
    RecipientChange change;
    row.read(change.recipient);
    change.version = row.integer();
    change.at = row.instant();
    change.user = row.text();
    change.retired = row.boolean();
    change.details = readDetails(row);
    return change;
}

/// A row may be found in several ways; to look here costs less than to have the store sort them.
template <class T>
Result<QList<T>> onceEach(Result<QList<T>> found)
{
    if (!found) return found;
    QList<T> once;
    for (const T &each : std::as_const(*found)) {
        if (!once.contains(each)) once.append(each);
    }
    return once;
}

QVariantList detailValues(const RecipientDetails &details)
{
    return {textValue(details.name), textValue(details.inn),     textValue(details.kpp),
            textValue(details.bik),  textValue(details.account), textValue(details.note)};
}

/// All keys of documents with that number lie from the first up to, but without, the second; none of no number.
std::pair<QString, QString> keysOfNumber(const QString &number)
{
    if (number.isEmpty()) return {};
    return {number + u" of "_s, number + u" of!"_s}; // "!" follows the space
}

/// The name first: entries are in the order of it.
QString searchTextOf(const RecipientDetails &details)
{
    return QStringList{foldForSearch(details.name), details.inn, details.account, details.bik,
                       foldForSearch(details.note)}
        .join(u'\n');
}

} // namespace

Result<QList<PaidRecipient>> selectPaidRecipients(Connection &connection, const RecipientIdentity &who)
{
    return onceEach(connection.select("paidRecipients"_L1,
                                      {textValue(who.account), textValue(who.inn), textValue(lookOf(who.name))},
                                      readPaidRecipient));
}

Result<QList<BookEntry>> selectBookEntries(Connection &connection, const RecipientIdentity &who)
{
    return onceEach(connection.select("bookEntries"_L1,
                                      {textValue(who.account), textValue(who.bik), textValue(who.inn),
                                       textValue(lookOf(who.name)), textValue(who.account), textValue(who.bik)},
                                      readBookEntry));
}

Result<QList<EarlierPayout>> selectEarlierPayouts(Connection &connection, const DuplicateQuestion &asked)
{
    const QVariant amount = asked.amountKopecks ? QVariant(*asked.amountKopecks) : QVariant();
    const auto [first, end] = keysOfNumber(documentNameOf(asked.documentKey).number);
    return connection.select(
        "earlierPayouts"_L1,
        {textValue(asked.recipientAccount), amount, textValue(first), textValue(end), textValue(asked.importKey)},
        readEarlierPayout);
}

Result<std::optional<RecipientActRecord>> selectRecipientAct(Connection &connection, const PayoutId &id, int version)
{
    return connection.first("recipientAct"_L1, {textValue(id.text), version}, readRecipientAct);
}

Result<std::optional<RecipientActRecord>> selectLastRecipientAct(Connection &connection, const PayoutId &id)
{
    return connection.first("lastRecipientAct"_L1, {textValue(id.text)}, readRecipientAct);
}

Result<QList<DuplicateActRecord>> selectDuplicateActs(Connection &connection, const PayoutId &id, int version)
{
    return connection.select("duplicateActs"_L1, {textValue(id.text), version}, readDuplicateAct);
}

Result<RecipientPage> selectRecipients(Connection &connection, const RecipientQuery &query)
{
    const QJsonArray array = QJsonArray::fromStringList(searchWords(query.search));
    const QString words = QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    const auto total = connection.one("recipientCount"_L1, {query.retired, words}, readNumber);
    if (!total) return std::unexpected(total.error());
    auto rows = connection.select(
        "recipients"_L1, {query.retired, words, std::max(0, query.limit), std::max(0, query.offset)}, readRecipient);
    if (!rows) return std::unexpected(rows.error());
    return RecipientPage{.query = query, .total = *total, .rows = std::move(*rows)};
}

Result<RecipientRecord> selectRecipient(Connection &connection, const RecipientId &id)
{
    return connection.one("recipient"_L1, {textValue(id.text)}, readRecipient);
}

Result<QList<RecipientRecord>> selectRecipientsOfAccount(Connection &connection, const QString &account)
{
    return connection.select("recipientsOfAccount"_L1, {textValue(account)}, readRecipient);
}

Result<QList<RecipientChange>> selectRecipientHistory(Connection &connection, const RecipientId &id)
{
    return connection.select("recipientHistory"_L1, {textValue(id.text)}, readRecipientChange);
}

QVariantList insertValues(const RecipientActRecord &act)
{
    return {textValue(act.payout.text),
            act.version,
            standingKindWord(act.standing),
            textValue(act.who.account),
            textValue(act.who.bik),
            textValue(act.who.inn),
            textValue(act.who.name),
            optionalText(act.carriedFrom.text),
            textValue(act.user),
            toMilliseconds(act.at)};
}

QVariantList insertValues(const DuplicateActRecord &act)
{
    return {textValue(act.payout.text), act.version,         textValue(act.earlier.text),
            act.earlierNumber,          textValue(act.user), toMilliseconds(act.at)};
}

QVariantList insertValues(const RecipientRecord &entry)
{
    return QVariantList{textValue(entry.id.text)} + changingValues(entry);
}

QVariantList changingValues(const RecipientRecord &entry)
{
    return QVariantList{entry.version, entry.retired} + detailValues(entry.details) +
           QVariantList{toMilliseconds(entry.changedAt), searchTextOf(entry.details),
                        textValue(lookOf(entry.details.name))};
}

QVariantList historyValues(const RecipientRecord &entry, const QString &user)
{
    return QVariantList{textValue(entry.id.text), entry.version, toMilliseconds(entry.changedAt), textValue(user),
                        entry.retired} +
           detailValues(entry.details);
}

} // namespace countersign
