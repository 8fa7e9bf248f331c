#include <utility>

#include "webhooks/webhookreceiver.h"

#include "core/logcategories.h"
#include "webhooks/descriptorplan.h"
#include "webhooks/peerlist.h"
#include "webhooks/requesthead.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <QFile>

#include <array>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace countersign {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using beast::error_code;
using Plain = beast::tcp_stream;
using Tls = beast::ssl_stream<beast::tcp_stream>;
using Moment = std::chrono::steady_clock::time_point;

constexpr std::size_t readAhead = 64 * 1024;
constexpr std::size_t drainLimit = 2 * 1024 * 1024;
constexpr std::chrono::seconds farewellTime{2};
constexpr std::chrono::seconds logPause{10};
constexpr std::chrono::milliseconds acceptPause{100};

constexpr int noAnswer = 0; ///< the connection just ends

Plain &lowest(Plain &stream)
{
    return stream;
}

Plain &lowest(Tls &stream)
{
    return stream.next_layer();
}

const char *reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 411:
        return "Length Required";
    case 413:
        return "Payload Too Large";
    case 417:
        return "Expectation Failed";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Bad Request";
    }
}

/// No banner, no date, no body: who asks learns nothing but the status.
std::string answerText(int status, bool keepAlive)
{
    return "HTTP/1.1 " + std::to_string(status) + ' ' + reasonOf(status) + "\r\nContent-Length: 0\r\n" +
           (keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
}

int statusOf(InboxVerdict verdict)
{
    switch (verdict) {
    case InboxVerdict::stored:
    case InboxVerdict::repeated:
        return 200;
    case InboxVerdict::badSignature:
        return 401;
    case InboxVerdict::notStored:
        return 503;
    }
    return 503;
}

int statusOfBodyError(const error_code &error)
{
    if (error == http::error::body_limit) return 413;
    const bool isHttp = error.category() == http::make_error_code(http::error::body_limit).category();
    const bool isCut = error == http::error::end_of_stream || error == http::error::partial_message;
    return (isHttp && !isCut) || error == http::error::buffer_overflow ? 400 : noAnswer;
}

/// Carries verdicts from the engine's thread into the receiver's, as long as there is one.
class Mailbox
{
public:
    explicit Mailbox(asio::io_context &io) : m_io(&io) {}

    template <typename Task>
    void post(Task task)
    {
        const std::lock_guard lock(m_mutex);
        if (m_io) asio::post(*m_io, std::move(task));
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_io = nullptr;
    }

private:
    std::mutex m_mutex;
    asio::io_context *m_io;
};

/// A message whose verdict is awaited.
struct Waiting
{
    explicit Waiting(asio::io_context &io) : timer(io) {}
    asio::steady_timer timer;
    std::optional<InboxVerdict> verdict;
};

/// At most one line in ten seconds, with the number of those that were left out.
class QuietLog
{
public:
    void note(int status, const std::string &peer, std::size_t size)
    {
        const Moment now = std::chrono::steady_clock::now();
        if (now < m_next) {
            ++m_leftOut;
            return;
        }
        qCWarning(logWebhooks) << "refused with" << status << "peer" << peer.c_str() << "bytes" << size << "and"
                               << m_leftOut << "others before";
        m_next = now + logPause;
        m_leftOut = 0;
    }

private:
    Moment m_next;
    int m_leftOut = 0;
};

/// How many requests there were in the second that is running.
class SecondCounter
{
public:
    bool allowsAnother(int limit)
    {
        const Moment now = std::chrono::steady_clock::now();
        if (now >= m_end) {
            m_end = now + std::chrono::seconds{1};
            m_count = 0;
        }
        return ++m_count <= limit;
    }

private:
    Moment m_end;
    int m_count = 0;
};

} // namespace

/// Everything but start() and the destructor runs on the one thread of `m_io`.
class WebhookReceiver::Server
{
public:
    Server(Options options, InboxPort &inbox) : m_options(std::move(options)), m_inbox(inbox) {}

