#include "support/lostcommits.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// K15: sessions that the lost store opened, and that the send journal names with a content which the copy has.
class FoundSessionsTest : public QObject
{
    Q_OBJECT

private:
    /// The copy holds it as waiting to be sent, as a draft that was never sent, or with an empty session.
    static PayoutId standingAs(EngineWorld &world, PayoutState inTheCopy)
    {
        world.boot();
        if (inTheCopy == PayoutState::draft) return saveDraft(world);
        world.spoil(inTheCopy == PayoutState::open ? CallKind::start : CallKind::create, Fault::notSent);
        const PayoutId id = world.submit();
        if (!world.runUntil(id, inTheCopy)) qFatal("%s", qPrintable(world.stateText(id)));
        return id;
    }

    static void goOn(EngineWorld &world, const PayoutId &id, PayoutState until)
    {
        if (world.state(id) == PayoutState::draft) send(world, id);
        if (!world.runUntil(id, until)) qFatal("%s", qPrintable(world.stateText(id)));
    }

    static void comeBackWithTheCopy(EngineWorld &world)
    {
        world.loseCommitsSinceTheCopy();
        world.restart();
    }

    static void columnOfCopies()
    {
        QTest::addColumn<PayoutState>("inTheCopy");
        QTest::newRow("waits") << PayoutState::queued;
        QTest::newRow("is a draft") << PayoutState::draft;
        QTest::newRow("holds an empty session") << PayoutState::open;
    }

private Q_SLOTS:
    void aConfirmThatTheBankRejectedIsNotMadeAgain_data() { columnOfCopies(); }

