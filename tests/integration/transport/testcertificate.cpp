#include "integration/transport/testcertificate.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>

namespace countersign::testing {

TestCertificate::TestCertificate(const QString &alternativeName)
{
    const QString keyPath = m_folder.filePath(QStringLiteral("key.pem"));
    const QString certificatePath = m_folder.filePath(QStringLiteral("certificate.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=Practice"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=") + alternativeName, QStringLiteral("-keyout"), keyPath,
                   QStringLiteral("-out"), certificatePath});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0) return;
    QFile key(keyPath);
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(certificatePath);
    if (certificates.isEmpty() || !key.open(QIODevice::ReadOnly)) return;
    m_certificate = certificates.first();
    m_server.setLocalCertificate(m_certificate);
    m_server.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    m_server.setPeerVerifyMode(QSslSocket::VerifyNone);
}

} // namespace countersign::testing
