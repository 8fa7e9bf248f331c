#include "unit/exchange/importkit.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::TextEncoding)

class ClientBankReaderTest : public QObject
{
    Q_OBJECT

    static void eachEncoding()
    {
        QTest::addColumn<QString>("suffix");
        for (const QString &suffix : {u"win1251"_s, u"cp866"_s, u"utf8"_s})
            QTest::addRow("%s", qPrintable(suffix)) << suffix;
    }

private Q_SLOTS:
    void ordersAreReadInEveryEncoding_data() { eachEncoding(); }
    void ordersAreReadInEveryEncoding()
    {
        QFETCH(QString, suffix);
        const auto sheet = sheetOf(sample(u"a_payments_to_bank_"_s + suffix + u".txt"_s));
        QVERIFY(sheet);
        QCOMPARE(sheet->rowCount(), 5);
        QCOMPARE(sheet->total().sum, std::optional(Money::fromKopecks(35'075'050)));
        QCOMPARE(sheet->facts().version, u"1.03"_s);
        QCOMPARE(sheet->facts().program, u"Бухгалтерия предприятия, редакция 3.0"_s);
        QCOMPARE(sheet->facts().accounts, QStringList{u"40702810300200000013"_s});
        QVERIFY(!sheet->fileRefused());
    }

