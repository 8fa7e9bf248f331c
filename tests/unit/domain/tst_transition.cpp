#include "domain/transition.h"

#include <QtTest>

using namespace countersign;

namespace {

using enum PayoutState;

struct Row
{
    QByteArray name;
    PayoutState state;
    Event event;
    EventFacts facts;
    Transition expected;
};

Transition ended(PayoutState state)
{
    return {.to = state, .voidDecisions = true, .telling = Telling::failed};
}

Transition alarm(PayoutState state, TableAlarm alarm)
{
    return {.to = state, .alarm = alarm, .freeze = true, .telling = Telling::needsAttention};
}

Transition foreign(PayoutState state)
{
    Transition expected = alarm(state, TableAlarm::foreign);
    expected.voidDecisions = true;
    return expected;
}

Transition told(PayoutState state, Telling telling)
{
    return {.to = state, .telling = telling};
}

Transition call(PayoutState state, NextCall next)
{
    return {.to = state, .call = next};
}

Transition stays(PayoutState state)
{
    return {.to = state};
}

Transition refused(PayoutState state)
{
    return {.to = state, .refused = true};
}

QString described(const Transition &t)
{
    return QStringLiteral(
               "to %1 listed %2 refused %3 call %4 status %5 void %6/%7 standing %8 alarm %9 freeze %10 tell %11")
        .arg(stateWord(t.to))
        .arg(t.listed)
        .arg(t.refused)
        .arg(static_cast<int>(t.call))
        .arg(t.askStatus)
        .arg(t.voidIntent)
        .arg(t.voidDecisions)
        .arg(t.standing ? standingWord(*t.standing) : QStringLiteral("-"))
        .arg(static_cast<int>(t.alarm))
        .arg(t.freeze)
        .arg(static_cast<int>(t.telling));
}

/// The table of payout-lifecycle.md section 6, row by row, with the differences that transition.h names.
class Table
{
public:
    Table()
    {
        opening();
        starting();
        deciding();
        confirming();
        cancelling();
        closing();
        ending();
        erring();
    }
    QList<Row> rows;

private:
    void add(const char *name, PayoutState state, Event event, const Transition &expected, const EventFacts &facts = {})
    {
        rows.append(
            {QByteArray(name) + ": " + stateWord(state).toLatin1() + " " + QByteArray::number(static_cast<int>(event)),
             state, event, facts, expected});
    }
    void stay(PayoutState state, std::initializer_list<Event> events)
    {
        for (const Event event : events)
            add("stored only", state, event, stays(state));
    }
    void errorAndMultiple(PayoutState state)
    {
        add("bank errs", state, Event::seenError, told(bankError, Telling::needsAttention));
        add("two payouts", state, Event::seenMultiple, alarm(hold, TableAlarm::doubleSession));
    }

    void opening()
    {
        add("maker submits", draft, Event::submit, stays(queued));
        add("sender picks", queued, Event::pick, call(creating, NextCall::create));
        add("withdrawn", queued, Event::withdraw, stays(draft));
        add("created", creating, Event::callOk, stays(open));
        add("not sent", creating, Event::callNotSent, {.to = queued, .voidIntent = true});
        add("refused", creating, Event::callRefused,
            {.to = hold, .voidIntent = true, .telling = Telling::needsAttention});
        add("first unknown", creating, Event::callUnknown, {.to = queued, .standing = AttemptStanding::orphan});
        add("second unknown", creating, Event::callUnknown, {.to = queued, .standing = AttemptStanding::orphan},
            {.createsThisHour = 2});
        add("third unknown in an hour", creating, Event::callUnknown,
            {.to = hold, .standing = AttemptStanding::orphan, .telling = Telling::needsAttention},
            {.createsThisHour = 3});
        add("two payouts", creating, Event::seenMultiple, alarm(hold, TableAlarm::doubleSession));
        add("sender goes on", open, Event::proceed, call(PayoutState::starting, NextCall::start));
        add("withdrawn", open, Event::withdraw, {.to = draft, .standing = AttemptStanding::fenced});
        add("cancelled", open, Event::seenCancelled, ended(cancelled));
        add("paid all the same", open, Event::seenPaid, alarm(paid, TableAlarm::unconfirmed));
        add("paid and returned", open, Event::seenReturned, alarm(returned, TableAlarm::unconfirmed));
        stay(open, {Event::seenNone});
        errorAndMultiple(open);
    }

