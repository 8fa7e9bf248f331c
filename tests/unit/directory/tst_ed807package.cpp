#include "directory/ed807package.h"
#include "directorykit.h"
#include "unit/exchange/workbookkit.h"

using namespace countersign;
using namespace countersign::test;

namespace {

const QByteArray name = "20261120_ED807_full.xml";

QByteArray bytesOf(const char *sample)
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/") + QLatin1String(sample));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class Ed807PackageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theZipHoldsTheFile()
    {
        const auto xml = unpackEd807(bytesOf("ed807_sample.zip"));
        QVERIFY(xml.has_value());
        QCOMPARE(*xml, bytesOf("ed807_sample.xml"));
        QCOMPARE((*readEd807(*xml))->size(), 37);
    }

    void theFileItselfIsTakenAsItIs()
    {
        const QByteArray xml = bytesOf("ed807_sample.xml");
        QCOMPARE(*unpackEd807(xml), xml);
        QCOMPARE(*unpackEd807("\xEF\xBB\xBF" + xml), "\xEF\xBB\xBF" + xml);
    }

    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const QByteArray xml = ed807Of(banks(30));
        const QByteArray zip = zipOf({{name, xml}});
        const auto row = [](const char *about, const QByteArray &bytes, const char *why) {
            QTest::addRow("%s", about) << bytes << QString::fromLatin1(why);
        };
        row("nothing", {}, "neither zip nor XML");
        row("a table", "bic\tname\r\n", "neither zip nor XML");
        row("a page", "<!DOCTYPE html><html><body>Are you a robot?</body></html>", "a web page");
        row("a page in other letters", "\n<HTML lang=\"ru\">", "a web page");
        row("an empty zip", zipOf({{name, {}}}).left(22), "");
        row("two files", zipOf({{name, xml}, {"second.xml", xml}}), "2 files inside");
        row("only a folder", zipOf({{"folder/", {}}}), "0 files inside");
        row("cut off", zip.chopped(30), "");
        row("cut off in the middle", zip.first(zip.size() / 2), "");
        row("a bomb", zipOf({{name, "<?xml version=\"1.0\"?>" + QByteArray(40 * 1024 * 1024, ' ')}}),
            "packed like a bomb");
        row("larger than any", zipOf({{name, QByteArray(largestDirectoryFile + 1, ' ')}}), "too large when unpacked");
        row("a document type", zipOf({{name, "<?xml version=\"1.0\"?><!DOCTYPE x><ED807/>"}}), "document type");
        QByteArray wrongByte = zip;
        wrongByte[60] = static_cast<char>(wrongByte[60] ^ 0x55);
        row("a wrong byte", wrongByte, "");
    }

    void anythingElseIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        const auto xml = unpackEd807(bytes);
        QVERIFY(!xml.has_value());
        QCOMPARE(xml.error().code, ErrorCode::fileNotUnderstood);
        if (!why.isEmpty()) QCOMPARE(xml.error().detail, why);
    }
};

QTEST_GUILESS_MAIN(Ed807PackageTest)
#include "tst_ed807package.moc"
