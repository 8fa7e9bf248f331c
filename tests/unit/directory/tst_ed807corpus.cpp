#include "directory/ed807package.h"
#include "directory/ed807reader.h"
#include "unit/exchange/workbookkit.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;

namespace {

const QByteArray declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const QByteArray root = "<ED807 xmlns=\"urn:cbr-ru:ed:v2.0\" InfoTypeCode=\"FIRR\" BusinessDay=\"2026-11-20\">\n";
const QByteArray account = "<Accounts Account=\"30101810145250000974\" RegulationAccountType=\"CRSA\" "
                           "AccountCBRBIC=\"044525000\" AccountStatus=\"ACAC\"/>";
const QByteArray first = "<BICDirectoryEntry BIC=\"044525974\"><ParticipantInfo NameP=\"Bank\" PtType=\"20\"/>" +
                         account + "</BICDirectoryEntry>\n";
const QByteArray second = QByteArray(first).replace("044525974", "044525225").replace("145250000974", "400000000225");
const QByteArray good = declaration + root + first + second + "</ED807>\n";

QByteArray with(const QByteArray &from, const QByteArray &to)
{
    return QByteArray(good).replace(from, to);
}

/// What comes of the bytes of a file: "2 of 2", or the error and the first two words of why.
QString outcomeOf(const QByteArray &bytes)
{
    const auto xml = unpackEd807(bytes);
    const auto directory = xml ? readEd807(*xml) : std::unexpected(xml.error());
    if (!directory) {
        const Error &error = directory.error();
        return (errorCodeName(error.code) + u' ' + error.detail.section(u' ', 0, 1)).trimmed();
    }
    qsizetype payable = 0;
    for (const BankEntry &entry : (*directory)->entries())
        payable += entry.takesPayouts() ? 1 : 0;
    return QStringLiteral("%1 of %2").arg(payable).arg((*directory)->size());
}

/// How many there are by now.
int row(const char *name, const QByteArray &bytes, const char *outcome)
{
    static int added = 0;
    QTest::addRow("%s", name) << bytes << QString::fromLatin1(outcome);
    return ++added;
}

QByteArray utf16(const QByteArray &xml)
{
    const QString wide = QString::fromUtf8(xml);
    return QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
}

void addNoXml()
{
    row("nothing", {}, "fileNotUnderstood neither zip");
    row("a space", " ", "fileNotUnderstood neither zip");
    row("a nul", QByteArray(1, '\0'), "fileNotUnderstood neither zip");
    row("a thousand nuls", QByteArray(1000, '\0'), "fileNotUnderstood neither zip");
    row("a table", "BIC;NameP\r\n044525974;Bank\r\n", "fileNotUnderstood neither zip");
    row("JSON", "{\"ED807\":[]}", "fileNotUnderstood neither zip");
    row("a picture", "\x89PNG\r\n\x1a\n", "fileNotUnderstood neither zip");
    row("another archive", "Rar!\x1a\x07", "fileNotUnderstood neither zip");
    row("gzip", "\x1f\x8b\x08", "fileNotUnderstood neither zip");
    row("a 1C file", "1CClientBankExchange\r\n", "fileNotUnderstood neither zip");
    row("UTF-16", utf16(good), "fileNotUnderstood neither zip");
    row("a page", "<!doctype html><title>503</title>", "fileNotUnderstood a web");
    row("a page without a type", "<html><body>captcha</body></html>", "fileNotUnderstood a web");
    row("only the letters of a zip", "PK", "fileNotUnderstood Not a");
    row("the beginning of a zip", "PK\x03\x04", "fileNotUnderstood Not a");
}

void addZips()
{
    const QByteArray zip = zipOf({{"ED807.xml", good}});
    row("a good zip", zip, "2 of 2");
    row("stored, not packed", zipOf({{"ED807.xml", good}}, false), "2 of 2");
    row("another name inside", zipOf({{"x", good}}), "2 of 2");
    row("a name that climbs", zipOf({{"../../etc/passwd", good}}), "2 of 2"); // the name is never used
    row("in a folder", zipOf({{"BIK/", {}}, {"BIK/ED807.xml", good}}), "2 of 2");
    row("two messages", zipOf({{"a.xml", good}, {"b.xml", good}}), "fileNotUnderstood 2 files");
    row("one name in two ways", zipOf({{"a.xml", good}, {"A.xml", good}}), "fileNotUnderstood a part");
    row("a folder alone", zipOf({{"BIK/", {}}}), "fileNotUnderstood 0 files");
    row("an empty file", zipOf({{"ED807.xml", {}}}), "wrongFormat XML ends");
    row("a zip in a zip", zipOf({{"ED807.zip", zip}}), "fileNotUnderstood not UTF-8");
    row("a page inside", zipOf({{"ED807.xml", "<html/>"}}), "wrongFormat message html");
    row("a document type inside", zipOf({{"ED807.xml", with("<ED807 ", "<!DOCTYPE x><ED807 ")}}),
        "fileNotUnderstood document type");
    row("UTF-16 inside", zipOf({{"ED807.xml", utf16(good)}}), "fileNotUnderstood not UTF-8");
    row("a bomb", zipOf({{"ED807.xml", good + QByteArray(48 * 1024 * 1024, '\n')}}), "fileNotUnderstood packed like");
    row("too large", zipOf({{"ED807.xml", good + QByteArray(largestDirectoryFile, '\n')}}),
        "fileNotUnderstood too large");
}

void addBrokenXml()
{
    row("only the declaration", declaration, "wrongFormat XML ends");
    row("no end", good.chopped(10), "wrongFormat XML ends");
    row("an end too many", good + "</ED807>", "wrongFormat XML not");
    row("two roots", good + root + "</ED807>", "wrongFormat XML not");
    row("text after the end", good + "and more", "wrongFormat XML not");
    row("text before the root", with("<ED807 ", "and more<ED807 "), "wrongFormat XML not");
    row("a wrong end", with("</BICDirectoryEntry>", "</BICDirectory>"), "wrongFormat XML not");
    row("entries in each other", with("</BICDirectoryEntry>\n", {}), "wrongFormat XML not");
    row("an attribute twice", with("BIC=\"044525974\"", "BIC=\"044525974\" BIC=\"044525974\""), "wrongFormat XML not");
    row("an attribute without quotes", with("BIC=\"044525974\"", "BIC=044525974"), "wrongFormat XML not");
    row("a bare <", with("NameP=\"Bank\"", "NameP=\"<\""), "wrongFormat XML not");
    row("a bare &", with("NameP=\"Bank\"", "NameP=\"A & B\""), "wrongFormat XML not");
    row("an unknown entity", with("NameP=\"Bank\"", "NameP=\"&bank;\""), "wrongFormat XML not");
    row("a nul in a name", QByteArray(good).replace("Bank", QByteArray("B\0nk", 4)), "wrongFormat XML not");
    row("a control character", with("NameP=\"Bank\"", "NameP=\"B\x01nk\""), "wrongFormat XML not");
    row("a forbidden reference", with("NameP=\"Bank\"", "NameP=\"&#1;\""), "wrongFormat XML not");
    row("a document type", with("<ED807 ", "<!DOCTYPE ED807><ED807 "), "wrongFormat document type");
    row("entities that grow", with("<ED807 ", "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><ED807 "),
        "wrongFormat document type");
    row("a file of the system", with("<ED807 ", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ED807 "),
        "wrongFormat document type");
    row("XML 1.1", with("1.0", "1.1"), "wrongFormat XML not");
    row("a prefix of nobody", with("<ED807 ", "<x:ED807 ").replace("</ED807", "</x:ED807"), "wrongFormat XML not");
    row("too deep", with("</BICDirectoryEntry>", QByteArray("<a>").repeated(5000) + "</BICDirectoryEntry>"),
        "wrongFormat XML not");
}

void addEncodings()
{
    row("windows-1251", with("UTF-8", "windows-1251"), "2 of 2");
    row("WINDOWS-1251 in capitals", with("UTF-8", "WINDOWS-1251"), "2 of 2");
    row("no declaration", good.sliced(declaration.size()), "2 of 2");
    row("a byte order mark", "\xEF\xBB\xBF" + good, "2 of 2");
    row("single quotes", with("encoding=\"UTF-8\"", "encoding='UTF-8'"), "2 of 2");
    row("KOI8-R", with("UTF-8", "KOI8-R"), "wrongFormat encoding koi8-r");
    row("cp866", with("UTF-8", "cp866"), "wrongFormat encoding cp866");
    row("UTF-16 that is none", with("UTF-8", "UTF-16"), "wrongFormat encoding utf-16");
    row("UTF-7", with("UTF-8", "UTF-7"), "wrongFormat encoding utf-7");
    row("windows-1251 said to be UTF-8", with("Bank", "\xC1\xE0\xED\xEA"), "wrongFormat not UTF-8");
    row("a lone continuation", with("Bank", "B\x80nk"), "wrongFormat not UTF-8");
    row("an overlong slash", with("Bank", "\xC0\xAF"), "wrongFormat not UTF-8");
    row("half a surrogate", with("Bank", "\xED\xA0\x80"), "wrongFormat not UTF-8");
}

void addOtherMessages()
{
    row("another message", with("ED807", "ED808"), "wrongFormat message ED808");
    row("the answer to a request for it", with("ED807", "ED374"), "wrongFormat message ED374");
    row("small letters", with("ED807", "ed807"), "wrongFormat message ed807");
    row("only changes", with("FIRR", "SIRR"), "wrongFormat InfoTypeCode SIRR");
    row("no kind", with("InfoTypeCode=\"FIRR\"", {}), "wrongFormat InfoTypeCode");
    row("no day", with("BusinessDay=\"2026-11-20\"", {}), "missingMember BusinessDay");
    row("an empty day", with("2026-11-20", {}), "missingMember BusinessDay");
    row("a day of nonsense", with("2026-11-20", "2026-02-30"), "missingMember BusinessDay");
    row("a Russian day", with("2026-11-20", "20.11.2026"), "missingMember BusinessDay");
    row("no entries", declaration + root + "</ED807>", "wrongFormat no entries");
    row("entries of another name", with("BICDirectoryEntry", "BICEntry"), "wrongFormat no entries");
    row("the message inside another one", declaration + "<Envelope>" + root + first + "</ED807></Envelope>",
        "wrongFormat message Envelope");
}

void addOddEntries()
{
    row("as it should be", good, "2 of 2");
    row("a BIK of letters", with("044525974", "SABRRUMM0"), "1 of 1");
    row("a BIK of eight digits", with("044525974", "04452597"), "1 of 1");
    row("a BIK of ten digits", with("044525974", "0445259740"), "1 of 1");
    row("no BIK", with("BIC=\"044525974\"", {}), "1 of 1");
    row("a BIK in other digits", with("044525974", "٠٤٤٥٢٥٩٧٤"), "1 of 1");
    row("the same BIK twice", with("044525225", "044525974"), "1 of 1");
    row("removed", with("PtType=\"20\"/>" + account, "PtType=\"20\" ParticipantStatus=\"PSDL\"/>" + account), "1 of 1");
    row("an account that is closed", with("ACAC", "ACDL"), "0 of 2");
    row("no correspondent account", with("CRSA", "BANA"), "0 of 2");
    row("a kind of participant that nobody knows", with("PtType=\"20\"", "PtType=\"77\""), "0 of 2");
    row("no participant", with("<ParticipantInfo NameP=\"Bank\" PtType=\"20\"/>", {}), "0 of 2");
    row("licence withdrawn", with("PtType=\"20\"/>", "PtType=\"20\"><RstrList Rstr=\"LWRS\"/></ParticipantInfo>"),
        "0 of 2");
    row("an unknown element", with("<Accounts", "<New x=\"1\"><Inner/></New><Accounts"), "2 of 2");
    row("an unknown attribute", with("NameP", "Colour=\"red\" NameP"), "2 of 2");
    row("comments and instructions", with("<Accounts", "<!-- PK --><?x y?><Accounts"), "2 of 2");
    row("text between the elements", with("<Accounts", "some words<Accounts"), "2 of 2");
    row("a name of a million letters", with("NameP=\"Bank\"", "NameP=\"" + QByteArray(1'000'000, 'x') + '"'), "2 of 2");
    row("a thousand accounts", with(account, QByteArray(account).repeated(1000)), "2 of 2");
}

} // namespace

/// Bad files, each with what must come of it (threat-model.md F4, section 8).
class Ed807CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFileEndsAsExpected_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("outcome");
        addNoXml();
        addZips();
        addBrokenXml();
        addEncodings();
        addOtherMessages();
        addOddEntries();
        QVERIFY(row("and one more that is good", good, "2 of 2") >= 80);
    }

    void eachFileEndsAsExpected()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(bytes), outcome);
    }

    void aFileThatIsCutAnywhereIsRefused()
    {
        const qsizetype whole = good.lastIndexOf('>') + 1;
        for (qsizetype size = 0; size < whole; size += 7)
            QVERIFY2(!outcomeOf(good.first(size)).contains(u" of "), qPrintable(QString::number(size)));
    }

    void aZipThatIsCutAnywhereIsRefused()
    {
        const QByteArray zip = zipOf({{"ED807.xml", good}});
        for (qsizetype size = 0; size < zip.size(); size += 5)
            QVERIFY2(!outcomeOf(zip.first(size)).contains(u" of "), qPrintable(QString::number(size)));
    }

    void aWrongByteNeverBringsAnotherAccount()
    {
        const QByteArray zip = zipOf({{"ED807.xml", good}});
        const auto genuine = (*readEd807(good))->entries();
        for (qsizetype at = 0; at < zip.size(); ++at) {
            QByteArray wrong = zip;
            wrong[at] = static_cast<char>(wrong[at] ^ 0x20);
            const auto xml = unpackEd807(wrong);
            const auto directory = xml ? readEd807(*xml) : std::unexpected(xml.error());
            QVERIFY2(!directory || (*directory)->entries() == genuine, qPrintable(QString::number(at)));
        }
    }
};

QTEST_GUILESS_MAIN(Ed807CorpusTest)
#include "tst_ed807corpus.moc"
