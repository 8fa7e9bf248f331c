#include "bootstrap/transportsettings.h"

#include "config/profilevalidation.h"

namespace countersign {

Result<TransportOptions> transportSettings(const Profile &profile, const ProfilePaths &paths)
{
    TransportOptions options{
        .baseUrl = profile.bankUrl, .projectId = profile.projectId, .submerchant = profile.submerchant};
    for (const QString &text : profile.serverKeyPins) {
        const QString pin = normalizedPin(text);
        if (pin.isEmpty()) return fail(ErrorCode::settingsInvalid, QStringLiteral("bank.server_key_pins"));
        options.serverKeyPins.append(pin);
    }
    if (!profile.extraCertificateFile.isEmpty()) {
        const QString file = paths.resolved(profile.extraCertificateFile);
        options.extraCertificates = QSslCertificate::fromPath(file, QSsl::Pem);
        if (options.extraCertificates.isEmpty()) return fail(ErrorCode::fileUnreadable, file);
    }
    return options;
}

} // namespace countersign
