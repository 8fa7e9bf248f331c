#pragma once

#include "payouts/gate.h"
#include "payouts/pause.h"

#include <QHash>

namespace countersign {

/// Reads the sessions that no payout's live attempt leads to, one at a time and by the plan of unknown states: those
/// that were given up and must end cancelled (section 6, FN), and those that only the send journal knows (K15).
/// Harmless while frozen: status is always allowed (L14). Engine thread.
class StraySessions
{
public:
    StraySessions(EngineParts &parts, Worker &worker);

    /// Finds the given-up sessions whose cancel was sent and not yet seen done; once, at start.
    [[nodiscard]] Result<> start();
    /// Reads it soon, and until the bank has ended it. One that the store has no attempt for: as long as there is a
    /// freeze, or a payout on which an alarm names it, and each news is an alarm.
    void watch(const QString &sessionId);
    void takeReplies();
    /// Whether the bank has said something about it in this run, be it that it does not know the session.
    [[nodiscard]] bool wasRead(const QString &sessionId) const { return m_read.contains(sessionId); }
    void tick();
    [[nodiscard]] std::optional<Instant> nextDue() const;

private:
    struct Plan
    {
        Instant since{};
        Pause pause;
        int readings = 0;
    };
    struct Reply
    {
        QString sessionId;
        CallOutcome outcome;
        QByteArray message;
    };
    [[nodiscard]] bool mayRead() const { return m_asked.isEmpty() && m_parts.signer.bits() > 0; }
    void send(const QString &sessionId);
    void planNext(const QString &sessionId);
    /// True: the bank has ended the session.
    [[nodiscard]] Result<bool> store(Work &work, const Reply &reply);
    [[nodiscard]] Result<QList<JournalEntry>> entriesOf(const PayoutId &payout);
    [[nodiscard]] Result<> tellUnknown(Work &work, const QString &sessionId, const PayoutId &payout,
                                       ObservationKind seen);

    EngineParts &m_parts;
    Worker &m_worker;
    QHash<QString, Plan> m_plans;
    QString m_asked; ///< on its way; empty: none
    std::optional<Reply> m_reply;
    QSet<QString> m_read;
    std::optional<QHash<PayoutId, QList<JournalEntry>>> m_journal; ///< by the payouts that it names
};

} // namespace countersign
