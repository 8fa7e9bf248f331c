#pragma once

#include "core/error.h"
#include "ports/executor.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace countersign {

/// Runs `work` on that thread; the future carries what it returns.
template <class T>
[[nodiscard]] QFuture<Result<T>> runOn(Executor &thread, std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    auto future = promise->future();
    promise->start();
    thread.post([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace countersign
