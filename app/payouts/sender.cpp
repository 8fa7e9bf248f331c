#include "payouts/sender.h"

#include "core/logcategories.h"
#include "core/try.h"
#include "payouts/following.h"

namespace countersign {

using namespace std::chrono_literals;

namespace {

constexpr auto lookAgainAfter = 10s;

bool isWaitedFor(PayoutState state)
{
    return state == PayoutState::queued || state == PayoutState::open || state == PayoutState::approved;
}

/// Not their count: what is written back from the journal may begin with a later one.
int numberAfter(const QList<SendRecord> &earlier)
{
    return earlier.isEmpty() ? 1 : earlier.last().number + 1;
}

} // namespace

Sender::Sender(EngineParts &parts, Worker &worker, Contact contact, MayLeave mayLeave)
    : m_parts(parts), m_worker(worker), m_contact(std::move(contact)), m_mayLeave(std::move(mayLeave))
{
}

void Sender::note(const PayoutRecord &payout)
{
    m_lookAgain.remove(payout.id);
    m_setAside.remove(payout.id); // it is another case now
    for (auto &waiting : m_waiting)
        waiting.remove(payout.number);
    if (isWaitedFor(payout.state)) m_waiting[payout.state].insert(payout.number, payout.id);
}

bool Sender::hasWork() const
{
    return m_callsExpectedFrom ||
           std::any_of(m_waiting.begin(), m_waiting.end(), [](const auto &waiting) { return !waiting.isEmpty(); });
}

void Sender::expectCalls()
{
    // Never earlier than before: a clock that was set back must not make an intent be forgotten that is due later.
    m_callsExpectedFrom = std::max(m_callsExpectedFrom.value_or(Instant{}), m_parts.clock.now());
}

int Sender::room() const
{
    if (m_reach.failures == 0) return m_parts.settings.callsAtOnce - static_cast<int>(m_underWay.size());
    return m_underWay.isEmpty() && m_reach.pause.isOver(m_parts.clock.now()) ? 1 : 0;
}

void Sender::waitUntil(Instant due)
{
    if (!m_nextDue || due < *m_nextDue) m_nextDue = due;
}

std::optional<Instant> Sender::nextDue() const
{
    if (!maySend() || !hasWork()) return std::nullopt;
    if (room() > 0) return m_nextDue;
    if (!m_underWay.isEmpty()) return std::nullopt; // a call's end wakes whoever waits
    return m_reach.pause.end(m_parts.clock.now());
}

bool Sender::isFree(const PayoutId &id, const Batch &batch, Instant now)
{
    if (m_underWay.contains(id) || m_setAside.contains(id)) return false;
    if (const auto it = m_backOff.constFind(id); it != m_backOff.constEnd() && !it->pause.isOver(now)) {
        waitUntil(it->pause.end(now));
        return false;
    }
    return std::none_of(batch.begin(), batch.end(),
                        [&](const Prepared &prepared) { return prepared.intent.payout == id; });
}

IntentRecord Sender::newIntent(const Work &work, const AttemptRecord &attempt, CallKind kind, QByteArray body)
{
    const QByteArray digest = sha256Hex(body);
    return {.id = {m_parts.ids.next()},
            .attempt = attempt.id,
            .payout = attempt.payout,
            .kind = kind,
            .body = std::move(body),
            .bodySha256 = digest,
            .idempotencyKey = m_parts.settings.sendIdempotencyKey ? m_parts.ids.next() : QString(),
            .status = IntentStatus::inflight,
            .notBefore = work.now,
            .createdAt = work.now};
}

Result<QJsonObject> Sender::metadata(Work &work, const AttemptRecord &attempt) const
{
    // An extra witness if it comes back; matching never depends on it (section 3).
    COUNTERSIGN_TRY_INTO(head, work.tx.auditHead());
    return QJsonObject{{QStringLiteral("i"), attempt.payout.text},
                       {QStringLiteral("a"), attempt.number},
                       {QStringLiteral("h"), QString::fromLatin1(head.left(32))}};
}

Result<> Sender::inflight(Work &work, Batch &batch, IntentRecord intent, const QString &sessionId, int number)
{
    if (number == 1 && intent.kind != CallKind::cancel) {
        COUNTERSIGN_TRY(work.tx.insertIntent(intent));
    } else {
        COUNTERSIGN_TRY(work.tx.setIntentStatus(intent.id, IntentStatus::inflight, work.now));
    }
    SendRecord send{.intent = intent.id, .number = number, .fence = m_fence, .startedAt = work.now};
    COUNTERSIGN_TRY(work.tx.insertSend(send));
    batch.append({std::move(intent), std::move(send), sessionId});
    return {};
}

Result<> Sender::prepare(Work &work, Batch &batch)
{
    COUNTERSIGN_TRY_INTO(fence, work.tx.currentFence(QStringLiteral("sender")));
    if (fence != m_fence) return {}; // another sender holds the lease (section 11)
    COUNTERSIGN_TRY_INTO(ready, work.tx.readyIntents(work.now));
    // An intent that became ready before the clock was set back is not due yet.
    if (ready.isEmpty() && m_callsExpectedFrom <= work.now) m_callsExpectedFrom.reset();
    // Cancels first: they are allowed while frozen and never cost money.
    COUNTERSIGN_TRY(prepareCancels(work, ready, batch));
    COUNTERSIGN_TRY(prepareEach(work, batch, PayoutState::approved, &Sender::confirmThrough));
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    if (freeze.frozen) return {};
    COUNTERSIGN_TRY(prepareResends(work, ready, batch));
    if (!withinHours(m_parts.settings, work.now)) return {}; // waits
    COUNTERSIGN_TRY(prepareEach(work, batch, PayoutState::open, &Sender::startOne));
    return prepareEach(work, batch, PayoutState::queued, &Sender::createOne);
}

Result<> Sender::prepareEach(Work &work, Batch &batch, PayoutState state, PrepareOne one)
{
    const auto waiting = m_waiting.value(state); // a copy: preparing changes nothing here, committing does
    for (const PayoutId &id : waiting) {
        if (isFull(batch)) return {};
        if (!isFree(id, batch, work.now) || !m_lookAgain.value(id).isOver(work.now)) continue;
        m_inHand = id;
        COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
        if (subject.payout.state == state) COUNTERSIGN_TRY((this->*one)(work, subject, batch));
    }
    return {};
}

Result<> Sender::prepareCancels(Work &work, const QList<IntentRecord> &ready, Batch &batch)
{
    for (const IntentRecord &intent : ready) {
        if (isFull(batch)) return {};
        if (intent.kind != CallKind::cancel || !isFree(intent.payout, batch, work.now)) continue;
        m_inHand = intent.payout;
        COUNTERSIGN_TRY_INTO(attempt, work.tx.attempt(intent.attempt));
        COUNTERSIGN_TRY_INTO(earlier, work.tx.sends(intent.id));
        COUNTERSIGN_TRY_INTO(body, bodyToRepeat(work, m_parts, intent, attempt.sessionId));
        if (!body) {
            COUNTERSIGN_TRY(work.tx.setIntentStatus(intent.id, IntentStatus::unknown, work.now));
            COUNTERSIGN_TRY(tellOfLostBody(work, attempt));
            continue;
        }
        IntentRecord whole = intent;
        whole.body = *body;
        COUNTERSIGN_TRY(
            work.tx.appendAudit(QStringLiteral("cancelSent"), {{QStringLiteral("payout"), intent.payout.text},
                                                               {QStringLiteral("session"), attempt.sessionId},
                                                               {QStringLiteral("bytes"), body->size()}}));
        work.changed.insert(intent.payout);
        COUNTERSIGN_TRY(inflight(work, batch, std::move(whole), attempt.sessionId, numberAfter(earlier)));
    }
    return {};
}

Result<Sender::Judged> Sender::judge(Work &work, const Case &subject, PayoutState needed) const
{
    COUNTERSIGN_TRY_INTO(decisions, work.tx.decisions(subject.attempt.id));
    const auto decision = std::find_if(decisions.begin(), decisions.end(), [](const DecisionRecord &each) {
        return each.kind == DecisionKind::approve && !each.voided;
    });
    if (decision == decisions.end()) return Judged{.refusal = Guard::g9};
    COUNTERSIGN_TRY_INTO(answer, whereReadable(answerOnFile(work, m_parts, subject)));
    if (!answer) return Judged{.refusal = Guard::g6};
    COUNTERSIGN_TRY_INTO(facts, gateFacts(work, m_parts, subject, *answer, *decision, m_standing, needed));
    return Judged{firstRefusal(facts), *decision, *answer};
}

bool Sender::holdsWhatWasDecided(const QByteArray &body, const DecisionRecord &decision) const
{
    const auto slice = m_parts.protocol.slice(body);
    return slice && *slice && sha256Hex(**slice) == decision.confirmInfoSha256;
}

Result<> Sender::confirmThrough(Work &work, Case &subject, Batch &batch)
{
    COUNTERSIGN_TRY_INTO(judged, judge(work, subject, PayoutState::approved));
    if (judged.refusal) {
        if (!passesByWaiting(*judged.refusal)) return sendBack(work, subject, *judged.refusal);
        m_lookAgain.insert(subject.payout.id, {work.now, lookAgainAfter}); // or when its status was read (G12)
        return {};
    }
    // L1 is the schema's; asked here first, so that it is a guard with a name and not a failed write.
    COUNTERSIGN_TRY_INTO(confirmed, confirmedElsewhere(work, subject.payout.id, {}));
    if (confirmed) return sendBack(work, subject, Guard::g11);

    QByteArray body = m_parts.protocol.decisionBody(subject.attempt.sessionId, judged.answer->info.bytes);
    // L7: what stands in the finished body is cut out again and must be what was decided about.
    if (!holdsWhatWasDecided(body, *judged.decision)) return sendBack(work, subject, Guard::g6);
    EventFacts passed;
    passed.hardFieldsEqual = !judged.answer->comparison.hasHardDifference();
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::gatePassed, passed,
                               {{QStringLiteral("bytes"), body.size()},
                                {QStringLiteral("decision"), judged.decision->id.text},
                                {QStringLiteral("answer"), QString::fromLatin1(judged.decision->confirmInfoSha256)}}));
    return inflight(work, batch, newIntent(work, subject.attempt, CallKind::confirm, std::move(body)),
                    subject.attempt.sessionId, 1);
}

