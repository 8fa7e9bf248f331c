#pragma once

#include "diagnosis/problemreport.h"

#include <QThreadPool>

namespace countersign {

/// Reports of problems, on a thread of its own. Ends its work when it is destroyed.
class FileDiagnosisDesk final : public DiagnosisDesk
{
public:
    /// `log` outlives the desk.
    FileDiagnosisDesk(const Profile &profile, const ProfilePaths &paths, const LogFile &log);
    ~FileDiagnosisDesk() override;

    QFuture<Result<QList<ReportFile>>> gather() override;
    QFuture<Result<>> save(QList<ReportFile> files, QString path) override;

private:
    const ReportSources m_sources;
    QThreadPool m_pool; ///< last: its thread uses the rest
};

} // namespace countersign
