#include "webhooks/requesthead.h"

#include <algorithm>
#include <charconv>

namespace countersign {

namespace {

constexpr int badRequest = 400;
constexpr int lengthRequired = 411;
constexpr int expectationFailed = 417;
constexpr std::size_t fieldLimit = 100;
constexpr std::size_t lengthDigits = 18; // fits in 64 bits

using Refusal = std::unexpected<int>;

bool isTokenCharacter(unsigned char c)
{
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
    return c != 0 && std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenCharacter);
}

bool isVisible(unsigned char c)
{
    return c > 0x20 && c < 0x7f;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameWord(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, lower, lower);
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool listHas(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (sameWord(trimmed(list.substr(0, comma)), word)) return true;
        if (comma == std::string_view::npos) return false;
        list.remove_prefix(comma + 1);
    }
    return false;
}

std::optional<std::uint64_t> lengthFrom(std::string_view text)
{
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (text.empty() || text.size() > lengthDigits || !digits) return std::nullopt;
    std::uint64_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

/// Takes the next line, without its CR LF, from the block.
std::string_view takeLine(std::string_view &block)
{
    const auto end = block.find("\r\n");
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(std::min(block.size(), line.size() + 2));
    return line;
}

class Reader
{
public:
    std::expected<RequestHead, int> read(std::string_view block)
    {
        if (!readRequestLine(takeLine(block))) return Refusal(badRequest);
        for (std::string_view line = takeLine(block); !line.empty(); line = takeLine(block))
            if (!readField(line)) return Refusal(badRequest);
        return finish();
    }

private:
    bool readRequestLine(std::string_view line)
    {
        const auto first = line.find(' ');
        const auto last = line.rfind(' ');
        if (first == std::string_view::npos || first == last) return false;
        m_head.method = line.substr(0, first);
        m_head.target = line.substr(first + 1, last - first - 1);
        const std::string_view version = line.substr(last + 1);
        m_isOld = version == "HTTP/1.0";
        return isToken(m_head.method) && std::ranges::all_of(m_head.target, isVisible) &&
               (m_isOld || version == "HTTP/1.1");
    }

    bool readField(std::string_view line)
    {
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || ++m_head.fieldCount > fieldLimit) return false;
        const std::string_view name = line.substr(0, colon);
        // A folded line begins with a space, which no name holds; neither does a name have a space before the colon.
        if (!isToken(name) || line.find('\r') != std::string_view::npos) return false;
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (sameWord(name, "Host")) return keepOnce(m_host, value);
        if (sameWord(name, "Content-Length")) return keepOnce(m_length, value);
        if (sameWord(name, "Transfer-Encoding")) return keepOnce(m_encoding, value);
        if (sameWord(name, "X-PARTNER-SIGN")) return keepOnce(m_signature, value);
        if (sameWord(name, "Expect")) return keepOnce(m_expect, value);
        if (sameWord(name, "Connection") && listHas(value, "close")) m_head.keepAlive = false;
        return true;
    }

    static bool keepOnce(std::optional<std::string_view> &place, std::string_view value)
    {
        if (place) return false;
        place = value;
        return true;
    }

    std::expected<RequestHead, int> finish()
    {
        if (!m_host && !m_isOld) return Refusal(badRequest);
        if (m_length && m_encoding) return Refusal(badRequest);
        if (m_encoding && (m_isOld || !sameWord(*m_encoding, "chunked"))) return Refusal(badRequest);
        if (m_length && !lengthFrom(*m_length)) return Refusal(badRequest);
        if (m_expect && !sameWord(*m_expect, "100-continue")) return Refusal(expectationFailed);
        if (m_head.method == "POST" && !m_length && !m_encoding) return Refusal(lengthRequired);
        if (m_length) m_head.contentLength = lengthFrom(*m_length);
        m_head.chunked = m_encoding.has_value();
        m_head.expectContinue = m_expect.has_value() && !m_isOld;
        m_head.keepAlive = m_head.keepAlive && !m_isOld;
        m_head.signature = m_signature.value_or(std::string_view());
        return m_head;
    }

    RequestHead m_head;
    bool m_isOld = false;
    std::optional<std::string_view> m_host;
    std::optional<std::string_view> m_length;
    std::optional<std::string_view> m_encoding;
    std::optional<std::string_view> m_signature;
    std::optional<std::string_view> m_expect;
};

} // namespace

HeadEnd findHeadEnd(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        const bool afterReturn = at > 0 && bytes[at - 1] == '\r';
        const bool isControl = (c < 0x20 && c != '\t' && c != '\r' && c != '\n') || c == 0x7f;
        if (isControl || afterReturn != (c == '\n')) return {HeadEnd::Kind::broken, 0};
        if (c == '\n' && at >= 3 && bytes[at - 2] == '\n') return {HeadEnd::Kind::complete, at + 1};
    }
    return {};
}

std::expected<RequestHead, int> readRequestHead(std::string_view block)
{
    return Reader().read(block);
}

} // namespace countersign