Result<> Sender::sendBack(Work &work, Case &subject, Guard guard)
{
    COUNTERSIGN_TRY_INTO(asAsked, answeredAsAsked(work, m_parts, subject));
    EventFacts facts;
    facts.hardFieldsEqual = asAsked.value_or(false);
    subject.payout.reasonCode = guardName(guard);
    subject.payout.reasonText.clear();
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::gateFailed, facts, {{QStringLiteral("guard"), guardName(guard)}}));
    return {};
}

/// A person ordered the same confirm again: the intent stands as ready, with its first bytes (section 6, FU).
Result<> Sender::prepareResends(Work &work, const QList<IntentRecord> &ready, Batch &batch)
{
    for (const IntentRecord &intent : ready) {
        if (isFull(batch)) return {};
        if (intent.kind != CallKind::confirm || !isFree(intent.payout, batch, work.now)) continue;
        m_inHand = intent.payout;
        COUNTERSIGN_TRY_INTO(earlier, work.tx.sends(intent.id));
        if (earlier.isEmpty()) continue; // a first confirm is not prepared here
        COUNTERSIGN_TRY_INTO(subject, loadCase(work, intent.payout));
        COUNTERSIGN_TRY(resendThrough(work, subject, intent, numberAfter(earlier), batch));
    }
    return {};
}

