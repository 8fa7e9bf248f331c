#pragma once

#include "domain/importorder.h"
#include "payouts/directorytaking.h"
#include "payouts/following.h"
#include "payouts/inbox.h"
#include "payouts/sender.h"
#include "payouts/straysessions.h"

#include <functional>

namespace countersign {

/// Who hears of what has happened, after it is durable. Engine thread.
class EngineListener
{
public:
    virtual ~EngineListener() = default;
    virtual void payoutChanged(const PayoutId &id) = 0;
    virtual void overviewChanged(const Overview &overview) = 0;
    virtual void noticeRaised(const Notice &notice) = 0;
    /// Something has come that the next tick takes; it should run soon.
    virtual void workWaiting() = 0;
};

/// The use cases as one machine: commands and messages come in, `tick` does what is due. It has no thread, no timer
/// and no socket of its own: whoever drives it decides about time, so it runs the same in the window, without one and
/// in a simulation. Everything happens on the driver's thread (design.md section 3, the engine's thread).
class Engine final : private Worker
{
public:
    /// `instance`: names this run as holder of the sender's lease.
    Engine(EngineParts parts, EngineListener &listener, QString instance);
    ~Engine() override;
    Engine(const Engine &) = delete;

    /// Verifies audit chain and journal, settles what a crash left in flight, fills the poll plan. An error means that
    /// nothing can be sent; a freeze (journalAhead, auditBroken) is not an error.
    [[nodiscard]] Result<> start();

    // commands: durable when they return
    [[nodiscard]] Result<PayoutId> saveDraft(const PayoutId &id, const PayoutDraft &draft);
    [[nodiscard]] Result<ImportDone> importDrafts(const ImportOrder &order);
    [[nodiscard]] Result<> recordDirectory(const DirectoryTaking &taking);
    [[nodiscard]] Result<> discardDraft(const PayoutId &id);
    [[nodiscard]] Result<> sendForChecking(const PayoutId &id, const SendingActs &acts = {});
    [[nodiscard]] Result<> withdraw(const PayoutId &id);
    [[nodiscard]] Result<RecipientRecord> saveRecipient(const RecipientId &id, int seenVersion,
                                                        const RecipientDetails &details);
    [[nodiscard]] Result<TemplateRecord> saveTemplate(const TemplateId &id, int seenVersion, const QString &name,
                                                      const PayoutDraft &draft);
    [[nodiscard]] Result<> removeTemplate(const TemplateId &id, int seenVersion);
    [[nodiscard]] Result<> retireRecipient(const RecipientId &id, int seenVersion);
    [[nodiscard]] Result<PayoutId> payAgain(const PayoutId &id);
    [[nodiscard]] Result<ReviewSheet> readReview(const PayoutId &id);
    [[nodiscard]] Result<ReviewSheet> openReview(const PayoutId &id);
    [[nodiscard]] Result<> decide(const PayoutId &id, const ReviewAct &act);
    [[nodiscard]] Result<> askNow(const PayoutId &id);
    [[nodiscard]] Result<> order(const PayoutId &id, PersonOrder order, const QString &reason);
    [[nodiscard]] Result<> freeze(const QString &reason);
    [[nodiscard]] Result<> liftFreeze(const QString &reason);

    /// Messages that arrived together share one commit.
    void accept(QList<Inbox::Delivery> deliveries);

    /// Does everything that is due now.
    void tick();
    /// When tick should run next, if nothing happens before; at most 10 s away (the lease).
    [[nodiscard]] Instant nextDue() const;

    [[nodiscard]] Overview overview() const;
    void setWebhookStanding(const QString &address, const QString &problem);
    /// From here on banks are looked up there; null: nowhere. It outlives the engine.
    void useDirectory(const BankDirectory *directory) { m_parts.directory = directory; }
    /// The signing key was unlocked or locked.
    void keyChanged();

private:
    [[nodiscard]] Result<> run(const std::function<Result<>(Work &)> &work) override;
    void wake() override { m_listener.workWaiting(); }
    [[nodiscard]] bool mayLeave(CallKind kind) const;
    [[nodiscard]] Result<> transact(const std::function<Result<>(Work &)> &work);
    template <class T>
    [[nodiscard]] Result<T> runFor(const std::function<Result<T>(Work &)> &work);
    void tell(const Work &work);
    [[nodiscard]] Result<> renewLease();
    [[nodiscard]] Result<> alarmAndFreeze(AlarmKind kind, const QString &detail);
    [[nodiscard]] Result<> checkAndRecover();
    void stopForFailedStore(const Error &error);
    [[nodiscard]] Result<> verifyChain();
    [[nodiscard]] Result<> checkJournal();
    /// K15: none of the sessions that a journal ahead of the store names may be unread when its freeze is lifted.
    [[nodiscard]] Result<> checkAllRead(Work &work, const QList<AlarmRecord> &open);
    void watchLongExecutions();

    EngineParts m_parts;
    EngineListener &m_listener;
    QString m_instance;
    Follower m_follower;
    Sender m_sender;
    StraySessions m_strays;
    Inbox m_inbox;
    SenderStanding m_standing;
    QList<JournalEntry> m_unknown; ///< entries of the journal that neither the store nor a person knew at the start
    Instant m_leaseUntil{};
    Instant m_nextMatch{};
    qint64 m_auditVerifiedTo = 0;
    bool m_inboxWaiting = true;
    std::optional<Error> m_storeFailure;
    bool m_working = false;
    FreezeRecord m_freeze;
    QList<AlarmRecord> m_generalAlarms;
    QString m_webhookAddress;
    QString m_webhookProblem;
};

} // namespace countersign
