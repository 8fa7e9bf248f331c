#include "payouts/orders.h"

#include "core/try.h"
#include "payouts/following.h"
#include "payouts/lostpayouts.h"
#include "payouts/offers.h"

namespace countersign {

namespace {

/// The intent of that kind that stands, with those of its transmissions that the bank may have got.
struct Standing
{
    std::optional<IntentRecord> intent;
    QList<SendRecord> sends;
};

Result<Standing> standingIntent(Work &work, const AttemptId &attempt, CallKind kind)
{
    COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt));
    Standing standing;
    for (const IntentRecord &intent : std::as_const(intents)) {
        if (intent.kind == kind && intent.status != IntentStatus::voided) standing.intent = intent;
    }
    if (standing.intent) {
        COUNTERSIGN_TRY_INTO(sends, work.tx.sends(standing.intent->id));
        std::copy_if(sends.begin(), sends.end(), std::back_inserter(standing.sends), mayHaveArrived);
    }
    return standing;
}

Result<Settling> settlingAfter(Work &work, const Case &subject, const QList<SendRecord> &sends)
{
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(subject.attempt.sessionId, 200));
    return settlingOf(observations, sends, work.now);
}

QJsonObject because(const EngineParts &parts, const QString &reason)
{
    return {{QStringLiteral("user"), parts.settings.operatorName}, {QStringLiteral("reason"), reason}};
}

Result<> refusedIfNot(const Transition &change, const Case &subject)
{
    if (change.refused || !change.listed) return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    return {};
}

Result<> closeAndTryAgain(Work &work, const EngineParts &parts, Case &subject, const QString &reason)
{
    COUNTERSIGN_TRY_INTO(start, standingIntent(work, subject.attempt.id, CallKind::start));
    COUNTERSIGN_TRY_INTO(settling, settlingAfter(work, subject, start.sends));
    EventFacts facts;
    facts.settled = settling.settled && settling.kind == ObservationKind::none;
    COUNTERSIGN_TRY_INTO(change, applyEvent(work, subject, Event::closeOrdered, facts, because(parts, reason)));
    COUNTERSIGN_TRY(refusedIfNot(change, subject));
    return insertCancelIntent(work, parts, subject.attempt);
}

QString sentThreeTimes()
{
    return QStringLiteral("sentThreeTimes");
}

/// What has been sent often enough goes on hold, and a hold says why.
void sayWhyHeld(Case &subject, const EventFacts &facts)
{
    if (facts.sends < mostSends) return;
    subject.payout.reasonCode = sentThreeTimes();
    subject.payout.reasonText.clear();
}

/// A cancel that the bank took and has not carried out moves no money when it leaves once more; a confirm that was
/// taken never does (L1).
bool mayLeaveAgain(const IntentRecord &intent)
{
    return intent.status == IntentStatus::unknown ||
           (intent.kind == CallKind::cancel && intent.status == IntentStatus::answered);
}

/// The SAME intent with the same bytes goes out once more.
Result<> sendAgain(Work &work, const EngineParts &parts, Case &subject, CallKind kind, const QString &reason)
{
    COUNTERSIGN_TRY_INTO(standing, standingIntent(work, subject.attempt.id, kind));
    if (!standing.intent || !mayLeaveAgain(*standing.intent)) return fail(ErrorCode::wrongState);
    if (kind == CallKind::confirm && standing.sends.size() >= mostSends) return fail(ErrorCode::wrongState);
    COUNTERSIGN_TRY_INTO(settling, settlingAfter(work, subject, standing.sends));
    COUNTERSIGN_TRY_INTO(decisions, work.tx.decisions(subject.attempt.id));
    COUNTERSIGN_TRY_INTO(latest, work.tx.latestConfirmInfo(subject.attempt.sessionId));
    EventFacts facts;
    facts.settled = kind == CallKind::cancel ? leavesCancelUndone(settling)
                                             : settling.settled && settling.kind == ObservationKind::ready;
    facts.decisionValid = approvalStands(decisions, latest, work.now);
    facts.sends = static_cast<int>(standing.sends.size());
    COUNTERSIGN_TRY_INTO(body, bodyToRepeat(work, parts, *standing.intent, subject.attempt.sessionId));
    if (!body && facts.sends < mostSends) return fail(ErrorCode::wrongState);
    sayWhyHeld(subject, facts);
    COUNTERSIGN_TRY_INTO(change, applyEvent(work, subject, Event::resendOrdered, facts, because(parts, reason)));
    COUNTERSIGN_TRY(refusedIfNot(change, subject));
    if (change.call == NextCall::none) return {}; // sent often enough: on hold
    work.callsReady = true;
    return work.tx.setIntentStatus(standing.intent->id, IntentStatus::ready, work.now);
}

