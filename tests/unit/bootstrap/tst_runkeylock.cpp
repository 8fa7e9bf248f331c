#include "bootstrap/runkeylock.h"
#include "bootstrap/threadexecutor.h"
#include "support/flowworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

class RunKeyLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLockedUntilTheRightPasswordComes()
    {
        LockableSigner signer;
        ThreadExecutor keys(u"keys"_s);
        std::atomic<int> changes = 0;
        RunKeyLock lock(signer, m_key.privateFile(), keys, [&changes] { ++changes; });
        QSignalSpy changed(&lock, &KeyLock::changed);
        QVERIFY(lock.isLocked());

        const auto wrong = finished(lock.unlock(u"another password, also 7 words"_s));
        QVERIFY(!wrong.has_value());
        QCOMPARE(wrong.error().code, ErrorCode::keyPasswordWrong);
        QVERIFY(lock.isLocked());
        QCOMPARE(changes.load(), 0);

        VERIFY_OK(finished(lock.unlock(m_key.password())));
        QVERIFY(!lock.isLocked());
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changes.load(), 1);
        VERIFY_OK(signer.sign("body"));

        lock.lock();
        QVERIFY(lock.isLocked());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(signer.sign("body").error().code, ErrorCode::signerLocked);
    }

    void aKeyFileThatIsGoneIsSaid()
    {
        LockableSigner signer;
        ThreadExecutor keys(u"keys"_s);
        RunKeyLock lock(signer, m_key.privateFile() + u".gone"_s, keys, [] {});
        const auto unlocked = finished(lock.unlock(m_key.password()));
        QVERIFY(!unlocked.has_value());
        QCOMPARE(unlocked.error().code, ErrorCode::keyFileUnreadable);
    }

private:
    const TestKey m_key;
};

QTEST_GUILESS_MAIN(RunKeyLockTest)
#include "tst_runkeylock.moc"
