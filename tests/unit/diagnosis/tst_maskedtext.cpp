#include "diagnosis/maskedtext.h"

#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

/// Only what is known to be harmless stays (threat-model.md E1).
class TestMaskedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHarmlessStays_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"countersign.storage the store can't be written: database or disk is full",
                                 "countersign.payouts the engine did not start: storeDamaged quick_check",
                                 "qt.qpa.xcb could not connect to display", "journal, entry 12", "took 350 ms"})
            QTest::addRow("%s", line) << QString::fromLatin1(line);
    }
    void whatIsHarmlessStays()
    {
        QFETCH(QString, line);
        QCOMPARE(maskedText(line), line);
    }

    void whatIsAboutPeopleOrMoneyGoes_data()
    {
        QTest::addColumn<QString>("secret");
        const auto row = [](const QString &secret) { QTest::addRow("%s", qPrintable(secret.left(40))) << secret; };
        row(u"40702810400009900256"_s);
        row(u"4070 2810 4000 0990 0256"_s.remove(u' '));
        row(u"7701991200"_s);
        row(u"770199120"_s);
        row(u"044525974"_s);
        row(u"731948,56"_s);
        row(u"73194856"_s);
        row(u"12345.67"_s);
        row(u"Отметина"_s);
        row(u"ООО"_s);
        row(u"Иванов"_s);
        row(u"«Вектор»"_s);
        row(u"/srv/ivanov/.local/share/countersign/profiles/main"_s);
        row(u"C:\\Users\\Ivanov\\AppData"_s);
        row(u"ivanov@example.ru"_s);
        row(u"192.0.2.17"_s);
        row(u"https://demo.bank131.ru/api"_s);
        row(u"MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7"_s);
        row(u"dGhpcyBpcyBhIHNpZ25hdHVyZQ=="_s);
        row(u"-----BEGIN"_s);
        row(u"+79161234567"_s);
        row(u"{\"name\":\"x\"}"_s);
        row(QString::fromUtf8("\xe2\x80\xae") + u"abc"_s);
    }
    void whatIsAboutPeopleOrMoneyGoes()
    {
        QFETCH(QString, secret);
        QCOMPARE(maskedText(secret), u"***"_s);
        for (const QString &around : {u"before %1 after"_s, u"a(%1)"_s, u"x=%1;"_s, u"'%1'"_s})
            QVERIFY2(!maskedText(around.arg(secret)).contains(secret), qPrintable(maskedText(around.arg(secret))));
    }

    void ofADigestOnlyTheBeginningStays()
    {
        QCOMPARE(maskedText(u"payout 0123456789abcdef0123456789abcdef"_s), u"payout 01234567…"_s);
    }

    void aLineStaysALineAndEnds()
    {
        QVERIFY(!maskedText(u"one\ntwo\r\n\tthree"_s).contains(u'\n'));
        QVERIFY(maskedText(u"word "_s.repeated(100'000)).size() <= 400);
        QCOMPARE(maskedText(u"Пётр Иванович Сидоров paid"_s), u"*** paid"_s);
        QCOMPARE(maskedText({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestMaskedText)
#include "tst_maskedtext.moc"
