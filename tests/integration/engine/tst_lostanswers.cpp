#include "support/lostcommits.h"

#include "storage/sqlitereader.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// L2, L5, L6: a call whose end is unknown is followed by readings, never by a repeat; nothing is paid twice.
class LostAnswersTest : public QObject
{
    Q_OBJECT

private:
    static void tellOfAnError(EngineWorld &world, const PayoutId &id)
    {
        QByteArray erring = EngineWorld::readyMessage(world.attempts(id).first().sessionId, 1);
        erring.replace("in_progress", "error");
        if (world.deliver(erring, EngineWorld::bankSignature(erring)) != InboxVerdict::stored) qFatal("not stored");
    }

private Q_SLOTS:
    void nothingIsPaidTwice_data()
    {
        QTest::addColumn<CallKind>("kind");
        QTest::addColumn<QList<Fault>>("faults");
        const QList<std::pair<const char *, Fault>> faults{{"not sent", Fault::notSent},
                                                           {"closed before work", Fault::closedBeforeWork},
                                                           {"answer lost", Fault::answerLost},
                                                           {"worked late", Fault::workedLate},
                                                           {"error after work", Fault::errorAfterWork},
                                                           {"answer cut", Fault::cut}};
        const QList<std::pair<const char *, CallKind>> kinds{
            {"create", CallKind::create}, {"start", CallKind::start}, {"confirm", CallKind::confirm}};
        for (const auto &[kindName, kind] : kinds) {
            for (const auto &[name, fault] : faults)
                QTest::addRow("%s: %s", kindName, name) << kind << QList<Fault>{fault};
            for (const auto &[name, fault] : faults)
                QTest::addRow("%s: twice %s", kindName, name) << kind << QList<Fault>{fault, fault};
        }
    }

    void nothingIsPaidTwice()
    {
        QFETCH(CallKind, kind);
        QFETCH(QList<Fault>, faults);
        EngineWorld world;
        world.boot();
        for (const Fault fault : std::as_const(faults))
            world.spoil(kind, fault);
        const PayoutId id = world.submit();
        world.attend(id, 2h);
        COMPARE_STATE(world, id, paid);
        world.run(1h, 1min);
        QCOMPARE(world.transfers().size(), size_t{1});
        QVERIFY(!world.frozen());
        QVERIFY(world.intents(id, CallKind::start).size() >= 1);
    }

