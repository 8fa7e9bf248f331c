#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto exchangeType = "text/x-1c-client-bank-exchange";

}

/// What a desktop makes of a file when our description of 1C exchange files is installed.
class MimeTypeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"mime/packages"_s));
        QVERIFY(
            QFile::copy(QStringLiteral(COUNTERSIGN_MIME_FILE), m_folder.filePath(u"mime/packages/countersign.xml"_s)));
        qputenv("XDG_DATA_DIRS", m_folder.path().toUtf8()); // before the first QMimeDatabase
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    }

    void aFileIsKnownByItsFirstLineOrTheNameThat1cGivesIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("exchange");
        const QByteArray text = "1CClientBankExchange\r\nВерсияФормата=1.03\r\n";
        QTest::newRow("any name") << u"к оплате.txt"_s << text << true;
        QTest::newRow("no suffix") << u"payments"_s << text << true;
        QTest::newRow("UTF-8 with its mark") << u"payments.txt"_s << QByteArray("\xef\xbb\xbf" + text) << true;
        QTest::newRow("1C's name") << u"1c_to_kl.txt"_s << QByteArray() << true;
        QTest::newRow("1C's name of a statement") << u"kl_to_1c.txt"_s << QByteArray() << true;
        QTest::newRow("another text") << u"letter.txt"_s << QByteArray("About 1CClientBankExchange") << false;
        QTest::newRow("a table") << u"payments.csv"_s << QByteArray("a;b\r\n1;2\r\n") << false;
    }
    void aFileIsKnownByItsFirstLineOrTheNameThat1cGivesIt()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, exchange);
        const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(name, bytes);
        QCOMPARE(type.inherits(QString::fromLatin1(exchangeType)), exchange);
        if (exchange) QVERIFY(type.inherits(u"text/plain"_s));
    }

    void theDesktopEntryOpensIt()
    {
        QFile entry(QStringLiteral(COUNTERSIGN_DESKTOP_FILE));
        QVERIFY(entry.open(QIODevice::ReadOnly));
        const QByteArrayList lines = entry.readAll().split('\n');
        QVERIFY(lines.contains(QByteArray("MimeType=") + exchangeType + ';'));
        QVERIFY(lines.contains("Exec=countersign %f"));
    }

private:
    const QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(MimeTypeTest)
#include "tst_mimetype.moc"
