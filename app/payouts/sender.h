#pragma once

#include "payouts/gate.h"
#include "payouts/pause.h"

#include <QHash>
#include <QMap>

#include <functional>

namespace countersign {

/// The only object that may transmit create, start, confirm and cancel (design.md section 2). Looks for what is due,
/// journals it, sends it once, stores the outcome. Calls of different payouts leave together, up to
/// EngineSettings::callsAtOnce: they share one transaction and one sync of the journal. Of one payout there is one call
/// at a time, so its calls stay in order. Engine thread.
class Sender
{
public:
    /// Told each reply; says whether it is news (Follower::noteContact).
    using Contact = std::function<bool(const TransportReply &)>;
    /// Asked once more when a call is signed and about to be handed to the transport (L14, section 11).
    using MayLeave = std::function<bool(CallKind)>;
    Sender(EngineParts &parts, Worker &worker, Contact contact, MayLeave mayLeave);

    /// Finds what waits in the store; calls that a crash left in flight are unknown, without exception (L6). Once, at
    /// start, before anything is sent.
    [[nodiscard]] Result<> recover();
    /// The payout changed and is durable so.
    void note(const PayoutRecord &payout);
    /// These were written back from the journal, and are durable so.
    void noteLostCalls(const QList<IntentId> &written) { m_lostCalls += written; }
    /// What was written back while the program runs is unknown as after a crash: no answer of it will ever come.
    void endLostCalls();
    /// Stores the outcomes of the calls that have ended.
    void takeReplies();
    /// Brings what is due on its way, as far as there is room.
    void sendNext();
    [[nodiscard]] bool hasRoom() const { return maySend() && room() > 0; }
    /// Something may be due: without it there is nothing to look for in the store.
    [[nodiscard]] bool hasWork() const;
    /// An intent has become ready and is durable so.
    void expectCalls();
    /// A journal that failed once stops sending until restart.
    [[nodiscard]] std::optional<ErrorCode> journalFailure() const { return m_journalFailure; }

    void setStanding(const SenderStanding &standing) { m_standing = standing; }
    void setFence(qint64 fence) { m_fence = fence; }
    /// When there is something to do later (back-off); nothing: only after a change.
    [[nodiscard]] std::optional<Instant> nextDue() const;

private:
    struct Prepared
    {
        IntentRecord intent;
        SendRecord send;
        QString sessionId;
        QByteArray contentSha256 = {}; ///< of a start
        PayoutId retryOf = {};         ///< likewise
    };
    struct Ended
    {
        Prepared prepared;
        TransportReply reply;
        bool left = true; ///< false: the transport never saw it
    };
    struct Outcome
    {
        Prepared prepared;
        CallOutcome outcome;
        SendClass effective = SendClass::unknown;
    };
    struct BackOff
    {
        int failures = 0;
        Pause pause;
    };
    using Batch = QList<Prepared>;

    [[nodiscard]] bool maySend() const { return !m_journalFailure && m_parts.signer.bits() > 0; }
    /// How many calls may still join those under way; while the bank can't be reached one call tries the way.
    [[nodiscard]] int room() const;
    /// Whether a call of this payout may be prepared now: none of it is under way or in `batch`, and it does not wait.
    [[nodiscard]] bool isFree(const PayoutId &id, const Batch &batch, Instant now);
    [[nodiscard]] bool isFull(const Batch &batch) const { return batch.size() >= room(); }
    void waitUntil(Instant due);

