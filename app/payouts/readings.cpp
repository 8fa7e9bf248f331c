#include "core/try.h"
#include "payouts/following.h"
#include "payouts/offers.h"

#include <array>

namespace countersign {

namespace {

Event eventOf(ObservationKind kind, std::optional<int> rank)
{
    switch (kind) {
    case ObservationKind::none:
        return Event::seenNone;
    case ObservationKind::work:
        return rank == 3 ? Event::seenWorkAfterReady : Event::seenWork;
    case ObservationKind::ready:
        return Event::seenReady;
    case ObservationKind::paid:
        return Event::seenPaid;
    case ObservationKind::failed:
        return Event::seenFailed;
    case ObservationKind::cancelled:
        return Event::seenCancelled;
    case ObservationKind::returned:
        return Event::seenReturned;
    case ObservationKind::error:
        return Event::seenError;
    case ObservationKind::multiple:
        return Event::seenMultiple;
    case ObservationKind::gone:
        return Event::seenGone;
    }
    return Event::seenGone;
}

const BankError *errorOf(const SessionReading &reading)
{
    for (const PayoutEcho &payout : reading.payouts) {
        if (payout.error) return &*payout.error;
    }
    return reading.error ? &*reading.error : nullptr;
}

ObservationRecord observationOf(const SessionReading &reading, const ReadingSource &source, Instant now)
{
    ObservationRecord record;
    record.sessionId = reading.sessionId;
    record.kind = meaningOf(reading);
    record.source = source.source;
    record.sourceId = source.id;
    record.sessionStatus = reading.status;
    record.nextAction = reading.nextAction;
    record.payoutCount = static_cast<int>(reading.payouts.size());
    if (!reading.payouts.isEmpty()) {
        record.bankPayoutId = reading.payouts.first().id;
        record.payoutStatus = reading.payouts.first().status;
    }
    record.updatedAtMicros = reading.updatedAtMicros;
    if (const BankError *error = errorOf(reading)) {
        record.errorCode = error->code;
        record.errorText = error->description;
    }
    record.rawSha256 = sha256Hex(source.message);
    record.observedAt = now;
    return record;
}

/// Stores the answer when its bytes are new. True: there was one before, and its content is another.
Result<bool> takeAnswer(Work &work, const EngineParts &parts, const SessionReading &reading,
                        const ReadingSource &source)
{
    if (!reading.confirmInformation) return false;
    const QByteArray &bytes = *reading.confirmInformation;
    COUNTERSIGN_TRY_INTO(canonical, parts.protocol.canonicalForm(bytes));
    COUNTERSIGN_TRY_INTO(known, work.tx.latestConfirmInfo(reading.sessionId));

    ConfirmInfoRecord info{.sessionId = reading.sessionId,
                           .bytes = bytes,
                           .bytesSha256 = sha256Hex(bytes),
                           .canonSha256 = sha256Hex(canonical),
                           .message = source.message,
                           .source = source.source,
                           .sourceId = source.id,
                           .keyFingerprint = source.keyFingerprint,
                           .receivedAt = work.now};
    if (known && known->canonSha256 == info.canonSha256) {
        // Same content in other bytes is a duplicate: what was shown and decided about stays in force.
        return false;
    }
    COUNTERSIGN_TRY(work.tx.insertConfirmInfo(info));
    COUNTERSIGN_TRY(work.tx.appendAudit(known ? QStringLiteral("answerChanged") : QStringLiteral("answerReceived"),
                                        {{QStringLiteral("session"), reading.sessionId},
                                         {QStringLiteral("sha256"), QString::fromLatin1(info.bytesSha256)},
                                         {QStringLiteral("source"), sourceWord(source.source)},
                                         {QStringLiteral("signedBy"), source.keyFingerprint}}));
    return known.has_value();
}

/// Whether an echo contradicts an earlier one in anything that is compared. A shorter echo says less, not something
/// else; one that can't be read says something else.
bool saysOtherwise(const PayoutEcho &was, const PayoutEcho &is)
{
    static constexpr std::array texts{&PayoutEcho::id,       &PayoutEcho::account,     &PayoutEcho::bik,
                                      &PayoutEcho::fullName, &PayoutEcho::description, &PayoutEcho::senderAccount};
    const bool otherText = std::any_of(texts.begin(), texts.end(), [&](QString PayoutEcho::*text) {
        return !(is.*text).isEmpty() && is.*text != was.*text;
    });
    const auto differs = [](const auto &old, const auto &now) { return now && now != old; };
    const bool otherCurrency = !is.currency.isEmpty() && is.currency.compare(was.currency, Qt::CaseInsensitive) != 0;
    const bool unreadable = !is.unreadable.isEmpty() && is.unreadable != was.unreadable;
    return otherText || otherCurrency || unreadable || differs(was.inn, is.inn) || differs(was.kpp, is.kpp) ||
           differs(was.isFast, is.isFast) || differs(was.amountKopecks, is.amountKopecks);
}

/// The echo of a `ready` message must go on saying what the stored answer's message said (L8): another amount or
/// purpose beside the same confirm_information is another answer.
Result<bool> echoChanged(Work &work, const EngineParts &parts, const SessionReading &reading)
{
    COUNTERSIGN_TRY_INTO(known, work.tx.latestConfirmInfo(reading.sessionId));
    if (!known || reading.payouts.size() != 1) return false;
    COUNTERSIGN_TRY_INTO(before, parts.protocol.readWebhook(known->message));
    if (before.payouts.size() != 1) return true;
    return saysOtherwise(before.payouts.first(), reading.payouts.first());
}

/// An answer whose echo changed is stored again under the new message, so that review and gate see the new echo.
Result<> storeEcho(Work &work, const SessionReading &reading, const ReadingSource &source)
{
    COUNTERSIGN_TRY_INTO(known, work.tx.latestConfirmInfo(reading.sessionId));
    if (!known) return {};
    ConfirmInfoRecord info = *known;
    info.id = 0;
    info.message = source.message;
    info.source = source.source;
    info.sourceId = source.id;
    info.keyFingerprint = source.keyFingerprint;
    info.receivedAt = work.now;
    return work.tx.insertConfirmInfo(info);
}

EventFacts factsOf(const EngineParts &parts, const Result<AnswerOnFile> &answer, bool answerChanged)
{
    EventFacts facts;
    facts.answerChanged = answerChanged;
    facts.mismatchMayBeApproved = parts.settings.mismatchMayBeConfirmed;
    const std::optional<bool> asAsked = saysAsAsked(answer);
    facts.hasAnswer = asAsked.has_value();
    facts.hardFieldsEqual = asAsked.value_or(false);
    return facts;
}

/// A lower rank than recorded, or an answer that the bank has replaced since: a webhook that was on its way for long
/// must not bring an old answer back.
Result<bool> isOvertaken(Work &work, const ObservationRecord &observation, const AttemptRecord &attempt)
{
    if (observation.rank && *observation.rank < attempt.rank) return true;
    if (observation.kind != ObservationKind::ready || !attempt.readyAtMicros || !observation.updatedAtMicros)
        return false;
    if (*observation.updatedAtMicros >= *attempt.readyAtMicros) return false;
    COUNTERSIGN_TRY_INTO(known, work.tx.latestConfirmInfo(attempt.sessionId));
    return known.has_value();
}

/// The states in which an answer has been told already, or a person was told something else.
bool hasAnswerState(PayoutState state)
{
    return state == PayoutState::review || state == PayoutState::mismatch || state == PayoutState::approved ||
           state == PayoutState::hold || isFinal(state);
}

/// The list and the details say already that the review has something to tick.
void sayWhetherDiffers(Case &subject, const Result<AnswerOnFile> &answer)
{
    const bool differs = answer && !answer->comparison.requiredTicks().isEmpty();
    subject.payout.reasonCode = differs ? QStringLiteral("differences") : QString();
    subject.payout.reasonText.clear();
}

/// What is not known to have come back is where it was sent.
void sayWhatCameBack(PayoutRecord &payout, const PayoutEcho &echo)
{
    const std::optional<qint64> sent = std::max(payout.amountKopecks, echo.amountKopecks); // none is less than any
    const bool known = sent && echo.returnedKopecks;
    if (known && *echo.returnedKopecks >= *sent) {
        if (keepsMoney(payout)) payout.reasonCode.clear();
        return;
    }
    payout.reasonText.clear();
    payout.reasonCode = known ? returnedInPart() : returnAmountUnknown();
}

/// Another end was seen of the same session. Only an end asks for the earlier observations: there may be many.
Result<bool> isContradiction(Work &work, const ObservationRecord &observation)
{
    if (observation.rank != 4) return false;
    COUNTERSIGN_TRY_INTO(all, work.tx.observations(observation.sessionId, 1000));
    return std::any_of(all.begin(), all.end(), [&](const ObservationRecord &other) {
        return other.rank == 4 && other.kind != observation.kind;
    });
}

/// The cancel of a given-up session leaves by itself, and again as from NU: settled, the SAME one when its outcome is
/// unknown or it was taken and not carried out, three times at most in all. What certainly did not arrive is tried
/// without counting.
Result<> cancelGivenUp(Work &work, const EngineParts &parts, const AttemptRecord &attempt)
{
    COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt.id));
    QList<SendRecord> arrived;
    std::optional<IntentRecord> standing;
    for (const IntentRecord &intent : std::as_const(intents)) {
        if (intent.kind != CallKind::cancel) continue;
        if (intent.status != IntentStatus::voided) standing = intent;
        COUNTERSIGN_TRY_INTO(sends, work.tx.sends(intent.id));
        std::copy_if(sends.begin(), sends.end(), std::back_inserter(arrived), mayHaveArrived);
    }
    const bool leaves =
        standing && (standing->status == IntentStatus::ready || standing->status == IntentStatus::inflight);
    if (leaves) return {};
    if (arrived.isEmpty() && !standing) return insertCancelIntent(work, parts, attempt);
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(attempt.sessionId, 200));
    if (!leavesCancelUndone(settlingOf(observations, arrived, work.now)) || arrived.size() >= mostSends) return {};
    if (!standing) return insertCancelIntent(work, parts, attempt);
    COUNTERSIGN_TRY_INTO(body, bodyToRepeat(work, parts, *standing, attempt.sessionId));
    if (!body) return tellOfLostBody(work, attempt);
    work.callsReady = true;
    return work.tx.setIntentStatus(standing->id, IntentStatus::ready, work.now);
}

