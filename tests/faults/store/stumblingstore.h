#pragma once

#include "ports/payoutstore.h"

#include <functional>

namespace countersign::faults {

/// What becomes of one question to the store: nothing, or this error in place of an answer.
using Stumble = std::function<std::optional<Error>()>;

/// The store's interface with an error in place of some answers: what an engine sees of a disk that can't be read or
/// written, of a constraint, and of whatever a store may fail by.
class StumblingStore final : public PayoutStore
{
public:
    /// Neither is owned; both outlive this.
    StumblingStore(PayoutStore &store, const Stumble &stumble) : m_store(store), m_stumble(stumble) {}

    [[nodiscard]] Result<std::unique_ptr<StoreTransaction>> begin() override;
    [[nodiscard]] Result<qint64> verifyAudit(qint64 fromSequence) override;
    [[nodiscard]] Result<QList<JournalEntry>> unknownOf(const QList<JournalEntry> &entries) override;
    [[nodiscard]] Result<QList<JournalEntry>> unsentOf(const QList<JournalEntry> &entries) override;

private:
    PayoutStore &m_store;
    const Stumble &m_stumble;
};

} // namespace countersign::faults
