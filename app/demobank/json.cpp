#include "demobank/json.h"

#include <cctype>
#include <set>
#include <vector>

namespace countersign::demobank {

namespace {

constexpr int maximumDepth = 32;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Walks over text that is known to be valid JSON.
class Walker
{
public:
    explicit Walker(std::string_view text) : m_text(text) {}

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] std::size_t position() const { return m_at; }
    void step() { ++m_at; }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    void skipString()
    {
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
    }

    void skipValue()
    {
        int depth = 0;
        do {
            const char c = peek();
            if (c == '"') {
                skipString();
                continue;
            }
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            if (depth == 0 && c != '}' && c != ']') return skipScalar();
            ++m_at;
        } while (depth > 0 && m_at < m_text.size());
    }

private:
    void skipScalar()
    {
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != ',' && m_text[m_at] != '}' &&
               m_text[m_at] != ']')
            ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::optional<Json> parseStrict(std::string_view text, std::string *reason)
{
    const auto refuse = [reason](std::string why) -> std::optional<Json> {
        if (reason) *reason = std::move(why);
        return std::nullopt;
    };
    if (text.starts_with("\xEF\xBB\xBF")) return refuse("a byte order mark is not allowed");
    std::vector<std::set<std::string>> names;
    std::string duplicate;
    bool tooDeep = false;
    const auto watch = [&](int depth, Json::parse_event_t event, Json &value) {
        if (depth > maximumDepth) tooDeep = true;
        if (event == Json::parse_event_t::object_start) names.emplace_back();
        if (event == Json::parse_event_t::object_end) names.pop_back();
        if (event == Json::parse_event_t::key && !names.back().insert(value.get<std::string>()).second)
            duplicate = value.get<std::string>();
        return true;
    };
    Json value = Json::parse(text.begin(), text.end(), watch, false);
    if (value.is_discarded()) return refuse("the body is not JSON");
    if (!duplicate.empty()) return refuse("the name " + duplicate + " occurs twice in one object");
    if (tooDeep) return refuse("the JSON is nested too deeply");
    return value;
}

std::optional<std::string_view> memberBytes(std::string_view text, std::string_view name)
{
    Walker walker(text);
    walker.skipSpace();
    if (walker.peek() != '{') return std::nullopt;
    walker.step();
    while (true) {
        walker.skipSpace();
        if (walker.peek() == ',') {
            walker.step();
            walker.skipSpace();
        }
        if (walker.peek() != '"') return std::nullopt;
        const std::size_t nameBegin = walker.position();
        walker.skipString();
        const Json key = Json::parse(text.substr(nameBegin, walker.position() - nameBegin), nullptr, false);
        walker.skipSpace();
        walker.step();
        walker.skipSpace();
        const std::size_t begin = walker.position();
        walker.skipValue();
        if (key.is_string() && key.get_ref<const std::string &>() == name)
            return text.substr(begin, walker.position() - begin);
    }
}

std::string toBankText(const Json &value)
{
    // A slash can stand only inside a string, so it may be escaped without looking where it is.
    std::string text;
    for (const char c : value.dump()) {
        if (c == '/') text += '\\';
        text += c;
    }
    return text;
}

bool sameContent(const Json &left, const Json &right)
{
    return nlohmann::json::parse(left.dump()) == nlohmann::json::parse(right.dump());
}

const Json &member(const Json &value, std::string_view name)
{
    static const Json nothing;
    if (!value.is_object()) return nothing;
    const auto found = value.find(std::string(name));
    return found == value.end() ? nothing : *found;
}

std::string textOf(const Json &value, std::string_view name, std::string_view fallback)
{
    const Json &found = member(value, name);
    return found.is_string() ? found.get<std::string>() : std::string(fallback);
}

} // namespace countersign::demobank
