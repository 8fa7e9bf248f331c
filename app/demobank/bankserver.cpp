#include <utility>

#include "demobank/bankserver.h"
#include "demobank/sharedsync.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>
#include <charconv>
#include <regex>
#include <stdexcept>

namespace countersign::demobank {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using beast::error_code;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

constexpr std::size_t headerLimit = 16 * 1024;
constexpr std::size_t bodyLimit = 1024 * 1024;
constexpr int connectionLimit = 512;
constexpr std::chrono::seconds idleTime{60};
constexpr std::chrono::seconds webhookTime{15};

Moment hostNow()
{
    return std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
}

HttpRequest toRequest(const http::request<http::string_body> &message)
{
    HttpRequest request;
    request.verb = std::string(message.method_string());
    request.target = std::string(message.target());
    for (const auto &field : message) {
        std::string name(field.name_string());
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
        request.headers[name] = std::string(field.value());
    }
    request.body = message.body();
    return request;
}

HttpReply refusalFor(const error_code &error)
{
    HttpReply reply;
    reply.status = error == http::error::body_limit ? 413 : error == http::error::header_limit ? 431 : 400;
    reply.body = R"({"status":"error","error":{"code":"invalid_request","description":"The request cannot be read"}})";
    return reply;
}

bool isHttpError(const error_code &error)
{
    return error.category() == http::make_error_code(http::error::body_limit).category() &&
           error != http::error::end_of_stream && error != http::error::partial_message;
}

struct Target
{
    bool tls = false;
    std::string host;
    std::string port;
    std::string path;
};

std::optional<Target> targetOf(const std::string &url)
{
    static const std::regex form(R"(^(https?)://(\[[0-9a-fA-F:]+\]|[^/:\[\]]+)(?::(\d{1,5}))?(/.*)?$)");
    std::smatch part;
    if (!std::regex_match(url, part, form)) return std::nullopt;
    Target target;
    target.tls = part[1] == "https";
    target.host = part[2];
    if (target.host.starts_with('[')) target.host = target.host.substr(1, target.host.size() - 2);
    target.port = part[3].matched ? part[3].str() : target.tls ? "443" : "80";
    target.path = part[4].matched ? part[4].str() : "/";
    return target;
}

/// Sends the request and reads the answer; 0 for none.
template <typename Stream>
awaitable<int> exchange(Stream &stream, http::request<http::string_body> &request)
{
    error_code error;
    co_await http::async_write(stream, request, asio::redirect_error(use_awaitable, error));
    if (error) co_return 0;
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    co_await http::async_read(stream, buffer, response, asio::redirect_error(use_awaitable, error));
    if (error) co_return 0;
    co_return static_cast<int>(response.result_int());
}

awaitable<int> post(asio::io_context &io, asio::ssl::context &tls, WebhookCall webhook)
{
    const auto target = targetOf(webhook.url);
    if (!target) co_return 0;
    http::request<http::string_body> request{http::verb::post, target->path, 11};
    request.set(http::field::host, target->host + ':' + target->port);
    request.set(http::field::content_type, "application/json");
    request.set(http::field::connection, "close");
    if (webhook.signature) request.set("X-PARTNER-SIGN", *webhook.signature);
    request.body() = webhook.body;
    request.prepare_payload();

    error_code error;
    tcp::resolver resolver(io);
    const auto endpoints =
        co_await resolver.async_resolve(target->host, target->port, asio::redirect_error(use_awaitable, error));
    if (error) co_return 0;
    TlsStream stream(io, tls);
    beast::tcp_stream &plain = beast::get_lowest_layer(stream);
    plain.expires_after(webhookTime);
    co_await plain.async_connect(endpoints, asio::redirect_error(use_awaitable, error));
    if (error) co_return 0;
    int status = 0;
    if (target->tls) {
        co_await stream.async_handshake(asio::ssl::stream_base::client, asio::redirect_error(use_awaitable, error));
        if (error) co_return 0;
        status = co_await exchange(stream, request);
    } else
        status = co_await exchange(plain, request);
    plain.close();
    co_return status;
}

} // namespace

class BankServer::Impl
{
public:
    Impl(PracticeBank &bank, const ListenAddress &address, const std::optional<TlsFiles> &tls)
        : m_bank(bank), m_acceptor(m_io), m_timer(m_io), m_signals(m_io), m_secure(tls.has_value())
    {
        if (tls) {
            m_serverTls.use_certificate_chain_file(tls->certificate.string());
            m_serverTls.use_private_key_file(tls->key.string(), asio::ssl::context::pem);
            m_serverTls.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
        }
        // The customer's receiver may use a certificate of its own making; its messages are signed anyway.
        m_clientTls.set_verify_mode(asio::ssl::verify_none);
        const tcp::endpoint endpoint(asio::ip::make_address(address.host), address.port);
        m_acceptor.open(endpoint.protocol());
        m_acceptor.set_option(tcp::acceptor::reuse_address(true));
        m_acceptor.bind(endpoint);
        m_acceptor.listen();
    }

