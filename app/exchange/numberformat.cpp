#include "exchange/numberformat.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

namespace countersign {

namespace {

/// One part of a format code; parts are for numbers above, below and of zero, and for texts, or each for a condition.
struct FormatSection
{
    QString shape;            ///< without what is shown as it is
    bool ownDigits = false;   ///< shows digits that are not of the number
    bool conditional = false; ///< "[>=1000]"
};

bool hasDigit(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

/// Takes a format code apart; lives for one call.
class FormatCode
{
public:
    explicit FormatCode(const QString &code) : m_code(code) {}

    [[nodiscard]] QList<FormatSection> sections()
    {
        m_sections.append(FormatSection());
        while (m_at < m_code.size())
            takeNext();
        return m_sections;
    }

private:
    void takeNext()
    {
        FormatSection &section = m_sections.last();
        const QChar c = m_code[m_at++];
        if (c == u'"') {
            section.ownDigits |= hasDigit(upTo(u'"'));
        } else if (c == u'\\' || c == u'*') { // the next one as it is, or to fill the cell with
            section.ownDigits |= hasDigit(one());
        } else if (c == u'_') {
            one(); // a gap as wide as it
        } else if (c == u'[') {
            takeBrackets(section, upTo(u']'));
        } else if (c == u';') {
            m_sections.append(FormatSection());
        } else {
            section.shape += c.toLower();
        }
    }

    /// A colour, a condition, a country, or a currency: "[$руб.-419]".
    static void takeBrackets(FormatSection &section, const QString &inside)
    {
        const bool currency = inside.startsWith(u'$');
        section.ownDigits |= currency && hasDigit(inside.section(u'-', 0, 0));
        section.conditional |= inside.startsWith(u'<') || inside.startsWith(u'>') || inside.startsWith(u'=');
        static const QRegularExpression elapsed(QStringLiteral("^[hmsHMS]+$"));
        if (elapsed.match(inside).hasMatch()) section.shape += inside.toLower();
    }

    QString one() { return m_at < m_code.size() ? QString(m_code[m_at++]) : QString(); }
    QString upTo(QChar end)
    {
        const qsizetype found = m_code.indexOf(end, m_at);
        const qsizetype to = found < 0 ? m_code.size() : found;
        const QString text = m_code.mid(m_at, to - m_at);
        m_at = to + 1;
        return text;
    }

    QString m_code;
    qsizetype m_at = 0;
    QList<FormatSection> m_sections;
};

NumberShown shownBy(const FormatSection &section)
{
    static const QRegularExpression date(QStringLiteral("[dyгд]"));
    static const QRegularExpression digits(QStringLiteral("[0#?@]|general"));
    // A comma that does not stand between digits divides by a thousand; letters make a time or an exponent of it.
    static const QRegularExpression others(QStringLiteral(",(?![0#?,])|[1-9/hmseb]|%.*%"));
    if (section.shape.contains(date)) return NumberShown::day;
    const bool shows = section.shape.contains(digits);
    QString shape = section.shape;
    shape.remove(QStringLiteral("general"));
    if (!shows || section.ownDigits || shape.contains(others)) return NumberShown::reshaped;
    return shape.contains(u'%') ? NumberShown::percent : NumberShown::plain;
}

bool isBuiltInDay(int id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/// Of those built into every spreadsheet, by their number, that show other than plain numbers and days.
bool isBuiltInReshaping(int id)
{
    const bool exponent = id == 11 || id == 48;
    const bool fraction = id == 12 || id == 13;
    const bool time = (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
    return exponent || fraction || time;
}

} // namespace

NumberShown shownBy(int id, const QString &code)
{
    if (code.isEmpty()) {
        if (isBuiltInDay(id)) return NumberShown::day;
        if (isBuiltInReshaping(id)) return NumberShown::reshaped;
        return id == 9 || id == 10 ? NumberShown::percent : NumberShown::plain;
    }
    const QList<FormatSection> sections = FormatCode(code).sections();
    const NumberShown first = shownBy(sections.first());
    if (std::ranges::none_of(sections, &FormatSection::conditional)) return first;
    // Which one counts depends on the number; where they do not agree, none is trusted.
    const auto numbers =
        std::ranges::subrange(sections.begin(), sections.begin() + std::min<qsizetype>(sections.size(), 3));
    const bool same =
        std::ranges::all_of(numbers, [&](const FormatSection &section) { return shownBy(section) == first; });
    return same ? first : NumberShown::reshaped;
}

bool reshapesText(const QString &code)
{
    constexpr qsizetype textSection = 3; // behind those for numbers
    const QList<FormatSection> sections = FormatCode(code).sections();
    const auto isOfText = [](const FormatSection &section) { return section.shape.contains(u'@'); };
    if (sections.size() > textSection) {
        const FormatSection &text = sections[textSection];
        const bool shows = isOfText(text) || text.shape.contains(QStringLiteral("general"));
        return !shows || text.ownDigits || hasDigit(text.shape);
    }
    return std::ranges::any_of(sections, [&](const FormatSection &section) {
        return isOfText(section) && (section.ownDigits || hasDigit(section.shape));
    });
}

} // namespace countersign
