#pragma once

#include "bootstrap/workplace.h"
#include "support/bankprocess.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace countersign::test {

using namespace std::chrono_literals;

/// A signing key and its password, in a file; made once for a test program, since that takes a second.
class TestKey
{
public:
    explicit TestKey(int bits = 2048);
    /// The key of that file, which holds it in the clear.
    explicit TestKey(const QString &clearFile);
    [[nodiscard]] QString privateFile() const { return m_folder.filePath(QStringLiteral("key.pem")); }
    [[nodiscard]] QString publicFile() const { return m_folder.filePath(QStringLiteral("key.public.pem")); }
    [[nodiscard]] static QString password() { return QStringLiteral("a password of these tests, 7 words"); }
    /// The header's value: Base64.
    [[nodiscard]] QByteArray signature(QByteArrayView body) const;

private:
    void keep(Result<PrivateKey> key);

    QTemporaryDir m_folder;
    std::optional<PrivateKey> m_key;
};

/// The computer's time, and as much more as was let pass. Thread-safe.
class ForwardClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_system.now() + skipped(); }
    [[nodiscard]] milliseconds monotonic() const override { return m_system.monotonic() + skipped(); }
    [[nodiscard]] milliseconds skipped() const { return milliseconds{m_skipped.load()}; }
    void skip(milliseconds span) { m_skipped += span.count(); }

private:
    SystemClock m_system;
    std::atomic<milliseconds::rep> m_skipped = 0;
};

/// A whole desk without its window (store, journal, keys, transports, receiver, threads: a Workplace) and the practice
/// bank as a program of its own. Everything between the two goes over real sockets.
class FlowWorld
{
public:
    /// `key` outlives the world.
    explicit FlowWorld(const TestKey &key);
    ~FlowWorld();

    // to be set before open()
    bool tls = false;
    bool webhooks = false; ///< our receiver listens, and the bank knows where
    Environment environment = Environment::practice;
    QJsonObject script; ///< of the bank
    Profile profile;    ///< completed by open()

    /// Starts the bank, then the desk, and unlocks the key.
    void open();
    /// Ends the desk as closing its window does; the bank lives on. `openDesk` goes on with the same store.
    void closeDesk();
    void openDesk();
    /// SIGKILL and a new start on the same ledger and port.
    void killBank() { m_bank->kill(); }
    void restartBank();

    [[nodiscard]] BankProcess &bank() { return *m_bank; }
    [[nodiscard]] PayoutDesk &desk() { return m_workplace->desk(); }
    [[nodiscard]] Workplace &workplace() { return *m_workplace; }
    [[nodiscard]] ProfilePaths paths() const { return m_profiles.paths(profile.name); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    // what a person does
    [[nodiscard]] static PayoutDraft draft(const QString &amount = QStringLiteral("250000,00"));
    [[nodiscard]] Result<PayoutId> trySend(const PayoutDraft &draft);
    [[nodiscard]] PayoutId send(const PayoutDraft &draft = FlowWorld::draft());
    [[nodiscard]] Result<ReviewSheet> openReview(const PayoutId &id);
    /// Looks at the sheet for four seconds, ticks what is asked for, and confirms.
    [[nodiscard]] Result<> confirm(const ReviewSheet &sheet, const QString &typedDigits = {});
    /// The act of somebody who confirms this sheet, with all ticks.
    [[nodiscard]] static ReviewAct approval(const ReviewSheet &sheet, const QString &typedDigits = {});
    /// Confirms at once, with all ticks.
    [[nodiscard]] Result<> decide(const ReviewSheet &sheet, const QString &typedDigits = {});
    [[nodiscard]] Result<> cancel(const PayoutId &id);
    /// Opens the review and confirms it.
    [[nodiscard]] Result<> reviewAndConfirm(const PayoutId &id);

    /// Lets time pass for the desk (not for the bank) and wakes it.
    void pass(milliseconds span);
    /// Waits until the payout is in that state, at most 30 s of the computer's time; false when it did not get there.
    /// `hurry`: time passes faster for the desk meanwhile, so that its poll plan comes round.
    enum class Pace { asItIs, hurry };
    [[nodiscard]] bool reach(const PayoutId &id, PayoutState state, Pace pace = Pace::hurry);

    /// A minute passes, and more until another answer about the payout has come: the first question may have been lost,
    /// and the next one waits for its turn. At most 30 s of the computer's time; false when none came.
    [[nodiscard]] bool readAgain(const PayoutId &id);

    [[nodiscard]] PayoutDossier dossier(const PayoutId &id);
    [[nodiscard]] PayoutState state(const PayoutId &id) { return dossier(id).payout.state; }
    [[nodiscard]] QString stateText(const PayoutId &id) { return stateWord(state(id)); }
    /// The words of the payout's history, oldest first.
    [[nodiscard]] QStringList history(const PayoutId &id);
    /// The moment on the bank's clock that a decision of ours was made.
    [[nodiscard]] Instant decidedOnBankTime() const { return m_decidedOnBankTime; }

private:
    void tellBankWhereWebhooksGo();

    const TestKey &m_key;
    QTemporaryDir m_folder;
    ProfileStore m_profiles;
    ForwardClock m_clock;
    SystemIds m_ids;
    std::unique_ptr<BankProcess> m_bank;
    std::unique_ptr<Workplace> m_workplace;
    Instant m_decidedOnBankTime{};
};

/// The future's result; ends the test program when there is none after a minute.
template <class T>
[[nodiscard]] T finished(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000)) qFatal("no answer for a minute");
    return future.result();
}

/// A failed result's code and detail, for messages.
template <class T>
[[nodiscard]] QString faultOf(const Result<T> &result)
{
    return result ? QStringLiteral("(succeeded)")
                  : errorCodeName(result.error().code) + QStringLiteral(": ") + result.error().detail;
}

/// Empty when the desk, the bytes it keeps and the bank's ledger agree that this payout was paid once, after a decision
/// over exactly the bytes that the bank received; otherwise what does not fit. The world's payouts have different
/// amounts.
[[nodiscard]] QString disagreementOverPaid(FlowWorld &world, const PayoutId &id);

} // namespace countersign::test

#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto &okResult = (expression);                                                                           \
        QVERIFY2(okResult.has_value(), qPrintable(countersign::test::faultOf(okResult)));                              \
    } while (false)
#define REACH(world, id, wanted, ...)                                                                                  \
    QVERIFY2((world).reach(id, countersign::PayoutState::wanted __VA_OPT__(, ) __VA_ARGS__),                           \
             qPrintable((world).stateText(id)))
#define COMPARE_STATE_OF(world, id, wanted)                                                                            \
    QCOMPARE((world).stateText(id), countersign::stateWord(countersign::PayoutState::wanted))
