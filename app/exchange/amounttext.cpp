#include "exchange/amounttext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

constexpr qsizetype significantDigits = 15;

QString withoutUnit(const QString &amount)
{
    static const QRegularExpression unit(u"\\s*(руб\\.?|рублей|р\\.?|RUB|RUR|₽)\\s*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString plain = amount.trimmed();
    return plain.remove(unit);
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// "1,234,567" with `sign` between groups of three.
bool isGrouped(QStringView whole, QChar sign)
{
    const auto groups = whole.split(sign);
    if (groups.size() < 2 || groups.first().isEmpty() || groups.first().size() > 3) return false;
    for (const QStringView group : groups) {
        if (!std::ranges::all_of(group, isDigit)) return false;
    }
    return std::all_of(groups.begin() + 1, groups.end(), [](QStringView group) { return group.size() == 3; });
}

QChar otherSign(QChar sign)
{
    return sign == u'.' ? QChar(u',') : QChar(u'.');
}

/// Rounds a string of digits half up to `keep` digits; a carry beyond the first makes it one longer.
QString roundedDigits(QString digits, qsizetype keep)
{
    const bool up = digits[keep] >= u'5';
    for (qsizetype i = keep; i < digits.size(); ++i)
        digits[i] = u'0';
    for (qsizetype i = keep - 1; up && i >= 0; --i) {
        if (digits[i] != u'9') {
            digits[i] = QChar(digits[i].unicode() + 1);
            return digits;
        }
        digits[i] = u'0';
    }
    return up ? u'1' + digits : digits;
}

} // namespace

std::optional<QChar> decimalSignIn(const QString &amount)
{
    static const QRegularExpression ending(u"([.,])[0-9]{1,2}$"_s);
    const QString plain = withoutUnit(amount);
    const auto match = ending.match(plain);
    if (!match.hasMatch()) return std::nullopt;
    const QChar sign = match.captured(1).front();
    const QStringView whole = QStringView(plain).first(match.capturedStart());
    if (whole.contains(sign)) return std::nullopt;
    if (whole.contains(otherSign(sign)) && !isGrouped(whole, otherSign(sign))) return std::nullopt;
    return sign;
}

std::optional<QString> plainAmount(const QString &amount, std::optional<QChar> chosen)
{
    QString plain = withoutUnit(amount);
    const auto shown = decimalSignIn(plain);
    if (chosen && shown && *shown != *chosen) return std::nullopt;
    const auto decimal = chosen ? chosen : shown;
    const bool both = plain.contains(u'.') && plain.contains(u',');
    if (!decimal) return both ? std::nullopt : std::optional(plain);

    const QChar grouping = otherSign(*decimal);
    const qsizetype end = plain.lastIndexOf(*decimal);
    const QStringView whole = QStringView(plain).first(end < 0 ? plain.size() : end);
    if (!whole.contains(grouping)) return plain;
    if (!isGrouped(whole, grouping)) return std::nullopt;
    return plain.remove(grouping);
}

QString spreadsheetNumber(const QString &number)
{
    static const QRegularExpression form(u"^([0-9]+)\\.([0-9]+)$"_s);
    const auto match = form.match(number);
    if (!match.hasMatch()) return number;
    const QString whole = match.captured(1);
    QString digits = whole + match.captured(2);
    const qsizetype zeros =
        std::distance(digits.begin(), std::ranges::find_if(digits, [](QChar c) { return c != u'0'; }));
    qsizetype point = whole.size();
    if (const qsizetype keep = zeros + significantDigits; keep >= point && keep < digits.size()) {
        const qsizetype before = digits.size();
        digits = roundedDigits(digits, keep);
        point += digits.size() - before;
    }
    while (digits.size() > point && digits.endsWith(u'0'))
        digits.chop(1);
    return digits.size() == point ? digits : digits.first(point) + u'.' + digits.mid(point);
}

bool isExponent(const QString &text)
{
    static const QRegularExpression form(u"^\\s*[0-9]+([.,][0-9]*)?[eEеЕ][+-]?[0-9]+\\s*$"_s);
    return form.match(text).hasMatch();
}

} // namespace countersign
