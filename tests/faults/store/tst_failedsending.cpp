#include "faults/store/stumblingstore.h"
#include "support/engineworld.h"

#include "payouts/lifecycle.h"
#include "payouts/sender.h"

using namespace countersign;
using namespace countersign::faults;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Which questions to the store fail.
enum class Failing { thatOne, thatOneAndAllLater };

/// Units of work on a store that stumbles, without an engine.
class BareWorker final : public Worker
{
public:
    BareWorker(PayoutStore &store, const Clock &clock) : m_store(store), m_clock(clock) {}
    [[nodiscard]] Result<> run(const std::function<Result<>(Work &)> &work) override
    {
        auto transaction = m_store.begin();
        if (!transaction) return std::unexpected(transaction.error());
        Work unit{.tx = **transaction, .now = m_clock.now()};
        if (const auto done = work(unit); !done) return done;
        return (*transaction)->commit();
    }
    void wake() override {}

private:
    PayoutStore &m_store;
    const Clock &m_clock;
};

/// Takes calls and never answers.
class DumbBank final : public Transport
{
public:
    void transmit(OutgoingCall call, Done) override { calls.append(std::move(call)); }
    QList<OutgoingCall> calls;
};

/// A desk with one payout about which the sender has something to do at once, and which its own engine leaves alone.
struct Desk
{
    EngineWorld world;
    PayoutId id;
    std::function<void(EngineSettings &)> limit = [](EngineSettings &) {};

    void draft()
    {
        id = world.engine().saveDraft({}, EngineWorld::draft()).value();
        send();
    }
    void send()
    {
        if (!world.engine().sendForChecking(id, world.actsFor(id))) qFatal("not sent for checking");
    }
    void until(PayoutState state)
    {
        if (!world.runUntil(id, state)) qFatal("never %s", qPrintable(stateWord(state)));
    }
    void approve()
    {
        id = world.submitToReview();
        const auto sheet = world.engine().openReview(id);
        world.run(4s);
        if (!world.decideOn(id, *sheet)) qFatal("not approved");
    }
    void decideToCancel()
    {
        if (!world.engine().decide(id, {.kind = DecisionKind::cancel, .openedAt = world.now(), .reason = u"wrong"_s}))
            qFatal("not cancelled");
    }
    /// The outcome of that call stays unknown, and a person orders it once more.
    void orderAgain(PersonOrder order)
    {
        world.run(15min);
        if (!world.engine().askNow(id)) qFatal("not asked");
        world.run(1s);
        if (!world.engine().order(id, order, u"seen at the bank"_s)) qFatal("not ordered");
    }
    void confirmAgain()
    {
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        approve();
        until(PayoutState::confirmUnknown);
        orderAgain(PersonOrder::sendConfirmAgain);
    }
    /// Another session of the payout, given up, of which the bank has said this much.
    void addSession(const QList<ObservationKind> &seen)
    {
        const auto transaction = world.begin();
        const AttemptRecord other{.id = {u"other"_s},
                                  .payout = id,
                                  .number = 9,
                                  .sessionId = u"ps_other"_s,
                                  .standing = AttemptStanding::fenced,
                                  .openedAt = world.now()};
        bool done = transaction->insertAttempt(other).has_value();
        for (const ObservationKind kind : seen) {
            ObservationRecord record{
                .sessionId = other.sessionId, .kind = kind, .rawSha256 = sha256Hex("x"), .observedAt = world.now()};
            done = done && transaction->insertObservation(record);
        }
        if (!done || !transaction->commit()) qFatal("no other session");
    }
};

using Prepare = std::function<void(Desk &)>;

void quiet(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg) fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace
Q_DECLARE_METATYPE(Prepare)

