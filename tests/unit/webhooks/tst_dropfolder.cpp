#include "heldinbox.h"
#include "webhooks/dropfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace countersign;

namespace {

/// A drop folder with what it handed in and what it reported.
struct Desk
{
    QTemporaryDir place;
    QDir folder{place.path()};
    HeldInbox inbox;
    QList<Error> reports;
    std::unique_ptr<DropFolder> drop =
        std::make_unique<DropFolder>(place.path(), inbox, [this](const Error &error) { reports << error; });

    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void putPair(const QString &name) const
    {
        put(name + QStringLiteral(".json"), "{\"of\":\"" + name.toUtf8() + "\"}");
        put(name + QStringLiteral(".sig"), "c2ln\n");
    }

    QByteArray bytesOf(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool has(const QString &name) const { return QFile::exists(folder.filePath(name)); }

    QStringList all(const QString &subfolder = QStringLiteral(".")) const
    {
        return QDir(folder.filePath(subfolder)).entryList(QDir::Files, QDir::Name);
    }
};

} // namespace

class TestDropFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsInRawBytesAndTheHeadersValue();
    void movesPairsByTheirVerdict_data();
    void movesPairsByTheirVerdict();
    void ignoresWhatIsNoCompletePair_data();
    void ignoresWhatIsNoCompletePair();
    void takesAPairWhenItsSecondFileArrives();
    void takesAFileOfTheLargestSize();
    void handsInInTheOrderOfNames();
    void handsNothingInTwiceWhileItWaits();
    void letsOnlySoManyWait();
    void handsInAgainWhatCouldNotBeStored();
    void keepsTheEarlierFileOfTheSameName();
    void leavesBytesThatCameWhileItWaited();
    void refusesFilesOverTheLimits();
    void neverFollowsLinks();
    void movesNothingThroughALinkedSubfolder();
    void reportsAMissingFolderOnceAndAnew();
    void reportsAnUnreadableFileOnce();
    void survivesAVerdictAfterItsEnd();
};

void TestDropFolder::handsInRawBytesAndTheHeadersValue()
{
    Desk desk;
    const QByteArray body("\xef\xbb\xbf{ \"a\" : 1.0 }\r\n\0\n", 20);
    desk.put(QStringLiteral("1.json"), body);
    desk.put(QStringLiteral("1.sig"), " c2ln\r\n");
    QCOMPARE(desk.drop->scan(), 1);
    const IncomingMessage message = desk.inbox.messages().value(0);
    QCOMPARE(message.body, body);
    QCOMPARE(message.signature, QByteArray("c2ln"));
    QVERIFY(message.source == ObservationSource::dropFolder);
    QCOMPARE(message.peer, QStringLiteral("1.json"));
}

void TestDropFolder::movesPairsByTheirVerdict_data()
{
    QTest::addColumn<InboxVerdict>("verdict");
    QTest::addColumn<QString>("subfolder");
    QTest::addRow("stored") << InboxVerdict::stored << QStringLiteral("done");
    QTest::addRow("repeated") << InboxVerdict::repeated << QStringLiteral("done");
    QTest::addRow("bad signature") << InboxVerdict::badSignature << QStringLiteral("refused");
    QTest::addRow("not stored") << InboxVerdict::notStored << QStringLiteral(".");
}

void TestDropFolder::movesPairsByTheirVerdict()
{
    QFETCH(InboxVerdict, verdict);
    QFETCH(QString, subfolder);
    Desk desk;
    desk.inbox.answerWith(std::nullopt);
    desk.putPair(QStringLiteral("a"));
    QCOMPARE(desk.drop->scan(), 1);
    QCOMPARE(desk.all().size(), 2); // nothing moves before the verdict
    desk.inbox.answerHeld(verdict);
    QCOMPARE(desk.all(subfolder), QStringList({QStringLiteral("a.json"), QStringLiteral("a.sig")}));
    QCOMPARE(desk.all().isEmpty(), subfolder != QStringLiteral("."));
    QVERIFY(desk.reports.isEmpty());
}

void TestDropFolder::ignoresWhatIsNoCompletePair_data()
{
    QTest::addColumn<QStringList>("files");
    const auto row = [](const char *name, const QStringList &files) { QTest::addRow("%s", name) << files; };
    row("body alone", {QStringLiteral("a.json")});
    row("signature alone", {QStringLiteral("a.sig")});
    row("two names", {QStringLiteral("a.json"), QStringLiteral("b.sig")});
    row("being written", {QStringLiteral("a.json.tmp"), QStringLiteral("a.sig")});
    row("hidden", {QStringLiteral(".a.json"), QStringLiteral(".a.sig")});
    row("no name", {QStringLiteral(".json"), QStringLiteral(".sig")});
    row("another case", {QStringLiteral("a.JSON"), QStringLiteral("a.SIG")});
    row("others", {QStringLiteral("sig"), QStringLiteral("readme.txt"), QStringLiteral("a")});
}

