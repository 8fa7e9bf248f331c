#include "domain/money.h"
#include "domain/windows1251.h"
#include "exchange/payoutfile.h"
#include "unit/exchange/importkit.h"

#include <QBuffer>
#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

ExportWords words(QChar separator = u';')
{
    ExportWords made{
        .state = [](PayoutState state) { return stateWord(state); }, .sheetName = u"Выплаты"_s, .separator = separator};
    for (int column = 0; column < exportColumnCount; ++column)
        made.headers += u"Столбец %1"_s.arg(column);
    made.headers[static_cast<int>(ExportColumn::recipient)] = u"Получатель"_s;
    made.headers[static_cast<int>(ExportColumn::account)] = u"Счет"_s;
    made.headers[static_cast<int>(ExportColumn::amount)] = u"Сумма"_s;
    return made;
}

/// 20 November 2026, 22:30 in Moscow, when it is still the 20th there and everywhere west of it.
const Instant evening = fromMilliseconds(1'795'203'000'000);

ExportedPayout payout(PayoutState state = PayoutState::paid)
{
    return {.number = 7,
            .state = state,
            .stateSince = evening,
            .createdAt = evening,
            .executedAt = state == PayoutState::paid ? std::optional(evening) : std::nullopt,
            .senderAccount = u"40702810300200000013"_s,
            .recipientName = u"ООО \"Вектор\""_s,
            .inn = u"7701000019"_s,
            .kpp = u"770101001"_s,
            .bik = u"044525974"_s,
            .account = u"40702810500000000001"_s,
            .amountKopecks = 350'015,
            .purpose = u"Оплата по счету N 77 от 18.11.2026 за услуги. В том числе НДС 22% - 631-15 руб."_s,
            .documentNumber = {},
            .documentDate = {},
            .sessionId = u"ps_1"_s,
            .bankPayoutId = u"po_2"_s};
}

ExportPayer payer()
{
    const auto directory = readEd807(sample(u"ed807_sample.xml"_s));
    return {.name = u"ООО \"Северный Путь\""_s,
            .inn = u"1655000003"_s,
            .kpp = u"165501001"_s,
            .bikOfAccount = {{u"40702810300200000013"_s, u"049205131"_s}},
            .directory = directory ? *directory : nullptr};
}

QByteArray written(const std::function<std::unique_ptr<PayoutFile>(QIODevice &)> &open,
                   const QList<ExportedPayout> &payouts)
{
    QBuffer target;
    target.open(QIODevice::WriteOnly);
    const auto file = open(target);
    for (const ExportedPayout &one : payouts) {
        if (!file->add(one)) return "(not added)";
    }
    return file->finish() ? target.data() : QByteArray("(not finished)");
}

QByteArray csv(const QList<ExportedPayout> &payouts, QChar separator = u';')
{
    return written([separator](QIODevice &target) { return csvFile(target, words(separator)); }, payouts);
}

QByteArray workbook(const QList<ExportedPayout> &payouts)
{
    return written([](QIODevice &target) { return workbookFile(target, words()); }, payouts);
}

QByteArray clientBank(const QList<ExportedPayout> &payouts)
{
    return written([](QIODevice &target) { return clientBankFile(target, payer(), evening); }, payouts);
}

/// The keys of a file's first document, in their order.
QStringList keysOf(const QString &text)
{
    QStringList found;
    const auto lines = text.section(u"СекцияДокумент"_s, 1, 1).section(u"КонецДокумента"_s, 0, 0).split(u"\r\n"_s);
    for (const QString &line : lines.mid(1))
        if (line.contains(u'=')) found += line.section(u'=', 0, 0);
    return found;
}

/// A disk that is full after so many bytes.
class SmallDisk final : public QIODevice
{
public:
    explicit SmallDisk(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        if (taken == 0) setErrorString(u"No space left on device"_s);
        return taken == 0 ? -1 : taken;
    }

private:
    qint64 m_room;
};

} // namespace

