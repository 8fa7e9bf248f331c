#include "domain/auditchain.h"

#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

/// The audit record's hash chain: what it covers and what it notices.
class TestAuditChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesThePreviousHashAndTheBody();
    void aBodyIsCanonical();
    void acceptsAChainFromItsStart();
    void continuesBehindAKnownEntry();
    void refuses_data();
    void refuses();
};

namespace {

struct Entry
{
    qint64 sequence;
    QByteArray previous;
    QByteArray body;
    QByteArray hash;
};

QList<Entry> sampleChain()
{
    QList<Entry> chain;
    QByteArray previous = auditChainStart();
    for (qint64 sequence = 1; sequence <= 4; ++sequence) {
        const QByteArray body = "{\"n\":" + QByteArray::number(sequence) + "}";
        chain.append({sequence, previous, body, auditHash(previous, body)});
        previous = chain.last().hash;
    }
    return chain;
}

/// How many entries were accepted before the first bad one.
int accepted(AuditChainVerifier &verifier, const QList<Entry> &chain)
{
    int count = 0;
    for (const Entry &entry : chain) {
        if (!verifier.accept(entry.sequence, entry.previous, entry.body, entry.hash)) break;
        ++count;
    }
    return count;
}

} // namespace

void TestAuditChain::hashesThePreviousHashAndTheBody()
{
    QCOMPARE(auditChainStart(), QByteArray(64, '0'));
    // printf '%064d{}' 0 | sha256sum
    QCOMPARE(auditHash(auditChainStart(), "{}"),
             QByteArray("5508d2b710e64bc470079e1b211d9c58e21011e59d0559e422345dc19d659a75"));
}

void TestAuditChain::aBodyIsCanonical()
{
    const QByteArray body =
        auditBody(fromMilliseconds(1'700'000'000'382), u"оплачено"_s, u"p1"_s, {{u"b"_s, 1}, {u"a"_s, 2}});
    QCOMPARE(body, QByteArray("{\"at\":\"2023-11-14T22:13:20.382Z\",\"details\":{\"a\":2,\"b\":1},\"payout\":\"p1\","
                              "\"what\":\"оплачено\"}"));
    QVERIFY(!auditBody({}, u"x"_s, {}, {}).contains("payout"));
}

void TestAuditChain::acceptsAChainFromItsStart()
{
    AuditChainVerifier verifier;
    QCOMPARE(verifier.lastSequence(), 0);
    QCOMPARE(accepted(verifier, sampleChain()), 4);
    QCOMPARE(verifier.lastSequence(), 4);
}

void TestAuditChain::continuesBehindAKnownEntry()
{
    const QList<Entry> chain = sampleChain();
    AuditChainVerifier verifier(2, chain.at(1).hash);
    QCOMPARE(accepted(verifier, chain.mid(2)), 2);
    AuditChainVerifier wrongAnchor(2, chain.at(0).hash);
    QCOMPARE(accepted(wrongAnchor, chain.mid(2)), 0);
}

void TestAuditChain::refuses_data()
{
    QTest::addColumn<QString>("tampering");
    QTest::addColumn<int>("goodEntries");
    QTest::addRow("an edited body") << u"body"_s << 2;
    QTest::addRow("an edited hash") << u"hash"_s << 2;
    QTest::addRow("a body with a hash made to fit") << u"body and hash"_s << 3;
    QTest::addRow("a removed entry") << u"removed"_s << 2;
    QTest::addRow("a removed entry, numbers closed up") << u"closed up"_s << 2;
    QTest::addRow("a doubled entry") << u"doubled"_s << 3;
    QTest::addRow("reordered entries") << u"reordered"_s << 1;
    QTest::addRow("a missing start") << u"start"_s << 0;
}

void TestAuditChain::refuses()
{
    QFETCH(QString, tampering);
    QFETCH(int, goodEntries);
    QList<Entry> chain = sampleChain();
    if (tampering == u"body" || tampering == u"body and hash") chain[2].body = "{\"n\":7}";
    if (tampering == u"hash") chain[2].hash[5] = chain[2].hash[5] == 'a' ? 'b' : 'a';
    if (tampering == u"body and hash") chain[2].hash = auditHash(chain[2].previous, chain[2].body);
    if (tampering == u"removed" || tampering == u"closed up") chain.removeAt(2);
    if (tampering == u"closed up") chain[2].sequence = 3;
    if (tampering == u"doubled") chain.insert(3, chain.at(2));
    if (tampering == u"reordered") chain.swapItemsAt(1, 2);
    if (tampering == u"start") chain.removeFirst();
    AuditChainVerifier verifier;
    QCOMPARE(accepted(verifier, chain), goodEntries);
    QCOMPARE(verifier.lastSequence(), goodEntries);
}

QTEST_GUILESS_MAIN(TestAuditChain)
#include "tst_auditchain.moc"
