#include "core/sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace countersign;

/// The digest of FIPS 180-4, however the bytes are cut into parts.
class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsThePublishedExamples_data();
    void knowsThePublishedExamples();
    void partsCountAsOneText();
    void saysTheSameAsQt();
};

void TestSha256::knowsThePublishedExamples_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("digest");
    QTest::addRow("nothing") << QByteArray()
                             << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::addRow("one block") << QByteArray("abc")
                               << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::addRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::addRow("a million letters") << QByteArray(1'000'000, 'a')
                                       << QByteArray(
                                              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestSha256::knowsThePublishedExamples()
{
    QFETCH(QByteArray, bytes);
    QTEST(sha256({bytes}).toHex(), "digest");
}

void TestSha256::partsCountAsOneText()
{
    QCOMPARE(sha256({"a", "", "bc"}), sha256({"abc"}));
    QCOMPARE(sha256({}), sha256({""}));
    QVERIFY(sha256({"ab", "d"}) != sha256({"abc"}));
}

void TestSha256::saysTheSameAsQt()
{
    QByteArray bytes;
    for (int size = 0; size < 200; ++size) {
        QCOMPARE(sha256({bytes}), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        bytes.append(static_cast<char>(size * 37));
    }
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
