#pragma once

#include "bank131/bank131protocol.h"
#include "demobank/practicebank.h"
#include "payouts/engine.h"
#include "storage/filesendjournal.h"
#include "storage/sqlitestore.h"

#include <QTemporaryDir>
#include <QTest>

namespace countersign::test {

using namespace std::chrono_literals;

/// A Monday morning that lasts until it is told to go on.
class WorldClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now + m_error; }
    [[nodiscard]] milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    /// The time that the rest of the world has.
    [[nodiscard]] Instant real() const { return m_now; }
    void set(Instant now) { m_now = now; }
    /// How far this computer's clock is ahead (behind: below 0).
    [[nodiscard]] milliseconds error() const { return m_error; }
    void setError(milliseconds error) { m_error = error; }

private:
    Instant m_now = fromMilliseconds(1'772'434'800'000); // 2026-03-02 07:00 UTC
    milliseconds m_error{0};
};

class CountingIds final : public Ids
{
public:
    [[nodiscard]] QString next() override { return QStringLiteral("%1").arg(++m_last, 32, 16, QLatin1Char('0')); }

private:
    qint64 m_last = 0;
};

/// A keyed digest instead of RSA: as deterministic, as dependent on every byte, and quick.
[[nodiscard]] QByteArray quickSignature(QByteArrayView key, QByteArrayView body);

class QuickSigner final : public Signer
{
public:
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView body) const override;
    [[nodiscard]] bool isOwn(QByteArrayView body, QByteArrayView signature) const override;
    [[nodiscard]] QString fingerprint() const override { return locked ? QString() : QStringLiteral("aa:01"); }
    [[nodiscard]] int bits() const override { return locked ? 0 : 2048; }
    bool locked = false;
};

class QuickVerifier final : public SignatureVerifier
{
public:
    [[nodiscard]] Result<QString> verify(QByteArrayView body, QByteArrayView base64) const override;
};

/// What goes wrong with one call on its way.
enum class Fault {
    none,
    notSent,          ///< no connection: not one byte left
    closedBeforeWork, ///< the request left, the bank did nothing, no answer
    answerLost,       ///< the bank did the work, the connection ended without an answer
    workedLate,       ///< the call times out here, and a minute later the bank does the work
    errorAfterWork,   ///< the bank did the work and answers HTTP 500
    refusedAfterWork, ///< the bank did the work and claims to have refused the call
    cut,              ///< half of the answer arrives
    neverAnswered,    ///< the bank did the work; this process hears nothing as long as it lives
    errorBeforeWork,  ///< the bank answers HTTP 503 and does nothing
    slow,             ///< the bank did the work, and its answer takes 25 s
    takenInVain,      ///< the bank answers that it took the call, and does nothing
    sentTwice,        ///< the network library puts the request on the wire a second time, as Qt's does (F9)
};

/// What goes wrong with one webhook on its way.
enum class WebhookFault {
    none,
    lost,       ///< it never arrives; the bank repeats it
    answerLost, ///< it arrives, and the bank does not hear so
    cut,        ///< half of it arrives
    forged,     ///< it arrives with another word in it
    late,       ///< it arrives an hour later, and the bank has heard nothing
};

/// Thrown by a fault on purpose in the middle of the program's work: the process is gone, nothing more is written.
struct ProcessDied
{
};

/// What a rig decides about instead of queued faults; each may be empty. Those called from within the program may throw
/// ProcessDied.
struct Meddling
{
    std::function<Fault(const OutgoingCall &)> call;
    std::function<WebhookFault()> webhook;
    /// Asked when the process dies: true closes the store, false leaves it as the next process would find it.
    std::function<bool()> closesStore;
    WriteFault *disk = nullptr; ///< instead of `writeFault`
    /// What the engine sees of the store; given the real one at each start.
    std::function<PayoutStore &(PayoutStore &)> store;
};

/// Makes the writes of one name fail while armed ("commit", "journalSync" …).
class ArmedFault final : public WriteFault
{
public:
    [[nodiscard]] bool strikes(QLatin1String operation) override { return operation == armed; }
    [[nodiscard]] int sqliteCode() const override { return code; }
    QString armed;
    int code = 10; ///< SQLITE_IOERR
};

/// A whole desk against the practice bank, in one thread and without a socket: the engine with its real store, journal
/// and protocol, and a clock that jumps from one due moment to the next.
class EngineWorld final : private EngineListener
{
public:
    EngineWorld();
    ~EngineWorld() override;

    // to be set before boot()
    EngineSettings settings;
    demobank::BankSettings bankSettings;
    bool webhooks = false; ///< the bank's webhooks reach the engine
    bool polling = true;   ///< false: every status call times out unsent
    Meddling meddling;
    milliseconds lateness{0}; ///< how much later than it asks the engine is woken