/// The gate once more: since it was ordered, the bank may have changed its answer or the decision have run out.
Result<> Sender::resendThrough(Work &work, Case &subject, const IntentRecord &intent, int number, Batch &batch)
{
    const bool waitsForIt = subject.payout.state == PayoutState::confirming && subject.attempt.id == intent.attempt;
    if (!waitsForIt) return work.tx.setIntentStatus(intent.id, IntentStatus::unknown, work.now);
    COUNTERSIGN_TRY_INTO(judged, judge(work, subject, PayoutState::confirming));
    std::optional<Guard> refusal = judged.refusal;
    if (!refusal &&
        (sha256Hex(intent.body) != intent.bodySha256 || !holdsWhatWasDecided(intent.body, *judged.decision)))
        refusal = Guard::g6;
    if (refusal && passesByWaiting(*refusal)) {
        work.askSoon.insert(intent.payout); // nothing else reads its status now (G12)
        return {};
    }
    if (refusal) {
        subject.payout.reasonCode = guardName(*refusal);
        subject.payout.reasonText.clear();
        COUNTERSIGN_TRY(work.tx.setIntentStatus(intent.id, IntentStatus::unknown, work.now));
        COUNTERSIGN_TRY(
            applyEvent(work, subject, Event::gateFailed, {}, {{QStringLiteral("guard"), guardName(*refusal)}}));
        return {};
    }
    COUNTERSIGN_TRY(
        work.tx.appendAudit(eventWord(Event::gatePassed), {{QStringLiteral("payout"), intent.payout.text},
                                                           {QStringLiteral("session"), subject.attempt.sessionId},
                                                           {QStringLiteral("again"), number - 1},
                                                           {QStringLiteral("bytes"), intent.body.size()}}));
    return inflight(work, batch, intent, subject.attempt.sessionId, number);
}

