// The head of an HTTP request, as the receiver reads it before it believes anything (payout-lifecycle.md section 7).
// Beast reads the same bytes a second time for the body: where both take a head, they must frame it in the same way, or
// a message could hide behind another.

#include "webhooks/requesthead.h"
#include "fuzztarget.h"

#include <boost/beast/http.hpp>

namespace countersign::fuzz {

namespace {

namespace http = boost::beast::http;

void compareWithBeast(std::string_view block, const RequestHead &head)
{
    http::request_parser<http::string_body> beast;
    beast.header_limit(1024 * 1024);
    beast.body_limit(boost::none);
    boost::beast::error_code error;
    beast.put(boost::asio::buffer(block.data(), block.size()), error);
    if (error || !beast.is_header_done()) return; // refused by the second reader
    const auto length = beast.content_length();
    demand(length.has_value() == head.contentLength.has_value(), "both see a Content-Length or neither does");
    demand(!length || *length == *head.contentLength, "both see the same Content-Length");
    demand(beast.chunked() == head.chunked, "both see chunks or neither does");
    demand(beast.keep_alive() || !head.keepAlive, "a connection stays open only when both say so");
    demand(std::string(beast.get().method_string()) == head.method, "both see the same method");
    demand(std::string(beast.get().target()) == head.target, "both see the same target");
    const auto fields = std::distance(beast.get().begin(), beast.get().end());
    demand(static_cast<std::size_t>(fields) == head.fieldCount, "both count the same fields");
    demand(std::string(beast.get()["X-PARTNER-SIGN"]) == head.signature, "both see the same signature");
}

} // namespace

void tryBytes(QByteArrayView bytes)
{
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    const HeadEnd end = findHeadEnd(text);
    if (end.kind != HeadEnd::Kind::complete) return;
    demand(end.size >= 4 && end.size <= text.size(), "a head ends inside what was received");
    demand(findHeadEnd(text.substr(0, end.size - 1)).kind == HeadEnd::Kind::incomplete,
           "a head is whole with its last byte and not before");
    const std::string_view block = text.substr(0, end.size);
    demand(findHeadEnd(block).size == end.size, "what follows a head does not move its end");

    const auto head = readRequestHead(block);
    if (!head) {
        demand(head.error() >= 400 && head.error() < 500, "a refusal blames the request");
        return;
    }
    demand(!(head->contentLength && head->chunked), "a body is framed in one way");
    demand(head->method != "POST" || head->contentLength || head->chunked, "a POST says how long it is");
    demand(head->signature.find_first_of("\r\n") == std::string::npos, "a value ends with its line");
    compareWithBeast(block, *head);
}

QList<QByteArray> seeds()
{
    const QByteArray post = "POST /webhook HTTP/1.1\r\n";
    return {
        post + "Host: desk\r\nX-PARTNER-SIGN: c2ln\r\nContent-Length: 2\r\n\r\n{}",
        post + "Host: desk\r\nTransfer-Encoding: chunked\r\nx-partner-sign:\tc2ln \r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        post + "Host: desk\r\nExpect: 100-continue\r\nConnection: close, x\r\nContent-Length: 000\r\n\r\n",
        post + "Host: desk\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        post + "Host: desk\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        post + "Host: desk\r\nContent-Length: 999999999999999999\r\n\r\n",
        "POST /webhook HTTP/1.0\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: desk\r\n folded\r\n\r\n",
    };
}

} // namespace countersign::fuzz
