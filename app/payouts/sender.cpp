#include "payouts/sender.h"

#include "core/logcategories.h"
#include "core/try.h"

namespace countersign {

using namespace std::chrono_literals;

Sender::Sender(EngineParts &parts, Worker &worker, Contact contact)
    : m_parts(parts), m_worker(worker), m_contact(std::move(contact))
{
}

bool Sender::backedOff(const PayoutId &id, Instant now)
{
    const auto it = m_backOff.constFind(id);
    if (it == m_backOff.constEnd() || it->until <= now) return false;
    if (!m_nextDue || it->until < *m_nextDue) m_nextDue = it->until;
    return true;
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

QJsonObject Sender::metadata(Work &work, const AttemptRecord &attempt) const
{
    // An extra witness if it comes back; matching never depends on it (section 3).
    const auto head = work.tx.auditHead();
    return {{QStringLiteral("i"), attempt.payout.text},
            {QStringLiteral("a"), attempt.number},
            {QStringLiteral("h"), QString::fromLatin1(head.value_or(QByteArray()).left(32))}};
}

Sender::Preparing Sender::inflight(Work &work, IntentRecord intent, const QString &sessionId, int number)
{
    auto signature = m_parts.signer.sign(intent.body);
    if (!signature) return std::unexpected(signature.error());
    if (number == 1 && intent.kind != CallKind::cancel) {
        COUNTERSIGN_TRY(work.tx.insertIntent(intent));
    } else {
        COUNTERSIGN_TRY(work.tx.setIntentStatus(intent.id, IntentStatus::inflight, work.now));
    }
    SendRecord send{.intent = intent.id, .number = number, .fence = m_fence, .startedAt = work.now};
    COUNTERSIGN_TRY(work.tx.insertSend(send));
    return Prepared{std::move(intent), std::move(send), sessionId, *std::move(signature)};
}

Sender::Preparing Sender::prepareNext(Work &work)
{
    // Cancels first: they are allowed while frozen and never cost money.
    COUNTERSIGN_TRY_INTO(fence, work.tx.currentFence(QStringLiteral("sender")));
    if (fence != m_fence) return std::nullopt; // another sender holds the lease (section 11)
    for (const auto prepare : {&Sender::prepareCancel, &Sender::prepareConfirm, &Sender::prepareResend,
                               &Sender::prepareStart, &Sender::prepareCreate}) {
        auto prepared = (this->*prepare)(work);
        if (!prepared || *prepared) return prepared;
    }
    return std::nullopt;
}

Sender::Preparing Sender::prepareCancel(Work &work)
{
    COUNTERSIGN_TRY_INTO(ready, work.tx.readyIntents(work.now));
    for (const IntentRecord &intent : std::as_const(ready)) {
        if (intent.kind != CallKind::cancel || backedOff(intent.payout, work.now)) continue;
        COUNTERSIGN_TRY_INTO(attempt, work.tx.attempt(intent.attempt));
        COUNTERSIGN_TRY_INTO(earlier, work.tx.sends(intent.id));
        COUNTERSIGN_TRY(
            work.tx.appendAudit(QStringLiteral("cancelSent"), {{QStringLiteral("payout"), intent.payout.text},
                                                               {QStringLiteral("session"), attempt.sessionId},
                                                               {QStringLiteral("bytes"), intent.body.size()}}));
        work.changed.insert(intent.payout);
        return inflight(work, intent, attempt.sessionId, static_cast<int>(earlier.size()) + 1);
    }
    return std::nullopt;
}

Sender::Preparing Sender::prepareConfirm(Work &work)
{
    COUNTERSIGN_TRY_INTO(approved, work.tx.payoutsInStates({PayoutState::approved}));
    for (const PayoutRecord &payout : std::as_const(approved)) {
        if (backedOff(payout.id, work.now)) continue;
        COUNTERSIGN_TRY_INTO(subject, loadCase(work, payout.id));
        auto prepared = confirmThrough(work, subject);
        if (!prepared || *prepared) return prepared;
    }
    return std::nullopt;
}

Sender::Preparing Sender::confirmThrough(Work &work, Case &subject)
{
    COUNTERSIGN_TRY_INTO(decisions, work.tx.decisions(subject.attempt.id));
    const auto decision = std::find_if(decisions.begin(), decisions.end(), [](const DecisionRecord &each) {
        return each.kind == DecisionKind::approve && !each.voided;
    });
    if (decision == decisions.end()) return sendBack(work, subject, Guard::g9);
    const auto answer = answerOnFile(work, m_parts, subject);
    if (!answer) return sendBack(work, subject, Guard::g6);
    COUNTERSIGN_TRY_INTO(facts, gateFacts(work, m_parts, subject, *answer, *decision, m_standing));
    if (const auto refusal = firstRefusal(facts)) {
        if (!passesByWaiting(*refusal)) return sendBack(work, subject, *refusal);
        return std::nullopt; // the poll plan reads the status of an approved payout (G12)
    }

    // L1 is the schema's; asked here first, so that it is a guard with a name and not a failed write.
    COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(subject.payout.id));
    for (const AttemptRecord &attempt : std::as_const(attempts)) {
        COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt.id));
        const bool confirmed = std::any_of(intents.begin(), intents.end(), [](const IntentRecord &intent) {
            return intent.kind == CallKind::confirm && intent.status != IntentStatus::voided;
        });
        if (confirmed) return sendBack(work, subject, Guard::g11);
    }

    QByteArray body = m_parts.protocol.decisionBody(subject.attempt.sessionId, answer->info.bytes);
    // L7: what stands in the finished body is cut out again and must be what was decided about.
    const auto slice = m_parts.protocol.slice(body);
    if (!slice || !*slice || sha256Hex(**slice) != decision->confirmInfoSha256) {
        return sendBack(work, subject, Guard::g6);
    }
    EventFacts passed;
    passed.hardFieldsEqual = !answer->comparison.hasHardDifference();
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::gatePassed, passed,
                               {{QStringLiteral("bytes"), body.size()},
                                {QStringLiteral("decision"), decision->id.text},
                                {QStringLiteral("answer"), QString::fromLatin1(decision->confirmInfoSha256)}}));
    return inflight(work, newIntent(work, subject.attempt, CallKind::confirm, std::move(body)),
                    subject.attempt.sessionId, 1);
}

