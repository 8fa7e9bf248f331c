#include "ui/widgets/kppedit.h"

#include "ui/widgets/digitgaps.h"

namespace countersign::ui {

QString KppEdit::tidied(const QString &typed) const
{
    return withoutSpaces(typed).toUpper();
}

QString KppEdit::whyNot(const QString &text) const
{
    for (const QChar c : text) {
        if (!isDigit(c) && (c < u'A' || c > u'Z'))
            return tr("Not taken: “%1” is neither a digit nor a Latin letter.").arg(nameOf(c));
    }
    if (text.size() > 9) return tr("Not taken: that would be %1 characters, and a KPP has 9.").arg(text.size());
    return {};
}

} // namespace countersign::ui
