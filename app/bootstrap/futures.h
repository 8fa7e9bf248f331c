#pragma once

#include <QFutureWatcher>

namespace countersign {

/// Calls `callback(result)` on the receiver's thread when the future has finished; never when the receiver is gone.
template <class T, class Callback>
void whenDone(const QFuture<T> &future, QObject *receiver, Callback callback)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, call = std::move(callback)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) call(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace countersign
