#include "payouts/following.h"

#include "core/logcategories.h"
#include "core/try.h"
#include "payouts/offers.h"
#include "payouts/orders.h"
#include "payouts/pollplan.h"

namespace countersign {

using namespace std::chrono_literals;

namespace {

constexpr int questionsAtOnce = 4;
constexpr auto longestUnread = 24h;         // a bank that says nothing about an ended payout is not asked for ever
constexpr std::chrono::days endedWatch{30}; // nobody pays again what has ended longer ago

bool isEnded(PayoutState state)
{
    return state == PayoutState::failed || state == PayoutState::cancelled || state == PayoutState::returned;
}

/// The bank is reached when any HTTP status came back.
bool reached(const TransportReply &reply)
{
    return reply.httpStatus != 0;
}

/// 429 and 503 slow everything down; so does a bank that can't be reached.
milliseconds backOff(int failuresInARow)
{
    return std::min<milliseconds>(5s * (1 << std::min(failuresInARow, 6)), 5min);
}

} // namespace

Follower::Follower(EngineParts &parts, Worker &worker) : m_parts(parts), m_worker(worker) {}

Result<> Follower::start()
{
    return m_worker.run([this](Work &work) -> Result<> {
        QList<PayoutState> live;
        for (int i = 0; i < payoutStateCount; ++i) {
            const auto state = static_cast<PayoutState>(i);
            if (isLive(state)) live.append(state);
        }
        COUNTERSIGN_TRY_INTO(open, work.tx.payoutsInStates(live));
        COUNTERSIGN_TRY_INTO(paid, work.tx.payoutsInStates({PayoutState::paid}, work.now - longestPaidWatch));
        for (const PayoutRecord &payout : std::as_const(open))
            replan(payout, true);
        for (const PayoutRecord &payout : std::as_const(paid)) {
            COUNTERSIGN_TRY_INTO(due, paidReadingDue(work, payout));
            replan(payout, due <= work.now);
            if (const auto plan = m_plans.find(payout.id); plan != m_plans.end()) plan->pause.endBy(due);
        }
        return planEnded(work);
    });
}

/// What ended before the last run stopped may still miss the second reading that paying again needs (L12).
Result<> Follower::planEnded(Work &work)
{
    COUNTERSIGN_TRY_INTO(ended,
                         work.tx.payoutsInStates({PayoutState::failed, PayoutState::cancelled, PayoutState::returned},
                                                 work.now - endedWatch));
    for (const PayoutRecord &payout : std::as_const(ended)) {
        if (payout.attempt.isEmpty()) continue;
        COUNTERSIGN_TRY_INTO(missing, missesReading(work, payout));
        if (missing) replan(payout, false);
    }
    return {};
}

/// Mostly the newest few tell; what they do not show may be further back.
Result<bool> Follower::missesReading(Work &work, const PayoutRecord &payout)
{
    COUNTERSIGN_TRY_INTO(attempt, work.tx.attempt(payout.attempt));
    for (const int newest : {4, 50}) {
        COUNTERSIGN_TRY_INTO(observations, work.tx.observations(attempt.sessionId, newest));
        if (!payAgainFrom(payout, observations)) return false;
    }
    return true;
}

/// Daily, whenever the program runs: a day after the latest reading, and not after the latest start.
Result<Instant> Follower::paidReadingDue(Work &work, const PayoutRecord &payout)
{
    COUNTERSIGN_TRY_INTO(attempt, work.tx.attempt(payout.attempt));
    for (const int newest : {1, 10}) {
        COUNTERSIGN_TRY_INTO(observations, work.tx.observations(attempt.sessionId, newest));
        for (const ObservationRecord &observation : std::as_const(observations)) {
            if (observation.source == ObservationSource::status) return observation.observedAt + 24h;
        }
    }
    return work.now;
}

void Follower::replan(const PayoutRecord &payout, bool soon)
{
    const Instant now = m_parts.clock.now();
    Plan plan = m_plans.value(payout.id);
    if (plan.state != payout.state || plan.since != payout.stateSince) {
        plan = {.pause = {now, 0ms}, .since = payout.stateSince, .readings = 0, .state = payout.state};
        const auto interval = pollInterval(payout.state, payout.stateSince, now, 0);
        if (!interval || payout.attempt.isEmpty()) {
            m_plans.remove(payout.id);
            if (!soon || payout.attempt.isEmpty()) return;
        } else {
            plan.pause = {now, *interval};
        }
    }
    if (soon) plan.pause = {now, 0ms};
    m_plans.insert(payout.id, plan);
}

bool Follower::mayRead() const
{
    // What falls due before the key is unlocked stays due: a paid payout's day must not pass while a password is typed.
    // A bank that does not answer is asked one question at a time.
    const qsizetype most = m_failuresInARow > 0 ? 1 : questionsAtOnce;
    return m_asked.size() < most && m_parts.signer.bits() > 0;
}

std::optional<Instant> Follower::nextDue() const
{
    std::optional<Instant> next;
    if (!mayRead()) return next; // an answer or the key wakes the driver, or the lease does
    const Instant now = m_parts.clock.now();
    for (auto it = m_plans.constBegin(); it != m_plans.constEnd(); ++it) {
        const Instant due = it->pause.end(now);
        if (!m_asked.contains(it.key()) && (!next || due < *next)) next = due;
    }
    return next;
}

std::optional<PayoutId> Follower::mostDue(Instant now) const
{
    auto next = m_plans.constEnd();
    for (auto it = m_plans.constBegin(); it != m_plans.constEnd(); ++it) {
        if (!it->pause.isOver(now) || m_asked.contains(it.key())) continue;
        if (next == m_plans.constEnd() || it->pause < next->pause) next = it;
    }
    return next == m_plans.constEnd() ? std::nullopt : std::optional(next.key());
}

bool Follower::follows(PayoutState state) const
{
    return std::any_of(m_plans.begin(), m_plans.end(), [state](const Plan &plan) { return plan.state == state; });
}

void Follower::tick()
{
    const Instant now = m_parts.clock.now();
    QList<PayoutId> due;
    while (mayRead()) {
        const auto id = mostDue(now);
        if (!id) break;
        m_asked.insert(*id);
        due.append(*id);
    }
    if (!due.isEmpty()) send(due);
}

void Follower::send(const QList<PayoutId> &ids)
{
    QHash<PayoutId, AttemptRecord> attempts;
    (void)m_worker.run([&](Work &work) -> Result<> {
        for (const PayoutId &id : ids) {
            if (const auto subject = loadCase(work, id)) attempts.insert(id, subject->attempt);
        }
        return {};
    });
    for (const PayoutId &id : ids) {
        const AttemptRecord attempt = attempts.value(id);
        if (!attempt.sessionId.isEmpty()) {
            sign({.id = id, .attempt = attempt, .number = ++m_statusNumber});
        } else {
            m_asked.remove(id);
            planNext(id);
        }
    }
}

void Follower::sign(const Question &question)
{
    const QByteArray body = m_parts.protocol.statusBody(question.attempt.sessionId);
    m_parts.signing.sign(body, [this, question, body](Result<QByteArray> signature) {
        if (signature) return ask(question, body, *std::move(signature));
        m_asked.remove(question.id); // locked: asked again when the plan says so
        planNext(question.id);
    });
}

void Follower::ask(const Question &question, QByteArray body, QByteArray signature)
{
    m_parts.statusLane.transmit(
        {CallKind::status, m_parts.protocol.path(CallKind::status), std::move(body), std::move(signature), {}},
        [this, question](TransportReply reply) { take(question, std::move(reply)); });
}

bool Follower::noteContact(const TransportReply &reply)
{
    const std::optional<bool> was = m_reachable;
    m_reachable = reached(reply);
    if (reached(reply)) m_lastContact = m_parts.clock.now();
    return was != m_reachable;
}

void Follower::take(const Question &question, TransportReply reply)
{
    m_news = noteContact(reply) || m_news;
    const bool slow = !reached(reply) || reply.httpStatus == 429 || reply.httpStatus == 503;
    m_failuresInARow = slow ? m_failuresInARow + 1 : 0;
    const QByteArray message = reply.body;
    m_replies.append(
        {question, m_parts.protocol.classify(CallKind::status, question.attempt.sessionId, std::move(reply)), message});
    m_worker.wake();
}

/// Readings that come together share one commit.
void Follower::takeReplies()
{
    if (m_replies.isEmpty()) return;
    const QList<Reply> replies = std::exchange(m_replies, {});
    const auto stored = m_worker.run([&](Work &work) -> Result<> {
        if (m_news) work.overviewChanged = true;
        for (const Reply &reply : replies)
            COUNTERSIGN_TRY(store(work, reply));
        return {};
    });
    m_news = m_news && !stored;
    if (!stored) storeOneByOne(replies);
    for (const Reply &reply : replies) {
        m_asked.remove(reply.question.id);
        planNext(reply.question.id, reply.outcome.sendClass == SendClass::ok);
    }
}

void Follower::storeOneByOne(const QList<Reply> &replies)
{
    for (const Reply &reply : replies) {
        const auto stored = m_worker.run([&](Work &work) { return store(work, reply); });
        if (!stored) tellUnstored(reply, stored.error());
    }
}

void Follower::tellUnstored(const Reply &reply, const Error &error)
{
    qCWarning(logPayouts) << "status reading not stored:" << errorCodeName(error.code);
    if (isFailedWrite(error.code)) return;
    (void)m_worker.run([&](Work &work) {
        work.changed.insert(reply.question.id);
        return raiseAlarm(work, {.kind = AlarmKind::unreadable,
                                 .payout = reply.question.id,
                                 .sessionId = reply.question.attempt.sessionId,
                                 .detail = errorCodeName(error.code) + QLatin1Char(' ') + error.detail,
                                 .raisedAt = work.now});
    });
}

Result<> Follower::store(Work &work, const Reply &reply)
{
    const ReadingSource source{
        ObservationSource::status, QStringLiteral("status/%1").arg(reply.question.number), reply.message, {}};
    work.changed.insert(reply.question.id);
    if (reply.outcome.sendClass == SendClass::ok && reply.outcome.reading) {
        COUNTERSIGN_TRY(takeReading(work, m_parts, *reply.outcome.reading, source));
    } else if (saysUnknownSession(reply.outcome)) {
        COUNTERSIGN_TRY(takeGone(work, m_parts, reply.question.attempt.sessionId, source));
    }
    return checkWaiting(work, reply.question.id);
}

/// `ready` for ten minutes without confirm_information: a person has to look (section 6, WB).
Result<> Follower::checkWaiting(Work &work, const PayoutId &id)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    COUNTERSIGN_TRY(doubtTakenCancel(work, subject));
    if (subject.payout.state != PayoutState::waitBank || subject.attempt.rank != 2) return {};
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(subject.attempt.sessionId, 1000));
    std::optional<Instant> readySince;
    for (const ObservationRecord &observation : std::as_const(observations)) {
        if (observation.kind == ObservationKind::ready) readySince = observation.observedAt;
    }
    if (!readySince || work.now - *readySince < 10min) return {};
    subject.payout.reasonCode = confirmInfoMissing();
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::waitedForAnswer, {}));
    return {};
}

void Follower::planNext(const PayoutId &id, bool read)
{
    const auto it = m_plans.find(id);
    if (it == m_plans.end()) return;
    const Instant now = m_parts.clock.now();
    // Paying again counts readings (L12), everything else the questions: its pace slows down without answers too.
    const bool unread = isEnded(it->state) && !read;
    if (!unread) ++it->readings;
    const auto interval = pollInterval(it->state, it->since, now, unread ? 1 : it->readings);
    if (!interval || (unread && now - it->since > longestUnread)) {
        m_plans.erase(it);
        return;
    }
    it->pause = {now, std::max(*interval, m_failuresInARow > 0 ? backOff(m_failuresInARow) : milliseconds{0})};
}

} // namespace countersign
