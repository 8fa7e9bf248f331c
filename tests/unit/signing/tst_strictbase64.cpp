#include "signing/strictbase64.h"

#include <QTest>

using namespace countersign;

class TestStrictBase64 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesTheCanonicalForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("no padding") << QByteArray("YWJj") << QByteArray("abc");
        QTest::addRow("one sign of padding") << QByteArray("YWI=") << QByteArray("ab");
        QTest::addRow("two signs of padding") << QByteArray("YQ==") << QByteArray("a");
        QTest::addRow("whole alphabet") << QByteArray("+/+/") << QByteArray("\xfb\xff\xbf");
        QTest::addRow("zero bytes") << QByteArray("AAA=") << QByteArray(2, '\0');
    }

    void decodesTheCanonicalForm()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, bytes);
        QCOMPARE(decodeStrictBase64(text).value(), bytes);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("nothing") << QByteArray() << ErrorCode::emptyValue;
        QTest::addRow("padding missing") << QByteArray("YQ") << ErrorCode::wrongLength;
        QTest::addRow("padding one short") << QByteArray("YQ=") << ErrorCode::wrongLength;
        QTest::addRow("too much padding") << QByteArray("YWJj====") << ErrorCode::wrongCharacter;
        QTest::addRow("only padding") << QByteArray("====") << ErrorCode::wrongCharacter;
        QTest::addRow("three signs of padding") << QByteArray("Y===") << ErrorCode::wrongCharacter;
        QTest::addRow("padding inside") << QByteArray("YQ==YQ==") << ErrorCode::wrongCharacter;
        QTest::addRow("space inside") << QByteArray("YW Jj123") << ErrorCode::wrongCharacter;
        QTest::addRow("line break at the end") << QByteArray("YWJ\n") << ErrorCode::wrongCharacter;
        QTest::addRow("carriage return and line break") << QByteArray("YWJjYW\r\n") << ErrorCode::wrongCharacter;
        QTest::addRow("space before") << QByteArray(" YWJ") << ErrorCode::wrongCharacter;
        QTest::addRow("alphabet for addresses") << QByteArray("-_-_") << ErrorCode::wrongCharacter;
        QTest::addRow("zero byte") << QByteArray("YW\0j", 4) << ErrorCode::wrongCharacter;
        QTest::addRow("byte above 127") << QByteArray("YW\xc3\xa4") << ErrorCode::wrongCharacter;
        QTest::addRow("unused bits, one padding") << QByteArray("YWJ=") << ErrorCode::wrongFormat;
        QTest::addRow("unused bits, two padding") << QByteArray("YR==") << ErrorCode::wrongFormat;
    }

    void refusesEverythingElse()
    {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        const auto decoded = decodeStrictBase64(text);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, code);
    }

    void everyLengthComesBack()
    {
        QByteArray bytes;
        for (int size = 1; size <= 600; ++size) {
            bytes.append(static_cast<char>(size * 37));
            QCOMPARE(decodeStrictBase64(bytes.toBase64()).value(), bytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestStrictBase64)
#include "tst_strictbase64.moc"
