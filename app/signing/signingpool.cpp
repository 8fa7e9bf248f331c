#include "signing/signingpool.h"

#include <QThread>

namespace countersign {

SigningPool::SigningPool(const Signer &signer, QObject *parent) : QObject(parent), m_signer(signer)
{
    m_threads.setObjectName(QStringLiteral("signing"));
    m_threads.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
}

SigningPool::~SigningPool()
{
    m_threads.clear();
    m_threads.waitForDone();
}

void SigningPool::sign(const QByteArray &body, Done done)
{
    m_threads.start([this, body, done = std::move(done)] {
        auto signature = m_signer.sign(body);
        QMetaObject::invokeMethod(
            this, [done, signature = std::move(signature)] { done(signature); }, Qt::QueuedConnection);
    });
}

} // namespace countersign