    [[nodiscard]] Result<> prepare(Work &work, Batch &batch);
    [[nodiscard]] Result<> prepareCancels(Work &work, const QList<IntentRecord> &ready, Batch &batch);
    [[nodiscard]] Result<> prepareResends(Work &work, const QList<IntentRecord> &ready, Batch &batch);
    /// Calls `one` for each payout that waits in that state, while there is room.
    using PrepareOne = Result<> (Sender::*)(Work &, Case &, Batch &);
    [[nodiscard]] Result<> prepareEach(Work &work, Batch &batch, PayoutState state, PrepareOne one);
    [[nodiscard]] Result<> confirmThrough(Work &work, Case &subject, Batch &batch);
    [[nodiscard]] Result<> startOne(Work &work, Case &subject, Batch &batch);
    [[nodiscard]] Result<> createOne(Work &work, Case &subject, Batch &batch);
    /// The attempt whose create is to leave: a new one, or the one whose create was proven not sent.
    [[nodiscard]] Result<> openAttempt(Work &work, Case &subject);
    /// The instruction's content, unless limits, hours or another session (L2) make it wait.
    [[nodiscard]] Result<std::optional<PayoutContent>> contentThatMayLeave(Work &work, const Case &subject, int version,
                                                                           const AttemptId &self);
    /// What the gate says of the approval that stands; without a refusal both others are there.
    struct Judged
    {
        std::optional<Guard> refusal;
        std::optional<DecisionRecord> decision = std::nullopt;
        std::optional<AnswerOnFile> answer = std::nullopt;
    };
    [[nodiscard]] Result<Judged> judge(Work &work, const Case &subject, PayoutState needed) const;
    /// L7, on the bytes that are about to be signed.
    [[nodiscard]] bool holdsWhatWasDecided(const QByteArray &body, const DecisionRecord &decision) const;
    [[nodiscard]] Result<> resendThrough(Work &work, Case &subject, const IntentRecord &intent, int number,
                                         Batch &batch);
    [[nodiscard]] Result<> sendBack(Work &work, Case &subject, Guard guard);
    /// Send row, and the intent in flight.
    [[nodiscard]] Result<> inflight(Work &work, Batch &batch, IntentRecord intent, const QString &sessionId,
                                    int number);
    [[nodiscard]] IntentRecord newIntent(const Work &work, const AttemptRecord &attempt, CallKind kind,
                                         QByteArray body);
    [[nodiscard]] Result<QJsonObject> metadata(Work &work, const AttemptRecord &attempt) const;

    void transmit(const Batch &batch);
    void leave(const Prepared &prepared, Result<QByteArray> signature);
    void end(Ended ended);
    [[nodiscard]] Result<> store(Work &work, const Outcome &ended);
    [[nodiscard]] Result<> applyOutcome(Work &work, const Outcome &ended);
    void storeOneByOne(const QList<Outcome> &outcomes);
    [[nodiscard]] Result<> storeAll(Work &work, const QList<Outcome> &outcomes, bool news);
    [[nodiscard]] Result<> storeLostCall(Work &work, const IntentRecord &intent);
    void release(const Outcome &ended);
    /// What fails by itself does not stop the others: this payout waits until something about it changes.
    void setAside(const PayoutId &id, const Error &error);
    void noteReach(const QList<Ended> &together);

    EngineParts &m_parts;
    Worker &m_worker;
    Contact m_contact;
    MayLeave m_mayLeave;
    SenderStanding m_standing;
    qint64 m_fence = 0;
    std::optional<ErrorCode> m_journalFailure;
    QHash<PayoutState, QMap<qint64, PayoutId>> m_waiting; ///< queued, open, approved; by the payouts' numbers
    QSet<PayoutId> m_underWay;
    QSet<PayoutId> m_setAside;
    QList<Ended> m_ended;
    QList<IntentId> m_lostCalls; ///< in flight in the store alone
    QHash<PayoutId, BackOff> m_backOff;
    QHash<PayoutId, Pause> m_lookAgain;                     ///< payouts that wait for limits, hours or a fresh reading
    BackOff m_reach;                                        ///< of the bank as a whole
    PayoutId m_inHand;                                      ///< whose call is being prepared
    std::optional<Instant> m_callsExpectedFrom = Instant{}; ///< nothing: no intent is ready
    std::optional<Instant> m_nextDue;
};

} // namespace countersign
