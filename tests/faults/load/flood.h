#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <set>
#include <vector>

namespace countersign::faults {

struct SignedMessage
{
    QByteArray body;
    QByteArray signature;
};

/// The bank sending its messages at a fixed rate, each on whichever of its connections is free. A message without its
/// 200 is sent again, as the bank does.
class Flood final : public QObject
{
    Q_OBJECT
public:
    Flood(const QUrl &receiver, std::vector<SignedMessage> messages, int perSecond, int connections);

    void start();
    [[nodiscard]] bool isOver() const { return m_acknowledged.size() == m_messages.size(); }
    [[nodiscard]] std::size_t acknowledgedCount() const { return m_acknowledged.size(); }
    /// SHA-256 of every message that was answered with 200, in hexadecimal digits.
    [[nodiscard]] const std::set<QByteArray> &acknowledged() const { return m_acknowledged; }
    /// Milliseconds from the moment that a message was due to its 200; those sent again are left out.
    [[nodiscard]] QJsonObject figures() const;

Q_SIGNALS:
    void acknowledgedMore();

private:
    struct Line
    {
        std::unique_ptr<QTcpSocket> socket;
        std::ptrdiff_t message = -1; ///< on its way; -1: none
        QByteArray answer;
    };
    void sendWhatIsDue();
    void send(Line &line, std::size_t message);
    void read(Line &line);
    void lose(Line &line);
    [[nodiscard]] double dueMs(std::size_t message) const
    {
        return 1000.0 * static_cast<double>(message) / m_perSecond;
    }

    QUrl m_receiver;
    std::vector<SignedMessage> m_messages;
    int m_perSecond;
    std::vector<Line> m_lines;
    std::vector<std::size_t> m_again;
    std::set<std::size_t> m_sentTwice;
    std::set<QByteArray> m_acknowledged;
    std::vector<double> m_waitsMs;
    std::size_t m_next = 0;
    int m_otherAnswers = 0;
    double m_lastMs = 0;
    QElapsedTimer m_time;
    QTimer m_pulse;
};

} // namespace countersign::faults
