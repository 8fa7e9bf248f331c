#include "payouts/offers.h"

#include <QSet>

namespace countersign {

using namespace std::chrono_literals;

namespace {

QList<SendRecord> sendsOf(const PayoutDossier &dossier, CallKind kind)
{
    QList<SendRecord> sends;
    for (const IntentRecord &intent : dossier.intents) {
        if (intent.kind != kind || intent.status == IntentStatus::voided) continue;
        for (const SendRecord &send : dossier.sends) {
            if (send.intent == intent.id && mayHaveArrived(send)) sends.append(send);
        }
    }
    return sends;
}

/// The first observation that can tell what became of the last of them.
qint64 firstToTellOf(const QList<SendRecord> &sends)
{
    qint64 first = 0;
    for (const SendRecord &send : sends)
        first = std::max(first, send.toldFrom);
    return first;
}

/// An act that the settle rule guards; sent often enough, nothing is left but to wait for another word of the bank.
OfferedAct sendingAgain(Offer offer, const PayoutDossier &dossier, CallKind call, QList<ObservationKind> kinds,
                        Instant now)
{
    const QList<SendRecord> sends = sendsOf(dossier, call);
    if (call != CallKind::start && sends.size() >= mostSends) return {Offer::putOnHold, true, {}};
    const Settling settling = settlingOf(dossier.observations, sends, now);
    const bool rightKind = settling.kind && kinds.contains(*settling.kind);
    return {offer, settling.settled && rightKind, rightKind ? settling.settlesAt : std::nullopt};
}

ObservationKind endOf(PayoutState state)
{
    if (state == PayoutState::returned) return ObservationKind::returned;
    return state == PayoutState::failed ? ObservationKind::failed : ObservationKind::cancelled;
}

/// No final word of the bank contradicts this end; a return comes after `paid`.
bool saysOnly(ObservationKind end, const QList<ObservationRecord> &newestFirst)
{
    return std::all_of(newestFirst.begin(), newestFirst.end(), [end](const ObservationRecord &observation) {
        if (observation.rank.value_or(0) < 4) return true;
        return observation.kind == end ||
               (end == ObservationKind::returned && observation.kind == ObservationKind::paid);
    });
}

/// "none" and "gone" are no end: a start may still be on its way, and a reading can be wrong once (L11).
bool isOverWithoutMoney(std::optional<ObservationKind> said)
{
    return said == ObservationKind::cancelled || said == ObservationKind::failed;
}

bool mayBeMoney(std::optional<ObservationKind> said)
{
    return said == ObservationKind::paid || said == ObservationKind::returned || said == ObservationKind::multiple;
}

/// An approval of another session's answer approves nothing here, though both be the same bytes.
QList<DecisionRecord> decisionsOfAttempt(const PayoutDossier &dossier)
{
    QList<DecisionRecord> own;
    std::copy_if(dossier.decisions.begin(), dossier.decisions.end(), std::back_inserter(own),
                 [&](const DecisionRecord &each) { return dossier.attempt && each.attempt == dossier.attempt->id; });
    return own;
}

/// What would always be refused is not offered: nobody knows the bytes of the cancel any more.
QList<OfferedAct> offersAfterCancel(const PayoutDossier &dossier, Instant now)
{
    const OfferedAct again = sendingAgain(Offer::sendCancelAgain, dossier, CallKind::cancel,
                                          {ObservationKind::ready, ObservationKind::none}, now);
    if (dossier.cancelBodyLost && again.offer == Offer::sendCancelAgain) return {{Offer::askNow, true, {}}};
    return {{Offer::askNow, true, {}}, again};
}

/// L1: the bank has said that it took it.
bool isConfirmTaken(const QList<IntentRecord> &intents)
{
    return std::any_of(intents.begin(), intents.end(), [](const IntentRecord &intent) {
        return intent.kind == CallKind::confirm && intent.status == IntentStatus::answered;
    });
}

QList<OfferedAct> offersAfterConfirm(const PayoutDossier &dossier, Instant now)
{
    QList<OfferedAct> acts{{Offer::askNow, true, {}}};
    const OfferedAct again =
        sendingAgain(Offer::sendConfirmAgain, dossier, CallKind::confirm, {ObservationKind::ready}, now);
    const bool repeatable =
        !isConfirmTaken(dossier.intents) && approvalStands(decisionsOfAttempt(dossier), dossier.confirmInfo, now);
    if (repeatable || again.offer != Offer::sendConfirmAgain) acts.append(again);
    return acts;
}

QList<OfferedAct> offersInHold(const PayoutDossier &dossier)
{
    QList<OfferedAct> acts{{Offer::askNow, dossier.attempt && !dossier.attempt->sessionId.isEmpty(), {}}};
    const std::optional<bool> answered = dossier.confirmInfo ? std::optional(true) : std::nullopt;
    const auto target = resolvableTo(dossier.payout, dossier.attempt, dossier.intents, dossier.observations, answered);
    const bool resolvable = target && (movedMoney(target) || !lostSessionMayPay(dossier.alarms, dossier.payout.id));
    acts.append({Offer::acceptObservation, resolvable, {}});
    if (cancelOfferedInHold(dossier.attempt, dossier.intents, dossier.observations)) {
        acts.append({Offer::cancelAtBank, true, {}});
    }
    return acts;
}

} // namespace

bool lostSessionMayPay(const QList<AlarmRecord> &alarms, const PayoutId &payout)
{
    QSet<QString> named;
    QSet<QString> over;
    for (const AlarmRecord &alarm : alarms) {
        if (alarm.kind != AlarmKind::journalAhead || alarm.payout != payout) continue;
        const auto said = observationFromWord(alarm.detail);
        if (mayBeMoney(said)) return true; // whatever it says later
        named.insert(alarm.sessionId);
        if (isOverWithoutMoney(said)) over.insert(alarm.sessionId);
    }
    return named != over;
}

bool confirmStands(const QList<IntentRecord> &intents)
{
    return std::any_of(intents.begin(), intents.end(), [](const IntentRecord &intent) {
        return intent.kind == CallKind::confirm && intent.status != IntentStatus::voided;
    });
}

bool approvalStands(const QList<DecisionRecord> &decisions, const std::optional<ConfirmInfoRecord> &latest, Instant now)
{
    return std::any_of(decisions.begin(), decisions.end(), [&](const DecisionRecord &decision) {
        return decision.kind == DecisionKind::approve && !decision.voided && now < decision.expiresAt && latest &&
               latest->bytesSha256 == decision.confirmInfoSha256;
    });
}

bool cancelOfferedInHold(const std::optional<AttemptRecord> &attempt, const QList<IntentRecord> &intents,
                         const QList<ObservationRecord> &newestFirst)
{
    if (!attempt || attempt->sessionId.isEmpty() || attempt->standing != AttemptStanding::live) return false;
    const bool waits = !newestFirst.isEmpty() && (newestFirst.first().kind == ObservationKind::ready ||
                                                  newestFirst.first().kind == ObservationKind::multiple);
    return waits && std::none_of(intents.begin(), intents.end(), [](const IntentRecord &intent) {
               const bool decides = intent.kind == CallKind::confirm || intent.kind == CallKind::cancel;
               return decides && intent.status != IntentStatus::voided;
           });
}

Settling settlingOf(const QList<ObservationRecord> &newestFirst, const QList<SendRecord> &sends, Instant now)
{
    const Instant lastByteSent = lastByteCouldHaveLeft(sends);
    const qint64 toldFrom = firstToTellOf(sends);
    Settling settling;
    Instant first{};
    Instant last{};
    for (const ObservationRecord &observation : newestFirst) {
        if (observation.id < toldFrom) break;
        if (observation.source != ObservationSource::status) continue;
        if (observation.observedAt - lastByteSent < 60s) break;
        if (settling.kind && observation.kind != *settling.kind) break;
        if (!settling.kind) last = observation.observedAt;
        settling.kind = observation.kind;
        first = observation.observedAt;
        ++settling.readings;
    }
    if (settling.readings == 0) return settling;
    settling.settled = settling.readings >= 3 && last - first >= 10min;
    if (!settling.settled) settling.settlesAt = std::max(first + 10min, now);
    return settling;
}

bool leavesCancelUndone(const Settling &settling)
{
    return settling.settled && (settling.kind == ObservationKind::ready || settling.kind == ObservationKind::none);
}

bool mayHaveArrived(const SendRecord &send)
{
    return send.sendClass != SendClass::notSent;
}

Instant lastByteCouldHaveLeft(const QList<SendRecord> &sends)
{
    Instant last{};
    for (const SendRecord &send : sends)
        last = std::max(last, send.endedAt.value_or(send.startedAt + 30s));
    return last;
}

QString confirmInfoMissing()
{
    return QStringLiteral("confirmInfoMissing");
}

QString returnedInPart()
{
    return QStringLiteral("returnedInPart");
}

QString returnAmountUnknown()
{
    return QStringLiteral("returnAmountUnknown");
}

bool keepsMoney(const PayoutRecord &payout)
{
    return payout.reasonCode == returnedInPart() || payout.reasonCode == returnAmountUnknown();
}

bool endedWithoutMoney(const PayoutRecord &payout, const QList<ObservationRecord> &newestFirst)
{
    return (payout.state == PayoutState::failed || payout.state == PayoutState::cancelled ||
            payout.state == PayoutState::returned) &&
           !keepsMoney(payout) && saysOnly(endOf(payout.state), newestFirst);
}

bool payAgainAllowed(const PayoutRecord &payout, const QList<ObservationRecord> &newestFirst)
{
    return payAgainFrom(payout, newestFirst) == std::nullopt && !newestFirst.isEmpty() &&
           newestFirst.first().rank >= 4 && endedWithoutMoney(payout, newestFirst);
}

std::optional<Instant> payAgainFrom(const PayoutRecord &payout, const QList<ObservationRecord> &newestFirst)
{
    if (payout.state != PayoutState::failed && payout.state != PayoutState::cancelled &&
        payout.state != PayoutState::returned) {
        return std::nullopt;
    }
    std::optional<Instant> latest;
    std::optional<Instant> earliest;
    for (const ObservationRecord &observation : newestFirst) {
        if (observation.source != ObservationSource::status || observation.rank.value_or(0) < 4) continue;
        if (observation.kind != endOf(payout.state)) break; // what agrees about another end says nothing of this one
        if (!latest) latest = observation.observedAt;
        earliest = std::min(earliest.value_or(observation.observedAt), observation.observedAt);
        if (*latest - observation.observedAt >= 10min) return std::nullopt;
    }
    const Instant first = earliest.value_or(payout.stateSince);
    return first + 10min;
}

bool movedMoney(std::optional<PayoutState> state)
{
    return state == PayoutState::paid || state == PayoutState::returned;
}

const ObservationRecord *latestThatCounts(const QList<ObservationRecord> &newestFirst, int rank)
{
    const auto found = std::find_if(newestFirst.begin(), newestFirst.end(),
                                    [rank](const ObservationRecord &each) { return !each.rank || *each.rank >= rank; });
    return found == newestFirst.end() ? nullptr : &*found;
}

std::optional<PayoutState> resolvableTo(const PayoutRecord &payout, const std::optional<AttemptRecord> &attempt,
                                        const QList<IntentRecord> &intents, const QList<ObservationRecord> &newestFirst,
                                        std::optional<bool> hardFieldsEqual)
{
    if (payout.state != PayoutState::hold) return std::nullopt;
    const bool startStands = std::any_of(intents.begin(), intents.end(), [](const IntentRecord &intent) {
        return intent.kind == CallKind::start && intent.status != IntentStatus::voided;
    });
    if (!startStands) return PayoutState::draft; // nothing that could pay was ever taken: correct and send again
    if (!attempt || newestFirst.isEmpty()) return std::nullopt;
    const bool confirmed = confirmStands(intents);
    const bool cancelStands = std::any_of(intents.begin(), intents.end(), [](const IntentRecord &intent) {
        return intent.kind == CallKind::cancel && intent.status != IntentStatus::voided;
    });
    const ObservationRecord *latest = latestThatCounts(newestFirst, attempt->rank);
    if (!latest) return std::nullopt;
    // A session that held two payouts is never confirmed: a later "one" may be an older message that was late (L8,
    // L11).
    const bool heldTwo = std::any_of(newestFirst.begin(), newestFirst.end(), [](const ObservationRecord &observation) {
        return observation.kind == ObservationKind::multiple;
    });
    if (heldTwo && latest->rank.value_or(0) < 4) return std::nullopt;
    switch (latest->kind) {
    case ObservationKind::ready:
        if (confirmed) return PayoutState::confirmUnknown;
        if (cancelStands) return PayoutState::cancelUnknown; // L3: this session is never confirmed any more
        if (!hardFieldsEqual) return std::nullopt;
        return *hardFieldsEqual ? PayoutState::review : PayoutState::mismatch;
    case ObservationKind::work:
        return confirmed ? PayoutState::executing : PayoutState::waitBank;
    case ObservationKind::paid:
        return PayoutState::paid;
    case ObservationKind::failed:
        return PayoutState::failed;
    case ObservationKind::cancelled:
        return PayoutState::cancelled;
    case ObservationKind::returned:
        return PayoutState::returned;
    case ObservationKind::none:
    case ObservationKind::error:
    case ObservationKind::multiple:
    case ObservationKind::gone:
        return std::nullopt;
    }
    return std::nullopt;
}

QList<OfferedAct> offersFor(const PayoutDossier &dossier, Instant now)
{
    const PayoutRecord &payout = dossier.payout;
    switch (payout.state) {
    case PayoutState::draft: {
        QList<OfferedAct> acts{{Offer::editDraft, true, {}}, {Offer::sendForChecking, true, {}}};
        if (payout.version == 0) acts.append({Offer::discardDraft, true, {}});
        return acts;
    }
    case PayoutState::queued:
    case PayoutState::open:
        return {{Offer::withdraw, true, {}}};
    case PayoutState::review:
    case PayoutState::mismatch:
        return {{Offer::review, true, {}}, {Offer::cancelPayout, true, {}}};
    case PayoutState::approved:
        return {{Offer::cancelPayout, true, {}}};
    case PayoutState::creating:
    case PayoutState::starting:
    case PayoutState::confirming:
        return {};
    case PayoutState::waitBank:
    case PayoutState::executing:
    case PayoutState::cancelling:
    case PayoutState::bankError:
        return {{Offer::askNow, true, {}}};
    case PayoutState::startUnknown:
        return {{Offer::askNow, true, {}},
                sendingAgain(Offer::closeAndTryAgain, dossier, CallKind::start, {ObservationKind::none}, now)};
    case PayoutState::confirmUnknown:
        return offersAfterConfirm(dossier, now);
    case PayoutState::cancelUnknown:
    case PayoutState::closing:
        return offersAfterCancel(dossier, now);
    case PayoutState::hold:
        return offersInHold(dossier);
    case PayoutState::paid:
        return {{Offer::askNow, true, {}}};
    case PayoutState::failed:
    case PayoutState::cancelled:
    case PayoutState::returned:
        return {{Offer::payAgain, payAgainAllowed(payout, dossier.observations),
                 payAgainFrom(payout, dossier.observations)},
                {Offer::askNow, true, {}}};
    }
    return {};
}

} // namespace countersign
