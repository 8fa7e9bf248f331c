#pragma once

#include "core/clock.h"

#include <QList>
#include <QSslCertificate>
#include <QStringList>
#include <QUrl>

namespace countersign {

/// Where and how to reach the bank (payout-lifecycle.md section 4).
struct TransportOptions
{
    QUrl baseUrl;        ///< scheme, host, port; https, or http to a loopback address only (practice bank)
    QString projectId;   ///< X-PARTNER-PROJECT
    QString submerchant; ///< X-PARTNER-SUBMERCHANT; empty: not sent
    /// SHA-256 of the public keys of which the server must show one, 64 lower-case hexadecimal digits each; none: any
    /// certificate that passes the usual checks will do (threat-model.md N1).
    QStringList serverKeyPins;
    milliseconds connectTimeout{10'000}; ///< until the first body byte is taken
    milliseconds totalTimeout{30'000};
    qint64 responseCap = 1024 * 1024;         ///< bytes of an answer's body
    QList<QSslCertificate> extraCertificates; ///< also trusted; the practice bank's own
};

} // namespace countersign
