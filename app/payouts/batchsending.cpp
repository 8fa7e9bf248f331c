#include "payouts/batchsending.h"

#include "core/futures.h"

namespace countersign {

namespace {

constexpr int minute = 60'000; // milliseconds

/// Refuses every other draft too, until a person has done something about it.
bool refusesAll(ErrorCode code)
{
    switch (code) {
    case ErrorCode::frozen:
    case ErrorCode::signerLocked:
    case ErrorCode::storeWriteFailed:
    case ErrorCode::diskFull:
    case ErrorCode::storeUnavailable:
        return true;
    default:
        return false;
    }
}

} // namespace

BatchSending::BatchSending(PayoutDesk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &BatchSending::goOn);
}

void BatchSending::start(const QList<ListedDraft> &drafts, int perMinute)
{
    if (m_standing == Standing::sending || m_standing == Standing::paused) return;
    m_waiting.assign(drafts.begin(), drafts.end());
    m_next.setInterval(perMinute > 0 ? minute / perMinute : 0);
    m_sent = 0;
    m_refused = 0;
    m_stopped = false;
    resume();
}

void BatchSending::resume()
{
    if (m_standing == Standing::sending) return;
    m_standing = Standing::sending;
    m_obstacle.reset();
    Q_EMIT changed();
    goOn();
}

void BatchSending::pause()
{
    if (m_standing != Standing::sending || m_stopped) return;
    m_standing = Standing::paused;
    m_next.stop();
    Q_EMIT changed();
}

void BatchSending::stop()
{
    m_waiting.clear();
    m_next.stop();
    m_stopped = true;
    if (m_standing == Standing::paused) m_standing = Standing::sending; // until the last one has been told
    endWhenDone();
    Q_EMIT changed();
}

void BatchSending::goOn()
{
    while (m_standing == Standing::sending && m_underWay < atOnce && !m_waiting.empty() && !m_next.isActive())
        handOver();
    endWhenDone();
}

void BatchSending::handOver()
{
    const ListedDraft draft = m_waiting.front();
    m_waiting.pop_front();
    ++m_underWay;
    if (m_next.interval() > 0) m_next.start();
    const SendingActs acts{.recipient = {}, .typedDigits = {}, .knownEarlier = {}, .draftSha256 = draft.sha256};
    watch(m_desk.sendForChecking(draft.id, acts), this, [this, draft](const Result<> &result) { take(draft, result); });
}

void BatchSending::take(const ListedDraft &draft, const Result<> &result)
{
    --m_underWay;
    if (result) {
        ++m_sent;
        Q_EMIT sentOne(draft.id);
    } else if (refusesAll(result.error().code)) {
        if (!m_stopped) m_waiting.push_front(draft); // a draft still
        pause();
        m_obstacle = result.error();
    } else {
        ++m_refused;
        Q_EMIT refusedOne(draft.id, result.error());
    }
    goOn();
    Q_EMIT changed();
}

void BatchSending::endWhenDone()
{
    if (m_standing == Standing::sending && m_underWay == 0 && m_waiting.empty()) m_standing = Standing::ended;
}

} // namespace countersign
