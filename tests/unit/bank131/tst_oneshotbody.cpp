#include "bank131/oneshotbody.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

class OneShotBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOutItsBytesOnce();
    void refusesToBeginAgain();
    void countsWhatWasTaken();
    void revokedGivesNothingMore();
    void takesNothing();
};

void OneShotBodyTest::handsOutItsBytesOnce()
{
    OneShotBody body("{\"a\":1}");
    QVERIFY(body.isSequential());
    QCOMPARE(body.bytesAvailable(), 7);
    QCOMPARE(body.readAll(), QByteArray("{\"a\":1}"));
    QVERIFY(body.atEnd());
    QCOMPARE(body.readAll(), QByteArray());
    QCOMPARE(body.handedOut(), 7);
}

void OneShotBodyTest::refusesToBeginAgain()
{
    OneShotBody body("abc");
    QVERIFY(!body.reset());
    QCOMPARE(body.read(1), QByteArray("a"));
    QVERIFY(!body.reset());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("sequential")));
    QVERIFY(!body.seek(0));
    QCOMPARE(body.readAll(), QByteArray("bc"));
}

void OneShotBodyTest::countsWhatWasTaken()
{
    OneShotBody body("abcdef");
    QCOMPARE(body.handedOut(), 0);
    QCOMPARE(body.read(2), QByteArray("ab"));
    QCOMPARE(body.handedOut(), 2);
    QCOMPARE(body.bytesAvailable(), 4);
}

void OneShotBodyTest::revokedGivesNothingMore()
{
    OneShotBody body("abcdef");
    QCOMPARE(body.read(2), QByteArray("ab"));
    body.revoke();
    QCOMPARE(body.readAll(), QByteArray());
    QVERIFY(body.atEnd());
    QCOMPARE(body.bytesAvailable(), 0);
    QCOMPARE(body.handedOut(), 2);
}

void OneShotBodyTest::takesNothing()
{
    OneShotBody body("a");
    QVERIFY(!body.isWritable());
    QCOMPARE(body.bytesAvailable(), 1);
}

QTEST_GUILESS_MAIN(OneShotBodyTest)
#include "tst_oneshotbody.moc"
