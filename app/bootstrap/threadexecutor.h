#pragma once

#include "ports/executor.h"

#include <QObject>
#include <QThread>

namespace countersign {

/// A thread with an event loop that runs what is posted to it. Ends with its last work done when it is destroyed.
class ThreadExecutor final : public Executor
{
public:
    explicit ThreadExecutor(const QString &name);
    ~ThreadExecutor() override;

    void post(std::function<void()> work) override;
    /// Runs `work` there and waits for it. Never call it from that thread itself.
    void runAndWait(const std::function<void()> &work);
    /// Lives in the thread; for timers and sockets that belong there.
    [[nodiscard]] QObject *context() { return &m_context; }

private:
    QThread m_thread;
    QObject m_context;
};

} // namespace countersign
