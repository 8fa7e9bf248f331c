#include "ui/models/datewords.h"

#include "domain/workingdays.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct DateWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::DateWords)
};

/// Two digits of a year can be taken for a day.
QString dayFormat()
{
    static const QRegularExpression year(u"y+"_s);
    return QLocale().dateFormat(QLocale::ShortFormat).replace(year, u"yyyy"_s);
}

QString dayAndMonth(QDate day)
{
    static const QRegularExpression yearAndItsSign(u"[^dM']*y+[^dM']*"_s);
    return QLocale().toString(day, dayFormat().remove(yearAndItsSign));
}

} // namespace

QString dayWords(QDate day)
{
    return QLocale().toString(day, dayFormat());
}

QString shortMoment(Instant at, Instant now)
{
    const QDateTime time = bankTime(at);
    const QDate today = bankTime(now).date();
    if (time.date() == today) return time.toString(u"HH:mm");
    return time.date().year() == today.year() ? dayAndMonth(time.date()) : dayWords(time.date());
}

QString exactMoment(Instant at, Instant now)
{
    const QDateTime time = bankTime(at);
    const QString clock = time.toString(u"HH:mm:ss"_s);
    return time.date() == bankTime(now).date() ? clock : dayWords(time.date()) + u' ' + clock;
}

QString wholeMoment(Instant at)
{
    const QDateTime time = bankTime(at);
    return dayWords(time.date()) + time.toString(u" HH:mm"_s);
}

QString zoneWords()
{
    return DateWords::tr("Moscow time");
}

QString inZone(const QString &moment)
{
    return DateWords::tr("%1 (Moscow time)").arg(moment);
}

} // namespace countersign::ui
