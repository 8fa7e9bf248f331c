#include "support/lostcommits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// L12: what has ended without money is paid again as a payout of its own, and only that.
class PayAgainTest : public QObject
{
    Q_OBJECT

    static QJsonObject amountOf(qint64 kopecks, const QString &currency = u"rub"_s)
    {
        return {{u"amount"_s, kopecks}, {u"currency"_s, currency}};
    }

    static QJsonObject returnOf(const QJsonObject &sent, const QJsonObject &returned)
    {
        QJsonObject refund{{u"status"_s, u"accepted"_s}};
        if (!returned.isEmpty()) refund.insert(u"amount_details"_s, returned);
        QJsonObject payout{{u"id"_s, u"po_1"_s}, {u"status"_s, u"succeeded"_s}, {u"refunds"_s, QJsonArray{refund}}};
        if (!sent.isEmpty()) payout.insert(u"amount_details"_s, sent);
        return payout;
    }

    static QJsonObject failedWith(const QString &code)
    {
        return {{u"id"_s, u"po_1"_s}, {u"status"_s, u"error"_s}, {u"error"_s, QJsonObject{{u"code"_s, code}}}};
    }

private Q_SLOTS:
    void payingAgainIsANewPayoutAndNeedsTwoAgreeingReadings()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"account-not-found","times":1})");
        const PayoutId id = world.submit();
        world.attend(id);
        QVERIFY(world.state(id) == PayoutState::failed || world.state(id) == PayoutState::cancelled);
        QVERIFY(!world.engine().payAgain(id));
        world.run(9min);
        QVERIFY(!world.engine().payAgain(id));
        world.run(3min);
        const auto again = world.engine().payAgain(id);
        VERIFY_DONE(again);
        QCOMPARE(world.payout(*again).retryOf, id);
        COMPARE_STATE(world, *again, draft);
        QCOMPARE(world.reached(CallKind::create), 1);
        VERIFY_DONE(world.engine().sendForChecking(*again));
        world.attend(*again);
        COMPARE_STATE(world, *again, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void theFirstPaidLateStopsTheSecond_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("refunded");
        QTest::addColumn<PayoutState>("stands");
        QTest::addRow("paid, before the second is sent") << u"succeeded"_s << false << PayoutState::draft;
        QTest::addRow("paid, while the second is reviewed") << u"succeeded"_s << false << PayoutState::review;
        QTest::addRow("paid, when the second is approved") << u"succeeded"_s << false << PayoutState::approved;
        QTest::addRow("paid and returned") << u"succeeded"_s << true << PayoutState::review;
    }

    /// L12 is judged until the second confirm leaves, also by whoever lifts the freeze without looking.
    void theFirstPaidLateStopsTheSecond()
    {
        QFETCH(QString, status);
        QFETCH(bool, refunded);
        QFETCH(PayoutState, stands);
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"account-not-found","times":1})");
        const PayoutId first = world.submit();
        world.attend(first);
        world.run(12min);
        const int confirms = world.reached(CallKind::confirm);
        const PayoutId second = world.engine().payAgain(first).value();
        if (stands != PayoutState::draft) {
            VERIFY_DONE(world.engine().sendForChecking(second));
            RUN_UNTIL(world, second, review);
        }
        if (stands == PayoutState::approved) {
            const auto sheet = world.engine().openReview(second);
            world.run(4s);
            VERIFY_DONE(world.decideOn(second, *sheet));
            COMPARE_STATE(world, second, approved);
        }
        QJsonObject payout{{u"id"_s, u"po_1"_s}, {u"status"_s, status}};
        if (refunded) payout.insert(u"refunds"_s, QJsonArray{QJsonObject{{u"status"_s, u"accepted"_s}}});
        const QJsonObject session{{u"id"_s, world.attempts(first).last().sessionId},
                                  {u"status"_s, u"accepted"_s},
                                  {u"payments"_s, QJsonArray{payout}}};
        const QByteArray late = QJsonDocument(QJsonObject{{u"session"_s, session}}).toJson(QJsonDocument::Compact);
        QVERIFY(world.deliver(late, EngineWorld::bankSignature(late)) == InboxVerdict::stored);
        world.run(1s);
        COMPARE_STATE(world, first, hold);
        QVERIFY(world.frozen());
        VERIFY_DONE(world.engine().liftFreeze(u"not looked at"_s));
        if (stands == PayoutState::draft) {
            QVERIFY(!world.engine().sendForChecking(second));
        } else {
            world.run(1min);
            COMPARE_STATE(world, second, review);
            QCOMPARE(world.engine().openReview(second)->refusedBy, u"G11"_s);
            QVERIFY(!world.approve(second));
        }
        world.run(1min);
        QCOMPARE(world.reached(CallKind::confirm), confirms);
    }

    void onlyWhatCameBackWholeIsPaidAgain_data()
    {
        QTest::addColumn<QList<QJsonObject>>("payouts"); // one after the other, as the bank tells of it
        QTest::addColumn<QString>("reason");
        const QJsonObject all = amountOf(25'000'000);
        const QJsonObject part = amountOf(24'999'999);
        const QString partly = u"returnedInPart"_s;
        const QString unknown = u"returnAmountUnknown"_s;
        QTest::addRow("all of it") << QList{returnOf(all, all)} << QString();
        QTest::addRow("a part") << QList{returnOf(all, part)} << partly;
        QTest::addRow("all of what the bank says was sent, which is less") << QList{returnOf(part, part)} << partly;
        QTest::addRow("a refund without its amount") << QList{returnOf(all, {})} << unknown;
        QTest::addRow("a refund in another currency")
            << QList{returnOf(all, amountOf(25'000'000, u"usd"_s))} << unknown;
        QTest::addRow("a kopeck, and no word of what was sent") << QList{returnOf({}, amountOf(1))} << partly;
        QTest::addRow("all, and no word of what was sent") << QList{returnOf({}, all)} << QString();
        QTest::addRow("a part, an error, and no amount")
            << QList{returnOf(all, part), failedWith(u"provider_timeout"_s), returnOf({}, {})} << unknown;
        QTest::addRow("a part, an error") << QList{returnOf(all, part), failedWith(u"provider_timeout"_s)} << partly;
        QTest::addRow("a part, then all of it") << QList{returnOf(all, part), returnOf(all, all)} << QString();
    }

    void onlyWhatCameBackWholeIsPaidAgain()
    {
        QFETCH(QList<QJsonObject>, payouts);
        QFETCH(QString, reason);
        EngineWorld world;
        world.boot();
        const PayoutId id = world.payCleanly();
        const QString sessionId = world.attempts(id).last().sessionId;
        for (const QJsonObject &payout : std::as_const(payouts)) {
            const bool inError = payout.contains(u"error"_s);
            const QJsonObject session{{u"id"_s, sessionId},
                                      {u"status"_s, inError ? u"error"_s : u"accepted"_s},
                                      {u"payments"_s, QJsonArray{payout}}};
            const QByteArray body = QJsonDocument(QJsonObject{{u"session"_s, session}}).toJson(QJsonDocument::Compact);
            QVERIFY(world.deliver(body, EngineWorld::bankSignature(body)) == InboxVerdict::stored);
            world.run(1s);
        }
        COMPARE_STATE(world, id, returned);
        QCOMPARE(world.payout(id).reasonCode, reason);
        const auto observations = world.begin()->observations(sessionId, 100).value();
        QCOMPARE(endedWithoutMoney(world.payout(id), observations), reason.isEmpty());
    }

    void payingAgainBecomesPossibleByItself_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::addColumn<bool>("unreachable");
        QTest::addRow("after a restart between the two readings") << true << false;
        QTest::addRow("after an outage of the bank") << false << true;
        QTest::addRow("after both") << true << true;
    }
    void payingAgainBecomesPossibleByItself()
    {
        QFETCH(bool, restarted);
        QFETCH(bool, unreachable);
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"account-not-found","times":1})");
        const PayoutId id = world.submit();
        world.attend(id);
        QVERIFY(world.state(id) == PayoutState::failed || world.state(id) == PayoutState::cancelled);
        world.polling = !unreachable;
        world.run(1min);
        if (restarted) {
            world.crash();
            world.restart();
        }
        world.run(25min);
        QVERIFY(!unreachable || !world.engine().payAgain(id));
        world.polling = true;
        world.run(25min);
        VERIFY_DONE(world.engine().payAgain(id));
    }

    /// What was said of the session before it is no contradiction: the window offers what the engine allows.
    void anEmptySessionThatWasClosedDoesNotKeepItFromBeingPaidAgain()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"fail":{"code":"x","at":"execution","session":"accepted"},"times":1})");
        world.spoil(CallKind::start, Fault::closedBeforeWork);
        const PayoutId id = world.submit();
        RUN_UNTIL(world, id, startUnknown);
        world.run(15min);
        VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        world.attend(id);
        COMPARE_STATE(world, id, failed);
        QCOMPARE(world.attempts(id).size(), 2);
        QVERIFY(!isOffered(world, id, Offer::payAgain));
        world.run(12min);
        QVERIFY(isOffered(world, id, Offer::payAgain));
        VERIFY_DONE(world.engine().payAgain(id));
    }

    void pressingPayAgainTwiceFindsTheFirstPayout()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"account-not-found","times":1})");
        const PayoutId id = world.submit();
        world.attend(id);
        world.run(20min);
        const auto again = world.engine().payAgain(id);
        VERIFY_DONE(again);
        const auto secondPress = world.engine().payAgain(id);
        VERIFY_DONE(secondPress);
        QCOMPARE(*secondPress, *again);
        VERIFY_DONE(world.engine().sendForChecking(*again));
        world.attend(*again);
        COMPARE_STATE(world, *again, paid);
        // After it was paid least of all: the old one may not be paid beside it.
        const auto thirdPress = world.engine().payAgain(id);
        QVERIFY(!thirdPress);
        QCOMPARE(thirdPress.error().code, ErrorCode::paidAgainBefore);
        QVERIFY(world.engine().discardDraft(*again).error().code == ErrorCode::wrongState);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

    void aDiscardedRetryMakesRoomForAnother()
    {
        EngineWorld world;
        world.boot();
        world.rule(R"({"case":"account-not-found","times":1})");
        const PayoutId id = world.submit();
        world.attend(id);
        world.run(20min);
        const auto first = world.engine().payAgain(id);
        VERIFY_DONE(first);
        VERIFY_DONE(world.engine().discardDraft(*first));
        const auto second = world.engine().payAgain(id);
        VERIFY_DONE(second);
        QVERIFY(*second != *first);
    }

    void aPaidPayoutCannotBePaidAgain()
    {
        EngineWorld world;
        world.boot();
        const PayoutId id = world.payCleanly();
        world.runDays(2);
        const auto again = world.engine().payAgain(id);
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().code, ErrorCode::wrongState);
    }
};

QTEST_GUILESS_MAIN(PayAgainTest)
#include "tst_payagain.moc"
