#include "faults/load/loiterers.h"

namespace countersign::faults {

using namespace std::chrono_literals;

Loiterers::Loiterers(const QUrl &receiver, int idle, int slow) : m_receiver(receiver)
{
    for (int i = 0; i < idle + slow; ++i)
        m_guests.push_back({std::make_unique<QTcpSocket>(), i >= idle});
    comeBack();
    connect(&m_return, &QTimer::timeout, this, &Loiterers::comeBack);
    connect(&m_drip, &QTimer::timeout, this, &Loiterers::dribble);
    m_return.start(1s);
    m_drip.start(500ms);
}

int Loiterers::connected() const
{
    return static_cast<int>(std::ranges::count_if(
        m_guests, [](const Guest &guest) { return guest.socket->state() == QAbstractSocket::ConnectedState; }));
}

void Loiterers::comeBack()
{
    for (Guest &guest : m_guests) {
        if (guest.socket->state() != QAbstractSocket::UnconnectedState) continue;
        guest.sent = 0;
        guest.socket->connectToHost(m_receiver.host(), static_cast<quint16>(m_receiver.port()));
    }
}

void Loiterers::dribble()
{
    const QByteArray request = "POST " + m_receiver.path().toUtf8() + " HTTP/1.1\r\nHost: desk\r\nX-PARTNER-SIGN: ";
    for (Guest &guest : m_guests) {
        if (!guest.isSlow || guest.socket->state() != QAbstractSocket::ConnectedState) continue;
        const char next = guest.sent < request.size() ? request[guest.sent] : 'A';
        guest.sent += guest.socket->write(&next, 1);
    }
}

} // namespace countersign::faults
