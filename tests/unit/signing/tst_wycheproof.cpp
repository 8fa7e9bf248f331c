#include "signing/openssl.h"
#include "signing/pem.h"
#include "signing/rsasha256.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace countersign;

/// All public vectors for RSA PKCS#1 v1.5 with SHA-256. Some of their keys have exponent 3 and would never be enrolled,
/// so this goes below the vetting of keys.
class TestWycheproof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVectorsGetTheirVerdict_data()
    {
        QTest::addColumn<QString>("path");
        const QDir directory(QStringLiteral(COUNTERSIGN_SHARED "/vectors/wycheproof"));
        const QStringList names =
            directory.entryList({QStringLiteral("rsa_signature_*_sha256_test.json")}, QDir::Files, QDir::Name);
        if (names.isEmpty()) QSKIP("The Wycheproof vectors are not on this computer.");
        for (const QString &name : names)
            QTest::addRow("%s", qPrintable(name)) << directory.filePath(name);
    }

    void theVectorsGetTheirVerdict()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        int checked = 0;
        const QJsonArray groups = root[QStringLiteral("testGroups")].toArray();
        for (const QJsonValue group : groups) {
            QCOMPARE(group[QStringLiteral("sha")].toString(), QStringLiteral("SHA-256"));
            const auto key = parsePublicPem(group[QStringLiteral("publicKeyPem")].toString().toLatin1());
            QVERIFY(key);
            const QJsonArray vectors = group[QStringLiteral("tests")].toArray();
            for (const QJsonValue vector : vectors) {
                checkVector(key->get(), vector.toObject());
                ++checked;
            }
        }
        QCOMPARE(checked, root[QStringLiteral("numberOfTests")].toInt());
    }

private:
    /// "acceptable" (a missing NULL, by one standard allowed) may go either way; the library refuses it.
    static void checkVector(EVP_PKEY *key, const QJsonObject &vector)
    {
        const QByteArray body = QByteArray::fromHex(vector[QStringLiteral("msg")].toString().toLatin1());
        const QByteArray signature = QByteArray::fromHex(vector[QStringLiteral("sig")].toString().toLatin1());
        const bool expected = vector[QStringLiteral("result")].toString() == QStringLiteral("valid");
        const bool verifies = rsaSha256Verifies(key, body, signature);
        QVERIFY2(verifies == expected, qPrintable(QStringLiteral("vector %1: %2")
                                                      .arg(vector[QStringLiteral("tcId")].toInt())
                                                      .arg(vector[QStringLiteral("comment")].toString())));
    }
};

QTEST_GUILESS_MAIN(TestWycheproof)
#include "tst_wycheproof.moc"
