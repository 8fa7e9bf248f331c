#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "domain/payoutstate.h"

#include <QList>

namespace countersign {

// Whether a payout has been made before (design.md, ru-payments.md 4.4). Never blocks: a person is shown the earlier
// ones and says that they know of exactly these.

/// A payout of the store as far as it can be a duplicate.
struct EarlierPayout
{
    PayoutId id;
    qint64 number = 0;
    PayoutState state = PayoutState::draft;
    Instant createdAt{};
    Instant stateSince{};
    QString recipientName;
    QString recipientAccount;
    QString senderAccount;
    QString purpose;
    std::optional<qint64> amountKopecks;
    QString documentKey; ///< see draftsource.h; empty: not imported
    QString importKey;   ///< likewise
    friend bool operator==(const EarlierPayout &, const EarlierPayout &) = default;
};

/// What is asked about.
struct DuplicateQuestion
{
    PayoutId self;    ///< is no duplicate of itself; may be empty
    PayoutId retryOf; ///< paid again on purpose (L12): known; may be empty
    QString recipientAccount;
    QString senderAccount;
    QString purpose;
    std::optional<qint64> amountKopecks;
    QString documentKey;
    QString importKey;
};

enum class DuplicateReason {
    sameContent,  ///< account, amount and purpose, within 30 days
    sameDocument, ///< number and date of the accounting program's document, paid from the same account
    /// Likewise, but one of them has no date, or they have different ones: number and recipient's account. Programs
    /// begin to count anew each year, and registers do for each month, so a number alone tells nothing: it counts
    /// within one year, or 30 days, and with the account or the amount only.
    sameNumberAndAccount,
    sameNumberAndAmount, ///< likewise; the account may have been changed within the file (threat-model.md M)
    sameRow,             ///< the same row of the same file
};

struct Duplicate
{
    EarlierPayout earlier;
    QList<DuplicateReason> reasons;
    friend bool operator==(const Duplicate &, const Duplicate &) = default;
};

/// Content counts as repeated up to this many days later, by the calendar of Moscow; that of a payout which was sent and
/// has not ended counts however old it is.
inline constexpr int duplicateDays = 30;

/// Those of the candidates that are duplicates, newest first. A draft that was made after the one asked about, which
/// then is among the candidates itself, is not earlier: of two alike drafts one may go, and the other is asked about.
/// Pure; any thread.
[[nodiscard]] QList<Duplicate> duplicatesAmong(const QList<EarlierPayout> &candidates, const DuplicateQuestion &asked,
                                               Instant now);

} // namespace countersign
