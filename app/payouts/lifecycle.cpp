#include "payouts/lifecycle.h"

#include "core/try.h"
#include "payouts/lostpayouts.h"

namespace countersign {

namespace {

AlarmKind alarmKindOf(TableAlarm alarm)
{
    switch (alarm) {
    case TableAlarm::unconfirmed:
        return AlarmKind::unconfirmed;
    case TableAlarm::foreign:
        return AlarmKind::foreign;
    case TableAlarm::contradiction:
        return AlarmKind::contradiction;
    case TableAlarm::doubleSession:
        return AlarmKind::doubleSession;
    case TableAlarm::doublePay:
        return AlarmKind::doublePay;
    case TableAlarm::fenced:
        return AlarmKind::fenced;
    case TableAlarm::none:
    case TableAlarm::unexpected:
        break;
    }
    return AlarmKind::unexpected;
}

std::optional<Notice::Kind> noticeKindOf(Telling telling, PayoutState from, PayoutState to)
{
    const bool ordered = from == PayoutState::cancelling || from == PayoutState::cancelUnknown;

    switch (telling) {
    case Telling::readyToReview:
        return Notice::Kind::readyToReview;
    case Telling::paid:
        return Notice::Kind::paid;
    case Telling::failed:
        return ordered && to == PayoutState::cancelled ? Notice::Kind::cancelled : Notice::Kind::failed;
    case Telling::returned:
        return Notice::Kind::returned;
    case Telling::needsAttention:
        return Notice::Kind::needsAttention;
    case Telling::none:
        break;
    }
    return std::nullopt;
}

Result<bool> isOpen(Work &work, const AlarmRecord &alarm)
{
    COUNTERSIGN_TRY_INTO(open, work.tx.openAlarmsOf(alarm.payout));
    return std::any_of(open.begin(), open.end(), [&](const AlarmRecord &known) {
        return known.kind == alarm.kind && known.payout == alarm.payout && known.sessionId == alarm.sessionId;
    });
}

/// True: raised now, and not open already.
Result<bool> raiseTableAlarm(Work &work, const Transition &change, const PayoutRecord &payout, const QString &sessionId,
                             Event event)
{
    if (change.alarm == TableAlarm::none) return false;
    const AlarmKind kind = alarmKindOf(change.alarm);
    const AlarmRecord alarm{.kind = kind,
                            .payout = payout.id,
                            .sessionId = sessionId,
                            .detail = QStringLiteral("%1 in %2").arg(eventWord(event), stateWord(payout.state)),
                            .raisedAt = work.now};
    if (change.freeze) return raiseFreezingAlarm(work, alarm);
    COUNTERSIGN_TRY_INTO(known, isOpen(work, alarm));
    COUNTERSIGN_TRY(raiseAlarm(work, alarm));
    return !known;
}

/// What bankError leads back to. A call under way ends while the bank errs, and nobody waits for its answer any more:
/// what is remembered is the state that asks the bank instead.
PayoutState toRemember(PayoutState state)
{
    if (state == PayoutState::starting) return PayoutState::startUnknown;
    if (state == PayoutState::confirming) return PayoutState::confirmUnknown;
    if (state == PayoutState::cancelling) return PayoutState::cancelUnknown;
    return state;
}

void moveTo(PayoutRecord &payout, PayoutState state, Instant now)
{
    if (payout.state == state) return;
    if (state == PayoutState::bankError)
        payout.stateBeforeError = toRemember(payout.state);
    else if (payout.state == PayoutState::bankError)
        payout.stateBeforeError = std::nullopt;
    payout.state = state;
    payout.stateSince = now;
}

} // namespace

QString eventWord(Event event)
{
    switch (event) {
    case Event::submit:
        return QStringLiteral("submitted");
    case Event::withdraw:
        return QStringLiteral("withdrawn");
    case Event::approve:
        return QStringLiteral("approved");
    case Event::cancelDecided:
        return QStringLiteral("cancelDecided");
    case Event::closeOrdered:
        return QStringLiteral("closeOrdered");
    case Event::resendOrdered:
        return QStringLiteral("resendOrdered");
    case Event::resolve:
        return QStringLiteral("resolved");
    case Event::pick:
        return QStringLiteral("sessionOpening");
    case Event::proceed:
        return QStringLiteral("startSent");
    case Event::gatePassed:
        return QStringLiteral("confirmSent");
    case Event::gateFailed:
        return QStringLiteral("gateRefused");
    case Event::callOk:
        return QStringLiteral("callAnswered");
    case Event::callNotSent:
        return QStringLiteral("callNotSent");
    case Event::callRefused:
        return QStringLiteral("callRefused");
    case Event::callUnknown:
        return QStringLiteral("callUnknown");
    case Event::seenReady:
        return QStringLiteral("bankChecked");
    case Event::seenPaid:
        return QStringLiteral("paid");
    case Event::seenFailed:
        return QStringLiteral("failed");
    case Event::seenCancelled:
        return QStringLiteral("cancelled");
    case Event::seenReturned:
        return QStringLiteral("returned");
    case Event::waitedForAnswer:
        return QStringLiteral("held");
    case Event::seenNone:
    case Event::seenWork:
    case Event::seenWorkAfterReady:
    case Event::seenError:
    case Event::seenMultiple:
    case Event::seenGone:
        break;
    }
    return QStringLiteral("observed");
}

Result<Case> loadCase(Work &work, const PayoutId &id)
{
    COUNTERSIGN_TRY_INTO(payout, work.tx.payout(id));
    Case subject{payout, {}};
    if (!payout.attempt.isEmpty()) {
        COUNTERSIGN_TRY_INTO(attempt, work.tx.attempt(payout.attempt));
        subject.attempt = attempt;
    }
    return subject;
}

Result<> raiseAlarm(Work &work, AlarmRecord alarm, AlarmSameness sameness)
{
    COUNTERSIGN_TRY_INTO(open, work.tx.openAlarmsOf(alarm.payout));
    for (const AlarmRecord &known : std::as_const(open)) {
        const bool same =
            known.kind == alarm.kind && known.payout == alarm.payout && known.sessionId == alarm.sessionId;
        if (same && (sameness == AlarmSameness::kind || known.detail == alarm.detail)) return {};
    }
    COUNTERSIGN_TRY(work.tx.insertAlarm(alarm));
    work.overviewChanged = true;
    return work.tx.appendAudit(QStringLiteral("alarm"), {{QStringLiteral("payout"), alarm.payout.text},
                                                         {QStringLiteral("kind"), alarmWord(alarm.kind)},
                                                         {QStringLiteral("session"), alarm.sessionId},
                                                         {QStringLiteral("detail"), alarm.detail}});
}

Result<bool> raiseFreezingAlarm(Work &work, const AlarmRecord &alarm)
{
    COUNTERSIGN_TRY_INTO(known, isOpen(work, alarm));
    COUNTERSIGN_TRY(raiseAlarm(work, alarm));
    if (!known) COUNTERSIGN_TRY(setFreeze(work, {.frozen = true, .cause = alarmWord(alarm.kind), .since = work.now}));
    return !known;
}

Result<> setFreeze(Work &work, const FreezeRecord &freeze)
{
    COUNTERSIGN_TRY_INTO(now, work.tx.freeze());
    if (now.frozen == freeze.frozen) return {};
    COUNTERSIGN_TRY(work.tx.insertFreeze(freeze));
    work.overviewChanged = true;
    return work.tx.appendAudit(freeze.frozen ? QStringLiteral("frozen") : QStringLiteral("freezeLifted"),
                               {{QStringLiteral("cause"), freeze.cause},
                                {QStringLiteral("user"), freeze.user},
                                {QStringLiteral("reason"), freeze.reason}});
}

namespace {

/// The next attempt would open by itself, but commits were lost since this one opened: a later session, which the store
/// does not know any more, may have paid. Only a person sends the payout again, as one that waited then (K15).
Result<bool> goesBackAfterLostCommits(Work &work, const Case &subject, const Transition &change)
{
    const PayoutState from = subject.payout.state;
    if (change.to != PayoutState::queued || from == PayoutState::queued || from == PayoutState::draft) return false;
    return work.tx.lostCommitsSince(subject.attempt.openedAt);
}

Result<> keepFromLeaving(Work &work, PayoutRecord &payout, Transition &change)
{
    COUNTERSIGN_TRY_INTO(sent, wasSentWithOtherContent(work, payout.id));
    change.to = sent ? PayoutState::hold : PayoutState::draft;
    if (sent) payout.reasonCode = sentWithOtherContent();
    return {};
}

NextCall nextCallOf(CallKind kind)
{
    switch (kind) {
    case CallKind::create:
        return NextCall::create;
    case CallKind::start:
        return NextCall::start;
    case CallKind::confirm:
        return NextCall::confirm;
    case CallKind::cancel:
        return NextCall::cancel;
    case CallKind::status:
        break;
    }
    return NextCall::none;
}

/// What the journal tells (K15), stored and audited.
Result<> storeLost(Work &work, Case &subject, PayoutState from, const QString &what, QJsonObject details)
{
    subject.payout.changedAt = work.now;
    COUNTERSIGN_TRY(work.tx.updatePayout(subject.payout));
    work.changed.insert(subject.payout.id);
    details.insert(QLatin1String("from"), stateWord(from));
    details.insert(QLatin1String("to"), stateWord(subject.payout.state));
    return work.tx.appendAudit(what, details);
}

} // namespace

Result<Transition> applyEvent(Work &work, Case &subject, Event event, const EventFacts &facts, QJsonObject details)
{
    PayoutRecord &payout = subject.payout;
    EventFacts complete = facts;
    complete.before = payout.stateBeforeError;
    Transition change = transition(payout.state, event, complete);
    COUNTERSIGN_TRY_INTO(lost, goesBackAfterLostCommits(work, subject, change));
    if (lost) COUNTERSIGN_TRY(keepFromLeaving(work, payout, change));
    const PayoutState from = payout.state;

    COUNTERSIGN_TRY(raiseTableAlarm(work, change, payout, subject.attempt.sessionId, event));
    if (change.refused) {
        details.insert(QLatin1String("refused"), true);
    } else {
        moveTo(payout, change.to, work.now);
        if (change.voidDecisions) {
            COUNTERSIGN_TRY(work.tx.voidDecisions(subject.attempt.id, eventWord(event)));
        }
        if (change.standing && !subject.attempt.id.isEmpty()) {
            subject.attempt.standing = *change.standing;
            COUNTERSIGN_TRY(work.tx.updateAttempt(subject.attempt));
        }
    }
    payout.changedAt = work.now;
    COUNTERSIGN_TRY(work.tx.updatePayout(payout));

    // A repeated observation that changes nothing is in the observations already; the history stays readable.
    const bool quiet = change.listed && !change.refused && from == payout.state && event >= Event::seenNone;
    if (!quiet) {
        details.insert(QLatin1String("payout"), payout.id.text);
        if (!details.contains(QLatin1String("from"))) details.insert(QLatin1String("from"), stateWord(from));
        details.insert(QLatin1String("to"), stateWord(payout.state));
        if (!subject.attempt.sessionId.isEmpty()) {
            details.insert(QLatin1String("session"), subject.attempt.sessionId);
        }
        COUNTERSIGN_TRY(work.tx.appendAudit(eventWord(event), details));
    }
    work.changed.insert(payout.id);
    if (change.askStatus) work.askSoon.insert(payout.id);
    if (const auto kind = noticeKindOf(change.telling, from, payout.state); kind && from != payout.state) {
        work.notices.append({*kind, payout.id, payout.recipientName, payout.amountKopecks});
    }
    return change;
}

Result<Transition> applyEventOfClosedAttempt(Work &work, PayoutRecord &payout, AttemptRecord &attempt, Event event)
{
    const Transition change = transitionOfClosedAttempt(attempt.standing, payout.state, event);
    COUNTERSIGN_TRY_INTO(news, raiseTableAlarm(work, change, payout, attempt.sessionId, event));
    const PayoutState from = payout.state;
    moveTo(payout, change.to, work.now);
    if (news || payout.state != from) {
        payout.changedAt = work.now;
        COUNTERSIGN_TRY(work.tx.updatePayout(payout));
        COUNTERSIGN_TRY(
            work.tx.appendAudit(eventWord(event), {{QStringLiteral("payout"), payout.id.text},
                                                   {QStringLiteral("from"), stateWord(from)},
                                                   {QStringLiteral("to"), stateWord(payout.state)},
                                                   {QStringLiteral("session"), attempt.sessionId},
                                                   {QStringLiteral("standing"), standingWord(attempt.standing)}}));
        work.notices.append({Notice::Kind::needsAttention, payout.id, payout.recipientName, payout.amountKopecks});
    }
    work.changed.insert(payout.id);
    return change;
}

Result<> applyLostCall(Work &work, Case &subject, const AttemptRecord &attempt, CallKind call, const QString &what,
                       QJsonObject details)
{
    PayoutRecord &payout = subject.payout;
    const PayoutState from = payout.state;
    if (payout.attempt == attempt.id && from == PayoutState::bankError) {
        const PayoutState before = payout.stateBeforeError.value_or(from);
        payout.stateBeforeError = toRemember(transitionOfLostCall(before, nextCallOf(call)).to);
    } else if (payout.attempt == attempt.id) {
        moveTo(payout, transitionOfLostCall(from, nextCallOf(call)).to, work.now);
    }
    return storeLost(work, subject, from, what, std::move(details));
}

Result<> applyFoundSession(Work &work, Case &subject, const AttemptRecord &attempt, const QString &what)
{
    PayoutRecord &payout = subject.payout;
    const PayoutState from = payout.state;
    COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(payout.id));
    for (AttemptRecord &other : attempts) { // one without a session may be live beside the latest
        if (other.id == attempt.id || other.standing != AttemptStanding::live) continue;
        other.standing = AttemptStanding::fenced;
        COUNTERSIGN_TRY(work.tx.updateAttempt(other));
    }
    subject.attempt = attempt;
    subject.attempt.standing = AttemptStanding::live;
    COUNTERSIGN_TRY(work.tx.updateAttempt(subject.attempt));
    payout.attempt = attempt.id;
    moveTo(payout, transitionOfFoundSession(payout.stateBeforeError.value_or(from)).to, work.now);
    payout.reasonCode.clear();
    payout.reasonText.clear();
    return storeLost(work, subject, from, what,
                     {{QStringLiteral("payout"), payout.id.text},
                      {QStringLiteral("session"), attempt.sessionId},
                      {QStringLiteral("byJournal"), true}});
}

