#pragma once

#include "core/clock.h"
#include "exchange/payoutfile.h"
#include "exchange/readingprogress.h"
#include "payouts/exportdesk.h"

#include <QThreadPool>

#include <atomic>

namespace countersign {

/// The export over the store and files, on a thread of its own with a connection of its own. Ends its work when it is
/// destroyed.
class FileExportDesk final : public ExportDesk
{
public:
    struct Needs
    {
        QString storeFile;
        ExportPayer payer;
        /// The directory in force, for the banks' names. Called on the desk's thread; may block; may answer null.
        std::function<std::shared_ptr<const BankDirectory>()> directory;
        const Clock &clock;
    };
    explicit FileExportDesk(Needs needs);
    ~FileExportDesk() override;

    QFuture<Result<ExportDone>> write(ExportOrder order) override;

private:
    [[nodiscard]] Result<ExportDone> writeFile(const ExportOrder &order, ReadingProgress &progress) const;
    [[nodiscard]] std::unique_ptr<PayoutFile> fileOf(const ExportOrder &order, QIODevice &target) const;

    Needs m_needs;
    std::atomic<bool> m_leaving = false;
    QThreadPool m_pool; ///< last: its thread uses the rest
};

} // namespace countersign
