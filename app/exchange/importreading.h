#pragma once

#include "exchange/importsheet.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>

namespace countersign {

using ImportResult = Result<std::shared_ptr<const ImportSheet>>;

/// Reads and checks a file; the format shows in its first bytes. Blocks; any thread.
/// Errors: those of readImportSource; fileNotUnderstood (detail: what is wrong with it: neither of the three formats, a
/// damaged or encrypted workbook, a document type in its XML, a bomb), cancelled.
[[nodiscard]] ImportResult readImport(const QString &path, const ImportChoices &choices, const ImportRules &rules,
                                      ReadingProgress &progress);
/// The same for bytes that are already there.
[[nodiscard]] ImportResult readImport(ImportSource source, const ImportChoices &choices, const ImportRules &rules,
                                      ReadingProgress &progress);

/// Passes progress on to a future, whose cancel() stops the reading.
template <class T>
class PromiseProgress final : public ReadingProgress
{
public:
    explicit PromiseProgress(QPromise<T> &promise) : m_promise(promise) {}
    [[nodiscard]] bool reached(int permille) override
    {
        m_promise.setProgressValue(permille);
        return !m_promise.isCanceled();
    }

private:
    QPromise<T> &m_promise;
};

/// Does work that tells its progress on a thread of the pool. Progress is the future's (0 to 1000); QFuture::cancel()
/// stops it soon, and it brings no result then.
template <class T>
[[nodiscard]] QFuture<T> startReading(QThreadPool &pool, std::function<T(ReadingProgress &)> work)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->setProgressRange(0, 1000);
    promise->start();
    pool.start([promise, work = std::move(work)] {
        PromiseProgress<T> progress(*promise);
        promise->addResult(work(progress));
        promise->finish();
    });
    return promise->future();
}

} // namespace countersign
