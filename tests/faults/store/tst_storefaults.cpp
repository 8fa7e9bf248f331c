#include "core/try.h"
#include "faults/checker/evidence.h"
#include "faults/store/failingdisk.h"
#include "storage/sqlitereader.h"
#include "support/engineworld.h"
#include "support/sendingacts.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <cerrno>

using namespace countersign;
using namespace countersign::faults;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// What the desk has told a person or the bank: done.
struct Acknowledged
{
    PayoutId payout;
    bool sent = false;
    bool decided = false;
    QList<QByteArray> messages;
};

const QList<CallKind> moneyCalls{CallKind::create, CallKind::start, CallKind::confirm, CallKind::cancel};

qsizetype moneyCallsOf(const EngineWorld &world)
{
    qsizetype calls = 0;
    for (const CallKind kind : moneyCalls)
        calls += world.transmitted(kind).size();
    return calls;
}

/// One payout from the form to its end, and a message of the bank; goes as far as the disk lets it.
Acknowledged payOne(EngineWorld &world)
{
    Acknowledged done;
    const auto id = world.engine().saveDraft({}, EngineWorld::draft());
    if (!id) return done;
    done.payout = *id;
    done.sent = world.engine().sendForChecking(*id, firstActs(EngineWorld::draft())).has_value();
    world.run(15s);
    const QByteArray message = EngineWorld::readyMessage(u"ps_of_somebody_else"_s, 1);
    if (world.deliver(message, EngineWorld::bankSignature(message)) == InboxVerdict::stored) {
        done.messages.append(message);
    }
    const auto sheet = world.engine().openReview(*id);
    world.run(4s);
    if (sheet) {
        done.decided =
            world.engine()
                .decide(*id,
                        {.viewSha256 = sheet->viewSha256, .openedAt = sheet->openedAt, .ticks = sheet->requiredTicks})
                .has_value();
    }
    world.run(30s);
    return done;
}

QString folderOf(const EngineWorld &world)
{
    return QFileInfo(world.storePath()).absolutePath();
}

/// The window's way to the records beside the engine's, opened while the disk was well.
class OpenReader
{
public:
    explicit OpenReader(const EngineWorld &world) : m_path(world.storePath()), m_reader(m_path)
    {
        if (!m_reader.page({})) qFatal("a healthy store can't be read");
    }

    /// What a person sees while the disk still fails, as far as the kind of fault lets anything be read at all: nothing
    /// is read without a lock, and nothing opened without `open`.
    [[nodiscard]] Result<> readsOn(const DiskFault &fault, const PayoutId &payout)
    {
        const bool isOver = failingdisk::hasStruck() && !fault.stays;
        if (fault.call != DiskCall::lock || isOver) COUNTERSIGN_TRY(look(m_reader, payout));
        if (fault.call == DiskCall::write || fault.call == DiskCall::sync || isOver) {
            SqliteReader newReader(m_path);
            COUNTERSIGN_TRY(look(newReader, payout));
        }
        return {};
    }

private:
    static Result<> look(SqliteReader &reader, const PayoutId &payout)
    {
        COUNTERSIGN_TRY_INTO(page, reader.page({}));
        if (payout.isEmpty()) return {};
        if (page.total != 1) return fail(ErrorCode::notFound, u"the list has %1 rows"_s.arg(page.total));
        COUNTERSIGN_TRY_INTO(dossier, reader.dossier(payout));
        return dossier.payout.id == payout ? Result<>() : fail(ErrorCode::notFound, u"its details"_s);
    }

    QString m_path;
    SqliteReader m_reader;
};

/// What the window may be told of it.
QList<ErrorCode> causesOf(const DiskFault &fault)
{
    if (fault.isShort && !fault.stays) return {}; // the rest is written by the next call
    if (fault.error == ENOSPC) return {ErrorCode::diskFull};
    if (!fault.only.isEmpty()) return {ErrorCode::journalWriteFailed};
    return {ErrorCode::storeWriteFailed, ErrorCode::journalWriteFailed};
}

/// Counts by SQL of its own.
qint64 count(const EngineWorld &world, const QString &sql)
{
    qint64 found = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"counting"_s);
        database.setDatabaseName(world.storePath());
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(sql) && query.next()) found = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(u"counting"_s);
    return found;
}

