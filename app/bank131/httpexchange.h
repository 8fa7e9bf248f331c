#pragma once

#include "bank131/transportoptions.h"
#include "ports/transport.h"
#include "web/networkmanager.h"

#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>

namespace countersign {

class OneShotBody;

/// TLS 1.2 and later with the peer verified. Costs about half a second where the system's certificates must be read:
/// make it once. Before a loopback address only the extra certificates count, when there are any.
[[nodiscard]] QSslConfiguration makeTlsConfiguration(const TransportOptions &options);

/// SHA-256 of a certificate's public key (SubjectPublicKeyInfo), 64 lower-case hexadecimal digits.
[[nodiscard]] QString serverKeyPin(const QSslCertificate &certificate);

/// Whether the pins let this server in. Its own certificate counts, not those that it sends along: nothing but the
/// first of a chain proves that the server holds the key.
[[nodiscard]] bool pinsAllow(const QStringList &pins, const QSslCertificate &server);

/// What is sent with the call's body: path below the options' address, headers of bank131-api.md 2.2. settingsInvalid
/// when the address or a header value is not fit to be sent; detail says which.
[[nodiscard]] Result<QNetworkRequest> makeRequest(const TransportOptions &options, const QSslConfiguration &tls,
                                                  const OutgoingCall &call);

/// One POST, once. Deletes itself (and what it owns) after `done`, which is called exactly once from the event loop of
/// its thread; never when it is destroyed earlier.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(TransportReply)>;

    HttpExchange(QNetworkAccessManager &manager, const QNetworkRequest &request, QByteArray body,
                 const TransportOptions &options, Done done, QObject *parent);
    ~HttpExchange() override;

private:
    void checkPins(const QStringList &pins);
    void stopUnlessUnderWay();
    void stop(TransportReply::Failure failure, const QString &text);
    void takeBytes();
    void conclude();
    void readEnd();
    [[nodiscard]] bool isCut() const;

    OneShotBody *m_body;
    QPointer<QNetworkReply> m_reply; ///< belongs to its manager, which may go first
    qint64 m_responseCap;
    Done m_done;
    TransportReply m_result;
    bool m_stopped = false; ///< ended by us: m_result says why
};

} // namespace countersign
