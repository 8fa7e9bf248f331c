#include "bank131/signedpost.h"

#include "bank131/httpexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QTimer>

namespace countersign {

SignedPost::SignedPost(TransportOptions options, const Signer &signer, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_tls(makeTlsConfiguration(m_options)), m_signer(signer),
      m_manager(makeNetworkManager(this))
{
}

void SignedPost::ask(const QString &path, const QByteArray &body, Done done)
{
    auto signature = m_signer.sign(body);
    if (!signature) return refuse(signature.error(), std::move(done));
    const auto request = makeRequest(m_options, m_tls, {CallKind::status, path, body, *std::move(signature), {}});
    if (!request) return refuse(request.error(), std::move(done));
    new HttpExchange(
        *m_manager, *request, body, m_options,
        [done = std::move(done)](TransportReply reply) { done(std::move(reply)); }, this);
}

void SignedPost::refuse(Error error, Done done)
{
    QTimer::singleShot(0, this, [error = std::move(error), done = std::move(done)] { done(std::unexpected(error)); });
}

} // namespace countersign
