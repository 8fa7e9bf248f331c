#include "payouts/gate.h"

#include "core/try.h"
#include "domain/rowwarnings.h"
#include "domain/workingdays.h"
#include "payouts/offers.h"
#include "payouts/recipientcheck.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign {

using namespace std::chrono_literals;

QString guardName(Guard guard)
{
    return QStringLiteral("G%1").arg(static_cast<int>(guard));
}

std::optional<Guard> firstRefusal(const GateFacts &facts)
{
    if (!facts.stateAllows) return Guard::g1;
    if (!facts.bankWaits) return Guard::g2;
    if (!facts.answerIsLatest) return Guard::g3;
    if (!facts.hardFieldsEqual) return Guard::g4;
    if (!facts.differencesTicked) return Guard::g5;
    if (!facts.digestsEqual) return Guard::g6;
    if (!facts.decisionSigned) return Guard::g7;
    if (!facts.rolesDistinct) return Guard::g8;
    if (!facts.decisionFresh) return Guard::g9;
    if (!facts.withinLimits) return Guard::g10;
    if (!facts.notFenced) return Guard::g11;
    if (!facts.statusFresh) return Guard::g12;
    if (!facts.notFrozen) return Guard::g13;
    if (!facts.fenceCurrent) return Guard::g14;
    return std::nullopt;
}

bool passesByWaiting(Guard guard)
{
    return guard == Guard::g12 || guard == Guard::g14;
}

namespace {

QJsonArray placesOf(const RecipientStanding &standing)
{
    QJsonArray places;
    for (const PaidRecipient &paid : standing.earlier)
        places.append(paid.who.account + u'/' + paid.who.bik);
    for (const RecipientIdentity &entry : standing.inBook)
        places.append(entry.account + u'/' + entry.bik);
    return places;
}

/// What was acknowledged before sending, what has become of the recipient since, and where the fields came from, as the
/// review shows it; empty when all was typed and nothing had to be acknowledged.
QJsonObject actsInView(const AnswerOnFile &answer)
{
    QJsonObject shown;
    if (answer.recipientAct) shown.insert(QLatin1String("recipient"), standingKindWord(answer.recipientAct->standing));
    if (answer.standingSince) {
        shown.insert(QLatin1String("recipient_since"), standingKindWord(answer.standingSince->kind));
        shown.insert(QLatin1String("known_accounts"), placesOf(*answer.standingSince));
    }
    QJsonArray numbers;
    for (const DuplicateActRecord &duplicate : answer.duplicateActs)
        numbers.append(duplicate.earlierNumber);
    if (!numbers.isEmpty()) shown.insert(QLatin1String("looks_like"), numbers);
    QJsonArray since;
    for (const Duplicate &duplicate : answer.repeatsSince)
        since.append(duplicate.earlier.number);
    if (!since.isEmpty()) shown.insert(QLatin1String("looks_like_since"), since);
    if (answer.retypingNeeded) shown.insert(QLatin1String("retyping"), true);
    const DraftSource source = draftSourceFromCanonicalBytes(answer.instruction.source);
    if (!source.isEmpty()) shown.insert(QLatin1String("source"), toJson(source));
    return shown;
}

} // namespace

Result<AnswerOnFile> comparedAnswer(Work &work, const EngineParts &parts, const Case &subject)
{
    COUNTERSIGN_TRY_INTO(latest, work.tx.latestConfirmInfo(subject.attempt.sessionId));
    if (!latest) return fail(ErrorCode::notFound, QStringLiteral("confirm_information"));
    COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(subject.payout.id, subject.attempt.version));
    COUNTERSIGN_TRY_INTO(asked, contentFromCanonicalBytes(instruction.content));
    COUNTERSIGN_TRY_INTO(message, parts.protocol.readWebhook(latest->message));
    COUNTERSIGN_TRY_INTO(information, parts.protocol.readConfirmInformation(latest->bytes));
    Comparison comparison =
        compare(asked, subject.attempt.sessionId, message, information, parts.settings.company, parts.directory);
    const QStringList ticks = comparison.requiredTicks();
    return AnswerOnFile{.instruction = instruction,
                        .asked = asked,
                        .info = *latest,
                        .comparison = std::move(comparison),
                        .recipientAct = {},
                        .duplicateActs = {},
                        .standingSince = {},
                        .repeatsSince = {},
                        .retypingNeeded = false,
                        .requiredTicks = ticks};
}

