#pragma once

#include "bank131/transportoptions.h"
#include "ports/signing.h"
#include "ports/transport.h"

#include <QObject>
#include <QSslConfiguration>

class QNetworkAccessManager;

namespace countersign {

/// Signs and sends read-only questions to the bank, by the rules of OneShotTransport.
class SignedPost final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<TransportReply>)>;

    /// `signer` outlives it.
    SignedPost(TransportOptions options, const Signer &signer, QObject *parent = nullptr);

    /// `done` exactly once from the event loop, never from inside; never after destruction. settingsInvalid, and what
    /// signing can answer; whatever happens on the way is told in the reply.
    void ask(const QString &path, const QByteArray &body, Done done);

private:
    void refuse(Error error, Done done);

    TransportOptions m_options;
    QSslConfiguration m_tls;
    const Signer &m_signer;
    QNetworkAccessManager *m_manager;
};

} // namespace countersign
