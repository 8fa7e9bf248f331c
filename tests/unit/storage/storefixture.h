#pragma once

#include "storage/sqlitestore.h"

#include <QTemporaryDir>
#include <QTest>

namespace countersign::test {

/// Time that stands still until it is moved.
class StillClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    void advance(milliseconds span) { m_now += span; }

private:
    Instant m_now = fromMilliseconds(1'700'000'000'000);
};

/// Makes the n-th write of one name fail, and counts how often it was asked.
class FailNth final : public WriteFault
{
public:
    FailNth(QLatin1String operation, int nth) : m_operation(operation), m_countdown(nth) {}
    [[nodiscard]] bool strikes(QLatin1String operation) override
    {
        return operation == m_operation && --m_countdown == 0;
    }

private:
    QLatin1String m_operation;
    int m_countdown;
};

/// A store in a folder of its own that goes away with it.
struct StoreFixture
{
    QTemporaryDir folder;
    StillClock clock;
    std::unique_ptr<SqliteStore> store;

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("store.sqlite")); }
    void open(WriteFault *fault = nullptr);
    [[nodiscard]] std::unique_ptr<StoreTransaction> begin();
    /// Changes the file behind the store's back, as a person with an editor would. False when SQLite refuses.
    bool tamper(const QString &sql) const;
    /// The one value that a query answers.
    [[nodiscard]] QVariant value(const QString &sql) const;
    /// Puts a payout with frozen instruction and a live attempt into the store.
    void addPayoutWithAttempt(const QString &payoutId, const QString &attemptId);
};

[[nodiscard]] PayoutRecord samplePayout(const QString &id, PayoutState state = PayoutState::draft);
[[nodiscard]] InstructionRecord sampleInstruction(const QString &payoutId);
[[nodiscard]] AttemptRecord sampleAttempt(const QString &id, const QString &payoutId, int number = 1);
[[nodiscard]] IntentRecord sampleIntent(const QString &id, const QString &attemptId, const QString &payoutId,
                                        CallKind kind);
[[nodiscard]] DecisionRecord sampleDecision(const QString &id, const QString &attemptId, const QString &payoutId);

/// The code of a failed result's error; a word that is no code for a good one.
template <class T>
[[nodiscard]] QString codeOf(const Result<T> &result)
{
    return result ? QStringLiteral("(succeeded)") : errorCodeName(result.error().code);
}

/// A failed result's code and detail.
template <class T>
[[nodiscard]] QString faultOf(const Result<T> &result)
{
    return result ? QString() : codeOf(result) + QStringLiteral(": ") + result.error().detail;
}

} // namespace countersign::test

/// A Result that must be good; its error is printed when it is not.
#define VERIFY_GOOD(expression)                                                                                        \
    do {                                                                                                               \
        const auto &verifiedResult = (expression);                                                                     \
        QVERIFY2(verifiedResult.has_value(), qPrintable(countersign::test::faultOf(verifiedResult)));                  \
    } while (false)
#define COMPARE_CODE(expression, expected)                                                                             \
    QCOMPARE(countersign::test::codeOf(expression), countersign::errorCodeName(countersign::ErrorCode::expected))
