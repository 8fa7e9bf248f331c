#include "importkit.h"
#include "pictures.h"
#include "setupkit.h"
#include "ui/models/importrowsmodel.h"

#include <QTableView>

using namespace countersign;
using namespace countersign::test;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

using Rows = ImportRowsModel;

namespace {

const QByteArray ours = "40702810300200000013";
const QByteArray oursToo = "40702810800200000021";
const QString longPurpose = u"Оплата по договору поставки 2026/77 от 01.02.2026 за оборудование, "
                            "монтаж и наладку, счет 1045 от 19.11.2026. "_s.leftJustified(180, u'ж') +
                            u" В том числе НДС 22 %"_s;

Rows &rowsOf(const ImportKit &kit)
{
    return *kit.window->findChild<Rows *>();
}

QString cell(const ImportKit &kit, int row, int column, int role = Qt::DisplayRole)
{
    const Rows &rows = rowsOf(kit);
    return rows.data(rows.index(row, column), role).toString();
}

/// What a label says, with ordinary spaces.
QString said(const ImportKit &kit, const char *label)
{
    return kit.text(label).replace(u'\u00A0', u' ');
}

/// Opens the window with this 1C file at its rows.
void openRows(ImportKit &kit, const QByteArray &documents)
{
    kit.open();
    kit.window->openFile(kit.file(u"1c_to_kl.txt"_s, exchangeFile(documents)));
    REACH_STEP(kit, 3);
}

void pointAt(const ImportKit &kit, int row)
{
    kit.find<QTableView>("importTable")->setCurrentIndex(rowsOf(kit).index(row, Rows::recipientColumn));
}

} // namespace

