#include "config/settingsreader.h"

#include "core/writtenjson.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype fileLimit = 1 << 20;
constexpr qsizetype textLimit = 4096;

qsizetype countMembers(const QJsonValue &value)
{
    qsizetype count = 0;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        count = object.size();
        for (const QJsonValue member : object)
            count += countMembers(member);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue member : array)
            count += countMembers(member);
    }
    return count;
}

/// How many members well-formed JSON writes: the colons outside of texts.
qsizetype countWrittenMembers(const QByteArray &json)
{
    qsizetype count = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') inText = !inText;
        if (inText && c == '\\') ++i;
        if (!inText && c == ':') ++count;
    }
    return count;
}

} // namespace

bool isSettingsText(const QString &text)
{
    return text.size() <= textLimit &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

SettingsReader::SettingsReader(QJsonObject object)
    : SettingsReader(std::move(object), QString(), std::make_shared<std::optional<Error>>())
{
}

SettingsReader::SettingsReader(QJsonObject object, QString path, Fault fault)
    : m_object(std::move(object)), m_path(std::move(path)), m_fault(std::move(fault))
{
}

QJsonValue SettingsReader::take(const QString &key)
{
    m_taken.insert(key);
    return m_object.value(key);
}

void SettingsReader::fault(const QString &key)
{
    if (!m_fault->has_value()) *m_fault = Error{ErrorCode::settingsInvalid, m_path + key};
}

QString SettingsReader::text(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isString() && isSettingsText(value.toString())) return value.toString();
    fault(key);
    return {};
}

QStringList SettingsReader::texts(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isArray()) fault(key);
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue element : array) {
        if (!element.isString() || !isSettingsText(element.toString()))
            fault(key + QLatin1Char('.') + QString::number(result.size()));
        result.append(element.toString());
    }
    return result;
}

bool SettingsReader::flag(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isBool()) fault(key);
    return value.toBool();
}

qint64 SettingsReader::integer(const QString &key, qint64 least, qint64 most)
{
    const QJsonValue value = take(key);
    const qint64 number = value.toInteger(0);
    const bool isInteger = value.isDouble() && number == value.toInteger(1); // else each gives its default
    if (isInteger && number >= least && number <= most) return number;
    fault(key);
    return least;
}

SettingsReader SettingsReader::object(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isObject()) fault(key);
    return SettingsReader(value.toObject(), m_path + key + QLatin1Char('.'), m_fault);
}

QList<SettingsReader> SettingsReader::objects(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isArray()) fault(key);
    QList<SettingsReader> result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue element : array) {
        const QString place = key + QLatin1Char('.') + QString::number(result.size());
        if (!element.isObject()) fault(place);
        result.append(SettingsReader(element.toObject(), m_path + place + QLatin1Char('.'), m_fault));
    }
    return result;
}

qsizetype SettingsReader::word(const QString &key, const QStringList &words)
{
    const qsizetype index = words.indexOf(text(key));
    if (index < 0) fault(key);
    return std::max(index, qsizetype{0});
}

void SettingsReader::finish()
{
    const QStringList keys = m_object.keys();
    for (const QString &key : keys) {
        if (!m_taken.contains(key)) fault(key);
    }
}

Result<> SettingsReader::result() const
{
    if (m_fault->has_value()) return std::unexpected(**m_fault);
    return {};
}

Result<QJsonObject> parseSettings(const QByteArray &text)
{
    if (text.size() > fileLimit) return fail(ErrorCode::settingsInvalid, QStringLiteral("larger than 1 MiB"));
    QJsonParseError error;
    const QJsonDocument document = readWrittenJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::settingsInvalid, QStringLiteral("%1 at %2").arg(error.errorString()).arg(error.offset));
    if (!document.isObject()) return fail(ErrorCode::settingsInvalid, QStringLiteral("not an object"));
    if (countMembers(document.object()) != countWrittenMembers(text)) // the parser silently takes the last of two
        return fail(ErrorCode::settingsInvalid, QStringLiteral("doubled key"));
    return document.object();
}

} // namespace countersign