    ~Server()
    {
        if (m_thread.joinable()) asio::post(m_io, [this] { endAll(); });
        m_thread = {}; // joins: with everything cancelled, the thread runs out of work
        m_mailbox->close();
    }

    Result<Address> start();

private:
    /// One connection's place under the caps.
    class Seat
    {
    public:
        Seat(Server &server, const asio::ip::address &peer) : m_server(server), m_peer(mappedAddress(peer))
        {
            ++m_server.m_connections;
            ++m_server.m_perPeer[m_peer];
        }
        ~Seat()
        {
            --m_server.m_connections;
            if (--m_server.m_perPeer[m_peer] == 0) m_server.m_perPeer.erase(m_peer);
        }
        Seat(const Seat &) = delete;
        Seat &operator=(const Seat &) = delete;

    private:
        Server &m_server;
        asio::ip::address_v6 m_peer;
    };

    /// Keeps something in a set of the server's as long as it is in use.
    template <typename Item>
    class Listed
    {
    public:
        Listed(std::set<Item *> &list, Item *item) : m_list(list), m_item(item) { m_list.insert(m_item); }
        ~Listed() { m_list.erase(m_item); }
        Listed(const Listed &) = delete;
        Listed &operator=(const Listed &) = delete;

    private:
        std::set<Item *> &m_list;
        Item *m_item;
    };

    using Seated = std::unique_ptr<Seat>;
    struct Outcome
    {
        int status = noAnswer;
        bool keepAlive = false;
    };

    Result<> loadTls();
    Result<> listen();
    void endAll();
    [[nodiscard]] bool hasRoomFor(const asio::ip::address &peer) const;
    [[nodiscard]] int routeStatus(const RequestHead &head) const;

    awaitable<void> acceptAll();
    awaitable<void> servePlain(tcp::socket socket, Seated seat, std::string peer);
    awaitable<void> serveTls(tcp::socket socket, Seated seat, std::string peer);
    template <typename Stream>
    awaitable<void> serve(Stream &stream, const std::string &peer);
    template <typename Stream>
    awaitable<Outcome> serveOne(Stream &stream, beast::flat_buffer &buffer, const std::string &peer);
    template <typename Stream>
    awaitable<std::expected<RequestHead, int>> readHead(Stream &stream, beast::flat_buffer &buffer);
    template <typename Stream>
    awaitable<std::expected<std::string, int>> readBody(Stream &stream, beast::flat_buffer &buffer,
                                                        const RequestHead &head);
    awaitable<int> verdictStatus(const RequestHead &head, std::string body, const std::string &peer);
    template <typename Stream>
    awaitable<bool> send(Stream &stream, std::string text);
    template <typename Stream>
    awaitable<void> drain(Stream &stream);

    const Options m_options;
    InboxPort &m_inbox;
    PeerList m_peers;
    asio::io_context m_io{1};
    asio::ssl::context m_tls{asio::ssl::context::tls_server};
    tcp::acceptor m_acceptor{m_io};
    asio::steady_timer m_acceptTimer{m_io};
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>(m_io);
    std::set<Plain *> m_streams;
    std::set<Waiting *> m_waiting;
    std::map<asio::ip::address_v6, int> m_perPeer;
    int m_connectionLimit = 0;
    int m_connections = 0;
    std::size_t m_waitingBytes = 0;
    bool m_ending = false;
    QuietLog m_log;
    SecondCounter m_second;
    std::jthread m_thread;
};