std::optional<CallKind> unknownCall(PayoutState state)
{
    if (state == PayoutState::confirmUnknown) return CallKind::confirm;
    if (state == PayoutState::cancelUnknown || state == PayoutState::closing) return CallKind::cancel;
    return std::nullopt;
}

/// Sent often enough: the reason names what the person goes by, and the bank is asked on.
Result<> putOnHold(Work &work, const EngineParts &parts, Case &subject, const QString &reason)
{
    if (reason.trimmed().isEmpty()) return fail(ErrorCode::reasonNeeded);
    const auto kind = unknownCall(subject.payout.state);
    if (!kind) return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    COUNTERSIGN_TRY_INTO(standing, standingIntent(work, subject.attempt.id, *kind));
    if (standing.sends.size() < mostSends) return fail(ErrorCode::wrongState);
    EventFacts facts;
    facts.sends = static_cast<int>(standing.sends.size());
    sayWhyHeld(subject, facts);
    COUNTERSIGN_TRY_INTO(change, applyEvent(work, subject, Event::resendOrdered, facts, because(parts, reason)));
    return refusedIfNot(change, subject);
}

/// A session that was given up has paid: only that remains to be true of the payout, once its other session has ended
/// without money, or was never started. The paying session is the one to watch from then on.
Result<> acceptPaymentElsewhere(Work &work, const EngineParts &parts, Case &subject, AttemptRecord payer,
                                std::optional<PayoutState> ownEnd, const QString &reason)
{
    const bool over = ownEnd == PayoutState::cancelled || ownEnd == PayoutState::failed || ownEnd == PayoutState::draft;
    if (!over || payer.version != subject.payout.version) return fail(ErrorCode::wrongState);
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(payer.sessionId, 1000));
    const auto end = std::find_if(observations.begin(), observations.end(), [](const ObservationRecord &seen) {
        return seen.kind == ObservationKind::paid || seen.kind == ObservationKind::returned;
    });
    if (end == observations.end()) return fail(ErrorCode::wrongState); // two payouts in one session: not ours to say
    if (subject.attempt.standing == AttemptStanding::live && !subject.attempt.id.isEmpty()) {
        subject.attempt.standing = AttemptStanding::fenced;
        COUNTERSIGN_TRY(work.tx.updateAttempt(subject.attempt));
    }
    payer.standing = AttemptStanding::live;
    COUNTERSIGN_TRY(work.tx.updateAttempt(payer));
    subject.attempt = payer;
    subject.payout.attempt = payer.id;
    EventFacts facts;
    facts.resolveTo = end->kind == ObservationKind::paid ? PayoutState::paid : PayoutState::returned;
    COUNTERSIGN_TRY_INTO(change, applyEvent(work, subject, Event::resolve, facts, because(parts, reason)));
    COUNTERSIGN_TRY(refusedIfNot(change, subject));
    return work.tx.closeAlarms(subject.payout.id);
}

