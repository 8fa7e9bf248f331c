#include "faults/secrets/marks.h"
#include "faults/secrets/spellings.h"
#include "support/flowworld.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>

#include <sys/resource.h>

using namespace countersign;
using namespace countersign::faults;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 200'000;
constexpr qint64 largestFile = 8'000'000; ///< an image of the memory is larger, and nothing else of a run is

/// Without its quotation marks, so that it is found whatever quotes it.
QString bare(const QString &name)
{
    return name.section(u'"', 1, 1);
}

/// What belongs to others: in the store only, and all of it there.
Marks personalMarks()
{
    return {markOf(u"recipient's name"_s, bare(marks::recipientName)),
            markOf(u"refused recipient's name"_s, bare(marks::otherRecipientName)),
            markOfDigits(u"recipient's INN"_s, marks::recipientInn),
            markOfDigits(u"recipient's KPP"_s, marks::recipientKpp),
            markOfDigits(u"recipient's account"_s, marks::recipientAccount),
            markOf(u"note of the address book"_s, marks::recipientNote),
            markOf(u"purpose"_s, marks::purpose),
            markOfAmount(u"amount"_s, marks::amount.toLongLong()),
            markOf(u"template's name"_s, marks::templateName),
            markOf(u"imported file's name"_s, marks::importFile),
            markOf(u"document's number"_s, marks::documentNumber),
            markOf(u"bank's words of an error"_s, marks::bankErrorText),
            markOf(u"reason of an approval"_s, marks::approvalReason),
            markOf(u"reason of a cancel"_s, marks::cancelReason),
            markOf(u"reason of an order"_s, marks::orderReason),
            markOf(u"reason of a freeze"_s, marks::freezeReason),
            markOf(u"reason of its end"_s, marks::liftReason)};
}

/// What stands in the settings because it was entered there, all of it; else in the store only.
Marks ownMarks()
{
    return {markOf(u"operator"_s, marks::operatorName),
            markOf(u"company"_s, bare(marks::companyName)),
            markOfDigits(u"company's INN"_s, marks::companyInn),
            markOfDigits(u"company's KPP"_s, marks::companyKpp),
            markOfDigits(u"own account"_s, marks::senderAccount),
            markOf(u"account's title"_s, marks::accountTitle),
            markOf(u"project"_s, marks::project),
            markOf(u"submerchant"_s, marks::submerchant),
            markOf(u"drop folder"_s, marks::dropFolder)};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s can't be read", qPrintable(path));
    return file.readAll();
}

void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0) qFatal("%s failed", qPrintable(program));
}

/// A run of the marked desk with home, settings, temporary and working folders of its own.
class MarkedRun
{
public:
    explicit MarkedRun(const QString &ending)
    {
        makeKeys();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &folder : {u"HOME"_s, u"TMPDIR"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s,
                                      u"XDG_CACHE_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s}) {
            QDir(m_inside.path()).mkdir(folder);
            environment.insert(folder, m_inside.filePath(folder));
        }
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s); // everything that could be logged
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(m_inside.path());
        m_process.setChildProcessModifier([] {
            const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
            setrlimit(RLIMIT_CORE, &unlimited);
        });
        m_process.start(QStringLiteral(COUNTERSIGN_MARKED_DESK), {m_outside.path(), ending});
        if (!m_process.waitForFinished(patienceMs)) qFatal("the desk did not end");
        m_said = m_process.readAllStandardOutput() + m_process.readAllStandardError();
    }

    [[nodiscard]] bool crashed() const { return m_process.exitStatus() == QProcess::CrashExit; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    [[nodiscard]] QByteArray said() const { return m_said; }
    [[nodiscard]] QByteArray clearKey(const QString &name) const { return contentOf(m_outside.filePath(name)); }

    /// Every file that was left by the desk and by the practice bank that it had started.
    [[nodiscard]] QStringList allFiles() const
    {
        QStringList paths;
        QDirIterator entries(m_inside.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (entries.hasNext())
            paths.append(entries.next());
        return paths;
    }
    /// Without those of the practice bank, which is somebody else.
    [[nodiscard]] QStringList files() const
    {
        QStringList paths = allFiles();
        paths.removeIf(
            [](const QString &path) { return path.contains(u"/bank/"_s) || path.endsWith(u"/bank.script.json"_s); });
        return paths;
    }

private:
    void makeKeys() const
    {
        run(u"openssl"_s, {u"genpkey"_s, u"-quiet"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s,
                           u"rsa_keygen_bits:2048"_s, u"-out"_s, m_outside.filePath(marks::signingKey)});
        run(u"openssl"_s,
            {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s,
             u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, m_outside.filePath(marks::webhookKey),
             u"-out"_s, m_outside.filePath(marks::webhookCertificate)});
    }

    QTemporaryDir m_outside; ///< our keys in the clear, the file that is imported, the drop folder
    QTemporaryDir m_inside;
    QProcess m_process;
    QByteArray m_said;
};

bool isStore(const QString &path)
{
    return path.contains(u"/store/"_s);
}

bool isSettings(const QString &path)
{
    return path.endsWith(u"/profile.json"_s);
}

/// What must lie nowhere: passwords, and what of the keys is not public.
Marks secretsOf(const MarkedRun &run)
{
    return Marks{markOf(u"password"_s, test::TestKey::password()), markOf(u"wrong password"_s, marks::wrongPassword)} +
           marksOfKey(u"signing key"_s, run.clearKey(marks::signingKey)) +
           marksOfKey(u"webhook key"_s, run.clearKey(marks::webhookKey));
}

bool hasFiles(const QStringList &paths, const QString &folder)
{
    return std::ranges::any_of(
        paths, [&](const QString &path) { return path.contains(u'/' + folder + u'/') && QFileInfo(path).size() > 0; });
}

/// Whatever it is called.
bool isImageOfMemory(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s can't be read", qPrintable(path));
    return file.peek(4) == "\x7f"
                           "ELF" ||
           file.size() > largestFile;
}

/// All that was written into the files of one kind, one after the other.
QByteArray contentOfAll(QStringList paths, bool (*isOne)(const QString &))
{
    paths.removeIf([isOne](const QString &path) { return !isOne(path); });
    QByteArray content;
    for (const QString &path : std::as_const(paths))
        content += contentOf(path);
    return content;
}

} // namespace