Result<WebhookReceiver::Address> WebhookReceiver::Server::start()
{
    if (m_thread.joinable()) return fail(ErrorCode::listenFailed, QStringLiteral("started before"));
    if (!m_options.path.startsWith(QLatin1Char('/'))) return fail(ErrorCode::settingsInvalid, m_options.path);
    auto peers = PeerList::fromText(m_options.allowedPeers);
    if (!peers) return std::unexpected(peers.error());
    m_peers = *std::move(peers);
    const bool secure = !m_options.certificateFile.isEmpty() || !m_options.keyFile.isEmpty();
    if (secure)
        if (auto loaded = loadTls(); !loaded) return std::unexpected(loaded.error());
    if (auto listening = listen(); !listening) return std::unexpected(listening.error());

    m_connectionLimit = makeRoomForConnections(m_options.connections);
    const quint16 port = m_acceptor.local_endpoint().port();
    const bool isV6 = m_acceptor.local_endpoint().address().is_v6();
    const QString host = isV6 ? QLatin1Char('[') + m_options.listenAddress + QLatin1Char(']') : m_options.listenAddress;
    asio::co_spawn(m_io, acceptAll(), asio::detached);
    m_thread = std::jthread([this] { m_io.run(); });
    return Address{.host = m_options.listenAddress,
                   .port = port,
                   .url = QStringLiteral("%1://%2:%3%4")
                              .arg(secure ? QStringLiteral("https") : QStringLiteral("http"), host)
                              .arg(port)
                              .arg(m_options.path)};
}

Result<> WebhookReceiver::Server::loadTls()
{
    error_code error;
    m_tls.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    m_tls.use_certificate_chain_file(QFile::encodeName(m_options.certificateFile).toStdString(), error);
    if (error) return fail(ErrorCode::listenFailed, m_options.certificateFile);
    // An encrypted key must fail here and not ask at a terminal.
    m_tls.set_password_callback([](std::size_t, asio::ssl::context::password_purpose) { return std::string(); });
    m_tls.use_private_key_file(QFile::encodeName(m_options.keyFile).toStdString(), asio::ssl::context::pem, error);
    if (error) return fail(ErrorCode::listenFailed, m_options.keyFile);
    return {};
}

Result<> WebhookReceiver::Server::listen()
{
    error_code error;
    const auto address = asio::ip::make_address(m_options.listenAddress.toStdString(), error);
    const tcp::endpoint endpoint(address, m_options.port);
    if (!error) m_acceptor.open(endpoint.protocol(), error);
#ifndef _WIN32 // there, this option would let another program take the port
    if (!error) m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (!error) m_acceptor.bind(endpoint, error);
    if (!error) m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error) return {};
    error_code ignored;
    m_acceptor.close(ignored);
    return fail(ErrorCode::listenFailed, QStringLiteral("%1:%2: %3")
                                             .arg(m_options.listenAddress)
                                             .arg(m_options.port)
                                             .arg(QString::fromStdString(error.message())));
}

void WebhookReceiver::Server::endAll()
{
    m_ending = true;
    error_code ignored;
    m_acceptor.close(ignored);
    m_acceptTimer.cancel();
    for (Plain *stream : m_streams)
        stream->close();
    for (Waiting *waiting : m_waiting)
        waiting->timer.cancel();
}

bool WebhookReceiver::Server::hasRoomFor(const asio::ip::address &peer) const
{
    const auto others = m_perPeer.find(mappedAddress(peer));
    const int fromThere = others == m_perPeer.end() ? 0 : others->second;
    return m_connections < m_connectionLimit && fromThere < m_options.connectionsPerPeer;
}

awaitable<void> WebhookReceiver::Server::acceptAll()
{
    while (!m_ending) {
        error_code error;
        tcp::socket socket = co_await m_acceptor.async_accept(asio::redirect_error(use_awaitable, error));
        if (m_ending) co_return;
        if (error) { // too many open files, say: others must end before this can go on
            m_acceptTimer.expires_after(acceptPause);
            error_code woken;
            co_await m_acceptTimer.async_wait(asio::redirect_error(use_awaitable, woken));
            continue;
        }
        const tcp::endpoint remote = socket.remote_endpoint(error);
        if (error) continue;
        const std::string peer = remote.address().to_string();
        if (!m_peers.allows(remote.address()) || !hasRoomFor(remote.address())) {
            m_log.note(noAnswer, peer, 0);
            continue;
        }
        socket.set_option(tcp::no_delay(true), error);
        auto seat = std::make_unique<Seat>(*this, remote.address());
        if (m_options.certificateFile.isEmpty())
            asio::co_spawn(m_io, servePlain(std::move(socket), std::move(seat), peer), asio::detached);
        else
            asio::co_spawn(m_io, serveTls(std::move(socket), std::move(seat), peer), asio::detached);
    }
}

