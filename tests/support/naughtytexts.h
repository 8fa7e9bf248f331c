#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace countersign::test {

/// Texts that other programs stumble over; the published list as well where it lies beside the clone.
inline QStringList naughtyTexts()
{
    using namespace Qt::StringLiterals;
    QStringList texts{u"\ufeffname"_s,
                      u"a\u0000b"_s,
                      u"'; DROP TABLE payout; --"_s,
                      u"\u202Eeno\u200B\u2066\uFFFF"_s,
                      u"\U0001F9FE \u0301"_s,
                      u"  \t\n\r\u2028 "_s,
                      u"<b>Paid</b> %1 %n {0} \\u0041"_s,
                      u"<img src='file:///etc/passwd'>&amp;&#8238;"_s};
    QFile file(u"" COUNTERSIGN_SHARED "/vectors/naughty-strings/blns.json"_s);
    if (!file.open(QIODevice::ReadOnly)) return texts;
    for (const QJsonValue text : QJsonDocument::fromJson(file.readAll()).array())
        texts += text.toString();
    return texts;
}

} // namespace countersign::test