    void starting()
    {
        add("started", PayoutState::starting, Event::callOk, stays(waitBank));
        add("not sent", PayoutState::starting, Event::callNotSent, {.to = open, .voidIntent = true});
        add("refused", PayoutState::starting, Event::callRefused,
            {.to = hold, .voidIntent = true, .standing = AttemptStanding::fenced, .telling = Telling::needsAttention});
        add("unknown", PayoutState::starting, Event::callUnknown, {.to = startUnknown, .askStatus = true});
        stay(PayoutState::starting, {Event::seenNone});
        for (const PayoutState state : {PayoutState::starting, startUnknown}) {
            add("work", state, Event::seenWork, stays(waitBank));
            add("work after ready", state, Event::seenWorkAfterReady, stays(waitBank));
        }
        stay(startUnknown, {Event::seenNone, Event::seenGone});
        add("not settled", startUnknown, Event::closeOrdered, refused(startUnknown));
        add("settled", startUnknown, Event::closeOrdered, call(PayoutState::closing, NextCall::cancel),
            {.settled = true});
        stay(waitBank, {Event::seenWork, Event::seenWorkAfterReady, Event::seenGone});
        add("ten minutes without an answer", waitBank, Event::waitedForAnswer, told(hold, Telling::needsAttention));
        for (const PayoutState state : {PayoutState::starting, startUnknown, waitBank}) {
            add("ready", state, Event::seenReady, told(review, Telling::readyToReview));
            add("ready, hard difference", state, Event::seenReady, told(mismatch, Telling::readyToReview),
                {.hardFieldsEqual = false});
            add("ready without answer", state, Event::seenReady, {.to = waitBank, .askStatus = true},
                {.hasAnswer = false});
            add("paid unconfirmed", state, Event::seenPaid, alarm(paid, TableAlarm::unconfirmed));
            add("returned unconfirmed", state, Event::seenReturned, alarm(returned, TableAlarm::unconfirmed));
            add("failed", state, Event::seenFailed, ended(failed));
            add("cancelled", state, Event::seenCancelled, ended(cancelled));
            errorAndMultiple(state);
        }
    }

    void deciding()
    {
        add("approve", review, Event::approve, stays(approved));
        add("approve", mismatch, Event::approve, refused(mismatch));
        add("approve on practice", mismatch, Event::approve, stays(approved), {.mismatchMayBeApproved = true});
        add("cancel", review, Event::cancelDecided, call(PayoutState::cancelling, NextCall::cancel));
        add("cancel", mismatch, Event::cancelDecided, call(PayoutState::cancelling, NextCall::cancel));
        add("cancel", approved, Event::cancelDecided,
            {.to = PayoutState::cancelling, .call = NextCall::cancel, .voidDecisions = true});
        add("gate passed", approved, Event::gatePassed, call(PayoutState::confirming, NextCall::confirm));
        add("gate failed", approved, Event::gateFailed, {.to = review, .voidDecisions = true});
        add("gate failed, difference", approved, Event::gateFailed, {.to = mismatch, .voidDecisions = true},
            {.hardFieldsEqual = false});
        for (const PayoutState state : {review, mismatch, approved}) {
            stay(state, {Event::seenWork, Event::seenGone, Event::seenReady});
            add("changed answer", state, Event::seenReady,
                {.to = review, .voidDecisions = true, .telling = Telling::readyToReview}, {.answerChanged = true});
            add("changed answer, difference", state, Event::seenReady,
                {.to = mismatch, .voidDecisions = true, .telling = Telling::readyToReview},
                {.hardFieldsEqual = false, .answerChanged = true});
            add("confirmed by others", state, Event::seenWorkAfterReady, foreign(executing));
            add("paid by others", state, Event::seenPaid, foreign(paid));
            add("paid by others and returned", state, Event::seenReturned, foreign(returned));
            add("failed", state, Event::seenFailed, ended(failed));
            add("cancelled", state, Event::seenCancelled, ended(cancelled));
            errorAndMultiple(state);
        }
    }