Result<AnswerOnFile> answerOnFile(Work &work, const EngineParts &parts, const Case &subject)
{
    COUNTERSIGN_TRY_INTO(answer, comparedAnswer(work, parts, subject));
    const PayoutContent &asked = answer.asked;
    COUNTERSIGN_TRY_INTO(act, work.tx.recipientAct(subject.payout.id, subject.attempt.version));
    COUNTERSIGN_TRY_INTO(duplicates, work.tx.duplicateActs(subject.payout.id, subject.attempt.version));
    COUNTERSIGN_TRY_INTO(since, changedSinceSent(work, asked, act));
    COUNTERSIGN_TRY_INTO(acknowledged, recipientAcknowledged(work, asked, act, answer.instruction.frozenAt));
    const DraftSource source = draftSourceFromCanonicalBytes(answer.instruction.source);
    COUNTERSIGN_TRY_INTO(repeats, repeatsSinceSent(work, subject.payout, asked, source, duplicates));
    QStringList &ticks = answer.requiredTicks;
    if (act || since) ticks.append(newRecipientTick());
    if (!rowWarnings(source).isEmpty()) ticks.append(rowWarningsTick());
    if (!duplicates.isEmpty()) ticks.append(repeatTick());
    for (const Duplicate &repeat : std::as_const(repeats))
        ticks.append(repeatTickOf(repeat.earlier.number));
    answer.recipientAct = act;
    answer.duplicateActs = duplicates;
    answer.standingSince = since;
    answer.repeatsSince = repeats;
    answer.retypingNeeded = acknowledged == Acknowledgement::missing;
    return std::move(answer);
}

Result<std::optional<AnswerOnFile>> whereReadable(Result<AnswerOnFile> answer)
{
    if (answer) return std::optional(*std::move(answer));
    if (isStoreFailure(answer.error().code)) return std::unexpected(answer.error());
    return std::optional<AnswerOnFile>{};
}

std::optional<bool> saysAsAsked(const Result<AnswerOnFile> &answer)
{
    if (!answer && answer.error().code == ErrorCode::notFound) return std::nullopt;
    return answer && !answer->comparison.hasHardDifference();
}

Result<std::optional<bool>> answeredAsAsked(Work &work, const EngineParts &parts, const Case &subject)
{
    const auto answer = comparedAnswer(work, parts, subject);
    if (!answer && isStoreFailure(answer.error().code)) return std::unexpected(answer.error());
    return saysAsAsked(answer);
}

QByteArray viewOf(const AnswerOnFile &answer)
{
    return viewBytes(answer.comparison, answer.instruction.contentSha256, answer.info.bytesSha256, actsInView(answer));
}

QByteArray decisionBytes(const DecisionRecord &decision)
{
    const bool approves = decision.kind == DecisionKind::approve;
    const QString kind = approves ? QStringLiteral("approve") : QStringLiteral("cancel");
    QJsonArray bytes = QJsonArray::fromStringList(
        {QString::fromLatin1(decision.contentSha256), QString::fromLatin1(decision.confirmInfoSha256),
         QString::fromLatin1(decision.viewSha256), decision.sessionId, kind, toIsoText(decision.openedAt),
         toIsoText(decision.decidedAt), toIsoText(decision.expiresAt), decision.nonce, decision.user, decision.role,
         decision.authMethod, decision.reason});
    bytes.append(QJsonArray::fromStringList(decision.ticks));
    return QJsonDocument(bytes).toJson(QJsonDocument::Compact);
}

bool withinHours(const EngineSettings &settings, Instant now)
{
    if (!settings.hoursFrom.isValid() || !settings.hoursTo.isValid()) return true;
    const QTime time = bankTime(now).time();
    return time >= settings.hoursFrom && time < settings.hoursTo;
}

namespace {

/// What the bank has said of money that moved in a session: it outweighs whatever else it says of that session.
bool saysMoneyMoved(const QList<ObservationRecord> &newestFirst)
{
    for (const ObservationRecord &seen : newestFirst) {
        if (seen.kind == ObservationKind::paid || seen.kind == ObservationKind::returned) return true;
    }
    // Two payouts may have moved money, unless the session was seen cancelled after that.
    const auto telling = std::find_if(newestFirst.begin(), newestFirst.end(), [](const ObservationRecord &seen) {
        return seen.kind == ObservationKind::multiple || seen.kind == ObservationKind::cancelled;
    });
    return telling != newestFirst.end() && telling->kind == ObservationKind::multiple;
}

} // namespace

Result<std::optional<AttemptRecord>> paidElsewhere(Work &work, const PayoutId &payout, const AttemptId &self)
{
    COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(payout));
    for (const AttemptRecord &attempt : std::as_const(attempts)) {
        if (attempt.id == self || attempt.sessionId.isEmpty()) continue;
        COUNTERSIGN_TRY_INTO(observations, work.tx.observations(attempt.sessionId, 1000));
        if (saysMoneyMoved(observations)) return std::optional(attempt);
    }
    return std::optional<AttemptRecord>{};
}

