#include "ui/widgets/nameedit.h"

#include "domain/purpose.h"

namespace countersign::ui {

NameEdit::NameEdit(int limit, QWidget *parent, Unseen unseen) : GuardedEdit(parent), m_limit(limit), m_unseen(unseen) {}

QString NameEdit::tidied(const QString &typed) const
{
    QString text = typed;
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar(0x2028) || c == QChar(0x2029)) c = u' ';
    }
    return text;
}

QString NameEdit::whyNot(const QString &text) const
{
    const auto unseen = invisibleCharacter(text);
    if (unseen && m_unseen == Unseen::refused)
        return tr("Not taken: the text holds a character that can't be seen (%1).").arg(*unseen);
    const qsizetype length = codePoints(text);
    if (length <= m_limit) return {};
    return tr("Not taken: that would be %1 characters, and there is room for %2.").arg(length).arg(m_limit);
}

} // namespace countersign::ui
