#include "payouts/drafting.h"

#include "core/try.h"
#include "domain/workingdays.h"
#include "payouts/draftcopies.h"
#include "payouts/offers.h"
#include "payouts/recipientcheck.h"

namespace countersign {

namespace {

void describe(PayoutRecord &payout, const PayoutContent &content)
{
    payout.recipientName = content.recipientName;
    payout.recipientAccount = content.account.text();
    payout.senderAccount = content.senderAccount.text();
    payout.purpose = content.purpose;
    const RecipientIdentity who = identityOf(content);
    payout.recipientInn = who.inn;
    payout.recipientBik = who.bik;
    payout.amountKopecks = content.amount.kopecks();
}

} // namespace

void describe(PayoutRecord &payout, const PayoutDraft &draft)
{
    payout.draft = canonicalBytes(draft);
    payout.recipientName = draft.recipientName;
    const auto account = AccountNumber::parse(draft.account);
    const auto sender = AccountNumber::parse(draft.senderAccount);
    const auto amount = Money::parse(draft.amount);
    payout.recipientAccount = account ? account->text() : draft.account;
    payout.senderAccount = sender ? sender->text() : draft.senderAccount;
    payout.purpose = draft.purpose;
    const RecipientIdentity who = identityOf(draft);
    payout.recipientInn = who.inn;
    payout.recipientBik = who.bik;
    payout.documentKey = documentKey(draft.source);
    payout.importKey = importKey(draft.source);
    payout.amountKopecks = amount ? std::optional(amount->kopecks()) : std::nullopt;
}

Result<PayoutRecord> insertDraft(Work &work, const EngineParts &parts, const PayoutDraft &draft, const QString &what,
                                 QJsonObject details, const PayoutId &retryOf)
{
    PayoutRecord payout{.id = {parts.ids.next()},
                        .maker = parts.settings.operatorName,
                        .retryOf = retryOf,
                        .createdAt = work.now,
                        .changedAt = work.now,
                        .stateSince = work.now};
    describe(payout, draft);
    COUNTERSIGN_TRY(work.tx.insertPayout(payout));
    details.insert(QStringLiteral("payout"), payout.id.text);
    details.insert(QStringLiteral("user"), payout.maker);
    COUNTERSIGN_TRY(work.tx.appendAudit(what, std::move(details)));
    return payout;
}

ValidationRules validationRules(const EngineSettings &settings, const BankDirectory *directory, Instant now)
{
    return {.directory = directory,
            .senderAccounts = settings.senderAccounts,
            .limit = settings.limitPerPayout,
            .today = bankDay(now),
            .checkDigitsBlock = settings.checkDigitsBlock};
}

Result<PayoutId> saveDraft(Work &work, const EngineParts &parts, PayoutId id, const PayoutDraft &draft)
{
    if (id.isEmpty()) {
        COUNTERSIGN_TRY_INTO(made, insertDraft(work, parts, draft, QStringLiteral("draftSaved"), {}));
        work.changed.insert(made.id);
        return made.id;
    }
    COUNTERSIGN_TRY_INTO(payout, work.tx.payout(id));
    if (payout.state != PayoutState::draft) return fail(ErrorCode::wrongState, stateWord(payout.state));
    describe(payout, draft);
    payout.changedAt = work.now;
    COUNTERSIGN_TRY(work.tx.updatePayout(payout));
    work.changed.insert(id);
    return id;
}

Result<> discardDraft(Work &work, const PayoutId &id)
{
    COUNTERSIGN_TRY_INTO(payout, work.tx.payout(id));
    if (payout.state != PayoutState::draft || payout.version > 0) {
        return fail(ErrorCode::wrongState, stateWord(payout.state));
    }
    COUNTERSIGN_TRY(work.tx.deleteDraft(id));
    work.changed.insert(id);
    return work.tx.appendAudit(QStringLiteral("draftDiscarded"), {{QStringLiteral("payout"), id.text}});
}

Result<> freezeInstruction(Work &work, PayoutRecord &payout, const PayoutContent &content, const DraftSource &source,
                           const QString &maker)
{
    InstructionRecord instruction{.payout = payout.id,
                                  .version = payout.version + 1,
                                  .content = canonicalBytes(content),
                                  .maker = maker,
                                  .frozenAt = work.now,
                                  .source = canonicalBytes(source)};
    instruction.contentSha256 = sha256Hex(instruction.content);
    COUNTERSIGN_TRY(work.tx.insertInstruction(instruction));
    payout.version = instruction.version;
    return {};
}

Result<> goBackTo(Work &work, PayoutRecord &payout, int version)
{
    COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(payout.id, version));
    COUNTERSIGN_TRY_INTO(content, contentFromCanonicalBytes(instruction.content));
    PayoutDraft draft = draftOf(content);
    draft.source = draftSourceFromCanonicalBytes(instruction.source);
    if (version != payout.version)
        COUNTERSIGN_TRY(freezeInstruction(work, payout, content, draft.source, instruction.maker));
    describe(payout, draft);
    describe(payout, content);
    return work.tx.updatePayout(payout);
}

