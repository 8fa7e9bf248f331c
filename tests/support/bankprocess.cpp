#include "support/bankprocess.h"

#include "support/rawhttp.h"

#include <QFile>
#include <QJsonDocument>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace countersign::test {

namespace {

constexpr int patienceMs = 20'000;

QString program()
{
    return QStringLiteral(COUNTERSIGN_DEMO_BANK);
}

} // namespace

BankProcess::BankProcess(Settings settings) : m_settings(std::move(settings))
{
#ifdef Q_OS_LINUX
    // A test program that dies must not leave a bank behind.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
}

BankProcess::~BankProcess()
{
    kill();
}

void BankProcess::start(const QString &webhookUrl)
{
    const QString listen = QStringLiteral("127.0.0.1:%1").arg(m_url.port(0));
    QStringList arguments{QStringLiteral("--listen"),      listen,
                          QStringLiteral("--data"),        m_settings.folder,
                          QStringLiteral("--project"),     m_settings.project,
                          QStringLiteral("--partner-key"), m_settings.partnerKeyFile};
    if (m_settings.tls) arguments += QStringLiteral("--tls");
    if (!webhookUrl.isEmpty()) arguments += {QStringLiteral("--webhook"), webhookUrl};
    if (!m_settings.script.isEmpty()) {
        QFile script(m_settings.folder + QStringLiteral(".script.json"));
        if (!script.open(QIODevice::WriteOnly)) qFatal("the script can't be written");
        script.write(QJsonDocument(m_settings.script).toJson());
        arguments += {QStringLiteral("--script"), script.fileName()};
    }
    m_process.start(program(), arguments + m_settings.options);
    QByteArray line;
    while (!line.endsWith('\n') && m_process.waitForReadyRead(patienceMs))
        line += m_process.readLine();
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    m_url = QUrl(said.value(QLatin1String("url")).toString());
    m_publicKeyFile = said.value(QLatin1String("bank_public_key")).toString();
    m_certificateFile = said.value(QLatin1String("certificate")).toString();
    if (m_url.isEmpty()) qFatal("the bank did not start: %s", m_process.readAllStandardError().constData());
}

void BankProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

QJsonObject BankProcess::control(const QJsonObject &command)
{
    QUrl address = m_url;
    address.setPath(QStringLiteral("/practice/control"));
    const RawReply reply = rawPost(address, {"Content-Type: application/json"},
                                   QJsonDocument(command).toJson(QJsonDocument::Compact), m_certificateFile);
    if (reply.status != 200) qFatal("the bank refused: %d %s", reply.status, reply.body.constData());
    return QJsonDocument::fromJson(reply.body).object();
}

void BankProcess::addRule(const char *json)
{
    const QJsonDocument rule = QJsonDocument::fromJson(json);
    if (!rule.isObject()) qFatal("not a rule: %s", json);
    control({{QStringLiteral("command"), QStringLiteral("add_rule")}, {QStringLiteral("rule"), rule.object()}});
}

QList<QJsonObject> BankProcess::ledger(QLatin1String event) const
{
    QProcess reader;
    reader.start(program(), {QStringLiteral("--data"), m_settings.folder, QStringLiteral("--ledger")});
    if (!reader.waitForFinished(patienceMs) || reader.exitCode() != 0) qFatal("the ledger can't be read");
    QList<QJsonObject> entries;
    const QList<QByteArray> lines = reader.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (entry.value(QLatin1String("event")).toString() == event) entries.append(entry);
    }
    return entries;
}

qsizetype BankProcess::callsSeen(QLatin1String call) const
{
    const QList<QJsonObject> requests = ledger(QLatin1String("request_seen"));
    return std::count_if(requests.begin(), requests.end(), [call](const QJsonObject &request) {
        return request.value(QLatin1String("call")).toString() == call;
    });
}

} // namespace countersign::test
