#pragma once

#include "payouts/payoutdesk.h"

#include <QTimer>

#include <deque>

namespace countersign {

/// A draft as a person has seen it in a list.
struct ListedDraft
{
    PayoutId id;
    QByteArray sha256; ///< of its bytes then: another draft than this is not sent in its place
    friend bool operator==(const ListedDraft &, const ListedDraft &) = default;
};

/// Sends drafts for checking, one after the other in the given order and at a given pace. What was not sent yet is
/// still a draft: after a pause, a stop, a closed window or a crash nothing is half-done, and nothing leaves by itself.
/// A draft that is refused for itself (not valid, a new recipient, an earlier payout that looks the same, changed since
/// it was listed) is left out and the others go on; what would refuse them all (frozen, key locked, store) pauses the
/// batch. Window's thread.
class BatchSending final : public QObject
{
    Q_OBJECT
public:
    enum class Standing { idle, sending, paused, ended };
    /// The next one is not handed over before this many were taken: a freeze in the middle finds most still drafts.
    static constexpr int atOnce = 4;

    /// The desk must outlive it.
    explicit BatchSending(PayoutDesk &desk, QObject *parent = nullptr);

    /// `perMinute`: at most so many; 0: as fast as they are taken. Only while idle or ended.
    void start(const QList<ListedDraft> &drafts, int perMinute);
    void pause();
    void resume();
    /// The rest stays drafts; what is being handed over just now is still told.
    void stop();

    [[nodiscard]] Standing standing() const { return m_standing; }
    [[nodiscard]] qsizetype waiting() const { return static_cast<qsizetype>(m_waiting.size()); }
    [[nodiscard]] int sent() const { return m_sent; }
    [[nodiscard]] int refused() const { return m_refused; }
    /// Why it paused by itself; no value: a person paused it, or it is not paused.
    [[nodiscard]] const std::optional<Error> &obstacle() const { return m_obstacle; }

Q_SIGNALS:
    void sentOne(const countersign::PayoutId &id);
    void refusedOne(const countersign::PayoutId &id, const countersign::Error &error);
    /// Standing or numbers are others now.
    void changed();

private:
    void goOn();
    void handOver();
    void take(const ListedDraft &draft, const Result<> &result);
    void endWhenDone();

    PayoutDesk &m_desk;
    std::deque<ListedDraft> m_waiting;
    QTimer m_next; ///< runs while the pace forbids the next one
    Standing m_standing = Standing::idle;
    bool m_stopped = false; ///< what is under way is told, and nothing waits any more
    int m_underWay = 0;
    int m_sent = 0;
    int m_refused = 0;
    std::optional<Error> m_obstacle;
};

} // namespace countersign
