#include "ui/models/visibletext.h"

#include "domain/purpose.h"

namespace countersign::ui {

VisibleText visibleTextWithOrigin(QStringView fromOutside)
{
    VisibleText result;
    for (qsizetype at = 0; at < fromOutside.size();) {
        const bool pair =
            fromOutside[at].isHighSurrogate() && at + 1 < fromOutside.size() && fromOutside[at + 1].isLowSurrogate();
        const char32_t character =
            pair ? QChar::surrogateToUcs4(fromOutside[at], fromOutside[at + 1]) : char32_t(fromOutside[at].unicode());
        const QString shown =
            isInvisible(character)
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
