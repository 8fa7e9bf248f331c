#include "core/logcategories.h"
#include "core/try.h"
#include "payouts/following.h"
#include "payouts/offers.h"
#include "payouts/sender.h"

#include <array>

namespace countersign {

using namespace std::chrono_literals;

namespace {

/// The states in which the table waits for a call's end.
constexpr std::array<std::pair<CallKind, PayoutState>, 5> awaiting{{{CallKind::create, PayoutState::creating},
                                                                    {CallKind::start, PayoutState::starting},
                                                                    {CallKind::confirm, PayoutState::confirming},
                                                                    {CallKind::cancel, PayoutState::cancelling},
                                                                    {CallKind::cancel, PayoutState::closing}}};

/// Elsewhere the bank's word has overtaken the answer.
bool awaitsOutcome(PayoutState state, CallKind kind)
{
    return std::find(awaiting.begin(), awaiting.end(), std::pair{kind, state}) != awaiting.end();
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
        break;
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
        break;
    }
    return IntentStatus::unknown;
}

/// An earlier transmission of the same intent may have arrived, so a later "not sent" or "refused" proves nothing
/// about it: only the first one can void the intent (L6).
SendClass effectiveClass(SendClass sendClass, int sendNumber)
{
    return sendNumber > 1 && sendClass != SendClass::ok ? SendClass::unknown : sendClass;
}

/// While a call was on its way the bank said "error", and the payout went on to ask about it as about a lost one. Its
/// end, if it is known after all, is what it is in the state that called (section 6, CF, CN and CL). A cancel that was
/// taken tells less than the readings.
std::optional<PayoutState> calledFrom(const PayoutRecord &payout, CallKind kind)
{
    const PayoutState asks =
        payout.state == PayoutState::bankError ? payout.stateBeforeError.value_or(payout.state) : payout.state;
    if (kind == CallKind::confirm && asks == PayoutState::confirmUnknown) return PayoutState::confirming;
    if (kind == CallKind::cancel && asks == PayoutState::cancelUnknown) return PayoutState::cancelling;
    if (kind == CallKind::cancel && asks == PayoutState::closing) return PayoutState::closing;
    return std::nullopt;
}

bool isVoided(SendClass sendClass)
{
    return sendClass == SendClass::notSent || sendClass == SendClass::refused;
}

/// Executed or paid, and our own confirm provably had no part in it (section 6, FOREIGN).
Result<> alarmOverForeignConfirm(Work &work, const Case &subject)
{
    const PayoutState state = subject.payout.state;
    if (state != PayoutState::executing && state != PayoutState::paid && state != PayoutState::returned) return {};
    COUNTERSIGN_TRY(raiseAlarm(work, {.kind = AlarmKind::foreign,
                                      .payout = subject.payout.id,
                                      .sessionId = subject.attempt.sessionId,
                                      .detail = QStringLiteral("confirm voided in %1").arg(stateWord(state)),
                                      .raisedAt = work.now}));
    return setFreeze(work, {.frozen = true, .cause = alarmWord(AlarmKind::foreign), .since = work.now});
}

/// Back-off after a call that did not leave: 1 to 60 s.
milliseconds pauseAfter(int earlierFailures)
{
    return std::min<milliseconds>(1s * (1 << std::min(earlierFailures, 6)), 60s);
}

} // namespace

Result<> Sender::recover()
{
    // What became ready before the clock was set back falls due within a minute (StoreTransaction::readyIntents).
    m_callsExpectedFrom = m_parts.clock.now() + 1min;
    m_lostCalls.clear(); // among all those in flight
    return m_worker.run([this](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(waiting,
                             work.tx.payoutsInStates({PayoutState::queued, PayoutState::open, PayoutState::approved}));
        for (const PayoutRecord &payout : std::as_const(waiting))
            note(payout);
        COUNTERSIGN_TRY_INTO(inflightIntents, work.tx.inflightIntents());
        for (const IntentRecord &intent : std::as_const(inflightIntents))
            COUNTERSIGN_TRY(storeLostCall(work, intent));
        return {};
    });
}

