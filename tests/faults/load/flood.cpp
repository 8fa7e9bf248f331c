#include "faults/load/flood.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace countersign::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Flood::Flood(const QUrl &receiver, std::vector<SignedMessage> messages, int perSecond, int connections)
    : m_receiver(receiver), m_messages(std::move(messages)), m_perSecond(perSecond),
      m_lines(static_cast<std::size_t>(connections))
{
    for (Line &line : m_lines) {
        line.socket = std::make_unique<QTcpSocket>();
        connect(line.socket.get(), &QTcpSocket::readyRead, this, [this, &line] { read(line); });
        connect(line.socket.get(), &QTcpSocket::disconnected, this, [this, &line] { lose(line); });
        connect(line.socket.get(), &QTcpSocket::errorOccurred, this, [this, &line] { lose(line); });
    }
    connect(&m_pulse, &QTimer::timeout, this, &Flood::sendWhatIsDue);
}

void Flood::start()
{
    m_time.start();
    m_pulse.start(2ms);
}

void Flood::sendWhatIsDue()
{
    const double now = static_cast<double>(m_time.nsecsElapsed()) / 1e6;
    for (Line &line : m_lines) {
        if (line.message >= 0) continue;
        if (line.socket->state() == QAbstractSocket::UnconnectedState) {
            line.socket->connectToHost(m_receiver.host(), static_cast<quint16>(m_receiver.port()));
            continue;
        }
        if (line.socket->state() != QAbstractSocket::ConnectedState) continue;
        if (!m_again.empty()) {
            send(line, m_again.back());
            m_again.pop_back();
        } else if (m_next < m_messages.size() && dueMs(m_next) <= now) {
            send(line, m_next++);
        } else {
            return;
        }
    }
}

void Flood::send(Line &line, std::size_t message)
{
    const SignedMessage &sent = m_messages[message];
    line.message = static_cast<std::ptrdiff_t>(message);
    line.answer.clear();
    line.socket->write("POST " + m_receiver.path().toUtf8() +
                       " HTTP/1.1\r\nHost: desk\r\nX-PARTNER-SIGN: " + sent.signature +
                       "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(sent.body.size()) +
                       "\r\n\r\n" + sent.body);
}

void Flood::read(Line &line)
{
    line.answer += line.socket->readAll();
    if (line.message < 0 || !line.answer.contains("\r\n\r\n")) return;
    const auto message = static_cast<std::size_t>(line.message);
    if (!line.answer.startsWith("HTTP/1.1 200")) {
        ++m_otherAnswers;
        line.socket->abort();
        return;
    }
    line.message = -1;
    m_lastMs = static_cast<double>(m_time.nsecsElapsed()) / 1e6;
    if (!m_sentTwice.contains(message)) m_waitsMs.push_back(m_lastMs - dueMs(message));
    m_acknowledged.insert(QCryptographicHash::hash(m_messages[message].body, QCryptographicHash::Sha256).toHex());
    Q_EMIT acknowledgedMore();
}

void Flood::lose(Line &line)
{
    if (line.message < 0) return;
    const auto message = static_cast<std::size_t>(std::exchange(line.message, -1));
    m_sentTwice.insert(message);
    m_again.push_back(message);
}

QJsonObject Flood::figures() const
{
    std::vector<double> waits = m_waitsMs;
    std::ranges::sort(waits);
    const auto part = [&waits](double share) {
        if (waits.empty()) return 0.0;
        return std::round(waits[static_cast<std::size_t>(share * static_cast<double>(waits.size() - 1))] * 10) / 10;
    };
    return {{u"sent"_s, static_cast<qint64>(m_messages.size())},
            {u"acknowledged"_s, static_cast<qint64>(m_acknowledged.size())},
            {u"sentAgain"_s, static_cast<qint64>(m_sentTwice.size())},
            {u"otherAnswers"_s, m_otherAnswers},
            {u"wantedPerSecond"_s, m_perSecond},
            {u"acknowledgedPerSecond"_s, std::round(static_cast<double>(m_acknowledged.size()) / m_lastMs * 1000)},
            {u"waitMs50"_s, part(0.5)},
            {u"waitMs95"_s, part(0.95)},
            {u"waitMs99"_s, part(0.99)},
            {u"waitMsMost"_s, part(1)}};
}

} // namespace countersign::faults
