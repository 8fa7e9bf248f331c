#include "bootstrap/threadexecutor.h"

namespace countersign {

ThreadExecutor::ThreadExecutor(const QString &name)
{
    m_thread.setObjectName(name);
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

ThreadExecutor::~ThreadExecutor()
{
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

void ThreadExecutor::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_context, std::move(work), Qt::QueuedConnection);
}

void ThreadExecutor::runAndWait(const std::function<void()> &work)
{
    QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
}

} // namespace countersign
