#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace countersign {

/// Calls `callback(result)` on the receiver's thread when the future has finished; never when the receiver is gone or
/// the future was cancelled. The one way in which windows consume futures (QFuture::then() breaks when its context
/// dies first).
template <class T, class Callback>
void watch(const QFuture<T> &future, QObject *receiver, Callback callback)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, call = std::move(callback)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) call(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace countersign
