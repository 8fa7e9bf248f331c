#include "payouts/enginedesk.h"

#include "core/try.h"
#include "domain/answeredrecipient.h"
#include "payouts/addressbook.h"
#include "payouts/drafting.h"
#include "payouts/following.h"
#include "payouts/recipientcheck.h"
#include "ports/runon.h"

#include <QPromise>

namespace countersign {

namespace {

/// As sending would find them; a draft that can't be read is found out when it is opened.
Result<> markRepeats(RecipientHistory &history, ListRow &row, Instant now)
{
    const auto draft = draftFromCanonicalBytes(row.draft);
    if (row.state != PayoutState::draft || !draft) return {};
    COUNTERSIGN_TRY_INTO(repeats, repeatsOf(history, *draft, row.id, row.retryOf, now));
    for (const Duplicate &repeat : repeats)
        row.repeats.append(repeat.earlier.number);
    return {};
}

} // namespace

/// Carries the engine's news to the window's thread.
class EngineDesk::Listener final : public EngineListener
{
public:
    explicit Listener(EngineDesk &desk) : m_desk(desk) {}

    void payoutChanged(const PayoutId &id) override
    {
        if (m_desk.m_scheduleTick) m_desk.m_scheduleTick();
        QMetaObject::invokeMethod(
            &m_desk,
            [desk = &m_desk, id] {
                Q_EMIT desk->payoutChanged(id);
                Q_EMIT desk->listChanged();
            },
            Qt::QueuedConnection);
    }

    void workWaiting() override
    {
        if (m_desk.m_scheduleTick) m_desk.m_scheduleTick();
    }

    void overviewChanged(const Overview &overview) override
    {
        QMetaObject::invokeMethod(
            &m_desk,
            [desk = &m_desk, overview] {
                desk->m_overview = overview;
                Q_EMIT desk->overviewChanged();
            },
            Qt::QueuedConnection);
    }

