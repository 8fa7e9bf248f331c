#include "bootstrap/fileimportdesk.h"
#include "exchange/rowswriter.h"
#include "storage/sqlitestore.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

const QByteArray header = "Получатель;ИНН;КПП;БИК;Счет;Сумма;Назначение\r\n";

QByteArray row(int number)
{
    return "ООО Вектор;7701000019;770101001;044525974;40702810500000000001;" + QByteArray::number(100 + number) +
           ",00;Оплата по счету " + QByteArray::number(number) + ". Без НДС\r\n";
}

QByteArray rows(int count)
{
    QByteArray text = header;
    for (int number = 1; number <= count; ++number)
        text += row(number);
    return text;
}

QList<qsizetype> allOf(const ImportSheet &sheet)
{
    QList<qsizetype> all(sheet.rowCount());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

} // namespace

/// Between the window and the engine: files are read and read again, orders handed over, mappings and rows kept.
class FileImportDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_orders.clear();
        m_answer = ImportDone{.id = {u"i1"_s}, .firstNumber = 1, .lastNumber = 2};
        QVERIFY(SqliteStore::open(storeFile(), m_clock).has_value());
        m_desk = std::make_unique<FileImportDesk>(FileImportDesk::Needs{
            .senderAccounts = {*AccountNumber::parse(u"40702810300200000013")},
            .rules =
                [] {
                    return ImportRules{.senderAccounts = {*AccountNumber::parse(u"40702810300200000013")},
                                       .today = QDate(2026, 11, 23)};
                },
            .importDrafts =
                [this](const ImportOrder &order) {
                    m_orders.append(order);
                    return QtFuture::makeReadyFuture(m_answer);
                },
            .storeFile = storeFile(),
            .mappingsFile = m_folder->filePath(u"columns.json"_s)});
    }
    void cleanup() { m_desk.reset(); }

    void aFileBecomesAnOrder()
    {
        const auto sheet = read(rows(2));
        auto prepared = m_desk->prepare(sheet, allOf(*sheet)).result();
        QVERIFY(prepared.has_value());
        QCOMPARE(m_desk->makeDrafts(*prepared, Money::fromKopecks(20'300)).result(), m_answer);
        QCOMPARE(m_orders.size(), 1);
        const ImportOrder &order = m_orders.first();
        QCOMPARE(order.fileName, u"orders.csv"_s);
        QCOMPARE(order.fileSha256, sha256Hex(rows(2)));
        QCOMPARE(order.controlTotal, Money::fromKopecks(20'300));
        QCOMPARE(order.rows.size(), 2);
        QCOMPARE(order.rows.first().draft.amount, u"101,00"_s);
    }

    void aFileThatChangedAfterItWasReadIsNotImported()
    {
        const auto sheet = read(rows(2));
        const auto prepared = *m_desk->prepare(sheet, allOf(*sheet)).result();
        for (const QByteArray &now : {rows(2).replace("101,00", "901,00"), rows(3), QByteArray()}) {
            write(now);
            QCOMPARE(m_desk->makeDrafts(prepared, Money::fromKopecks(20'300)).result().error().code,
                     ErrorCode::fileChanged);
        }
        QVERIFY(QFile::remove(file()));
        QCOMPARE(m_desk->makeDrafts(prepared, Money::fromKopecks(20'300)).result().error().code,
                 ErrorCode::fileUnreadable);
        QVERIFY(m_orders.isEmpty());

        write(rows(2)); // the same bytes again are the same file
        QVERIFY(m_desk->makeDrafts(prepared, Money::fromKopecks(20'300)).result().has_value());
    }

    void whatTheEngineRefusesIsPassedOn()
    {
        m_answer = fail(ErrorCode::totalDiffers, u"1/2"_s);
        const auto sheet = read(rows(1));
        const auto prepared = *m_desk->prepare(sheet, allOf(*sheet)).result();
        QCOMPARE(m_desk->makeDrafts(prepared, Money()).result().error(), (Error{ErrorCode::totalDiffers, u"1/2"_s}));
    }

    void aReadingThatIsStoppedBringsNothing()
    {
        write(rows(5000));
        auto reading = m_desk->read(file(), {.senderAccount = u"40702810300200000013"_s});
        reading.cancel();
        reading.waitForFinished();
        QCOMPARE(reading.resultCount(), 0);
        QCOMPARE(read(rows(3))->rowCount(), 3);
    }

    void aDeskThatEndsWaitsForNoReading()
    {
        write(rows(60'000));
        auto reading = m_desk->read(file(), {.senderAccount = u"40702810300200000013"_s});
        m_desk.reset();
        QVERIFY(reading.isFinished());
        QCOMPARE(reading.result().error().code, ErrorCode::cancelled);
    }

    void aMappingIsKeptForTheNextFileWithThatHeader()
    {
        const QByteArray odd = "Кому;Куда;Сколько;БИК;За что;ИНН;КПП\r\nООО Вектор;40702810500000000001;100,00;"
                               "044525974;Оплата по счету 7. Без НДС;7701000019;770101001\r\n";
        auto sheet = read(odd, 0);
        QVERIFY(sheet->fileRefused());
        ColumnMapping mapping;
        for (const auto &[field, column] :
             {std::pair(ImportField::recipientName, 0), std::pair(ImportField::account, 1),
              std::pair(ImportField::amount, 2), std::pair(ImportField::bik, 3), std::pair(ImportField::purpose, 4),
              std::pair(ImportField::inn, 5), std::pair(ImportField::kpp, 6)})
            mapping.set(field, column);
        QVERIFY(m_desk->keepMapping(sheet->facts().headerSignature, mapping).result().has_value());
        sheet = read(odd, 0);
        QVERIFY(!sheet->fileRefused());
        QVERIFY(sheet->facts().mappingFromBook);
        QCOMPARE(sheet->accepted().count, 1);
    }

    void refusedRowsAreSavedWithTheirReasons_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("CSV") << u"bad.csv"_s;
        QTest::addRow("workbook") << u"bad.XLSX"_s;
    }
    void refusedRowsAreSavedWithTheirReasons()
    {
        QFETCH(QString, name);
        const auto sheet = read(rows(2).replace("102,00", "0,00"));
        const QString path = m_folder->filePath(name);
        QVERIFY(m_desk->saveRows(path, sheet, {1}, u"Причина"_s, [](const ImportRow &) { return u"=мало"_s; })
                    .result()
                    .has_value());
        const auto saved = m_desk->read(path, {.headerRow = 0, .senderAccount = u"40702810300200000013"_s}).result();
        QVERIFY(saved.has_value());
        QCOMPARE((*saved)->rowCount(), 1);
        QCOMPARE((*saved)->columnNames().last(), u"Причина"_s);
        QVERIFY((*saved)->table().text(1, 7).endsWith(u"=мало"_s));
    }

    void rowsThatCannotBeSavedAreSaid()
    {
        const auto sheet = read(rows(1));
        QCOMPARE(m_desk
                     ->saveRows(m_folder->filePath(u"no/such/folder.csv"_s), sheet, {0}, u"x"_s,
                                [](const ImportRow &) { return QString(); })
                     .result()
                     .error()
                     .code,
                 ErrorCode::fileUnwritable);
    }

    void aStoreThatCannotBeAskedStopsTheReading()
    {
        QFile store(storeFile());
        QVERIFY(store.open(QIODevice::WriteOnly));
        store.write("no store");
        store.close();
        write(rows(1));
        QVERIFY(!m_desk->read(file(), {}).result().has_value());
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"orders.csv"_s); }
    [[nodiscard]] QString storeFile() const { return m_folder->filePath(u"store.sqlite"_s); }
    void write(const QByteArray &bytes) const { QVERIFY(writeWhole(file(), bytes).has_value()); }
    std::shared_ptr<const ImportSheet> read(const QByteArray &bytes, std::optional<int> headerRow = {})
    {
        write(bytes);
        const auto sheet =
            m_desk->read(file(), {.headerRow = headerRow, .senderAccount = u"40702810300200000013"_s}).result();
        return sheet ? *sheet : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    QList<ImportOrder> m_orders;
    Result<ImportDone> m_answer;
    std::unique_ptr<FileImportDesk> m_desk;
};

QTEST_GUILESS_MAIN(FileImportDeskTest)
#include "tst_fileimportdesk.moc"
