#include "payouts/lostcommits.h"

#include "core/try.h"
#include "payouts/drafting.h"
#include "payouts/following.h"
#include "payouts/lostpayouts.h"
#include "payouts/offers.h"

#include <QHash>
#include <QSet>

namespace countersign {

namespace {

/// What its later lines say of its earlier ones. A journal may be long: no line is looked for by reading the others.
class JournalIndex
{
public:
    explicit JournalIndex(const QList<JournalEntry> &journal)
    {
        for (const JournalEntry &entry : journal) {
            if (entry.sessionId.isEmpty()) continue;
            m_lastCall.insert({entry.sessionId, static_cast<int>(entry.kind)}, entry.intent.text);
            const bool isStart = entry.kind == CallKind::start;
            if (isStart) m_lastSession.insert(entry.payout, entry.sessionId);
        }
    }
    /// The lost store could make the same call anew only because this one was proven not sent, or refused. A confirm is
    /// never believed void for a cancel: the store that sent the cancel may itself have been an older copy.
    [[nodiscard]] bool isSuperseded(const JournalEntry &entry) const
    {
        return m_lastCall.value({entry.sessionId, static_cast<int>(entry.kind)}, entry.intent.text) !=
               entry.intent.text;
    }
    /// Of all sessions that were started for that payout: what an earlier run wrote back is not unknown any more.
    [[nodiscard]] bool isLatestStart(const JournalEntry &start) const
    {
        return m_lastSession.value(start.payout) == start.sessionId;
    }

private:
    QHash<std::pair<QString, int>, QString> m_lastCall; ///< the intent of the last call of that kind in that session
    QHash<PayoutId, QString> m_lastSession;
};

QString wordOfSending(CallKind kind)
{
    if (kind == CallKind::start) return eventWord(Event::proceed);
    return kind == CallKind::cancel ? QStringLiteral("cancelSent") : eventWord(Event::gatePassed);
}

bool decides(CallKind kind)
{
    return kind == CallKind::confirm || kind == CallKind::cancel;
}

/// Of these, one alone may stand in an attempt (L2, L3).
bool excludeEachOther(CallKind one, CallKind other)
{
    return one == other || (decides(one) && decides(other));
}

Result<> insertLostSend(Work &work, const JournalEntry &entry, const PayoutId &payout)
{
    work.changed.insert(payout);
    work.lostCalls.append(entry.intent);
    return work.tx.insertSend(
        {.intent = entry.intent, .number = entry.sendNumber, .fence = entry.fence, .startedAt = work.now});
}

QJsonObject byJournal(const JournalEntry &entry, const PayoutId &payout)
{
    return {{QStringLiteral("payout"), payout.text},
            {QStringLiteral("session"), entry.sessionId},
            {QStringLiteral("intent"), entry.intent.text},
            {QStringLiteral("byJournal"), true}};
}

/// Only a cancel is stored before its first transmission, and only a cancel and a confirm leave more than once.
Result<> writeBackSend(Work &work, const JournalEntry &entry)
{
    COUNTERSIGN_TRY_INTO(intent, work.tx.intent(entry.intent));
    COUNTERSIGN_TRY(insertLostSend(work, entry, intent.payout));
    COUNTERSIGN_TRY(work.tx.setIntentStatus(intent.id, IntentStatus::inflight, work.now));
    return work.tx.appendAudit(wordOfSending(intent.kind), byJournal(entry, intent.payout));
}

/// Its body is known by its digest alone; made again from the stored answer where that is what left.
Result<> insertLostIntent(Work &work, const EngineParts &parts, const JournalEntry &entry, const AttemptRecord &attempt)
{
    IntentRecord intent{.id = entry.intent,
                        .attempt = attempt.id,
                        .payout = attempt.payout,
                        .kind = entry.kind,
                        .bodySha256 = entry.bodySha256,
                        .status = IntentStatus::inflight,
                        .notBefore = work.now,
                        .createdAt = work.now};
    COUNTERSIGN_TRY_INTO(body, bodyToRepeat(work, parts, intent, entry.sessionId));
    intent.body = body.value_or(QByteArray());
    return work.tx.insertIntent(intent);
}

/// Neither is sent once more: approvals from before the cancel were void when it was decided. Without them there is
/// nothing that an earlier pass has not written down, unless the confirm is written back just now.
Result<> leaveToTheBank(Work &work, const AttemptRecord &attempt, const JournalEntry &cancel, bool confirmed)
{
    COUNTERSIGN_TRY_INTO(decisions, work.tx.decisions(attempt.id));
    const bool stands =
        std::any_of(decisions.begin(), decisions.end(), [](const DecisionRecord &each) { return !each.voided; });
    if (!stands && !confirmed) return {};
    COUNTERSIGN_TRY(work.tx.voidDecisions(attempt.id, wordOfSending(cancel.kind)));
    return work.tx.appendAudit(wordOfSending(cancel.kind), byJournal(cancel, attempt.payout));
}

/// `confirmed`: the journal knows a confirm of that session which the store does not have.
Result<> writeBackCall(Work &work, const EngineParts &parts, const JournalEntry &entry, bool confirmed)
{
    COUNTERSIGN_TRY_INTO(attempt, work.tx.attemptOfSession(entry.sessionId));
    if (!attempt) return {};
    COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt->id));
    const bool isThere = std::any_of(intents.begin(), intents.end(),
                                     [&](const IntentRecord &intent) { return intent.id == entry.intent; });
    if (isThere) {
        COUNTERSIGN_TRY_INTO(sends, work.tx.sends(entry.intent));
        const bool known = std::any_of(sends.begin(), sends.end(),
                                       [&](const SendRecord &send) { return send.number == entry.sendNumber; });
        if (known) return {}; // an earlier pass has written it back
        COUNTERSIGN_TRY(insertLostSend(work, entry, attempt->payout));
        return work.tx.appendAudit(wordOfSending(entry.kind), byJournal(entry, attempt->payout));
    }
    if (entry.kind == CallKind::cancel && (confirmed || confirmStands(intents)))
        return leaveToTheBank(work, *attempt, entry, confirmed);
    if (entry.kind == CallKind::confirm) {
        COUNTERSIGN_TRY_INTO(elsewhere, confirmedElsewhere(work, attempt->payout, attempt->id));
        if (elsewhere) return {};
    }
    for (const IntentRecord &intent : std::as_const(intents)) {
        if (intent.status == IntentStatus::voided || !excludeEachOther(intent.kind, entry.kind)) continue;
        COUNTERSIGN_TRY(work.tx.setIntentStatus(intent.id, IntentStatus::voided, work.now));
    }
    COUNTERSIGN_TRY(insertLostIntent(work, parts, entry, *attempt));
    COUNTERSIGN_TRY(insertLostSend(work, entry, attempt->payout));
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, attempt->payout));
    return applyLostCall(work, subject, *attempt, entry.kind, wordOfSending(entry.kind),
                         byJournal(entry, attempt->payout));
}