    /// Makes the bank, opens the store and starts the engine.
    void boot();
    /// The process dies: what was under way never answers. The bank lives on.
    void crash();
    /// The same, but the next start finds the store still open, which saves most of its time. What was half done has
    /// been rolled back, as SQLite does at the next opening.
    void end();
    /// Opens the store again and starts a new engine.
    void restart();
    [[nodiscard]] Result<> tryRestart();
    /// A copy of the store as it is now, taken at rest; once in a world.
    void keepCopy();
    /// The process dies and the store is gone, or is that copy again; the journal, a file of its own, is not (K15).
    void loseTheStore();
    void loseCommitsSinceTheCopy();
    [[nodiscard]] bool isRunning() const { return m_engine != nullptr; }
    /// Runs what happens inside the program; a ProcessDied that comes out of it is a crash.
    void inProcess(const std::function<void()> &work);
    /// This computer's clock from now on, beside the world's.
    void setClockError(milliseconds error) { m_clock.setError(error); }

    /// Lets time pass; everything that is due happens at its moment, or up to `coarse` later (for days).
    void run(milliseconds span, milliseconds coarse = 1ms);
    /// Runs until the payout is in that state; false when `limit` passes before.
    [[nodiscard]] bool runUntil(const PayoutId &id, PayoutState state, milliseconds limit = 10min);
    void runDays(int days) { run(24h * days, 5min); }

    // what a person does
    [[nodiscard]] static PayoutDraft draft(const QString &amount = QStringLiteral("250000,00"));
    [[nodiscard]] PayoutId submit(const PayoutDraft &draft = EngineWorld::draft());
    /// The acts of somebody who has read the account from the paper and knows every earlier payout.
    [[nodiscard]] SendingActs actsFor(const PayoutId &id);
    [[nodiscard]] Result<> approve(const PayoutId &id, milliseconds looking = 4s);
    /// The decision alone: nothing has had the time to act on it.
    [[nodiscard]] Result<> decideOn(const PayoutId &id, const ReviewSheet &sheet, const QString &digits = {},
                                    const QString &retyped = {});
    [[nodiscard]] Result<> approveWith(const PayoutId &id, const ReviewSheet &sheet, const QString &digits = {},
                                       const QString &retyped = {});
    [[nodiscard]] Result<> cancel(const PayoutId &id);
    [[nodiscard]] Result<> order(const PayoutId &id, PersonOrder order);
    /// submit and run until the answer can be reviewed.
    [[nodiscard]] PayoutId submitToReview(const PayoutDraft &draft = EngineWorld::draft());
    [[nodiscard]] PayoutId payCleanly();

    /// A person who looks every ten seconds, confirms what the bank offers and orders what is offered to a person,
    /// until the payout has ended or `limit` has passed.
    void attend(const PayoutId &id, milliseconds limit = 3h);

    /// Hands a message to the inbox as a receiver would.
    [[nodiscard]] InboxVerdict deliver(const QByteArray &body, const QByteArray &signature);
    /// A `ready_to_confirm` about that session with this many payouts and no confirm_information.
    [[nodiscard]] static QByteArray readyMessage(const QString &sessionId, int payouts);
    /// Bodies of all webhooks that the bank has made so far, oldest first.
    [[nodiscard]] QList<QByteArray> webhookBodies() const;
    [[nodiscard]] static QByteArray bankSignature(QByteArrayView body);

    /// The next call of that kind meets this fault; may be queued several times.
    void spoil(CallKind kind, Fault fault) { m_faults[kind].append(fault); }
    /// A rule of the practice bank, as JSON (app/demobank/README.md).
    void rule(const char *json);
    void control(const char *json);
    void releaseWebhooks() { m_webhooksHeld = false; }
    void holdWebhooks() { m_webhooksHeld = true; }