QString violations(const EngineWorld &world)
{
    QByteArray ledger;
    world.ledger().read(
        [&ledger](const demobank::Json &entry) { ledger += QByteArray::fromStdString(entry.dump()) + '\n'; });
    const auto found = findViolations(
        {.store = world.storePath(), .journal = folderOf(world) + u"/journal/sends.journal"_s, .ledger = ledger});
    QStringList lines;
    for (const Violation &violation : found)
        lines.append(violation.rule + u": "_s + violation.what);
    return lines.join(u'\n');
}

} // namespace

/// Every write, sync, open and lock that store and journal make fails once, in a life of its own: sending stops,
/// reading goes on, nothing that was acknowledged is missing, and on a healthy disk everything goes on.
/// COUNTERSIGN_EVERY_FAULT: every n-th call, not a sample.
class StoreFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { failingdisk::disarm(); }
    void cleanupTestCase() { qInfo("faults that struck: %d", m_strikes); }

    void aFailingDiskStopsSendingAndLosesNothing_data()
    {
        faults();
        journalFaults();
    }
    void aFailingDiskStopsSendingAndLosesNothing()
    {
        QFETCH(DiskFault, fault);
        for (fault.nth = 1;; fault.nth += stepAt(fault.nth)) {
            if (!failsWhilePaying(fault)) break;
            if (QTest::currentTestFailed()) return;
            ++m_strikes;
        }
        QVERIFY2(fault.nth > 1, "nothing of that kind was ever called");
    }

    void aDiskThatFailsAtTheStartLetsNothingLeave_data() { faults(); }
    void aDiskThatFailsAtTheStartLetsNothingLeave()
    {
        QFETCH(DiskFault, fault);
        for (fault.nth = 1;; fault.nth += stepAt(fault.nth)) {
            if (!failsWhileStarting(fault)) break;
            if (QTest::currentTestFailed()) return;
            ++m_strikes;
        }
        QVERIFY2(fault.nth > 1, "nothing of that kind was ever called");
    }

    void aDiskThatFailsAtTheFirstStartCanBeTriedAgain_data() { faults(); }
    void aDiskThatFailsAtTheFirstStartCanBeTriedAgain()
    {
        QFETCH(DiskFault, fault);
        const SystemClock clock;
        for (fault.nth = 1;; fault.nth += stepAt(fault.nth)) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(u"new/store.sqlite"_s);
            failingdisk::arm(folder.path(), fault);
            const auto opened = SqliteStore::open(path, clock);
            const bool struck = failingdisk::hasStruck();
            failingdisk::disarm();
            if (!struck) QVERIFY(opened.has_value());
            if (!struck) break;
            ++m_strikes;
            if (opened) continue;                                       // SQLite found its way round
            if (fault.error == ENOSPC && fault.call == DiskCall::write) // SQLite does not keep why it could not sync
                QVERIFY2(opened.error().code != ErrorCode::storeWriteFailed, qPrintable(faultText(opened)));
            const auto again = SqliteStore::open(path, clock);
            QVERIFY2(again.has_value(), qPrintable(u"%1: %2"_s.arg(fault.nth).arg(faultText(again))));
        }
    }

    void whateverSqliteAnswersSendingStops_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("code");
        QTest::addColumn<ErrorCode>("cause");
        using enum ErrorCode;
        const QList<std::tuple<const char *, int, ErrorCode>> codes{{"CORRUPT", 11, storeWriteFailed},
                                                                    {"FULL", 13, diskFull},
                                                                    {"CANTOPEN", 14, storeWriteFailed},
                                                                    {"NOTADB", 26, storeWriteFailed}};
        for (const auto &[name, code, cause] : codes) {
            for (const auto *operation : {"begin", "insertSend", "insertObservation", "insertAudit", "commit"})
                QTest::addRow("%s from %s", name, operation) << QString::fromLatin1(operation) << code << cause;
        }
    }

    void whateverSqliteAnswersSendingStops()
    {
        QFETCH(QString, operation);
        QFETCH(int, code);
        QFETCH(ErrorCode, cause);
        EngineWorld world;
        world.boot();
        const PayoutId approved = world.submitToReview();
        const PayoutId waiting = world.submitToReview();
        world.polling = false;
        world.run(2min);
        VERIFY_DONE(world.approve(approved)); // waits for a status
        world.polling = true;
        world.writeFault.code = code;
        world.writeFault.armed = operation;
        world.run(10min);
        world.writeFault.armed.clear();
        QCOMPARE(world.told().stoppedBy, std::optional(cause));
        const auto calls = moneyCallsOf(world);
        QVERIFY(!world.engine().decide(waiting, {.kind = DecisionKind::cancel, .reason = u"x"_s}).has_value());
        world.run(10min);
        QCOMPARE(moneyCallsOf(world), calls);
        QCOMPARE(world.transmitted(CallKind::confirm).size(), 0);
        world.crash();
        world.restart();
        world.attend(approved);
        COMPARE_STATE(world, approved, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
    }

private:
    static void faults()
    {
        QTest::addColumn<DiskFault>("fault");
        using enum DiskCall;
        QTest::addRow("write: disk full") << DiskFault{.call = write, .error = ENOSPC};
        QTest::addRow("write: input/output error") << DiskFault{.call = write, .error = EIO};
        QTest::addRow("write: input/output error, once") << DiskFault{.call = write, .error = EIO, .stays = false};
        QTest::addRow("write: cut short, then full") << DiskFault{.call = write, .error = ENOSPC, .isShort = true};
        QTest::addRow("write: cut short, once")
            << DiskFault{.call = write, .error = EIO, .stays = false, .isShort = true};
        QTest::addRow("sync: disk full") << DiskFault{.call = sync, .error = ENOSPC};
        QTest::addRow("sync: input/output error") << DiskFault{.call = sync, .error = EIO};
        QTest::addRow("sync: input/output error, once") << DiskFault{.call = sync, .error = EIO, .stays = false};
        QTest::addRow("open: too many open files") << DiskFault{.call = open, .error = EMFILE};
        QTest::addRow("open: input/output error") << DiskFault{.call = open, .error = EIO};
        QTest::addRow("open: input/output error, once") << DiskFault{.call = open, .error = EIO, .stays = false};
        QTest::addRow("lock: no locks left") << DiskFault{.call = lock, .error = ENOLCK};
        QTest::addRow("lock: input/output error") << DiskFault{.call = lock, .error = EIO};
        QTest::addRow("lock: input/output error, once") << DiskFault{.call = lock, .error = EIO, .stays = false};
    }

    /// Among the store's many calls a sample seldom meets the journal's.
    static void journalFaults()
    {
        using enum DiskCall;
        const auto row = [](const char *name, DiskFault fault) {
            fault.only = u"/journal"_s;
            QTest::addRow("journal, %s", name) << fault;
        };
        row("write: disk full", {.call = write, .error = ENOSPC});
        row("write: input/output error, once", {.call = write, .error = EIO, .stays = false});
        row("sync: disk full", {.call = sync, .error = ENOSPC});
        row("sync: input/output error, once", {.call = sync, .error = EIO, .stays = false});
        row("open: input/output error, once", {.call = open, .error = EIO, .stays = false});
    }

    static bool isEvery() { return qEnvironmentVariableIsSet("COUNTERSIGN_EVERY_FAULT"); }
    /// The beginning is dense, the rest a sample.
    static int stepAt(int nth) { return isEvery() || nth < 4 ? 1 : 1 + nth / 3; }

    /// False: the payout went to its end without meeting the fault.
    static bool failsWhilePaying(const DiskFault &fault)
    {
        EngineWorld world;
        world.boot();
        std::optional<OpenReader> reader(world);
        failingdisk::arm(folderOf(world), fault);
        const Acknowledged done = payOne(world);
        const bool struck = failingdisk::hasStruck();
        const auto read = reader->readsOn(fault, done.payout);
        failingdisk::disarm();
        reader.reset();
        const QString where = u"at %1"_s.arg(fault.nth);
        if (!read)
            QTest::qFail(qPrintable(u"can't be read "_s + where + u": "_s + faultText(read)), __FILE__, __LINE__);
        if (struck) judgeWord(world.told().stoppedBy, fault, where);
        judge(world, done, where);
        return struck;
    }

    /// What the window has been told, if the fault stopped anything.
    static void judgeWord(std::optional<ErrorCode> stoppedBy, const DiskFault &fault, const QString &where)
    {
        if (!stoppedBy || causesOf(fault).contains(*stoppedBy)) return;
        QTest::qFail(qPrintable(u"said to be stopped by %1 %2"_s.arg(errorCodeName(*stoppedBy), where)), __FILE__,
                     __LINE__);
    }

    static void judge(EngineWorld &world, const Acknowledged &done, const QString &where)
    {
        const auto failed = [&where](const char *what) { return qPrintable(QLatin1String(what) + u' ' + where); };
        const auto stopped = world.told().stoppedBy;
        const auto calls = moneyCallsOf(world);
        world.run(10min);
        if (stopped) {
            QVERIFY2(world.told().stoppedBy == stopped, failed("forgot its failure"));
            QVERIFY2(moneyCallsOf(world) == calls, failed("sent after the failure"));
        } else {
            QVERIFY2(done.decided && world.transfers().size() == 1, failed("neither stopped nor paid"));
        }
        world.crash();
        QCOMPARE(violations(world), QString());
        world.restart();
        recovers(world, done, where);
    }

    static void recovers(EngineWorld &world, const Acknowledged &done, const QString &where)
    {
        const auto failed = [&where](const char *what) { return qPrintable(QLatin1String(what) + u' ' + where); };
        QVERIFY2(!world.frozen(), failed("frozen"));
        QVERIFY2(!world.told().stoppedBy, failed("still failed"));
        for (const QByteArray &message : done.messages) {
            const QString sql = u"SELECT count(*) FROM inbox WHERE body_sha256 = '%1'"_s;
            QVERIFY2(count(world, sql.arg(QString::fromLatin1(sha256Hex(message)))) == 1, failed("lost a message"));
        }
        if (done.payout.isEmpty()) return;
        if (done.sent) QVERIFY2(world.state(done.payout) != PayoutState::draft, failed("lost a submission"));
        if (done.decided) QVERIFY2(!world.decisions(done.payout).isEmpty(), failed("lost a decision"));
        if (world.state(done.payout) == PayoutState::draft) {
            VERIFY_DONE(world.engine().sendForChecking(done.payout, firstActs(EngineWorld::draft())));
        }
        world.attend(done.payout);
        COMPARE_STATE(world, done.payout, paid);
        QCOMPARE(world.transfers().size(), size_t{1});
        world.crash();
        QCOMPARE(violations(world), QString());
    }

    /// A payout waits to be sent and another's confirm was in flight when the desk died; now it starts again.
    static bool failsWhileStarting(const DiskFault &fault)
    {
        EngineWorld world;
        world.boot();
        world.spoil(CallKind::confirm, Fault::neverAnswered);
        const PayoutId first = world.submitToReview();
        if (!world.approve(first)) qFatal("not approved");
        world.run(1s);
        const auto second = world.engine().saveDraft({}, EngineWorld::draft(u"1,00"_s));
        if (!second || !world.engine().sendForChecking(*second, firstActs(EngineWorld::draft()))) qFatal("not sent");
        world.crash();

        const auto calls = moneyCallsOf(world);
        failingdisk::arm(folderOf(world), fault);
        const auto started = world.tryRestart();
        const bool struck = failingdisk::hasStruck();
        failingdisk::disarm();
        if (!started && world.isRunning()) refusesToSend(world, calls, fault.nth);
        world.crash();
        if (QTest::currentTestFailed()) return struck;
        world.restart();
        for (const PayoutId &id : {first, *second}) {
            world.attend(id);
            if (world.state(id) != PayoutState::paid) QTest::qFail(qPrintable(world.stateText(id)), __FILE__, __LINE__);
        }
        if (world.transfers().size() != 2) QTest::qFail("not paid once each", __FILE__, __LINE__);
        return struck;
    }

    static void refusesToSend(EngineWorld &world, qsizetype calls, int nth)
    {
        const QByteArray where = "at " + QByteArray::number(nth);
        QVERIFY2(world.told().stoppedBy, where + ": the window does not learn of it");
        world.run(10min);
        QVERIFY2(moneyCallsOf(world) == calls, where + ": sent without having checked its records");
    }

    int m_strikes = 0;
};

QTEST_GUILESS_MAIN(StoreFaultsTest)
#include "tst_storefaults.moc"
