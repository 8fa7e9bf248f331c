#include "payouts/reviewing.h"

#include "core/try.h"
#include "payouts/following.h"
#include "payouts/orders.h"
#include "payouts/recipientcheck.h"

namespace countersign {

using namespace std::chrono_literals;

namespace {

constexpr auto decisionLife = 4h;

bool isReviewable(PayoutState state)
{
    return state == PayoutState::review || state == PayoutState::mismatch;
}

/// The guards that can already be answered when the review opens (pre-check of section 9).
Result<std::optional<Guard>> refusalSoFar(Work &work, const EngineParts &parts, const Case &subject,
                                          const AnswerOnFile &answer, const SenderStanding &standing)
{
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    COUNTERSIGN_TRY_INTO(limits, withinLimits(work, parts, answer.asked, subject.payout.id));
    COUNTERSIGN_TRY_INTO(given,
                         recipientAcknowledged(work, answer.asked, answer.recipientAct, answer.instruction.frozenAt));
    const bool acknowledged = given != Acknowledgement::forAnotherOne; // a missing act is given with the decision
    COUNTERSIGN_TRY_INTO(original, originalMayPay(work, subject.payout));
    if (answer.comparison.hasHardDifference() && !parts.settings.mismatchMayBeConfirmed) return Guard::g4;
    if (parts.signer.bits() == 0) return Guard::g7;
    if (!limits || !acknowledged || !withinHours(parts.settings, work.now)) return Guard::g10;
    if (subject.attempt.standing != AttemptStanding::live || original) return Guard::g11;
    if (freeze.frozen || !standing.journalConsistent || !standing.auditWhole) return Guard::g13;
    return std::optional<Guard>{};
}

QString answeredAccount(const Comparison &comparison)
{
    const ComparedField *account = comparison.find(ReviewField::recipientAccount);
    return account ? account->answered : QString();
}

bool gestureGiven(const Comparison &comparison, const QString &typed)
{
    const QString account = answeredAccount(comparison);
    return account.size() >= 4 && typed == account.last(4);
}

Result<> checkApproval(Work &work, const EngineParts &parts, const Case &subject, const AnswerOnFile &answer,
                       const ReviewAct &act, const SenderStanding &standing)
{
    COUNTERSIGN_TRY_INTO(refusal, refusalSoFar(work, parts, subject, answer, standing));
    if (refusal) return fail(ErrorCode::gateRefused, guardName(*refusal));
    for (const QString &tick : answer.requiredTicks) {
        if (!act.ticks.contains(tick)) return fail(ErrorCode::gateRefused, guardName(Guard::g5));
    }
    if (answer.retypingNeeded && !isRetyped(act.retypedDigits, answer.asked)) {
        return fail(ErrorCode::gateRefused, guardName(Guard::g10));
    }
    const bool mismatch = answer.comparison.hasHardDifference();
    if (mismatch && !gestureGiven(answer.comparison, act.typedDigits)) {
        return fail(ErrorCode::gateRefused, guardName(Guard::g4));
    }
    if ((mismatch || answer.comparison.needsSecondPerson()) && act.reason.trimmed().isEmpty()) {
        return fail(ErrorCode::reasonNeeded);
    }
    if (work.now - act.openedAt < 3s) return fail(ErrorCode::gateRefused, guardName(Guard::g9));
    return {};
}

DecisionRecord decisionOf(const Work &work, const EngineParts &parts, const Case &subject, const ReviewAct &act)
{
    DecisionRecord decision;
    decision.id = {parts.ids.next()};
    decision.payout = subject.payout.id;
    decision.attempt = subject.attempt.id;
    decision.kind = act.kind;
    decision.viewSha256 = act.viewSha256;
    decision.sessionId = subject.attempt.sessionId;
    decision.ticks = act.ticks;
    decision.user = parts.settings.operatorName;
    decision.role = QStringLiteral("one person");
    decision.reason = act.reason.trimmed();
    decision.authMethod = QStringLiteral("signing key, unlocked by password in this run");
    decision.openedAt = act.openedAt;
    decision.decidedAt = work.now;
    decision.expiresAt = work.now + decisionLife;
    decision.nonce = parts.ids.next();
    return decision;
}

Result<> storeDecision(Work &work, const EngineParts &parts, DecisionRecord decision)
{
    COUNTERSIGN_TRY_INTO(signature, parts.signer.sign(decisionBytes(decision)));
    decision.signature = std::move(signature);
    return work.tx.insertDecision(decision);
}

QJsonObject auditOf(const DecisionRecord &decision)
{
    return {{QStringLiteral("decision"), decision.id.text},
            {QStringLiteral("user"), decision.user},
            {QStringLiteral("view"), QString::fromLatin1(decision.viewSha256)},
            {QStringLiteral("answer"), QString::fromLatin1(decision.confirmInfoSha256)},
            {QStringLiteral("seenSeconds"),
             qint64{std::chrono::duration_cast<std::chrono::seconds>(decision.decidedAt - decision.openedAt).count()}},
            {QStringLiteral("reason"), decision.reason}};
}

/// What it pays again may have been paid late.
void askAboutOriginal(Work &work, const PayoutRecord &payout)
{
    if (!payout.retryOf.isEmpty()) work.askSoon.insert(payout.retryOf);
}

Result<> approve(Work &work, const EngineParts &parts, Case &subject, const ReviewAct &act,
                 const SenderStanding &standing)
{
    if (!isReviewable(subject.payout.state)) return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    COUNTERSIGN_TRY_INTO(answer, answerOnFile(work, parts, subject));
    COUNTERSIGN_TRY_INTO(view, work.tx.view(act.viewSha256));
    if (!view || view->payout != subject.payout.id || sha256Hex(viewOf(answer)) != act.viewSha256) {
        return fail(ErrorCode::staleView);
    }
    // The three seconds count from when the store first saw this view, whatever the caller says (G9).
    ReviewAct seen = act;
    seen.openedAt = std::max(act.openedAt, view->openedAt);
    COUNTERSIGN_TRY(checkApproval(work, parts, subject, answer, seen, standing));

    DecisionRecord decision = decisionOf(work, parts, subject, seen);
    decision.ticks.removeAll(retypedTick());
    if (answer.retypingNeeded) decision.ticks.append(retypedTick());
    decision.contentSha256 = answer.instruction.contentSha256;
    decision.confirmInfoSha256 = answer.info.bytesSha256;
    COUNTERSIGN_TRY(storeDecision(work, parts, decision));

    EventFacts facts;
    facts.mismatchMayBeApproved = parts.settings.mismatchMayBeConfirmed;
    facts.hardFieldsEqual = !answer.comparison.hasHardDifference();
    subject.payout.reasonCode.clear();
    subject.payout.reasonText.clear();
    COUNTERSIGN_TRY_INTO(change, applyEvent(work, subject, Event::approve, facts, auditOf(decision)));
    if (change.refused || !change.listed) return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    work.askSoon.insert(subject.payout.id); // G12 wants a fresh reading
    askAboutOriginal(work, subject.payout);
    return {};
}

Result<> cancel(Work &work, const EngineParts &parts, Case &subject, const ReviewAct &act)
{
    const PayoutState state = subject.payout.state;
    if (!isReviewable(state) && state != PayoutState::approved && state != PayoutState::hold) {
        return fail(ErrorCode::wrongState, stateWord(state));
    }
    if (state == PayoutState::hold) COUNTERSIGN_TRY(checkCancelInHold(work, subject));
    DecisionRecord decision = decisionOf(work, parts, subject, act);
    if (const auto answer = answerOnFile(work, parts, subject)) {
        decision.contentSha256 = answer->instruction.contentSha256;
        decision.confirmInfoSha256 = answer->info.bytesSha256;
    }
    // The table voids standing approvals first; this decision is the one that remains.
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::cancelDecided, {}, auditOf(decision)));
    COUNTERSIGN_TRY(storeDecision(work, parts, decision));
    return insertCancelIntent(work, parts, subject.attempt);
}

