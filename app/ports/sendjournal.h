#pragma once

#include "core/ids.h"
#include "ports/bankprotocol.h"

namespace countersign {

/// One transmission about to happen, as the second witness beside the store keeps it.
struct JournalEntry
{
    IntentId intent;
    CallKind kind;
    QString sessionId; ///< empty for create
    QByteArray bodySha256;
    int sendNumber = 1;
    qint64 fence = 0;
    PayoutId payout = {};          ///< empty: written before lines named it
    QByteArray contentSha256 = {}; ///< of a start: the instruction that it carries
    PayoutId retryOf = {};         ///< of a start: the payout that its payout pays again (L12)
    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

/// The sender's append-only file outside the store (payout-lifecycle.md section 3). Engine thread.
class SendJournal
{
public:
    virtual ~SendJournal() = default;
    /// Returns only after all entries are on disk (one fsync). diskFull or
    /// journalWriteFailed, and then every further append fails too: a failed fsync is never retried.
    [[nodiscard]] virtual Result<> append(const QList<JournalEntry> &entries) = 0;
    [[nodiscard]] Result<> append(const JournalEntry &entry) { return append(QList<JournalEntry>{entry}); }
    /// Every entry since the journal began; a torn last line (a crash while appending) is dropped, anything else that
    /// does not parse is storeDamaged.
    [[nodiscard]] virtual Result<QList<JournalEntry>> entries() const = 0;
};

} // namespace countersign