Sender::Preparing Sender::sendBack(Work &work, Case &subject, Guard guard)
{
    const auto answer = answerOnFile(work, m_parts, subject);
    EventFacts facts;
    facts.hardFieldsEqual = answer && !answer->comparison.hasHardDifference();
    subject.payout.reasonCode = guardName(guard);
    subject.payout.reasonText.clear();
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::gateFailed, facts, {{QStringLiteral("guard"), guardName(guard)}}));
    return std::nullopt;
}

Result<bool> Sender::resendStands(Work &work, const IntentRecord &intent)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, intent.payout));
    COUNTERSIGN_TRY_INTO(decisions, work.tx.decisions(intent.attempt));
    const bool decided = std::any_of(decisions.begin(), decisions.end(), [&](const DecisionRecord &decision) {
        return decision.kind == DecisionKind::approve && !decision.voided && work.now < decision.expiresAt;
    });
    return decided && subject.payout.state == PayoutState::confirming && subject.attempt.id == intent.attempt &&
           subject.attempt.standing == AttemptStanding::live;
}

Sender::Preparing Sender::prepareResend(Work &work)
{
    // A person ordered the same confirm again: the intent stands as ready, with its first bytes (section 6, FU).
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    if (freeze.frozen) return std::nullopt;
    COUNTERSIGN_TRY_INTO(ready, work.tx.readyIntents(work.now));
    for (const IntentRecord &intent : std::as_const(ready)) {
        if (intent.kind != CallKind::confirm || backedOff(intent.payout, work.now)) continue;
        COUNTERSIGN_TRY_INTO(attempt, work.tx.attempt(intent.attempt));
        COUNTERSIGN_TRY_INTO(earlier, work.tx.sends(intent.id));
        if (earlier.isEmpty()) continue; // a first confirm leaves only through the gate
        COUNTERSIGN_TRY_INTO(stands, resendStands(work, intent));
        if (!stands) {
            COUNTERSIGN_TRY(work.tx.setIntentStatus(intent.id, IntentStatus::unknown, work.now));
            continue;
        }
        return inflight(work, intent, attempt.sessionId, static_cast<int>(earlier.size()) + 1);
    }
    return std::nullopt;
}

