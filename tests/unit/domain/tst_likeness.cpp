#include "domain/likeness.h"

#include <QtTest>

using namespace countersign;

class LikenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingIsNoDifference_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("alike");
        const auto row = [](const char *name, const char16_t *one, const char16_t *other, bool alike) {
            QTest::addRow("%s", name) << QString::fromUtf16(one) << QString::fromUtf16(other) << alike;
        };
        row("equal", u"ООО Вектор", u"ООО Вектор", true);
        row("letter case", u"ООО Вектор", u"ооо ВЕКТОР", true);
        row("quotes", u"ООО «Вектор»", u"ООО \"Вектор\"", true);
        row("no quotes", u"ООО «Вектор»", u"ООО Вектор", true);
        row("no space before the quote", u"ООО\"Вектор\"", u"ООО Вектор", true);
        row("spaces", u"ООО\u00A0\u2009 Вектор ", u"ООО Вектор", true);
        row("ё", u"Королёв", u"КОРОЛЕВ", true);
        row("letter and mark", u"\u0438\u0306", u"й", true);
        row("both empty", u"", u"", true);
        row("one empty", u"ООО", u"", false);
        row("look-alike letter", u"ООО", u"OOO", false);
        row("й is not и", u"Зайка", u"Заика", false);
        row("line break", u"ООО Вектор", u"ООО\nВектор", false);
        row("zero-width space", u"Вектор", u"Век\u200Bтор", false);
        row("bidi", u"Вектор", u"\u202EВектор", false);
        row("full stop", u"Вектор", u"Вектор.", false);
        row("hyphen", u"Т-Банк", u"ТБанк", false);
        row("space inside a word", u"Вектор", u"Век тор", false);
    }

    void spellingIsNoDifference()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, alike);
        QCOMPARE(isAlike(one, other), alike);
        QCOMPARE(isAlike(other, one), alike);
    }

    void anotherBankIsToldFromAnotherSpelling()
    {
        QVERIFY(isSameBankName(QStringLiteral("ООО \"Банк 131\""), QStringLiteral("Bank 131")));
        QVERIFY(isSameBankName(QStringLiteral("АО \"ТБанк\""), QStringLiteral("Т-Банк (АО)")));
        QVERIFY(!isSameBankName(QStringLiteral("АО \"ТБанк\""), QStringLiteral("Bank 131")));
        QVERIFY(!isSameBankName(QStringLiteral("ПАО Сбербанк"), QStringLiteral("ПАО Совкомбанк")));
    }
};

QTEST_GUILESS_MAIN(LikenessTest)
#include "tst_likeness.moc"