    void confirming()
    {
        add("confirmed", PayoutState::confirming, Event::callOk, stays(executing));
        add("not sent", PayoutState::confirming, Event::callNotSent, {.to = approved, .voidIntent = true});
        add("refused", PayoutState::confirming, Event::callRefused,
            {.to = hold, .askStatus = true, .voidIntent = true, .telling = Telling::needsAttention});
        add("repeat refused by the gate", PayoutState::confirming, Event::gateFailed,
            {.to = confirmUnknown, .askStatus = true});
        add("unknown", PayoutState::confirming, Event::callUnknown, {.to = confirmUnknown, .askStatus = true});
        Transition cancelledDespite = ended(cancelled);
        cancelledDespite.telling = Telling::needsAttention;
        cancelledDespite.alarm = TableAlarm::unexpected;
        for (const PayoutState state : {PayoutState::confirming, confirmUnknown}) {
            stay(state, {Event::seenReady, Event::seenWork, Event::seenGone});
            add("no cancel beside a confirm", state, Event::cancelDecided, refused(state));
            add("executing", state, Event::seenWorkAfterReady, stays(executing));
            add("paid", state, Event::seenPaid, told(paid, Telling::paid));
            add("returned", state, Event::seenReturned, told(returned, Telling::returned));
            add("failed", state, Event::seenFailed, ended(failed));
            add("cancelled", state, Event::seenCancelled, cancelledDespite);
            errorAndMultiple(state);
        }
        const EventFacts good{.settled = true, .decisionValid = true, .sends = 2};
        add("same again", confirmUnknown, Event::resendOrdered, call(PayoutState::confirming, NextCall::sameConfirm),
            good);
        EventFacts bad = good;
        bad.settled = false;
        add("not settled", confirmUnknown, Event::resendOrdered, refused(confirmUnknown), bad);
        bad = good;
        bad.decisionValid = false;
        add("decision gone", confirmUnknown, Event::resendOrdered, refused(confirmUnknown), bad);
        bad = good;
        bad.sends = 3;
        add("sent three times", confirmUnknown, Event::resendOrdered, told(PayoutState::hold, Telling::needsAttention),
            bad);
    }

    void cancelling()
    {
        const PayoutState cn = PayoutState::cancelling;
        add("cancelled at once", cn, Event::callOk, ended(cancelled), {.sessionCancelled = true});
        add("taken", cn, Event::callOk, {.to = cn, .askStatus = true});
        add("not sent", cn, Event::callNotSent, {.to = review, .voidIntent = true, .voidDecisions = true});
        add("not sent, difference", cn, Event::callNotSent, {.to = mismatch, .voidIntent = true, .voidDecisions = true},
            {.hardFieldsEqual = false});
        add("refused", cn, Event::callRefused,
            {.to = hold, .askStatus = true, .voidIntent = true, .telling = Telling::needsAttention});
        add("unknown", cn, Event::callUnknown, {.to = cancelUnknown, .askStatus = true});
        for (const PayoutState state : {cn, cancelUnknown}) {
            stay(state,
                 {Event::seenNone, Event::seenReady, Event::seenWork, Event::seenWorkAfterReady, Event::seenGone});
            add("paid by others", state, Event::seenPaid, foreign(paid));
            add("paid by others and returned", state, Event::seenReturned, foreign(returned));
            add("failed", state, Event::seenFailed, ended(failed));
            add("cancelled", state, Event::seenCancelled, ended(cancelled));
            errorAndMultiple(state);
        }
        add("same again", cancelUnknown, Event::resendOrdered, call(cn, NextCall::sameCancel),
            {.settled = true, .sends = 2});
        add("not settled", cancelUnknown, Event::resendOrdered, refused(cancelUnknown), {.sends = 2});
        add("sent three times", cancelUnknown, Event::resendOrdered, told(PayoutState::hold, Telling::needsAttention),
            {.settled = true, .sends = 3});
    }

