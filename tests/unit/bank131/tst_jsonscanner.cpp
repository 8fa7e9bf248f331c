#include "bank131/jsonscanner.h"

#include <QDirIterator>
#include <QTest>

using namespace countersign;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray nested(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

} // namespace

class JsonScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsStrictJson_data();
    void acceptsStrictJson();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void refusesANameTwiceAtAnyLevel_data();
    void refusesANameTwiceAtAnyLevel();
    void sameNameInTwoObjectsIsNoDuplicate();
    void stopsAtDepth32();
    void givesTheExactBytesOfAMember();
    void unescapesTexts();
    void keepsALeadingZeroWidthSpaceInTexts();
    void readsWholeAmountsByTheirDigits_data();
    void readsWholeAmountsByTheirDigits();
    void refusesEveryTruncationOfAMessage();
    void agreesWithThePublicTestSuite();
};

void JsonScannerTest::acceptsStrictJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("object") << QByteArray(R"({"a":1,"b":[true,false,null]})");
    QTest::addRow("space around") << QByteArray(" \t\r\n{ \"a\" : 1 } \n");
    QTest::addRow("bare number") << QByteArray("-0.5e+10");
    QTest::addRow("bare text") << QByteArray("\"Белова\"");
    QTest::addRow("empty containers") << QByteArray(R"([{},[]])");
    QTest::addRow("surrogate pair") << QByteArray(R"("\ud83d\ude00")");
    QTest::addRow("DEL is a character") << QByteArray("\"\x7f\"");
    QTest::addRow("nul escaped") << QByteArray(R"("\u0000")");
}

void JsonScannerTest::acceptsStrictJson()
{
    QFETCH(QByteArray, text);
    QVERIFY(scanJson(text));
}

void JsonScannerTest::refusesEverythingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("only space") << QByteArray("  ");
    QTest::addRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
    QTest::addRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6);
    QTest::addRow("text behind") << QByteArray("{} x");
    QTest::addRow("second value") << QByteArray("{}{}");
    QTest::addRow("nul behind") << QByteArray("{}\0", 3);
    QTest::addRow("trailing comma") << QByteArray(R"({"a":1,})");
    QTest::addRow("comment") << QByteArray("{/**/}");
    QTest::addRow("single quotes") << QByteArray("{'a':1}");
    QTest::addRow("name without quotes") << QByteArray("{a:1}");
    QTest::addRow("number as name") << QByteArray("{1:1}");
    QTest::addRow("leading zero") << QByteArray("01");
    QTest::addRow("plus") << QByteArray("+1");
    QTest::addRow("no digit behind point") << QByteArray("1.");
    QTest::addRow("no digit before point") << QByteArray(".5");
    QTest::addRow("no exponent digit") << QByteArray("1e");
    QTest::addRow("lone minus") << QByteArray("-");
    QTest::addRow("NaN") << QByteArray("NaN");
    QTest::addRow("True") << QByteArray("True");
    QTest::addRow("unclosed text") << QByteArray("\"a");
    QTest::addRow("ends in escape") << QByteArray("\"a\\");
    QTest::addRow("unknown escape") << QByteArray(R"("\x41")");
    QTest::addRow("nul as escape") << QByteArray("\"\\\0\"", 4);
    QTest::addRow("short unicode escape") << QByteArray(R"("\u41")");
    QTest::addRow("raw line break") << QByteArray("\"a\nb\"");
    QTest::addRow("raw nul") << QByteArray("\"a\0b\"", 5);
    QTest::addRow("lone high surrogate") << QByteArray(R"("\ud83d")");
    QTest::addRow("lone low surrogate") << QByteArray(R"("\ude00")");
    QTest::addRow("high surrogate twice") << QByteArray(R"("\ud83d\ud83d")");
    QTest::addRow("overlong slash") << QByteArray("\"\xc0\xaf\"");
    QTest::addRow("surrogate in UTF-8") << QByteArray("\"\xed\xa0\x80\"");
    QTest::addRow("cut UTF-8") << QByteArray("\"\xd0\"");
    QTest::addRow("windows-1251") << QByteArray("\"\xc1\xe5\xeb\"");
    QTest::addRow("no-break space between") << QByteArray("{\"a\":\xc2\xa0"
                                                          "1}");
}

void JsonScannerTest::refusesEverythingElse()
{
    QFETCH(QByteArray, text);
    const auto value = scanJson(text);
    QVERIFY(!value);
    QCOMPARE(value.error().code, ErrorCode::malformedJson);
}

void JsonScannerTest::refusesANameTwiceAtAnyLevel_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("top") << QByteArray(R"({"a":1,"b":2,"a":3})");
    QTest::addRow("escaped") << QByteArray(R"({"session":1,"s\u0065ssion":2})");
    QTest::addRow("slash escaped") << QByteArray(R"({"a/b":1,"a\/b":2})");
    QTest::addRow("deep") << QByteArray(R"({"x":[{"y":{"a":null,"a":null}}]})");
    QTest::addRow("empty name") << QByteArray(R"({"":1,"":2})");
    QTest::addRow("surrogate pair") << QByteArray("{\"\xf0\x9f\x98\x80\":1,\"\\ud83d\\ude00\":2}");
}

