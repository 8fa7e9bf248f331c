#pragma once

#include "payouts/engine.h"
#include "payouts/enginebook.h"
#include "payouts/enginetemplates.h"
#include "payouts/payoutdesk.h"
#include "ports/bankreports.h"
#include "ports/executor.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace countersign {

/// The window's desk over an engine on another thread: commands go there, reads go to a reader on a third thread, and
/// what changed comes back as signals on the window's thread. Also the door for receivers (InboxPort).
class EngineDesk final : public PayoutDesk, public InboxPort
{
    Q_OBJECT
public:
    struct Threads
    {
        Executor &engine;
        Executor &reader;
    };
    /// `protocol` reads stored answers for lists and dossiers; `settings` serve check(); everything outlives the desk,
    /// and the engine's thread has ended before the desk dies.
    EngineDesk(Threads threads, PayoutReader &reader, const BankProtocol &protocol, const Clock &clock,
               EngineSettings settings, QObject *parent = nullptr);
    ~EngineDesk() override;

    /// Engine thread: from now on banks are looked up there, also by the engine. Null: there is no directory, as before
    /// the call. It outlives the desk: another thread may be in the middle of a look.
    void setDirectory(const BankDirectory *directory);
    /// The address book over the same engine and reader.
    [[nodiscard]] RecipientBook &book() { return m_book; }
    /// The templates likewise.
    [[nodiscard]] TemplateBook &templates() { return m_templates; }
    /// The listener to give to the engine.
    [[nodiscard]] EngineListener &listener();
    /// Engine thread: the engine is ready; `scheduleTick` makes it tick soon. Both stay until `detach`.
    void attach(Engine &engine, BankReports &reports, std::function<void()> scheduleTick);
    /// Engine thread: from here on every command answers storeUnavailable.
    void detach();

    [[nodiscard]] ValidationReport check(const PayoutDraft &draft) const override;
    [[nodiscard]] QList<BankEntry> banks(const QString &text, qsizetype limit) const override;
    QFuture<Result<PayoutId>> saveDraft(PayoutId id, PayoutDraft draft) override;
    QFuture<Result<>> discardDraft(PayoutId id) override;
    QFuture<Result<RecipientCheck>> checkRecipient(PayoutId self, PayoutDraft draft) override;
    QFuture<Result<>> sendForChecking(PayoutId id, SendingActs acts) override;
    QFuture<Result<>> withdraw(PayoutId id) override;
    QFuture<Result<PayoutId>> payAgain(PayoutId id) override;
    QFuture<Result<ReviewSheet>> readReview(PayoutId id) override;
    QFuture<Result<ReviewSheet>> openReview(PayoutId id) override;
    QFuture<Result<>> decide(PayoutId id, ReviewAct act) override;
    QFuture<Result<>> askNow(PayoutId id) override;
    QFuture<Result<>> order(PayoutId id, PersonOrder order, QString reason) override;
    QFuture<Result<>> freeze(QString reason) override;
    QFuture<Result<>> liftFreeze(QString reason) override;
    QFuture<Result<ListPage>> page(ListQuery query) override;
    QFuture<Result<QList<qint64>>> counts() override;
    QFuture<Result<PayoutDossier>> dossier(PayoutId id) override;
    [[nodiscard]] Overview overview() const override;
    QFuture<Result<Balance>> balance(AccountNumber account) override;

    /// Into the audit chain; the errors of payouts/directorytaking.h.
    QFuture<Result<>> recordDirectory(DirectoryTaking taking);
    /// Makes drafts of a file's rows, all or none; the errors of payouts/imports.h.
    QFuture<Result<ImportDone>> importDrafts(ImportOrder order);

    /// Any thread.
    void deliver(IncomingMessage message, Done done) override;

private:
    class Listener;
    template <class T>
    QFuture<Result<T>> onEngine(std::function<Result<T>(Engine &)> work);
    template <class T>
    QFuture<Result<T>> onReader(std::function<Result<T>(PayoutReader &)> work);
    /// Whom a stored answer names instead of who was asked for.
    [[nodiscard]] std::optional<RecipientIdentity> otherRecipientOf(const RecipientIdentity &asked,
                                                                    const QByteArray &answer) const;
    [[nodiscard]] bool isCancelBodyLost(const PayoutDossier &dossier) const;
    void takeDeliveries();

    Threads m_threads;
    PayoutReader &m_reader;
    const BankProtocol &m_protocol;
    const Clock &m_clock;
    EngineSettings m_settings;
    std::atomic<const BankDirectory *> m_directory = nullptr;
    EngineBook m_book;
    EngineTemplates m_templates;
    std::unique_ptr<Listener> m_listener;
    Engine *m_engine = nullptr;           ///< engine thread only
    BankReports *m_reports = nullptr;     ///< engine thread only
    std::function<void()> m_scheduleTick; ///< engine thread only
    Overview m_overview;                  ///< window's thread only
    std::mutex m_deliveriesMutex;
    QList<Inbox::Delivery> m_deliveries; ///< guarded by m_deliveriesMutex
};

} // namespace countersign
