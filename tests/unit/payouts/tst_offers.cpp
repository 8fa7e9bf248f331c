#include "payouts/offers.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

constexpr Instant sent = Instant{} + 1'000'000s;

ObservationRecord reading(std::chrono::seconds after, ObservationKind kind,
                          ObservationSource source = ObservationSource::status)
{
    ObservationRecord record;
    record.kind = kind;
    record.rank = rankOf(kind, {}, {});
    record.source = source;
    record.observedAt = sent + after;
    return record;
}

using Readings = QList<ObservationRecord>; // newest first, as the store gives them

const OfferedAct *find(const QList<OfferedAct> &acts, Offer offer)
{
    const auto found =
        std::find_if(acts.begin(), acts.end(), [&](const OfferedAct &act) { return act.offer == offer; });
    return found == acts.end() ? nullptr : &*found;
}

PayoutDossier dossierIn(PayoutState state, CallKind call, const Readings &readings)
{
    PayoutDossier dossier;
    dossier.payout.state = state;
    dossier.attempt = AttemptRecord{};
    dossier.attempt->sessionId = QStringLiteral("ps_1");
    IntentRecord intent;
    intent.id.text = QStringLiteral("i");
    intent.kind = call;
    intent.status = IntentStatus::unknown;
    SendRecord send;
    send.intent = intent.id;
    send.endedAt = sent;
    dossier.intents = {intent};
    dossier.sends = {send};
    dossier.observations = readings;
    dossier.confirmInfo = ConfirmInfoRecord{.bytesSha256 = "answer"};
    dossier.decisions = {{.confirmInfoSha256 = "answer", .expiresAt = sent + 4h}};
    return dossier;
}

} // namespace

class OffersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settling_data()
    {
        using enum ObservationKind;
        QTest::addColumn<Readings>("readings");
        QTest::addColumn<bool>("settled");
        QTest::addRow("nothing read") << Readings{} << false;
        QTest::addRow("three over ten minutes")
            << Readings{reading(660s, none), reading(300s, none), reading(60s, none)} << true;
        QTest::addRow("a second short of ten minutes")
            << Readings{reading(659s, none), reading(300s, none), reading(60s, none)} << false;
        QTest::addRow("only two") << Readings{reading(900s, none), reading(60s, none)} << false;
        QTest::addRow("the first too early")
            << Readings{reading(660s, none), reading(300s, none), reading(59s, none)} << false;
        QTest::addRow("another result in between")
            << Readings{reading(900s, none), reading(600s, ready), reading(300s, none), reading(60s, none)} << false;
        QTest::addRow("another result long before")
            << Readings{reading(1300s, none), reading(900s, none), reading(700s, none), reading(60s, ready)} << true;
        QTest::addRow("webhooks do not count")
            << Readings{reading(660s, none, ObservationSource::webhook), reading(300s, none), reading(60s, none)}
            << false;
    }

    void settling()
    {
        QFETCH(Readings, readings);
        QFETCH(bool, settled);
        SendRecord send;
        send.endedAt = sent;
        QCOMPARE(settlingOf(readings, {send}, sent + 1h).settled, settled);
    }

    void whatWasReadBeforeTheCallSettlesNothing()
    {
        Readings readings{reading(660s, ObservationKind::none), reading(300s, ObservationKind::none),
                          reading(60s, ObservationKind::none)};
        for (int i = 0; i < 3; ++i)
            readings[i].id = 9 - i;
        SendRecord send;
        send.endedAt = sent;
        send.toldFrom = 7;
        QVERIFY(settlingOf(readings, {send}, sent + 1h).settled);
        send.toldFrom = 8;
        QCOMPARE(settlingOf(readings, {send}, sent + 1h).readings, 2);
        send.toldFrom = 10;
        QCOMPARE(settlingOf(readings, {send}, sent + 1h).readings, 0);
    }

    void theLastByteCouldLeaveUntilTheTimeOut()
    {
        SendRecord open;
        open.startedAt = sent;
        QVERIFY(lastByteCouldHaveLeft({open}) == sent + 30s);
        SendRecord ended = open;
        ended.endedAt = sent + 2s;
        QVERIFY(lastByteCouldHaveLeft({ended}) == sent + 2s);
        QVERIFY(lastByteCouldHaveLeft({open, ended}) == sent + 30s);
    }

    void actsOfAPersonWaitForTheSettleRule_data()
    {
        using enum ObservationKind;
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<CallKind>("call");
        QTest::addColumn<Offer>("offer");
        QTest::addColumn<ObservationKind>("kind");
        QTest::addColumn<bool>("offered");
        const auto row = [](const char *name, PayoutState state, CallKind call, Offer offer, ObservationKind kind,
                            bool offered) { QTest::addRow("%s", name) << state << call << offer << kind << offered; };
        row("close an empty session", PayoutState::startUnknown, CallKind::start, Offer::closeAndTryAgain, none, true);
        row("never close a full one", PayoutState::startUnknown, CallKind::start, Offer::closeAndTryAgain, ready,
            false);
        row("gone is not none", PayoutState::startUnknown, CallKind::start, Offer::closeAndTryAgain, gone, false);
        row("confirm again", PayoutState::confirmUnknown, CallKind::confirm, Offer::sendConfirmAgain, ready, true);
        row("not while it works", PayoutState::confirmUnknown, CallKind::confirm, Offer::sendConfirmAgain, work, false);
        row("cancel again", PayoutState::cancelUnknown, CallKind::cancel, Offer::sendCancelAgain, ready, true);
        row("close again", PayoutState::closing, CallKind::cancel, Offer::sendCancelAgain, none, true);
    }

    void actsOfAPersonWaitForTheSettleRule()
    {
        QFETCH(PayoutState, state);
        QFETCH(CallKind, call);
        QFETCH(Offer, offer);
        QFETCH(ObservationKind, kind);
        QFETCH(bool, offered);
        const Readings readings{reading(660s, kind), reading(300s, kind), reading(60s, kind)};
        PayoutDossier dossier = dossierIn(state, call, readings);
        const auto acts = offersFor(dossier, sent + 1h);
        const OfferedAct *act = find(acts, offer);
        QVERIFY(act);
        QCOMPARE(act->enabled, offered);
        dossier.observations.removeFirst();
        QVERIFY(!find(offersFor(dossier, sent + 1h), offer)->enabled);
    }

    void withoutItsApprovalAConfirmIsNotOfferedAgain_data()
    {
        QTest::addColumn<QString>("change");
        for (const auto *change :
             {"lost", "void", "a cancel", "expired", "another answer", "no answer", "of another session"})
            QTest::addRow("%s", change) << QString::fromLatin1(change);
    }

    void withoutItsApprovalAConfirmIsNotOfferedAgain()
    {
        QFETCH(QString, change);
        using enum ObservationKind;
        const Readings readings{reading(660s, ready), reading(300s, ready), reading(60s, ready)};
        PayoutDossier dossier = dossierIn(PayoutState::confirmUnknown, CallKind::confirm, readings);
        QVERIFY(find(offersFor(dossier, sent + 1h), Offer::sendConfirmAgain));
        DecisionRecord &decision = dossier.decisions.first();
        if (change == u"void") decision.voided = true;
        if (change == u"a cancel") decision.kind = DecisionKind::cancel;
        if (change == u"expired") decision.expiresAt = sent + 1h;
        if (change == u"another answer") dossier.confirmInfo->bytesSha256 = "new";
        if (change == u"no answer") dossier.confirmInfo.reset();
        if (change == u"of another session") decision.attempt.text = QStringLiteral("earlier");
        if (change == u"lost") dossier.decisions.clear();
        const auto acts = offersFor(dossier, sent + 1h);
        QVERIFY(!find(acts, Offer::sendConfirmAgain));
        QVERIFY(find(acts, Offer::askNow));
    }

    void whatTheBankHasTakenIsOfferedAgainOnlyWhenItCancels_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<CallKind>("call");
        QTest::addColumn<Offer>("again");
        QTest::addColumn<bool>("offered");
        using enum PayoutState;
        QTest::addRow("a confirm") << confirmUnknown << CallKind::confirm << Offer::sendConfirmAgain << false;
        QTest::addRow("a cancel") << cancelUnknown << CallKind::cancel << Offer::sendCancelAgain << true;
        QTest::addRow("the cancel of an empty session")
            << closing << CallKind::cancel << Offer::sendCancelAgain << true;
    }

    void whatTheBankHasTakenIsOfferedAgainOnlyWhenItCancels()
    {
        QFETCH(PayoutState, state);
        QFETCH(CallKind, call);
        QFETCH(Offer, again);
        QFETCH(bool, offered);
        using enum ObservationKind;
        PayoutDossier dossier =
            dossierIn(state, call, {reading(660s, ready), reading(300s, ready), reading(60s, ready)});
        QVERIFY(find(offersFor(dossier, sent + 1h), again));
        dossier.intents.first().status = IntentStatus::answered;
        QCOMPARE(find(offersFor(dossier, sent + 1h), again) != nullptr, offered);
        QVERIFY(find(offersFor(dossier, sent + 1h), Offer::askNow));
    }

    void aCancelWhoseBytesAreLostIsNotOfferedAgain_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addRow("of a payout") << PayoutState::cancelUnknown;
        QTest::addRow("of an empty session") << PayoutState::closing;
    }

    void aCancelWhoseBytesAreLostIsNotOfferedAgain()
    {
        QFETCH(PayoutState, state);
        using enum ObservationKind;
        const Readings readings{reading(660s, ready), reading(300s, ready), reading(60s, ready)};
        PayoutDossier dossier = dossierIn(state, CallKind::cancel, readings);
        QVERIFY(find(offersFor(dossier, sent + 1h), Offer::sendCancelAgain));
        dossier.cancelBodyLost = true;
        QVERIFY(!find(offersFor(dossier, sent + 1h), Offer::sendCancelAgain));
        QVERIFY(find(offersFor(dossier, sent + 1h), Offer::askNow));
    }

    void nothingIsOfferedWhileACallIsUnderWay()
    {
        for (const auto state : {PayoutState::creating, PayoutState::starting, PayoutState::confirming})
            QVERIFY(offersFor(dossierIn(state, CallKind::start, {}), sent).isEmpty());
    }

    void payingAgain_data()
    {
        using enum ObservationKind;
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<Readings>("readings");
        QTest::addColumn<bool>("allowed");
        const auto failedTwice = Readings{reading(700s, failed), reading(60s, failed)};
        QTest::addRow("two agree") << PayoutState::failed << failedTwice << true;
        QTest::addRow("one only") << PayoutState::failed << Readings{reading(700s, failed)} << false;
        QTest::addRow("too close") << PayoutState::failed << Readings{reading(659s, failed), reading(60s, failed)}
                                   << false;
        QTest::addRow("none") << PayoutState::failed << Readings{} << false;
        QTest::addRow("paid") << PayoutState::paid << Readings{reading(700s, paid), reading(60s, paid)} << false;
        QTest::addRow("the readings say paid")
            << PayoutState::failed
            << Readings{reading(800s, failed, ObservationSource::webhook), reading(700s, paid), reading(60s, paid)}
            << false;
        QTest::addRow("it was ever paid") << PayoutState::cancelled
                                          << Readings{reading(1400s, cancelled), reading(700s, cancelled),
                                                      reading(60s, paid, ObservationSource::webhook)}
                                          << false;
        QTest::addRow("returned") << PayoutState::returned
                                  << Readings{reading(1400s, returned), reading(700s, returned), reading(60s, paid)}
                                  << true;
        const auto paidTwice = Readings{reading(700s, paid), reading(60s, paid)};
        const auto told = Readings{reading(800s, returned, ObservationSource::webhook)} + paidTwice;
        QTest::addRow("a message of a return, and no reading of it") << PayoutState::returned << told << false;
        QTest::addRow("one reading of a return")
            << PayoutState::returned << Readings{reading(900s, returned)} + told << false;
        QTest::addRow("two readings of a return, and paid again")
            << PayoutState::returned
            << Readings{reading(2400s, paid), reading(1600s, returned), reading(900s, returned)} + told << false;
    }

    void payingAgain()
    {
        QFETCH(PayoutState, state);
        QFETCH(Readings, readings);
        QFETCH(bool, allowed);
        PayoutRecord payout;
        payout.state = state;
        payout.stateSince = sent;
        QCOMPARE(payAgainAllowed(payout, readings), allowed);
    }

    void holdIsLeftOnlyForWhatTheBankSays_data()
    {
        using enum ObservationKind;
        QTest::addColumn<ObservationKind>("kind");
        QTest::addColumn<bool>("confirmed");
        QTest::addColumn<QString>("expected"); // empty: stays on hold
        const auto row = [](const char *name, ObservationKind kind, bool confirmed,
                            std::optional<PayoutState> expected) {
            QTest::addRow("%s", name) << kind << confirmed << (expected ? stateWord(*expected) : QString());
        };
        row("ready", ready, false, PayoutState::review);
        row("ready beside a confirm", ready, true, PayoutState::confirmUnknown);
        row("work", work, false, PayoutState::waitBank);
        row("work beside a confirm", work, true, PayoutState::executing);
        row("paid", paid, true, PayoutState::paid);
        row("failed", failed, true, PayoutState::failed);
        row("cancelled", cancelled, false, PayoutState::cancelled);
        row("returned", returned, true, PayoutState::returned);
        row("none", none, false, std::nullopt);
        row("error", error, false, std::nullopt);
        row("multiple", multiple, false, std::nullopt);
        row("gone", gone, false, std::nullopt);
    }

    void holdIsLeftOnlyForWhatTheBankSays()
    {
        QFETCH(ObservationKind, kind);
        QFETCH(bool, confirmed);
        QFETCH(QString, expected);
        PayoutDossier dossier = dossierIn(PayoutState::hold, CallKind::start, {reading(60s, kind)});
        if (confirmed) {
            IntentRecord confirm = dossier.intents.first();
            confirm.kind = CallKind::confirm;
            dossier.intents.append(confirm);
        }
        const auto target = resolvableTo(dossier.payout, dossier.attempt, dossier.intents, dossier.observations, true);
        QCOMPARE(target ? stateWord(*target) : QString(), expected);
    }

    void whatLeftThreeTimesCanOnlyBePutOnHold_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<CallKind>("call");
        QTest::addColumn<Offer>("again");
        QTest::addRow("confirm") << PayoutState::confirmUnknown << CallKind::confirm << Offer::sendConfirmAgain;
        QTest::addRow("cancel") << PayoutState::cancelUnknown << CallKind::cancel << Offer::sendCancelAgain;
        QTest::addRow("close") << PayoutState::closing << CallKind::cancel << Offer::sendCancelAgain;
    }

    void whatLeftThreeTimesCanOnlyBePutOnHold()
    {
        QFETCH(PayoutState, state);
        QFETCH(CallKind, call);
        QFETCH(Offer, again);
        PayoutDossier dossier = dossierIn(state, call, {});
        while (dossier.sends.size() < 2)
            dossier.sends.append(dossier.sends.first());
        QVERIFY(!find(offersFor(dossier, sent + 1h), Offer::putOnHold));
        QVERIFY(find(offersFor(dossier, sent + 1h), again));
        dossier.sends.append(dossier.sends.first());
        QVERIFY(find(offersFor(dossier, sent + 1h), Offer::putOnHold));
        QVERIFY(!find(offersFor(dossier, sent + 1h), again));
    }

    void whatOnceHeldTwoPayoutsIsLeftOnlyForItsEnd_data()
    {
        using enum ObservationKind;
        QTest::addColumn<ObservationKind>("later");
        QTest::addColumn<QString>("expected");
        for (const auto kind : {none, work, ready, error, gone})
            QTest::addRow("%s", qPrintable(observationWord(kind))) << kind << QString();
        for (const auto state : {PayoutState::paid, PayoutState::failed, PayoutState::cancelled}) {
            const auto kind = *observationFromWord(stateWord(state));
            QTest::addRow("%s", qPrintable(observationWord(kind))) << kind << stateWord(state);
        }
    }

    void whatOnceHeldTwoPayoutsIsLeftOnlyForItsEnd()
    {
        QFETCH(ObservationKind, later);
        QFETCH(QString, expected);
        const PayoutDossier dossier = dossierIn(PayoutState::hold, CallKind::start,
                                                {reading(90s, later), reading(60s, ObservationKind::multiple)});
        const auto target = resolvableTo(dossier.payout, dossier.attempt, dossier.intents, dossier.observations, true);
        QCOMPARE(target ? stateWord(*target) : QString(), expected);
    }

    void aLateMessageOfLowerRankDecidesNothing()
    {
        PayoutDossier dossier = dossierIn(
            PayoutState::hold, CallKind::start,
            {reading(90s, ObservationKind::ready, ObservationSource::webhook), reading(60s, ObservationKind::paid)});
        dossier.attempt->rank = 4;
        QVERIFY(resolvableTo(dossier.payout, dossier.attempt, dossier.intents, dossier.observations, true) ==
                PayoutState::paid);
    }
};

QTEST_GUILESS_MAIN(OffersTest)
#include "tst_offers.moc"
