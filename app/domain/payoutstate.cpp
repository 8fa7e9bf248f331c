#include "domain/payoutstate.h"

#include "core/storedwords.h"

namespace countersign {

namespace {

constexpr StoredWords<PayoutState, 22>
    stateWords({QLatin1String("draft"),     QLatin1String("queued"),     QLatin1String("creating"),
                QLatin1String("open"),      QLatin1String("starting"),   QLatin1String("startUnknown"),
                QLatin1String("waitBank"),  QLatin1String("review"),     QLatin1String("mismatch"),
                QLatin1String("approved"),  QLatin1String("confirming"), QLatin1String("confirmUnknown"),
                QLatin1String("executing"), QLatin1String("cancelling"), QLatin1String("cancelUnknown"),
                QLatin1String("closing"),   QLatin1String("paid"),       QLatin1String("failed"),
                QLatin1String("cancelled"), QLatin1String("returned"),   QLatin1String("bankError"),
                QLatin1String("hold")});

constexpr StoredWords<AttemptStanding, 3> standingWords({QLatin1String("live"), QLatin1String("orphan"),
                                                         QLatin1String("fenced")});

} // namespace

QString stateWord(PayoutState state)
{
    return stateWords.of(state);
}

std::optional<PayoutState> stateFromWord(QStringView word)
{
    return stateWords.find(word);
}

QString standingWord(AttemptStanding standing)
{
    return standingWords.of(standing);
}

std::optional<AttemptStanding> standingFromWord(QStringView word)
{
    return standingWords.find(word);
}

bool isFinal(PayoutState state)
{
    return state == PayoutState::paid || state == PayoutState::failed || state == PayoutState::cancelled ||
           state == PayoutState::returned;
}

bool isLive(PayoutState state)
{
    return !isFinal(state) && state != PayoutState::draft && state != PayoutState::queued;
}

} // namespace countersign
