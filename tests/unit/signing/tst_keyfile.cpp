#include "signing/keyfile.h"

#include "testkeys.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace countersign;
using testkeys::goodPassword;
using testkeys::written;

class TestKeyFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
        m_path = m_directory->filePath(QStringLiteral("signing-key.pem"));
    }

    void whatWasCreatedOpensWithItsPassword()
    {
        const PrivateKey created = createPrivateKey(m_path, goodPassword()).value();
        QCOMPARE(created.publicKey().bits(), 3072);
        const OpenedKey opened = openPrivateKey(m_path, goodPassword()).value();
        QCOMPARE(opened.key.publicKey().fingerprint(), created.publicKey().fingerprint());
        QCOMPARE(opened.protection, KeyProtection::scrypt);
        QCOMPARE(opened.key.sign("body").value(), created.sign("body").value());
    }

    void anotherPasswordDoesNotOpenIt()
    {
        QVERIFY(createPrivateKey(m_path, goodPassword(), 2048));
        QCOMPARE(codeOf(QStringLiteral("Wolkige Aussicht 48 Grad")), ErrorCode::keyPasswordWrong);
        QCOMPARE(codeOf(QStringLiteral("x")), ErrorCode::keyPasswordWrong);
        QCOMPARE(codeOf(QString()), ErrorCode::keyPasswordNeeded);
    }

    void theFileIsEncryptedPkcs8ForItsOwnerOnly()
    {
        QVERIFY(createPrivateKey(m_path, goodPassword(), 2048));
        QVERIFY(content().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
        QVERIFY(content().endsWith("-----END ENCRYPTED PRIVATE KEY-----\n"));
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                              QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(m_path).permissions() & others, QFile::Permissions());
    }

    void theFileNamesTheCostOfTheThreatModel()
    {
        QVERIFY(createPrivateKey(m_path, goodPassword(), 2048));
        QByteArray base64 = content();
        base64.replace("-----BEGIN ENCRYPTED PRIVATE KEY-----", "").replace("-----END ENCRYPTED PRIVATE KEY-----", "");
        const QByteArray der = QByteArray::fromBase64(base64);
        const auto holds = [&](const char *hex) { return der.contains(QByteArray::fromHex(hex)); };
        QVERIFY(holds("06092a864886f70d01050d"));     // PBES2
        QVERIFY(holds("06092b06010401da47040b"));     // scrypt
        QVERIFY(holds("0203020000020108020101"));     // N=131072, r=8, p=1
        QVERIFY(holds("060960864801650304012a0410")); // AES-256-CBC with 16 bytes of IV
    }

    void twoFilesOfOneKeyDiffer()
    {
        const PrivateKey key = PrivateKey::generate(2048).value();
        QVERIFY(savePrivateKey(m_path, key, goodPassword()));
        const QByteArray first = content();
        QVERIFY(savePrivateKey(m_path, key, goodPassword(), ExistingFile::replace));
        QVERIFY(content() != first);
    }

    void anExistingFileIsKeptUnlessReplacingWasAskedFor()
    {
        const PrivateKey key = PrivateKey::generate(2048).value();
        QVERIFY(savePrivateKey(m_path, key, goodPassword()));
        const QByteArray before = content();
        QCOMPARE(savePrivateKey(m_path, key, goodPassword()).error().code, ErrorCode::fileUnwritable);
        QCOMPARE(createPrivateKey(m_path, goodPassword(), 2048).error().code, ErrorCode::fileUnwritable);
        QCOMPARE(content(), before);
    }

    void replacingTakesAwayTheRightsOfOthers()
    {
        QCOMPARE(written(QDir(m_directory->path()), QStringLiteral("signing-key.pem"), testkeys::rsaPkcs8()), m_path);
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const OpenedKey opened = openPrivateKey(m_path, SecretBytes()).value();
        QVERIFY(savePrivateKey(m_path, opened.key, goodPassword(), ExistingFile::replace));
        QVERIFY(!(QFileInfo(m_path).permissions() & QFile::ReadOther));
    }

    void weakPasswordsProtectNoKey()
    {
        const SecretBytes weak = SecretBytes::fromText(QStringLiteral("aaaaaaaaaaaa"));
        QCOMPARE(createPrivateKey(m_path, weak, 2048).error().code, ErrorCode::passwordTooWeak);
        const SecretBytes brief = SecretBytes::fromText(QStringLiteral("aB3$xY7!pQ9"));
        QCOMPARE(createPrivateKey(m_path, brief, 2048).error().code, ErrorCode::passwordTooWeak);
        QVERIFY(!QFile::exists(m_path));
    }

    void aFolderThatIsNotThereIsReported()
    {
        const QString nowhere = m_directory->filePath(QStringLiteral("missing/key.pem"));
        QCOMPARE(createPrivateKey(nowhere, goodPassword(), 2048).error().code, ErrorCode::fileUnwritable);
        QCOMPARE(openPrivateKey(nowhere, goodPassword()).error().code, ErrorCode::keyFileUnreadable);
        QCOMPARE(openPublicKey(nowhere).error().code, ErrorCode::keyFileUnreadable);
    }

    void keysOfOtherProgramsOpen_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<KeyProtection>("protection");
        QTest::addRow("PKCS#8 in the clear") << testkeys::rsaPkcs8() << KeyProtection::none;
        QTest::addRow("PKCS#1 in the clear") << testkeys::rsaPkcs1() << KeyProtection::none;
        QTest::addRow("PKCS#8 with PBKDF2") << testkeys::rsaPkcs8Encrypted("secret") << KeyProtection::other;
        QTest::addRow("PKCS#1 encrypted") << testkeys::rsaPkcs1Encrypted("secret") << KeyProtection::other;
        QTest::addRow("PKCS#8 with cheap scrypt") << testkeys::rsaPkcs8CheapScrypt("secret") << KeyProtection::scrypt;
        QTest::addRow("text and public key before it")
            << "Bag Attributes: none\n" + testkeys::rsaPublic() + testkeys::rsaPkcs8() << KeyProtection::none;
    }

    void keysOfOtherProgramsOpen()
    {
        QFETCH(QByteArray, pem);
        QFETCH(KeyProtection, protection);
        const QString path = written(QDir(m_directory->path()), QStringLiteral("k.pem"), pem);
        const auto opened = openPrivateKey(path, SecretBytes(QByteArrayView("secret")));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE(opened->protection, protection);
        QCOMPARE(openPrivateKey(path, SecretBytes()).has_value(), protection == KeyProtection::none);
    }

    void foreignEncryptionRefusesWrongPasswords_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<int>("tries");
        QTest::addRow("PBKDF2") << testkeys::rsaPkcs8Encrypted("secret") << 800;
        QTest::addRow("PKCS#1") << testkeys::rsaPkcs1Encrypted("secret") << 2000;
        QTest::addRow("scrypt") << testkeys::rsaPkcs8CheapScrypt("secret") << 10;
    }

    /// 1 of 256 wrong passwords gives padding that looks right: the quick ones are tried often enough to meet it.
    void foreignEncryptionRefusesWrongPasswords()
    {
        QFETCH(QByteArray, pem);
        QFETCH(int, tries);
        const QString path = written(QDir(m_directory->path()), QStringLiteral("k.pem"), pem);
        for (int i = 0; i < tries; ++i) {
            const auto opened = openPrivateKey(path, SecretBytes(QByteArray("wrong" + QByteArray::number(i))));
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::keyPasswordWrong);
        }
    }

    void thePublicKeyFileComesBack()
    {
        const PublicKey key = PrivateKey::generate(2048).value().publicKey();
        const QString path = m_directory->filePath(QStringLiteral("public.pem"));
        QVERIFY(savePublicKey(path, key));
        QCOMPARE(openPublicKey(path).value().fingerprint(), key.fingerprint());
    }

private:
    ErrorCode codeOf(const QString &password)
    {
        const auto opened = openPrivateKey(m_path, SecretBytes::fromText(password));
        return opened ? ErrorCode::internalFault : opened.error().code;
    }

    QByteArray content()
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
