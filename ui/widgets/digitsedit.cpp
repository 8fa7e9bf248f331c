#include "ui/widgets/digitsedit.h"

#include "ui/widgets/digitgaps.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace countersign::ui {

DigitsEdit::DigitsEdit(int limit, Show show, QWidget *parent) : GuardedEdit(parent), m_limit(limit), m_show(show)
{
    setFont(accountFont());
    setInputMethodHints(Qt::ImhDigitsOnly);
}

QString DigitsEdit::tidied(const QString &typed) const
{
    return withoutSpaces(typed);
}

QString DigitsEdit::whyNot(const QString &text) const
{
    const auto wrong = std::find_if_not(text.cbegin(), text.cend(), isDigit);
    if (wrong != text.cend()) return tr("Not taken: “%1” is not a digit.").arg(nameOf(*wrong));
    if (text.size() > m_limit)
        return tr("Not taken: that would be %1 digits, and there are %2 at most.").arg(text.size()).arg(m_limit);
    return {};
}

QList<int> DigitsEdit::gaps(const QString &text) const
{
    return m_show == Show::inFours ? gapsOfFour(text.size()) : QList<int>();
}

} // namespace countersign::ui
