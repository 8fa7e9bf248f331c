#include "payouts/following.h"

#include "core/logcategories.h"
#include "core/try.h"
#include "payouts/pollplan.h"

namespace countersign {

using namespace std::chrono_literals;

namespace {

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
        COUNTERSIGN_TRY_INTO(paid, work.tx.payoutsInStates({PayoutState::paid}, work.now - paidWatch));
        for (const PayoutRecord &payout : std::as_const(open))
            replan(payout, true);
        for (const PayoutRecord &payout : std::as_const(paid)) {
            COUNTERSIGN_TRY_INTO(due, paidReadingDue(work, payout));
            replan(payout, due <= work.now);
            if (const auto plan = m_plans.find(payout.id); plan != m_plans.end()) plan->due = std::min(plan->due, due);
        }
        return {};
    });
}

/// Daily, whenever the program runs: a day after the latest reading, and not after the latest start.
Result<Instant> Follower::paidReadingDue(Work &work, const PayoutRecord &payout)
{
    COUNTERSIGN_TRY_INTO(attempt, work.tx.attempt(payout.attempt));
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(attempt.sessionId, 50));
    for (const ObservationRecord &observation : std::as_const(observations)) {
        if (observation.source == ObservationSource::status) return observation.observedAt + 24h;
    }
    return work.now;
}

void Follower::replan(const PayoutRecord &payout, bool soon)
{
    const Instant now = m_parts.clock.now();
    Plan plan = m_plans.value(payout.id);
    if (plan.state != payout.state || plan.since != payout.stateSince) {
        plan = {.due = now, .since = payout.stateSince, .readings = 0, .state = payout.state};
        const auto interval = pollInterval(payout.state, std::max<milliseconds>(now - payout.stateSince, 0ms), 0);
        if (!interval || payout.attempt.isEmpty()) {
            m_plans.remove(payout.id);
            if (!soon || payout.attempt.isEmpty()) return;
        } else {
            plan.due = now + *interval;
        }
    }
    if (soon) plan.due = now;
    m_plans.insert(payout.id, plan);
}

bool Follower::mayRead() const
{
    // What falls due before the key is unlocked stays due: a paid payout's day must not pass while a password is typed.
    return !m_busy && m_parts.signer.bits() > 0;
}

std::optional<Instant> Follower::nextDue() const
{
    std::optional<Instant> next;
    if (!mayRead()) return next; // an answer or the key wakes the driver, or the lease does
    for (const Plan &plan : m_plans) {
        if (!next || plan.due < *next) next = plan.due;
    }
    return next;
}

void Follower::tick()
{
    if (!mayRead() || m_plans.isEmpty()) return;
    const Instant now = m_parts.clock.now();
    auto next = m_plans.constBegin();
    for (auto it = m_plans.constBegin(); it != m_plans.constEnd(); ++it) {
        if (it->due < next->due) next = it;
    }
    if (next->due > now) return;
    send(PayoutId(next.key()));
}

void Follower::send(const PayoutId &id)
{
    AttemptRecord attempt;
    const auto loaded = m_worker.run([&](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
        attempt = subject.attempt;
        return {};
    });
    if (!loaded || attempt.sessionId.isEmpty()) {
        planNext(id);
        return;
    }
    QByteArray body = m_parts.protocol.statusBody(attempt.sessionId);
    auto signature = m_parts.signer.sign(body);
    if (!signature) {
        planNext(id); // locked: asked again when the plan says so
        return;
    }
    m_busy = true;
    ++m_statusNumber;
    m_parts.statusLane.transmit(
        {CallKind::status, m_parts.protocol.path(CallKind::status), std::move(body), *std::move(signature), {}},
        [this, id, attempt](TransportReply reply) { take(id, attempt, std::move(reply)); });
}

bool Follower::noteContact(const TransportReply &reply)
{
    const std::optional<bool> was = m_reachable;
    m_reachable = reached(reply);
    if (reached(reply)) m_lastContact = m_parts.clock.now();
    return was != m_reachable;
}

void Follower::take(const PayoutId &id, const AttemptRecord &attempt, TransportReply reply)
{
    m_busy = false;
    const bool news = noteContact(reply);
    const bool slow = !reached(reply) || reply.httpStatus == 429 || reply.httpStatus == 503;
    m_failuresInARow = slow ? m_failuresInARow + 1 : 0;

    const ReadingSource source{
        ObservationSource::status, QStringLiteral("status/%1").arg(m_statusNumber), reply.body, {}};
    const CallOutcome outcome = m_parts.protocol.classify(CallKind::status, attempt.sessionId, std::move(reply));
    const auto stored = m_worker.run([&](Work &work) -> Result<> {
        if (news) work.overviewChanged = true;
        work.changed.insert(id);
        if (outcome.sendClass == SendClass::ok && outcome.reading) {
            COUNTERSIGN_TRY(takeReading(work, m_parts, *outcome.reading, source));
        } else if (saysUnknownSession(outcome)) {
            COUNTERSIGN_TRY(takeGone(work, m_parts, attempt.sessionId, source));
        }
        return checkWaiting(work, id);
    });
    if (!stored) qCWarning(logPayouts) << "status reading not stored:" << errorCodeName(stored.error().code);
    planNext(id);
}

/// `ready` for ten minutes without confirm_information: a person has to look (section 6, WB).
Result<> Follower::checkWaiting(Work &work, const PayoutId &id)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    if (subject.payout.state != PayoutState::waitBank || subject.attempt.rank != 2) return {};
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(subject.attempt.sessionId, 1000));
    std::optional<Instant> readySince;
    for (const ObservationRecord &observation : std::as_const(observations)) {
        if (observation.kind == ObservationKind::ready) readySince = observation.observedAt;
    }
    if (!readySince || work.now - *readySince < 10min) return {};
    subject.payout.reasonCode = QStringLiteral("confirmInfoMissing");
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::waitedForAnswer, {}));
    return {};
}

void Follower::planNext(const PayoutId &id)
{
    const auto it = m_plans.find(id);
    if (it == m_plans.end()) return;
    const Instant now = m_parts.clock.now();
    ++it->readings;
    const auto interval = pollInterval(it->state, std::max<milliseconds>(now - it->since, 0ms), it->readings);
    if (!interval) {
        m_plans.erase(it);
        return;
    }
    it->due = now + std::max(*interval, m_failuresInARow > 0 ? backOff(m_failuresInARow) : milliseconds{0});
}

} // namespace countersign
