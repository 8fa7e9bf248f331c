#include "bank131/jsonscanner.h"

#include <QSet>

namespace countersign {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// One pass over the bytes. Every `read…` starts at m_at and leaves it behind what it read; false means that m_error
/// is set.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text) {}

    Result<JsonValue> run()
    {
        JsonValue value;
        if (!m_text.isValidUtf8()) return fail(ErrorCode::malformedJson, QStringLiteral("not UTF-8"));
        skipSpace();
        if (!readValue(value, 0)) return std::unexpected(m_error);
        skipSpace();
        if (!atEnd()) return std::unexpected(malformed());
        return value;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The byte here; 0 at the end, which no rule accepts.
    [[nodiscard]] char here() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] Error malformed() const { return {ErrorCode::malformedJson, QStringLiteral("byte %1").arg(m_at)}; }
    bool refuse()
    {
        m_error = malformed();
        return false;
    }
    bool take(char c)
    {
        if (atEnd() || here() != c) return false;
        ++m_at;
        return true;
    }
    void skipSpace()
    {
        while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r')
            ++m_at;
    }

    bool readValue(JsonValue &value, int depth)
    {
        const qsizetype begin = m_at;
        if (!readByKind(value, depth)) return false;
        value.raw = m_text.sliced(begin, m_at - begin);
        return true;
    }

    bool readByKind(JsonValue &value, int depth)
    {
        switch (here()) {
        case '{':
            value.kind = JsonValue::Kind::object;
            return depth < jsonMaxDepth ? readObject(value, depth) : refuse();
        case '[':
            value.kind = JsonValue::Kind::array;
            return depth < jsonMaxDepth ? readArray(value, depth) : refuse();
        case '"':
            value.kind = JsonValue::Kind::string;
            return readString(value.utf8);
        case 't':
            value.kind = JsonValue::Kind::boolean;
            return readWord("true");
        case 'f':
            value.kind = JsonValue::Kind::boolean;
            return readWord("false");
        case 'n':
            value.kind = JsonValue::Kind::null;
            return readWord("null");
        default:
            value.kind = JsonValue::Kind::number;
            return readNumber();
        }
    }

    bool readWord(QByteArrayView word)
    {
        if (!m_text.sliced(m_at).startsWith(word)) return refuse();
        m_at += word.size();
        return true;
    }

    bool readDigits()
    {
        if (!isDigit(here())) return refuse();
        while (isDigit(here()))
            ++m_at;
        return true;
    }

    bool readNumber()
    {
        take('-');
        if (!take('0') && !readDigits()) return false;
        if (take('.') && !readDigits()) return false;
        if (!take('e') && !take('E')) return true;
        if (!take('+')) take('-');
        return readDigits();
    }

    bool readArray(JsonValue &array, int depth)
    {
        ++m_at;
        skipSpace();
        if (take(']')) return true;
        while (true) {
            skipSpace();
            if (!readValue(array.children.emplace_back(), depth + 1)) return false;
            skipSpace();
            if (take(']')) return true;
            if (!take(',')) return refuse();
        }
    }

    bool readObject(JsonValue &object, int depth)
    {
        ++m_at;
        skipSpace();
        if (take('}')) return true;
        QSet<QByteArray> names;
        while (true) {
            skipSpace();
            if (!readMember(object.children.emplace_back(), names, depth)) return false;
            skipSpace();
            if (take('}')) return true;
            if (!take(',')) return refuse();
        }
    }

    bool readMember(JsonValue &member, QSet<QByteArray> &names, int depth)
    {
        if (here() != '"') return refuse();
        if (!readString(member.key)) return false;
        if (names.contains(member.key)) {
            m_error = {ErrorCode::duplicateKey, textOfUtf8(member.key)};
            return false;
        }
        names.insert(member.key);
        skipSpace();
        if (!take(':')) return refuse();
        skipSpace();
        return readValue(member, depth + 1);
    }

    bool readString(QByteArray &out)
    {
        ++m_at;
        qsizetype plainFrom = m_at;
        while (!atEnd() && static_cast<unsigned char>(here()) >= 0x20) {
            const char c = here();
            if (c != '"' && c != '\\') {
                ++m_at;
                continue;
            }
            out.append(m_text.sliced(plainFrom, m_at - plainFrom));
            ++m_at;
            if (c == '"') return true;
            if (!readEscape(out)) return false;
            plainFrom = m_at;
        }
        return refuse();
    }

    bool readEscape(QByteArray &out)
    {
        const char c = here();
        if (c == 'u') return readUnicodeEscape(out);
        constexpr QByteArrayView letters("\"\\/bfnrt");
        constexpr QByteArrayView meanings("\"\\/\b\f\n\r\t");
        const qsizetype index = atEnd() || c == '\0' ? -1 : letters.indexOf(c);
        if (index < 0) return refuse();
        out.append(meanings[index]);
        ++m_at;
        return true;
    }

    /// At the `u`. A high surrogate needs its low one right behind it.
    bool readUnicodeEscape(QByteArray &out)
    {
        const std::optional<char16_t> first = readHex();
        if (!first || QChar::isLowSurrogate(*first)) return refuse();
        char32_t point = *first;
        if (QChar::isHighSurrogate(*first)) {
            if (!take('\\') || here() != 'u') return refuse();
            const std::optional<char16_t> second = readHex();
            if (!second || !QChar::isLowSurrogate(*second)) return refuse();
            point = QChar::surrogateToUcs4(*first, *second);
        }
        out.append(QString::fromUcs4(&point, 1).toUtf8());
        return true;
    }

    /// The `u` and four hexadecimal digits.
    std::optional<char16_t> readHex()
    {
        if (m_at + 5 > m_text.size()) return std::nullopt;
        char16_t unit = 0;
        for (const char c : m_text.sliced(m_at + 1, 4)) {
            const int digit = isDigit(c)             ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0) return std::nullopt;
            unit = static_cast<char16_t>(unit * 16 + digit);
        }
        m_at += 5;
        return unit;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    Error m_error;
};

} // namespace

Result<JsonValue> scanJson(QByteArrayView text)
{
    return Scanner(text).run();
}

} // namespace countersign
