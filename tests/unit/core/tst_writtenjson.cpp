#include "core/writtenjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

class WrittenJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("empty") << u""_s;
        QTest::addRow("a leading U+FEFF") << u"\ufeffname"_s;
        QTest::addRow("nothing else") << u"\ufeff"_s;
        QTest::addRow("two of them") << u"\ufeff\ufeffname"_s;
        QTest::addRow("behind a quotation mark") << u"a\"\ufeffb"_s;
        QTest::addRow("behind a backslash") << u"a\\\ufeffb"_s;
        QTest::addRow("at the end") << u"name\ufeff"_s;
        QTest::addRow("control characters") << u"\u0000\u0001\n\u001f"_s;
        QTest::addRow("a lone surrogate") << QString(QChar(0xd800)) + u'x';
    }
    void everyTextComesBack()
    {
        QFETCH(QString, text);
        const QJsonObject object{{u"member"_s, text}, {text + u"name"_s, 1}};
        QCOMPARE(readWrittenJson(QJsonDocument(object).toJson()).object(), object);
        const QJsonArray array{text, text};
        QCOMPARE(readWrittenJson(writeStoredJson(QJsonDocument(array))).array(), array);
        QCOMPARE(readWrittenJson(QJsonDocument(array).toJson(QJsonDocument::Compact)).array(), array);
    }

    void ordinaryTextsAreWrittenAsEverywhere()
    {
        const QJsonDocument document(QJsonArray{u"ООО \"Вектор\"\n\ufffd\ufeff"_s, 1, 1.5});
        QCOMPARE(writeStoredJson(document), document.toJson(QJsonDocument::Compact));
    }

    void whatTheStoreCannotKeepIsEscaped()
    {
        QCOMPARE(writeStoredJson(QJsonDocument(QJsonArray{u"\ufffe-\uffff"_s})), R"(["\ufffe-\uffff"])");
    }

    void brokenJsonIsStillBroken()
    {
        QJsonParseError error;
        QVERIFY(readWrittenJson("{\"a\":", &error).isNull());
        QCOMPARE(error.error, QJsonParseError::UnterminatedObject);
    }
};

QTEST_GUILESS_MAIN(WrittenJsonTest)
#include "tst_writtenjson.moc"
