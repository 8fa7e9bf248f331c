#include "core/crashfiles.h"

#include <QtTest>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

using namespace countersign;

class CrashFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noImageOfTheMemoryIsWrittenAfterwards()
    {
#ifdef Q_OS_LINUX
        QCOMPARE(prctl(PR_GET_DUMPABLE), 1);
        forbidCrashFiles();
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_max, rlim_t{0});
        prctl(PR_SET_DUMPABLE, 1); // for the leak checker of an instrumented build, which reads the memory at the end
#else
        QSKIP("only Linux tells whether it would write one");
#endif
    }
};

QTEST_GUILESS_MAIN(CrashFilesTest)
#include "tst_crashfiles.moc"
