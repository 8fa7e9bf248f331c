#pragma once

#include "directory/directorydesk.h"

#include <QPromise>

namespace countersign {

/// A DirectoryDesk that a test writes the script of; it answers at once.
class FakeDirectoryDesk : public DirectoryDesk
{
public:
    using DirectoryDesk::DirectoryDesk;

    KeptDirectory present;
    QDate day{2026, 11, 22};
    Result<OfferedDirectory> offer = fail(ErrorCode::networkFailed, QStringLiteral("timeout"));
    Result<> takeAnswer;
    QStringList acts; ///< "fetch", "read PATH", "take: WORDS"

    [[nodiscard]] KeptDirectory inForce() const override { return present; }
    [[nodiscard]] QString address() const override { return QStringLiteral("https://bank.example/directory"); }
    [[nodiscard]] QDate today() const override { return day; }
    QFuture<Result<OfferedDirectory>> fetch() override
    {
        acts += QStringLiteral("fetch");
        return answered(offer);
    }
    QFuture<Result<OfferedDirectory>> readFile(QString path) override
    {
        acts += QStringLiteral("read ") + path;
        return answered(offer);
    }
    QFuture<Result<>> take(OfferedDirectory offered, QString acceptance) override
    {
        acts += QStringLiteral("take: ") + acceptance;
        if (takeAnswer) {
            present = {offered.directory, {.source = offered.source, .takenAt = fromMilliseconds(1'795'347'696'000)}};
            Q_EMIT changed();
        }
        return answered(takeAnswer);
    }

private:
    template <class T>
    static QFuture<T> answered(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
};

} // namespace countersign
