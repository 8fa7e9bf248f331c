#include "bootstrap/runkeylock.h"

#include "ports/runon.h"

namespace countersign {

RunKeyLock::RunKeyLock(LockableSigner &signer, QString keyFile, Executor &keyThread, std::function<void()> onChange,
                       KeyAcceptance accepts, QObject *parent)
    : KeyLock(parent), m_signer(signer), m_keyFile(std::move(keyFile)), m_keyThread(keyThread),
      m_onChange(std::move(onChange)), m_accepts(std::move(accepts))
{
}

bool RunKeyLock::isLocked() const
{
    return m_signer.isLocked();
}

QFuture<Result<>> RunKeyLock::unlock(QString password)
{
    // std::function wants copies; the secret itself is never copied.
    auto secret = std::make_shared<SecretBytes>(SecretBytes::fromText(password));
    password.fill(QChar(0));
    return runOn<void>(m_keyThread, [this, secret]() -> Result<> {
        const auto unlocked = m_signer.unlock(m_keyFile, std::move(*secret), m_accepts);
        if (unlocked) {
            m_onChange();
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT changed(); }, Qt::QueuedConnection);
        }
        return unlocked;
    });
}

void RunKeyLock::lock()
{
    m_signer.lock();
    m_onChange();
    Q_EMIT changed();
}

} // namespace countersign
