#include "support/engineworld.h"

#include "payouts/gate.h"
#include "payouts/lifecycle.h"
#include "storage/sqlitereader.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// What the Sender does with records that are not what they were; the whole of it is tried in tests/integration/engine.
class SenderTest : public QObject
{
    Q_OBJECT

private:
    /// Approved a moment ago, before the sender has looked.
    static PayoutId approved(EngineWorld &world)
    {
        world.boot();
        const PayoutId id = world.submitToReview();
        const auto sheet = world.engine().openReview(id);
        world.run(4s);
        if (!world.decideOn(id, *sheet)) qFatal("not approved");
        return id;
    }

    /// Other bytes than the ones whose digest stands beside them.
    static bool spoilBodies(const EngineWorld &world, const char *kind)
    {
        return world.tamper(u"DROP TRIGGER intent_fixed"_s) &&
               world.tamper(u"UPDATE intent SET body = CAST(CAST(body AS TEXT) || ' ' AS BLOB), body_sha256 = "
                            "replace(hex(zeroblob(32)), '0', 'a') WHERE kind = '%1'"_s.arg(QLatin1String(kind)));
    }

private Q_SLOTS:
    void aCancelWhoseBytesNobodyKnowsIsNotSent()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(
            world.engine().decide(id, {.kind = DecisionKind::cancel, .openedAt = world.now(), .reason = u"wrong"_s}));
        QVERIFY(spoilBodies(world, "cancel"));
        world.run(1min);
        QVERIFY(world.transmitted(CallKind::cancel).isEmpty());
        QCOMPARE(world.alarms(), QStringList{alarmWord(AlarmKind::fenced)});
        QVERIFY(world.intents(id, CallKind::cancel).first().status == IntentStatus::unknown);
    }

    void aConfirmWhoseBytesWereChangedIsNotRepeated()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, confirmUnknown);
        world.run(15min);
        VERIFY_DONE(world.engine().order(id, PersonOrder::sendConfirmAgain, u"seen at the bank"_s));
        QVERIFY(spoilBodies(world, "confirm"));
        RUN_UNTIL(world, id, confirmUnknown);
        world.run(1min);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
        const auto dossier = SqliteReader(world.storePath()).dossier(id);
        VERIFY_DONE(dossier);
        QVERIFY(std::any_of(dossier->history.begin(), dossier->history.end(), [](const HistoryEntry &entry) {
            return entry.what == eventWord(Event::gateFailed) && entry.details.value(u"guard"_s) == u"G6"_s;
        }));
    }

    void anApprovalThatStandsNoMoreIsNotActedOn()
    {
        EngineWorld world;
        const PayoutId id = approved(world);
        const AttemptId attempt = world.payout(id).attempt;
        {
            const auto transaction = world.begin();
            VERIFY_DONE(transaction->voidDecisions(attempt, u"by hand"_s));
            VERIFY_DONE(transaction->commit());
        }
        world.run(1min);
        QVERIFY(world.transmitted(CallKind::confirm).isEmpty());
        COMPARE_STATE(world, id, review);
        QCOMPARE(world.payout(id).reasonCode, guardName(Guard::g9));
    }

    /// L1 has a name before the schema refuses: another session of the payout, cancelled, holds its one confirm.
    void aSecondConfirmIsRefusedByItsGuard()
    {
        EngineWorld world;
        const PayoutId id = approved(world);
        const AttemptRecord other{.id = {u"other"_s},
                                  .payout = id,
                                  .number = 2,
                                  .sessionId = u"ps_other"_s,
                                  .standing = AttemptStanding::fenced,
                                  .openedAt = world.now()};
        {
            const auto transaction = world.begin();
            VERIFY_DONE(transaction->insertAttempt(other));
            ObservationRecord cancelled{.sessionId = other.sessionId,
                                        .kind = ObservationKind::cancelled,
                                        .rawSha256 = sha256Hex("x"),
                                        .observedAt = world.now()};
            VERIFY_DONE(transaction->insertObservation(cancelled));
            VERIFY_DONE(transaction->insertIntent({.id = {u"first"_s},
                                                   .attempt = other.id,
                                                   .payout = id,
                                                   .kind = CallKind::confirm,
                                                   .body = "x",
                                                   .bodySha256 = sha256Hex("x"),
                                                   .status = IntentStatus::answered,
                                                   .notBefore = world.now(),
                                                   .createdAt = world.now()}));
            VERIFY_DONE(transaction->commit());
        }
        world.run(1min);
        QVERIFY(world.transmitted(CallKind::confirm).isEmpty());
        COMPARE_STATE(world, id, review);
        QCOMPARE(world.payout(id).reasonCode, guardName(Guard::g11));
        QVERIFY(world.alarms().isEmpty()); // refused, and not failed
    }

    /// A repeat is of something that has left; nothing that a sender did not prepare becomes a first confirm.
    void aReadyConfirmThatNeverLeftIsNoRepeat()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        const AttemptId attempt = world.payout(id).attempt;
        {
            const auto transaction = world.begin();
            VERIFY_DONE(transaction->insertIntent({.id = {u"planted"_s},
                                                   .attempt = attempt,
                                                   .payout = id,
                                                   .kind = CallKind::confirm,
                                                   .body = "x",
                                                   .bodySha256 = sha256Hex("x"),
                                                   .status = IntentStatus::ready,
                                                   .notBefore = world.now(),
                                                   .createdAt = world.now()}));
            VERIFY_DONE(transaction->commit());
        }
        world.crash();
        world.restart();
        world.run(2min);
        QVERIFY(world.transmitted(CallKind::confirm).isEmpty());
        COMPARE_STATE(world, id, review);
    }

    /// Back-off 1 to 60 s (section 6): the pause is as long as it says, and not until something else wakes the desk.
    void aCallThatDidNotLeaveIsTriedAgainWhenItsPauseIsOver()
    {
        EngineWorld world;
        world.boot();
        for (int i = 0; i < 3; ++i)
            world.spoil(CallKind::create, Fault::notSent);
        (void)world.submit();
        world.run(9s); // at once, after one second, after two more, after four more
        QCOMPARE(world.transmitted(CallKind::create).size(), 4);
        QCOMPARE(world.reached(CallKind::create), 1);
    }

    void aSenderThatLostTheLeaseSendsNothing()
    {
        EngineWorld world;
        world.boot();
        world.settings.callsAtOnce = 1;
        const auto id = world.engine().saveDraft({}, EngineWorld::draft());
        VERIFY_DONE(id);
        VERIFY_DONE(world.engine().sendForChecking(*id, world.actsFor(*id)));
        {
            const auto other = world.begin();
            VERIFY_DONE(other->takeLease(u"sender"_s, u"another run"_s, world.now() + 30s));
            VERIFY_DONE(other->commit());
        }
        world.run(5s); // its own lease seems good to it still
        QVERIFY(world.transmitted(CallKind::create).isEmpty());
        COMPARE_STATE(world, *id, queued);
    }
};

QTEST_GUILESS_MAIN(SenderTest)
#include "tst_sender.moc"