    // reading
    [[nodiscard]] PayoutState state(const PayoutId &id);
    [[nodiscard]] QString stateText(const PayoutId &id) { return stateWord(state(id)); }
    [[nodiscard]] PayoutRecord payout(const PayoutId &id);
    [[nodiscard]] QList<AttemptRecord> attempts(const PayoutId &id);
    [[nodiscard]] QList<IntentRecord> intents(const PayoutId &id, CallKind kind);
    [[nodiscard]] QList<SendRecord> sends(const IntentId &id);
    [[nodiscard]] QList<DecisionRecord> decisions(const PayoutId &id);
    [[nodiscard]] bool frozen();
    [[nodiscard]] QStringList alarms();
    [[nodiscard]] const demobank::MemoryLedger &ledger() const { return m_ledger; }
    [[nodiscard]] const std::vector<demobank::Transfer> &transfers() const { return m_bank->state().transfers(); }
    /// Requests that reached the bank.
    [[nodiscard]] int reached(CallKind kind) const;
    /// Bodies that were transmitted, in order, of one kind.
    [[nodiscard]] QList<QByteArray> transmitted(CallKind kind) const;
    [[nodiscard]] const QList<Notice> &notices() const { return m_notices; }
    /// What the window knows of the program as a whole: what it was last told since the start.
    [[nodiscard]] const Overview &told() const { return m_told; }
    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] SqliteStore &store() { return *m_store; }
    [[nodiscard]] std::unique_ptr<StoreTransaction> begin();
    /// Changes the file behind the store's back, as a person with an editor would. False when SQLite refuses.
    [[nodiscard]] bool tamper(const QString &sql) const;
    /// How often the engine was woken, by time or by change.
    [[nodiscard]] int ticks() const { return m_ticks; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] Instant realNow() const { return m_clock.real(); }
    [[nodiscard]] const demobank::BankState &bank() const { return m_bank->state(); }
    /// Every call that left, in order.
    [[nodiscard]] const QList<OutgoingCall> &transmissions() const { return m_transmitted; }
    /// False of a transmission (its place in the list) that could not even be begun.
    [[nodiscard]] bool hasLeft(qsizetype transmission) const { return !m_neverLeft.contains(transmission); }
    [[nodiscard]] QString storePath() const { return m_folder.filePath(QStringLiteral("store.sqlite")); }
    [[nodiscard]] QString journalPath() const { return m_folder.filePath(QStringLiteral("journal/sends.journal")); }
    [[nodiscard]] EngineParts parts();
    ArmedFault writeFault;
    QuickSigner signer;
    milliseconds signingTime{0};

private:
    class Lane;
    class Signing;
    struct Due
    {
        Instant at;
        int run; ///< of which life of the program; 0: of the bank
        std::function<void()> happen;
    };

    void payoutChanged(const PayoutId &) override { m_changed = true; }
    void overviewChanged(const Overview &overview) override { m_told = overview; }
    void noticeRaised(const Notice &notice) override { m_notices.append(notice); }
    void workWaiting() override { m_changed = true; }

    void carry(OutgoingCall call, Transport::Done done);
    /// What the bank would answer to session/status instead.
    [[nodiscard]] OutgoingCall questionInsteadOf(const OutgoingCall &call) const;
    [[nodiscard]] demobank::HttpReply atTheBank(const OutgoingCall &call);
    void later(milliseconds after, int run, std::function<void()> happen);
    void happen(Instant until);
    void carryWebhooks();
    void carryWebhook(const demobank::WebhookCall &webhook);
    void tickWhileChanging();
    [[nodiscard]] demobank::Moment moment() const;

    QTemporaryDir m_folder; // in memory where the system has a place for that: thousands of commits per test
    WorldClock m_clock;
    CountingIds m_ids;
    Bank131Protocol m_protocol;
    QuickVerifier m_verifier;
    demobank::MemoryLedger m_ledger;
    std::unique_ptr<demobank::PracticeBank> m_bank;
    std::unique_ptr<Signing> m_signing;
    std::unique_ptr<Lane> m_moneyLane;
    std::unique_ptr<Lane> m_statusLane;
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<FileSendJournal> m_journal;
    std::unique_ptr<Engine> m_engine;
    QList<Due> m_due;
    QHash<CallKind, QList<Fault>> m_faults;
    QList<OutgoingCall> m_transmitted;
    QSet<qsizetype> m_neverLeft;
    QList<Notice> m_notices;
    Overview m_told;
    int m_run = 0;
    int m_ticks = 0;
    bool m_changed = false;
    bool m_webhooksHeld = false;
};

/// A failed result's code and detail, for messages.
template <class T>
[[nodiscard]] QString faultText(const Result<T> &result)
{
    return result ? QStringLiteral("(succeeded)")
                  : errorCodeName(result.error().code) + QStringLiteral(": ") + result.error().detail;
}

} // namespace countersign::test

#define VERIFY_DONE(expression)                                                                                        \
    do {                                                                                                               \
        const auto &doneResult = (expression);                                                                         \
        QVERIFY2(doneResult.has_value(), qPrintable(countersign::test::faultText(doneResult)));                        \
    } while (false)
#define COMPARE_STATE(world, id, expected)                                                                             \
    QCOMPARE((world).stateText(id), countersign::stateWord(countersign::PayoutState::expected))
#define RUN_UNTIL(world, id, expected)                                                                                 \
    QVERIFY2((world).runUntil(id, countersign::PayoutState::expected), qPrintable((world).stateText(id)))
