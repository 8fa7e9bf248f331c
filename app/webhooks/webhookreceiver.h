#pragma once

#include "core/error.h"
#include "ports/inboxport.h"

#include <QStringList>

#include <chrono>
#include <memory>

namespace countersign {

/// Receives the bank's webhooks on one address and one path (payout-lifecycle.md section 7, threat-model.md W1-W5) and
/// hands the raw bytes to the inbox; nothing is read in them here. Answers, with an empty body, only after the verdict:
/// 200 stored or repeated, 401 bad signature, 503 not stored. Everything else on this address is 404.
///
/// Works in a thread of its own between start() and the destructor, which ends open connections without an answer: the
/// bank sends again. Construct, start and destroy on one thread. `inbox` must outlive the receiver; verdicts that
/// arrive after its end are dropped.
class WebhookReceiver
{
public:
    struct Options
    {
        QString listenAddress = QStringLiteral("127.0.0.1"); ///< numeric, IPv4 or IPv6
        quint16 port = 0;                                    ///< 0: any free one
        QString path = QStringLiteral("/webhook");
        QString certificateFile;  ///< PEM, with its chain; both files empty: plain HTTP
        QString keyFile;          ///< PEM, not encrypted
        QStringList allowedPeers; ///< addresses and networks ("192.0.2.0/24"); empty: everybody

        std::size_t headLimit = 16 * 1024;             ///< bytes
        std::size_t bodyLimit = 1024 * 1024;           ///< bytes
        std::size_t waitingLimit = 64 * 1024 * 1024;   ///< bytes of all bodies that wait for a verdict; beyond: 503
        std::chrono::milliseconds requestTime{15'000}; ///< for one whole request, and between two
        std::chrono::milliseconds handshakeTime{10'000};
        std::chrono::milliseconds verdictTime{30'000}; ///< then 503
        int connections = 1'300;        ///< beyond, closed unanswered; fewer where the system allows too few open files
        int connectionsPerPeer = 1'300; ///< lower it where no proxy stands in front
        int requestsPerSecond = 2'000;  ///< of all peers; beyond: 503
    };

    struct Address
    {
        QString host;
        quint16 port = 0;
        QString url; ///< with scheme and path
    };

    WebhookReceiver(Options options, InboxPort &inbox);
    ~WebhookReceiver();
    WebhookReceiver(const WebhookReceiver &) = delete;
    WebhookReceiver &operator=(const WebhookReceiver &) = delete;

    /// Begins to listen. Fails with listenFailed, detail: what the system said of the address or of which file, or with
    /// settingsInvalid for a path without its slash or an entry of `allowedPeers`. A receiver is started once.
    [[nodiscard]] Result<Address> start();

private:
    class Server;
    std::unique_ptr<Server> m_server;
};

} // namespace countersign