Result<bool> confirmedElsewhere(Work &work, const PayoutId &payout, const AttemptId &self)
{
    COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(payout));
    for (const AttemptRecord &attempt : std::as_const(attempts)) {
        if (attempt.id == self) continue;
        COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt.id));
        if (confirmStands(intents)) return true;
    }
    return false;
}

Result<bool> otherSessionMayPay(Work &work, const PayoutId &payout, const AttemptId &self)
{
    COUNTERSIGN_TRY_INTO(alarms, work.tx.openAlarmsOf(payout));
    if (lostSessionMayPay(alarms, payout)) return true;
    COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(payout));
    for (const AttemptRecord &attempt : std::as_const(attempts)) {
        if (attempt.id == self || attempt.sessionId.isEmpty()) continue;
        COUNTERSIGN_TRY_INTO(observations, work.tx.observations(attempt.sessionId, 1000));
        if (saysMoneyMoved(observations)) return true;
        COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt.id));
        const bool cancelled = std::any_of(observations.begin(), observations.end(),
                                           [](const auto &seen) { return seen.kind == ObservationKind::cancelled; });
        const bool holdsPayout = std::any_of(observations.begin(), observations.end(),
                                             [](const auto &seen) { return seen.payoutCount > 0; });
        const bool started = std::any_of(intents.begin(), intents.end(), [](const IntentRecord &intent) {
            return intent.kind == CallKind::start && intent.status != IntentStatus::voided;
        });
        const bool mayHaveStarted = started || intents.isEmpty(); // none: only the journal knows its start (K15)
        if (!cancelled && (holdsPayout || mayHaveStarted)) return true;
    }
    return false;
}

Result<std::optional<PayoutRecord>> paidAgainBeside(Work &work, const PayoutId &original, const PayoutId &self)
{
    QList<PayoutId> originals{original};
    while (!originals.isEmpty()) {
        COUNTERSIGN_TRY_INTO(retries, work.tx.retriesOf(originals.takeLast()));
        for (const PayoutRecord &other : std::as_const(retries)) {
            if (other.id == self) continue;
            const bool ended = other.state == PayoutState::failed || other.state == PayoutState::cancelled ||
                               other.state == PayoutState::returned;
            if (!ended && other.state != PayoutState::draft) return std::optional(other);
            originals.append(other.id); // a later one may pay that again
        }
    }
    return std::optional<PayoutRecord>{};
}

Result<bool> originalMayPay(Work &work, const PayoutRecord &payout)
{
    COUNTERSIGN_TRY_INTO(paidAgain, paidAgainBeside(work, payout.id, {}));
    if (paidAgain) return true;
    PayoutRecord retry = payout;
    while (!retry.retryOf.isEmpty()) {
        COUNTERSIGN_TRY_INTO(original, loadCase(work, retry.retryOf));
        COUNTERSIGN_TRY_INTO(observations, work.tx.observations(original.attempt.sessionId, 1000));
        if (!endedWithoutMoney(original.payout, observations)) return true;
        COUNTERSIGN_TRY_INTO(elsewhere, otherSessionMayPay(work, original.payout.id, original.attempt.id));
        COUNTERSIGN_TRY_INTO(beside, paidAgainBeside(work, original.payout.id, retry.id));
        if (elsewhere || beside) return true;
        retry = original.payout;
    }
    return false;
}

Result<bool> withinLimits(Work &work, const EngineParts &parts, const PayoutContent &content, const PayoutId &self)
{
    const EngineSettings &settings = parts.settings;
    if (!settings.senderAccounts.contains(content.senderAccount)) return false;
    if (settings.limitPerPayout && content.amount > *settings.limitPerPayout) return false;

    if (settings.limitPerDay) {
        const Instant midnight = startOfBankDay(bankDay(work.now));
        COUNTERSIGN_TRY_INTO(others, work.tx.approvedKopecksSince(midnight, self));
        const auto sum = Money::fromKopecks(others).plus(content.amount);
        if (!sum || *sum > *settings.limitPerDay) return false;
    }
    if (settings.limitNewRecipient && content.amount > *settings.limitNewRecipient) {
        const RecipientIdentity who = identityOf(content);
        COUNTERSIGN_TRY_INTO(paid, work.tx.paidRecipients(who));
        if (!wasPaidSo(who, paid)) return false;
    }
    return true;
}

