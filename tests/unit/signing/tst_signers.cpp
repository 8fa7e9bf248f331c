#include "signing/signers.h"

#include "signing/keyfile.h"
#include "signing/strictbase64.h"
#include "testkeys.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace countersign;
using testkeys::goodPassword;
using testkeys::written;

class TestSigners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_directory.filePath(QStringLiteral("key.pem"));
        m_publicKey = std::make_unique<PublicKey>(createPrivateKey(m_path, goodPassword(), 2048).value().publicKey());
    }

    void theSignatureIsOneLineOfBase64OverTheBody()
    {
        const auto signer = UnlockedSigner::open(m_path, goodPassword()).value();
        const QByteArray base64 = signer->sign("{\"a\":1}").value();
        QCOMPARE(base64.size(), 344);
        QVERIFY(m_publicKey->verifies("{\"a\":1}", decodeStrictBase64(base64).value()));
        QVERIFY(m_publicKey->verifies("", decodeStrictBase64(signer->sign("").value()).value()));
        QCOMPARE(signer->fingerprint(), m_publicKey->fingerprint());
        QCOMPARE(signer->bits(), 2048);
    }

    void aKeyInTheClearIsNeverSignedWith()
    {
        const QString path = written(QDir(m_directory.path()), QStringLiteral("clear.pem"), testkeys::rsaPkcs8());
        QCOMPARE(UnlockedSigner::open(path, SecretBytes()).error().code, ErrorCode::keyNotEncrypted);
        QCOMPARE(UnlockedSigner::open(path, goodPassword()).error().code, ErrorCode::keyNotEncrypted);
    }

    void isLockedUntilThePasswordWasEntered()
    {
        LockableSigner signer;
        QVERIFY(signer.isLocked());
        QCOMPARE(signer.sign("body").error().code, ErrorCode::signerLocked);
        QCOMPARE(signer.fingerprint(), QString());
        QCOMPARE(signer.bits(), 0);

        QVERIFY(signer.unlock(m_path, goodPassword()));
        QVERIFY(!signer.isLocked());
        QVERIFY(signer.sign("body"));
        QCOMPARE(signer.fingerprint(), m_publicKey->fingerprint());
        QCOMPARE(signer.bits(), 2048);
    }

    void isLockedAgainAfterLock()
    {
        LockableSigner signer;
        QVERIFY(signer.unlock(m_path, goodPassword()));
        signer.lock();
        QVERIFY(signer.isLocked());
        QCOMPARE(signer.sign("body").error().code, ErrorCode::signerLocked);
    }

    void aFailedUnlockChangesNothing()
    {
        LockableSigner signer;
        QCOMPARE(signer.unlock(m_path, SecretBytes(QByteArrayView("wrong"))).error().code, ErrorCode::keyPasswordWrong);
        QVERIFY(signer.isLocked());
        QVERIFY(signer.unlock(m_path, goodPassword()));
        QVERIFY(!signer.unlock(m_path, SecretBytes(QByteArrayView("wrong"))));
        QVERIFY(signer.sign("body"));
    }

    void signsFromSeveralThreadsWhileBeingLocked()
    {
        LockableSigner signer;
        QVERIFY(signer.unlock(m_path, goodPassword()));
        const QByteArray expected = signer.sign("body").value();
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    auto signature = signer.sign("body");
                    while (signature) {
                        if (*signature != expected) ++wrong;
                        signature = signer.sign("body");
                    }
                    if (signature.error().code != ErrorCode::signerLocked) ++wrong;
                });
            }
            for (int i = 0; i < 20; ++i)
                QCOMPARE(signer.sign("body").value(), expected);
            signer.lock();
        }
        QCOMPARE(wrong.load(), 0);
    }

private:
    QTemporaryDir m_directory;
    QString m_path;
    std::unique_ptr<PublicKey> m_publicKey;
};

QTEST_GUILESS_MAIN(TestSigners)
#include "tst_signers.moc"
