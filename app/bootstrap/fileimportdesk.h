#pragma once

#include "exchange/importdesk.h"

#include <QThreadPool>

#include <atomic>

namespace countersign {

/// The import over files, the store and the engine, on threads of its own. Ends its readings when it is destroyed.
class FileImportDesk final : public ImportDesk
{
public:
    struct Needs
    {
        QList<AccountNumber> senderAccounts;
        /// The profile's rules, without `earlier` and `mappings`. Called on a thread of the desk; may block.
        std::function<ImportRules()> rules;
        /// Hands an order to the engine; any thread. Its future finishes, whatever happens.
        std::function<QFuture<Result<ImportDone>>(ImportOrder)> importDrafts;
        QString storeFile;    ///< where earlier imports are looked up; empty: nowhere
        QString mappingsFile; ///< where mappings of columns are kept
    };
    explicit FileImportDesk(Needs needs);
    ~FileImportDesk() override;

    [[nodiscard]] QList<AccountNumber> senderAccounts() const override { return m_needs.senderAccounts; }
    QFuture<ImportResult> read(QString path, ImportChoices choices) override;
    QFuture<Result<>> lookAgain(FileFingerprint file) override;
    QFuture<Result<QList<StandingKind>>> standings(std::shared_ptr<const ImportSheet> sheet, qsizetype first,
                                                   qsizetype count) override;
    QFuture<Result<PreparedImport>> prepare(std::shared_ptr<const ImportSheet> sheet, QList<qsizetype> rows) override;
    QFuture<Result<ImportDone>> makeDrafts(PreparedImport prepared, Money controlTotal) override;
    QFuture<Result<>> keepMapping(QByteArray headerSignature, ColumnMapping mapping) override;
    QFuture<Result<>> saveRows(QString path, std::shared_ptr<const ImportSheet> sheet, QList<qsizetype> rows,
                               QString reasonsHeader, RowReasons reasons) override;

private:
    class UntilLeaving;
    template <class T>
    QFuture<T> onPool(std::function<T(ReadingProgress &)> work);
    [[nodiscard]] ImportRules allRules() const;

    Needs m_needs;
    std::atomic<bool> m_leaving = false;
    QThreadPool m_pool; ///< last: its threads use the rest
};

} // namespace countersign
