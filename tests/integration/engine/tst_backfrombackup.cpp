#include "payouts/restoredstore.h"
#include "support/engineworld.h"

#include <QFile>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// K15 where nothing tells of what was lost: the store comes from a backup, and the journal is no newer.
class BackFromBackupTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) qFatal("no journal");
        return file.readAll();
    }

    static bool writeBytes(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
    }

    static void comeBackFromABackup(EngineWorld &world)
    {
        WorldClock clock;
        clock.set(world.now());
        const auto store = SqliteStore::open(world.storePath(), clock);
        if (!store) qFatal("no store");
        const auto transaction = (*store)->begin();
        Work work{.tx = **transaction, .now = world.now()};
        if (!freezeRestored(work, ReturnCause::brought, {}) || !(*transaction)->commit()) qFatal("no freeze");
    }

private Q_SLOTS:
    void afterAReturnFromABackupNothingIsSentByItself_data()
    {
        QTest::addColumn<PayoutState>("state"); // in which the backup holds the payout that was paid since
        QTest::addColumn<bool>("readableBefore");
        QTest::addColumn<bool>("frozenAgain");
        QTest::addRow("its session was being created") << PayoutState::creating << true << false;
        QTest::addRow("its session was being closed") << PayoutState::closing << true << false;
        QTest::addRow("and a person freezes, too") << PayoutState::closing << true << true;
        QTest::addRow("and the bank says so after the freeze") << PayoutState::closing << false << false;
    }

    void afterAReturnFromABackupNothingIsSentByItself()
    {
        QFETCH(PayoutState, state);
        QFETCH(bool, readableBefore);
        QFETCH(bool, frozenAgain);
        EngineWorld world;
        world.boot();
        if (state == PayoutState::closing) world.spoil(CallKind::start, Fault::closedBeforeWork);
        if (state == PayoutState::creating) world.spoil(CallKind::create, Fault::neverAnswered);
        const PayoutId id = world.submit();
        if (state == PayoutState::closing) {
            RUN_UNTIL(world, id, startUnknown);
            world.run(15min);
            world.spoil(CallKind::cancel, Fault::neverAnswered);
            VERIFY_DONE(world.order(id, PersonOrder::closeAndTryAgain));
        }
        world.run(30ms); // the bank has it
        QCOMPARE(world.stateText(id), stateWord(state));
        const QByteArray journal = bytesOf(world.journalPath());
        world.keepCopy();
        world.attend(id);
        COMPARE_STATE(world, id, paid);
        const auto created = world.transmitted(CallKind::create).size();
        world.loseCommitsSinceTheCopy();
        QVERIFY(writeBytes(world.journalPath(), journal));
        comeBackFromABackup(world);

        if (!readableBefore) world.meddling.call = [](const OutgoingCall &) { return Fault::errorBeforeWork; };
        world.restart();
        QVERIFY(world.frozen());
        if (frozenAgain) VERIFY_DONE(world.engine().freeze(u"to be sure"_s));
        world.run(1h);
        VERIFY_DONE(world.engine().liftFreeze(u"compared with the statement"_s));
        world.meddling.call = {};
        world.run(2h);
        COMPARE_STATE(world, id, draft);
        QCOMPARE(world.transmitted(CallKind::create).size(), created);

        // Later freezes are like any other again.
        const PayoutId next = world.submit();
        VERIFY_DONE(world.engine().freeze(u"a pause"_s));
        VERIFY_DONE(world.engine().liftFreeze(u"no longer"_s));
        RUN_UNTIL(world, next, review);
    }
};

QTEST_GUILESS_MAIN(BackFromBackupTest)
#include "tst_backfrombackup.moc"
