#include "payouts/inbox.h"

#include "core/logcategories.h"
#include "core/try.h"
#include "payouts/following.h"

namespace countersign {

using namespace std::chrono_literals;

namespace {

constexpr int processedAtOnce = 100;

QString unknownSession()
{
    return QStringLiteral("unknownSession");
}

Result<> findUnmatched(Work &work, QList<InboxRecord> &unmatched)
{
    COUNTERSIGN_TRY_INTO(found, work.tx.unmatchedInbox());
    unmatched = std::move(found);
    return {};
}

} // namespace

Inbox::Inbox(EngineParts &parts, Worker &worker) : m_parts(parts), m_worker(worker) {}

void Inbox::accept(QList<Delivery> deliveries)
{
    // Before anything is written: whatever becomes of the store, a signed message is never called badly signed (L10).
    QList<InboxVerdict> verdicts(deliveries.size(), InboxVerdict::badSignature);
    QList<std::optional<QString>> keys(deliveries.size());
    for (qsizetype i = 0; i < deliveries.size(); ++i) {
        const IncomingMessage &message = deliveries[i].message;
        if (auto key = m_parts.bankKeys.verify(message.body, message.signature)) {
            keys[i] = *std::move(key);
            verdicts[i] = InboxVerdict::notStored;
        }
    }
    m_refused += std::count(verdicts.cbegin(), verdicts.cend(), InboxVerdict::badSignature);
    const std::optional<Instant> before = m_lastStored;
    const auto stored = m_worker.run([&](Work &work) { return store(work, deliveries, keys, verdicts); });
    if (!stored) {
        qCWarning(logPayouts) << "messages not stored:" << errorCodeName(stored.error().code);
        m_lastStored = before;
    }
    for (qsizetype i = 0; i < deliveries.size(); ++i) {
        if (!stored && verdicts[i] != InboxVerdict::badSignature) verdicts[i] = InboxVerdict::notStored;
        deliveries[i].done(verdicts[i]);
    }
}

Result<> Inbox::store(Work &work, const QList<Delivery> &deliveries, const QList<std::optional<QString>> &keys,
                      QList<InboxVerdict> &verdicts)
{
    work.overviewChanged = true; // messages that were refused are counted there
    for (qsizetype i = 0; i < deliveries.size(); ++i) {
        if (!keys[i]) continue;
        const IncomingMessage &message = deliveries[i].message;
        InboxRecord record{.body = message.body,
                           .bodySha256 = sha256Hex(message.body),
                           .signature = message.signature,
                           .keyFingerprint = *keys[i],
                           .source = message.source,
                           .peer = message.peer,
                           .receivedAt = work.now};
        COUNTERSIGN_TRY_INTO(isNew, work.tx.insertInbox(record));
        verdicts[i] = isNew ? InboxVerdict::stored : InboxVerdict::repeated;
        if (isNew) m_lastStored = work.now; // known before the overview is told
    }
    return {};
}

Result<> Inbox::processTogether(Work &work, QList<InboxRecord> &waiting)
{
    COUNTERSIGN_TRY_INTO(found, work.tx.unprocessedInbox(processedAtOnce));
    waiting = found;
    for (const InboxRecord &message : std::as_const(waiting))
        COUNTERSIGN_TRY(processOne(work, message));
    return {};
}

bool Inbox::process()
{
    QList<InboxRecord> waiting;
    const auto together = m_worker.run([&](Work &work) { return processTogether(work, waiting); });
    if (!together && (waiting.isEmpty() || !processOneByOne(waiting))) return true;
    return waiting.size() == processedAtOnce;
}

/// In order; the one that can't be processed goes into quarantine with its alarm, and the others go on.
bool Inbox::processOneByOne(const QList<InboxRecord> &messages)
{
    for (const InboxRecord &message : messages) {
        const auto done = m_worker.run([&](Work &work) { return processOne(work, message); });
        if (done) continue;
        qCWarning(logPayouts) << "message" << message.id << "not processed:" << errorCodeName(done.error().code);
        const auto put = m_worker.run([&](Work &work) { return quarantine(work, message, done.error()); });
        if (!put) return false;
    }
    return true;
}

Result<> Inbox::quarantine(Work &work, const InboxRecord &message, const Error &error)
{
    COUNTERSIGN_TRY(work.tx.setInboxProcessed(message.id, true, errorCodeName(error.code)));
    return raiseAlarm(work, {.kind = AlarmKind::unreadable,
                             .sessionId = QStringLiteral("inbox/%1").arg(message.id),
                             .detail = error.detail,
                             .raisedAt = work.now});
}

Result<> Inbox::processOne(Work &work, const InboxRecord &message)
{
    const auto reading = m_parts.protocol.readWebhook(message.body);
    if (!reading) return quarantine(work, message, reading.error());
    const auto taken = takeReading(work, m_parts, *reading,
                                   {message.source, QString::number(message.id), message.body, message.keyFingerprint});
    if (!taken && taken.error().code == ErrorCode::notFound && taken.error().detail == reading->sessionId) {
        m_mayBeUnmatched = true;
        return work.tx.setInboxProcessed(message.id, true, unknownSession());
    }
    COUNTERSIGN_TRY(taken);
    return work.tx.setInboxProcessed(message.id, false, {});
}

void Inbox::matchAgain()
{
    if (!m_mayBeUnmatched) return;
    QList<InboxRecord> unmatched;
    const auto read = m_worker.run([&](Work &work) { return findUnmatched(work, unmatched); });
    if (!read) return;
    m_mayBeUnmatched = !unmatched.isEmpty();
    for (const InboxRecord &message : std::as_const(unmatched)) {
        const auto done = m_worker.run([&](Work &work) { return matchOne(work, message); });
        if (!done) qCWarning(logPayouts) << "matching again failed:" << errorCodeName(done.error().code);
    }
}

Result<> Inbox::matchOne(Work &work, const InboxRecord &message)
{
    const auto reading = m_parts.protocol.readWebhook(message.body);
    if (!reading) return {};
    COUNTERSIGN_TRY_INTO(attempt, work.tx.attemptOfSession(reading->sessionId));
    if (attempt) return processOne(work, message);
    if (reading->messageType != u"ready_to_confirm" || work.now - message.receivedAt < 5min) return {};
    return raiseAlarm(work, {.kind = AlarmKind::unmatched,
                             .sessionId = reading->sessionId,
                             .detail = QStringLiteral("inbox/%1").arg(message.id),
                             .raisedAt = work.now});
}

} // namespace countersign