/// Given up here, and a confirm of it may be under way (K15): it is not cancelled (L3). The person who lifts the freeze
/// is told.
Result<> tellOfConfirmedSession(Work &work, const AttemptRecord &attempt)
{
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    if (!freeze.frozen) return {};
    return raiseAlarm(work,
                      {.kind = AlarmKind::journalAhead,
                       .sessionId = attempt.sessionId,
                       .detail = observationWord(ObservationKind::ready),
                       .raisedAt = work.now},
                      AlarmSameness::kindAndDetail);
}

/// A start that came to nothing may arrive yet, and keeps every later session from being confirmed (L2): once that is
/// settled the session is closed, as a payout's own empty one is (CL). Not beside a confirm (L3).
Result<> closeGivenUpEmpty(Work &work, const EngineParts &parts, const AttemptRecord &attempt)
{
    COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt.id));
    if (confirmStands(intents)) return {};
    QList<SendRecord> starts;
    for (const IntentRecord &intent : std::as_const(intents)) {
        if (intent.kind != CallKind::start || intent.status == IntentStatus::voided) continue;
        COUNTERSIGN_TRY_INTO(sends, work.tx.sends(intent.id));
        std::copy_if(sends.begin(), sends.end(), std::back_inserter(starts), mayHaveArrived);
    }
    if (starts.isEmpty()) return {};
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(attempt.sessionId, 200));
    const Settling settling = settlingOf(observations, starts, work.now);
    if (!settling.settled || settling.kind != ObservationKind::none) return {};
    return cancelGivenUp(work, parts, attempt);
}

