#pragma once

#include <QLocalServer>
#include <QObject>

#include <functional>

namespace countersign {

/// One window per store: a second program that finds the store locked asks the first one to come to the front, and
/// ends (payout-lifecycle.md section 3, durability). The lock is the store's; this is only the bell. Window's thread.
class FirstInstance final : public QObject
{
    Q_OBJECT
public:
    /// Listens for a store file, readable by the same user only. Without it nothing but the bell is missing.
    explicit FirstInstance(const QString &storeFile, QObject *parent = nullptr);
    /// Asks the program that holds the store; `asked(true)` when somebody heard it.
    static void ring(const QString &storeFile, QObject *receiver, std::function<void(bool)> asked);

Q_SIGNALS:
    void called();

private:
    QLocalServer m_server;
};

} // namespace countersign