Result<> submit(Work &work, const EngineParts &parts, const PayoutId &id, const SendingActs &acts)
{
    if (parts.signer.bits() == 0) return fail(ErrorCode::signerLocked);
    COUNTERSIGN_TRY_INTO(freeze, work.tx.freeze());
    if (freeze.frozen) return fail(ErrorCode::frozen, freeze.cause);
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    if (subject.payout.state != PayoutState::draft) {
        return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    }
    const bool asShown = acts.draftSha256.isEmpty() || sha256Hex(subject.payout.draft) == acts.draftSha256;
    if (!asShown) return fail(ErrorCode::staleView);
    COUNTERSIGN_TRY_INTO(alarms, work.tx.openAlarmsOf(id));
    if (lostSessionMayPay(alarms, id)) return fail(ErrorCode::wrongState, sentWithOtherContent());
    COUNTERSIGN_TRY_INTO(retry, paidAgainBeside(work, id, {}));
    if (retry) return fail(ErrorCode::paidAgainBefore, QString::number(retry->number));
    COUNTERSIGN_TRY_INTO(original, originalMayPay(work, subject.payout));
    if (original) return fail(ErrorCode::wrongState, earlierSession());
    COUNTERSIGN_TRY_INTO(draft, draftFromCanonicalBytes(subject.payout.draft));
    const ValidationReport report = validate(draft, validationRules(parts.settings, parts.directory, work.now));
    if (!report.content) return fail(ErrorCode::notValid);
    COUNTERSIGN_TRY_INTO(limits, withinLimits(work, parts, *report.content, id));
    if (!limits) return fail(ErrorCode::gateRefused, guardName(Guard::g10));
    PayoutDraft sent = draftOf(*report.content); // what is judged is what is sent
    sent.source = draft.source;
    COUNTERSIGN_TRY_INTO(due, dueActs(work, parts, subject.payout, sent, acts));

    COUNTERSIGN_TRY(
        freezeInstruction(work, subject.payout, *report.content, draft.source, parts.settings.operatorName));
    COUNTERSIGN_TRY(storeActs(work, due, subject.payout.version));
    subject.payout.reasonCode.clear();
    subject.payout.reasonText.clear();
    describe(subject.payout, *report.content);
    COUNTERSIGN_TRY(
        applyEvent(work, subject, Event::submit, {},
                   {{QStringLiteral("user"), parts.settings.operatorName},
                    {QStringLiteral("content"), QString::fromLatin1(sha256Hex(canonicalBytes(*report.content)))}}));
    return {};
}

Result<> withdraw(Work &work, const PayoutId &id)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    const PayoutState state = subject.payout.state;
    if (state != PayoutState::queued && state != PayoutState::open)
        return fail(ErrorCode::wrongState, stateWord(state));
    if (subject.payout.reasonCode == earlierSession()) subject.payout.reasonCode.clear();
    COUNTERSIGN_TRY(applyEvent(work, subject, Event::withdraw, {}));
    return {};
}

Result<> withdrawAllWaiting(Work &work)
{
    COUNTERSIGN_TRY_INTO(waiting, work.tx.payoutsInStates({PayoutState::queued, PayoutState::open}));
    for (const PayoutRecord &payout : std::as_const(waiting)) {
        COUNTERSIGN_TRY_INTO(subject, loadCase(work, payout.id));
        const bool holdsSomething = payout.state == PayoutState::open && subject.attempt.rank > 0;
        if (!holdsSomething) COUNTERSIGN_TRY(withdraw(work, payout.id)); // else it is not started by itself (L2)
    }
    return {};
}

Result<PayoutId> payAgain(Work &work, const EngineParts &parts, const PayoutId &id)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    COUNTERSIGN_TRY_INTO(observations, work.tx.observations(subject.attempt.sessionId, 1000));
    if (!payAgainAllowed(subject.payout, observations)) {
        return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    }
    // What another session has paid, or may pay, must not be paid by a new payout either.
    COUNTERSIGN_TRY_INTO(elsewhere, otherSessionMayPay(work, id, subject.attempt.id));
    if (elsewhere) return fail(ErrorCode::wrongState, stateWord(subject.payout.state));
    // A second press, or a second window, finds the payout that is there: two of them would pay twice.
    COUNTERSIGN_TRY_INTO(retries, work.tx.retriesOf(id));
    const auto sent = std::find_if(retries.crbegin(), retries.crend(),
                                   [](const PayoutRecord &retry) { return retry.state != PayoutState::draft; });
    if (sent != retries.crend()) return fail(ErrorCode::paidAgainBefore, QString::number(sent->number));
    if (!retries.isEmpty()) return retries.last().id;
    COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(id, subject.payout.version));
    COUNTERSIGN_TRY_INTO(content, contentFromCanonicalBytes(instruction.content));
    PayoutDraft asked = draftOf(content);
    asked.source = draftSourceFromCanonicalBytes(instruction.source);
    const PayoutDraft copy = copyOf(asked, {id, subject.payout.number});
    COUNTERSIGN_TRY_INTO(
        made, insertDraft(work, parts, copy, QStringLiteral("payAgain"), {{QStringLiteral("retryOf"), id.text}}, id));
    work.changed.insert(made.id);
    return made.id;
}

} // namespace countersign