void TestDropFolder::ignoresWhatIsNoCompletePair()
{
    QFETCH(QStringList, files);
    Desk desk;
    for (const QString &file : files)
        desk.put(file, "x");
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.inbox.count(), 0);
    for (const QString &file : files)
        QCOMPARE(desk.bytesOf(file), QByteArray("x"));
    QVERIFY(desk.reports.isEmpty());
}

void TestDropFolder::takesAPairWhenItsSecondFileArrives()
{
    Desk desk;
    desk.put(QStringLiteral("a.json"), "{}");
    QCOMPARE(desk.drop->scan(), 0);
    desk.put(QStringLiteral("a.sig"), "c2ln");
    QCOMPARE(desk.drop->scan(), 1);
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.inbox.count(), 1);
}

void TestDropFolder::takesAFileOfTheLargestSize()
{
    Desk desk;
    desk.put(QStringLiteral("a.json"), QByteArray(DropFolder::bodyLimit, 'x'));
    desk.put(QStringLiteral("a.sig"), QByteArray(DropFolder::signatureLimit, 'A'));
    QCOMPARE(desk.drop->scan(), 1);
    QCOMPARE(desk.inbox.messages().value(0).body.size(), DropFolder::bodyLimit);
}

void TestDropFolder::handsInInTheOrderOfNames()
{
    Desk desk;
    for (const char *name : {"3", "1", "2"})
        desk.putPair(QString::fromLatin1(name));
    QCOMPARE(desk.drop->scan(), 3);
    QStringList peers;
    for (const IncomingMessage &message : desk.inbox.messages())
        peers << message.peer;
    QCOMPARE(peers, QStringList({QStringLiteral("1.json"), QStringLiteral("2.json"), QStringLiteral("3.json")}));
}

void TestDropFolder::handsNothingInTwiceWhileItWaits()
{
    Desk desk;
    desk.inbox.answerWith(std::nullopt);
    desk.putPair(QStringLiteral("a"));
    QCOMPARE(desk.drop->scan(), 1);
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.inbox.count(), 1);
}

void TestDropFolder::letsOnlySoManyWait()
{
    Desk desk;
    desk.inbox.answerWith(std::nullopt);
    for (int n = 0; n < 300; ++n)
        desk.putPair(QString::number(n));
    QCOMPARE(desk.drop->scan(), 256);
    QCOMPARE(desk.drop->scan(), 0);
    desk.inbox.answerHeld(InboxVerdict::stored);
    QCOMPARE(desk.drop->scan(), 44);

    Desk large;
    large.inbox.answerWith(std::nullopt);
    for (int n = 0; n < 18; ++n) {
        large.put(QStringLiteral("%1.json").arg(n), QByteArray(DropFolder::bodyLimit, 'x'));
        large.put(QStringLiteral("%1.sig").arg(n), "c2ln");
    }
    QCOMPARE(large.drop->scan(), 16);
    large.inbox.answerHeld(InboxVerdict::notStored);
    QCOMPARE(large.drop->scan(), 16);
}

void TestDropFolder::handsInAgainWhatCouldNotBeStored()
{
    Desk desk;
    desk.inbox.answerWith(InboxVerdict::notStored);
    desk.putPair(QStringLiteral("a"));
    QCOMPARE(desk.drop->scan(), 1);
    desk.inbox.answerWith(InboxVerdict::stored);
    QCOMPARE(desk.drop->scan(), 1);
    QVERIFY(desk.all().isEmpty());
}

void TestDropFolder::keepsTheEarlierFileOfTheSameName()
{
    Desk desk;
    desk.putPair(QStringLiteral("a"));
    QCOMPARE(desk.drop->scan(), 1);
    desk.put(QStringLiteral("a.json"), "second");
    desk.put(QStringLiteral("a.sig"), "c2ln");
    QCOMPARE(desk.drop->scan(), 1);
    QCOMPARE(desk.bytesOf(QStringLiteral("done/a.json")), QByteArray("{\"of\":\"a\"}"));
    QCOMPARE(desk.bytesOf(QStringLiteral("done/a.2.json")), QByteArray("second"));
    QVERIFY(desk.has(QStringLiteral("done/a.2.sig")));
}

