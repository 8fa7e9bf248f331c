#include "bank131/canonicaljson.h"

#include <algorithm>

namespace countersign {

namespace {

void appendEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    if (static_cast<unsigned char>(c) >= 0x20) {
        out += c;
    } else {
        out += "\\u00" + QByteArray(1, c).toHex();
    }
}

void append(QByteArray &out, const JsonValue &value)
{
    switch (value.kind) {
    case JsonValue::Kind::null:
    case JsonValue::Kind::boolean:
    case JsonValue::Kind::number:
        out.append(value.raw);
        return;
    case JsonValue::Kind::string:
        out.append(jsonStringOfUtf8(value.utf8));
        return;
    case JsonValue::Kind::array:
    case JsonValue::Kind::object:
        break;
    }
    const bool object = value.isObject();
    std::vector<const JsonValue *> children;
    for (const JsonValue &child : value.children)
        children.push_back(&child);
    // Bytes of UTF-8 sort like code points. Elements of an array have no key and must stay in their order.
    if (object) std::ranges::sort(children, {}, [](const JsonValue *child) { return child->key; });
    out += object ? '{' : '[';
    for (const JsonValue *child : children) {
        if (child != children.front()) out += ',';
        if (object) out += jsonStringOfUtf8(child->key) + ':';
        append(out, *child);
    }
    out += object ? '}' : ']';
}

} // namespace

QByteArray jsonStringOfUtf8(QByteArrayView utf8)
{
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8)
        appendEscaped(out, c);
    out += '"';
    return out;
}

QByteArray jsonString(QStringView text)
{
    return jsonStringOfUtf8(text.toUtf8());
}

QByteArray canonicalJson(const JsonValue &value)
{
    QByteArray out;
    append(out, value);
    return out;
}

} // namespace countersign