/// Files that the list is written into, read back by our own readers.
class PayoutFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvSaysWhatTheListSays()
    {
        const QString text = QString::fromUtf8(csv({payout()}));
        QVERIFY(csv({}).startsWith("\xEF\xBB\xBF"));
        QCOMPARE(text.count(u"\r\n"_s), 2);
        QCOMPARE(
            text.section(u"\r\n"_s, 1, 1),
            u"7;paid;20.11.2026;\"ООО \"\"Вектор\"\"\";7701000019;770101001;044525974;40702810500000000001;\"3500,15\";"
            "Оплата по счету N 77 от 18.11.2026 за услуги. В том числе НДС 22% - 631-15 руб.;"
            "40702810300200000013;;;ps_1;po_2"_s);
    }

    void withCommasBetweenCellsAmountsHaveAPoint()
    {
        QVERIFY(csv({payout()}, u',').contains(",3500.15,"));
        QVERIFY(csv({payout()}, u'\t').contains("\t\"3500,15\"\t"));
    }

    void noCellOfCsvBeginsAFormula_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"=1+1"_s, u"+7 495"_s, u"-ООО"_s, u"@SUM(A1)"_s, u"\tx"_s, u"\rx"_s})
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    void noCellOfCsvBeginsAFormula()
    {
        QFETCH(QString, name);
        ExportedPayout hostile = payout();
        hostile.recipientName = hostile.purpose = hostile.documentNumber = name;
        for (const QChar separator : {u';', u',', u'\t'}) {
            const QString text = QString::fromUtf8(csv({hostile}, separator)).section(u"\r\n"_s, 1);
            QCOMPARE(text.count(u'\'' + name), 3);
        }
    }

    void aWorkbookHoldsAccountsAsTextsAndAmountsAsNumbers()
    {
        const auto sheet = sheetOf(workbook({payout()}));
        QVERIFY(sheet);
        const auto column = [](ExportColumn which) { return static_cast<int>(which); };
        QCOMPARE(sheet->table().text(1, column(ExportColumn::account)), u"40702810500000000001"_s);
        QVERIFY(!sheet->table().hasMark(1, column(ExportColumn::account), CellMark::number));
        QCOMPARE(sheet->table().text(1, column(ExportColumn::bik)), u"044525974"_s);
        QCOMPARE(sheet->table().text(1, column(ExportColumn::amount)), u"3500.15"_s);
        QVERIFY(sheet->table().hasMark(1, column(ExportColumn::amount), CellMark::number));
    }

    /// What a program reads from the cell, rounded to kopecks, is the amount: no other kopeck is nearer.
    void everyAmountOfAWorkbookComesBackToTheKopeck()
    {
        QList<ExportedPayout> payouts;
        qint64 kopecks = 1;
        for (int i = 0; kopecks <= 99'999'999'999'999; kopecks = kopecks * 7 / 4 + 3, ++i) {
            payouts.append(payout());
            payouts.last().amountKopecks = kopecks;
        }
        payouts.append(payout());
        payouts.last().amountKopecks = 99'999'999'999'999;
        const auto sheet = sheetOf(workbook(payouts));
        QVERIFY(sheet);
        for (qsizetype row = 0; row < payouts.size(); ++row) {
            const QString cell = sheet->table().text(row + 1, static_cast<int>(ExportColumn::amount));
            const QString decimals = (cell.section(u'.', 1) + u"0000000000"_s).left(10);
            const qint64 tenths = cell.section(u'.', 0, 0).toLongLong() * 1000 + decimals.left(3).toLongLong();
            QCOMPARE((tenths + 5) / 10, *payouts[row].amountKopecks);
        }
    }

    void oneCMarksItAsExecuted()
    {
        const QByteArray bytes = clientBank({payout()});
        const QString text = fromWindows1251(bytes);
        QVERIFY(text.startsWith(u"1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка=Windows\r\n"_s));
        QVERIFY(text.endsWith(u"КонецДокумента\r\nКонецФайла\r\n"_s));
        for (const QString &line :
             {u"ДатаНачала=20.11.2026"_s, u"ДатаКонца=20.11.2026"_s, u"РасчСчет=40702810300200000013"_s, u"Номер=7"_s,
              u"Дата=20.11.2026"_s, u"Сумма=3500.15"_s, u"ДатаСписано=20.11.2026"_s, u"ДатаПоступило="_s,
              u"ПлательщикСчет=40702810300200000013"_s, u"Плательщик=ИНН 1655000003 ООО \"Северный Путь\""_s,
              u"ПлательщикБанк1=ООО \"Банк 131\""_s, u"ПлательщикКорсчет=30101810822029205131"_s,
              u"ПолучательСчет=40702810500000000001"_s, u"ПолучательКорсчет=30101810145250000974"_s, u"ВидОплаты=01"_s,
              u"НазначениеПлатежа="_s + payout().purpose})
            QVERIFY2(text.contains(u"\r\n"_s + line + u"\r\n"_s), qPrintable(line));
    }

    void theKeysAreThoseOfTheBanksOwnStatements()
    {
        const QString ours = fromWindows1251(clientBank({payout()}));
        const QString theirs = fromWindows1251(sample(u"b_statement_win1251.txt"_s));
        QVERIFY(!theirs.isEmpty());
        QVERIFY(keysOf(theirs).contains(u"Очередность"_s));
        auto known = keysOf(theirs);
        known.removeAll(u"Очередность"_s);
        QCOMPARE(keysOf(ours), known);
    }

    /// The bank is told no priority and tells no balance of an earlier day.
    void whatNobodyKnowsIsNotWritten()
    {
        const QString text = fromWindows1251(clientBank({payout()}));
        for (const QString &word : {u"Очередность"_s, u"КодНазПлатежа"_s, u"СекцияРасчСчет"_s, u"Остаток"_s})
            QVERIFY2(!text.contains(word), qPrintable(word));
    }

    void whatTheAccountingProgramSaidGoesBackToIt()
    {
        ExportedPayout imported = payout();
        imported.incomeCode = u"1"_s;
        imported.priority = u"3"_s;
        imported.uin = u"50133547364"_s;
        const QString text = fromWindows1251(clientBank({imported}));
        for (const QString &line : {u"КодНазПлатежа=1"_s, u"Очередность=3"_s, u"Код=50133547364"_s})
            QVERIFY2(text.contains(u"\r\n"_s + line + u"\r\n"_s), qPrintable(line));
    }

    /// The one thing that keeps our reader from making drafts of them: they are booked already.
    void ourOwnReaderTakesThemForExecuted()
    {
        ExportedPayout second = payout();
        second.number = 8;
        second.documentNumber = u"000101"_s;
        second.documentDate = u"2026-11-18"_s;
        const auto sheet = sheetOf(clientBank({payout(), second}));
        QVERIFY(sheet);
        QCOMPARE(sheet->rowCount(), 2);
        QCOMPARE(sheet->facts().encoding, TextEncoding::windows1251);
        for (qsizetype row = 0; row < 2; ++row) {
            QCOMPARE(refusals(*sheet, row), QStringList{u"documentBooked"_s});
            QCOMPARE(sheet->row(row).draft.account, payout().account);
            QCOMPARE(sheet->row(row).draft.recipientName, payout().recipientName);
            QCOMPARE(sheet->row(row).draft.purpose, payout().purpose);
            QCOMPARE(Money::parse(sheet->row(row).draft.amount), Money::fromKopecks(350'015));
        }
        QCOMPARE(sheet->row(1).facts.number, u"000101"_s);
        QCOMPARE(sheet->row(1).facts.date, u"18.11.2026"_s);
    }

    void onlyWhatWasExecutedGoesTo1C_data()
    {
        QTest::addColumn<PayoutState>("state");
        for (int i = 0; i < payoutStateCount; ++i) {
            const auto state = static_cast<PayoutState>(i);
            if (state != PayoutState::paid) QTest::addRow("%s", qPrintable(stateWord(state))) << state;
        }
    }
    void onlyWhatWasExecutedGoesTo1C()
    {
        QFETCH(PayoutState, state);
        QBuffer target;
        target.open(QIODevice::WriteOnly);
        const auto file = clientBankFile(target, payer(), evening);
        QCOMPARE(file->add(payout(state)), false);
        QCOMPARE(file->add(payout()), true);
        QVERIFY(file->finish().has_value());
        QCOMPARE(fromWindows1251(target.data()).count(u"СекцияДокумент"_s), 1);
    }

    void theDaysAreMoscowsAndSpanAllDocuments()
    {
        ExportedPayout late = payout();
        late.executedAt = evening + std::chrono::hours(2); // after midnight in Moscow, before it in UTC
        const QString text = fromWindows1251(clientBank({late, payout()}));
        QVERIFY(text.contains(u"ДатаНачала=20.11.2026\r\nДатаКонца=21.11.2026\r\n"_s));
        QVERIFY(text.contains(u"ДатаСписано=21.11.2026"_s));
    }

    void noValueBreaksItsLine()
    {
        ExportedPayout hostile = payout();
        hostile.purpose = u"a\r\nКонецДокумента\r\nСекцияДокумент=Платежное поручение\u2028Сумма=1"_s;
        hostile.recipientName = u"x\nСумма=1 😀"_s;
        const QString text = fromWindows1251(clientBank({hostile}));
        QCOMPARE(text.split(u"\r\n"_s).filter(QRegularExpression(u"^СекцияДокумент"_s)).size(), 1);
        QCOMPARE(text.split(u"\r\n"_s).filter(QRegularExpression(u"^Сумма="_s)), QStringList{u"Сумма=3500.15"_s});
        QVERIFY(text.contains(u"Получатель1=x Сумма=1 ?"_s));
    }

    void aFullDiskIsSaid_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<qint64>("room");
        for (const qint64 room : {0, 1, 100, 700}) {
            QTest::addRow("csv %lld", room) << ExportFormat::csv << room;
            QTest::addRow("workbook %lld", room) << ExportFormat::workbook << room;
            QTest::addRow("1C %lld", room) << ExportFormat::clientBank << room;
        }
    }
    void aFullDiskIsSaid()
    {
        QFETCH(ExportFormat, format);
        QFETCH(qint64, room);
        SmallDisk disk(room);
        const auto file = format == ExportFormat::csv        ? csvFile(disk, words())
                          : format == ExportFormat::workbook ? workbookFile(disk, words())
                                                             : clientBankFile(disk, payer(), evening);
        Result<> outcome;
        for (int i = 0; i < 3 && outcome; ++i) {
            if (const auto added = file->add(payout()); !added) outcome = std::unexpected(added.error());
        }
        if (outcome) outcome = file->finish();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::fileUnwritable);
    }
};

QTEST_GUILESS_MAIN(PayoutFileTest)
#include "tst_payoutfile.moc"
