#pragma once

#include "ports/inboxport.h"

#include <QList>

#include <mutex>
#include <optional>

namespace countersign {

/// An inbox that remembers what it was handed, and answers at once or when told. Thread-safe.
class HeldInbox final : public InboxPort
{
public:
    explicit HeldInbox(std::optional<InboxVerdict> verdict = InboxVerdict::stored) : m_verdict(verdict) {}

    void deliver(IncomingMessage message, Done done) override
    {
        std::optional<InboxVerdict> verdict;
        {
            const std::lock_guard lock(m_mutex);
            m_messages << message;
            verdict = m_verdict;
            if (!verdict) m_held << done;
        }
        if (verdict) done(*verdict);
    }

    /// What the next messages get; without a value they wait for answerHeld().
    void answerWith(std::optional<InboxVerdict> verdict)
    {
        const std::lock_guard lock(m_mutex);
        m_verdict = verdict;
    }

    void answerHeld(InboxVerdict verdict)
    {
        QList<Done> held;
        {
            const std::lock_guard lock(m_mutex);
            held.swap(m_held);
        }
        for (const Done &done : held)
            done(verdict);
    }

    QList<IncomingMessage> messages() const
    {
        const std::lock_guard lock(m_mutex);
        return m_messages;
    }

    qsizetype count() const { return messages().size(); }

private:
    mutable std::mutex m_mutex;
    std::optional<InboxVerdict> m_verdict;
    QList<IncomingMessage> m_messages;
    QList<Done> m_held;
};

} // namespace countersign
