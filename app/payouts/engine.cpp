#include "payouts/engine.h"

#include "core/logcategories.h"
#include "core/try.h"
#include "domain/workingdays.h"
#include "payouts/addressbook.h"
#include "payouts/drafting.h"
#include "payouts/imports.h"
#include "payouts/lostcommits.h"
#include "payouts/orders.h"
#include "payouts/paymenttemplates.h"
#include "payouts/reviewing.h"

namespace countersign {

using namespace std::chrono_literals;

namespace {

constexpr auto leaseLength = 30s;
constexpr auto leaseRenewal = 10s;
constexpr auto leaseNeeded = 15s;
constexpr auto shortestRest = 10ms;

QString senderLease()
{
    return QStringLiteral("sender");
}

Result<> raiseAndFreeze(Work &work, AlarmKind kind, const QString &detail)
{
    COUNTERSIGN_TRY(raiseAlarm(work, {.kind = kind, .detail = detail, .raisedAt = work.now}));
    return setFreeze(work, {.frozen = true, .cause = alarmWord(kind), .since = work.now});
}

} // namespace

Engine::Engine(EngineParts parts, EngineListener &listener, QString instance)
    : m_parts(std::move(parts)), m_listener(listener), m_instance(std::move(instance)), m_follower(m_parts, *this),
      m_sender(
          m_parts, *this, [this](const TransportReply &reply) { return m_follower.noteContact(reply); },
          [this](CallKind kind) { return mayLeave(kind); }),
      m_strays(m_parts, *this), m_inbox(m_parts, *this)
{
}

Engine::~Engine() = default;

Result<> Engine::run(const std::function<Result<>(Work &)> &work)
{
    if (m_storeFailure) return std::unexpected(*m_storeFailure);
    Q_ASSERT(!m_working);
    m_working = true;
    const auto outcome = transact(work);
    m_working = false;
    // A refusal of ours rolls back and harms nothing; a failed write means that the disk can't be trusted any more.
    if (!outcome && isFailedWrite(outcome.error().code)) {
        stopForFailedStore(outcome.error());
    }
    return outcome;
}

void Engine::stopForFailedStore(const Error &error)
{
    if (m_storeFailure) return;
    m_storeFailure = error;
    qCCritical(logPayouts) << "the store failed; sending stops:" << errorCodeName(error.code) << error.detail;
    m_listener.overviewChanged(overview());
}

Result<> Engine::transact(const std::function<Result<>(Work &)> &work)
{
    COUNTERSIGN_TRY_INTO(transaction, m_parts.store.begin());
    Work unit{.tx = *transaction, .now = m_parts.clock.now()};
    COUNTERSIGN_TRY(work(unit));
    if (unit.overviewChanged) {
        COUNTERSIGN_TRY_INTO(freeze, unit.tx.freeze());
        COUNTERSIGN_TRY_INTO(alarms, unit.tx.openAlarms());
        m_generalAlarms = alarms;
        m_freeze = freeze;
    }
    QList<PayoutRecord> changed;
    const QSet<PayoutId> toPlan = unit.changed + unit.askSoon;
    for (const PayoutId &id : toPlan) {
        const auto payout = unit.tx.payout(id);
        if (payout) {
            changed.append(*payout);
        } else if (payout.error().code != ErrorCode::notFound) { // that is a draft that was discarded
            return std::unexpected(payout.error());
        }
    }
    COUNTERSIGN_TRY(unit.tx.commit());
    for (const PayoutRecord &payout : std::as_const(changed)) {
        if (payout.stateSince != unit.now) continue; // only something else of it is new
        qCInfo(logPayouts).noquote() << "payout" << payout.number << "stands at" << stateWord(payout.state);
    }
    for (const QString &sessionId : std::as_const(unit.strays))
        m_strays.watch(sessionId);
    for (const PayoutRecord &payout : std::as_const(changed)) {
        m_follower.replan(payout, unit.askSoon.contains(payout.id));
        m_sender.note(payout);
    }
    if (unit.callsReady) m_sender.expectCalls();
    m_sender.noteLostCalls(unit.lostCalls);
    tell(unit);
    return {};
}

template <class T>
Result<T> Engine::runFor(const std::function<Result<T>(Work &)> &work)
{
    std::optional<T> value;
    COUNTERSIGN_TRY(run([&](Work &unit) -> Result<> {
        auto result = work(unit);
        if (!result) return std::unexpected(result.error());
        value = *std::move(result);
        return {};
    }));
    return *std::move(value);
}

void Engine::tell(const Work &work)
{
    for (const PayoutId &id : work.changed)
        m_listener.payoutChanged(id);
    for (const Notice &notice : work.notices)
        m_listener.noticeRaised(notice);
    if (work.overviewChanged) m_listener.overviewChanged(overview());
}

Result<> Engine::start()
{
    const auto started = checkAndRecover();
    if (!started) {
        stopForFailedStore(started.error()); // what has not checked its records sends nothing
        return started;
    }
    tick();
    return {};
}

Result<> Engine::checkAndRecover()
{
    COUNTERSIGN_TRY(verifyChain());
    COUNTERSIGN_TRY(checkJournal());
    COUNTERSIGN_TRY(renewLease());
    COUNTERSIGN_TRY(m_sender.recover());
    COUNTERSIGN_TRY(m_follower.start());
    COUNTERSIGN_TRY(m_strays.start());
    return run([](Work &work) -> Result<> {
        work.overviewChanged = true;
        return {};
    });
}

Result<> Engine::alarmAndFreeze(AlarmKind kind, const QString &detail)
{
    return run([&](Work &work) { return raiseAndFreeze(work, kind, detail); });
}

Result<> Engine::verifyChain()
{
    const auto verified = m_parts.store.verifyAudit(m_auditVerifiedTo);
    m_standing.auditWhole = verified.has_value();
    if (verified) {
        m_auditVerifiedTo = *verified;
    } else if (verified.error().code == ErrorCode::auditBroken) {
        COUNTERSIGN_TRY(alarmAndFreeze(AlarmKind::auditBroken, verified.error().detail));
    } else {
        stopForFailedStore(verified.error());
        return std::unexpected(verified.error());
    }
    m_sender.setStanding(m_standing);
    return {};
}

/// K15: an entry whose intent or transmission the store does not know means lost commits, a restored backup or a wrong
/// store. Their sessions are read while everything else waits.
Result<> Engine::checkJournal()
{
    COUNTERSIGN_TRY_INTO(entries, m_parts.journal.entries());
    COUNTERSIGN_TRY_INTO(unknown, m_parts.store.unknownOf(entries));
    COUNTERSIGN_TRY_INTO(unsent, m_parts.store.unsentOf(entries));
    m_unknown = unknown;
    m_standing.journalConsistent = unknown.isEmpty();
    m_sender.setStanding(m_standing);
    if (unknown.isEmpty() && unsent.isEmpty()) return {};
    for (const JournalEntry &entry : std::as_const(unknown)) {
        if (!entry.sessionId.isEmpty()) m_strays.watch(entry.sessionId);
    }
    const JournalEntry &last = unknown.isEmpty() ? unsent.last() : unknown.last();
    const QString detail = QStringLiteral("%1 %2").arg(callWord(last.kind), last.sessionId);
    // Together: what is written back is not found missing a second time, and must not go on without the freeze.
    return run([&](Work &work) -> Result<> {
        COUNTERSIGN_TRY(writeBackSends(work, unsent));
        COUNTERSIGN_TRY(writeBackCalls(work, m_parts, entries, unknown));
        return raiseAndFreeze(work, AlarmKind::journalAhead, detail);
    });
}

Result<> Engine::renewLease()
{
    const Instant now = m_parts.clock.now();
    const auto left = m_leaseUntil - now;
    if (left > leaseLength - leaseRenewal && left <= leaseLength) return {};
    COUNTERSIGN_TRY_INTO(fence, runFor<qint64>([&](Work &work) {
                             return work.tx.takeLease(senderLease(), m_instance, now + leaseLength);
                         }));
    m_leaseUntil = now + leaseLength;
    m_sender.setFence(fence);
    return {};
}

void Engine::tick()
{
    if (m_storeFailure) return;
    const Instant now = m_parts.clock.now();
    const auto lease = renewLease();
    m_standing.fenceCurrent = lease && m_leaseUntil - now >= leaseNeeded;
    m_sender.setStanding(m_standing);
    if (m_inboxWaiting) m_inboxWaiting = m_inbox.process();
    if (now >= m_nextMatch || m_nextMatch - now > 1min) {
        m_nextMatch = now + 1min;
        m_inbox.matchAgain();
        if (m_follower.follows(PayoutState::executing)) watchLongExecutions();
    }
    m_sender.takeReplies();
    m_follower.takeReplies();
    m_strays.takeReplies();
    m_sender.endLostCalls();
    if (m_standing.fenceCurrent && m_sender.hasWork() && m_sender.hasRoom()) {
        // Everything that leaves is behind a verified chain (G13): the new entries are checked before each send.
        if (m_standing.auditWhole && !verifyChain()) return;
        m_sender.sendNext();
        if (m_sender.journalFailure()) m_listener.overviewChanged(overview());
    }
    m_follower.tick();
    m_strays.tick();
}

/// Between the commit and this moment the call was signed: time for a freeze, a failed disk or a closed lid.
bool Engine::mayLeave(CallKind kind) const
{
    const bool fenceCurrent = m_leaseUntil - m_parts.clock.now() >= leaseNeeded;
    return !m_storeFailure && fenceCurrent && (kind == CallKind::cancel || !m_freeze.frozen);
}

/// EX: a person is told after two hours, and after three banking days it stands under Needs attention (section 6).
void Engine::watchLongExecutions()
{
    const auto watched = run([&](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(executing, work.tx.payoutsInStates({PayoutState::executing}));
        for (const PayoutRecord &payout : std::as_const(executing)) {
            if (work.now - payout.stateSince < 2h) continue;
            const int days = workingDaysBetween(bankDay(payout.stateSince), bankDay(work.now));
            const QString detail = days < 3 ? QStringLiteral("executingForHours") : QStringLiteral("executingForDays");
            COUNTERSIGN_TRY(raiseAlarm(
                work, {.kind = AlarmKind::unexpected, .payout = payout.id, .detail = detail, .raisedAt = work.now},
                AlarmSameness::kindAndDetail));
            work.changed.insert(payout.id);
        }
        return {};
    });
    if (!watched) qCWarning(logPayouts) << "executions not watched:" << errorCodeName(watched.error().code);
}

Instant Engine::nextDue() const
{
    const Instant now = m_parts.clock.now();
    Instant next = now + leaseRenewal;
    if (m_storeFailure) return next;
    if (const auto due = m_follower.nextDue()) next = std::min(next, *due);
    if (const auto due = m_strays.nextDue()) next = std::min(next, *due);
    if (const auto due = m_sender.nextDue()) next = std::min(next, *due);
    return std::max(next, now + shortestRest); // what could not be done just now cannot be done at once either
}

void Engine::accept(QList<Inbox::Delivery> deliveries)
{
    m_inbox.accept(std::move(deliveries));
    m_inboxWaiting = true;
}

Result<PayoutId> Engine::saveDraft(const PayoutId &id, const PayoutDraft &draft)
{
    return runFor<PayoutId>([&](Work &work) { return countersign::saveDraft(work, m_parts, id, draft); });
}

Result<ImportDone> Engine::importDrafts(const ImportOrder &order)
{
    return runFor<ImportDone>([&](Work &work) { return countersign::importDrafts(work, m_parts, order); });
}

Result<> Engine::discardDraft(const PayoutId &id)
{
    return run([&](Work &work) { return countersign::discardDraft(work, id); });
}

Result<> Engine::recordDirectory(const DirectoryTaking &taking)
{
    return run([&](Work &work) { return recordDirectoryTaking(work, m_parts, taking); });
}

Result<> Engine::sendForChecking(const PayoutId &id, const SendingActs &acts)
{
    return run([&](Work &work) { return submit(work, m_parts, id, acts); });
}

Result<RecipientRecord> Engine::saveRecipient(const RecipientId &id, int seenVersion, const RecipientDetails &details)
{
    return runFor<RecipientRecord>(
        [&](Work &work) { return countersign::saveRecipient(work, m_parts, id, seenVersion, details); });
}

Result<> Engine::retireRecipient(const RecipientId &id, int seenVersion)
{
    return run([&](Work &work) { return countersign::retireRecipient(work, m_parts, id, seenVersion); });
}

Result<TemplateRecord> Engine::saveTemplate(const TemplateId &id, int seenVersion, const QString &name,
                                            const PayoutDraft &draft)
{
    return runFor<TemplateRecord>(
        [&](Work &work) { return countersign::saveTemplate(work, m_parts, id, seenVersion, name, draft); });
}

Result<> Engine::removeTemplate(const TemplateId &id, int seenVersion)
{
    return run([&](Work &work) { return countersign::removeTemplate(work, m_parts, id, seenVersion); });
}

Result<> Engine::withdraw(const PayoutId &id)
{
    return run([&](Work &work) { return countersign::withdraw(work, id); });
}

Result<PayoutId> Engine::payAgain(const PayoutId &id)
{
    return runFor<PayoutId>([&](Work &work) { return countersign::payAgain(work, m_parts, id); });
}

Result<ReviewSheet> Engine::readReview(const PayoutId &id)
{
    return runFor<ReviewSheet>([&](Work &work) { return countersign::readReview(work, m_parts, id, m_standing); });
}

Result<ReviewSheet> Engine::openReview(const PayoutId &id)
{
    return runFor<ReviewSheet>([&](Work &work) { return countersign::openReview(work, m_parts, id, m_standing); });
}

Result<> Engine::decide(const PayoutId &id, const ReviewAct &act)
{
    return run([&](Work &work) { return countersign::decide(work, m_parts, id, act, m_standing); });
}

Result<> Engine::askNow(const PayoutId &id)
{
    return run([&](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(subject, loadCase(work, id));
        if (subject.attempt.sessionId.isEmpty()) return fail(ErrorCode::wrongState);
        work.changed.insert(id);
        work.askSoon.insert(id);
        return {};
    });
}

Result<> Engine::order(const PayoutId &id, PersonOrder order, const QString &reason)
{
    return run([&](Work &work) { return carryOut(work, m_parts, id, order, reason); });
}

Result<> Engine::freeze(const QString &reason)
{
    return run([&](Work &work) { return freezeByPerson(work, m_parts, reason); });
}

/// What an earlier run wrote down of the journal is told by the store, the rest is found missing at every start.
Result<> Engine::checkAllRead(Work &work, const QList<AlarmRecord> &open)
{
    bool allRead = std::all_of(m_unknown.begin(), m_unknown.end(), [this](const JournalEntry &entry) {
        return entry.sessionId.isEmpty() || m_strays.wasRead(entry.sessionId);
    });
    if (const auto lostAt = lostCommitsFound(open)) {
        COUNTERSIGN_TRY_INTO(unread, work.tx.sessionsUnreadSince(*lostAt));
        for (const QString &sessionId : std::as_const(unread))
            m_strays.watch(sessionId); // closed meanwhile: nobody else reads it
        allRead = allRead && unread.isEmpty();
    }
    if (allRead) return {};
    return fail(ErrorCode::journalUnread,
                m_parts.signer.bits() > 0 ? QStringLiteral("bank") : QStringLiteral("locked"));
}

Result<> Engine::liftFreeze(const QString &reason)
{
    const auto lifted = run([&](Work &work) -> Result<> {
        COUNTERSIGN_TRY_INTO(alarms, work.tx.openAlarms());
        COUNTERSIGN_TRY(checkAllRead(work, alarms));
        for (const JournalEntry &entry : std::as_const(m_unknown))
            COUNTERSIGN_TRY(work.tx.insertSeenEntry(entry, work.now));
        COUNTERSIGN_TRY_INTO(returned, work.tx.isFrozenByReturn());
        if (returned || lostCommitsFound(alarms)) COUNTERSIGN_TRY(withdrawAllWaiting(work));
        return countersign::liftFreeze(work, m_parts, reason);
    });
    if (!lifted) return lifted;
    // Whoever lifts a freeze over a journal that was ahead has seen what the bank says of its sessions.
    m_unknown.clear();
    m_standing.journalConsistent = true;
    m_sender.setStanding(m_standing);
    return {};
}

Overview Engine::overview() const
{
    QList<AlarmRecord> general;
    for (const AlarmRecord &alarm : m_generalAlarms) {
        if (alarm.payout.isEmpty()) general.append(alarm);
    }
    return {.freeze = m_freeze,
            .generalAlarms = general,
            .stoppedBy = m_storeFailure ? m_storeFailure->code : m_sender.journalFailure(),
            .keyUnlocked = m_parts.signer.bits() > 0,
            .keyFingerprint = m_parts.signer.fingerprint(),
            .keyBits = m_parts.signer.bits(),
            .bankReachable = m_follower.bankReachable(),
            .lastBankContact = m_follower.lastContact(),
            .webhookAddress = m_webhookAddress,
            .webhookProblem = m_webhookProblem,
            .lastWebhook = m_inbox.lastStored(),
            .refusedMessages = m_inbox.refused()};
}

void Engine::setWebhookStanding(const QString &address, const QString &problem)
{
    m_webhookAddress = address;
    m_webhookProblem = problem;
    m_listener.overviewChanged(overview());
}

void Engine::keyChanged()
{
    m_listener.overviewChanged(overview());
}

} // namespace countersign
