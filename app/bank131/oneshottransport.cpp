#include "bank131/oneshottransport.h"

#include "bank131/httpexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QTimer>

namespace countersign {

OneShotTransport::OneShotTransport(TransportOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_tls(makeTlsConfiguration(m_options)),
      m_statusManager(makeNetworkManager(this))
{
}

void OneShotTransport::transmit(OutgoingCall call, Done done)
{
    const auto request = makeRequest(m_options, m_tls, call);
    if (!request) {
        TransportReply reply;
        reply.failure = TransportReply::Failure::other;
        reply.failureText = errorCodeName(request.error().code) + u' ' + request.error().detail;
        QTimer::singleShot(0, this, [reply, done = std::move(done)] { done(reply); });
        return;
    }
    if (call.kind == CallKind::status) {
        new HttpExchange(*m_statusManager, *request, std::move(call.body), m_options, std::move(done), this);
        return;
    }
    QNetworkAccessManager *manager = makeNetworkManager(this);
    auto *exchange = new HttpExchange(*manager, *request, std::move(call.body), m_options, std::move(done), this);
    connect(exchange, &QObject::destroyed, manager, &QObject::deleteLater);
}

} // namespace countersign
