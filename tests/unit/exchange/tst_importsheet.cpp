#include "unit/exchange/importkit.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const ImportSheet> csvSheet(const QByteArray &rows, const ImportRules &rules = ownAccounts(),
                                            ImportChoices choices = fromOwnAccount())
{
    return sheetOf(csvHeader + rows, choices, rules);
}

QByteArray rowWith(const QByteArray &from, const QByteArray &to)
{
    QByteArray row = csvRow;
    return row.replace(from, to);
}

/// Remembers one file and one document.
class Remembered final : public EarlierImports
{
public:
    QByteArray fileDigest;
    QByteArray document;
    std::optional<PayoutState> state = PayoutState::paid;
    bool broken = false;
    [[nodiscard]] Result<std::optional<EarlierImport>> file(const QByteArray &sha256) const override
    {
        if (sha256 != fileDigest) return std::optional<EarlierImport>();
        return EarlierImport{.day = QDate(2026, 11, 20)};
    }
    [[nodiscard]] Result<QHash<QByteArray, EarlierImport>> documents(const QList<QByteArray> &identities) const override
    {
        QHash<QByteArray, EarlierImport> known;
        if (broken) return fail(ErrorCode::storeUnavailable);
        if (identities.contains(document)) known.insert(document, {QDate(2026, 11, 20), {u"p7"_s}, 7, state});
        return known;
    }
};

} // namespace

class ImportSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodRowIsTaken()
    {
        const auto sheet = csvSheet(csvRow);
        QVERIFY(sheet);
        QVERIFY(!sheet->fileRefused());
        QCOMPARE(sheet->rowCount(), 1);
        QCOMPARE(refusals(*sheet, 0), QStringList());
        QCOMPARE(sheet->row(0).draft.senderAccount, u"40702810300200000013"_s);
        QCOMPARE(sheet->row(0).line, 2);
        QCOMPARE(sheet->facts().decimalSign, std::optional(QChar(u',')));
        QCOMPARE(sheet->facts().file.sha256, sha256Hex(csvHeader + csvRow));
    }

    void cellsAreJudgedWhereTheyStand_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("severity");
        const auto add = [](const char *name, const QByteArray &from, const QByteArray &to, const QString &finding,
                            int column, const QString &severity) {
            QTest::addRow("%s", name) << rowWith(from, to) << finding << column << severity;
        };
        const QByteArray account = "40702810500000000001";
        add("exponent", account, "4,07028E+19", u"numberExponent"_s, 4, u"block"_s);
        add("five zeros", account, "40702810500000000000", u"numberRounded"_s, 4, u"block"_s);
        add("19 digits", account, "4070281050000000001", u"accountWrongLength"_s, 4, u"block"_s);
        add("key digit", account, "40702810600000000001", u"accountKeyMismatch"_s, 4, u"warn"_s);
        add("a letter", account, "4070281050000000000l", u"accountWrongCharacter"_s, 4, u"block"_s);
        add("full-width digits", account, "４0702810500000000001", u"accountWrongCharacter"_s, 4, u"block"_s);
        add("BIK without its zero", "044525974", "44525974", u"leadingZeroLost"_s, 3, u"block"_s);
        add("INN without its zero", "7701000019", "701000019", u"leadingZeroLost"_s, 1, u"block"_s);
        add("INN with exponent", "7701000019", "7,70100E+09", u"numberExponent"_s, 1, u"block"_s);
        add("KPP without its zero", "770101001", "70101001", u"leadingZeroLost"_s, 2, u"block"_s);
        add("amount that may be both", "3500,00", "1,234", u"amountTooPrecise"_s, 5, u"block"_s);
        add("signs the wrong way round", "3500,00", "1.23,456.7", u"amountBothSigns"_s, 5, u"block"_s);
        add("nothing to pay", "3500,00", "0,00", u"amountZero"_s, 5, u"block"_s);
        add("a zero-width space in the name", "Вектор", "Век\u200Bтор", u"nameInvisibleCharacter"_s, 0, u"block"_s);
        add("a Latin letter in the name", "Вектор", "Вeктор", u"nameMixedScripts"_s, 0, u"warn"_s);
        add("a mark in the middle", "Вектор", "\xEF\xBB\xBFВектор", u"nameInvisibleCharacter"_s, 0, u"block"_s);
        add("no purpose", "Оплата по счету 77. Без НДС", "", u"purposeMissing"_s, 6, u"block"_s);
    }

    void cellsAreJudgedWhereTheyStand()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, finding);
        QFETCH(int, column);
        QFETCH(QString, severity);
        const auto sheet = csvSheet(row);
        for (const ImportFinding &found : sheet->row(0).findings) {
            if (findingName(found) != finding) continue;
            QCOMPARE(found.column, column);
            QCOMPARE(found.severity, severity == u"block" ? Severity::block : Severity::warn);
            return;
        }
        QFAIL(qPrintable(namesOf(sheet->row(0).findings).join(u' ')));
    }

    void anEmptyCellForTheAccountToPayFromIsSaid()
    {
        const QByteArray header = "Счет плательщика;Получатель;ИНН;КПП;БИК;Счет;Сумма;Назначение\r\n";
        const auto sheet = sheetOf(header + ';' + csvRow + "40702810800200000021;" + csvRow, fromOwnAccount());
        QCOMPARE(warnings(*sheet, 0), QStringList{u"senderChosen"_s});
        QCOMPARE(sheet->row(0).draft.senderAccount, u"40702810300200000013"_s);
        QCOMPARE(warnings(*sheet, 1), QStringList());
        QCOMPARE(sheet->row(1).draft.senderAccount, u"40702810800200000021"_s);
        QCOMPARE(warnings(*csvSheet(csvRow), 0), QStringList()); // no such column: one account for all
    }

    void aLostDigitHasOneReasonOnly()
    {
        QCOMPARE(refusals(*csvSheet(rowWith("40702810500000000001", "4,07028E+19")), 0),
                 QStringList{u"numberExponent"_s});
        QCOMPARE(refusals(*csvSheet(rowWith("044525974", "44525974")), 0), QStringList{u"leadingZeroLost"_s});
    }

    void raggedRowsAreSeen()
    {
        QVERIFY(refusals(*csvSheet(rowWith("ООО Вектор", "ООО;Вектор")), 0).contains(u"rowTooLong"_s));
        QVERIFY(
            namesOf(csvSheet(rowWith(";Оплата по счету 77. Без НДС", ""))->row(0).findings).contains(u"rowTooShort"_s));
        QCOMPARE(refusals(*csvSheet(rowWith("Без НДС", "Без НДС;;;")), 0), QStringList());
    }

    void headersAreInManyTongues()
    {
        const auto sheet =
            sheetOf("payee,tax id,kpp,bic,account,amount,purpose\n"
                    "ООО Вектор,7701000019,770101001,044525974,40702810500000000001,\"3,500.00\",Оплата. Без НДС\n",
                    fromOwnAccount());
        QCOMPARE(refusals(*sheet, 0), QStringList());
        QCOMPARE(sheet->row(0).amount, std::optional(Money::fromKopecks(350'000)));
        QCOMPARE(sheet->facts().separator, std::optional(QChar(u',')));
    }

    void aTableWithoutNamesNeedsThePerson()
    {
        const auto sheet = sheetOf(csvRow + csvRow, fromOwnAccount());
        QVERIFY(sheet->fileRefused());
        QVERIFY(namesOf(sheet->fileFindings()).contains(u"fileColumnsMissing"_s));
        QCOMPARE(sheet->columnNames().first(), u"A"_s);

        ImportChoices choices = fromOwnAccount();
        choices.headerRow = -1;
        choices.mapping.emplace();
        for (const auto &[field, column] : {std::pair{ImportField::recipientName, 0},
                                            {ImportField::inn, 1},
                                            {ImportField::kpp, 2},
                                            {ImportField::bik, 3},
                                            {ImportField::account, 4},
                                            {ImportField::amount, 5},
                                            {ImportField::purpose, 6}})
            choices.mapping->set(field, column);
        const auto chosen = sheetOf(csvRow, choices);
        QVERIFY(!chosen->fileRefused());
        QCOMPARE(refusals(*chosen, 0), QStringList());
    }

    void aKeptMappingIsUsed()
    {
        const QTemporaryDir folder;
        const QByteArray file = QByteArray(csvHeader).replace("Сумма", "Столбец X") + csvRow;
        const auto before = sheetOf(file, fromOwnAccount());
        QVERIFY(before->fileRefused());

        auto book = std::make_shared<MappingBook>(folder.filePath(u"columns.json"_s));
        const auto header = sheetOf(csvHeader + csvRow);
        // Without an amount no header is recognised: the person says where it is, and that is kept.
        ImportChoices choices = fromOwnAccount();
        choices.headerRow = 0;
        choices.mapping = header->mapping();
        const auto corrected = sheetOf(file, choices);
        QVERIFY(!corrected->fileRefused());
        QVERIFY(book->keep(corrected->facts().headerSignature, corrected->mapping()).has_value());

        ImportRules rules = ownAccounts();
        rules.mappings = book;
        ImportChoices next = fromOwnAccount();
        next.headerRow = 0;
        const auto again = sheetOf(file, next, rules);
        QVERIFY(again->facts().mappingFromBook);
        QCOMPARE(again->mapping(), header->mapping());
    }

    void totalsAreOfWholeKopecks()
    {
        const QByteArray dime = rowWith("3500,00", "0,10");
        const auto sheet = csvSheet(QByteArray(dime).replace("77.", "1.") + QByteArray(dime).replace("77.", "2.") +
                                    QByteArray(dime).replace("77.", "3.") + rowWith("044525974", "44525974"));
        QCOMPARE(sheet->total().count, 4);
        QCOMPARE(sheet->total().sum, std::optional(Money::fromKopecks(350'030)));
        QCOMPARE(sheet->accepted().count, 3);
        QCOMPARE(sheet->accepted().sum, std::optional(Money::fromKopecks(30)));
        QCOMPARE(sheet->refused().count, 1);
        QCOMPARE(sheet->refused().sum, std::optional(Money::fromKopecks(350'000)));
        QVERIFY(sheet->overview(3).refused());
        QVERIFY(!sheet->overview(0).refused());
    }

    void aTotalRowIsComparedAndNotPaid()
    {
        const auto fits = csvSheet(csvRow + "Итого:;;;;;3500,00;\r\n");
        QCOMPARE(fits->rowCount(), 1);
        QVERIFY(namesOf(fits->fileFindings()).contains(u"fileTotalFits"_s));
        const auto differs = csvSheet(csvRow + "Итого;;;;;3 600,00;\r\n");
        QVERIFY(namesOf(differs->fileFindings()).contains(u"fileTotalDiffers"_s));
    }

    void aPaymentIsNeverTakenForATotal_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addRow("a name") << QByteArray("Total Vostok;7701000019;770101001;044525974;;3500,00;Оплата. Без НДС");
        QTest::addRow("a name alone with a BIK") << QByteArray("Итого ООО;;;044525974;;3500,00;");
        QTest::addRow("a purpose") << QByteArray("ООО Вектор;7701000019;;;;5000;Всего по счету 5. Без НДС");
        QTest::addRow("an account") << QByteArray(";;;;40702810500000000001;5000;Итого");
    }

    void aPaymentIsNeverTakenForATotal()
    {
        QFETCH(QByteArray, row);
        const auto sheet = csvSheet(csvRow + row + "\r\n");
        QCOMPARE(sheet->rowCount(), 2);
        QVERIFY(sheet->overview(1).refused());
    }

    void aPaymentAboveTheHeaderRefusesTheFile()
    {
        const auto lost = sheetOf(csvRow + csvHeader + csvRow, fromOwnAccount());
        QCOMPARE(lost->rowCount(), 1);
        QVERIFY(namesOf(lost->fileFindings(), Severity::block).contains(u"fileRowAboveHeader"_s));
        const auto titles = sheetOf(
            "Реестр выплат;;;;;;\r\nНаш счет;;;;40702810300200000013;;\r\n" + csvHeader + csvRow, fromOwnAccount());
        QVERIFY(!titles->fileRefused());
    }

    void datesInTablesAreReadOrRefused_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<bool>("refused");
        for (const char *date :
             {"", "20.11.2026", "1.2.2026", "2026-11-20", "20.11.2026 0:00:00", "2026-11-20T10:15:00"})
            QTest::addRow("%s", date) << QByteArray(date) << false;
        for (const char *date : {"31.02.2026", "20/11/26", "11/20/2026", "20.11.26", "завтра", "46346", "0:00:00"})
            QTest::addRow("%s", date) << QByteArray(date) << true;
    }

    void datesInTablesAreReadOrRefused()
    {
        QFETCH(QByteArray, date);
        QFETCH(bool, refused);
        const auto sheet = sheetOf("Дата;" + csvHeader + date + ";" + csvRow, fromOwnAccount());
        QCOMPARE(refusals(*sheet, 0), refused ? QStringList{u"documentDateWrong"_s} : QStringList());
    }

    void aRecipientCalledTotalIsPaid()
    {
        QCOMPARE(csvSheet(rowWith("ООО Вектор", "Тотал ООО"))->rowCount(), 1);
        QCOMPARE(csvSheet(rowWith("ООО Вектор", "Итого ООО"))->rowCount(), 1);
    }

    void theSameRowTwiceIsSeen()
    {
        const auto sheet = csvSheet(csvRow + csvRow);
        QCOMPARE(warnings(*sheet, 0), QStringList());
        QCOMPARE(warnings(*sheet, 1), QStringList{u"rowRepeated"_s});
        QVERIFY(sheet->overview(1).repeated);
        QCOMPARE(sheet->row(1).findings.first().arguments, QStringList{u"2"_s});
    }

    void theSameDocumentTwiceIsRefused()
    {
        const auto sheet = sheetOf(exchangeFile(document() + document()));
        QVERIFY(!sheet->overview(0).refused());
        QVERIFY(sheet->overview(1).refused());
        QCOMPARE(sheet->accepted().count, 1);
        const auto other = sheetOf(exchangeFile(document() + document({}, "102")));
        QVERIFY(!other->overview(1).refused());
    }

    void aDocumentHasOneIdentityInEveryEncodingAndFile()
    {
        const QByteArray first = sheetOf(sample(u"a_payments_to_bank_win1251.txt"_s))->row(2).identity;
        QCOMPARE(sheetOf(sample(u"a_payments_to_bank_cp866.txt"_s))->row(2).identity, first);
        QCOMPARE(sheetOf(sample(u"a_payments_to_bank_utf8.txt"_s))->row(2).identity, first);
        QCOMPARE(first.size(), 64);
        QVERIFY(sheetOf(sample(u"a_payments_to_bank_utf8.txt"_s))->row(1).identity != first);
    }

    void anyChangeThatMattersMakesAnotherDocument_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addRow("number") << QByteArray("Номер=101") << QByteArray("Номер=0101");
        QTest::addRow("date") << QByteArray("20.11.2026") << QByteArray("21.11.2026");
        QTest::addRow("sum") << QByteArray("3500.00") << QByteArray("3500.01");
        QTest::addRow("recipient account") << QByteArray("40702810500000000001") << QByteArray("40702810800000000002");
        QTest::addRow("sender account") << QByteArray("40702810300200000013") << QByteArray("40702810800200000021");
    }

    void anyChangeThatMattersMakesAnotherDocument()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QVERIFY(sheetOf(exchangeFile(document().replace(from, to)))->row(0).identity !=
                sheetOf(exchangeFile(document()))->row(0).identity);
    }

    void whatWasImportedBeforeIsSaid()
    {
        const QByteArray file = exchangeFile(document() + document({}, "102"));
        auto remembered = std::make_shared<Remembered>();
        remembered->fileDigest = sha256Hex(file);
        remembered->document = sheetOf(file)->row(1).identity;
        ImportRules rules = ownAccounts();
        rules.earlier = remembered;
        const auto sheet = sheetOf(file, {}, rules);
        QVERIFY(namesOf(sheet->fileFindings()).contains(u"fileImportedBefore"_s));
        QVERIFY(!sheet->overview(0).importedBefore);
        QVERIFY(sheet->overview(1).importedBefore);
        QCOMPARE(warnings(*sheet, 1), QStringList{u"rowImportedBefore"_s});
        QVERIFY(!sheet->overview(0).needsWord());
        QVERIFY(sheet->overview(1).needsWord());
        QVERIFY(!sheet->row(0).earlier);
        QCOMPARE(sheet->row(1).earlier->number, 7);
        QCOMPARE(sheet->row(1).findings.first().arguments, (QStringList{u"2026-11-20"_s, u"7"_s, u"paid"_s}));
        remembered->state = {};
        QCOMPARE(sheetOf(file, {}, rules)->row(1).findings.first().arguments.last(), QString());
    }

    void aFileIsNotReadWhileEarlierImportsCantBe()
    {
        auto remembered = std::make_shared<Remembered>();
        remembered->broken = true;
        ImportRules rules = ownAccounts();
        rules.earlier = remembered;
        QVERIFY(!sheetOf(exchangeFile(document()), {}, rules));
    }

    void withoutAProfileOwnAccountsAreNotJudged()
    {
        const auto known = sheetOf(exchangeFile(document().replace("40702810300200000013", "40702810938000000001")));
        QCOMPARE(refusals(*known, 0), QStringList{u"senderNotOurs"_s});
        const auto unknown =
            sheetOf(exchangeFile(document().replace("40702810300200000013", "40702810938000000001")), {}, {});
        QCOMPARE(refusals(*unknown, 0), QStringList());
        QCOMPARE(refusals(*sheetOf(csvHeader + csvRow, {}, {}), 0), QStringList());
        QCOMPARE(refusals(*sheetOf(csvHeader + csvRow), 0), QStringList{u"senderMissing"_s});
    }

    void theDirectoryTellsTheCorrespondentAccount()
    {
        ImportRules rules = ownAccounts();
        rules.directory = *loadEd807(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/ed807_sample.xml"));
        const auto right = sheetOf(sample(u"a_payments_to_bank_utf8.txt"_s), {}, rules);
        QVERIFY(!namesOf(right->row(0).findings).contains(u"correspondentDiffers"_s));
        const auto wrong = sheetOf(exchangeFile(document("ПолучательКорсчет=30101810400000000225\r\n")), {}, rules);
        QCOMPARE(warnings(*wrong, 0), QStringList{u"correspondentDiffers"_s});
    }

    void aMissingDirectoryIsSaidOnceAndNotAtEveryRow()
    {
        const auto sheet = csvSheet(csvRow + csvRow);
        QCOMPARE(namesOf(sheet->fileFindings()).count(u"directoryMissing"_s), 1);
        QVERIFY(!namesOf(sheet->row(0).findings).contains(u"directoryMissing"_s));
    }

    void theLimitOfTheProfileHolds()
    {
        ImportRules rules = ownAccounts();
        rules.limit = Money::fromKopecks(300'000);
        QCOMPARE(refusals(*csvSheet(csvRow, rules), 0), QStringList{u"amountOverLimit"_s});
    }

    void aFileWithoutRowsIsRefused()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("\n\n"), csvHeader}) {
            const auto sheet = sheetOf(bytes);
            QVERIFY(sheet && sheet->fileRefused());
            QVERIFY(namesOf(sheet->fileFindings()).contains(u"fileWithoutRows"_s));
        }
    }

    void readingOnAnotherThreadTellsProgressAndCanBeCancelled()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"orders.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csvHeader + csvRow.repeated(600)) > 0);
        file.close();
        QThreadPool pool;
        const std::function<ImportResult(ReadingProgress &)> reading = [path](ReadingProgress &progress) {
            return readImport(path, fromOwnAccount(), ownAccounts(), progress);
        };
        auto future = startReading(pool, reading);
        future.waitForFinished();
        QVERIFY(future.result().has_value());
        QCOMPARE(future.progressValue(), 1000);
        QCOMPARE((*future.result())->rowCount(), 600);

        auto stopped = startReading(pool, reading);
        stopped.cancel();
        stopped.waitForFinished();
        QCOMPARE(stopped.resultCount(), 0);
    }

    void progressNeverFallsAndAStopEndsIt()
    {
        class Counting final : public ReadingProgress
        {
        public:
            int last = 0;
            int stopAt = 1001;
            bool fell = false;
            bool reached(int permille) override
            {
                fell = fell || permille < last;
                last = permille;
                return permille < stopAt;
            }
        };
        for (const int stopAt : {1, 150, 500, 700, 1000, 1001}) {
            Counting counting;
            counting.stopAt = stopAt;
            const auto sheet =
                readImport(sourceOf(csvHeader + csvRow.repeated(600)), fromOwnAccount(), ownAccounts(), counting);
            QVERIFY(!counting.fell);
            QCOMPARE(sheet.has_value(), stopAt == 1001);
            if (!sheet) QCOMPARE(sheet.error().code, ErrorCode::cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(ImportSheetTest)
#include "tst_importsheet.moc"