    /// Found by seed 423: it became a draft, was sent again, and confirmed a second time (L1, L12).
    void aConfirmThatTheBankRejectedIsNotMadeAgain()
    {
        QFETCH(PayoutState, inTheCopy);
        EngineWorld world;
        const PayoutId id = standingAs(world, inTheCopy);
        world.keepCopy();
        world.rule(R"({"fail":{"code":"provider_internal_error","at":"execution","session":"cancelled"},"times":1})");
        goOn(world, id, PayoutState::review);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, cancelled);
        comeBackWithTheCopy(world);
        QVERIFY(world.frozen());
        RUN_UNTIL(world, id, cancelled);
        liftWhenRead(world);
        COMPARE_STATE(world, id, cancelled);
        QVERIFY(!world.engine().sendForChecking(id, world.actsFor(id)));
        world.run(1h);
        QVERIFY(isOffered(world, id, Offer::payAgain));
        const auto again = world.engine().payAgain(id);
        VERIFY_DONE(again);
        send(world, *again);
        world.attend(*again);
        COMPARE_STATE(world, *again, paid);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 2);
        QCOMPARE(world.intents(id, CallKind::confirm).size(), 1);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aSessionThatWaitsForAConfirmIsReviewedAnew_data() { columnOfCopies(); }

    /// The journal would know a confirm of it: nothing of it has been decided that is not known.
    void aSessionThatWaitsForAConfirmIsReviewedAnew()
    {
        QFETCH(PayoutState, inTheCopy);
        EngineWorld world;
        const PayoutId id = standingAs(world, inTheCopy);
        world.keepCopy();
        goOn(world, id, PayoutState::review);
        const QString session = world.attempts(id).last().sessionId;
        comeBackWithTheCopy(world);
        COMPARE_STATE(world, id, startUnknown);
        QVERIFY(!world.approve(id));
        RUN_UNTIL(world, id, review);
        QCOMPARE(world.attempts(id).last().sessionId, session);
        liftWhenRead(world);
        COMPARE_STATE(world, id, review);
        QVERIFY(!world.alarms().contains(u"fenced"_s));
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 0);
        if (inTheCopy == PayoutState::draft) return; // the recipient's act is lost, see G10
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    /// Its start never arrived: it would read as empty for ever.
    void anEmptySessionIsClosedByThePersonAndSentAgain()
    {
        EngineWorld world;
        const PayoutId id = standingAs(world, PayoutState::queued);
        world.keepCopy();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        goOn(world, id, PayoutState::startUnknown);
        comeBackWithTheCopy(world);
        liftWhenRead(world);
        world.run(30min);
        COMPARE_STATE(world, id, startUnknown);
        QVERIFY(isOffered(world, id, Offer::closeAndTryAgain));
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, draft); // commits were lost since: only a person sends it again
        send(world, id);
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aSessionWhosePayoutFailedEndsIt()
    {
        EngineWorld world;
        const PayoutId id = standingAs(world, PayoutState::queued);
        world.keepCopy();
        world.rule(R"({"fail":{"code":"provider_internal_error","at":"check","session":"accepted"},"times":1})");
        goOn(world, id, PayoutState::failed);
        comeBackWithTheCopy(world);
        RUN_UNTIL(world, id, failed);
        liftWhenRead(world);
        world.run(1h);
        QVERIFY(isOffered(world, id, Offer::payAgain));
    }

    void whatTheLostStoreSentIsWhatThePayoutSays_data()
    {
        QTest::addColumn<bool>("sentInTheCopy");
        QTest::addColumn<int>("version");
        QTest::addRow("corrected to another amount, and back") << false << 1;
        QTest::addRow("sent with another amount, and corrected back") << true << 3;
    }

    /// The copy holds the first content as an older one: what the payout says is what the bank has paid.
    void whatTheLostStoreSentIsWhatThePayoutSays()
    {
        QFETCH(bool, sentInTheCopy);
        QFETCH(int, version);
        EngineWorld world;
        const PayoutId id = standingAs(world, PayoutState::queued);
        VERIFY_DONE(world.engine().withdraw(id));
        VERIFY_DONE(world.engine().saveDraft(id, EngineWorld::draft(u"260000,00"_s)));
        if (sentInTheCopy) {
            world.spoil(CallKind::create, Fault::notSent);
            send(world, id);
        }
        world.keepCopy();
        if (sentInTheCopy) {
            RUN_UNTIL(world, id, queued);
            VERIFY_DONE(world.engine().withdraw(id));
        }
        VERIFY_DONE(world.engine().saveDraft(id, EngineWorld::draft()));
        payAndLoseIt(world, id);
        liftWhenRead(world);
        COMPARE_STATE(world, id, paid);
        const PayoutRecord payout = world.payout(id);
        QCOMPARE(payout.version, version);
        QCOMPARE(payout.amountKopecks, std::optional<qint64>(25'000'000));
        QCOMPARE(Money::parse(draftFromCanonicalBytes(payout.draft)->amount)->kopecks(), 25'000'000);
        const auto transaction = world.begin();
        const auto content = contentFromCanonicalBytes(transaction->instruction(id, version)->content);
        QCOMPARE(content->amount.kopecks(), 25'000'000);
        QCOMPARE(transaction->attempt(payout.attempt)->version, version);
    }

    /// The lost store closed one session and went on in another: that one counts.
    void ofTwoSessionsThePayoutGoesOnInTheLatest()
    {
        EngineWorld world;
        const PayoutId id = standingAs(world, PayoutState::queued);
        world.keepCopy();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        goOn(world, id, PayoutState::startUnknown);
        world.run(15min);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, review);
        const auto sessions = world.attempts(id);
        QCOMPARE(sessions.size(), 2);
        comeBackWithTheCopy(world);
        RUN_UNTIL(world, id, review);
        QCOMPARE(world.attempts(id).last().sessionId, sessions.last().sessionId);
        liftWhenRead(world);
        world.run(5s);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    /// What was started in it never arrived: it would read as empty for ever, and keep the later one from being
    /// confirmed.
    void anEarlierEmptySessionIsClosedAndTheLaterOneConfirmed()
    {
        EngineWorld world;
        const PayoutId id = standingAs(world, PayoutState::queued);
        world.keepCopy();
        world.spoil(CallKind::start, Fault::notSent);
        goOn(world, id, PayoutState::open);
        VERIFY_DONE(world.engine().withdraw(id));
        send(world, id);
        RUN_UNTIL(world, id, review);
        comeBackWithTheCopy(world);
        RUN_UNTIL(world, id, review);
        QVERIFY(!world.approve(id)); // the earlier start may arrive yet
        liftWhenRead(world);
        world.run(20min);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 1);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    /// Frozen, it was closed after the last reading, and a payout that waits is not asked about.
    void aSessionThatWasClosedWhileFrozenIsReadBeforeTheFreezeIsLifted()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, startUnknown);
        world.keepCopy();
        const PayoutId lost = world.submitToReview();
        QVERIFY(world.attempts(lost).last().sessionId != world.attempts(id).last().sessionId);
        comeBackWithTheCopy(world);
        QVERIFY(world.frozen());
        world.run(30min);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, queued);
        const Result<> unread = world.engine().liftFreeze(u"restored"_s);
        QCOMPARE(unread, Result<>(fail(ErrorCode::journalUnread, u"bank"_s)));
        world.run(10min);
        VERIFY_DONE(world.engine().liftFreeze(u"restored"_s));
        COMPARE_STATE(world, id, draft);
        send(world, id);
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void theEarlierSessionStaysGivenUpAtEveryStart_data()
    {
        QTest::addColumn<Fault>("closing");
        QTest::addColumn<PayoutState>("stands");
        QTest::newRow("the latest was closed") << Fault::none << PayoutState::queued;
        QTest::newRow("the latest is being closed") << Fault::closedBeforeWork << PayoutState::closing;
    }

    /// Of an earlier session whose start was made twice, the first start is found missing until the freeze is lifted.
    void theEarlierSessionStaysGivenUpAtEveryStart()
    {
        QFETCH(Fault, closing);
        QFETCH(PayoutState, stands);
        EngineWorld world;
        const PayoutId id = standingAs(world, PayoutState::queued);
        world.keepCopy();
        for (int i = 0; i < 3; ++i)
            world.spoil(CallKind::start, i < 2 ? Fault::notSent : Fault::closedBeforeWork);
        for (int i = 0; i < 6000 && world.transmitted(CallKind::start).size() < 2; ++i)
            world.run(10ms);
        RUN_UNTIL(world, id, open);
        QCOMPARE(world.transmitted(CallKind::start).size(), 2);
        VERIFY_DONE(world.engine().withdraw(id));
        goOn(world, id, PayoutState::startUnknown);
        QCOMPARE(world.intents(id, CallKind::start).size(), 3);
        const QString latest = world.attempts(id).last().sessionId;
        comeBackWithTheCopy(world);
        world.run(30min);
        world.spoil(CallKind::cancel, closing);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        QVERIFY(world.runUntil(id, stands));
        world.run(10s);
        world.crash();
        world.restart();
        QVERIFY(world.frozen());
        QCOMPARE(world.stateText(id), stateWord(stands));
        const AttemptRecord earlier = world.attempts(id).first();
        QVERIFY(earlier.sessionId != latest);
        QVERIFY(earlier.standing != AttemptStanding::live);
        liftWhenRead(world);
        QVERIFY(!world.frozen());
    }
};

QTEST_GUILESS_MAIN(FoundSessionsTest)
#include "tst_foundsessions.moc"