/// The n-th question that sending one call asks the store fails, for one n after the other until the call passes.
class FailedSendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_handler = qInstallMessageHandler(quiet); } // each failure is logged
    void cleanup() { qInstallMessageHandler(m_handler); }

    void nothingLeavesUntilAllQuestionsAreAnswered_data()
    {
        QTest::addColumn<Prepare>("prepare");
        QTest::addColumn<int>("calls");
        QTest::addColumn<PayoutState>("ending");
        const auto row = [](const char *name, int calls, PayoutState ending, const Prepare &prepare) {
            QTest::addRow("%s", name) << prepare << calls << ending;
        };
        using enum PayoutState;
        row("create", 1, creating, [](Desk &d) { d.draft(); });
        row("create, corrected since", 1, creating, [](Desk &d) {
            d.world.spoil(CallKind::create, Fault::notSent);
            d.id = d.world.submit();
            d.world.run(100ms);
            if (!d.world.engine().withdraw(d.id)) qFatal("not withdrawn");
            d.send();
        });
        row("create, of one that pays another again", 1, creating, [](Desk &d) {
            const PayoutId first = d.world.submitToReview();
            if (!d.world.cancel(first)) qFatal("not cancelled");
            d.id = first;
            d.until(cancelled);
            d.world.run(1h);
            d.id = d.world.engine().payAgain(first).value();
            d.send();
        });
        row("create while an earlier session may pay", 0, queued, [](Desk &d) {
            d.draft();
            d.addSession({});
        });
        row("create within a day's limit", 1, creating, [](Desk &d) {
            d.limit = [](EngineSettings &s) { s.limitPerDay = Money::fromKopecks(100'000'000); };
            d.draft();
        });
        row("start", 1, starting, [](Desk &d) {
            d.world.spoil(CallKind::start, Fault::notSent);
            d.id = d.world.submit();
            d.world.run(200ms);
        });
        row("confirm", 1, confirming, [](Desk &d) { d.approve(); });
        row("confirm, and the gate refuses", 0, review, [](Desk &d) {
            d.approve();
            d.limit = [](EngineSettings &s) { s.limitPerPayout = Money::fromKopecks(1); };
        });
        row("confirm, once more", 1, confirming, [](Desk &d) { d.confirmAgain(); });
        row("confirm, once more, and the gate refuses", 0, confirmUnknown, [](Desk &d) {
            d.confirmAgain();
            d.limit = [](EngineSettings &s) { s.limitPerPayout = Money::fromKopecks(1); };
        });
        row("cancel", 1, cancelling, [](Desk &d) {
            d.id = d.world.submitToReview();
            d.decideToCancel();
        });
        row("cancel, once more", 1, cancelling, [](Desk &d) {
            d.world.spoil(CallKind::cancel, Fault::closedBeforeWork);
            d.id = d.world.submitToReview();
            d.decideToCancel();
            d.until(cancelUnknown);
            d.orderAgain(PersonOrder::sendCancelAgain);
        });
        row("cancel whose bytes nobody knows", 0, cancelling, [](Desk &d) {
            d.id = d.world.submitToReview();
            d.decideToCancel();
            if (!d.world.tamper(u"DROP TRIGGER intent_fixed"_s) ||
                !d.world.tamper(u"UPDATE intent SET body_sha256 = replace(hex(zeroblob(32)), '0', 'a'), body = CAST("
                                "CAST(body AS TEXT) || ' ' AS BLOB) WHERE kind = 'cancel'"_s))
                qFatal("not spoiled");
        });
    }

    void nothingLeavesUntilAllQuestionsAreAnswered()
    {
        QFETCH(Prepare, prepare);
        QFETCH(int, calls);
        QFETCH(PayoutState, ending);
        for (const auto &[code, failing] : {std::pair{ErrorCode::storeWriteFailed, Failing::thatOneAndAllLater},
                                            std::pair{ErrorCode::storeConflict, Failing::thatOne},
                                            std::pair{ErrorCode::storeConflict, Failing::thatOneAndAllLater}}) {
            Desk desk;
            desk.world.boot();
            prepare(desk);
            const QString before = desk.world.stateText(desk.id);
            const auto written = [&] { return desk.world.parts().journal.entries()->size(); };
            const qsizetype entries = written();
            DumbBank bank;
            int n = 0;
            while (send(desk, bank, ++n, code, failing)) {
                QVERIFY(bank.calls.isEmpty());
                QCOMPARE(written(), entries);
                QCOMPARE(desk.world.stateText(desk.id), before);
                QVERIFY(n < 1000);
            }
            QVERIFY2(n > 10, qPrintable(QString::number(n)));
            QCOMPARE(bank.calls.size(), calls);
            QCOMPARE(written(), entries + calls);
            QCOMPARE(desk.world.stateText(desk.id), stateWord(ending));
        }
    }

private:
    /// A sender that starts anew and looks once for what is due. True: question number `n` failed.
    static bool send(Desk &desk, DumbBank &bank, int n, ErrorCode code, Failing failing)
    {
        int asked = 0;
        const Stumble stumble = [&]() -> std::optional<Error> {
            ++asked;
            if (asked < n || (asked > n && failing == Failing::thatOne)) return std::nullopt;
            return Error{code, u"on purpose"_s};
        };
        EngineParts own = desk.world.parts();
        StumblingStore store(own.store, stumble);
        desk.limit(own.settings);
        EngineParts parts{.store = store,
                          .journal = own.journal,
                          .protocol = own.protocol,
                          .signer = own.signer,
                          .signing = own.signing,
                          .bankKeys = own.bankKeys,
                          .moneyLane = bank,
                          .statusLane = own.statusLane,
                          .clock = own.clock,
                          .ids = own.ids,
                          .directory = own.directory,
                          .settings = own.settings};
        BareWorker worker(store, own.clock);
        Sender sender(
            parts, worker, [](const TransportReply &) { return false; }, [](CallKind) { return true; });
        sender.setStanding({true, true, true});
        sender.setFence(desk.world.begin()->currentFence(u"sender"_s).value());
        if (sender.recover()) sender.sendNext();
        return asked >= n;
    }

    QtMessageHandler m_handler = nullptr;
};

QTEST_GUILESS_MAIN(FailedSendingTest)
#include "tst_failedsending.moc"
