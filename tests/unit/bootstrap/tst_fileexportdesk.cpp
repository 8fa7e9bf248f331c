#include "bootstrap/fileexportdesk.h"
#include "domain/windows1251.h"
#include "storage/sqlitestore.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

PayoutContent content(int number)
{
    return {.senderAccount = *AccountNumber::parse(u"40702810300200000013"),
            .kind = RecipientKind::legalEntity,
            .recipientName = u"ООО Вектор %1"_s.arg(number),
            .inn = *Inn::parse(u"7701000019"),
            .kpp = *Kpp::parse(u"770101001"),
            .bik = *Bik::parse(u"044525974"),
            .account = *AccountNumber::parse(u"40702810500000000001"),
            .amount = Money::fromKopecks(100 + number),
            .purpose = u"Оплата по счету %1"_s.arg(number)};
}

/// Files may not grow beyond this many bytes: as on a full disk, every further write fails.
class SmallFiles
{
public:
    explicit SmallFiles(rlim_t most)
    {
        m_before = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        rlimit small = m_limit;
        small.rlim_cur = most;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    SmallFiles(const SmallFiles &) = delete;

private:
    rlimit m_limit{};
    void (*m_before)(int) = nullptr;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace

/// From the store into files: all of what the list shows, whole or not at all.
class FileExportDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto store = SqliteStore::open(storeFile(), m_clock);
        QVERIFY(store.has_value());
        m_store = std::move(*store);
        m_desk = std::make_unique<FileExportDesk>(
            FileExportDesk::Needs{.storeFile = storeFile(),
                                  .payer = {.name = u"ООО Север"_s, .inn = u"1655000003"_s, .kpp = {}},
                                  .directory = [] { return std::shared_ptr<const BankDirectory>(); },
                                  .clock = m_clock});
    }
    void cleanup()
    {
        m_desk.reset();
        m_store.reset();
    }