    void anUnknownCreateIsAnOrphanAndANewSessionIsOpened()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::create, Fault::answerLost);
        const PayoutId id = world.submitToReview();
        const auto attempts = world.attempts(id);
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts.first().standing, AttemptStanding::orphan);
        QCOMPARE(attempts.last().standing, AttemptStanding::live);
        QCOMPARE(world.reached(CallKind::start), 1);
    }

    void threeUnknownCreatesInAnHourAreHeld()
    {
        EngineWorld world;
        world.boot();
        for (int i = 0; i < 5; ++i)
            world.spoil(CallKind::create, Fault::answerLost);
        const PayoutId id = world.submit();
        world.run(10min);
        COMPARE_STATE(world, id, hold);
        QCOMPARE(world.reached(CallKind::create), 3);
    }

    void anUnknownStartThatArrivedIsReviewed()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::answerLost);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, startUnknown);
        RUN_UNTIL(world, id, review);
        QCOMPARE(world.reached(CallKind::start), 1);
        QCOMPARE(world.attempts(id).size(), 1);
    }

    void anEmptySessionIsClosedOnlyWhenSettledAndOrdered()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        world.run(9min);
        COMPARE_STATE(world, id, startUnknown);
        QVERIFY(!world.order(id, PersonOrder::closeAndTryAgain));
        world.run(5min);
        COMPARE_STATE(world, id, startUnknown); // never by itself
        QCOMPARE(world.transmitted(CallKind::start).size(), 1);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, review);
        const auto attempts = world.attempts(id);
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts.first().standing, AttemptStanding::fenced);
        QCOMPARE(world.reached(CallKind::cancel), 1);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void closingWithALostAnswerStillOpensOnlyOneNewSession()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        world.spoil(CallKind::cancel, Fault::answerLost);
        const PayoutId id = world.submit();
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.attempts(id).size(), 2);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aStartThatArrivesAfterTheSessionWasClosedPaysNothing()
    {
        EngineWorld world;
        world.boot();
        // The late start reaches the bank after the cancel of the "empty" session.
        world.rule(R"({"call":"start","work_after_seconds":1500,"times":1})");
        world.spoil(CallKind::start, Fault::answerLost);
        const PayoutId id = world.submit();
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        world.run(1h, 1min);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void confirmIsSentAgainWithTheSameBytesAtMostThreeTimes()
    {
        EngineWorld world;
        world.boot();
        for (int i = 0; i < 6; ++i)
            world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, confirmUnknown);
        world.run(8min);
        QVERIFY(!world.order(id, PersonOrder::sendConfirmAgain)); // not settled
        QVERIFY(!world.cancel(id));                               // a confirm may be in flight
        for (int i = 0; i < 2; ++i) {
            world.run(14min);
            COMPARE_STATE(world, id, confirmUnknown);
            VERIFY_DONE(world.order(id, PersonOrder::sendConfirmAgain));
            RUN_UNTIL(world, id, confirmUnknown);
        }
        world.run(15min);
        QVERIFY(!world.order(id, PersonOrder::sendConfirmAgain));
        COMPARE_STATE(world, id, confirmUnknown);
        QVERIFY(!world.engine().order(id, PersonOrder::putOnHold, u" "_s)); // what the person goes by is written down
        VERIFY_DONE(world.order(id, PersonOrder::putOnHold));
        COMPARE_STATE(world, id, hold);
        world.run(15min);
        const auto bodies = world.transmitted(CallKind::confirm);
        QCOMPARE(bodies.size(), 3);
        QCOMPARE(bodies[1], bodies[0]);
        QCOMPARE(bodies[2], bodies[0]);
        QCOMPARE(world.intents(id, CallKind::confirm).size(), 1);
        const auto dossier = SqliteReader(world.storePath()).dossier(id);
        VERIFY_DONE(dossier);
        const auto sent = std::count_if(dossier->history.begin(), dossier->history.end(),
                                        [](const HistoryEntry &entry) { return entry.what == u"confirmSent"; });
        QCOMPARE(sent, 3); // each of them is in the audit chain (L13)
    }

    void aResendThatDidNotLeaveIsNotOneOfTheThree()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        for (int i = 0; i < 3; ++i)
            world.spoil(CallKind::confirm, Fault::notSent);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        for (int i = 0; i < 4; ++i) {
            RUN_UNTIL(world, id, confirmUnknown);
            world.run(15min);
            VERIFY_DONE(world.order(id, PersonOrder::sendConfirmAgain));
        }
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.intents(id, CallKind::confirm).size(), 1);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aConfirmThatWasNotSentPassesTheGateAgain()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::notSent);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        const auto intents = world.intents(id, CallKind::confirm);
        QCOMPARE(intents.size(), 2);
        QCOMPARE(intents.first().status, IntentStatus::voided);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aCancelWithLostAnswerEndsCancelled_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addRow("answer lost") << Fault::answerLost;
        QTest::addRow("closed before work") << Fault::closedBeforeWork;
        QTest::addRow("worked late") << Fault::workedLate;
        QTest::addRow("error after work") << Fault::errorAfterWork;
    }

    void aCancelWithLostAnswerEndsCancelled()
    {
        QFETCH(Fault, fault);
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::cancel, fault);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.cancel(id));
        world.run(100ms);
        world.attend(id);
        COMPARE_STATE(world, id, cancelled);
        QCOMPARE(world.transfers().size(), size_t{0});
        QCOMPARE(world.reached(CallKind::confirm), 0);
        QVERIFY(!world.frozen());
    }

    void aCancelThatWasNotSentCanBeDecidedAgain()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::cancel, Fault::notSent);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.cancel(id));
        RUN_UNTIL(world, id, review);
        VERIFY_DONE(world.cancel(id));
        RUN_UNTIL(world, id, cancelled);
    }

    void aCancelThatIsTakenAndNotCarriedOutCanBeRepeated_data()
    {
        QTest::addColumn<bool>("errs");
        QTest::addRow("the bank goes on waiting") << false;
        QTest::addRow("after an error of the bank") << true;
    }

    void aCancelThatIsTakenAndNotCarriedOutCanBeRepeated()
    {
        QFETCH(bool, errs);
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::cancel, Fault::takenInVain);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.cancel(id));
        world.run(10s);
        COMPARE_STATE(world, id, cancelling);
        QVERIFY(world.intents(id, CallKind::cancel).last().status == IntentStatus::answered);
        if (errs) {
            tellOfAnError(world, id);
            COMPARE_STATE(world, id, bankError);
            RUN_UNTIL(world, id, cancelUnknown);
        }
        world.run(9min);
        QVERIFY(errs || world.state(id) == PayoutState::cancelling); // it is not settled yet
        QVERIFY(!isOffered(world, id, Offer::sendCancelAgain));
        QVERIFY(!world.order(id, PersonOrder::sendCancelAgain));
        world.run(6min);
        COMPARE_STATE(world, id, cancelUnknown);
        QVERIFY(isOffered(world, id, Offer::sendCancelAgain));
        VERIFY_DONE(world.order(id, PersonOrder::sendCancelAgain));
        RUN_UNTIL(world, id, cancelled);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 2);
        QCOMPARE(world.transmitted(CallKind::cancel).first(), world.transmitted(CallKind::cancel).last());
        QCOMPARE(world.intents(id, CallKind::cancel).size(), 1);
        QCOMPARE(world.alarms(), QStringList());
    }

    /// K15: the copy took it for answered: it left once more since, because the bank had not carried it out.
    void aLostRepeatOfACancelThatWasTakenIsFound()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::cancel, Fault::takenInVain);
        world.spoil(CallKind::cancel, Fault::takenInVain);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.cancel(id));
        RUN_UNTIL(world, id, cancelling);
        world.run(15min);
        COMPARE_STATE(world, id, cancelUnknown);
        world.keepCopy();
        VERIFY_DONE(world.order(id, PersonOrder::sendCancelAgain));
        world.run(10s);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 2);
        world.loseCommitsSinceTheCopy();
        world.restart();
        QVERIFY(world.frozen());
        QCOMPARE(world.sends(world.intents(id, CallKind::cancel).first().id).size(), 2);
        QVERIFY(!isOffered(world, id, Offer::sendCancelAgain)); // what was read before it settles nothing
        liftWhenRead(world);
        world.run(5min);
        VERIFY_DONE(world.order(id, PersonOrder::sendCancelAgain));
        RUN_UNTIL(world, id, cancelled);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 3);
    }

    void aCloseThatIsTakenAndNotCarriedOutCanBeRepeated()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        world.spoil(CallKind::cancel, Fault::takenInVain);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, startUnknown);
        world.run(15min);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        world.run(15min);
        COMPARE_STATE(world, id, closing);
        QVERIFY(isOffered(world, id, Offer::sendCancelAgain));
        VERIFY_DONE(world.order(id, PersonOrder::sendCancelAgain));
        RUN_UNTIL(world, id, review);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 2);
    }

    /// L1: it was taken. The bank's word of the session is older than its word of the call, however long it stays.
    void aConfirmThatIsTakenIsNeverRepeated_data()
    {
        QTest::addColumn<bool>("errs");
        QTest::addRow("taken at once") << false;
        QTest::addRow("taken while the bank errs") << true;
    }

    void aConfirmThatIsTakenIsNeverRepeated()
    {
        QFETCH(bool, errs);
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::takenInVain);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        COMPARE_STATE(world, id, confirming);
        if (errs) tellOfAnError(world, id);
        RUN_UNTIL(world, id, executing);
        world.run(20min); // settled, if it were unknown
        COMPARE_STATE(world, id, executing);
        QVERIFY(!isOffered(world, id, Offer::sendConfirmAgain));
        QVERIFY(!world.order(id, PersonOrder::sendConfirmAgain));
        world.run(2h, 1min);
        QCOMPARE(world.alarms(), QStringList{u"unexpected"_s}); // that it takes so long
        world.run(3h, 1min);                                    // the bank lets it go
        COMPARE_STATE(world, id, cancelled);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }

    /// As an earlier version left it when the answer came while the bank erred.
    void aConfirmThatIsTakenIsNotRepeatedWhereItStandsAsUnknown()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::takenInVain);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, executing);
        world.crash();
        QVERIFY(world.tamper(u"UPDATE payout SET state = 'confirmUnknown'"_s));
        world.restart();
        world.run(20min);
        COMPARE_STATE(world, id, confirmUnknown);
        QVERIFY(!isOffered(world, id, Offer::sendConfirmAgain));
        QVERIFY(!world.order(id, PersonOrder::sendConfirmAgain));
        world.run(1min);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }

    void anErrorDuringTheConfirmLeadsToAskingAndNotIntoSilence()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        COMPARE_STATE(world, id, confirming);
        tellOfAnError(world, id);
        COMPARE_STATE(world, id, bankError);
        RUN_UNTIL(world, id, confirmUnknown); // the bank still waits, and somebody goes on asking
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void anErrorDuringACallThatNeverLeftIsNotTakenForALostAnswer_data()
    {
        QTest::addColumn<CallKind>("kind");
        QTest::addRow("confirm") << CallKind::confirm;
        QTest::addRow("cancel") << CallKind::cancel;
    }

    void anErrorDuringACallThatNeverLeftIsNotTakenForALostAnswer()
    {
        QFETCH(CallKind, kind);
        EngineWorld world;
        world.boot();
        world.spoil(kind, Fault::notSent);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(kind == CallKind::confirm ? world.approve(id) : world.cancel(id));
        tellOfAnError(world, id);
        COMPARE_STATE(world, id, bankError);
        if (kind == CallKind::cancel) { // and not an unknown outcome that nobody can settle
            RUN_UNTIL(world, id, review);
            VERIFY_DONE(world.approve(id));
        }
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aConfirmIsNotRepeatedOnceTheBankHasReplacedItsAnswer()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"change_confirm_information":{"after_seconds":150,"recipient":{"bank_name":"OTHER BANK"}}})");
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, confirmUnknown);
        world.run(20min); // settled, and over another answer than the one that was decided about
        QVERIFY(!world.order(id, PersonOrder::sendConfirmAgain));
        world.run(1min);
        COMPARE_STATE(world, id, confirmUnknown);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }

    void aRepeatThatWaitsPassesTheGateWhenItLeaves()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"change_confirm_information":{"after_seconds":1800,"recipient":{"bank_name":"OTHER BANK"}}})");
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, confirmUnknown);
        world.run(15min);
        VERIFY_DONE(world.engine().freeze(u"wait"_s));
        VERIFY_DONE(world.engine().order(id, PersonOrder::sendConfirmAgain, u"seen"_s));
        world.run(40min); // the answer is replaced meanwhile
        VERIFY_DONE(world.engine().liftFreeze(u"understood"_s));
        world.run(2min);
        COMPARE_STATE(world, id, confirmUnknown);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }

    void aRepeatThatCannotLeaveIsFollowedAllTheSame()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, confirmUnknown);
        world.run(15min);
        world.signer.locked = true;
        VERIFY_DONE(world.engine().order(id, PersonOrder::sendConfirmAgain, u"seen"_s));
        world.run(5h); // longer than a decision lives, and than the bank waits
        world.signer.locked = false;
        world.run(10min);
        COMPARE_STATE(world, id, cancelled);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }

    void aResendThatWasOvertakenNeverLeaves()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, confirmUnknown);
        world.run(15min);
        // Ordered while the sender cannot send; meanwhile the session turns out to hold two payouts.
        world.signer.locked = true;
        VERIFY_DONE(world.engine().order(id, PersonOrder::sendConfirmAgain, u"seen"_s));
        const QString session = world.attempts(id).first().sessionId;
        const QByteArray two = EngineWorld::readyMessage(session, 2);
        QCOMPARE(world.deliver(two, EngineWorld::bankSignature(two)), InboxVerdict::stored);
        COMPARE_STATE(world, id, hold);
        QVERIFY(world.frozen());
        VERIFY_DONE(world.engine().liftFreeze(u"understood"_s));
        world.signer.locked = false;
        world.run(1s);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }
};

QTEST_GUILESS_MAIN(LostAnswersTest)
#include "tst_lostanswers.moc"