Result<> applyLostSession(Work &work, Case &subject, const QString &sessionId)
{
    const PayoutState from = subject.payout.state;
    const Transition change = transitionOfLostSession(from);
    if (change.to == from) return {};
    moveTo(subject.payout, change.to, work.now);
    if (subject.payout.reasonCode != contentLost()) subject.payout.reasonCode = sentWithOtherContent();
    subject.payout.reasonText.clear();
    if (change.standing) {
        subject.attempt.standing = *change.standing;
        COUNTERSIGN_TRY(work.tx.updateAttempt(subject.attempt));
    }
    return storeLost(work, subject, from, eventWord(Event::waitedForAnswer),
                     {{QStringLiteral("payout"), subject.payout.id.text},
                      {QStringLiteral("session"), sessionId},
                      {QStringLiteral("byJournal"), true}});
}

QString sentWithOtherContent()
{
    return QStringLiteral("sentWithOtherContent");
}

QString earlierSession()
{
    return QStringLiteral("earlierSession");
}

QString createdThreeTimes()
{
    return QStringLiteral("createdThreeTimes");
}

Result<bool> wasSentWithOtherContent(Work &work, const PayoutId &id)
{
    COUNTERSIGN_TRY_INTO(open, work.tx.openAlarmsOf(id));
    return std::any_of(open.begin(), open.end(),
                       [](const AlarmRecord &alarm) { return alarm.kind == AlarmKind::journalAhead; });
}

} // namespace countersign
