#include "domain/vat.h"

#include "domain/purpose.h"

#include <QRegularExpression>

#include <array>

namespace countersign {

namespace {

/// Rates with the days from which and to which they hold; an invalid day: without an end (ru-payments.md 3.2).
struct DatedRate
{
    int percent;
    QDate from;
    QDate to;
};

/// The usual rate first. 5 and 7 % are for payers of the simplified regime.
const std::array<DatedRate, 6> &rates()
{
    static const std::array<DatedRate, 6> table{{{22, {2026, 1, 1}, {}},
                                                 {20, {2019, 1, 1}, {2025, 12, 31}},
                                                 {18, {2004, 1, 1}, {2018, 12, 31}},
                                                 {10, {2004, 1, 1}, {}},
                                                 {7, {2025, 1, 1}, {}},
                                                 {5, {2025, 1, 1}, {}}}};
    return table;
}

/// A closing line of ours, or one that people write in its place, with the separator before it.
const QRegularExpression &closingLine()
{
    static const QRegularExpression line(QStringLiteral("[\\s.,;]*(без\\s+(налога\\s*\\(?)?НДС\\)?|НДС\\s+не\\s+"
                                                        "облагается|(в\\s+т(ом\\s+числе|\\.?\\s*ч\\.?),?\\s+)?"
                                                        "НДС\\s*\\(?\\d{1,2}\\s*%\\)?(\\s*[-–—:=]?\\s*\\d[\\d\\s]*([-.,"
                                                        "]\\d{2})?\\s*(руб(лей|\\.)?)?)?)\\s*\\.?\\s*$"),
                                         QRegularExpression::CaseInsensitiveOption |
                                             QRegularExpression::UseUnicodePropertiesOption);
    return line;
}

} // namespace

QList<int> vatRatesOn(QDate day)
{
    QList<int> found;
    for (const DatedRate &rate : rates()) {
        if (day >= rate.from && (!rate.to.isValid() || day <= rate.to)) found.append(rate.percent);
    }
    return found;
}

Money vatInside(Money total, int percent)
{
    // In two steps: the amount times the rate may leave 64 bits.
    const qint64 parts = 100 + percent;
    const qint64 whole = total.kopecks() / parts * percent;
    const qint64 rest = total.kopecks() % parts * percent;
    return Money::fromKopecks(whole + (2 * rest + parts) / (2 * parts));
}

QString roublesAndKopecks(Money amount)
{
    return QStringLiteral("%1-%2").arg(amount.kopecks() / 100).arg(amount.kopecks() % 100, 2, 10, QLatin1Char('0'));
}

QString vatLine(Money total, int percent)
{
    return QStringLiteral("В том числе НДС %1% - %2 руб.")
        .arg(percent)
        .arg(roublesAndKopecks(vatInside(total, percent)));
}

QString withoutVatLine()
{
    return QStringLiteral("Без НДС");
}

std::optional<QString> withVatLine(const QString &purpose, const QString &line)
{
    QString text = purpose;
    text.remove(closingLine());
    while (!text.isEmpty() && (text.back().isSpace() || text.endsWith(u',') || text.endsWith(u';')))
        text.chop(1);
    if (!text.isEmpty()) text += text.endsWith(u'.') ? QStringLiteral(" ") : QStringLiteral(". ");
    text += line;
    if (codePoints(normalisedPurpose(text)) > purposeLimit) return std::nullopt;
    return text;
}

std::optional<SaidVat> saidVat(QStringView purpose)
{
    // The sum with its kopecks only: a number without them may be anything, and what goes on like 15.01.2026 is a date.
    static const QRegularExpression said(
        QStringLiteral(
            "(?<![\\p{L}])НДС\\s*\\(?(\\d{1,2})\\s*%\\)?(?:\\s*[-–—:=]?\\s*(\\d[\\d\\s]*)[-.,](\\d{2})(?![-.,]?\\d))?"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = said.match(purpose);
    if (!match.hasMatch()) return std::nullopt;
    SaidVat vat{.percent = match.captured(1).toInt(), .tax = {}};
    if (match.hasCaptured(2)) {
        const auto tax = Money::parse(QString(match.captured(2).trimmed() + u',' + match.captured(3)));
        if (tax) vat.tax = *tax;
    }
    return vat;
}

} // namespace countersign
