#include "faults/store/stumblingstore.h"
#include "support/engineworld.h"

#include "payouts/gate.h"
#include "payouts/lifecycle.h"

using namespace countersign;
using namespace countersign::faults;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// One transaction about an approved payout that nothing has acted on yet; it is never committed.
struct Scene
{
    Work &work;
    EngineParts &parts;
    Case subject;
    DecisionRecord decision;
    AttemptRecord other = {}; ///< a second session of the payout, given up
    std::optional<AnswerOnFile> answer = std::nullopt;
    PayoutId cancelled = {}; ///< another payout, which has ended without money

    void put(PayoutState state) { subject.payout.state = state; }
    void addGivenUpSession()
    {
        other = {.id = {u"other"_s},
                 .payout = subject.payout.id,
                 .version = subject.payout.version,
                 .number = 2,
                 .sessionId = u"ps_other"_s,
                 .standing = AttemptStanding::fenced,
                 .openedAt = work.now};
        if (!work.tx.insertAttempt(other)) qFatal("no second session");
    }
    void see(ObservationKind kind, int payouts)
    {
        ObservationRecord seen{.sessionId = other.sessionId,
                               .kind = kind,
                               .payoutCount = payouts,
                               .rawSha256 = sha256Hex("x"),
                               .observedAt = work.now};
        if (!work.tx.insertObservation(seen)) qFatal("not seen");
    }
    [[nodiscard]] AlarmRecord alarm(AlarmKind kind) const
    {
        return {.kind = kind, .payout = subject.payout.id, .sessionId = u"ps_x"_s, .raisedAt = work.now};
    }
};

using Act = std::function<Result<>(Scene &)>;

template <class T>
Result<> ending(const Result<T> &result)
{
    return result ? Result<>{} : std::unexpected(result.error());
}

Result<> meet(Scene &scene, Event event, const EventFacts &facts = {})
{
    return ending(applyEvent(scene.work, scene.subject, event, facts));
}

Result<> nothingBefore(Scene &)
{
    return {};
}

} // namespace
Q_DECLARE_METATYPE(Act)

/// Each question that one step of the money path asks the store fails once. The step says so: a question that failed is
/// not taken for an answer, neither for "no" nor for "nothing there".
class FailedStepsTest : public QObject
{
    Q_OBJECT

private:
    /// The step, its question number `failing` answered with an error (0: none); how many it asked.
    Result<> attempt(const Act &before, const Act &step, int failing, ErrorCode code, int &asked)
    {
        asked = 0;
        bool begun = false;
        const Stumble stumble = [&]() -> std::optional<Error> {
            if (!begun || ++asked != failing) return std::nullopt;
            return Error{code, u"on purpose"_s};
        };
        StumblingStore store(m_world->store(), stumble);
        const auto transaction = store.begin();
        if (!transaction) return std::unexpected(transaction.error());
        Work work{.tx = **transaction, .now = m_world->now()};
        EngineParts parts = m_world->parts();
        parts.settings.limitPerDay = Money::fromKopecks(100'000'000);
        parts.settings.limitNewRecipient = Money::fromKopecks(1);
        const auto subject = loadCase(work, m_id);
        if (!subject) return std::unexpected(subject.error());
        Scene scene{.work = work,
                    .parts = parts,
                    .subject = *subject,
                    .decision = work.tx.decisions(subject->attempt.id)->last(),
                    .cancelled = m_cancelled};
        if (const auto done = before(scene); !done) qFatal("not prepared: %s", qPrintable(faultText(done)));
        begun = true;
        return step(scene);
    }

