#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QUrl>

namespace countersign::test {

/// The practice bank as a program of its own, over real sockets. Keeps its port over a restart, as a bank does.
class BankProcess
{
public:
    struct Settings
    {
        QString folder;         ///< its ledger and keys; the same folder goes on where it stopped
        QString partnerKeyFile; ///< our public key
        QString project = QStringLiteral("practice");
        bool tls = false;
        QJsonObject script;  ///< app/demobank/README.md
        QStringList options; ///< further options, such as times
    };
    explicit BankProcess(Settings settings);
    ~BankProcess();

    /// Returns when the bank listens; ends the test program when it does not. `webhookUrl` may be empty.
    void start(const QString &webhookUrl = {});
    /// SIGKILL: nothing is written any more, nobody is told.
    void kill();

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QString publicKeyFile() const { return m_publicKeyFile; }
    [[nodiscard]] QString ledgerFile() const { return m_settings.folder + QStringLiteral("/ledger.jsonl"); }
    [[nodiscard]] QString certificateFile() const { return m_certificateFile; }

    /// Carries out a command of the practice bank's control address; its answer.
    QJsonObject control(const QJsonObject &command);
    void addRule(const char *json);
    /// What the bank's own ledger says, as `countersign-demo-bank --ledger` prints it; entries of one event only.
    [[nodiscard]] QList<QJsonObject> ledger(QLatin1String event) const;
    /// How many calls of that name reached the bank: "create", "start", "confirm", "cancel", "status".
    [[nodiscard]] qsizetype callsSeen(QLatin1String call) const;

private:
    Settings m_settings;
    QProcess m_process;
    QUrl m_url;
    QString m_publicKeyFile;
    QString m_certificateFile;
};

} // namespace countersign::test
