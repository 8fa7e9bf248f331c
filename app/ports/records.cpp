#include "ports/records.h"

#include "core/storedwords.h"
#include "ports/payoutreader.h"

namespace countersign {

namespace {

constexpr StoredWords<AlarmKind, 12>
    alarmWords({QLatin1String("contradiction"), QLatin1String("unconfirmed"), QLatin1String("foreign"),
                QLatin1String("doubleSession"), QLatin1String("fenced"), QLatin1String("doublePay"),
                QLatin1String("unexpected"), QLatin1String("unmatched"), QLatin1String("unreadable"),
                QLatin1String("journalAhead"), QLatin1String("auditBroken"), QLatin1String("storeFailed")});

} // namespace

QString alarmWord(AlarmKind kind)
{
    return alarmWords.of(kind);
}

std::optional<AlarmKind> alarmFromWord(QStringView word)
{
    return alarmWords.find(word);
}

QList<PayoutState> statesOf(Folder folder)
{
    using enum PayoutState;
    switch (folder) {
    case Folder::toReview:
        return {review, mismatch};
    case Folder::needsAttention:
        return {startUnknown, confirmUnknown, cancelUnknown, closing, bankError, hold};
    case Folder::drafts:
        return {draft};
    case Folder::checking:
        return {queued, creating, open, starting, waitBank, cancelling};
    case Folder::beingPaid:
        return {approved, confirming, executing};
    case Folder::paid:
        return {paid};
    case Folder::failed:
        return {failed};
    case Folder::cancelled:
        return {cancelled};
    case Folder::returned:
        return {returned};
    case Folder::all:
        return {};
    }
    return {};
}

} // namespace countersign
