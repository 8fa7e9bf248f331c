#include "core/logcategories.h"
#include "diagnosis/runninglog.h"
#include "unit/storage/storefixture.h"

#include <QDir>
#include <QThread>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itNeverGrowsBeyondItsPieces()
    {
        QTemporaryDir folder;
        LogFile log(folder.path(), {.bytes = 1000, .pieces = 3});
        for (int line = 0; line < 1000; ++line)
            log.append("line " + QByteArray::number(line));
        const auto files = QDir(folder.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 3);
        for (const QFileInfo &file : files)
            QVERIFY(file.size() <= 1000);
        QVERIFY(log.recent(10'000).endsWith("line 999\n"));
        const QByteArray recent = log.recent(100);
        QVERIFY(recent.size() <= 100 && recent.startsWith("line ") && recent.endsWith("line 999\n"));
    }

    void itGoesOnWhereItEnded()
    {
        QTemporaryDir folder;
        LogFile(folder.path()).append("first");
        LogFile again(folder.path());
        again.append("second");
        QCOMPARE(again.recent(1000), QByteArray("first\nsecond\n"));
    }

    void itsOwnerAloneReadsIt()
    {
        QTemporaryDir folder;
        LogFile(folder.path()).append("x");
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFile::permissions(folder.filePath(u"countersign.log"_s)) & others));
    }

    void whereNothingCanBeWrittenNothingHappens()
    {
        LogFile log(u"/proc/nowhere"_s);
        log.append("x");
        QVERIFY(log.recent(100).isEmpty());
    }

    void manyThreadsWriteWholeLines()
    {
        QTemporaryDir folder;
        LogFile log(folder.path());
        QList<QThread *> threads;
        for (int i = 0; i < 8; ++i) {
            threads.append(QThread::create([&log] {
                for (int line = 0; line < 200; ++line)
                    log.append("a line of this test");
            }));
            threads.last()->start();
        }
        for (QThread *thread : std::as_const(threads))
            thread->wait();
        qDeleteAll(threads);
        const QByteArrayList lines = log.recent(1'000'000).trimmed().split('\n');
        QCOMPARE(lines.size(), 1600);
        for (const QByteArray &line : lines)
            QCOMPARE(line, QByteArray("a line of this test"));
    }

    void whatIsLoggedIsThereMaskedAndDebuggingIsNot()
    {
        QTemporaryDir folder;
        StillClock clock;
        {
            const RunningLog log(folder.path(), clock, "Countersign 1.2.3");
            qWarning("payment to %s of %s failed", "40702810400009900256", "731948,56");
            qCInfo(logPayouts) << "create" << 12 << "ended";
            qCDebug(logPayouts) << "not this";
            qDebug("not this");
        }
        qWarning("after its end");
        const QByteArray text = LogFile(folder.path()).recent(10'000);
        QCOMPARE(text, QByteArray("2023-11-14T22:13:20.000Z I Countersign 1.2.3 starts\n"
                                  "2023-11-14T22:13:20.000Z W default payment to *** of *** failed\n"
                                  "2023-11-14T22:13:20.000Z I countersign.payouts create 12 ended\n"
                                  "2023-11-14T22:13:20.000Z I Countersign 1.2.3 ends\n"));
    }

    /// It ends in the log of the system.
    void whatGoesToTheErrorOutputIsMaskedAsWell()
    {
        QTemporaryDir folder;
        StillClock clock;
        static QStringList said;
        said.clear();
        const QtMessageHandler before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { said += message; });
        {
            const RunningLog log(folder.path(), clock, "Countersign 1.2.3");
            qWarning("payment to %s of %s failed", "40702810400009900256", "731948,56");
        }
        qInstallMessageHandler(before);
        QCOMPARE(said, QStringList{u"payment to *** of *** failed"_s});
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
