#pragma once

#include "domain/exportedpayout.h"
#include "ports/payoutreader.h"

#include <QFuture>

namespace countersign {

struct ExportOrder
{
    ListQuery query; ///< folder and search; its offset and limit don't count: all of it is written
    ExportFormat format = ExportFormat::csv;
    QString path;
    ExportWords words;
};

struct ExportDone
{
    qint64 written = 0;
    qint64 leftOut = 0; ///< the 1C format takes only payouts that were executed
};

/// Writes what the list shows into a file. Lives on the window's thread; the work is done elsewhere, nothing here
/// blocks.
class ExportDesk
{
public:
    virtual ~ExportDesk() = default;
    /// The payouts of one moment, in the list's order, page by page. The file is there whole, or as it was before:
    /// also when nothing was written (`written` is 0), after an error or a stop. Progress is the future's (0 to 1000),
    /// cancel() stops it soon; then there is no result. fileUnwritable, and the reader's errors.
    virtual QFuture<Result<ExportDone>> write(ExportOrder order) = 0;
};

} // namespace countersign
