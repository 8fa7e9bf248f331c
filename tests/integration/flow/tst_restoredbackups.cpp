#include "backup/restoring.h"
#include "support/flowworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto transfer = "transfer"_L1;

QStringList alarmWords(const QList<AlarmRecord> &alarms)
{
    QStringList words;
    for (const AlarmRecord &alarm : alarms)
        words += alarmWord(alarm.kind);
    return words;
}

} // namespace

/// K15, threat-model.md R4: a backup comes back under a journal that knows more, and nothing is paid twice.
class RestoredBackupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasPaidAfterTheBackupIsFoundAndPaidOnce()
    {
        FlowWorld world(m_key);
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        const QString backup = backUp(world);
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, paid);
        restore(world, backup);
        QTRY_VERIFY(world.desk().overview().freeze.frozen);
        QCOMPARE(world.desk().overview().freeze.cause, u"restored"_s);
        REACH(world, id, paid); // the bank says so
        QTRY_COMPARE(world.bank().ledger(transfer).size(), 1);
        QCOMPARE(world.bank().callsSeen("confirm"_L1), 1);
        QVERIFY(alarmWords(world.desk().overview().generalAlarms).contains(u"journalAhead"_s));
    }

    void whatWasADraftThenIsNotSentAgainUnderTheFreeze()
    {
        FlowWorld world(m_key);
        world.open();
        const auto draft = finished(world.desk().saveDraft({}, FlowWorld::draft()));
        VERIFY_OK(draft);
        const QString backup = backUp(world);
        VERIFY_OK(finished(world.desk().sendForChecking(*draft, {.recipient = identityOf(FlowWorld::draft()),
                                                                 .typedDigits = FlowWorld::draft().account.right(6)})));
        REACH(world, *draft, review);
        VERIFY_OK(world.reviewAndConfirm(*draft));
        REACH(world, *draft, paid);
        restore(world, backup);
        QTRY_VERIFY(world.desk().overview().freeze.frozen);
        const auto again = finished(world.desk().sendForChecking(
            *draft, {.recipient = identityOf(FlowWorld::draft()), .typedDigits = FlowWorld::draft().account.right(6)}));
        QVERIFY(!again);
        QCOMPARE(world.bank().callsSeen("start"_L1), 1);
        QCOMPARE(world.bank().ledger(transfer).size(), 1);
    }

    void aBackupOfTheVeryMomentComesBackFrozenToo()
    {
        FlowWorld world(m_key);
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        restore(world, backUp(world));
        QTRY_COMPARE(world.desk().overview().freeze.cause, u"restored"_s);
        QVERIFY(!alarmWords(world.desk().overview().generalAlarms).contains(u"journalAhead"_s));
        VERIFY_OK(finished(world.desk().liftFreeze(u"The statement was compared"_s)));
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, paid);
        QCOMPARE(world.bank().ledger(transfer).size(), 1);
    }

private:
    static QString backUp(FlowWorld &world)
    {
        const QString path = world.filePath(u"backup.zip"_s);
        const auto made = finished(world.workplace().backups().write(path, false));
        if (!made) qFatal("no backup: %s", qPrintable(faultOf(made)));
        return path;
    }
    static void restore(FlowWorld &world, const QString &path)
    {
        world.closeDesk();
        const SystemClock clock;
        const auto backup = BackupFile::open(path);
        VERIFY_OK(backup);
        VERIFY_OK(restoreStore(*backup, world.profile, world.paths(), clock));
        world.openDesk();
    }

    const TestKey m_key;
};

QTEST_GUILESS_MAIN(RestoredBackupsTest)
#include "tst_restoredbackups.moc"
