#include "core/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace countersign {

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

QString toIsoText(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

qint64 toMilliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant fromMilliseconds(qint64 sinceEpoch)
{
    return Instant{milliseconds{sinceEpoch}};
}

std::optional<qint64> parseRfc3339Micros(QStringView text)
{
    // date "T" time, then ".fraction" of any length, then "Z" or an offset: the fraction is cut out because
    // QDateTime reads only milliseconds.
    if (text.size() < 20 || text.size() > 40) return std::nullopt;
    qsizetype end = 19;
    qint64 micros = 0;
    if (text[end] == u'.') {
        qsizetype digits = 0;
        for (++end; end < text.size() && text[end] >= u'0' && text[end] <= u'9'; ++end, ++digits) {
            if (digits < 6) micros = micros * 10 + (text[end].unicode() - u'0');
        }
        if (digits == 0 || digits > 9) return std::nullopt;
        for (; digits < 6; ++digits)
            micros *= 10;
    }
    // QDateTime would also take ",382Z" and "+03".
    const QStringView offset = text.sliced(end);
    const bool numeric = offset.size() == 6 && (offset[0] == u'+' || offset[0] == u'-');
    if (!numeric && offset != u"Z" && offset != u"z") return std::nullopt;
    const QDateTime whole = QDateTime::fromString(text.first(19).toString() + offset.toString(), Qt::ISODate);
    if (!whole.isValid()) return std::nullopt;
    return whole.toMSecsSinceEpoch() * 1000 + micros;
}

} // namespace countersign
