#include "storage/durablefile.h"

#include <QDir>

#include <algorithm>
#include <qt_windows.h>
#include <string>

namespace countersign {

namespace {

constexpr qsizetype mostAtOnce = 1 << 30;
/// Locks are mandatory here: what is locked is a byte far behind any content, so that readers are not kept out.
constexpr DWORD lockedPlace = 0x40000000;

std::wstring nativePath(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

std::unexpected<Error> lastFailure()
{
    const int error = static_cast<int>(GetLastError());
    return fail(meansFullDisk(error) ? ErrorCode::diskFull : ErrorCode::fileUnwritable, qt_error_string(error));
}

} // namespace

NativeFile::~NativeFile()
{
    if (m_handle != noHandle) CloseHandle(m_handle);
}

Result<NativeFile> NativeFile::openForAppend(const QString &path)
{
    // No FILE_SHARE_DELETE: while it is open, nobody moves the file away or puts another in its place.
    const HANDLE handle =
        CreateFileW(nativePath(path).c_str(), FILE_APPEND_DATA | GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE,
                    nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) return lastFailure();
    return NativeFile(handle);
}

Result<> NativeFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        DWORD written = 0;
        const auto piece = static_cast<DWORD>(std::min(bytes.size(), mostAtOnce));
        if (!WriteFile(m_handle, bytes.data(), piece, &written, nullptr) || written == 0) return lastFailure();
        bytes = bytes.sliced(static_cast<qsizetype>(written));
    }
    return {};
}

Result<> NativeFile::sync()
{
    if (!FlushFileBuffers(m_handle)) return lastFailure();
    return {};
}

Result<bool> NativeFile::tryLock()
{
    OVERLAPPED region{};
    region.OffsetHigh = lockedPlace;
    if (LockFileEx(m_handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &region)) return true;
    if (GetLastError() == ERROR_LOCK_VIOLATION || GetLastError() == ERROR_IO_PENDING) return false;
    return lastFailure();
}

Result<> syncDirectory(const QString &directory)
{
    const DWORD attributes = GetFileAttributesW(nativePath(directory).c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES) return lastFailure();
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) == 0) return fail(ErrorCode::fileUnwritable, directory);
    return {};
}

bool meansFullDisk(int systemError)
{
    return systemError == ERROR_DISK_FULL || systemError == ERROR_HANDLE_DISK_FULL ||
           systemError == ERROR_DISK_QUOTA_EXCEEDED;
}

} // namespace countersign
