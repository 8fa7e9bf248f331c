#include "faults/load/deskprocess.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <csignal>
#include <sys/prctl.h>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

DeskProcess::DeskProcess(const test::TestKey &key) : m_profiles(m_folder.path())
{
    m_profile = newProfile(u"load"_s, Environment::practice);
    m_profile.operatorName = u"Анна Петрова"_s;
    m_profile.companyName = u"ABC LLC"_s;
    m_profile.companyInn = u"3316004790"_s;
    m_profile.companyKpp = u"156605101"_s;
    m_profile.accounts = {{u"40702810300200000013"_s, u"049205131"_s, QString()}};
    m_profile.projectId = u"practice"_s;
    m_profile.bankUrl = QUrl(u"http://127.0.0.1:9"_s); // nobody is there, and nothing is sent
    m_profile.keyFile = key.privateFile();
    m_profile.bankPublicKeyFiles = {key.publicFile()};
    m_profile.webhook.enabled = true;
    m_profile.webhook.port = 0;
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

DeskProcess::~DeskProcess()
{
    kill();
}

void DeskProcess::start()
{
    m_profile.webhook.port = static_cast<quint16>(m_address.port(0));
    if (!m_profiles.save(m_profile)) qFatal("the profile can't be saved");
    m_process.start(QStringLiteral(COUNTERSIGN_LOAD_DESK), {m_folder.path(), m_profile.name});
    QByteArray line;
    while (!line.endsWith('\n') && m_process.waitForReadyRead(patienceMs))
        line += m_process.readLine();
    m_address = QUrl(QString::fromUtf8(line.trimmed()));
    if (m_address.port() <= 0) qFatal("the desk does not listen: %s", m_process.readAllStandardError().constData());
}

void DeskProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

qint64 DeskProcess::memoryKiB() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:")) return line.mid(6).trimmed().chopped(3).toLongLong();
    }
    return 0;
}

int DeskProcess::openFiles() const
{
    const QDir descriptors(u"/proc/%1/fd"_s.arg(m_process.processId()));
    return static_cast<int>(descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

std::set<QByteArray> DeskProcess::storedMessages() const
{
    std::set<QByteArray> digests;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"messages"_s);
        database.setDatabaseName(m_profiles.paths(m_profile.name).storeFile);
        QSqlQuery query = database.open() ? QSqlQuery(u"SELECT body_sha256 FROM inbox"_s, database) : QSqlQuery();
        if (!query.isActive()) qFatal("the store can't be read: %s", qPrintable(database.lastError().text()));
        while (query.next())
            digests.insert(query.value(0).toByteArray());
    }
    QSqlDatabase::removeDatabase(u"messages"_s);
    return digests;
}

} // namespace countersign::faults
