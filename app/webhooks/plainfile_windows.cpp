#include "webhooks/plainfile.h"

#include <QDir>

#include <fcntl.h>
#include <io.h>
#include <qt_windows.h>

namespace countersign {

namespace {

bool isPlain(HANDLE handle)
{
    BY_HANDLE_FILE_INFORMATION facts{};
    return GetFileType(handle) == FILE_TYPE_DISK && GetFileInformationByHandle(handle, &facts) &&
           (facts.dwFileAttributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT)) == 0;
}

} // namespace

bool openPlainFile(QFile &file)
{
    // A link is opened itself, not what it leads to, and then refused for being one.
    const HANDLE handle = CreateFileW(QDir::toNativeSeparators(file.fileName()).toStdWString().c_str(), GENERIC_READ,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                      FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    if (handle == INVALID_HANDLE_VALUE) return false;
    const int descriptor =
        isPlain(handle) ? _open_osfhandle(reinterpret_cast<intptr_t>(handle), _O_RDONLY | _O_BINARY) : -1;
    if (descriptor < 0) {
        CloseHandle(handle);
        return false;
    }
    if (file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) return true;
    _close(descriptor);
    return false;
}

} // namespace countersign
