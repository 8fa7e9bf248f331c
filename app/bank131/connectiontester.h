#pragma once

#include "bank131/signedpost.h"
#include "ports/connectiontest.h"

#include <QHostInfo>
#include <QPointer>
#include <QTimer>

class QSslSocket;

namespace countersign {

/// Name, connection and TLS by a socket of its own, which ends without a byte of a request; then one `session/status`
/// of a session that can't exist. That question is harmless: it reads, names no payout and no account, and the answer
/// tells whether the bank knew the project (else identification_error) and took the signature (else
/// authentication_error); any other answer of the bank comes from behind both checks (bank131-api.md 9.2).
class ConnectionTester final : public QObject, public ConnectionTest
{
    Q_OBJECT

public:
    /// `signer` outlives it.
    ConnectionTester(TransportOptions options, const Signer &signer, QObject *parent = nullptr);

    void run(Done done) override;

private:
    void reachHost();
    void lookedUp(const QHostInfo &info);
    void connectSocket();
    void socketFailed();
    void askBank();
    void set(ConnectionStep step, StepOutcome outcome, const QString &detail = {});
    void finish();

    TransportOptions m_options;
    SignedPost m_post;
    QPointer<QSslSocket> m_socket;
    QTimer m_patience; ///< for name, connection and TLS together
    QList<StepResult> m_steps;
    ConnectionStep m_current = ConnectionStep::nameLookup;
    Done m_done;
};

/// What an answer (or its absence) says about project and signature.
struct AccessReading
{
    StepOutcome project = StepOutcome::unclear;
    StepOutcome signature = StepOutcome::unclear;
    QString detail;
    friend bool operator==(const AccessReading &, const AccessReading &) = default;
};
[[nodiscard]] AccessReading readAccess(const TransportReply &reply);

} // namespace countersign
