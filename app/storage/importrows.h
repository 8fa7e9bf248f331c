#pragma once

#include "ports/imports.h"
#include "storage/connection.h"

namespace countersign {

// What readers and transactions share about imports: each reads over its own connection.

[[nodiscard]] Result<std::optional<ImportRecord>> selectImportOfFile(Connection &connection, const QByteArray &sha256);
[[nodiscard]] Result<QHash<QByteArray, EarlierImport>> selectImportsOfDocuments(Connection &connection,
                                                                                const QList<QByteArray> &identities);

// One list of values per insert, in the statement's order.
[[nodiscard]] QVariantList insertValues(const ImportRecord &record);
[[nodiscard]] QVariantList insertValues(const ImportedRowRecord &row);

/// Reads a store that SqliteStore has opened, over a read-only connection of its own that is opened by the first call,
/// in that call's thread; ended there too. storeUnavailable, storeDamaged.
class SqliteImportHistory final : public ImportHistory
{
public:
    explicit SqliteImportHistory(const QString &path);

    [[nodiscard]] Result<std::optional<ImportRecord>> importOfFile(const QByteArray &sha256) override;
    [[nodiscard]] Result<QHash<QByteArray, EarlierImport>>
    importsOfDocuments(const QList<QByteArray> &identities) override;

private:
    Connection m_connection;
};

} // namespace countersign