    std::unique_ptr<EngineWorld> m_world;
    PayoutId m_id;
    PayoutId m_cancelled;

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<EngineWorld>();
        m_world->boot();
        (void)m_world->payCleanly();
        m_cancelled = m_world->submitToReview();
        VERIFY_DONE(m_world->cancel(m_cancelled));
        RUN_UNTIL(*m_world, m_cancelled, cancelled);
        m_world->run(1h);
        m_id = m_world->submitToReview();
        const auto sheet = m_world->engine().openReview(m_id);
        VERIFY_DONE(sheet);
        m_world->run(4s);
        VERIFY_DONE(m_world->decideOn(m_id, *sheet));
    }
    void cleanupTestCase() { m_world.reset(); }

    void aStepWhoseQuestionFailedFails_data()
    {
        QTest::addColumn<Act>("before");
        QTest::addColumn<Act>("step");
        const auto row = [](const char *name, const Act &before, const Act &step) {
            QTest::addRow("%s", name) << before << step;
        };
        row("loading", nothingBefore, [](Scene &s) { return ending(loadCase(s.work, s.subject.payout.id)); });
        row("an alarm", nothingBefore, [](Scene &s) { return raiseAlarm(s.work, s.alarm(AlarmKind::unexpected)); });
        row("an alarm that freezes", nothingBefore,
            [](Scene &s) { return ending(raiseFreezingAlarm(s.work, s.alarm(AlarmKind::doublePay))); });
        row("a freeze", nothingBefore,
            [](Scene &s) { return setFreeze(s.work, {.frozen = true, .cause = u"person"_s, .since = s.work.now}); });
        row("an event that the table does not list", nothingBefore, [](Scene &s) { return meet(s, Event::submit); });
        row("two payouts in one session", nothingBefore, [](Scene &s) { return meet(s, Event::seenMultiple); });
        row("an answer that has changed", nothingBefore,
            [](Scene &s) { return meet(s, Event::seenReady, {.answerChanged = true}); });
        const Act creating = [](Scene &s) -> Result<> {
            s.put(PayoutState::creating);
            return {};
        };
        const Act creatingAfterLostCommits = [](Scene &s) -> Result<> {
            s.put(PayoutState::creating);
            const JournalEntry seen{.intent = {u"lost"_s}, .kind = CallKind::start, .sessionId = u"ps_lost"_s};
            return s.work.tx.insertSeenEntry(seen, s.work.now);
        };
        const Act unknown = [](Scene &s) { return meet(s, Event::callUnknown); };
        row("an unknown create", creating, unknown);
        row("an unknown create after lost commits", creatingAfterLostCommits, unknown);

        const Act another = [](Scene &s) -> Result<> {
            s.addGivenUpSession();
            return {};
        };
        for (const Event seen : {Event::seenPaid, Event::seenReady}) {
            row(seen == Event::seenPaid ? "a given-up session paid" : "a given-up session is ready", another,
                [seen](Scene &s) {
                    return ending(applyEventOfClosedAttempt(s.work, s.subject.payout, s.other, seen));
                });
        }
        row("a lost confirm", nothingBefore, [](Scene &s) {
            return applyLostCall(s.work, s.subject, s.subject.attempt, CallKind::confirm, u"callLost"_s, {});
        });
        row("a found session", another,
            [](Scene &s) { return applyFoundSession(s.work, s.subject, s.other, u"sessionFound"_s); });
        const Act open = [](Scene &s) -> Result<> {
            s.put(PayoutState::open);
            return {};
        };
        row("a lost session", open, [](Scene &s) { return applyLostSession(s.work, s.subject, u"ps_lost"_s); });

        const Act readAnswer = [](Scene &s) -> Result<> {
            s.answer = answerOnFile(s.work, s.parts, s.subject).value();
            return {};
        };
        row("the answer", nothingBefore, [](Scene &s) { return ending(answerOnFile(s.work, s.parts, s.subject)); });
        row("the answer, if there is one", nothingBefore,
            [](Scene &s) { return ending(whereReadable(comparedAnswer(s.work, s.parts, s.subject))); });
        row("whether it is as asked", nothingBefore,
            [](Scene &s) { return ending(answeredAsAsked(s.work, s.parts, s.subject)); });
        row("the gate", readAnswer, [](Scene &s) {
            return ending(gateFacts(s.work, s.parts, s.subject, *s.answer, s.decision, {true, true, true}));
        });
        const Act anotherCancelled = [](Scene &s) -> Result<> {
            s.addGivenUpSession();
            s.see(ObservationKind::cancelled, 0);
            return {};
        };
        const Act payingAgain = [readAnswer](Scene &s) -> Result<> {
            s.subject.payout.retryOf = s.cancelled;
            return readAnswer(s);
        };
        row("the gate, of one that pays again", payingAgain, [](Scene &s) {
            return ending(gateFacts(s.work, s.parts, s.subject, *s.answer, s.decision, {true, true, true}));
        });
        row("whether another session paid", anotherCancelled,
            [](Scene &s) { return ending(paidElsewhere(s.work, s.subject.payout.id, s.subject.attempt.id)); });
        row("whether another session was confirmed", anotherCancelled,
            [](Scene &s) { return ending(confirmedElsewhere(s.work, s.subject.payout.id, s.subject.attempt.id)); });
        row("whether another session may pay", anotherCancelled,
            [](Scene &s) { return ending(otherSessionMayPay(s.work, s.subject.payout.id, s.subject.attempt.id)); });
    }

    void aStepWhoseQuestionFailedFails()
    {
        QFETCH(Act, before);
        QFETCH(Act, step);
        int questions = 0;
        VERIFY_DONE(attempt(before, step, 0, ErrorCode::storeWriteFailed, questions));
        QVERIFY(questions > 0);
        for (const ErrorCode code : {ErrorCode::storeWriteFailed, ErrorCode::storeConflict}) {
            for (int failing = 1; failing <= questions; ++failing) {
                int asked = 0;
                const auto done = attempt(before, step, failing, code, asked);
                QVERIFY2(!done, qPrintable(u"question %1 of %2 failed without a word"_s.arg(failing).arg(questions)));
                QVERIFY(done.error().code == code);
                QCOMPARE(asked, failing); // and nothing is done after it
            }
        }
    }
};

QTEST_GUILESS_MAIN(FailedStepsTest)
#include "tst_failedsteps.moc"
