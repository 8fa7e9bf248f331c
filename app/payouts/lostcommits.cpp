#include "payouts/lostcommits.h"

#include "core/try.h"
#include "payouts/lifecycle.h"

#include <QSet>

namespace countersign {

namespace {

QString wordOfSending(CallKind kind)
{
    return kind == CallKind::cancel ? QStringLiteral("cancelSent") : eventWord(Event::gatePassed);
}

/// Only a cancel is stored before its first transmission, and only a cancel and a confirm leave more than once.
Result<> writeBackSend(Work &work, const JournalEntry &entry)
{
    COUNTERSIGN_TRY_INTO(intent, work.tx.intent(entry.intent));
    COUNTERSIGN_TRY(work.tx.insertSend(
        {.intent = intent.id, .number = entry.sendNumber, .fence = entry.fence, .startedAt = work.now}));
    COUNTERSIGN_TRY(work.tx.setIntentStatus(intent.id, IntentStatus::inflight, work.now));
    work.changed.insert(intent.payout);
    return work.tx.appendAudit(wordOfSending(intent.kind), {{QStringLiteral("payout"), intent.payout.text},
                                                            {QStringLiteral("session"), entry.sessionId},
                                                            {QStringLiteral("byJournal"), true}});
}

Result<std::optional<int>> versionOf(Work &work, const PayoutRecord &payout, const QByteArray &contentSha256)
{
    for (int version = payout.version; version > 0; --version) {
        COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(payout.id, version));
        if (instruction.contentSha256 == contentSha256) return std::optional(version);
    }
    return std::optional<int>();
}

/// The payout was corrected and sent, or sent for the first time, in the time that is lost: here it looks unsent, and
/// whoever sends it again may pay twice. The session can't become an attempt of a content that nobody knows.
Result<> tellOfOtherContent(Work &work, const PayoutId &payout, const QString &sessionId)
{
    work.changed.insert(payout);
    return raiseAlarm(work, {.kind = AlarmKind::journalAhead,
                             .payout = payout,
                             .sessionId = sessionId,
                             .detail = QStringLiteral("sent with another content"),
                             .raisedAt = work.now});
}

Result<> writeBackSession(Work &work, const EngineParts &parts, const JournalEntry &start)
{
    COUNTERSIGN_TRY_INTO(known, work.tx.attemptOfSession(start.sessionId));
    if (known) return {};
    const auto payout = work.tx.payout(start.payout);
    if (!payout && payout.error().code == ErrorCode::notFound) return {}; // lost like its session
    if (!payout) return std::unexpected(payout.error());
    COUNTERSIGN_TRY_INTO(version, versionOf(work, *payout, start.contentSha256));
    if (!version) return tellOfOtherContent(work, payout->id, start.sessionId);
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

} // namespace

Result<> writeBackSends(Work &work, const QList<JournalEntry> &unsent)
{
    QSet<std::pair<QString, int>> written;
    for (const JournalEntry &entry : unsent) {
        const std::pair transmission(entry.intent.text, entry.sendNumber);
        if (written.contains(transmission)) continue; // a journal may name one twice
        written.insert(transmission);
        COUNTERSIGN_TRY(writeBackSend(work, entry));
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