    std::string url() const
    {
        const tcp::endpoint endpoint = m_acceptor.local_endpoint();
        const std::string host = endpoint.address().is_v6() ? "[::1]" : endpoint.address().to_string();
        return (m_secure ? "https://" : "http://") + host + ':' + std::to_string(endpoint.port());
    }

    void run()
    {
        asio::co_spawn(m_io, acceptAll(), asio::detached);
        asio::co_spawn(m_io, keepTime(), asio::detached);
        m_io.run();
        if (m_failure) std::rethrow_exception(m_failure);
    }

    void stop() { m_io.stop(); }

    void stopOnSignals()
    {
        m_signals.add(SIGTERM);
        m_signals.add(SIGINT);
        m_signals.async_wait([this](const error_code &error, int) {
            if (!error) m_io.stop();
        });
    }

private:
    void giveUp(std::exception_ptr failure)
    {
        m_failure = std::move(failure);
        m_io.stop();
    }

    awaitable<void> acceptAll()
    {
        while (true) {
            error_code error;
            tcp::socket socket = co_await m_acceptor.async_accept(asio::redirect_error(use_awaitable, error));
            if (error) {
                // Out of files, most likely: give the others time to end.
                asio::steady_timer pause(m_io, std::chrono::milliseconds{100});
                co_await pause.async_wait(asio::redirect_error(use_awaitable, error));
                continue;
            }
            if (m_connections >= connectionLimit) continue;
            if (m_secure)
                asio::co_spawn(m_io, serveTls(std::move(socket)), asio::detached);
            else
                asio::co_spawn(m_io, servePlain(std::move(socket)), asio::detached);
        }
    }

    awaitable<void> servePlain(tcp::socket socket)
    {
        ++m_connections;
        beast::tcp_stream stream(std::move(socket));
        co_await serve(stream);
        error_code error;
        stream.socket().shutdown(tcp::socket::shutdown_send, error);
        --m_connections;
    }