Result<> takeForClosedAttempt(Work &work, const EngineParts &parts, AttemptRecord &attempt, Event event)
{
    if (event == Event::seenNone) COUNTERSIGN_TRY(closeGivenUpEmpty(work, parts, attempt));
    if (event == Event::seenReady) {
        COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt.id));
        // None at all: found by an earlier version, which did not write down what the journal says of it.
        if (intents.isEmpty() || confirmStands(intents)) return tellOfConfirmedSession(work, attempt);
    }
    COUNTERSIGN_TRY_INTO(payout, work.tx.payout(attempt.payout));
    COUNTERSIGN_TRY_INTO(change, applyEventOfClosedAttempt(work, payout, attempt, event));
    if (change.call == NextCall::cancel) return cancelGivenUp(work, parts, attempt);
    return {};
}

} // namespace

Result<> insertCancelIntent(Work &work, const EngineParts &parts, const AttemptRecord &attempt, CallKind kind)
{
    COUNTERSIGN_TRY_INTO(known, work.tx.intents(attempt.id));
    for (const IntentRecord &intent : std::as_const(known)) {
        if (intent.kind == kind && intent.status != IntentStatus::voided) return {};
    }
    COUNTERSIGN_TRY_INTO(answer, work.tx.latestConfirmInfo(attempt.sessionId));
    work.callsReady = true;
    const QByteArray body = parts.protocol.decisionBody(attempt.sessionId, answer ? answer->bytes : QByteArray());
    return work.tx.insertIntent({.id = {parts.ids.next()},
                                 .attempt = attempt.id,
                                 .payout = attempt.payout,
                                 .kind = kind,
                                 .body = body,
                                 .bodySha256 = sha256Hex(body),
                                 .idempotencyKey = parts.settings.sendIdempotencyKey ? parts.ids.next() : QString(),
                                 .status = IntentStatus::ready,
                                 .notBefore = work.now,
                                 .createdAt = work.now});
}

