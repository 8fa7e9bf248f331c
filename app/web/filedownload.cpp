#include "web/filedownload.h"

#include "web/networkmanager.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace countersign {

namespace {

constexpr int mostRedirects = 3;

const char *wordOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return "nameLookup";
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return "connect";
    case QNetworkReply::SslHandshakeFailedError:
        return "tls";
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // the stall timeout ends so
        return "timeout";
    case QNetworkReply::RemoteHostClosedError:
        return "connectionLost";
    default:
        return "other";
    }
}

/// Fewer bytes than the answer announced.
bool isCut(const QNetworkReply &reply, qsizetype received)
{
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() && length.toLongLong() != received;
}

} // namespace

FileDownload::FileDownload(DownloadOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_manager(makeNetworkManager(this))
{
}

FileDownload::~FileDownload()
{
    if (m_reply) m_reply->disconnect(this);
}

void FileDownload::start(Done done)
{
    m_done = std::move(done);
    QTimer::singleShot(m_options.totalTimeout, this, [this] { failWith("timeout", QStringLiteral("in all")); });
    const QUrl &address = m_options.address;
    const bool allowed = address.scheme() == u"https" || (address.scheme() == u"http" && isLoopback(address));
    if (allowed && address.isValid()) return ask(address);
    QMetaObject::invokeMethod(
        this, [this] { end(fail(ErrorCode::settingsInvalid, m_options.address.toString())); }, Qt::QueuedConnection);
}

void FileDownload::ask(const QUrl &url)
{
    QNetworkRequest request(url);
    setWithoutMemory(request);
    request.setTransferTimeout(static_cast<int>(m_options.stallTimeout.count()));
    // The Bank of Russia's site answers programs that look like a browser (ru-payments.md 5.1).
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("Mozilla/5.0 (compatible; Countersign/" COUNTERSIGN_VERSION ")"));
    request.setRawHeader("Accept-Encoding", "identity"); // what is counted is what comes
    m_bytes.clear();
    m_reply = m_manager->get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &FileDownload::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &FileDownload::finished);
}

void FileDownload::takeBytes()
{
    if (!m_reply->isOpen()) return; // ended by us
    m_bytes += m_reply->readAll();
    if (m_bytes.size() > m_options.largest) end(fail(ErrorCode::fileTooLarge, QString::number(m_options.largest)));
}

void FileDownload::finished()
{
    takeBytes();
    if (!m_done) return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (status >= 300 && status < 400) return followRedirect(m_reply->url(), m_reply->url().resolved(target));
    if (status != 0 && status != 200) return failWith("status", QString::number(status));
    if (status == 200 && isCut(*m_reply, m_bytes.size())) return failWith("connectionLost", m_reply->errorString());
    if (m_reply->error() != QNetworkReply::NoError) return failWith(wordOf(m_reply->error()), m_reply->errorString());
    end(std::exchange(m_bytes, {}));
}

bool FileDownload::mayLeadTo(const QUrl &url) const
{
    const QUrl &address = m_options.address;
    const bool knownHost = url.host() == address.host() || m_options.hosts.contains(url.host());
    return url.isValid() && url.userInfo().isEmpty() && url.scheme() == address.scheme() &&
           url.port() == address.port() && knownHost;
}

void FileDownload::followRedirect(const QUrl &from, const QUrl &to)
{
    if (to == from || !mayLeadTo(to) || ++m_redirects > mostRedirects) return failWith("redirect", to.toString());
    m_reply->disconnect(this);
    m_reply->deleteLater();
    ask(to);
}

void FileDownload::failWith(const char *word, const QString &text)
{
    end(fail(ErrorCode::networkFailed, QLatin1String(word) + u' ' + text));
}

void FileDownload::end(Result<QByteArray> result)
{
    const Done done = std::exchange(m_done, nullptr);
    if (!done) return;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    done(std::move(result));
}

} // namespace countersign
