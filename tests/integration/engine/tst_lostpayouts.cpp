#include "support/lostcommits.h"

#include "payouts/lostpayouts.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// K15: payouts that were made in the time that is lost. Their row is gone; the send journal names their sessions.
class LostPayoutsTest : public QObject
{
    Q_OBJECT

private:
    static PayoutId failedOne(EngineWorld &world)
    {
        world.boot();
        world.rule(R"({"case":"account-not-found","times":1})");
        const PayoutId id = world.submit();
        world.attend(id);
        if (world.state(id) != PayoutState::failed && world.state(id) != PayoutState::cancelled)
            qFatal("%s", qPrintable(world.stateText(id)));
        world.run(1h);
        return id;
    }

    static PayoutId payAgainWith(EngineWorld &world, const PayoutId &id, const QString &amount)
    {
        const auto again = world.engine().payAgain(id);
        if (!again) qFatal("%s", qPrintable(faultText(again)));
        auto draft = draftFromCanonicalBytes(world.payout(*again).draft);
        draft->amount = amount;
        const auto saved = world.engine().saveDraft(*again, *draft);
        if (!saved) qFatal("%s", qPrintable(faultText(saved)));
        return *again;
    }

    /// What the bank says of a session that holds this draft.
    static SessionReading told(const QString &sessionId, const PayoutDraft &draft)
    {
        SessionReading reading;
        reading.sessionId = sessionId;
        reading.status = u"in_progress"_s;
        PayoutEcho echo;
        echo.id = u"po_1"_s;
        echo.status = u"pending"_s;
        echo.bik = draft.bik;
        echo.account = draft.account;
        echo.fullName = draft.recipientName;
        echo.inn = draft.inn;
        echo.kpp = draft.kpp;
        echo.description = draft.purpose;
        echo.isFast = draft.urgent;
        echo.amountKopecks = Money::parse(draft.amount)->kopecks();
        echo.currency = u"RUB"_s;
        echo.senderAccount = draft.senderAccount;
        reading.payouts.append(echo);
        return reading;
    }

    static void comeBackWithTheCopy(EngineWorld &world)
    {
        world.loseCommitsSinceTheCopy();
        world.restart();
        if (!world.frozen()) qFatal("not frozen");
    }