    void noticeRaised(const Notice &notice) override
    {
        QMetaObject::invokeMethod(
            &m_desk, [desk = &m_desk, notice] { Q_EMIT desk->noticeRaised(notice); }, Qt::QueuedConnection);
    }

private:
    EngineDesk &m_desk;
};

EngineDesk::EngineDesk(Threads threads, PayoutReader &reader, const BankProtocol &protocol, const Clock &clock,
                       EngineSettings settings, QObject *parent)
    : PayoutDesk(parent), m_threads(threads), m_reader(reader), m_protocol(protocol), m_clock(clock),
      m_settings(std::move(settings)), m_book(threads.engine, threads.reader, reader, [this] { return m_engine; }),
      m_templates(threads.engine, threads.reader, reader, [this] { return m_engine; }),
      m_listener(std::make_unique<Listener>(*this))
{
}

EngineDesk::~EngineDesk() = default;

EngineListener &EngineDesk::listener()
{
    return *m_listener;
}

void EngineDesk::detach()
{
    m_engine = nullptr;
    m_reports = nullptr;
    m_scheduleTick = nullptr;
}

void EngineDesk::attach(Engine &engine, BankReports &reports, std::function<void()> scheduleTick)
{
    m_engine = &engine;
    m_reports = &reports;
    m_scheduleTick = std::move(scheduleTick);
    m_scheduleTick();
}

void EngineDesk::setDirectory(const BankDirectory *directory)
{
    m_directory = directory;
    if (m_engine) m_engine->useDirectory(directory);
}

template <class T>
QFuture<Result<T>> EngineDesk::onEngine(std::function<Result<T>(Engine &)> work)
{
    return runOn<T>(m_threads.engine, [this, work = std::move(work)]() -> Result<T> {
        if (!m_engine) return fail(ErrorCode::storeUnavailable);
        auto result = work(*m_engine);
        m_scheduleTick();
        return result;
    });
}

template <class T>
QFuture<Result<T>> EngineDesk::onReader(std::function<Result<T>(PayoutReader &)> work)
{
    return runOn<T>(m_threads.reader, [this, work = std::move(work)] { return work(m_reader); });
}

ValidationReport EngineDesk::check(const PayoutDraft &draft) const
{
    return validate(draft, validationRules(m_settings, m_directory, m_clock.now()));
}

QList<BankEntry> EngineDesk::banks(const QString &text, qsizetype limit) const
{
    const BankDirectory *directory = m_directory;
    return directory ? directory->search(text, limit) : QList<BankEntry>();
}

QFuture<Result<PayoutId>> EngineDesk::saveDraft(PayoutId id, PayoutDraft draft)
{
    return onEngine<PayoutId>([id, draft](Engine &engine) { return engine.saveDraft(id, draft); });
}

QFuture<Result<ImportDone>> EngineDesk::importDrafts(ImportOrder order)
{
    return onEngine<ImportDone>([order = std::move(order)](Engine &engine) { return engine.importDrafts(order); });
}

QFuture<Result<>> EngineDesk::recordDirectory(DirectoryTaking taking)
{
    return onEngine<void>([taking = std::move(taking)](Engine &engine) { return engine.recordDirectory(taking); });
}

QFuture<Result<>> EngineDesk::discardDraft(PayoutId id)
{
    return onEngine<void>([id](Engine &engine) { return engine.discardDraft(id); });
}

QFuture<Result<RecipientCheck>> EngineDesk::checkRecipient(PayoutId self, PayoutDraft draft)
{
    return onReader<RecipientCheck>([this, self, draft](PayoutReader &reader) -> Result<RecipientCheck> {
        PayoutId retryOf;
        if (!self.isEmpty()) {
            COUNTERSIGN_TRY_INTO(dossier, reader.dossier(self));
            retryOf = dossier.payout.retryOf;
        }
        COUNTERSIGN_TRY_INTO(check, countersign::checkRecipient(reader, draft, self, retryOf, m_clock.now()));
        COUNTERSIGN_TRY_INTO(entries, entriesOf(reader, check.who));
        check.book = entries;
        return check;
    });
}

QFuture<Result<>> EngineDesk::sendForChecking(PayoutId id, SendingActs acts)
{
    return onEngine<void>([id, acts](Engine &engine) { return engine.sendForChecking(id, acts); });
}

QFuture<Result<>> EngineDesk::withdraw(PayoutId id)
{
    return onEngine<void>([id](Engine &engine) { return engine.withdraw(id); });
}

QFuture<Result<PayoutId>> EngineDesk::payAgain(PayoutId id)
{
    return onEngine<PayoutId>([id](Engine &engine) { return engine.payAgain(id); });
}

QFuture<Result<ReviewSheet>> EngineDesk::readReview(PayoutId id)
{
    return onEngine<ReviewSheet>([id](Engine &engine) { return engine.readReview(id); });
}

QFuture<Result<ReviewSheet>> EngineDesk::openReview(PayoutId id)
{
    return onEngine<ReviewSheet>([id](Engine &engine) { return engine.openReview(id); });
}

QFuture<Result<>> EngineDesk::decide(PayoutId id, ReviewAct act)
{
    return onEngine<void>([id, act](Engine &engine) { return engine.decide(id, act); });
}

QFuture<Result<>> EngineDesk::askNow(PayoutId id)
{
    return onEngine<void>([id](Engine &engine) { return engine.askNow(id); });
}

QFuture<Result<>> EngineDesk::order(PayoutId id, PersonOrder order, QString reason)
{
    return onEngine<void>([id, order, reason](Engine &engine) { return engine.order(id, order, reason); });
}

QFuture<Result<>> EngineDesk::freeze(QString reason)
{
    return onEngine<void>([reason](Engine &engine) { return engine.freeze(reason); });
}

QFuture<Result<>> EngineDesk::liftFreeze(QString reason)
{
    return onEngine<void>([reason](Engine &engine) { return engine.liftFreeze(reason); });
}

QFuture<Result<ListPage>> EngineDesk::page(ListQuery query)
{
    return onReader<ListPage>([this, query](PayoutReader &reader) {
        auto page = reader.page(query);
        if (!page) return page;
        for (ListRow &row : page->rows) {
            const RecipientIdentity asked{row.recipientName, row.recipientInn, row.recipientBik, row.recipientAccount};
            row.otherRecipient = otherRecipientOf(asked, row.answer).has_value();
            if (const auto marked = markRepeats(reader, row, m_clock.now()); !marked)
                return Result<ListPage>(std::unexpected(marked.error()));
        }
        return page;
    });
}

QFuture<Result<QList<qint64>>> EngineDesk::counts()
{
    return onReader<QList<qint64>>([](PayoutReader &reader) { return reader.counts(); });
}

QFuture<Result<PayoutDossier>> EngineDesk::dossier(PayoutId id)
{
    return onReader<PayoutDossier>([this, id](PayoutReader &reader) {
        auto dossier = reader.dossier(id);
        if (dossier) dossier->cancelBodyLost = isCancelBodyLost(*dossier);
        if (!dossier || !dossier->confirmInfo) return dossier;
        const PayoutRecord &payout = dossier->payout;
        dossier->otherRecipient =
            otherRecipientOf({payout.recipientName, payout.recipientInn, payout.recipientBik, payout.recipientAccount},
                             dossier->confirmInfo->bytes);
        return dossier;
    });
}

bool EngineDesk::isCancelBodyLost(const PayoutDossier &dossier) const
{
    if (!dossier.attempt) return false;
    return std::any_of(dossier.intents.begin(), dossier.intents.end(), [&](const IntentRecord &intent) {
        return intent.kind == CallKind::cancel && intent.status != IntentStatus::voided &&
               !bodyToRepeat(m_protocol, intent, dossier.confirmInfo, dossier.attempt->sessionId);
    });
}

std::optional<RecipientIdentity> EngineDesk::otherRecipientOf(const RecipientIdentity &asked,
                                                              const QByteArray &answer) const
{
    if (answer.isEmpty()) return std::nullopt;
    const auto information = m_protocol.readConfirmInformation(answer);
    return information ? otherRecipient(asked, *information) : std::nullopt;
}

Overview EngineDesk::overview() const
{
    return m_overview;
}

QFuture<Result<Balance>> EngineDesk::balance(AccountNumber account)
{
    auto promise = std::make_shared<QPromise<Result<Balance>>>();
    auto future = promise->future();
    promise->start();
    m_threads.engine.post([this, promise, account] {
        if (!m_reports) {
            promise->addResult(Result<Balance>(fail(ErrorCode::storeUnavailable)));
            promise->finish();
            return;
        }
        m_reports->balance(account, [this, promise, account](Result<Money> amount) {
            if (amount)
                promise->addResult(Balance{account.text(), *amount, m_clock.now()});
            else
                promise->addResult(Result<Balance>(std::unexpected(amount.error())));
            promise->finish();
        });
    });
    return future;
}

void EngineDesk::deliver(IncomingMessage message, Done done)
{
    bool first = false;
    {
        const std::lock_guard lock(m_deliveriesMutex);
        first = m_deliveries.isEmpty();
        m_deliveries.append({std::move(message), std::move(done)});
    }
    if (first) m_threads.engine.post([this] { takeDeliveries(); });
}

/// Everything that came in while the engine was busy shares one commit.
void EngineDesk::takeDeliveries()
{
    QList<Inbox::Delivery> deliveries;
    {
        const std::lock_guard lock(m_deliveriesMutex);
        deliveries.swap(m_deliveries);
    }
    if (!m_engine) {
        for (const Inbox::Delivery &delivery : std::as_const(deliveries))
            delivery.done(InboxVerdict::notStored);
        return;
    }
    m_engine->accept(std::move(deliveries));
    m_scheduleTick();
}

} // namespace countersign
