#include "signing/keys.h"

#include "testkeys.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace countersign;

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGeneratedPairSignsAndVerifies()
    {
        const PrivateKey key = PrivateKey::generate(2048).value();
        const QByteArray signature = key.sign("body").value();
        QCOMPARE(signature.size(), 256);
        QVERIFY(key.publicKey().verifies("body", signature));
        QVERIFY(!key.publicKey().verifies("bodY", signature));
        QCOMPARE(key.sign("body").value(), signature);
    }

    void newKeysHave3072BitsUnlessToldOtherwise() { QCOMPARE(PrivateKey::generate().value().publicKey().bits(), 3072); }

    void shortAndHugeKeysAreNotMade()
    {
        QCOMPARE(PrivateKey::generate(2047).error().code, ErrorCode::keyTooShort);
        QCOMPARE(PrivateKey::generate(16385).error().code, ErrorCode::keyWeak);
    }

    void thePublicKeyComesBackFromItsPem()
    {
        const PublicKey key = PublicKey::fromPem(testkeys::rsaPublic()).value();
        const PublicKey again = PublicKey::fromPem(key.toPem()).value();
        QCOMPARE(again.fingerprint(), key.fingerprint());
        QVERIFY(key.toPem().startsWith("-----BEGIN PUBLIC KEY-----\n"));
        QVERIFY(key.toPem().endsWith("-----END PUBLIC KEY-----\n"));
    }

    void theFingerprintIsTheDigestOfTheDerInThePem()
    {
        const PublicKey key = PublicKey::fromPem(testkeys::rsaPublic()).value();
        QByteArray base64 = key.toPem();
        base64.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", "");
        const QByteArray digest =
            QCryptographicHash::hash(QByteArray::fromBase64(base64), QCryptographicHash::Sha256).toHex(':');
        QCOMPARE(key.fingerprint(), QString::fromLatin1(digest));
        static const QRegularExpression shape(QStringLiteral("^([0-9a-f]{2}:){31}[0-9a-f]{2}$"));
        QVERIFY(shape.match(key.fingerprint()).hasMatch());
    }

    void pkcs1PublicKeysAreReadToo() { QCOMPARE(PublicKey::fromPem(testkeys::rsaPkcs1Public()).value().bits(), 2048); }

    void lineEndsAndByteOrderMarksOfEditorsDoNoHarm()
    {
        QByteArray pem = testkeys::rsaPublic();
        const QString fingerprint = PublicKey::fromPem(pem).value().fingerprint();
        pem.replace("\n", "\r\n").prepend("\xef\xbb\xbf");
        QCOMPARE(PublicKey::fromPem(pem).value().fingerprint(), fingerprint);
    }

    void onlyAKeysOwnHalfMatches()
    {
        const PrivateKey key = PrivateKey::generate(2048).value();
        QVERIFY(checkPair(key, PublicKey::fromPem(key.publicKey().toPem()).value()));
        const auto stranger = PublicKey::fromPem(testkeys::rsaPublic());
        QCOMPARE(checkPair(key, *stranger).error().code, ErrorCode::keyPairMismatch);
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
