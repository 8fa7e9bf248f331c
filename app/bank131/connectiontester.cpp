#include "bank131/connectiontester.h"

#include "bank131/bank131protocol.h"
#include "bank131/httpexchange.h"
#include "bank131/jsonscanner.h"
#include "bank131/sessionreader.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QSslCipher>
#include <QSslSocket>

namespace countersign {

namespace {

/// The bank's ids are "ps_" and digits; this one can never be given out.
constexpr QLatin1String impossibleSession("ps_connection-test");

bool isPlain(const TransportOptions &options)
{
    return options.baseUrl.scheme() == u"http";
}

QString errorText(const BankError &error)
{
    return error.description.isEmpty() ? error.code : error.code + QStringLiteral(": ") + error.description;
}

} // namespace

AccessReading readAccess(const TransportReply &reply)
{
    if (reply.failure != TransportReply::Failure::none) return {.detail = reply.failureText};
    const QString http = QStringLiteral("HTTP %1").arg(reply.httpStatus);
    const auto answer = scanJson(reply.body);
    if (!answer) return {.detail = http};
    const auto error = readError(answer->given("error"));
    const JsonValue *status = answer->given("status");
    const bool says = error || (status && status->text() == u"ok");
    if (!says || reply.httpStatus >= 500) return {.detail = error ? errorText(*error) : http};
    using enum StepOutcome;
    if (!error) return {works, works, http};
    if (error->code == u"identification_error") return {fails, notTried, errorText(*error)};
    if (error->code == u"authentication_error") return {works, fails, errorText(*error)};
    if (error->code == u"authorization_error") return {fails, works, errorText(*error)};
    return {works, works, errorText(*error)};
}

ConnectionTester::ConnectionTester(TransportOptions options, const Signer &signer, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_post(m_options, signer)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        set(m_current, StepOutcome::fails, QStringLiteral("no answer in time"));
        finish();
    });
}

void ConnectionTester::run(Done done)
{
    m_done = std::move(done);
    m_steps.clear();
    for (int step = 0; step < connectionStepCount; ++step)
        m_steps.append({static_cast<ConnectionStep>(step), {}, {}});
    for (StepResult &step : m_steps)
        step.outcome = StepOutcome::notTried;
    m_patience.start(m_options.connectTimeout);
    QTimer::singleShot(0, this, &ConnectionTester::reachHost);
}

void ConnectionTester::reachHost()
{
    m_current = ConnectionStep::nameLookup;
    const QUrl &url = m_options.baseUrl;
    const bool proxied =
        !isLoopback(url) &&
        QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)).value(0).type() != QNetworkProxy::NoProxy;
    if (!proxied && QHostAddress(url.host()).isNull()) {
        QHostInfo::lookupHost(url.host(), this, &ConnectionTester::lookedUp);
        return;
    }
    set(ConnectionStep::nameLookup, StepOutcome::notNeeded);
    if (!proxied) return connectSocket();
    set(ConnectionStep::connection, StepOutcome::notNeeded, QStringLiteral("proxy"));
    set(ConnectionStep::tls, StepOutcome::notNeeded, QStringLiteral("proxy"));
    askBank();
}

void ConnectionTester::lookedUp(const QHostInfo &info)
{
    if (!m_done || m_current != ConnectionStep::nameLookup) return;
    if (info.addresses().isEmpty()) {
        set(ConnectionStep::nameLookup, StepOutcome::fails, info.errorString());
        return finish();
    }
    set(ConnectionStep::nameLookup, StepOutcome::works, info.addresses().first().toString());
    connectSocket();
}

void ConnectionTester::connectSocket()
{
    m_current = ConnectionStep::connection;
    auto *socket = new QSslSocket(this);
    m_socket = socket;
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setSslConfiguration(makeTlsConfiguration(m_options));
    connect(socket, &QSslSocket::errorOccurred, this, &ConnectionTester::socketFailed);
    connect(socket, &QSslSocket::connected, this, [this, socket] {
        set(ConnectionStep::connection, StepOutcome::works, socket->peerAddress().toString());
        m_current = ConnectionStep::tls;
        if (!isPlain(m_options)) return socket->startClientEncryption();
        set(ConnectionStep::tls, StepOutcome::notNeeded, QStringLiteral("http"));
        askBank();
    });
    connect(socket, &QSslSocket::encrypted, this, [this, socket] {
        const QSslCertificate server = socket->peerCertificate();
        if (!pinsAllow(m_options.serverKeyPins, server)) {
            set(ConnectionStep::tls, StepOutcome::fails, QStringLiteral("server key %1").arg(serverKeyPin(server)));
            return finish();
        }
        set(ConnectionStep::tls, StepOutcome::works, socket->sessionCipher().name());
        askBank();
    });
    const quint16 port = static_cast<quint16>(m_options.baseUrl.port(isPlain(m_options) ? 80 : 443));
    socket->setPeerVerifyName(m_options.baseUrl.host());
    socket->connectToHost(m_options.baseUrl.host(), port);
}

void ConnectionTester::socketFailed()
{
    if (m_current != ConnectionStep::connection && m_current != ConnectionStep::tls) return;
    set(m_current, StepOutcome::fails, m_socket->errorString());
    finish();
}

void ConnectionTester::askBank()
{
    m_current = ConnectionStep::project;
    m_patience.stop();
    if (m_socket) m_socket->disconnect(this);
    const Bank131Protocol protocol;
    m_post.ask(protocol.path(CallKind::status), protocol.statusBody(QString(impossibleSession)),
               [this](const Result<TransportReply> &reply) {
                   if (reply) {
                       const AccessReading access = readAccess(*reply);
                       set(ConnectionStep::project, access.project, access.detail);
                       set(ConnectionStep::signature, access.signature, access.detail);
                   } else {
                       const bool signing = reply.error().code != ErrorCode::settingsInvalid;
                       set(signing ? ConnectionStep::signature : ConnectionStep::project, StepOutcome::fails,
                           errorCodeName(reply.error().code));
                   }
                   finish();
               });
}

void ConnectionTester::set(ConnectionStep step, StepOutcome outcome, const QString &detail)
{
    m_steps[static_cast<qsizetype>(step)] = {step, outcome, detail};
}

void ConnectionTester::finish()
{
    m_patience.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->deleteLater();
    }
    if (const Done done = std::exchange(m_done, nullptr)) done(m_steps);
}

} // namespace countersign
