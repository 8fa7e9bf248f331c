#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace countersign::demobank {

/// One request as it reached the bank. Header names in lower case; `body` is the raw bytes, chunks already joined.
struct HttpRequest
{
    std::string verb = "POST";
    std::string target;
    std::map<std::string, std::string> headers;
    std::string body;

    [[nodiscard]] std::string header(std::string_view lowerCaseName) const
    {
        const auto found = headers.find(std::string(lowerCaseName));
        return found == headers.end() ? std::string() : found->second;
    }
};

/// What happens to an answer on its way. The server obeys it; an in-process transport interprets it.
enum class DeliveryKind {
    Normal,      ///< the answer is sent, after `delay`
    Silence,     ///< nothing is ever sent; the connection stays open
    CloseBefore, ///< the connection is closed; the work was NOT done
    CloseAfter,  ///< the connection is closed without an answer; the work was done
    Reset,       ///< as CloseAfter, but the connection is torn down with a reset
    CutOff       ///< the first `bytes` bytes of the answer (status line and header included) are sent, then closed
};

struct Delivery
{
    DeliveryKind kind = DeliveryKind::Normal;
    std::size_t bytes = 0;
    std::chrono::milliseconds delay{0};
};

struct HttpReply
{
    int status = 200;
    std::string body;
    Delivery delivery;
};

/// The whole answer as it goes on the wire.
[[nodiscard]] std::string toWire(const HttpReply &reply, bool keepAlive);

} // namespace countersign::demobank
