#include "storefixture.h"

#include "domain/auditchain.h"
#include "storage/filesendjournal.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// The second witness of every transmission (payout-lifecycle.md section 3).
class TestFileSendJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isEmptyBeforeItsFirstEntry();
    void entriesComeBackInOrder();
    void readsLinesThatDoNotNameTheirPayout();
    void continuesAfterARestart();
    void readsAgainWhatHasGrownSince();
    void dropsATornLastLine_data();
    void dropsATornLastLine();
    void refusesDamage_data();
    void refusesDamage();
    void refusesWholeLinesThatAreNoEntries_data();
    void refusesWholeLinesThatAreNoEntries();
    void readsWhatCanBeReadOfADamagedOne();
    void afterAFailureNothingMoreIsAppended_data();
    void afterAFailureNothingMoreIsAppended();
    void failsWhereNoFolderCanBe();
    void aFolderInItsPlaceIsNoEmptyJournal();
#ifdef Q_OS_LINUX
    void aJournalThatCannotBeReadIsNotTakenForAnEmptyOne();
    void aTornLineThatCannotBeTakenAwayStopsIt();
    void aFileThatTakesNoBytesStopsIt();
    void failsWhereNoFileCanBeMade();
#endif

private:
    [[nodiscard]] QString folder() const
    {
        return m_folder->filePath(u"journal"_s);
    }
    [[nodiscard]] QString path() const
    {
        return folder() + u"/sends.journal"_s;
    }
    [[nodiscard]] static JournalEntry entry(int number);
    void appendThree();
    [[nodiscard]] QByteArray bytes() const;
    void overwrite(const QByteArray &content);

    std::unique_ptr<QTemporaryDir> m_folder;
};

JournalEntry TestFileSendJournal::entry(int number)
{
    return {.intent = {u"intent-%1"_s.arg(number)},
            .kind = static_cast<CallKind>(number % 5),
            .sessionId = number == 1 ? QString() : u"ps_\"Ё\n%1"_s.arg(number),
            .bodySha256 = sha256Hex(QByteArray::number(number)),
            .sendNumber = number,
            .fence = 9'007'199'254'740'000 + number,
            .payout = {u"payout-%1"_s.arg(number)},
            .contentSha256 = number == 2 ? sha256Hex("content") : QByteArray(),
            .retryOf = {number == 2 ? u"payout-0"_s : QString()}};
}

void TestFileSendJournal::appendThree()
{
    FileSendJournal journal(folder());
    for (int i = 1; i <= 3; ++i)
        VERIFY_GOOD(journal.append(entry(i)));
}

QByteArray TestFileSendJournal::bytes() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestFileSendJournal::overwrite(const QByteArray &content)
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestFileSendJournal::isEmptyBeforeItsFirstEntry()
{
    const auto entries = FileSendJournal(folder()).entries();
    VERIFY_GOOD(entries);
    QVERIFY(entries->isEmpty());
    QVERIFY(!QFile::exists(folder()));
}

void TestFileSendJournal::entriesComeBackInOrder()
{
    appendThree();
    const auto entries = FileSendJournal(folder()).entries();
    VERIFY_GOOD(entries);
    QCOMPARE(*entries, (QList<JournalEntry>{entry(1), entry(2), entry(3)}));
    QCOMPARE(bytes().count('\n'), 3);
}

void TestFileSendJournal::readsLinesThatDoNotNameTheirPayout()
{
    const QByteArray payload = R"(["intent-1","start","ps_1","00",1,7])";
    QVERIFY(QDir().mkpath(folder()));
    overwrite(payload + ' ' + auditHash(auditChainStart(), payload) + '\n');
    FileSendJournal journal(folder());
    VERIFY_GOOD(journal.append(entry(2)));
    const auto entries = journal.entries();
    VERIFY_GOOD(entries);
    const JournalEntry old{
        .intent = {u"intent-1"_s}, .kind = CallKind::start, .sessionId = u"ps_1"_s, .bodySha256 = "00", .fence = 7};
    QCOMPARE(*entries, (QList<JournalEntry>{old, entry(2)}));
}

