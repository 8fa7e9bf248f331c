#include "support/engineworld.h"

#include "storage/sqlitereader.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Positions of the events in the bank's ledger, in order.
QStringList ledgerEvents(const EngineWorld &world)
{
    QStringList events;
    world.ledger().read(
        [&](const demobank::Json &entry) { events.append(QString::fromStdString(demobank::textOf(entry, "event"))); });
    return events;
}

} // namespace

/// What happens when nothing, or only the answer's content, goes wrong.
class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanPayoutIsPaidOnce_data()
    {
        QTest::addColumn<bool>("webhooks");
        QTest::addRow("by polling only") << false;
        QTest::addRow("by webhooks and polling") << true;
    }

    void aCleanPayoutIsPaidOnce()
    {
        QFETCH(bool, webhooks);
        EngineWorld world;
        world.webhooks = webhooks;
        world.boot();
        const PayoutId id = world.submitToReview();
        QCOMPARE(world.reached(CallKind::confirm), 0);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
        QCOMPARE(world.transfers().front().amount, 25'000'000);
        QVERIFY(!world.frozen());
        QCOMPARE(world.alarms(), QStringList());
        for (const auto kind : {CallKind::create, CallKind::start, CallKind::confirm})
            QCOMPARE(world.reached(kind), 1);
        QCOMPARE(world.reached(CallKind::cancel), 0);
    }

    void theBankSeesTheDecisionBeforeTheTransfer()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.payCleanly();
        const QStringList events = ledgerEvents(world);
        QCOMPARE(events.count(u"transfer"_s), 1);
        QVERIFY(events.indexOf(u"ready_to_confirm"_s) < events.indexOf(u"confirm_taken"_s));
        QVERIFY(events.indexOf(u"confirm_taken"_s) < events.indexOf(u"transfer"_s));
        // What the person decided about is what the bank got, to the byte.
        QCOMPARE(QByteArray::fromStdString(world.transfers().front().decisionSha),
                 world.decisions(id).first().confirmInfoSha256);
    }

    void withoutPollingTheAnswerComesByWebhookAndNothingIsConfirmedUnasked()
    {
        EngineWorld world;
        world.webhooks = true;
        world.polling = false;
        world.boot();
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        world.run(5min);
        COMPARE_STATE(world, id, approved); // G12: no status reading, no confirm
        QCOMPARE(world.reached(CallKind::confirm), 0);
        world.polling = true;
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aCancelledPayoutPaysNothingAndDisturbsNobody()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.cancel(id));
        RUN_UNTIL(world, id, cancelled);
        QCOMPARE(world.notices().last().kind, Notice::Kind::cancelled);
        QCOMPARE(world.transfers().size(), size_t{0});
        QCOMPARE(world.reached(CallKind::confirm), 0);
        // The bank's first answer to cancel is "in progress, nothing to do": published example 06.
        QVERIFY(!world.frozen());
        QCOMPARE(world.alarms(), QStringList());
    }

    void aSlowCancelIsWaitedFor()
    {
        EngineWorld world;
        world.bankSettings.cancelTime = std::chrono::minutes{3};
        world.boot();
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.cancel(id));
        world.run(1min);
        COMPARE_STATE(world, id, cancelling);
        QVERIFY(!world.frozen());
        RUN_UNTIL(world, id, cancelled);
        QCOMPARE(world.alarms(), QStringList());
    }

    void aReplacedRecipientCannotBeConfirmedOnLiveSettings()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"published-example"})");
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, mismatch);
        const auto sheet = world.engine().openReview(id);
        QVERIFY(sheet.has_value());
        QVERIFY(!sheet->confirmPossible);
        QCOMPARE(sheet->refusedBy, u"G4"_s);
        world.run(5s);
        const auto decided = world.approveWith(id, *sheet, u"0001"_s);
        QVERIFY(!decided);
        QCOMPARE(decided.error(), (Error{ErrorCode::gateRefused, u"G4"_s}));
        world.run(10min);
        COMPARE_STATE(world, id, mismatch);
        QCOMPARE(world.reached(CallKind::confirm), 0);
        VERIFY_DONE(world.cancel(id));
        RUN_UNTIL(world, id, cancelled);
    }

    void onPracticeSettingsItCanBeTriedWithTheGestureOnly()
    {
        EngineWorld world;
        world.settings.mismatchMayBeConfirmed = true;
        world.boot();
        world.rule(R"({"case":"published-example"})");
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, mismatch);
        const auto sheet = world.engine().openReview(id);
        QVERIFY(sheet.has_value());
        QVERIFY(sheet->gestureNeeded);
        world.run(5s);
        for (const QString &wrong : {u""_s, u"0256"_s, u"00001"_s})
            QCOMPARE(world.approveWith(id, *sheet, wrong).error().detail, u"G4"_s);
        QCOMPARE(world.reached(CallKind::confirm), 0);
        VERIFY_DONE(world.approveWith(id, *sheet, u"0001"_s));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aHardDifferenceIsConfirmedForAWrittenReasonOnly()
    {
        EngineWorld world;
        world.settings.mismatchMayBeConfirmed = true;
        world.boot();
        world.rule(R"({"case":"published-example"})");
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, mismatch);
        const auto sheet = world.engine().openReview(id);
        QVERIFY(sheet.has_value());
        world.run(5s);
        ReviewAct act{.viewSha256 = sheet->viewSha256,
                      .openedAt = sheet->openedAt,
                      .ticks = sheet->requiredTicks,
                      .typedDigits = u"0001"_s};
        for (const QString &none : {u""_s, u"  \t"_s}) {
            act.reason = none;
            QCOMPARE(world.engine().decide(id, act), Result<>(fail(ErrorCode::reasonNeeded)));
        }
        act.reason = u"the bank's test stand answers so"_s;
        VERIFY_DONE(world.engine().decide(id, act));
        RUN_UNTIL(world, id, paid);
    }

    void whatIsConfirmedAfterMidnightCountsForTheNewDay()
    {
        EngineWorld world;
        world.settings.limitPerDay = Money::fromKopecks(30'000'000);
        world.boot();
        world.run(13h + 54min, 1min); // 23:54 in Moscow
        const PayoutId id = world.submitToReview();
        world.polling = false;
        world.run(2min); // the decision waits for a status
        VERIFY_DONE(world.approve(id));
        world.run(5min);
        COMPARE_STATE(world, id, approved);
        world.polling = true;
        RUN_UNTIL(world, id, paid);
        const auto second = world.engine().saveDraft({}, EngineWorld::draft());
        VERIFY_DONE(second);
        QCOMPARE(world.engine().sendForChecking(*second), Result<>(fail(ErrorCode::gateRefused, u"G10"_s)));
    }

    void everyChangeOfStateIsInTheAuditChain()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.payCleanly();
        SqliteReader reader(world.storePath());
        const auto dossier = reader.dossier(id);
        VERIFY_DONE(dossier);
        QStringList states{u"draft"_s};
        for (const HistoryEntry &entry : dossier->history) {
            const QString to = entry.details.value("to"_L1).toString();
            if (to.isEmpty()) continue;
            QCOMPARE(entry.details.value("from"_L1).toString(), states.last());
            if (to != states.last()) states.append(to);
        }
        QCOMPARE(states, (QStringList{u"draft"_s, u"queued"_s, u"creating"_s, u"open"_s, u"starting"_s, u"waitBank"_s,
                                      u"review"_s, u"approved"_s, u"confirming"_s, u"executing"_s, u"paid"_s}));
    }

    void aQuickGlanceIsRefused()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        QCOMPARE(world.approve(id, 2900ms).error().detail, u"G9"_s);
        // The moment of opening is the store's, not the caller's.
        const auto sheet = world.engine().openReview(id);
        auto claimed = *sheet;
        claimed.openedAt = {};
        QCOMPARE(world.approveWith(id, claimed).error().detail, u"G9"_s);
        QCOMPARE(world.reached(CallKind::confirm), 0);
    }

    void openingTheReviewReadsTheStatus()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.run(30s);
        const int before = world.reached(CallKind::status);
        QVERIFY(world.engine().openReview(id).has_value());
        world.run(1s);
        QCOMPARE(world.reached(CallKind::status), before + 1);
    }

    void aChangedAnswerVoidsTheDecision()
    {
        EngineWorld world;
        world.boot();
        // The status stays away until the answer has changed, so the decision waits in "approved".
        world.rule(R"({"change_confirm_information":{"after_seconds":150,"recipient":{"bank_name":"OTHER BANK"}}})");
        const PayoutId id = world.submitToReview();
        world.polling = false;
        world.run(2min);
        VERIFY_DONE(world.approve(id));
        world.run(1min);
        COMPARE_STATE(world, id, approved);
        world.polling = true;
        RUN_UNTIL(world, id, review);
        QVERIFY(world.decisions(id).first().voided);
        QCOMPARE(world.reached(CallKind::confirm), 0);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
        QCOMPARE(QByteArray::fromStdString(world.transfers().front().decisionSha),
                 world.decisions(id).first().confirmInfoSha256);
    }

    void anotherEchoBesideTheSameAnswerVoidsTheDecision_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("then");
        const auto row = [](const char *name, const char *from, const char *to, PayoutState then) {
            QTest::addRow("%s", name) << QByteArray(from) << QByteArray(to) << stateWord(then);
        };
        using enum PayoutState;
        row("amount", R"("amount":25000000)", R"("amount":25000001)", mismatch);
        row("amount as a text", R"("amount":25000000)", R"("amount":"99999")", mismatch);
        row("amount with a fraction", R"("amount":25000000)", R"("amount":1.5)", mismatch);
        row("amount in no object", R"("amount_details":{)", R"("amount_details":1,"was":{)", mismatch);
        row("currency", R"("currency":"RUB")", R"("currency":"USD")", mismatch);
        row("currency as a number", R"("currency":"RUB")", R"("currency":643)", mismatch);
        row("KPP", R"("kpp":"770101001"})", R"("kpp":"770101002"})", mismatch);
        row("name", R"("full_name":")", R"("full_name":"Другая )", mismatch);
        row("urgency", R"("is_fast":false)", R"("is_fast":true)", review);
        row("urgency as a text", R"("is_fast":false)", R"("is_fast":"no")", review);
        row("currency in other letters", R"("currency":"RUB")", R"("currency":"Rub")", approved);
        row("a shorter echo", R"("is_fast":false)", R"("is_fast":null)", approved);
    }

    /// Currency and amount stand in the echo only, so it is part of the answer that was decided about (L8).
    void anotherEchoBesideTheSameAnswerVoidsTheDecision()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, then);
        EngineWorld world;
        world.webhooks = true;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.polling = false;
        world.run(2min); // the decision waits for a status
        VERIFY_DONE(world.approve(id));
        QByteArray changed = world.webhookBodies().first();
        QVERIFY(changed.contains("ready_to_confirm") && changed.contains(from));
        changed.replace(from, to);
        QCOMPARE(world.deliver(changed, EngineWorld::bankSignature(changed)), InboxVerdict::stored);
        QCOMPARE(world.stateText(id), then);
        QCOMPARE(world.decisions(id).first().voided, then != stateWord(PayoutState::approved));
        QCOMPARE(world.reached(CallKind::confirm), 0);
    }

    void sameContentInOtherBytesKeepsTheDecision()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"change_confirm_information":{"after_seconds":150,"spacing":true}})");
        const PayoutId id = world.submitToReview();
        world.polling = false;
        world.run(2min);
        VERIFY_DONE(world.approve(id));
        world.run(1min);
        COMPARE_STATE(world, id, approved);
        world.polling = true;
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
        QVERIFY(!world.decisions(id).first().voided);
    }

    void anUndecidedPayoutIsEndedByTheBank()
    {
        EngineWorld world;
        world.bankSettings.confirmTime = std::chrono::minutes{20};
        world.boot();
        const PayoutId id = world.submitToReview();
        QVERIFY(world.runUntil(id, PayoutState::cancelled, 30min) || world.state(id) == PayoutState::failed);
        QCOMPARE(world.payout(id).reasonCode, u"confirm_timeout"_s);
        QCOMPARE(world.transfers().size(), size_t{0});
    }

    void anErrorOfTheBankIsNotTheEnd()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"unclear-then-paid"})");
        const PayoutId id = world.submitToReview();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, bankError);
        QVERIFY(world.runUntil(id, PayoutState::paid, 2h));
        QCOMPARE(world.transfers().size(), size_t{1});
        QCOMPARE(world.reached(CallKind::confirm), 1);
        QVERIFY(!world.frozen());
    }

    void aReturnIsNoticedDaysLater()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"return":{"after_days":6}})");
        const PayoutId id = world.payCleanly();
        world.runDays(5);
        COMPARE_STATE(world, id, paid);
        world.runDays(3);
        COMPARE_STATE(world, id, returned);
        QCOMPARE(world.notices().last().kind, Notice::Kind::returned);
    }

    void aReturnIsNoticedThoughTheProgramEndsEveryEvening()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"return":{"after_days":3}})");
        const PayoutId id = world.payCleanly();
        for (int day = 0; day < 6; ++day) {
            world.run(8h, 5min);
            world.crash();
            world.run(16h, 5min);
            world.restart();
        }
        COMPARE_STATE(world, id, returned);
    }

    void aKeyUnlockedAfterTheStartDoesNotCostTheDaysReading()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"return":{"after_days":2}})");
        const PayoutId id = world.payCleanly();
        world.crash();
        world.runDays(3);
        world.signer.locked = true;
        world.restart();
        world.run(1min); // the password is being typed
        COMPARE_STATE(world, id, paid);
        world.signer.locked = false;
        world.run(30s);
        COMPARE_STATE(world, id, returned);
    }

    void aPaidPayoutIsReadDailyUntilNoReturnCanCome()
    {
        EngineWorld world;
        world.boot();
        (void)world.payCleanly();
        world.run(1h);
        const int before = world.reached(CallKind::status);
        world.runDays(9);
        QVERIFY(world.reached(CallKind::status) >= before + 8);
        world.runDays(5);
        QVERIFY(world.reached(CallKind::status) <= before + 12); // 9 March is a day off
    }

    void aWithdrawnPayoutSendsItsNewContent()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::create, Fault::notSent);
        const PayoutId id = world.submit();
        world.run(100ms);
        COMPARE_STATE(world, id, queued);
        VERIFY_DONE(world.engine().withdraw(id));
        VERIFY_DONE(world.engine().saveDraft(id, EngineWorld::draft(u"1000,00"_s)));
        VERIFY_DONE(world.engine().sendForChecking(id));
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
        QCOMPARE(world.transfers().front().amount, 100'000);
    }

    void aWithdrawnOpenSessionIsNeverUsedAgain()
    {
        EngineWorld world;
        world.settings.hoursFrom = QTime(0, 0);
        world.settings.hoursTo = QTime(0, 0, 1); // outside the hours: waits in "queued"
        world.boot();
        const PayoutId id = world.submit();
        world.run(1min);
        COMPARE_STATE(world, id, queued);
        QCOMPARE(world.reached(CallKind::create), 0);
        VERIFY_DONE(world.engine().withdraw(id));
        COMPARE_STATE(world, id, draft);
    }

    void aRefusedStartIsHeldAndCanBeCorrected()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"refuse_start":{"code":"invalid_request","http":400},"times":1})");
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, hold);
        QCOMPARE(world.payout(id).reasonCode, u"invalid_request"_s);
        QCOMPARE(world.attempts(id).first().standing, AttemptStanding::fenced);
        VERIFY_DONE(world.order(id, PersonOrder::acceptObservation));
        COMPARE_STATE(world, id, draft);
        VERIFY_DONE(world.engine().sendForChecking(id));
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
