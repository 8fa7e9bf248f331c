#include "storefixture.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// The laws that the database itself enforces (payout-lifecycle.md sections 2 and 3): whatever the code above it does,
/// the second row is refused. Attempts a1 and a2 belong to p1, a3 to p2.
class TestStoreLaws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void refusesTheSecondIntent_data();
    void refusesTheSecondIntent();
    void lawsHoldOverTransactions();
    void aVoidIntentStaysVoid();
    void anIntentThatComesToLifeAgainIsCheckedToo();
    void refusesASecondLiveAttempt_data();
    void refusesASecondLiveAttempt();
    void refusesAStrangersAttempt();
    void refusesAPayoutOfAMissingAttempt();
    void refusesASecondAttemptOfTheSameSession();
    void refusesTheSameInstructionTwice();
    void refusesTheSameSendTwice();
    void refusesAnAttemptOfAnUnfrozenInstruction();
    void theRankOfAnAttemptNeverFalls();
    void anAttemptKeepsItsSession();

private:
    std::unique_ptr<StoreFixture> m_fixture;
};

void TestStoreLaws::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    m_fixture->open();
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    m_fixture->addPayoutWithAttempt(u"p2"_s, u"a3"_s);
    auto transaction = m_fixture->begin();
    AttemptRecord second = sampleAttempt(u"a2"_s, u"p1"_s, 2);
    second.standing = AttemptStanding::fenced;
    VERIFY_GOOD(transaction->insertAttempt(second));
    VERIFY_GOOD(transaction->commit());
}

void TestStoreLaws::refusesTheSecondIntent_data()
{
    QTest::addColumn<CallKind>("firstKind");
    QTest::addColumn<IntentStatus>("firstStatus");
    QTest::addColumn<CallKind>("secondKind");
    QTest::addColumn<QString>("secondAttempt");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *name, CallKind firstKind, IntentStatus status, CallKind secondKind,
                        const QString &attempt, bool refused) {
        QTest::addRow("%s", name) << firstKind << status << secondKind << attempt << refused;
    };
    using enum CallKind;
    using enum IntentStatus;
    row("L1: two confirms in one attempt", confirm, ready, confirm, u"a1"_s, true);
    row("L1: two confirms in two attempts", confirm, ready, confirm, u"a2"_s, true);
    row("L1: confirm inflight", confirm, inflight, confirm, u"a2"_s, true);
    row("L1: confirm answered", confirm, answered, confirm, u"a2"_s, true);
    row("L1: confirm unknown", confirm, unknown, confirm, u"a2"_s, true);
    row("L1: confirm void frees", confirm, voided, confirm, u"a2"_s, false);
    row("L1: another payout's confirm is free", confirm, ready, confirm, u"a3"_s, false);
    row("L2: two starts in one attempt", start, answered, start, u"a1"_s, true);
    row("L2: start unknown", start, unknown, start, u"a1"_s, true);
    row("L2: start void frees", start, voided, start, u"a1"_s, false);
    row("L2: another attempt's start is free", start, answered, start, u"a2"_s, false);
    row("L3: cancel after confirm", confirm, ready, cancel, u"a1"_s, true);
    row("L3: confirm after cancel", cancel, unknown, confirm, u"a1"_s, true);
    row("L3: two cancels", cancel, answered, cancel, u"a1"_s, true);
    row("L3: confirm void frees cancel", confirm, voided, cancel, u"a1"_s, false);
    row("L3: another attempt's cancel is free", confirm, ready, cancel, u"a2"_s, false);
}

void TestStoreLaws::refusesTheSecondIntent()
{
    QFETCH(CallKind, firstKind);
    QFETCH(IntentStatus, firstStatus);
    QFETCH(CallKind, secondKind);
    QFETCH(QString, secondAttempt);
    QFETCH(bool, refused);
    auto transaction = m_fixture->begin();
    IntentRecord first = sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, firstKind);
    first.status = firstStatus;
    VERIFY_GOOD(transaction->insertIntent(first));
    const QString payout = secondAttempt == u"a3" ? u"p2"_s : u"p1"_s;
    const auto second = transaction->insertIntent(sampleIntent(u"i2"_s, secondAttempt, payout, secondKind));
    if (refused)
        COMPARE_CODE(second, storeConflict);
    else
        VERIFY_GOOD(second);
}

void TestStoreLaws::lawsHoldOverTransactions()
{
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::confirm)));
    VERIFY_GOOD(transaction->commit());
    m_fixture->open();
    transaction = m_fixture->begin();
    COMPARE_CODE(transaction->insertIntent(sampleIntent(u"i2"_s, u"a2"_s, u"p1"_s, CallKind::confirm)), storeConflict);
}

void TestStoreLaws::aVoidIntentStaysVoid()
{
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::confirm)));
    VERIFY_GOOD(transaction->setIntentStatus({u"i1"_s}, IntentStatus::voided, {}));
    COMPARE_CODE(transaction->setIntentStatus({u"i1"_s}, IntentStatus::ready, {}), storeConflict);
}

