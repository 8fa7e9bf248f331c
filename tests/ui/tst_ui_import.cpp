#include "importkit.h"
#include "pictures.h"
#include "setupkit.h"
#include "ui/models/importrowsmodel.h"

#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>

using namespace countersign;
using namespace countersign::test;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

using Rows = ImportRowsModel;

namespace {

QByteArray twoDocuments()
{
    return exchangeFile(document() + document({}, "102").replace("3500.00", "148000.50"));
}

/// Three good rows, one that can't be taken, and one row twice.
QByteArray mixedRows()
{
    const QByteArray second = QByteArray(csvRow).replace("3500,00", "10,00").replace("77.", "78.");
    const QByteArray bad = QByteArray(csvRow).replace("40702810500000000001", "4,07028E+19").replace("77.", "79.");
    const QByteArray third = QByteArray(csvRow).replace("3500,00", "20,50").replace("77.", "80.");
    return csvHeader + csvRow + second + bad + third + csvRow;
}

QByteArray manyRows(int count)
{
    QByteArray text = csvHeader;
    for (int row = 1; row <= count; ++row)
        text += QByteArray(csvRow).replace("3500,00", QByteArray::number(row) + ",00");
    return text;
}

Rows &rowsOf(const ImportKit &kit)
{
    return *kit.window->findChild<Rows *>();
}

QString cell(const ImportKit &kit, int row, int column, int role = Qt::DisplayRole)
{
    const Rows &rows = rowsOf(kit);
    return rows.data(rows.index(row, column), role).toString();
}

void drop(QWidget &target, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    const QPoint place = target.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &event);
}

} // namespace

