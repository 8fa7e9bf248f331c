#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace countersign {

/// How much of the received bytes is the head of a request.
struct HeadEnd
{
    enum class Kind {
        incomplete, ///< more bytes are needed
        broken,     ///< a byte that no head holds: a line that does not end in CR LF, a control character
        complete,   ///< `size` bytes, the empty line included
    };
    Kind kind = Kind::incomplete;
    std::size_t size = 0;
};

[[nodiscard]] HeadEnd findHeadEnd(std::string_view bytes);

/// What the receiver needs to know of a request before it reads the body. Exactly one of `contentLength` and `chunked`
/// frames the body.
struct RequestHead
{
    std::string method;
    std::string target;
    std::optional<std::uint64_t> contentLength;
    bool chunked = false;
    bool keepAlive = true;
    bool expectContinue = false;
    std::string signature; ///< X-PARTNER-SIGN; empty when there is none
    std::size_t fieldCount = 0;
};

/// Reads the head strictly: whatever two programs could read in two ways is refused (payout-lifecycle.md section 7,
/// threat-model.md W4). HTTP/1.0 and 1.1, one Host, one Content-Length or `chunked`, one signature, no folded lines.
/// The error is the HTTP status to refuse with.
[[nodiscard]] std::expected<RequestHead, int> readRequestHead(std::string_view block);

} // namespace countersign