void Sender::endLostCalls()
{
    const QList<IntentId> lost = std::exchange(m_lostCalls, {});
    if (lost.isEmpty()) return;
    const auto stored = m_worker.run([&](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(inflightIntents, work.tx.inflightIntents());
        for (const IntentRecord &intent : std::as_const(inflightIntents)) {
            if (lost.contains(intent.id)) COUNTERSIGN_TRY(storeLostCall(work, intent));
        }
        return {};
    });
    if (!stored) qCCritical(logPayouts) << "lost calls not ended:" << errorCodeName(stored.error().code);
}

Result<> Sender::storeLostCall(Work &work, const IntentRecord &intent)
{
    COUNTERSIGN_TRY_INTO(sends, work.tx.sends(intent.id));
    Outcome lost{{intent, sends.value(sends.size() - 1, {.intent = intent.id}), {}}, {}};
    lost.outcome.reply.failure = TransportReply::Failure::other;
    lost.outcome.reply.failureText = QStringLiteral("the program ended before an answer was stored");
    lost.effective = effectiveClass(lost.outcome.sendClass, lost.prepared.send.number);
    return store(work, lost);
}

void Sender::takeReplies()
{
    if (m_ended.isEmpty()) return;
    noteReach(m_ended);
    bool news = false;
    QList<Outcome> outcomes;
    for (Ended &ended : std::exchange(m_ended, {})) {
        if (ended.left) news = m_contact(ended.reply) || news;
        CallOutcome outcome =
            m_parts.protocol.classify(ended.prepared.intent.kind, ended.prepared.sessionId, std::move(ended.reply));
        const SendClass effective = effectiveClass(outcome.sendClass, ended.prepared.send.number);
        outcomes.append({std::move(ended.prepared), std::move(outcome), effective});
    }
    const auto stored = m_worker.run([&](Work &work) { return storeAll(work, outcomes, news); });
    if (!stored) return storeOneByOne(outcomes);
    for (const Outcome &ended : std::as_const(outcomes))
        release(ended);
}

Result<> Sender::storeAll(Work &work, const QList<Outcome> &outcomes, bool news)
{
    if (news) work.overviewChanged = true;
    for (const Outcome &ended : outcomes)
        COUNTERSIGN_TRY(store(work, ended));
    return {};
}

/// One of them can't be stored: the others are, and that one becomes unknown, so that the bank is asked (L5). A failed
/// commit leaves all intents in flight: at the next start they are unknown, and status gives the truth (K5).
void Sender::storeOneByOne(const QList<Outcome> &outcomes)
{
    for (Outcome ended : outcomes) {
        auto stored = m_worker.run([&](Work &work) { return store(work, ended); });
        if (!stored && !isFailedWrite(stored.error().code)) {
            const Error error = stored.error();
            ended.effective = ended.outcome.sendClass = SendClass::unknown;
            ended.outcome.reading.reset();
            ended.outcome.reply.failureText = QStringLiteral("not stored: ") + errorCodeName(error.code);
            stored = m_worker.run([&](Work &work) { return store(work, ended); });
            if (!stored && !isFailedWrite(stored.error().code)) {
                setAside(ended.prepared.intent.payout, error);
                m_underWay.remove(ended.prepared.intent.payout); // the others need not wait for it
            }
        }
        if (stored) {
            release(ended);
        } else {
            qCCritical(logPayouts) << "outcome not stored:" << errorCodeName(stored.error().code);
        }
    }
}

void Sender::release(const Outcome &ended)
{
    const IntentRecord &intent = ended.prepared.intent;
    const PayoutId &id = intent.payout;
    qCInfo(logPayouts).noquote() << callWord(intent.kind) << intent.id.text << "ended as"
                                 << sendClassWord(ended.effective) << "http" << ended.outcome.reply.httpStatus;
    m_underWay.remove(id);
    if (ended.effective != SendClass::notSent) {
        m_backOff.remove(id);
        return;
    }
    m_backOff[id].pause = {m_parts.clock.now(), pauseAfter(m_backOff[id].failures++)};
}

