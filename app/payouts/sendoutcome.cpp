#include "core/logcategories.h"
#include "core/try.h"
#include "payouts/following.h"
#include "payouts/sender.h"

namespace countersign {

using namespace std::chrono_literals;

namespace {

/// The state in which the table waits for this call's end; elsewhere the bank's word has overtaken the answer.
bool awaitsOutcome(PayoutState state, CallKind kind)
{
    switch (kind) {
    case CallKind::create:
        return state == PayoutState::creating;
    case CallKind::start:
        return state == PayoutState::starting;
    case CallKind::confirm:
        return state == PayoutState::confirming;
    case CallKind::cancel:
        return state == PayoutState::cancelling || state == PayoutState::closing;
    case CallKind::status:
        return false;
    }
    return false;
}

Event eventOf(SendClass sendClass)
{
    switch (sendClass) {
    case SendClass::ok:
        return Event::callOk;
    case SendClass::refused:
        return Event::callRefused;
    case SendClass::notSent:
        return Event::callNotSent;
    case SendClass::unknown:
        return Event::callUnknown;
    }
    return Event::callUnknown;
}

IntentStatus statusOf(SendClass sendClass)
{
    switch (sendClass) {
    case SendClass::ok:
        return IntentStatus::answered;
    case SendClass::refused:
    case SendClass::notSent:
        return IntentStatus::voided;
    case SendClass::unknown:
        return IntentStatus::unknown;
    }
    return IntentStatus::unknown;
}

/// An earlier transmission of the same intent may have arrived, so a later "not sent" or "refused" proves nothing
/// about it: only the first one can void the intent (L6).
SendClass effectiveClass(SendClass sendClass, int sendNumber)
{
    return sendNumber > 1 && sendClass != SendClass::ok ? SendClass::unknown : sendClass;
}

} // namespace

Result<> Sender::recover()
{
    return m_worker.run([this](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(inflightIntents, work.tx.inflightIntents());
        for (const IntentRecord &intent : std::as_const(inflightIntents)) {
            COUNTERSIGN_TRY_INTO(sends, work.tx.sends(intent.id));
            Prepared prepared{intent, sends.isEmpty() ? SendRecord{.intent = intent.id} : sends.last(), {}, {}};
            CallOutcome outcome;
            outcome.reply.failure = TransportReply::Failure::other;
            outcome.reply.failureText = QStringLiteral("the program ended before an answer was stored");
            COUNTERSIGN_TRY(store(work, prepared, outcome));
        }
        return {};
    });
}

void Sender::take(const Prepared &prepared, TransportReply reply)
{
    m_busy = false;
    const bool news = m_contact(reply);
    const CallOutcome outcome = m_parts.protocol.classify(prepared.intent.kind, prepared.sessionId, std::move(reply));
    const auto stored = m_worker.run([&](Work &work) {
        if (news) work.overviewChanged = true;
        return store(work, prepared, outcome);
    });
    // A failed commit leaves the intent in flight: at the next start it is unknown, and status gives the truth (K5).
    if (!stored) qCCritical(logPayouts) << "outcome not stored:" << errorCodeName(stored.error().code);
}

Result<> Sender::store(Work &work, const Prepared &prepared, const CallOutcome &outcome)
{
    const SendClass effective = effectiveClass(outcome.sendClass, prepared.send.number);
    SendRecord send = prepared.send;
    send.endedAt = work.now;
    send.sendClass = outcome.sendClass;
    send.bodyBytesPulled = outcome.reply.bodyBytesPulled;
    send.httpStatus = outcome.reply.httpStatus;
    send.failureText = outcome.reply.failureText;
    send.response = outcome.reply.body;
    send.responseSha256 = sha256Hex(outcome.reply.body);
    COUNTERSIGN_TRY(work.tx.completeSend(send));
    COUNTERSIGN_TRY(work.tx.setIntentStatus(prepared.intent.id, statusOf(effective), work.now));
    work.changed.insert(prepared.intent.payout);

    if (effective == SendClass::notSent) {
        BackOff &backOff = m_backOff[prepared.intent.payout];
        backOff.until = work.now + std::min<milliseconds>(1s * (1 << std::min(backOff.failures, 6)), 60s);
        ++backOff.failures;
    } else {
        m_backOff.remove(prepared.intent.payout);
    }
    return applyOutcome(work, prepared, outcome, effective);
}

Result<> Sender::applyOutcome(Work &work, const Prepared &prepared, const CallOutcome &outcome, SendClass effective)
{
    const IntentRecord &intent = prepared.intent;
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, intent.payout));
    const QString source = QStringLiteral("%1/%2").arg(intent.id.text).arg(prepared.send.number);
    if (subject.attempt.id == intent.attempt && awaitsOutcome(subject.payout.state, intent.kind)) {
        EventFacts facts;
        facts.sends = prepared.send.number;
        const auto answer = answerOnFile(work, m_parts, subject);
        facts.hardFieldsEqual = answer && !answer->comparison.hasHardDifference();
        facts.sessionCancelled = outcome.reading && meaningOf(*outcome.reading) == ObservationKind::cancelled;
        if (effective == SendClass::ok && outcome.reading && intent.kind == CallKind::create) {
            subject.attempt.sessionId = outcome.reading->sessionId;
            COUNTERSIGN_TRY(work.tx.updateAttempt(subject.attempt));
        }
        if (effective == SendClass::ok && intent.kind == CallKind::confirm) {
            // The bank took the confirm: an answer that still reads "pending" is older than that.
            subject.attempt.rank = std::max(subject.attempt.rank, 3);
            COUNTERSIGN_TRY(work.tx.updateAttempt(subject.attempt));
        }
        if (intent.kind == CallKind::create && effective == SendClass::unknown) {
            COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(intent.payout));
            facts.createsThisHour =
                static_cast<int>(std::count_if(attempts.begin(), attempts.end(), [&](const AttemptRecord &each) {
                    return work.now - each.openedAt < 1h;
                }));
        }
        subject.payout.reasonCode = outcome.error ? outcome.error->code : QString();
        subject.payout.reasonText = outcome.error ? outcome.error->description : QString();
        COUNTERSIGN_TRY(applyEvent(work, subject, eventOf(effective), facts,
                                   {{QStringLiteral("call"), callWord(intent.kind)},
                                    {QStringLiteral("class"), sendClassWord(outcome.sendClass)},
                                    {QStringLiteral("http"), outcome.reply.httpStatus},
                                    {QStringLiteral("pulled"), outcome.reply.bodyBytesPulled},
                                    {QStringLiteral("failure"), outcome.reply.failureText},
                                    {QStringLiteral("code"), subject.payout.reasonCode}}));
    } else {
        // Overtaken: what the bank said meanwhile is in force; the answer is kept with its send.
        COUNTERSIGN_TRY(work.tx.appendAudit(QStringLiteral("callAnswered"),
                                            {{QStringLiteral("payout"), intent.payout.text},
                                             {QStringLiteral("call"), callWord(intent.kind)},
                                             {QStringLiteral("class"), sendClassWord(outcome.sendClass)},
                                             {QStringLiteral("overtaken"), true}}));
        work.askSoon.insert(intent.payout);
    }
    if (effective == SendClass::ok && outcome.reading) {
        return takeReading(work, m_parts, *outcome.reading,
                           {ObservationSource::callAnswer, source, outcome.reply.body, {}});
    }
    return {};
}

} // namespace countersign
