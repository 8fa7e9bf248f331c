#pragma once

#include "payouts/gate.h"
#include "payouts/pause.h"

#include <QHash>

namespace countersign {

/// Where a reading came from, for its records.
struct ReadingSource
{
    ObservationSource source = ObservationSource::status;
    QString id;             ///< inbox id, "intent/n", status number
    QByteArray message;     ///< the raw bytes
    QString keyFingerprint; ///< of the bank's signature; empty: TLS only
};

/// Turns one message about one of our sessions into an observation, stores a new answer, and lets the table decide
/// what it means (L8, L11). notFound: the session is not ours; nothing is written then.
[[nodiscard]] Result<> takeReading(Work &work, const EngineParts &parts, const SessionReading &reading,
                                   const ReadingSource &source);

/// session/status answered that it does not know the session.
[[nodiscard]] Result<> takeGone(Work &work, const EngineParts &parts, const QString &sessionId,
                                const ReadingSource &source);

/// A session that was given up became ready: it is cancelled, never confirmed. Writes the intent.
[[nodiscard]] Result<> insertCancelIntent(Work &work, const EngineParts &parts, const AttemptRecord &attempt,
                                          CallKind kind = CallKind::cancel);

/// The bytes with which a confirm or cancel leaves once more: always those of its first transmission. Where only their
/// digest is known (K15) they are made again from the session's answer; nothing when that gives other bytes.
[[nodiscard]] Result<std::optional<QByteArray>> bodyToRepeat(Work &work, const EngineParts &parts,
                                                             const IntentRecord &intent, const QString &sessionId);

[[nodiscard]] std::optional<QByteArray> bodyToRepeat(const BankProtocol &protocol, const IntentRecord &intent,
                                                     const std::optional<ConfirmInfoRecord> &answer,
                                                     const QString &sessionId);

/// A cancel whose bytes nobody knows any more can't be sent again: a person has to ask the bank for it.
[[nodiscard]] Result<> tellOfLostBody(Work &work, const AttemptRecord &attempt);

/// Reads session/status of every session that is worth it, by the poll plan and a few at a time. Engine thread.
class Follower
{
public:
    Follower(EngineParts &parts, Worker &worker);

    /// Fills the plan from the store; once, at start.
    [[nodiscard]] Result<> start();
    /// The payout changed: plan it anew. `soon`: read it next.
    void replan(const PayoutRecord &payout, bool soon);
    /// Stores the readings that have come.
    void takeReplies();
    /// Sends the status calls that are due. Harmless while frozen: status is always allowed (L14).
    void tick();
    /// Whether a payout in that state is being followed.
    [[nodiscard]] bool follows(PayoutState state) const;
    /// Nothing while all the calls that may be are on their way, or the key is locked.
    [[nodiscard]] std::optional<Instant> nextDue() const;
    /// Any call's end tells whether the bank is there. True: that is news.
    bool noteContact(const TransportReply &reply);
    [[nodiscard]] std::optional<bool> bankReachable() const { return m_reachable; }
    [[nodiscard]] std::optional<Instant> lastContact() const { return m_lastContact; }

private:
    struct Plan
    {
        Pause pause; ///< until the next reading
        Instant since{};
        int readings = 0;
        PayoutState state = PayoutState::draft;
    };
    struct Question
    {
        PayoutId id;
        AttemptRecord attempt;
        qint64 number = 0;
    };
    struct Reply
    {
        Question question;
        CallOutcome outcome;
        QByteArray message;
    };
    [[nodiscard]] bool mayRead() const;
    [[nodiscard]] std::optional<PayoutId> mostDue(Instant now) const;
    void send(const QList<PayoutId> &ids);
    void sign(const Question &question);
    void ask(const Question &question, QByteArray body, QByteArray signature);
    void take(const Question &question, TransportReply reply);
    [[nodiscard]] Result<> store(Work &work, const Reply &reply);
    void storeOneByOne(const QList<Reply> &replies);
    void tellUnstored(const Reply &reply, const Error &error);
    /// `read`: the bank has told how the payout stands; what brought no word is no reading.
    void planNext(const PayoutId &id, bool read = false);
    [[nodiscard]] Result<> planEnded(Work &work);
    [[nodiscard]] Result<bool> missesReading(Work &work, const PayoutRecord &payout);
    [[nodiscard]] Result<Instant> paidReadingDue(Work &work, const PayoutRecord &payout);
    [[nodiscard]] Result<> checkWaiting(Work &work, const PayoutId &id);

    EngineParts &m_parts;
    Worker &m_worker;
    QHash<PayoutId, Plan> m_plans;
    QSet<PayoutId> m_asked;
    QList<Reply> m_replies;
    bool m_news = false;
    qint64 m_statusNumber = 0;
    int m_failuresInARow = 0;
    std::optional<bool> m_reachable;
    std::optional<Instant> m_lastContact;
};

} // namespace countersign
