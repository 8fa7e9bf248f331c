#include "core/writtenjson.h"

namespace countersign {

QByteArray writeStoredJson(const QJsonDocument &document)
{
    return document.toJson(QJsonDocument::Compact)
        .replace("\xef\xbf\xbe", "\\ufffe")
        .replace("\xef\xbf\xbf", "\\uffff");
}

QJsonDocument readWrittenJson(QByteArray json, QJsonParseError *error)
{
    // Behind a quotation mark the character can only be part of a text, and an escape is read as what it names.
    json.replace("\"\xef\xbb\xbf", "\"\\ufeff");
    return QJsonDocument::fromJson(json, error);
}

} // namespace countersign