Sender::Preparing Sender::prepareStart(Work &work)
{
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    if (freeze.frozen) return std::nullopt;
    COUNTERSIGN_TRY_INTO(open, work.tx.payoutsInStates({PayoutState::open}));
    for (const PayoutRecord &payout : std::as_const(open)) {
        if (backedOff(payout.id, work.now)) continue;
        COUNTERSIGN_TRY_INTO(subject, loadCase(work, payout.id));
        if (subject.attempt.rank > 0) continue; // something is in this session already: a start could pay twice (F2)
        COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(payout.id, subject.attempt.version));
        if (sha256Hex(instruction.content) != instruction.contentSha256) {
            return fail(ErrorCode::storeDamaged, QStringLiteral("instruction"));
        }
        COUNTERSIGN_TRY_INTO(content, contentFromCanonicalBytes(instruction.content));
        COUNTERSIGN_TRY_INTO(limits, withinLimits(work, m_parts, content, payout.id));
        if (!limits || !withinHours(m_parts.settings, work.now)) continue; // waits
        QByteArray body =
            m_parts.protocol.startBody(subject.attempt.sessionId, content, metadata(work, subject.attempt));
        COUNTERSIGN_TRY(applyEvent(work, subject, Event::proceed, {}, {{QStringLiteral("bytes"), body.size()}}));
        return inflight(work, newIntent(work, subject.attempt, CallKind::start, std::move(body)),
                        subject.attempt.sessionId, 1);
    }
    return std::nullopt;
}

Sender::Preparing Sender::prepareCreate(Work &work)
{
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    if (freeze.frozen) return std::nullopt;
    COUNTERSIGN_TRY_INTO(queued, work.tx.payoutsInStates({PayoutState::queued}));
    for (const PayoutRecord &payout : std::as_const(queued)) {
        if (backedOff(payout.id, work.now)) continue;
        COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(payout.id, payout.version));
        COUNTERSIGN_TRY_INTO(content, contentFromCanonicalBytes(instruction.content));
        COUNTERSIGN_TRY_INTO(limits, withinLimits(work, m_parts, content, payout.id));
        if (!limits || !withinHours(m_parts.settings, work.now)) continue; // waits
        COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(payout.id));

        Case subject{payout, {}};
        const auto live = std::find_if(attempts.begin(), attempts.end(), [](const AttemptRecord &each) {
            return each.standing == AttemptStanding::live && each.sessionId.isEmpty();
        });
        const bool sameContent = live != attempts.end() && live->version == payout.version;
        if (live != attempts.end() && !sameContent) {
            // Withdrawn and corrected since: its session would carry the old content.
            live->standing = AttemptStanding::fenced;
            COUNTERSIGN_TRY(work.tx.updateAttempt(*live));
        }
        if (sameContent) {
            subject.attempt = *live; // its create was proven not sent: the same attempt goes on
        } else {
            subject.attempt = {.id = {m_parts.ids.next()},
                               .payout = payout.id,
                               .version = payout.version,
                               .number = static_cast<int>(attempts.size()) + 1,
                               .openedAt = work.now};
            COUNTERSIGN_TRY(work.tx.insertAttempt(subject.attempt));
            subject.payout.attempt = subject.attempt.id;
        }
        COUNTERSIGN_TRY(applyEvent(work, subject, Event::pick, {}));
        QByteArray body = m_parts.protocol.createBody(metadata(work, subject.attempt));
        return inflight(work, newIntent(work, subject.attempt, CallKind::create, std::move(body)), {}, 1);
    }
    return std::nullopt;
}

void Sender::tick()
{
    if (!maySend()) return;
    m_nextDue.reset();
    std::optional<Prepared> prepared;
    const auto stored = m_worker.run([&](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(next, prepareNext(work));
        prepared = std::move(next);
        return {};
    });
    if (!stored) {
        qCWarning(logPayouts) << "nothing sent:" << errorCodeName(stored.error().code) << stored.error().detail;
        return;
    }
    if (prepared) transmit(*prepared);
}

void Sender::transmit(const Prepared &prepared)
{
    const auto journaled = m_parts.journal.append({prepared.intent.id, prepared.intent.kind, prepared.sessionId,
                                                   prepared.intent.bodySha256, prepared.send.number, m_fence});
    if (!journaled) {
        // L4: nothing leaves. The intent stays in flight and is unknown at the next start, as for a crash here (K2).
        m_journalFailed = true;
        qCCritical(logPayouts) << "send journal failed; sending stops:" << journaled.error().detail;
        return;
    }
    m_busy = true;
    m_parts.moneyLane.transmit({prepared.intent.kind, m_parts.protocol.path(prepared.intent.kind), prepared.intent.body,
                                prepared.signature, prepared.intent.idempotencyKey},
                               [this, prepared](TransportReply reply) { take(prepared, std::move(reply)); });
}

} // namespace countersign
