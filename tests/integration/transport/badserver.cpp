#include "integration/transport/badserver.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace countersign::testing {

namespace {

/// An end by RST, as a crashing peer or a firewall makes it.
void resetConnection(QTcpSocket *socket)
{
    const linger hard{1, 0};
    setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

qsizetype lengthOf(const QByteArray &header)
{
    const qsizetype at = header.toLower().indexOf("content-length:");
    if (at < 0) return 0;
    const qsizetype from = at + static_cast<qsizetype>(qstrlen("content-length:"));
    return header.mid(from, header.indexOf('\r', from) - from).trimmed().toLongLong();
}

} // namespace

BadServer::BadServer(const QSslConfiguration *tls) : m_tls(tls != nullptr)
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &BadServer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

QUrl BadServer::url() const
{
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server->serverPort());
    return url;
}

int BadServer::requests() const
{
    return static_cast<int>(m_received.count("POST /"));
}

void BadServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        if (socket->bytesAvailable() > 0) read(socket);
    }
}

void BadServer::read(QTcpSocket *socket)
{
    const QByteArray bytes = socket->readAll();
    m_received += bytes;
    QByteArray &pending = m_pending[socket];
    pending += bytes;
    const Manners chosen = mannersOf ? mannersOf(m_complete + 1) : manners;
    if (chosen == Manners::closeEarly || chosen == Manners::resetEarly) return act(socket, chosen);
    const qsizetype end = pending.indexOf("\r\n\r\n");
    if (end < 0) return;
    if (chosen == Manners::closeAfterHeader) return act(socket, chosen);
    if (pending.size() < end + 4 + lengthOf(pending.first(end + 2))) return;
    pending.clear();
    ++m_complete;
    act(socket, chosen);
}

void BadServer::act(QTcpSocket *socket, Manners chosen)
{
    switch (chosen) {
    case Manners::answer:
        socket->write(answerBytes);
        return;
    case Manners::answerAndClose:
        socket->write(answerBytes);
        socket->disconnectFromHost();
        return;
    case Manners::closeEarly:
    case Manners::closeAfterHeader:
    case Manners::close:
        socket->disconnectFromHost();
        return;
    case Manners::resetEarly:
    case Manners::reset:
        resetConnection(socket);
        return;
    case Manners::silence:
        return;
    }
}

} // namespace countersign::testing