    void ordersBecomeDrafts()
    {
        const auto sheet = sheetOf(sample(u"a_payments_to_bank_win1251.txt"_s));
        const ImportRow row = sheet->row(0);
        QCOMPARE(row.draft.senderAccount, u"40702810300200000013"_s);
        QCOMPARE(row.draft.recipientName, u"ООО \"Вектор\""_s);
        QCOMPARE(row.draft.inn, u"7701000019"_s);
        QCOMPARE(row.draft.kpp, u"770101001"_s);
        QCOMPARE(row.draft.bik, u"044525974"_s);
        QCOMPARE(row.draft.account, u"40702810500000000001"_s);
        QCOMPARE(row.amount, std::optional(Money::fromKopecks(350'000)));
        QCOMPARE(row.draft.purpose,
                 u"Оплата по счету N 77 от 18.11.2026 за услуги. В том числе НДС 22% - 631-15 руб."_s);
        QCOMPARE(row.facts.number, u"101"_s);
        QCOMPARE(row.facts.correspondentAccount, u"30101810145250000974"_s);
        QCOMPARE(row.line, 12);
        QVERIFY(!row.refused);
    }

    void aPurposeKeepsWhatFollowsItsFirstEqualsSign()
    {
        const auto sheet = sheetOf(sample(u"a_payments_to_bank_cp866.txt"_s));
        const ImportRow row = sheet->row(4);
        QCOMPARE(row.draft.purpose.size(), 210);
        QVERIFY(row.draft.purpose.contains(u'='));
        QVERIFY(row.draft.purpose.contains(u'№'));
        QVERIFY(!row.refused);
    }

    void wagesAreWarnedOf()
    {
        const auto sheet = sheetOf(sample(u"a_payments_to_bank_utf8.txt"_s));
        QCOMPARE(warnings(*sheet, 1), (QStringList{u"documentIncomeCode"_s, u"documentPriority"_s}));
    }

    void aStatementIsNeverPaid_data() { eachEncoding(); }
    void aStatementIsNeverPaid()
    {
        QFETCH(QString, suffix);
        const auto sheet = sheetOf(sample(u"b_statement_"_s + suffix + u".txt"_s));
        QVERIFY(sheet);
        QCOMPARE(sheet->rowCount(), 6);
        QVERIFY(namesOf(sheet->fileFindings()).contains(u"fileIsStatement"_s));
        QCOMPARE(sheet->accepted().count, 0);
        for (qsizetype row = 0; row < 6; ++row)
            QVERIFY(refusals(*sheet, row).contains(u"documentBooked"_s));
    }

    /// Banks leave days out; balances and receipts say what a file is as well.
    void whatABankHasIsNeverPaid()
    {
        const QByteArray balances = "СекцияРасчСчет\r\nНачальныйОстаток=1.00\r\nКонецРасчСчет\r\n";
        QCOMPARE(refusals(*sheetOf(exchangeFile(document() + balances)), 0), QStringList{u"documentOfStatement"_s});
        QCOMPARE(refusals(*sheetOf(exchangeFile(document("КвитанцияДата=20.11.2026\r\n"))), 0),
                 QStringList{u"documentOfStatement"_s});
        QCOMPARE(refusals(*sheetOf(exchangeFile(document("ДатаСписано=\r\nКвитанцияДата=\r\n"))), 0), QStringList());
    }

    void whatStandsBehindTheEndIsRefused()
    {
        const auto sheet = sheetOf(exchangeFile(document()) + document({}, "102") + "КонецФайла\r\n");
        QVERIFY(sheet->fileRefused());
        QCOMPARE(namesOf(sheet->fileFindings(), Severity::block), QStringList{u"fileDocumentAfterEnd"_s});
        QVERIFY(!sheetOf(exchangeFile(document(), "ВерсияФормата=1.03\r\n", "КонецВыписки\r\nКонецФайла\r\n"))
                     ->fileRefused());
    }

    void theSameNumberForAnotherPaymentIsSaid_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("said");
        const auto with = [](const QByteArray &from, const QByteArray &to) { return document().replace(from, to); };
        QTest::addRow("another amount") << with("3500.00", "9500.00") << true;
        QTest::addRow("another account") << with("40702810500000000001", "40702810800000000002") << true;
        QTest::addRow("another number") << with("Номер=101", "Номер=102") << false;
        QTest::addRow("another day") << with("20.11.2026", "19.11.2026") << false;
        QTest::addRow("another payer") << with("40702810300200000013", "40702810800200000021") << false;
    }

    void theSameNumberForAnotherPaymentIsSaid()
    {
        QFETCH(QByteArray, second);
        QFETCH(bool, said);
        const auto sheet = sheetOf(exchangeFile(document() + second));
        QCOMPARE(warnings(*sheet, 0).contains(u"rowSameNumber"_s), false);
        QCOMPARE(warnings(*sheet, 1).contains(u"rowSameNumber"_s), said);
        QCOMPARE(sheet->overview(1).worst == Severity::warn, said);
        QVERIFY(!sheet->row(1).refused);
    }

    void edgeCasesAreRead_data() { eachEncoding(); }
    void edgeCasesAreRead()
    {
        QFETCH(QString, suffix);
        const auto sheet = sheetOf(sample(u"c_statement_edge_cases_"_s + suffix + u".txt"_s));
        QVERIFY(sheet);
        QCOMPARE(sheet->rowCount(), 4);
        QCOMPARE(sheet->facts().version, u"1.02"_s);
        QCOMPARE(sheet->row(0).facts.number, u"0061305"_s);
        QVERIFY(refusals(*sheet, 0).contains(u"documentKindOther"_s));
        QCOMPARE(sheet->row(1).amount, std::optional(Money::fromKopecks(500'000)));
        QCOMPARE(sheet->row(1).draft.purpose, u"Оплата по счету N 31 от 10.11.2026 Сумма 5000=00 Без НДС"_s);
        QVERIFY(namesOf(sheet->row(1).findings).contains(u"documentUnknownKey"_s));
        // The internal transfer of a file with two accounts stands there twice.
        QVERIFY(!refusals(*sheet, 2).contains(u"rowRepeated"_s));
        QVERIFY(refusals(*sheet, 3).contains(u"rowRepeated"_s));
        QCOMPARE(sheet->total().count, 4);
    }

    void theDeclaredEncodingIsComparedWithTheBytes()
    {
        const auto names = [](const QString &file) { return namesOf(sheetOf(sample(file))->fileFindings()); };
        QVERIFY(names(u"a_payments_to_bank_utf8.txt"_s).contains(u"fileEncodingDiffers"_s));
        QVERIFY(!names(u"a_payments_to_bank_cp866.txt"_s).contains(u"fileEncodingDiffers"_s));
        QVERIFY(!names(u"c_statement_edge_cases_utf8.txt"_s).contains(u"fileEncodingDiffers"_s));
    }

    void aNameInAnotherEncodingIsRefused()
    {
        const QByteArray name = "ООО \"Вектор\"";
        const QByteArray good = inCodePage(exchangeFile(document()), TextEncoding::windows1251);
        const QByteArray windows = inCodePage(name, TextEncoding::windows1251);
        for (const QByteArray &other : {name, inCodePage(name, TextEncoding::cp866)}) {
            const auto sheet = sheetOf(QByteArray(good).replace(windows, other));
            QCOMPARE(refusals(*sheet, 0), QStringList{u"cellBadBytes"_s});
        }
    }

    void aHeadersEmptyKeyIsNoDocuments()
    {
        const auto sheet = sheetOf(exchangeFile(document(), "ВерсияФормата=1.03\r\nПолучатель=\r\n"));
        QCOMPARE(sheet->row(0).draft.recipientName, u"ООО \"Вектор\""_s);
        QVERIFY(!sheet->row(0).refused);
    }

    void whatADocumentSaysIsJudged_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<bool>("refused");
        const auto add = [](const char *name, const QByteArray &lines, const QString &finding, bool refused) {
            QTest::addRow("%s", name) << lines + "\r\n" << finding << refused;
        };
        add("an account twice", "ПолучательРасчСчет=40817810400003869535", u"documentKeyRepeated"_s, true);
        add("a sum twice", "Сумма=9000.00", u"documentKeyRepeated"_s, true);
        add("budget", "СтатусСоставителя=01", u"documentOfBudget"_s, true);
        add("booked", "ДатаСписано=20.11.2026", u"documentBooked"_s, true);
        add("two INNs", "Получатель=ИНН 7707083893 ООО \"Вектор\"", u"documentInnDiffers"_s, false);
        add("two names", "Получатель=ООО \"Ромашка\"", u"documentNamesDiffer"_s, false);
        add("income code", "КодНазПлатежа=1", u"documentIncomeCode"_s, false);
        add("UIN", "Код=12345678901234567890", u"documentUin"_s, false);
        add("unknown key", "РежимКонвертации=1", u"documentUnknownKey"_s, false);
        add("correspondent account of another bank", "ПолучательКорсчет=30101810400000000225", u"correspondentWrong"_s,
            false);
    }

    void whatADocumentSaysIsJudged()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, finding);
        QFETCH(bool, refused);
        const auto sheet = sheetOf(exchangeFile(document(lines)));
        const ImportRow row = sheet->row(0);
        QVERIFY2(namesOf(row.findings).contains(finding), qPrintable(namesOf(row.findings).join(u' ')));
        QCOMPARE(row.refused, refused);
    }

    void aDocumentThatSaysNothingStrangeIsTaken()
    {
        const auto sheet = sheetOf(exchangeFile(document("ПолучательКорсчет=30101810145250000974\r\nКод=0\r\n")));
        QCOMPARE(refusals(*sheet, 0), QStringList());
        QCOMPARE(warnings(*sheet, 0), QStringList());
    }

    void brokenFormIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("finding");
        QTest::addRow("date of two digits")
            << QByteArray("Дата=20.11.2026") << QByteArray("Дата=2.12.01") << u"documentDateWrong"_s;
        QTest::addRow("date that is none")
            << QByteArray("Дата=20.11.2026") << QByteArray("Дата=31.02.2026") << u"documentDateWrong"_s;
        QTest::addRow("kind") << QByteArray("Платежное поручение") << QByteArray("Платежный ордер")
                              << u"documentKindOther"_s;
        QTest::addRow("other sender") << QByteArray("40702810300200000013") << QByteArray("40702810938000000001")
                                      << u"senderNotOurs"_s;
        QTest::addRow("three decimals") << QByteArray("3500.00") << QByteArray("3500.001") << u"amountTooPrecise"_s;
        QTest::addRow("no sum") << QByteArray("Сумма=3500.00") << QByteArray("Сумма=") << u"amountMissing"_s;
        QTest::addRow("negative") << QByteArray("3500.00") << QByteArray("-3500.00") << u"amountUnreadable"_s;
        QTest::addRow("two accounts of the recipient")
            << QByteArray("ПолучательСчет=40702810500000000001") << QByteArray("ПолучательСчет=40817810400003869535")
            << u"documentAccountsDiffer"_s;
    }

    void brokenFormIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, finding);
        const auto sheet = sheetOf(exchangeFile(document().replace(from, to)));
        QVERIFY2(refusals(*sheet, 0).contains(finding), qPrintable(refusals(*sheet, 0).join(u' ')));
    }

    void sumsOfManyBanksAreRead_data()
    {
        QTest::addColumn<QByteArray>("sum");
        QTest::addRow("comma") << QByteArray("3500,00");
        QTest::addRow("whole") << QByteArray("3500");
        QTest::addRow("grouped") << QByteArray("3 500.00");
        QTest::addRow("one decimal") << QByteArray("3500.0");
    }

    void sumsOfManyBanksAreRead()
    {
        QFETCH(QByteArray, sum);
        const auto sheet = sheetOf(exchangeFile(document().replace("3500.00", sum)));
        QCOMPARE(sheet->row(0).amount, std::optional(Money::fromKopecks(350'000)));
    }

    void anIndirectSettlementNamesTheClientsAccount()
    {
        const QByteArray direct = "ПолучательСчет=40702810500000000001\r\nПолучательРасчСчет=40702810500000000001";
        const auto own = sheetOf(exchangeFile(document().replace(
            direct, "ПолучательСчет=30101810145250000974\r\nПолучательРасчСчет=40702810500000000001")));
        QCOMPARE(own->row(0).draft.account, u"40702810500000000001"_s);
        QVERIFY(!own->row(0).refused);
        const auto line = sheetOf(exchangeFile(
            document().replace(direct, "ПолучательСчет=30101810145250000974\r\nПолучатель2=40702810500000000001")));
        QCOMPARE(line->row(0).draft.account, u"40702810500000000001"_s);
        const auto words = sheetOf(exchangeFile(
            document().replace(direct, "ПолучательСчет=30101810145250000974\r\nПолучатель2=Р/с 40702 810 5 "
                                       "00000000001 в банке")));
        QCOMPARE(words->row(0).draft.account, u"40702810500000000001"_s);
    }

    void anAccountThatCantBeReadIsNoOtherCountrys()
    {
        for (const QByteArray &account : {QByteArray(), QByteArray("4070281050000000000"), QByteArray("нет")}) {
            const auto sheet = sheetOf(exchangeFile(document().replace("40702810500000000001", account)));
            QVERIFY(!sheet->fileRefused());
            QVERIFY(sheet->row(0).refused);
        }
    }

    void aPurposeGoesOnInTheNextLine()
    {
        const auto sheet = sheetOf(exchangeFile(document().replace("Без НДС", "сумма\r\nпо акту = 7\r\nБез НДС")));
        QCOMPARE(sheet->row(0).draft.purpose, u"Оплата по счету 77. сумма по акту = 7 Без НДС"_s);
        QVERIFY(!sheet->row(0).refused);
    }

    void aPurposeThatStandsTwiceIsTakenOnce()
    {
        const auto sheet =
            sheetOf(exchangeFile(document("НазначениеПлатежа1=Оплата по счету 77.\r\nНазначениеПлатежа2=Без НДС\r\n")));
        QCOMPARE(sheet->row(0).draft.purpose, u"Оплата по счету 77. Без НДС"_s);
    }

    void aPurposeIsNeverTakenTwiceOrInParts_data()
    {
        QTest::addColumn<QByteArray>("purpose");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        QTest::addRow("lines broken within a word")
            << QByteArray("Оплата по договору 5 от 01.11. Без НДС")
            << QByteArray("НазначениеПлатежа1=Оплата по договору 5 о\r\nНазначениеПлатежа2=т 01.11. Без НДС\r\n")
            << u"Оплата по договору 5 от 01.11. Без НДС"_s;
        QTest::addRow("the purpose is its first line")
            << QByteArray("Оплата по договору 5")
            << QByteArray("НазначениеПлатежа1=Оплата по договору 5\r\nНазначениеПлатежа2=от 01.11. Без НДС\r\n")
            << u"Оплата по договору 5 от 01.11. Без НДС"_s;
        QTest::addRow("the first line only")
            << QByteArray("Оплата. Без НДС") << QByteArray("НазначениеПлатежа1=Оплата.\r\n") << u"Оплата. Без НДС"_s;
        QTest::addRow("lines only") << QByteArray() << QByteArray("НазначениеПлатежа1=Оплата. Без НДС\r\n")
                                    << u"Оплата. Без НДС"_s;
        QTest::addRow("lines that go on")
            << QByteArray("Оплата по счету 77.") << QByteArray("НазначениеПлатежа1=Без НДС\r\n")
            << u"Оплата по счету 77. Без НДС"_s;
        QTest::addRow("a line with =") << QByteArray("Оплата по договору")
                                       << QByteArray("счет=77 от 18.11.2026\r\nБез НДС\r\n")
                                       << u"Оплата по договору счет=77 от 18.11.2026 Без НДС"_s;
    }

    void aPurposeIsNeverTakenTwiceOrInParts()
    {
        QFETCH(QByteArray, purpose);
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        const auto sheet = sheetOf(
            exchangeFile(document(lines).replace("Оплата по счету 77. Без НДС\r\n" + lines, purpose + "\r\n" + lines)));
        QCOMPARE(sheet->row(0).draft.purpose, expected);
        QVERIFY(!sheet->row(0).refused);
    }

    void aLineThatMayBeOfThePurposeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addRow("one word") << QByteArray("Счет=77 от 18.11.2026\r\n");
        QTest::addRow("capitals") << QByteArray("НДС=583.33\r\n");
        QTest::addRow("a text behind an unknown key") << QByteArray("КодДебитора=5\r\nБез НДС\r\n");
    }

    void aLineThatMayBeOfThePurposeIsRefused()
    {
        QFETCH(QByteArray, lines);
        QCOMPARE(refusals(*sheetOf(exchangeFile(document(lines))), 0), QStringList{u"documentStrayLine"_s});
    }

    void urgencyIsReadAndSaid_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<bool>("urgent");
        QTest::addColumn<QStringList>("said");
        for (const char *word : {"Срочно", "срочно", "Срочный"})
            QTest::addRow("%s", word) << QByteArray(word) << true << QStringList{u"documentUrgent"_s};
        for (const char *word : {"", "Электронно", "электронно", "Почтой", "Телеграфом"})
            QTest::addRow("%s", word) << QByteArray(word) << false << QStringList();
        for (const char *word : {"4", "0", "не срочно", "urgent"})
            QTest::addRow("%s", word) << QByteArray(word) << false << QStringList{u"documentUrgencyUnknown"_s};
    }

    void urgencyIsReadAndSaid()
    {
        QFETCH(QByteArray, word);
        QFETCH(bool, urgent);
        QFETCH(QStringList, said);
        const auto sheet = sheetOf(exchangeFile(document("ВидПлатежа=" + word + "\r\n")));
        QCOMPARE(sheet->row(0).draft.urgent, urgent);
        QCOMPARE(warnings(*sheet, 0), said);
    }

    void aDocumentThatIsNotUnderstoodRefusesTheFile_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<TextEncoding>("encoding");
        QTest::addRow("a Latin letter") << QByteArray("CекцияДокумент") << TextEncoding::windows1251;
        QTest::addRow("small letters") << QByteArray("секциядокумент") << TextEncoding::windows1251;
        QTest::addRow("cp866") << QByteArray("СекцияДокумент") << TextEncoding::cp866;
        QTest::addRow("UTF-8") << QByteArray("СекцияДокумент") << TextEncoding::utf8;
    }

    void aDocumentThatIsNotUnderstoodRefusesTheFile()
    {
        QFETCH(QByteArray, begin);
        QFETCH(TextEncoding, encoding);
        const auto windows = [](const QByteArray &text) { return inCodePage(text, TextEncoding::windows1251); };
        QByteArray lost = document({}, "102").replace("СекцияДокумент", begin);
        if (encoding != TextEncoding::utf8) lost = inCodePage(lost, encoding);
        const QByteArray header = "1CClientBankExchange\r\n" + windows("ВерсияФормата=1.03\r\n");
        const QByteArray good = windows(document() + document({}, "103"));
        for (const QByteArray &documents : {good + lost, lost + good}) {
            const auto sheet = sheetOf(header + documents + windows("КонецФайла\r\n"));
            QVERIFY(namesOf(sheet->fileFindings(), Severity::block).contains(u"fileStrayLine"_s));
        }
    }

    void theFileIsRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("finding");
        QTest::addRow("no end") << exchangeFile(document(), "ВерсияФормата=1.03\r\n", "") << u"fileEndMissing"_s;
        QTest::addRow("unknown version") << exchangeFile(document(), "ВерсияФормата=2.00\r\n")
                                         << u"fileVersionUnknown"_s;
        QTest::addRow("no version") << exchangeFile(document(), "") << u"fileVersionUnknown"_s;
        QTest::addRow("two files in one")
            << exchangeFile(document()) + exchangeFile(document()) << u"fileHeaderRepeated"_s;
        QTest::addRow("a byte order mark in the middle")
            << exchangeFile(document()) + "\xEF\xBB\xBF" + exchangeFile(document()) << u"fileHeaderRepeated"_s;
        QTest::addRow("no documents") << exchangeFile({}) << u"fileWithoutRows"_s;
        QTest::addRow("Kazakhstan") << exchangeFile(document("ПолучательИИК=KZ86125KZT5004100100\r\n"))
                                    << u"fileNotRussian"_s;
        QTest::addRow("other accounts") << exchangeFile(document().replace("40702810500000000001",
                                                                           "UA213223130000026007233566001"))
                                        << u"fileNotRussian"_s;
    }

    void theFileIsRefusedAsAWhole()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, finding);
        const auto sheet = sheetOf(file);
        QVERIFY(sheet);
        const QStringList names = namesOf(sheet->fileFindings());
        QVERIFY2(names.contains(finding), qPrintable(names.join(u' ')));
        QVERIFY(sheet->fileRefused());
    }

    void otherEndsOfFilesAreKnown()
    {
        QVERIFY(!sheetOf(exchangeFile(document(), "ВерсияФормата=1.03\r\n", "КонецВыписки\r\n"))->fileRefused());
        QVERIFY(!sheetOf(exchangeFile(document(), "ВерсияФормата=1.03\r\n", "КонецФайла"))->fileRefused());
    }

    void aFileThatIsCutInsideADocumentIsRefusedThere()
    {
        const QByteArray whole = exchangeFile(document() + document({}, "102"));
        const auto sheet = sheetOf(whole.first(whole.indexOf("Номер=102") + 100));
        QVERIFY(sheet->fileRefused());
        QCOMPARE(sheet->rowCount(), 2);
        QVERIFY(!refusals(*sheet, 0).contains(u"documentUnfinished"_s));
        QVERIFY(refusals(*sheet, 1).contains(u"documentUnfinished"_s));
    }

    void aDocumentInsideADocumentEndsTheFirst()
    {
        QByteArray first = document();
        first.chop(static_cast<qsizetype>(qstrlen("КонецДокумента\r\n")));
        const auto sheet = sheetOf(exchangeFile(first + document({}, "102")));
        QCOMPARE(sheet->rowCount(), 2);
        QVERIFY(refusals(*sheet, 0).contains(u"documentUnfinished"_s));
        QVERIFY(!sheet->row(1).refused);
    }

    void lineEndsMayBeMixed()
    {
        QByteArray file = exchangeFile(document());
        file.replace("\r\nДата", "\nДата").replace("\r\nСумма", "\r\r\n\n\nСумма");
        QVERIFY(!sheetOf(file)->row(0).refused);
    }

    void eachKindOfFileIsTold()
    {
        QVERIFY(sheetOf(exchangeFile(document()))->columnNames().contains(u"ПолучательСчет"_s));
        QCOMPARE(sheetOf(exchangeFile(document()))->facts().format, FileFormat::clientBankExchange);
        QCOMPARE(sheetOf("1CClientBankExchangeX\r\na;b\r\n")->facts().format, FileFormat::csv);
    }
};

QTEST_GUILESS_MAIN(ClientBankReaderTest)
#include "tst_clientbankreader.moc"
