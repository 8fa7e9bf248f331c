#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTcpServer>
#include <QUrl>

namespace countersign::test {

/// What one HTTP request was answered with; status 0: nothing that is HTTP came back.
struct RawReply
{
    int status = 0;
    QByteArray body;
};

/// A client that somebody else could have written: a socket, a request typed by hand, and nothing of ours. Sends one
/// POST on a connection of its own and waits for the answer. `headers` are whole lines without their line ends.
/// `certificateFile`: what an HTTPS server is checked against.
[[nodiscard]] RawReply rawPost(const QUrl &address, const QList<QByteArray> &headers, const QByteArray &body,
                               const QString &certificateFile = {});

/// The small web server of a company that takes the bank's webhooks itself: answers every POST with 200 and keeps its
/// body and signature as they came. Lives on the test's thread and needs its event loop.
class WebhookCatcher
{
public:
    struct Caught
    {
        QByteArray body;
        QByteArray signature;
    };
    WebhookCatcher();
    [[nodiscard]] QString url() const;
    [[nodiscard]] const QList<Caught> &caught() const { return m_caught; }

private:
    void take(QTcpSocket &socket);

    QTcpServer m_server;
    QList<Caught> m_caught;
};

} // namespace countersign::test
