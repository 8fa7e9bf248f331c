#include "exchange/importsource.h"
#include "exchange/rowswriter.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

/// Writes to the file while it is being read.
class Meddler final : public ReadingProgress
{
public:
    Meddler(QString path, QByteArray bytes) : m_path(std::move(path)), m_bytes(std::move(bytes)) {}
    bool reached(int) override
    {
        QFile file(m_path);
        if (!m_done && file.open(QIODevice::WriteOnly)) m_done = file.write(m_bytes) == m_bytes.size();
        return true;
    }

private:
    QString m_path;
    QByteArray m_bytes;
    bool m_done = false;
};

} // namespace

class ImportSourceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString path() const { return m_folder.filePath(u"orders.txt"_s); }

private Q_SLOTS:
    void init() { QVERIFY(writeWhole(path(), QByteArray(3 * 1024 * 1024, 'a')).has_value()); }

    void theDigestIsOfTheBytesThatWereRead()
    {
        UnwatchedReading unwatched;
        QVERIFY(writeWhole(path(), "abc").has_value());
        const auto source = readImportSource(path(), unwatched);
        QVERIFY(source.has_value());
        QCOMPARE(source->bytes, "abc");
        QCOMPARE(source->fingerprint.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QCOMPARE(source->fingerprint.size, 3);
    }

    void aFileThatChangesWhileItIsReadIsSaid_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addRow("shorter") << QByteArray("b");
        QTest::addRow("longer") << QByteArray(4 * 1024 * 1024, 'b');
        QTest::addRow("as long as before") << QByteArray(3 * 1024 * 1024, 'b');
    }

    void aFileThatChangesWhileItIsReadIsSaid()
    {
        QFETCH(QByteArray, written);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 11, 1), QTime(9, 0)), QFileDevice::FileModificationTime));
        file.close();
        Meddler meddler(path(), written);
        const auto source = readImportSource(path(), meddler);
        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::fileChanged);
    }

    void aFileThatChangedAfterwardsIsSaid()
    {
        UnwatchedReading unwatched;
        const auto source = readImportSource(path(), unwatched);
        QVERIFY(checkUnchanged(source->fingerprint).has_value());
        QVERIFY(writeWhole(path(), QByteArray(3 * 1024 * 1024, 'b')).has_value());
        QCOMPARE(checkUnchanged(source->fingerprint).error().code, ErrorCode::fileChanged);
        QVERIFY(QFile::remove(path()));
        QCOMPARE(checkUnchanged(source->fingerprint).error().code, ErrorCode::fileUnreadable);
    }

    void theSameBytesWrittenAgainAreNoChange()
    {
        UnwatchedReading unwatched;
        const auto source = readImportSource(path(), unwatched);
        QVERIFY(writeWhole(path(), QByteArray(3 * 1024 * 1024, 'a')).has_value());
        QVERIFY(checkUnchanged(source->fingerprint).has_value());
    }

    void whatIsNoFileIsRefused()
    {
        UnwatchedReading unwatched;
        for (const QString &other : {m_folder.path(), m_folder.filePath(u"none"_s), u"/dev/zero"_s}) {
            const auto source = readImportSource(other, unwatched);
            QVERIFY(!source);
            QCOMPARE(source.error().code, ErrorCode::fileUnreadable);
        }
    }

    void aFileThatIsTooLargeIsRefusedBeforeItFillsTheMemory()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(largestImportFile + 1)); // holes: no space is used
        file.close();
        UnwatchedReading unwatched;
        const auto source = readImportSource(path(), unwatched);
        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::fileTooLarge);
    }
};

QTEST_GUILESS_MAIN(ImportSourceTest)
#include "tst_importsource.moc"
