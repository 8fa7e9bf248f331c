#include "storage/sqlitereader.h"
#include "support/lostcommits.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// K15, payout by payout: the store is replaced by an older copy, and the send journal tells what was lost.
class LostCommitsTest : public QObject
{
    Q_OBJECT

private:
    /// How many entries of the payout's history the journal is the source of.
    static int byJournal(EngineWorld &world, const PayoutId &id)
    {
        SqliteReader reader(world.storePath());
        const auto dossier = reader.dossier(id);
        return static_cast<int>(std::ranges::count_if(dossier->history, [](const HistoryEntry &entry) {
            return entry.details.value(QStringLiteral("byJournal")).toBool();
        }));
    }

private Q_SLOTS:
    void aDraftThatTheLostStorePaidIsNotPaidAgain_data()
    {
        QTest::addColumn<bool>("withdrawnBefore");
        QTest::addRow("never sent") << false;
        QTest::addRow("sent and withdrawn") << true;
    }

    void aDraftThatTheLostStorePaidIsNotPaidAgain()
    {
        QFETCH(bool, withdrawnBefore);
        EngineWorld world;
        world.boot();
        const PayoutId id = saveDraft(world);
        if (withdrawnBefore) {
            world.spoil(CallKind::create, Fault::notSent);
            send(world, id);
            RUN_UNTIL(world, id, queued);
            VERIFY_DONE(world.engine().withdraw(id));
        }
        world.keepCopy();
        payAndLoseIt(world, id);
        COMPARE_STATE(world, id, confirmUnknown);
        QVERIFY(!world.engine().sendForChecking(id, world.actsFor(id)));
        QVERIFY(!world.engine().discardDraft(id));
        liftWhenRead(world);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.alarms(), QStringList());
        world.run(1h);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    /// Corrected and sent in the time that is lost: until the bank has told it, nobody here knows with what content.
    void aDraftThatTheLostStorePaidWithAnotherContentIsHeld()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = saveDraft(world);
        world.keepCopy();
        VERIFY_DONE(world.engine().saveDraft(id, EngineWorld::draft(u"260000,00"_s)));
        send(world, id);
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        world.loseCommitsSinceTheCopy();
        world.polling = false;
        world.restart();
        COMPARE_STATE(world, id, hold);
        QCOMPARE(world.payout(id).reasonCode, u"sentWithOtherContent"_s);
        world.run(1h);
        QVERIFY(!world.engine().sendForChecking(id, world.actsFor(id)));
        QVERIFY(!isOffered(world, id, Offer::acceptObservation));
        QVERIFY(!world.order(id, PersonOrder::acceptObservation));
        world.crash();
        world.polling = true;
        world.restart();
        liftWhenRead(world);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.payout(id).amountKopecks, std::optional<qint64>(26'000'000));
        QCOMPARE(world.payout(id).reasonCode, QString());
        QCOMPARE(world.alarms(), QStringList());
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    /// It goes on as it did in the lost store: reviewed by what it was sent with, or let go by the bank.
    void aDraftThatWaitsWithAnotherContentIsReviewedByThat()
    {
        EngineWorld world;
        world.boot();
        (void)world.payCleanly(); // the recipient is nobody new
        PayoutDraft draft = EngineWorld::draft(u"1000,00"_s);
        const PayoutId id = world.engine().saveDraft({}, draft).value();
        world.keepCopy();
        draft.amount = u"2000,00"_s;
        VERIFY_DONE(world.engine().saveDraft(id, draft));
        send(world, id);
        RUN_UNTIL(world, id, review);
        world.loseCommitsSinceTheCopy();
        world.restart();
        COMPARE_STATE(world, id, hold);
        RUN_UNTIL(world, id, review);
        liftWhenRead(world);
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.payout(id).amountKopecks, std::optional<qint64>(200'000));
        QCOMPARE(world.transfers().size(), size_t{2});
    }

    void whatTakesEffectAfterTheFreezeWasLiftedIsTakenOver_data()
    {
        QTest::addColumn<CallKind>("kind");
        QTest::addColumn<PayoutState>("lifted");
        QTest::addColumn<PayoutState>("ends");
        QTest::newRow("a start with another content") << CallKind::start << PayoutState::hold << PayoutState::review;
        QTest::newRow("a confirm") << CallKind::confirm << PayoutState::confirmUnknown << PayoutState::paid;
        QTest::newRow("a cancel") << CallKind::cancel << PayoutState::cancelUnknown << PayoutState::cancelled;
    }

    /// The bank gets to a lost call only when the freeze over it has been lifted: its word counts all the same.
    void whatTakesEffectAfterTheFreezeWasLiftedIsTakenOver()
    {
        QFETCH(CallKind, kind);
        QFETCH(PayoutState, lifted);
        QFETCH(PayoutState, ends);
        EngineWorld world;
        world.boot();
        const PayoutId id = saveDraft(world);
        if (kind != CallKind::start) {
            send(world, id);
            RUN_UNTIL(world, id, review);
        }
        world.keepCopy();
        world.spoil(kind, Fault::workedLate);
        if (kind == CallKind::start) {
            VERIFY_DONE(world.engine().saveDraft(id, EngineWorld::draft(u"260000,00"_s)));
            send(world, id);
        } else {
            VERIFY_DONE(kind == CallKind::confirm ? world.approve(id) : world.cancel(id));
        }
        world.run(1s);
        QCOMPARE(world.transmitted(kind).size(), 1);
        world.loseCommitsSinceTheCopy();
        world.restart();
        world.run(40s);
        VERIFY_DONE(world.engine().liftFreeze(u"the backup was restored"_s));
        QCOMPARE(world.stateText(id), stateWord(lifted));
        QVERIFY2(world.runUntil(id, ends, 30min), qPrintable(world.stateText(id)));
        world.run(1h);
        QCOMPARE(world.stateText(id), stateWord(ends));
        QCOMPARE(world.transmitted(kind).size(), 1);
        QCOMPARE(world.transfers().size(), size_t{kind == CallKind::confirm ? 1U : 0U});
        QVERIFY(!world.frozen());
    }

    /// The explicit act: with a reason, and only after the bank has said that the lost session is over without money.
    void aDraftThatWasSentWithAnotherContentIsTakenBackAfterItsEnd()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = saveDraft(world);
        world.keepCopy();
        VERIFY_DONE(world.engine().saveDraft(id, EngineWorld::draft(u"260000,00"_s)));
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        send(world, id);
        RUN_UNTIL(world, id, startUnknown);
        world.run(15min);
        world.spoil(CallKind::create, Fault::notSent);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        RUN_UNTIL(world, id, queued); // the session never held anything: the bank can't tell with what it was sent
        world.loseCommitsSinceTheCopy();
        world.polling = false;
        world.restart();
        COMPARE_STATE(world, id, hold);
        QVERIFY(!world.order(id, PersonOrder::acceptObservation)); // nobody knows yet what has become of it
        world.polling = true;
        liftWhenRead(world);
        COMPARE_STATE(world, id, hold);
        world.crash();
        world.restart();
        world.run(1h);
        QVERIFY(isOffered(world, id, Offer::acceptObservation));
        QVERIFY(!world.engine().order(id, PersonOrder::acceptObservation, u" "_s));
        VERIFY_DONE(world.order(id, PersonOrder::acceptObservation));
        COMPARE_STATE(world, id, draft);
        QCOMPARE(world.payout(id).reasonCode, QString());
        send(world, id);
        RUN_UNTIL(world, id, review);
    }

    void whatALostSessionMayPayIsNotSentOrPaidAgain_data()
    {
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<bool>("mayPay");
        QTest::newRow("nothing yet") << QStringList{} << true;
        QTest::newRow("waits for a confirm") << QStringList{u"ready"_s} << true;
        QTest::newRow("not found, once") << QStringList{u"ready"_s, u"gone"_s} << true;
        QTest::newRow("holds nothing yet") << QStringList{u"none"_s} << true;
        QTest::newRow("paid") << QStringList{u"paid"_s} << true;
        QTest::newRow("paid, and then not found") << QStringList{u"paid"_s, u"gone"_s} << true;
        QTest::newRow("paid, and then called cancelled") << QStringList{u"paid"_s, u"cancelled"_s} << true;
        QTest::newRow("cancelled") << QStringList{u"ready"_s, u"cancelled"_s} << false;
        QTest::newRow("failed") << QStringList{u"failed"_s} << false;
    }
    /// Another session, with a content that is not here, is known by its alarm alone.
    void whatALostSessionMayPayIsNotSentOrPaidAgain()
    {
        QFETCH(QStringList, said);
        QFETCH(bool, mayPay);
        EngineWorld world;
        world.boot();
        const PayoutId draft = saveDraft(world);
        const PayoutId ended = world.submit();
        RUN_UNTIL(world, ended, review);
        VERIFY_DONE(world.cancel(ended));
        RUN_UNTIL(world, ended, cancelled);
        world.run(1h);
        {
            const auto transaction = world.begin();
            for (const PayoutId &id : {draft, ended}) {
                for (const QString &word : QStringList{u"sent with another content"_s} + said) {
                    AlarmRecord alarm{.kind = AlarmKind::journalAhead,
                                      .payout = id,
                                      .sessionId = u"ps_lost"_s,
                                      .detail = word,
                                      .raisedAt = world.now()};
                    VERIFY_DONE(transaction->insertAlarm(alarm));
                }
            }
            VERIFY_DONE(transaction->commit());
        }
        QCOMPARE(world.engine().sendForChecking(draft, world.actsFor(draft)).has_value(), !mayPay);
        QCOMPARE(world.engine().payAgain(ended).has_value(), !mayPay);
    }

    void whatWaitedAndWasPaidIsTakenOverAndWatched()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::create, Fault::notSent);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, queued);
        world.keepCopy();
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        world.loseCommitsSinceTheCopy();
        world.restart();
        liftWhenRead(world);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.alarms(), QStringList());
        const QString session = world.attempts(id).last().sessionId;
        const QJsonObject back{{u"command"_s, u"return_payout"_s}, {u"session"_s, session}, {u"after_seconds"_s, 60}};
        world.control(QJsonDocument(back).toJson().constData());
        world.runDays(2); // no webhooks here: it is asked about every day
        COMPARE_STATE(world, id, returned);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void anOpenSessionThatTheLostStorePaidReadsPaid()
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::start, Fault::notSent);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, open);
        world.keepCopy();
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        world.loseCommitsSinceTheCopy();
        world.restart();
        QVERIFY(world.frozen());
        COMPARE_STATE(world, id, confirmUnknown);
        RUN_UNTIL(world, id, paid);
        QVERIFY(!world.alarms().contains(u"foreign"_s)); // the journal knows that we confirmed it
        liftWhenRead(world);
        world.run(1h);
        COMPARE_STATE(world, id, paid);
        QCOMPARE(world.transmitted(CallKind::start).size(), 2); // the first did not leave
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aLostCallIsAskedAboutAndNotSentAgainUnseen_data()
    {
        QTest::addColumn<CallKind>("kind");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("stands");
        QTest::addColumn<QString>("ends");
        const auto row = [](const char *name, CallKind kind, Fault fault, PayoutState stands, PayoutState ends) {
            QTest::addRow("%s", name) << kind << fault << stateWord(stands) << stateWord(ends);
        };
        using enum PayoutState;
        row("a confirm that arrived", CallKind::confirm, Fault::none, confirmUnknown, paid);
        row("a confirm that did not", CallKind::confirm, Fault::closedBeforeWork, confirmUnknown, confirmUnknown);
        row("a cancel that arrived", CallKind::cancel, Fault::none, cancelUnknown, cancelled);
        row("a cancel that did not", CallKind::cancel, Fault::closedBeforeWork, cancelUnknown, cancelUnknown);
    }

    void aLostCallIsAskedAboutAndNotSentAgainUnseen()
    {
        QFETCH(CallKind, kind);
        QFETCH(Fault, fault);
        QFETCH(QString, stands);
        QFETCH(QString, ends);
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.keepCopy();
        world.spoil(kind, fault);
        if (kind == CallKind::confirm) {
            VERIFY_DONE(world.approve(id));
        } else {
            VERIFY_DONE(world.cancel(id));
        }
        world.run(10s);
        QCOMPARE(world.transmitted(kind).size(), 1);
        const QByteArray body = world.transmitted(kind).first();
        world.loseCommitsSinceTheCopy();
        const auto before = world.transmissions().size();
        world.restart();
        QVERIFY(world.frozen());
        QCOMPARE(world.stateText(id), stands);
        QCOMPARE(world.intents(id, kind).size(), 1);
        QCOMPARE(world.intents(id, kind).first().body, body); // the answer is stored: it can be sent again as it was
        world.run(1min);
        QCOMPARE(world.transmissions().at(before).kind, CallKind::status);
        QVERIFY(!world.approve(id));
        QVERIFY(!world.cancel(id));
        liftWhenRead(world);
        world.run(1min);
        QCOMPARE(world.stateText(id), ends);
        QCOMPARE(world.transmitted(kind).size(), 1);
        QCOMPARE(world.transfers().size(), size_t{kind == CallKind::confirm && fault == Fault::none ? 1U : 0U});
        world.crash();
        world.restart();
        QVERIFY(!world.frozen()); // written back, it is not found missing again
    }

    void aLostCancelIsSentAgainWithTheSameBytes_data()
    {
        QTest::addColumn<PayoutState>("inTheCopy");
        QTest::addRow("the answer is in the copy") << PayoutState::review;
        QTest::addRow("the answer came afterwards") << PayoutState::waitBank;
    }

    void aLostCancelIsSentAgainWithTheSameBytes()
    {
        QFETCH(PayoutState, inTheCopy);
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submit();
        QVERIFY(world.runUntil(id, inTheCopy));
        world.keepCopy();
        RUN_UNTIL(world, id, review);
        world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        VERIFY_DONE(world.cancel(id));
        world.run(10s);
        world.loseCommitsSinceTheCopy();
        world.restart();
        COMPARE_STATE(world, id, cancelUnknown);
        liftWhenRead(world);
        world.run(30min);
        VERIFY_DONE(world.order(id, PersonOrder::sendCancelAgain));
        RUN_UNTIL(world, id, cancelled);
        const auto cancels = world.transmitted(CallKind::cancel);
        QCOMPARE(cancels.size(), 2);
        QCOMPARE(cancels.first(), cancels.last());
    }

    /// The next has the number behind the latest that is known, and not their count.
    void aLostCancelIsSentAgainThoughItsFirstSendingIsNotInTheJournal()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.keepCopy();
        world.writeFault.armed = u"journalAppend"_s;
        VERIFY_DONE(world.cancel(id));
        world.crash();
        world.writeFault.armed.clear();
        world.restart();
        COMPARE_STATE(world, id, cancelUnknown);
        world.run(30min);
        world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        VERIFY_DONE(world.order(id, PersonOrder::sendCancelAgain));
        world.run(10s);
        world.loseCommitsSinceTheCopy();
        world.restart();
        COMPARE_STATE(world, id, cancelUnknown);
        liftWhenRead(world);
        world.run(30min);
        VERIFY_DONE(world.order(id, PersonOrder::sendCancelAgain));
        RUN_UNTIL(world, id, cancelled);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 2);
    }

    /// Decided before the copy was made: once the bank has been asked long enough, the same bytes go again.
    void aLostConfirmOfADecisionThatIsThereIsSentAgain()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.spoil(CallKind::confirm, Fault::notSent);
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        VERIFY_DONE(world.approve(id));
        world.run(200ms);
        COMPARE_STATE(world, id, approved);
        world.keepCopy();
        RUN_UNTIL(world, id, confirmUnknown);
        world.loseCommitsSinceTheCopy();
        world.restart();
        COMPARE_STATE(world, id, confirmUnknown);
        liftWhenRead(world);
        world.run(30min);
        VERIFY_DONE(world.order(id, PersonOrder::sendConfirmAgain));
        RUN_UNTIL(world, id, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    /// The copy knows the answer, but nobody's approval of it: only the bank can end it.
    void aLostConfirmWhoseApprovalIsLostIsNotOfferedAgain()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.keepCopy();
        world.spoil(CallKind::confirm, Fault::closedBeforeWork);
        VERIFY_DONE(world.approve(id));
        world.run(10s);
        world.loseCommitsSinceTheCopy();
        world.restart();
        liftWhenRead(world);
        world.run(30min);
        COMPARE_STATE(world, id, confirmUnknown);
        const auto acts = offersFor(dossierOf(world, id), world.now());
        QCOMPARE(acts.size(), 1);
        QVERIFY(acts.first().offer == Offer::askNow);
        QVERIFY(!world.order(id, PersonOrder::sendConfirmAgain));
        world.run(5h, 1min); // nobody confirms, and the bank lets it go
        COMPARE_STATE(world, id, cancelled);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 1);
    }

    /// The journal's last word is a cancel. Whoever sent it may not have known of the confirm: that is never believed
    /// void, and neither of them is sent again.
    void aConfirmIsNotBelievedVoidForALaterCancel()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.spoil(CallKind::confirm, Fault::notSent);
        world.spoil(CallKind::confirm, Fault::notSent);
        VERIFY_DONE(world.approve(id));
        world.run(200ms);
        COMPARE_STATE(world, id, approved);
        world.keepCopy();
        world.run(200ms); // started anew, it tries at once
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 2);
        world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        VERIFY_DONE(world.cancel(id));
        RUN_UNTIL(world, id, cancelUnknown);
        world.loseCommitsSinceTheCopy();
        world.restart();
        COMPARE_STATE(world, id, confirmUnknown);
        QVERIFY(world.intents(id, CallKind::cancel).isEmpty());
        liftWhenRead(world);
        world.run(30min);
        COMPARE_STATE(world, id, confirmUnknown);
        QVERIFY(!world.order(id, PersonOrder::sendConfirmAgain));
        QVERIFY(!isOffered(world, id, Offer::sendConfirmAgain));
        QVERIFY(!world.cancel(id));
        world.run(5h, 1min); // nobody confirms, and the bank lets it go
        COMPARE_STATE(world, id, cancelled);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 2);
        QCOMPARE(world.transmitted(CallKind::cancel).size(), 1);
    }

    /// What is not taken up stays unknown until the freeze is lifted, and is met again at every start.
    void aSecondStartWritesNothingBackAgain()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.spoil(CallKind::confirm, Fault::notSent);
        world.spoil(CallKind::confirm, Fault::notSent);
        VERIFY_DONE(world.approve(id));
        world.run(200ms);
        world.keepCopy();
        world.run(200ms);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 2);
        world.spoil(CallKind::cancel, Fault::closedBeforeWork);
        VERIFY_DONE(world.cancel(id));
        RUN_UNTIL(world, id, cancelUnknown);
        world.loseCommitsSinceTheCopy();
        world.polling = false;
        QList<int> written;
        for (int i = 0; i < 3; ++i) {
            world.restart();
            QVERIFY(world.frozen());
            written.append(byJournal(world, id));
            world.crash();
        }
        QVERIFY(written.first() > 0);
        QCOMPARE(written.at(1), written.first());
        QCOMPARE(written.at(2), written.first());
    }

    /// Written down from the journal, it is not found missing a second time; it still has to be read.
    void aRestartBeforeTheFreezeIsLiftedForgetsNoUnreadSession()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.submitToReview();
        world.keepCopy();
        VERIFY_DONE(world.approve(id));
        RUN_UNTIL(world, id, paid);
        world.loseCommitsSinceTheCopy();
        world.polling = false;
        for (int i = 0; i < 2; ++i) {
            world.restart();
            QVERIFY(world.frozen());
            world.run(1h);
            QCOMPARE(world.engine().liftFreeze(u"restored"_s), Result<>(fail(ErrorCode::journalUnread, u"bank"_s)));
            world.crash();
        }
        world.polling = true;
        world.restart();
        liftWhenRead(world);
        COMPARE_STATE(world, id, paid);
    }

    /// Before the freeze is lifted the program starts again, and finds nothing missing any more.
    void whatWaitsBecomesADraftWheneverTheFreezeIsLifted()
    {
        EngineWorld world;
        world.boot();
        const PayoutId reviewed = world.submitToReview();
        const PayoutId waiting = saveDraft(world);
        for (int i = 0; i < 2; ++i)
            world.spoil(CallKind::create, Fault::notSent);
        send(world, waiting);
        RUN_UNTIL(world, waiting, queued);
        world.keepCopy();
        RUN_UNTIL(world, waiting, queued);
        VERIFY_DONE(world.engine().withdraw(waiting));
        VERIFY_DONE(world.cancel(reviewed));
        RUN_UNTIL(world, reviewed, cancelled);
        world.loseCommitsSinceTheCopy();
        world.restart();
        world.crash();
        world.restart();
        QVERIFY(world.frozen());
        liftWhenRead(world);
        COMPARE_STATE(world, waiting, draft);
        world.run(1h);
        QCOMPARE(world.reached(CallKind::create), 1);
    }
};

QTEST_GUILESS_MAIN(LostCommitsTest)
#include "tst_lostcommits.moc"
