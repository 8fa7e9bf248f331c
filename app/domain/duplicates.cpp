#include "domain/duplicates.h"

#include "domain/likeness.h"
#include "domain/purpose.h"
#include "domain/workingdays.h"

#include <algorithm>

namespace countersign {

namespace {

bool samePurpose(const QString &one, const QString &other)
{
    return isAlike(normalisedPurpose(one), normalisedPurpose(other));
}

/// A payout belongs to the day on which it was last heard of: prepared long ago and paid yesterday is yesterday's.
bool withinDays(const EarlierPayout &earlier, Instant now)
{
    return bankDay(std::max(earlier.createdAt, earlier.stateSince)).daysTo(bankDay(now)) <= duplicateDays;
}

QList<DuplicateReason> reasonsFor(const EarlierPayout &earlier, const DuplicateQuestion &asked, Instant now)
{
    QList<DuplicateReason> reasons;
    const bool sameMoney = asked.amountKopecks && earlier.amountKopecks == asked.amountKopecks;
    if (sameMoney && !asked.recipientAccount.isEmpty() && earlier.recipientAccount == asked.recipientAccount &&
        samePurpose(earlier.purpose, asked.purpose) && withinDays(earlier, now)) {
        reasons.append(DuplicateReason::sameContent);
    }
    if (!asked.documentKey.isEmpty() && earlier.documentKey == asked.documentKey &&
        earlier.senderAccount == asked.senderAccount) {
        reasons.append(DuplicateReason::sameDocument);
    }
    if (!asked.importKey.isEmpty() && earlier.importKey == asked.importKey) {
        reasons.append(DuplicateReason::sameRow);
    }
    return reasons;
}

} // namespace

QList<Duplicate> duplicatesAmong(const QList<EarlierPayout> &candidates, const DuplicateQuestion &asked, Instant now)
{
    QList<Duplicate> found;
    for (const EarlierPayout &earlier : candidates) {
        if (earlier.id == asked.self || (!asked.retryOf.isEmpty() && earlier.id == asked.retryOf)) continue;
        const QList<DuplicateReason> reasons = reasonsFor(earlier, asked, now);
        if (!reasons.isEmpty()) found.append({earlier, reasons});
    }
    std::sort(found.begin(), found.end(),
              [](const Duplicate &one, const Duplicate &other) { return one.earlier.number > other.earlier.number; });
    return found;
}

} // namespace countersign