Result<> acceptObservation(Work &work, const EngineParts &parts, Case &subject, const QString &reason)
{
    if (reason.trimmed().isEmpty()) return fail(ErrorCode::reasonNeeded);
    const QString &held = subject.payout.reasonCode;
    if (held == sentThreeTimes() || held == createdThreeTimes() || held == sentWithOtherContent() ||
        held == contentLost())
        subject.payout.reasonCode.clear(); // it is over
    COUNTERSIGN_TRY_INTO(intents, work.tx.intents(subject.attempt.id));
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(subject.attempt.sessionId, 1000));
    COUNTERSIGN_TRY_INTO(asAsked, answeredAsAsked(work, parts, subject));
    EventFacts facts;
    facts.resolveTo =
        resolvableTo(subject.payout, subject.attempt.id.isEmpty() ? std::nullopt : std::optional(subject.attempt),
                     intents, observations, asAsked);
    // A session that was given up and is the payout's latest one may be the one that has paid.
    const bool given = subject.attempt.standing != AttemptStanding::live;
    COUNTERSIGN_TRY_INTO(payer, paidElsewhere(work, subject.payout.id, given ? AttemptId() : subject.attempt.id));
    if (payer && !movedMoney(facts.resolveTo))
        return acceptPaymentElsewhere(work, parts, subject, *payer, facts.resolveTo, reason);
    if (!movedMoney(facts.resolveTo)) { // its alarms are closed below
        COUNTERSIGN_TRY_INTO(alarms, work.tx.openAlarmsOf(subject.payout.id));
        if (lostSessionMayPay(alarms, subject.payout.id)) return fail(ErrorCode::wrongState);
    }
    COUNTERSIGN_TRY_INTO(change, applyEvent(work, subject, Event::resolve, facts, because(parts, reason)));
    COUNTERSIGN_TRY(refusedIfNot(change, subject));
    // It is looked at anew; an approval from before would make the next one worthless (one decision per view).
    if (change.to == PayoutState::review || change.to == PayoutState::mismatch) {
        COUNTERSIGN_TRY(work.tx.voidDecisions(subject.attempt.id, eventWord(Event::resolve)));
    }
    if (change.to == PayoutState::draft && subject.attempt.standing == AttemptStanding::live &&
        !subject.attempt.id.isEmpty()) {
        subject.attempt.standing = AttemptStanding::fenced;
        COUNTERSIGN_TRY(work.tx.updateAttempt(subject.attempt));
    }
    return work.tx.closeAlarms(subject.payout.id);
}

Result<> cancelAtBank(Work &work, const EngineParts &parts, Case &subject, const QString &reason)
{
    if (subject.payout.state != PayoutState::hold) return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    COUNTERSIGN_TRY(checkCancelInHold(work, subject));
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::cancelDecided, {}, because(parts, reason)));
    return insertCancelIntent(work, parts, subject.attempt);
}

} // namespace

Result<> checkCancelInHold(Work &work, const Case &subject)
{
    COUNTERSIGN_TRY_INTO(intents, work.tx.intents(subject.attempt.id));
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(subject.attempt.sessionId, 1));
    if (cancelOfferedInHold(subject.attempt, intents, observations)) return {};
    return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
}

Result<> doubtTakenCancel(Work &work, Case &subject)
{
    if (subject.payout.state != PayoutState::cancelling) return {};
    COUNTERSIGN_TRY_INTO(cancel, standingIntent(work, subject.attempt.id, CallKind::cancel));
    if (!cancel.intent || cancel.intent->status != IntentStatus::answered) return {};
    COUNTERSIGN_TRY_INTO(settling, settlingAfter(work, subject, cancel.sends));
    if (!leavesCancelUndone(settling)) return {};
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::callUnknown, {},
                               {{QStringLiteral("call"), callWord(CallKind::cancel)},
                                {QStringLiteral("observation"), observationWord(*settling.kind)}}));
    return {};
}

Result<> carryOut(Work &work, const EngineParts &parts, const PayoutId &id, PersonOrder order, const QString &reason)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    switch (order) {
    case PersonOrder::closeAndTryAgain:
        return closeAndTryAgain(work, parts, subject, reason);
    case PersonOrder::sendConfirmAgain:
        return sendAgain(work, parts, subject, CallKind::confirm, reason);
    case PersonOrder::sendCancelAgain:
        return sendAgain(work, parts, subject, CallKind::cancel, reason);
    case PersonOrder::cancelAtBank:
        return cancelAtBank(work, parts, subject, reason);
    case PersonOrder::putOnHold:
        return putOnHold(work, parts, subject, reason);
    case PersonOrder::acceptObservation:
        return acceptObservation(work, parts, subject, reason);
    }
    return fail(ErrorCode::wrongState);
}

Result<> freezeByPerson(Work &work, const EngineParts &parts, const QString &reason)
{
    return setFreeze(work, {.frozen = true,
                            .cause = QStringLiteral("person"),
                            .user = parts.settings.operatorName,
                            .reason = reason,
                            .since = work.now});
}

Result<> liftFreeze(Work &work, const EngineParts &parts, const QString &reason)
{
    if (reason.trimmed().isEmpty()) return fail(ErrorCode::reasonNeeded);
    COUNTERSIGN_TRY(setFreeze(work, {.frozen = false,
                                     .cause = QStringLiteral("person"),
                                     .user = parts.settings.operatorName,
                                     .reason = reason,
                                     .since = work.now}));
    return work.tx.closeAlarms({});
}

} // namespace countersign
