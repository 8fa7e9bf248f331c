#pragma once

#include "core/clock.h"
#include "domain/importorder.h"

#include <QHash>

namespace countersign {

// Which files became drafts, and which documents stood in them. Append-only: a draft may be discarded later, that its
// document was imported stays.

/// One file that became drafts.
struct ImportRecord
{
    ImportId id;
    QString fileName; ///< without its folder
    QByteArray fileSha256;
    qint64 count = 0;
    qint64 totalKopecks = 0; ///< the control total, which the rows come to
    QString user;
    Instant at{};
    friend bool operator==(const ImportRecord &, const ImportRecord &) = default;
};

/// One row of it.
struct ImportedRowRecord
{
    ImportId import;
    int row = 0;         ///< as the file's own program counts
    QByteArray identity; ///< see ImportedDraft
    PayoutId payout;
    qint64 number = 0; ///< the payout's
};

/// Finds what was imported before.
class ImportHistory
{
public:
    virtual ~ImportHistory() = default;
    /// The newest import of a file with these bytes.
    [[nodiscard]] virtual Result<std::optional<ImportRecord>> importOfFile(const QByteArray &sha256) = 0;
    /// By identity; unknown ones are left out. Of several payouts the newest one that still exists, else the newest.
    [[nodiscard]] virtual Result<QHash<QByteArray, EarlierImport>>
    importsOfDocuments(const QList<QByteArray> &identities) = 0;
};

/// Part of a store's transaction.
class ImportWriter
{
public:
    virtual ~ImportWriter() = default;
    [[nodiscard]] virtual Result<> insertImport(const ImportRecord &record) = 0;
    [[nodiscard]] virtual Result<> insertImportedRow(const ImportedRowRecord &row) = 0;
};

} // namespace countersign
