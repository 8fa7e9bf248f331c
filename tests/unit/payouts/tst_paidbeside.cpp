#include "support/engineworld.h"

#include "payouts/gate.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

using Kinds = QList<ObservationKind>;
using enum ObservationKind;

/// A payout in review and one transaction about it, which is never committed.
struct OneCase
{
    OneCase()
    {
        world.boot();
        id = world.submitToReview();
        transaction = world.begin();
        work.emplace(Work{.tx = *transaction, .now = world.now()});
        subject = loadCase(*work, id).value();
    }

    /// Another session of that payout, given up, and what the bank has said of it, oldest first.
    [[nodiscard]] bool addSession(const QString &sessionId, const Kinds &seen, int payouts = 0)
    {
        other = {.id = {u"other"_s},
                 .payout = id,
                 .number = 2,
                 .sessionId = sessionId,
                 .standing = AttemptStanding::fenced,
                 .openedAt = work->now};
        bool done = transaction->insertAttempt(other).has_value();
        for (const ObservationKind kind : seen)
            done = done && see(sessionId, kind, payouts);
        return done;
    }
    [[nodiscard]] bool see(const QString &sessionId, ObservationKind kind, int payouts)
    {
        ObservationRecord record{.sessionId = sessionId,
                                 .kind = kind,
                                 .payoutCount = payouts,
                                 .rawSha256 = sha256Hex("x"),
                                 .observedAt = work->now};
        return transaction->insertObservation(record).has_value();
    }
    [[nodiscard]] bool addIntent(const AttemptRecord &attempt, CallKind kind, IntentStatus status)
    {
        return transaction
            ->insertIntent({.id = {u"intent of "_s + attempt.id.text},
                            .attempt = attempt.id,
                            .payout = id,
                            .kind = kind,
                            .body = "x",
                            .bodySha256 = sha256Hex("x"),
                            .status = status,
                            .notBefore = work->now,
                            .createdAt = work->now})
            .has_value();
    }
    /// A payout beside this one.
    [[nodiscard]] bool addPayout(const QString &name, PayoutState state, const PayoutId &retryOf)
    {
        PayoutRecord payout = subject.payout;
        payout.id.text = name;
        payout.attempt = {};
        payout.state = state;
        payout.retryOf = retryOf;
        return transaction->insertPayout(payout).has_value();
    }

    EngineWorld world;
    PayoutId id;
    std::unique_ptr<StoreTransaction> transaction;
    std::optional<Work> work;
    Case subject;
    AttemptRecord other;
};

} // namespace

