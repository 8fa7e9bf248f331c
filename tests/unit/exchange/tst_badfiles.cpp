#include "unit/exchange/damages.h"
#include "unit/exchange/importkit.h"
#include "unit/exchange/workbookkit.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Rows of a test: the file, one finding that must be there, whether its row is refused.
struct Corpus
{
    int files = 0;

    Corpus()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<bool>("refused");
    }
    void add(const QByteArray &name, const QByteArray &bytes, const char *finding, bool refused = true)
    {
        QTest::newRow(name.constData()) << bytes << QString::fromLatin1(finding) << refused;
        ++files;
    }
};

// 1C

QByteArray keysOf(ImportField field)
{
    switch (field) {
    case ImportField::recipientName:
        return "Получатель1";
    case ImportField::inn:
        return "ПолучательИНН";
    case ImportField::kpp:
        return "ПолучательКПП";
    case ImportField::bik:
        return "ПолучательБИК";
    case ImportField::account:
        return "ПолучательСчет";
    case ImportField::amount:
        return "Сумма";
    case ImportField::purpose:
        return "НазначениеПлатежа";
    default:
        return {};
    }
}

/// The good document with another value for that key.
QByteArray withValue(QByteArray bytes, const QByteArray &key, const QByteArray &value)
{
    const QByteArray begin = "\r\n" + key + "=";
    const qsizetype at = bytes.indexOf(begin);
    if (at < 0) qFatal("no key %s", key.constData());
    const qsizetype from = at + begin.size();
    return bytes.replace(from, bytes.indexOf("\r\n", from) - from, value);
}

QByteArray withoutKey(QByteArray bytes, const QByteArray &key)
{
    const qsizetype at = bytes.indexOf("\r\n" + key + "=");
    if (at < 0) qFatal("no key %s", key.constData());
    return bytes.remove(at, bytes.indexOf("\r\n", at + 2) - at);
}

QByteArray damaged(const FieldDamage &damage)
{
    QByteArray bytes = withValue(document(), keysOf(damage.field), damage.value);
    if (damage.field == ImportField::account) bytes = withValue(bytes, "ПолучательРасчСчет", damage.value);
    return bytes;
}

struct NamedFile
{
    QByteArray name;
    QByteArray bytes;
    const char *finding;
    bool refused = true;
};

