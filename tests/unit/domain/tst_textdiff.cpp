#include "domain/textdiff.h"

#include <QtTest>

using namespace countersign;

namespace {

/// The differing characters between square brackets.
QString marked(const QString &text, const QList<Span> &spans)
{
    QString out;
    qsizetype at = 0;
    for (const Span &span : spans) {
        out += text.mid(at, span.start - at) + u'[' + text.mid(span.start, span.length) + u']';
        at = span.start + span.length;
    }
    return out + text.mid(at);
}

} // namespace

class TextDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digitsAreComparedByPosition_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("answered");
        QTest::addRow("same") << QStringLiteral("044525974") << QStringLiteral("044525974");
        QTest::addRow("published example")
            << QStringLiteral("40817810400003869535") << QStringLiteral("40[702]810[5]0000[0000001]");
        QTest::addRow("one digit") << QStringLiteral("1234") << QStringLiteral("12[9]4");
        QTest::addRow("swapped") << QStringLiteral("1234") << QStringLiteral("1[32]4");
        QTest::addRow("last missing") << QStringLiteral("1234") << QStringLiteral("123");
        QTest::addRow("one more inside") << QStringLiteral("1234") << QStringLiteral("12[0]34");
        QTest::addRow("nothing asked") << QString() << QStringLiteral("[1234]");
        QTest::addRow("nothing answered") << QStringLiteral("1234") << QString();
        QTest::addRow("other plane") << QStringLiteral("1\U0001F600") << QStringLiteral("1[\U0001F601]");
    }

    void digitsAreComparedByPosition()
    {
        QFETCH(QString, asked);
        QFETCH(QString, answered);
        QString plain = answered;
        plain.remove(u'[').remove(u']');
        QCOMPARE(marked(plain, positionDiff(asked, plain)), answered);
    }

    void textsAreComparedByWord_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("answered");
        QTest::addRow("same") << QStringLiteral("ООО Вектор") << QStringLiteral("ООО Вектор");
        QTest::addRow("all other") << QStringLiteral("Ivanov Ivan Ivanovich") << QStringLiteral("[Vector] [LLC]");
        QTest::addRow("one letter") << QStringLiteral("ООО Вектор Плюс") << QStringLiteral("ООО [Вeктор] Плюс");
        QTest::addRow("one more") << QStringLiteral("счёт 5") << QStringLiteral("счёт 5[ срочно]");
        QTest::addRow("one less") << QStringLiteral("счёт 5 срочно") << QStringLiteral("счёт 5");
        QTest::addRow("nothing asked") << QString() << QStringLiteral("[a b]");
        QTest::addRow("nothing answered") << QStringLiteral("a b") << QString();
    }

    void textsAreComparedByWord()
    {
        QFETCH(QString, asked);
        QFETCH(QString, answered);
        QString plain = answered;
        plain.remove(u'[').remove(u']');
        QCOMPARE(marked(plain, wordDiff(asked, plain)), answered);
    }

    void veryLongTextsEndQuickly()
    {
        const QString asked = QStringLiteral("слово ").repeated(100'000);
        QString answered = asked;
        answered[300'000] = u'Ы';
        QCOMPARE(wordDiff(asked, answered), (QList<Span>{{300'000, 1}}));
    }
};

QTEST_GUILESS_MAIN(TextDiffTest)
#include "tst_textdiff.moc"
