#pragma once

#include "payouts/gate.h"

#include <QHash>

#include <functional>

namespace countersign {

/// The only object that may transmit create, start, confirm and cancel (design.md section 2). Looks for what is due,
/// journals it, sends it once, stores the outcome; one call at a time, so the calls of one payout stay in order.
/// Engine thread.
class Sender
{
public:
    /// `contact` is told each reply and says whether it is news (Follower::noteContact).
    using Contact = std::function<bool(const TransportReply &)>;
    Sender(EngineParts &parts, Worker &worker, Contact contact);

    /// Calls that a crash left in flight are unknown, without exception (L6). Once, at start, before any tick.
    [[nodiscard]] Result<> recover();
    /// Brings at most one call on its way.
    void tick();
    [[nodiscard]] bool busy() const { return m_busy; }
    /// A journal that failed once stops sending until restart.
    [[nodiscard]] bool journalFailed() const { return m_journalFailed; }

    void setStanding(const SenderStanding &standing) { m_standing = standing; }
    void setFence(qint64 fence) { m_fence = fence; }
    /// When tick has something to do later (back-off); nothing: only after a change.
    [[nodiscard]] std::optional<Instant> nextDue() const { return maySend() ? m_nextDue : std::nullopt; }

private:
    [[nodiscard]] bool maySend() const { return !m_busy && !m_journalFailed && m_parts.signer.bits() > 0; }

    struct Prepared
    {
        IntentRecord intent;
        SendRecord send;
        QString sessionId;
        QByteArray signature;
    };
    using Preparing = Result<std::optional<Prepared>>;

    [[nodiscard]] Preparing prepareNext(Work &work);
    [[nodiscard]] Preparing prepareCancel(Work &work);
    [[nodiscard]] Preparing prepareConfirm(Work &work);
    [[nodiscard]] Preparing prepareStart(Work &work);
    [[nodiscard]] Preparing prepareCreate(Work &work);
    [[nodiscard]] Preparing prepareResend(Work &work);
    /// The payout still waits for exactly this confirm, and its decision is in force.
    [[nodiscard]] Result<bool> resendStands(Work &work, const IntentRecord &intent);
    [[nodiscard]] Preparing confirmThrough(Work &work, Case &subject);
    [[nodiscard]] Preparing sendBack(Work &work, Case &subject, Guard guard);
    /// Send row, intent in flight, signature over exactly the intent's bytes.
    [[nodiscard]] Preparing inflight(Work &work, IntentRecord intent, const QString &sessionId, int number);
    [[nodiscard]] IntentRecord newIntent(const Work &work, const AttemptRecord &attempt, CallKind kind,
                                         QByteArray body);
    [[nodiscard]] QJsonObject metadata(Work &work, const AttemptRecord &attempt) const;
    [[nodiscard]] bool backedOff(const PayoutId &id, Instant now);

    void transmit(const Prepared &prepared);
    void take(const Prepared &prepared, TransportReply reply);
    [[nodiscard]] Result<> store(Work &work, const Prepared &prepared, const CallOutcome &outcome);
    [[nodiscard]] Result<> applyOutcome(Work &work, const Prepared &prepared, const CallOutcome &outcome,
                                        SendClass effective);

    struct BackOff
    {
        int failures = 0;
        Instant until{};
    };
    EngineParts &m_parts;
    Worker &m_worker;
    Contact m_contact;
    SenderStanding m_standing;
    qint64 m_fence = 0;
    bool m_busy = false;
    bool m_journalFailed = false;
    QHash<PayoutId, BackOff> m_backOff;
    std::optional<Instant> m_nextDue;
};

} // namespace countersign
