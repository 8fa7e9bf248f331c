#include "core/ids.h"

#include <QRegularExpression>
#include <QtTest>

#include <type_traits>

using namespace countersign;
using namespace Qt::StringLiterals;

class IdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdIs32LowerCaseHexadecimalDigits()
    {
        static const QRegularExpression shape(u"\\A[0-9a-f]{32}\\z"_s);
        SystemIds ids;
        for (int i = 0; i < 100; ++i) {
            const QString id = ids.next();
            QVERIFY2(shape.match(id).hasMatch(), qPrintable(id));
        }
    }

    void idsDiffer()
    {
        SystemIds ids;
        SystemIds others;
        QSet<QString> seen;
        for (int i = 0; i < 5000; ++i) {
            seen.insert(ids.next());
            seen.insert(others.next());
        }
        QCOMPARE(seen.size(), 10000);
    }

    void everyBitIsUsed()
    {
        // 512 ids: a bit that never changes would do so by chance once in 2^511.
        SystemIds ids;
        QByteArray everSet(16, '\0');
        QByteArray everClear(16, '\0');
        for (int i = 0; i < 512; ++i) {
            const QByteArray bytes = QByteArray::fromHex(ids.next().toLatin1());
            QCOMPARE(bytes.size(), 16);
            for (qsizetype at = 0; at < 16; ++at) {
                everSet[at] = static_cast<char>(everSet[at] | bytes[at]);
                everClear[at] = static_cast<char>(everClear[at] | ~bytes[at]);
            }
        }
        QCOMPARE(everSet.toHex(), QByteArray(32, 'f'));
        QCOMPARE(everClear.toHex(), QByteArray(32, 'f'));
    }

    void kindsOfIdsDoNotMix()
    {
        static_assert(!std::is_convertible_v<AttemptId, PayoutId>);
        static_assert(!std::is_convertible_v<QString, PayoutId>);
        QVERIFY(PayoutId{}.isEmpty());
        QVERIFY(!PayoutId{u"7"_s}.isEmpty());
    }

    void idsCompareAndHashByTheirText()
    {
        const PayoutId a{u"a"_s};
        const PayoutId b{u"b"_s};
        QVERIFY(a < b);
        QVERIFY(!(b < a));
        QCOMPARE(a, PayoutId{u"a"_s});
        const QSet<PayoutId> set{a, b, PayoutId{u"a"_s}};
        QCOMPARE(set.size(), 2);
        QVERIFY(set.contains(b));
    }
};

QTEST_GUILESS_MAIN(IdsTest)
#include "tst_ids.moc"
