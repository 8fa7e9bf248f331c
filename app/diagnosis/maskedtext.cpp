#include "diagnosis/maskedtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 400;
constexpr qsizetype digestShown = 8;

const QString &mask()
{
    static const QString text = u"***"_s;
    return text;
}

QString maskedToken(const QString &token)
{
    static const QRegularExpression digest(u"^[0-9a-f]{32,128}$"_s);
    if (digest.match(token).hasMatch()) return token.first(digestShown) + u'…';
    static const QRegularExpression number(u"^[-(]?\\d{1,4}[).,:;%]*$"_s);
    if (number.match(token).hasMatch()) return token;
    static const QRegularExpression word(u"^[(\\[\"']*[A-Za-z][A-Za-z_.:'-]{0,39}\\d{0,4}[)\\]\"',.:;!?]*$"_s);
    return word.match(token).hasMatch() ? token : mask();
}

} // namespace

QString maskedText(const QString &line)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    QStringList kept;
    const QStringList tokens = line.first(std::min(line.size(), longestLine)).split(spaces, Qt::SkipEmptyParts);
    for (const QString &token : tokens) {
        const QString shown = maskedToken(token);
        if (shown != mask() || kept.isEmpty() || kept.last() != mask()) kept += shown;
    }
    return kept.join(u' ');
}

} // namespace countersign
