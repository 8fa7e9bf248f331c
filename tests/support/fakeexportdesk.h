#pragma once

#include "payouts/exportdesk.h"

#include <QPromise>

#include <optional>

namespace countersign {

/// Remembers what was to be written, and answers when a test says so.
class FakeExportDesk final : public ExportDesk
{
public:
    QList<ExportOrder> orders;
    std::optional<QPromise<Result<ExportDone>>> writing;

    QFuture<Result<ExportDone>> write(ExportOrder order) override
    {
        orders.append(std::move(order));
        writing.emplace();
        writing->setProgressRange(0, 1000);
        writing->start();
        return writing->future();
    }
    void progress(int permille) { writing->setProgressValue(permille); }
    void answer(const Result<ExportDone> &done)
    {
        writing->addResult(done);
        writing->finish();
    }
};

} // namespace countersign
