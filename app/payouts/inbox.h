#pragma once

#include "payouts/parts.h"
#include "payouts/work.h"
#include "ports/inboxport.h"

namespace countersign {

/// Stores what receivers hand in, then processes it in the order of arrival (payout-lifecycle.md section 7).
/// Engine thread.
class Inbox
{
public:
    struct Delivery
    {
        IncomingMessage message;
        InboxPort::Done done;
    };

    Inbox(EngineParts &parts, Worker &worker);

    /// Verifies each, stores the good ones in one transaction, and answers every `done` after its commit.
    void accept(QList<Delivery> deliveries);
    /// Processes a batch of what is stored and not yet processed; a crash here repeats it with the same result (K9,
    /// K10). True: there is or may be more to do.
    [[nodiscard]] bool process();
    /// Hourly, and when a session became known: messages of unknown sessions are matched again; an unmatched
    /// `ready_to_confirm` older than five minutes raises its alarm.
    void matchAgain();
    [[nodiscard]] std::optional<Instant> lastStored() const { return m_lastStored; }
    /// How many messages were not signed by the bank, in this run; nothing else is kept of them.
    [[nodiscard]] qint64 refused() const { return m_refused; }

private:
    /// Of what the bank did not sign (no key) nothing is stored.
    [[nodiscard]] Result<> store(Work &work, const QList<Delivery> &deliveries,
                                 const QList<std::optional<QString>> &keys, QList<InboxVerdict> &verdicts);
    [[nodiscard]] Result<> processTogether(Work &work, QList<InboxRecord> &waiting);
    [[nodiscard]] Result<> processOne(Work &work, const InboxRecord &message);
    /// False: a message could not even be put into quarantine; it and the later ones wait.
    [[nodiscard]] bool processOneByOne(const QList<InboxRecord> &messages);
    [[nodiscard]] Result<> quarantine(Work &work, const InboxRecord &message, const Error &error);
    [[nodiscard]] Result<> matchOne(Work &work, const InboxRecord &message);

    EngineParts &m_parts;
    Worker &m_worker;
    std::optional<Instant> m_lastStored;
    qint64 m_refused = 0;
    bool m_mayBeUnmatched = true; ///< false: no message waits for its session
};

} // namespace countersign