awaitable<void> WebhookReceiver::Server::servePlain(tcp::socket socket, Seated seat, std::string peer)
{
    const Seated taken = std::move(seat);
    if (m_ending) co_return;
    Plain stream(std::move(socket));
    const Listed listed(m_streams, &stream);
    co_await serve(stream, peer);
    error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    if (!ignored) co_await drain(stream);
}

awaitable<void> WebhookReceiver::Server::serveTls(tcp::socket socket, Seated seat, std::string peer)
{
    const Seated taken = std::move(seat);
    if (m_ending) co_return;
    Tls stream(std::move(socket), m_tls);
    const Listed listed(m_streams, &stream.next_layer());
    error_code error;
    stream.next_layer().expires_after(m_options.handshakeTime);
    co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(use_awaitable, error));
    if (error) co_return;
    co_await serve(stream, peer);
    if (m_ending) co_return;
    stream.next_layer().expires_after(farewellTime);
    co_await stream.async_shutdown(asio::redirect_error(use_awaitable, error));
}

/// Answers requests on one connection until one side ends it.
template <typename Stream>
awaitable<void> WebhookReceiver::Server::serve(Stream &stream, const std::string &peer)
{
    beast::flat_buffer buffer(m_options.headLimit + readAhead);
    Outcome outcome{.status = noAnswer, .keepAlive = true};
    while (outcome.keepAlive && !m_ending) {
        lowest(stream).expires_after(m_options.requestTime);
        outcome = co_await serveOne(stream, buffer, peer);
        if (m_ending || outcome.status == noAnswer) co_return;
        if (outcome.status != 200) m_log.note(outcome.status, peer, buffer.size());
        lowest(stream).expires_after(m_options.requestTime);
        const bool sent = co_await send(stream, answerText(outcome.status, outcome.keepAlive));
        if (!sent) co_return;
    }
}

/// Refusals end the connection: what follows on it may be the rest of something that was not understood.
template <typename Stream>
awaitable<WebhookReceiver::Server::Outcome>
WebhookReceiver::Server::serveOne(Stream &stream, beast::flat_buffer &buffer, const std::string &peer)
{
    const auto head = co_await readHead(stream, buffer);
    if (!head) co_return Outcome{.status = head.error()};
    if (const int refusal = routeStatus(*head)) co_return Outcome{.status = refusal};
    if (!m_second.allowsAnother(m_options.requestsPerSecond)) co_return Outcome{.status = 503};
    if (head->expectContinue) {
        const bool sent = co_await send(stream, "HTTP/1.1 100 Continue\r\n\r\n");
        if (!sent) co_return Outcome{};
    }
    auto body = co_await readBody(stream, buffer, *head);
    if (!body) co_return Outcome{.status = body.error()};
    lowest(stream).expires_never();
    const int status = co_await verdictStatus(*head, *std::move(body), peer);
    co_return Outcome{.status = status, .keepAlive = head->keepAlive};
}

/// Waits for a whole head at the buffer's front; it stays there for Beast, which reads it a second time.
template <typename Stream>
awaitable<std::expected<RequestHead, int>> WebhookReceiver::Server::readHead(Stream &stream, beast::flat_buffer &buffer)
{
    while (true) {
        const std::string_view bytes(static_cast<const char *>(buffer.data().data()), buffer.size());
        const HeadEnd end = findHeadEnd(bytes.substr(0, m_options.headLimit));
        switch (end.kind) {
        case HeadEnd::Kind::complete:
            co_return readRequestHead(bytes.substr(0, end.size));
        case HeadEnd::Kind::broken:
            co_return std::unexpected(400);
        case HeadEnd::Kind::incomplete:
            break;
        }
        if (bytes.size() >= m_options.headLimit) co_return std::unexpected(431);
        error_code error;
        const auto space = buffer.prepare(m_options.headLimit + 1 - bytes.size());
        const std::size_t got = co_await stream.async_read_some(space, asio::redirect_error(use_awaitable, error));
        if (error) co_return std::unexpected(noAnswer);
        buffer.commit(got);
    }
}

