#include "faults/checker/evidence.h"
#include "faults/store/stumblingstore.h"
#include "support/engineworld.h"
#include "support/sendingacts.h"

#include <array>
#include <cstdio>
#include <execinfo.h>

using namespace countersign;
using namespace countersign::faults;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int triesAtMost = 500;

/// From where in the program the store is being asked: the calls that lead there, without those that lead to them.
QByteArray placeOfQuestion()
{
    std::array<void *, 20> calls{};
    const int depth = backtrace(calls.data(), static_cast<int>(calls.size()));
    return {reinterpret_cast<const char *>(calls.data()), depth * static_cast<qsizetype>(sizeof(void *))};
}

void quiet(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg) fprintf(stderr, "%s\n", qPrintable(message));
}

/// A desk whose store answers with an error whenever it is asked from a place for the first time, and a person who
/// tries again, starts the program again when it says that its store failed, and does what is offered.
class StumblingDesk
{
public:
    explicit StumblingDesk(ErrorCode code)
        : m_stumble([this, code]() -> std::optional<Error> {
              if (!m_stumbles) return std::nullopt;
              const QByteArray place = placeOfQuestion();
              if (m_places.contains(place)) return std::nullopt;
              m_places.insert(place);
              return Error{code, u"on purpose"_s};
          })
    {
        world.webhooks = true;
        world.boot();
        world.meddling.store = [this](PayoutStore &store) -> PayoutStore & {
            return m_store.emplace(store, m_stumble);
        };
        startAgain();
    }

    [[nodiscard]] PayoutId submit(const QString &amount)
    {
        const PayoutDraft draft = EngineWorld::draft(amount);
        const PayoutId id = *insist([&] { return world.engine().saveDraft({}, draft); });
        (void)insist([&] { return world.engine().sendForChecking(id, world.actsFor(id)); });
        return id;
    }

    void cancelInReview(const PayoutId &id)
    {
        attendUntil(id, PayoutState::review);
        (void)insist([&] { return world.engine().decide(id, cancelling()); });
    }

    void attendUntil(const PayoutId &id, PayoutState wanted)
    {
        const Instant end = world.now() + 3h;
        while (world.state(id) != wanted && world.now() < end) {
            lookAt(id);
            letTimePass(1s);
        }
    }

    void letTimePass(milliseconds span)
    {
        world.run(span);
        // What failed by itself waits until something about it changes; here: until the program starts again.
        if (world.told().stoppedBy || world.now() - m_startedAt > 30s) startAgain();
    }

    void startAgain()
    {
        for (int i = 0; i < triesAtMost; ++i) {
            world.crash();
            m_startedAt = world.now();
            if (world.tryRestart()) return;
        }
        qFatal("it does not start any more");
    }

    void stopStumbling() { m_stumbles = false; }
    [[nodiscard]] qsizetype places() const { return m_places.size(); }

    [[nodiscard]] QString violations()
    {
        world.crash();
        QStringList lines;
        for (const Violation &each : findViolations({.store = world.storePath(),
                                     .lostStores = {},
                                     .journal = world.journalPath(),
                                     .ledger = QByteArray::fromStdString(world.ledger().lines())}))
            lines.append(each.rule + u": "_s + each.what);
        return lines.join(u'\n');
    }

    EngineWorld world;

private:
    [[nodiscard]] ReviewAct cancelling() const
    {
        return {.kind = DecisionKind::cancel, .openedAt = world.now(), .reason = u"wrong"_s};
    }

    /// Until it is done.
    template <class Act>
    std::invoke_result_t<Act> insist(Act act)
    {
        auto done = act();
        for (int i = 0; !done && i < triesAtMost; ++i) {
            letTimePass(1s);
            done = act();
        }
        if (!done) qFatal("never done: %s", qPrintable(faultText(done)));
        return done;
    }

    void lookAt(const PayoutId &id)
    {
        Engine &engine = world.engine();
        switch (world.state(id)) {
        case PayoutState::draft:
            (void)engine.sendForChecking(id, world.actsFor(id));
            return;
        case PayoutState::review:
            return approve(id);
        case PayoutState::startUnknown:
            (void)engine.order(id, PersonOrder::closeAndTryAgain, u"seen at the bank"_s);
            return;
        case PayoutState::confirmUnknown:
            (void)engine.order(id, PersonOrder::sendConfirmAgain, u"seen at the bank"_s);
            return;
        case PayoutState::cancelUnknown:
        case PayoutState::closing:
            (void)engine.order(id, PersonOrder::sendCancelAgain, u"seen at the bank"_s);
            return;
        case PayoutState::hold:
            (void)engine.order(id, PersonOrder::acceptObservation, u"seen at the bank"_s);
            return;
        default:
            return;
        }
    }

