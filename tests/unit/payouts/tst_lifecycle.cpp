#include "support/engineworld.h"

#include "payouts/lifecycle.h"
#include "payouts/lostpayouts.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// A payout in review and one transaction about it, which is never committed.
struct OneCase
{
    OneCase()
    {
        world.boot();
        id = world.submitToReview();
        transaction = world.begin();
        work.emplace(Work{.tx = *transaction, .now = world.now()});
        subject = loadCase(*work, id).value();
    }

    /// As if the payout had got there.
    void put(PayoutState state, std::optional<PayoutState> before = std::nullopt)
    {
        subject.payout.state = state;
        subject.payout.stateBeforeError = before;
    }
    [[nodiscard]] QString state() const { return stateWord(subject.payout.state); }
    [[nodiscard]] Result<> lose(CallKind call) { return lose(call, subject.attempt); }
    [[nodiscard]] Result<> lose(CallKind call, const AttemptRecord &attempt)
    {
        return applyLostCall(*work, subject, attempt, call, u"callLost"_s, {});
    }
    /// A session that the store has lost is known from the journal, and still to be looked into.
    [[nodiscard]] Result<> alarmOverLostSession(const PayoutId &payout)
    {
        return raiseAlarm(*work, {.kind = AlarmKind::journalAhead,
                                  .payout = payout,
                                  .sessionId = u"ps_lost"_s,
                                  .detail = {},
                                  .raisedAt = work->now});
    }

    EngineWorld world;
    PayoutId id;
    std::unique_ptr<StoreTransaction> transaction;
    std::optional<Work> work;
    Case subject;
};

} // namespace

class LifecycleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLostCallPutsThePayoutWhereItsEndIsAwaited_data()
    {
        QTest::addColumn<CallKind>("call");
        QTest::addColumn<PayoutState>("from");
        QTest::addColumn<PayoutState>("expected");
        using enum PayoutState;
        QTest::addRow("create moves no money") << CallKind::create << review << review;
        QTest::addRow("status only asks") << CallKind::status << review << review;
        QTest::addRow("start") << CallKind::start << open << starting;
        QTest::addRow("confirm") << CallKind::confirm << review << confirming;
        QTest::addRow("cancel") << CallKind::cancel << review << cancelling;
        QTest::addRow("what is over stays over") << CallKind::confirm << paid << paid;
    }

    void aLostCallPutsThePayoutWhereItsEndIsAwaited()
    {
        QFETCH(CallKind, call);
        QFETCH(PayoutState, from);
        QFETCH(PayoutState, expected);
        OneCase one;
        one.put(from);
        VERIFY_DONE(one.lose(call));
        QCOMPARE(one.state(), stateWord(expected));
    }

    void aLostCallOfAnotherSessionMovesNothing()
    {
        OneCase one;
        AttemptRecord other = one.subject.attempt;
        other.id.text = u"another"_s;
        VERIFY_DONE(one.lose(CallKind::confirm, other));
        QCOMPARE(one.state(), stateWord(PayoutState::review));
        one.put(PayoutState::bankError, PayoutState::approved);
        VERIFY_DONE(one.lose(CallKind::confirm, other));
        QVERIFY(one.subject.payout.stateBeforeError == PayoutState::approved);
    }

    /// Nobody waits for the answer of a call whose loss is found while the bank errs: the bank is asked afterwards.
    void aLostCallIsRememberedWhileTheBankErrs_data()
    {
        QTest::addColumn<CallKind>("call");
        QTest::addColumn<PayoutState>("before");
        QTest::addColumn<PayoutState>("expected");
        using enum PayoutState;
        QTest::addRow("start") << CallKind::start << open << startUnknown;
        QTest::addRow("confirm") << CallKind::confirm << approved << confirmUnknown;
        QTest::addRow("cancel") << CallKind::cancel << review << cancelUnknown;
        QTest::addRow("status") << CallKind::status << review << review;
    }

    void aLostCallIsRememberedWhileTheBankErrs()
    {
        QFETCH(CallKind, call);
        QFETCH(PayoutState, before);
        QFETCH(PayoutState, expected);
        OneCase one;
        one.put(PayoutState::bankError, before);
        VERIFY_DONE(one.lose(call));
        QCOMPARE(one.state(), stateWord(PayoutState::bankError));
        QCOMPARE(stateWord(*one.subject.payout.stateBeforeError), stateWord(expected));
    }

    void anOpenSessionIsGivenUpForALostOneWithOtherContent()
    {
        OneCase one;
        one.put(PayoutState::open);
        VERIFY_DONE(applyLostSession(*one.work, one.subject, u"ps_lost"_s));
        QCOMPARE(one.state(), stateWord(PayoutState::hold));
        QCOMPARE(one.subject.payout.reasonCode, sentWithOtherContent());
        QVERIFY(one.transaction->attempt(one.subject.attempt.id)->standing == AttemptStanding::fenced);
    }

    void aPayoutWhoseContentIsLostGoesOnSayingSo()
    {
        OneCase one;
        one.put(PayoutState::queued);
        one.subject.payout.reasonCode = contentLost();
        VERIFY_DONE(applyLostSession(*one.work, one.subject, u"ps_lost"_s));
        QCOMPARE(one.state(), stateWord(PayoutState::hold));
        QCOMPARE(one.subject.payout.reasonCode, contentLost());
    }

    void onlyItsOwnLostSessionsConcernAPayout()
    {
        OneCase one;
        QVERIFY(!wasSentWithOtherContent(*one.work, one.id).value());
        VERIFY_DONE(one.alarmOverLostSession({}));
        VERIFY_DONE(raiseAlarm(*one.work, {.kind = AlarmKind::foreign, .payout = one.id, .raisedAt = one.work->now}));
        QVERIFY(!wasSentWithOtherContent(*one.work, one.id).value());
        VERIFY_DONE(one.alarmOverLostSession(one.id));
        QVERIFY(wasSentWithOtherContent(*one.work, one.id).value());
    }

    void afterLostCommitsNothingGoesBackToBeSentByItself_data()
    {
        QTest::addColumn<bool>("lostSession");
        QTest::addColumn<PayoutState>("expected");
        QTest::addRow("a person sends it again") << false << PayoutState::draft;
        QTest::addRow("a lost session may have paid") << true << PayoutState::hold;
    }

    void afterLostCommitsNothingGoesBackToBeSentByItself()
    {
        QFETCH(bool, lostSession);
        QFETCH(PayoutState, expected);
        OneCase one;
        one.put(PayoutState::creating);
        const JournalEntry seen{.intent = {u"lost"_s}, .kind = CallKind::start, .sessionId = u"ps_lost"_s};
        VERIFY_DONE(one.transaction->insertSeenEntry(seen, one.work->now));
        if (lostSession) VERIFY_DONE(one.alarmOverLostSession(one.id));
        VERIFY_DONE(applyEvent(*one.work, one.subject, Event::callUnknown, {}));
        QCOMPARE(one.state(), stateWord(expected));
        QCOMPARE(one.subject.payout.reasonCode, lostSession ? sentWithOtherContent() : QString());
    }

    void theSameAlarmIsRaisedOnceWhileItIsOpen()
    {
        OneCase one;
        AlarmRecord alarm{.kind = AlarmKind::unexpected,
                          .payout = one.id,
                          .sessionId = u"ps_1"_s,
                          .detail = u"one"_s,
                          .raisedAt = one.work->now};
        const auto raise = [&](AlarmSameness sameness = AlarmSameness::kind) {
            return raiseAlarm(*one.work, alarm, sameness).has_value() ? one.transaction->openAlarms()->size() : -1;
        };
        QCOMPARE(raise(), 1);
        alarm.detail = u"two"_s;
        QCOMPARE(raise(), 1);
        QCOMPARE(raise(AlarmSameness::kindAndDetail), 2);
        QCOMPARE(raise(AlarmSameness::kindAndDetail), 2);
        alarm.sessionId = u"ps_2"_s;
        QCOMPARE(raise(), 3);
        alarm.payout = {}; // of no payout of ours
        QCOMPARE(raise(), 4);
        alarm.kind = AlarmKind::fenced;
        QCOMPARE(raise(), 5);
    }

    void aFreezingAlarmFreezesOnce()
    {
        OneCase one;
        const AlarmRecord alarm{.kind = AlarmKind::doublePay, .payout = one.id, .raisedAt = one.work->now};
        QVERIFY(raiseFreezingAlarm(*one.work, alarm).value());
        QVERIFY(one.transaction->freeze()->frozen);
        VERIFY_DONE(setFreeze(*one.work, {.frozen = false, .since = one.work->now}));
        QVERIFY(!raiseFreezingAlarm(*one.work, alarm).value()); // the next reading of it undoes nothing
        QVERIFY(!one.transaction->freeze()->frozen);
    }

    /// The history has a word for each, also for what a later version may have written.
    void everyEventHasAWord()
    {
        QSet<QString> words;
        for (int event = 0; event <= eventCount; ++event) {
            const QString word = eventWord(static_cast<Event>(event));
            QVERIFY(!word.isEmpty());
            QVERIFY2(word == u"observed" || !words.contains(word), qPrintable(word));
            words.insert(word);
        }
        QVERIFY(words.contains(u"observed"_s));
    }
};

QTEST_GUILESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"
