#include "domain/observation.h"

#include "core/storedwords.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr StoredWords<ObservationKind, 10>
    kindWords({QLatin1String("none"), QLatin1String("work"), QLatin1String("ready"), QLatin1String("paid"),
               QLatin1String("failed"), QLatin1String("cancelled"), QLatin1String("returned"), QLatin1String("error"),
               QLatin1String("multiple"), QLatin1String("gone")});

constexpr StoredWords<ObservationSource, 4> sourceWords({QLatin1String("webhook"), QLatin1String("dropFolder"),
                                                         QLatin1String("status"), QLatin1String("callAnswer")});

bool isCancelled(const QString &status)
{
    return status == u"cancelled" || status == u"canceled";
}

bool moneyMoved(const SessionReading &reading)
{
    return std::any_of(reading.payouts.begin(), reading.payouts.end(),
                       [](const PayoutEcho &payout) { return payout.returned || payout.status == u"succeeded"; });
}

} // namespace

QString observationWord(ObservationKind kind)
{
    return kindWords.of(kind);
}

std::optional<ObservationKind> observationFromWord(QStringView word)
{
    return kindWords.find(word);
}

QString sourceWord(ObservationSource source)
{
    return sourceWords.of(source);
}

std::optional<ObservationSource> sourceFromWord(QStringView word)
{
    return sourceWords.find(word);
}

ObservationKind meaningOf(const SessionReading &reading)
{
    if (reading.payouts.size() > 1) {
        // Two payouts are an alarm until their session has ended without any of them moving money.
        return isCancelled(reading.status) && !moneyMoved(reading) ? ObservationKind::cancelled
                                                                   : ObservationKind::multiple;
    }
    if (reading.status == u"error") return ObservationKind::error;
    if (!reading.payouts.isEmpty()) {
        const PayoutEcho &payout = reading.payouts.first();
        if (payout.returned) return ObservationKind::returned;
        // A succeeded payout in a session that reads cancelled is money that moved: it must not look harmless.
        if (payout.status == u"succeeded") return ObservationKind::paid;
    }
    if (isCancelled(reading.status)) return ObservationKind::cancelled;
    if (reading.payouts.isEmpty()) return ObservationKind::none;
    if (reading.payouts.first().status == u"failed") return ObservationKind::failed;
    if (reading.nextAction == u"confirm") return ObservationKind::ready;
    return ObservationKind::work;
}

std::optional<int> rankOf(ObservationKind kind, std::optional<qint64> updatedAtMicros,
                          std::optional<qint64> readyAtMicros)
{
    switch (kind) {
    case ObservationKind::none:
        return 0;
    case ObservationKind::work:
        return readyAtMicros && updatedAtMicros && *updatedAtMicros > *readyAtMicros ? 3 : 1;
    case ObservationKind::ready:
        return 2;
    case ObservationKind::paid:
    case ObservationKind::failed:
    case ObservationKind::cancelled:
        return 4;
    case ObservationKind::returned:
        return 5;
    case ObservationKind::error:
    case ObservationKind::multiple:
    case ObservationKind::gone:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace countersign
