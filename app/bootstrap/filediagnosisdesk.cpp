#include "bootstrap/filediagnosisdesk.h"

#include "exchange/importreading.h"

#include <QSslSocket>

namespace countersign {

FileDiagnosisDesk::FileDiagnosisDesk(const Profile &profile, const ProfilePaths &paths, const LogFile &log)
    : m_sources{.profile = profile, .paths = paths, .tlsLibrary = QSslSocket::sslLibraryVersionString(), .log = log}
{
    m_pool.setMaxThreadCount(1);
}

FileDiagnosisDesk::~FileDiagnosisDesk()
{
    m_pool.waitForDone();
}

QFuture<Result<QList<ReportFile>>> FileDiagnosisDesk::gather()
{
    using Files = Result<QList<ReportFile>>;
    return startReading<Files>(m_pool, [this](ReadingProgress &) -> Files { return problemReport(m_sources); });
}

QFuture<Result<>> FileDiagnosisDesk::save(QList<ReportFile> files, QString path)
{
    return startReading<Result<>>(m_pool, [files, path](ReadingProgress &) { return saveReport(files, path); });
}

} // namespace countersign