Result<AnswerOnFile> reviewableAnswer(Work &work, const EngineParts &parts, const Case &subject)
{
    if (!isReviewable(subject.payout.state) && subject.payout.state != PayoutState::approved) {
        return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    }
    return answerOnFile(work, parts, subject);
}

/// `viewSha256` is the digest of viewOf(answer).
Result<ReviewSheet> sheetOf(Work &work, const EngineParts &parts, const Case &subject, const AnswerOnFile &answer,
                            const QByteArray &viewSha256, const SenderStanding &standing)
{
    COUNTERSIGN_TRY_INTO(refusal, refusalSoFar(work, parts, subject, answer, standing));
    const bool approved = subject.payout.state == PayoutState::approved;
    return ReviewSheet{.payout = subject.payout.id,
                       .number = subject.payout.number,
                       .sessionId = subject.attempt.sessionId,
                       .bankPayoutId = subject.attempt.bankPayoutId,
                       .asked = answer.asked,
                       .comparison = answer.comparison,
                       .info = answer.info,
                       .viewSha256 = viewSha256,
                       .openedAt = work.now,
                       .signedByBank = !answer.info.keyFingerprint.isEmpty(),
                       .confirmPossible = !refusal && !approved,
                       .refusedBy = refusal    ? guardName(*refusal)
                                    : approved ? guardName(Guard::g1)
                                               : QString(),
                       .gestureNeeded = answer.comparison.hasHardDifference(),
                       .retypingNeeded = answer.retypingNeeded,
                       .requiredTicks = answer.requiredTicks,
                       .directoryDay = parts.directory ? parts.directory->businessDay() : QDate(),
                       .recipientAct = answer.recipientAct,
                       .standingSince = answer.standingSince,
                       .duplicateActs = answer.duplicateActs,
                       .repeatsSince = answer.repeatsSince,
                       .source = draftSourceFromCanonicalBytes(answer.instruction.source)};
}

} // namespace

