#include "domain/money.h"

namespace countersign {

namespace {

constexpr qint64 largestTyped = 99'999'999'999'999; // 999 999 999 999,99 roubles

bool isGroupingSpace(QChar c)
{
    return c == u' ' || c == QChar(0x00A0) || c == QChar(0x202F) || c == QChar(0x2009);
}

} // namespace

Result<Money> Money::parse(QStringView typed)
{
    QStringView text = typed.trimmed();
    if (text.endsWith(QChar(0x20BD))) text = text.chopped(1).trimmed();
    if (text.isEmpty()) return fail(ErrorCode::emptyValue);

    qint64 roubles = 0;
    qint64 kopecks = 0;
    int whole = 0;
    int decimals = -1; // -1: no decimal sign seen yet
    int groupLength = -1; // digits since the last grouping space; -1: no space seen
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            const int digit = c.unicode() - u'0';
            if (decimals >= 0) {
                if (++decimals > 2) return fail(ErrorCode::wrongFormat);
                kopecks = kopecks * 10 + digit;
            } else {
                ++whole;
                if (groupLength >= 0) ++groupLength;
                roubles = roubles * 10 + digit;
                if (roubles > largestTyped / 100) return fail(ErrorCode::outOfRange);
            }
        } else if ((c == u',' || c == u'.') && decimals < 0) {
            decimals = 0;
        } else if (isGroupingSpace(c) && decimals < 0 && whole > 0) {
            if (groupLength >= 0 && groupLength != 3) return fail(ErrorCode::wrongFormat);
            groupLength = 0;
        } else {
            return fail(c == u',' || c == u'.' || isGroupingSpace(c) ? ErrorCode::wrongFormat
                                                                     : ErrorCode::wrongCharacter,
                        QString(c));
        }
    }
    if (whole == 0 || decimals == 0 || (groupLength >= 0 && groupLength != 3)) return fail(ErrorCode::wrongFormat);
    if (decimals == 1) kopecks *= 10;
    return Money(roubles * 100 + kopecks);
}

Result<Money> Money::plus(Money other) const
{
    qint64 sum = 0;
    if (__builtin_add_overflow(m_kopecks, other.m_kopecks, &sum)) return fail(ErrorCode::outOfRange);
    return Money(sum);
}

QString Money::grouped() const
{
    // The magnitude is taken unsigned, so that the smallest negative value has one too.
    const quint64 magnitude = m_kopecks < 0 ? ~static_cast<quint64>(m_kopecks) + 1 : static_cast<quint64>(m_kopecks);
    QString text = QString::number(magnitude / 100);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) text.insert(at, QChar(0x00A0));
    text += QStringLiteral(",%1").arg(magnitude % 100, 2, 10, QLatin1Char('0'));
    return m_kopecks < 0 ? QChar(0x2212) + text : text;
}

} // namespace countersign
