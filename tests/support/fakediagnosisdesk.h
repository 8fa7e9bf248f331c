#pragma once

#include "config/diagnosisdesk.h"

#include <QPromise>

namespace countersign {

/// Has a report of two files, and remembers what was saved.
class FakeDiagnosisDesk final : public DiagnosisDesk
{
public:
    QList<ReportFile> files{{QStringLiteral("program.txt"), "Countersign: 0.1.0\nQt: 6.4.2\n"},
                            {QStringLiteral("log.txt"), "2026-11-23T01:00:00.000Z W countersign.storage ***\n"}};
    QList<ReportFile> saved;
    QString savedPath;
    Result<> saveAnswer;

    QFuture<Result<QList<ReportFile>>> gather() override { return answer(Result<QList<ReportFile>>(files)); }
    QFuture<Result<>> save(QList<ReportFile> wanted, QString path) override
    {
        saved = wanted;
        savedPath = path;
        return answer(saveAnswer);
    }

private:
    template <class T>
    static QFuture<T> answer(const T &value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }
};

} // namespace countersign