/// What only this format can have wrong.
QList<NamedFile> badDocuments()
{
    QList<NamedFile> files;
    for (const char *kind : {"Аккредитив", "Платежное требование", "Инкассовое поручение", "Банковский ордер",
                             "Мемориальный ордер", "Платежный ордер", ""})
        files.append({QByteArray("kind ") + kind, exchangeFile(document().replace("Платежное поручение", kind)),
                      "documentKindOther"});
    for (const char *date : {"2.12.01", "2026-11-20", "31.02.2026", "20.13.2026", "20/11/2026", "завтра", "00.00.0000"})
        files.append(
            {QByteArray("date ") + date, exchangeFile(withValue(document(), "Дата", date)), "documentDateWrong"});
    for (const char *key : {"Сумма", "ПолучательИНН", "ПолучательКПП", "ПолучательБИК", "Получатель1", "Дата"})
        files.append(
            {QByteArray("twice ") + key, exchangeFile(document(QByteArray(key) + "=1\r\n")), "documentKeyRepeated"});
    for (const char *version : {"2.00", "1.00", "1.2", "abc", "1.031", "-1.03"})
        files.append({QByteArray("version ") + version,
                      exchangeFile(document(), QByteArray("ВерсияФормата=") + version + "\r\n"), "fileVersionUnknown"});
    for (const char *status : {"01", "08", "13"})
        files.append({QByteArray("budget ") + status,
                      exchangeFile(document(QByteArray("СтатусСоставителя=") + status + "\r\n")), "documentOfBudget"});
    for (const char *day : {"20.11.2026", "01.01.2027"})
        files.append({QByteArray("booked ") + day, exchangeFile(document(QByteArray("ДатаСписано=") + day + "\r\n")),
                      "documentBooked"});
    for (const char *sender : {"40702810400000000099", "40702810300200000012"}) {
        QByteArray bytes = withValue(document(), "ПлательщикСчет", sender);
        files.append({QByteArray("not our account ") + sender,
                      exchangeFile(withValue(bytes, "ПлательщикРасчСчет", sender)), "senderNotOurs"});
    }
    const QByteArray noSender = withoutKey(withoutKey(document(), "ПлательщикСчет"), "ПлательщикРасчСчет");
    files.append({"no sender", exchangeFile(noSender), "senderMissing"});
    files.append({"two accounts of the recipient",
                  exchangeFile(withValue(document(), "ПолучательРасчСчет", "40702810800000000002")),
                  "documentAccountsDiffer"});
    files.append(
        {"no end of the document", exchangeFile(document().replace("КонецДокумента\r\n", "")), "documentUnfinished"});
    files.append({"another begins before the end",
                  exchangeFile(document().replace("КонецДокумента\r\n", "") + document({}, "102")),
                  "documentUnfinished"});
    files.append({"no end of the file", exchangeFile(document(), "ВерсияФормата=1.03\r\n", {}), "fileEndMissing"});
    files.append({"nothing in it", exchangeFile({}), "fileWithoutRows"});
    files.append({"a second file inside", exchangeFile(exchangeFile(document())), "fileHeaderRepeated"});
    files.append({"a document behind the end", exchangeFile(document()) + document({}, "102"), "fileDocumentAfterEnd"});
    files.append({"a document between two ends", exchangeFile(document()) + document({}, "102") + "КонецФайла\r\n",
                  "fileDocumentAfterEnd"});
    for (const char *receipt : {"КвитанцияДата=20.11.2026", "КвитанцияСодержание=Исполнен", "КвитанцияВремя=10:15:00"})
        files.append({QByteArray("receipt ") + receipt, exchangeFile(document(QByteArray(receipt) + "\r\n")),
                      "documentOfStatement"});
    const QByteArray balances = "СекцияРасчСчет\r\nРасчСчет=40702810300200000013\r\nНачальныйОстаток=1.00\r\n"
                                "КонецРасчСчет\r\n";
    files.append({"balances above", exchangeFile(balances + document()), "documentOfStatement"});
    files.append({"balances below", exchangeFile(document() + balances), "documentOfStatement"});
    files.append({"urgent", exchangeFile(document("ВидПлатежа=Срочно\r\n")), "documentUrgent", false});
    files.append({"a number twice", exchangeFile(document() + withValue(document(), "Сумма", "9500.00")),
                  "rowSameNumber", false});
    files.append({"the same document twice", exchangeFile(document() + document()), "rowRepeated"});
    files.append(
        {"a stray line", exchangeFile(document().replace("Дата=", "что-то\r\nДата=")), "documentStrayLine", false});
    files.append({"no number", exchangeFile(withValue(document(), "Номер", "")), "documentNumberMissing", false});
    files.append({"a number too long", exchangeFile(document({}, "1234567")), "documentNumberLong", false});
    files.append({"a number with 000", exchangeFile(document({}, "1000")), "documentNumberRound", false});
    files.append(
        {"another priority", exchangeFile(withValue(document(), "Очередность", "3")), "documentPriority", false});
    files.append({"an income code", exchangeFile(document("КодНазПлатежа=1\r\n")), "documentIncomeCode", false});
    files.append({"a UIN", exchangeFile(document("Код=50133547364\r\n")), "documentUin", false});
    files.append({"a budget code", exchangeFile(document("ПоказательКБК=18210301000010000110\r\n")),
                  "documentUnusedKey", false});
    files.append({"a term", exchangeFile(document("СрокПлатежа=20.12.2026\r\n")), "documentUnusedKey", false});
    files.append({"an unknown key", exchangeFile(document("КодДебитора=5\r\n")), "documentUnknownKey", false});
    files.append({"a wrong correspondent account", exchangeFile(document("ПолучательКорсчет=30101810822029205974\r\n")),
                  "correspondentWrong", false});
    files.append({"another INN in the name", exchangeFile(document("Получатель=ИНН 7704217370 ООО \"Вектор\"\r\n")),
                  "documentInnDiffers", false});
    files.append(
        {"another name", exchangeFile(document("Получатель=ООО \"Ромашка\"\r\n")), "documentNamesDiffer", false});
    return files;
}

/// In one encoding, with one kind of line end.
struct Dress
{
    const char *name;
    std::optional<TextEncoding> encoding;
    const char *lineEnd;

    [[nodiscard]] QByteArray operator()(QByteArray bytes) const
    {
        if (encoding) bytes = inCodePage(bytes, *encoding);
        return bytes.replace("\r\n", lineEnd);
    }
};

const QList<Dress> dresses{
    {"UTF-8", {}, "\r\n"}, {"windows-1251", TextEncoding::windows1251, "\r\n"}, {"cp866", TextEncoding::cp866, "\n"}};

QByteArray nameOf(const FieldDamage &damage)
{
    return keysOf(damage.field) + ": " + damage.name;
}

// tables

