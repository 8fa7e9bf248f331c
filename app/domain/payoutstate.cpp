#include "domain/payoutstate.h"

namespace countersign {

namespace {

template <class Enum>
struct Word {
    Enum value;
    QLatin1String word;
};

constexpr std::array<Word<PayoutState>, payoutStateCount> stateWords{{
    {PayoutState::draft, QLatin1String("draft")},
    {PayoutState::queued, QLatin1String("queued")},
    {PayoutState::creating, QLatin1String("creating")},
    {PayoutState::open, QLatin1String("open")},
    {PayoutState::starting, QLatin1String("starting")},
    {PayoutState::startUnknown, QLatin1String("startUnknown")},
    {PayoutState::waitBank, QLatin1String("waitBank")},
    {PayoutState::review, QLatin1String("review")},
    {PayoutState::mismatch, QLatin1String("mismatch")},
    {PayoutState::approved, QLatin1String("approved")},
    {PayoutState::confirming, QLatin1String("confirming")},
    {PayoutState::confirmUnknown, QLatin1String("confirmUnknown")},
    {PayoutState::executing, QLatin1String("executing")},
    {PayoutState::cancelling, QLatin1String("cancelling")},
    {PayoutState::cancelUnknown, QLatin1String("cancelUnknown")},
    {PayoutState::closing, QLatin1String("closing")},
    {PayoutState::paid, QLatin1String("paid")},
    {PayoutState::failed, QLatin1String("failed")},
    {PayoutState::cancelled, QLatin1String("cancelled")},
    {PayoutState::returned, QLatin1String("returned")},
    {PayoutState::bankError, QLatin1String("bankError")},
    {PayoutState::hold, QLatin1String("hold")},
}};

constexpr std::array<Word<AttemptStanding>, 3> standingWords{{
    {AttemptStanding::live, QLatin1String("live")},
    {AttemptStanding::orphan, QLatin1String("orphan")},
    {AttemptStanding::fenced, QLatin1String("fenced")},
}};

template <class Words, class Enum>
QString wordOf(const Words &words, Enum value)
{
    for (const auto &row : words) {
        if (row.value == value) return row.word;
    }
    return {};
}

template <class Enum, class Words>
std::optional<Enum> valueOf(const Words &words, QStringView word)
{
    for (const auto &row : words) {
        if (row.word == word) return row.value;
    }
    return std::nullopt;
}

} // namespace

QString stateWord(PayoutState state)
{
    return wordOf(stateWords, state);
}

std::optional<PayoutState> stateFromWord(QStringView word)
{
    return valueOf<PayoutState>(stateWords, word);
}

QString standingWord(AttemptStanding standing)
{
    return wordOf(standingWords, standing);
}

std::optional<AttemptStanding> standingFromWord(QStringView word)
{
    return valueOf<AttemptStanding>(standingWords, word);
}

bool isFinal(PayoutState state)
{
    return state == PayoutState::paid || state == PayoutState::failed || state == PayoutState::cancelled
           || state == PayoutState::returned;
}

bool isLive(PayoutState state)
{
    return !isFinal(state) && state != PayoutState::draft && state != PayoutState::queued;
}

} // namespace countersign
