#include "payouts/batchsending.h"
#include "support/fakepayoutdesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

QList<ListedDraft> drafts(int count)
{
    QList<ListedDraft> ids;
    for (int i = 1; i <= count; ++i)
        ids.append({{u"d%1"_s.arg(i)}, QByteArray::number(i)});
    return ids;
}

struct Batch
{
    FakePayoutDesk desk;
    BatchSending sending{desk};

    [[nodiscard]] QStringList handedOver() const { return desk.acts; }
    [[nodiscard]] qsizetype count() const { return desk.acts.size(); }
    [[nodiscard]] bool ended() const { return sending.standing() == BatchSending::Standing::ended; }
};

} // namespace

/// Many drafts sent one after another: in order, at a pace, stoppable, and nothing half-done.
class BatchSendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAllInTheirOrder()
    {
        Batch batch;
        batch.sending.start(drafts(7), 0);
        QTRY_VERIFY(batch.ended());
        QStringList expected;
        for (int i = 1; i <= 7; ++i)
            expected.append(u"sendForChecking d%1"_s.arg(i));
        QCOMPARE(batch.handedOver(), expected);
        QCOMPARE(batch.sending.sent(), 7);
        for (const SendingActs &acts : batch.desk.sendingActs) {
            QVERIFY(acts.typedDigits.isEmpty()); // no act of a person is made up for a batch
            QVERIFY(acts.knownEarlier.isEmpty());
        }
        QCOMPARE(batch.desk.sendingActs.at(4).draftSha256, "5"); // what was listed, and nothing else
    }

    void handsOverOnlyAFewAtATime()
    {
        Batch batch;
        batch.desk.holdAnswers = true;
        batch.sending.start(drafts(20), 0);
        QCOMPARE(batch.count(), BatchSending::atOnce);
    }

    void aPauseLeavesTheRestDraftsAndGoesOnWhereItWas()
    {
        Batch batch;
        batch.desk.holdAnswers = true;
        batch.sending.start(drafts(10), 0);
        batch.sending.pause();
        batch.desk.release();
        QTRY_COMPARE(batch.sending.sent(), BatchSending::atOnce);
        QCOMPARE(batch.count(), BatchSending::atOnce);
        QCOMPARE(batch.sending.standing(), BatchSending::Standing::paused);
        batch.desk.holdAnswers = false;
        batch.sending.resume();
        QTRY_VERIFY(batch.ended());
        QCOMPARE(batch.sending.sent(), 10);
        QCOMPARE(QSet<QString>(batch.desk.acts.begin(), batch.desk.acts.end()).size(), 10); // none twice
    }

    void aStopEndsItWhenWhatIsUnderWayHasBeenTold()
    {
        Batch batch;
        batch.desk.holdAnswers = true;
        batch.sending.start(drafts(10), 0);
        batch.sending.pause();
        batch.sending.stop();
        QVERIFY(!batch.ended());
        batch.desk.release();
        QTRY_VERIFY(batch.ended());
        QCOMPARE(batch.count(), BatchSending::atOnce);
        QCOMPARE(batch.sending.sent(), BatchSending::atOnce);
    }

    void whatIsRefusedAfterAStopDoesNotPauseIt()
    {
        Batch batch;
        batch.desk.holdAnswers = true;
        batch.desk.actAnswers[u"sendForChecking"_s] = fail(ErrorCode::frozen);
        batch.sending.start(drafts(10), 0);
        batch.sending.stop();
        batch.sending.pause(); // there is nothing to go on with
        QCOMPARE(batch.sending.standing(), BatchSending::Standing::sending);
        batch.desk.release();
        QTRY_VERIFY(batch.ended());
        QCOMPARE(batch.sending.waiting(), 0);
        QCOMPARE(batch.sending.obstacle()->code, ErrorCode::frozen);
        batch.desk.holdAnswers = false;
        batch.desk.actAnswers.clear();
        batch.sending.start(drafts(2), 0);
        QTRY_VERIFY(batch.ended());
        QCOMPARE(batch.sending.sent(), 2);
    }

    void oneThatIsRefusedForItselfDoesNotHoldUpTheOthers()
    {
        Batch batch;
        batch.desk.actAnswers[u"sendForChecking"_s] = fail(ErrorCode::recipientNotAcknowledged);
        QSignalSpy refused(&batch.sending, &BatchSending::refusedOne);
        batch.sending.start(drafts(6), 0);
        QTRY_VERIFY(batch.ended());
        QCOMPARE(refused.size(), 6);
        QCOMPARE(batch.sending.refused(), 6);
        QCOMPARE(batch.sending.sent(), 0);
    }

    void whatRefusesAllPauses_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("frozen") << ErrorCode::frozen;
        QTest::addRow("key locked") << ErrorCode::signerLocked;
        QTest::addRow("store failed") << ErrorCode::storeWriteFailed;
        QTest::addRow("store away") << ErrorCode::storeUnavailable;
    }

    void whatRefusesAllPauses()
    {
        QFETCH(ErrorCode, code);
        Batch batch;
        batch.desk.actAnswers[u"sendForChecking"_s] = fail(code);
        batch.sending.start(drafts(30), 0);
        QTRY_COMPARE(batch.sending.standing(), BatchSending::Standing::paused);
        QTRY_COMPARE(batch.sending.waiting(), 30); // all are drafts still
        QVERIFY(batch.sending.obstacle().has_value());
        QCOMPARE(batch.sending.obstacle()->code, code);
        QVERIFY(batch.count() <= BatchSending::atOnce);

        batch.desk.actAnswers.clear();
        batch.sending.resume();
        QTRY_VERIFY(batch.ended());
        QCOMPARE(batch.sending.sent(), 30);
        QVERIFY(!batch.sending.obstacle().has_value());
    }

    void keepsThePace()
    {
        Batch batch;
        batch.sending.start(drafts(3), 600); // one in 100 ms
        QCOMPARE(batch.count(), 1);
        QTRY_VERIFY(batch.ended());
        QCOMPARE(batch.sending.sent(), 3);
    }

    void closedInTheMiddleItSendsNothingMore()
    {
        FakePayoutDesk desk;
        desk.holdAnswers = true;
        auto sending = std::make_unique<BatchSending>(desk);
        sending->start(drafts(10), 0);
        sending.reset();
        desk.release();
        QCoreApplication::processEvents();
        QCOMPARE(desk.acts.size(), BatchSending::atOnce);
    }
};

QTEST_GUILESS_MAIN(BatchSendingTest)
#include "tst_batchsending.moc"