void TestStoreLaws::anIntentThatComesToLifeAgainIsCheckedToo()
{
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::confirm)));
    VERIFY_GOOD(transaction->setIntentStatus({u"i1"_s}, IntentStatus::voided, {}));
    VERIFY_GOOD(transaction->insertIntent(sampleIntent(u"i2"_s, u"a2"_s, u"p1"_s, CallKind::confirm)));
    VERIFY_GOOD(transaction->commit());
    QVERIFY(m_fixture->tamper(u"DROP TRIGGER intent_void_stays"_s));
    QVERIFY(!m_fixture->tamper(u"UPDATE intent SET status = 'ready' WHERE id = 'i1'"_s));
}

void TestStoreLaws::refusesASecondLiveAttempt_data()
{
    QTest::addColumn<AttemptStanding>("first");
    QTest::addColumn<bool>("refused");
    QTest::addRow("beside a live one") << AttemptStanding::live << true;
    QTest::addRow("beside an orphan") << AttemptStanding::orphan << false;
    QTest::addRow("beside a fenced one") << AttemptStanding::fenced << false;
}

void TestStoreLaws::refusesASecondLiveAttempt()
{
    QFETCH(AttemptStanding, first);
    QFETCH(bool, refused);
    auto transaction = m_fixture->begin();
    AttemptRecord earlier = sampleAttempt(u"a1"_s, u"p1"_s);
    earlier.standing = first;
    VERIFY_GOOD(transaction->updateAttempt(earlier));
    const auto inserted = transaction->insertAttempt(sampleAttempt(u"a4"_s, u"p1"_s, 4));
    if (refused)
        COMPARE_CODE(inserted, storeConflict);
    else
        VERIFY_GOOD(inserted);
}

void TestStoreLaws::refusesAStrangersAttempt()
{
    // L1 counts confirms by payout: an intent must not name another payout than its attempt's.
    auto transaction = m_fixture->begin();
    COMPARE_CODE(transaction->insertIntent(sampleIntent(u"i1"_s, u"a3"_s, u"p1"_s, CallKind::confirm)), storeConflict);
    transaction.reset();
    transaction = m_fixture->begin();
    COMPARE_CODE(transaction->insertDecision(sampleDecision(u"d1"_s, u"a3"_s, u"p1"_s)), storeConflict);
}

void TestStoreLaws::refusesAPayoutOfAMissingAttempt()
{
    // checked at commit, so that payout and attempt may be written in either order
    auto transaction = m_fixture->begin();
    PayoutRecord payout = *transaction->payout({u"p1"_s});
    payout.attempt.text = u"a9"_s;
    VERIFY_GOOD(transaction->updatePayout(payout));
    COMPARE_CODE(transaction->commit(), storeConflict);
    transaction.reset();
    transaction = m_fixture->begin();
    QVERIFY(transaction);
    QVERIFY(transaction->payout({u"p1"_s})->attempt.isEmpty());
}

void TestStoreLaws::refusesASecondAttemptOfTheSameSession()
{
    auto transaction = m_fixture->begin();
    AttemptRecord first = sampleAttempt(u"a1"_s, u"p1"_s);
    first.sessionId = u"ps_1"_s;
    VERIFY_GOOD(transaction->updateAttempt(first));
    AttemptRecord other = sampleAttempt(u"a3"_s, u"p2"_s);
    other.sessionId = u"ps_1"_s;
    COMPARE_CODE(transaction->updateAttempt(other), storeConflict);
}

void TestStoreLaws::refusesTheSameInstructionTwice()
{
    auto transaction = m_fixture->begin();
    COMPARE_CODE(transaction->insertInstruction(sampleInstruction(u"p1"_s)), storeConflict);
}

void TestStoreLaws::refusesTheSameSendTwice()
{
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::create)));
    SendRecord send;
    send.intent.text = u"i1"_s;
    VERIFY_GOOD(transaction->insertSend(send));
    COMPARE_CODE(transaction->insertSend(send), storeConflict);
}

void TestStoreLaws::refusesAnAttemptOfAnUnfrozenInstruction()
{
    auto transaction = m_fixture->begin();
    AttemptRecord attempt = sampleAttempt(u"a4"_s, u"p1"_s, 4);
    attempt.standing = AttemptStanding::orphan;
    attempt.version = 2;
    COMPARE_CODE(transaction->insertAttempt(attempt), storeConflict);
}

void TestStoreLaws::theRankOfAnAttemptNeverFalls()
{
    auto transaction = m_fixture->begin();
    AttemptRecord attempt = sampleAttempt(u"a1"_s, u"p1"_s);
    attempt.rank = 2;
    VERIFY_GOOD(transaction->updateAttempt(attempt));
    attempt.rank = 1;
    COMPARE_CODE(transaction->updateAttempt(attempt), storeConflict);
}

void TestStoreLaws::anAttemptKeepsItsSession()
{
    auto transaction = m_fixture->begin();
    AttemptRecord attempt = sampleAttempt(u"a1"_s, u"p1"_s);
    attempt.sessionId = u"ps_1"_s;
    VERIFY_GOOD(transaction->updateAttempt(attempt));
    attempt.sessionId = u"ps_2"_s;
    COMPARE_CODE(transaction->updateAttempt(attempt), storeConflict);
}

QTEST_GUILESS_MAIN(TestStoreLaws)
#include "tst_storelaws.moc"
