#pragma once

#include "bank131/transportoptions.h"
#include "ports/transport.h"

#include <QObject>
#include <QSslConfiguration>

class QNetworkAccessManager;

namespace countersign {

/// "Transmit once" of payout-lifecycle.md section 4 on Qt's HTTP stack. Every call that moves something has a
/// connection of its own, which ends with it (as clearConnectionCache() before it would have it, without disturbing a
/// status call under way); only `status` may meet a kept connection. No resend, redirect, credential prompt, cookie or
/// cache; a TLS error is never ignored. An address or header that may not be used ends as not sent (`other`, 0 bytes).
/// Calls under way when the transport is destroyed end without `done`.
class OneShotTransport final : public QObject, public Transport
{
    Q_OBJECT

public:
    explicit OneShotTransport(TransportOptions options, QObject *parent = nullptr);

    void transmit(OutgoingCall call, Done done) override;

private:
    TransportOptions m_options;
    QSslConfiguration m_tls;
    QNetworkAccessManager *m_statusManager;
};

} // namespace countersign