    void approve(const PayoutId &id)
    {
        const auto sheet = world.engine().openReview(id);
        world.run(4s);
        if (sheet) (void)world.decideOn(id, *sheet);
    }

    bool m_stumbles = true;
    Instant m_startedAt{};
    QSet<QByteArray> m_places;
    Stumble m_stumble;
    std::optional<StumblingStore> m_store;
};

} // namespace

/// Every place of the program that asks the store is answered with an error once. What was to be done there is done
/// later or not at all; nothing is paid twice, and nothing is forgotten.
class StoreQuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each failure is logged, hundreds of them.
    void init() { m_handler = qInstallMessageHandler(quiet); }
    void cleanup() { qInstallMessageHandler(m_handler); }

    void everyQuestionMayFailOnce_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("the disk: sending stops until the next start") << ErrorCode::storeWriteFailed;
        QTest::addRow("a constraint: this one is undone, others go on") << ErrorCode::storeConflict;
    }

    void everyQuestionMayFailOnce()
    {
        QFETCH(ErrorCode, code);
        StumblingDesk desk(code);
        EngineWorld &world = desk.world;

        const PayoutId plain = desk.submit(u"1,00"_s);
        desk.attendUntil(plain, PayoutState::paid);
        const PayoutId unwanted = desk.submit(u"2,00"_s);
        world.spoil(CallKind::cancel, Fault::answerLost);
        desk.cancelInReview(unwanted);
        desk.attendUntil(unwanted, PayoutState::cancelled);
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId startedTwice = desk.submit(u"3,00"_s);
        desk.attendUntil(startedTwice, PayoutState::paid);
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        const PayoutId confirmedTwice = desk.submit(u"4,00"_s);
        desk.attendUntil(confirmedTwice, PayoutState::paid);
        world.spoil(CallKind::create, Fault::notSent);
        world.spoil(CallKind::confirm, Fault::answerLost);
        const PayoutId answeredLate = desk.submit(u"5,00"_s);
        const QByteArray message = EngineWorld::readyMessage(u"ps_of_somebody_else"_s, 1);
        (void)world.deliver(message, EngineWorld::bankSignature(message));
        (void)world.deliver("{", EngineWorld::bankSignature("{"));
        desk.attendUntil(answeredLate, PayoutState::paid);
        world.spoil(CallKind::confirm, Fault::slow); // the webhook is here before the answer
        const PayoutId overtaken = desk.submit(u"6,00"_s);
        desk.attendUntil(overtaken, PayoutState::paid);
        desk.letTimePass(30s);
        desk.stopStumbling();
        desk.startAgain();
        world.run(1h, 1min);

        COMPARE_STATE(world, unwanted, cancelled);
        for (const PayoutId &id : {plain, startedTwice, confirmedTwice, answeredLate, overtaken})
            COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{5});
        QVERIFY(!world.frozen());
        QCOMPARE(desk.violations(), QString());
        QVERIFY2(desk.places() > 200, qPrintable(QString::number(desk.places())));
    }

    /// A payout that is stored and that nobody looks at would wait until the program starts again.
    void whatCannotBePlannedIsNotStored()
    {
        int asked = 0;
        int failing = 0; // 0: none
        const Stumble stumble = [&]() -> std::optional<Error> {
            if (failing == 0 || ++asked != failing) return std::nullopt;
            return Error{ErrorCode::storeConflict, u"on purpose"_s};
        };
        std::optional<StumblingStore> stumbling;
        EngineWorld world;
        world.boot();
        world.meddling.store = [&](PayoutStore &store) -> PayoutStore & { return stumbling.emplace(store, stumble); };
        world.crash();
        VERIFY_DONE(world.tryRestart());
        for (int question = 1; asked >= question - 1; ++question) {
            const PayoutDraft draft = EngineWorld::draft(u"%1,00"_s.arg(question));
            const PayoutId id = *world.engine().saveDraft({}, draft);
            const SendingActs acts = world.actsFor(id);
            asked = 0;
            failing = question;
            const auto sent = world.engine().sendForChecking(id, acts);
            failing = 0;
            QCOMPARE(sent.has_value(), asked < question);
            if (!sent) VERIFY_DONE(world.engine().sendForChecking(id, acts));
            RUN_UNTIL(world, id, review);
        }
        QVERIFY(asked > 10);
    }

private:
    QtMessageHandler m_handler = nullptr;
};

QTEST_GUILESS_MAIN(StoreQuestionsTest)
#include "tst_storequestions.moc"