    /// Somebody who types the recipient from the paper and has seen no earlier payout.
    static SendingActs unaware(EngineWorld &world, const PayoutId &id)
    {
        SendingActs acts = world.actsFor(id);
        acts.knownEarlier.clear();
        return acts;
    }

private Q_SLOTS:
    void aRetryThatIsLostKeepsTheFirstPayoutFromBeingPaidAgain_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::newRow("as it was") << u"250000,00"_s;
        QTest::newRow("with another amount") << u"249000,00"_s;
    }

    void aRetryThatIsLostKeepsTheFirstPayoutFromBeingPaidAgain()
    {
        QFETCH(QString, amount);
        EngineWorld world;
        const PayoutId first = failedOne(world);
        world.keepCopy();
        const PayoutId retry = payAgainWith(world, first, amount);
        payAndLoseIt(world, retry);
        QVERIFY(world.frozen());
        QCOMPARE(world.payout(retry).retryOf, first);
        const auto whileFrozen = world.engine().payAgain(first);
        QVERIFY(!whileFrozen);
        QCOMPARE(whileFrozen.error().code, ErrorCode::paidAgainBefore);
        liftWhenRead(world);
        world.run(1h);
        COMPARE_STATE(world, retry, paid);
        QCOMPARE(world.payout(retry).amountKopecks, std::optional(Money::parse(amount)->kopecks()));
        QCOMPARE(world.payout(retry).reasonCode, QString());
        QCOMPARE(world.alarms(), QStringList());
        const auto again = world.engine().payAgain(first);
        QVERIFY(!again);
        QCOMPARE(again.error(), (Error{ErrorCode::paidAgainBefore, QString::number(world.payout(retry).number)}));
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    /// The digest of what it pays again is the journal's: nobody has to wait for the bank to know what it was.
    void aRetryOfTheSameContentIsKnownBeforeTheBankIsAsked()
    {
        EngineWorld world;
        const PayoutId first = failedOne(world);
        world.keepCopy();
        const PayoutId retry = payAgainWith(world, first, u"250000,00"_s);
        world.polling = false;
        send(world, retry);
        world.run(10s);
        comeBackWithTheCopy(world);
        COMPARE_STATE(world, retry, startUnknown);
        QCOMPARE(world.payout(retry).amountKopecks, std::optional<qint64>(25'000'000));
    }

    /// A file of the lost days imported again, or the same paper typed again.
    void whatIsMadeAgainIsHeldAgainstWhatIsLost()
    {
        EngineWorld world;
        world.boot();
        world.keepCopy();
        const PayoutId lost = saveDraft(world);
        payAndLoseIt(world, lost);
        liftWhenRead(world);
        COMPARE_STATE(world, lost, paid);
        const PayoutId same = saveDraft(world);
        const auto sent = world.engine().sendForChecking(same, unaware(world, same));
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::duplicateNotAcknowledged);
        VERIFY_DONE(world.engine().sendForChecking(same, world.actsFor(same))); // somebody who knows that it is another
    }

    void theDailyLimitCountsWhatTheLostStoreConfirmed_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("a payout that the copy knows") << true;
        QTest::newRow("a payout that is lost") << false;
    }

    void theDailyLimitCountsWhatTheLostStoreConfirmed()
    {
        QFETCH(bool, known);
        EngineWorld world;
        world.settings.limitPerDay = Money::fromKopecks(30'000'000);
        world.boot();
        const PayoutId before = known ? saveDraft(world) : PayoutId();
        world.keepCopy();
        payAndLoseIt(world, known ? before : saveDraft(world));
        liftWhenRead(world);
        QCOMPARE(world.transfers().size(), size_t{1}); // 250,000.00
        const auto over = world.engine().saveDraft({}, EngineWorld::draft(u"50000,01"_s));
        const auto refused = world.engine().sendForChecking(*over, world.actsFor(*over));
        QVERIFY(!refused);
        QCOMPARE(refused.error(), (Error{ErrorCode::gateRefused, u"G10"_s}));
        const auto within = world.engine().saveDraft({}, EngineWorld::draft(u"50000,00"_s));
        VERIFY_DONE(world.engine().sendForChecking(*within, world.actsFor(*within)));
    }

    void whatIsLostAndPaidIsWatchedForItsReturn()
    {
        EngineWorld world;
        world.boot();
        world.keepCopy();
        const PayoutId lost = saveDraft(world);
        payAndLoseIt(world, lost);
        liftWhenRead(world);
        COMPARE_STATE(world, lost, paid);
        const QJsonObject back{{u"command"_s, u"return_payout"_s},
                               {u"session"_s, world.attempts(lost).last().sessionId},
                               {u"after_seconds"_s, 60}};
        world.control(QJsonDocument(back).toJson().constData());
        world.runDays(2); // no webhooks here: it is asked about every day
        COMPARE_STATE(world, lost, returned);
    }

    void whatWaitsForAConfirmIsReviewedByWhatItWasSentWith()
    {
        EngineWorld world;
        world.boot();
        const PayoutId known = world.payCleanly(); // its recipient is nobody new
        COMPARE_STATE(world, known, paid);
        world.keepCopy();
        const PayoutId lost = world.submitToReview(EngineWorld::draft(u"1000,00"_s));
        comeBackWithTheCopy(world);
        COMPARE_STATE(world, lost, hold);
        QCOMPARE(world.payout(lost).reasonCode, u"contentLost"_s);
        liftWhenRead(world);
        COMPARE_STATE(world, lost, review);
        VERIFY_DONE(world.approve(lost));
        RUN_UNTIL(world, lost, paid);
        QCOMPARE(world.transfers().size(), size_t{2});
    }

    /// What the bank repeats is not what was sent: nobody knows here what was asked for.
    void whatTheBankTellsOtherwiseIsNotConfirmed()
    {
        EngineWorld world;
        world.boot();
        world.keepCopy();
        world.rule(R"({"replace_payout":{"amount":12300},"times":1})");
        const PayoutId lost = saveDraft(world);
        send(world, lost);
        world.run(1min);
        comeBackWithTheCopy(world);
        liftWhenRead(world);
        world.run(1h);
        COMPARE_STATE(world, lost, hold);
        QCOMPARE(world.payout(lost).reasonCode, u"contentLost"_s);
        QCOMPARE(world.payout(lost).amountKopecks, std::optional<qint64>(12'300));
        QVERIFY(!world.engine().openReview(lost));
        QVERIFY(!isOffered(world, lost, Offer::acceptObservation));
        world.run(5h, 1min); // nobody confirms, and the bank lets it go
        COMPARE_STATE(world, lost, cancelled);
        QCOMPARE(world.payout(lost).amountKopecks, std::optional<qint64>(12'300));
    }

    void whatNeverReachedTheBankCanBeThrownAwayAfterItsEnd()
    {
        EngineWorld world;
        world.boot();
        world.keepCopy();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId lost = world.submit();
        RUN_UNTIL(world, lost, startUnknown);
        world.run(15min);
        VERIFY_DONE(world.order(lost, PersonOrder::closeAndTryAgain));
        world.run(1min);
        VERIFY_DONE(world.cancel(lost));
        RUN_UNTIL(world, lost, cancelled);
        comeBackWithTheCopy(world);
        liftWhenRead(world);
        COMPARE_STATE(world, lost, cancelled);
        QCOMPARE(world.attempts(lost).size(), 2);
        QCOMPARE(world.transfers().size(), size_t{0});
    }

    /// Each of its two contents is known when its session is read; what the first has written back stays as it is.
    void aSecondContentWritesNothingBackTwice()
    {
        EngineWorld world;
        world.boot();
        world.keepCopy();
        world.spoil(CallKind::start, Fault::refusedAfterWork);
        const PayoutId lost = world.submit();
        RUN_UNTIL(world, lost, hold);
        world.run(30min); // the session that holds something all the same is cancelled
        VERIFY_DONE(world.order(lost, PersonOrder::acceptObservation));
        VERIFY_DONE(world.engine().saveDraft(lost, EngineWorld::draft(u"249000,00"_s)));
        send(world, lost);
        RUN_UNTIL(world, lost, review);
        const auto sessions = world.attempts(lost);
        QCOMPARE(sessions.size(), 2);
        world.polling = false;
        comeBackWithTheCopy(world);
        {
            const auto transaction = world.begin();
            const auto parts = world.parts();
            Work work{.tx = *transaction, .now = world.now()};
            const QList<JournalEntry> entries = parts.journal.entries().value();
            const SessionReading first = told(sessions.first().sessionId, EngineWorld::draft());
            const SessionReading second = told(sessions.last().sessionId, EngineWorld::draft(u"249000,00"_s));
            VERIFY_DONE(takeLostContent(work, parts, lost, first, entries));
            VERIFY_DONE(takeLostContent(work, parts, lost, second, entries));
            VERIFY_DONE(transaction->commit());
        }
        COMPARE_STATE(world, lost, starting);
        QCOMPARE(world.attempts(lost).size(), 2);
        QCOMPARE(world.payout(lost).amountKopecks, std::optional<qint64>(24'900'000));
        world.crash();
        world.polling = true;
        world.restart();
        RUN_UNTIL(world, lost, review);
        liftWhenRead(world);
    }

    /// What is written back while the program runs has no answer to wait for either, and no restart to make it unknown.
    void aLostConfirmIsUnknownWithoutARestart()
    {
        EngineWorld world;
        world.boot();
        world.keepCopy();
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId lost = world.submitToReview();
        VERIFY_DONE(world.approve(lost));
        RUN_UNTIL(world, lost, confirmUnknown);
        comeBackWithTheCopy(world);
        world.run(10min);
        COMPARE_STATE(world, lost, confirmUnknown);
        QVERIFY(world.intents(lost, CallKind::start).last().status == IntentStatus::unknown);
        QVERIFY(world.intents(lost, CallKind::confirm).last().status == IntentStatus::unknown);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }

    void aCallUnderWayKeepsItsAnswerWhenALostOneIsWrittenBack()
    {
        EngineWorld world;
        world.boot();
        const PayoutId other = world.submitToReview();
        world.keepCopy();
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId lost = world.submitToReview(EngineWorld::draft(u"1000,00"_s));
        VERIFY_DONE(world.approve(lost));
        RUN_UNTIL(world, lost, confirmUnknown);
        world.polling = false;
        comeBackWithTheCopy(world);
        world.spoil(CallKind::cancel, Fault::slow);
        VERIFY_DONE(world.cancel(other));
        world.polling = true;
        world.run(20s);
        COMPARE_STATE(world, lost, confirmUnknown);
        QVERIFY(world.intents(other, CallKind::cancel).last().status == IntentStatus::inflight);
        world.run(10s);
        QVERIFY(world.intents(other, CallKind::cancel).last().status == IntentStatus::answered);
    }

    void aLostCancelIsUnknownWithoutARestartAndLeavesOnceMore()
    {
        EngineWorld world;
        world.boot();
        world.keepCopy();
        world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        const PayoutId lost = world.submitToReview();
        VERIFY_DONE(world.cancel(lost));
        RUN_UNTIL(world, lost, cancelUnknown);
        comeBackWithTheCopy(world);
        world.run(10min);
        COMPARE_STATE(world, lost, cancelUnknown);
        QVERIFY(!isOffered(world, lost, Offer::sendCancelAgain));
        world.run(5min);
        QVERIFY(isOffered(world, lost, Offer::sendCancelAgain));
        VERIFY_DONE(world.order(lost, PersonOrder::sendCancelAgain));
        RUN_UNTIL(world, lost, cancelled);
        QCOMPARE(world.transmitted(CallKind::cancel).first(), world.transmitted(CallKind::cancel).last());
    }

    /// The first session tells the content, the second is empty.
    void aLostStartIsUnknownWithoutARestartAndItsSessionIsClosed()
    {
        EngineWorld world;
        world.boot();
        world.keepCopy();
        world.spoil(CallKind::start, Fault::refusedAfterWork);
        const PayoutId lost = world.submit();
        RUN_UNTIL(world, lost, hold);
        world.run(30min);
        VERIFY_DONE(world.order(lost, PersonOrder::acceptObservation));
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        send(world, lost);
        RUN_UNTIL(world, lost, startUnknown);
        comeBackWithTheCopy(world);
        world.run(10min);
        COMPARE_STATE(world, lost, startUnknown);
        world.run(5min);
        QVERIFY(isOffered(world, lost, Offer::closeAndTryAgain));
        VERIFY_DONE(world.order(lost, PersonOrder::closeAndTryAgain));
        liftWhenRead(world);
        COMPARE_STATE(world, lost, draft); // only a person sends it again
        QCOMPARE(world.transmitted(CallKind::start).size(), 2);
    }

    void whatTheBankLeavesOutIsNotHeldAgainstTheRest_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QString>("status");
        QTest::addColumn<PayoutState>("stands");
        QTest::newRow("our account, which the digest tells")
            << u"sender"_s << u"in_progress"_s << PayoutState::starting;
        QTest::newRow("the currency") << u"currency"_s << u"in_progress"_s << PayoutState::starting;
        QTest::newRow("the purpose, while it may be paid") << u"purpose"_s << u"in_progress"_s << PayoutState::hold;
        QTest::newRow("the purpose, at its end") << u"purpose"_s << u"cancelled"_s << PayoutState::starting;
        QTest::newRow("an INN that is none, at its end") << u"inn"_s << u"cancelled"_s << PayoutState::starting;
    }

    void whatTheBankLeavesOutIsNotHeldAgainstTheRest()
    {
        QFETCH(QString, missing);
        QFETCH(QString, status);
        QFETCH(PayoutState, stands);
        EngineWorld world;
        world.boot();
        world.keepCopy();
        const PayoutId lost = world.submitToReview();
        SessionReading reading = told(world.attempts(lost).last().sessionId, EngineWorld::draft());
        reading.status = status;
        PayoutEcho &echo = reading.payouts.first();
        if (missing == u"sender") echo.senderAccount.clear();
        if (missing == u"currency") echo.currency.clear();
        if (missing == u"purpose") echo.description.clear();
        if (missing == u"inn") echo.inn = u"0"_s;
        world.polling = false;
        comeBackWithTheCopy(world);
        {
            const auto transaction = world.begin();
            const auto parts = world.parts();
            Work work{.tx = *transaction, .now = world.now()};
            VERIFY_DONE(takeLostContent(work, parts, lost, reading, parts.journal.entries().value()));
            VERIFY_DONE(transaction->commit());
        }
        QCOMPARE(world.stateText(lost), stateWord(stands));
        const PayoutRecord payout = world.payout(lost);
        QCOMPARE(payout.amountKopecks, std::optional<qint64>(25'000'000));
        QCOMPARE(payout.recipientAccount, EngineWorld::draft().account);
        QCOMPARE(payout.recipientName, EngineWorld::draft().recipientName);
    }

    void itComesBackOnce_data()
    {
        QTest::addColumn<bool>("asked");
        QTest::newRow("before the bank was asked") << false;
        QTest::newRow("after the bank was asked") << true;
    }

    void itComesBackOnce()
    {
        QFETCH(bool, asked);
        EngineWorld world;
        world.boot();
        world.keepCopy();
        const PayoutId lost = saveDraft(world);
        send(world, lost);
        world.attend(lost);
        world.loseCommitsSinceTheCopy();
        world.polling = asked;
        for (int i = 0; i < 3; ++i) {
            world.restart();
            QVERIFY(world.frozen());
            world.run(10min);
            QCOMPARE(world.attempts(lost).size(), asked ? 1 : 0);
            world.crash();
        }
        world.polling = true;
        world.restart();
        liftWhenRead(world);
        COMPARE_STATE(world, lost, paid);
        world.crash();
        world.restart();
        QVERIFY(!world.frozen());
        COMPARE_STATE(world, lost, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }
};

QTEST_GUILESS_MAIN(LostPayoutsTest)
#include "tst_lostpayouts.moc"