void TestFileSendJournal::continuesAfterARestart()
{
    appendThree();
    FileSendJournal journal(folder());
    VERIFY_GOOD(journal.append(entry(4)));
    const auto entries = journal.entries();
    VERIFY_GOOD(entries);
    QCOMPARE(entries->size(), 4);
    QCOMPARE(entries->last(), entry(4));
}

void TestFileSendJournal::readsAgainWhatHasGrownSince()
{
    appendThree();
    FileSendJournal journal(folder());
    QCOMPARE(journal.entries()->size(), 3);
    VERIFY_GOOD(FileSendJournal(folder()).append(entry(4)));
    VERIFY_GOOD(journal.append(entry(5)));
    QCOMPARE(*journal.entries(), (QList<JournalEntry>{entry(1), entry(2), entry(3), entry(4), entry(5)}));
}

void TestFileSendJournal::dropsATornLastLine_data()
{
    QTest::addColumn<int>("lost");
    QTest::addRow("only its end is missing") << 1;
    QTest::addRow("half a checksum") << 33;
    QTest::addRow("no checksum") << 70;
}

void TestFileSendJournal::dropsATornLastLine()
{
    QFETCH(int, lost);
    appendThree();
    overwrite(bytes().chopped(lost));
    FileSendJournal journal(folder());
    QCOMPARE(journal.entries()->size(), 2);
    VERIFY_GOOD(journal.append(entry(4)));
    QCOMPARE(*journal.entries(), (QList<JournalEntry>{entry(1), entry(2), entry(4)}));
}

void TestFileSendJournal::refusesDamage_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *damage : {"edited", "removed first", "removed in the middle", "reordered", "emptied line",
                               "foreign text", "joined", "last line edited"}) {
        QTest::addRow("%s", damage) << QString::fromLatin1(damage);
    }
}

void TestFileSendJournal::refusesDamage()
{
    QFETCH(QString, damage);
    appendThree();
    QByteArrayList lines = bytes().split('\n');
    if (damage == u"edited") lines[1].replace("intent-2", "intent-7");
    if (damage == u"removed first") lines.removeFirst();
    if (damage == u"removed in the middle") lines.removeAt(1);
    if (damage == u"reordered") lines.swapItemsAt(0, 1);
    if (damage == u"emptied line") lines[1].clear();
    if (damage == u"foreign text") lines[1] = "hello";
    if (damage == u"joined") lines[0] += lines.takeAt(1);
    if (damage == u"last line edited") lines[2].replace("intent-3", "intent-7");
    overwrite(lines.join('\n'));
    FileSendJournal journal(folder());
    COMPARE_CODE(journal.entries(), storeDamaged);
    const QByteArray before = bytes();
    COMPARE_CODE(journal.append(entry(4)), journalWriteFailed);
    QCOMPARE(bytes(), before);
}

void TestFileSendJournal::refusesWholeLinesThatAreNoEntries_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("no array") << QByteArray("{}");
    QTest::addRow("too few fields") << QByteArray(R"(["intent-1","start","ps_1","00",1])");
    QTest::addRow("too many fields") << QByteArray(R"(["intent-1","start","ps_1","00",1,7,"p","00","q","r"])");
    QTest::addRow("a call that does not exist") << QByteArray(R"(["intent-1","refund","ps_1","00",1,7])");
}

/// Their checksums are right: somebody has written them who knows how.
void TestFileSendJournal::refusesWholeLinesThatAreNoEntries()
{
    QFETCH(QByteArray, payload);
    QVERIFY(QDir().mkpath(folder()));
    overwrite(payload + ' ' + auditHash(auditChainStart(), payload) + '\n');
    FileSendJournal journal(folder());
    COMPARE_CODE(journal.entries(), storeDamaged);
    COMPARE_CODE(journal.append(entry(1)), journalWriteFailed);
}

void TestFileSendJournal::readsWhatCanBeReadOfADamagedOne()
{
    QVERIFY(FileSendJournal::readableEntries(folder()).isEmpty());
    appendThree();
    QByteArrayList lines = bytes().split('\n');
    lines[0] = "hello";
    lines[1].chop(10);
    overwrite(lines.join('\n'));
    QCOMPARE(FileSendJournal::readableEntries(folder()), (QList<JournalEntry>{entry(2), entry(3)}));
}

