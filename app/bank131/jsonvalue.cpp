#include "bank131/jsonvalue.h"

#include <QStringDecoder>

#include <algorithm>

namespace countersign {

const JsonValue *JsonValue::member(QByteArrayView name) const
{
    if (!isObject()) return nullptr;
    const auto found = std::ranges::find_if(children, [name](const JsonValue &child) { return child.key == name; });
    return found == children.end() ? nullptr : &*found;
}

const JsonValue *JsonValue::given(QByteArrayView name) const
{
    const JsonValue *value = member(name);
    return value && !value->isNull() ? value : nullptr;
}

std::optional<QString> JsonValue::text() const
{
    if (kind != Kind::string) return std::nullopt;
    return textOfUtf8(utf8);
}

std::optional<bool> JsonValue::boolean() const
{
    if (kind != Kind::boolean) return std::nullopt;
    return raw == QByteArrayView("true");
}

std::optional<qint64> JsonValue::integer() const
{
    if (kind != Kind::number) return std::nullopt;
    const qsizetype point = raw.indexOf('.');
    const QByteArrayView whole = point < 0 ? raw : raw.first(point);
    const QByteArrayView fraction = point < 0 ? QByteArrayView() : raw.sliced(point + 1);
    if (!std::ranges::all_of(fraction, [](char c) { return c == '0'; })) return std::nullopt;
    bool fits = false;
    const qint64 number = whole.toLongLong(&fits, 10);
    if (!fits) return std::nullopt;
    return number;
}

QString textOfUtf8(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

} // namespace countersign
