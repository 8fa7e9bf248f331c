#include "domain/placeholders.h"

#include "domain/vat.h"

#include <QRegularExpression>

namespace countersign {

namespace {

constexpr std::array placeholderWords{u"дата",  u"месяц", u"прошлый месяц", u"следующий месяц", u"год",
                                      u"сумма", u"НДС"};
static_assert(placeholderWords.size() == allPlaceholders.size());

QString wordOf(Placeholder placeholder)
{
    return QString::fromUtf16(placeholderWords[static_cast<size_t>(placeholder)]);
}

/// In the nominative, as "за ноябрь 2026" needs it.
QString monthOf(QDate day)
{
    static constexpr std::array names{u"январь", u"февраль", u"март",     u"апрель",  u"май",    u"июнь",
                                      u"июль",   u"август",  u"сентябрь", u"октябрь", u"ноябрь", u"декабрь"};
    return QString::fromUtf16(names[static_cast<size_t>(day.month() - 1)]) + u' ' + QString::number(day.year());
}

struct Meant
{
    Placeholder placeholder;
    std::optional<int> percent; ///< of "[НДС 10%]"
};

std::optional<Meant> meantBy(QStringView inBrackets)
{
    static const QRegularExpression rate(QStringLiteral("^НДС (\\d{1,2}) ?%$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString word = inBrackets.toString().simplified();
    for (const Placeholder placeholder : allPlaceholders) {
        if (word.compare(wordOf(placeholder), Qt::CaseInsensitive) == 0) return Meant{placeholder, std::nullopt};
    }
    const auto match = rate.match(word);
    if (!match.hasMatch() || match.captured(1).toInt() == 0) return std::nullopt;
    return Meant{Placeholder::vat, match.captured(1).toInt()};
}

/// Without a value: the amount is not known.
std::optional<QString> filled(const Meant &meant, QDate today, std::optional<Money> amount)
{
    switch (meant.placeholder) {
    case Placeholder::today:
        return today.toString(QStringLiteral("dd.MM.yyyy"));
    case Placeholder::month:
        return monthOf(today);
    case Placeholder::previousMonth:
        return monthOf(today.addMonths(-1));
    case Placeholder::nextMonth:
        return monthOf(today.addMonths(1));
    case Placeholder::year:
        return QString::number(today.year());
    case Placeholder::amount:
        if (!amount) return std::nullopt;
        return roublesAndKopecks(*amount);
    case Placeholder::vat:
        if (!amount) return std::nullopt;
        return vatLine(*amount, meant.percent.value_or(vatRatesOn(today).value(0)));
    }
    return std::nullopt;
}

} // namespace

QString placeholderText(Placeholder placeholder)
{
    return u'[' + wordOf(placeholder) + u']';
}

FilledPurpose filledPurpose(const QString &purpose, QDate today, std::optional<Money> amount)
{
    static const QRegularExpression brackets(QStringLiteral("\\[([^\\[\\]]*)\\]"));
    FilledPurpose result;
    qsizetype done = 0;
    for (auto all = brackets.globalMatch(purpose); all.hasNext();) {
        const auto match = all.next();
        const auto meant = meantBy(match.capturedView(1));
        if (!meant) {
            result.unknown += match.captured();
            continue;
        }
        const auto text = filled(*meant, today, amount);
        if (!text) {
            result.needsAmount = true;
            continue;
        }
        result.text += QStringView(purpose).sliced(done, match.capturedStart() - done);
        result.text += *text;
        done = match.capturedEnd();
    }
    result.text += QStringView(purpose).sliced(done);
    return result;
}

} // namespace countersign
