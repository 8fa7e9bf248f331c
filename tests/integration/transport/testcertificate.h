#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace countersign::testing {

/// A self-signed certificate and its key, made on the spot by the openssl command.
class TestCertificate
{
public:
    /// `alternativeName` as openssl writes it: "IP:127.0.0.1".
    explicit TestCertificate(const QString &alternativeName);

    [[nodiscard]] bool isMade() const { return !m_certificate.isNull(); }
    [[nodiscard]] QSslCertificate certificate() const { return m_certificate; }
    /// For a server that shows it.
    [[nodiscard]] QSslConfiguration serverConfiguration() const { return m_server; }

private:
    QTemporaryDir m_folder;
    QSslCertificate m_certificate;
    QSslConfiguration m_server = QSslConfiguration::defaultConfiguration();
};

} // namespace countersign::testing
