#include "bootstrap/transportsettings.h"

namespace countersign {

Result<TransportOptions> transportSettings(const Profile &profile, const ProfilePaths &paths)
{
    TransportOptions options{.baseUrl = profile.bankUrl, .projectId = profile.projectId};
    if (!profile.extraCertificateFile.isEmpty()) {
        const QString file = paths.resolved(profile.extraCertificateFile);
        options.extraCertificates = QSslCertificate::fromPath(file, QSsl::Pem);
        if (options.extraCertificates.isEmpty()) return fail(ErrorCode::fileUnreadable, file);
    }
    return options;
}

} // namespace countersign
