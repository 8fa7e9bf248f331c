#include "bootstrap/runkeylock.h"
#include "bootstrap/threadexecutor.h"
#include "signing/keyfile.h"
#include "support/flowworld.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

QString fingerprintOf(const TestKey &key)
{
    return openPublicKey(key.publicFile()).value().fingerprint();
}

} // namespace

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

    void aKeyThatIsNotOursOrTheBanksTooStaysLocked_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QStringList>("bank");
        QTest::addColumn<ErrorCode>("code");
        const QString own = fingerprintOf(m_key);
        QTest::addRow("another key than was set up") << u"00:11"_s << QStringList() << ErrorCode::keyPairMismatch;
        QTest::addRow("our key as the bank's") << own << QStringList{u"00:11"_s, own} << ErrorCode::bankKeyIsOurs;
    }
    void aKeyThatIsNotOursOrTheBanksTooStaysLocked()
    {
        QFETCH(QString, expected);
        QFETCH(QStringList, bank);
        QFETCH(ErrorCode, code);
        LockableSigner signer;
        ThreadExecutor keys(u"keys"_s);
        RunKeyLock lock(
            signer, m_key.privateFile(), keys, [] {},
            [expected, bank](const Signer &own) { return checkOwnKey(own, expected, bank); });
        const auto unlocked = finished(lock.unlock(m_key.password()));
        QVERIFY(!unlocked.has_value());
        QCOMPARE(unlocked.error().code, code);
        QVERIFY(lock.isLocked());
        QCOMPARE(signer.fingerprint(), QString());
    }

    void theKeyThatWasSetUpOpens()
    {
        LockableSigner signer;
        ThreadExecutor keys(u"keys"_s);
        RunKeyLock lock(
            signer, m_key.privateFile(), keys, [] {},
            [expected = fingerprintOf(m_key)](const Signer &own) { return checkOwnKey(own, expected, {u"00:11"_s}); });
        VERIFY_OK(finished(lock.unlock(m_key.password())));
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
