#include "bootstrap/firstinstance.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace countersign;
using namespace Qt::StringLiterals;

class FirstInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstHearsTheSecondAndItsFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("only the bell") << QString();
        QTest::newRow("a file") << u"/files/к оплате/1c_to_kl.txt"_s;
    }
    void theFirstHearsTheSecondAndItsFile()
    {
        QFETCH(QString, file);
        const FirstInstance first(store());
        QSignalSpy called(&first, &FirstInstance::called);
        std::optional<bool> heard;
        FirstInstance::ring(store(), file, this, [&](bool answer) { heard = answer; });
        QTRY_COMPARE(called.count(), 1);
        QCOMPARE(called.first().first().toString(), file);
        QTRY_COMPARE(heard, true);
    }

    void nobodyIsThere()
    {
        std::optional<bool> heard;
        FirstInstance::ring(store(), {}, this, [&](bool answer) { heard = answer; });
        QTRY_COMPARE(heard, false);
    }

    void anotherStoreIsAnotherBell()
    {
        const FirstInstance first(store());
        std::optional<bool> heard;
        FirstInstance::ring(m_folder.filePath(u"other.db"_s), {}, this, [&](bool answer) { heard = answer; });
        QTRY_COMPARE(heard, false);
    }

    void whatIsNotAPathComesWithoutAFile_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut off") << QByteArray("/files/1c_to");
        QTest::newRow("relative") << QByteArray("1c_to_kl.txt\n");
        QTest::newRow("an address") << QByteArray("https://example.org/1c_to_kl.txt\n");
        QTest::newRow("two lines") << QByteArray("/files/a.txt\n/files/b.txt\n");
        QTest::newRow("too long") << QByteArray("/" + QByteArray(100'000, 'a') + "\n");
    }
    void whatIsNotAPathComesWithoutAFile()
    {
        QFETCH(QByteArray, said);
        const FirstInstance first(store());
        QSignalSpy called(&first, &FirstInstance::called);
        QLocalSocket caller;
        caller.connectToServer(first.address());
        QVERIFY(caller.waitForConnected());
        caller.write(said);
        caller.disconnectFromServer();
        QTRY_COMPARE(called.count(), 1);
        QCOMPARE(called.first().first().toString(), QString());
    }

private:
    QString store() const { return m_folder.filePath(u"store.db"_s); }

    const QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(FirstInstanceTest)
#include "tst_firstinstance.moc"
