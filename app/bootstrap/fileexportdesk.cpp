#include "bootstrap/fileexportdesk.h"

#include "core/try.h"
#include "exchange/importreading.h"
#include "storage/sqlitereader.h"

#include <QSaveFile>

namespace countersign {

FileExportDesk::FileExportDesk(Needs needs) : m_needs(std::move(needs))
{
    m_pool.setMaxThreadCount(1);
}

FileExportDesk::~FileExportDesk()
{
    m_leaving = true;
    m_pool.waitForDone();
}

QFuture<Result<ExportDone>> FileExportDesk::write(ExportOrder order)
{
    return startReading<Result<ExportDone>>(
        m_pool, [this, order = std::move(order)](ReadingProgress &progress) { return writeFile(order, progress); });
}

std::unique_ptr<PayoutFile> FileExportDesk::fileOf(const ExportOrder &order, QIODevice &target) const
{
    ExportPayer payer = m_needs.payer;
    switch (order.format) {
    case ExportFormat::csv:
        return csvFile(target, order.words);
    case ExportFormat::workbook:
        return workbookFile(target, order.words);
    case ExportFormat::clientBank:
        payer.directory = m_needs.directory();
        return clientBankFile(target, payer, m_needs.clock.now());
    }
    return nullptr;
}

Result<ExportDone> FileExportDesk::writeFile(const ExportOrder &order, ReadingProgress &progress) const
{
    QSaveFile target(order.path); // what was there stays until all of it is written
    if (!target.open(QIODevice::WriteOnly)) return fail(ErrorCode::fileUnwritable, target.errorString());
    const auto file = fileOf(order, target);
    ExportDone done;
    const auto take = [&](const QList<ExportedPayout> &payouts, qint64 total) -> Result<> {
        for (const ExportedPayout &payout : payouts) {
            COUNTERSIGN_TRY_INTO(taken, file->add(payout));
            ++(taken ? done.written : done.leftOut);
        }
        const qint64 read = done.written + done.leftOut;
        if (m_leaving || !progress.reached(static_cast<int>(read * wholePermille / std::max(read, total))))
            return fail(ErrorCode::cancelled);
        return {};
    };
    SqliteReader reader(m_needs.storeFile);
    COUNTERSIGN_TRY(reader.eachPage(order.query, take));
    if (done.written == 0) return done;
    COUNTERSIGN_TRY(file->finish());
    if (m_leaving || !progress.reached(wholePermille)) return fail(ErrorCode::cancelled);
    if (!target.commit()) return fail(ErrorCode::fileUnwritable, target.errorString());
    return done;
}

} // namespace countersign