constexpr std::array tableFields{ImportField::recipientName, ImportField::inn,    ImportField::kpp,    ImportField::bik,
                                 ImportField::account,       ImportField::amount, ImportField::purpose};

QList<QByteArray> goodCells()
{
    return {"ООО Вектор",
            "7701000019",
            "770101001",
            "044525974",
            "40702810500000000001",
            "3500.00",
            "Оплата по счету 77. Без НДС"};
}

QList<QByteArray> cellsWith(const FieldDamage &damage)
{
    QList<QByteArray> cells = goodCells();
    cells[std::find(tableFields.begin(), tableFields.end(), damage.field) - tableFields.begin()] = damage.value;
    return cells;
}

QByteArray csvOf(const QList<QByteArray> &cells, char separator)
{
    const auto row = [separator](const QList<QByteArray> &values) {
        QByteArray line;
        for (QByteArray value : values)
            line += '"' + value.replace('"', "\"\"") + '"' + separator;
        return line.chopped(1) + "\r\n";
    };
    return row({"Получатель", "ИНН", "КПП", "БИК", "Счет", "Сумма", "Назначение"}) + row(cells);
}

QByteArray workbookOf(const QList<QByteArray> &cells)
{
    QByteArray row = "<row r=\"2\">";
    for (int column = 0; column < cells.size(); ++column)
        row += textCell(QByteArray(1, static_cast<char>('A' + column)) + "2",
                        QByteArray(cells[column]).replace("<", "&lt;"));
    return WorkbookParts{.rows = headerRow() + row + "</row>"}.bytes();
}

bool has(const QList<ImportFinding> &findings, const QString &name)
{
    return namesOf(findings).contains(name);
}

void judge()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, finding);
    QFETCH(bool, refused);
    const auto sheet = sheetOf(bytes, fromOwnAccount());
    if (finding.startsWith(u"fileNotUnderstood"_s)) {
        QVERIFY2(refusalOf(bytes, fromOwnAccount()).startsWith(finding),
                 qPrintable(refusalOf(bytes, fromOwnAccount())));
        return;
    }
    QVERIFY2(sheet, qPrintable(refusalOf(bytes, fromOwnAccount())));
    QStringList all = namesOf(sheet->fileFindings());
    bool found = has(sheet->fileFindings(), finding);
    bool taken = false;
    for (qsizetype row = 0; row < sheet->rowCount(); ++row) {
        all += namesOf(sheet->row(row).findings);
        const bool here = has(sheet->row(row).findings, finding);
        found = found || here;
        taken = taken || (here && !sheet->row(row).refused);
    }
    QVERIFY2(found, qPrintable(all.join(u' ')));
    const bool everythingRefused = sheet->fileRefused() || !taken;
    QVERIFY2(everythingRefused == refused, qPrintable(all.join(u' ')));
}

} // namespace

