#include "bank131/canonicaljson.h"
#include "bank131/jsonscanner.h"

#include <QTest>

using namespace countersign;

class CanonicalJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasOneFormForTheSameContent_data();
    void hasOneFormForTheSameContent();
    void tellsDifferentContentApart_data();
    void tellsDifferentContentApart();
    void isItsOwnCanonicalForm();
    void sortsByCodePointNotByUtf16();
    void writesTextsThatReadBack();
};

namespace {

QByteArray canonical(QByteArrayView text)
{
    const auto value = scanJson(text);
    return value ? canonicalJson(*value) : QByteArray("refused");
}

} // namespace

void CanonicalJsonTest::hasOneFormForTheSameContent_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addRow("order") << QByteArray(R"({"a":1,"b":{"d":2,"c":3}})") << QByteArray(R"({"b":{"c":3,"d":2},"a":1})");
    QTest::addRow("space") << QByteArray("{ \"a\" :\n[1, 2] }") << QByteArray(R"({"a":[1,2]})");
    QTest::addRow("escapes") << QByteArray(R"({"a":"\/\u0041\u0411"})") << QByteArray(R"({"a":"/AБ"})");
    QTest::addRow("escaped name") << QByteArray(R"({"\u0061":1})") << QByteArray(R"({"a":1})");
}

void CanonicalJsonTest::hasOneFormForTheSameContent()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QVERIFY(canonical(first) != "refused");
    QCOMPARE(canonical(first), canonical(second));
}

void CanonicalJsonTest::tellsDifferentContentApart_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addRow("value") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":2})");
    QTest::addRow("number's spelling") << QByteArray(R"({"a":1.1})") << QByteArray(R"({"a":1.10})");
    QTest::addRow("type") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":"1"})");
    QTest::addRow("null is not absent") << QByteArray(R"({"a":null})") << QByteArray(R"({})");
    QTest::addRow("order of elements") << QByteArray(R"([1,2])") << QByteArray(R"([2,1])");
    QTest::addRow("space in text") << QByteArray(R"(["a b"])") << QByteArray(R"(["a  b"])");
    QTest::addRow("composed letter") << QByteArray("[\"й\"]") << QByteArray("[\"\xd0\xb8\xcc\x86\"]");
}

void CanonicalJsonTest::tellsDifferentContentApart()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QVERIFY(canonical(first) != canonical(second));
}

void CanonicalJsonTest::isItsOwnCanonicalForm()
{
    const QByteArray once = canonical(R"({"z":["\u0001\t\"\\",1e5,{}],"a":{"n":null,"t":true}})");
    QCOMPARE(once, QByteArray(R"({"a":{"n":null,"t":true},"z":["\u0001\t\"\\",1e5,{}]})"));
    QCOMPARE(canonical(once), once);
}

void CanonicalJsonTest::sortsByCodePointNotByUtf16()
{
    // U+FB00 is below U+1F600, although its UTF-16 unit is above the surrogates.
    QCOMPARE(canonical("{\"\xf0\x9f\x98\x80\":1,\"\xef\xac\x80\":2}"),
             QByteArray("{\"\xef\xac\x80\":2,\"\xf0\x9f\x98\x80\":1}"));
}

void CanonicalJsonTest::writesTextsThatReadBack()
{
    QString text;
    for (char16_t c = 0; c < 0x0500; ++c)
        text += QChar(c);
    text += QStringLiteral("№«»—₽😀");
    const auto value = scanJson(jsonString(text));
    QVERIFY(value);
    QCOMPARE(*value->text(), text);
}

QTEST_GUILESS_MAIN(CanonicalJsonTest)
#include "tst_canonicaljson.moc"