Result<ReviewSheet> readReview(Work &work, const EngineParts &parts, const PayoutId &id, const SenderStanding &standing)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    COUNTERSIGN_TRY_INTO(answer, reviewableAnswer(work, parts, subject));
    return sheetOf(work, parts, subject, answer, sha256Hex(viewOf(answer)), standing);
}

Result<ReviewSheet> openReview(Work &work, const EngineParts &parts, const PayoutId &id, const SenderStanding &standing)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    COUNTERSIGN_TRY_INTO(answer, reviewableAnswer(work, parts, subject));
    const QByteArray view = viewOf(answer);
    COUNTERSIGN_TRY_INTO(sheet, sheetOf(work, parts, subject, answer, sha256Hex(view), standing));
    COUNTERSIGN_TRY(work.tx.insertView({.viewSha256 = sheet.viewSha256,
                                        .payout = id,
                                        .attempt = subject.attempt.id,
                                        .confirmInfoId = answer.info.id,
                                        .bytes = view,
                                        .user = parts.settings.operatorName,
                                        .openedAt = work.now}));
    COUNTERSIGN_TRY(
        work.tx.appendAudit(QStringLiteral("viewed"), {{QStringLiteral("payout"), id.text},
                                                       {QStringLiteral("view"), QString::fromLatin1(sheet.viewSha256)},
                                                       {QStringLiteral("user"), parts.settings.operatorName}}));
    work.askSoon.insert(id); // the poll plan wants a reading when the review opens (section 11)
    askAboutOriginal(work, subject.payout);
    return sheet;
}

Result<> decide(Work &work, const EngineParts &parts, const PayoutId &id, const ReviewAct &act,
                const SenderStanding &standing)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    return act.kind == DecisionKind::approve ? approve(work, parts, subject, act, standing)
                                             : cancel(work, parts, subject, act);
}

} // namespace countersign