void TestDropFolder::leavesBytesThatCameWhileItWaited()
{
    Desk desk;
    desk.inbox.answerWith(std::nullopt);
    desk.putPair(QStringLiteral("a"));
    QCOMPARE(desk.drop->scan(), 1);
    desk.put(QStringLiteral("a.json"), "another message");
    desk.inbox.answerHeld(InboxVerdict::stored);
    QCOMPARE(desk.bytesOf(QStringLiteral("a.json")), QByteArray("another message"));
    desk.inbox.answerWith(InboxVerdict::stored);
    QCOMPARE(desk.drop->scan(), 1);
    QCOMPARE(desk.inbox.messages().value(1).body, QByteArray("another message"));
    QVERIFY(desk.all().isEmpty());
}

void TestDropFolder::refusesFilesOverTheLimits()
{
    Desk desk;
    desk.put(QStringLiteral("a.json"), QByteArray(DropFolder::bodyLimit + 1, 'x'));
    desk.put(QStringLiteral("a.sig"), "c2ln");
    desk.put(QStringLiteral("b.json"), "{}");
    desk.put(QStringLiteral("b.sig"), QByteArray(DropFolder::signatureLimit + 1, 'A'));
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.inbox.count(), 0);
    QCOMPARE(desk.all(QStringLiteral("refused")).size(), 4);
    QCOMPARE(desk.reports.size(), 2);
}

void TestDropFolder::neverFollowsLinks()
{
    Desk desk;
    QTemporaryDir elsewhere;
    QFile secret(elsewhere.filePath(QStringLiteral("secret")));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(secret.fileName(), desk.folder.filePath(QStringLiteral("a.json"))));
    desk.put(QStringLiteral("a.sig"), "c2ln");
    QVERIFY(desk.folder.mkdir(QStringLiteral("b.json")));
    desk.put(QStringLiteral("b.sig"), "c2ln");
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.inbox.count(), 0);
}

void TestDropFolder::movesNothingThroughALinkedSubfolder()
{
    Desk desk;
    QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), desk.folder.filePath(QStringLiteral("done"))));
    desk.putPair(QStringLiteral("a"));
    QCOMPARE(desk.drop->scan(), 1);
    QVERIFY(QDir(elsewhere.path()).isEmpty());
    QCOMPARE(desk.reports.size(), 1);
    QVERIFY(desk.reports.first().code == ErrorCode::fileUnwritable);
    // It stays, is not handed in again, and moves as soon as it can.
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.reports.size(), 1);
    QVERIFY(QFile::remove(desk.folder.filePath(QStringLiteral("done"))));
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.inbox.count(), 1);
    QVERIFY(desk.has(QStringLiteral("done/a.json")));
}

void TestDropFolder::reportsAMissingFolderOnceAndAnew()
{
    Desk desk;
    const QString path = desk.place.path();
    QVERIFY(QDir().rmdir(path));
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.reports, QList<Error>({Error{ErrorCode::fileUnreadable, path}}));
    QVERIFY(QDir().mkpath(path));
    desk.putPair(QStringLiteral("a"));
    QCOMPARE(desk.drop->scan(), 1);
    QVERIFY(QDir(path).removeRecursively());
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.reports.size(), 2);
}

void TestDropFolder::reportsAnUnreadableFileOnce()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0) QSKIP("The administrator can read every file, so that none is unreadable here.");
#else
    QSKIP("Reading can be forbidden by rights on Unix only.");
#endif
    Desk desk;
    desk.putPair(QStringLiteral("a"));
    desk.putPair(QStringLiteral("b"));
    QVERIFY(QFile::setPermissions(desk.folder.filePath(QStringLiteral("a.json")), {}));
    QCOMPARE(desk.drop->scan(), 1);
    QCOMPARE(desk.drop->scan(), 0);
    QCOMPARE(desk.reports.size(), 1);
    QVERIFY(desk.reports.first().code == ErrorCode::fileUnreadable);
}

void TestDropFolder::survivesAVerdictAfterItsEnd()
{
    Desk desk;
    desk.inbox.answerWith(std::nullopt);
    desk.putPair(QStringLiteral("a"));
    QCOMPARE(desk.drop->scan(), 1);
    desk.drop.reset();
    desk.inbox.answerHeld(InboxVerdict::stored);
    QCOMPARE(desk.all().size(), 2);
}

QTEST_GUILESS_MAIN(TestDropFolder)
#include "tst_dropfolder.moc"
