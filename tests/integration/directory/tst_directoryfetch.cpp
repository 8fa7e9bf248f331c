#include "bootstrap/filedirectorydesk.h"
#include "core/futures.h"
#include "integration/transport/badserver.h"
#include "integration/transport/testcertificate.h"
#include "support/manualclock.h"
#include "unit/directory/directorykit.h"
#include "unit/exchange/workbookkit.h"

#include <QTemporaryDir>

using namespace countersign;
using namespace countersign::test;
using namespace countersign::testing;

namespace {

const QByteArray fileName = "20261120_ED807_full.xml";

QByteArray answer(const QByteArray &body, qsizetype announced = -1)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: " +
           QByteArray::number(announced < 0 ? body.size() : announced) + "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray redirect(const QByteArray &to, const QByteArray &status = "302 Found")
{
    return "HTTP/1.1 " + status + "\r\nLocation: " + to + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

QByteArray zipped(const QByteArray &xml)
{
    return zipOf({{fileName, xml}});
}

/// Serves one answer after another; the last one is repeated.
struct Site
{
    BadServer server;
    QByteArrayList answers;

    explicit Site(const QSslConfiguration *tls = nullptr) : server(tls)
    {
        server.mannersOf = [this](int n) {
            server.answerBytes = answers.value(std::min<qsizetype>(n, answers.size()) - 1);
            return answers.isEmpty() ? Manners::silence : Manners::answerAndClose;
        };
    }
    [[nodiscard]] QUrl url() const
    {
        QUrl url = server.url();
        url.setPath(QStringLiteral("/s/newbik"));
        return url;
    }
    [[nodiscard]] qsizetype requests() const { return server.received().count("GET /"); }
};

/// A desk over a site, with an audit record and a folder.
struct World
{
    explicit World(const QUrl &address)
        : desk({.shelf = DirectoryShelf(folder.filePath(QStringLiteral("directory"))),
                .download = {.address = address,
                             .hosts = {},
                             .largest = 1024 * 1024,
                             .stallTimeout = milliseconds(400),
                             .totalTimeout = milliseconds(2'000)},
                .clock = clock,
                .record = [this](DirectoryTaking taking) { return recorded(std::move(taking)); },
                .use = [this](const KeptDirectory &kept) { used.append(kept); }})
    {
    }

    QFuture<Result<>> recorded(DirectoryTaking taking)
    {
        records.append(std::move(taking));
        QPromise<Result<>> promise;
        promise.start();
        promise.addResult(recordAnswer);
        promise.finish();
        return promise.future();
    }
    void begin(const std::shared_ptr<const Ed807Directory> &present = nullptr)
    {
        desk.loaded({present, {}});
        QTRY_VERIFY(!present || desk.inForce().directory == present);
        QCoreApplication::processEvents();
    }
    template <class T>
    static Result<T> resultOf(const QFuture<Result<T>> &future)
    {
        [[maybe_unused]] const bool done = QTest::qWaitFor([&] { return future.isFinished(); }, 10'000);
        return future.resultCount() > 0 ? future.result() : Result<T>(fail(ErrorCode::cancelled));
    }
    Result<OfferedDirectory> fetched() { return resultOf(desk.fetch()); }
    Result<> taken(const OfferedDirectory &offered, const QString &words = {})
    {
        return resultOf(desk.take(offered, words));
    }
    [[nodiscard]] QDate kept() const
    {
        QList<QByteArray> accepted;
        for (auto record = records.crbegin(); record != records.crend(); ++record)
            accepted.append(record->sha256);
        const auto read = DirectoryShelf(folder.filePath(QStringLiteral("directory"))).read(accepted).directory;
        return read ? read->businessDay() : QDate();
    }

    QTemporaryDir folder;
    ManualClock clock;
    QList<DirectoryTaking> records;
    QList<KeptDirectory> used;
    Result<> recordAnswer;
    FileDirectoryDesk desk;
};

QString wordsOf(const Error &error)
{
    return errorCodeName(error.code) + u' ' + error.detail.section(u' ', 0, 0);
}

} // namespace

class DirectoryFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAddressIsThatOfTheBankOfRussia()
    {
        QCOMPARE(bankOfRussiaDownload().address.toString(), QStringLiteral("https://www.cbr.ru/s/newbik"));
        QCOMPARE(bankOfRussiaDownload().hosts, QStringList{QStringLiteral("cbr.ru")});
    }

    void aDirectoryIsFetchedThroughTheRedirectAndKept()
    {
        Site site;
        site.answers = {redirect("/vfs/mcirabis/BIKNew/20261123ED01OSBR.zip"), answer(zipped(ed807Of(banks(1400))))};
        World world(site.url());
        world.begin();
        const auto offered = world.fetched();
        QVERIFY2(offered.has_value(), offered ? "" : qPrintable(offered.error().detail));
        QCOMPARE(offered->directory->size(), 1400);
        QVERIFY(offered->comparison.objections.isEmpty());
        QVERIFY(site.server.received().contains("GET /vfs/mcirabis/BIKNew/20261123ED01OSBR.zip"));
        QCOMPARE(world.kept(), QDate()); // offered is not taken

        QVERIFY(world.taken(*offered).has_value());
        QCOMPARE(world.kept(), friday);
        QCOMPARE(world.desk.inForce().directory, offered->directory);
        QCOMPARE(world.desk.inForce().origin.source, site.url().toString());
        QCOMPARE(world.used.size(), 1);
        QCOMPARE(world.records.size(), 1);
        QCOMPARE(world.records.first().entries, 1400);
        QCOMPARE(world.records.first().sha256, offered->sha256);
        QVERIFY(world.records.first().objections.isEmpty());
    }

    void theSampleInWindows1251IsReadFromTheZip()
    {
        QFile sample(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/ed807_sample.zip"));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        Site site;
        site.answers = {answer(sample.readAll())};
        World world(site.url());
        world.begin();
        const auto offered = world.fetched();
        QCOMPARE(offered->directory->find(*Bik::parse(u"044525974"))->name, QStringLiteral("АО \"ТБанк\""));
        QCOMPARE(offered->comparison.objections, QList{DirectoryObjection::few});
    }

    void whatIsNoDirectoryIsRefused_data()
    {
        QTest::addColumn<QByteArrayList>("answers");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("requests"); // at most: the stack asks again for what was no answer at all
        const QByteArray good = zipped(ed807Of(banks(1400)));
        const auto row = [](const char *name, const QByteArrayList &answers, const char *error, int requests = 1) {
            QTest::addRow("%s", name) << answers << QString::fromLatin1(error) << requests;
        };
        row("redirect to another host", {redirect("http://elsewhere.example/x.zip"), answer(good)},
            "networkFailed redirect");
        row("redirect to another port", {redirect("http://127.0.0.1:9/x.zip"), answer(good)}, "networkFailed redirect");
        row("redirect to a file", {redirect("file:///etc/passwd"), answer(good)}, "networkFailed redirect");
        row("redirect without a place", {redirect(""), answer(good)}, "networkFailed redirect");
        row("redirect with a password", {redirect("http://a:b@127.0.0.1/x.zip")}, "networkFailed redirect");
        row("one redirect after another",
            {redirect("/a"), redirect("/b"), redirect("/c"), redirect("/d"), answer(good)}, "networkFailed redirect",
            4);
        row("no such page", {"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"},
            "networkFailed status");
        row("their fault", {"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"},
            "networkFailed status");
        row("a part", {"HTTP/1.1 206 Partial\r\nContent-Length: 2\r\nConnection: close\r\n\r\nPK"},
            "networkFailed status");
        row("too large", {answer(QByteArray(1024 * 1024 + 1, 'x'))}, "fileTooLarge 1048576");
        row("announced too large and cut off", {answer("PK", 1'000'000'000)}, "networkFailed connectionLost");
        row("cut off", {answer(good.first(good.size() / 2), good.size())}, "networkFailed connectionLost");
        row("cut off without a length", {"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + good.first(good.size() / 2)},
            "fileNotUnderstood Not");
        row("no HTTP at all", {"SSH-2.0-OpenSSH\r\n"}, "networkFailed ", 4);
        row("silence", {}, "networkFailed timeout");
        row("half an answer and silence", {answer("PK", 100).chopped(2)}, "networkFailed connectionLost");
        row("a page for people", {answer("<!DOCTYPE html><p>Are you a robot?")}, "fileNotUnderstood a");
        row("not a zip", {answer("bic;name")}, "fileNotUnderstood neither");
        row("a zip bomb", {answer(zipOf({{fileName, "<?xml?>" + QByteArray(40 * 1024 * 1024, ' ')}}))},
            "fileNotUnderstood packed");
        row("another message", {answer(zipped(ed807Of(banks(3)).replace("ED807", "ED808")))}, "wrongFormat message");
        row("only changes", {answer(zipped(ed807Of(banks(3)).replace("FIRR", "SIRR")))}, "wrongFormat InfoTypeCode");
        row("not the encoding it says", {answer(zipped(ed807Of(banks(3)).replace("Банк", "\xC1\xE0\xED\xEA")))},
            "wrongFormat not");
        row("another encoding", {answer(zipped(ed807Of(banks(3)).replace("utf-8", "koi8-r")))}, "wrongFormat encoding");
        row("XML that stops", {answer(zipped(ed807Of(banks(3)).chopped(30)))}, "wrongFormat XML");
    }

    void whatIsNoDirectoryIsRefused()
    {
        QFETCH(QByteArrayList, answers);
        QFETCH(QString, error);
        QFETCH(int, requests);
        Site site;
        site.answers = answers;
        World world(site.url());
        const auto present = directoryOf(banks(1400));
        world.begin(present);
        const auto offered = world.fetched();
        QVERIFY(!offered.has_value());
        const QString words = wordsOf(offered.error());
        QVERIFY2(words.startsWith(error), qPrintable(words));
        QVERIFY(site.requests() <= requests);
        QCOMPARE(world.desk.inForce().directory, present);
        QVERIFY(world.records.isEmpty());
    }

    void aCertificateThatNobodyVouchesForIsRefused()
    {
        const TestCertificate certificate(QStringLiteral("IP:127.0.0.1"));
        if (!certificate.isMade()) QSKIP("the openssl command is missing");
        const QSslConfiguration tls = certificate.serverConfiguration();
        Site site(&tls);
        site.answers = {answer(zipped(ed807Of(banks(1400))))};
        World world(site.url());
        world.begin();
        QCOMPARE(wordsOf(world.fetched().error()), QStringLiteral("networkFailed tls"));
        QCOMPARE(site.requests(), 0);
    }

    void plainHttpIsForLoopbackOnly()
    {
        World world(QUrl(QStringLiteral("http://bank.example/s/newbik")));
        world.begin();
        QCOMPARE(world.fetched().error().code, ErrorCode::settingsInvalid);
    }

    void nobodyListens()
    {
        QUrl url;
        {
            Site site;
            url = site.url();
        }
        World world(url);
        world.begin();
        QCOMPARE(wordsOf(world.fetched().error()), QStringLiteral("networkFailed connect"));
    }

    void oneChangedCorrespondentAccountStopsIt()
    {
        QList<BankEntry> poisoned = banks(1400);
        poisoned[8].correspondentAccounts = {QStringLiteral("30101810900000000999")};
        Site site;
        site.answers = {answer(zipped(ed807Of(poisoned, friday.addDays(3))))};
        World world(site.url());
        const auto present = directoryOf(banks(1400));
        world.begin(present);
        const auto offered = world.fetched();
        QCOMPARE(offered->comparison.objections, QList{DirectoryObjection::accountsChanged});
        for (const QString &words : {QString(), QStringLiteral("yes"), QStringLiteral("          ok")})
            QCOMPARE(world.taken(*offered, words).error().code, ErrorCode::reasonNeeded);
        QCOMPARE(world.desk.inForce().directory, present);
        QVERIFY(world.records.isEmpty());
        QCOMPARE(world.kept(), QDate());

        const QString acceptance = QStringLiteral("Compared with the letter of the bank");
        QVERIFY(world.taken(*offered, acceptance).has_value());
        QCOMPARE(world.kept(), friday.addDays(3));
        QCOMPARE(world.records.first().acceptance, acceptance);
        QCOMPARE(world.records.first().objections, QStringList{QStringLiteral("accountsChanged")});
    }

    void withoutARecordNothingIsTaken()
    {
        Site site;
        site.answers = {answer(zipped(ed807Of(banks(1400))))};
        World world(site.url());
        world.begin();
        world.recordAnswer = fail(ErrorCode::storeWriteFailed);
        QCOMPARE(world.taken(*world.fetched()).error().code, ErrorCode::storeWriteFailed);
        QCOMPARE(world.kept(), QDate());
        QVERIFY(world.used.isEmpty());
    }

    void whatWasHeldAgainstAnotherDirectoryIsNotTaken()
    {
        Site site;
        site.answers = {answer(zipped(ed807Of(banks(1400))))};
        World world(site.url());
        world.begin();
        const auto first = world.fetched();
        const auto second = world.fetched();
        QVERIFY(world.taken(*first).has_value());
        QCOMPARE(world.taken(*second).error().code, ErrorCode::staleView);
    }

    void nothingIsFetchedBeforeThePresentOneIsKnown()
    {
        Site site;
        World world(site.url());
        QCOMPARE(world.fetched().error().code, ErrorCode::storeUnavailable);
        QCOMPARE(world.resultOf(world.desk.readFile(QStringLiteral("x"))).error().code, ErrorCode::storeUnavailable);
    }

    void filesAreReadToo()
    {
        Site site;
        World world(site.url());
        world.begin();
        const QString zip = world.folder.filePath(QStringLiteral("bik.zip"));
        QFile file(zip);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(zipped(ed807Of(banks(1200))));
        file.close();
        const auto offered = world.resultOf(world.desk.readFile(zip));
        QCOMPARE(offered->directory->size(), 1200);
        QCOMPARE(offered->source, QStringLiteral("bik.zip"));
        QCOMPARE(world.resultOf(world.desk.readFile(QStringLiteral("/nowhere"))).error().code,
                 ErrorCode::fileUnreadable);
        QCOMPARE(site.requests(), 0);
    }

    void leavingEndsAFetchThatIsUnderWay()
    {
        Site site; // silent
        World world(site.url());
        world.begin();
        const auto future = world.desk.fetch();
        QTRY_COMPARE(site.requests(), 1);
        world.desk.leave();
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }
};

QTEST_GUILESS_MAIN(DirectoryFetchTest)
#include "tst_directoryfetch.moc"