/// From a file to drafts, as a person does it.
class TestUiImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void anExchangeFileGoesFromItsRowsToDrafts()
    {
        ImportKit kit;
        kit.open();
        takePictures(*kit.window, u"import-file"_s);
        QVERIFY(!kit.button("next")->isEnabled());
        kit.type("importFile", kit.file(u"1c_to_kl.txt"_s, twoDocuments()));
        kit.click("next");
        REACH_STEP(kit, 3);
        QCOMPARE(rowsOf(kit).rowCount(), 2);
        QVERIFY(kit.text("fileFacts").startsWith(u"1C exchange file 1.03"_s));
        QVERIFY(kit.text("fileFacts").contains(QString::fromLatin1(sha256Hex(twoDocuments()).first(8))));
        QVERIFY(kit.text("chosenTotal").startsWith(u"2 drafts"_s));
        QVERIFY(!kit.button("next")->isEnabled());

        kit.type("controlTotal", u"151500,50"_s);
        QCOMPARE(kit.text("verdict"), u"= same as the drafts"_s);
        takePictures(*kit.window, u"import-rows-1c"_s);
        QCOMPARE(kit.button("next")->text(), u"Make 2 drafts"_s);
        kit.click("next");
        REACH_STEP(kit, 4);
        QCOMPARE(kit.orders.size(), 1);
        QCOMPARE(kit.orders.first().controlTotal, Money::fromKopecks(15'150'050));
        QCOMPARE(kit.orders.first().rows.size(), 2);
        QCOMPARE(kit.orders.first().rows.first().draft.source.file->fileName, u"1c_to_kl.txt"_s);
        takePictures(*kit.window, u"import-done"_s);
        QSignalSpy imported(kit.window, &ImportWindow::imported);
        kit.click("next");
        QCOMPARE(imported.size(), 1);
        QCOMPARE(imported.first().first().value<ImportDone>().firstNumber, 7);
    }

    void withNothingTickedThereAreNoDraftsAndThatIsSaid()
    {
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"1c.txt"_s, twoDocuments()));
        REACH_STEP(kit, 3);
        QVERIFY2(kit.text("standing").contains(u"not typed"_s), qPrintable(kit.text("standing")));
        kit.click("tickShown"); // unticks
        QCOMPARE(rowsOf(kit).chosen().size(), 0);
        QCOMPARE(kit.button("next")->text(), u"Make drafts"_s);
        QVERIFY(!kit.button("next")->isEnabled());
        QVERIFY2(kit.text("standing").contains(u"no row is ticked"_s), qPrintable(kit.text("standing")));
        QVERIFY(!kit.button("byRecipient")->isEnabled());
    }

    void eachRecipientsTotalIsShown()
    {
        ImportKit kit;
        kit.open();
        const QByteArray other = QByteArray(csvRow).replace("40702810500000000001", "40702810800000000002");
        openTable(kit, u"orders.csv"_s, mixedRows() + QByteArray(other).replace("3500,00", "99999,00"));
        QCOMPARE(kit.button("byRecipient")->text(), u"Totals by recipient: 2"_s);
        kit.type("controlTotal", u"1\t"_s);
        kit.click("byRecipient");
        const auto *totals = kit.find<QTableWidget>("recipientTotals");
        QVERIFY(totals->isVisible());
        QCOMPARE(totals->rowCount(), 2);
        QCOMPARE(totals->item(0, 3)->text().remove(u'\u00A0'), u"99999,00₽"_s); // the largest first
        QCOMPARE(totals->item(1, 2)->text(), u"3"_s); // of four rows one is there twice and not ticked
        QCOMPARE(totals->item(1, 3)->text().remove(u'\u00A0'), u"3530,50₽"_s);
        takePictures(*kit.window, u"import-recipients"_s);
        kit.click("byRecipient");
        QVERIFY(kit.find<QTableView>("importTable")->isVisible());
    }

    void nothingIsMadeWhileTheTypedTotalDiffers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("verdict");
        QTest::addRow("nothing typed") << u""_s << u"Type the total"_s;
        QTest::addRow("a kopeck less") << u"151500,49"_s << u"≠"_s;
        QTest::addRow("ten times") << u"1515005,00"_s << u"≠"_s;
    }
    void nothingIsMadeWhileTheTypedTotalDiffers()
    {
        QFETCH(QString, typed);
        QFETCH(QString, verdict);
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"1c_to_kl.txt"_s, twoDocuments()));
        REACH_STEP(kit, 3);
        kit.type("controlTotal", typed);
        QVERIFY2(kit.text("verdict").startsWith(verdict), qPrintable(kit.text("verdict")));
        QVERIFY(!kit.button("next")->isEnabled());
        QTest::keyClick(kit.window.data(), Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY(kit.orders.isEmpty());
    }

    void errorsAndWarningsStandAtTheirCellInWords()
    {
        ImportKit kit;
        kit.open();
        openTable(kit, u"orders.csv"_s, mixedRows());
        QCOMPARE(rowsOf(kit).rowCount(), 5);
        QCOMPARE(cell(kit, 2, Rows::accountColumn, Rows::cellGradeRole).toInt(), static_cast<int>(Severity::block));
        QCOMPARE(cell(kit, 2, Rows::amountColumn, Rows::cellGradeRole).toInt(), static_cast<int>(Severity::good));
        QVERIFY(cell(kit, 2, Rows::accountColumn, Qt::AccessibleTextRole).endsWith(u"error"_s));
        QVERIFY(cell(kit, 2, Rows::findingsColumn).contains(u"4,07028E+19"_s));
        QCOMPARE(cell(kit, 2, Rows::tickColumn, Qt::AccessibleTextRole), u"Line 4 can't be taken"_s);
        QVERIFY(!rowsOf(kit).data(rowsOf(kit).index(2, Rows::tickColumn), Qt::CheckStateRole).isValid());
        kit.find<QTableView>("importTable")->setCurrentIndex(rowsOf(kit).index(2, Rows::recipientColumn));
        QCOMPARE(kit.text("rowTitle"), u"Line 4 can't be taken"_s);
        takePictures(*kit.window, u"import-rows-mixed"_s);
    }

    void filtersShowWhatTheySay()
    {
        ImportKit kit;
        kit.open();
        openTable(kit, u"orders.csv"_s, mixedRows());
        QVERIFY(kit.button("filter1")->text().endsWith(u"1"_s));
        kit.click("filter1");
        QCOMPARE(rowsOf(kit).rowCount(), 1);
        QCOMPARE(cell(kit, 0, Rows::lineColumn), u"4"_s);
        QVERIFY(!kit.button("tickShown")->isEnabled());
        kit.click("filter3");
        QCOMPARE(rowsOf(kit).rowCount(), 1);
        QCOMPARE(cell(kit, 0, Rows::lineColumn), u"6"_s);
        kit.click("filter0");
        QCOMPARE(rowsOf(kit).rowCount(), 5);
    }

    void ctrlFFindsTheNextRowThatHoldsTheWords()
    {
        ImportKit kit;
        kit.open();
        openTable(kit, u"orders.csv"_s, mixedRows());
        auto *table = kit.find<QTableView>("importTable");
        auto *find = kit.find<QLineEdit>("findRows");
        table->setFocus();
        QTest::keySequence(table, QKeySequence::Find);
        QVERIFY(find->hasFocus());
        find->insert(u"ПО СЧЕТУ 78"_s);
        QTRY_COMPARE(table->currentIndex().row(), 1);
        find->selectAll();
        QTest::keyClicks(find, u"4070 2810 5000 0000 0001"_s); // as the form shows it
        QTRY_COMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(table->currentIndex().row(), 3); // row 2 has another account
        QTest::keyClick(find, Qt::Key_Return);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(table->currentIndex().row(), 0); // after the last row comes the first
        find->selectAll();
        QTest::keyClicks(find, u"nobody"_s);
        QTRY_COMPARE(kit.text("findResult"), u"Not in these rows"_s);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(kit.orders.isEmpty());
    }

    void accountsThatWereNeverPaidAreMarked()
    {
        ImportKit kit;
        kit.rememberPaid({u"ООО Вектор"_s, u"7701000019"_s, u"044525974"_s, u"40702810500000000001"_s});
        kit.open();
        const QByteArray swapped = QByteArray(csvRow).replace("40702810500000000001", "40702810600000000011");
        const QByteArray stranger = QByteArray(csvRow).replace("Вектор", "Спектр").replace("7701000019", "7707083893");
        const QByteArray bad = QByteArray(csvRow).replace("3500,00", "0,00");
        openTable(kit, u"orders.csv"_s, csvHeader + csvRow + swapped + stranger + bad);
        QTRY_COMPARE(rowsOf(kit).count(Rows::Filter::newAccounts), 2);
        QCOMPARE(rowsOf(kit).count(Rows::Filter::warnings), 2); // as many as are yellow
        QCOMPARE(cell(kit, 1, Rows::tickColumn, Rows::signRole), u"!"_s); // never a green tick beside a new account
        QVERIFY(!rowsOf(kit).isNewAccount(0));
        QCOMPARE(cell(kit, 0, Rows::accountColumn, Rows::cellGradeRole).toInt(), static_cast<int>(Severity::good));
        QCOMPARE(cell(kit, 1, Rows::accountColumn, Rows::cellGradeRole).toInt(), static_cast<int>(Severity::warn));
        QVERIFY(cell(kit, 1, Rows::findingsColumn).startsWith(u"Another account than before"));
        QVERIFY(cell(kit, 2, Rows::findingsColumn).startsWith(u"Another name or INN than before"));
        QVERIFY(!rowsOf(kit).isNewAccount(3)); // it can't be taken anyway
        takePictures(*kit.window, u"import-new-accounts"_s);
        kit.click("filter4");
        QCOMPARE(rowsOf(kit).rowCount(), 2);
        kit.find<QTableView>("importTable")->setCurrentIndex(rowsOf(kit).index(0, Rows::recipientColumn));
        QCOMPARE(cell(kit, 0, Rows::lineColumn), u"3"_s);
    }

    void marksOfAFileBeforeDoNotStayOnTheNext()
    {
        ImportKit kit;
        kit.open();
        openTable(kit, u"orders.csv"_s, mixedRows());
        QTRY_COMPARE(rowsOf(kit).count(Rows::Filter::newAccounts), 4);
        kit.rememberPaid({u"ООО Вектор"_s, u"7701000019"_s, u"044525974"_s, u"40702810500000000001"_s});
        kit.click("back");
        kit.click("back");
        openTable(kit, u"again.csv"_s, mixedRows());
        QCOMPARE(rowsOf(kit).rowCount(), 5);
        QTRY_COMPARE(rowsOf(kit).count(Rows::Filter::newAccounts), 0);
    }

    void aRowThatStandsTwiceIsTakenOnlyWhenItIsTicked()
    {
        ImportKit kit;
        kit.open();
        openTable(kit, u"orders.csv"_s, mixedRows());
        QVERIFY(kit.text("chosenTotal").startsWith(u"3 drafts"_s));
        auto *table = kit.find<QTableView>("importTable");
        table->setCurrentIndex(rowsOf(kit).index(4, Rows::recipientColumn));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Space);
        QVERIFY(kit.text("chosenTotal").startsWith(u"4 drafts"_s));
        const QRect box = table->visualRect(rowsOf(kit).index(4, Rows::tickColumn));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, box.center());
        QVERIFY(kit.text("chosenTotal").startsWith(u"3 drafts"_s));
        kit.type("controlTotal", u"7030,50"_s);
        QVERIFY(kit.text("verdict").startsWith(u"≠"_s));
        kit.type("controlTotal", u"3530,50"_s);
        kit.click("next");
        REACH_STEP(kit, 4);
        QCOMPARE(kit.orders.first().rows.size(), 3);
    }

    void theTotalOfTheWholeFileIsNotThatOfTheDrafts()
    {
        ImportKit kit;
        kit.open();
        const QByteArray twice = csvHeader + csvRow + csvRow;
        openTable(kit, u"orders.csv"_s, twice);
        kit.type("controlTotal", u"7000,00"_s);
        QVERIFY2(kit.text("verdict").contains(u"whole file"_s), qPrintable(kit.text("verdict")));
        QVERIFY(!kit.button("next")->isEnabled());
        rowsOf(kit).setData(rowsOf(kit).index(1, Rows::tickColumn), Qt::Checked, Qt::CheckStateRole);
        QVERIFY(kit.text("verdict").startsWith(u"="_s));
        QVERIFY(kit.button("next")->isEnabled());
    }

    void aDocumentThatWasImportedBeforeIsShownWithItsPayout()
    {
        ImportKit kit;
        const auto sheet = sheetOf(twoDocuments());
        kit.rememberImport(sheet->row(0).identity, {.id = {u"p1"_s}, .state = PayoutState::paid, .maker = u"А"_s});
        kit.open();
        kit.window->openFile(kit.file(u"1c_to_kl.txt"_s, twoDocuments()));
        REACH_STEP(kit, 3);
        QVERIFY2(cell(kit, 0, Rows::findingsColumn).contains(u"payout 1 (Paid)"_s),
                 qPrintable(cell(kit, 0, Rows::findingsColumn)));
        QVERIFY(kit.text("chosenTotal").startsWith(u"1 draft"_s));
        QSignalSpy wanted(kit.window, &ImportWindow::payoutWanted);
        takePictures(*kit.window, u"import-rows-before"_s);
        kit.click("earlier");
        QCOMPARE(wanted.first().first().value<PayoutId>().text, u"p1"_s);
        kit.type("controlTotal", u"148000,50"_s);
        kit.click("next");
        REACH_STEP(kit, 4);
        QCOMPARE(kit.orders.first().rows.size(), 1);
        QCOMPARE(kit.orders.first().rows.first().shownNumber, 0);
    }

    void columnsThatAreNotKnownAreChosenAndKept()
    {
        const QByteArray odd = "Кому;Куда;Сколько;БИК;За что;ИНН;КПП\r\nООО Вектор;40702810500000000001;100,00;"
                               "044525974;Оплата по счету 7. Без НДС;7701000019;770101001\r\n";
        ImportKit kit;
        kit.open();
        const QString path = kit.file(u"odd.csv"_s, odd);
        kit.window->openFile(path);
        REACH_STEP(kit, 2);
        chooseIn(kit, "header", 0);
        REACH_STEP(kit, 2);
        QVERIFY(!kit.button("next")->isEnabled());
        takePictures(*kit.window, u"import-columns"_s);
        for (const auto &[field, column] :
             {std::pair("column-recipientName", 0), std::pair("column-account", 1), std::pair("column-amount", 2),
              std::pair("column-bik", 3), std::pair("column-purpose", 4), std::pair("column-inn", 5),
              std::pair("column-kpp", 6)})
            chooseIn(kit, field, column);
        QVERIFY(kit.button("next")->isEnabled());
        takePictures(*kit.window, u"import-columns-chosen"_s);
        kit.click("next");
        REACH_STEP(kit, 3);
        QVERIFY(kit.text("chosenTotal").startsWith(u"1 draft"_s));
        kit.click("back");
        REACH_STEP(kit, 2);
    }

    void aColumnHoldsOneFieldOnly()
    {
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"orders.csv"_s, mixedRows()));
        REACH_STEP(kit, 2);
        chooseIn(kit, "column-purpose", 0);
        QCOMPARE(kit.find<QComboBox>("column-recipientName")->currentData().toInt(), -1);
        QVERIFY(!kit.button("next")->isEnabled());
    }

    void encodingAndSeparatorCanBeChanged()
    {
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"orders.csv"_s, inCodePage(mixedRows(), TextEncoding::windows1251)));
        REACH_STEP(kit, 2);
        QCOMPARE(kit.find<QComboBox>("encoding")->currentText(), u"Windows (1251)"_s);
        QCOMPARE(kit.find<QComboBox>("separator")->currentData().toChar(), u';');
        QCOMPARE(kit.find<QComboBox>("decimalSign")->currentData().toChar(), u',');
        chooseIn(kit, "encoding", static_cast<int>(TextEncoding::cp866));
        REACH_STEP(kit, 2);
        QTRY_VERIFY(!kit.button("next")->isEnabled()); // no header can be read that way
        chooseIn(kit, "encoding", static_cast<int>(TextEncoding::windows1251));
        REACH_STEP(kit, 2);
        QTRY_VERIFY(kit.button("next")->isEnabled());
    }

    void aWorkbookIsReadToo()
    {
        ImportKit kit;
        kit.open();
        const auto workbook = xlsxOf(
            u"Выплаты"_s, {{u"Получатель"_s, u"ИНН"_s, u"КПП"_s, u"БИК"_s, u"Счет"_s, u"Сумма"_s, u"Назначение"_s},
                           {u"ООО Вектор"_s, u"7701000019"_s, u"770101001"_s, u"044525974"_s, u"40702810500000000001"_s,
                            u"10,00"_s, u"Оплата. Без НДС"_s}});
        openTable(kit, u"orders.xlsx"_s, *workbook);
        QVERIFY(kit.text("fileFacts").startsWith(u"Workbook, sheet Выплаты"_s));
        QVERIFY(kit.text("chosenTotal").startsWith(u"1 draft"_s));
    }

    void whatIsNoFileOfPaymentsIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("a picture") << u"x.png"_s << QByteArray("\x89PNG\r\n\x1a\n....");
        QTest::addRow("a broken zip") << u"x.xlsx"_s << QByteArray("PK\x03\x04 and nothing more");
        QTest::addRow("not there") << u""_s << QByteArray();
    }
    void whatIsNoFileOfPaymentsIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        ImportKit kit;
        kit.open();
        kit.window->openFile(name.isEmpty() ? kit.folder.filePath(u"missing"_s) : kit.file(name, bytes));
        QTRY_VERIFY(kit.find<QWidget>("fileProblem")->isVisible());
        QVERIFY(kit.isAtStep(1));
        takePictures(*kit.window, u"import-no-file"_s);
    }

    void aFileThatIsRefusedAsAWholeMakesNoDrafts()
    {
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"1c_to_kl.txt"_s, exchangeFile(document(), "ВерсияФормата=1.03\r\n", {})));
        REACH_STEP(kit, 3);
        kit.type("controlTotal", u"3500,00"_s);
        QVERIFY(!kit.button("next")->isEnabled());
        QCOMPARE(kit.text("verdict"), u"Nothing of this file can be taken."_s);
        takePictures(*kit.window, u"import-refused"_s);
    }

    void aFileThatChangedAfterItWasReadIsNotImported()
    {
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"1c_to_kl.txt"_s, twoDocuments()));
        REACH_STEP(kit, 3);
        kit.type("controlTotal", u"151500,50"_s);
        (void)kit.file(u"1c_to_kl.txt"_s, twoDocuments().replace("40702810500000000001", "40702810800000000002"));
        kit.click("next");
        QTRY_VERIFY(kit.find<QWidget>("problem")->isVisible());
        REACH_STEP(kit, 3);
        QVERIFY(kit.window->findChild<QWidget *>(u"problem"_s)->accessibleDescription().contains(u"who changed it"_s));
        QVERIFY(kit.orders.isEmpty());
        takePictures(*kit.window, u"import-changed"_s);
    }

    void aTableThatChangesBetweenColumnsAndRowsIsSaid()
    {
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"orders.csv"_s, mixedRows()));
        REACH_STEP(kit, 2);
        (void)kit.file(u"orders.csv"_s, csvHeader + csvRow);
        kit.click("next");
        REACH_STEP(kit, 3);
        const auto notes = kit.window->findChildren<QWidget *>(u"fileNote"_s);
        QVERIFY(std::ranges::any_of(notes, [](const QWidget *note) {
            return note->accessibleName().contains(u"changed since it was read"_s);
        }));
    }

    void whatTheEngineRefusesIsSaidAndTheRowsStay()
    {
        ImportKit kit;
        kit.answer = fail(ErrorCode::importedBefore, u"7"_s);
        kit.open();
        kit.window->openFile(kit.file(u"1c_to_kl.txt"_s, twoDocuments()));
        REACH_STEP(kit, 3);
        kit.type("controlTotal", u"151500,50"_s);
        kit.click("next");
        QTRY_VERIFY(kit.find<QWidget>("problem")->isVisible());
        QVERIFY(kit.isAtStep(3));
        QCOMPARE(kit.orders.size(), 1);
    }

    void aReadingCanBeStoppedAndAnotherFileRead()
    {
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"many.csv"_s, manyRows(60'000)));
        QVERIFY(kit.button("stop")->isVisible());
        QTRY_VERIFY(kit.find<QProgressBar>("progress")->value() > 0);
        QTest::keyClick(kit.window.data(), Qt::Key_Escape);
        QVERIFY(kit.isAtStep(1));
        QVERIFY(kit.window->isVisible());
        takePictures(*kit.window, u"import-stopped"_s);
        kit.window->openFile(kit.file(u"1c_to_kl.txt"_s, twoDocuments()));
        REACH_STEP(kit, 3);
        QCOMPARE(rowsOf(kit).rowCount(), 2);
    }

    void theWindowStaysWhileDraftsAreBeingMade()
    {
        ImportKit kit;
        kit.holds = true;
        kit.open();
        kit.window->openFile(kit.file(u"1c_to_kl.txt"_s, twoDocuments()));
        REACH_STEP(kit, 3);
        kit.type("controlTotal", u"151500,50"_s);
        kit.click("next");
        QTRY_COMPARE(kit.heldCount(), 1);
        QVERIFY(!kit.button("stop")->isVisible());
        takePictures(*kit.window, u"import-making"_s);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(kit.window.data(), Qt::Key_Escape);
        kit.window->close();
        QVERIFY(kit.window && kit.window->isVisible());
        kit.release();
        REACH_STEP(kit, 4);
        QCOMPARE(kit.orders.size(), 1);
    }

    void closingTheWindowEndsItsReading()
    {
        ImportKit kit;
        kit.open();
        kit.window->openFile(kit.file(u"many.csv"_s, manyRows(60'000)));
        QTRY_VERIFY(kit.find<QProgressBar>("progress")->value() > 0);
        delete kit.window;
        kit.desk.reset();
        QVERIFY(kit.orders.isEmpty());
    }

    void refusedRowsAreSavedToBeCorrected()
    {
        ImportKit kit;
        kit.open();
        openTable(kit, u"orders.csv"_s, mixedRows());
        kit.click("saveRefused");
        auto *chooser = kit.window->findChild<QFileDialog *>();
        QVERIFY(chooser);
        const QString path = kit.folder.filePath(u"bad.csv"_s);
        Q_EMIT chooser->fileSelected(path);
        chooser->close();
        QTRY_VERIFY(kit.find<QWidget>("problem")->isVisible());
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(saved.readAll());
        QCOMPARE(text.count(u"\r\n"_s), 2);
        QVERIFY(text.contains(u"4,07028E+19"_s));
        QVERIFY(text.contains(u"Reason"_s));
    }

    void aDroppedFileIsRead()
    {
        ImportKit kit;
        kit.open();
        const QUrl file = QUrl::fromLocalFile(kit.file(u"1c_to_kl.txt"_s, twoDocuments()));
        drop(*kit.window, {QUrl(u"https://example.org/1c_to_kl.txt"_s)});
        drop(*kit.window, {file, file});
        QVERIFY(kit.isAtStep(1) && kit.button("next")->isVisible());
        drop(*kit.window, {file});
        REACH_STEP(kit, 3);
    }

    void namesFromAFileAreOnlyText()
    {
        ImportKit kit;
        kit.open();
        const QByteArray name = "<b>ООО</b>\xe2\x80\xae Вектор";
        openTable(kit, u"<i>x.csv"_s, csvHeader + QByteArray(csvRow).replace("ООО Вектор", name));
        QVERIFY(cell(kit, 0, Rows::recipientColumn).contains(u"⟨U+202E⟩"_s));
        for (const QLabel *label : kit.window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }

    void tenThousandRowsAreShownAndTicked()
    {
        ImportKit kit;
        kit.open();
        openTable(kit, u"many.csv"_s, manyRows(10'000));
        QCOMPARE(rowsOf(kit).rowCount(), 10'000);
        auto *table = kit.find<QTableView>("importTable");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(kit.text("rowTitle"), u"Line 10001"_s);
        kit.click("tickShown");
        QCOMPARE(kit.text("verdict"), u"No row is ticked."_s);
        kit.click("tickShown");
        QCOMPARE(rowsOf(kit).chosenTotal().sum, std::optional(Money::fromKopecks(qint64{10'000} * 10'001 / 2 * 100)));
    }

private:
    /// Opens a table whose columns are all recognised and goes on to its rows.
    static void openTable(const ImportKit &kit, const QString &name, const QByteArray &bytes)
    {
        kit.window->openFile(kit.file(name, bytes));
        REACH_STEP(kit, 2);
        kit.click("next");
        REACH_STEP(kit, 3);
    }
    /// Chooses the item with these data by keyboard, as a person does.
    static void chooseIn(const ImportKit &kit, const char *name, int data)
    {
        auto *box = kit.find<QComboBox>(name);
        box->setFocus();
        const int wanted = box->findData(data);
        QVERIFY(wanted >= 0);
        if (wanted == box->currentIndex()) return;
        box->setCurrentIndex(wanted);
        Q_EMIT box->activated(wanted);
    }
};

QTEST_MAIN(TestUiImport)
#include "tst_ui_import.moc"
