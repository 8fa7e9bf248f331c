#include "ui/models/jsonlayout.h"

#include <algorithm>

namespace countersign::ui {

namespace {

constexpr int deepest = 32; // deeper levels are not indented further

class Writer
{
public:
    explicit Writer(qsizetype size) { m_out.reserve(size + size / 2); }

    void open(char bracket)
    {
        m_out += bracket;
        ++m_depth;
        m_empty = true;
    }
    void close(char bracket)
    {
        m_depth = std::max(0, m_depth - 1);
        if (!m_empty) breakLine();
        m_empty = false;
        m_out += bracket;
    }
    void comma()
    {
        m_out += ',';
        breakLine();
    }
    void colon() { m_out += ": "; }
    void token(QByteArrayView text)
    {
        startMember();
        m_out += text;
    }
    void startMember()
    {
        if (m_empty && m_depth > 0) breakLine();
        m_empty = false;
    }
    [[nodiscard]] QByteArray result() const { return m_out; }

private:
    void breakLine()
    {
        m_out += '\n';
        m_out += QByteArray(2 * std::min(m_depth, deepest), ' ');
    }
    QByteArray m_out;
    int m_depth = 0;
    bool m_empty = false;
};

qsizetype endOfString(QByteArrayView bytes, qsizetype at)
{
    for (++at; at < bytes.size(); ++at) {
        if (bytes[at] == '\\')
            ++at;
        else if (bytes[at] == '"')
            return at + 1;
    }
    return bytes.size();
}

bool isBetweenTokens(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

QByteArray laidOutJson(QByteArrayView bytes)
{
    Writer writer(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const char c = bytes[at];
        if (c == '"') {
            const qsizetype end = std::min(endOfString(bytes, at), bytes.size());
            writer.token(bytes.sliced(at, end - at));
            at = end;
            continue;
        }
        if (c == '{' || c == '[') {
            writer.startMember();
            writer.open(c);
        } else if (c == '}' || c == ']') {
            writer.close(c);
        } else if (c == ',') {
            writer.comma();
        } else if (c == ':') {
            writer.colon();
        } else if (!isBetweenTokens(c)) {
            writer.token(bytes.sliced(at, 1));
        }
        ++at;
    }
    return writer.result();
}

} // namespace countersign::ui
