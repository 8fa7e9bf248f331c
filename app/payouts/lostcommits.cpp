#include "payouts/lostcommits.h"

#include "core/try.h"
#include "payouts/drafting.h"
#include "payouts/following.h"

#include <QSet>

namespace countersign {

namespace {

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

/// The lost store could hold a later call of that session only because this one was proven not sent, or refused.
bool isSuperseded(const JournalEntry &entry, const QList<JournalEntry> &journal)
{
    for (auto later = journal.crbegin(); later != journal.crend() && later->intent != entry.intent; ++later) {
        if (later->sessionId == entry.sessionId && excludeEachOther(later->kind, entry.kind)) return true;
    }
    return false;
}

Result<> insertLostSend(Work &work, const JournalEntry &entry, const PayoutId &payout)
{
    work.changed.insert(payout);
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

Result<> writeBackCall(Work &work, const EngineParts &parts, const JournalEntry &entry)
{
    COUNTERSIGN_TRY_INTO(attempt, work.tx.attemptOfSession(entry.sessionId));
    if (!attempt) return {};
    COUNTERSIGN_TRY_INTO(intents, work.tx.intents(attempt->id));
    if (intents.isEmpty()) return {}; // the session was lost as well: see writeBackSession
    const bool isThere = std::any_of(intents.begin(), intents.end(),
                                     [&](const IntentRecord &intent) { return intent.id == entry.intent; });
    if (isThere) {
        COUNTERSIGN_TRY(insertLostSend(work, entry, attempt->payout));
        return work.tx.appendAudit(wordOfSending(entry.kind), byJournal(entry, attempt->payout));
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

Result<std::optional<int>> versionOf(Work &work, const PayoutRecord &payout, const QByteArray &contentSha256)
{
    for (int version = payout.version; version > 0; --version) {
        COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(payout.id, version));
        if (instruction.contentSha256 == contentSha256) return std::optional(version);
    }
    return std::optional<int>();
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

Result<> writeBackSession(Work &work, const EngineParts &parts, const JournalEntry &start)
{
    COUNTERSIGN_TRY_INTO(known, work.tx.attemptOfSession(start.sessionId));
    if (known) return {};
    auto payout = work.tx.payout(start.payout);
    if (!payout && payout.error().code == ErrorCode::notFound) return {}; // lost like its session
    if (!payout) return std::unexpected(payout.error());
    COUNTERSIGN_TRY_INTO(version, versionOf(work, *payout, start.contentSha256));
    if (!version) {
        COUNTERSIGN_TRY_INTO(ofDraft, versionOfDraft(work, parts, *payout, start.contentSha256));
        version = ofDraft;
    }
    if (!version) return holdForOtherContent(work, payout->id, start.sessionId);
    COUNTERSIGN_TRY_INTO(attempts, work.tx.attempts(payout->id));
    COUNTERSIGN_TRY(work.tx.insertAttempt({.id = {parts.ids.next()},
                                           .payout = payout->id,
                                           .version = *version,
                                           .number = static_cast<int>(attempts.size()) + 1,
                                           .sessionId = start.sessionId,
                                           .standing = AttemptStanding::fenced,
                                           .openedAt = work.now}));
    work.changed.insert(payout->id);
    return work.tx.appendAudit(QStringLiteral("sessionFound"), {{QStringLiteral("payout"), payout->id.text},
                                                                {QStringLiteral("session"), start.sessionId}});
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
    for (const JournalEntry &entry : once) {
        if (entry.sessionId.isEmpty() || isSuperseded(entry, journal)) continue;
        COUNTERSIGN_TRY(writeBackCall(work, parts, entry));
    }
    return {};
}

Result<> writeBackSessions(Work &work, const EngineParts &parts, const QList<JournalEntry> &unknown)
{
    for (const JournalEntry &entry : unknown) {
        if (entry.kind == CallKind::start) COUNTERSIGN_TRY(writeBackSession(work, parts, entry));
    }
    return {};
}

} // namespace countersign