    awaitable<void> serveTls(tcp::socket socket)
    {
        ++m_connections;
        TlsStream stream(std::move(socket), m_serverTls);
        beast::get_lowest_layer(stream).expires_after(idleTime);
        error_code error;
        co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(use_awaitable, error));
        if (!error) co_await serve(stream);
        --m_connections;
    }

    /// Answers requests on one connection until one side closes it.
    template <typename Stream>
    awaitable<void> serve(Stream &stream)
    {
        beast::flat_buffer buffer;
        bool open = true;
        while (open) {
            http::request_parser<http::string_body> parser;
            parser.header_limit(headerLimit);
            parser.body_limit(bodyLimit);
            beast::get_lowest_layer(stream).expires_after(idleTime);
            error_code error;
            co_await http::async_read_header(stream, buffer, parser, asio::redirect_error(use_awaitable, error));
            if (!error && beast::iequals(parser.get()[http::field::expect], "100-continue"))
                co_await send(stream, "HTTP/1.1 100 Continue\r\n\r\n");
            if (!error) co_await http::async_read(stream, buffer, parser, asio::redirect_error(use_awaitable, error));
            if (error) {
                const std::string refusal = toWire(refusalFor(error), false);
                if (isHttpError(error)) co_await send(stream, refusal);
                co_return;
            }
            const bool keepAlive = parser.get().keep_alive();
            const std::optional<HttpReply> reply = handle(parser.get());
            if (!reply) co_return;
            co_await m_ledger.done();
            open = co_await deliver(stream, *reply, keepAlive);
        }
    }

    std::optional<HttpReply> handle(const http::request<http::string_body> &message)
    {
        try {
            m_bank.advance(hostNow());
            HttpReply reply = m_bank.handle(toRequest(message));
            m_timer.cancel();
            return reply;
        } catch (...) {
            giveUp(std::current_exception());
            return std::nullopt;
        }
    }

    /// Obeys the delivery instruction; false when the connection must end.
    template <typename Stream>
    awaitable<bool> deliver(Stream &stream, const HttpReply &reply, bool keepAlive)
    {
        if (reply.delivery.delay.count() > 0) {
            beast::get_lowest_layer(stream).expires_never();
            asio::steady_timer late(m_io, reply.delivery.delay);
            co_await late.async_wait(use_awaitable);
        }
        beast::get_lowest_layer(stream).expires_after(idleTime);
        const std::string wire = toWire(reply, keepAlive);
        const std::string part = wire.substr(0, reply.delivery.bytes);
        tcp::socket &socket = beast::get_lowest_layer(stream).socket();
        switch (reply.delivery.kind) {
        case DeliveryKind::Normal:
            co_return co_await send(stream, wire) && keepAlive;
        case DeliveryKind::Silence:
            co_await stayUntilClosed(stream);
            co_return false;
        case DeliveryKind::CutOff:
            co_await send(stream, part);
            break;
        case DeliveryKind::Reset:
            socket.set_option(asio::socket_base::linger(true, 0));
            break;
        case DeliveryKind::CloseBefore:
        case DeliveryKind::CloseAfter:
            break;
        }
        error_code error;
        socket.close(error);
        co_return false;
    }

    template <typename Stream>
    awaitable<bool> send(Stream &stream, std::string bytes)
    {
        error_code error;
        co_await asio::async_write(stream, asio::buffer(bytes), asio::redirect_error(use_awaitable, error));
        co_return !error;
    }

    template <typename Stream>
    awaitable<void> stayUntilClosed(Stream &stream)
    {
        beast::get_lowest_layer(stream).expires_never();
        std::array<char, 256> ignored{};
        error_code error;
        while (!error)
            co_await stream.async_read_some(asio::buffer(ignored), asio::redirect_error(use_awaitable, error));
    }

    awaitable<void> keepTime()
    {
        while (true) {
            std::vector<WebhookCall> webhooks;
            try {
                m_bank.advance(hostNow());
                webhooks = m_bank.takeDueWebhooks();
            } catch (...) {
                giveUp(std::current_exception());
                co_return;
            }
            co_await m_ledger.done();
            for (WebhookCall &webhook : webhooks)
                asio::co_spawn(m_io, sendWebhook(std::move(webhook)), asio::detached);
            const auto due = m_bank.nextDue();
            const Moment now = hostNow();
            const microseconds pause =
                due ? std::clamp<microseconds>(*due - now, microseconds{0}, longestPause) : longestPause;
            m_timer.expires_after(pause);
            error_code woken;
            co_await m_timer.async_wait(asio::redirect_error(use_awaitable, woken));
        }
    }

    awaitable<void> sendWebhook(WebhookCall webhook)
    {
        const std::uint64_t id = webhook.id;
        const int status = co_await post(m_io, m_clientTls, std::move(webhook));
        try {
            m_bank.advance(hostNow());
            m_bank.webhookAnswered(id, status);
            m_timer.cancel();
        } catch (...) {
            giveUp(std::current_exception());
            co_return;
        }
        co_await m_ledger.done();
    }

    static constexpr microseconds longestPause = std::chrono::minutes{1};

    PracticeBank &m_bank;
    asio::io_context m_io{1};
    asio::ssl::context m_serverTls{asio::ssl::context::tls_server};
    asio::ssl::context m_clientTls{asio::ssl::context::tls_client};
    tcp::acceptor m_acceptor;
    asio::steady_timer m_timer;
    asio::signal_set m_signals;
    bool m_secure;
    int m_connections = 0;
    std::exception_ptr m_failure;
    SharedSync m_ledger{m_io, [this] { m_bank.makeDurable(); },
                        [this](std::exception_ptr failure) { giveUp(std::move(failure)); }};
};

ListenAddress listenAddressFromText(const std::string &text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos) throw std::invalid_argument("The address to listen on needs a port: " + text);
    std::string host = text.substr(0, colon);
    if (host == "localhost") host = "127.0.0.1";
    if (host == "[::1]") host = "::1";
    unsigned port = 0;
    const auto [end, failure] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
    if (failure != std::errc{} || end != text.data() + text.size() || port > 65535)
        throw std::invalid_argument("The port cannot be read: " + text);
    error_code error;
    const auto address = asio::ip::make_address(host, error);
    if (error || !address.is_loopback())
        throw std::invalid_argument("The practice bank listens on this computer only, not on " + text);
    return {host, static_cast<std::uint16_t>(port)};
}

BankServer::BankServer(PracticeBank &bank, const ListenAddress &address, const std::optional<TlsFiles> &tls)
    : m_impl(std::make_unique<Impl>(bank, address, tls))
{
}

BankServer::~BankServer() = default;

std::string BankServer::url() const
{
    return m_impl->url();
}

void BankServer::run()
{
    m_impl->run();
}

void BankServer::stop()
{
    m_impl->stop();
}

void BankServer::stopOnSignals()
{
    m_impl->stopOnSignals();
}

} // namespace countersign::demobank
