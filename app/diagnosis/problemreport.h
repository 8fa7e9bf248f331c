#pragma once

#include "config/diagnosisdesk.h"
#include "config/profilestore.h"
#include "diagnosis/logfile.h"

namespace countersign {

/// What a report is made of besides the profile's own files.
struct ReportSources
{
    Profile profile;
    ProfilePaths paths;
    QString tlsLibrary; ///< name and version
    const LogFile &log;
};

/// program.txt, settings.txt, payouts.txt (counts), integrity.txt, log.txt. Never fails: what can't be found out is
/// said in its file. Any thread.
[[nodiscard]] QList<ReportFile> problemReport(const ReportSources &sources);

/// fileUnwritable.
[[nodiscard]] Result<> saveReport(const QList<ReportFile> &files, const QString &path);

} // namespace countersign
