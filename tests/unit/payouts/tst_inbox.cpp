#include "support/engineworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Units of work on a world's store, without an engine.
class PlainWorker final : public Worker
{
public:
    explicit PlainWorker(EngineWorld &world) : m_world(world) {}
    [[nodiscard]] Result<> run(const std::function<Result<>(Work &)> &work) override
    {
        const auto transaction = m_world.begin();
        Work unit{.tx = *transaction, .now = m_world.now()};
        if (const auto done = work(unit); !done) return done;
        if (++m_units; m_refused.contains(m_units)) return fail(ErrorCode::storeConflict);
        ++m_commits;
        return transaction->commit();
    }
    /// Refuses the units with these numbers, counted from now on; what they wrote is rolled back.
    void refuse(QList<int> units)
    {
        m_units = 0;
        m_refused = std::move(units);
    }
    [[nodiscard]] int commits() const { return m_commits; }
    void wake() override {}

private:
    EngineWorld &m_world;
    int m_units = 0;
    int m_commits = 0;
    QList<int> m_refused;
};

void acceptThree(Inbox &inbox)
{
    for (int i = 0; i < 3; ++i) {
        const QByteArray body = EngineWorld::readyMessage(u"ps_%1"_s.arg(i), 1);
        inbox.accept({{{.body = body, .signature = EngineWorld::bankSignature(body)}, [](InboxVerdict) {}}});
    }
}

} // namespace

class InboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesThatArriveTogetherAreAnsweredOneByOne()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        const QByteArray good = EngineWorld::readyMessage(u"ps_a"_s, 1);
        const QByteArray signature = EngineWorld::bankSignature(good);
        QList<InboxVerdict> verdicts;
        const auto done = [&verdicts](InboxVerdict verdict) { verdicts.append(verdict); };
        inbox.accept({{{.body = good, .signature = signature}, done},
                      {{.body = good, .signature = "wrong"}, done},
                      {{.body = good, .signature = signature}, done}});
        QCOMPARE(verdicts, (QList{InboxVerdict::stored, InboxVerdict::badSignature, InboxVerdict::repeated}));
        const auto waiting = world.begin()->unprocessedInbox(10).value();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().body, good);
        QCOMPARE(waiting.first().keyFingerprint, u"bb:02"_s);
        QVERIFY(inbox.lastStored() == world.now());
        QCOMPARE(inbox.refused(), 1);
    }

    void processingTakesAllAndIsRepeatable()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        acceptThree(inbox);
        QVERIFY(!inbox.process());
        QVERIFY(world.begin()->unprocessedInbox(10)->isEmpty());
        QCOMPARE(world.begin()->unmatchedInbox()->size(), 3);
        QVERIFY(!inbox.process());
        QCOMPARE(world.begin()->unmatchedInbox()->size(), 3);
    }

    void whatWaitsTogetherIsProcessedInOneCommit()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        acceptThree(inbox);
        const int before = worker.commits();
        QVERIFY(!inbox.process());
        QCOMPARE(worker.commits() - before, 1);
    }

    void aMessageThatCannotBeProcessedHoldsNobody()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        acceptThree(inbox);
        worker.refuse({1, 3}); // all together; then the second one by itself
        QVERIFY(!inbox.process());
        QVERIFY(world.begin()->unprocessedInbox(10)->isEmpty());
        QCOMPARE(world.begin()->unmatchedInbox()->size(), 2); // the third one is in quarantine, and told
        QVERIFY(world.alarms().contains(u"unreadable"_s));
    }

    void aMessageThatCannotEvenBePutAsideWaits()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        acceptThree(inbox);
        worker.refuse({1, 3, 4}); // all together; then the second one by itself, and its quarantine
        QVERIFY(inbox.process());
        QCOMPARE(world.begin()->unprocessedInbox(10)->size(), 2); // it and the later one, in their order
        QVERIFY(!inbox.process());
        QVERIFY(world.begin()->unprocessedInbox(10)->isEmpty());
        QVERIFY(world.alarms().isEmpty());
    }

    void messagesThatAreNotStoredAreNotAnsweredAsStored()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        worker.refuse({1});
        const QByteArray good = EngineWorld::readyMessage(u"ps_a"_s, 1);
        QList<InboxVerdict> verdicts;
        const auto done = [&verdicts](InboxVerdict verdict) { verdicts.append(verdict); };
        inbox.accept({{{.body = good, .signature = EngineWorld::bankSignature(good)}, done},
                      {{.body = good, .signature = "wrong"}, done}});
        QCOMPARE(verdicts, (QList{InboxVerdict::notStored, InboxVerdict::badSignature}));
        QVERIFY(!inbox.lastStored());
        QVERIFY(world.begin()->unprocessedInbox(10)->isEmpty());
    }

    void whatCouldNotBeMatchedAgainIsMatchedTheNextTime()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        acceptThree(inbox);
        QVERIFY(!inbox.process());
        world.run(6min);
        worker.refuse({1}); // they are not even read
        inbox.matchAgain();
        QVERIFY(world.alarms().isEmpty());
        worker.refuse({3}); // they are read; the first one goes through, the second does not
        inbox.matchAgain();
        QCOMPARE(world.alarms().size(), 2);
        inbox.matchAgain();
        QCOMPARE(world.alarms().size(), 3);
    }

    /// Its session became known meanwhile: from then on it counts as if it had just arrived.
    void aMessageIsTakenOnceItsSessionIsKnown()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        acceptThree(inbox);
        QVERIFY(!inbox.process());
        {
            const auto transaction = world.begin();
            VERIFY_DONE(transaction->insertAttempt({.id = {u"known"_s},
                                                    .payout = id,
                                                    .number = 2,
                                                    .sessionId = u"ps_1"_s,
                                                    .standing = AttemptStanding::fenced,
                                                    .openedAt = world.now()}));
            VERIFY_DONE(transaction->insertIntent({.id = {u"start"_s},
                                                   .attempt = {u"known"_s},
                                                   .payout = id,
                                                   .kind = CallKind::start,
                                                   .body = "x",
                                                   .bodySha256 = sha256Hex("x"),
                                                   .status = IntentStatus::unknown,
                                                   .notBefore = world.now(),
                                                   .createdAt = world.now()}));
            VERIFY_DONE(transaction->commit());
        }
        inbox.matchAgain();
        QCOMPARE(world.begin()->unmatchedInbox()->size(), 2);
        QCOMPARE(world.begin()->observations(u"ps_1"_s, 10)->size(), 1);
        QCOMPARE(world.alarms(), QStringList{alarmWord(AlarmKind::fenced)}); // a given-up session is ready
    }

    void aMessageThatBecameUnreadableHoldsNobody()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        acceptThree(inbox);
        QVERIFY(!inbox.process());
        QVERIFY(world.tamper(u"DROP TRIGGER inbox_fixed"_s));
        QVERIFY(world.tamper(u"UPDATE inbox SET body = CAST('{' AS BLOB) WHERE id = 1"_s));
        world.run(6min);
        inbox.matchAgain();
        QCOMPARE(world.alarms().size(), 2); // of the two others
    }

    void onlyAReadyMessageOfAnUnknownSessionAlarmsAndOnlyAfterAWhile()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        QByteArray other = EngineWorld::readyMessage(u"ps_a"_s, 1);
        other.replace("ready_to_confirm", "payment_finished");
        inbox.accept({{{.body = other, .signature = EngineWorld::bankSignature(other)}, [](InboxVerdict) {}}});
        QVERIFY(!inbox.process());
        world.run(6min);
        inbox.matchAgain();
        QVERIFY(world.alarms().isEmpty());
        acceptThree(inbox);
        QVERIFY(!inbox.process());
        inbox.matchAgain();
        QVERIFY(world.alarms().isEmpty());
        world.run(6min);
        inbox.matchAgain();
        QCOMPARE(world.alarms().size(), 3);
    }

    void moreThanABatchSaysSo()
    {
        EngineWorld world;
        world.boot();
        EngineParts parts = world.parts();
        PlainWorker worker(world);
        Inbox inbox(parts, worker);
        QList<Inbox::Delivery> deliveries;
        for (int i = 0; i < 101; ++i) {
            const QByteArray body = EngineWorld::readyMessage(u"ps_%1"_s.arg(i), 1);
            deliveries.append({{.body = body, .signature = EngineWorld::bankSignature(body)}, [](InboxVerdict) {}});
        }
        inbox.accept(deliveries);
        QVERIFY(inbox.process());
        QVERIFY(!inbox.process());
        QVERIFY(world.begin()->unprocessedInbox(1)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(InboxTest)
#include "tst_inbox.moc"
