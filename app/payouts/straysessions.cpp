#include "payouts/straysessions.h"

#include "core/logcategories.h"
#include "core/try.h"
#include "payouts/following.h"
#include "payouts/lostcommits.h"
#include "payouts/lostpayouts.h"
#include "payouts/pollplan.h"

namespace countersign {

using namespace std::chrono_literals;

namespace {

/// The payout that was sent in this session with a content that nobody knows here (K15); empty: none.
Result<PayoutId> payoutThatNames(Work &work, const QString &sessionId)
{
    COUNTERSIGN_TRY_INTO(alarms, work.tx.openAlarmsOfSession(sessionId));
    const auto found = std::find_if(alarms.begin(), alarms.end(), [](const AlarmRecord &alarm) {
        return alarm.kind == AlarmKind::journalAhead && !alarm.payout.isEmpty();
    });
    return found == alarms.end() ? PayoutId() : found->payout;
}

} // namespace

StraySessions::StraySessions(EngineParts &parts, Worker &worker) : m_parts(parts), m_worker(worker) {}

Result<> StraySessions::start()
{
    return m_worker.run([this](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(sessions, work.tx.sessionsBeingGivenUp());
        for (const QString &sessionId : std::as_const(sessions))
            watch(sessionId);
        COUNTERSIGN_TRY_INTO(alarms, work.tx.openAlarms());
        for (const AlarmRecord &alarm : std::as_const(alarms)) {
            if (alarm.kind == AlarmKind::journalAhead && !alarm.payout.isEmpty()) watch(alarm.sessionId);
        }
        if (const auto lostAt = lostCommitsFound(alarms)) {
            COUNTERSIGN_TRY_INTO(unread, work.tx.sessionsUnreadSince(*lostAt));
            for (const QString &sessionId : std::as_const(unread))
                watch(sessionId);
        }
        return {};
    });
}

void StraySessions::watch(const QString &sessionId)
{
    const Instant now = m_parts.clock.now();
    if (!m_plans.contains(sessionId)) m_plans.insert(sessionId, {.since = now, .pause = {now, 0ms}});
}

std::optional<Instant> StraySessions::nextDue() const
{
    std::optional<Instant> next;
    if (!mayRead()) return next;
    const Instant now = m_parts.clock.now();
    for (const Plan &plan : m_plans)
        next = std::min(next.value_or(plan.pause.end(now)), plan.pause.end(now));
    return next;
}

void StraySessions::tick()
{
    if (!mayRead()) return;
    for (auto it = m_plans.constBegin(); it != m_plans.constEnd(); ++it) {
        if (it->pause.isOver(m_parts.clock.now())) return send(QString(it.key()));
    }
}

void StraySessions::send(const QString &sessionId)
{
    m_asked = sessionId;
    const QByteArray body = m_parts.protocol.statusBody(sessionId);
    m_parts.signing.sign(body, [this, sessionId, body](Result<QByteArray> signature) {
        if (!signature) return planNext(sessionId); // locked: asked again when the plan says so
        m_parts.statusLane.transmit(
            {CallKind::status, m_parts.protocol.path(CallKind::status), body, *std::move(signature), {}},
            [this, sessionId](TransportReply reply) {
                const QByteArray message = reply.body;
                m_reply = {sessionId, m_parts.protocol.classify(CallKind::status, sessionId, std::move(reply)),
                           message};
                m_worker.wake();
            });
    });
}

void StraySessions::planNext(const QString &sessionId)
{
    m_asked.clear();
    const auto it = m_plans.find(sessionId);
    if (it == m_plans.end()) return;
    const Instant now = m_parts.clock.now();
    it->pause = {now, pollInterval(PayoutState::cancelUnknown, it->since, now, it->readings++).value_or(10min)};
}

void StraySessions::takeReplies()
{
    if (!m_reply) return;
    const Reply reply = *std::exchange(m_reply, std::nullopt);
    bool ended = false;
    const auto stored = m_worker.run([&](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(over, store(work, reply));
        ended = over;
        return {};
    });
    if (!stored)
        qCWarning(logPayouts) << "reading of a stray session not stored:" << errorCodeName(stored.error().code);
    const bool said = saysUnknownSession(reply.outcome) || reply.outcome.reading;
    if (stored && said) m_read.insert(reply.sessionId);
    if (stored && ended) m_plans.remove(reply.sessionId);
    planNext(reply.sessionId);
}

/// Read once: nothing of a payout leaves while nobody knows with what content it was sent.
Result<QList<JournalEntry>> StraySessions::entriesOf(const PayoutId &payout)
{
    if (!m_journal) {
        COUNTERSIGN_TRY_INTO(journal, m_parts.journal.entries());
        m_journal.emplace();
        for (const JournalEntry &entry : std::as_const(journal))
            (*m_journal)[entry.payout].append(entry);
    }
    return m_journal->value(payout);
}

Result<bool> StraySessions::store(Work &work, const Reply &reply)
{
    const ReadingSource source{ObservationSource::status, QStringLiteral("status/stray"), reply.message, {}};
    COUNTERSIGN_TRY_INTO(attempt, work.tx.attemptOfSession(reply.sessionId));
    COUNTERSIGN_TRY_INTO(payout, payoutThatNames(work, reply.sessionId));
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    if (!attempt && !freeze.frozen && payout.isEmpty()) return true; // a person has seen it
    if (saysUnknownSession(reply.outcome)) {
        if (attempt) COUNTERSIGN_TRY(takeGone(work, m_parts, reply.sessionId, source));
        if (!payout.isEmpty()) COUNTERSIGN_TRY(tellUnknown(work, reply.sessionId, payout, ObservationKind::gone));
        return false;
    }
    if (reply.outcome.sendClass != SendClass::ok || !reply.outcome.reading) return false;
    const SessionReading &reading = *reply.outcome.reading;
    if (!attempt && !payout.isEmpty()) {
        COUNTERSIGN_TRY_INTO(entries, entriesOf(payout));
        COUNTERSIGN_TRY(takeLostContent(work, m_parts, payout, reading, entries));
        COUNTERSIGN_TRY_INTO(found, work.tx.attemptOfSession(reading.sessionId));
        attempt = found;
    }
    if (attempt) {
        COUNTERSIGN_TRY(takeReading(work, m_parts, reading, source));
    } else {
        COUNTERSIGN_TRY(tellUnknown(work, reply.sessionId, payout, meaningOf(reading)));
    }
    return rankOf(meaningOf(reading), reading.updatedAtMicros, std::nullopt).value_or(0) >= 4;
}

/// The store knows nothing of it: what the bank says of it is shown beside the freeze, and with the payout that it was
/// opened for.
Result<> StraySessions::tellUnknown(Work &work, const QString &sessionId, const PayoutId &payout, ObservationKind seen)
{
    if (!payout.isEmpty()) work.changed.insert(payout);
    return raiseAlarm(work,
                      {.kind = AlarmKind::journalAhead,
                       .payout = payout,
                       .sessionId = sessionId,
                       .detail = observationWord(seen),
                       .raisedAt = work.now},
                      AlarmSameness::kindAndDetail);
}

} // namespace countersign