namespace {

/// Another session may pay (L2): how long that lasts, only the bank can say.
Result<> sayThatItWaits(Work &work, PayoutRecord payout)
{
    if (payout.reasonCode == earlierSession()) return {};
    payout.reasonCode = earlierSession();
    payout.reasonText.clear();
    COUNTERSIGN_TRY(work.tx.updatePayout(payout));
    work.changed.insert(payout.id);
    return {};
}

void forgetThatItWaited(PayoutRecord &payout)
{
    if (payout.reasonCode == earlierSession()) payout.reasonCode.clear();
}

} // namespace

Result<std::optional<PayoutContent>> Sender::contentThatMayLeave(Work &work, const Case &subject, int version,
                                                                 const AttemptId &self)
{
    COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(subject.payout.id, version));
    if (sha256Hex(instruction.content) != instruction.contentSha256) {
        return fail(ErrorCode::storeDamaged, QStringLiteral("instruction"));
    }
    COUNTERSIGN_TRY_INTO(content, contentFromCanonicalBytes(instruction.content));
    COUNTERSIGN_TRY_INTO(limits, withinLimits(work, m_parts, content, subject.payout.id));
    COUNTERSIGN_TRY_INTO(otherSession, otherSessionMayPay(work, subject.payout.id, self));
    COUNTERSIGN_TRY_INTO(original, originalMayPay(work, subject.payout));
    const bool elsewhere = otherSession || original;
    if (elsewhere) COUNTERSIGN_TRY(sayThatItWaits(work, subject.payout));
    if (limits && !elsewhere) return std::optional(content);
    m_lookAgain.insert(subject.payout.id, {work.now, lookAgainAfter});
    return std::optional<PayoutContent>{};
}

Result<> Sender::startOne(Work &work, Case &subject, Batch &batch)
{
    if (subject.attempt.rank > 0) return {}; // something is in this session already: a start could pay twice (F2)
    COUNTERSIGN_TRY_INTO(content, contentThatMayLeave(work, subject, subject.attempt.version, subject.attempt.id));
    if (!content) return {};
    COUNTERSIGN_TRY_INTO(witness, metadata(work, subject.attempt));
    forgetThatItWaited(subject.payout);
    QByteArray body = m_parts.protocol.startBody(subject.attempt.sessionId, *content, witness);
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::proceed, {}, {{QStringLiteral("bytes"), body.size()}}));
    COUNTERSIGN_TRY(inflight(work, batch, newIntent(work, subject.attempt, CallKind::start, std::move(body)),
                             subject.attempt.sessionId, 1));
    batch.last().contentSha256 = sha256Hex(canonicalBytes(*content));
    batch.last().retryOf = subject.payout.retryOf;
    return {};
}

Result<> Sender::openAttempt(Work &work, Case &subject)
{
    COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(subject.payout.id));
    const auto live = std::find_if(attempts.begin(), attempts.end(), [](const AttemptRecord &each) {
        return each.standing == AttemptStanding::live && each.sessionId.isEmpty();
    });
    if (live != attempts.end() && live->version == subject.payout.version) {
        subject.attempt = *live; // its create was proven not sent: the same attempt goes on
        return {};
    }
    if (live != attempts.end()) {
        // Withdrawn and corrected since: its session would carry the old content.
        live->standing = AttemptStanding::fenced;
        COUNTERSIGN_TRY(work.tx.updateAttempt(*live));
    }
    subject.attempt = {.id = {m_parts.ids.next()},
                       .payout = subject.payout.id,
                       .version = subject.payout.version,
                       .number = static_cast<int>(attempts.size()) + 1,
                       .openedAt = work.now};
    COUNTERSIGN_TRY(work.tx.insertAttempt(subject.attempt));
    subject.payout.attempt = subject.attempt.id;
    return {};
}

