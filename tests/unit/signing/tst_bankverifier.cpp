#include "signing/bankverifier.h"

#include "signing/keyfile.h"
#include "testkeys.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/err.h>

using namespace countersign;

namespace {

QJsonObject publishedVectors()
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples/18-signature-vectors.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestBankVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVectorsOfTheApiPageGetTheirVerdict_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("signature");
        QTest::addColumn<bool>("valid");
        const QJsonArray vectors = publishedVectors()[QStringLiteral("vectors")].toArray();
        for (const QJsonValue vector : vectors) {
            QTest::addRow("%s", qPrintable(vector[QStringLiteral("name")].toString()))
                << QByteArray::fromBase64(vector[QStringLiteral("body_base64")].toString().toLatin1())
                << vector[QStringLiteral("x_partner_sign")].toString().toLatin1()
                << vector[QStringLiteral("valid")].toBool();
        }
        QVERIFY(vectors.size() >= 12);
    }

    void theVectorsOfTheApiPageGetTheirVerdict()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, signature);
        QFETCH(bool, valid);
        const auto key = PublicKey::fromPem(publishedVectors()[QStringLiteral("public_key_pem")].toString().toLatin1());
        const BankVerifier verifier({key.value()});
        const auto verdict = verifier.verify(body, signature);
        QCOMPARE(verdict.has_value(), valid);
        if (valid)
            QCOMPARE(*verdict, key->fingerprint());
        else
            QCOMPARE(verdict.error().code, ErrorCode::signatureInvalid);
    }

    void anyOfTheEnrolledKeysFits()
    {
        const PrivateKey old = PrivateKey::generate(2048).value();
        const PrivateKey next = PrivateKey::generate(3072).value();
        const BankVerifier verifier({old.publicKey(), next.publicKey()});
        QCOMPARE(verifier.verify("b", old.sign("b").value().toBase64()).value(), old.publicKey().fingerprint());
        QCOMPARE(verifier.verify("b", next.sign("b").value().toBase64()).value(), next.publicKey().fingerprint());
        const PrivateKey stranger = PrivateKey::generate(2048).value();
        QCOMPARE(verifier.verify("b", stranger.sign("b").value().toBase64()).error().code, ErrorCode::signatureInvalid);
    }

    void withoutKeysNothingVerifies()
    {
        const PrivateKey key = PrivateKey::generate(2048).value();
        QVERIFY(!BankVerifier({}).verify("b", key.sign("b").value().toBase64()));
    }

    void otherWritingsOfAGoodSignatureAreRefused_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addRow("space before") << QByteArray(" ") << QByteArray();
        QTest::addRow("line break after") << QByteArray() << QByteArray("\n");
        QTest::addRow("four signs more") << QByteArray() << QByteArray("AAAA");
        QTest::addRow("padding more") << QByteArray() << QByteArray("====");
        QTest::addRow("zero byte in front") << QByteArray("AAAA") << QByteArray();
    }

    void otherWritingsOfAGoodSignatureAreRefused()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const PrivateKey key = PrivateKey::generate(2048).value();
        const QByteArray good = key.sign("b").value().toBase64();
        const BankVerifier verifier({key.publicKey()});
        QVERIFY(verifier.verify("b", good));
        QCOMPARE(verifier.verify("b", before + good + after).error().code, ErrorCode::signatureInvalid);
    }

    void tenThousandChangesOfOneBitAreAllRefused()
    {
        const PrivateKey key = PrivateKey::generate(2048).value();
        const BankVerifier verifier({key.publicKey()});
        const QByteArray body(1000, 'x');
        const QByteArray signature = key.sign(body).value();
        int accepted = 0;
        const auto flipped = [](QByteArray bytes, int bit) {
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
            return bytes;
        };
        for (int bit = 0; bit < 8000; ++bit)
            accepted += verifier.verify(flipped(body, bit), signature.toBase64()).has_value() ? 1 : 0;
        for (int bit = 0; bit < 2048; ++bit)
            accepted += verifier.verify(body, flipped(signature, bit).toBase64()).has_value() ? 1 : 0;
        QCOMPARE(accepted, 0);
        QVERIFY(verifier.verify(body, signature.toBase64()));
    }

    void oldErrorsOfTheLibraryNeitherCountNorStay()
    {
        const PrivateKey key = PrivateKey::generate(2048).value();
        const BankVerifier verifier({key.publicKey()});
        ERR_raise(ERR_LIB_RSA, ERR_R_INTERNAL_ERROR);
        QVERIFY(verifier.verify("b", key.sign("b").value().toBase64()));
        QVERIFY(!verifier.verify("c", key.sign("b").value().toBase64()));
        QCOMPARE(ERR_peek_error(), 0ul);
    }

    void filesThatCannotBeTakenAreNamed()
    {
        const QTemporaryDir directory;
        const QString good = directory.filePath(QStringLiteral("good.pem"));
        QVERIFY(savePublicKey(good, PublicKey::fromPem(testkeys::rsaPublic()).value()));
        QCOMPARE(BankVerifier::fromFiles({good}).value().enrolled().size(), 1);

        const QString bad =
            testkeys::written(QDir(directory.path()), QStringLiteral("bad.pem"), testkeys::rsaPublic({.bits = 1024}));
        const auto refused = BankVerifier::fromFiles({good, bad});
        QCOMPARE(refused.error().code, ErrorCode::keyTooShort);
        QVERIFY(refused.error().detail.startsWith(bad));
    }
};

QTEST_GUILESS_MAIN(TestBankVerifier)
#include "tst_bankverifier.moc"
