#include "bootstrap/childprogram.h"

#include <memory>
#include <qt_windows.h>

namespace countersign {

namespace {

/// A job whose last handle is ours: with this program goes the handle, with the handle the job, with the job its
/// programs.
std::shared_ptr<void> makeJob()
{
    const std::shared_ptr<void> job(CreateJobObjectW(nullptr, nullptr), [](HANDLE handle) {
        if (handle) CloseHandle(handle);
    });
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (job) SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return job;
}

} // namespace

void endWithThisProgram(QProcess &process)
{
    QObject::connect(&process, &QProcess::started, &process, [&process, job = makeJob()] {
        const HANDLE child =
            OpenProcess(PROCESS_SET_QUOTA | PROCESS_TERMINATE, FALSE, static_cast<DWORD>(process.processId()));
        if (!child) return;
        if (job) AssignProcessToJobObject(job.get(), child);
        CloseHandle(child);
    });
}

void askToEnd(QProcess &process)
{
    process.kill(); // terminate() speaks to windows only
}

} // namespace countersign
