#include "faults/store/failingdisk.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace countersign::faults {

namespace {

// What stands before the C library's functions has no other place for its state than this.
struct Disk
{
    bool armed = false;
    QByteArray folder;
    DiskFault fault;
    int seen = 0;
    bool struck = false;
};
Disk disk;

bool isWatched(const char *path)
{
    return std::strncmp(path, disk.folder.constData(), static_cast<size_t>(disk.folder.size())) == 0;
}

bool isWatched(int file)
{
    std::array<char, PATH_MAX> path{};
    std::array<char, 32> link{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", file);
    return readlink(link.data(), path.data(), path.size() - 1) > 0 && isWatched(path.data());
}

/// True: this call is to fail, and errno says why.
template <class Where>
bool strikes(DiskCall call, Where where)
{
    if (!disk.armed || disk.fault.call != call || !isWatched(where)) return false;
    ++disk.seen;
    if (disk.seen < disk.fault.nth || (disk.seen > disk.fault.nth && !disk.fault.stays)) return false;
    disk.struck = true;
    errno = disk.fault.error;
    return true;
}

/// The failing call is the one that does a part of its work, and says so instead of failing.
bool isCutShort()
{
    return disk.fault.isShort && disk.seen == disk.fault.nth;
}

/// How much of a failing write is done all the same; a single byte can't be halved.
size_t shortPart(size_t size)
{
    return isCutShort() ? (size + 1) / 2 : 0;
}

/// Giving a lock back never fails here.
bool isLocking(int command, const void *argument)
{
    if (command != F_SETLK && command != F_SETLKW && command != F_OFD_SETLK) return false;
    return static_cast<const struct ::flock *>(argument)->l_type != F_UNLCK;
}

template <class Function>
Function original(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

namespace failingdisk {

void arm(const QString &folder, const DiskFault &fault)
{
    disk = {.armed = true, .folder = QFile::encodeName(folder + fault.only), .fault = fault};
}

void disarm()
{
    disk.armed = false;
}

bool hasStruck()
{
    return disk.struck;
}

} // namespace failingdisk

} // namespace countersign::faults

using countersign::faults::disk;
using countersign::faults::DiskCall;
using countersign::faults::isCutShort;
using countersign::faults::isLocking;
using countersign::faults::original;
using countersign::faults::shortPart;
using countersign::faults::strikes;

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto really = original<ssize_t (*)(int, const void *, size_t)>("write");
    if (!strikes(DiskCall::write, file)) return really(file, bytes, size);
    const size_t part = shortPart(size);
    return part > 0 ? really(file, bytes, part) : -1;
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    static const auto really = original<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    if (!strikes(DiskCall::write, file)) return really(file, bytes, size, at);
    const size_t part = shortPart(size);
    return part > 0 ? really(file, bytes, part, at) : -1;
}

int ftruncate64(int file, off64_t size) noexcept
{
    static const auto really = original<int (*)(int, off64_t)>("ftruncate64");
    return strikes(DiskCall::write, file) && !isCutShort() ? -1 : really(file, size); // a size has no half
}

int fsync(int file)
{
    static const auto really = original<int (*)(int)>("fsync");
    return strikes(DiskCall::sync, file) ? -1 : really(file);
}

int fdatasync(int file)
{
    static const auto really = original<int (*)(int)>("fdatasync");
    return strikes(DiskCall::sync, file) ? -1 : really(file);
}

int flock(int file, int operation) noexcept
{
    static const auto really = original<int (*)(int, int)>("flock");
    return operation != LOCK_UN && strikes(DiskCall::lock, file) ? -1 : really(file, operation);
}

/// SQLite waits for a lock that it does not get, ten seconds in all. Here it asks again at once, as often.
int usleep(useconds_t microseconds)
{
    static const auto really = original<int (*)(useconds_t)>("usleep");
    return disk.armed ? 0 : really(microseconds);
}

int fcntl64(int file, int command, ...)
{
    static const auto really = original<int (*)(int, int, ...)>("fcntl64");
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    return isLocking(command, argument) && strikes(DiskCall::lock, file) ? -1 : really(file, command, argument);
}

int open(const char *path, int flags, ...)
{
    static const auto really = original<int (*)(const char *, int, ...)>("open");
    va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<mode_t>(va_arg(rest, unsigned));
    va_end(rest);
    return strikes(DiskCall::open, path) ? -1 : really(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    static const auto really = original<int (*)(const char *, int, ...)>("open64");
    va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<mode_t>(va_arg(rest, unsigned));
    va_end(rest);
    return strikes(DiskCall::open, path) ? -1 : really(path, flags, mode);
}

} // extern "C"
