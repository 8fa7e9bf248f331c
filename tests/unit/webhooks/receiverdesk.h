#pragma once

#include "heldinbox.h"
#include "webhooks/webhookreceiver.h"

#include <QTcpSocket>

namespace countersign {

inline constexpr int patience = 20'000; // ms; only a broken receiver lets a test wait that long

/// A receiver that listens on this computer, with the inbox behind it.
struct Desk
{
    explicit Desk(WebhookReceiver::Options options = {})
        : receiver(std::make_unique<WebhookReceiver>(std::move(options), inbox)), address(receiver->start())
    {
    }

    HeldInbox inbox;
    std::unique_ptr<WebhookReceiver> receiver;
    Result<WebhookReceiver::Address> address;
};

/// A client that sends exactly the bytes it is told to.
class Client
{
public:
    explicit Client(const Desk &desk)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), desk.address->port);
        m_connected = m_socket.waitForConnected(patience);
    }

    Client &send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
        return *this;
    }

    /// The next answer; all are without a body. Empty when the connection ended before.
    QByteArray answer()
    {
        while (m_received.indexOf("\r\n\r\n") < 0)
            if (!m_socket.waitForReadyRead(patience))
                return {};
            else
                m_received += m_socket.readAll();
        const qsizetype size = m_received.indexOf("\r\n\r\n") + 4;
        const QByteArray first = m_received.left(size);
        m_received.remove(0, size);
        return first;
    }

    int status() { return answer().mid(9, 3).toInt(); }

    /// Everything until the receiver ends the connection.
    QByteArray everything()
    {
        while (m_socket.waitForReadyRead(patience))
            m_received += m_socket.readAll();
        m_received += m_socket.readAll();
        m_ended = m_socket.state() == QAbstractSocket::UnconnectedState;
        return m_received;
    }

    bool isConnected() const { return m_connected; }
    bool hasEnded() const { return m_ended; }
    void close() { m_socket.abort(); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_connected = false;
    bool m_ended = false;
};

inline const QByteArray start = "POST /webhook HTTP/1.1\r\nHost: desk\r\nX-PARTNER-SIGN: c2ln\r\n";

inline QByteArray post(const QByteArray &body, const QByteArray &fields = {})
{
    return start + fields + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray chunked(const QByteArray &chunks)
{
    return start + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
}

} // namespace countersign
