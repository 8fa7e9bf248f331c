#include "faults/crash/crashworld.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

QString quickFolder()
{
    return (QDir(u"/dev/shm"_s).exists() ? u"/dev/shm"_s : QDir::tempPath()) + u"/countersign-XXXXXX"_s;
}

void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0) {
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    }
}

void makeKey(const QString &file, const QString &publicFile)
{
    run(u"openssl"_s, {u"genpkey"_s, u"-quiet"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s,
                       u"-out"_s, file});
    run(u"openssl"_s, {u"pkey"_s, u"-in"_s, file, u"-pubout"_s, u"-out"_s, publicFile});
}

QStringList filesOf(const QString &store)
{
    return {store, store + u"-wal"_s, store + u"-shm"_s};
}

} // namespace

CrashKeys::CrashKeys()
{
    makeKey(privateFile(), publicFile());
    makeKey(m_folder.filePath(u"bank_key.pem"_s), m_folder.filePath(u"bank_public_key.pem"_s));
}

void CrashKeys::giveToBank(const QString &folder) const
{
    QDir().mkpath(folder);
    for (const QString &name : {u"bank_key.pem"_s, u"bank_public_key.pem"_s}) {
        if (!QFile::copy(m_folder.filePath(name), folder + u'/' + name)) qFatal("no key for the bank");
    }
}

CrashWorld::CrashWorld(const CrashKeys &keys)
    : m_folder(quickFolder()), m_keys(keys),
      m_bank({.folder = m_folder.filePath(u"bank"_s),
              .partnerKeyFile = keys.publicFile(),
              .tls = false,
              .script = {},
              .options = {u"--check-seconds"_s, u"0.03"_s, u"--execute-seconds"_s, u"0.03"_s}})
{
    keys.giveToBank(m_folder.filePath(u"bank"_s));
    m_bank.start();
    m_wire = std::make_unique<BankWire>(m_bank.url());
    m_desk.setProcessChannelMode(QProcess::SeparateChannels);
    m_desk.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

CrashWorld::~CrashWorld()
{
    m_desk.kill();
    m_desk.waitForFinished(patienceMs);
}

void CrashWorld::begin(const QString &crash, int wanted)
{
    QStringList arguments{u"--folder"_s,    m_folder.path(),           u"--bank"_s,     m_wire->url().toString(),
                          u"--control"_s,   m_bank.url().toString(),   u"--bank-key"_s, m_bank.publicKeyFile(),
                          u"--key"_s,       m_keys.privateFile(),      u"--payouts"_s,  QString::number(wanted),
                          u"--cancelled"_s, QString::number(cancelled)};
    if (!crash.isEmpty()) arguments += {u"--crash"_s, crash};
    if (imports) arguments += u"--imports"_s;
    if (lifts) arguments += u"--lifts"_s;
    m_desk.start(QStringLiteral(COUNTERSIGN_CRASH_DESK), arguments);
    if (!m_desk.waitForStarted(patienceMs)) qFatal("no desk: %s", qPrintable(m_desk.errorString()));
}

CrashWorld::Ending CrashWorld::wait()
{
    if (!QTest::qWaitFor([this] { return m_desk.state() == QProcess::NotRunning; }, patienceMs)) m_desk.kill();
    m_lastWords = QString::fromUtf8(m_desk.readAllStandardError());
    if (m_desk.exitStatus() == QProcess::CrashExit) {
        return m_desk.exitCode() == SIGKILL ? Ending::killed : Ending::other;
    }
    switch (m_desk.exitCode()) {
    case DeskEnd::finished:
        return Ending::finished;
    case DeskEnd::frozen:
        return Ending::frozen;
    case DeskEnd::stuck:
        return Ending::stuck;
    case DeskEnd::notOpened:
        return Ending::notOpened;
    default:
        m_lastWords += u"exit code %1"_s.arg(m_desk.exitCode());
        return Ending::other;
    }
}

CrashWorld::Ending CrashWorld::live(const QString &crash)
{
    begin(crash, payouts);
    return wait();
}

CrashWorld::Ending CrashWorld::liveFor(std::chrono::milliseconds time)
{
    begin({}, payouts);
    QTimer death; // ends with this life, whoever is first
    QObject::connect(&death, &QTimer::timeout, &m_desk, &QProcess::kill);
    death.setSingleShot(true);
    death.start(time);
    return wait();
}

CrashWorld::Ending CrashWorld::liveUntilCut(const QString &kind, BankWire::Cut cut)
{
    m_wire->cutAt(kind, cut, [this] { m_desk.kill(); });
    begin({}, payouts);
    return wait();
}

CrashWorld::Ending CrashWorld::openStore(const QString &crash)
{
    begin(crash, 0);
    return wait();
}

void CrashWorld::keepCopy() const
{
    for (const QString &file : filesOf(store()))
        QFile::copy(file, file + u".kept"_s);
}

void CrashWorld::putCopyBack()
{
    for (const QString &file : filesOf(store())) {
        QString lost = file;
        lost.replace(u"store.sqlite"_s, u"lost.sqlite"_s);
        QFile::rename(file, lost);
        QFile::rename(file + u".kept"_s, file);
    }
    m_lostStores.append(m_folder.filePath(u"lost.sqlite"_s));
}

QString CrashWorld::violations(bool settled) const
{
    QFile ledger(m_folder.filePath(u"bank/ledger.jsonl"_s));
    if (!ledger.open(QIODevice::ReadOnly)) return u"the ledger can't be read"_s;
    QByteArray entries = ledger.readAll();
    if (!settled) entries.truncate(entries.lastIndexOf('\n') + 1); // the bank lives, and may be writing its next one
    const QList<Violation> found = findViolations({.store = store(),
                                                   .lostStores = m_lostStores,
                                                   .journal = m_folder.filePath(u"journal/sends.journal"_s),
                                                   .ledger = entries,
                                                   .wire = m_wire->calls(),
                                                   .settled = settled});
    QStringList lines;
    for (const Violation &violation : found)
        lines.append(violation.rule + u": "_s + violation.what);
    return lines.join(u'\n');
}

} // namespace countersign::faults