    void everyRowOfTheListIsWrittenInItsOrder()
    {
        fill(2'345);
        const auto done = write(ExportFormat::csv, u"all.csv"_s);
        QVERIFY(done.has_value());
        QCOMPARE(done->written, 2'345);
        const QStringList lines = QString::fromUtf8(bytesOf(file(u"all.csv"_s))).split(u"\r\n"_s);
        QCOMPARE(lines.size(), 2'345 + 2);
        for (int row = 1; row <= 2'345; ++row)
            QCOMPARE(lines[row].section(u';', 0, 0).toInt(), 2'346 - row);
        QCOMPARE(lines[1].section(u';', 3, 8),
                 u"ООО Вектор 2345;7701000019;770101001;044525974;40702810500000000001;\"24,45\""_s);
    }

    void aFolderAndASearchAreObeyed()
    {
        fill(60);
        QCOMPARE(write(ExportFormat::csv, u"paid.csv"_s, {.folder = Folder::paid})->written, 20);
        QCOMPARE(write(ExportFormat::csv, u"found.csv"_s, {.folder = Folder::all, .search = u"вектор 17"_s})->written,
                 1);
    }

    void only1CLeavesOutAndSaysHowMany()
    {
        fill(60);
        const auto done = write(ExportFormat::clientBank, u"kl_to_1c.txt"_s);
        QVERIFY(done.has_value());
        QCOMPARE(done->written, 20);
        QCOMPARE(done->leftOut, 40);
        const QString text = fromWindows1251(bytesOf(file(u"kl_to_1c.txt"_s)));
        QCOMPARE(text.count(u"ДатаСписано="_s), 20);
        QVERIFY(text.contains(u"Плательщик=ИНН 1655000003 ООО Север"_s));
    }

    void whereNothingIsToBeWrittenThereIsNoFile()
    {
        fill(1);
        keep(u"kl_to_1c.txt"_s);
        QCOMPARE(write(ExportFormat::clientBank, u"kl_to_1c.txt"_s)->written, 0);
        QCOMPARE(bytesOf(file(u"kl_to_1c.txt"_s)), "as it was");
    }

    void aFullDiskLeavesWhatWasThere_data() { formats(); }
    void aFullDiskLeavesWhatWasThere()
    {
        QFETCH(ExportFormat, format);
        fill(3'000);
        keep(u"out"_s);
        Result<ExportDone> done;
        {
            const SmallFiles full(24'000);
            done = write(format, u"out"_s);
        }
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::fileUnwritable);
        QCOMPARE(bytesOf(file(u"out"_s)), "as it was");
        QCOMPARE(QDir(m_folder->filePath(u"out"_s)).exists(), false);
        QCOMPARE(strangers(), QStringList());
    }

    void aFolderThatMayNotBeWrittenIsSaid_data() { formats(); }
    void aFolderThatMayNotBeWrittenIsSaid()
    {
        QFETCH(ExportFormat, format);
        fill(3);
        const auto done = write(format, u"no such folder/out"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::fileUnwritable);
        QVERIFY(!done.error().detail.isEmpty());
    }

    void whatIsStoppedLeavesWhatWasThere_data() { formats(); }
    void whatIsStoppedLeavesWhatWasThere()
    {
        QFETCH(ExportFormat, format);
        fill(5'000);
        keep(u"out"_s);
        auto writing = m_desk->write(order(format, u"out"_s, {}));
        QTRY_VERIFY(writing.progressValue() > 0 || writing.isFinished());
        writing.cancel();
        writing.waitForFinished();
        m_desk.reset();
        if (writing.resultCount() == 0) QCOMPARE(bytesOf(file(u"out"_s)), "as it was");
        QCOMPARE(strangers(), QStringList());
    }

private:
    static void formats()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addRow("csv") << ExportFormat::csv;
        QTest::addRow("workbook") << ExportFormat::workbook;
        QTest::addRow("1C") << ExportFormat::clientBank;
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString storeFile() const { return file(u"store.sqlite"_s); }
    void keep(const QString &name) const
    {
        QFile kept(file(name));
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.write("as it was");
    }
    /// Files that nobody asked for.
    [[nodiscard]] QStringList strangers() const
    {
        QStringList names = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
        names.removeIf([](const QString &name) { return name.startsWith(u"store.sqlite"_s) || name == u"out"_s; });
        return names;
    }
    static ExportOrder order(ExportFormat format, const QString &path, const ListQuery &query)
    {
        ExportOrder made{.query = query, .format = format, .path = path, .words = {.state = stateWord}};
        made.words.sheetName = u"Выплаты"_s;
        for (int column = 0; column < exportColumnCount; ++column)
            made.words.headers += QString::number(column);
        return made;
    }
    Result<ExportDone> write(ExportFormat format, const QString &name, const ListQuery &query = {})
    {
        return m_desk->write(order(format, file(name), query)).result();
    }
    /// Every third one is paid.
    void fill(int count)
    {
        auto tx = m_store->begin();
        QVERIFY(tx.has_value());
        for (int number = 1; number <= count; ++number) {
            const PayoutContent asked = content(number);
            PayoutRecord payout{.id = {u"p%1"_s.arg(number)},
                                .state = number % 3 == 0 ? PayoutState::paid : PayoutState::executing,
                                .version = 1,
                                .draft = canonicalBytes(draftOf(asked)),
                                .recipientName = asked.recipientName,
                                .recipientAccount = asked.account.text(),
                                .senderAccount = asked.senderAccount.text(),
                                .purpose = asked.purpose,
                                .amountKopecks = asked.amount.kopecks(),
                                .recipientInn = asked.inn->text(),
                                .recipientBik = asked.bik.text()};
            payout.createdAt = payout.changedAt = payout.stateSince = m_clock.now();
            QVERIFY((*tx)->insertPayout(payout).has_value());
            const QByteArray bytes = canonicalBytes(asked);
            QVERIFY((*tx)
                        ->insertInstruction({.payout = payout.id,
                                             .version = 1,
                                             .content = bytes,
                                             .contentSha256 = sha256Hex(bytes),
                                             .maker = u"Иванова"_s,
                                             .frozenAt = m_clock.now()})
                        .has_value());
        }
        QVERIFY((*tx)->commit().has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<FileExportDesk> m_desk;
};

QTEST_GUILESS_MAIN(FileExportDeskTest)
#include "tst_fileexportdesk.moc"