namespace {

bool waitsForOneConfirm(const ObservationRecord &observation)
{
    return observation.kind == ObservationKind::ready && observation.payoutCount == 1;
}

/// The newest status reading is fresh, and itself says what the confirm is meant for: a webhook that was late is no
/// younger than a reading, whenever it arrived (L11). Nor is a reading that is older by the bank's own clock than what
/// the bank said of this answer: it was ignored, and what it says may differ.
bool readWithinAMinute(const QList<ObservationRecord> &newestFirst, const AttemptRecord &attempt, Instant now)
{
    for (const ObservationRecord &observation : newestFirst) {
        if (observation.source != ObservationSource::status) continue;
        const auto age = now - observation.observedAt;
        const bool overtaken = observation.updatedAtMicros && attempt.readyAtMicros &&
                               *observation.updatedAtMicros < *attempt.readyAtMicros;
        return waitsForOneConfirm(observation) && !overtaken && age >= 0s && age < 60s;
    }
    return false;
}

bool ticksComplete(const QStringList &required, const QStringList &given)
{
    return std::all_of(required.begin(), required.end(), [&](const QString &tick) { return given.contains(tick); });
}

Result<bool> digestsEqual(Work &work, const AnswerOnFile &answer, const DecisionRecord &decision)
{
    COUNTERSIGN_TRY_INTO(view, work.tx.view(decision.viewSha256));
    return view && sha256Hex(view->bytes) == decision.viewSha256 && sha256Hex(viewOf(answer)) == decision.viewSha256 &&
           sha256Hex(answer.instruction.content) == decision.contentSha256 &&
           answer.instruction.contentSha256 == decision.contentSha256 &&
           sha256Hex(answer.info.bytes) == decision.confirmInfoSha256;
}

/// One decision per view: another decision that names the same view and is not void makes this one worthless.
bool onlyDecisionOfItsView(const QList<DecisionRecord> &all, const DecisionRecord &decision)
{
    return std::none_of(all.begin(), all.end(), [&](const DecisionRecord &other) {
        return other.id != decision.id && !other.voided && other.viewSha256 == decision.viewSha256;
    });
}

} // namespace

Result<GateFacts> gateFacts(Work &work, const EngineParts &parts, const Case &subject, const AnswerOnFile &answer,
                            const DecisionRecord &decision, const SenderStanding &standing, PayoutState needed)
{
    const QString &session = subject.attempt.sessionId;
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(session, 50));
    COUNTERSIGN_TRY_INTO(decisions, work.tx.decisions(subject.attempt.id));
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    COUNTERSIGN_TRY_INTO(limits, withinLimits(work, parts, answer.asked, subject.payout.id));
    COUNTERSIGN_TRY_INTO(given,
                         recipientAcknowledged(work, answer.asked, answer.recipientAct, answer.instruction.frozenAt));
    const bool acknowledged = given == Acknowledgement::given ||
                              (given == Acknowledgement::missing && decision.ticks.contains(retypedTick()));
    COUNTERSIGN_TRY_INTO(digests, digestsEqual(work, answer, decision));
    COUNTERSIGN_TRY_INTO(elsewhere, otherSessionMayPay(work, subject.payout.id, subject.attempt.id));
    COUNTERSIGN_TRY_INTO(original, originalMayPay(work, subject.payout));
    COUNTERSIGN_TRY_INTO(heldTwo, work.tx.wasObserved(session, ObservationKind::multiple));
    const ObservationRecord *counting = latestThatCounts(observations, subject.attempt.rank);

    GateFacts facts;
    facts.stateAllows = subject.payout.state == needed;
    facts.bankWaits = !heldTwo && counting && waitsForOneConfirm(*counting);
    facts.answerIsLatest = answer.info.bytesSha256 == decision.confirmInfoSha256 && decision.sessionId == session;
    facts.hardFieldsEqual = !answer.comparison.hasHardDifference() || parts.settings.mismatchMayBeConfirmed;
    facts.differencesTicked = ticksComplete(answer.requiredTicks, decision.ticks);
    facts.digestsEqual = digests;
    facts.decisionSigned = parts.signer.isOwn(decisionBytes(decision), decision.signature);
    facts.rolesDistinct = decision.user == parts.settings.operatorName;
    facts.decisionFresh = decision.kind == DecisionKind::approve && !decision.voided && work.now < decision.expiresAt &&
                          work.now >= decision.decidedAt && decision.decidedAt - decision.openedAt >= 3s &&
                          onlyDecisionOfItsView(decisions, decision);
    facts.withinLimits = limits && acknowledged && withinHours(parts.settings, work.now);
    facts.notFenced = subject.attempt.standing == AttemptStanding::live &&
                      subject.attempt.version == subject.payout.version && decision.attempt == subject.attempt.id &&
                      decision.payout == subject.payout.id && !elsewhere && !original;
    facts.statusFresh = readWithinAMinute(observations, subject.attempt, work.now);
    facts.notFrozen = !freeze.frozen && standing.journalConsistent && standing.auditWhole;
    facts.fenceCurrent = standing.fenceCurrent;
    return facts;
}

} // namespace countersign