/// Calls that fail together fail for one reason.
void Sender::noteReach(const QList<Ended> &together)
{
    bool tried = false;
    for (const Ended &ended : together) {
        const TransportReply &reply = ended.reply;
        if (reply.httpStatus != 0 || reply.requestSent || reply.bodyBytesPulled > 0) {
            m_reach = {};
            return;
        }
        tried = tried || ended.left;
    }
    if (tried) m_reach.pause = {m_parts.clock.now(), pauseAfter(m_reach.failures++)};
}

Result<> Sender::store(Work &work, const Outcome &ended)
{
    const TransportReply &reply = ended.outcome.reply;
    SendRecord send = ended.prepared.send;
    send.endedAt = work.now;
    send.sendClass = ended.outcome.sendClass;
    send.bodyBytesPulled = reply.bodyBytesPulled;
    send.httpStatus = reply.httpStatus;
    send.failureText = reply.failureText;
    send.response = reply.body;
    send.responseSha256 = sha256Hex(reply.body);
    COUNTERSIGN_TRY(work.tx.completeSend(send));
    COUNTERSIGN_TRY(work.tx.setIntentStatus(ended.prepared.intent.id, statusOf(ended.effective), work.now));
    work.changed.insert(ended.prepared.intent.payout);
    return applyOutcome(work, ended);
}

Result<> Sender::applyOutcome(Work &work, const Outcome &ended)
{
    const auto &[prepared, outcome, effective] = ended;
    const IntentRecord &intent = prepared.intent;
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, intent.payout));
    const QString source = QStringLiteral("%1/%2").arg(intent.id.text).arg(prepared.send.number);
    const bool ownAttempt = subject.attempt.id == intent.attempt;
    const PayoutState onRecord = subject.payout.state; // the audit chain goes on from there
    const bool taken = effective == SendClass::ok && intent.kind == CallKind::confirm;
    if (const auto from = calledFrom(subject.payout, intent.kind);
        from && ownAttempt && (taken || isVoided(effective))) {
        subject.payout.state = *from;
        subject.payout.stateBeforeError = std::nullopt;
    }
    if (ownAttempt && awaitsOutcome(subject.payout.state, intent.kind)) {
        EventFacts facts;
        facts.sends = prepared.send.number;
        COUNTERSIGN_TRY_INTO(asAsked, answeredAsAsked(work, m_parts, subject));
        facts.hasAnswer = asAsked.has_value();
        facts.hardFieldsEqual = asAsked.value_or(false);
        // Of the attempt: a lost call does not say its session.
        COUNTERSIGN_TRY_INTO(heldTwo, work.tx.wasObserved(subject.attempt.sessionId, ObservationKind::multiple));
        facts.heldTwo = heldTwo;
        COUNTERSIGN_TRY_INTO(payer, paidElsewhere(work, intent.payout, intent.attempt));
        facts.sessionCancelled = outcome.reading && meaningOf(*outcome.reading) == ObservationKind::cancelled && !payer;
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
        const PayoutState next = transition(subject.payout.state, eventOf(effective), facts).to;
        if (facts.createsThisHour > 1 && next == PayoutState::hold) { // a hold says why
            subject.payout.reasonCode = createdThreeTimes();
            subject.payout.reasonText.clear();
        }
        if (intent.kind == CallKind::cancel && next == PayoutState::hold && !facts.hasAnswer && !outcome.error)
            subject.payout.reasonCode = confirmInfoMissing();
        COUNTERSIGN_TRY(applyEvent(work, subject, eventOf(effective), facts,
                                   {{QStringLiteral("from"), stateWord(onRecord)},
                                    {QStringLiteral("call"), callWord(intent.kind)},
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
        if (ownAttempt && intent.kind == CallKind::confirm && isVoided(effective))
            COUNTERSIGN_TRY(alarmOverForeignConfirm(work, subject));
        work.askSoon.insert(intent.payout);
        COUNTERSIGN_TRY_INTO(attempt, work.tx.attempt(intent.attempt));
        if (intent.kind == CallKind::cancel && attempt.standing != AttemptStanding::live) {
            work.strays.insert(attempt.sessionId); // given up: read until it is seen cancelled
        }
    }
    if (effective == SendClass::ok && outcome.reading) {
        return takeReading(work, m_parts, *outcome.reading,
                           {ObservationSource::callAnswer, source, outcome.reply.body, {}});
    }
    return {};
}

} // namespace countersign
