#include "storefixture.h"

#include "storage/durablefile.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Appending, and a lock that ends with whoever holds it.
class TestDurableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsBehindWhatIsThere();
    void isReadableByItsOwnerOnly();
    void saysWhenItCannotOpen();
#ifdef Q_OS_LINUX
    void saysWhenTheDiskIsFull();
#endif
    void locksOnce();
    void aKilledHolderLetsGo();
};

void TestDurableFile::appendsBehindWhatIsThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"f"_s);
    for (const QByteArray &part : {QByteArray("one\n"), QByteArray("two\n")}) {
        auto file = NativeFile::openForAppend(path);
        VERIFY_GOOD(file);
        VERIFY_GOOD(file->write(part));
        VERIFY_GOOD(file->sync());
    }
    VERIFY_GOOD(syncDirectory(folder.path()));
    QFile read(path);
    QVERIFY(read.open(QIODevice::ReadOnly));
    QCOMPARE(read.readAll(), QByteArray("one\ntwo\n"));
}

void TestDurableFile::isReadableByItsOwnerOnly()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"f"_s);
    VERIFY_GOOD(NativeFile::openForAppend(path));
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestDurableFile::saysWhenItCannotOpen()
{
    COMPARE_CODE(NativeFile::openForAppend(u"/nowhere/at/all"_s), fileUnwritable);
    COMPARE_CODE(syncDirectory(u"/nowhere/at/all"_s), fileUnwritable);
}

#ifdef Q_OS_LINUX
void TestDurableFile::saysWhenTheDiskIsFull()
{
    auto file = NativeFile::openForAppend(u"/dev/full"_s);
    VERIFY_GOOD(file);
    COMPARE_CODE(file->write("one"), diskFull);
}
#endif

void TestDurableFile::locksOnce()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lock"_s);
    auto first = NativeFile::openForAppend(path);
    auto second = NativeFile::openForAppend(path);
    QCOMPARE(first->tryLock(), Result<bool>(true));
    QCOMPARE(second->tryLock(), Result<bool>(false));
    {
        const NativeFile moved = std::move(*first);
        QCOMPARE(second->tryLock(), Result<bool>(false));
    }
    QCOMPARE(second->tryLock(), Result<bool>(true));
}

void TestDurableFile::aKilledHolderLetsGo()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lock"_s);
    int ready[2];
    QCOMPARE(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        auto file = NativeFile::openForAppend(path);
        const bool locked = file && file->tryLock().value_or(false);
        const char word = locked ? 'y' : 'n';
        if (::write(ready[1], &word, 1) != 1) _exit(1);
        while (true)
            pause();
    }
    char word = 0;
    QCOMPARE(::read(ready[0], &word, 1), 1);
    QCOMPARE(word, 'y');
    auto file = NativeFile::openForAppend(path);
    QCOMPARE(file->tryLock(), Result<bool>(false));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    QCOMPARE(file->tryLock(), Result<bool>(true));
    close(ready[0]);
    close(ready[1]);
#else
    QSKIP("needs fork");
#endif
}

QTEST_GUILESS_MAIN(TestDurableFile)
#include "tst_durablefile.moc"
