#include "faults/crash/crashworld.h"
#include "storage/statements.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace countersign;
using namespace countersign::faults;
using namespace Qt::StringLiterals;

namespace {

/// Read from outside; -1 when the file can't be read.
int numberIn(const QString &store, const QString &sql)
{
    int number = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
        database.setDatabaseName(store);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(sql) && query.next()) number = query.value(0).toInt();
    }
    QSqlDatabase::removeDatabase(u"outside"_s);
    return number;
}

int schemaVersion(const QString &store)
{
    return numberIn(store, u"PRAGMA user_version"_s);
}

} // namespace

/// K1 to K15 of payout-lifecycle.md section 10: the desk is killed there by SIGKILL, started again, and judged from
/// outside.
class CrashPointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeskKilledAtAPointGoesOn_data()
    {
        QTest::addColumn<QString>("crash");
        QTest::addColumn<bool>("cancels");
        const auto row = [](const char *crash, const char *where, bool cancels = false) {
            QTest::addRow("%s: %s", crash, where) << QString::fromLatin1(crash) << cancels;
        };
        for (const char *point : {"K1", "K2", "K3", "K5", "K6"}) {
            const QByteArray name(point);
            row(name + "@1", "create");
            row(name + "@2", "start");
            row(name + "@3", "confirm");
            row(name + "@3", "cancel", true);
        }
        for (const char *point : {"K7", "K8", "K9", "K10"}) {
            const QByteArray name(point);
            row(name + "@1", "first webhook");
            row(name + "@2", "second webhook");
        }
        for (const char *point : {"K11", "K12"}) {
            const QByteArray name(point);
            row(name + "@1", "approval");
            row(name + "@1", "cancel", true);
        }
    }
    void aDeskKilledAtAPointGoesOn()
    {
        QFETCH(QString, crash);
        QFETCH(bool, cancels);
        CrashWorld world(m_keys);
        world.cancelled = cancels ? 1 : 0;
        QCOMPARE(world.live(crash), CrashWorld::Ending::killed);
        goOn(world);
    }

    void aDeskKilledInTheMiddleOfACallGoesOn_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<BankWire::Cut>("cut");
        for (const char *call : {"create", "start", "confirm", "cancel"}) {
            QTest::addRow("K4: %s partly sent", call) << QString::fromLatin1(call) << BankWire::Cut::halfOfTheBody;
            QTest::addRow("K4: %s sent, no answer", call) << QString::fromLatin1(call) << BankWire::Cut::noAnswer;
        }
    }
    void aDeskKilledInTheMiddleOfACallGoesOn()
    {
        QFETCH(QString, call);
        QFETCH(BankWire::Cut, cut);
        CrashWorld world(m_keys);
        world.cancelled = call == u"cancel" ? 1 : 0;
        QCOMPARE(world.liveUntilCut(call, cut), CrashWorld::Ending::killed);
        const QByteArray name = call.toLatin1();
        QCOMPARE(world.bank().callsSeen(QLatin1String(name)), cut == BankWire::Cut::noAnswer ? 1 : 0);
        goOn(world);
    }

    /// K13. A death after the first step leaves a store of an older version, so that backup and upgrade are killed too.
    void aStoreKilledAnywhereInItsMigrationIsOldOrNewAndOpensAgain()
    {
        CrashWorld world(m_keys);
        const auto newest = static_cast<int>(embeddedMigrations().size());
        QSet<int> versions;
        int deaths = 0;
        // Each life gets a statement further than the one before; a step that was finished is not repeated.
        for (int nth = 1; deaths < 500; nth += 3) {
            const int before = schemaVersion(world.store());
            const auto ending = world.openStore(u"K13@%1"_s.arg(nth));
            if (ending == CrashWorld::Ending::finished) break;
            QCOMPARE(ending, CrashWorld::Ending::killed);
            ++deaths;
            const int after = schemaVersion(world.store());
            QVERIFY2(after >= std::max(before, 0) && after <= newest, qPrintable(QString::number(after)));
            versions.insert(after);
            if (after > before) nth = 1;
        }
        QVERIFY2(deaths > 10, qPrintable(QString::number(deaths)));
        for (int version = 0; version < newest; ++version)
            QVERIFY2(versions.contains(version), qPrintable(QString::number(version)));
        QCOMPARE(schemaVersion(world.store()), newest);
        QCOMPARE(world.live(), CrashWorld::Ending::finished);
        QCOMPARE(world.violations(true), QString());
    }

    /// K14: before each write of the import, before its commit, and after it.
    void aDeskKilledAnywhereInAnImportHasTheWholeFileOrNothingOfIt()
    {
        CrashWorld world(m_keys);
        world.imports = true;
        world.payouts = 3;
        int empty = 0;
        for (int nth = 1; nth < 100; ++nth) {
            const auto ending = world.live(u"K14@%1"_s.arg(nth));
            QCOMPARE(ending, CrashWorld::Ending::killed);
            const int payouts = numberIn(world.store(), u"SELECT count(*) FROM payout"_s);
            QCOMPARE(numberIn(world.store(), u"SELECT count(*) FROM imported_row"_s), payouts);
            QCOMPARE(numberIn(world.store(), u"SELECT count(*) FROM file_import"_s), payouts > 0 ? 1 : 0);
            QCOMPARE(numberIn(world.store(), u"SELECT count(*) FROM audit WHERE json_extract(body, '$.what') IN "
                                             "('imported', 'draftImported')"_s),
                     payouts > 0 ? payouts + 1 : 0);
            if (payouts > 0) {
                QCOMPARE(payouts, 3);
                break;
            }
            ++empty;
        }
        QCOMPARE(empty, 11); // the audit entry, three writes for each row, and the commit
        goOn(world);
        QCOMPARE(numberIn(world.store(), u"SELECT count(*) FROM payout"_s), 3);
    }

    /// K15.
    void aDeskWhoseStoreWasReplacedByAnOlderOneStops()
    {
        CrashWorld world(m_keys);
        QCOMPARE(world.live(u"K12@1"_s), CrashWorld::Ending::killed);
        world.keepCopy();
        QCOMPARE(world.live(), CrashWorld::Ending::finished);
        world.putCopyBack();
        const auto calls = [&] {
            return world.bank().callsSeen("create"_L1) + world.bank().callsSeen("start"_L1) +
                   world.bank().callsSeen("confirm"_L1);
        };
        const auto before = calls();
        QCOMPARE(world.live(), CrashWorld::Ending::frozen);
        QCOMPARE(world.lastWords().trimmed(), u"journalAhead"_s);
        QCOMPARE(calls(), before);
        world.lifts = true;
        goOn(world);
    }

private:
    /// The next life ends well: every invariant holds before and after it, and the bank paid as often as was wanted.
    void goOn(CrashWorld &world)
    {
        QCOMPARE(world.violations(false), QString());
        const auto ending = world.live();
        QVERIFY2(ending == CrashWorld::Ending::finished, qPrintable(world.lastWords()));
        QCOMPARE(world.violations(true), QString());
        QCOMPARE(world.bank().ledger("transfer"_L1).size(), world.payouts - world.cancelled);
    }

    const CrashKeys m_keys;
};

QTEST_GUILESS_MAIN(CrashPointsTest)
#include "tst_crashpoints.moc"
