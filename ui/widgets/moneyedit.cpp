#include "ui/widgets/moneyedit.h"

#include "ui/widgets/digitgaps.h"
#include "ui/widgets/theme.h"

#include <QRegularExpression>

namespace countersign::ui {

namespace {
constexpr qsizetype largestWhole = 12; // digits: 999 999 999 999,99

bool isKopeckSign(QChar c)
{
    return c == u'.' || c == u'=' || c == u'-' || c == u'–' || c == u'—' || c == QChar(0x2212);
}
} // namespace

MoneyEdit::MoneyEdit(QWidget *parent) : GuardedEdit(parent)
{
    setFont(amountFont(115));
}

QString MoneyEdit::tidied(const QString &typed) const
{
    static const QRegularExpression inWords(
        QStringLiteral("^(\\d+)руб(?:\\.|лей|ля|ль)?(\\d\\d?)коп(?:\\.|еек|ейки|ейка)?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression currency(
        QStringLiteral("(?<=\\d|[,.=-])(?:₽|руб\\.?|рублей|р\\.|rub)$"),
        QRegularExpression::CaseInsensitiveOption);
    QString text = withoutSpaces(typed);
    text.replace(inWords, QStringLiteral("\\1,\\2"));
    text.remove(currency);
    // "25 000.50", "25 000-50", "25 000=50": ways to write kopecks. In front of the digits a dash would be a minus.
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (isKopeckSign(text.at(at))) text[at] = u',';
    }
    if (text.startsWith(u'.')) text[0] = u',';
    return text;
}

QString MoneyEdit::whyNot(const QString &text) const
{
    for (const QChar c : text) {
        if (!isDigit(c) && c != u',') return tr("Not taken: “%1” does not belong to an amount.").arg(nameOf(c));
    }
    const qsizetype comma = text.indexOf(u',');
    if (comma >= 0 && text.indexOf(u',', comma + 1) >= 0)
        return tr("Not taken: an amount has one comma, before the kopecks. Write thousands without commas or points.");
    if (comma >= 0 && text.size() - comma - 1 > 2) return tr("Not taken: kopecks have two digits. Nothing is rounded.");
    if ((comma >= 0 ? comma : text.size()) > largestWhole)
        return tr("Not taken: the amount would be larger than a payout can be.");
    return {};
}

QList<int> MoneyEdit::gaps(const QString &text) const
{
    return gapsOfThousands(text);
}

qreal MoneyEdit::gapWidth() const
{
    return fontMetrics().averageCharWidth() * 0.4;
}

void MoneyEdit::focusOutEvent(QFocusEvent *event)
{
    const QString typed = text();
    const qsizetype comma = typed.indexOf(u',');
    if (!typed.isEmpty() && comma != 0) {
        if (comma < 0)
            setText(typed + QStringLiteral(",00"));
        else if (typed.size() - comma == 1)
            setText(typed + QStringLiteral("00"));
        else if (typed.size() - comma == 2)
            setText(typed + u'0');
    }
    GuardedEdit::focusOutEvent(event);
}

} // namespace countersign::ui
