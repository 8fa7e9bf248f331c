#include "storage/importrows.h"

#include "domain/workingdays.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

ImportRecord readImport(Row &row)
{
    ImportRecord record;
    row.read(record.id);
    record.fileName = row.text();
    record.fileSha256 = row.digest();
    record.count = row.number();
    record.totalKopecks = row.number();
    record.user = row.text();
    record.at = row.instant();
    return record;
}

using KnownDocument = QPair<QByteArray, EarlierImport>;

KnownDocument readKnownDocument(Row &row)
{
    KnownDocument known;
    known.first = row.digest();
    known.second.day = bankDay(row.instant());
    row.read(known.second.payout);
    known.second.number = row.number();
    known.second.state = row.optionalWord(stateFromWord);
    return known;
}

} // namespace

Result<std::optional<ImportRecord>> selectImportOfFile(Connection &connection, const QByteArray &sha256)
{
    return connection.first("importOfFile"_L1, {QString::fromLatin1(sha256)}, readImport);
}

Result<QHash<QByteArray, EarlierImport>> selectImportsOfDocuments(Connection &connection,
                                                                  const QList<QByteArray> &identities)
{
    QJsonArray asked;
    for (const QByteArray &identity : identities)
        asked.append(QString::fromLatin1(identity));
    const QString json = QString::fromLatin1(QJsonDocument(asked).toJson(QJsonDocument::Compact));
    const auto rows = connection.select("importsOfDocuments"_L1, {json}, readKnownDocument);
    if (!rows) return std::unexpected(rows.error());
    QHash<QByteArray, EarlierImport> known;
    for (const KnownDocument &document : *rows) // in the statement's order: what shall win comes last
        known.insert(document.first, document.second);
    return known;
}

QVariantList insertValues(const ImportRecord &record)
{
    return {textValue(record.id.text),
            textValue(record.fileName),
            QString::fromLatin1(record.fileSha256),
            record.count,
            record.totalKopecks,
            textValue(record.user),
            toMilliseconds(record.at)};
}

QVariantList insertValues(const ImportedRowRecord &row)
{
    return {QString::fromLatin1(row.identity), row.number, textValue(row.payout.text), textValue(row.import.text),
            row.row};
}

SqliteImportHistory::SqliteImportHistory(const QString &path) : m_connection(path, Connection::Mode::read) {}

Result<std::optional<ImportRecord>> SqliteImportHistory::importOfFile(const QByteArray &sha256)
{
    return selectImportOfFile(m_connection, sha256);
}

Result<QHash<QByteArray, EarlierImport>> SqliteImportHistory::importsOfDocuments(const QList<QByteArray> &identities)
{
    return selectImportsOfDocuments(m_connection, identities);
}

} // namespace countersign
