#include "domain/purpose.h"

#include "domain/windows1251.h"

#include <QRegularExpression>

namespace countersign {

namespace {

QString replacementFor(QChar c)
{
    switch (c.unicode()) {
    case 0x201C: // “
    case 0x201D: // ”
    case 0x201E: // „
    case 0x201F: // ‟
        return QStringLiteral("\"");
    case 0x2018: // ‘
    case 0x2019: // ’
    case 0x201A: // ‚
    case 0x201B: // ‛
        return QStringLiteral("'");
    case 0x2010: // ‐
    case 0x2011: // no-break hyphen
    case 0x2012: // ‒
    case 0x2013: // –
    case 0x2014: // —
    case 0x2015: // ―
    case 0x2212: // −
        return QStringLiteral("-");
    case 0x2026: // …
        return QStringLiteral("...");
    case 0x20BD: // ₽
        return QStringLiteral("руб.");
    }
    return QString(c);
}

/// Has a width of zero or no shape, but none of the categories of control and format characters.
bool isBlankLetter(char32_t c)
{
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x2800 || c == 0x3164 ||
           c == 0xFFA0 || (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF);
}

QString codePointName(char32_t c)
{
    return QStringLiteral("U+%1").arg(QString::number(c, 16).toUpper(), 4, QLatin1Char('0'));
}

QString characterOf(char32_t c)
{
    return QString::fromUcs4(&c, 1);
}

} // namespace

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isBlankLetter(c);
    }
}

QString normalisedPurpose(QStringView typed)
{
    QString text;
    for (const QChar c : typed.toString().normalized(QString::NormalizationForm_C))
        text += replacementFor(c);
    return text.simplified();
}

QString normalisedName(QStringView typed)
{
    return typed.toString().normalized(QString::NormalizationForm_C).simplified();
}

qsizetype codePoints(QStringView text)
{
    return text.toUcs4().size();
}

std::optional<QString> forbiddenCharacter(QStringView purpose)
{
    for (const QChar c : purpose) {
        if (c == u'?' || c == u'!') return QString(c);
    }
    return std::nullopt;
}

std::optional<QString> invisibleCharacter(QStringView text)
{
    for (const char32_t c : text.toUcs4()) {
        if (isInvisible(c)) return codePointName(c);
    }
    return std::nullopt;
}

std::optional<QString> foreignCharacter(QStringView text)
{
    for (const char32_t c : text.toUcs4()) {
        if (!isInvisible(c) && !isInWindows1251(c)) return characterOf(c);
    }
    return std::nullopt;
}

std::optional<QString> mixedScriptWord(QStringView text)
{
    QString word;
    QChar::Script script = QChar::Script_Common;
    bool mixed = false;
    for (const char32_t c : text.toUcs4()) {
        if (!QChar::isLetter(c)) {
            if (mixed) return word;
            word.clear();
            script = QChar::Script_Common;
            continue;
        }
        word += characterOf(c);
        const QChar::Script own = QChar::script(c);
        if (own != QChar::Script_Latin && own != QChar::Script_Cyrillic && own != QChar::Script_Greek) continue;
        mixed = mixed || (script != QChar::Script_Common && script != own);
        script = own;
    }
    return mixed ? std::optional(word) : std::nullopt;
}

bool mentionsVat(QStringView purpose)
{
    static const QRegularExpression vat(QStringLiteral("(^|[^\\p{L}])(НДС|VAT)([^\\p{L}]|$)"),
                                        QRegularExpression::CaseInsensitiveOption);
    return vat.match(purpose).hasMatch();
}

VoCode voCodeOf(QStringView purpose)
{
    static const QRegularExpression right(QStringLiteral("^\\{VO[0-9]{5}[^{}]*\\}"));
    // Latin or Cyrillic letters, a zero for the O, spaces, a lost brace, or the code in the middle of the text.
    static const QRegularExpression similar(
        QStringLiteral("\\{\\s*[VvВв][OoОо0]|(^|[^\\p{L}\\p{N}])[VВ][OО][0-9]{4,6}(?![0-9])"));
    if (right.match(purpose).hasMatch()) return VoCode::wellFormed;
    return similar.match(purpose).hasMatch() ? VoCode::malformed : VoCode::none;
}

} // namespace countersign