void TestFileSendJournal::afterAFailureNothingMoreIsAppended_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addRow("writing fails") << u"journalAppend"_s;
    QTest::addRow("fsync fails") << u"journalSync"_s;
}

void TestFileSendJournal::afterAFailureNothingMoreIsAppended()
{
    QFETCH(QString, operation);
    const QByteArray name = operation.toLatin1();
    FailNth fault(QLatin1String(name), 2);
    FileSendJournal journal(folder(), &fault);
    VERIFY_GOOD(journal.append(entry(1)));
    COMPARE_CODE(journal.append(entry(2)), journalWriteFailed);
    const QByteArray before = bytes();
    COMPARE_CODE(journal.append(entry(3)), journalWriteFailed);
    QCOMPARE(bytes(), before);
}

void TestFileSendJournal::failsWhereNoFolderCanBe()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    FileSendJournal journal(folder());
    COMPARE_CODE(journal.append(entry(1)), journalWriteFailed);
}

void TestFileSendJournal::aFolderInItsPlaceIsNoEmptyJournal()
{
    QVERIFY(QDir().mkpath(path()));
    FileSendJournal journal(folder());
    COMPARE_CODE(journal.entries(), fileUnreadable);
    COMPARE_CODE(journal.append(entry(1)), journalWriteFailed);
    QVERIFY(FileSendJournal::readableEntries(folder()).isEmpty());
}

#ifdef Q_OS_LINUX

namespace {

/// A file in memory that the kernel keeps from being changed in some way, whoever asks.
class SealedFile
{
public:
    explicit SealedFile(const QByteArray &content, int seal) : m_handle(memfd_create("journal", MFD_ALLOW_SEALING))
    {
        m_good = m_handle >= 0 && ::write(m_handle, content.constData(), size_t(content.size())) == content.size() &&
                 fcntl(m_handle, F_ADD_SEALS, seal) == 0;
    }
    ~SealedFile() { ::close(m_handle); }
    SealedFile(const SealedFile &) = delete;
    SealedFile &operator=(const SealedFile &) = delete;

    /// Puts it where the journal is looked for.
    [[nodiscard]] bool linkAs(const QString &path) const
    {
        QFile::remove(path);
        return m_good && QFile::link(u"/proc/self/fd/%1"_s.arg(m_handle), path);
    }

private:
    int m_handle;
    bool m_good = false;
};

} // namespace

void TestFileSendJournal::aJournalThatCannotBeReadIsNotTakenForAnEmptyOne()
{
    QVERIFY(QDir().mkpath(folder()));
    QVERIFY(QFile::link(u"/proc/self/mem"_s, path())); // opens, and reading its beginning is an input/output error
    FileSendJournal journal(folder());
    COMPARE_CODE(journal.entries(), fileUnreadable);
    COMPARE_CODE(journal.append(entry(1)), journalWriteFailed);
}

void TestFileSendJournal::aTornLineThatCannotBeTakenAwayStopsIt()
{
    appendThree();
    const SealedFile file(bytes().chopped(1), F_SEAL_SHRINK);
    QVERIFY(file.linkAs(path()));
    FileSendJournal journal(folder());
    QCOMPARE(journal.entries()->size(), 2);
    COMPARE_CODE(journal.append(entry(4)), journalWriteFailed);
    QCOMPARE(journal.entries()->size(), 2);
}

void TestFileSendJournal::aFileThatTakesNoBytesStopsIt()
{
    appendThree();
    const SealedFile file(bytes(), F_SEAL_GROW);
    QVERIFY(file.linkAs(path()));
    FileSendJournal journal(folder());
    COMPARE_CODE(journal.append(entry(4)), journalWriteFailed);
    QCOMPARE(journal.entries()->size(), 3);
}

void TestFileSendJournal::failsWhereNoFileCanBeMade()
{
    FileSendJournal journal(u"/proc/self/fdinfo"_s); // there, and nobody can put a file into it
    VERIFY_GOOD(journal.entries());
    COMPARE_CODE(journal.append(entry(1)), journalWriteFailed);
}

#endif

QTEST_GUILESS_MAIN(TestFileSendJournal)
#include "tst_filesendjournal.moc"
