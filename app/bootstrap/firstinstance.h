#pragma once

#include <QLocalServer>
#include <QObject>

#include <functional>

class QLocalSocket;

namespace countersign {

/// One window per store: a second program that finds the store locked asks the first one to come to the front, and
/// ends (payout-lifecycle.md section 3, durability). The lock is the store's; this is only the bell, with the name of
/// the file that the second program was asked to open, if any. Window's thread.
class FirstInstance final : public QObject
{
    Q_OBJECT
public:
    /// Listens for a store file, readable by the same user only. Without it nothing but the bell is missing.
    explicit FirstInstance(const QString &storeFile, QObject *parent = nullptr);
    /// Asks the program that holds the store; `asked(true)` when somebody heard it. `file`: absolute, or empty.
    static void ring(const QString &storeFile, const QString &file, QObject *receiver, std::function<void(bool)> asked);

    /// Where it listens, for QLocalSocket.
    [[nodiscard]] QString address() const { return m_server.fullServerName(); }

Q_SIGNALS:
    /// With an absolute path, or empty: only to come to the front.
    void called(const QString &file);

private:
    void listenTo(QLocalSocket *caller);

    QLocalServer m_server;
};

} // namespace countersign
