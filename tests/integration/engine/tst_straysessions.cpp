#include "support/engineworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Sessions to which no live attempt leads are not forgotten: given-up ones end cancelled, and those that only the send
/// journal knows are asked about.
class StraySessionsTest : public QObject
{
    Q_OBJECT

private:
    static QStringList details(EngineWorld &world)
    {
        QStringList details;
        const auto open = world.begin()->openAlarms().value();
        for (const AlarmRecord &alarm : open) {
            if (!alarm.sessionId.isEmpty()) details.append(alarm.detail);
        }
        return details;
    }

    /// The bank works on the start that it claimed to have refused, and the payout has gone back to its draft.
    static PayoutId giveUpAReadySession(EngineWorld &world, const char *rule = nullptr)
    {
        world.webhooks = true;
        world.boot();
        if (rule) world.rule(rule);
        world.holdWebhooks();
        world.polling = false;
        world.spoil(CallKind::start, Fault::refusedAfterWork);
        const PayoutId id = world.submit();
        if (!world.runUntil(id, PayoutState::hold)) qFatal("not on hold");
        const auto resolved = world.order(id, PersonOrder::acceptObservation);
        if (!resolved) qFatal("not resolved");
        world.polling = true;
        return id;
    }

    static ObservationKind lastSeen(EngineWorld &world, const AttemptRecord &attempt)
    {
        return world.begin()->observations(attempt.sessionId, 1).value().first().kind;
    }

private Q_SLOTS:
    void aLostCancelOfAGivenUpSessionIsSentAgain_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("dies");
        QTest::addColumn<qsizetype>("sends");
        QTest::addRow("it did not arrive") << Fault::closedBeforeWork << false << qsizetype{2};
        QTest::addRow("it did not arrive, and the program died") << Fault::closedBeforeWork << true << qsizetype{2};
        QTest::addRow("it arrived") << Fault::answerLost << false << qsizetype{1};
        QTest::addRow("it was taken, and not carried out") << Fault::takenInVain << false << qsizetype{2};
        QTest::addRow("it did not leave") << Fault::notSent << false << qsizetype{2};
    }

    void aLostCancelOfAGivenUpSessionIsSentAgain()
    {
        QFETCH(Fault, fault);
        QFETCH(bool, dies);
        QFETCH(qsizetype, sends);
        EngineWorld world;
        const PayoutId id = giveUpAReadySession(world);
        COMPARE_STATE(world, id, draft);
        world.spoil(CallKind::cancel, fault);
        world.releaseWebhooks();
        world.run(1min);
        QVERIFY(world.alarms().contains(u"fenced"_s));
        if (dies) {
            world.crash();
            world.restart();
        }
        world.run(40min);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), sends);
        QCOMPARE(world.transmitted(CallKind::cancel).first(), world.transmitted(CallKind::cancel).last());
        QCOMPARE(lastSeen(world, world.attempts(id).first()), ObservationKind::cancelled);
        QCOMPARE(world.reached(CallKind::confirm), 0);
        const int readings = world.reached(CallKind::status);
        world.run(1h);
        QCOMPARE(world.reached(CallKind::status), readings); // it has ended: no more questions
    }

    /// K15: the journal names its bytes by their digest alone, and the bank's answer is another one now.
    void aLostCancelWhoseBytesNobodyKnowsIsToldAndNotSent()
    {
        EngineWorld world;
        const PayoutId id = giveUpAReadySession(
            world, R"({"change_confirm_information":{"after_seconds":600,"recipient":{"bank_name":"OTHER BANK"}}})");
        world.keepCopy();
        world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        world.releaseWebhooks();
        world.run(1min);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 1);
        world.loseCommitsSinceTheCopy();
        world.run(20min);
        world.restart();
        world.run(1h);
        QCOMPARE(world.intents(id, CallKind::cancel).size(), 1);
        QVERIFY(details(world).contains(u"cancelBodyLost"_s));
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 1);
        QVERIFY(world.engine().liftFreeze(u"the backup was restored"_s).has_value());
        QVERIFY(details(world).contains(u"cancelBodyLost"_s)); // stays with the payout
    }

    void aCancelThatNeverArrivesLeavesThreeTimes()
    {
        EngineWorld world;
        const PayoutId id = giveUpAReadySession(world);
        for (int i = 0; i < 6; ++i)
            world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        world.releaseWebhooks();
        world.run(3h);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 3);
        QCOMPARE(world.intents(id, CallKind::cancel).size(), 1);
        const auto told = std::count_if(world.notices().begin(), world.notices().end(), [](const Notice &notice) {
            return notice.kind == Notice::Kind::needsAttention;
        });
        QCOMPARE(told, 2); // on hold, and once for the session that became ready
    }

    /// L2: the session that was given up holds a payout.
    void nothingLeavesInANewSessionBeforeTheOldOneIsCancelled()
    {
        EngineWorld world;
        const PayoutId id = giveUpAReadySession(world);
        for (int i = 0; i < 2; ++i)
            world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        world.releaseWebhooks();
        world.run(1min);
        VERIFY_DONE(world.engine().sendForChecking(id));
        world.run(15min);
        COMPARE_STATE(world, id, queued);
        QCOMPARE(world.payout(id).reasonCode, u"earlierSession"_s);
        QCOMPARE(world.reached(CallKind::create), 1);
        world.run(1h);
        QCOMPARE(world.payout(id).reasonCode, QString());
        QCOMPARE(lastSeen(world, world.attempts(id).first()), ObservationKind::cancelled);
        COMPARE_STATE(world, id, review);
        QCOMPARE(world.reached(CallKind::create), 2);
    }

    void aNewSessionIsNotConfirmedWhileAnotherMayPay()
    {
        EngineWorld world;
        const PayoutId id = giveUpAReadySession(world);
        VERIFY_DONE(world.engine().sendForChecking(id));
        RUN_UNTIL(world, id, queued);
        world.run(5s); // the other session is not known to hold anything yet
        for (int i = 0; i < 9; ++i)
            world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        world.releaseWebhooks();
        RUN_UNTIL(world, id, review);
        world.run(10s);
        QVERIFY(world.alarms().contains(u"fenced"_s));
        (void)world.approve(id);
        world.run(10min);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
    }

    void whatOnlyTheJournalKnowsIsReadAndComesBack()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.payCleanly();
        world.loseTheStore();
        world.restart();
        QVERIFY(world.frozen());
        COMPARE_STATE(world, id, hold);
        QCOMPARE(details(world).last(), u"sent with another content"_s);
        world.run(1min);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(details(world), QStringList());
        QVERIFY(world.frozen());
        const int readings = world.reached(CallKind::status);
        world.run(1h);
        QCOMPARE(world.reached(CallKind::status), readings);
    }

    void aFreezeThatWasLiftedDoesNotComeBackForTheSameEntries()
    {
        EngineWorld world;
        world.boot();
        (void)world.payCleanly();
        world.loseTheStore();
        world.restart();
        world.run(1min);
        VERIFY_DONE(world.engine().liftFreeze(u"the store was lost; the bank's list was compared"_s));
        world.crash();
        world.restart();
        QVERIFY(!world.frozen());
        QCOMPARE(world.alarms(), QStringList());

        // Another entry that nobody has looked at freezes again.
        world.keepCopy();
        (void)world.payCleanly();
        world.loseCommitsSinceTheCopy();
        world.restart();
        QVERIFY(world.frozen());
        QVERIFY(world.alarms().contains(u"journalAhead"_s));
    }

    void aFreezeIsNotLiftedWithoutAReason()
    {
        EngineWorld world;
        world.boot();
        (void)world.payCleanly();
        world.loseTheStore();
        world.restart();
        QVERIFY(!world.engine().liftFreeze(u" "_s));
        world.crash();
        world.restart();
        QVERIFY(world.frozen());
        QVERIFY(world.alarms().contains(u"journalAhead"_s));
    }
};

QTEST_GUILESS_MAIN(StraySessionsTest)
#include "tst_straysessions.moc"