void JsonScannerTest::refusesANameTwiceAtAnyLevel()
{
    QFETCH(QByteArray, text);
    const auto value = scanJson(text);
    QVERIFY(!value);
    QCOMPARE(value.error().code, ErrorCode::duplicateKey);
}

void JsonScannerTest::sameNameInTwoObjectsIsNoDuplicate()
{
    QVERIFY(scanJson(R"({"a":{"a":1},"b":{"a":1},"A":1})"));
    QVERIFY(scanJson("{\"\xef\xbb\xbf"
                     "a\":1,\"a\":2}"));
}

void JsonScannerTest::stopsAtDepth32()
{
    QVERIFY(scanJson(nested(32)));
    QVERIFY(!scanJson(nested(33)));
    QCOMPARE(scanJson(nested(33)).error().code, ErrorCode::malformedJson);
    QVERIFY(!scanJson(QByteArray(1'000'000, '[')));
}

void JsonScannerTest::givesTheExactBytesOfAMember()
{
    const QByteArray text = "{\"session\":{\"confirm_information\":0}, \"confirm_information\" : { \"a\" : 1.10 ,\"b\":"
                            "\"\\/\" }\n , \"z\":\"confirm_information\"}";
    const auto value = scanJson(text);
    QVERIFY(value);
    const JsonValue *member = value->member("confirm_information");
    QVERIFY(member);
    QCOMPARE(member->raw.toByteArray(), QByteArray("{ \"a\" : 1.10 ,\"b\":\"\\/\" }"));
    QVERIFY(!value->member("none"));
    QVERIFY(!value->member("z")->member("a"));
}

void JsonScannerTest::unescapesTexts()
{
    const auto value = scanJson(R"("\"\\\/\b\f\n\r\tБ\u0411\u20bd\ud83d\ude00")");
    QVERIFY(value);
    QCOMPARE(*value->text(), QStringLiteral("\"\\/\b\f\n\r\tББ₽😀"));
}

void JsonScannerTest::keepsALeadingZeroWidthSpaceInTexts()
{
    const auto value = scanJson("\"\xef\xbb\xbf"
                                "40702\"");
    QVERIFY(value);
    QCOMPARE(*value->text(), QChar(0xfeff) + QStringLiteral("40702"));
}

void JsonScannerTest::readsWholeAmountsByTheirDigits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("number");
    QTest::addColumn<bool>("there");
    QTest::addRow("whole") << QByteArray("350000") << qint64(350000) << true;
    QTest::addRow("point nought") << QByteArray("350000.0") << qint64(350000) << true;
    QTest::addRow("beyond a double") << QByteArray("9007199254740993") << qint64(9007199254740993) << true;
    QTest::addRow("largest") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max() << true;
    QTest::addRow("negative") << QByteArray("-1") << qint64(-1) << true;
    QTest::addRow("too large") << QByteArray("9223372036854775808") << qint64(0) << false;
    QTest::addRow("fraction") << QByteArray("350000.5") << qint64(0) << false;
    QTest::addRow("tiny fraction") << QByteArray("1.00000000000000000001") << qint64(0) << false;
    QTest::addRow("exponent") << QByteArray("35e4") << qint64(0) << false;
    QTest::addRow("exponent behind fraction") << QByteArray("1.0e1") << qint64(0) << false;
    QTest::addRow("text") << QByteArray("\"350000\"") << qint64(0) << false;
    QTest::addRow("true") << QByteArray("true") << qint64(0) << false;
}

void JsonScannerTest::readsWholeAmountsByTheirDigits()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, number);
    QFETCH(bool, there);
    const auto value = scanJson(text);
    QVERIFY(value);
    QCOMPARE(value->integer().has_value(), there);
    QCOMPARE(value->integer().value_or(0), number);
}

void JsonScannerTest::refusesEveryTruncationOfAMessage()
{
    const QByteArray text = contentOf(QStringLiteral(COUNTERSIGN_TEST_DATA
                                                     "/bank131-examples/04-webhook-ready-to-confirm.legal-entity.json"))
                                .trimmed();
    QVERIFY(scanJson(text));
    for (qsizetype length = 0; length < text.size(); ++length) {
        QVERIFY2(!scanJson(QByteArrayView(text).first(length)), QByteArray::number(length));
    }
}

void JsonScannerTest::agreesWithThePublicTestSuite()
{
    QDirIterator files(QStringLiteral(COUNTERSIGN_SHARED "/vectors/json-test-suite/test_parsing"), QDir::Files);
    if (!files.hasNext()) QSKIP("the public JSON test suite is not on this machine");
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = files.fileName();
        const auto value = scanJson(contentOf(path));
        const bool duplicate = !value && value.error().code == ErrorCode::duplicateKey;
        if (name.startsWith(u"y_")) QVERIFY2(value || duplicate, qPrintable(name));
        if (name.startsWith(u"n_")) QVERIFY2(!value, qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(JsonScannerTest)
#include "tst_jsonscanner.moc"