/// What other sessions of a payout, and other payouts of the same debt, mean for the next call (L1, L2, L12).
class PaidBesideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheBankSaidOfAnotherSession_data()
    {
        QTest::addColumn<Kinds>("seen");
        QTest::addColumn<bool>("paid");
        QTest::addColumn<bool>("mayPay");
        // Nothing is known here of its start either: only the journal has it (K15).
        QTest::addRow("nothing") << Kinds{} << false << true;
        QTest::addRow("cancelled") << Kinds{cancelled} << false << false;
        QTest::addRow("paid") << Kinds{paid} << true << true;
        QTest::addRow("returned") << Kinds{returned} << true << true;
        QTest::addRow("paid and cancelled") << Kinds{paid, cancelled} << true << true;
        QTest::addRow("two payouts") << Kinds{multiple} << true << true;
        QTest::addRow("two payouts, then cancelled") << Kinds{multiple, cancelled} << false << false;
        QTest::addRow("cancelled, then two payouts") << Kinds{cancelled, multiple} << true << true;
        QTest::addRow("an error") << Kinds{error} << false << true;
    }

    void whatTheBankSaidOfAnotherSession()
    {
        QFETCH(Kinds, seen);
        QFETCH(bool, paid);
        QFETCH(bool, mayPay);
        OneCase one;
        QVERIFY(one.addSession(u"ps_other"_s, seen));
        const AttemptId own = one.subject.attempt.id;
        QCOMPARE(paidElsewhere(*one.work, one.id, own)->has_value(), paid);
        QCOMPARE(otherSessionMayPay(*one.work, one.id, own).value(), mayPay);
    }

    void whatIsKnownOfItsStart_data()
    {
        QTest::addColumn<QString>("session");
        QTest::addColumn<CallKind>("call");
        QTest::addColumn<IntentStatus>("status");
        QTest::addColumn<int>("payouts");
        QTest::addColumn<bool>("mayPay");
        using enum IntentStatus;
        QTest::addRow("no session was opened") << QString() << CallKind::create << unknown << 0 << false;
        QTest::addRow("never started") << u"ps_other"_s << CallKind::create << answered << 0 << false;
        QTest::addRow("not sent") << u"ps_other"_s << CallKind::start << voided << 0 << false;
        QTest::addRow("lost") << u"ps_other"_s << CallKind::start << unknown << 0 << true;
        QTest::addRow("not by us, and there is a payout in it")
            << u"ps_other"_s << CallKind::create << answered << 1 << true;
    }

    void whatIsKnownOfItsStart()
    {
        QFETCH(QString, session);
        QFETCH(CallKind, call);
        QFETCH(IntentStatus, status);
        QFETCH(int, payouts);
        QFETCH(bool, mayPay);
        OneCase one;
        QVERIFY(one.addSession(session, session.isEmpty() ? Kinds{} : Kinds{work}, payouts));
        QVERIFY(one.addIntent(one.other, call, status));
        QCOMPARE(otherSessionMayPay(*one.work, one.id, one.subject.attempt.id).value(), mayPay);
    }

    void onlyAConfirmThatStandsIsOne_data()
    {
        QTest::addColumn<CallKind>("call");
        QTest::addColumn<IntentStatus>("status");
        QTest::addColumn<bool>("expected");
        QTest::addRow("a lost confirm") << CallKind::confirm << IntentStatus::unknown << true;
        QTest::addRow("a confirm that was not sent") << CallKind::confirm << IntentStatus::voided << false;
        QTest::addRow("a start") << CallKind::start << IntentStatus::unknown << false;
    }

    void onlyAConfirmThatStandsIsOne()
    {
        QFETCH(CallKind, call);
        QFETCH(IntentStatus, status);
        QFETCH(bool, expected);
        OneCase one;
        QVERIFY(one.addSession(u"ps_other"_s, {}));
        QVERIFY(one.addIntent(one.other, call, status));
        QCOMPARE(confirmedElsewhere(*one.work, one.id, one.subject.attempt.id).value(), expected);
        QVERIFY(!confirmedElsewhere(*one.work, one.id, one.other.id).value()); // its own is no other one
    }

    void onlyOneStandsForWhatEndedWithoutMoney_data()
    {
        QTest::addColumn<PayoutState>("beside");
        QTest::addColumn<bool>("mayPay");
        using enum PayoutState;
        QTest::addRow("a draft is not sent yet") << PayoutState::draft << false;
        QTest::addRow("failed") << PayoutState::failed << false;
        QTest::addRow("cancelled") << PayoutState::cancelled << false;
        QTest::addRow("returned") << PayoutState::returned << false;
        QTest::addRow("waiting") << PayoutState::queued << true;
        QTest::addRow("in review") << PayoutState::review << true;
        QTest::addRow("paid") << PayoutState::paid << true;
    }

    void onlyOneStandsForWhatEndedWithoutMoney()
    {
        QFETCH(PayoutState, beside);
        QFETCH(bool, mayPay);
        OneCase one;
        const PayoutId first{u"first"_s};
        QVERIFY(one.addPayout(first.text, PayoutState::cancelled, {}));
        one.subject.payout.retryOf = first;
        VERIFY_DONE(one.transaction->updatePayout(one.subject.payout)); // it is among the first's own
        QVERIFY(!originalMayPay(*one.work, one.subject.payout).value());
        QVERIFY(one.addPayout(u"beside"_s, beside, first));
        QCOMPARE(originalMayPay(*one.work, one.subject.payout).value(), mayPay);
    }

    void whatIsPaidAgainIsNotSentItself_data()
    {
        QTest::addColumn<PayoutState>("retry");
        QTest::addColumn<bool>("refused");
        using enum PayoutState;
        QTest::addRow("a draft is not sent yet") << PayoutState::draft << false;
        QTest::addRow("failed") << PayoutState::failed << false;
        QTest::addRow("cancelled") << PayoutState::cancelled << false;
        QTest::addRow("returned") << PayoutState::returned << false;
        QTest::addRow("waiting") << PayoutState::queued << true;
        QTest::addRow("in review") << PayoutState::review << true;
        QTest::addRow("on hold") << PayoutState::hold << true;
        QTest::addRow("paid") << PayoutState::paid << true;
    }

    /// K15: it was paid again in the time that is lost, and is what it was before that.
    void whatIsPaidAgainIsNotSentItself()
    {
        QFETCH(PayoutState, retry);
        QFETCH(bool, refused);
        OneCase one;
        QVERIFY(one.addPayout(u"retry"_s, retry, one.id));
        QCOMPARE(originalMayPay(*one.work, one.subject.payout).value(), refused);

        one.transaction.reset();
        const PayoutId draft = one.world.engine().saveDraft({}, EngineWorld::draft(u"1000,00"_s)).value();
        one.transaction = one.world.begin();
        QVERIFY(one.addPayout(u"retry"_s, retry, draft));
        VERIFY_DONE(one.transaction->commit());
        one.transaction.reset();
        const auto sent = one.world.engine().sendForChecking(draft, one.world.actsFor(draft));
        QCOMPARE(!sent, refused);
        if (!refused) return;
        QCOMPARE(sent.error().code, ErrorCode::paidAgainBefore);
        QCOMPARE(sent.error().detail, QString::number(one.world.payout({u"retry"_s}).number));
    }

    void whatIsPaidAgainByALaterRetryIsNotSentItself()
    {
        using enum PayoutState;
        OneCase one;
        QVERIFY(one.addPayout(u"first retry"_s, failed, one.id));
        QVERIFY(one.addPayout(u"second retry"_s, draft, {u"first retry"_s}));
        QVERIFY(!originalMayPay(*one.work, one.subject.payout).value());
        QVERIFY(one.addPayout(u"third retry"_s, paid, {u"second retry"_s}));
        QVERIFY(originalMayPay(*one.work, one.subject.payout).value());
    }

    /// Neither leaves beside the other: a person takes one of them back, and the other is free.
    void whatWaitsForEachOtherIsFreedByAPerson()
    {
        using enum PayoutState;
        OneCase one;
        QVERIFY(one.addPayout(u"retry"_s, queued, one.id));
        PayoutRecord retry = one.transaction->payout({u"retry"_s}).value();
        QVERIFY(originalMayPay(*one.work, retry).value());
        QVERIFY(originalMayPay(*one.work, one.subject.payout).value());
        retry.state = draft; // withdrawn
        VERIFY_DONE(one.transaction->updatePayout(retry));
        QVERIFY(!originalMayPay(*one.work, one.subject.payout).value());
        retry.state = queued;
        VERIFY_DONE(one.transaction->updatePayout(retry));
        one.subject.payout.state = cancelled;
        VERIFY_DONE(one.transaction->updatePayout(one.subject.payout));
        QVERIFY(!originalMayPay(*one.work, retry).value());
    }
};

QTEST_GUILESS_MAIN(PaidBesideTest)
#include "tst_paidbeside.moc"