Result<> tellOfLostBody(Work &work, const AttemptRecord &attempt)
{
    work.changed.insert(attempt.payout);
    return raiseAlarm(work,
                      {.kind = AlarmKind::fenced,
                       .payout = attempt.payout,
                       .sessionId = attempt.sessionId,
                       .detail = QStringLiteral("cancelBodyLost"),
                       .raisedAt = work.now},
                      AlarmSameness::kindAndDetail);
}

std::optional<QByteArray> bodyToRepeat(const BankProtocol &protocol, const IntentRecord &intent,
                                       const std::optional<ConfirmInfoRecord> &answer, const QString &sessionId)
{
    if (sha256Hex(intent.body) == intent.bodySha256) return intent.body;
    for (const QByteArray &slice : {answer ? answer->bytes : QByteArray(), QByteArray()}) {
        QByteArray body = protocol.decisionBody(sessionId, slice);
        if (sha256Hex(body) == intent.bodySha256) return body;
    }
    return std::nullopt;
}

Result<std::optional<QByteArray>> bodyToRepeat(Work &work, const EngineParts &parts, const IntentRecord &intent,
                                               const QString &sessionId)
{
    COUNTERSIGN_TRY_INTO(answer, work.tx.latestConfirmInfo(sessionId));
    return bodyToRepeat(parts.protocol, intent, answer, sessionId);
}

