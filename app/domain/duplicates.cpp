#include "domain/duplicates.h"

#include "domain/draftsource.h"
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

/// A payout belongs to the day on which it was last heard of: prepared long ago and paid yesterday is yesterday's. What
/// has been sent and has not ended may be paid today.
bool withinDays(const EarlierPayout &earlier, Instant now)
{
    if (earlier.state != PayoutState::draft && !isFinal(earlier.state)) return true;
    return bankDay(std::max(earlier.createdAt, earlier.stateSince)).daysTo(bankDay(now)) <= duplicateDays;
}

/// The day of a document, or that of its payout where the file had none.
QDate dayOf(const DocumentName &document, Instant madeAt)
{
    return document.day.isValid() ? document.day : bankDay(madeAt);
}

bool sameYearOrMonth(QDate one, QDate other)
{
    return one.year() == other.year() || qAbs(one.daysTo(other)) <= duplicateDays;
}

QList<DuplicateReason> documentReasons(const EarlierPayout &earlier, const DuplicateQuestion &asked, bool sameMoney,
                                       Instant now)
{
    const DocumentName document = documentNameOf(asked.documentKey);
    const DocumentName known = documentNameOf(earlier.documentKey);
    if (document.number.isEmpty() || document.number != known.number || earlier.senderAccount != asked.senderAccount)
        return {};
    if (document.day.isValid() && document.day == known.day) return {DuplicateReason::sameDocument};
    if (!sameYearOrMonth(dayOf(document, now), dayOf(known, earlier.createdAt))) return {};
    QList<DuplicateReason> reasons;
    if (!asked.recipientAccount.isEmpty() && earlier.recipientAccount == asked.recipientAccount)
        reasons.append(DuplicateReason::sameNumberAndAccount);
    if (sameMoney) reasons.append(DuplicateReason::sameNumberAndAmount);
    return reasons;
}

QList<DuplicateReason> reasonsFor(const EarlierPayout &earlier, const DuplicateQuestion &asked, Instant now)
{
    QList<DuplicateReason> reasons;
    const bool sameMoney = asked.amountKopecks && earlier.amountKopecks == asked.amountKopecks;
    if (sameMoney && !asked.recipientAccount.isEmpty() && earlier.recipientAccount == asked.recipientAccount &&
        samePurpose(earlier.purpose, asked.purpose) && withinDays(earlier, now)) {
        reasons.append(DuplicateReason::sameContent);
    }
    reasons += documentReasons(earlier, asked, sameMoney, now);
    if (!asked.importKey.isEmpty() && earlier.importKey == asked.importKey) {
        reasons.append(DuplicateReason::sameRow);
    }
    return reasons;
}

/// Of the payout asked about, if it is stored as it is asked about.
std::optional<qint64> ownNumber(const QList<EarlierPayout> &candidates, const PayoutId &self)
{
    for (const EarlierPayout &candidate : candidates) {
        if (!self.isEmpty() && candidate.id == self) return candidate.number;
    }
    return std::nullopt;
}

} // namespace

QList<Duplicate> duplicatesAmong(const QList<EarlierPayout> &candidates, const DuplicateQuestion &asked, Instant now)
{
    QList<Duplicate> found;
    const std::optional<qint64> number = ownNumber(candidates, asked.self);
    for (const EarlierPayout &earlier : candidates) {
        if (earlier.id == asked.self || (!asked.retryOf.isEmpty() && earlier.id == asked.retryOf)) continue;
        if (number && earlier.state == PayoutState::draft && earlier.number > *number) continue;
        const QList<DuplicateReason> reasons = reasonsFor(earlier, asked, now);
        if (!reasons.isEmpty()) found.append({earlier, reasons});
    }
    std::sort(found.begin(), found.end(),
              [](const Duplicate &one, const Duplicate &other) { return one.earlier.number > other.earlier.number; });
    return found;
}

} // namespace countersign