/// A draft that was sent as it stands here becomes the instruction that it was when it left.
Result<std::optional<int>> versionOfDraft(Work &work, const EngineParts &parts, PayoutRecord &payout,
                                          const QByteArray &contentSha256)
{
    if (payout.state != PayoutState::draft) return std::optional<int>();
    COUNTERSIGN_TRY_INTO(draft, draftFromCanonicalBytes(payout.draft));
    const ValidationReport report = validate(draft, validationRules(parts.settings, parts.directory, work.now));
    if (!report.content || sha256Hex(canonicalBytes(*report.content)) != contentSha256) return std::optional<int>();
    COUNTERSIGN_TRY(freezeInstruction(work, payout, *report.content, draft.source, payout.maker));
    COUNTERSIGN_TRY(work.tx.updatePayout(payout));
    return std::optional(payout.version);
}

/// The payout was corrected and sent in the time that is lost: here it looks unsent, and whoever sends it again may pay
/// twice. The session can't become an attempt of a content that nobody knows; what has not left goes on hold.
Result<> holdForOtherContent(Work &work, const PayoutId &payout, const QString &sessionId)
{
    COUNTERSIGN_TRY(raiseAlarm(work, {.kind = AlarmKind::journalAhead,
                                      .payout = payout,
                                      .sessionId = sessionId,
                                      .detail = QStringLiteral("sent with another content"),
                                      .raisedAt = work.now}));
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, payout));
    return applyLostSession(work, subject, sessionId);
}

QString sessionFound()
{
    return QStringLiteral("sessionFound");
}

/// The lost store could go on in another session: nothing that stands here may pay, or has paid (L1, L2).
Result<bool> mayGoOnElsewhere(Work &work, const PayoutId &id)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
    COUNTERSIGN_TRY_INTO(confirmed, confirmedElsewhere(work, id, {}));
    COUNTERSIGN_TRY_INTO(payer, paidElsewhere(work, id, {}));
    if (confirmed || payer) return false;
    const PayoutState state = subject.payout.stateBeforeError.value_or(subject.payout.state);
    if (state != PayoutState::hold) return transitionOfFoundSession(state).to != state;
    COUNTERSIGN_TRY_INTO(intents, work.tx.intents(subject.attempt.id));
    return std::none_of(intents.begin(), intents.end(), [](const IntentRecord &intent) {
        return intent.kind == CallKind::start && intent.status != IntentStatus::voided;
    });
}

Result<> takeUpSession(Work &work, const AttemptRecord &attempt)
{
    COUNTERSIGN_TRY_INTO(subject, loadCase(work, attempt.payout));
    return applyFoundSession(work, subject, attempt, sessionFound());
}