Result<> Sender::createOne(Work &work, Case &subject, Batch &batch)
{
    COUNTERSIGN_TRY_INTO(content, contentThatMayLeave(work, subject, subject.payout.version, {}));
    if (!content) return {};
    COUNTERSIGN_TRY(openAttempt(work, subject));
    forgetThatItWaited(subject.payout);
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::pick, {}));
    COUNTERSIGN_TRY_INTO(witness, metadata(work, subject.attempt));
    return inflight(work, batch,
                    newIntent(work, subject.attempt, CallKind::create, m_parts.protocol.createBody(witness)), {}, 1);
}

void Sender::sendNext()
{
    if (!hasRoom()) return;
    m_nextDue.reset();
    Batch batch;
    m_inHand = {};
    const auto stored = m_worker.run([&](Work &work) { return prepare(work, batch); });
    if (stored) return transmit(batch);
    qCWarning(logPayouts) << "nothing sent:" << errorCodeName(stored.error().code) << stored.error().detail;
    if (!isFailedWrite(stored.error().code) && !m_inHand.isEmpty()) setAside(m_inHand, stored.error());
}

namespace {

Result<> tellOfSettingAside(Work &work, const PayoutId &id, const Error &error)
{
    work.changed.insert(id);
    const QString detail = QStringLiteral("setAside: %1 %2").arg(errorCodeName(error.code), error.detail);
    return raiseAlarm(work, {.kind = AlarmKind::unexpected, .payout = id, .detail = detail, .raisedAt = work.now});
}

} // namespace

void Sender::setAside(const PayoutId &id, const Error &error)
{
    const auto told = m_worker.run([&](Work &work) { return tellOfSettingAside(work, id, error); });
    if (!told) qCWarning(logPayouts) << "set aside without an alarm:" << errorCodeName(told.error().code);
    m_setAside.insert(id);
}

void Sender::transmit(const Batch &batch)
{
    if (batch.isEmpty()) return;
    QList<JournalEntry> entries;
    for (const Prepared &prepared : batch) {
        entries.append({prepared.intent.id, prepared.intent.kind, prepared.sessionId, prepared.intent.bodySha256,
                        prepared.send.number, m_fence, prepared.intent.payout, prepared.contentSha256,
                        prepared.retryOf});
    }
    const auto journaled = m_parts.journal.append(entries);
    if (!journaled) {
        // L4: nothing leaves. The intents stay in flight and are unknown at the next start, as for a crash here (K2).
        m_journalFailure = journaled.error().code;
        qCCritical(logPayouts) << "send journal failed; sending stops:" << journaled.error().detail;
        return;
    }
    for (const Prepared &prepared : batch)
        m_underWay.insert(prepared.intent.payout);
    for (const Prepared &prepared : batch) {
        m_parts.signing.sign(prepared.intent.body,
                             [this, prepared](Result<QByteArray> signature) { leave(prepared, std::move(signature)); });
    }
}

void Sender::leave(const Prepared &prepared, Result<QByteArray> signature)
{
    const CallKind kind = prepared.intent.kind;
    if (!signature || !m_mayLeave(kind)) {
        TransportReply reply;
        reply.failure = TransportReply::Failure::other;
        reply.failureText =
            signature ? QStringLiteral("stopped before it left") : errorCodeName(signature.error().code);
        return end({prepared, reply, false});
    }
    m_parts.moneyLane.transmit({kind, m_parts.protocol.path(kind), prepared.intent.body, *std::move(signature),
                                prepared.intent.idempotencyKey},
                               [this, prepared](TransportReply reply) {
                                   end({prepared, std::move(reply)});
                               });
}

/// Outcomes that arrive together share one commit.
void Sender::end(Ended ended)
{
    m_ended.append(std::move(ended));
    m_worker.wake();
}

} // namespace countersign
