#include "ui/models/visibletext.h"

namespace countersign::ui {

namespace {

bool isUnseen(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    // Blanks that are no spaces, variation selectors and the joiner of graphemes.
    default:
        break;
    }
    return character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0 ||
           character == 0x034F || (character >= 0xFE00 && character <= 0xFE0F) ||
           (character >= 0xE0100 && character <= 0xE01EF) || character == 0x2800;
}

} // namespace

VisibleText visibleTextWithOrigin(QStringView fromOutside)
{
    VisibleText result;
    for (qsizetype at = 0; at < fromOutside.size();) {
        const bool pair =
            fromOutside[at].isHighSurrogate() && at + 1 < fromOutside.size() && fromOutside[at + 1].isLowSurrogate();
        const char32_t character =
            pair ? QChar::surrogateToUcs4(fromOutside[at], fromOutside[at + 1]) : char32_t(fromOutside[at].unicode());
        const QString shown =
            isUnseen(character)
                ? QStringLiteral("⟨U+%1⟩").arg(QString::number(uint(character), 16).toUpper().rightJustified(4, u'0'))
                : fromOutside.sliced(at, pair ? 2 : 1).toString();
        result.text += shown;
        for (qsizetype i = 0; i < shown.size(); ++i)
            result.origin += at;
        at += pair ? 2 : 1;
    }
    return result;
}

QString visibleText(QStringView fromOutside)
{
    return visibleTextWithOrigin(fromOutside).text;
}

} // namespace countersign::ui
