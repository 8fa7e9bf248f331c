#include "storefixture.h"

#include "storage/searchtext.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// What counts as the same when somebody searches.
class TestSearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsTheSame_data();
    void foldsTheSame();
    void keepsShortIApart() { QVERIFY(foldForSearch(u"й"_s) != foldForSearch(u"и"_s)); }
    void collectsWhatAPayoutIsFoundBy();
    void splitsASearchIntoWords();
};

void TestSearchText::foldsTheSame_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addRow("Latin case") << u"ACME Ltd"_s << u"acme LTD"_s;
    QTest::addRow("Cyrillic case") << u"РОМАШКА"_s << u"Ромашка"_s;
    QTest::addRow("yo and ye") << u"Пётр Ёлкин"_s << u"петр елкин"_s;
    QTest::addRow("decomposed short i") << u"Андре\u0438\u0306"_s << u"андрей"_s;
    QTest::addRow("decomposed yo") << u"П\u0435\u0308тр"_s << u"петр"_s;
    QTest::addRow("white space") << u" Оплата\u00a0по\tсчёту \n"_s << u"оплата по счету"_s;
}

void TestSearchText::foldsTheSame()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(foldForSearch(one), foldForSearch(other));
}

void TestSearchText::collectsWhatAPayoutIsFoundBy()
{
    PayoutRecord payout = samplePayout(u"p1"_s);
    payout.number = 42;
    payout.amountKopecks = 100'005;
    QCOMPARE(searchText(payout), u"ооо «елочка»\n40702810900000000001\nоплата по счету no 17\n42\n1000.05\n1000,05"_s);
    payout.amountKopecks = std::nullopt;
    QVERIFY(searchText(payout).endsWith(u"\n42"));
}

void TestSearchText::splitsASearchIntoWords()
{
    QCOMPARE(searchWords(u"  Пётр\u00a0 1 234,56 "_s), (QStringList{u"петр"_s, u"1"_s, u"234,56"_s}));
    QVERIFY(searchWords(u" \t "_s).isEmpty());
    QCOMPARE(searchWords(u"w "_s.repeated(1'000)).size(), 16);
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