/// What a person sees of the rows before they become drafts.
class TestUiImportRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void theAccountThatPaysStandsAtEachRowAndAboveThem()
    {
        ImportKit kit;
        openRows(kit, document() + document({}, "102").replace(ours, oursToo) +
                          document("ВидПлатежа=Срочно\r\n", "103").replace(ours, oursToo));
        QCOMPARE(cell(kit, 0, Rows::amountColumn, Rows::secondLineRole), u"from …0013"_s);
        QCOMPARE(cell(kit, 1, Rows::amountColumn, Rows::secondLineRole), u"from …0021"_s);
        QCOMPARE(cell(kit, 2, Rows::amountColumn, Rows::secondLineRole), u"from …0021 · urgent"_s);
        QCOMPARE(kit.text("payFrom"), u"from …0021: 2 payments\nfrom …0013: 1 payments"_s);
        kit.type("controlTotal", u"10500,00"_s);
        QVERIFY2(kit.text("payFrom").contains(u"7\u00A0000,00"_s), qPrintable(kit.text("payFrom")));
        pointAt(kit, 2);
        QVERIFY2(said(kit, "rowFacts").startsWith(u"Paid from 4070 2810 8002 0000 0021, urgently"_s),
                 qPrintable(kit.text("rowFacts")));
        takePictures(*kit.window, u"import-rows-accounts"_s);
    }

    void oneAccountThatPaysIsShownInFull()
    {
        ImportKit kit;
        openRows(kit, document());
        QCOMPARE(said(kit, "payFrom"), u"Paid from 4070 2810 3002 0000 0013"_s);
    }

    void whatHasNoColumnStandsBelowTheRows()
    {
        ImportKit kit;
        openRows(kit, document("ПолучательКорсчет=30101810145250000974\r\n"));
        QVERIFY(kit.text("rowFacts").contains(u"KPP 770101001"_s));
        QVERIFY(said(kit, "rowFacts").contains(u"Correspondent account 3010 1810 1452 5000 0974"_s));
        QCOMPARE(cell(kit, 0, Rows::recipientColumn, Rows::secondLineRole), u"7701000019 / 770101001"_s);
        QVERIFY(cell(kit, 0, Rows::accountColumn, Qt::ToolTipRole).contains(groupedDigits(u"30101810145250000974"_s)));
    }

    void aLongPurposeCanBeReadInFull()
    {
        ImportKit kit;
        openRows(kit, document().replace("Оплата по счету 77. Без НДС", longPurpose.toUtf8()));
        QVERIFY(kit.text("rowFacts").contains(longPurpose));
        QVERIFY(cell(kit, 0, Rows::purposeColumn, Qt::ToolTipRole).contains(longPurpose));
        const auto *facts = kit.find<QLabel>("rowFacts");
        QVERIFY(facts->height() >= facts->heightForWidth(facts->width()));
        takePictures(*kit.window, u"import-rows-purpose"_s);
    }

    void whatNeedsAWordOfItsOwnIsNotTickedWithTheOthers()
    {
        ImportKit kit;
        kit.open();
        const QByteArray other = QByteArray(csvRow).replace("3500,00", "10,00");
        kit.window->openFile(kit.file(u"orders.csv"_s, csvHeader + csvRow + other + csvRow));
        REACH_STEP(kit, 2);
        kit.click("next");
        REACH_STEP(kit, 3);
        QCOMPARE(rowsOf(kit).chosen(), (QList<qsizetype>{0, 1}));
        kit.click("tickShown"); // nothing is left to tick, so it unticks
        QCOMPARE(rowsOf(kit).chosen(), QList<qsizetype>());
        kit.click("tickShown");
        QCOMPARE(rowsOf(kit).chosen(), (QList<qsizetype>{0, 1}));
        kit.click("filter3");
        QCOMPARE(rowsOf(kit).rowCount(), 1);
        QVERIFY(!kit.button("tickShown")->isEnabled());
        rowsOf(kit).setData(rowsOf(kit).index(0, Rows::tickColumn), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(rowsOf(kit).chosen(), (QList<qsizetype>{0, 1, 2}));
    }

    void theTotalToTypeStandsNowhereBeforeItIsTyped()
    {
        ImportKit kit;
        openRows(kit, document() + document({}, "102").replace("3500.00", "148000.50"));
        const auto says = [&kit](const QString &digits) {
            for (const QLabel *label : kit.window->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().remove(u'\u00A0').contains(digits)) return true;
            }
            return false;
        };
        QVERIFY(!says(u"151500"_s));
        QVERIFY(!kit.button("byRecipient")->isEnabled());
        kit.type("controlTotal", u"151500,49"_s);
        QVERIFY(kit.text("verdict").startsWith(u"≠"_s));
        QVERIFY(!says(u"151500,50"_s));
        QTest::keyClick(kit.find<QLineEdit>("controlTotal"), Qt::Key_Tab);
        QVERIFY(says(u"151500,50"_s)); // beside the one that was typed, to find out which is right
        QVERIFY(!kit.text("verdict").contains(u"151"_s));
        QVERIFY(kit.button("byRecipient")->isEnabled());
        kit.type("controlTotal", u"151500,50"_s);
        QCOMPARE(kit.text("verdict"), u"= same as the drafts"_s);
    }

    void aFileThatIsWrittenWhileItsRowsAreShownIsSaid()
    {
        ImportKit kit;
        openRows(kit, document());
        kit.type("controlTotal", u"3500,00"_s);
        QTRY_VERIFY(kit.button("next")->isEnabled());
        QVERIFY(!kit.find<QWidget>("problem")->isVisible());
        QVERIFY(!kit.file(u"1c_to_kl.txt"_s, exchangeFile(document().replace("3500.00", "9500.00"))).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(kit.find<QWidget>("problem")->isVisible(), 30'000);
        QVERIFY(!kit.button("next")->isEnabled());
        QVERIFY(kit.text("standing").contains(u"not the one that was read"_s));
        takePictures(*kit.window, u"import-file-changed"_s);
        QVERIFY(!kit.file(u"1c_to_kl.txt"_s, exchangeFile(document())).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(kit.button("next")->isEnabled(), 30'000);
        QVERIFY(!kit.find<QWidget>("problem")->isVisible());
    }

    void aFileThatDisappearsIsSaid()
    {
        ImportKit kit;
        openRows(kit, document());
        QVERIFY(QFile::remove(kit.folder.filePath(u"1c_to_kl.txt"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(kit.find<QWidget>("problem")->isVisible(), 30'000);
    }
};

QTEST_MAIN(TestUiImportRows)
#include "tst_ui_importrows.moc"
