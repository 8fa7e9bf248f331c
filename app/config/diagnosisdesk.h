#pragma once

#include "core/error.h"

#include <QFuture>

namespace countersign {

/// One file of a report, as it is shown and as it is saved.
struct ReportFile
{
    QString name;
    QByteArray text; ///< UTF-8

    friend bool operator==(const ReportFile &, const ReportFile &) = default;
};

/// Reports of problems: without secrets, and without anything about people, companies or single payouts. Lives on the
/// window's thread; the work is done elsewhere.
class DiagnosisDesk
{
public:
    virtual ~DiagnosisDesk() = default;
    /// Everything that would be in a report. Reads the whole store for its check.
    virtual QFuture<Result<QList<ReportFile>>> gather() = 0;
    /// As one zip file, whole or not at all. fileUnwritable.
    virtual QFuture<Result<>> save(QList<ReportFile> files, QString path) = 0;
};

} // namespace countersign
