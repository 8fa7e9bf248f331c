#include "faults/secrets/spellings.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

QByteArray inUtf16(const QString &text)
{
    return {reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype{sizeof(char16_t)}};
}

/// Every letter that is not plain Latin as \uXXXX.
QByteArray inEscapes(const QString &text)
{
    QByteArray escaped;
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80)
            escaped += static_cast<char>(letter.unicode());
        else
            escaped += "\\u" + QByteArray::number(letter.unicode(), 16).rightJustified(4, '0');
    }
    return escaped;
}

/// What of the Base64 of a longer text is sure when this one begins `before` bytes after a group's beginning.
QByteArray inBase64(const QByteArray &bytes, qsizetype before)
{
    const QByteArray all = (QByteArray(before, ' ') + bytes).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype unsure = (before * 8 + 5) / 6; // letters that hold bits of what stands before
    const qsizetype sure = (before + bytes.size()) * 8 / 6;
    return all.sliced(unsure, sure - unsure);
}

QList<QByteArray> spellingsOf(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const QByteArray escaped = inEscapes(text);
    QList<QByteArray> spellings{bytes, inUtf16(text), QByteArray(bytes).replace('"', "\\\""), escaped,
                                QByteArray(escaped).replace('"', "\\\"")};
    const QByteArray percents = QUrl::toPercentEncoding(text);
    spellings += {percents, percents.toLower(), bytes.toHex()};
    for (qsizetype before = 0; before < 3; ++before)
        spellings += inBase64(bytes, before);
    return spellings;
}

QString inGroups(const QString &digits, QChar space)
{
    QString groups = digits;
    for (qsizetype at = 4 * ((groups.size() - 1) / 4); at > 0; at -= 4)
        groups.insert(at, space);
    return groups;
}

} // namespace

Mark markOf(const QString &field, const QString &text)
{
    return {field, spellingsOf(text)};
}

Mark markOfDigits(const QString &field, const QString &digits)
{
    Mark mark = markOf(field, digits);
    for (const QChar space : {u' ', u'\u00a0', u'\u202f', u'.', u'-'})
        mark.spellings += spellingsOf(inGroups(digits, space));
    return mark;
}

Mark markOfAmount(const QString &field, qint64 kopecks)
{
    const QString roubles = QString::number(kopecks / 100);
    const QString rest = QString::number(kopecks % 100).rightJustified(2, u'0');
    Mark mark = markOf(field, roubles + rest);
    for (const QString &space : {QString(), u" "_s, u"\u00a0"_s, u"\u202f"_s, u"\u2009"_s, u"'"_s}) {
        for (const QChar point : {u',', u'.', u'-'})
            mark.spellings += spellingsOf(roubles.chopped(3) + space + roubles.last(3) + point + rest);
    }
    return mark;
}

Marks marksOfKey(const QString &field, const QByteArray &clearPem)
{
    Marks marks;
    QByteArrayList lines = clearPem.trimmed().split('\n');
    lines.removeFirst();
    lines.removeLast();
    for (qsizetype i = lines.size() / 2; i < lines.size() - 1; ++i) // the public numbers stand in the first half
        marks += Mark{u"%1, line %2"_s.arg(field).arg(i), {lines[i]}};
    const QByteArray der = QByteArray::fromBase64(lines.join());
    for (qsizetype at = der.size() / 2; at + 32 <= der.size(); at += 64) {
        const QByteArray bytes = der.sliced(at, 32);
        marks += Mark{u"%1, bytes from %2"_s.arg(field).arg(at), {bytes, bytes.toHex(), bytes.toHex().toUpper()}};
    }
    return marks;
}

bool isFound(const Mark &mark, const QByteArray &where)
{
    return std::ranges::any_of(mark.spellings,
                               [&where](const QByteArray &spelling) { return where.contains(spelling); });
}

QStringList found(const Marks &marks, const QByteArray &where)
{
    QStringList fields;
    for (const Mark &mark : marks)
        if (isFound(mark, where)) fields += mark.field;
    return fields;
}

QStringList missing(const Marks &marks, const QByteArray &where)
{
    QStringList fields;
    for (const Mark &mark : marks)
        if (!isFound(mark, where)) fields += mark.field;
    return fields;
}

} // namespace countersign::faults
