#include "support/rawhttp.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

namespace countersign::test {

namespace {

constexpr int patienceMs = 10'000;

QByteArray headerValue(const QByteArray &head, const QByteArray &name)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == name) return line.mid(colon + 1).trimmed();
    }
    return {};
}

bool connectTo(QSslSocket &socket, const QUrl &address, const QString &certificateFile)
{
    const auto port = static_cast<quint16>(address.port());
    if (address.scheme() != QLatin1String("https")) {
        socket.connectToHost(address.host(), port);
        return socket.waitForConnected(patienceMs);
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(certificateFile));
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(address.host(), port);
    return socket.waitForEncrypted(patienceMs);
}

} // namespace

RawReply rawPost(const QUrl &address, const QList<QByteArray> &headers, const QByteArray &body,
                 const QString &certificateFile)
{
    QSslSocket socket;
    if (!connectTo(socket, address, certificateFile)) return {};
    QByteArray request = "POST " + address.path().toUtf8() + " HTTP/1.1\r\nHost: " + address.host().toUtf8() + "\r\n";
    for (const QByteArray &line : headers)
        request += line + "\r\n";
    request += "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    socket.write(request);

    QByteArray answer;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patienceMs))
        answer += socket.readAll();
    answer += socket.readAll();
    const auto headEnd = answer.indexOf("\r\n\r\n");
    if (!answer.startsWith("HTTP/1.") || headEnd < 0) return {};
    return {answer.mid(9, 3).toInt(), answer.mid(headEnd + 4)};
}

WebhookCatcher::WebhookCatcher()
{
    if (!m_server.listen(QHostAddress::LocalHost)) qFatal("no port for webhooks");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { take(*socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QString WebhookCatcher::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/hook").arg(m_server.serverPort());
}

void WebhookCatcher::take(QTcpSocket &socket)
{
    const QByteArray request = socket.peek(1'000'000);
    const auto headEnd = request.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const QByteArray head = request.first(headEnd);
    const auto length = headerValue(head, "content-length").toLongLong();
    if (request.size() < headEnd + 4 + length) return;
    socket.readAll();
    m_caught.append({request.mid(headEnd + 4, length), headerValue(head, "x-partner-sign")});
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket.disconnectFromHost();
}

} // namespace countersign::test
