#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QSslServer>
#include <QUrl>

#include <functional>
#include <memory>

namespace countersign::testing {

/// What the server does with a request that it has read.
enum class Manners {
    answer,           ///< `answerBytes`, connection kept
    answerAndClose,   ///< `answerBytes`, then an orderly end
    closeEarly,       ///< ends at the first bytes of a request
    resetEarly,       ///< as closeEarly, by reset
    closeAfterHeader, ///< ends when the header is there
    close,            ///< ends when the request is there
    reset,            ///< as close, by reset
    silence,          ///< nothing, ever
};

/// An HTTP(S) server on loopback that behaves as badly as told and counts the requests that reached it, whatever the
/// number of connections they came over.
class BadServer final : public QObject
{
    Q_OBJECT

public:
    /// Plain HTTP without a configuration.
    explicit BadServer(const QSslConfiguration *tls = nullptr);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int requests() const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// Everything that came over all connections, in order of arrival.
    [[nodiscard]] QByteArray received() const { return m_received; }

    Manners manners = Manners::answer;
    QByteArray answerBytes;
    /// When set, decides about the n-th request (counted from 1) instead of `manners`.
    std::function<Manners(int)> mannersOf;

private:
    void accept();
    void read(QTcpSocket *socket);
    void act(QTcpSocket *socket, Manners chosen);

    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_pending; ///< of the request under way
    QByteArray m_received;
    int m_connections = 0;
    int m_complete = 0;
    bool m_tls;
};

} // namespace countersign::testing