/// 0: goes on.
int WebhookReceiver::Server::routeStatus(const RequestHead &head) const
{
    if (head.method != "POST" || head.target != m_options.path.toStdString()) return 404;
    if (head.signature.empty()) return 401;
    if (head.contentLength > m_options.bodyLimit) return 413;
    return 0;
}

template <typename Stream>
awaitable<std::expected<std::string, int>> WebhookReceiver::Server::readBody(Stream &stream, beast::flat_buffer &buffer,
                                                                             const RequestHead &head)
{
    http::request_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(m_options.headLimit + 1));
    parser.body_limit(m_options.bodyLimit);
    const auto refuseExtensions = [](std::uint64_t, beast::string_view extensions, error_code &error) {
        if (!extensions.empty()) error = http::error::bad_chunk_extension;
    };
    auto onChunk = refuseExtensions;
    parser.on_chunk_header(onChunk);
    error_code error;
    co_await http::async_read(stream, buffer, parser, asio::redirect_error(use_awaitable, error));
    if (error) co_return std::unexpected(statusOfBodyError(error));
    // Fields behind the last chunk would be fields that were not looked at.
    const auto fields = std::distance(parser.get().begin(), parser.get().end());
    if (static_cast<std::size_t>(fields) != head.fieldCount) co_return std::unexpected(400);
    co_return std::move(parser.get().body());
}

awaitable<int> WebhookReceiver::Server::verdictStatus(const RequestHead &head, std::string body,
                                                      const std::string &peer)
{
    const std::size_t size = body.size();
    if (m_waitingBytes + size > m_options.waitingLimit) co_return 503;
    m_waitingBytes += size;
    const auto waiting = std::make_shared<Waiting>(m_io);
    const Listed listed(m_waiting, waiting.get());
    waiting->timer.expires_after(m_options.verdictTime);
    IncomingMessage message{.body = QByteArray::fromStdString(body),
                            .signature = QByteArray::fromStdString(head.signature),
                            .source = ObservationSource::webhook,
                            .peer = QString::fromStdString(peer)};
    auto done = [mailbox = m_mailbox, asked = std::weak_ptr(waiting)](InboxVerdict verdict) {
        mailbox->post([asked, verdict] {
            const auto there = asked.lock();
            if (!there) return;
            there->verdict = verdict;
            there->timer.cancel();
        });
    };
    m_inbox.deliver(std::move(message), std::move(done));
    error_code woken;
    co_await waiting->timer.async_wait(asio::redirect_error(use_awaitable, woken));
    m_waitingBytes -= size;
    co_return waiting->verdict ? statusOf(*waiting->verdict) : 503;
}

template <typename Stream>
awaitable<bool> WebhookReceiver::Server::send(Stream &stream, std::string text)
{
    error_code error;
    co_await asio::async_write(stream, asio::buffer(text), asio::redirect_error(use_awaitable, error));
    co_return !error;
}

/// Reads on for a moment: a socket that is closed with unread bytes takes the answer away from who has not read it yet.
template <typename Stream>
awaitable<void> WebhookReceiver::Server::drain(Stream &stream)
{
    stream.expires_after(farewellTime);
    std::array<char, 4096> ignored{};
    std::size_t total = 0;
    error_code error;
    while (!error && !m_ending && total < drainLimit)
        total += co_await stream.async_read_some(asio::buffer(ignored), asio::redirect_error(use_awaitable, error));
}

WebhookReceiver::WebhookReceiver(Options options, InboxPort &inbox)
    : m_server(std::make_unique<Server>(std::move(options), inbox))
{
}

WebhookReceiver::~WebhookReceiver() = default;

Result<WebhookReceiver::Address> WebhookReceiver::start()
{
    return m_server->start();
}

} // namespace countersign