/// Files with one thing wrong, made from good ones: each is refused with the finding that names it, or taken with the
/// finding shown. The good ones they are made of are taken without a word.
class BadFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFilesTheyAreMadeOfAreGood()
    {
        for (const Dress &dress : dresses) {
            const auto sheet = sheetOf(dress(exchangeFile(document())));
            QVERIFY(sheet && !sheet->fileRefused());
            QCOMPARE(refusals(*sheet, 0) + warnings(*sheet, 0), QStringList());
        }
        for (const QByteArray &bytes :
             {csvOf(goodCells(), ';'), csvOf(goodCells(), ','), csvOf(goodCells(), '\t'), workbookOf(goodCells())}) {
            const auto sheet = sheetOf(bytes, fromOwnAccount());
            QVERIFY(sheet && !sheet->fileRefused());
            QCOMPARE(refusals(*sheet, 0) + warnings(*sheet, 0), QStringList());
        }
    }

    void exchangeFiles_data()
    {
        Corpus corpus;
        for (const Dress &dress : dresses) {
            const QByteArray suffix = QByteArray(", ") + dress.name;
            for (const FieldDamage &damage : fieldDamages()) {
                if (dress.encoding && !damage.anywhere) continue;
                corpus.add(nameOf(damage) + suffix, dress(exchangeFile(damaged(damage))),
                           damage.inExchange != nullptr ? damage.inExchange : damage.finding, damage.refused);
            }
            for (const NamedFile &file : badDocuments())
                corpus.add(file.name + suffix, dress(file.bytes), file.finding, file.refused);
        }
        QVERIFY2(corpus.files >= 200, qPrintable(QString::number(corpus.files)));
    }
    void exchangeFiles() { judge(); }

    void tablesOfText_data()
    {
        Corpus corpus;
        for (const char separator : {';', ',', '\t'}) {
            for (const FieldDamage &damage : fieldDamages())
                corpus.add(nameOf(damage) + ", separated by " + QByteArray::number(separator),
                           csvOf(cellsWith(damage), separator), damage.finding, damage.refused);
        }
        const QByteArray good = csvHeader + csvRow;
        corpus.add("a cell too many", csvHeader + QByteArray(csvRow).replace("\r\n", ";x\r\n"), "rowTooLong");
        corpus.add("cells missing", csvHeader + "ООО Вектор;7701000019\r\n", "rowTooShort");
        corpus.add("a quote that never ends", good + "\"ООО;1\r\n", "fileQuoteUnclosed");
        corpus.add("only a header", csvHeader, "fileWithoutRows");
        corpus.add("no header that anybody knows", "a;b;c;d\r\n1;2;3;4\r\n", "fileColumnsMissing");
        corpus.add("the account's column is missing", "Получатель;ИНН;КПП;БИК;Сумма;Назначение\r\nООО;1;2;3;4;5\r\n",
                   "fileColumnsMissing");
        corpus.add("the same row twice", good + csvRow, "rowRepeated", false);
        corpus.add("two encodings", "\xEF\xBB\xBF" + good + inCodePage(csvRow, TextEncoding::windows1251),
                   "cellBadBytes");
        corpus.add("two encodings without a mark", good + inCodePage(csvRow, TextEncoding::windows1251),
                   "cellBadBytes");
        const QByteArray inWindows = inCodePage(good, TextEncoding::windows1251);
        corpus.add("a row of UTF-8 in windows-1251", inWindows.repeated(2) + csvRow, "cellBadBytes");
        corpus.add("a row of cp866 in windows-1251", inWindows + inCodePage(csvRow, TextEncoding::cp866),
                   "cellBadBytes");
        QVERIFY2(corpus.files >= 150, qPrintable(QString::number(corpus.files)));
    }
    void tablesOfText() { judge(); }

    void workbooks_data()
    {
        Corpus corpus;
        for (const FieldDamage &damage : fieldDamages())
            corpus.add(nameOf(damage), workbookOf(cellsWith(damage)), damage.finding, damage.refused);
        const auto number = [](const QByteArray &bik, const QByteArray &account, const QByteArray &amount) {
            return WorkbookParts{.rows = headerRow() + payoutRow(bik, account, amount)}.bytes();
        };
        const QByteArray bik = textCell("D2", "044525974");
        const QByteArray account = textCell("E2", "40702810500000000001");
        const QByteArray amount = numberCell("F2", "3500");
        corpus.add("the account is a number", number(bik, numberCell("E2", "40702810500000000000"), amount),
                   "numberRounded");
        corpus.add("the account is an exponent", number(bik, numberCell("E2", "4.0702810500000002E+19"), amount),
                   "numberExponent");
        corpus.add("the BIK is a number", number(numberCell("D2", "44525974"), account, amount), "leadingZeroLost");
        corpus.add("an error in the amount", number(bik, account, "<c r=\"F2\" t=\"e\"><v>#DIV/0!</v></c>"),
                   "cellFormulaError");
        corpus.add("a formula in the amount", number(bik, account, "<c r=\"F2\"><f>A1+1</f><v>3500</v></c>"),
                   "cellFormula", false);
        corpus.add("a hidden row",
                   WorkbookParts{.rows = headerRow() + payoutRow(bik, account, amount, " hidden=\"1\"")}.bytes(),
                   "rowHidden", false);
        corpus.add("an empty sheet", WorkbookParts{}.bytes(), "fileWithoutRows");
        corpus.add("XML that stops", WorkbookParts{.rows = headerRow() + "<row r=\"2\"><c"}.bytes(),
                   "fileNotUnderstood");
        corpus.add("no sheet of that name", WorkbookParts{.rows = headerRow(), .sheets = {}}.bytes(),
                   "fileNotUnderstood");
        const Parts whole = WorkbookParts{.rows = headerRow() + payoutRow()}.parts();
        for (const char *missing : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}) {
            Parts parts = whole;
            parts.removeIf([missing](const auto &part) { return part.first == missing; });
            corpus.add(QByteArray("without ") + missing, zipOf(parts), "fileNotUnderstood");
        }
        QVERIFY2(corpus.files >= 60, qPrintable(QString::number(corpus.files)));
    }
    void workbooks() { judge(); }
};

QTEST_GUILESS_MAIN(BadFilesTest)
#include "tst_badfiles.moc"
