#pragma once

#include "config/setupdesk.h"
#include "ports/executor.h"
#include "signing/signers.h"

#include <functional>

namespace countersign {

/// The lock on a run's signing key. The key file is opened on a thread of its own, since that takes half a second.
class RunKeyLock final : public KeyLock
{
    Q_OBJECT
public:
    /// `onChange` is called on the key thread after the key was unlocked, on the caller's after lock(). A key that
    /// `accepts` refuses stays locked.
    RunKeyLock(LockableSigner &signer, QString keyFile, Executor &keyThread, std::function<void()> onChange,
               KeyAcceptance accepts = {}, QObject *parent = nullptr);

    [[nodiscard]] bool isLocked() const override;
    QFuture<Result<>> unlock(QString password) override;
    void lock() override;

private:
    LockableSigner &m_signer;
    QString m_keyFile;
    Executor &m_keyThread;
    std::function<void()> m_onChange;
    KeyAcceptance m_accepts;
};

} // namespace countersign