Result<> takeReading(Work &work, const EngineParts &parts, const SessionReading &reading, const ReadingSource &source)
{
    COUNTERSIGN_TRY_INTO(found, work.tx.attemptOfSession(reading.sessionId));
    if (!found) return fail(ErrorCode::notFound, reading.sessionId);
    AttemptRecord attempt = *found;

    ObservationRecord observation = observationOf(reading, source, work.now);
    observation.rank = rankOf(observation.kind, observation.updatedAtMicros, attempt.readyAtMicros);
    COUNTERSIGN_TRY(work.tx.insertObservation(observation));
    const Event event = eventOf(observation.kind, observation.rank);

    if (attempt.standing != AttemptStanding::live) {
        COUNTERSIGN_TRY(takeAnswer(work, parts, reading, source));
        return takeForClosedAttempt(work, parts, attempt, event);
    }
    COUNTERSIGN_TRY_INTO(overtaken, isOvertaken(work, observation, attempt));
    if (overtaken) return {}; // stored and ignored (L11)
    COUNTERSIGN_TRY_INTO(contentChanged, takeAnswer(work, parts, reading, source));
    bool answerChanged = contentChanged;
    if (observation.kind == ObservationKind::ready && !answerChanged) {
        COUNTERSIGN_TRY_INTO(otherEcho, echoChanged(work, parts, reading));
        answerChanged = otherEcho;
        if (otherEcho) COUNTERSIGN_TRY(storeEcho(work, reading, source));
    }

    if (observation.rank) attempt.rank = std::max(attempt.rank, *observation.rank);
    if (observation.kind == ObservationKind::ready && observation.updatedAtMicros) {
        attempt.readyAtMicros = std::max(attempt.readyAtMicros.value_or(0), *observation.updatedAtMicros);
    }
    if (!observation.bankPayoutId.isEmpty()) attempt.bankPayoutId = observation.bankPayoutId;
    const bool news = attempt.rank != found->rank || attempt.readyAtMicros != found->readyAtMicros ||
                      attempt.bankPayoutId != found->bankPayoutId;
    if (news) COUNTERSIGN_TRY(work.tx.updateAttempt(attempt));

    COUNTERSIGN_TRY_INTO(subject, loadCase(work, attempt.payout));
    if (!observation.errorCode.isEmpty() && !keepsMoney(subject.payout)) {
        subject.payout.reasonCode = observation.errorCode;
        subject.payout.reasonText = observation.errorText;
    }
    if (event == Event::seenReturned) sayWhatCameBack(subject.payout, reading.payouts.first());
    COUNTERSIGN_TRY_INTO(contradicts, isContradiction(work, observation));
    if (contradicts && !isFinal(subject.payout.state)) {
        COUNTERSIGN_TRY(raiseFreezingAlarm(work, {.kind = AlarmKind::contradiction,
                                                  .payout = attempt.payout,
                                                  .sessionId = reading.sessionId,
                                                  .detail = observationWord(observation.kind),
                                                  .raisedAt = work.now}));
    }
    // What has ended asks nothing about the answer, and is read every day.
    const bool asksForAnswer = event == Event::seenReady || !isFinal(subject.payout.state);
    const auto answer =
        asksForAnswer ? comparedAnswer(work, parts, subject) : Result<AnswerOnFile>(fail(ErrorCode::notFound));
    if (!answer && isStoreFailure(answer.error().code)) return std::unexpected(answer.error());
    const EventFacts facts = factsOf(parts, answer, answerChanged);
    const bool toldAnew = answerChanged && subject.payout.state != PayoutState::hold; // which keeps saying why
    if (event == Event::seenReady && (toldAnew || !hasAnswerState(subject.payout.state))) {
        sayWhetherDiffers(subject, answer);
    }
    if (event == Event::seenCancelled || event == Event::seenFailed) {
        // "Nothing was paid" would be untrue of a payout that another session has paid: a person resolves it.
        COUNTERSIGN_TRY_INTO(payer, paidElsewhere(work, attempt.payout, attempt.id));
        if (payer) return takeForClosedAttempt(work, parts, *payer, Event::seenPaid);
    }
    COUNTERSIGN_TRY(applyEvent(work, subject, event, facts,
                               {{QStringLiteral("source"), sourceWord(source.source)},
                                {QStringLiteral("observation"), observationWord(observation.kind)},
                                {QStringLiteral("code"), observation.errorCode}}));
    // A final result that a webhook brought is confirmed by one status reading (section 7).
    if (observation.rank && *observation.rank >= 4 && source.source != ObservationSource::status) {
        work.askSoon.insert(attempt.payout);
    }
    return {};
}

Result<> takeGone(Work &work, const EngineParts &parts, const QString &sessionId, const ReadingSource &source)
{
    COUNTERSIGN_TRY_INTO(found, work.tx.attemptOfSession(sessionId));
    if (!found) return fail(ErrorCode::notFound, sessionId);
    ObservationRecord observation{.sessionId = sessionId,
                                  .kind = ObservationKind::gone,
                                  .source = source.source,
                                  .sourceId = source.id,
                                  .rawSha256 = sha256Hex(source.message),
                                  .observedAt = work.now};
    COUNTERSIGN_TRY(work.tx.insertObservation(observation));
    if (found->standing != AttemptStanding::live) return {};
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, found->payout));
    const auto answer = comparedAnswer(work, parts, subject);
    if (!answer && isStoreFailure(answer.error().code)) return std::unexpected(answer.error());
    const EventFacts facts = factsOf(parts, answer, false);
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::seenGone, facts));
    return {};
}

} // namespace countersign
