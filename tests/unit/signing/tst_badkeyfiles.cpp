#include "signing/keyfile.h"

#include "testkeys.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::testkeys;

namespace {

/// Changes one character in the middle of the Base64 text.
QByteArray withChangedMiddle(QByteArray pem)
{
    const qsizetype middle = pem.size() / 2;
    pem[middle] = pem[middle] == 'A' ? 'B' : 'A';
    return pem;
}

QByteArray relabelled(QByteArray pem, const char *from, const char *to)
{
    return pem.replace(from, to);
}

/// Replaces bytes inside the DER of a PEM block.
QByteArray withDer(const QByteArray &pem, const QByteArray &label, const char *fromHex, const char *toHex)
{
    const QByteArray begin = "-----BEGIN " + label + "-----\n";
    const QByteArray end = "-----END " + label + "-----\n";
    QByteArray base64 = pem;
    base64.replace(begin, "").replace(end, "");
    QByteArray der = QByteArray::fromBase64(base64);
    const QByteArray from = QByteArray::fromHex(fromHex);
    if (!der.contains(from)) qFatal("nothing to replace");
    der.replace(from, QByteArray::fromHex(toHex));
    QByteArray text = der.toBase64();
    for (qsizetype i = 64; i < text.size(); i += 65)
        text.insert(i, '\n');
    return begin + text + '\n' + end;
}

QByteArray scryptWith(const char *fromHex, const char *toHex)
{
    return withDer(rsaPkcs8CheapScrypt("secret"), "ENCRYPTED PRIVATE KEY", fromHex, toHex);
}

} // namespace

class TestBadKeyFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badPrivateKeysAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QByteArray &content, ErrorCode code) {
            QTest::addRow("%s", name) << content << code;
        };
        using enum ErrorCode;
        row("empty file", {}, notAKeyFile);
        row("plain text", "this is not a key\n", notAKeyFile);
        row("zero bytes", QByteArray(4096, '\0'), notAKeyFile);
        row("larger than any key file", QByteArray(70000, 'A'), notAKeyFile);
        row("frame without content", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n", keyFileDamaged);
        row("content that is not Base64", "-----BEGIN PRIVATE KEY-----\n%%%%\n-----END PRIVATE KEY-----\n",
            keyFileDamaged);
        row("content that is not DER", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            keyFileDamaged);
        row("cut off in the middle", rsaPkcs8().chopped(900), keyFileDamaged);
        row("end line missing", rsaPkcs8().chopped(26), keyFileDamaged);
        row("one character changed", withChangedMiddle(rsaPkcs8()), keyFileDamaged);
        row("wrong private exponent", rsaWithWrongPrivateExponent(), keyFileDamaged);
        row("PKCS#1 labelled PKCS#8", relabelled(rsaPkcs1(), "RSA PRIVATE", "PRIVATE"), keyFileDamaged);
        row("clear PKCS#8 labelled encrypted", relabelled(rsaPkcs8(), "PRIVATE", "ENCRYPTED PRIVATE"), keyFileDamaged);
        row("encrypted labelled clear", relabelled(rsaPkcs8Encrypted("secret"), "ENCRYPTED ", ""), keyFileDamaged);
        row("encrypted and cut off", rsaPkcs8Encrypted("secret").chopped(600), keyFileDamaged);
        row("unknown cipher named", relabelled(rsaPkcs1Encrypted("secret"), "AES-256-CBC", "ROT-13-CBC"),
            keyFileDamaged);
        row("unknown scheme of encryption",
            withDer(rsaPkcs8Encrypted("secret"), "ENCRYPTED PRIVATE KEY", "06092a864886f70d01050d",
                    "06092a864886f70d01057f"),
            keyFileDamaged);
        row("unknown derivation of the key",
            withDer(rsaPkcs8Encrypted("secret"), "ENCRYPTED PRIVATE KEY", "06092a864886f70d01050c",
                    "06092a864886f70d01057f"),
            keyFileDamaged);
        row("PBKDF2 that wants two thousand million rounds", pkcs8WithRounds(0x7fffffff), keyFileDamaged);
        row("scrypt that wants 2 TiB", scryptWith("02024000020108020101", "0202400002030fffff0101"), keyFileDamaged);
        row("scrypt cost not a power of two", scryptWith("02024000020108", "02024001020108"), keyFileDamaged);
        row("scrypt cost of one", scryptWith("02024000020108", "02020001020108"), keyFileDamaged);
        row("scrypt negative cost", scryptWith("02024000020108", "0202c000020108"), keyFileDamaged);
        row("scrypt without blocks", scryptWith("02024000020108", "02024000020100"), keyFileDamaged);
        row("scrypt with another cipher", scryptWith("60864801650304012a", "60864801650304012b"), keyFileDamaged);
        row("certificate instead", relabelled(rsaPublic(), "PUBLIC KEY", "CERTIFICATE"), notAKeyFile);
        row("PDF", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n", notAKeyFile);
        row("public key instead", rsaPublic(), keyIsPublic);
        row("PKCS#1 public key instead", rsaPkcs1Public(), keyIsPublic);
        row("elliptic curve", otherPkcs8("EC"), keyTypeWrong);
        row("elliptic curve with parameters", ecTraditional(), keyTypeWrong);
        row("Ed25519", otherPkcs8("ED25519"), keyTypeWrong);
        row("RSA for PSS only", otherPkcs8("RSA-PSS"), keyTypeWrong);
        row("OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", keyTypeWrong);
        row("RSA of 1024 bits", rsaPkcs8({.bits = 1024}), keyTooShort);
        row("RSA of 2047 bits", rsaPkcs8({.bits = 2047}), keyTooShort);
        row("RSA of 1024 bits, encrypted", rsaPkcs8CheapScrypt("secret", {.bits = 1024}), keyTooShort);
        row("exponent 3", rsaPkcs8({.exponent = 3}), keyWeak);
        row("exponent 65539", rsaPkcs8({.exponent = 65539}), keyWeak);
        row("neighbouring primes", rsaWithClosePrimes(), keyWeak);
    }

    void badPrivateKeysAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        const QString path = written(QDir(m_directory.path()), QStringLiteral("bad.pem"), content);
        const auto opened = openPrivateKey(path, SecretBytes(QByteArrayView("secret")));
        QVERIFY(!opened);
        QCOMPARE(errorCodeName(opened.error().code), errorCodeName(code));
    }

    void badPublicKeysAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QByteArray &content, ErrorCode code) {
            QTest::addRow("%s", name) << content << code;
        };
        using enum ErrorCode;
        row("empty file", {}, notAKeyFile);
        row("plain text", "this is not a key\n", notAKeyFile);
        row("one line of OpenSSH", "ssh-rsa AAAAB3NzaC1yc2E= me@here\n", notAKeyFile);
        row("cut off in the middle", rsaPublic().chopped(200), keyFileDamaged);
        row("content that is not DER", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", keyFileDamaged);
        row("PKCS#1 labelled SubjectPublicKeyInfo", relabelled(rsaPkcs1Public(), "RSA PUBLIC", "PUBLIC"),
            keyFileDamaged);
        row("certificate instead", relabelled(rsaPublic(), "PUBLIC KEY", "CERTIFICATE"), notAKeyFile);
        row("PDF", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n", notAKeyFile);
        row("private key instead", rsaPkcs8(), keyIsPrivate);
        row("PKCS#1 private key instead", rsaPkcs1(), keyIsPrivate);
        row("encrypted private key instead", rsaPkcs8Encrypted("secret"), keyIsPrivate);
        row("private key behind the public one", rsaPublic() + rsaPkcs8(), keyIsPrivate);
        row("elliptic curve", otherPublic("EC"), keyTypeWrong);
        row("Ed25519", otherPublic("ED25519"), keyTypeWrong);
        row("RSA for PSS only", otherPublic("RSA-PSS"), keyTypeWrong);
        row("RSA of 1024 bits", rsaPublic({.bits = 1024}), keyTooShort);
        row("exponent 3", rsaPublic({.exponent = 3}), keyWeak);
        row("small factor", publicWithSmallFactor(), keyWeak);
        row("square of one prime", publicSquare(), keyWeak);
    }

    void badPublicKeysAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        const auto opened = openPublicKey(written(QDir(m_directory.path()), QStringLiteral("bad.pem"), content));
        QVERIFY(!opened);
        QCOMPARE(errorCodeName(opened.error().code), errorCodeName(code));
    }

    void aFolderIsNotAKeyFile()
    {
        QCOMPARE(openPrivateKey(m_directory.path(), SecretBytes()).error().code, ErrorCode::keyFileUnreadable);
    }

    /// The password is asked for before anything costly, and only for keys that have one.
    void encryptedKeysAskForTheirPassword_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("PBKDF2") << rsaPkcs8Encrypted("secret");
        QTest::addRow("scrypt") << rsaPkcs8CheapScrypt("secret");
        QTest::addRow("PKCS#1") << rsaPkcs1Encrypted("secret");
    }

    void encryptedKeysAskForTheirPassword()
    {
        QFETCH(QByteArray, content);
        const QString path = written(QDir(m_directory.path()), QStringLiteral("k.pem"), content);
        QCOMPARE(openPrivateKey(path, SecretBytes()).error().code, ErrorCode::keyPasswordNeeded);
    }

private:
    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(TestBadKeyFiles)
#include "tst_badkeyfiles.moc"
