#include "ui/widgets/digitgaps.h"

#include <algorithm>

namespace countersign::ui {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

QString withoutSpaces(const QString &typed)
{
    QString text;
    for (const QChar c : typed) {
        if (!c.isSpace()) text += c;
    }
    return text;
}

QString withoutDigitGroups(const QString &shown)
{
    QString text;
    for (qsizetype at = 0; at < shown.size(); ++at) {
        const bool isGap = QStringView(u"\u00A0\u2007\u2009\u202F").contains(shown[at]);
        const bool isInside = at > 0 && at + 1 < shown.size() && isDigit(shown[at - 1]) && isDigit(shown[at + 1]);
        if (!isGap || !isInside) text += shown[at];
    }
    return text;
}

QString nameOf(QChar character)
{
    return character.isPrint() ? QString(character)
                               : QStringLiteral("U+%1").arg(uint(character.unicode()), 4, 16, QLatin1Char('0'));
}

QList<int> gapsOfFour(qsizetype length)
{
    QList<int> gaps;
    for (int at = 4; at < length; at += 4)
        gaps += at;
    return gaps;
}

QList<int> gapsOfThousands(QStringView amount)
{
    const auto whole = std::find_if_not(amount.cbegin(), amount.cend(), isDigit) - amount.cbegin();
    QList<int> gaps;
    for (int at = static_cast<int>(whole % 3); at < whole; at += 3) {
        if (at > 0) gaps += at;
    }
    return gaps;
}

QList<QTextLayout::FormatRange> gapFormats(const QList<int> &gaps, qreal width)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const int at : gaps) {
        QTextCharFormat format;
        format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        format.setFontLetterSpacing(width);
        ranges.append({at - 1, 1, format});
    }
    return ranges;
}

} // namespace countersign::ui
