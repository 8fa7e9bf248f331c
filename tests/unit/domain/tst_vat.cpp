#include "domain/purpose.h"
#include "domain/validation.h"
#include "domain/vat.h"
#include "vectors.h"

#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

Money kopecks(qint64 count)
{
    return Money::fromKopecks(count);
}

const QString line22 = u"В том числе НДС 22% - 631-15 руб."_s;

} // namespace

class VatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTaxInsideAnAmountFollowsTheTable()
    {
        const QJsonArray cases =
            vectors().value(QLatin1String("vat")).toObject().value(QLatin1String("cases")).toArray();
        QCOMPARE(cases.size(), 30);
        for (const auto &row : cases) {
            const qint64 total = row[QLatin1String("total_kopecks")].toInteger();
            const int rate = row[QLatin1String("rate")].toInt();
            QCOMPARE(vatInside(kopecks(total), rate).kopecks(), row[QLatin1String("vat_kopecks")].toInteger());
        }
    }

    void theLargestAmountKeepsItsKopecks()
    {
        QCOMPARE(vatInside(kopecks(99'999'999'999'999), 22).kopecks(), 18'032'786'885'246);
        QCOMPARE(vatInside(kopecks(9'223'372'036'854'775'807), 22).kopecks(), 1'663'231'023'039'385'801);
        QCOMPARE(vatInside(kopecks(1), 22).kopecks(), 0);
        QCOMPARE(vatInside(kopecks(3), 20).kopecks(), 1); // half a kopeck goes up
    }

    void ratesHoldFromTheirDays_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QList<int>>("rates");
        QTest::addRow("now") << QDate(2026, 11, 22) << QList{22, 10, 7, 5};
        QTest::addRow("its first day") << QDate(2026, 1, 1) << QList{22, 10, 7, 5};
        QTest::addRow("the day before") << QDate(2025, 12, 31) << QList{20, 10, 7, 5};
        QTest::addRow("2019") << QDate(2019, 1, 1) << QList{20, 10};
        QTest::addRow("2018") << QDate(2018, 12, 31) << QList{18, 10};
    }

    void ratesHoldFromTheirDays()
    {
        QFETCH(QDate, day);
        QFETCH(QList<int>, rates);
        QCOMPARE(vatRatesOn(day), rates);
    }

    void linesAreWrittenAsAccountantsWriteThem()
    {
        QCOMPARE(vatLine(kopecks(350'000), 22), line22);
        QCOMPARE(vatLine(kopecks(12'000'000), 22), u"В том числе НДС 22% - 21639-34 руб."_s);
        QCOMPARE(vatLine(kopecks(100), 10), u"В том числе НДС 10% - 0-09 руб."_s);
    }

    void theLineClosesThePurpose_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<QString>("closed");
        const QString paid = u"Оплата по счету 77"_s;
        const QString closed = paid + u". "_s + line22;
        QTest::addRow("no stop") << paid << closed;
        QTest::addRow("a stop") << paid + u'.' << closed;
        QTest::addRow("a comma and spaces") << paid + u" , "_s << closed;
        QTest::addRow("empty") << QString() << line22;
        QTest::addRow("our own line before") << paid + u". В том числе НДС 22% - 500-00 руб."_s << closed;
        QTest::addRow("another rate") << paid + u". В том числе НДС 10% - 318-18 руб."_s << closed;
        QTest::addRow("without VAT") << paid + u". Без НДС"_s << closed;
        QTest::addRow("without VAT in small letters") << paid + u", без НДС."_s << closed;
        QTest::addRow("not subject to VAT") << paid + u". НДС не облагается."_s << closed;
        QTest::addRow("without the tax") << paid + u" без налога (НДС)"_s << closed;
        QTest::addRow("an abbreviation") << paid + u" в т.ч. НДС 20% 583,33"_s << closed;
        QTest::addRow("brackets") << paid + u", в т.ч. НДС (20%) 583.33 руб."_s << closed;
        QTest::addRow("VAT in the middle stays")
            << u"Возврат НДС 20% по акту 5"_s << u"Возврат НДС 20% по акту 5. "_s + line22;
    }

    void theLineClosesThePurpose()
    {
        QFETCH(QString, purpose);
        QFETCH(QString, closed);
        QCOMPARE(withVatLine(purpose, line22), std::optional(closed));
        QCOMPARE(withVatLine(closed, line22), std::optional(closed)); // a second click changes nothing
    }

    void nothingIsCutToMakeRoom()
    {
        const qsizetype room = purposeLimit - line22.size() - 2;
        QVERIFY(withVatLine(QString(room, u'а'), line22).has_value());
        QCOMPARE(withVatLine(QString(room, u'а'), line22)->size(), purposeLimit);
        QVERIFY(!withVatLine(QString(room + 1, u'а'), line22).has_value());
        // A line that goes makes room for the one that comes.
        QVERIFY(withVatLine(QString(room, u'а') + u". "_s + line22, withoutVatLine()).has_value());
    }

    void whatAPurposeSaysIsRead_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<int>("percent");
        QTest::addColumn<qint64>("tax");
        QTest::addRow("our line") << u"Оплата. "_s + line22 << 22 << qint64{63'115};
        QTest::addRow("a comma") << u"в т.ч. НДС 20% 1 583,33"_s << 20 << qint64{158'333};
        QTest::addRow("brackets and a point") << u"НДС (10%): 318.18"_s << 10 << qint64{31'818};
        QTest::addRow("a sum before a date") << u"НДС 22% 631,15. Счёт от 15.01.2026"_s << 22 << qint64{63'115};
        QTest::addRow("no sum") << u"в т.ч. НДС 22%"_s << 22 << qint64{-1};
        QTest::addRow("a date") << u"НДС 22% 15.01.2026"_s << 22 << qint64{-1};
        QTest::addRow("a short date") << u"НДС 22%, 15.01.26"_s << 22 << qint64{-1};
        QTest::addRow("a date backwards") << u"НДС 22% 2026-01-15"_s << 22 << qint64{-1};
        QTest::addRow("no kopecks") << u"НДС 22% 631 руб."_s << 22 << qint64{-1};
        QTest::addRow("no rate") << u"в т.ч. НДС 631-15"_s << 0 << qint64{-1};
        QTest::addRow("without VAT") << u"Без НДС"_s << 0 << qint64{-1};
        QTest::addRow("another word") << u"ВНДС 22%"_s << 0 << qint64{-1};
    }

    void whatAPurposeSaysIsRead()
    {
        QFETCH(QString, purpose);
        QFETCH(int, percent);
        QFETCH(qint64, tax);
        const auto said = saidVat(purpose);
        QCOMPARE(said ? said->percent : 0, percent);
        QCOMPARE(said && said->tax ? said->tax->kopecks() : -1, tax);
    }

    void aWrongTaxIsSaid_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<bool>("differs");
        QTest::addColumn<bool>("otherRate");
        QTest::addRow("right") << line22 << false << false;
        QTest::addRow("a kopeck more") << u"НДС 22% - 631-16 руб."_s << false << false;
        QTest::addRow("a kopeck less") << u"НДС 22% - 631-14 руб."_s << false << false;
        QTest::addRow("two kopecks more") << u"НДС 22% - 631-17 руб."_s << true << false;
        QTest::addRow("that of the old rate") << u"НДС 22% - 583-33 руб."_s << true << false;
        QTest::addRow("the old rate") << u"НДС 20% - 583-33 руб."_s << false << true;
        QTest::addRow("none") << u"Без НДС"_s << false << false;
        QTest::addRow("exports") << u"НДС 0%"_s << false << false;
    }

    void aWrongTaxIsSaid()
    {
        QFETCH(QString, purpose);
        QFETCH(bool, differs);
        QFETCH(bool, otherRate);
        PayoutDraft draft;
        draft.amount = u"3500,00"_s;
        draft.purpose = purpose;
        const ValidationReport report = validate(draft, {.today = QDate(2026, 11, 22)});
        QCOMPARE(report.has(FindingKind::purposeVatDiffers), differs);
        QCOMPARE(report.has(FindingKind::purposeVatRateNotInForce), otherRate);
        QCOMPARE(report.vatRates.value(0), 22);
    }
};

QTEST_GUILESS_MAIN(VatTest)
#include "tst_vat.moc"