/// Withdrawn in the copy, be it by putting the copy back, and started in the lost store.
Result<> takeUpAgain(Work &work, const AttemptRecord &known)
{
    COUNTERSIGN_TRY_INTO(payout, work.tx.payout(known.payout));
    COUNTERSIGN_TRY_INTO(takenUp, mayGoOnElsewhere(work, payout.id));
    if (!takenUp || known.version != payout.version) return {};
    COUNTERSIGN_TRY(goBackTo(work, payout, known.version));
    return takeUpSession(work, known);
}

Result<> writeBackSession(Work &work, const EngineParts &parts, const JournalEntry &start, bool isLatest)
{
    COUNTERSIGN_TRY_INTO(known, work.tx.attemptOfSession(start.sessionId));
    if (known && isLatest && known->standing != AttemptStanding::live) return takeUpAgain(work, *known);
    if (known) return {};
    if (start.payout.isEmpty()) return {};
    auto payout = work.tx.payout(start.payout);
    if (!payout && payout.error().code == ErrorCode::notFound) payout = bringBackPayout(work, parts, start);
    if (!payout) return std::unexpected(payout.error());
    COUNTERSIGN_TRY_INTO(version, versionOf(work, *payout, start.contentSha256));
    if (!version) {
        COUNTERSIGN_TRY_INTO(ofDraft, versionOfDraft(work, parts, *payout, start.contentSha256));
        version = ofDraft;
    }
    if (!version) return holdForOtherContent(work, payout->id, start.sessionId);
    COUNTERSIGN_TRY_INTO(free, mayGoOnElsewhere(work, payout->id));
    const bool takenUp = isLatest && free;
    if (takenUp) COUNTERSIGN_TRY(goBackTo(work, *payout, *version)); // an older one is frozen anew
    COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(payout->id));
    const AttemptRecord attempt{.id = {parts.ids.next()},
                                .payout = payout->id,
                                .version = takenUp ? payout->version : *version,
                                .number = static_cast<int>(attempts.size()) + 1,
                                .sessionId = start.sessionId,
                                .standing = AttemptStanding::fenced,
                                .openedAt = work.now};
    COUNTERSIGN_TRY(work.tx.insertAttempt(attempt));
    work.changed.insert(payout->id);
    if (takenUp) return takeUpSession(work, attempt);
    return work.tx.appendAudit(
        sessionFound(), {{QStringLiteral("payout"), payout->id.text}, {QStringLiteral("session"), start.sessionId}});
}

QSet<QString> confirmedSessions(const QList<JournalEntry> &entries)
{
    QSet<QString> sessions;
    for (const JournalEntry &entry : entries) {
        if (entry.kind == CallKind::confirm) sessions.insert(entry.sessionId);
    }
    return sessions;
}

/// A journal may name one transmission twice.
QList<JournalEntry> eachOnce(const QList<JournalEntry> &entries)
{
    QSet<std::pair<QString, int>> seen;
    QList<JournalEntry> once;
    for (const JournalEntry &entry : entries) {
        const std::pair transmission(entry.intent.text, entry.sendNumber);
        if (!seen.contains(transmission)) once.append(entry);
        seen.insert(transmission);
    }
    return once;
}

} // namespace

Result<std::optional<int>> versionOf(Work &work, const PayoutRecord &payout, const QByteArray &contentSha256)
{
    for (int version = payout.version; version > 0; --version) {
        COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(payout.id, version));
        if (instruction.contentSha256 == contentSha256) return std::optional(version);
    }
    return std::optional<int>();
}

std::optional<Instant> lostCommitsFound(const QList<AlarmRecord> &open)
{
    std::optional<Instant> first;
    for (const AlarmRecord &alarm : open) {
        if (alarm.kind != AlarmKind::journalAhead || !alarm.payout.isEmpty()) continue;
        first = std::min(first.value_or(alarm.raisedAt), alarm.raisedAt);
    }
    return first;
}

Result<> writeBackSends(Work &work, const QList<JournalEntry> &unsent)
{
    const QList<JournalEntry> once = eachOnce(unsent);
    for (const JournalEntry &entry : once)
        COUNTERSIGN_TRY(writeBackSend(work, entry));
    return {};
}

Result<> writeBackCalls(Work &work, const EngineParts &parts, const QList<JournalEntry> &journal,
                        const QList<JournalEntry> &unknown)
{
    const QList<JournalEntry> once = eachOnce(unknown);
    const JournalIndex index(journal);
    const QSet<QString> confirmed = confirmedSessions(once);
    for (const JournalEntry &entry : once) {
        if (entry.sessionId.isEmpty() || index.isSuperseded(entry)) continue; // the later one takes it up
        if (entry.kind == CallKind::start)
            COUNTERSIGN_TRY(writeBackSession(work, parts, entry, index.isLatestStart(entry)));
        COUNTERSIGN_TRY(writeBackCall(work, parts, entry, confirmed.contains(entry.sessionId)));
    }
    return {};
}

} // namespace countersign