/// Nothing that is secret, and nothing that is about people, leaves the store (threat-model.md E1, M1).
class Secrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSearchFindsEverySpelling_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("name") << QByteArray("to ООО \"Ясная Отметина\".");
        QTest::addRow("name in JSON") << QByteArray(
            R"({"name":"\u042f\u0441\u043d\u0430\u044f \u041e\u0442\u043c\u0435\u0442\u0438\u043d\u0430"})");
        QTest::addRow("name in an address")
            << QByteArray("/?q=%D0%AF%D1%81%D0%BD%D0%B0%D1%8F%20%D0%9E%D1%82%D0%BC%D0%B5%D1%82%D0%B8%D0%BD%D0%B0");
        QTest::addRow("name in lower-case percents") << QUrl::toPercentEncoding(u"Ясная Отметина"_s).toLower();
        for (const char *before : {"", "a", "ab", "abc"})
            QTest::addRow("name in Base64 after '%s'", before) << (before + u"Ясная Отметина!"_s.toUtf8()).toBase64();
        QTest::addRow("account in groups") << QByteArray("4070 2810 0000 7391 7264");
        QTest::addRow("account in groups with hard spaces")
            << u"4070\u00a02810\u00a00000\u00a07391\u00a07264"_s.toUtf8();
        QTest::addRow("amount in kopecks") << QByteArray("\"amount\":73194856");
        QTest::addRow("amount with a point") << QByteArray("731948.56");
        QTest::addRow("amount with a space") << QByteArray("731 948,56");
        QTest::addRow("amount with a hard space") << u"731\u00a0948,56"_s.toUtf8();
        QTest::addRow("amount with a narrow space") << u"731\u202f948,56"_s.toUtf8();
        QTest::addRow("INN in the memory of Qt") << QByteArray::fromHex("3700370031003600340038003200350039003800");
    }
    void theSearchFindsEverySpelling()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(found(personalMarks(), text).size(), 1);
    }

    void noMarkLiesOutsideTheStore_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addRow("after a run") << u"end"_s;
        QTest::addRow("after a crash") << u"crash"_s;
    }
    void noMarkLiesOutsideTheStore()
    {
        QFETCH(QString, ending);
        const MarkedRun run(ending);
        QVERIFY2(run.crashed() == (ending == u"crash"_s) && (run.crashed() || run.exitCode() == 0),
                 run.said().last(std::min(qsizetype{500}, run.said().size())));
        const Marks secrets = secretsOf(run);
        const QStringList paths = run.files();
        eachMarkIsFoundWhereItBelongs(run, paths);
        if (QTest::currentTestFailed()) return;

        const Marks everything = secrets + personalMarks() + ownMarks();
        QStringList all = found(everything, run.said()).replaceInStrings(QRegularExpression(u"^"_s), u"said: "_s);
        for (const QString &path : paths) {
            const Marks strange = isStore(path) ? secrets : isSettings(path) ? secrets + personalMarks() : everything;
            for (const QString &field : found(strange, contentOf(path)))
                all += path + u": "_s + field;
        }
        QVERIFY2(all.isEmpty(), qPrintable(all.join(u'\n')));
        QByteArray log;
        for (const QString &path : paths)
            if (path.contains(u'/' + marks::logFolder + u'/')) log += contentOf(path);
        for (const char *line : {" starts\n", "countersign.payouts create ", " ended as ok http 200\n",
                                 " stands at review\n", " stands at paid\n", "drop folder: "})
            QVERIFY2(log.contains(line), line); // what went on is told without what it was about
        QVERIFY2(hasFiles(paths, marks::reportFolder) == !run.crashed(), "no report");
        for (const QString &path : run.allFiles())
            QVERIFY2(!isImageOfMemory(path), qPrintable(path));
    }

private:
    /// Else the run did not have them at all, and the search could not find them elsewhere.
    static void eachMarkIsFoundWhereItBelongs(const MarkedRun &run, const QStringList &paths)
    {
        QCOMPARE(missing(personalMarks(), contentOfAll(paths, isStore)).join(u", "_s), QString());
        QCOMPARE(missing(ownMarks(), contentOfAll(paths, isSettings)).join(u", "_s), QString());
        for (const QString &name : {marks::signingKey, marks::webhookKey}) {
            const QByteArray pem = run.clearKey(name);
            const Marks keyMarks = marksOfKey(name, pem);
            QVERIFY(keyMarks.size() > 20);
            const QByteArrayList lines = pem.trimmed().split('\n');
            const QByteArray bytes = QByteArray::fromBase64(lines.sliced(1, lines.size() - 2).join());
            QCOMPARE(missing(keyMarks, pem + bytes).join(u", "_s), QString());
        }
        const QByteArray everything = contentOfAll(paths, [](const QString &) { return true; });
        QVERIFY(everything.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")); // the desk's own copy was searched too
    }
};

QTEST_GUILESS_MAIN(Secrets)
#include "tst_secrets.moc"
