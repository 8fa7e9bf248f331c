#pragma once

#include "domain/recipientstanding.h"
#include "exchange/draftsofrows.h"
#include "exchange/importreading.h"

namespace countersign {

/// The words for why a row is as it is; called on another thread.
using RowReasons = std::function<QString(const ImportRow &)>;

/// Everything that a window may ask for on the way from a file to drafts. Lives on the window's thread; the work is
/// done elsewhere and nothing here blocks. Each future finishes exactly once; one that is cancelled brings no result.
/// Nothing of a file reaches the store before makeDrafts.
class ImportDesk
{
public:
    virtual ~ImportDesk() = default;

    /// Accounts that rows can be paid from, for tables that name none.
    [[nodiscard]] virtual QList<AccountNumber> senderAccounts() const = 0;
    /// Reads and checks a file by the profile's rules and against earlier imports. Progress is the future's (0 to
    /// 1000), cancel() stops it soon. Errors: those of readImport, and of the store.
    virtual QFuture<ImportResult> read(QString path, ImportChoices choices) = 0;
    /// Whether the file still is the one that was read. fileChanged, fileUnreadable.
    virtual QFuture<Result<>> lookAgain(FileFingerprint file) = 0;
    /// How the recipients of these rows stand to who was paid before, in the rows' order; incomplete for rows that
    /// can't be taken. Errors: those of the store.
    virtual QFuture<Result<QList<StandingKind>>> standings(std::shared_ptr<const ImportSheet> sheet, qsizetype first,
                                                           qsizetype count) = 0;
    /// Makes drafts of rows in memory; progress and cancel as above, errors as draftsOfRows.
    virtual QFuture<Result<PreparedImport>> prepare(std::shared_ptr<const ImportSheet> sheet,
                                                    QList<qsizetype> rows) = 0;
    /// Reads the file once more, and stores all drafts or none. Can't be stopped. fileChanged, totalDiffers,
    /// importedBefore, and the store's errors: then there are no drafts.
    virtual QFuture<Result<ImportDone>> makeDrafts(PreparedImport prepared, Money controlTotal) = 0;
    /// For the next file with the same header.
    virtual QFuture<Result<>> keepMapping(QByteArray headerSignature, ColumnMapping mapping) = 0;
    /// Rows with their reasons as a file to be corrected: a workbook where `path` ends in .xlsx, else CSV.
    virtual QFuture<Result<>> saveRows(QString path, std::shared_ptr<const ImportSheet> sheet, QList<qsizetype> rows,
                                       QString reasonsHeader, RowReasons reasons) = 0;
};

} // namespace countersign
