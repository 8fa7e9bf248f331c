#include "bank131/httpexchange.h"

#include "bank131/oneshotbody.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QSslKey>
#include <QTimer>

#include <algorithm>

namespace countersign {

namespace {

using Failure = TransportReply::Failure;

bool fitsHeader(const QString &value)
{
    return std::ranges::all_of(value, [](QChar c) { return c > u' ' && c <= u'~'; });
}

void setOneShotAttributes(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    setWithoutMemory(request);
}

Failure failureOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return Failure::none;
    case QNetworkReply::HostNotFoundError:
        return Failure::nameLookup;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Failure::connect;
    case QNetworkReply::SslHandshakeFailedError:
        return Failure::tls;
    case QNetworkReply::TimeoutError:
        return Failure::timeout;
    case QNetworkReply::RemoteHostClosedError:
        return Failure::connectionLost;
    case QNetworkReply::ContentReSendError:
        return Failure::resendRefused;
    default:
        return Failure::other; // the library's list is open: what we have no word for proves nothing
    }
}

/// The errors that only repeat what the status line says.
bool isOnlyTheStatus(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::ContentReSendError && error >= QNetworkReply::ContentAccessDenied;
}

bool isRedirect(int httpStatus)
{
    return httpStatus >= 300 && httpStatus <= 399;
}

} // namespace

QSslConfiguration makeTlsConfiguration(const TransportOptions &options)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (options.extraCertificates.isEmpty()) return tls;
    // Naming any certificate ends the library's loading of the system's on demand, so these are named as well.
    const bool own = isLoopback(options.baseUrl);
    tls.setCaCertificates(own ? options.extraCertificates
                              : QSslConfiguration::systemCaCertificates() + options.extraCertificates);
    return tls;
}

QString serverKeyPin(const QSslCertificate &certificate)
{
    const QByteArray key = certificate.publicKey().toDer();
    if (key.isEmpty()) return {};
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex());
}

bool pinsAllow(const QStringList &pins, const QSslCertificate &server)
{
    return pins.isEmpty() || pins.contains(serverKeyPin(server));
}

Result<QNetworkRequest> makeRequest(const TransportOptions &options, const QSslConfiguration &tls,
                                    const OutgoingCall &call)
{
    QUrl url;
    url.setScheme(options.baseUrl.scheme());
    url.setHost(options.baseUrl.host());
    url.setPort(options.baseUrl.port());
    url.setPath(call.path);
    const bool allowed = url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback(url));
    if (!url.isValid() || url.host().isEmpty() || !allowed) return fail(ErrorCode::settingsInvalid, url.toString());
    if (!fitsHeader(options.submerchant)) return fail(ErrorCode::settingsInvalid, QStringLiteral("submerchant"));
    if (!fitsHeader(options.projectId) || !fitsHeader(call.idempotencyKey)) {
        return fail(ErrorCode::settingsInvalid, QStringLiteral("project"));
    }
    QNetworkRequest request(url);
    setOneShotAttributes(request);
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, call.body.size());
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Countersign/" COUNTERSIGN_VERSION));
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // the answer's bytes are kept as they came, and stay capped
    request.setRawHeader("X-PARTNER-PROJECT", options.projectId.toLatin1());
    request.setRawHeader("X-PARTNER-SIGN", call.signature);
    if (!options.submerchant.isEmpty()) request.setRawHeader("X-PARTNER-SUBMERCHANT", options.submerchant.toLatin1());
    if (!call.idempotencyKey.isEmpty()) {
        request.setRawHeader("X-PARTNER-IDEMPOTENCY-KEY", call.idempotencyKey.toLatin1());
    }
    return request;
}

HttpExchange::HttpExchange(QNetworkAccessManager &manager, const QNetworkRequest &request, QByteArray body,
                           const TransportOptions &options, Done done, QObject *parent)
    : QObject(parent), m_body(new OneShotBody(std::move(body), this)), m_reply(manager.post(request, m_body)),
      m_responseCap(options.responseCap), m_done(std::move(done))
{
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_result.requestSent = true; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this, pins = options.serverKeyPins] { checkPins(pins); });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::conclude);
    QTimer::singleShot(options.connectTimeout, this, &HttpExchange::stopUnlessUnderWay);
    QTimer::singleShot(options.totalTimeout, this,
                       [this] { stop(Failure::timeout, QStringLiteral("no complete answer in time")); });
}

HttpExchange::~HttpExchange()
{
    m_body->revoke();
    if (m_reply) m_reply->disconnect(this);
    delete m_reply;
}

/// After the handshake and before the first byte of the request, which the stack holds back until this returns.
void HttpExchange::checkPins(const QStringList &pins)
{
    const QSslCertificate server = m_reply->sslConfiguration().peerCertificate();
    if (!pinsAllow(pins, server)) stop(Failure::tls, QStringLiteral("server key %1").arg(serverKeyPin(server)));
}

/// The stack has no connect timeout of its own. The body is asked for only when the connection (and TLS) stands; until
/// then nothing has left, and after `revoke` nothing can.
void HttpExchange::stopUnlessUnderWay()
{
    if (m_result.requestSent || m_body->handedOut() > 0) return;
    stop(Failure::timeout, QStringLiteral("no connection in time"));
}

void HttpExchange::stop(Failure failure, const QString &text)
{
    if (m_stopped || !m_done) return;
    m_stopped = true;
    m_result.failure = failure;
    m_result.failureText = text;
    m_body->revoke();
    m_reply->abort(); // ends in conclude()
}

void HttpExchange::takeBytes()
{
    m_result.body += m_reply->readAll();
    if (m_result.body.size() <= m_responseCap) return;
    m_result.body.truncate(m_responseCap);
    stop(Failure::tooLarge, QStringLiteral("answer beyond %1 bytes").arg(m_responseCap));
}

void HttpExchange::conclude()
{
    if (!m_done) return;
    if (!m_stopped) takeBytes();
    if (!m_stopped) readEnd();
    if (!m_done) return; // taking the last bytes has ended in here already
    m_body->revoke();
    m_result.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_result.bodyBytesPulled = m_body->handedOut();
    const Done done = std::exchange(m_done, nullptr);
    deleteLater();
    done(std::move(m_result));
}

void HttpExchange::readEnd()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    m_result.failureText = error == QNetworkReply::NoError ? QString() : m_reply->errorString();
    if (isRedirect(status)) {
        m_result.failure = Failure::redirect;
    } else if (status != 0 && isCut()) {
        m_result.failure = Failure::connectionLost;
    } else if (status < 400 || !isOnlyTheStatus(error)) {
        m_result.failure = failureOf(error);
    }
}

/// Fewer bytes than the answer announced.
bool HttpExchange::isCut() const
{
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() && length.toLongLong() != m_result.body.size();
}

} // namespace countersign
