#include "storage/durablefile.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace countersign {

namespace {

std::unexpected<Error> failureOf(int systemError)
{
    return fail(meansFullDisk(systemError) ? ErrorCode::diskFull : ErrorCode::fileUnwritable,
                qt_error_string(systemError));
}

bool syncHandle(int handle)
{
#ifdef F_FULLFSYNC
    if (fcntl(handle, F_FULLFSYNC) == 0) return true; // macOS: fsync alone stops at the drive's cache
#endif
    return fsync(handle) == 0;
}

} // namespace

NativeFile::~NativeFile()
{
    if (m_handle != noHandle) close(m_handle);
}

Result<NativeFile> NativeFile::openForAppend(const QString &path)
{
    const int handle = open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0) return failureOf(errno);
    return NativeFile(handle);
}

Result<> NativeFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_handle, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return failureOf(errno);
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<> NativeFile::sync()
{
    if (!syncHandle(m_handle)) return failureOf(errno);
    return {};
}

Result<bool> NativeFile::tryLock()
{
    if (flock(m_handle, LOCK_EX | LOCK_NB) == 0) return true;
    if (errno == EWOULDBLOCK) return false;
    return failureOf(errno);
}

Result<> syncDirectory(const QString &directory)
{
    const int handle = open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return failureOf(errno);
    const bool synced = fsync(handle) == 0;
    const int failure = errno;
    close(handle);
    if (!synced) return failureOf(failure);
    return {};
}

bool meansFullDisk(int systemError)
{
    return systemError == ENOSPC || systemError == EDQUOT;
}

} // namespace countersign