    void closing()
    {
        const PayoutState cl = PayoutState::closing;
        const Transition next{.to = queued, .standing = AttemptStanding::fenced};
        add("closed at once", cl, Event::callOk, next, {.sessionCancelled = true});
        add("taken", cl, Event::callOk, stays(cl));
        add("not sent", cl, Event::callNotSent, {.to = startUnknown, .voidIntent = true});
        add("refused", cl, Event::callRefused,
            {.to = hold, .askStatus = true, .voidIntent = true, .telling = Telling::needsAttention});
        add("unknown", cl, Event::callUnknown, {.to = cl, .askStatus = true});
        add("closed", cl, Event::seenCancelled, next);
        add("failed is not cancelled", cl, Event::seenFailed, ended(failed));
        stay(cl, {Event::seenNone, Event::seenReady, Event::seenGone});
        add("same again", cl, Event::resendOrdered, call(cl, NextCall::sameCancel), {.settled = true, .sends = 2});
        add("not settled", cl, Event::resendOrdered, refused(cl), {.sends = 2});
        add("sent three times", cl, Event::resendOrdered, told(hold, Telling::needsAttention), {.sends = 3});
        add("not empty", cl, Event::seenWork, foreign(executing));
        add("not empty", cl, Event::seenWorkAfterReady, foreign(executing));
        add("paid", cl, Event::seenPaid, foreign(paid));
        add("returned", cl, Event::seenReturned, foreign(returned));
        errorAndMultiple(cl);
    }

    void ending()
    {
        add("paid", executing, Event::seenPaid, told(paid, Telling::paid));
        add("returned", executing, Event::seenReturned, told(returned, Telling::returned));
        add("failed", executing, Event::seenFailed, ended(failed));
        add("cancelled", executing, Event::seenCancelled, ended(cancelled));
        stay(executing, {Event::seenWork, Event::seenWorkAfterReady, Event::seenReady, Event::seenGone});
        errorAndMultiple(executing);
        add("returned", paid, Event::seenReturned, told(returned, Telling::returned));
        stay(paid, {Event::seenPaid, Event::seenGone});
        stay(failed, {Event::seenFailed, Event::seenGone});
        stay(cancelled, {Event::seenCancelled, Event::seenGone});
        stay(returned, {Event::seenReturned, Event::seenGone});
        const Transition contradiction = alarm(hold, TableAlarm::contradiction);
        for (const Event event : {Event::seenFailed, Event::seenCancelled})
            add("contradiction", paid, event, contradiction);
        for (const Event event : {Event::seenPaid, Event::seenCancelled, Event::seenReturned})
            add("contradiction", failed, event, contradiction);
        for (const Event event : {Event::seenPaid, Event::seenFailed, Event::seenReturned})
            add("contradiction", cancelled, event, contradiction);
        for (const PayoutState state : {paid, failed, cancelled, returned, hold})
            add("two payouts", state, Event::seenMultiple, alarm(hold, TableAlarm::doubleSession));
    }

    void erring()
    {
        stay(bankError, {Event::seenError, Event::seenGone});
        const EventFacts executed{.before = executing};
        add("as before", bankError, Event::seenPaid, told(paid, Telling::paid), executed);
        add("as before", bankError, Event::seenWork, stays(executing), executed);
        add("as before", bankError, Event::seenWorkAfterReady, stays(executing), executed);
        add("as before", bankError, Event::seenReturned, told(returned, Telling::returned), executed);
        add("as before", bankError, Event::seenFailed, ended(failed), executed);
        add("as before", bankError, Event::seenCancelled, ended(cancelled), executed);
        add("as before", bankError, Event::seenMultiple, alarm(hold, TableAlarm::doubleSession), executed);
        add("as before", bankError, Event::seenReady, told(review, Telling::readyToReview), {.before = waitBank});
        add("as before", bankError, Event::seenNone, stays(startUnknown), {.before = startUnknown});
        add("as before: by others", bankError, Event::seenPaid, foreign(paid), {.before = approved});
        stay(hold, {Event::seenNone, Event::seenWork, Event::seenWorkAfterReady, Event::seenReady, Event::seenPaid,
                    Event::seenFailed, Event::seenCancelled, Event::seenReturned, Event::seenError, Event::seenGone});
        add("cancel", hold, Event::cancelDecided, call(PayoutState::cancelling, NextCall::cancel));
        add("nothing to take over", hold, Event::resolve, refused(hold));
        add("resolved", hold, Event::resolve, stays(paid), {.resolveTo = paid});
    }
};

} // namespace

class TransitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowOfTheTable_data()
    {
        QTest::addColumn<int>("index");
        const Table table;
        for (int i = 0; i < table.rows.size(); ++i)
            QTest::addRow("%d %s", i, table.rows[i].name.constData()) << i;
    }

    void everyRowOfTheTable()
    {
        QFETCH(int, index);
        const Row row = Table().rows[index];
        const Transition actual = transition(row.state, row.event, row.facts);
        QCOMPARE(described(actual), described(row.expected));
        QVERIFY(actual == row.expected);
    }

    void aLostCallIsAwaited_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<NextCall>("lost");
        QTest::addColumn<PayoutState>("expected");
        const auto row = [](PayoutState state, NextCall lost, PayoutState expected) {
            QTest::addRow("%s, %d", qPrintable(stateWord(state)), static_cast<int>(lost)) << state << lost << expected;
        };
        using enum NextCall;
        row(open, start, PayoutState::starting);
        row(startUnknown, start, startUnknown);
        for (const PayoutState state : {open, startUnknown, waitBank, review, mismatch, approved, cancelling, closing,
                                        cancelUnknown, PayoutState::confirming})
            row(state, confirm, PayoutState::confirming);
        for (const PayoutState state : {open, startUnknown, waitBank, review, mismatch, approved, cancelling,
                                        PayoutState::confirming, confirmUnknown})
            row(state, cancel, cancelling);
        row(closing, cancel, closing);
        row(confirmUnknown, confirm, confirmUnknown);
        for (const PayoutState state : {executing, paid, failed, cancelled, returned, hold}) {
            row(state, confirm, state);
            row(state, cancel, state);
        }
    }

    /// K15: the journal tells of a call that is lost.
    void aLostCallIsAwaited()
    {
        QFETCH(PayoutState, state);
        QFETCH(NextCall, lost);
        QFETCH(PayoutState, expected);
        const Transition actual = transitionOfLostCall(state, lost);
        QCOMPARE(stateWord(actual.to), stateWord(expected));
        QVERIFY(actual.call == NextCall::none && !actual.freeze); // nothing leaves by it
    }

    /// K15: only where the lost store could open another session; what may pay, or has ended, stays.
    void aFoundSessionIsStartedAnewInTheTableOnly()
    {
        const QSet<PayoutState> goesOn{draft, queued, creating, open, closing, cancelling, cancelUnknown, hold};
        for (int s = 0; s < payoutStateCount; ++s) {
            const auto state = static_cast<PayoutState>(s);
            const Transition actual = transitionOfFoundSession(state);
            QCOMPARE(stateWord(actual.to), stateWord(goesOn.contains(state) ? PayoutState::starting : state));
            QVERIFY(actual.call == NextCall::none);
        }
    }

    void whatCouldBeSentIsHeldForALostSession()
    {
        for (int s = 0; s < payoutStateCount; ++s) {
            const auto state = static_cast<PayoutState>(s);
            const bool leaves = state == draft || state == queued || state == open;
            QCOMPARE(stateWord(transitionOfLostSession(state).to), stateWord(leaves ? hold : state));
        }
        QCOMPARE(transitionOfLostSession(open).standing, std::optional(AttemptStanding::fenced));
    }

    /// All 22 states with all 27 events: what has no row above is stored, changes nothing, and raises an alarm.
    void nothingElseIsListed()
    {
        QSet<std::pair<int, int>> listed;
        const Table table;
        for (const Row &row : table.rows)
            listed.insert({static_cast<int>(row.state), static_cast<int>(row.event)});
        int unlisted = 0;
        for (int s = 0; s < payoutStateCount; ++s) {
            for (int e = 0; e < eventCount; ++e) {
                const auto state = static_cast<PayoutState>(s);
                const Transition actual = transition(state, static_cast<Event>(e), {});
                QVERIFY2(actual.listed == listed.contains({s, e}),
                         qPrintable(QStringLiteral("%1 with event %2").arg(stateWord(state)).arg(e)));
                if (actual.listed) continue;
                ++unlisted;
                const Transition expected{.to = state, .listed = false, .alarm = TableAlarm::unexpected};
                QVERIFY2(actual == expected, qPrintable(described(actual)));
            }
        }
        QCOMPARE(unlisted + listed.size(), payoutStateCount * eventCount);
    }

    /// A store may hold what a later version wrote: what is unknown here moves nothing, and is told.
    void whatNobodyHereKnowsIsUnlisted()
    {
        const auto later = static_cast<PayoutState>(payoutStateCount);
        const Transition expected{.to = later, .listed = false, .alarm = TableAlarm::unexpected};
        QVERIFY(transition(later, Event::gatePassed, {}) == expected);
        QVERIFY(transitionOfLostCall(later, NextCall::confirm) == expected);
        QVERIFY(transitionOfFoundSession(later) == expected);
        for (int s = 0; s < payoutStateCount; ++s) {
            const auto state = static_cast<PayoutState>(s);
            const Transition actual = transition(state, static_cast<Event>(eventCount), {});
            QVERIFY2(actual == (Transition{.to = state, .listed = false, .alarm = TableAlarm::unexpected}),
                     qPrintable(stateWord(state)));
        }
    }

    /// Confirm leaves only through the gate or a person's order, start only from "open": whatever the facts are.
    void nothingElseCallsForMoney()
    {
        for (int s = 0; s < payoutStateCount; ++s) {
            for (int e = 0; e < eventCount; ++e) {
                for (int bits = 0; bits < 64; ++bits) {
                    const auto state = static_cast<PayoutState>(s);
                    const auto event = static_cast<Event>(e);
                    const EventFacts facts{.hasAnswer = (bits & 1) != 0,
                                           .hardFieldsEqual = (bits & 2) != 0,
                                           .answerChanged = (bits & 4) != 0,
                                           .settled = (bits & 8) != 0,
                                           .decisionValid = (bits & 16) != 0,
                                           .mismatchMayBeApproved = (bits & 32) != 0};
                    const NextCall next = transition(state, event, facts).call;
                    if (next == NextCall::confirm) QVERIFY(state == approved && event == Event::gatePassed);
                    if (next == NextCall::start) QVERIFY(state == open && event == Event::proceed);
                    if (next == NextCall::create) QVERIFY(state == queued && event == Event::pick);
                    if (next == NextCall::sameConfirm) {
                        QVERIFY(state == confirmUnknown && event == Event::resendOrdered && facts.settled &&
                                facts.decisionValid);
                    }
                }
            }
        }
    }

    void aClosedAttemptNeverPaysQuietly()
    {
        for (const auto standing : {AttemptStanding::orphan, AttemptStanding::fenced}) {
            for (int e = 0; e < eventCount; ++e) {
                const auto event = static_cast<Event>(e);
                const Transition actual = transitionOfClosedAttempt(standing, review, event);
                if (event == Event::seenPaid || event == Event::seenReturned) {
                    QVERIFY(actual == alarm(hold, TableAlarm::doublePay));
                } else if (event == Event::seenMultiple) {
                    QVERIFY(actual == alarm(hold, TableAlarm::doubleSession));
                } else if (event == Event::seenReady && standing == AttemptStanding::fenced) {
                    const Transition expected{.to = review,
                                              .call = NextCall::cancel,
                                              .alarm = TableAlarm::fenced,
                                              .telling = Telling::needsAttention};
                    QVERIFY(actual == expected);
                } else {
                    QVERIFY(actual == stays(review));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TransitionTest)
#include "tst_transition.moc"
