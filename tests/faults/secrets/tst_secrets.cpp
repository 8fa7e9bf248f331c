#include "faults/secrets/marks.h"
#include "support/flowworld.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

#include <csignal>
#include <sys/resource.h>

using namespace countersign;
using namespace countersign::faults;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 200'000;

struct Mark
{
    QString name;
    QByteArray bytes;
};
using Marks = QList<Mark>;

/// As it is stored in files, and as it lies in the memory of Qt.
void add(Marks &marks, const QString &name, const QString &text)
{
    marks.append({name, text.toUtf8()});
    marks.append({name + u" in UTF-16"_s,
                  QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype{sizeof(char16_t)})});
}

/// What must lie nowhere: passwords, and what of the key is not public.
Marks secretsOf(const QByteArray &clearPem)
{
    Marks marks;
    add(marks, u"password"_s, test::TestKey::password());
    add(marks, u"wrong password"_s, marks::wrongPassword);
    QByteArrayList lines = clearPem.trimmed().split('\n');
    lines.removeFirst();
    lines.removeLast();
    for (qsizetype i = lines.size() / 2; i < lines.size() - 1; ++i) // the public numbers stand in the first half
        marks.append({u"line %1 of the key"_s.arg(i), lines[i]});
    const QByteArray der = QByteArray::fromBase64(lines.join());
    for (qsizetype at = der.size() / 2; at + 32 <= der.size(); at += 64) {
        marks.append({u"the key's bytes from %1"_s.arg(at), der.sliced(at, 32)});
        marks.append({u"the key's bytes from %1 in hexadecimal"_s.arg(at), der.sliced(at, 32).toHex()});
    }
    return marks;
}

/// What belongs to others: in the store only.
Marks personalMarks()
{
    Marks marks;
    add(marks, u"recipient's name"_s, marks::recipientName);
    add(marks, u"recipient's name without quotation marks"_s, u"Ясная Отметина"_s);
    add(marks, u"refused recipient's name"_s, u"Тусклая Отметина"_s);
    add(marks, u"recipient's account"_s, marks::recipientAccount);
    add(marks, u"recipient's INN"_s, marks::recipientInn);
    add(marks, u"purpose"_s, marks::purpose);
    add(marks, u"amount"_s, marks::amount);
    add(marks, u"typed amount"_s, marks::typedAmount);
    add(marks, u"reason"_s, marks::reason);
    return marks;
}

/// What stands in the settings because it was entered there; else in the store only.
Marks ownMarks()
{
    Marks marks;
    add(marks, u"operator"_s, marks::operatorName);
    add(marks, u"company"_s, u"Меченая Компания"_s);
    add(marks, u"own account"_s, marks::senderAccount);
    return marks;
}

QStringList found(const Marks &marks, const QByteArray &where, const QString &place)
{
    QStringList names;
    for (const Mark &mark : marks) {
        if (where.contains(mark.bytes)) names.append(place + u": "_s + mark.name);
    }
    return names;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s can't be read", qPrintable(path));
    return file.readAll();
}

/// A run of the marked desk with home, settings, temporary and working folders of its own.
class MarkedRun
{
public:
    explicit MarkedRun(const QString &ending)
    {
        m_clearKey = m_outside.filePath(u"clear.pem"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"genpkey"_s, u"-quiet"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s,
                                     u"rsa_keygen_bits:2048"_s, u"-out"_s, m_clearKey});
        if (!openssl.waitForFinished(patienceMs) || openssl.exitCode() != 0) qFatal("no key");
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
        m_process.start(QStringLiteral(COUNTERSIGN_MARKED_DESK), {m_clearKey, ending});
        if (!m_process.waitForFinished(patienceMs)) qFatal("the desk did not end");
        m_said = m_process.readAllStandardOutput() + m_process.readAllStandardError();
    }

    [[nodiscard]] bool crashed() const { return m_process.exitStatus() == QProcess::CrashExit; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    [[nodiscard]] QByteArray said() const { return m_said; }
    [[nodiscard]] QByteArray clearKey() const { return contentOf(m_clearKey); }

    /// Every file that the desk left, without those of the practice bank, which is somebody else.
    [[nodiscard]] QStringList files() const
    {
        QStringList paths;
        QDirIterator entries(m_inside.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = entries.next();
            if (!path.contains(u"/bank/"_s)) paths.append(path);
        }
        return paths;
    }

private:
    QTemporaryDir m_outside;
    QTemporaryDir m_inside;
    QString m_clearKey;
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

bool hasFiles(const QStringList &paths, const QString &folder)
{
    return std::ranges::any_of(
        paths, [&](const QString &path) { return path.contains(u'/' + folder + u'/') && QFileInfo(path).size() > 0; });
}

} // namespace

/// Nothing that is secret, and nothing that is about people, leaves the store (threat-model.md E1, M1).
class Secrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        QVERIFY2(run.crashed() == (ending == u"crash"_s) && (run.crashed() || run.exitCode() == 0), run.said());
        const Marks secrets = secretsOf(run.clearKey());
        const Marks personal = personalMarks();
        const Marks own = ownMarks();
        QStringList all = found(secrets + personal + own, run.said(), u"what was said"_s);
        const QStringList paths = run.files();
        bool wereStored = false;
        bool wereSet = false;
        for (const QString &path : paths) {
            const QByteArray content = contentOf(path);
            all += found(secrets, content, path);
            if (isStore(path)) {
                wereStored = wereStored || !found(personal, content, path).isEmpty();
                continue;
            }
            all += found(personal, content, path);
            if (isSettings(path)) {
                wereSet = wereSet || !found(own, content, path).isEmpty();
                continue;
            }
            all += found(own, content, path);
        }
        QVERIFY2(all.isEmpty(), qPrintable(all.join(u'\n')));
        QVERIFY(wereStored); // the search can find them
        QVERIFY(wereSet);
        QByteArray log;
        for (const QString &path : paths)
            if (path.contains(u'/' + marks::logFolder + u'/')) log += contentOf(path);
        for (const char *line : {" starts\n", "countersign.payouts create ", " ended as ok http 200\n",
                                 " stands at review\n", " stands at paid\n"})
            QVERIFY2(log.contains(line), line); // what went on is told without what it was about
        QVERIFY2(hasFiles(paths, marks::reportFolder) == !run.crashed(), "no report");
        QVERIFY2(
            std::ranges::none_of(paths, [](const QString &path) { return QFileInfo(path).fileName() == u"core"_s; }),
            "a core file");
    }
};

QTEST_GUILESS_MAIN(Secrets)
#include "tst_secrets.moc"
